// When CloudWatch shows a request: some time after its minute, or after its own end if that is later. It is counted in
// the minute in which it began (Lambda developer guide, "types of metrics"), so a slow request makes an old minute grow.

import { normalBelow } from '../normal.ts';
import type { Chance } from '../random.ts';

/** How long requests take, in seconds: lognormal, cut off at the timeout. */
export interface Duration {
  readonly median: number;
  /** The deviation of the logarithm; 0 if all take equally long. */
  readonly spread: number;
}

export const AT_ONCE: Duration = { median: 0.05, spread: 0 };

export interface Durations {
  readonly success: Duration;
  readonly error: Duration;
}

export interface Delivery {
  readonly canary: Durations;
  readonly stable: Durations;
  /** The timeout of the integration or function. */
  readonly timeoutSeconds: number;
  readonly publication: Publication;
}

/**
 * How long it takes until ended requests are shown: lognormal, for each of several servers with a part of them.
 * AWS documents no value; Datadog's users see about two minutes for all of them.
 */
export interface Publication {
  readonly medianSeconds: number;
  readonly spread: number;
  readonly servers: number;
}

export const USUAL_PUBLICATION: Publication = { medianSeconds: 60, spread: 0.25, servers: 3 };

/** The longest that it takes (see `closed.ts`). */
const LATEST_PUBLICATION = 89;

/** A short answer, of both versions. */
export const PROMPT: Durations = { success: { median: 0.1, spread: 0.6 }, error: AT_ONCE };

export const USUAL_DELIVERY: Delivery = {
  canary: PROMPT,
  stable: PROMPT,
  timeoutSeconds: 29,
  publication: USUAL_PUBLICATION,
};

export function publicationSeconds(publication: Publication, chance: Chance): number {
  const { medianSeconds, spread } = publication;
  const seconds = spread === 0 ? medianSeconds : medianSeconds * Math.exp(spread * chance.normal());
  return Math.min(LATEST_PUBLICATION, seconds);
}

/** Seconds after the end of a minute by which its requests have ended; the last is the longest timeout. */
export const ENDS: readonly number[] = [
  0, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900,
];

/**
 * The probability that a request of this second of a minute has ended by the first of `ENDS`, the second, and so on.
 *
 * @param second 0 to 60
 */
export function endingShares(
  duration: Duration,
  timeoutSeconds: number,
  second: number,
): readonly number[] {
  const shares: number[] = [];
  let earlier = 0;
  for (const end of ENDS) {
    const longest = 60 - second + end;
    const until = longest >= timeoutSeconds ? 1 : below(duration, longest);
    shares.push(until - earlier);
    if (until > 1 - 1e-9) return shares;
    earlier = until;
  }
  return shares;
}

/** The share of requests that take at most that long. */
function below({ median, spread }: Duration, seconds: number): number {
  if (spread === 0) return seconds >= median ? 1 : 0;
  return normalBelow(Math.log(seconds / median) / spread);
}
