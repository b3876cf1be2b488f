// Compares what a record of aliases claims with the inputs of this run.

import type { RolloutRecord } from '../../rollout/record.ts';
import { unnamedFunctions } from '../claim.ts';
import { aliasesOf } from './alias-record.ts';

/**
 * What the record would change that the inputs do not name, as part of a sentence; `undefined`: nothing.
 *
 * @param asked the alias of each function, by its name
 */
export function beyondAliases(
  record: RolloutRecord,
  asked: Readonly<Record<string, string>>,
): string | undefined {
  const { aliases } = aliasesOf(record);
  const label = (name: string) => `${name}:${aliases[name]}`;
  const unnamed = unnamedFunctions(record, Object.keys(asked), label);
  if (unnamed !== undefined) return unnamed;
  const moved = record.functions.find(({ name }) => aliases[name] !== asked[name]);
  return (
    moved &&
    `it moves the alias ${label(moved.name)}, and this run names ${moved.name}:${asked[moved.name]}; expected functions: ${label(moved.name)}`
  );
}
