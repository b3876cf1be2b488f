// Weights that follow the traffic: a total failure costs what the first weight lets through.

/** Canary requests per minute that the first weight aims at: a total failure shows in two minutes. */
const FIRST_REQUESTS = 30;
/** The first weight's limits, in per cent. */
const LEAST_FIRST = 0.1;
const MOST_FIRST = 10;
/** The last weight before promotion: where a comparison learns most per minute. */
const LAST = 50;
/** Above this there is too little stable traffic left to compare with. */
export const HIGHEST_WEIGHT = 95;

/**
 * The weights, in per cent to two decimals, of a ramp for this traffic: the first gives the canary
 * about 30 requests a minute, the last is 50 %, and each is the same multiple of the one before.
 * Promotion follows the last one; never 100 % as a step, for there is nothing to compare with.
 *
 * @param requestsPerMinute what the API gets, both arms together; 0 when unknown
 * @param count how many weights; at least 2
 */
export function autoSteps(requestsPerMinute: number, count = 4): number[] {
  const wanted = requestsPerMinute > 0 ? (100 * FIRST_REQUESTS) / requestsPerMinute : MOST_FIRST;
  const first = Math.min(MOST_FIRST, Math.max(LEAST_FIRST, wanted));
  const multiple = (LAST / first) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}
