// What is remembered of functions, compared with the aliases that were asked for: a function's tags remember
// one rollout, whichever of its aliases it moves.

import type { StoredState } from '../../rollout/record.ts';
import { aliasesOf, movedBy } from './alias-record.ts';

/**
 * The same memory, where it is of what was asked for; else what there is instead.
 *
 * @param asked alias by function name
 */
export function ofAskedAliases(
  stored: StoredState,
  asked: Readonly<Record<string, string>>,
): StoredState {
  if (stored.kind === 'takes-part') {
    const { functionName, alias, id } = stored;
    if (alias === undefined || !id || alias === asked[functionName]) return stored;
    return { kind: 'another', of: `${functionName}:${alias}`, id };
  }
  if (stored.kind !== 'rollout') return stored;
  const { record } = stored.storedRollout;
  const fits = Object.entries(aliasesOf(record).aliases).every(
    ([name, alias]) => !Object.hasOwn(asked, name) || asked[name] === alias,
  );
  return fits ? stored : { kind: 'another', of: movedBy(record), id: record.id };
}
