// What AWS does not document about the metrics of a canary (decision 5): logs tell which of the series has its requests.

import {
  type CountTable,
  type EventSeries,
  errorsOf,
  isHalfShown,
  minuteAt,
} from '../analysis/count-table.ts';

export interface MetricDimension {
  /** `empty`: the series of the canary's own has no requests. `differs`: it has other ones, or not all. */
  readonly canarySeries: 'complete' | 'empty' | 'differs';
  /** Whether the other series, which has stable's requests, has those of the canary as well. */
  readonly otherSeries: 'with-canary' | 'without-canary' | 'differs';
}

export interface CountedSeries {
  /** `undefined`: it has been found to be empty. */
  readonly own: EventSeries | undefined;
  readonly other: EventSeries;
  /** In seconds since the epoch; later minutes may still grow. */
  readonly closedUntil: number;
}

/** So few requests of a side say nothing. */
const FEWEST_REQUESTS = 20;
/** At the edges of the minutes, logs and metrics may differ by this share. */
const TOLERANCE = 0.05;

/**
 * @param from the first second that the logs show, since the epoch
 * @returns `undefined`: too little has settled
 */
export function dimensionIn(
  { own, other, closedUntil }: CountedSeries,
  logs: CountTable,
  from: number,
): MetricDimension | undefined {
  const { canary, stable } = errorsOf(logs);
  const sums = { canary: 0, stable: 0, own: 0, other: 0 };
  const until = Math.min(closedUntil, logs.closedUntil);
  for (let minute = Math.ceil(from / 60) * 60; minute + 60 <= until; minute += 60) {
    const unread = isHalfShown(canary, minute, 1) || isHalfShown(stable, minute, 1);
    const unknown = (own?.incomplete?.has(minute) ?? false) || other.incomplete?.has(minute);
    if (unread || unknown) continue;
    sums.canary += minuteAt(canary, minute, 1).requests;
    sums.stable += minuteAt(stable, minute, 1).requests;
    sums.own += own?.requests.get(minute) ?? 0;
    sums.other += other.requests.get(minute) ?? 0;
  }
  return Math.min(sums.canary, sums.stable) < FEWEST_REQUESTS ? undefined : findingFor(sums);
}

function findingFor(sums: Readonly<Record<'canary' | 'stable' | 'own' | 'other', number>>) {
  const { canary, stable, own, other } = sums;
  const isComplete = Math.abs(own - canary) <= TOLERANCE * canary;
  // A small canary is not told from a tolerance of all requests.
  const near = (expected: number) => Math.abs(other - expected) <= canary / 3;
  const withCanary = near(stable + canary);
  const otherSeries = withCanary ? 'with-canary' : near(stable) ? 'without-canary' : 'differs';
  const canarySeries = isComplete ? 'complete' : own === 0 ? 'empty' : 'differs';
  return { canarySeries, otherSeries } as const;
}
