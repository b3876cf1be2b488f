// The canary's share of the requests that a cache did not answer.

import type { MinuteCounts } from './counts.ts';

/**
 * How much larger the odds of the canary may be for the requests that fail than for all that are counted. A cache
 * answers some routes and not others. Where the cached routes fail more often at their backend, a canary whose answers
 * are cached less sends more of exactly those requests there, and so fails more often with the same code. The bound
 * holds if no route reaches its backend less than a third as often as all requests do.
 */
export const CACHE_MARGIN = 3;

/**
 * The bounds of the share, 0 to 1. The observed share depends on how many requests reached a backend, and not on their
 * outcomes, so the argument of `share.ts` holds. The weight is no bound above: stable's answers come from the cache more
 * often. For a route that is not cached it is the share, which is the lowest.
 */
export function unequalShare({ canary, stable, weight, weightBefore }: MinuteCounts) {
  const observed = canary.requests / Math.max(1, canary.requests + stable.requests);
  const high = (observed * CACHE_MARGIN) / (1 + observed * (CACHE_MARGIN - 1));
  return { high, low: Math.min(observed, weight / 100, weightBefore / 100) };
}
