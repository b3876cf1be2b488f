// The two arms of the traffic, out of the series that CloudWatch has.
//
// No AWS page says under which dimension canary requests are counted, nor whether the series of the
// stage counts them as well. So both series are read next to those of the function versions, which
// are documented, and what cannot be told is not assumed.

import { type EventSeries, halfShownIn, type TrafficCounts } from '../rollout/traffic.ts';

export interface RawCounts {
  readonly stage: EventSeries;
  readonly canary: EventSeries;
  /** Invocations of the released functions' old and new versions; empty without functions. */
  readonly oldVersions: EventSeries;
  readonly newVersions: EventSeries;
}

/**
 * Tells the arms apart. The gateway's own canary series comes first, since it sees failures that
 * never reach a function; where it is empty although the new versions were invoked, the versions'
 * series stand in.
 *
 * @param closedUntil seconds since the epoch; counts of what came later may still grow
 */
export function splitCounts(raw: RawCounts, closedUntil: number): TrafficCounts {
  const { stage, canary, oldVersions, newVersions } = raw;
  if (sum(canary.requests) === 0 && sum(newVersions.requests) > 0) {
    const arms = { canary: newVersions, stable: oldVersions, promoted: newVersions };
    return { kind: 'counted', source: 'functions', apart: true, ...arms };
  }
  const overlap = overlapOf(raw, closedUntil);
  const stable = overlap === 'whole' ? without(stage, canary) : stage;
  const apart = overlap !== 'unknown';
  return { kind: 'counted', source: 'gateway', apart, canary, stable, promoted: stage };
}

const TOLERANCE = 0.05;

/**
 * How much of the canary's traffic the stage's series counts as well, as far as the functions' own
 * counts show it: the whole of it, or nothing. Where they do not show it, the series is left as it
 * is, and every canary request may stand in both arms. That makes the sequential test weaker but
 * not wrong (see docs/decisions/0005), as long as it bets on failures only.
 *
 * Only closed minutes are asked: of one that is open the gateway's counts may be there while the
 * functions' are still on their way.
 */
function overlapOf(raw: RawCounts, closedUntil: number): 'whole' | 'none' | 'unknown' {
  const closed = ({ requests }: EventSeries) => sum(requests, closedUntil);
  const stage = closed(raw.stage);
  const old = closed(raw.oldVersions);
  const all = old + closed(raw.newVersions);
  if (old === 0 || all === old) return 'unknown';
  const toAll = Math.abs(stage - all);
  const toOld = Math.abs(stage - old);
  if (toAll < toOld && toAll <= TOLERANCE * all) return 'whole';
  return toOld < toAll && toOld <= TOLERANCE * old ? 'none' : 'unknown';
}

/** One series less another, minute by minute; never below 0. */
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
  return new Map([...from].map(([m, value]) => [m, Math.max(0, value - (what.get(m) ?? 0))]));
}

/** The sum of the minutes that begin before `until`. */
function sum(values: ReadonlyMap<number, number>, until = Number.POSITIVE_INFINITY): number {
  let total = 0;
  for (const [minute, value] of values) if (minute < until) total += value;
  return total;
}
