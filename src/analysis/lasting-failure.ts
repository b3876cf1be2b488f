// A failure of most requests that lasts is not a blip: some seconds of it are enough.

import { type SecondCounts, stablePerCanary } from './seconds.ts';

/** What is a failure of most requests. */
interface Kind {
  /** This share of the canary's requests failed, 0 to 1. */
  readonly share: number;
  /** For so long. */
  readonly seconds: number;
  /** One client that tries again, or one server that does not start, is over before so many requests have failed. */
  readonly failed: number;
}

const KINDS: readonly Kind[] = [
  { share: 0.9, seconds: 7, failed: 50 },
  { share: 0.4, seconds: 20, failed: 50 },
  // With few requests, as in minutes (`total-failure.ts`).
  { share: 0.9, seconds: 36, failed: 10 },
];
const FEWEST_FAILED = Math.min(...KINDS.map(({ failed }) => failed));
const SHORTEST_SECONDS = Math.min(...KINDS.map(({ seconds }) => seconds));
const SMALLEST_SHARE = Math.min(...KINDS.map(({ share }) => share));
/** Seconds longer ago than this are not looked at. */
export const LONGEST_SECONDS = 120;
/** Of what must have arrived of the canary’s requests, this share is enough: lines arrive at random. */
const ARRIVED = 0.75;
/** Stable does not fail like that: at least this share of its requests is shown and succeeded, 0 to 1. */
const STABLE_SUCCEEDED = 0.5;
/** Where failures come in clusters, they must last longer: as many times as long as a cluster is large, but at most: */
const MOST_TIMES = 6;
/** A version that has served a whole step is more likely to have one bad server, so it must fail for three times as long. */
const PROVEN_TIMES = 3;

interface Failing {
  readonly failed: number;
  readonly requests: number;
  readonly proven: number;
  /** In seconds, as if failures were not in clusters. */
  readonly lasted: number;
}

/** @param first the second in which it would have begun */
function isLasting(
  { canary }: SecondCounts,
  { failed, requests, proven, lasted }: Failing,
): boolean {
  for (const kind of KINDS) {
    const hasBegun = canary.events > 0 && canary.events >= kind.share * canary.requests;
    const isMost = failed >= Math.max(proven * kind.failed, kind.share * requests);
    if (hasBegun && isMost && lasted >= kind.seconds) return true;
  }
  return false;
}

/** A second that was added to the test. */
interface Added {
  readonly one: SecondCounts;
}

/**
 * The first of the seconds during which most requests of the canary have failed, until the last one of them. Their
 * evidence needs no other second to agree. Stable's requests that have not been logged may fail as well, so enough of
 * them must be known to have succeeded.
 *
 * @param dispersion the size of clusters in the hour before
 * @param firstWeight that of the first step
 * @returns the index; `undefined`: there is no such failure
 */
export function lastingSince(
  seconds: readonly Added[],
  dispersion: number,
  firstWeight: number,
): number | undefined {
  const end = seconds.at(-1)?.one;
  if (!end) return undefined;
  const proven = end.weight > firstWeight ? PROVEN_TIMES : 1;
  const times = proven * Math.min(MOST_TIMES, dispersion);
  let [failed, shown, arrived, succeeded, ofStable] = [0, 0, 0, 0, 0];
  for (let i = seconds.length - 1; i >= 0; i--) {
    const { one } = seconds[i]!;
    const span = end.second - one.second + 1;
    if (span > LONGEST_SECONDS) return undefined;
    const odds = stablePerCanary(one);
    failed += one.canary.events;
    shown += one.canary.requests;
    arrived += one.stable.requests / odds;
    succeeded += one.stable.requests - one.stable.events;
    ofStable += one.canary.requests * odds;
    const requests = Math.max(shown, ARRIVED * arrived);
    // It is over, or has not begun.
    if (span >= SHORTEST_SECONDS && failed < SMALLEST_SHARE * requests) return undefined;
    if (failed < FEWEST_FAILED || succeeded < STABLE_SUCCEEDED * ofStable) continue;
    if (isLasting(one, { failed, requests, proven, lasted: span / times })) return i;
  }
  return undefined;
}
