// Compares the stored state of functions with the aliases in the inputs. A function's tags store one rollout,
// whichever of its aliases it moves.

import type { StoredState } from '../../rollout/record.ts';
import { aliasesOf, movedBy } from './alias-record.ts';

/**
 * The stored state if it is of the aliases in the inputs; otherwise a description of what is stored.
 *
 * @param asked alias by function name
 */
export function ofRequestedAliases(
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
