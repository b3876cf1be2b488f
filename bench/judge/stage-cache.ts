// A stage with an API cache: an answer from the cache is fast and never fails, so the two versions differ in what
// reaches their backends, whatever their code.

import { type Counts, type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { DEFAULT_PROFILE } from '../../src/analysis/profile.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import { ALPHA } from './ours.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm, RAMP } from './rollout.ts';
import { type Goal, number, percent, type Study, trafficName } from './study.ts';

const RPS = [1 / 60, 0.1, 1, 10, 100] as const;
const HIT_RATIOS = [0.3, 0.5, 0.8, 0.95] as const;
const MINUTES = 20;
const BEFORE_MINUTES = 60;
/** Errors of the requests that reach a backend. */
const RATE = 0.01;
/** A service whose cached routes fail more often at their backend than the others. */
const MIXED = { cached: { share: 0.8, rate: 0.012 }, others: { share: 0.2, rate: 0.002 } } as const;

/** What the canary's share of the cache is worth. */
type CanaryCache =
  /** It does not use the cache. */
  | 'none'
  /** Its answers are cached apart from stable's: empty at first, and filled by fewer requests. */
  | 'own';

/** What is counted as requests. */
type Reading = 'all' | 'backend';

/** Whether all routes are cached and fail alike, or only some are cached, which fail more often. */
type Routes = 'alike' | 'mixed';

interface Cell {
  readonly routes: Routes;
  readonly hitRatio: number;
  readonly rps: number;
  readonly cache: CanaryCache;
  readonly reading: Reading;
  readonly canary: 'same' | 'broken';
  readonly rolledBack: number;
  readonly minutes: number;
}

export function stageCacheStudy(rollouts: number, seed: number): Study {
  const cells = settings().map((setting, i): Cell => {
    const chance = createChance(seed, 91, i);
    const times = Array.from({ length: rollouts }, () => foundAt(setting, chance));
    const found = times.filter(Number.isFinite);
    const minutes = found.reduce((x, y) => x + y, 0) / found.length;
    return { ...setting, rolledBack: found.length / rollouts, minutes };
  });
  return { name: 'stage cache', tables: tablesOf(cells), goals: [goalOf(cells)], data: cells };
}

type Setting = Omit<Cell, 'rolledBack' | 'minutes'>;

function settings(): readonly Setting[] {
  const all: Setting[] = [];
  const each = (routes: Routes, reading: Reading, canary: 'same' | 'broken') => {
    for (const cache of ['none', 'own'] as const) {
      for (const hitRatio of HIT_RATIOS) {
        for (const rps of RPS) all.push({ routes, reading, canary, cache, hitRatio, rps });
      }
    }
  };
  each('alike', 'all', 'same');
  each('alike', 'backend', 'same');
  each('mixed', 'backend', 'same');
  each('alike', 'backend', 'broken');
  return all;
}

function foundAt(setting: Setting, chance: Chance): number {
  const before = Array.from({ length: BEFORE_MINUTES }, () =>
    draw(60 * setting.rps, setting.hitRatio, setting, 'stable', chance),
  );
  const test = createRollbackTest({
    falseRollbackRate: ALPHA.errors,
    // As in the action: without bets on successes, because the weights do not divide what is counted.
    profile: { ...DEFAULT_PROFILE, dispersion: dispersionOf(before) },
    materialRatio: 1.2,
    before: sum(before),
  });
  for (const minute of minutesOf(setting, chance)) {
    if (test.add(minute).failing) return minute.minute;
  }
  return Number.POSITIVE_INFINITY;
}

function minutesOf(setting: Setting, chance: Chance): readonly MinuteCounts[] {
  const { hitRatio, rps, cache, reading } = setting;
  let filled = 0;
  return RAMP.slice(0, MINUTES).map((weight, i): MinuteCounts => {
    const share = weight / 100;
    // Answers live for five minutes: r requests for one of them in that time have a hit ratio of r / (1 + r).
    filled = cache === 'own' ? Math.min(1, filled + 0.2) : 0;
    const stablePerLife = hitRatio / (1 - hitRatio);
    const canaryPerLife = (stablePerLife * share) / Math.max(share, 1 - share);
    const canaryHits = filled * (canaryPerLife / (1 + canaryPerLife));
    return {
      minute: i + 1,
      canary: draw(60 * rps * share, canaryHits, setting, 'canary', chance),
      stable: draw(60 * rps * (1 - share), hitRatio, setting, 'stable', chance),
      weight,
      weightBefore: weight,
      ...(reading === 'backend' && { share: 'unequal' }),
    };
  });
}

function draw(
  requests: number,
  hitRatio: number,
  { routes, reading, canary }: Setting,
  arm: 'canary' | 'stable',
  chance: Chance,
): Counts {
  const broken = arm === 'canary' && canary === 'broken';
  const { cached, others } =
    routes === 'mixed'
      ? MIXED
      : { cached: { share: 1, rate: RATE }, others: { share: 0, rate: RATE } };
  const reach = (part: number, rate: number) =>
    drawArm(requests * part, broken ? 1 : rate, undefined, chance);
  const backend = sum([
    reach(cached.share * (1 - hitRatio), cached.rate),
    reach(others.share, others.rate),
  ]);
  if (reading === 'backend') return backend;
  const hits = chance.poisson(requests * cached.share * hitRatio);
  return { ...backend, requests: backend.requests + hits };
}

function tablesOf(cells: readonly Cell[]): Study['tables'] {
  const columns = ['hit ratio', 'canary', 'routes', 'counted', ...RPS.map(trafficName)];
  const rows = (canary: Cell['canary'], show: (cell: Cell) => string) =>
    groups(cells.filter((cell) => cell.canary === canary)).map((group) => [
      String(group[0]?.hitRatio),
      group[0]?.cache === 'own' ? 'its own answers' : 'without the cache',
      group[0]?.routes === 'mixed' ? 'cached ones fail more' : 'all cached, alike',
      group[0]?.reading === 'backend' ? 'what reached a backend' : 'all requests',
      ...group.map(show),
    ]);
  return [
    {
      title: 'Stage cache: false rollbacks of an unchanged version, %',
      columns,
      rows: rows('same', ({ rolledBack }) => percent(rolledBack)),
    },
    {
      title: 'Stage cache: a total failure, rolled back by minute 20, % / mean minutes',
      columns,
      rows: rows(
        'broken',
        ({ rolledBack, minutes }) => `${percent(rolledBack, 1)} / ${number(minutes)}`,
      ),
    },
  ];
}

/** One group per row: its cells differ in the traffic alone. */
function groups(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { hitRatio, cache, routes, reading } = cell;
    const key = JSON.stringify([hitRatio, cache, routes, reading]);
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()];
}

function goalOf(cells: readonly Cell[]): Goal {
  const nulls = cells.filter((c) => c.canary === 'same' && c.reading === 'backend');
  const worst = nulls.reduce((a, b) => (b.rolledBack > a.rolledBack ? b : a));
  return {
    id: 'stage cache',
    asks: 'false rollbacks on a cached stage ≤ 1 % in every cell',
    found: `at most ${percent(worst.rolledBack)} % (hit ratio ${worst.hitRatio}, ${trafficName(worst.rps)})`,
    reached: worst.rolledBack <= 0.01,
  };
}
