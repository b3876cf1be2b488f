// What happens in a soak of one seed: a rollout, two to five faults, and perhaps another repository that
// releases to the same target at the same time. The same seed always gives the same soak.

import type { Variables } from '../__tests__/support/runner-environment.ts';
import { FAULTS, type Fault } from './faults.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** A fault that is injected at one call of a run. */
export interface PlannedFault {
  /** The number of the call, from 1. */
  readonly call: number;
  readonly fault: Fault;
}

export interface Contender {
  readonly faults: readonly PlannedFault[];
  readonly inputs: Variables;
}

export interface Soak {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly first: Contender;
  /** Another repository's run, started when the first has made that many calls. */
  readonly rival: (Contender & { readonly after: number }) | undefined;
  /** `on-unfinished` of the last run, which has no faults. */
  readonly next: 'resume' | 'rollback';
}

/** Calls of the longest rollout of one function; shorter ones do not reach all of them. */
const CALLS = 60;
/** The approximate number of calls before a rollout starts: two runs conflict most easily there. */
const PREFLIGHT_CALLS = 26;

export function drawSoak(seed: number): Soak {
  const dice = rollDice(seed);
  const scenario = dice.one(SCENARIOS);
  const two = dice.chance(0.5);
  const faults = drawFaults(dice, 2 + dice.upTo(4));
  const split = two ? dice.upTo(faults.length + 1) : faults.length;
  const contender = (own: readonly PlannedFault[]): Contender => ({
    faults: withOneEnd(own),
    inputs: {
      'on-unfinished': dice.one(['resume', 'resume', 'rollback', 'fail']),
      supersede: dice.one(['fail', 'replace']),
    },
  });
  return {
    seed,
    scenario,
    first: contender(faults.slice(0, split)),
    rival: two
      ? {
          ...contender(faults.slice(split)),
          after: dice.one([0, dice.upTo(PREFLIGHT_CALLS), dice.upTo(CALLS)]),
        }
      : undefined,
    next: dice.one(['resume', 'rollback']),
  };
}

function drawFaults(dice: Dice, count: number): readonly PlannedFault[] {
  return Array.from({ length: count }, () => ({
    call: 1 + dice.upTo(CALLS),
    fault: dice.one(FAULTS),
  }));
}

/** A run ends only once, so only the first fault that ends it is kept. */
function withOneEnd(faults: readonly PlannedFault[]): readonly PlannedFault[] {
  const ends = ({ fault: { injection } }: PlannedFault) =>
    injection.kind === 'kill' || injection.kind === 'signal';
  const inTurn = [...faults].sort((a, b) => a.call - b.call);
  const last = inTurn.find(ends);
  return inTurn.filter((planned) => !ends(planned) || planned === last);
}

/** A complete description: `stage-pinned: first 12/cut-after 31/killed-before…`. */
export function describeSoak({ seed, scenario, first, rival, next }: Soak): string {
  const describeRun = ({ faults, inputs }: Contender) =>
    [
      ...faults.map(({ call, fault }) => `${call}/${fault.name}`),
      ...Object.entries(inputs).map(([name, value]) => `${name}=${value}`),
    ].join(' ');
  const other = rival ? `; rival after ${rival.after}: ${describeRun(rival)}` : '';
  return `seed ${seed}: ${scenario.name}: first: ${describeRun(first)}${other}; then ${next}`;
}

export interface Dice {
  /** 0 to `n` - 1. */
  upTo(n: number): number;
  one<T>(items: readonly T[]): T;
  chance(share: number): boolean;
}

/** Seeded random numbers (mulberry32). */
export function rollDice(seed: number): Dice {
  let state = seed >>> 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (n: number) => Math.floor(draw() * n);
  return {
    upTo,
    one: (items) => {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    chance: (share) => draw() < share,
  };
}
