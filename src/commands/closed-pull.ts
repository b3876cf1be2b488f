// Whether a pull request is closed, so that its preview is no longer needed.

import { known } from '../base/errors.ts';
import type { Host } from '../run/host.ts';

/** A failed call to GitHub is no reason to remove anything. */
export async function isClosed(
  { conversation, log }: Pick<Host, 'conversation' | 'log'>,
  pull: number,
): Promise<boolean> {
  if (!conversation) return false;
  try {
    const github = await conversation();
    return (await github.pullState(pull)) === 'closed';
  } catch (error) {
    log.line(`Whether #${pull} is closed could not be read: ${known(error).message}`);
    return false;
  }
}
