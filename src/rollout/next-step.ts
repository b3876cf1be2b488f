// When an open rollout may continue.

import { closingSeconds } from '../analysis/closed.ts';
import { readableAt } from './bake.ts';
import { stepWindow } from './plan.ts';
import type { StoredRollout } from './record.ts';

/**
 * The earliest time of the next shift, the promotion, or the end of the bake including the read of its last
 * minute, in seconds since the epoch; `undefined` while the rollout is paused or does not wait for a time.
 */
export function nextStepAt({
  phase,
  paused,
  record: { plan, longestAnswerSeconds },
}: StoredRollout): number | undefined {
  if (phase.kind === 'baking') {
    const end = phase.since + plan.bakeSeconds;
    // Plans of earlier versions do not store whether the bake is read to its end.
    if (plan.readSeconds === undefined) return end;
    return readableAt({ end, closingSeconds: closingSeconds(longestAnswerSeconds) });
  }
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (phase.kind !== 'step' || !step || paused) return undefined;
  return phase.since + stepWindow(plan, step).earliest;
}
