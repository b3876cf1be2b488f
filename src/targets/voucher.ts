// Whether AWS says which version was served before another one: the version's own description does, where this
// action published it. It cannot be changed afterwards, and to publish needs the right to release.

import type { FunctionCalls } from '../aws/functions.ts';
import { parseVersion } from '../rollout/past-releases.ts';
import type { FunctionChange } from '../rollout/release.ts';

/** @param said by what else needs that right */
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
