// The limit for minutes without stable traffic to compare with: an error rate that no service would accept.

import { type Counts, type MinuteCounts, NO_COUNTS, sum } from './counts.ts';
import { peakRate } from './dispersion.ts';
import { logSumExp } from './log-space.ts';

/** The lowest and the highest limit of the guardrail, 0 to 1. */
const MIN_LIMIT = 0.1;
const MAX_LIMIT = 0.9;

/**
 * The rate, 0 to 1, that a canary without stable traffic must not exceed: 10%, or three times stable's peak
 * rate in the hour before, whichever is higher; at most 90%.
 *
 * 1, which no rate exceeds, if three times the peak rate is 1 or more: then there is no rate that only a worse version
 * has. A version that is no worse fails as often as stable did before, and would exceed any lower limit during a running
 * incident.
 */
export function guardrailLimit(before: readonly Counts[]): number {
  const tolerated = 3 * peakRate(before);
  return tolerated < 1 ? Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, tolerated)) : 1;
}

/** The minutes in which the canary had all of the traffic, both by its weight and by the counts. */
export function canaryOnly(minutes: readonly MinuteCounts[]): MinuteCounts[] {
  return minutes.filter(
    (m) =>
      Math.min(m.weight, m.weightBefore) === 100 &&
      m.stable.requests === 0 &&
      m.canary.requests > 0,
  );
}

/**
 * Evidence, in nats, after each of these minutes, that the canary's rate exceeds `limit`: a mixture of likelihood ratios
 * against the limit (Wald 1945), which is a test supermartingale at or below the limit. It cannot distinguish
 * a bad canary from an incident; so the canary should not get all of the traffic before the verdict. 0 without a limit.
 */
export function guardrailPath(
  minutes: readonly MinuteCounts[],
  limit: number,
  dispersion = 1,
): readonly number[] {
  if (limit >= 1) return minutes.map(() => 0);
  const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95].map((bet) => ({
    perEvent: Math.log(bet / limit) / dispersion,
    perSuccess: Math.log((1 - bet) / (1 - limit)) / dispersion,
  }));
  let alone = NO_COUNTS;
  return minutes.map(({ canary }) => {
    alone = sum([alone, canary]);
    const { requests, events } = alone;
    const nats = bets.map(
      ({ perEvent, perSuccess }) => events * perEvent + (requests - events) * perSuccess,
    );
    return logSumExp(nats) - Math.log(bets.length);
  });
}

/** The same after all of them; 0 without any. */
export function guardrailNats(
  minutes: readonly MinuteCounts[],
  limit: number,
  dispersion = 1,
): number {
  return guardrailPath(minutes, limit, dispersion).at(-1) ?? 0;
}
