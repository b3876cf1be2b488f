// A rollout in seconds: shifts at any second of a minute, and counts that arrive late. What the grid, in whole minutes,
// cannot show.

import type { Counts, MinuteCounts } from '../../../src/analysis/counts.ts';
import { servedIn, type WeightChange, weightsBetween } from '../../../src/rollout/weights.ts';
import type { Chance } from '../random.ts';
import { drawArm, type Service } from '../rollout.ts';
import { type Delivery, ENDS, endingShares, publicationSeconds } from './delivery.ts';

/** The error rates of both versions, 0 to 1. */
export interface Rates {
  readonly canary: number;
  readonly stable: number;
}

export interface World {
  /** Requests per second, both versions together. */
  readonly rps: number;
  /**
   * The rates at a time.
   *
   * @param at seconds since the first shift
   * @param sinceShift seconds since the last shift
   */
  rates(at: number, sinceShift: number): Rates;
  /** Seconds since the first shift, and since each shift, at which the rates change. */
  readonly edges?: readonly number[];
  readonly edgesAfterShift?: readonly number[];
  /** Requests per second that go to stable alone and never fail, such as health checks. */
  readonly checksOnStable?: number;
  readonly clusters?: Service['clusters'];
  /** Stable's rates in the sixty minutes before. */
  readonly ratesBefore: (chance: Chance) => ArrayLike<number>;
  readonly delivery: Delivery;
  readonly shifts: readonly Shift[];
  /** Seconds from the first shift to the end of the simulation. */
  readonly length: number;
  /** Rates that are drawn for each rollout, instead of those above. */
  readonly draw?: (chance: Chance) => Pick<World, 'rates' | 'ratesBefore'>;
  /** Counts are drawn for parts of minutes no longer than this, in seconds; 10 if absent. */
  readonly sliceSeconds?: number;
}

export interface Shift {
  /** Seconds after the first shift. */
  readonly after: number;
  /** % of the traffic on the canary. */
  readonly weight: number;
}

/** The default plan: 5 %, 25 % and 50 %, and all traffic after that. */
export const DEFAULT_SHIFTS: readonly Shift[] = [
  { after: 0, weight: 5 },
  { after: 300, weight: 25 },
  { after: 900, weight: 50 },
  { after: 1500, weight: 100 },
];

/** Part of the counts of a minute of one version, as CloudWatch gets them. */
interface Arrival extends Counts {
  readonly at: number;
  readonly arm: 'canary' | 'stable';
}

export interface Timeline {
  /** When the first shift was made; seconds since the epoch. */
  readonly startedAt: number;
  readonly before: readonly Counts[];
  /** When the first request of the canary failed; Infinity if none did. */
  readonly firstFailure: number;
  readonly timeoutSeconds: number;
  /** What both versions served, in order. */
  readonly served: readonly Served[];
  /** Failed canary requests until a time. */
  failedUntil(at: number): number;
  /** The minutes of both versions as CloudWatch shows them at a time, whether they are closed or not. */
  shownAt(at: number): readonly MinuteCounts[];
}

/** The requests of a part of a minute; its length is that of `World.sliceSeconds`, or shorter. */
export interface Served {
  /** Seconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly canary: Counts;
  readonly stable: Counts;
}

/** Any minute will do: it only has to be the same in every rollout. */
const EPOCH_MINUTE = 1000;
const SLICE_SECONDS = 10;
const BEFORE_MINUTES = 60;

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly rates: Rates;
}

/**
 * Draws a rollout.
 *
 * @param second the second of a minute in which the shifts are made; any if absent
 */
export function drawTimeline(of: World, chance: Chance, second?: number): Timeline {
  const world = of.draw ? { ...of, ...of.draw(chance) } : of;
  const startedAt = EPOCH_MINUTE * 60 + (second ?? Math.floor(60 * chance.uniform()));
  const changes = world.shifts.map(({ after, weight }) => ({ at: startedAt + after, weight }));
  const rates = world.ratesBefore(chance);
  const before = Array.from({ length: BEFORE_MINUTES }, (_, i) =>
    drawArm(60 * world.rps, rates[i]!, world.clusters, chance),
  );
  const arrivals = new Map<number, Arrival[]>();
  const served: Served[] = [];
  let ending = new Map<number, Ending>();
  let minute = EPOCH_MINUTE;
  const flush = () => {
    publish(ending, minute, world.delivery, chance, arrivals);
    ending = new Map();
  };
  for (const slice of slicesOf(world, changes, startedAt)) {
    const own = Math.floor(slice.from / 60);
    if (own !== minute) {
      flush();
      minute = own;
    }
    served.push(drawSlice(world, slice, chance, ending));
  }
  flush();
  const failures = served.flatMap(({ from, to, canary }) =>
    canary.events > 0 ? [{ at: (from + to) / 2, count: canary.events }] : [],
  );
  return {
    startedAt,
    before,
    firstFailure: failures[0]?.at ?? Number.POSITIVE_INFINITY,
    timeoutSeconds: world.delivery.timeoutSeconds,
    served,
    failedUntil: (at) => failures.reduce((n, f) => n + (f.at <= at ? f.count : 0), 0),
    shownAt: (at) => shown(arrivals, changes, startedAt, at),
  };
}

function slicesOf(world: World, changes: readonly WeightChange[], startedAt: number): Slice[] {
  const { edges = [], edgesAfterShift = [], length, sliceSeconds = SLICE_SECONDS } = world;
  const first = 60 * Math.floor(startedAt / 60);
  const end = startedAt + length;
  const cuts = new Set([
    ...edges.map((edge) => startedAt + edge),
    ...changes.flatMap(({ at }) => [at, ...edgesAfterShift.map((edge) => at + edge)]),
  ]);
  for (let at = first; at <= end; at += sliceSeconds) cuts.add(at);
  const sorted = [...cuts].filter((at) => at >= first && at <= end).sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i]!;
    const change = changes.findLast(({ at }) => at <= from);
    const middle = (from + to) / 2;
    const rates = world.rates(middle - startedAt, middle - (change?.at ?? startedAt));
    return { from, to, weight: change?.weight ?? 0, rates };
  });
}

/** Counts of one minute by when the requests end: one entry for each of `ENDS`. */
interface Ending {
  readonly canary: { requests: number; events: number };
  readonly stable: { requests: number; events: number };
}

/** Draws the requests of a slice. */
function drawSlice(
  { rps, clusters, checksOnStable = 0, delivery }: World,
  { from, to, weight, rates }: Slice,
  chance: Chance,
  ending: Map<number, Ending>,
): Served {
  const requests = rps * (to - from);
  const share = weight / 100;
  const second = ((from + to) / 2) % 60;
  const canary = drawArm(requests * share, rates.canary, clusters, chance);
  const stable = drawArm(requests * (1 - share), rates.stable, clusters, chance);
  const checks = checksOnStable > 0 ? chance.poisson(checksOnStable * (to - from)) : 0;
  const { timeoutSeconds } = delivery;
  const spread = (arm: 'canary' | 'stable', counts: Counts) => {
    const { success, error } = delivery[arm];
    const failed = divide(counts.events, endingShares(error, timeoutSeconds, second), chance);
    const rest = counts.requests - counts.events;
    const good = divide(rest, endingShares(success, timeoutSeconds, second), chance);
    for (let k = 0; k < Math.max(failed.length, good.length); k++) {
      const sum = getOrAdd(ending, k);
      sum[arm].events += failed[k] ?? 0;
      sum[arm].requests += (failed[k] ?? 0) + (good[k] ?? 0);
    }
  };
  spread('canary', canary);
  spread('stable', stable);
  getOrAdd(ending, 0).stable.requests += checks;
  return { from, to, canary, stable };
}

function getOrAdd(ending: Map<number, Ending>, k: number): Ending {
  const found = ending.get(k);
  if (found) return found;
  const fresh = { canary: { requests: 0, events: 0 }, stable: { requests: 0, events: 0 } };
  ending.set(k, fresh);
  return fresh;
}

/** Each server publishes its part of what has ended. */
function publish(
  ending: ReadonlyMap<number, Ending>,
  minute: number,
  { publication }: Delivery,
  chance: Chance,
  arrivals: Map<number, Arrival[]>,
): void {
  const all: Arrival[] = arrivals.get(minute) ?? [];
  arrivals.set(minute, all);
  const even = Array<number>(publication.servers).fill(1 / publication.servers);
  for (const [k, sums] of ending) {
    for (const arm of ['canary', 'stable'] as const) {
      const { requests, events } = sums[arm];
      if (requests === 0) continue;
      const failed = divide(events, even, chance);
      const good = divide(requests - events, even, chance);
      for (let i = 0; i < even.length; i++) {
        const at = 60 * (minute + 1) + ENDS[k]! + publicationSeconds(publication, chance);
        all.push({ at, arm, requests: failed[i]! + good[i]!, events: failed[i]! });
      }
    }
  }
}

/** Divides a number of requests at random, by these probabilities. */
export function divide(count: number, shares: readonly number[], chance: Chance): number[] {
  let left = count;
  let remaining = 1;
  return shares.map((share, i) => {
    const taken = i === shares.length - 1 ? left : binomial(left, share / remaining, chance);
    left -= taken;
    remaining -= share;
    return taken;
  });
}

/** Exact below 50 trials; beyond, by the normal or Poisson distribution, which is near enough. */
function binomial(trials: number, probability: number, chance: Chance): number {
  if (probability >= 1) return trials;
  if (probability <= 0 || trials === 0) return 0;
  if (probability > 0.5) return trials - binomial(trials, 1 - probability, chance);
  if (trials < 50) {
    let hits = 0;
    for (let i = 0; i < trials; i++) if (chance.uniform() < probability) hits += 1;
    return hits;
  }
  const mean = trials * probability;
  if (mean < 20) return Math.min(trials, chance.poisson(mean));
  const deviation = Math.sqrt(mean * (1 - probability));
  return Math.max(0, Math.min(trials, Math.round(mean + deviation * chance.normal())));
}

function shown(
  arrivals: ReadonlyMap<number, readonly Arrival[]>,
  changes: readonly WeightChange[],
  startedAt: number,
  now: number,
): readonly MinuteCounts[] {
  const minutes: MinuteCounts[] = [];
  const first = Math.floor(startedAt / 60);
  for (let minute = first; 60 * minute <= now; minute++) {
    const weights = weightsBetween(changes, 60 * minute);
    const served = servedIn(weights);
    if (served === 'unknown') continue;
    const sides = { canary: { requests: 0, events: 0 }, stable: { requests: 0, events: 0 } };
    for (const { at, arm, requests, events } of arrivals.get(minute) ?? []) {
      if (at > now) continue;
      const side = sides[served === 'new' ? 'canary' : arm];
      side.requests += requests;
      side.events += events;
    }
    minutes.push({ minute, ...sides, ...weights });
  }
  return minutes;
}
