// Without usable credentials, a release is still checked, so that its other problems are known in the same run.

import type { CredentialProvider } from '../aws/role-session.ts';
import { KnownError } from '../base/errors.ts';
import type { Command } from '../inputs/inputs.ts';

/** Commands whose checks find more than what AWS says. */
const CHECKS: readonly Command[] = ['plan', 'rollout', 'start', 'preview'];

/**
 * The credentials of a run. If there are none, each call of a run that only checks them further fails with the reason, and
 * nothing is sent.
 *
 * @param open rejects with a `KnownError` if there are none
 */
export async function orRefused(
  command: Command | undefined,
  open: () => Promise<CredentialProvider | undefined>,
): Promise<CredentialProvider | undefined> {
  try {
    return await open();
  } catch (error) {
    // A subclass is about something else, such as a flag.
    if (!CHECKS.some((each) => each === command) || error?.constructor !== KnownError) throw error;
    return refusing(error);
  }
}

function refusing(reason: KnownError): CredentialProvider {
  const provide = () => Promise.reject(reason);
  return Object.assign(provide, { memoized: true as const, replace: () => false });
}
