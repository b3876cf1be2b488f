// A digest of a record, which stands where only those who release may write: in the description of the
// deployment that was made for it. Tags that do not fit it were changed.

import { createHash } from 'node:crypto';
import type { RolloutRecord } from '../rollout/record.ts';

/**
 * 24 hexadecimal digits over all that is fixed for the whole rollout. Whose it is changes with each run
 * that takes it over, and what is kept ready for it is found out only after this is needed.
 */
export function sealOf({ id: _, target, ...rest }: RolloutRecord): string {
  const found = ['warmed', 'kept'];
  const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
  const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** The same for the same members, in whichever order they were written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, inOrder(member)]);
}
