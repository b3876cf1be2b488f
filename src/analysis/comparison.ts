// Compares the canary with stable, minute by minute: how much worse it is, and how many requests that cost.

import { addTo, type Counts, type MinuteCounts, NO_COUNTS, type Writable } from './counts.ts';
import { isSparse } from './share.ts';

export interface Comparison {
  /** The canary's risk over stable's (Mantel–Haenszel); Infinity when stable has no events. */
  readonly ratio: number;
  /** The canary's rate minus stable's, −1 to 1 (Mantel–Haenszel); NaN unless both sides have requests. */
  readonly difference: number;
  /** Canary events beyond those that stable's rate in the same minutes predicts. May be negative. */
  readonly excessEvents: number;
  /** Stable's rate in the canary's minutes, 0 to 1; NaN unless both sides have requests. */
  readonly stableRate: number;
}

/**
 * The common risk ratio and difference over strata (Mantel & Haenszel 1959; Greenland & Robins 1985 for the
 * ratio). Each minute is a stratum. Pooled counts would compare the canary's late minutes with stable's early
 * ones, because the weight grows while conditions change. Sparse minutes have about one request and nothing to
 * compare, so sparse minutes of equal weight are pooled.
 *
 * A check compares all minutes of each measure, so nothing is allocated for a minute.
 *
 * @param later further minutes
 */
export function compare(
  minutes: readonly MinuteCounts[],
  later: readonly MinuteCounts[] = [],
): Comparison {
  let canarySide = 0;
  let stableSide = 0;
  let pairs = 0;
  let matched = 0;
  let expected = 0;
  let observed = 0;
  const pools = poolSparse(minutes, later);
  const count = minutes.length + later.length;
  for (let i = 0; i < count; i++) {
    const minute = minuteIn(minutes, later, i);
    const { canary, stable } = isSparse(minute) ? takePool(pools, minute) : minute;
    if (canary.requests === 0 || stable.requests === 0) continue;
    const requests = canary.requests + stable.requests;
    canarySide += (canary.events * stable.requests) / requests;
    stableSide += (stable.events * canary.requests) / requests;
    pairs += (canary.requests * stable.requests) / requests;
    matched += canary.requests;
    observed += canary.events;
    expected += (canary.requests * stable.events) / stable.requests;
  }
  return {
    ratio: canarySide / stableSide,
    difference: (canarySide - stableSide) / pairs,
    excessEvents: observed - expected,
    stableRate: expected / matched,
  };
}

function minuteIn(
  minutes: readonly MinuteCounts[],
  later: readonly MinuteCounts[],
  index: number,
): MinuteCounts {
  return index < minutes.length ? minutes[index]! : later[index - minutes.length]!;
}

interface Sides {
  readonly canary: Counts;
  readonly stable: Counts;
}

/** The sum of the sparse minutes of one weight. */
interface Pool extends Sides {
  readonly canary: Writable<Counts>;
  readonly stable: Writable<Counts>;
}

function poolSparse(
  minutes: readonly MinuteCounts[],
  later: readonly MinuteCounts[],
): Map<number, Pool> {
  const pools = new Map<number, Pool>();
  const count = minutes.length + later.length;
  for (let i = 0; i < count; i++) {
    const minute = minuteIn(minutes, later, i);
    if (!isSparse(minute)) continue;
    const weights = weightsOf(minute);
    let pool = pools.get(weights);
    if (!pool) {
      pool = { canary: { ...NO_COUNTS }, stable: { ...NO_COUNTS } };
      pools.set(weights, pool);
    }
    addTo(pool.canary, minute.canary);
    addTo(pool.stable, minute.stable);
  }
  return pools;
}

/** A pool is a stratum in the place of its first minute; the others have nothing left. */
function takePool(pools: Map<number, Pool>, minute: MinuteCounts): Sides {
  const weights = weightsOf(minute);
  const pool = pools.get(weights);
  pools.delete(weights);
  return pool ?? NOTHING_LEFT;
}

const NOTHING_LEFT: Sides = { canary: NO_COUNTS, stable: NO_COUNTS };

function weightsOf({ weight, weightBefore }: MinuteCounts): number {
  return weight + 1000 * weightBefore;
}
