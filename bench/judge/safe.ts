// G6: how soon a good release is shown to be safe at 50%, and how often a harmful one is.

import { createSafeBound, DEFAULT_HARM } from '../../src/analysis/safe-bound.ts';
import { createChance } from './random.ts';
import { simulate } from './rollout.ts';
import { change } from './scenarios.ts';
import { number, percent, quantile, type Study, trafficName } from './study.ts';

const HELD = Array<number>(150).fill(50);
const LEVEL = -Math.log(0.05);
const RPS = [1, 10, 100, 1000] as const;
/** Good releases, and two exactly at the threshold of harm. */
const RELEASES = [
  { from: 0, to: 0, harmful: false },
  { from: 0.001, to: 0.001, harmful: false },
  { from: 0.01, to: 0.01, harmful: false },
  { from: 0.01, to: 0.02, harmful: true },
  { from: 0.0025, to: 0.005, harmful: true },
] as const;

export function safeStudy(rollouts: number, seed: number): Study {
  const cells = RELEASES.flatMap((release, i) =>
    RPS.map((rps, j) => {
      const chance = createChance(seed, 44, i, j);
      const scenario = change(release.from, release.to);
      const times = Array.from({ length: rollouts }, () => {
        const rollout = simulate({ ...scenario, rps, weights: HELD }, chance);
        const bound = createSafeBound(DEFAULT_HARM);
        return rollout.minutes.find((m) => bound.add(m) >= LEVEL)?.minute ?? Infinity;
      });
      const shown = times.filter(Number.isFinite).length / rollouts;
      return { ...release, name: scenario.name, rps, shown, median: quantile(times, 0.5) };
    }),
  );
  const medianAt = (rps: number) =>
    Math.max(...cells.filter((c) => c.rps === rps && c.from === 0.001).map((c) => c.median));
  const falseSafe = Math.max(...cells.filter((c) => c.harmful).map((c) => c.shown));
  return {
    name: 'safe',
    tables: [
      {
        title: 'Shown safe at 50 % within 150 minutes: % of releases / median minutes',
        columns: ['rates', 'harmful', ...RPS.map(trafficName)],
        rows: RELEASES.map((release) => {
          const { name } = change(release.from, release.to);
          const own = cells.filter((c) => c.name === name);
          const figures = own.map((c) => `${percent(c.shown, 1)} / ${number(c.median)}`);
          return [name, release.harmful ? 'yes' : 'no', ...figures];
        }),
      },
    ],
    goals: [
      {
        id: 'G6',
        asks: 'clean release safe in ≤ 2 min at 100 rps, ≤ 6 at 10 rps; false-safe ≤ 5 %',
        found: `median ${medianAt(100)} and ${medianAt(10)} min at 0.1 %; false-safe at most ${percent(falseSafe, 1)} %`,
        reached: medianAt(100) <= 2 && medianAt(10) <= 6 && falseSafe <= 0.05,
      },
    ],
    data: cells,
  };
}
