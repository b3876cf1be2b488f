// J-11: requests that only stable gets, such as health checks of its own address. They never fail, and nobody routed
// them.

import { codeDeploy, flagger } from './peers.ts';
import { runWorld, steadyWorld, type Tally } from './seconds/cell.ts';
import { minutely, OURS } from './seconds/judges.ts';
import { number, percent, type Study, trafficName } from './study.ts';

const RPS = [1, 10, 100] as const;
const CHECKS = [0, 0.2, 1] as const;
const JUDGES = [OURS, minutely(codeDeploy(3)), minutely(flagger(5))];
const RATES = [
  [0.01, 0.01],
  [0.001, 0.01],
] as const;

interface Cell extends Tally {
  readonly checks: number;
  readonly rps: number;
  readonly rates: readonly [number, number];
}

export function healthCheckStudy(rollouts: number, seed: number): Study {
  const cells = RATES.flatMap((rates, k) =>
    CHECKS.flatMap((checks, i) =>
      RPS.flatMap((rps, j): Cell[] => {
        const world = { ...steadyWorld(rps, rates[0], rates[1]), checksOnStable: checks * rps };
        return runWorld(world, JUDGES, rollouts, [seed, 73, i, j, k]).map((tally) => ({
          ...tally,
          checks,
          rps,
          rates,
        }));
      }),
    ),
  );
  const fine = cells.filter((c) => c.judge === OURS.name && c.rates === RATES[0]);
  const worst = Math.max(...fine.map((c) => c.rolledBack));
  return {
    name: 'health-checks',
    tables: [
      {
        title: 'With health checks of stable alone: rolled back, % / median minutes',
        columns: ['errors', 'checks per request', 'judge', ...RPS.map(trafficName)],
        rows: RATES.flatMap((rates) =>
          CHECKS.flatMap((checks) =>
            JUDGES.map(({ name }) => [
              `${percent(rates[0], 1)} → ${percent(rates[1], 1)} %`,
              `${checks}`,
              name,
              ...cells
                .filter((c) => c.rates === rates && c.checks === checks && c.judge === name)
                .map((c) => `${percent(c.rolledBack, 1)} / ${number(c.after / 60)}`),
            ]),
          ),
        ),
      },
    ],
    goals: [
      {
        id: 'health checks',
        asks: 'as many health checks of stable as requests: false rollbacks ≤ 1 %',
        found: `at most ${percent(worst)} %`,
        reached: worst <= 0.01,
      },
    ],
    data: cells,
  };
}
