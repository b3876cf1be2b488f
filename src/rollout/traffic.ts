// Requests of the two arms, from per-minute counts.

import {
  type CountTable,
  type EventSeries,
  errorsOf,
  total,
  type Window,
} from '../analysis/count-table.ts';
import type { Evidence } from '../analysis/evidence.ts';

export interface Totals {
  readonly requests: number;
  /** Answers with a 5XX status, or failed invocations. */
  readonly errors: number;
}

/** Where the counts of the canary come from, as its count source names it: `gateway`, `functions`. */
export type TrafficSource = string;

/** The traffic so far, by version, or why it cannot be split. */
export type TrafficCounts = CountedTraffic | { readonly kind: 'unreadable'; readonly why: string };

export interface CountedTraffic {
  readonly kind: 'counted';
  readonly source: TrafficSource;
  /** Whether it is known that no request is counted on both sides. */
  readonly apart: boolean;
  /** At least the errors of all traffic. */
  readonly table: CountTable;
  /**
   * Invocations of the new versions; `undefined`: there are none to count, or the canary's requests
   * are counted by them.
   */
  readonly invoked?: EventSeries | undefined;
}

/** Requests and errors in a window. */
export function totals(
  series: EventSeries,
  within: Window,
  { bucketSeconds }: Pick<CountTable, 'bucketSeconds'>,
): Totals {
  const { requests, events } = total(series, within, bucketSeconds);
  return { requests, errors: events };
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
  const { table, invoked } = traffic;
  const step = { from: since };
  const { requests, errors } = totals(errorsOf(table).canary, step, table);
  if (requests < minRequests) {
    const says =
      requests === 0
        ? 'none counted in this step yet'
        : `${requests} requests counted in this step, fewer than ${minRequests}`;
    return { source: TRAFFIC, verdict: 'inconclusive', says };
  }
  const says = `${requests} requests counted, ${errors} failed`;
  if (invoked && total(invoked, step, table.bucketSeconds).requests === 0) {
    return {
      source: TRAFFIC,
      verdict: 'inconclusive',
      says: `${says}, and none of them reached a new version: Lambda counts no invocation of one in this step`,
    };
  }
  return { source: TRAFFIC, verdict: 'healthy', says };
}

/** Counts that CloudWatch did not give. */
export function unreadableTraffic(why: string): Evidence {
  const says = `the counts could not be read: ${why}`;
  return { source: TRAFFIC, verdict: 'inconclusive', says, unread: true };
}

const TRAFFIC = { kind: 'traffic' } as const;

/** The start of the minute that a time lies in, both in seconds since the epoch. */
export function startOfMinute(seconds: number): number {
  return Math.floor(seconds / 60) * 60;
}
