// The harm that a step must rule out before the next weight: early steps know less, but also risk less.

import { type Counts, rate, sum } from './counts.ts';
import { DEFAULT_HARM, type Harm } from './safe-bound.ts';

/** The highest rate that must be ruled out: one failure in two requests is harm at any weight. */
const CEILING = 0.5;

/**
 * The harm to rule out before the canary gets `nextWeight` %: a rate at which 0.5% of all requests would fail.
 * At a small next weight, only a canary that fails most requests reaches it, and a few dozen requests rule it
 * out. Before promotion (100) it is `DEFAULT_HARM`.
 */
export function errorHarm(nextWeight: number): Harm {
  return {
    riskRatio: DEFAULT_HARM.riskRatio,
    rate: Math.min(CEILING, (DEFAULT_HARM.rate * 100) / nextWeight),
  };
}

/** The same for slow requests: a share at which slow requests increase by `1 − quantile` of all requests. */
export function slowHarm(quantile: number, nextWeight: number): Harm {
  const usual = 1 - quantile;
  return { riskRatio: 2, rate: Math.min(CEILING, usual * (1 + 100 / nextWeight)) };
}

/**
 * The same for a configured metric: at full weight, twice stable's rate in the hour before.
 *
 * @param least the smallest increase that is harm at full weight, 0 to 1
 */
export function metricHarm(
  before: readonly Counts[],
  nextWeight: number,
  least = DEFAULT_HARM.rate,
): Harm {
  const usual = rate(sum(before)) || 0;
  const added = Math.max(least, usual) * (100 / nextWeight);
  return { riskRatio: 2, rate: Math.min(CEILING, usual + added) };
}

/**
 * The same for a metric of which fewer events are worse: half of them are lost, and at full weight the loss
 * would be half of stable's usual number.
 */
export function lossHarm(before: readonly Counts[], nextWeight: number): Harm {
  const half = (rate(sum(before)) || 2 * DEFAULT_HARM.rate) / 2;
  return { riskRatio: 2, rate: Math.min(CEILING, (half * 100) / nextWeight) };
}

/** How certain the tests must be before a canary is called healthy. */
export interface HarmThreshold {
  /** The maximum probability of calling a harmful canary healthy, 0 to 1. */
  readonly falseSafeRate: number;
  /** Evidence against the canary, in nats, that is tolerated. */
  readonly toleratedDoubt: number;
}

/**
 * The threshold before the canary gets `nextWeight` %. Before promotion (100), no evidence against it is
 * tolerated. Between steps, evidence of five to one is tolerated, because the next weight will settle it.
 */
export function harmThresholdFor(nextWeight: number): HarmThreshold {
  return nextWeight < 100
    ? { falseSafeRate: 0.1, toleratedDoubt: Math.log(5) }
    : { falseSafeRate: 0.05, toleratedDoubt: 0 };
}
