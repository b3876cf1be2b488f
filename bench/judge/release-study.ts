// G5, G8 and low traffic: the cost of whole releases, in minutes and in failed requests.

import { autoSteps, type Pace } from '../../src/analysis/auto-steps.ts';
import { createChance } from './random.ts';
import { type Advance, playRelease, type World } from './release.ts';
import { change, TRAFFIC } from './scenarios.ts';
import { mean, number, percent, quantile, type Study, trafficName } from './study.ts';

const FIXED: Advance = { kind: 'time', minutes: 5 };
const HELD: Advance = { kind: 'held', minutes: 5, minRequests: 8 };
const EVIDENCE: Advance = { kind: 'evidence', longest: 60 };
const LONGEST = 400;
/** The fixed schedule: four steps of five minutes. */
const FIXED_MINUTES = 20;

interface Played {
  readonly scenario: string;
  readonly schedule: string;
  readonly rps: number;
  readonly weights: readonly number[];
  /** Shares of the releases, 0 to 1. */
  readonly promoted: number;
  readonly rolledBack: number;
  /** Mean minutes to the promotion, and to the rollback. */
  readonly toPromotion: number;
  readonly toRollback: number;
  readonly rollbackWithin90: number;
  readonly failed: number;
}

const SCENARIOS = [
  change(0, 0),
  change(0.001, 0.001),
  change(0, 1),
  change(0.001, 0.05),
  change(0.001, 0.01),
  change(0.001, 0.002),
];
const CLEAN = change(0.001, 0.001).name;
const TOTAL = change(0, 1).name;

/** Simulates whole releases by time, held for requests, and by evidence. */
export function releaseStudy(releases: number, seed: number): Study {
  const schedules: readonly (readonly [string, Advance, Pace])[] = [
    ['fixed 4 × 5 min', FIXED, 'time'],
    ['held for 8 requests', HELD, 'time'],
    ['evidence', EVIDENCE, 'evidence'],
  ];
  const played = SCENARIOS.flatMap((scenario, i) =>
    schedules.flatMap(([schedule, advance, pace]) =>
      TRAFFIC.map((rps, j): Played => {
        const weights = autoSteps(60 * rps, pace);
        const figures = playMany({ ...scenario, rps }, weights, advance, releases, [
          seed,
          55,
          i,
          j,
        ]);
        return { scenario: scenario.name, schedule, rps, weights, ...figures };
      }),
    ),
  );
  const names = schedules.map(([name]) => name);
  return { name: 'release', tables: tables(played, names), goals: goals(played), data: played };
}

function playMany(
  world: World,
  weights: readonly number[],
  advance: Advance,
  releases: number,
  seed: readonly number[],
) {
  const chance = createChance(...seed);
  const all = Array.from({ length: releases }, () =>
    playRelease(world, { weights, advance }, LONGEST, chance),
  );
  const promoted = all.filter((r) => r.outcome === 'promoted').map((r) => r.minutes);
  const rolledBack = all.filter((r) => r.outcome === 'rolled back').map((r) => r.minutes);
  return {
    promoted: promoted.length / releases,
    rolledBack: rolledBack.length / releases,
    toPromotion: mean(promoted),
    toRollback: mean(rolledBack),
    rollbackWithin90: quantile(rolledBack, 0.9),
    failed: mean(all.map((r) => r.failed)),
  };
}

function tables(played: readonly Played[], schedules: readonly string[]) {
  const rows = SCENARIOS.flatMap((scenario) =>
    schedules.map((schedule) => [
      scenario.name,
      schedule,
      ...played
        .filter((p) => p.scenario === scenario.name && p.schedule === schedule)
        .map((p) => {
          const minutes = p.promoted > p.rolledBack ? p.toPromotion : p.toRollback;
          return `${percent(p.rolledBack, 1)} / ${number(minutes)} / ${number(p.failed)}`;
        }),
    ]),
  );
  const title =
    'Whole releases on `steps: auto`: rolled back, % / mean minutes to the commoner outcome / failed requests';
  return [{ title, columns: ['rates', 'schedule', ...TRAFFIC.map(trafficName)], rows }];
}

function goals(played: readonly Played[]) {
  const find = (scenario: string, schedule: string, rps: number) =>
    played.find((p) => p.scenario === scenario && p.schedule === schedule && p.rps === rps)!;
  const failed = [1000, 10000].map((rps) =>
    Math.max(...['fixed 4 × 5 min', 'evidence'].map((s) => find(TOTAL, s, rps).failed)),
  );
  const ratios = TRAFFIC.map((rps) => find(CLEAN, 'evidence', rps).toPromotion / FIXED_MINUTES);
  const fast = ratios.slice(TRAFFIC.indexOf(100));
  const low = find(TOTAL, 'held for 8 requests', TRAFFIC[0]!);
  const ratioWords = ratios.map((ratio, i) => `${ratio.toFixed(2)} at ${trafficName(TRAFFIC[i]!)}`);
  return [
    {
      id: 'G5',
      asks: 'failed requests in a total failure ≤ 250 at 1,000 rps, ≤ 2,500 at 10,000 rps',
      found: `${number(failed[0]!)} and ${number(failed[1]!)}`,
      reached: failed[0]! <= 250 && failed[1]! <= 2500,
    },
    {
      id: 'G8',
      asks: 'clean release by evidence in less than half of the fixed schedule from 100 rps on',
      found: ratioWords.join(', '),
      reached: fast.every((ratio) => ratio < 0.5),
    },
    {
      id: 'low traffic',
      asks: 'total failure found at 1 request/min in ≥ 90 % of evidence-held rollouts',
      found: `${percent(low.rolledBack, 1)} %, in ${number(low.toRollback)} min on average (nine in ten within ${number(low.rollbackWithin90)}), ${number(low.failed)} failed requests`,
      reached: low.rolledBack >= 0.9,
    },
  ];
}
