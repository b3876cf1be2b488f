import { describe, expect, it } from '@jest/globals';
import { type MinuteCounts, NO_COUNTS } from '../../../src/analysis/counts.ts';
import { inFavour } from '../../../src/analysis/open-minutes.ts';
import { DEFAULT_PROFILE } from '../../../src/analysis/profile.ts';
import { createRollbackTest } from '../../../src/analysis/rollback-test.ts';
import { minute, repeat } from './minutes.ts';

function testAfter(closed: readonly MinuteCounts[], before = NO_COUNTS) {
  const test = createRollbackTest({
    falseRollbackRate: 0.009,
    profile: DEFAULT_PROFILE,
    materialRatio: 1.2,
    before,
  });
  for (const one of closed) test.add(one);
  return test;
}

describe('an open minute', () => {
  it('has the canary’s missing requests, as successes', () => {
    const [favoured] = inFavour([minute(0, 10, [40, 30], [1800, 2])], 0);
    expect(favoured).toMatchObject({
      canary: { requests: 200, events: 30 },
      stable: { events: 2 },
    });
    const [whole] = inFavour([minute(0, 10, [210, 30], [1800, 2])], 0);
    expect(whole?.canary).toEqual({ requests: 210, events: 30 });
  });

  it('has at least the usual failures of stable', () => {
    const [favoured] = inFavour([minute(0, 10, [200, 2], [1800, 2])], 0.01);
    expect(favoured?.stable).toEqual({ requests: 1800, events: 18 });
  });

  it('lets requests of stable fail that are not shown yet', () => {
    const hanging = minute(0, 10, [200, 60], [1200, 0]);
    // 200 requests of the canary belong to 1,800 of stable, and by chance to a tenth of them more.
    const stable = inFavour([hanging], 0)[0]!.stable;
    expect(stable.events).toBeCloseTo(600 + 1200 / Math.sqrt(1200 / 9), 6);
    expect(stable.requests).toBeCloseTo(1200 + stable.events, 6);
    const usual = minute(0, 10, [140, 60], [1200, 0]);
    expect(inFavour([usual], 0)[0]!.stable.events).toBe(0);
  });
});

describe('a look at open minutes', () => {
  const good = repeat(3, 10, [600, 1], [5400, 5]);

  it('finds a total failure in the first of them', () => {
    const failing = minute(3, 10, [600, 600], [5400, 5]);
    expect(
      testAfter(good)
        .peek([failing])
        .map((r) => r.failing),
    ).toEqual([true]);
    // A tenth of the requests have arrived, and failed.
    const few = minute(3, 10, [60, 60], [5400, 5]);
    expect(
      testAfter(good)
        .peek([few])
        .map((r) => r.failing),
    ).toEqual([false]);
  });

  it('leaves the test as it was', () => {
    const test = testAfter(good);
    const next = minute(3, 10, [600, 30], [5400, 5]);
    const expected = testAfter(good).add(next);
    test.peek([next, { ...next, minute: 4 }]);
    expect(test.add(next)).toEqual(expected);
  });

  it('does not blame a slow canary, whose errors are shown first', () => {
    const slow = Array.from({ length: 15 }, (_, i) => minute(3 + i, 10, [8, 6], [5400, 54]));
    const readings = testAfter(good, { requests: 360_000, events: 3600 }).peek(slow);
    expect(readings.some((r) => r.failing)).toBe(false);
  });
});
