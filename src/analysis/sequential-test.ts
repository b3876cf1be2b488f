// The sequential test: one number that may be checked at any time, without more false alarms than the configured
// rate.

import { isSteady, type MinuteCounts } from './counts.ts';
import { jointNats } from './joint.ts';
import { logAddExp, logSumExp } from './log-space.ts';
import type { TestProfile } from './profile.ts';
import { riskRatioNats } from './risk-ratio.ts';
import { highShare } from './share.ts';

/** How a minute is read. */
export interface Reading {
  /** Its counts are still arriving, so its successes say nothing. */
  readonly open?: boolean;
  /** Nearly every request of the canary failed, and for so long that no second minute has to agree. */
  readonly total?: boolean;
}

export interface SequentialTest {
  /** Adds the next minute; returns ln M, the evidence so far, in nats. */
  add(minute: MinuteCounts, reading?: Reading): number;
  /** A copy, which may be added to without a change of this one. */
  fork(): SequentialTest;
}

interface State {
  readonly logBet: Float64Array;
  /** What the last minute added to each bet, in nats. */
  readonly added: Float64Array;
  /** What the minutes in which the weight changed have added to each bet, in nats. */
  readonly atShifts: Float64Array;
  /** For each bet, the number of last minutes in a row that reached the cap. */
  readonly run: Float64Array;
  last: MinuteCounts | undefined;
  unstarted: number;
  starting: number;
  canarySeen: boolean;
}

/**
 * A test martingale M of "the canary is not worse": a mixture over risk ratios and over the minute in which a
 * regression starts. While the canary is not worse, the probability that M ever reaches 1/a is at most a
 * (Ville's inequality), however often and whenever it is checked.
 *
 * It holds while counts are still arriving, too. Take the failed requests one by one, in the order in which they are
 * shown. Each was routed to the canary with at most the configured share, whatever has been shown before, so the
 * factor r/(1 + ρ(r − 1)) for one of the canary's, and 1/(1 + ρ(r − 1)) for one of stable's, has a mean of at most 1:
 * their product is a supermartingale over single requests. Requests that did not fail are in no factor. M is never
 * above a mixture of these products, because the cap and a larger share only lower it; so the bound holds at every
 * look, also in the middle of a minute. All that is needed is that a failed request is not shown later because stable
 * served it (see `open-minutes.ts`). If more is routed to the canary than configured, the observed share counts, by the
 * argument for whole minutes: given which requests of a minute fail, the canary's are a draw without replacement.
 */
export function createSequentialTest(profile: TestProfile): SequentialTest {
  const bets = profile.ratios.length + profile.joint.length;
  return resume(prepare(profile), {
    logBet: new Float64Array(bets).fill(Number.NEGATIVE_INFINITY),
    added: new Float64Array(bets),
    atShifts: new Float64Array(bets),
    run: new Float64Array(bets),
    last: undefined,
    unstarted: 1,
    starting: profile.onset.atOnce,
    canarySeen: false,
  });
}

interface Prepared {
  readonly profile: TestProfile;
  readonly logRatios: Float64Array;
  readonly logPrior: Float64Array;
  readonly terms: Float64Array;
}

function prepare(profile: TestProfile): Prepared {
  const { ratios, joint } = profile;
  const logPrior = Float64Array.from([...ratios, ...joint], (bet) => Math.log(bet.prior));
  return {
    profile,
    logRatios: Float64Array.from(ratios, (r) => Math.log(r.ratio)),
    logPrior,
    terms: new Float64Array(logPrior.length + 1),
  };
}

/** How the bets grow in one minute. */
interface Growth {
  readonly influence: number;
  /** The most that one minute may add, in nats, unless it is a total failure. */
  readonly most: number;
  readonly shared: SharedCap;
  /** ln of the prior of a regression that begins in this minute. */
  readonly logStarting: number;
  readonly total: boolean;
}

function resume(prepared: Prepared, state: State): SequentialTest {
  const { profile, logRatios, logPrior, terms } = prepared;
  const { ratios, joint, onset, capNats, dispersion } = profile;
  const { logBet, added, atShifts, run } = state;

  /** What has been used of a bet's cap. */
  function used(bet: number, shared: SharedCap): number {
    if (shared === 'shifts') return atShifts[bet]!;
    return shared === 'if-reached' && run[bet] === 1 ? Math.max(0, added[bet]!) : 0;
  }

  function grow(bet: number, nats: number, by: Growth): void {
    const { influence, most, shared, logStarting, total } = by;
    const cap = total ? Number.POSITIVE_INFINITY : Math.max(0, most - used(bet, shared));
    const raw = (influence * nats) / dispersion;
    run[bet] = raw >= most ? run[bet]! + 1 : 0;
    added[bet] = Math.min(cap, raw);
    if (shared === 'shifts') atShifts[bet]! += Math.max(0, added[bet]!);
    logBet[bet] = logAddExp(logBet[bet]!, logStarting) + added[bet]!;
  }

  function add(minute: MinuteCounts, { open = false, total = false }: Reading = {}): number {
    const share = highShare(minute);
    const influence = minute.influence ?? 1;
    const isShift = !isSteady(minute);
    const by: Growth = {
      influence,
      most: influence * capNats * (isShift ? AT_SHIFTS : 1),
      shared: isShift ? 'shifts' : sharedCap(state.last, minute),
      logStarting: Math.log(state.starting),
      total,
    };
    const events = minute.canary.events;
    const all = events + minute.stable.events;
    for (let i = 0; i < ratios.length; i++) {
      grow(i, riskRatioNats(events, all, share, ratios[i]!.ratio, logRatios[i]!), by);
    }
    // A canary without any request yet is no evidence: AWS may not route to it yet.
    const tells = state.canarySeen && !open;
    for (let i = 0; i < joint.length; i++) {
      grow(ratios.length + i, tells ? jointNats(minute, joint[i]!) : 0, by);
    }
    state.last = minute;
    state.canarySeen ||= minute.canary.requests > 0;
    state.unstarted = Math.max(0, state.unstarted - state.starting);
    state.starting = state.unstarted * onset.hazard;
    for (let i = 0; i < logBet.length; i++) terms[i] = logPrior[i]! + logBet[i]!;
    terms[logBet.length] = Math.log(state.unstarted);
    return logSumExp(terms);
  }

  return {
    add,
    fork: () =>
      resume(prepared, {
        ...state,
        logBet: logBet.slice(),
        added: added.slice(),
        atShifts: atShifts.slice(),
        run: run.slice(),
      }),
  };
}

/**
 * What all minutes in which the weight changed may add, as a part of the cap of a minute: what new servers do at every
 * shift is one and the same trouble, and leaves room for chance in the minutes between.
 */
export const AT_SHIFTS = 0.6;

/** With fewer failed requests of the canary, a minute is not a bad one, but one with a few bad requests. */
const BAD_MINUTE_EVENTS = 5;

/**
 * With which other minutes a minute shares its cap. A minute of trouble may fall into two calendar minutes, which add no
 * more than one: if the first one reached the cap, and none before it, because a small regression reaches it in neither.
 * The third bad minute in a row is another one. All minutes in which the weight changed share one cap.
 */
type SharedCap = 'shifts' | 'if-reached' | 'never';

function sharedCap(last: MinuteCounts | undefined, minute: MinuteCounts): SharedCap {
  if (last?.minute !== minute.minute - 1) return 'never';
  return last.canary.events >= BAD_MINUTE_EVENTS ? 'if-reached' : 'never';
}

/** ln M after each of the minutes. */
export function evidencePath(minutes: readonly MinuteCounts[], profile: TestProfile): number[] {
  const test = createSequentialTest(profile);
  return minutes.map((minute) => test.add(minute));
}
