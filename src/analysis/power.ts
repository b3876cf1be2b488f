// What a plan can and cannot detect, computed in advance: the judge's own test, run on the expected traffic
// with a canary that is luckier than nine in ten.

import type { MinuteCounts } from './counts.ts';
import { profileFor } from './errors-measure.ts';
import { DEFAULT_PROFILE } from './profile.ts';
import { createRollbackTest } from './rollback-test.ts';

/** The current traffic of the service. */
export interface ExpectedTraffic {
  readonly requestsPerMinute: number;
  /** Stable's event rate, 0 to 1. */
  readonly rate: number;
  /** Cluster size of the events, from `dispersionOf`; 1 if independent. */
  readonly dispersion: number;
  /** Whether it will be known that no request is counted on both sides (see `JudgeSettings`). */
  readonly apart: boolean;
}

/** How the rollout will be monitored. */
export interface MonitoringPlan {
  /** The share of the false-rollback rate of the errors test, from `splitAlpha`; 0 to 1. */
  readonly falseRollbackRate: number;
  /** Minutes between the end of a minute and the read of its counts. */
  readonly closingMinutes: number;
  /** The same until its failures are shown, which count at once; `closingMinutes` if nothing is read early. */
  readonly shownMinutes: number;
  /** Minutes after the promotion in which the last minutes of the split can still be read. */
  readonly bakeMinutes: number;
}

export interface PlannedStep {
  /** % of the traffic on the canary. */
  readonly weight: number;
  readonly minutes: number;
}

export interface Regression {
  /** The canary's event rate, 0 to 1. */
  readonly rate: number;
  /** The canary's rate divided by stable's; Infinity when stable's is 0. */
  readonly ratio: number;
  /** Closed minutes from the start of the rollout until nine in ten rollouts have detected it. */
  readonly foundAfter: number;
}

export interface StepPower extends PlannedStep {
  /** Requests expected in this step, in total and on the canary. */
  readonly requests: number;
  readonly canaryRequests: number;
  /**
   * The smallest regression, present from the start, that nine in ten rollouts detect by the end of this step;
   * undefined when even a total failure is detected.
   */
  readonly smallest: Regression | undefined;
}

export interface TotalFailure {
  /** Whole minutes until nine in ten rollouts have detected it; undefined if not within these steps. */
  readonly foundAfter: number | undefined;
  /** Requests expected to fail before it is detected, which is when the failures of these minutes are shown. */
  readonly failedRequests: number;
}

export interface Power {
  readonly steps: readonly StepPower[];
  readonly totalFailure: TotalFailure;
}

/** The quantile of the standard normal distribution that one rollout in ten exceeds. */
const ONE_IN_TEN = 1.2816;
const BISECTIONS = 18;

/**
 * What each step of a plan can detect at 90% power.
 *
 * The test runs on the likeliest path among the unlucky tenth: the canary's events so far are at a low
 * quantile and stable's at a high one, in proportion to what each adds to the variance of the evidence (the
 * classical least favorable point of a normal approximation), with Poisson quantiles after Wilson & Hilferty
 * (1931).
 *
 * Minutes that are not closed by the end of the bake are never read and detect nothing. Only a total failure is
 * expected from minutes that are not closed: what fails at once is shown before.
 */
export function power(
  steps: readonly PlannedStep[],
  traffic: ExpectedTraffic,
  { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes }: MonitoringPlan,
): Power {
  const weights = steps.flatMap((step) => Array<number>(step.minutes).fill(step.weight));
  const readAfter = (minutes: number) =>
    weights.slice(0, Math.max(0, Math.floor(weights.length + bakeMinutes - minutes)));
  const read = readAfter(closingMinutes);
  const foundAt = (rate: number) => foundAfter(read, traffic, rate, falseRollbackRate);
  let end = 0;
  const powers = steps.map((step) => {
    end += step.minutes;
    const requests = traffic.requestsPerMinute * step.minutes;
    const canaryRequests = (requests * step.weight) / 100;
    return { ...step, requests, canaryRequests, smallest: smallestFound(end, traffic, foundAt) };
  });
  const found = foundAfter(readAfter(shownMinutes), traffic, 1, falseRollbackRate);
  const baking = Array<number>(Math.ceil(bakeMinutes)).fill(100);
  const until = found === undefined ? undefined : found + Math.ceil(shownMinutes);
  const exposed = [...weights, ...baking].slice(0, until);
  const failedRequests = exposed.reduce((n, w) => n + (traffic.requestsPerMinute * w) / 100, 0);
  return { steps: powers, totalFailure: { foundAfter: found, failedRequests } };
}

/** The longest hold of a step that is proposed, in minutes. */
const LONGEST_HOLD = 240;

/**
 * How many closed minutes a weight must be held until nine in ten rollouts have detected a canary with that
 * rate: the proposal when a step detects nothing. A rate of 1 is a total failure.
 *
 * @param weight % of the traffic on the canary
 * @param canaryRate the canary's event rate, 0 to 1
 * @returns undefined if four hours are not enough
 */
export function minutesToFind(
  weight: number,
  traffic: ExpectedTraffic,
  canaryRate: number,
  falseRollbackRate: number,
): number | undefined {
  const weights = Array<number>(LONGEST_HOLD).fill(weight);
  return foundAfter(weights, traffic, canaryRate, falseRollbackRate);
}

/** Bisects, on a logarithmic scale, for the smallest rate that is detected by minute `end`. */
function smallestFound(
  end: number,
  traffic: ExpectedTraffic,
  foundAt: (rate: number) => number | undefined,
): Regression | undefined {
  const isFound = (rate: number) => (foundAt(rate) ?? Number.POSITIVE_INFINITY) <= end;
  if (!isFound(1)) return undefined;
  let missed = Math.log(Math.max(traffic.rate, 1e-7));
  let found = 0;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (missed + found) / 2;
    if (isFound(Math.exp(middle))) found = middle;
    else missed = middle;
  }
  const rate = Math.exp(found);
  return { rate, ratio: rate / traffic.rate, foundAfter: foundAt(rate)! };
}

/** The closed minute by which nine in ten rollouts have detected a canary with that rate. */
function foundAfter(
  weights: readonly number[],
  traffic: ExpectedTraffic,
  canaryRate: number,
  falseRollbackRate: number,
): number | undefined {
  const path = unluckyPath(weights, traffic, canaryRate);
  const base = traffic.apart ? profileFor(path[0]) : DEFAULT_PROFILE;
  const profile = { ...base, dispersion: traffic.dispersion };
  const before = { requests: 60 * traffic.requestsPerMinute, events: 0 };
  const test = createRollbackTest({
    falseRollbackRate,
    profile,
    materialRatio: 1.2,
    before: { ...before, events: before.requests * traffic.rate },
  });
  const index = path.findIndex((minute) => test.add(minute).failing);
  return index < 0 ? undefined : index + 1;
}

/** Counts whose running totals stay at the unlucky tenth: few events on the canary, many on stable. */
function unluckyPath(
  weights: readonly number[],
  traffic: ExpectedTraffic,
  canaryRate: number,
): MinuteCounts[] {
  const { requestsPerMinute, rate, dispersion } = traffic;
  let expectedCanary = 0;
  let expectedStable = 0;
  let canarySoFar = 0;
  let stableSoFar = 0;
  return weights.map((weight, minute) => {
    const share = weight / 100;
    expectedCanary += requestsPerMinute * share * canaryRate;
    expectedStable += requestsPerMinute * (1 - share) * rate;
    const lean = leaning(expectedCanary, expectedStable, share, canaryRate / rate);
    const spread = ONE_IN_TEN * Math.sqrt(dispersion);
    const canary = Math.floor(poissonQuantile(expectedCanary, -spread * lean.canary));
    const stable = poissonQuantile(expectedStable, spread * lean.stable);
    const canaryEvents = Math.max(0, canary - canarySoFar);
    const stableEvents = Math.max(0, stable - stableSoFar);
    canarySoFar += canaryEvents;
    stableSoFar += stableEvents;
    const canarySuccesses = requestsPerMinute * share * (1 - canaryRate);
    const stableRequests = Math.max(stableEvents, requestsPerMinute * (1 - share));
    return {
      minute,
      canary: { requests: canarySuccesses + canaryEvents, events: canaryEvents },
      stable: { requests: stableRequests, events: stableEvents },
      weight,
      weightBefore: weight,
    };
  });
}

/** How the bad luck is divided between the sides, as the cosine and sine of one angle. */
function leaning(
  canary: number,
  stable: number,
  share: number,
  ratio: number,
): { readonly canary: number; readonly stable: number } {
  const r = Math.min(ratio, 1000);
  const perStable = Math.log1p(share * (r - 1));
  const fromCanary = Math.abs(Math.log(r) - perStable) * Math.sqrt(canary);
  const fromStable = perStable * Math.sqrt(stable);
  const length = Math.hypot(fromCanary, fromStable) || 1;
  return { canary: fromCanary / length, stable: fromStable / length };
}

/** The Poisson quantile at `z` standard normal deviates, as a real number. */
function poissonQuantile(mean: number, z: number): number {
  if (mean <= 0) return 0;
  const k = mean + (z > 0 ? 1 : 0);
  return Math.max(0, k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3);
}
