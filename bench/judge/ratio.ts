// G3: distance from the theoretical limit. Traffic is chosen so that the Wald clock gives 3, 12 or 60 minutes.

import { type Method, rolledBackAt } from './method.ts';
import { oracle, trafficFor } from './oracle.ts';
import { OURS, OURS_FAST } from './ours.ts';
import { createChance } from './random.ts';
import { RAMP, simulate } from './rollout.ts';
import { change } from './scenarios.ts';
import { mean, number, percent, type Study } from './study.ts';

const PAIRS = [
  [0.001, 0.0015],
  [0.001, 0.002],
  [0.001, 0.005],
  [0.001, 0.01],
  [0.001, 0.05],
  [0.01, 0.02],
  [0, 1],
] as const;
const CLOCKS = [3, 12, 60] as const;
const LONGEST = 400;
const HELD = [...RAMP.slice(0, 20), ...Array<number>(LONGEST - 20).fill(50)];
/** The goal covers risk ratios up to this one; without errors on stable there is no finite ratio. */
const GOAL_RATIO = 50;

interface Measured {
  readonly scenario: string;
  readonly ratio: number;
  readonly clock: number;
  readonly rps: number;
  readonly ours: number;
  readonly fast: number;
  readonly oracle: number;
  /** Share of rollouts, 0 to 1, in which the regression was detected within 400 minutes. */
  readonly found: number;
}

/** Measures mean minutes to detection over the bound, on a ramp that is then held at 50 %. */
export function ratioStudy(rollouts: number, seed: number): Study {
  const measured = CLOCKS.flatMap((clock, i) =>
    PAIRS.map((pair, j) => measure(pair, clock, rollouts, [seed, 33, i, j])),
  );
  const within = measured.filter((m) => m.ratio <= GOAL_RATIO * 1.001);
  const missed = within.filter((m) => m.ours > goalFor(m.clock));
  const missedWords = missed.map((m) => `${m.scenario} at ${m.clock} min: ${number(m.ours)} min`);
  const slowest = (clocks: readonly number[]) =>
    Math.max(...within.filter((m) => clocks.includes(m.clock)).map((m) => m.ours / m.clock));
  const excess = Math.max(...within.filter((m) => m.clock < 10).map((m) => m.ours - m.clock));
  return {
    name: 'ratio',
    tables: [
      {
        title: 'Mean minutes to detection over the Wald clock, ramp then held at 50 %',
        columns: ['clock', 'rates', 'rps', 'canary-action', 'fast', 'oracle', 'found %'],
        rows: measured.map((m) => [
          `${m.clock} min`,
          m.scenario,
          m.rps.toPrecision(3),
          (m.ours / m.clock).toFixed(2),
          (m.fast / m.clock).toFixed(2),
          (m.oracle / m.clock).toFixed(2),
          percent(m.found, 1),
        ]),
      },
    ],
    goals: [
      {
        id: 'G3',
        asks: 'mean minutes ≤ 1.3 × Wald clock when ≥ 10 min, else ≤ clock + 2.5; ratios 1.5–50',
        found: `${slowest([12, 60]).toFixed(2)} × at 12 and 60 min, clock + ${excess.toFixed(1)} at 3 min${missed.length > 0 ? `; missed by ${missedWords.join(', ')}` : ''}`,
        reached: missed.length === 0,
      },
    ],
    data: measured,
  };
}

function goalFor(clock: number): number {
  return clock >= 10 ? 1.3 * clock : clock + 2.5;
}

function measure(
  [stable, canary]: readonly [number, number],
  clock: number,
  rollouts: number,
  seed: readonly number[],
): Measured {
  const rates = { stable, canary };
  const rps = trafficFor(rates, clock, HELD);
  const chance = createChance(...seed);
  const methods: readonly Method[] = [OURS, OURS_FAST, oracle(rates)];
  const times: number[][] = methods.map(() => []);
  const scenario = change(stable, canary);
  for (let n = 0; n < rollouts; n++) {
    const rollout = simulate({ ...scenario, rps, weights: HELD }, chance);
    methods.forEach((method, i) => {
      times[i]!.push(rolledBackAt(method, rollout));
    });
  }
  const found = times[0]!.filter(Number.isFinite).length / rollouts;
  const [ours, fast, best] = times.map((all) => mean(all.filter(Number.isFinite)));
  const ratio = stable === 0 ? Number.POSITIVE_INFINITY : canary / stable;
  return {
    scenario: scenario.name,
    ratio,
    clock,
    rps,
    ours: ours!,
    fast: fast!,
    oracle: best!,
    found,
  };
}
