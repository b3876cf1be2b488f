// Compares the canary with stable, minute by minute: how much worse it is, and how many requests that cost.

import type { MinuteCounts } from './counts.ts';
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
 */
export function compare(minutes: readonly MinuteCounts[]): Comparison {
  let canarySide = 0;
  let stableSide = 0;
  let pairs = 0;
  let matched = 0;
  let expected = 0;
  let observed = 0;
  for (const stratum of strata(minutes)) {
    const { canaryRequests, canaryEvents, stableRequests, stableEvents } = stratum;
    if (canaryRequests === 0 || stableRequests === 0) continue;
    const requests = canaryRequests + stableRequests;
    canarySide += (canaryEvents * stableRequests) / requests;
    stableSide += (stableEvents * canaryRequests) / requests;
    pairs += (canaryRequests * stableRequests) / requests;
    matched += canaryRequests;
    observed += canaryEvents;
    expected += (canaryRequests * stableEvents) / stableRequests;
  }
  return {
    ratio: canarySide / stableSide,
    difference: (canarySide - stableSide) / pairs,
    excessEvents: observed - expected,
    stableRate: expected / matched,
  };
}

interface Stratum {
  canaryRequests: number;
  canaryEvents: number;
  stableRequests: number;
  stableEvents: number;
}

function strata(minutes: readonly MinuteCounts[]): Stratum[] {
  const all: Stratum[] = [];
  const sparse = new Map<number, Stratum>();
  for (const minute of minutes) {
    const weight = minute.weight + 1000 * minute.weightBefore;
    const pooled = isSparse(minute) ? sparse.get(weight) : undefined;
    const stratum = pooled ?? { ...EMPTY };
    if (!pooled) all.push(stratum);
    if (isSparse(minute)) sparse.set(weight, stratum);
    stratum.canaryRequests += minute.canary.requests;
    stratum.canaryEvents += minute.canary.events;
    stratum.stableRequests += minute.stable.requests;
    stratum.stableEvents += minute.stable.events;
  }
  return all;
}

const EMPTY: Stratum = { canaryRequests: 0, canaryEvents: 0, stableRequests: 0, stableEvents: 0 };
