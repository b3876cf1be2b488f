// Latency: counts of requests slower than the stable version's p90 and p99, with the same test.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { type Counts, type MinuteCounts, NO_COUNTS } from '../../src/analysis/counts.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { DEFAULT_PROFILE } from '../../src/analysis/profile.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { withInfluence } from '../../src/analysis/young.ts';
import { normalBelow } from './normal.ts';
import { type Chance, createChance } from './random.ts';
import { RAMP } from './rollout.ts';
import { number, percent, type Study, trafficName } from './study.ts';

/** Latency is lognormal with this deviation of its logarithm; the median is the unit. */
const SPREAD = 0.6;
const QUANTILES = [
  { quantile: 0.9, threshold: Math.exp(1.2816 * SPREAD) },
  { quantile: 0.99, threshold: Math.exp(2.3263 * SPREAD) },
] as const;
const MEASURES = QUANTILES.map(({ quantile, threshold }) =>
  slowMeasure({ quantile, milliseconds: threshold }),
);
const ALPHA = splitAlpha(0.01, [errorsMeasure(), ...MEASURES]).of(MEASURES[0]!);
const RPS = [1, 10, 100] as const;
const MINUTES = 20;

/** How much slower than usual a version is in a minute, and the share of its requests that take a second longer. */
interface Slowness {
  readonly factor: number;
  readonly stuck: number;
}
type Weather = (arm: 'canary' | 'stable', minute: number) => Slowness;

const USUAL: Slowness = { factor: 1, stuck: 0 };
const canaryOnly =
  (factor: number, stuck = 0): Weather =>
  (arm) =>
    arm === 'canary' ? { factor, stuck } : USUAL;

const CASES: readonly (readonly [string, Weather])[] = [
  ['no change', () => USUAL],
  [
    'shared, × 2.5 in minutes 8–12',
    (_, m) => (m >= 8 && m <= 12 ? { factor: 2.5, stuck: 0 } : USUAL),
  ],
  ['canary + 10 %', canaryOnly(1.1)],
  ['canary + 20 %', canaryOnly(1.2)],
  ['canary + 50 %', canaryOnly(1.5)],
  ['canary × 3', canaryOnly(3)],
  ['2 % of canary requests + 1 s', canaryOnly(1, 0.02)],
];

export function latencyStudy(rollouts: number, seed: number): Study {
  const cells = CASES.flatMap(([name, weather], i) =>
    RPS.map((rps, j) => {
      const chance = createChance(seed, 66, i, j);
      const times = Array.from({ length: rollouts }, () => foundAt(rps, weather, chance));
      const found = times.filter(Number.isFinite);
      const minutes = found.reduce((a, b) => a + b, 0) / found.length;
      return { name, rps, found: found.length / rollouts, minutes };
    }),
  );
  return {
    name: 'latency',
    tables: [
      {
        title: 'Latency on the ramp: rolled back by minute 20, % / mean minutes',
        columns: ['latency', ...RPS.map(trafficName)],
        rows: CASES.map(([name]) => [
          name,
          ...cells
            .filter((c) => c.name === name)
            .map((c) => `${percent(c.found, 1)} / ${number(c.minutes)}`),
        ]),
      },
    ],
    goals: [],
    data: cells,
  };
}

function foundAt(rps: number, weather: Weather, chance: Chance): number {
  const minutes = RAMP.slice(0, MINUTES).map((weight, i) =>
    draw(60 * rps, weight, i + 1, weather, chance),
  );
  const times = QUANTILES.map((_, q) => {
    const test = createRollbackTest({
      falseRollbackRate: ALPHA,
      profile: DEFAULT_PROFILE,
      materialRatio: 1.3,
      mayFade: true,
      before: NO_COUNTS,
    });
    const warm = withInfluence(
      minutes.map((m) => m[q]!),
      60,
    );
    return warm.find((m) => test.add(m).failing)?.minute ?? Number.POSITIVE_INFINITY;
  });
  return Math.min(...times);
}

/** One minute, once per quantile. */
function draw(
  requests: number,
  weight: number,
  minute: number,
  weather: Weather,
  chance: Chance,
): MinuteCounts[] {
  const share = weight / 100;
  const canary = drawSlow(requests * share, weather('canary', minute), chance);
  const stable = drawSlow(requests * (1 - share), weather('stable', minute), chance);
  return QUANTILES.map((_, q) => ({
    minute,
    canary: canary[q]!,
    stable: stable[q]!,
    weight,
    weightBefore: weight,
  }));
}

/** The numbers of requests above the lower and above the upper threshold, of the same requests. */
function drawSlow(requests: number, slowness: Slowness, chance: Chance): Counts[] {
  const [lower, upper] = QUANTILES.map(({ threshold }) => {
    const beyond = 1 - normalBelow(Math.log(threshold / slowness.factor) / SPREAD);
    return slowness.stuck + (1 - slowness.stuck) * beyond;
  });
  const slowest = chance.poisson(requests * upper!);
  const slow = slowest + chance.poisson(requests * (lower! - upper!));
  const all = slow + chance.poisson(requests * (1 - lower!));
  return [
    { requests: all, events: slow },
    { requests: all, events: slowest },
  ];
}
