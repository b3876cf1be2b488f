// A stage's part of what is remembered.

import { KnownError } from '../../base/errors.ts';
import type { RolloutRecord, StageRecord } from '../../rollout/record.ts';

/** What a stage's rollout remembers. Throws when the record is of another kind of target. */
export function stageOf({ target }: RolloutRecord): StageRecord {
  if (target.kind === 'stage') return target;
  throw new KnownError('what is remembered here is not the rollout of a stage');
}
