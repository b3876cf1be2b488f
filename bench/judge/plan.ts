// Verifies the forecast of `plan`: simulates the regression that nine in ten rollouts should detect.

import { power } from '../../src/analysis/power.ts';
import { rolledBackAt } from './method.ts';
import { ALPHA, OURS } from './ours.ts';
import { createChance } from './random.ts';
import { RAMP, simulate } from './rollout.ts';
import { change, TRAFFIC } from './scenarios.ts';
import { number, percent, type Study, trafficName } from './study.ts';

const STEPS = [5, 10, 25, 50].map((weight) => ({ weight, minutes: 5 }));
const WATCHING = {
  falseRollbackRate: ALPHA.errors,
  closingMinutes: 2,
  shownMinutes: 2,
  bakeMinutes: 5,
};
const RATES = [0.001, 0.01] as const;

/** Simulates the smallest regression that `power` forecasts to be detected by the end of the ramp. */
export function planStudy(rollouts: number, seed: number): Study {
  const cells = RATES.flatMap((rate, i) =>
    TRAFFIC.flatMap((rps, j) => {
      const traffic = { requestsPerMinute: 60 * rps, rate, dispersion: 1, apart: true };
      const smallest = power(STEPS, traffic, WATCHING).steps.at(-1)?.smallest;
      if (!smallest) return [];
      const chance = createChance(seed, 77, i, j);
      const scenario = change(rate, smallest.rate);
      let found = 0;
      for (let n = 0; n < rollouts; n++) {
        const rollout = simulate({ ...scenario, rps, weights: RAMP }, chance);
        if (rolledBackAt(OURS, rollout) <= smallest.foundAfter) found += 1;
      }
      return [{ rate, rps, smallest, found: found / rollouts }];
    }),
  );
  return {
    name: 'plan',
    tables: [
      {
        title:
          'What `plan` forecasts to find in nine of ten rollouts by the end of the ramp, tested',
        columns: ['stable', 'traffic', 'canary, %', 'by minute', 'found %'],
        rows: cells.map((c) => [
          `${percent(c.rate, 1)} %`,
          trafficName(c.rps),
          percent(c.smallest.rate, 3),
          number(c.smallest.foundAfter),
          percent(c.found, 1),
        ]),
      },
    ],
    goals: [],
    data: cells,
  };
}
