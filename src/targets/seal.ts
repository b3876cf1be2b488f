// A digest of a record. It is stored in the description of the deployment created for the rollout, which only
// those with release permissions can write. Tags that do not match it were changed.

import { createHash } from 'node:crypto';
import type { RolloutRecord } from '../rollout/record.ts';

/**
 * 24 hexadecimal digits over everything that is fixed for the whole rollout. Not included: the owner, which changes
 * when a run takes over, and the provisioned concurrency, which is known only after the seal is needed.
 */
export function sealOf({ id: _, target, ...rest }: RolloutRecord): string {
  const found = ['warmed', 'kept'];
  const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
  const text = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** Gives equal text for equal members, in whatever order they were written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, inOrder(member)]);
}
