// Requests of both versions, from per-minute counts.

import {
  type CountTable,
  type EventSeries,
  errorsOf,
  total,
  type Window,
} from '../analysis/count-table.ts';
import type { Evidence, EvidenceDetail } from '../analysis/evidence.ts';

export interface Totals {
  readonly requests: number;
  /** Responses with a 5XX status, or failed invocations. */
  readonly errors: number;
}

/** The origin of the canary's counts, as named by its count source: `gateway`, `functions`. */
export type TrafficSource = string;

/** The traffic so far by version, or why it cannot be read. */
export type TrafficCounts = CountedTraffic | { readonly kind: 'unreadable'; readonly why: string };

export interface CountedTraffic {
  readonly kind: 'counted';
  readonly source: TrafficSource;
  /** Whether it is known that no request is counted on both sides. */
  readonly apart: boolean;
  /** `unequal`: see `MinuteCounts`. */
  readonly share?: 'unequal';
  /** Contains at least the errors of all traffic. */
  readonly table: CountTable;
  /**
   * Invocations of the new versions; `undefined` if there are none to count, or if the canary's requests are
   * counted by invocations.
   */
  readonly invoked?: EventSeries | undefined;
  /** The functions whose new version has no invocation so far. */
  readonly unreached?: readonly string[];
  /**
   * All requests while traffic is split, and the failures among them that the counts of neither version show;
   * `undefined` if the counts of the versions show every failure.
   */
  readonly unattributed?: EventSeries | undefined;
}

/**
 * Where the canary's requests are counted; `undefined` as long as no closed minute has any, because until then another
 * source may turn out to have them.
 */
export function sourceOf(traffic: TrafficCounts): TrafficSource | undefined {
  if (traffic.kind === 'unreadable') return undefined;
  const { table, source } = traffic;
  const closed = totals(errorsOf(table).canary, { from: 0, to: table.closedUntil }, table);
  return closed && closed.requests > 0 ? source : undefined;
}

/** Requests and errors in a window; `null` if CloudWatch shows them only in part. */
export function totals(
  series: EventSeries,
  within: Window,
  { bucketSeconds }: Pick<CountTable, 'bucketSeconds'>,
): Totals | null {
  const counts = total(series, within, bucketSeconds);
  return counts && { requests: counts.requests, errors: counts.events };
}

/**
 * Judges whether the canary got enough traffic since a step began. CloudWatch publishes a minute only after
 * its end, so a step begins without data, which is inconclusive, not failing.
 *
 * @param since when the step began, in seconds since the epoch
 * @param minRequests the number of requests that is enough, at least 1
 */
export function judgeTraffic(traffic: TrafficCounts, since: number, minRequests: number): Evidence {
  if (traffic.kind === 'unreadable') return unreadableTraffic(traffic.why);
  const { table, invoked } = traffic;
  const step = { from: since };
  const counted = totals(errorsOf(table).canary, step, table);
  const { requests, errors } = counted ?? { requests: 0, errors: 0 };
  if (requests < minRequests)
    return inconclusive({ kind: 'too-few-requests', requests, minRequests });
  if (invoked && total(invoked, step, table.bucketSeconds)?.requests === 0) {
    return inconclusive({ kind: 'no-invocations', requests, errors });
  }
  return { source: TRAFFIC, verdict: 'healthy', detail: { kind: 'requests', requests, errors } };
}

/** The evidence for counts that CloudWatch did not return. */
export function unreadableTraffic(why: string): Evidence {
  return { ...inconclusive({ kind: 'unreadable', why }), unread: true };
}

function inconclusive(detail: EvidenceDetail): Evidence {
  return { source: TRAFFIC, verdict: 'inconclusive', detail };
}

const TRAFFIC = { kind: 'traffic' } as const;

/** The start of the minute that contains a time, both in seconds since the epoch. */
export function startOfMinute(seconds: number): number {
  return Math.floor(seconds / 60) * 60;
}
