// The input of the judge: one series per question, each with the hour before the rollout.

import { type Counts, type MinuteCounts, missing, rate, sum, withoutEvents } from './counts.ts';
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
 */
export function orient({ worse, ...series }: DirectedSeries): Oriented {
  if (worse === 'higher') return { series, worse: 'more', missing: false };
  if (!isCommon(series)) return { series, worse: 'fewer', missing: false };
  return { series: withoutAnyEvents(series), worse: 'more', missing: true };
}

/**
 * The same for events of which more are worse. Where most requests are events, fewer requests without them are looked
 * for: a service that rejects 70% of its requests can at most reject one and a half times as many, but then serves none.
 */
export function rarer(series: Series): Oriented {
  if (!isCommon(series)) return { series, worse: 'more', missing: false };
  return { series: withoutAnyEvents(series), worse: 'fewer', missing: true };
}

function withoutAnyEvents({ minutes, before }: Series): Series {
  return { minutes: minutes.map(withoutEvents), before: before.map(missing) };
}

function isCommon({ before, minutes }: Series): boolean {
  const usual = sum(before);
  const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
  const known = usual.requests > 0 ? usual : sum(first ? [first.canary, first.stable] : []);
  return rate(known) > 0.5;
}
