// Incidents that hit both versions. They are not the canary's fault, but they call for caution.

import { addTo, type Counts, type MinuteCounts, rate, sum, type Writable } from './counts.ts';

/** Nats of surprise from which a rate counts as raised: a probability of one in a thousand. */
const SURPRISE = Math.log(1000);

/**
 * How surprising this many events are, in nats, if `expected` were expected: the Chernoff bound on the Poisson
 * tail, so e^-nats bounds the probability. 0 if there are no more than expected.
 */
export function surpriseNats(events: number, expected: number): number {
  if (events <= expected) return 0;
  return events * Math.log(events / expected) - events + expected;
}

export interface SharedIncidentDetector {
  /** Adds stable's next minute; returns whether there has been an incident so far. */
  add(stable: Counts): boolean;
  /** A copy, which may be added to without a change of this one. */
  fork(): SharedIncidentDetector;
}

/**
 * Detects incidents on stable: minutes whose rate is well over twice the usual one. The usual rate is that of
 * `before` and of the calm minutes since. Only stable counts, because a bad canary must not be mistaken for an
 * incident.
 */
export function createSharedIncidentDetector(
  before: Counts,
  dispersion = 1,
): SharedIncidentDetector {
  return detectFrom({ calm: { ...before }, found: false }, dispersion);
}

interface Weather {
  readonly calm: Writable<Counts>;
  found: boolean;
}

function detectFrom(weather: Weather, dispersion: number): SharedIncidentDetector {
  function add(stable: Counts): boolean {
    const { calm } = weather;
    const raised =
      calm.requests > 0 &&
      surpriseNats(stable.events, 2 * stable.requests * usualRate(calm)) / dispersion >= SURPRISE;
    if (raised) weather.found = true;
    else addTo(calm, stable);
    return weather.found;
  }
  return {
    add,
    fork: () => detectFrom({ ...weather, calm: { ...weather.calm } }, dispersion),
  };
}

/** The rate with half an event added, so that a service that never failed has a rate above 0. */
function usualRate(counts: Counts): number {
  return (counts.events + 0.5) / (counts.requests + 1);
}

/** The number of last closed minutes in which both sides must be bad. */
const RECENT_MINUTES = 3;
/** Both sides must be this many times as bad as stable was before the rollout. */
const DEGRADED_RATIO = 3;

/** Both sides are much worse than stable was before the rollout. */
export interface BothBad {
  /** The current rates, 0 to 1. */
  readonly canaryRate: number;
  readonly stableRate: number;
  /** Stable's rate before the rollout, 0 to 1. */
  readonly rateBefore: number;
}

/**
 * Whether both sides have become bad since the rollout began, for example because the canary broke a database
 * that stable uses too. No comparison of the sides can detect that, and it cannot be distinguished from an
 * incident. So the weight is held for a person to check, instead of a rollback.
 *
 * @param before stable's counts per minute, over the hour before the rollout
 * @returns the rates, or undefined if not both are bad or there is too little data
 */
export function bothBad(
  minutes: readonly MinuteCounts[],
  before: readonly Counts[],
  dispersion = 1,
): BothBad | undefined {
  const usual = sum(before);
  if (usual.requests === 0) return undefined;
  const recent = minutes.slice(-RECENT_MINUTES);
  const sides = [sum(recent.map((m) => m.canary)), sum(recent.map((m) => m.stable))] as const;
  const bad = sides.every((side) => {
    const expected = DEGRADED_RATIO * side.requests * usualRate(usual);
    return surpriseNats(side.events, expected) / dispersion >= SURPRISE;
  });
  if (!bad) return undefined;
  return { canaryRate: rate(sides[0]), stableRate: rate(sides[1]), rateBefore: rate(usual) };
}
