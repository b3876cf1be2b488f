// G7: the duration of one check of a 200-minute rollout, with everything recomputed.

import type { MinuteCounts } from '../../src/analysis/counts.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { judge, type MeasuredSeries } from '../../src/analysis/judge.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { createChance } from './random.ts';
import { simulate } from './rollout.ts';
import { constant } from './scenarios.ts';
import { quantile, type Study } from './study.ts';

const LOOKS = 300;
const WEIGHTS = [5, 10, 25, 50].flatMap((weight) => Array<number>(50).fill(weight));

/** Measures checks of errors alone, and of errors with two latency series. */
export function speedStudy(seed: number): Study {
  const service = constant(0.01);
  const world = { service, effect: (rate: number) => rate, rps: 100, weights: WEIGHTS };
  const { minutes, before } = simulate(world, createChance(seed, 88));
  const errors = { measure: errorsMeasure(), minutes, before };
  const slow = [0.9, 0.99].map((quantile) => {
    const measure = slowMeasure({ quantile, milliseconds: 100 });
    return { measure, minutes, before };
  });
  const alone = millisecondsPerLook([errors]);
  const all = millisecondsPerLook([errors, ...slow]);
  return {
    name: 'speed',
    tables: [],
    goals: [
      {
        id: 'G7',
        asks: 'golden vectors to 1e-9 (a unit test); one look at 200 minutes, latency and all, < 1 ms',
        found: `median ${alone.toFixed(2)} ms for errors, ${all.toFixed(2)} ms with latency p90 and p99`,
        reached: all < 1,
      },
    ],
    data: { alone, all },
  };
}

function millisecondsPerLook(observed: readonly MeasuredSeries[]): number {
  const fresh = (m: MinuteCounts): MinuteCounts => ({ ...m });
  const times = Array.from({ length: LOOKS }, () => {
    const copies = observed.map((one) => ({ ...one, minutes: one.minutes.map(fresh) }));
    const start = performance.now();
    judge(copies);
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}
