// The sequential test by the second.

import { LONGEST_SECONDS, lastingSince } from './lasting-failure.ts';
import { logAddExp, logSumExp } from './log-space.ts';
import type { TestProfile } from './profile.ts';
import { riskRatioNats } from './risk-ratio.ts';
import { asMinute, type SecondCounts } from './seconds.ts';
import { AT_SHIFTS } from './sequential-test.ts';
import { highShare } from './share.ts';

/** As in a minute of metrics: a time of trouble this long adds no more than the cap, at whichever second it begins. */
const CAP_SECONDS = 60;
/** New servers start in the first seconds after a shift, of which all together add less than the cap. */
const START_SECONDS = 10;
/** A regression begins in one of the seconds that are so far apart. */
const BEGIN_SECONDS = 10;

export interface SecondsTest {
  /** Adds the next second; returns ln M, the evidence so far, in nats; `undefined` if nothing failed on the canary in it. */
  add(second: SecondCounts): number | undefined;
  /** A copy, which may be added to without a change of this one. */
  fork(): SecondsTest;
}

/** A second as it was added. */
interface Added {
  readonly one: SecondCounts;
  /** ln of what each bet had become before. */
  readonly before: Float64Array;
  /** The evidence for each bet, in nats; and how much of it was used. `undefined`: none. */
  readonly nats: Float64Array | undefined;
  readonly used: Float64Array | undefined;
}

interface State {
  bets: Float64Array;
  /** The probability that the regression has not begun. */
  unstarted: number;
  /** That of the first step. */
  firstWeight: number | undefined;
  /** What the first seconds after shifts have added to each bet, in nats. */
  atShifts: Float64Array;
  /** The last second in which it may begin. */
  begunAt: number | undefined;
  /** The last ones, as far as they matter. */
  recent: Added[];
}

/**
 * The same test as in `sequential-test.ts`, of the same bets; a regression may begin every ten seconds, not every
 * minute. Instead of a calendar minute, any sixty seconds add at most the cap to a bet. There is no cap for a failure of
 * most requests that lasts (`lasting-failure.ts`).
 *
 * The product over single failed requests is a supermartingale in the order in which they are logged, as proved there,
 * so its mixture over bets and seconds of onset is one as well. Whatever cap is chosen, and whenever, the value is never
 * above that of the test without any, so the bound holds for all of them together.
 */
export function createSecondsTest(profile: TestProfile): SecondsTest {
  const { ratios } = profile;
  const prepared: Prepared = {
    profile,
    logRatios: Float64Array.from(ratios, ({ ratio }) => Math.log(ratio)),
    logPrior: Float64Array.from(ratios, ({ prior }) => Math.log(prior)),
  };
  const bets = new Float64Array(ratios.length).fill(Number.NEGATIVE_INFINITY);
  const atShifts = new Float64Array(ratios.length);
  const [begunAt, firstWeight] = [undefined, undefined];
  return resume(prepared, { bets, unstarted: 1, atShifts, begunAt, firstWeight, recent: [] });
}

interface Prepared {
  readonly profile: TestProfile;
  readonly logRatios: Float64Array;
  readonly logPrior: Float64Array;
}

function resume(prepared: Prepared, state: State): SecondsTest {
  const { logPrior, profile } = prepared;

  function add(one: SecondCounts): number | undefined {
    begin(state, one.second, profile.onset);
    state.firstWeight ??= one.weight;
    const before = state.bets;
    const nats = natsOf(one, prepared);
    forget(state, one.second);
    const used = nats && capped(nats, one, state, profile.capNats);
    if (used) state.bets = sumOf(before, used);
    state.recent.push({ one, before, nats, used });
    if (one.canary.events === 0) return undefined;
    const calm = mixture(state.bets, state.unstarted, logPrior);
    const from = lastingSince(state.recent, profile.dispersion, state.firstWeight);
    if (from === undefined) return calm;
    return Math.max(calm, mixture(uncapped(state.recent.slice(from)), state.unstarted, logPrior));
  }

  return {
    add,
    fork: () => resume(prepared, { ...state, recent: [...state.recent] }),
  };
}

/** Places what is bet on a beginning since the last time. */
function begin(state: State, second: number, { atOnce, hazard }: TestProfile['onset']): void {
  const { bets, begunAt, unstarted } = state;
  if (begunAt !== undefined && second - begunAt < BEGIN_SECONDS) return;
  const starting =
    begunAt === undefined ? atOnce : unstarted * (1 - (1 - hazard) ** ((second - begunAt) / 60));
  const logStarting = Math.log(starting);
  state.bets = new Float64Array(bets.length);
  for (let k = 0; k < bets.length; k++) state.bets[k] = logAddExp(bets[k]!, logStarting);
  state.unstarted = Math.max(0, unstarted - starting);
  state.begunAt = second;
}

/** The last second is kept, however long ago it is. */
function forget({ recent }: State, second: number): void {
  while (recent.length > 1 && recent[0]!.one.second <= second - LONGEST_SECONDS) recent.shift();
}

function natsOf(one: SecondCounts, { profile, logRatios }: Prepared): Float64Array | undefined {
  const all = one.canary.events + one.stable.events;
  if (all === 0) return undefined;
  const share = highShare(asMinute(one));
  const nats = new Float64Array(logRatios.length);
  for (let k = 0; k < nats.length; k++) {
    const { ratio } = profile.ratios[k]!;
    const raw = riskRatioNats(one.canary.events, all, share, ratio, logRatios[k]);
    nats[k] = raw / profile.dispersion;
  }
  return nats;
}

/**
 * What is used of the evidence, so that no sixty seconds add more than the cap to a bet, and all first seconds after
 * shifts together less.
 */
function capped(
  nats: Float64Array,
  { second, canary, afterShift }: SecondCounts,
  state: State,
  most: number,
): Float64Array {
  if (canary.events === 0) return nats;
  const starts = afterShift < START_SECONDS;
  const used = highestEnds(state.recent, second - CAP_SECONDS, nats.length);
  for (let k = 0; k < used.length; k++) {
    const room = Math.min(
      most - used[k]!,
      starts ? AT_SHIFTS * most - state.atShifts[k]! : Number.POSITIVE_INFINITY,
    );
    used[k] = Math.min(nats[k]!, Math.max(0, room));
  }
  if (starts) state.atShifts = sumOf(state.atShifts, used.map(positive));
  return used;
}

/** For each bet, the largest sum of what the last seconds after a time added; 0 of none. */
function highestEnds(recent: readonly Added[], after: number, bets: number): Float64Array {
  const sums = new Float64Array(bets);
  const highest = new Float64Array(bets);
  for (let i = recent.length - 1; i >= 0; i--) {
    const { one, used } = recent[i]!;
    if (one.second <= after) break;
    if (!used) continue;
    for (let k = 0; k < bets; k++) {
      sums[k]! += used[k]!;
      if (sums[k]! > highest[k]!) highest[k] = sums[k]!;
    }
  }
  return highest;
}

function positive(value: number): number {
  return Math.max(0, value);
}

function sumOf(a: Float64Array, b: Float64Array): Float64Array {
  const sum = a.slice();
  for (let k = 0; k < sum.length; k++) sum[k]! += b[k]!;
  return sum;
}

/** The bets with all of the evidence of these seconds. */
function uncapped(seconds: readonly Added[]): Float64Array {
  const bets = seconds[0]!.before.slice();
  for (const { nats } of seconds) {
    if (nats) for (let k = 0; k < bets.length; k++) bets[k]! += nats[k]!;
  }
  return bets;
}

function mixture(bets: Float64Array, unstarted: number, logPrior: Float64Array): number {
  const terms = new Float64Array(bets.length + 1);
  for (let k = 0; k < bets.length; k++) terms[k] = bets[k]! + logPrior[k]!;
  terms[bets.length] = Math.log(unstarted);
  return logSumExp(terms);
}
