// Which weight the canary had at what time: needed to judge each minute by its own split.

import { lastClosedMinute } from '../analysis/closed.ts';
import {
  type CountTable,
  type EventSeries,
  isHalfShown,
  minuteAt,
  type Split,
} from '../analysis/count-table.ts';
import type { MinuteCounts } from '../analysis/counts.ts';
import type { StoredRollout } from './record.ts';

/** A change of the weight may need this long to reach every server; AWS promises nothing. */
const PROPAGATION_SECONDS = 60;

/** Per cent on the new version at a time, in seconds since the epoch. */
export function weightAt({ record, stepStartTimes, phase }: StoredRollout, at: number): number {
  if (phase.kind === 'baking' && at >= phase.since) return 100;
  const index = stepStartTimes.findLastIndex((since) => since <= at);
  return record.plan.steps[index]?.weight ?? 0;
}

/** A weight, and since when, in seconds since the epoch. */
export interface WeightChange {
  readonly at: number;
  readonly weight: number;
}

/** Every weight that a rollout has given its canary so far, the earliest first. */
export function weightChanges({
  record,
  stepStartTimes,
  phase,
}: StoredRollout): readonly WeightChange[] {
  const steps = stepStartTimes.map((at, i) => ({ at, weight: record.plan.steps[i]?.weight ?? 0 }));
  return phase.kind === 'baking' ? [...steps, { at: phase.since, weight: 100 }] : steps;
}

/**
 * Puts the two sides next to each other, one entry per closed minute since users were served the new
 * version. A minute that is half shown is not compared (see `halfShownMinutes`).
 */
export function splitByMinute(
  table: CountTable,
  split: Split,
  rollout: StoredRollout,
): MinuteCounts[] {
  return readable(table, split, rollout).flatMap(({ counts, halfShown }) =>
    halfShown ? [] : [counts],
  );
}

/**
 * The minutes that should be compared and cannot be, by their start in seconds: AWS shows one of their
 * counts, and not the other, although they are old enough. Those that were so before this phase began
 * have been reported, and decided upon.
 */
export function halfShownMinutes(
  table: CountTable,
  split: Split,
  rollout: StoredRollout,
): readonly number[] {
  const { phase, record } = rollout;
  const known =
    phase.kind === 'preparing' ? 0 : lastClosedMinute(phase.since, record.longestAnswerSeconds);
  return readable(table, split, rollout)
    .filter(({ counts, halfShown }) => halfShown && counts.minute > known)
    .map(({ counts }) => 60 * counts.minute);
}

interface ReadMinute {
  readonly counts: MinuteCounts;
  readonly halfShown: boolean;
}

function readable(
  { bucketSeconds, closedUntil }: CountTable,
  { canary, stable, promoted }: Split,
  rollout: StoredRollout,
): readonly ReadMinute[] {
  const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
  const minutes: ReadMinute[] = [];
  for (let minute = first; 60 * (minute + 1) <= closedUntil; minute++) {
    const start = minute * 60;
    const { weight, weightBefore } = weightsIn(rollout, start);
    const counted = (series: EventSeries) => minuteAt(series, start, bucketSeconds);
    const half = (...series: readonly EventSeries[]) =>
      series.some((one) => isHalfShown(one, start, bucketSeconds));
    if (weight < 100) {
      const sides = { canary: counted(canary), stable: counted(stable) };
      const counts = { minute, ...sides, weight, weightBefore };
      minutes.push({ counts, halfShown: half(canary, stable) });
    } else if (weightBefore === 100) {
      const counts = allToNew(minute, counted(promoted));
      minutes.push({ counts, halfShown: half(promoted) });
    }
  }
  return minutes;
}

/**
 * When users were first served the new version, in seconds since the epoch; where there is no split,
 * with the promotion. `undefined`: not yet.
 */
export function servedSince({ stepStartTimes, phase }: StoredRollout): number | undefined {
  return stepStartTimes[0] ?? (phase.kind === 'baking' ? phase.since : undefined);
}

/** The weight at the end of a minute, and the one that its first requests may still have met. */
export function weightsIn(rollout: StoredRollout, start: number) {
  return {
    weight: weightAt(rollout, start + 59),
    weightBefore: weightAt(rollout, start - PROPAGATION_SECONDS),
  };
}

/** The minute of the promotion, and the one after, hold something of both, and are left out. */
function allToNew(minute: number, canary: MinuteCounts['canary']): MinuteCounts {
  const nobody = { requests: 0, events: 0 };
  return { minute, canary, stable: nobody, weight: 100, weightBefore: 100 };
}
