// Requests of the two arms, from per-minute counts.

import type { Evidence } from '../analysis/evidence.ts';

/** Requests, and how many of them were errors or other events, by start of the minute in seconds. */
export interface EventSeries {
  readonly requests: ReadonlyMap<number, number>;
  readonly events: ReadonlyMap<number, number>;
  /** Minutes of which only a part is shown, however old they are: nobody knows their counts. */
  readonly halfShown?: ReadonlySet<number>;
}

/**
 * A series of which AWS shows requests and events together, the events as 0 where there are none
 * (API Gateway, "dimensions and metrics": the average of 5XXError is the error rate, with Count for
 * its denominator; Lambda, "types of metrics": the outcome of each invocation is sent as 0 or 1). So a
 * minute with one of the two has not been shown whole, and no value is not the value 0.
 */
export function shownTogether(
  requests: ReadonlyMap<number, number>,
  events: ReadonlyMap<number, number>,
): EventSeries {
  const minutes = [...requests.keys(), ...events.keys()];
  const half = minutes.filter((minute) => !(requests.has(minute) && events.has(minute)));
  return half.length === 0 ? { requests, events } : { requests, events, halfShown: new Set(half) };
}

/**
 * A series of a metric that may be counted only when it happens: no events are 0 events. But events
 * without any requests have lost what they are a part of.
 */
export function shownApart(
  requests: ReadonlyMap<number, number>,
  events: ReadonlyMap<number, number>,
): EventSeries {
  const half = [...events].filter(([minute, count]) => count > 0 && !requests.has(minute));
  return half.length === 0
    ? { requests, events }
    : { requests, events, halfShown: new Set(half.map(([minute]) => minute)) };
}

/** What is half shown in any of them. */
export function halfShownIn(...series: readonly EventSeries[]): Pick<EventSeries, 'halfShown'> {
  const half = series.flatMap(({ halfShown = [] }) => [...halfShown]);
  return half.length === 0 ? {} : { halfShown: new Set(half) };
}

export interface Totals {
  readonly requests: number;
  /** Answers with a 5XX status, or failed invocations. */
  readonly errors: number;
}

/** Where the counts of the canary come from. */
export type TrafficSource = 'gateway' | 'functions' | 'alias';

/** The traffic so far, told apart, or why it cannot be told. */
export type TrafficCounts =
  | {
      readonly kind: 'counted';
      readonly source: TrafficSource;
      /** Whether it is known that no request is counted in both arms. */
      readonly apart: boolean;
      readonly canary: EventSeries;
      readonly stable: EventSeries;
      /** After the promotion: everything. */
      readonly promoted: EventSeries;
      /**
       * Invocations of the new versions, by minute; `undefined`: there are none to count, or the
       * canary's requests are counted by them.
       */
      readonly invoked?: ReadonlyMap<number, number> | undefined;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Sums the minutes that begin in `[from, to)`. */
export function totals(series: EventSeries, from = 0, to = Number.POSITIVE_INFINITY): Totals {
  const within = (values: ReadonlyMap<number, number>) => {
    let sum = 0;
    for (const [minute, value] of values) if (minute >= from && minute < to) sum += value;
    return sum;
  };
  return { requests: within(series.requests), errors: within(series.events) };
}

/**
 * Did the canary get enough traffic since a step began? CloudWatch shows a minute only after it is
 * over, so a step begins with silence, which is inconclusive and not failing.
 *
 * @param since when the step began, seconds since the epoch
 * @param minRequests what is enough, at least 1
 */
export function judgeTraffic(traffic: TrafficCounts, since: number, minRequests: number): Evidence {
  if (traffic.kind === 'unreadable') return unreadableTraffic(traffic.why);
  const witness = WITNESS;
  const { requests, errors } = totals(traffic.canary, startOfMinute(since));
  if (requests < minRequests) {
    const says =
      requests === 0
        ? 'none counted in this step yet'
        : `${requests} requests counted in this step, fewer than ${minRequests}`;
    return { witness, verdict: 'inconclusive', says };
  }
  const says = `${requests} requests counted, ${errors} failed`;
  const { invoked } = traffic;
  if (
    invoked &&
    totals({ requests: invoked, events: NOTHING }, startOfMinute(since)).requests === 0
  ) {
    return {
      witness,
      verdict: 'inconclusive',
      says: `${says}, and none of them reached a new version: Lambda counts no invocation of one in this step`,
    };
  }
  return { witness, verdict: 'healthy', says };
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Counts that CloudWatch did not give. */
export function unreadableTraffic(why: string): Evidence {
  const says = `the counts could not be read: ${why}`;
  return { witness: WITNESS, verdict: 'inconclusive', says, unread: true };
}

const WITNESS = 'canary traffic';

/** The start of the minute that a time lies in, both in seconds since the epoch. */
export function startOfMinute(seconds: number): number {
  return Math.floor(seconds / 60) * 60;
}
