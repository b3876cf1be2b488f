// Where stable has only a small share of the traffic: the exact test, which counts its successes too.

import { isSteady, type MinuteCounts } from './counts.ts';
import { logAddExp, logSumExp } from './log-space.ts';

/**
 * ln of the likelihood ratio, in nats, of the canary's events in a minute if its odds of failing are `odds` times
 * stable's, against a version that makes no difference. Given the numbers of requests of both sides and of all events,
 * the canary's events are then hypergeometric (Fisher's exact test), whatever the service's own rate is, and whatever
 * share AWS routes. The alternative is Fisher's noncentral hypergeometric distribution. So the ratio has a mean of 1 for
 * a version that makes no difference, and of less for a better one.
 *
 * At 95%, a failed request of the canary is hardly evidence by itself: 19 in 20 are the canary's anyway. That stable
 * fails nothing at the same time is evidence, and this test counts it.
 */
export function exactNats({ canary, stable }: MinuteCounts, odds: number): number {
  const events = canary.events + stable.events;
  if (canary.requests === 0 || stable.requests === 0 || events === 0) return 0;
  const least = Math.max(0, events - stable.requests);
  const most = Math.min(canary.requests, events);
  const logOdds = Math.log(odds);
  const logStep = (k: number) =>
    Math.log((events - k) * (canary.requests - k)) -
    Math.log((k + 1) * (stable.requests - events + k + 1));
  // ln of the probability of k events on the canary, in proportion to that of the observed number.
  const equal: number[] = [0];
  const worse: number[] = [0];
  let log = 0;
  for (let k = canary.events; k < most; k++) {
    log += logStep(k);
    equal.push(log);
    worse.push(log + (k + 1 - canary.events) * logOdds);
    if (isNegligible(equal) && isNegligible(worse)) break;
  }
  log = 0;
  for (let k = canary.events - 1; k >= least; k--) {
    log -= logStep(k);
    equal.push(log);
    worse.push(log + (k - canary.events) * logOdds);
    if (isNegligible(equal) && isNegligible(worse)) break;
  }
  return logSumExp(equal) - logSumExp(worse);
}

const NEGLIGIBLE_NATS = 50;

/** Both distributions have one peak: once a term falls this far below the one before, the rest adds nothing. */
function isNegligible(logs: readonly number[]): boolean {
  const last = logs.at(-1)!;
  return last < logs.at(-2)! && last < logs[0]! - NEGLIGIBLE_NATS;
}

/** Only failures that no service would accept: subtler ones are found by the comparison. */
const ODDS = [20, 1000] as const;
/** The probability that a failure is present from the first minute, and that it begins in each later one. */
const HAZARD = 0.1;
/** The most evidence of one minute, unless nearly all requests of the canary failed in it; as in `profile.ts`. */
const CAP_NATS = Math.log(50);
const NEARLY_ALL = 0.9;

/** The evidence after each of the minutes, in nats: a mixture over the odds and over the minute of the onset. */
export function exactPath(minutes: readonly MinuteCounts[], dispersion: number): number[] {
  const logBets = ODDS.map(() => Number.NEGATIVE_INFINITY);
  let unstarted = 1;
  return minutes.map((minute) => {
    const logStarting = Math.log(unstarted * HAZARD);
    const { requests, events } = minute.canary;
    const cap = events >= NEARLY_ALL * requests ? Number.POSITIVE_INFINITY : CAP_NATS;
    for (const [i, odds] of ODDS.entries()) {
      const nats = Math.min(cap, exactNats(minute, odds) / dispersion);
      logBets[i] = logAddExp(logBets[i]!, logStarting) + nats;
    }
    unstarted *= 1 - HAZARD;
    const mean = logSumExp(logBets) - Math.log(ODDS.length);
    return logAddExp(mean, Math.log(unstarted));
  });
}

/**
 * The minutes after which a total failure is usually found, if stable fails nothing; as a real number.
 *
 * @param share of the traffic that stable has, 0 to 1
 */
export function minutesToFindTotalFailure(
  requestsPerMinute: number,
  share: number,
  {
    dispersion,
    falseRollbackRate,
  }: { readonly dispersion: number; readonly falseRollbackRate: number },
): number {
  const needed = Math.log(ODDS.length / HAZARD / falseRollbackRate);
  const perMinute = logChoose(requestsPerMinute, share * requestsPerMinute) / dispersion;
  return perMinute > 0 ? needed / perMinute : Number.POSITIVE_INFINITY;
}

/** ln of the number of ways to choose k of n, by Stirling's formula; its mean if k is less than one request. */
function logChoose(n: number, k: number): number {
  if (n <= 1) return 0;
  if (k < 1) return k * Math.log(n);
  const entropy = n * Math.log(n) - k * Math.log(k) - (n - k) * Math.log(n - k);
  return Math.max(0, entropy - Math.log((2 * Math.PI * k * (n - k)) / n) / 2);
}

/** From this weight on, in %, stable has too small a share for the comparison alone. */
const HIGH_WEIGHT = 90;

/** The minutes for this test: with a steady high weight, because within them every request had the same split. */
export function highMinutes(minutes: readonly MinuteCounts[]): MinuteCounts[] {
  return minutes.filter(
    (m) => isSteady(m) && m.weight >= HIGH_WEIGHT && m.weight < 100 && m.stable.requests > 0,
  );
}
