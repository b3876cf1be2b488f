// Where there is no stable arm to compare with, only a rate that nobody would accept.

import { type Counts, type MinuteCounts, sum } from './counts.ts';
import { peakRate } from './dispersion.ts';
import { logSumExp } from './log-space.ts';

/** The lowest rate that the guardrail may call unacceptable. */
const LEAST_LIMIT = 0.1;

/**
 * The rate, 0 to 1, that an unaccompanied canary must not exceed: a tenth, or three times what
 * stable's minutes reached in the hour before, if that is more.
 */
export function guardrailLimit(before: readonly Counts[]): number {
  return Math.min(0.9, Math.max(LEAST_LIMIT, 3 * peakRate(before)));
}

/** The minutes in which the canary had all of the traffic, by its weight and in fact. */
export function unaccompanied(minutes: readonly MinuteCounts[]): MinuteCounts[] {
  return minutes.filter(
    (m) =>
      Math.min(m.weight, m.weightBefore) === 100 &&
      m.stable.requests === 0 &&
      m.canary.requests > 0,
  );
}

/**
 * Evidence, in nats, that the canary's rate in these minutes exceeds `limit`: a mixture of
 * likelihood ratios against the limit (Wald 1945), at the limit or below it a test
 * supermartingale. It cannot tell a bad canary from a bad day; that is why the canary should not
 * get all of the traffic while a verdict is still wanted.
 */
export function guardrailNats(
  minutes: readonly MinuteCounts[],
  limit: number,
  dispersion = 1,
): number {
  const alone = sum(minutes.map((m) => m.canary));
  const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95];
  const successes = alone.requests - alone.events;
  const nats = bets.map(
    (bet) =>
      (alone.events * Math.log(bet / limit) + successes * Math.log((1 - bet) / (1 - limit))) /
      dispersion,
  );
  return logSumExp(nats) - Math.log(bets.length);
}
