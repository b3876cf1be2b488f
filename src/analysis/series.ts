// What the judge is given: one series per question, each with the hour before the rollout.

import { type Counts, type MinuteCounts, missing, rate, sum, withoutEvents } from './counts.ts';

export interface Series {
  /** Closed minutes since the rollout began, in order, without gaps filled in. */
  readonly minutes: readonly MinuteCounts[];
  /** Stable's counts per minute over the hour before the rollout; empty if unknown. */
  readonly before: readonly Counts[];
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

/** The counts of a metric. */
interface DirectedSeries extends Series {
  /** Whether many events are bad (failures) or few (purchases). */
  readonly worse: 'higher' | 'lower';
}

/** A question about events: are there more of them on the canary, or fewer, than on stable? */
export interface Oriented {
  readonly series: Series;
  readonly worse: 'more' | 'fewer';
  /** Whether the events are the requests that lack what the metric counts. */
  readonly missing: boolean;
}

/**
 * What to look for in a metric. Of one of which less is worse the rarer side is compared, for there
 * a ratio says most: fewer orders where one visit in fifty ends in one, more failed logins where
 * most succeed. Which side that is was known before the rollout; without a history the first
 * minute's requests of both arms tell, whose outcomes say nothing of the arms.
 */
export function orient({ worse, ...series }: DirectedSeries): Oriented {
  if (worse === 'higher') return { series, worse: 'more', missing: false };
  if (!isCommon(series)) return { series, worse: 'fewer', missing: false };
  const minutes = series.minutes.map(withoutEvents);
  return { series: { minutes, before: series.before.map(missing) }, worse: 'more', missing: true };
}

function isCommon({ before, minutes }: Series): boolean {
  const usual = sum(before);
  const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
  const known = usual.requests > 0 ? usual : sum(first ? [first.canary, first.stable] : []);
  return rate(known) > 0.5;
}
