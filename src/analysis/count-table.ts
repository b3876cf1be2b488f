// What was counted, by measure, side and time: the one table that judge, steps and report read.

import { must } from '../base/assert.ts';
import type { Counts } from './counts.ts';
import type { Measure } from './measure.ts';

/** Requests, and how many of them were errors or other events, by start of the bucket in seconds. */
export interface EventSeries {
  readonly requests: ReadonlyMap<number, number>;
  readonly events: ReadonlyMap<number, number>;
  /** Buckets of which only a part is shown, however old they are: nobody knows their counts. */
  readonly halfShown?: ReadonlySet<number>;
}

/** One measure's counts of each side, and of everything after the promotion. */
export interface Split {
  readonly canary: EventSeries;
  readonly stable: EventSeries;
  readonly promoted: EventSeries;
}

export interface CountRow extends Split {
  readonly measure: Measure;
}

export interface CountTable {
  /** Seconds of one bucket: 60 from metrics, down to 1 from logs. */
  readonly bucketSeconds: number;
  /** Counts of what came later may still grow; seconds since the epoch. */
  readonly closedUntil: number;
  /** One for each measure, that of all errors among them. */
  readonly rows: readonly CountRow[];
}

export const NO_EVENTS: EventSeries = { requests: new Map(), events: new Map() };

/** The row of the errors of all traffic. */
export function errorsOf({ rows }: Pick<CountTable, 'rows'>): CountRow {
  const isErrors = ({ measure: { kind, scope } }: CountRow) =>
    kind === 'errors' && scope.kind === 'all';
  return must(rows.find(isErrors), 'the errors are always counted');
}

/** Seconds since the epoch; without an end: up to now. */
export interface Window {
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * Sums up what belongs to a window, a step's for instance. A bucket belongs to the window in which its
 * last second lies: counts have no finer grain.
 */
export function total(
  { requests, events }: EventSeries,
  { from, to = Number.POSITIVE_INFINITY }: Window,
  bucketSeconds: number,
): Counts {
  const within = (values: ReadonlyMap<number, number>) => {
    let sum = 0;
    for (const [start, value] of values) {
      const last = start + bucketSeconds - 1;
      if (last >= from && last < to) sum += value;
    }
    return sum;
  };
  return { requests: within(requests), events: within(events) };
}

/** One minute. Without an entry it had no requests; events never exceed the requests. */
export function minuteAt(
  { requests, events }: EventSeries,
  start: number,
  bucketSeconds: number,
): Counts {
  let all = 0;
  let bad = 0;
  for (let at = start; at < start + 60; at += bucketSeconds) {
    all += requests.get(at) ?? 0;
    bad += events.get(at) ?? 0;
  }
  return { requests: all, events: Math.min(all, bad) };
}

/** Whether a part of a minute is missing. */
export function isHalfShown(
  { halfShown }: EventSeries,
  start: number,
  bucketSeconds: number,
): boolean {
  if (halfShown === undefined) return false;
  for (let at = start; at < start + 60; at += bucketSeconds) if (halfShown.has(at)) return true;
  return false;
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
  const buckets = [...requests.keys(), ...events.keys()];
  const half = buckets.filter((start) => !(requests.has(start) && events.has(start)));
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
  const half = [...events].filter(([start, count]) => count > 0 && !requests.has(start));
  return half.length === 0
    ? { requests, events }
    : { requests, events, halfShown: new Set(half.map(([start]) => start)) };
}

/** What is half shown in any of them. */
export function halfShownIn(...series: readonly EventSeries[]): Pick<EventSeries, 'halfShown'> {
  const half = series.flatMap(({ halfShown = [] }) => [...halfShown]);
  return half.length === 0 ? {} : { halfShown: new Set(half) };
}

/** Several series as one. */
export function addUp(series: readonly EventSeries[]): EventSeries {
  return {
    requests: addMaps(series.map((s) => s.requests)),
    events: addMaps(series.map((s) => s.events)),
    ...halfShownIn(...series),
  };
}

function addMaps(all: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  for (const values of all) {
    for (const [start, value] of values) sum.set(start, (sum.get(start) ?? 0) + value);
  }
  return sum;
}

/** One series less another, bucket by bucket; never below 0. */
export function without(from: EventSeries, what: EventSeries): EventSeries {
  return {
    requests: minus(from.requests, what.requests),
    events: minus(from.events, what.events),
    ...halfShownIn(from, what),
  };
}

function minus(
  from: ReadonlyMap<number, number>,
  what: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  return new Map(
    [...from].map(([start, value]) => [start, Math.max(0, value - (what.get(start) ?? 0))]),
  );
}
