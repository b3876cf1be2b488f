// A young version is not a worse one: what new servers do in their first minutes says little about later ones.

import { compare } from './comparison.ts';
import { finder, isSteady, type MinuteCounts } from './counts.ts';

/**
 * The minutes with their influence on the test. A minute counts from the end of the warm-up after each change of the
 * weight on, at first less, and each further time of that length leaves a quarter of the rest. So there is no
 * edge at which a canary that is slow for a minute longer is suddenly taken for a bad one.
 *
 * A minute's influence is known before it begins. The evidence raised to a power below 1 stays valid (Jensen).
 *
 * Only for latency; a request that fails because its server did not start is a failed request.
 *
 * @param warmUpSeconds 0: every minute counts
 * @param earlier the result of the last look: what has not changed since is the same object
 */
export function withInfluence(
  minutes: readonly MinuteCounts[],
  warmUpSeconds: number,
  earlier: readonly MinuteCounts[] = [],
): readonly MinuteCounts[] {
  if (warmUpSeconds === 0) return minutes;
  const find = finder(earlier);
  let changed = Number.NEGATIVE_INFINITY;
  let weight = 0;
  return minutes.flatMap((minute) => {
    if (minute.weight !== weight || !isSteady(minute)) changed = minute.minute;
    weight = minute.weight;
    const influence = influenceAt(minute.minute - changed, warmUpSeconds);
    if (influence <= 0) return [];
    const known = find(minute.minute);
    const isKnown = known?.influence === influence && isFrom(known, minute);
    return [isKnown ? known : { ...minute, influence }];
  });
}

/** Whether one is made from the other. */
function isFrom(
  made: MinuteCounts,
  { canary, stable, weight, weightBefore }: MinuteCounts,
): boolean {
  return (
    made.canary === canary &&
    made.stable === stable &&
    made.weight === weight &&
    made.weightBefore === weightBefore
  );
}

/** @param minutes since the last minute that may contain a change of the weight */
function influenceAt(minutes: number, warmUpSeconds: number): number {
  // That minute and the one before contain the change, so this is the mean of what has passed since.
  const passed = 60 * minutes + 30;
  const beyond = (passed - warmUpSeconds) / warmUpSeconds;
  return beyond <= 0 || minutes === 0 ? 0 : 1 - 4 ** -beyond;
}

/** The influence from which on a minute is that of a warm canary. */
const WARM = 0.9;
/** A difference of so many standard deviations is no chance. */
const CLEARLY = 2;

/**
 * Whether the canary's difference from stable is there to stay: it is also seen in warm minutes, if there are any, and
 * does not get smaller by itself at the current weight. Otherwise it may be over before the next step, so it is no
 * reason to roll back. This can only prevent a rollback.
 */
export function isLasting(minutes: readonly MinuteCounts[]): boolean {
  const warm = minutes.filter(({ influence = 1 }) => influence >= WARM);
  if (warm.length > 0 && !isHigher(warm)) return false;
  const weight = minutes.at(-1)?.weight;
  const step = minutes.filter((minute) => minute.weight === weight);
  const middle = Math.ceil(step.length / 2);
  const [early, late] = [step.slice(0, middle), step.slice(middle)];
  return late.length > 0 && !isLower(late, early);
}

function isHigher(minutes: readonly MinuteCounts[]): boolean {
  return Math.log(compare(minutes).ratio) > CLEARLY * Math.sqrt(variance(minutes));
}

function isLower(late: readonly MinuteCounts[], early: readonly MinuteCounts[]): boolean {
  const fall = Math.log(compare(early).ratio) - Math.log(compare(late).ratio);
  return fall > CLEARLY * Math.sqrt(variance(early) + variance(late));
}

/** Of the logarithm of the ratio. */
function variance(minutes: readonly MinuteCounts[]): number {
  const events = (arm: 'canary' | 'stable') => minutes.reduce((n, m) => n + m[arm].events, 0);
  return 1 / Math.max(1, events('canary')) + 1 / Math.max(1, events('stable'));
}
