import { describe, expect, it } from '@jest/globals';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { NO_COUNTS } from '../../../src/analysis/counts.ts';
import { DEFAULT_PROFILE } from '../../../src/analysis/profile.ts';
import { createRollbackTest } from '../../../src/analysis/rollback-test.ts';
import { isLasting, withInfluence } from '../../../src/analysis/young.ts';
import { minute, repeat } from './minutes.ts';

/** A step of 5%, whose shift is in the first minute. */
const step = (slow: readonly number[]) =>
  slow.map((events, i) => minute(i, 5, [300, events], [5700, 570], i < 2 ? 0 : 5));

const influences = (minutes: readonly MinuteCounts[], warmUpSeconds: number) =>
  withInfluence(minutes, warmUpSeconds).map((m) => [
    m.minute,
    Math.round(100 * (m.influence ?? 1)),
  ]);

describe('a warm-up', () => {
  it('leaves out the minutes of a change, and lets those after it count more and more', () => {
    expect(influences(step([0, 0, 0, 0, 0]), 60)).toEqual([
      [2, 50],
      [3, 88],
      [4, 97],
    ]);
    expect(influences(step([0, 0, 0, 0, 0]), 150)).toEqual([[4, 43]]);
    expect(influences(step([0, 0]), 0)).toEqual([
      [0, 100],
      [1, 100],
    ]);
  });

  it('begins again with each weight', () => {
    const minutes = [...repeat(4, 5, [1, 0], [1, 0]), ...repeat(3, 10, [1, 0], [1, 0], 4)];
    expect(influences(minutes, 60).map(([at]) => at)).toEqual([1, 2, 3, 5, 6]);
  });

  it('gives the same minute another influence once it is known to be longer after the change', () => {
    const minutes = step([0, 0, 0, 0]);
    const earlier = withInfluence(minutes, 60);
    const again = (same: readonly MinuteCounts[]) => withInfluence(same, 60, earlier);
    expect(again(minutes)[1]).toBe(earlier[1]);
    expect(again(minutes.slice(2))).toEqual(withInfluence(minutes.slice(2), 60));
    expect(again(step([0, 0, 0, 7]))).toEqual(withInfluence(step([0, 0, 0, 7]), 60));
  });
});

function isRolledBack(slow: readonly number[], mayFade: boolean): boolean {
  const test = createRollbackTest({
    falseRollbackRate: 0.0015,
    profile: DEFAULT_PROFILE,
    materialRatio: 1.3,
    mayFade,
    before: NO_COUNTS,
  });
  return withInfluence(step(slow), mayFade ? 60 : 0).some((m) => test.add(m).failing);
}

describe('a young canary', () => {
  const lasting = [240, 240, 240, 240, 240, 240];
  const fading = [240, 240, 200, 140, 90, 60, 40, 30, 30];

  it('is rolled back if it stays slow', () => {
    expect(isRolledBack(lasting, true)).toBe(true);
    expect(isLasting(withInfluence(step(lasting), 60))).toBe(true);
  });

  it('is not rolled back while the difference gets smaller by itself', () => {
    expect(isRolledBack(fading, true)).toBe(false);
    expect(isRolledBack(fading, false)).toBe(true);
  });

  it('is not judged by the first minute of a step alone, nor against its warm minutes', () => {
    expect(isLasting(withInfluence(step([240, 240, 240]), 60))).toBe(false);
    const second = repeat(2, 25, [1500, 1200], [4500, 450], 5);
    expect(isLasting(withInfluence([...step([30, 30, 30, 30, 30]), ...second], 60))).toBe(false);
  });

  it('is rolled back at once if all of its requests fail, but not if they are slow', () => {
    const test = (mayFade: boolean) =>
      createRollbackTest({
        falseRollbackRate: 0.0015,
        profile: DEFAULT_PROFILE,
        materialRatio: 1.3,
        mayFade,
        before: NO_COUNTS,
      }).add(minute(0, 5, [300, 300], [5700, 5])).nats;
    expect(test(false)).toBeGreaterThan(100);
    expect(test(true)).toBeLessThan(5);
  });
});
