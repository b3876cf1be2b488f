// Lets a run open the split of a rollout that another run left at 0%, once a person has approved of it. The tags alone do
// not say what may be released (decision 17): the description of each version must name the one that serves now.

import type { FunctionCalls } from '../../aws/functions.ts';
import { KnownError } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { createVoucher } from '../lambda/voucher.ts';
import { sealOf } from '../seal.ts';
import type { Trust } from '../trust.ts';
import { membersOf } from './alias-moves.ts';

export async function admitAliases(
  functions: Pick<FunctionCalls, 'read'>,
  trust: Trust,
  record: RolloutRecord,
): Promise<void> {
  if (trust.isOwn(record)) return;
  const vouches = createVoucher(functions);
  for (const { change } of membersOf(record)) {
    if (await vouches(change)) continue;
    throw new KnownError(
      `only its tags say that version ${change.to} of "${change.name}" is released: this action did not publish it after version ${change.from}. Run command: rollback, and release it without waiting at 0%`,
    );
  }
  trust.knows(sealOf(record));
}
