// G12: one bad function among twenty, behind aliases, against the same function released alone.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import { type Counts, type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  SUMMED_FUNCTION_PARTS,
} from '../../src/analysis/errors-measure.ts';
import { find, isFinding } from '../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS, judge, type MeasuredSeries } from '../../src/analysis/judge.ts';
import type { Measure } from '../../src/analysis/measure.ts';
import { partOf } from '../../src/analysis/parts.ts';
import type { Series } from '../../src/analysis/series.ts';
import { minutesUntil, planMinutes } from './plan-minutes.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm } from './rollout.ts';
import { mean, number, percent, type Study, trafficName } from './study.ts';

const ALL = errorsMeasure();
const FUNCTIONS = Array.from({ length: 20 }, (_, i) =>
  invocationsMeasure(`function ${i + 1}`, SUMMED_FUNCTION_PARTS),
);
const ALONE = splitAlpha(0.01, [ALL]);
const TOGETHER = splitAlpha(0.01, [ALL, ...FUNCTIONS]);

/** Rates of failed invocations before and after, 0 to 1. */
const CHANGES = [
  [0, 1],
  [0.001, 0.3],
  [0.001, 0.05],
  [0.01, 0.1],
] as const;
/** Requests per second of each function. */
const RPS = [1, 10, 100] as const;
const BEFORE_MINUTES = 60;
/** A cell counts for the goal if nearly every release of the function alone is rolled back. */
const DETECTED = 0.95;
const GOAL = 1.3;

interface Release {
  readonly second: number;
  readonly functions: readonly Series[];
}

function draw(rps: number, stable: number, canary: number, chance: Chance): Release {
  const second = Math.floor(60 * chance.uniform());
  const plan = planMinutes(second);
  const functions = FUNCTIONS.map((_, i): Series => {
    const rate = i === 0 ? canary : stable;
    const arm = (share: number, p: number) => drawArm(60 * rps * share, p, undefined, chance);
    return {
      before: Array.from({ length: BEFORE_MINUTES }, () => arm(1, stable)),
      minutes: plan.map(({ share, ...times }) => ({
        ...times,
        canary: arm(share, rate),
        stable: arm(1 - share, stable),
      })),
    };
  });
  return { second, functions };
}

function failingSince(measure: Measure, series: Series, falseRollbackRate: number): number {
  const asked = measure.ask(series, { ...DEFAULT_SETTINGS, falseRollbackRate, sound: true });
  return find(asked.series, asked.question).finding.failingSince ?? Number.POSITIVE_INFINITY;
}

function wholeOf(parts: readonly Series[]): Series {
  const [first] = parts;
  const at = (pick: (part: Series) => Counts) => sum(parts.map(pick));
  return {
    before: first!.before.map((_, i) => at((part) => part.before[i]!)),
    minutes: first!.minutes.map((minute, i) => ({
      ...minute,
      canary: at((part) => part.minutes[i]!.canary),
      stable: at((part) => part.minutes[i]!.stable),
    })),
  };
}

interface Played {
  /** Minutes from the first shift to the rollback; Infinity if there is none. */
  readonly alone: number;
  readonly together: number;
  /** Whether the reason of the rollback names the bad function and no other. */
  readonly named: boolean;
}

function play({ second, functions }: Release): Played {
  const whole = wholeOf(functions);
  const bad = functions[0]!;
  const alone = failingSince(ALL, bad, ALONE.of(ALL));
  const together = Math.min(
    failingSince(ALL, whole, TOGETHER.of(ALL)),
    ...functions.map((series, i) =>
      failingSince(FUNCTIONS[i]!, series, TOGETHER.of(FUNCTIONS[i]!)),
    ),
  );
  return {
    alone: minutesUntil(alone, second),
    together: minutesUntil(together, second),
    named: Number.isFinite(together) && isNamed(whole, functions, together),
  };
}

function isNamed(whole: Series, functions: readonly Series[], until: number): boolean {
  const upTo = ({ before, minutes }: Series): Series => ({
    before,
    minutes: minutes.filter((m: MinuteCounts) => m.minute <= until),
  });
  const measured: readonly MeasuredSeries[] = [
    { measure: ALL, ...upTo(whole) },
    ...functions.map((series, i) => ({ measure: FUNCTIONS[i]!, ...upTo(series) })),
  ];
  const failing = judge(measured).findings.filter(
    (finding) => isFinding(finding) && finding.verdict === 'failing',
  );
  const names = failing.flatMap((finding) => {
    const scope = partOf(finding);
    return [...(scope ? [scope] : []), ...(finding.mostly ?? [])];
  });
  return (
    names.length > 0 &&
    names.every((scope) => scope.kind === 'function' && scope.name === 'function 1')
  );
}

export function functionStudy(releases: number, seed: number): Study {
  const cells = CHANGES.flatMap(([stable, canary], i) =>
    RPS.map((rps, j) => {
      const chance = createChance(seed, 112, i, j);
      const played = Array.from({ length: releases }, () =>
        play(draw(rps, stable, canary, chance)),
      );
      return { stable, canary, rps, ...summary(played) };
    }),
  );
  const chance = createChance(seed, 113);
  const unchanged = Array.from({ length: releases }, () => play(draw(1, 0.01, 0.01, chance)));
  const wrongly = summary(unchanged).together.found;
  const counted = cells.filter(({ alone }) => alone.found >= DETECTED);
  const ratios = counted.map(({ alone, together }) => together.minutes / alone.minutes);
  const named = Math.min(...counted.map((cell) => cell.named));
  return {
    name: 'functions',
    tables: [
      {
        title:
          'One bad function of twenty, by its own traffic: rolled back %, mean minutes from the shift, alone / among twenty / named %',
        columns: ['failed invocations', ...RPS.map(trafficName)],
        rows: CHANGES.map(([stable, canary]) => [
          `${percent(stable, 1)} → ${percent(canary, 0)} %`,
          ...cells
            .filter((c) => c.stable === stable && c.canary === canary)
            .map(
              ({ alone, together, named: right }) =>
                `${inWords(alone)} / ${inWords(together)} / ${percent(right, 1)}`,
            ),
        ]),
      },
    ],
    goals: [
      {
        id: 'G12',
        asks: 'one bad function of twenty within 1.3 × of alone, and named',
        found: `at most ${Math.max(...ratios).toFixed(2)} ×; named in at least ${percent(named, 1)} %; ${percent(wrongly)} % rolled back without one`,
        reached: ratios.every((ratio) => ratio <= GOAL) && named >= DETECTED && wrongly <= 0.01,
      },
    ],
    data: { cells, wrongly },
  };
}

function summary(played: readonly Played[]) {
  const of = (pick: 'alone' | 'together') => {
    const found = played.map((p) => p[pick]).filter(Number.isFinite);
    return { found: found.length / played.length, minutes: mean(found) };
  };
  const together = of('together');
  const named = played.filter((p) => p.named).length / Math.max(1, played.length * together.found);
  return { alone: of('alone'), together, named };
}

function inWords({ found, minutes }: { readonly found: number; readonly minutes: number }): string {
  return `${percent(found, 0)} %, ${number(minutes)}`;
}
