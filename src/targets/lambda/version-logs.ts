// Where the released versions of functions write their logs.

import type { FunctionCalls } from '../../aws/functions.ts';
import { orElse } from '../../base/errors.ts';
import type { VersionLog } from '../../monitor/log-source.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { mapAll } from '../concurrency.ts';

/** Lambda developer guide, "Sending Lambda function logs to CloudWatch Logs": the group without one of its own. */
export function ownGroup(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}

/** Those whose settings can be read. */
export async function readVersionLogs(
  functions: Pick<FunctionCalls, 'read'>,
  changes: readonly FunctionChange[],
): Promise<readonly VersionLog[]> {
  const changed = changes.filter(({ from, to }) => from !== to);
  const read = await mapAll(changed, async ({ name: functionName, to: version }) => {
    const found = await functions.read(functionName, version).catch(orElse(undefined));
    if (!found) return [];
    const own = ownGroup(functionName);
    const { group = own } = found.logging ?? {};
    return [{ functionName, version, group, chosenGroup: group !== own }];
  });
  return read.flat();
}
