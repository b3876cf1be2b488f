// J-9: a canary that is slow while it is young, after each change of the weight. Young is not worse.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { sum } from '../../src/analysis/counts.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { createRollbackTest, type RollbackTest } from '../../src/analysis/rollback-test.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { runWorld, steady, steadyWorld, type Tally } from './seconds/cell.ts';
import type { World } from './seconds/timeline.ts';
import type { Watcher } from './seconds/watch.ts';
import { number, percent, type Study, trafficName } from './study.ts';

const RPS = [1, 10, 100] as const;
const WARM_UPS = [60, 180, 300] as const;
/** The share of stable's requests that are slow: p90. */
const USUAL = 0.1;
/** The share of the canary's while it is cold. */
const COLD = 0.8;

const MEASURE = slowMeasure({ quantile: 0.9, milliseconds: 100 });
const ALPHA = splitAlpha(0.01, [errorsMeasure(), MEASURE, { ...MEASURE, id: 'p99' }]).of(MEASURE);

interface Case {
  readonly name: string;
  /** Seconds after each shift in which the canary is cold; Infinity: always. */
  readonly rate: (sinceShift: number) => number;
  readonly edges?: readonly number[];
  readonly worse: boolean;
}

const cold = (minutes: number): Case => ({
  name: `slow for ${minutes} min of each step`,
  rate: (since) => (since < 60 * minutes ? COLD : USUAL),
  edges: [60 * minutes],
  worse: false,
});

const cooling = (minutes: number): Case => ({
  name: `slow, fading with a time constant of ${minutes} min in each step`,
  rate: (since) => USUAL + (COLD - USUAL) * Math.exp(-since / 60 / minutes),
  worse: false,
});

const CASES: readonly Case[] = [
  { name: 'no change', rate: () => USUAL, worse: false },
  ...[1, 2, 3, 5].map(cold),
  ...[1, 2, 5].map(cooling),
  { name: 'latency × 3', rate: () => 0.62, worse: true },
  { name: 'half as many slow requests again', rate: () => 0.15, worse: true },
];

interface Cell extends Tally {
  readonly name: string;
  readonly rps: number;
}

export function warmUpStudy(rollouts: number, seed: number): Study {
  const judges = WARM_UPS.map(latencyJudge);
  const cells = CASES.flatMap((one, i) =>
    RPS.flatMap((rps, j): Cell[] =>
      runWorld(worldOf(one, rps), judges, rollouts, [seed, 74, i, j]).map((tally) => ({
        ...tally,
        name: one.name,
        rps,
      })),
    ),
  );
  const worst = (name: string, warmUp: number) =>
    Math.max(
      ...cells
        .filter((c) => c.name === name && c.judge === nameOf(warmUp))
        .map((c) => c.rolledBack),
    );
  const young = Math.max(
    worst(cold(1).name, 60),
    worst(cold(2).name, 60),
    worst(cold(3).name, 180),
  );
  const lasting = cells.filter(
    (c) => c.name === 'latency × 3' && c.judge === nameOf(60) && c.rps >= 10,
  );
  const latest = Math.max(...lasting.map((c) => c.after / 60));
  const found = Math.min(...lasting.map((c) => c.rolledBack));
  return {
    name: 'warm-up',
    tables: [
      {
        title: 'Slow requests of a young canary: rolled back, % / median minutes',
        columns: ['canary', 'warm-up', ...RPS.map(trafficName)],
        rows: CASES.flatMap(({ name }) =>
          WARM_UPS.map((warmUp) => [
            name,
            nameOf(warmUp),
            ...cells
              .filter((c) => c.name === name && c.judge === nameOf(warmUp))
              .map((c) => `${percent(c.rolledBack, 1)} / ${number(c.after / 60)}`),
          ]),
        ),
      },
    ],
    goals: [
      {
        id: 'warm-up',
        asks: 'p90 10 → 80 % for 1 or 2 min of each step by default, for 3 with warm-up: 3m: ≤ 1 %; latency × 3 found always, in ≤ 10 min from 10 rps on',
        found: `at most ${percent(young)} %; ${percent(found, 1)} % in ≤ ${number(latest)} min`,
        reached: young <= 0.01 && found === 1 && latest <= 10,
      },
    ],
    data: cells,
  };
}

function nameOf(warmUpSeconds: number): string {
  return `${warmUpSeconds / 60} min`;
}

function worldOf({ rate, edges }: Case, rps: number): World {
  return {
    ...steadyWorld(rps, USUAL, USUAL),
    rates: (_, sinceShift) => ({ stable: USUAL, canary: rate(sinceShift) }),
    ...(edges && { edgesAfterShift: edges }),
    ratesBefore: steady(USUAL),
  };
}

/** The action's test of slow requests. */
function latencyJudge(warmUpSeconds: number): Watcher {
  return {
    name: nameOf(warmUpSeconds),
    watch: ({ before }) => {
      let test: RollbackTest | undefined;
      let taken = 0;
      let seen = 0;
      return ({ closed }) => {
        if (closed.length === seen) return false;
        seen = closed.length;
        const { series, question } = MEASURE.ask(
          { minutes: closed, before },
          {
            falseRollbackRate: ALPHA,
            dispersion: 'auto',
            warmUpSeconds,
            nextWeight: 100,
            sound: true,
          },
        );
        test ??= createRollbackTest({ ...question, before: sum(before) });
        const fresh = series.minutes.slice(taken);
        taken = series.minutes.length;
        let failing = false;
        for (const minute of fresh) failing ||= test.add(minute).failing;
        return failing;
      };
    },
  };
}
