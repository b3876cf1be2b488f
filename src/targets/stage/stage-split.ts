// The two sides of a stage's traffic, from CloudWatch's series.
//
// AWS does not document under which dimension canary requests are counted, nor whether the stage's series includes
// them. So both series are read in addition to those of the function versions, which are documented, and nothing
// undocumented is assumed.

import { addUp, type EventSeries, incompleteIn, without } from '../../analysis/count-table.ts';
import { countedErrors } from '../../monitor/counted-errors.ts';
import type { CountedTraffic } from '../../rollout/traffic.ts';

interface RawCounts {
  readonly stage: EventSeries;
  readonly canary: EventSeries;
  /** Invocations of the released functions' previous and new versions; empty without functions. */
  readonly oldVersions: EventSeries;
  readonly newVersions: EventSeries;
}

/**
 * Separates the sides. API Gateway's own canary series takes precedence, because it includes failures that never
 * reach a function. If it is empty although the new versions were invoked, the versions' series are used
 * instead. They do not contain the 5XX responses that a function returns. Of those, only the stage's series may show
 * some: while traffic is split, without a version; after the promotion, all of them.
 *
 * @param closedUntil seconds since the epoch; counts of what came later may still grow
 * @param gateway `shared`: API Gateway's series also count another API of the same name
 */
export function splitCounts(
  raw: RawCounts,
  closedUntil: number,
  gateway: 'own' | 'shared' = 'own',
): CountedTraffic {
  const { stage, canary, oldVersions, newVersions } = raw;
  if (gateway === 'shared') {
    const sides = { canary: newVersions, stable: oldVersions, promoted: newVersions };
    return countedErrors('functions', { apart: true, sides, closedUntil });
  }
  const overlap = overlapOf(raw, closedUntil);
  if (sum(canary.requests) === 0 && sum(newVersions.requests) > 0) {
    const sides = { canary: newVersions, stable: oldVersions, promoted: stage };
    const counted = countedErrors('functions', { apart: true, sides, closedUntil });
    return overlap === 'none' ? counted : { ...counted, unattributed: beyondVersions(raw) };
  }
  const stable = overlap === 'whole' ? without(stage, canary) : stage;
  const apart = overlap !== 'unknown';
  const sides = { canary, stable, promoted: stage };
  return countedErrors('gateway', { apart, sides, closedUntil });
}

/** The failures of the stage that the versions' own counts do not contain. */
function beyondVersions({ stage, oldVersions, newVersions }: RawCounts): EventSeries {
  const { requests } = stage;
  const { events } = without(stage, addUp([oldVersions, newVersions]));
  return { requests, events, ...incompleteIn(stage, oldVersions, newVersions) };
}

const TOLERANCE = 0.05;

/**
 * How much of the canary's traffic the stage's series includes, as far as the functions' own counts show it: all of
 * it, or none. If they do not show it, the series is used as it is, and every canary request may be counted on both
 * sides. That makes the sequential test weaker but not wrong (see docs/decisions/0005), as long as it bets on
 * failures only.
 *
 * Only closed minutes are used: in an open one, API Gateway's counts may be there before those of the functions.
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

/** The sum of the minutes that begin before `until`. */
function sum(values: ReadonlyMap<number, number>, until = Number.POSITIVE_INFINITY): number {
  let total = 0;
  values.forEach((value, minute) => {
    if (minute < until) total += value;
  });
  return total;
}
