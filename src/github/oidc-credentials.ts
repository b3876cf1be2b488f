// Where the job's calls to AWS get their credentials from.

import * as core from '@actions/core';
import type { CredentialProvider } from '../aws/role-session.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';

/**
 * A session of the job's own where `role-to-assume` names a role; `undefined`: those of the environment.
 * Rejects with a `KnownError` when there is none to be had.
 */
export async function oidcCredentials(
  { role, region }: Inputs,
  { runId, attempt }: RolloutId,
): Promise<CredentialProvider | undefined> {
  if (!role) return undefined;
  const { openRoleSession } = await import('../aws/role-session.ts');
  const credentials = openRoleSession({
    role,
    region,
    name: `canary-action-${runId}-${attempt}`.slice(0, 64),
    idToken: core.getIDToken,
    mask: core.setSecret,
  });
  // At once: what is wrong with it is to be said before anything else is looked at.
  await credentials();
  return credentials;
}
