// Other tools where they have no cell in another study: client errors, a single route, a stage cache and a young canary.
// Their limit is well chosen here: twice the usual rate of what they watch, and 1% of failures at least.

import { clientErrorsMeasure } from '../../src/analysis/client-errors-measure.ts';
import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import { errorsMeasure, routeErrorsMeasure } from '../../src/analysis/errors-measure.ts';
import { find } from '../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS } from '../../src/analysis/judge.ts';
import type { Measure } from '../../src/analysis/measure.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { argo, codeDeploy, flagger } from './peers.ts';
import { type PlanMinute, planMinutes } from './plan-minutes.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm } from './rollout.ts';
import { DEFAULT_SHIFTS } from './seconds/timeline.ts';
import { percent, type Study, trafficName } from './study.ts';

const RPS = [1, 10, 100] as const;
const BEFORE_MINUTES = 60;
/** As in a release that compares seven kinds of measures; of routes, one of fifty. */
const RATE = 0.01 / 7;

/** Rates, 0 to 1, and the share of the requests that is counted. */
interface Arms {
  readonly stable: Part;
  readonly canary: Part;
}

interface Part {
  readonly rate: number;
  /** Of all requests; by default 1. */
  readonly counted?: number;
}

interface Case {
  readonly name: string;
  readonly worse: boolean;
  /** What an alarm sees. */
  readonly limit: number;
  readonly measure: Measure;
  readonly falseRollbackRate: number;
  readonly unequal?: true;
  readonly seen: (chance: Chance) => Arms;
  /** What the action compares instead, if it is not the same. */
  readonly compared?: Arms;
  /** Seconds after each shift in which the canary has this rate instead. */
  readonly young?: { readonly seconds: number; readonly rate: number };
}

const same = (rate: number): Arms => ({ stable: { rate }, canary: { rate } });
const CLIENT_ERRORS = { measure: clientErrorsMeasure(), falseRollbackRate: RATE, limit: 0.06 };
const SLOW = {
  measure: slowMeasure({ quantile: 0.9, milliseconds: 100 }),
  falseRollbackRate: RATE,
  limit: 0.2,
};

/** A route with 0.2% of the requests, of which all fail. */
const ROUTE_SHARE = 0.002;
const HIT_RATIO = 0.8;

const CASES: readonly Case[] = [
  { ...CLIENT_ERRORS, name: '4XX: 3 %, no change', worse: false, seen: () => same(0.03) },
  {
    ...CLIENT_ERRORS,
    name: '4XX: 3 %, bot storms on both',
    worse: false,
    seen: (chance) => {
      const bots = chance.uniform() < 0.125 ? 10 * chance.uniform() ** 2 : 0;
      return same((0.03 + bots) / (1 + bots));
    },
  },
  {
    ...CLIENT_ERRORS,
    name: '4XX: 3 → 100 %',
    worse: true,
    seen: () => ({ stable: { rate: 0.03 }, canary: { rate: 1 } }),
  },
  {
    name: 'a route with 0.2 % of the requests fails, 0.1 % of the others',
    worse: true,
    limit: 0.01,
    measure: routeErrorsMeasure('GET', '/route'),
    falseRollbackRate: RATE / 50,
    seen: () => ({ stable: { rate: 0.001 }, canary: { rate: 0.001 + ROUTE_SHARE } }),
    compared: {
      stable: { rate: 0.001, counted: ROUTE_SHARE },
      canary: { rate: 1, counted: ROUTE_SHARE },
    },
  },
  {
    name: 'stage cache, hit ratio 0.8, canary without it; 1 % of the others fail on both',
    worse: false,
    limit: 0.01,
    measure: errorsMeasure(),
    falseRollbackRate: 2 * RATE,
    unequal: true,
    seen: () => ({ stable: { rate: 0.01 * (1 - HIT_RATIO) }, canary: { rate: 0.01 } }),
    compared: { stable: { rate: 0.01, counted: 1 - HIT_RATIO }, canary: { rate: 0.01 } },
  },
  {
    ...SLOW,
    name: 'slow: 10 → 80 % for 2 min of each step',
    worse: false,
    seen: () => same(0.1),
    young: { seconds: 120, rate: 0.8 },
  },
  {
    ...SLOW,
    name: 'slow: 10 → 62 % (latency × 3)',
    worse: true,
    seen: () => ({ stable: { rate: 0.1 }, canary: { rate: 0.62 } }),
  },
];

const OURS = 'canary-action, closed minutes';

interface Cell {
  readonly name: string;
  readonly judge: string;
  readonly rps: number;
  readonly rolledBack: number;
}

export function elsewhereStudy(releases: number, seed: number): Study {
  const cells = CASES.flatMap((one, i) =>
    RPS.flatMap((rps, j) => cellsOf(one, rps, releases, createChance(seed, 118, i, j))),
  );
  const judges = [...new Set(cells.map(({ judge }) => judge))];
  const worst = Math.max(
    ...cells
      .filter((c) => c.judge === OURS && CASES.some((one) => one.name === c.name && !one.worse))
      .map(({ rolledBack }) => rolledBack),
  );
  return {
    name: 'peers elsewhere',
    tables: [
      {
        title:
          'Client errors, a route, a cache and a young canary: rolled back %. The peers’ limit is twice the usual rate, of failures 1 %',
        columns: ['release', 'right is', 'judge', ...RPS.map(trafficName)],
        rows: CASES.flatMap(({ name, worse }) =>
          judges.map((judge) => [
            name,
            worse ? '100' : '0',
            judge,
            ...cells
              .filter((c) => c.name === name && c.judge === judge)
              .map((c) => percent(c.rolledBack, 1)),
          ]),
        ),
      },
    ],
    goals: [
      {
        id: 'G1',
        asks: 'false rollbacks ≤ 1 % by client errors, with a stage cache and a young canary, next to the peers',
        found: `at most ${percent(worst)} %`,
        reached: worst <= 0.01,
      },
    ],
    data: cells,
  };
}

function cellsOf(one: Case, rps: number, releases: number, chance: Chance): Cell[] {
  const { limit } = one;
  const peers = [codeDeploy(1, limit), codeDeploy(3, limit), flagger(5, limit), argo(3, limit)];
  const rolledBack = new Map([OURS, ...peers.map(({ name }) => name)].map((name) => [name, 0]));
  const found = (judge: string) => rolledBack.set(judge, rolledBack.get(judge)! + 1);
  for (let n = 0; n < releases; n++) {
    const { minutes, before, compared } = draw(one, rps, chance);
    for (const { name, watch } of peers) {
      const add = watch({ minutes, before });
      if (minutes.some((minute) => add(minute))) found(name);
    }
    if (isRolledBack(one, compared)) found(OURS);
  }
  return [...rolledBack].map(([judge, count]) => ({
    ...{ name: one.name, rps, judge },
    rolledBack: count / releases,
  }));
}

function isRolledBack(
  { measure, falseRollbackRate }: Case,
  series: { readonly minutes: readonly MinuteCounts[]; readonly before: readonly Counts[] },
): boolean {
  const sound = series.minutes.every(({ share }) => share === undefined);
  const { question, series: asked } = measure.ask(series, {
    ...DEFAULT_SETTINGS,
    falseRollbackRate,
    sound,
  });
  return find(asked, question).finding.verdict === 'failing';
}

function draw(one: Case, rps: number, chance: Chance) {
  const second = Math.floor(60 * chance.uniform());
  const side = ({ rate, counted = 1 }: Part, share: number): Counts =>
    drawArm(60 * rps * share * counted, rate, undefined, chance);
  const before = Array.from({ length: BEFORE_MINUTES }, () =>
    side((one.compared ?? one.seen(chance)).stable, 1),
  );
  const draws = planMinutes(second).map((minute) => {
    const make = ({ stable, canary }: Arms): MinuteCounts => {
      const { share, ...times } = minute;
      return {
        ...times,
        canary: side(aged(canary, one, minute, second), share),
        stable: side(stable, 1 - share),
        ...(one.unequal && { share: 'unequal' }),
      };
    };
    const seen = make(one.seen(chance));
    return { seen, compared: one.compared ? make(one.compared) : seen };
  });
  return {
    minutes: draws.map(({ seen }) => seen),
    before,
    compared: { minutes: draws.map(({ compared }) => compared), before },
  };
}

/** The canary with its mean rate in a minute: each second counts by the weight in it. */
function aged(canary: Part, { young }: Case, { minute }: PlanMinute, second: number): Part {
  if (!young) return canary;
  let requests = 0;
  let events = 0;
  for (let at = 60 * minute - second; at < 60 * minute + 60 - second; at++) {
    const shift = DEFAULT_SHIFTS.findLast(({ after, weight }) => after <= at && weight < 100);
    if (!shift) continue;
    requests += shift.weight;
    events += shift.weight * (at - shift.after < young.seconds ? young.rate : canary.rate);
  }
  return { ...canary, rate: requests > 0 ? events / requests : canary.rate };
}
