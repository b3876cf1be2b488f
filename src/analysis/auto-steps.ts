// Weights that follow the traffic: a total failure costs what the first weight lets through.

/** What a step waits for: its time, or evidence that the next weight is safe. */
export type Pace = 'time' | 'evidence';

const LADDERS: Readonly<Record<Pace, Ladder>> = {
  time: { firstRequests: 30, count: 4 },
  // Evidence comes by requests: twice as many, and a rung less to wait on.
  evidence: { firstRequests: 60, count: 3 },
};

interface Ladder {
  /** Canary requests per minute that the first weight aims at: total failure shows in two. */
  readonly firstRequests: number;
  readonly count: number;
}

/** The first weight's limits, in per cent. */
const LEAST_FIRST = 0.1;
const MOST_FIRST = 10;
/** The last weight before promotion: where a comparison learns most per minute. */
const LAST = 50;
/** Above this there is too little stable traffic left to compare with. */
export const HIGHEST_WEIGHT = 95;

/**
 * The weights, in per cent to two decimals, of a ramp for this traffic: the first gives the canary
 * a few dozen requests a minute, the last is 50 %, and each is the same multiple of the one
 * before. Promotion follows the last one; never 100 % as a step, for there is nothing left to
 * compare with.
 *
 * @param requestsPerMinute what the API gets, both arms together; 0 when unknown
 */
export function autoSteps(requestsPerMinute: number, pace: Pace = 'time'): number[] {
  const { firstRequests, count } = LADDERS[pace];
  const wanted = requestsPerMinute > 0 ? (100 * firstRequests) / requestsPerMinute : MOST_FIRST;
  const first = Math.min(MOST_FIRST, Math.max(LEAST_FIRST, wanted));
  const multiple = (LAST / first) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}
