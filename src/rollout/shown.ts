// How far a rollout is, for a run that takes it over. The phase is a tag, and anyone who may write tags could
// make a run skip steps. Changing the current weight requires the permission to release.

import type { Phase } from './phase.ts';
import { sameWeight } from './plan.ts';
import { isMarkedReached } from './reached.ts';
import type { StoredRollout } from './record.ts';
import type { TrafficState } from './traffic-state.ts';

/**
 * The same rollout, or set back to the start of the step that has the current weight. A rollout whose run died
 * between the tag and the change also continues from there. Once the weight of the phase has been seen, any other one
 * was set outside this rollout, and the decision reports it.
 *
 * @param at seconds since the epoch
 */
export function withShownPhase(
  rollout: StoredRollout,
  trafficState: TrafficState,
  at: number,
): StoredRollout {
  const { phase, record, stepStartTimes } = rollout;
  // If several aliases have different weights, part of the change was already made.
  if (
    isMarkedReached(phase) ||
    trafficState.kind !== 'split' ||
    trafficState.most !== undefined ||
    trafficState.weight === 0
  ) {
    return rollout;
  }
  const { steps } = record.plan;
  const shown = steps.findIndex(({ weight }) => sameWeight(weight, trafficState.weight));
  if (!isAhead(phase, shown)) return rollout;
  // The decision reports a weight that is in no step of the plan.
  const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
  const since = Math.floor(at);
  return {
    ...rollout,
    phase: { kind: 'step', index, since },
    stepStartTimes: [...stepStartTimes.slice(0, index), since],
  };
}

/**
 * The same for a report, with the times as they were: a weight that was stored and not set, because AWS refused it or the
 * run died before, was never served.
 */
export function asShown(rollout: StoredRollout, trafficState: TrafficState): StoredRollout {
  const { record, stepStartTimes } = rollout;
  const { phase } = withShownPhase(rollout, trafficState, record.startedAt);
  if (phase === rollout.phase || phase.kind !== 'step') return rollout;
  const since = stepStartTimes[phase.index] ?? record.startedAt;
  return {
    ...rollout,
    phase: { ...phase, since },
    stepStartTimes: stepStartTimes.slice(0, phase.index + 1),
  };
}

/** @param shown the step with the current weight; -1 if there is none */
function isAhead(phase: Phase, shown: number): boolean {
  if (phase.kind === 'baking') return true;
  return phase.kind === 'step' && shown !== -1 && phase.index > shown;
}
