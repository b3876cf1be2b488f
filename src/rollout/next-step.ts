// When a rollout that is left open may go further.

import { closingSeconds } from '../analysis/closed.ts';
import { readableAt } from './bake.ts';
import { stepWindow } from './plan.ts';
import type { StoredRollout } from './record.ts';

/**
 * The earliest time of the next shift, of the promotion, or of the end of the bake with its last minute read, in seconds since
 * the epoch; `undefined` while it is paused, or waits for nothing.
 */
export function nextStepAt({
  phase,
  paused,
  record: { plan, longestAnswerSeconds },
}: StoredRollout): number | undefined {
  if (phase.kind === 'baking') {
    const end = phase.since + plan.bakeSeconds;
    // Plans of earlier releases do not say whether the bake is read to its end.
    if (plan.readSeconds === undefined) return end;
    return readableAt({ end, closingSeconds: closingSeconds(longestAnswerSeconds) });
  }
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (phase.kind !== 'step' || !step || paused) return undefined;
  return phase.since + stepWindow(plan, step).earliest;
}
