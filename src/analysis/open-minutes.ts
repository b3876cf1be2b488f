// Minutes whose counts are still arriving. They may show that the canary fails, but never that it is healthy.

import { type Counts, type MinuteCounts, rate } from './counts.ts';

/** A minute that is not closed. */
export type OpenMinute = MinuteCounts;

/**
 * Open minutes with everything that has not arrived counted in the canary's favour. A slow version's errors are shown
 * before its successes, so the canary's missing requests are successes. And stable may be the slow one, so it is given
 * at least as many failed requests as usual; and if fewer of its requests have ended than of the canary's, the rest of
 * them will fail.
 *
 * All of this only lowers the evidence against the canary (see `sequential-test.ts`).
 *
 * @param usual stable's usual error rate, 0 to 1
 */
export function inFavour(minutes: readonly OpenMinute[], usual: number): readonly MinuteCounts[] {
  return minutes.map((minute) => {
    const { canary, stable } = minute;
    const expected = stable.requests * odds(minute);
    const running = stable.requests * stillRunning(minute, expected);
    return {
      ...minute,
      canary: { ...canary, requests: Math.max(canary.requests, expected) },
      stable: {
        requests: stable.requests + running,
        events: Math.max(stable.events, usual * stable.requests) + running,
      },
    };
  });
}

/**
 * The most requests of stable that may still run or be shown later, for each one that is shown, by the number of the
 * canary's that are: 0 unless there are more of these than by chance. In an incident, one version may fail at once, and
 * the other hang.
 */
function stillRunning({ canary }: OpenMinute, expected: number): number {
  const more = canary.requests - expected;
  const chance = Math.sqrt(expected);
  return more > chance ? (more + chance) / expected : 0;
}

/** Requests of the canary for each one of stable. */
function odds({ weight, weightBefore }: MinuteCounts): number {
  const share = Math.max(weight, weightBefore) / 100;
  return share / (1 - share);
}

/**
 * Stable's usual error rate, 0 to 1: the higher one of before the rollout and since.
 */
export function usualRate(before: Counts, since: Counts): number {
  return Math.max(rate(before) || 0, rate(since) || 0);
}
