// Between two closed minutes, counts without a failure of the canary are not read (src/monitor/due-reading.ts): nothing
// is decided later for it.

import { describe, expect, it } from '@jest/globals';
import { createChance } from '../../../bench/judge/random.ts';
import { steadyWorld } from '../../../bench/judge/seconds/cell.ts';
import { OURS } from '../../../bench/judge/seconds/judges.ts';
import { drawTimeline } from '../../../bench/judge/seconds/timeline.ts';
import { type Look, play, type Watcher } from '../../../bench/judge/seconds/watch.ts';

let skipped = 0;

/** The same judge, at those looks at which everything is read. */
const WHEN_DUE: Watcher = {
  name: 'when due',
  watch: (timeline) => {
    const decides = OURS.watch(timeline);
    let closed = -1;
    return (look: Look) => {
      const fails = look.open.some(({ canary }) => canary.events > 0);
      if (look.closed.length === closed && !fails) {
        skipped += 1;
        return false;
      }
      closed = look.closed.length;
      return decides(look);
    };
  },
};

describe('A look without a failure of the canary decides nothing', () => {
  it.each([
    ['fails always', 10, 1],
    ['fails always, with little traffic', 1, 1],
    ['fails at times', 100, 0.05],
    ['fails rarely', 10, 0.01],
    ['does not fail', 10, 0],
  ])('for a canary that %s', (_, rps, rate) => {
    skipped = 0;
    const world = { ...steadyWorld(rps, 0.001, rate), length: 900 };
    const chance = createChance(23, rps, 100 * rate);
    for (let n = 0; n < 40; n++) {
      const timeline = drawTimeline(world, chance);
      const [all, due] = play([OURS, WHEN_DUE], timeline, world.length, chance);
      expect(due).toEqual(all);
    }
    expect(skipped).toBeGreaterThan(0);
  });
});
