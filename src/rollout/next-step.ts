// When an open rollout may continue.

import { closingSeconds } from '../analysis/closed.ts';
import { bakeEnd, readableAt } from './bake.ts';
import { stepWindow } from './plan.ts';
import type { StoredRollout } from './record.ts';

/**
 * The earliest time of the next shift, the promotion, or the end of the bake including the read of its last
 * minute, in seconds since the epoch; `undefined` while the rollout is paused or does not wait for a time.
 */
export function nextStepAt(rollout: StoredRollout): number | undefined {
  const { phase, paused, record } = rollout;
  const { plan, longestAnswerSeconds } = record;
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (phase.kind !== 'baking' && (!step || paused)) return undefined;
  const end = bakeEnd(rollout);
  if (end !== undefined) {
    // Plans of earlier versions do not store whether the bake is read to its end.
    if (plan.readSeconds === undefined) return end;
    return readableAt({ end, closingSeconds: closingSeconds(longestAnswerSeconds) });
  }
  return phase.kind === 'step' && step ? phase.since + stepWindow(plan, step).earliest : undefined;
}
