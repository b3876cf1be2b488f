// A short failure of one function of twenty, which must not decide more often than if the function were released alone.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import type { MinuteCounts } from '../../src/analysis/counts.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  SUMMED_FUNCTION_PARTS,
} from '../../src/analysis/errors-measure.ts';
import { find } from '../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS } from '../../src/analysis/judge.ts';
import type { Measure } from '../../src/analysis/measure.ts';
import type { Series } from '../../src/analysis/series.ts';
import { planMinutes } from './plan-minutes.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm } from './rollout.ts';
import { percent, type Study, trafficName } from './study.ts';

const ALONE = errorsMeasure();
const FUNCTIONS = Array.from({ length: 20 }, (_, i) =>
  invocationsMeasure(`function ${i + 1}`, SUMMED_FUNCTION_PARTS),
);
const ONE = FUNCTIONS[0]!;
const RATE_ALONE = splitAlpha(0.01, [ALONE]).of(ALONE);
const RATE_OF_ONE = splitAlpha(0.01, [ALONE, ...FUNCTIONS]).of(ONE);

const RPS = [1, 10, 100, 1000] as const;
/** Parts of the canary's requests that fail during the blip. */
const SIZES = [0.1, 0.5] as const;
const BLIP_SECONDS = 60;
/** Errors of both versions otherwise. */
const USUAL = 0.001;
const BEFORE_MINUTES = 60;

function draw(rps: number, size: number, chance: Chance): Series {
  const plan = planMinutes(Math.floor(60 * chance.uniform()));
  // At any second of the steps of 10 and 25%.
  const from = 60 * (6 + 9 * chance.uniform());
  const arm = (share: number, rate: number) => drawArm(60 * rps * share, rate, undefined, chance);
  return {
    before: Array.from({ length: BEFORE_MINUTES }, () => arm(1, USUAL)),
    minutes: plan.map(({ share, ...times }): MinuteCounts => {
      const start = 60 * times.minute;
      const seconds = Math.min(start + 60, from + BLIP_SECONDS) - Math.max(start, from);
      const failing = Math.max(0, seconds / 60) * size;
      return {
        ...times,
        canary: arm(share, failing + USUAL * (1 - failing)),
        stable: arm(1 - share, USUAL),
      };
    }),
  };
}

function isRolledBack(measure: Measure, series: Series, falseRollbackRate: number): boolean {
  const asked = measure.ask(series, { ...DEFAULT_SETTINGS, falseRollbackRate, sound: true });
  return find(asked.series, asked.question).finding.failingSince !== undefined;
}

export function functionBlipStudy(releases: number, seed: number): Study {
  const cells = SIZES.flatMap((size, i) =>
    RPS.map((rps, j) => {
      const chance = createChance(seed, 114, i, j);
      const drawn = Array.from({ length: releases }, () => draw(rps, size, chance));
      const part = (measure: Measure, rate: number) =>
        drawn.filter((series) => isRolledBack(measure, series, rate)).length / releases;
      return { size, rps, alone: part(ALONE, RATE_ALONE), ofTwenty: part(ONE, RATE_OF_ONE) };
    }),
  );
  const worst = Math.max(...cells.map(({ alone, ofTwenty }) => ofTwenty - alone));
  const most = Math.max(...cells.map(({ ofTwenty }) => ofTwenty));
  return {
    name: 'blips of one function',
    tables: [
      {
        title:
          'One function of twenty fails for 60 s on the canary, in the middle of a step: rolled back %, alone / among twenty',
        columns: ['failed invocations', ...RPS.map(trafficName)],
        rows: SIZES.map((size) => [
          `${percent(size, 0)} %`,
          ...cells
            .filter((cell) => cell.size === size)
            .map(({ alone, ofTwenty }) => `${percent(alone, 1)} / ${percent(ofTwenty, 1)}`),
        ]),
      },
    ],
    goals: [
      {
        id: 'blip of one function',
        asks: 'one function of twenty that fails for 60 s is rolled back no more often than alone, and in ≤ 8 %',
        found: `at most ${percent(most, 1)} %`,
        reached: worst <= 0.005 && most <= 0.08,
      },
    ],
    data: { cells },
  };
}
