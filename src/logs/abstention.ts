// Why logs are no evidence at some time: then they abstain, and metrics decide. Nothing of this is ever a 0, and nothing
// of this is a failure of the canary.

import type { EventSeries } from '../analysis/count-table.ts';
import type { FormatProblem } from './access-log-format.ts';
import type { Visibility } from './log-visibility.ts';
import type { Side } from './sighting.ts';
import type { LogCounts } from './tally.ts';

export type Abstention =
  /** The format of the stage's access log cannot be read. */
  | { readonly kind: 'format'; readonly problem: FormatProblem }
  /** API Gateway creates the group of a canary with its first request. */
  | { readonly kind: 'group-missing'; readonly group: string }
  /** What the group keeps for so few days has been deleted in the meantime. */
  /** FilterLogEvents does not read the class of the group. */
  | { readonly kind: 'log-class'; readonly group: string }
  | { readonly kind: 'denied'; readonly message: string }
  /** The calls that were planned for the release have been made. */
  | { readonly kind: 'budget' }
  /** There are more lines than can be kept. */
  | { readonly kind: 'too-many-lines'; readonly group: string }
  /** AWS throttled the reads several times in a row. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unreadable'; readonly message: string }
  /** Seconds that should have been read by now. */
  | { readonly kind: 'gap'; readonly seconds: number }
  | { readonly kind: 'unparsed'; readonly share: number }
  /** Requests that began and of which no line says how they ended. */
  | { readonly kind: 'unfinished'; readonly share: number }
  | { readonly kind: 'dropped' }
  /** A clock is off: lines are from the future. */
  | { readonly kind: 'clock'; readonly share: number }
  /** Logs show fewer requests than metrics do. */
  | { readonly kind: 'incomplete'; readonly side: Side; readonly share: number }
  /** Logs show more requests than metrics do. */
  | { readonly kind: 'excess'; readonly side: Side; readonly share: number }
  | { readonly kind: 'successes-hidden' }
  | { readonly kind: 'failures-hidden' };

/** More than this share of unreadable, unfinished or misdated lines, and logs abstain. */
const TOLERATED_SHARE = 0.01;
/** Fewer requests than this share of those in the metrics, and logs abstain. */
const LEAST_SHARE = 0.95;
/** The metrics may be incomplete as well; above this, requests must have been counted twice. */
const MOST_SHARE = 1.1;
/** So few requests say nothing about a share. */
const FEWEST_REQUESTS = 20;
/** A second that has not been read at this age, in seconds, is a gap. */
const GAP_AFTER_SECONDS = 45;

/** What the logs themselves show. */
export function abstentionsIn(counts: LogCounts, now: number): readonly Abstention[] {
  const { quality, canary, stable, readUntil } = counts;
  const { events, unparsed, unfinished, fromTheFuture, dropped } = quality;
  const found: Abstention[] = [];
  const limit = Math.floor(now) - GAP_AFTER_SECONDS;
  const holes = [...(canary.incomplete ?? []), ...(stable.incomplete ?? [])];
  const old = new Set(holes.filter((second) => second < limit)).size;
  // Nothing at all has been read since.
  const seconds = Math.max(old, readUntil < limit && holes.length === 0 ? limit - readUntil : 0);
  if (seconds > 0) found.push({ kind: 'gap', seconds });
  for (const [kind, part] of [
    ['unparsed', unparsed],
    ['unfinished', unfinished],
    ['clock', fromTheFuture],
  ] as const) {
    const share = part / Math.max(1, events);
    if (share > TOLERATED_SHARE) found.push({ kind, share });
  }
  if (dropped) found.push({ kind: 'dropped' });
  return found;
}

/** What the function's settings hide. */
export function abstentionsOf({ successes, failures }: Visibility): readonly Abstention[] {
  return [
    ...(successes ? [] : [{ kind: 'successes-hidden' } as const]),
    ...(failures ? [] : [{ kind: 'failures-hidden' } as const]),
  ];
}

/**
 * Compares logs with metrics, over the minutes that are complete in both. API Gateway and Lambda count a request in the
 * minute in which it was received, so a minute on its own may differ at its edges; their sum may not.
 *
 * @param logs of one side, by the second
 * @param metrics requests by minute, in seconds since the epoch; complete minutes only
 * @param until seconds since the epoch: logs are settled up to here
 */
export function compareWithMetrics(
  side: Side,
  logs: EventSeries,
  metrics: ReadonlyMap<number, number>,
  until: number,
): readonly Abstention[] {
  let [logged, measured] = [0, 0];
  for (const [minute, requests] of metrics) {
    const isWhole = minute + 60 <= until && !hasGap(logs, minute);
    if (!isWhole) continue;
    measured += requests;
    for (let second = minute; second < minute + 60; second++) {
      logged += logs.requests.get(second) ?? 0;
    }
  }
  if (Math.max(measured, logged) < FEWEST_REQUESTS) return [];
  const share = measured === 0 ? Number.POSITIVE_INFINITY : logged / measured;
  if (share < LEAST_SHARE) return [{ kind: 'incomplete', side, share }];
  return share > MOST_SHARE ? [{ kind: 'excess', side, share }] : [];
}

function hasGap({ incomplete }: EventSeries, minute: number): boolean {
  for (let second = minute; second < minute + 60; second++)
    if (incomplete?.has(second)) return true;
  return false;
}

/** Whether failures that were seen still count, and may decide at once; a pass never does without the logs. */
export function keepsFailures({ kind }: Abstention): boolean {
  const kinds: readonly Abstention['kind'][] = [
    ...(['group-missing', 'throttled', 'budget', 'too-many-lines', 'gap', 'unfinished'] as const),
    ...(['dropped', 'failures-hidden', 'unreadable'] as const),
  ];
  return kinds.includes(kind);
}

/**
 * The requests of a side with at least those that must have arrived. A failure is often logged sooner than a success,
 * so the share of failures is too high in seconds that are not settled.
 *
 * @param expected requests a second, by the traffic and its split
 */
export function withExpected(
  series: EventSeries,
  closedUntil: number,
  expected: number,
): EventSeries {
  const requests = new Map(series.requests);
  for (const second of [...series.requests.keys(), ...series.events.keys()]) {
    if (second < closedUntil) continue;
    requests.set(second, Math.max(series.requests.get(second) ?? 0, Math.round(expected)));
  }
  return { ...series, requests };
}
