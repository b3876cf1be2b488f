// The source of the credentials for the job's AWS calls.

import type { CredentialProvider } from '../aws/role-session.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';
import { setSecret } from './workflow-commands.ts';

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment.
 * Rejects with a `KnownError` if no session can be obtained.
 */
export async function oidcCredentials(
  { role, region }: Inputs,
  { runId, attempt }: RolloutId,
): Promise<CredentialProvider | undefined> {
  if (!role) return undefined;
  const [{ openRoleSession }, { getIDToken }] = await Promise.all([
    import('../aws/role-session.ts'),
    import('@actions/core'),
  ]);
  const credentials = openRoleSession({
    role,
    region,
    name: `canary-action-${runId}-${attempt}`.slice(0, 64),
    idToken: getIDToken,
    mask: setSecret,
  });
  // Opened at once, so that its problems are reported before anything else is checked.
  await credentials();
  return credentials;
}
