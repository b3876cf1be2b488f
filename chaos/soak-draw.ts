// What happens in a soak of one seed: a rollout, two to five faults, and perhaps another repository that
// releases to the same place at the same time. The same seed draws the same.

import type { Variables } from '../__tests__/support/runner-environment.ts';
import { FAULTS, type Fault } from './faults.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** A fault at a call of one run. */
export interface Blow {
  /** Which of the run's calls, from 1. */
  readonly call: number;
  readonly fault: Fault;
}

export interface Contender {
  readonly blows: readonly Blow[];
  readonly inputs: Variables;
}

export interface Soak {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly first: Contender;
  /** Another repository's run, begun when the first has made so many calls. */
  readonly rival: (Contender & { readonly after: number }) | undefined;
  /** `on-unfinished` of the run that comes last, without faults. */
  readonly next: 'resume' | 'rollback';
}

/** Calls of the longest rollout of one function; some are never made. */
const CALLS = 60;
/** Until about so many of them a rollout has not begun: two at once are closest there. */
const PREFLIGHT_CALLS = 26;

export function drawSoak(seed: number): Soak {
  const dice = rollDice(seed);
  const scenario = dice.one(SCENARIOS);
  const two = dice.chance(0.5);
  const blows = drawBlows(dice, 2 + dice.upTo(4));
  const split = two ? dice.upTo(blows.length + 1) : blows.length;
  const contender = (own: readonly Blow[]): Contender => ({
    blows: sparing(own),
    inputs: {
      'on-unfinished': dice.one(['resume', 'resume', 'rollback', 'fail']),
      supersede: dice.one(['fail', 'replace']),
    },
  });
  return {
    seed,
    scenario,
    first: contender(blows.slice(0, split)),
    rival: two
      ? {
          ...contender(blows.slice(split)),
          after: dice.one([0, dice.upTo(PREFLIGHT_CALLS), dice.upTo(CALLS)]),
        }
      : undefined,
    next: dice.one(['resume', 'rollback']),
  };
}

function drawBlows(dice: Dice, count: number): readonly Blow[] {
  return Array.from({ length: count }, () => ({
    call: 1 + dice.upTo(CALLS),
    fault: dice.one(FAULTS),
  }));
}

/** A run dies once. */
function sparing(blows: readonly Blow[]): readonly Blow[] {
  const ends = ({ fault: { strike } }: Blow) => strike.kind === 'kill' || strike.kind === 'signal';
  const inTurn = [...blows].sort((a, b) => a.call - b.call);
  const last = inTurn.find(ends);
  return inTurn.filter((blow) => !ends(blow) || blow === last);
}

/** In words that say all of it: `stage-pinned: first 12/cut-after 31/killed-before…`. */
export function describeSoak({ seed, scenario, first, rival, next }: Soak): string {
  const said = ({ blows, inputs }: Contender) =>
    [
      ...blows.map(({ call, fault }) => `${call}/${fault.name}`),
      ...Object.entries(inputs).map(([name, value]) => `${name}=${value}`),
    ].join(' ');
  const other = rival ? `; rival after ${rival.after}: ${said(rival)}` : '';
  return `seed ${seed}: ${scenario.name}: first: ${said(first)}${other}; then ${next}`;
}

export interface Dice {
  /** 0 to `n` - 1. */
  upTo(n: number): number;
  one<T>(items: readonly T[]): T;
  chance(share: number): boolean;
}

/** Chance that a number determines (mulberry32). */
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
