// What is remembered is a claim: whoever may write tags may write a record. It is compared with what this
// run was asked to release, for no more than that is ever touched (decision 17).

import type { RolloutRecord } from '../rollout/record.ts';

/**
 * Which functions the record releases that were not asked for, for a sentence; `undefined`: none.
 *
 * @param label how a function is to be named in the inputs
 */
export function unnamedFunctions(
  { functions }: RolloutRecord,
  asked: readonly string[],
  label: (functionName: string) => string,
): string | undefined {
  const names = functions.map(({ name }) => name);
  const others = names.filter((name) => !asked.includes(name));
  return others.length === 0
    ? undefined
    : `it releases ${listed(others)} as well, which this run does not name; expected functions: ${names.map(label).join(', ')}`;
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
