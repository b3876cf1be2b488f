// The opposite direction: evidence that the new version is not harmful, so that a step may end.

import type { MinuteCounts } from './counts.ts';
import { logSumExp } from './log-space.ts';
import { riskRatioNats } from './risk-ratio.ts';
import { lowShare } from './share.ts';

/** What counts as harm: a risk at least this many times stable's, and at least this high. */
export interface Harm {
  readonly riskRatio: number;
  /** Events per request, 0 to 1. */
  readonly rate: number;
}

/** A version that fails one request in two hundred, and fails twice as often as stable. */
export const DEFAULT_HARM: Harm = { riskRatio: 2, rate: 0.005 };

/** The part of the bets that is on the comparison with stable; the others are on the canary's own rate. */
const COMPARED = 0.35;

const RATIO_BETS = [
  { of: 0.1, prior: 0.1 },
  { of: 0.5, prior: 0.1 },
  { of: 0.8, prior: 0.15 },
  { of: 1, prior: 0.35 },
  { of: 1.25, prior: 0.2 },
  { of: 1.5, prior: 0.1 },
] as const;

/** Mostly on rates of a sixth and a third of the harm: one failed request among the first must not delay a step. */
const RATE_BETS = [
  { of: 1 / 100, prior: 0.25 },
  { of: 0.15, prior: 0.4 },
  { of: 1 / 3, prior: 0.35 },
] as const;

/** An e-process against "the canary is harmful", minute by minute. */
export interface SafeBound {
  /** Adds the next closed minute; returns ln M, the evidence of safety so far, in nats. */
  add(minute: MinuteCounts): number;
  /** A copy, which may be added to without a change of this one. */
  fork(): SafeBound;
}

/**
 * Evidence that the canary is outside the region of harm: from the comparison with stable, and from the canary's own
 * rate. Each alone is an e-value for the whole region, so their weighted mean is one too: while the canary is harmful,
 * M reaches 1/b with a probability of at most b, however often it is checked. The canary's own rate clears a service
 * without any error after about 800 error-free canary requests, at the default harm and b = 5%.
 *
 * The ratio's bets are scaled to `harm.riskRatio / 2`, so they stay below it.
 */
export function createSafeBound(harm: Harm = DEFAULT_HARM, dispersion = 1): SafeBound {
  const scale = Math.min(1, harm.riskRatio / 2);
  const ratios = RATIO_BETS.map((bet) => bet.of * scale);
  const rates = RATE_BETS.map((bet) => bet.of * harm.rate);
  const logPrior = Float64Array.from([
    ...RATIO_BETS.map((bet) => Math.log(bet.prior * COMPARED)),
    ...RATE_BETS.map((bet) => Math.log(bet.prior * (1 - COMPARED))),
  ]);
  const terms = new Float64Array(logPrior.length);
  const perEvent = rates.map((rate) => Math.log(rate / harm.rate));
  const perSuccess = rates.map((rate) => Math.log1p(-rate) - Math.log1p(-harm.rate));

  function add(nats: Float64Array, minute: MinuteCounts): number {
    const { requests, events } = minute.canary;
    const total = events + minute.stable.events;
    const share = lowShare(minute);
    const harmful = riskRatioNats(events, total, share, harm.riskRatio);
    for (let i = 0; i < ratios.length; i++) {
      nats[i]! += (riskRatioNats(events, total, share, ratios[i]!) - harmful) / dispersion;
    }
    for (let i = 0; i < rates.length; i++) {
      const own = events * perEvent[i]! + (requests - events) * perSuccess[i]!;
      nats[ratios.length + i]! += own / dispersion;
    }
    for (let i = 0; i < nats.length; i++) terms[i] = logPrior[i]! + nats[i]!;
    return logSumExp(terms);
  }

  const boundAt = (nats: Float64Array): SafeBound => ({
    add: (minute) => add(nats, minute),
    fork: () => boundAt(nats.slice()),
  });
  return boundAt(new Float64Array(logPrior.length));
}

/** ln of the evidence of safety, in nats, after all of the minutes. */
export function safeNats(minutes: readonly MinuteCounts[], harm: Harm, dispersion = 1): number {
  const bound = createSafeBound(harm, dispersion);
  return minutes.reduce((_, minute) => bound.add(minute), 0);
}
