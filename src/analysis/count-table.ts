// The counts by measure, side and time: the one table that the judge, the steps and the report read.

import { must } from '../base/assert.ts';
import { MinuteMap } from '../base/minute-map.ts';
import type { Counts } from './counts.ts';
import type { Measure } from './measure.ts';

type Values = ReadonlyMap<number, number>;

/** Requests, and how many of them were errors or other events, by the start of the bucket in seconds. */
export interface EventSeries {
  readonly requests: Values;
  readonly events: Values;
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
  const within = (values: Values) => {
    let sum = 0;
    values.forEach((value, start) => {
      if (isWithin(start) && !incomplete.has(start)) sum += value;
    });
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
  const all = sumOfMinute(requests, start, bucketSeconds);
  return { requests: all, events: Math.min(all, sumOfMinute(events, start, bucketSeconds)) };
}

/** Whether these are the counts of the minute. */
export function isShown(
  { requests, events }: EventSeries,
  start: number,
  bucketSeconds: number,
  counts: Counts,
): boolean {
  const all = sumOfMinute(requests, start, bucketSeconds);
  if (counts.requests !== all) return false;
  return counts.events === Math.min(all, sumOfMinute(events, start, bucketSeconds));
}

function sumOfMinute(values: Values, start: number, bucketSeconds: number): number {
  let sum = 0;
  for (let at = start; at < start + 60; at += bucketSeconds) sum += values.get(at) ?? 0;
  return sum;
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
export function shownTogether(requests: Values, events: Values): EventSeries {
  const half: number[] = [];
  requests.forEach((_, start) => {
    if (!events.has(start)) half.push(start);
  });
  events.forEach((_, start) => {
    if (!requests.has(start)) half.push(start);
  });
  return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}

/**
 * A series of a metric that may be published only when an event happens: no value means 0 events. But events
 * without any requests are incomplete, because their total is missing.
 */
export function shownApart(requests: Values, events: Values): EventSeries {
  const half: number[] = [];
  events.forEach((count, start) => {
    if (count > 0 && !requests.has(start)) half.push(start);
  });
  return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
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

function addMaps(all: readonly Values[]): Values {
  const some = all.filter(({ size }) => size > 0);
  const [only] = some;
  if (only && some.length === 1) return only;
  if (some.length > 0 && some.every(isByMinute)) return addMinutes(some);
  const sum = new Map<number, number>();
  for (const values of some) {
    for (const [start, value] of values) sum.set(start, (sum.get(start) ?? 0) + value);
  }
  return sum;
}

function isByMinute(values: Values): values is MinuteMap {
  return values instanceof MinuteMap;
}

function addMinutes(all: readonly MinuteMap[]): MinuteMap {
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  return MinuteMap.of(from, to, (start) => {
    let sum: number | undefined;
    for (const values of all) {
      const value = values.get(start);
      if (value !== undefined) sum = (sum ?? 0) + value;
    }
    return sum;
  });
}

/** One series minus another, bucket by bucket; never below 0. */
export function without(from: EventSeries, what: EventSeries): EventSeries {
  return {
    requests: minus(from.requests, what.requests),
    events: minus(from.events, what.events),
    ...incompleteIn(from, what),
  };
}

function minus(from: Values, what: Values): Values {
  const rest = (value: number, start: number) => Math.max(0, value - (what.get(start) ?? 0));
  if (!isByMinute(from)) return new Map([...from].map(([at, value]) => [at, rest(value, at)]));
  return MinuteMap.of(from.from, from.to, (start) => {
    const value = from.get(start);
    return value === undefined ? undefined : rest(value, start);
  });
}
