// Weather: what hits both versions. It is no fault of the canary, but it is no time to be hasty.

import { type Counts, type MinuteCounts, rate, sum } from './counts.ts';

/** Nats of surprise from which on a rate counts as raised: one chance in a thousand. */
const SURPRISE = Math.log(1000);

/**
 * How surprising so many events are, in nats, where `expected` were expected: the Chernoff bound
 * on the Poisson tail, so e^-nats bounds the chance. 0 for no more than expected.
 */
export function surpriseNats(events: number, expected: number): number {
  if (events <= expected) return 0;
  return events * Math.log(events / expected) - events + expected;
}

export interface SharedIncidentDetector {
  /** Takes stable's next minute; answers whether there has been an incident so far. */
  add(stable: Counts): boolean;
}

/**
 * Watches stable alone for an incident: a minute whose rate is raised to well over twice its
 * usual one. The usual rate is that of `before` and of the calm minutes since. Only stable is
 * asked, for a bad canary must not pass for bad weather.
 */
export function createSharedIncidentDetector(
  before: Counts,
  dispersion = 1,
): SharedIncidentDetector {
  let calm = before;
  let observation = false;
  function add(stable: Counts): boolean {
    const raised =
      calm.requests > 0 &&
      surpriseNats(stable.events, 2 * stable.requests * usualRate(calm)) / dispersion >= SURPRISE;
    if (raised) observation = true;
    else calm = sum([calm, stable]);
    return observation;
  }
  return { add };
}

/** The rate with half an event added, so that a service that never failed has one too. */
function usualRate(counts: Counts): number {
  return (counts.events + 0.5) / (counts.requests + 1);
}

/** The closed minutes that the question "are both arms bad now?" is about. */
const RECENT_MINUTES = 3;
/** Both arms must be this many times as bad as stable was before the rollout. */
const DEGRADED_RATIO = 3;

/** Both arms are much worse than stable was before the rollout. */
export interface BothBad {
  /** The rates now, 0 to 1. */
  readonly canaryRate: number;
  readonly stableRate: number;
  /** Stable's rate before the rollout, 0 to 1. */
  readonly rateBefore: number;
}

/**
 * Whether both arms have become bad since the rollout began, as when the canary breaks a database
 * that stable uses too. No comparison of the arms can see that, and neither can anything tell it
 * from an incident: it calls for a frozen weight and a human, not for a rollback.
 *
 * @param before stable's counts per minute, over the hour before the rollout
 * @returns what was seen, or undefined: not both bad, or too little to say
 */
export function bothBad(
  minutes: readonly MinuteCounts[],
  before: readonly Counts[],
  dispersion = 1,
): BothBad | undefined {
  const usual = sum(before);
  if (usual.requests === 0) return undefined;
  const recent = minutes.slice(-RECENT_MINUTES);
  const arms = [sum(recent.map((m) => m.canary)), sum(recent.map((m) => m.stable))] as const;
  const bad = arms.every((arm) => {
    const expected = DEGRADED_RATIO * arm.requests * usualRate(usual);
    return surpriseNats(arm.events, expected) / dispersion >= SURPRISE;
  });
  if (!bad) return undefined;
  return { canaryRate: rate(arms[0]), stableRate: rate(arms[1]), rateBefore: rate(usual) };
}
