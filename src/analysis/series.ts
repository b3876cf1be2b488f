// The input of the judge: one series per question, each with the hour before the rollout.

import {
  type Counts,
  finder,
  type MinuteCounts,
  missing,
  rate,
  sum,
  withoutEvents,
} from './counts.ts';
import type { OpenMinute } from './open-minutes.ts';
import type { LogSeconds } from './seconds.ts';

export interface Series {
  /** Closed minutes since the rollout began, in order, without gaps filled in. */
  readonly minutes: readonly MinuteCounts[];
  /** Later minutes while traffic is split, in order; their counts are still arriving. */
  readonly open?: readonly OpenMinute[];
  /** The same requests by the second, if logs show them; without any second while the logs are no evidence. */
  readonly seconds?: LogSeconds;
  /** Stable's counts per minute over the hour before the rollout; empty if unknown. */
  readonly before: readonly Counts[];
}

/** The counts of a metric. */
interface DirectedSeries extends Series {
  /** Whether more events are worse (failures) or fewer (purchases). */
  readonly worse: 'higher' | 'lower';
}

/** A question about events: does the canary have more, or fewer, than stable? */
export interface Oriented {
  readonly series: Series;
  readonly worse: 'more' | 'fewer';
  /** Whether the events are the requests without what the metric counts. */
  readonly missing: boolean;
}

/**
 * What to look for in a metric. If fewer events are worse, the rarer outcome is compared, because a ratio
 * shows most there: fewer orders if one visit in fifty ends in an order, more failed logins if most succeed.
 * The rarer outcome is known before the rollout. Without a history, the first minute of both sides together
 * determines it; their total does not reveal how the sides differ.
 *
 * @param earlier the minutes of the last result: what has not changed since is the same object
 */
export function orient(
  { worse, ...series }: DirectedSeries,
  earlier?: readonly MinuteCounts[],
): Oriented {
  if (worse === 'higher') return { series, worse: 'more', missing: false };
  if (!isCommon(series)) return { series, worse: 'fewer', missing: false };
  return { series: withoutAnyEvents(series, earlier), worse: 'more', missing: true };
}

/**
 * The same for events of which more are worse. Where most requests are events, fewer requests without them are looked
 * for: a service that rejects 70% of its requests can at most reject one and a half times as many, but then serves none.
 */
export function rarer(series: Series, earlier?: readonly MinuteCounts[]): Oriented {
  if (!isCommon(series)) return { series, worse: 'more', missing: false };
  return { series: withoutAnyEvents(series, earlier), worse: 'fewer', missing: true };
}

function withoutAnyEvents(
  { minutes, before }: Series,
  earlier: readonly MinuteCounts[] = [],
): Series {
  const find = finder(earlier);
  return {
    minutes: minutes.map((minute) => {
      const known = find(minute.minute);
      return known && isWithoutEvents(known, minute) ? known : withoutEvents(minute);
    }),
    before: before.map(missing),
  };
}

function isWithoutEvents(made: MinuteCounts, minute: MinuteCounts): boolean {
  return (
    made.weight === minute.weight &&
    made.weightBefore === minute.weightBefore &&
    made.share === minute.share &&
    isMissing(made.canary, minute.canary) &&
    isMissing(made.stable, minute.stable)
  );
}

function isMissing(made: Counts, { requests, events }: Counts): boolean {
  return made.requests === requests && made.events === Math.max(0, requests - events);
}

function isCommon({ before, minutes }: Series): boolean {
  const usual = sum(before);
  const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
  const known = usual.requests > 0 ? usual : sum(first ? [first.canary, first.stable] : []);
  return rate(known) > 0.5;
}
