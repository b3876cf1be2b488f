import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createChance } from '../../../bench/judge/random.ts';
import { drawArm } from '../../../bench/judge/rollout.ts';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import {
  exactNats,
  exactPath,
  highMinutes,
  minutesToFindTotalFailure,
} from '../../../src/analysis/exact-test.ts';
import { judge } from '../../../src/analysis/judge.ts';
import { minute, repeat } from './minutes.ts';

type Side = readonly [requests: number, events: number];
const at95 = (canary: Side, stable: Side): MinuteCounts => minute(0, 95, canary, stable);

/** Fisher's noncentral hypergeometric distribution, written out. */
function byDefinition([n, k]: Side, [m, j]: Side, odds: number): number {
  const events = k + j;
  const ways = (of: number, chosen: number) => {
    let result = 1;
    for (let i = 0; i < chosen; i++) result *= (of - i) / (i + 1);
    return chosen < 0 || chosen > of ? 0 : result;
  };
  let total = 0;
  let weighted = 0;
  for (let i = 0; i <= Math.min(n, events); i++) {
    total += ways(n, i) * ways(m, events - i);
    weighted += ways(n, i) * ways(m, events - i) * odds ** i;
  }
  return Math.log((total * odds ** k) / weighted);
}

const side = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((requests) => fc.tuple(fc.constant(requests), fc.integer({ min: 0, max: requests })));

describe('the exact test', () => {
  it('is the likelihood ratio of the noncentral hypergeometric distribution', () => {
    fc.assert(
      fc.property(side(60), side(12), fc.constantFrom(2, 20, 1000), (canary, stable, odds) => {
        const expected = byDefinition(canary, stable, odds);
        expect(exactNats(at95(canary, stable), odds)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('has a mean of 1 if the version makes no difference, whatever the rate', () => {
    const [n, m] = [19, 3];
    const choose = (of: number, k: number): number =>
      k === 0 ? 1 : (choose(of, k - 1) * (of - k + 1)) / k;
    for (let events = 1; events < n + m; events++) {
      let mean = 0;
      for (let k = Math.max(0, events - m); k <= Math.min(n, events); k++) {
        const chance = (choose(n, k) * choose(m, events - k)) / choose(n + m, events);
        mean += chance * Math.exp(exactNats(at95([n, k], [m, events - k]), 20));
      }
      expect(mean).toBeCloseTo(1, 9);
    }
  });

  it('counts stable’s successes, and nothing without them', () => {
    expect(exactNats(at95([57, 57], [3, 0]), 1000)).toBeGreaterThan(10);
    expect(exactNats(at95([57, 57], [3, 3]), 1000)).toBeCloseTo(0, 9);
    expect(exactNats(at95([57, 57], [0, 0]), 1000)).toBe(0);
    expect(exactNats(at95([57, 0], [3, 0]), 1000)).toBe(0);
    expect(exactNats(at95([570_000, 150_000], [30_000, 8000]), 20)).toBeLessThan(0);
  });

  it('caps a minute in which many requests fail, but not nearly all', () => {
    const [half] = exactPath([at95([5700, 2850], [300, 0])], 1);
    const [all] = exactPath([at95([5700, 5700], [300, 0])], 1);
    expect(half).toBeLessThan(Math.log(50));
    expect(all).toBeGreaterThan(100);
    expect(exactPath([at95([5700, 5700], [300, 0])], 20)[0]).toBeLessThan(all! / 10);
  });

  it('takes minutes with a steady high weight only', () => {
    const [mixed, high, low, whole] = [
      { ...at95([57, 57], [3, 0]), weightBefore: 50 },
      at95([57, 57], [3, 0]),
      minute(0, 50, [57, 57], [3, 0]),
      minute(0, 100, [57, 57], [0, 0]),
    ];
    expect(highMinutes([mixed!, high!, low!, whole!])).toEqual([high]);
  });

  it('rolls back rarely if both versions fail alike', () => {
    const chance = createChance(3);
    let found = 0;
    for (let rollout = 0; rollout < 3000; rollout++) {
      const minutes = Array.from({ length: 12 }, (_, i): MinuteCounts => {
        const failing = i < 4 ? 0.001 : 0.4;
        const draw = (requests: number) => drawArm(requests, failing, undefined, chance);
        return { minute: i, canary: draw(57), stable: draw(3), weight: 95, weightBefore: 95 };
      });
      if (exactPath(minutes, 1).some((nats) => nats >= -Math.log(0.01))) found += 1;
    }
    expect(found / 3000).toBeLessThanOrEqual(0.01);
  });

  it('says how soon it finds a total failure', () => {
    const settings = { dispersion: 1, falseRollbackRate: 0.0005 };
    const soon = (requests: number) => minutesToFindTotalFailure(requests, 0.05, settings);
    expect(soon(1)).toBe(Number.POSITIVE_INFINITY);
    expect(soon(20)).toBeCloseTo(3.6, 0);
    expect(soon(60)).toBeCloseTo(1.0, 1);
    expect(soon(600)).toBeLessThan(0.2);
    expect(minutesToFindTotalFailure(60, 0.05, { ...settings, dispersion: 5 })).toBeCloseTo(5.1, 0);
  });
});

describe('the guardrail next to stable’s small share', () => {
  const HOUR = Array.from({ length: 60 }, () => ({ requests: 60, events: 0 }));
  const found = (minutes: readonly MinuteCounts[], apart = true) =>
    judge([{ measure: errorsMeasure(), minutes, before: HOUR }], {
      ...{ falseRollbackRate: 0.01, dispersion: 1, warmUpSeconds: 60, nextWeight: 100, apart },
    }).findings.find(({ source }) => source.kind === 'guardrail');

  it('finds a total failure in two minutes of sixty requests', () => {
    expect(found(repeat(2, 95, [57, 57], [3, 0]))).toMatchObject({
      source: { kind: 'guardrail', of: 'held-back' },
      verdict: 'failing',
      failingSince: 1,
    });
  });

  it('does not call a version healthy while a third of its requests fail and nobody knows why', () => {
    const bad = repeat(3, 95, [57, 19], [3, 0]);
    expect(found(bad)?.verdict).toBe('inconclusive');
    expect(found([...bad, ...repeat(3, 95, [57, 0], [3, 0])])?.verdict).toBe('healthy');
    expect(found(repeat(3, 95, [57, 1], [3, 0]))?.verdict).toBe('healthy');
  });

  it('says nothing where stable’s counts may contain the canary’s, or at lower weights', () => {
    expect(found(repeat(2, 95, [57, 57], [3, 0]), false)).toBeUndefined();
    expect(found(repeat(2, 50, [57, 57], [57, 0]))).toBeUndefined();
  });
});
