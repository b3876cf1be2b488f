// The weight of the canary over time: each minute is judged by its own split.

import { lastClosedMinute } from '../analysis/closed.ts';
import {
  type CountTable,
  type EventSeries,
  isHalfShown,
  minuteAt,
  type Split,
} from '../analysis/count-table.ts';
import type { MinuteCounts } from '../analysis/counts.ts';
import type { OpenMinute } from '../analysis/open-minutes.ts';
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
 * Pairs the two sides, with one entry per closed minute since users were first served the new version. A
 * minute that is shown only in part is not compared (see `incompleteMinutes`).
 */
export function splitByMinute(
  table: CountTable,
  split: Split,
  rollout: StoredRollout,
): MinuteCounts[] {
  return readable(table, split, rollout).flatMap(({ counts, incomplete }) =>
    incomplete ? [] : [counts],
  );
}

/**
 * The minutes that should be compared but cannot be, by their start in seconds since the epoch: AWS shows only
 * one of their counts, although they are old enough. Minutes from before this phase were already reported and
 * decided on.
 */
export function incompleteMinutes(
  table: CountTable,
  split: Split,
  rollout: StoredRollout,
): readonly number[] {
  const { phase, record } = rollout;
  const known =
    phase.kind === 'preparing' ? 0 : lastClosedMinute(phase.since, record.longestAnswerSeconds);
  return readable(table, split, rollout)
    .filter(({ counts, incomplete }) => incomplete && counts.minute > known)
    .map(({ counts }) => 60 * counts.minute);
}

/**
 * The later minutes of a split, which are not closed: their counts are still arriving.
 *
 * @param now seconds since the epoch
 */
export function openMinutes(
  table: CountTable,
  split: Split,
  rollout: StoredRollout,
  now: number,
): OpenMinute[] {
  const first = Math.floor(table.closedUntil / 60);
  return minutesUntil(now + 60, table, split, rollout)
    .filter(({ counts, incomplete }) => !incomplete && counts.minute >= first)
    .map(({ counts }) => counts)
    .filter(({ weight }) => weight < 100);
}

interface ReadMinute {
  readonly counts: MinuteCounts;
  readonly incomplete: boolean;
}

function readable(table: CountTable, split: Split, rollout: StoredRollout): readonly ReadMinute[] {
  return minutesUntil(table.closedUntil, table, split, rollout);
}

function minutesUntil(
  end: number,
  { bucketSeconds }: CountTable,
  { canary, stable, promoted }: Split,
  rollout: StoredRollout,
): readonly ReadMinute[] {
  const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
  const minutes: ReadMinute[] = [];
  for (let minute = first; 60 * (minute + 1) <= end; minute++) {
    const start = minute * 60;
    const { weight, weightBefore } = weightsIn(rollout, start);
    const counted = (series: EventSeries) => minuteAt(series, start, bucketSeconds);
    const half = (...series: readonly EventSeries[]) =>
      series.some((one) => isHalfShown(one, start, bucketSeconds));
    switch (servedIn({ weight, weightBefore })) {
      case 'both': {
        const sides = { canary: counted(canary), stable: counted(stable) };
        const counts = { minute, ...sides, weight, weightBefore };
        minutes.push({ counts, incomplete: half(canary, stable) });
        break;
      }
      case 'new': {
        const counts = allToNew(minute, counted(promoted));
        minutes.push({ counts, incomplete: half(promoted) });
        break;
      }
      case 'unknown':
    }
  }
  return minutes;
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
 */
export function weightsBetween(changes: readonly WeightChange[], start: number): MinuteWeights {
  return {
    weight: weightAt(changes, start + 59),
    weightBefore: weightAt(changes, start - PROPAGATION_SECONDS),
  };
}

/** % of the traffic on the new version at a time, in seconds since the epoch. */
export function weightAt(changes: readonly WeightChange[], at: number): number {
  return changes.findLast((change) => change.at <= at)?.weight ?? 0;
}

/**
 * Which versions the counts of a minute belong to. The minute of the promotion and the next one contain requests
 * of both versions, counted as those of the new one, and are left out.
 */
export function servedIn({ weight, weightBefore }: MinuteWeights): 'both' | 'new' | 'unknown' {
  if (weight < 100) return 'both';
  return weightBefore === 100 ? 'new' : 'unknown';
}

function allToNew(minute: number, canary: MinuteCounts['canary']): MinuteCounts {
  const nobody = { requests: 0, events: 0 };
  return { minute, canary, stable: nobody, weight: 100, weightBefore: 100 };
}
