// One simulated rollout: the minutes that a judge reads, and the hour before them.

import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import type { Chance } from './random.ts';

export interface Rollout {
  readonly minutes: readonly MinuteCounts[];
  /** Stable alone, the sixty minutes before. */
  readonly before: readonly Counts[];
}

/** The errors of a service: a rate for each minute of a rollout, and perhaps clusters. */
export interface Service {
  /**
   * Rates per minute, 0 to 1, drawn for every rollout: `length` minutes of which the first
   * is minute `from` (minutes of the rollout count from 1, those before it are 0 and below).
   */
  rates(chance: Chance, from: number, length: number): Float64Array;
  /** Mean size and share of requests of the clusters of errors that affect one version together. */
  readonly clusters?: { readonly meanSize: number; readonly share: number };
}

/** The new version's rate in a minute, from the service's rate. */
export type Effect = (rate: number, minute: number) => number;

export const NO_EFFECT: Effect = (rate) => rate;

/** The ramp of canary-bench: the canary's weight in minutes 1 to 25. */
export const RAMP: readonly number[] = [5, 10, 25, 50, 100].flatMap((w) =>
  Array<number>(5).fill(w),
);

const BEFORE_MINUTES = 60;
/** Clusters are simulated from this traffic on: with less, there are hardly any errors to cluster. */
const CLUSTERS_FROM_RPS = 1;

export interface Setting {
  readonly service: Service;
  readonly effect: Effect;
  /** Requests per second, both versions together. */
  readonly rps: number;
  /** % of traffic on the canary, minute by minute. */
  readonly weights: readonly number[];
}

/** Draws a rollout. */
export function simulate(setting: Setting, chance: Chance): Rollout {
  const { service, effect, rps, weights } = setting;
  const perMinute = 60 * rps;
  const rates = service.rates(chance, 1 - BEFORE_MINUTES, BEFORE_MINUTES + weights.length);
  const clusters = rps >= CLUSTERS_FROM_RPS ? service.clusters : undefined;
  const before: Counts[] = [];
  for (let i = 0; i < BEFORE_MINUTES; i++) {
    before.push(drawArm(perMinute, rates[i]!, clusters, chance));
  }
  const minutes = weights.map((weight, i): MinuteCounts => {
    const rate = rates[BEFORE_MINUTES + i]!;
    const share = weight / 100;
    const canary = drawArm(perMinute * share, effect(rate, i + 1), clusters, chance);
    const stable = drawArm(perMinute * (1 - share), rate, clusters, chance);
    return { minute: i + 1, canary, stable, weight, weightBefore: weight };
  });
  return { minutes, before };
}

/** One minute of a version: a Poisson number of requests, each an error with that rate. */
export function drawArm(
  requests: number,
  rate: number,
  clusters: Service['clusters'],
  chance: Chance,
): Counts {
  if (requests <= 0) return NOTHING;
  const failed = rate > 0 ? chance.poisson(requests * rate) : 0;
  const all = failed + (rate < 1 ? chance.poisson(requests * (1 - rate)) : 0);
  if (!clusters) return { requests: all, events: failed };
  let clustered = 0;
  const count = chance.poisson((requests * clusters.share) / clusters.meanSize);
  for (let i = 0; i < count; i++) clustered += chance.geometric(clusters.meanSize);
  return { requests: all, events: Math.min(all, failed + clustered) };
}

const NOTHING: Counts = { requests: 0, events: 0 };
