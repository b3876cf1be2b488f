// One cell of a study in seconds: many rollouts of one world, shown to several judges.

import { type Chance, createChance } from '../random.ts';
import { quantile } from '../study.ts';
import { USUAL_DELIVERY } from './delivery.ts';
import { DEFAULT_SHIFTS, drawTimeline, type World } from './timeline.ts';
import { type Outcome, play, type Watcher } from './watch.ts';

export interface Tally {
  readonly judge: string;
  /** Share of the rollouts that were rolled back, 0 to 1. */
  readonly rolledBack: number;
  /** Medians of those, in seconds: since the first shift, and since the first failed request of the canary. */
  readonly after: number;
  readonly afterFailure: number;
  /** Mean number of failed canary requests. */
  readonly failed: number;
}

/** @param second the second of a minute in which the shifts are made; any if absent */
export function runWorld(
  world: World,
  watchers: readonly Watcher[],
  rollouts: number,
  seed: readonly number[],
  second?: number,
): readonly Tally[] {
  const chance = createChance(...seed);
  const outcomes: Outcome[][] = watchers.map(() => []);
  for (let n = 0; n < rollouts; n++) {
    const timeline = drawTimeline(world, chance, second);
    play(watchers, timeline, world.length, chance).forEach((outcome, i) => {
      outcomes[i]!.push(outcome);
    });
  }
  return watchers.map(({ name }, i) => {
    const all = outcomes[i]!;
    const found = all.filter(({ after }) => Number.isFinite(after));
    return {
      judge: name,
      rolledBack: found.length / rollouts,
      after: quantile(
        found.map(({ after }) => after),
        0.5,
      ),
      afterFailure: quantile(
        found.map(({ afterFailure }) => afterFailure),
        0.5,
      ),
      failed: all.reduce((sum, { failed }) => sum + failed, 0) / rollouts,
    };
  });
}

/** A world whose versions have these rates throughout. */
export function steadyWorld(rps: number, stable: number, canary: number): World {
  return {
    rps,
    rates: () => ({ stable, canary }),
    ratesBefore: steady(stable),
    delivery: USUAL_DELIVERY,
    shifts: DEFAULT_SHIFTS,
    length: 1500,
  };
}

/** Stable's rate in each minute of the hour before. */
export function steady(rate: number): (chance: Chance) => ArrayLike<number> {
  return () => new Float64Array(60).fill(rate);
}
