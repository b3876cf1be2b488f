// What a step must have ruled out before the next weight: less is known early, but less is at stake.

import { type Counts, rate, sum } from './counts.ts';
import { DEFAULT_HARM, type Harm } from './safe-bound.ts';

/** No rate above this is asked to be ruled out: a coin toss is harm at any weight. */
const CEILING = 0.5;

/**
 * The harm to rule out before the canary gets `nextWeight` per cent: a rate at which half a per
 * cent of all requests would fail. At a small next weight only a canary that fails wholesale can
 * do that, and a few dozen requests rule it out; before promotion (100) it is `DEFAULT_HARM`.
 */
export function errorHarm(nextWeight: number): Harm {
  return {
    riskRatio: DEFAULT_HARM.riskRatio,
    rate: Math.min(CEILING, (DEFAULT_HARM.rate * 100) / nextWeight),
  };
}

/** The same for slow requests: a share that would add another `1 − quantile` of all requests. */
export function slowHarm(quantile: number, nextWeight: number): Harm {
  const usual = 1 - quantile;
  return { riskRatio: 2, rate: Math.min(CEILING, usual * (1 + 100 / nextWeight)) };
}

/** The same for a user's metric: twice stable's rate of the hour before, at full weight. */
export function metricHarm(before: readonly Counts[], nextWeight: number): Harm {
  const usual = rate(sum(before)) || 0;
  const added = Math.max(DEFAULT_HARM.rate, usual) * (100 / nextWeight);
  return { riskRatio: 2, rate: Math.min(CEILING, usual + added) };
}

/**
 * The same for a metric of which fewer events are worse: half of them lost, where stable has as
 * many that their loss would be half of the usual number at full weight.
 */
export function lossHarm(before: readonly Counts[], nextWeight: number): Harm {
  const half = (rate(sum(before)) || 2 * DEFAULT_HARM.rate) / 2;
  return { riskRatio: 2, rate: Math.min(CEILING, (half * 100) / nextWeight) };
}

/** How sure one must be before a canary is called healthy. */
export interface HarmThreshold {
  /** The most that a harmful canary may be called healthy, 0 to 1. */
  readonly falseSafeRate: number;
  /** Evidence against the canary, in nats, that may stand all the same. */
  readonly toleratedDoubt: number;
}

/**
 * The standard before the canary gets `nextWeight` per cent. Before promotion (100) nothing at all
 * may speak against it; between steps a doubt of five to one may stand, for the next weight will
 * settle it.
 */
export function harmThresholdFor(nextWeight: number): HarmThreshold {
  return nextWeight < 100
    ? { falseSafeRate: 0.1, toleratedDoubt: Math.log(5) }
    : { falseSafeRate: 0.05, toleratedDoubt: 0 };
}
