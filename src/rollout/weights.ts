// The weight of the canary over time: each minute is judged by its own split.

import type { MinuteCounts } from '../analysis/counts.ts';
import { must } from '../base/assert.ts';
import type { StoredRollout } from './record.ts';

/** A change of the weight may take this long to reach every server; AWS documents no limit. */
const PROPAGATION_SECONDS = 60;

/** A stored state has no more times than its plan has steps. */
function weightOfStep({ plan }: StoredRollout['record'], index: number): number {
  return must(plan.steps[index], `the plan has step ${index + 1}`).weight;
}

/** A weight in %, and its start in seconds since the epoch. */
export interface WeightChange {
  readonly at: number;
  readonly weight: number;
}

/** Every weight of the canary so far, the earliest first. */
export function weightChanges({
  record,
  stepStartTimes,
  phase,
}: StoredRollout): readonly WeightChange[] {
  const steps = stepStartTimes.map((at, i) => ({ at, weight: weightOfStep(record, i) }));
  return phase.kind === 'baking' ? [...steps, { at: phase.since, weight: 100 }] : steps;
}

/**
 * When users were first served the new version, in seconds since the epoch: at the promotion if there is no
 * split. `undefined` if not yet.
 */
export function servedSince({ stepStartTimes, phase }: StoredRollout): number | undefined {
  return stepStartTimes[0] ?? (phase.kind === 'baking' ? phase.since : undefined);
}

/** The weight at the end of a minute, and the weight that its first requests may still have had. */
export function weightsIn(rollout: StoredRollout, start: number): MinuteWeights {
  return weightsBetween(weightChanges(rollout), start);
}

/** The weights of one minute, in %. */
export type MinuteWeights = Pick<MinuteCounts, 'weight' | 'weightBefore'>;

/**
 * The same for these changes, the earliest first.
 *
 * @param start the start of the minute, in seconds since the epoch
 * @param last those of another minute, returned if they are the same
 */
export function weightsBetween(
  changes: readonly WeightChange[],
  start: number,
  last?: MinuteWeights,
): MinuteWeights {
  const weight = weightAt(changes, start + 59);
  const weightBefore = weightAt(changes, start - PROPAGATION_SECONDS);
  const isSame = last?.weight === weight && last.weightBefore === weightBefore;
  return isSame ? last : { weight, weightBefore };
}

/** % of the traffic on the new version at a time, in seconds since the epoch. */
export function weightAt(changes: readonly WeightChange[], at: number): number {
  for (let i = changes.length - 1; i >= 0; i--) {
    if (changes[i]!.at <= at) return changes[i]!.weight;
  }
  return 0;
}

/**
 * Which versions the counts of a minute belong to. The minute of the promotion and the next one contain requests
 * of both versions, counted as those of the new one, and are left out.
 */
export function servedIn({ weight, weightBefore }: MinuteWeights): 'both' | 'new' | 'unknown' {
  if (weight < 100) return 'both';
  return weightBefore === 100 ? 'new' : 'unknown';
}
