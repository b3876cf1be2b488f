// The counts by measure, side and time: the one table that the judge, the steps and the report read.

import { must } from '../base/assert.ts';
import type { Counts } from './counts.ts';
import type { Measure } from './measure.ts';

/** Requests, and how many of them were errors or other events, by the start of the bucket in seconds. */
export interface EventSeries {
  readonly requests: ReadonlyMap<number, number>;
  readonly events: ReadonlyMap<number, number>;
  /** Buckets that AWS shows only in part, however old they are. Their counts are unknown. */
  readonly incomplete?: ReadonlySet<number>;
}

/** The counts of one measure for each side, and for all traffic after the promotion. */
export interface Split {
  readonly canary: EventSeries;
  readonly stable: EventSeries;
  readonly promoted: EventSeries;
}

export interface CountRow extends Split {
  readonly measure: Measure;
}

export interface CountTable {
  /** Length of a bucket in seconds: 60 for metrics, down to 1 for logs. */
  readonly bucketSeconds: number;
  /** Later counts may still grow; seconds since the epoch. */
  readonly closedUntil: number;
  /** One for each measure, including that of all errors. */
  readonly rows: readonly CountRow[];
}

export const NO_EVENTS: EventSeries = { requests: new Map(), events: new Map() };

/** The row of the errors of all traffic. Throws an `ImpossibleError` when there is none. */
export function errorsOf({ rows }: Pick<CountTable, 'rows'>): CountRow {
  const isErrors = ({ measure: { kind, scope } }: CountRow) =>
    kind === 'errors' && scope.kind === 'all';
  return must(rows.find(isErrors), 'the errors are always counted');
}

/** A period in seconds since the epoch; without an end, it lasts until now. */
export interface Window {
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * The total of a window, such as a step. A bucket belongs to the window that contains its last second, because
 * counts have no finer resolution. Incomplete buckets are left out.
 *
 * @returns `null`: unknown, because only incomplete buckets have counts
 */
export function total(
  { requests, events, incomplete = new Set() }: EventSeries,
  { from, to = Number.POSITIVE_INFINITY }: Window,
  bucketSeconds: number,
): Counts | null {
  const isWithin = (start: number) => {
    const last = start + bucketSeconds - 1;
    return last >= from && last < to;
  };
  const within = (values: ReadonlyMap<number, number>) => {
    let sum = 0;
    for (const [start, value] of values) {
      if (isWithin(start) && !incomplete.has(start)) sum += value;
    }
    return sum;
  };
  const counts = { requests: within(requests), events: within(events) };
  return counts.requests === 0 && [...incomplete].some(isWithin) ? null : counts;
}

/** The counts of one minute. Without an entry, it had no requests. Events never exceed requests. */
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

/** Whether part of a minute is missing. */
export function isHalfShown(
  { incomplete }: EventSeries,
  start: number,
  bucketSeconds: number,
): boolean {
  if (incomplete === undefined) return false;
  for (let at = start; at < start + 60; at += bucketSeconds) if (incomplete.has(at)) return true;
  return false;
}

/**
 * A series for which AWS publishes requests and events together, with 0 for no events (API Gateway,
 * "dimensions and metrics": the average of 5XXError is the error rate, with Count as its denominator; Lambda,
 * "types of metrics": the outcome of each invocation is sent as 0 or 1). So a minute with only one of the two
 * is incomplete, and a missing value is not 0.
 */
export function shownTogether(
  requests: ReadonlyMap<number, number>,
  events: ReadonlyMap<number, number>,
): EventSeries {
  const buckets = [...requests.keys(), ...events.keys()];
  const half = buckets.filter((start) => !(requests.has(start) && events.has(start)));
  return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}

/**
 * A series of a metric that may be published only when an event happens: no value means 0 events. But events
 * without any requests are incomplete, because their total is missing.
 */
export function shownApart(
  requests: ReadonlyMap<number, number>,
  events: ReadonlyMap<number, number>,
): EventSeries {
  const half = [...events].filter(([start, count]) => count > 0 && !requests.has(start));
  return half.length === 0
    ? { requests, events }
    : { requests, events, incomplete: new Set(half.map(([start]) => start)) };
}

/** The buckets that any of the series shows only in part. */
export function incompleteIn(...series: readonly EventSeries[]): Pick<EventSeries, 'incomplete'> {
  const half = series.flatMap(({ incomplete = [] }) => [...incomplete]);
  return half.length === 0 ? {} : { incomplete: new Set(half) };
}

/** The sum of several series. */
export function addUp(series: readonly EventSeries[]): EventSeries {
  return {
    requests: addMaps(series.map((s) => s.requests)),
    events: addMaps(series.map((s) => s.events)),
    ...incompleteIn(...series),
  };
}

function addMaps(all: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  for (const values of all) {
    for (const [start, value] of values) sum.set(start, (sum.get(start) ?? 0) + value);
  }
  return sum;
}

/** One series minus another, bucket by bucket; never below 0. */
export function without(from: EventSeries, what: EventSeries): EventSeries {
  return {
    requests: minus(from.requests, what.requests),
    events: minus(from.events, what.events),
    ...incompleteIn(from, what),
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
