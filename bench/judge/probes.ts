// npm run bench -- probes: how soon probes decide a release that has a request of users in a minute.

import { splitAlpha } from '../../src/analysis/alpha.ts';
import type { Counts, MinuteCounts } from '../../src/analysis/counts.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { find } from '../../src/analysis/finding.ts';
import { probeMinute, probesMeasure } from '../../src/analysis/probes-measure.ts';
import { type Chance, createChance } from './random.ts';
import { type Goal, number, percent, quantile, type Study } from './study.ts';
import { asText, goalText } from './tables.ts';

/** Probes of each version in a minute. */
const RATES = [1, 10, 60] as const;

/** The shares of probes that fail: of the current version, and of the new one. */
const SHARES = [
  { stable: 0, canary: 1 },
  { stable: 0, canary: 0.5 },
  { stable: 0, canary: 0.2 },
  { stable: 0, canary: 0 },
  { stable: 0.01, canary: 0.01 },
  { stable: 0.05, canary: 0.05 },
] as const;

/** Minutes for which traffic is split. */
const SPLIT = 60;
/** A minute is judged when it is over, at the next check. */
const SEEN_AFTER = 1;

/** The share of the false-rollback rate that is theirs in a release of which nothing else is compared but errors. */
const MEASURE = probesMeasure();
const ALPHA = splitAlpha(0.01, [errorsMeasure(), MEASURE]).of(MEASURE);

type Verdict = 'rolled back' | 'approved' | 'undecided';

interface Ended {
  readonly verdict: Verdict;
  readonly minutes: number;
}

interface Cell {
  readonly perMinute: number;
  readonly stable: number;
  readonly canary: number;
  readonly rolledBack: number;
  readonly approved: number;
  readonly median: number;
  readonly late: number;
}

export function probeStudy(rollouts: number, seed: number): Study {
  const cells = RATES.flatMap((perMinute, r) =>
    SHARES.map((shares, s): Cell => {
      const chance = createChance(seed, 93, r, s);
      const ended = Array.from({ length: rollouts }, () => release(perMinute, shares, chance));
      const share = (verdict: Verdict) =>
        ended.filter((one) => one.verdict === verdict).length / rollouts;
      const times = ended
        .filter(({ verdict }) => verdict !== 'undecided')
        .map((one) => one.minutes);
      return {
        ...{ perMinute, ...shares },
        ...{ rolledBack: share('rolled back'), approved: share('approved') },
        ...{ median: quantile(times, 0.5), late: quantile(times, 0.9) },
      };
    }),
  );
  const columns = ['probes/min', 'current fails', 'new fails', 'rolled back', 'approved of'];
  return {
    name: 'probes',
    tables: [
      {
        title: `Decided by probes within ${SPLIT} minutes, % of releases`,
        columns: [...columns, 'minutes (median, 90 %)'],
        rows: cells.map((c) => [
          String(c.perMinute),
          `${percent(c.stable, 0)} %`,
          `${percent(c.canary, 0)} %`,
          percent(c.rolledBack, 1),
          percent(c.approved, 1),
          `${number(c.median)}, ${number(c.late)}`,
        ]),
      },
    ],
    goals: goalsOf(cells),
    data: cells,
  };
}

function goalsOf(cells: readonly Cell[]): readonly Goal[] {
  const at = (perMinute: number, canary: number) =>
    cells.find((c) => c.perMinute === perMinute && c.canary === canary)!;
  const broken = at(10, 1);
  const clean = at(10, 0.01);
  const same = cells.filter((c) => c.canary === c.stable);
  const most = Math.max(...same.map((c) => c.rolledBack));
  return [
    {
      id: 'probes, broken',
      asks: 'at 10 a minute, a version that fails every probe is rolled back in ≤ 3 min',
      found: `${percent(broken.rolledBack, 1)} %, nine in ten within ${number(broken.late)} min`,
      reached: broken.rolledBack === 1 && broken.late <= 3,
    },
    {
      id: 'probes, clean',
      asks: 'at 10 a minute, a version that fails 1 % as the current one is approved of in ≤ 15 min',
      found: `${percent(clean.approved, 1)} %, nine in ten within ${number(clean.late)} min`,
      reached: clean.approved >= 0.95 && clean.late <= 15,
    },
    {
      id: 'probes, alike',
      asks: 'false rollbacks by probes ≤ 1 % in every cell',
      found: `at most ${percent(most, 2)} %`,
      reached: most <= 0.01,
    },
  ];
}

function release(
  perMinute: number,
  { stable, canary }: (typeof SHARES)[number],
  chance: Chance,
): Ended {
  const minutes: MinuteCounts[] = [];
  while (minutes.length < SPLIT) {
    const at = minutes.length;
    minutes.push(probeMinute(at, draw(perMinute, canary, chance), draw(perMinute, stable, chance)));
    const verdict = verdictOf(minutes);
    if (verdict !== 'undecided') return { verdict, minutes: minutes.length + SEEN_AFTER };
  }
  return { verdict: 'undecided', minutes: SPLIT };
}

/** As the action asks, with the promotion next. */
function verdictOf(minutes: readonly MinuteCounts[]): Verdict {
  const context = {
    ...{ falseRollbackRate: ALPHA, dispersion: 1, warmUpSeconds: 0 },
    ...{ nextWeight: 100, sound: true },
  };
  const { series, question } = MEASURE.ask({ minutes, before: [] }, context);
  const { verdict } = find(series, question).finding;
  if (verdict === 'failing') return 'rolled back';
  return verdict === 'healthy' ? 'approved' : 'undecided';
}

function draw(requests: number, share: number, chance: Chance): Counts {
  const fails = Array.from({ length: requests }, () => chance.uniform() < share);
  return { requests, events: fails.filter(Boolean).length };
}

/** @returns whether every goal was reached */
export function runProbeBench(args: readonly string[]): boolean {
  const rollouts = args.includes('--full') ? 2000 : 200;
  const study = probeStudy(rollouts, 1);
  for (const table of study.tables) console.log(asText(table));
  console.log(goalText(study.goals));
  return study.goals.every(({ reached }) => reached);
}
