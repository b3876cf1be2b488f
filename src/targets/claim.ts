// A stored record is a claim: anyone who can write tags can write a record. It is compared with the inputs of this
// run, and nothing outside them is ever changed (decision 17).

import { listed } from '../base/listed.ts';
import type { RolloutRecord } from '../rollout/record.ts';

/**
 * The functions that the record releases and the inputs do not name, as part of a sentence; `undefined`: none.
 *
 * @param label the name of a function as it would appear in the inputs
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
    : `it releases ${quoted(others)} as well, which this run does not name; expected functions: ${names.map(label).join(', ')}`;
}

export function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `"${name}"`));
}
