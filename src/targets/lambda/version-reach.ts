// The ARNs of both versions of each function, with which they are invoked alone.

import { accountOf, type Place, versionArn } from '../../aws/arns.ts';
import { type FunctionCalls, readArn } from '../../aws/functions.ts';
import type { ReachedFunction } from '../../checks/reach.ts';
import type { FunctionChange } from '../../rollout/release.ts';

export async function reachedFunctions(
  functions: FunctionCalls<'normal'>,
  place: Place,
  changes: readonly FunctionChange[],
): Promise<readonly ReachedFunction[]> {
  const [first] = changes;
  if (!first) return [];
  // All functions of a rollout belong to one account.
  const account = accountOf(await readArn(functions, first.name));
  const arn = (name: string, version: string) => versionArn(place, account, name, version);
  return changes.map(({ name, from, to }) => ({
    ...{ name, canary: arn(name, to), stable: arn(name, from) },
  }));
}
