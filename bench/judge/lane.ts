// G9: evidence against the canary is read before a minute is closed. How soon a total failure is found, whatever the
// timeout, and whether versions that are only slower or faster are left alone.

import { codeDeploy, flagger } from './peers.ts';
import { runWorld, steady, steadyWorld, type Tally } from './seconds/cell.ts';
import {
  AT_ONCE,
  type Delivery,
  type Duration,
  type Durations,
  PROMPT,
  USUAL_DELIVERY,
  USUAL_PUBLICATION,
} from './seconds/delivery.ts';
import { minutely, OURS, PATIENT } from './seconds/judges.ts';
import type { World } from './seconds/timeline.ts';
import { percent, type Study, trafficName } from './study.ts';

const JUDGES = [
  OURS,
  PATIENT,
  minutely(codeDeploy(1)),
  minutely(codeDeploy(3)),
  minutely(flagger(5)),
];
const RPS = [1, 10, 100, 1000] as const;

interface Case {
  readonly name: string;
  readonly world: (rps: number) => World;
  /** Nothing is promised here: only one version hangs, for minutes, in an incident of both. */
  readonly beyond?: true;
}

const TEN_PERCENT = [{ after: 0, weight: 10 }] as const;

/** A canary at 10 % that fails from its first second on. */
function failing(canary: number, delivery: Partial<Delivery>): (rps: number) => World {
  return (rps) => ({
    ...steadyWorld(rps, 0.001, canary),
    shifts: TEN_PERCENT,
    length: 1500,
    delivery: { ...USUAL_DELIVERY, ...delivery },
  });
}

/** Long answers: the median is a minute. */
const LONG: Durations = { success: { median: 60, spread: 1 }, error: AT_ONCE };
const inThirtySeconds = { ...USUAL_PUBLICATION, medianSeconds: 30 };

const BROKEN: readonly Case[] = [
  {
    name: 'fails 100 %, timeout 29 s, shown after 30 s',
    world: failing(1, { publication: inThirtySeconds }),
  },
  ...[3, 29, 60, 300, 900].map((timeoutSeconds) => ({
    name: `fails 100 %, timeout ${timeoutSeconds} s`,
    world: failing(1, { timeoutSeconds }),
  })),
  {
    name: 'fails 100 %, answers of minutes, timeout 900 s',
    world: failing(1, { timeoutSeconds: 900, canary: LONG, stable: LONG }),
  },
  { name: 'fails 5 %, timeout 29 s', world: failing(0.05, {}) },
  {
    name: 'fails 5 %, answers of minutes, timeout 900 s',
    world: failing(0.05, { timeoutSeconds: 900, canary: LONG, stable: LONG }),
  },
];

/** Errors of both versions in the cells without a regression. */
const ERRORS = 0.01;

function unchanged(delivery: Partial<Delivery>, rate = ERRORS): (rps: number) => World {
  return (rps) => ({
    ...steadyWorld(rps, rate, rate),
    delivery: { ...USUAL_DELIVERY, ...delivery },
  });
}

function times(factor: number, { success, error }: Durations): Durations {
  return { success: scaled(factor, success), error };
}

function scaled(factor: number, duration: Duration): Duration {
  return { ...duration, median: factor * duration.median };
}

const SECONDS: Durations = { success: { median: 5, spread: 0.6 }, error: AT_ONCE };
const timesOut = (seconds: number): Durations => ({
  ...PROMPT,
  error: { median: seconds, spread: 0 },
});

const FINE: readonly Case[] = [
  { name: 'no change', world: unchanged({}) },
  ...[29, 300, 900].flatMap((timeoutSeconds) => {
    const stable = timeoutSeconds === 29 ? SECONDS : LONG;
    const at = `timeout ${timeoutSeconds} s`;
    return [
      {
        name: `3 × slower, ${at}`,
        world: unchanged({ timeoutSeconds, stable, canary: times(3, stable) }),
      },
      {
        name: `10 × slower, ${at}`,
        world: unchanged({ timeoutSeconds, stable, canary: times(10, stable) }),
      },
      {
        name: `3 × faster, ${at}`,
        world: unchanged({ timeoutSeconds, stable, canary: times(1 / 3, stable) }),
      },
      {
        name: `stable’s errors take ${timeoutSeconds} s, the canary’s none`,
        world: unchanged({ timeoutSeconds, stable: timesOut(timeoutSeconds - 0.1) }),
      },
    ];
  }),
  {
    name: 'the same in a shared incident of 30 %, timeout 29 s',
    world: (rps) => incident(rps, { stable: timesOut(28.9) }),
  },
  {
    name: 'the same in a shared incident of 30 %, timeout 300 s',
    world: (rps) => incident(rps, { timeoutSeconds: 300, stable: timesOut(299) }),
    beyond: true,
  },
  { name: 'shared incident of 30 %', world: (rps) => incident(rps, {}) },
  {
    name: 'shared incident of 30 %, canary 10 × slower, timeout 29 s',
    world: (rps) => incident(rps, { stable: SECONDS, canary: times(10, SECONDS) }),
  },
];

/** Five minutes of trouble for both versions. */
function incident(rps: number, delivery: Partial<Delivery>): World {
  const rate = (at: number) => (at >= 425 && at < 725 ? 0.3 : 0.001);
  return {
    ...steadyWorld(rps, 0.001, 0.001),
    rates: (at) => ({ stable: rate(at), canary: rate(at) }),
    edges: [425, 725],
    ratesBefore: steady(0.001),
    delivery: { ...USUAL_DELIVERY, ...delivery },
  };
}

interface Cell extends Tally {
  readonly name: string;
  readonly rps: number;
}

export function laneStudy(rollouts: number, seed: number): Study {
  const run = (cases: readonly Case[], stream: number, traffic: readonly number[]): Cell[] =>
    cases.flatMap(({ name, world }, i) =>
      traffic.flatMap((rps, j) =>
        runWorld(world(rps), JUDGES, rollouts, [seed, stream, i, j]).map((tally) => ({
          ...tally,
          name,
          rps,
        })),
      ),
    );
  const broken = run(BROKEN, 91, RPS.slice(0, 3));
  const fine = run(FINE, 92, RPS.slice(1));
  const found = (name: string) =>
    broken.find((c) => c.name === name && c.rps === 100 && c.judge === OURS.name)!.afterFailure;
  const quick = found(BROKEN[0]!.name);
  const long = found('fails 100 %, timeout 900 s');
  const promised = FINE.filter(({ beyond }) => !beyond).map(({ name }) => name);
  const worst = Math.max(
    ...fine
      .filter((c) => c.judge === OURS.name && promised.includes(c.name))
      .map((c) => c.rolledBack),
  );
  return {
    name: 'lane',
    tables: [
      {
        title:
          'Seconds from the first failed request to the decision, median, canary at 10 % / found, %',
        columns: ['canary', 'judge', ...RPS.slice(0, 3).map(trafficName)],
        rows: rowsOf(
          BROKEN,
          broken,
          (c) => `${Math.round(c.afterFailure)} / ${percent(c.rolledBack, 0)}`,
        ),
      },
      {
        title: 'False rollbacks while counts are still arriving, %',
        columns: ['versions', 'judge', ...RPS.slice(1).map(trafficName)],
        rows: rowsOf(FINE, fine, (c) => percent(c.rolledBack, 1)),
      },
    ],
    goals: [
      {
        id: 'G9',
        asks: 'total failure at 100 rps found in ≤ 125 s where counts are shown after 30 s, in ≤ 4 min with a timeout of 900 s',
        found: `${Math.round(quick)} s; ${Math.round(long)} s`,
        reached: quick <= 125 && long <= 240,
      },
      {
        id: 'G1',
        asks: 'false rollbacks ≤ 1 % while counts are still arriving, with a slower or faster canary',
        found: `at most ${percent(worst)} %`,
        reached: worst <= 0.01,
      },
    ],
    data: { broken, fine },
  };
}

function rowsOf(
  cases: readonly Case[],
  cells: readonly Cell[],
  write: (cell: Cell) => string,
): string[][] {
  return cases.flatMap(({ name }) =>
    JUDGES.map((judge) => [
      name,
      judge.name,
      ...cells.filter((c) => c.name === name && c.judge === judge.name).map(write),
    ]),
  );
}
