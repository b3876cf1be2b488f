// The sequential test: one number that may be checked after every minute, without more false alarms than the
// configured rate.

import type { MinuteCounts } from './counts.ts';
import { jointNats } from './joint.ts';
import { logAddExp, logSumExp } from './log-space.ts';
import type { TestProfile } from './profile.ts';
import { riskRatioNats } from './risk-ratio.ts';
import { highShare } from './share.ts';

export interface SequentialTest {
  /** Adds the next closed minute; returns ln M, the evidence so far, in nats. */
  add(minute: MinuteCounts): number;
}

/**
 * A test martingale M of "the canary is not worse": a mixture over risk ratios and over the minute in which a
 * regression starts. While the canary is not worse, the probability that M ever reaches 1/a is at most a
 * (Ville's inequality), however often and whenever it is checked.
 */
export function createSequentialTest(profile: TestProfile): SequentialTest {
  const { ratios, joint, onset, capNats, dispersion } = profile;
  const logRatios = Float64Array.from(ratios, (r) => Math.log(r.ratio));
  const logPrior = Float64Array.from([...ratios, ...joint], (bet) => Math.log(bet.prior));
  const logBet = new Float64Array(logPrior.length).fill(Number.NEGATIVE_INFINITY);
  const terms = new Float64Array(logPrior.length + 1);
  let unstarted = 1;
  let starting = onset.atOnce;
  let logStarting = Math.log(starting);
  let canarySeen = false;

  function grow(bet: number, nats: number): void {
    logBet[bet] = logAddExp(logBet[bet]!, logStarting) + Math.min(capNats, nats / dispersion);
  }

  function add(minute: MinuteCounts): number {
    const share = highShare(minute);
    const events = minute.canary.events;
    const total = events + minute.stable.events;
    for (let i = 0; i < ratios.length; i++) {
      grow(i, riskRatioNats(events, total, share, ratios[i]!.ratio, logRatios[i]!));
    }
    // A canary without any request yet is no evidence: AWS may not route to it yet.
    for (let i = 0; i < joint.length; i++) {
      grow(ratios.length + i, canarySeen ? jointNats(minute, joint[i]!) : 0);
    }
    canarySeen ||= minute.canary.requests > 0;
    unstarted = Math.max(0, unstarted - starting);
    starting = unstarted * onset.hazard;
    logStarting = Math.log(starting);
    for (let i = 0; i < logBet.length; i++) terms[i] = logPrior[i]! + logBet[i]!;
    terms[logBet.length] = Math.log(unstarted);
    return logSumExp(terms);
  }

  return { add };
}

/** ln M after each of the minutes. */
export function evidencePath(minutes: readonly MinuteCounts[], profile: TestProfile): number[] {
  const test = createSequentialTest(profile);
  return minutes.map((minute) => test.add(minute));
}
