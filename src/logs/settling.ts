// When a second of a log is complete. An event is stamped with the time at which the request began, and is written after
// its end, so a slow request appears late: no line is missing once the longest request and its delivery have had their
// time, and a further read finds nothing new.

export interface Ages {
  /** From this age on, nearly everything has arrived; the first settling read. Milliseconds. */
  readonly first: number;
  /** From this age on, a read that finds nothing new settles a second. Milliseconds. */
  readonly final: number;
}

const LEAST_FIRST_MS = 30_000;
export const LEAST_FINAL_MS = 120_000;
/** Assumed before any line has shown its lag: several seconds are usual (aws/aws-cli#7028). */
const USUAL_LAG_MS = 10_000;

/**
 * @param longestMs the longest time that a request may take: the timeout of the integration or of the function
 * @param lagMs 99% of the lines are delivered within this time; `undefined`: it is not known yet
 */
export function agesFor(longestMs: number, lagMs: number | undefined): Ages {
  const first = Math.max(LEAST_FIRST_MS, longestMs + (lagMs ?? USUAL_LAG_MS));
  return { first, final: Math.max(LEAST_FINAL_MS, 2 * first) };
}
