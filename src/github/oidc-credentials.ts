// The source of the credentials for the job's AWS calls.

import type { CredentialProvider, TokenProvider } from '../aws/role-session.ts';
import type { Log } from '../base/log.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';

/** GitHub, as the provider of ID tokens. */
export const GITHUB_TOKENS: TokenProvider = {
  trusted: "GitHub's provider token.actions.githubusercontent.com for this repository",
  failed: 'GitHub did not issue an ID token to this job',
  expected: '"permissions: id-token: write" in the workflow',
};

/**
 * A session of the job's own if `role-to-assume` names a role; `undefined`: the credentials of the environment. The
 * session is opened by the first call that needs it, so a failure to open it is that call's failure.
 */
export async function oidcCredentials(
  { role, region }: Pick<Inputs, 'role' | 'region'>,
  { runId, attempt }: Pick<RolloutId, 'runId' | 'attempt'>,
  log: Log,
  mask: (secret: string) => void,
): Promise<CredentialProvider | undefined> {
  if (!role) return undefined;
  const [{ openRoleSession }, { requestIdToken }] = await Promise.all([
    import('../aws/role-session.ts'),
    import('./id-token.ts'),
  ]);
  return openRoleSession({
    role,
    region,
    name: `canary-action-${runId}-${attempt}`.slice(0, 64),
    idToken: (audience) => requestIdToken(audience, process.env, mask),
    provider: GITHUB_TOKENS,
    mask,
    log,
  });
}
