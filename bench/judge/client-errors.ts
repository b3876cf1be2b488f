// G10: client errors. A version that rejects everybody, storms of rejected requests that hit both versions, and a
// version that lets everybody in.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { clientErrorsMeasure } from '../../src/analysis/client-errors-measure.ts';
import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import { errorsMeasure, invocationsMeasure } from '../../src/analysis/errors-measure.ts';
import { type Finding, find } from '../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS } from '../../src/analysis/judge.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { minutesUntil, type PlanMinute, planMinutes } from './plan-minutes.ts';
import { type Chance, createChance } from './random.ts';
import { runWorld, steadyWorld } from './seconds/cell.ts';
import type { Watcher } from './seconds/watch.ts';
import { mean, number, percent, percentOf, type Study, trafficName } from './study.ts';

const MEASURE = clientErrorsMeasure();
/** Everything that is judged on a stage by default. */
const ALL = [
  errorsMeasure(),
  invocationsMeasure('orders'),
  MEASURE,
  ...[0.9, 0.99].map((quantile) => slowMeasure({ quantile, milliseconds: 500 })),
];
const ALPHA = splitAlpha(0.01, ALL).of(MEASURE);
const BEFORE_MINUTES = 60;

/** Requests that bots add in a minute, as a multiple of the usual ones; all of them are client errors. */
type Storm = (chance: Chance) => number;
const CALM: Storm = () => 0;
/** In one minute of eight, the bots send up to ten times the usual requests. */
const STORMS: Storm = (chance) => (chance.uniform() < 0.125 ? 10 * chance.uniform() ** 2 : 0);

interface World {
  readonly stable: number;
  readonly canary: number;
  readonly rps: number;
  readonly storm: Storm;
}

interface Seen {
  /** Minutes from the first shift to the rollback; Infinity if never. */
  readonly rolledBack: number;
  readonly fell: boolean;
  /** At the promotion. */
  readonly verdict: Finding['verdict'];
}

function play(world: World, chance: Chance): Seen {
  const second = Math.floor(60 * chance.uniform());
  const before = Array.from({ length: BEFORE_MINUTES }, () => arm(world, 'stable', 1, chance, 0));
  const minutes = planMinutes(second).map((minute) => draw(world, minute, chance));
  const settings = { ...DEFAULT_SETTINGS, falseRollbackRate: ALPHA, sound: true };
  const { series, question } = MEASURE.ask({ minutes, before }, settings);
  const { finding } = find(series, question);
  const { failingSince, fell, verdict } = finding;
  const rolledBack = failingSince === undefined ? Infinity : minutesUntil(failingSince, second);
  return { rolledBack, fell: fell === true, verdict };
}

/** The judge as in the action: failures of minutes that are not closed count at once. */
const READ_AT_ONCE: Watcher = {
  name: 'client errors',
  watch: ({ before }) => {
    const settings = { ...DEFAULT_SETTINGS, falseRollbackRate: ALPHA, sound: true };
    return ({ closed, open }) => {
      const { series, question } = MEASURE.ask({ minutes: closed, open, before }, settings);
      return find(series, question).finding.verdict === 'failing';
    };
  },
};

/** A version that rejects everybody, as CloudWatch shows it: share of releases rolled back, and median minutes. */
function rejected(rps: number, rollouts: number, seed: readonly number[]) {
  const [found] = runWorld(steadyWorld(rps, USUAL, 1), [READ_AT_ONCE], rollouts, seed);
  return { rps, rolledBack: found!.rolledBack, minutes: found!.after / 60 };
}

function draw(world: World, { share, ...times }: PlanMinute, chance: Chance): MinuteCounts {
  const bots = world.storm(chance);
  return {
    ...times,
    canary: arm(world, 'canary', share, chance, bots),
    stable: arm(world, 'stable', 1 - share, chance, bots),
  };
}

function arm(
  world: World,
  side: 'canary' | 'stable',
  share: number,
  chance: Chance,
  bots = world.storm(chance),
): Counts {
  const usual = 60 * world.rps * share;
  const rejected = chance.poisson(usual * (world[side] + bots));
  return { requests: rejected + chance.poisson(usual * (1 - world[side])), events: rejected };
}

const BASES = [0.005, 0.03, 0.1, 0.2, 0.4, 0.7] as const;
const NULL_RPS = [0.2, 1, 10, 100] as const;
const REJECTING_RPS = [0.2, 1, 10] as const;
/** The usual share of client errors of a version that is replaced by one that rejects everybody. */
const USUAL = 0.03;
/** Minutes in which a version that rejects everybody must be rolled back, by the traffic; and a tolerance. */
const WITHIN = [9, 5.5, 4.5] as const;
const ABOUT = 1.05;

export function clientErrorStudy(nulls: number, alternatives: number, seed: number): Study {
  const many = (world: World, count: number, ...path: readonly number[]) => {
    const chance = createChance(seed, 110, ...path);
    return summary(Array.from({ length: count }, () => play(world, chance)));
  };
  const unchanged = BASES.flatMap((base, i) =>
    NULL_RPS.flatMap((rps, j) =>
      [CALM, STORMS].map((storm, k) => ({
        base,
        rps,
        weather: storm === CALM ? 'calm' : 'storms',
        ...many({ stable: base, canary: base, rps, storm }, nulls, 0, i, j, k),
      })),
    ),
  );
  const changed = CHANGES.flatMap(([stable, canary], i) =>
    [...REJECTING_RPS, 100].map((rps, j) => ({
      ...{ stable, canary, rps },
      ...many({ stable, canary, rps, storm: CALM }, alternatives, 1, i, j),
    })),
  );
  const rejecting = REJECTING_RPS.map((rps, j) => rejected(rps, alternatives, [seed, 111, j]));
  return {
    name: 'client errors',
    tables: [nullTable(unchanged), changeTable(changed)],
    goals: goals(unchanged, rejecting, nulls),
    data: { unchanged, changed, rejecting },
  };
}

const CHANGES = [
  [0.03, 1],
  [0.03, 0.3],
  [0.03, 0.06],
  [0.4, 1],
  [0.7, 1],
  [0.05, 0],
] as const;

function summary(seen: readonly Seen[]) {
  const found = seen.filter(({ rolledBack }) => Number.isFinite(rolledBack));
  return {
    rolledBack: found.length / seen.length,
    minutes: mean(found.map(({ rolledBack }) => rolledBack)),
    fell: seen.filter(({ fell }) => fell).length / seen.length,
    healthy: seen.filter(({ verdict }) => verdict === 'healthy').length / seen.length,
  };
}

type Summary = ReturnType<typeof summary>;
type Unchanged = Summary & {
  readonly base: number;
  readonly rps: number;
  readonly weather: string;
};
type Changed = Summary & { readonly stable: number; readonly canary: number; readonly rps: number };

function nullTable(cells: readonly Unchanged[]) {
  return {
    title:
      'Client errors, no change: rolled back % / a fall reported % / healthy at the end %, of the default plan',
    columns: ['4xx', 'weather', ...NULL_RPS.map(trafficName)],
    rows: BASES.flatMap((base) =>
      ['calm', 'storms'].map((weather) => [
        `${percent(base, 1)} %`,
        weather,
        ...cells
          .filter((c) => c.base === base && c.weather === weather)
          .map((c) => `${percent(c.rolledBack)} / ${percent(c.fell)} / ${percent(c.healthy, 0)}`),
      ]),
    ),
  };
}

function changeTable(cells: readonly Changed[]) {
  return {
    title:
      'Client errors that change, by closed minutes alone: rolled back % / mean minutes from the shift / a fall reported %',
    columns: ['4xx', ...[...REJECTING_RPS, 100].map(trafficName)],
    rows: CHANGES.map(([stable, canary]) => [
      `${percent(stable, 0)} → ${percent(canary, 0)} %`,
      ...cells
        .filter((c) => c.stable === stable && c.canary === canary)
        .map((c) => `${percent(c.rolledBack, 1)} / ${number(c.minutes)} / ${percent(c.fell, 1)}`),
    ]),
  };
}

function goals(
  unchanged: readonly Unchanged[],
  rejecting: readonly ReturnType<typeof rejected>[],
  nulls: number,
) {
  const times = rejecting.map(({ minutes }) => number(minutes));
  const worst = Math.max(...unchanged.map(({ rolledBack }) => rolledBack));
  const wronglyTold = Math.max(...unchanged.map(({ fell }) => fell));
  return [
    {
      id: 'G10',
      asks: `3 → 100 % 4xx found always, in about ${WITHIN.join(' / ')} min from the shift at ${REJECTING_RPS.join(' / ')} rps`,
      found: `${rejecting.map((c) => percent(c.rolledBack, 1)).join(' / ')} %, in ${times.join(' / ')} min`,
      reached: rejecting.every((c, i) => c.rolledBack > 0.995 && c.minutes <= ABOUT * WITHIN[i]!),
    },
    {
      id: 'G10',
      asks: 'false rollbacks by 4xx ≤ 0.1 % in every cell, with bot storms, too; a fall falsely reported ≤ 0.1 %',
      found: `at most ${percentOf(Math.round(worst * nulls), nulls)}, and ${percentOf(Math.round(wronglyTold * nulls), nulls)}`,
      reached: worst <= 0.001 && wronglyTold <= 0.001,
    },
  ];
}
