// Weights chosen from the traffic: the first weight limits the cost of a total failure.

/** What ends a step: its duration, or evidence that the next weight is safe. */
export type Pace = 'time' | 'evidence';

const LADDERS: Readonly<Record<Pace, Ladder>> = {
  time: { firstRequests: 30, count: 4 },
  // Evidence depends on the number of requests: twice as many for the first weight, and one step fewer.
  evidence: { firstRequests: 60, count: 3 },
};

interface Ladder {
  /** Canary requests per minute to aim for at the first weight: a total failure shows within two minutes. */
  readonly firstRequests: number;
  readonly count: number;
}

/** The limits of the first weight, in %. */
const MIN_FIRST = 0.1;
const MAX_FIRST = 10;
/** The last weight before promotion, in %: a comparison learns most per minute at an even split. */
const LAST = 50;
/** In %. Above this weight, too little stable traffic is left to compare with. */
export const HIGHEST_WEIGHT = 95;

/**
 * The weights of a ramp for this traffic, in % to two decimals. The first gives the canary a few dozen
 * requests per minute, the last is 50%, and each is the same multiple of the previous one. Promotion follows
 * the last one. 100% is never a step, because it leaves nothing to compare with.
 *
 * @param requestsPerMinute of both versions together; 0 if unknown
 */
export function autoSteps(requestsPerMinute: number, pace: Pace = 'time'): number[] {
  const { firstRequests, count } = LADDERS[pace];
  const wanted = requestsPerMinute > 0 ? (100 * firstRequests) / requestsPerMinute : MAX_FIRST;
  const first = Math.min(MAX_FIRST, Math.max(MIN_FIRST, wanted));
  const multiple = (LAST / first) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}
