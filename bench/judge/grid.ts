// The grid: every scenario at every traffic level, with one set of simulated rollouts for all methods.

import { KAYENTA } from './kayenta.ts';
import { type Method, rolledBackAt } from './method.ts';
import { oracle, waldClock } from './oracle.ts';
import { OURS, OURS_FAST } from './ours.ts';
import { argo, codeDeploy, flagger, NAIVE_Z } from './peers.ts';
import { createChance } from './random.ts';
import { RAMP, type Rollout, simulate } from './rollout.ts';
import { ALTERNATIVES, NULLS, type Scenario, TRAFFIC } from './scenarios.ts';

/** Minutes until a decision, which is based on closed minutes, takes effect on the traffic. */
export const LAG_MINUTES = 2;
/** The last minute in which a detection counts: later there is no traffic to compare with. */
const LAST_DETECTION = 20;

/** The results of one method in one cell. */
export interface Cell {
  readonly scenario: string;
  readonly rps: number;
  readonly method: string;
  readonly rollouts: number;
  /** Share of rollouts, 0 to 1, that were rolled back (of alternatives: in time). */
  readonly rolledBack: number;
  /** Mean minutes to the decision if it was in time; NaN without any. */
  readonly minutes: number;
  /** Mean failed canary requests until the decision took effect, or the ramp's end. */
  readonly failed: number;
}

const PEERS: readonly Method[] = [
  codeDeploy(1),
  codeDeploy(3),
  flagger(1),
  flagger(5),
  argo(3),
  KAYENTA,
];

/** False rollbacks: ten services, seven levels of traffic. */
export function nullGrid(rollouts: number, seed: number): Cell[] {
  const methods = [OURS, OURS_FAST, ...PEERS, NAIVE_Z];
  return NULLS.flatMap((scenario, i) =>
    TRAFFIC.flatMap((rps, j) => runCell(scenario, rps, methods, rollouts, [seed, 7, i, j])),
  );
}

/** Detection: six regressions, seven levels of traffic. */
export function detectionGrid(rollouts: number, seed: number): Cell[] {
  return ALTERNATIVES.flatMap((scenario, i) =>
    TRAFFIC.flatMap((rps, j) => {
      const known = knownRates(scenario);
      const methods = [OURS, OURS_FAST, ...(known ? [oracle(known)] : []), ...PEERS];
      const cells = runCell(scenario, rps, methods, rollouts, [seed, 11, i, j], LAST_DETECTION);
      return known ? [...cells, waldCell(scenario, rps, known)] : cells;
    }),
  );
}

/** The constant rates of a scenario, if it has any. */
function knownRates(scenario: Scenario): { canary: number; stable: number } | undefined {
  const [first, later] = scenario.service.rates(createChance(1), 1, 2);
  return first === later ? { canary: scenario.effect(first!, 1), stable: first! } : undefined;
}

function waldCell(
  scenario: Scenario,
  rps: number,
  rates: { canary: number; stable: number },
): Cell {
  const minutes = waldClock(rates, rps, RAMP.slice(0, LAST_DETECTION));
  const cell = { scenario: scenario.name, rps, method: 'Wald clock', rollouts: 0 };
  return { ...cell, rolledBack: Number.NaN, minutes, failed: Number.NaN };
}

function runCell(
  scenario: Scenario,
  rps: number,
  methods: readonly Method[],
  rollouts: number,
  seed: readonly number[],
  last: number = RAMP.length,
): Cell[] {
  const chance = createChance(...seed);
  const tallies = methods.map(() => ({ rollouts: 0, hits: 0, minutes: 0, failed: 0 }));
  for (let n = 0; n < rollouts; n++) {
    const rollout = simulate({ ...scenario, rps, weights: RAMP }, chance);
    methods.forEach((method, i) => {
      if (n % (method.every ?? 1) !== 0) return;
      const tally = tallies[i]!;
      const at = rolledBackAt(method, rollout);
      tally.rollouts += 1;
      tally.failed += failedBy(rollout, at <= last ? at : Number.POSITIVE_INFINITY);
      if (at > last) return;
      tally.hits += 1;
      tally.minutes += at;
    });
  }
  return methods.map((method, i) => {
    const { rollouts: tried, hits, minutes, failed } = tallies[i]!;
    const means = { rolledBack: hits / tried, minutes: minutes / hits, failed: failed / tried };
    return { scenario: scenario.name, rps, method: method.name, rollouts: tried, ...means };
  });
}

function failedBy(rollout: Rollout, decided: number): number {
  let failed = 0;
  for (const minute of rollout.minutes) {
    if (minute.minute > decided + LAG_MINUTES) break;
    failed += minute.canary.events;
  }
  return failed;
}
