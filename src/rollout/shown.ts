// How far a rollout is, for a run that takes it over. The phase is a tag, and whoever may write tags could have
// steps skipped; the weight that stands needs the right to release.

import type { Phase } from './phase.ts';
import { sameWeight } from './plan.ts';
import type { StoredRollout } from './record.ts';
import type { TrafficState } from './traffic-state.ts';

/**
 * The same, or back at the step whose weight stands, from its beginning: a run that died between its tag and
 * the change goes on from there as well.
 *
 * @param at seconds since the epoch
 */
export function asFarAsShown(
  rollout: StoredRollout,
  trafficState: TrafficState,
  at: number,
): StoredRollout {
  const { phase, record, stepStartTimes } = rollout;
  // Where several have different weights, a part of the change is there to be seen.
  if (
    trafficState.kind !== 'split' ||
    trafficState.most !== undefined ||
    trafficState.weight === 0
  ) {
    return rollout;
  }
  const { steps } = record.plan;
  const shown = steps.findIndex(({ weight }) => sameWeight(weight, trafficState.weight));
  if (!isAhead(phase, shown)) return rollout;
  // A weight that is in no step of the plan is told as what it is by the decision.
  const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
  const since = Math.floor(at);
  return {
    ...rollout,
    phase: { kind: 'step', index, since },
    stepStartTimes: [...stepStartTimes.slice(0, index), since],
  };
}

/** @param shown the step whose weight stands; -1: that of none */
function isAhead(phase: Phase, shown: number): boolean {
  if (phase.kind === 'baking') return true;
  return phase.kind === 'step' && shown !== -1 && phase.index > shown;
}
