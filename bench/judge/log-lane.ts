// G13: logs show a failure within seconds. How soon each judge rolls back, and whether clusters of failures of a version
// that is no worse are left alone.

import { autoSteps } from '../../src/analysis/auto-steps.ts';
import { argo, codeDeploy, flagger } from './peers.ts';
import { type Chance, createChance } from './random.ts';
import { steadyWorld } from './seconds/cell.ts';
import { AT_ONCE, type Durations, USUAL_DELIVERY } from './seconds/delivery.ts';
import { minutely, OURS } from './seconds/judges.ts';
import { about, arrivalsOf, between, type Logging } from './seconds/logged.ts';
import { drawTimeline, type World } from './seconds/timeline.ts';
import { type LogWorld, playWithLogs, WITH_LOGS } from './seconds/watch-logs.ts';
import { mean, number, percent, quantile, type Study, trafficName } from './study.ts';

const PEERS = [
  minutely(codeDeploy(1)),
  minutely(codeDeploy(3)),
  minutely(argo(0)),
  minutely(flagger(5)),
];
const JUDGES = [WITH_LOGS, ...[OURS, ...PEERS].map(({ name }) => name)];

const USUAL: Logging = { canary: about(5), stable: about(5) };
/** Errors of both versions otherwise. */
const RATE = 0.001;

interface Case {
  readonly name: string;
  readonly world: (rps: number) => World;
  readonly logging?: Logging;
  readonly failuresOnly?: true;
  /** Seconds from the first shift until it fails; 0 if absent. */
  readonly from?: number;
  /** Nothing is promised here: clusters of hundreds, failures of the canary alone, or of a stable that is not read. */
  readonly beyond?: true;
}

/** A canary at the default first step that fails from its first request on. */
function failing(rate: number): (rps: number) => World {
  return (rps) => ({ ...steadyWorld(rps, RATE, rate), length: 900 });
}

export const BROKEN: readonly Case[] = [
  { name: 'fails 100 %', world: failing(1) },
  { name: 'fails 100 %, only failures of stable are read', world: failing(1), failuresOnly: true },
  {
    name: 'fails 100 %, logs after 15 s',
    world: failing(1),
    logging: { canary: about(15), stable: about(15) },
  },
  { name: 'fails 100 % from second 100 on', world: later(100), from: 100 },
  { name: 'fails 100 % from second 400 on, at 25 %', world: later(400), from: 400 },
  {
    name: 'fails 100 %, logs after exactly 5 s',
    world: failing(1),
    logging: { canary: about(5, 0), stable: about(5, 0) },
  },
  { name: 'fails 50 %', world: failing(0.5) },
  { name: 'fails 10 %', world: failing(0.1) },
  { name: 'fails 2 %', world: failing(0.02) },
];

function later(from: number): (rps: number) => World {
  return (rps) => ({
    ...steadyWorld(rps, RATE, RATE),
    rates: (at) => ({ stable: RATE, canary: at >= from ? 1 : RATE }),
    edges: [from],
    length: 900,
  });
}

/** The first step that `steps: auto` chooses. */
export const AUTO: Case = {
  name: 'fails 100 %, first step of steps: auto',
  world: (rps) => ({
    ...failing(1)(rps),
    shifts: [{ after: 0, weight: autoSteps(60 * rps)[0]! }],
  }),
};

/** A canary that fails for some seconds. */
function blip(seconds: number, share: number, from: number): Case {
  return {
    name: `fails ${percent(share, 0)} % for ${seconds} s${from === 0 ? ', from the shift on' : ''}`,
    world: (rps) => ({
      ...steadyWorld(rps, RATE, RATE),
      rates: (at) => ({
        stable: RATE,
        canary: at >= from && at < from + seconds ? share : RATE,
      }),
      edges: [from, from + seconds],
      length: 300,
    }),
  };
}

export const BLIPS: readonly Case[] = [0, 100].flatMap((from) =>
  [5, 20, 60].flatMap((seconds) => [1, 0.5].map((share) => blip(seconds, share, from))),
);

const SLOW: Durations = { success: { median: 1, spread: 0.6 }, error: AT_ONCE };
const TEN_TIMES: Durations = { success: { median: 10, spread: 0.6 }, error: AT_ONCE };
const TIMES_OUT: Durations = { ...SLOW, error: { median: 28.9, spread: 0 } };

function unchanged(more: Partial<World> = {}, rate = 0.003): (rps: number) => World {
  return (rps) => ({ ...steadyWorld(rps, rate, rate), ...more });
}

/** Five minutes of trouble for both versions, from the second shift on. */
function incident(more: Partial<World> = {}, from = 300): (rps: number) => World {
  const rate = (at: number) => (at >= from && at < from + 300 ? 0.3 : RATE);
  return (rps) => ({
    ...steadyWorld(rps, RATE, RATE),
    rates: (at) => ({ stable: rate(at), canary: rate(at) }),
    edges: [from, from + 300],
    ...more,
  });
}

/** Trouble of single servers of both versions: each fails all of its requests for a while. */
interface Servers {
  /** Requests per second that one server answers. */
  readonly each: number;
  readonly seconds: number;
  /** Share of all requests that fail so, 0 to 1. */
  readonly share: number;
}

function badServers({ each, seconds, share }: Servers): (rps: number) => World {
  return (rps) => {
    const world = steadyWorld(rps, RATE, RATE);
    const weightAt = (at: number) => world.shifts.findLast(({ after }) => after <= at)?.weight ?? 0;
    const draw = (chance: Chance) => {
      const stable = episodes(rps, -3600, 1500, () => 1, chance);
      const canary = episodes(rps, 0, 1500, (at) => weightAt(at) / 100, chance);
      const rateOf = (bad: readonly Episode[], at: number, traffic: number) => {
        const active = bad.filter((one) => one.from <= at && at < one.to).length;
        return Math.min(1, RATE + active / Math.max(1, traffic / each));
      };
      return {
        rates: (at: number) => ({
          canary: rateOf(canary, at, (rps * weightAt(at)) / 100),
          stable: rateOf(stable, at, rps * (1 - weightAt(at) / 100)),
        }),
        ratesBefore: () =>
          Float64Array.from({ length: 60 }, (_, i) =>
            mean(Array.from({ length: 12 }, (_, k) => rateOf(stable, -3600 + 60 * i + 5 * k, rps))),
          ),
      };
    };
    return { ...world, draw };
  };

  /** @param shareAt the arm’s share of the traffic, 0 to 1 */
  function episodes(
    rps: number,
    from: number,
    to: number,
    shareAt: (at: number) => number,
    chance: Chance,
  ): readonly Episode[] {
    const found: Episode[] = [];
    for (let at = from; at < to; at++) {
      const traffic = rps * shareAt(at);
      const size = Math.min(traffic, each) * seconds;
      const begun = size > 0 ? chance.poisson((traffic * share) / size) : 0;
      for (let i = 0; i < begun; i++)
        found.push({ from: at, to: at - seconds * Math.log(chance.uniform()) });
    }
    return found;
  }
}

interface Episode {
  readonly from: number;
  readonly to: number;
}

/** After each shift, this share of the canary's requests fails for some seconds. */
function coldStarts(seconds: number, share: number): (rps: number) => World {
  return (rps) => ({
    ...steadyWorld(rps, RATE, RATE),
    rates: (_, sinceShift) => ({ stable: RATE, canary: sinceShift < seconds ? share : RATE }),
    edgesAfterShift: [seconds],
  });
}

function burstAtShifts(rps: number): World {
  return {
    ...steadyWorld(rps, RATE, RATE),
    rates: (_, sinceShift) => {
      const rate = sinceShift < 20 ? 0.5 : RATE;
      return { stable: rate, canary: rate };
    },
    edgesAfterShift: [20],
  };
}

export const FINE: readonly Case[] = [
  { name: 'no change, 1 % fail', world: unchanged({}, 0.01) },
  { name: 'no change, 0.1 % fail', world: unchanged({}, RATE) },
  {
    name: 'retries: clusters of 5',
    world: unchanged({ clusters: { meanSize: 5, share: 0.0005 } }, 0.0005),
  },
  {
    name: 'retries: clusters of 20',
    world: unchanged({ clusters: { meanSize: 20, share: 0.0005 } }, 0.0005),
  },
  { name: 'bad servers, for 10 s', world: badServers({ each: 10, seconds: 10, share: 0.0005 }) },
  {
    name: 'bad servers, for 60 s',
    world: badServers({ each: 10, seconds: 60, share: 0.0005 }),
    beyond: true,
  },
  { name: 'cold starts: each server fails its first request', world: coldStarts(2, 0.1) },
  { name: 'cold starts: all fail for 5 s', world: coldStarts(5, 1), beyond: true },
  {
    name: 'cold starts: answers take 5 s for 10 s',
    world: unchanged({
      delivery: { ...USUAL_DELIVERY, canary: { ...SLOW, success: { median: 5, spread: 0.6 } } },
    }),
  },
  { name: 'each shift breaks both versions for 20 s', world: burstAtShifts },
  { name: 'incident that begins with a shift', world: incident() },
  {
    name: 'incident, logs after 2–60 s',
    world: incident({}, 425),
    logging: { canary: between(2, 60), stable: between(2, 60) },
  },
  {
    name: 'incident, the canary’s logs after 2 s, stable’s after 60 s',
    world: incident({}, 425),
    logging: { canary: about(2), stable: about(60) },
  },
  {
    name: 'incident, stable’s failures time out',
    world: incident({ delivery: { ...USUAL_DELIVERY, stable: TIMES_OUT } }, 425),
  },
  {
    name: 'logs after 2–60 s',
    world: unchanged(),
    logging: { canary: between(2, 60), stable: between(2, 60) },
  },
  {
    name: 'slow successes after fast failures',
    world: unchanged({ delivery: { ...USUAL_DELIVERY, canary: TEN_TIMES, stable: TEN_TIMES } }),
  },
  {
    name: 'canary 10 × slower',
    world: unchanged({ delivery: { ...USUAL_DELIVERY, canary: TEN_TIMES, stable: SLOW } }),
  },
  {
    name: 'canary 10 × faster',
    world: unchanged({ delivery: { ...USUAL_DELIVERY, canary: SLOW, stable: TEN_TIMES } }),
  },
  { name: '5 % of the lines are lost', world: unchanged(), logging: { ...USUAL, lost: 0.05 } },
  { name: 'only failures of stable are read', world: unchanged(), failuresOnly: true },
  {
    name: 'incident, only failures of stable are read',
    world: incident({}, 425),
    failuresOnly: true,
  },
  {
    name: 'the same, and stable’s failures time out',
    world: incident({ delivery: { ...USUAL_DELIVERY, stable: TIMES_OUT } }, 425),
    failuresOnly: true,
    beyond: true,
  },
];

interface Cell {
  readonly name: string;
  readonly rps: number;
  readonly judge: string;
  /** Share of the rollouts, 0 to 1. */
  readonly rolledBack: number;
  /** Median, in seconds since the first failed request of the canary. */
  readonly afterFailure: number;
  /** Mean number of failed canary requests. */
  readonly failed: number;
}

export function runCells(
  cases: readonly Case[],
  traffic: readonly number[],
  rollouts: number,
  seed: readonly number[],
): readonly Cell[] {
  return cases.flatMap(({ name, world: worldAt, logging = USUAL, failuresOnly, from }, i) =>
    traffic.flatMap((rps, j) => {
      const world: World = { ...worldAt(rps), sliceSeconds: 1 };
      const arrivals = arrivalsOf(world, logging);
      const logged: LogWorld = { ...world, arrivals, ...(failuresOnly && { failuresOnly }) };
      const chance = createChance(...seed, i, j);
      const outcomes = Array.from({ length: rollouts }, () =>
        playWithLogs([OURS, ...PEERS], drawTimeline(logged, chance), logged, chance),
      );
      return JUDGES.map((judge, k): Cell => {
        const own = outcomes.map((each) => each[k]!);
        const found = own.filter(({ after }) => Number.isFinite(after));
        return {
          ...{ name, rps, judge },
          rolledBack: found.length / rollouts,
          afterFailure: quantile(
            found.map(({ after, afterFailure }) =>
              from === undefined ? afterFailure : after - from,
            ),
            0.5,
          ),
          failed: mean(own.map(({ failed }) => failed)),
        };
      });
    }),
  );
}

const RPS = [10, 100, 1000] as const;

export function logLaneStudy(rollouts: number, seed: number): Study {
  const broken = runCells([...BROKEN, AUTO], RPS, rollouts, [seed, 131]);
  const blips = runCells(BLIPS, RPS, rollouts, [seed, 132]);
  const fine = [
    ...runCells(FINE, [10, 100], Math.round(2.5 * rollouts), [seed, 133]),
    ...runCells(FINE, [1000], rollouts, [seed, 134]),
  ];
  const cell = (name: string, rps: number) =>
    broken.find((c) => c.name === name && c.rps === rps && c.judge === WITH_LOGS)!;
  const [hundred, thousand] = [cell('fails 100 %', 100), cell('fails 100 %', 1000)];
  const { failed } = cell(AUTO.name, 1000);
  const promised = FINE.filter(({ beyond }) => !beyond).map(({ name }) => name);
  const own = fine.filter((c) => c.judge === WITH_LOGS && promised.includes(c.name));
  const worst = own.reduce((a, b) => (b.rolledBack > a.rolledBack ? b : a));
  return {
    name: 'logs',
    tables: [
      table(
        'Logs after 5 s, polled every 5 s: seconds from the first failed request to the rollback, median / found, % / mean failed requests, first step of 5 %',
        [...BROKEN, AUTO],
        broken,
        (c) => `${number(c.afterFailure)} / ${percent(c.rolledBack, 0)} / ${number(c.failed)}`,
      ),
      table('A canary that fails for some seconds: rolled back, %', BLIPS, blips, (c) =>
        percent(c.rolledBack, 0),
      ),
      table('False rollbacks with logs, %', FINE, fine, (c) => percent(c.rolledBack, 2)),
    ],
    goals: [
      {
        id: 'G13',
        asks: 'by logs after 5 s, a total failure is rolled back in ≤ 20 s at 100 rps, ≤ 15 s at 1,000 rps, after ≤ 100 failed requests at 1,000 rps with steps: auto',
        found: `${number(hundred.afterFailure)} s; ${number(thousand.afterFailure)} s; ${number(failed)}`,
        reached: hundred.afterFailure <= 20 && thousand.afterFailure <= 15 && failed <= 100,
      },
      {
        id: 'G13',
        asks: 'false rollbacks with logs ≤ 1 % in every cell, with clusters, delays and lost lines',
        found: `at most ${percent(worst.rolledBack)} % (${worst.name}, ${trafficName(worst.rps)})`,
        // One release of few is no share.
        reached: worst.rolledBack <= Math.max(0.01, 1 / rollouts),
      },
    ],
    data: { broken, blips, fine },
  };
}

function table(
  title: string,
  cases: readonly Case[],
  cells: readonly Cell[],
  write: (cell: Cell) => string,
) {
  return {
    title,
    columns: ['canary', 'judge', ...RPS.map(trafficName)],
    rows: cases.flatMap(({ name }) =>
      JUDGES.map((judge) => [
        name,
        judge,
        ...cells.filter((c) => c.name === name && c.judge === judge).map(write),
      ]),
    ),
  };
}
