// The source of the credentials for the job's AWS calls.

import type { CredentialProvider } from '../aws/role-session.ts';
import type { Log } from '../base/log.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';
import { setSecret } from './workflow-commands.ts';

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
export async function oidcCredentials(
  { role, region }: Inputs,
  { runId, attempt }: RolloutId,
  log: Log,
): Promise<CredentialProvider | undefined> {
  if (!role) return undefined;
  const [{ openRoleSession }, { getIDToken }, { guardIdToken }] = await Promise.all([
    import('../aws/role-session.ts'),
    import('@actions/core'),
    import('./id-token.ts'),
  ]);
  return openRoleSession({
    role,
    region,
    name: `canary-action-${runId}-${attempt}`.slice(0, 64),
    idToken: guardIdToken(getIDToken),
    mask: setSecret,
    log,
  });
}
