// J-5: a release after a noisy hour. What hit all requests alike in the hour before is no reason to doubt the errors of
// one version.

import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { rolledBackAt } from './method.ts';
import { OURS } from './ours.ts';
import { type Chance, createChance } from './random.ts';
import { RAMP, type Service, simulate } from './rollout.ts';
import { mean, number, percent, type Study, trafficName } from './study.ts';

const RPS = [1, 10, 100] as const;
const USUAL = 0.001;
const LAST_DETECTION = 20;

interface Hour {
  readonly name: string;
  /** The factor of the usual rate in a minute; those before the rollout are 0 and below. */
  factor(chance: Chance): (minute: number) => number;
}

const HOURS: readonly Hour[] = [
  { name: 'calm', factor: () => () => 1 },
  { name: 'an incident of 5 minutes (5 %)', factor: (chance) => incident(chance, 5, 50) },
  { name: 'an incident of 5 minutes (30 %)', factor: (chance) => incident(chance, 5, 300) },
  { name: 'an incident of 12 minutes (5 %)', factor: (chance) => incident(chance, 12, 50) },
  { name: 'every tenth minute × 4', factor: () => (minute) => (minute % 10 === 0 ? 4 : 1) },
];

/** An incident that is over before the rollout. */
function incident(chance: Chance, length: number, factor: number): (minute: number) => number {
  const first = -58 + Math.floor((57 - length) * chance.uniform());
  return (minute) => (minute >= first && minute < first + length ? factor : 1);
}

const EFFECTS = [1, 50, 10] as const;

interface Cell {
  readonly hour: string;
  readonly effect: number;
  readonly rps: number;
  readonly found: number;
  readonly minutes: number;
  readonly clusters: number;
}

export function noisyHourStudy(rollouts: number, seed: number): Study {
  const cells = HOURS.flatMap((hour, i) =>
    EFFECTS.flatMap((effect, k) =>
      RPS.map((rps, j) => run(hour, effect, rps, rollouts, createChance(seed, 72, i, j, k))),
    ),
  );
  const after = (name: string) =>
    cells.find((c) => c.hour === name && c.effect === 50 && c.rps === 10)!;
  const noisy = after(HOURS[1]!.name);
  const worst = Math.max(...cells.filter((c) => c.effect === 1).map((c) => c.found));
  return {
    name: 'noisy-hour',
    tables: [
      {
        title: 'After a noisy hour: rolled back, % / mean minutes / cluster size found in the hour',
        columns: ['hour before', 'canary', ...RPS.map(trafficName)],
        rows: HOURS.flatMap(({ name }) =>
          EFFECTS.map((effect) => [
            name,
            effect === 1 ? 'no change' : `0.1 → ${percent(effect * USUAL, 0)} %`,
            ...cells
              .filter((c) => c.hour === name && c.effect === effect)
              .map((c) => `${percent(c.found, 1)} / ${number(c.minutes)} / ${number(c.clusters)}`),
          ]),
        ),
      },
    ],
    goals: [
      {
        id: 'noisy hour',
        asks: '0.1 → 5 % at 10 rps after an incident of 5 minutes: found always, in ≤ 5.7 min; no change ≤ 1 %',
        found: `${percent(noisy.found, 1)} % in ${number(noisy.minutes)} min; at most ${percent(worst)} %`,
        reached: noisy.found === 1 && noisy.minutes <= 5.7 && worst <= 0.01,
      },
    ],
    data: cells,
  };
}

function run(hour: Hour, effect: number, rps: number, rollouts: number, chance: Chance): Cell {
  const service: Service = {
    rates: (own, from, length) => {
      const factor = hour.factor(own);
      return Float64Array.from({ length }, (_, i) => USUAL * factor(from + i));
    },
  };
  const times: number[] = [];
  let clusters = 0;
  for (let n = 0; n < rollouts; n++) {
    const worse = (rate: number) => Math.min(1, effect * rate);
    const rollout = simulate({ service, effect: worse, rps, weights: RAMP }, chance);
    clusters += dispersionOf(rollout.before);
    const at = rolledBackAt(OURS, rollout);
    if (at <= LAST_DETECTION) times.push(at);
  }
  const found = times.length / rollouts;
  return {
    hour: hour.name,
    effect,
    rps,
    found,
    minutes: mean(times),
    clusters: clusters / rollouts,
  };
}
