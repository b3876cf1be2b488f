// J-7: a short failure of the canary after a shift, at any second of a minute. One bad minute never decides.

import { codeDeploy, flagger } from './peers.ts';
import { runWorld, steady, steadyWorld } from './seconds/cell.ts';
import { minutely, OURS } from './seconds/judges.ts';
import type { World } from './seconds/timeline.ts';
import { percent, type Study, trafficName } from './study.ts';

const RPS = [10, 100, 1000] as const;

interface Blip {
  readonly seconds: number;
  readonly rate: number;
  /** When it begins, in seconds after the first shift. */
  readonly from: number;
}

const BLIPS: readonly Blip[] = [
  ...[15, 30, 60].map((seconds) => ({ seconds, rate: 0.5, from: 0 })),
  ...[15, 30].map((seconds) => ({ seconds, rate: 1, from: 0 })),
  { seconds: 60, rate: 0.5, from: 125 },
];

/** Errors of both versions otherwise. */
const USUAL = 0.001;
const SECONDS = [0, undefined] as const;
const JUDGES = [OURS, minutely(codeDeploy(1)), minutely(codeDeploy(3)), minutely(flagger(5))];
/** The rollback rate of a 60-second blip of half of the requests, when it falls on the edge of a minute. */
const GOAL = { 100: 0.13, 1000: 0.08 } as const;

export function blipStudy(rollouts: number, seed: number): Study {
  const cells = BLIPS.flatMap((blip, i) =>
    SECONDS.flatMap((second, k) =>
      RPS.flatMap((rps, j) =>
        runWorld(worldOf(blip, rps), JUDGES, rollouts, [seed, 71, i, j, k], second).map(
          (tally) => ({ ...tally, blip, rps, edge: second === 0 }),
        ),
      ),
    ),
  );
  const rows = BLIPS.flatMap((blip) =>
    [true, false].flatMap((edge) =>
      JUDGES.map(({ name }) => [
        nameOf(blip),
        edge ? 'on the edge' : 'at any second',
        name,
        ...cells
          .filter((c) => c.blip === blip && c.edge === edge && c.judge === name)
          .map((c) => percent(c.rolledBack, 1)),
      ]),
    ),
  );
  const rateAt = (rps: number) =>
    cells.find(
      (c) =>
        c.rps === rps &&
        !c.edge &&
        c.blip.seconds === 60 &&
        c.blip.from === 0 &&
        c.judge === OURS.name,
    )?.rolledBack ?? Number.NaN;
  return {
    name: 'blips',
    tables: [
      {
        title: 'Rolled back because of a blip of the canary that ends by itself, %',
        columns: ['blip', 'shift', 'judge', ...RPS.map(trafficName)],
        rows,
      },
    ],
    goals: [
      {
        id: 'blip',
        asks: '50 % for 60 s after a shift at any second: rolled back in ≤ 13 % at 100 rps, ≤ 8 % at 1,000 rps',
        found: `${percent(rateAt(100), 1)} %, ${percent(rateAt(1000), 1)} %`,
        reached: rateAt(100) <= GOAL[100] && rateAt(1000) <= GOAL[1000],
      },
    ],
    data: cells,
  };
}

function nameOf({ seconds, rate, from }: Blip): string {
  return `${percent(rate, 0)} % for ${seconds} s${from > 0 ? ' in a step' : ''}`;
}

function worldOf({ seconds, rate, from }: Blip, rps: number): World {
  return {
    ...steadyWorld(rps, USUAL, USUAL),
    rates: (at) => ({ stable: USUAL, canary: at >= from && at < from + seconds ? rate : USUAL }),
    edges: [from, from + seconds],
    ratesBefore: steady(USUAL),
    length: 900,
  };
}
