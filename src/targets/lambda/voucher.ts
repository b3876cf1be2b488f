// Checks whether AWS shows which version served before another one. If this action published the version, its
// description names it. A description cannot be changed later, and publishing needs release permissions.

import type { FunctionCalls } from '../../aws/functions.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { parseVersion } from './version-text.ts';

/** @param said changes named by another source that needs release permissions */
export function createVoucher(
  functions: Pick<FunctionCalls, 'read'>,
  said: readonly FunctionChange[] = [],
): (change: FunctionChange) => Promise<boolean> {
  return async ({ name, from, to }) => {
    if (said.some((one) => one.name === name && one.from === from && one.to === to)) return true;
    const description = (await functions.read(name, to))?.description ?? '';
    return parseVersion(description) === from;
  };
}
