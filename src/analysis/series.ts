// What the judge is given: one series per question, each with the hour before the rollout.

import type { Counts, MinuteCounts } from './counts.ts';

export interface Series {
  /** Closed minutes since the rollout began, in order, without gaps filled in. */
  readonly minutes: readonly MinuteCounts[];
  /** Stable's counts per minute over the hour before the rollout; empty if unknown. */
  readonly before: readonly Counts[];
}

/** Requests slower than a threshold: stable's own quantile of the hour before, frozen since. */
export interface SlowSeries extends Series {
  /** The share of stable's requests that the threshold left below it: 0.9 or 0.99. */
  readonly quantile: number;
  readonly thresholdMs: number;
}

/** A metric that the user named, as counts: events among a total. */
export interface MetricSeries extends Series {
  readonly name: string;
  /** Whether many events are bad (failures) or few (purchases). */
  readonly worse: 'higher' | 'lower';
}

/**
 * The series without the minutes in which a canary is still cold: the first `warmUp` minutes of
 * each weight, the one in which it was set among them. Only for latency; a request that fails because its server did
 * not start is a failed request.
 */
export function withoutWarmUp(minutes: readonly MinuteCounts[], warmUp: number): MinuteCounts[] {
  let warmFrom = Number.NEGATIVE_INFINITY;
  let weight = 0;
  return minutes.filter((m) => {
    if (m.weight !== weight || m.weightBefore !== m.weight) warmFrom = m.minute + warmUp;
    weight = m.weight;
    return m.minute >= warmFrom;
  });
}

/** The series with events for what is bad: of a metric of which less is worse, the missing ones. */
export function asFailures(series: MetricSeries): Series {
  if (series.worse === 'higher') return series;
  return {
    minutes: series.minutes.map((m) => ({
      ...m,
      canary: missing(m.canary),
      stable: missing(m.stable),
    })),
    before: series.before.map(missing),
  };
}

function missing(counts: Counts): Counts {
  return { requests: counts.requests, events: Math.max(0, counts.requests - counts.events) };
}
