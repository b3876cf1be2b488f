// Pairs the counts of the two sides, minute by minute, since users were first served the new version.

import { lastClosedMinute } from '../analysis/closed.ts';
import {
  type CountTable,
  type EventSeries,
  isHalfShown,
  isShown,
  minuteAt,
  NO_EVENTS,
  type Split,
} from '../analysis/count-table.ts';
import { finder, type MinuteCounts } from '../analysis/counts.ts';
import type { OpenMinute } from '../analysis/open-minutes.ts';
import type { StoredRollout } from './record.ts';
import {
  type MinuteWeights,
  servedIn,
  servedSince,
  weightChanges,
  weightsBetween,
} from './weights.ts';

/** All in order. A minute that is shown only in part is not compared. */
export interface PairedMinutes {
  readonly closed: readonly MinuteCounts[];
  /** Minutes that are old enough, of which AWS still shows only one of the counts; counted from the epoch. */
  readonly incomplete: readonly number[];
  /** Later minutes of a split: their counts are still arriving. */
  readonly open: readonly OpenMinute[];
}

interface PairOptions {
  /** Seconds since the epoch; omitted: no open minutes are asked for. */
  readonly now?: number;
  /** The closed minutes of the last look. */
  readonly earlier?: readonly MinuteCounts[] | undefined;
  /** Of the closed minutes. */
  readonly share?: MinuteCounts['share'] | undefined;
}

/**
 * Minutes that were the same at the last look are the same objects as then: so the judge knows which are new, and a
 * release of days leaves no more garbage at each look than a short one.
 */
export function pairMinutes(
  { bucketSeconds, closedUntil }: CountTable,
  split: Split,
  rollout: StoredRollout,
  { now = Number.NEGATIVE_INFINITY, earlier = [], share }: PairOptions = {},
): PairedMinutes {
  const closed: MinuteCounts[] = [];
  const incomplete: number[] = [];
  const open: OpenMinute[] = [];
  const first = Math.floor((servedSince(rollout) ?? Number.POSITIVE_INFINITY) / 60);
  const closedEnd = Math.floor(closedUntil / 60);
  const openEnd = Math.floor(now / 60) + 1;
  const find = finder(earlier);
  walk({ first, end: closedEnd }, split, rollout, (minute, sides, weights) => {
    if (isHalf(sides, minute, bucketSeconds)) {
      incomplete.push(minute);
      return;
    }
    const before = find(minute);
    if (before?.share === share && before && isStill(before, sides, bucketSeconds, weights)) {
      closed.push(before);
    } else {
      const counts = countsIn(sides, minute, bucketSeconds, weights);
      closed.push(share ? { ...counts, share } : counts);
    }
  });
  walk(
    { first: Math.max(first, closedEnd), end: openEnd },
    split,
    rollout,
    (minute, sides, weights) => {
      if (weights.weight >= 100 || isHalf(sides, minute, bucketSeconds)) return;
      open.push(countsIn(sides, minute, bucketSeconds, weights));
    },
  );
  return { closed, incomplete, open };
}

/** Visits the minutes of which it is known whose requests they count. */
function walk(
  { first, end }: { readonly first: number; readonly end: number },
  split: Split,
  rollout: StoredRollout,
  visit: (minute: number, sides: Sides, weights: MinuteWeights) => void,
): void {
  const changes = weightChanges(rollout);
  const promoted: Sides = { canary: split.promoted, stable: NO_EVENTS };
  let weights: MinuteWeights | undefined;
  for (let minute = first; minute < end; minute++) {
    weights = weightsBetween(changes, 60 * minute, weights);
    const served = servedIn(weights);
    if (served !== 'unknown') visit(minute, served === 'both' ? split : promoted, weights);
  }
}

type Sides = Pick<Split, 'canary' | 'stable'>;

function isHalf({ canary, stable }: Sides, minute: number, bucketSeconds: number): boolean {
  const start = 60 * minute;
  return isHalfShown(canary, start, bucketSeconds) || isHalfShown(stable, start, bucketSeconds);
}

function isStill(
  before: MinuteCounts,
  { canary, stable }: Sides,
  bucketSeconds: number,
  { weight, weightBefore }: MinuteWeights,
): boolean {
  const start = 60 * before.minute;
  return (
    before.weight === weight &&
    before.weightBefore === weightBefore &&
    isShown(canary, start, bucketSeconds, before.canary) &&
    isShown(stable, start, bucketSeconds, before.stable)
  );
}

function countsIn(
  { canary, stable }: Sides,
  minute: number,
  bucketSeconds: number,
  { weight, weightBefore }: MinuteWeights,
): MinuteCounts {
  const counted = (series: EventSeries) => minuteAt(series, 60 * minute, bucketSeconds);
  return { minute, canary: counted(canary), stable: counted(stable), weight, weightBefore };
}

/** The closed minutes of this phase that are shown only in part: those from before it were reported and decided on. */
export function incompleteIn(
  { incomplete }: Pick<PairedMinutes, 'incomplete'>,
  { phase, record }: StoredRollout,
): readonly number[] {
  const known =
    phase.kind === 'preparing' ? 0 : lastClosedMinute(phase.since, record.longestAnswerSeconds);
  return incomplete.filter((minute) => minute > known);
}
