// One route that fails, with a small share of the traffic, on a stage with detailed metrics: with and without measures of
// single routes.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { clientErrorsMeasure } from '../../src/analysis/client-errors-measure.ts';
import type { Counts } from '../../src/analysis/counts.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  routeErrorsMeasure,
} from '../../src/analysis/errors-measure.ts';
import { find } from '../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS } from '../../src/analysis/judge.ts';
import type { Measure } from '../../src/analysis/measure.ts';
import type { Series } from '../../src/analysis/series.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { minutesUntil, planMinutes } from './plan-minutes.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm } from './rollout.ts';
import { mean, number, percent, type Study, trafficName } from './study.ts';

/** As many routes as are compared by themselves at most. */
const ROUTES = Array.from({ length: 50 }, (_, i) => `/route${i + 1}`);
const WHOLE = errorsMeasure();
const BY_ROUTE = ROUTES.map((resource) => routeErrorsMeasure('GET', resource));
const OTHERS = [
  invocationsMeasure('orders'),
  clientErrorsMeasure(),
  ...[0.9, 0.99].map((quantile) => slowMeasure({ quantile, milliseconds: 500 })),
];
const WITHOUT = splitAlpha(0.01, [WHOLE, ...OTHERS]);
const WITH = splitAlpha(0.01, [
  WHOLE,
  ...OTHERS,
  ...BY_ROUTE,
  ...ROUTES.map((resource) => clientErrorsMeasure({ kind: 'route', method: 'GET', resource })),
]);
const ROUTE = BY_ROUTE[0]!;

const RPS = [10, 100, 1000] as const;
const SHARES = [0.002, 0.01] as const;
/** Failures of all requests otherwise. */
const BASES = [0.001, 0.02] as const;
const BEFORE_MINUTES = 60;

interface World {
  readonly rps: number;
  readonly share: number;
  readonly base: number;
  /** Failures on the route, on the canary. */
  readonly broken: number;
}

function play({ rps, share, base, broken }: World, chance: Chance) {
  const second = Math.floor(60 * chance.uniform());
  const arm = (part: number, rate: number) => drawArm(60 * rps * part, rate, undefined, chance);
  const before = Array.from({ length: BEFORE_MINUTES }, () => ({
    route: arm(share, base),
    rest: arm(1 - share, base),
  }));
  const minutes = planMinutes(second).map(({ share: weight, ...times }) => ({
    times,
    canary: { route: arm(share * weight, broken), rest: arm((1 - share) * weight, base) },
    stable: { route: arm(share * (1 - weight), base), rest: arm((1 - share) * (1 - weight), base) },
  }));
  const seriesOf = (pick: (sides: Sides) => Counts): Series => ({
    before: before.map(pick),
    minutes: minutes.map(({ times, canary, stable }) => ({
      ...times,
      canary: pick(canary),
      stable: pick(stable),
    })),
  });
  const whole = seriesOf(({ route, rest }) => ({
    requests: route.requests + rest.requests,
    events: route.events + rest.events,
  }));
  const route = seriesOf((sides) => sides.route);
  const decided = (measure: Measure, series: Series, rate: number) =>
    minutesUntil(failingSince(measure, series, rate), second);
  const without = decided(WHOLE, whole, WITHOUT.of(WHOLE));
  const together = decided(WHOLE, whole, WITH.of(WHOLE));
  return { without, with: Math.min(together, decided(ROUTE, route, WITH.of(ROUTE))) };
}

interface Sides {
  readonly route: Counts;
  readonly rest: Counts;
}

function failingSince(measure: Measure, series: Series, falseRollbackRate: number): number {
  const asked = measure.ask(series, { ...DEFAULT_SETTINGS, falseRollbackRate, sound: true });
  return find(asked.series, asked.question).finding.failingSince ?? Number.POSITIVE_INFINITY;
}

export function routeStudy(releases: number, seed: number): Study {
  const cells = SHARES.flatMap((share, i) =>
    BASES.flatMap((base, j) =>
      RPS.map((rps, k) => {
        const chance = createChance(seed, 114, i, j, k);
        const played = Array.from({ length: releases }, () =>
          play({ rps, share, base, broken: 1 }, chance),
        );
        const of = (pick: 'without' | 'with') => {
          const found = played.map((p) => p[pick]).filter(Number.isFinite);
          return { found: found.length / releases, minutes: mean(found) };
        };
        return { share, base, rps, without: of('without'), with: of('with') };
      }),
    ),
  );
  const small = cells.filter(({ share, rps }) => share === SHARES[0] && rps >= 100);
  const least = Math.min(...small.map((cell) => cell.with.found));
  return {
    name: 'routes',
    tables: [
      {
        title:
          'One of 50 routes fails every request: rolled back %, mean minutes from the shift, without / with measures of routes',
        columns: ['share of the route, failures otherwise', ...RPS.map(trafficName)],
        rows: SHARES.flatMap((share) =>
          BASES.map((base) => [
            `${percent(share, 1)} %, ${percent(base, 1)} %`,
            ...cells
              .filter((c) => c.share === share && c.base === base)
              .map((c) => `${inWords(c.without)} / ${inWords(c.with)}`),
          ]),
        ),
      },
    ],
    goals: [
      {
        id: 'routes',
        asks: 'a broken route with 0.2 % of the traffic found from 100 rps on',
        found: `in at least ${percent(least, 1)} % of the releases`,
        reached: least >= 0.95,
      },
    ],
    data: cells,
  };
}

function inWords({ found, minutes }: { readonly found: number; readonly minutes: number }): string {
  return `${percent(found, 1)} %, ${number(minutes)}`;
}
