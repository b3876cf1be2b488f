// When logs show a request: after its end, and some time later, second by second.

import type { Counts } from '../../../src/analysis/counts.ts';
import {
  type LogSeconds,
  type SecondCounts,
  stablePerCanary,
} from '../../../src/analysis/seconds.ts';
import { LEAST_FINAL_MS } from '../../../src/logs/settling.ts';
import { type WeightChange, weightAt } from '../../../src/rollout/weights.ts';
import { type Chance, createChance } from '../random.ts';
import type { Duration } from './delivery.ts';
import { divide, type Timeline, type World } from './timeline.ts';

/** How long a line takes to be shown after the request has ended, in seconds. */
export type Lag = (chance: Chance) => number;

export interface Logging {
  readonly canary: Lag;
  readonly stable: Lag;
  /** Share of the lines that never arrive, 0 to 1. */
  readonly lost?: number;
}

/** A lognormal lag; AWS documents none, and several seconds are usual. */
export function about(seconds: number, spread = 0.3): Lag {
  return (chance) => seconds * Math.exp(spread * chance.normal());
}

export function between(least: number, most: number): Lag {
  return (chance) => least + (most - least) * chance.uniform();
}

/** Anything later is shown after so many seconds. */
const LONGEST = 150;
const DRAWS = 20_000;

type Arm = 'canary' | 'stable';

/** When a line is shown: the seconds after the second of the request, and the probability of each. */
interface Arrival {
  /** The last one: never. */
  readonly after: readonly number[];
  readonly shares: readonly number[];
}

export type Arrivals = Readonly<
  Record<Arm, { readonly success: Arrival; readonly error: Arrival }>
>;

export function arrivalsOf({ delivery }: Pick<World, 'delivery'>, logging: Logging): Arrivals {
  const chance = createChance(13, 13);
  const ofArm = (arm: Arm) => {
    const arrival = (duration: Duration) =>
      drawArrival(duration, delivery.timeoutSeconds, logging[arm], logging.lost ?? 0, chance);
    return { success: arrival(delivery[arm].success), error: arrival(delivery[arm].error) };
  };
  return { canary: ofArm('canary'), stable: ofArm('stable') };
}

function drawArrival(
  { median, spread }: Duration,
  timeout: number,
  lag: Lag,
  lost: number,
  chance: Chance,
): Arrival {
  const counts = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const took = Math.min(timeout, median * Math.exp(spread * chance.normal()));
    // A request begins at any time of its second.
    const second = Math.min(LONGEST, Math.floor(chance.uniform() + took + lag(chance)));
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  const after = [...counts.keys()].sort((a, b) => a - b);
  return {
    after: [...after, Number.POSITIVE_INFINITY],
    shares: [...after.map((second) => (counts.get(second)! / DRAWS) * (1 - lost)), lost],
  };
}

export interface Log {
  /** What is shown at a time; times must not go back. */
  at(now: number): LogSeconds;
  /** Failed requests of the canary that are shown by then. */
  failures(): number;
}

interface Line extends Counts {
  readonly second: number;
  readonly arm: Arm;
}

type Sides = Record<Arm, { requests: number; events: number }>;

/** @param counted whether the requests of stable are read, and not only its failures */
export function drawLog(
  timeline: Timeline,
  world: World,
  arrivals: Arrivals,
  counted: boolean,
  chance: Chance,
): Log {
  const { startedAt } = timeline;
  const changes = world.shifts.map(({ after, weight }) => ({ at: startedAt + after, weight }));
  const due = linesByTime(timeline, arrivals, chance);
  const seconds = new Map<number, Sides>();
  const settled: SecondCounts[] = [];
  const first = Math.floor(startedAt);
  let [shownUntil, settledUntil, failures] = [first, first, 0];
  const show = ({ second, arm, requests, events }: Line) => {
    const sides = seconds.get(second) ?? noCounts();
    seconds.set(second, sides);
    sides[arm].requests += requests;
    sides[arm].events += events;
    if (arm === 'canary') failures += events;
  };
  const between = (from: number, to: number): SecondCounts[] => {
    const found: SecondCounts[] = [];
    for (let second = from; second < to; second++) {
      const sides = seconds.get(second);
      const one = sides && secondOf(second, sides, changes, counted);
      if (one && one.weight > 0 && Math.max(one.weight, one.weightBefore) < 100) found.push(one);
    }
    return found;
  };
  return {
    at: (now) => {
      for (; shownUntil <= now; shownUntil++) due.get(shownUntil)?.forEach(show);
      const until = Math.max(first, Math.floor(now) - LEAST_FINAL_MS / 1000);
      settled.push(...between(settledUntil, until));
      settledUntil = until;
      return { counted: [...settled, ...between(until, Math.floor(now))], settledUntil };
    },
    failures: () => failures,
  };
}

/** The lines by the second in which they are shown. */
function linesByTime(
  { served }: Timeline,
  arrivals: Arrivals,
  chance: Chance,
): ReadonlyMap<number, readonly Line[]> {
  const due = new Map<number, Line[]>();
  const spread = (
    second: number,
    arm: Arm,
    count: number,
    { after, shares }: Arrival,
    bad: 0 | 1,
  ) => {
    if (count === 0) return;
    divide(count, shares, chance).forEach((requests, i) => {
      if (requests === 0) return;
      const lines = due.get(second + after[i]!) ?? [];
      due.set(second + after[i]!, lines);
      lines.push({ second, arm, requests, events: bad * requests });
    });
  };
  for (const slice of served) {
    const second = Math.floor(slice.from);
    for (const arm of ['canary', 'stable'] as const) {
      const { requests, events } = slice[arm];
      spread(second, arm, events, arrivals[arm].error, 1);
      spread(second, arm, requests - events, arrivals[arm].success, 0);
    }
  }
  return due;
}

function noCounts(): Sides {
  return { canary: { requests: 0, events: 0 }, stable: { requests: 0, events: 0 } };
}

function secondOf(
  second: number,
  { canary, stable }: Sides,
  changes: readonly WeightChange[],
  counted: boolean,
): SecondCounts {
  const weights = {
    weight: weightAt(changes, second + 1),
    weightBefore: weightAt(changes, second - 60),
  };
  const expected = Math.max(stable.events, canary.requests * stablePerCanary(weights));
  const shift = changes.findLast(({ at }) => at <= second + 1)?.at ?? second;
  return {
    second,
    canary: { ...canary },
    stable: counted ? { ...stable } : { requests: expected, events: stable.events },
    ...weights,
    afterShift: Math.max(0, second - shift),
  };
}
