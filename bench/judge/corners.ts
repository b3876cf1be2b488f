// The two corner cases of G2: an incident that begins as the weight changes, and one in the last step.

import { compare } from '../../src/analysis/comparison.ts';
import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import { DEFAULT_PROFILE, FAST_PROFILE, type TestProfile } from '../../src/analysis/profile.ts';
import { createSequentialTest } from '../../src/analysis/sequential-test.ts';
import { type Method, rolledBackAt } from './method.ts';
import { ALPHA, OURS } from './ours.ts';
import { codeDeploy } from './peers.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm, RAMP, type Rollout, simulate } from './rollout.ts';
import { incident, TRAFFIC } from './scenarios.ts';
import { percent, type Study, trafficName } from './study.ts';

/** The minute in which the weight goes from 25 % to 50 %. */
const CHANGE = 16;
/** The ramp with a hold-back: 5 % of the requests stay with stable. */
const HOLD_BACK = RAMP.map((weight) => Math.min(weight, 95));

interface Corner {
  readonly name: string;
  /** The first minute of the incident; earlier rollbacks are not caused by it. */
  readonly begins: number;
  draw(rps: number, chance: Chance): Rollout;
}

const CORNERS: readonly Corner[] = [
  {
    name: '5 % errors from the second in which 25 % becomes 50 %',
    begins: CHANGE,
    draw: atChange(() => 0.5, 0.05),
  },
  {
    name: '5 % errors from any second of that minute',
    begins: CHANGE,
    draw: atChange((c) => c.uniform(), 0.05),
  },
  { name: '30 % errors from that second', begins: CHANGE, draw: atChange(() => 0.5, 0.3) },
  { name: '30 % errors in minutes 22–24, at 95 %', begins: 22, draw: inLastStep },
];

const METHODS: readonly Method[] = [
  OURS,
  blind('without the shared-incident rule', DEFAULT_PROFILE, (minute) => minute),
  blind('nor the share rule', DEFAULT_PROFILE, (m) => ({ ...m, weightBefore: m.weight })),
  blind('nor the cap', FAST_PROFILE, (m) => ({ ...m, weightBefore: m.weight })),
  codeDeploy(3),
];

interface Cell {
  readonly corner: string;
  readonly rps: number;
  readonly method: string;
  /** Shares of the rollouts, 0 to 1: rolled back before the incident, and from its start on. */
  readonly earlier: number;
  readonly inIncident: number;
}

/** Measures false rollbacks in the corner cases, with the action's rules and without them. */
export function cornerStudy(rollouts: number, seed: number): Study {
  const cells = CORNERS.flatMap((corner, i) =>
    TRAFFIC.flatMap((rps, j) => runCell(corner, rps, rollouts, createChance(seed, 22, i, j))),
  );
  const rows = CORNERS.flatMap((corner) =>
    METHODS.map((method) => [
      corner.name,
      method.name,
      ...cells
        .filter((c) => c.corner === corner.name && c.method === method.name)
        .map((c) => percent(c.inIncident)),
    ]),
  );
  const ours = cells.filter((c) => c.method === OURS.name);
  const worst = Math.max(...ours.map((c) => c.inIncident));
  const earlier = Math.max(...ours.map((c) => c.earlier));
  const title = `Rolled back by a shared incident, from its first minute on, % of ${rollouts.toLocaleString('en-US')} rollouts`;
  return {
    name: 'corners',
    tables: [{ title, columns: ['incident', 'judge', ...TRAFFIC.map(trafficName)], rows }],
    goals: [
      {
        id: 'G2',
        asks: 'false rollback in a shared incident ≤ 0.1 %, weight-change minute and last step too',
        found: `at most ${percent(worst, 3)} % from the incident on (and ${percent(earlier, 3)} % in the calm before it)`,
        reached: worst <= 0.001,
      },
    ],
    data: cells,
  };
}

function runCell(corner: Corner, rps: number, rollouts: number, chance: Chance): Cell[] {
  const tallies = METHODS.map(() => ({ earlier: 0, inIncident: 0 }));
  for (let n = 0; n < rollouts; n++) {
    const rollout = corner.draw(rps, chance);
    METHODS.forEach((method, k) => {
      const at = rolledBackAt(method, rollout);
      if (at < corner.begins) tallies[k]!.earlier += 1;
      else if (Number.isFinite(at)) tallies[k]!.inIncident += 1;
    });
  }
  return METHODS.map((method, k) => ({
    corner: corner.name,
    rps,
    method: method.name,
    earlier: tallies[k]!.earlier / rollouts,
    inIncident: tallies[k]!.inIncident / rollouts,
  }));
}

/** An incident of 5 minutes that begins, with the change of weight, within the minute. */
function atChange(when: (chance: Chance) => number, raised: number) {
  const service = incident(0.001, raised, CHANGE + 1, CHANGE + 4);
  return (rps: number, chance: Chance): Rollout => {
    const rollout = simulate({ service, effect: (rate) => rate, rps, weights: HOLD_BACK }, chance);
    const changed = drawChange(60 * rps, when(chance), raised, chance);
    const minutes = rollout.minutes.map((m) => (m.minute === CHANGE ? changed : m));
    return { ...rollout, minutes };
  };
}

/** A minute in which both the weight and the error rate change after the share `at`. */
function drawChange(requests: number, at: number, raised: number, chance: Chance): MinuteCounts {
  const arm = (before: number, after: number): Counts => {
    const early = drawArm(requests * at * before, 0.001, undefined, chance);
    const late = drawArm(requests * (1 - at) * after, raised, undefined, chance);
    return { requests: early.requests + late.requests, events: early.events + late.events };
  };
  const canary = arm(0.25, 0.5);
  const stable = arm(0.75, 0.5);
  return { minute: CHANGE, canary, stable, weight: 50, weightBefore: 25 };
}

function inLastStep(rps: number, chance: Chance): Rollout {
  const service = incident(0.001, 0.3, 22, 24);
  return simulate({ service, effect: (rate) => rate, rps, weights: HOLD_BACK }, chance);
}

/** The sequential test without some of the action's rules, to measure the effect of each. */
function blind(
  name: string,
  profile: TestProfile,
  seenAs: (minute: MinuteCounts) => MinuteCounts,
): Method {
  return {
    name,
    watch: () => {
      const test = createSequentialTest(profile);
      const recent: MinuteCounts[] = [];
      return (minute) => {
        recent.push(minute);
        const nats = test.add(seenAs(minute));
        return nats >= -Math.log(ALPHA.errors) && compare(recent.slice(-10)).ratio >= 1.2;
      };
    },
  };
}
