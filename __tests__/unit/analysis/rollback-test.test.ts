import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/analysis/comparison.ts';
import { type MinuteCounts, NO_COUNTS } from '../../../src/analysis/counts.ts';
import { DEFAULT_PROFILE, FAST_PROFILE } from '../../../src/analysis/profile.ts';
import { createRollbackTest, type RollbackReading } from '../../../src/analysis/rollback-test.ts';
import { safeNats } from '../../../src/analysis/safe-bound.ts';
import { evidencePath } from '../../../src/analysis/sequential-test.ts';
import { highShare, lowShare } from '../../../src/analysis/share.ts';
import { minute, repeat } from './minutes.ts';

function lastReading(minutes: readonly MinuteCounts[], before = NO_COUNTS): RollbackReading {
  const test = createRollbackTest({
    falseRollbackRate: 0.009,
    profile: DEFAULT_PROFILE,
    materialRatio: 1.2,
    before,
  });
  return minutes.map((m) => test.add(m)).at(-1)!;
}

describe('the rollback test', () => {
  it('fails a canary with ten times the errors in its third minute', () => {
    const bad = repeat(3, 5, [300, 15], [5700, 28]);
    expect(lastReading(bad.slice(0, 1)).failing).toBe(false);
    // Two minutes in a row may be one minute of trouble that began in the middle of the first.
    expect(lastReading(bad.slice(0, 2)).failing).toBe(false);
    expect(lastReading(bad).failing).toBe(true);
  });

  it('fails a canary whose every request fails in its first minute', () => {
    const bad = (canary: number, stable = 28) => repeat(1, 5, [300, canary], [5700, stable]);
    expect(lastReading(bad(300)).failing).toBe(true);
    expect(lastReading(bad(270)).failing).toBe(true);
    expect(lastReading(bad(240)).failing).toBe(false);
    // Stable fails too, or hardly any of its requests have arrived.
    expect(lastReading(bad(300, 3000)).failing).toBe(false);
    expect(
      lastReading([...repeat(1, 5, [300, 0], [5700, 0]), minute(1, 5, [300, 300], [900, 0])])
        .failing,
    ).toBe(false);
    // The failure of half a minute, and of a few requests.
    expect(lastReading(repeat(1, 5, [150, 150], [5700, 28])).failing).toBe(false);
    expect(lastReading(repeat(1, 5, [9, 9], [171, 0])).failing).toBe(false);
  });

  it('takes all minutes of changes of the weight for one', () => {
    const calm = minute(4, 25, [1500, 8], [4500, 24]);
    const half = (at: number) => minute(at, 25, [1500, 400], [4500, 24], 5);
    const nats = (minutes: readonly MinuteCounts[]) =>
      evidencePath(minutes, DEFAULT_PROFILE).at(-1)!;
    expect(nats([half(3), half(4)])).toBeLessThan(nats([half(3)]) + 1);
    expect(nats([half(3), calm, half(5)])).toBeLessThan(nats([half(3)]) + 1);
    const steady = { ...half(5), weightBefore: 25 };
    expect(nats([half(3), calm, steady])).toBeGreaterThan(nats([half(3)]) + 2);
  });

  it('counts the third bad minute in a row in full', () => {
    const path = evidencePath(repeat(5, 5, [300, 60], [5700, 28]), DEFAULT_PROFILE);
    const gains = path.map((nats, i) => nats - (path[i - 1] ?? 0));
    expect(gains.map((gain) => gain > 2)).toEqual([true, false, true, true, true]);
  });

  it('detects a regression that starts after a long good period', () => {
    const good = repeat(60, 50, [30_000, 30], [30_000, 30]);
    const bad = repeat(5, 50, [30_000, 90], [30_000, 30], 60);
    expect(lastReading(good).failing).toBe(false);
    expect(lastReading([...good, ...bad]).failing).toBe(true);
    const withoutLateOnset = evidencePath([...good, ...bad], {
      ...DEFAULT_PROFILE,
      onset: { atOnce: 1, hazard: 0 },
    });
    expect(withoutLateOnset.at(-1)).toBeLessThan(0);
  });

  it('ignores a regression that is certain but immaterial', () => {
    const reading = lastReading(repeat(20, 50, [300_000, 3450], [300_000, 3000]));
    expect(reading.nats).toBeGreaterThan(reading.threshold);
    expect(reading.failing).toBe(false);
  });

  it('remains failing once it has failed', () => {
    const bad = repeat(3, 5, [300, 15], [5700, 28]);
    const good = repeat(60, 5, [300, 0], [5700, 28], 3);
    expect(lastReading([...bad, ...good]).failing).toBe(true);
  });

  it('requires ten times the evidence once stable itself has an incident', () => {
    const calm = { requests: 60_000, events: 60 };
    const fine = lastReading(repeat(1, 5, [50, 0], [950, 1]), calm);
    const rough = lastReading(repeat(1, 5, [50, 3], [950, 50]), calm);
    expect(rough.threshold - fine.threshold).toBeCloseTo(Math.log(10), 9);
    const after = lastReading(
      [...repeat(1, 5, [50, 3], [950, 50]), ...repeat(9, 5, [50, 0], [950, 1], 1)],
      calm,
    );
    expect(after.threshold).toBe(rough.threshold);
  });

  it('gives no evidence when an incident hits both sides alike, whatever the ramp', () => {
    const ramp = [5, 10, 25, 50].flatMap((weight, i) => {
      const rate = i === 1 ? 0.2 : 0.001;
      const canary = 60 * weight;
      const stable = 6000 - canary;
      return repeat(5, weight, [canary, canary * rate], [stable, stable * rate], 5 * i);
    });
    expect(Math.max(...evidencePath(ramp, FAST_PROFILE))).toBeLessThanOrEqual(1e-9);
  });
});

describe('stratification by minute', () => {
  it('keeps a ramp during an incident from looking like a regression', () => {
    const early = repeat(5, 5, [300, 0], [5700, 6]);
    const late = repeat(5, 50, [3000, 150], [3000, 150], 5);
    const all = [...early, ...late];
    const pooled = (arm: 'canary' | 'stable') =>
      all.reduce((n, m) => n + m[arm].events, 0) / all.reduce((n, m) => n + m[arm].requests, 0);
    expect(pooled('canary') / pooled('stable')).toBeGreaterThan(2);
    expect(compare(all).ratio).toBeCloseTo(1, 1);
    expect(compare(all).excessEvents).toBeLessThan(1);
  });

  it('pools sparse minutes of one weight, each of which has only one side', () => {
    const alternating = Array.from({ length: 10 }, (_, i) =>
      i % 2 === 0 ? minute(i, 50, [1, 1], [0, 0]) : minute(i, 50, [0, 0], [1, 0]),
    );
    expect(compare(alternating)).toMatchObject({ ratio: Number.POSITIVE_INFINITY, difference: 1 });
  });
});

describe("the canary's share in a minute whose weight changed", () => {
  // The weight changes from 25% to 50% halfway, and an incident begins in that second: nearly all errors fall
  // when the canary has half of the traffic, which the mean share does not show.
  const change = minute(3, 50, [2250, 75], [3750, 76], 25);
  const blindToChange = { ...change, weight: 37.5, weightBefore: 37.5 };

  it('keeps an incident that begins with the change from being blamed on the canary', () => {
    const naive = evidencePath([blindToChange], FAST_PROFILE)[0]!;
    const careful = evidencePath([change], FAST_PROFILE)[0]!;
    expect(naive).toBeGreaterThan(1);
    expect(careful).toBeLessThan(0);
  });

  it('does not clear a canary because of errors from before it had its share', () => {
    // All errors fall in the first half, when the canary has a quarter of the traffic.
    const early = minute(3, 50, [2250, 50], [3750, 150], 25);
    const nats = (m: MinuteCounts) => safeNats([m], { riskRatio: 2, rate: 0.005 });
    expect(nats(early)).toBeLessThan(nats({ ...early, weightBefore: 50 }) - 1);
  });

  it('takes no evidence from a minute in which a small share of stable got no request', () => {
    const lucky = minute(3, 95, [60, 30], [0, 0]);
    expect(highShare(lucky)).toBe(1);
    expect(evidencePath([lucky, { ...lucky, minute: 4 }], DEFAULT_PROFILE).at(-1)).toBeCloseTo(0);
    // Where it has more than its share, that is no reason to blame the canary more.
    expect(highShare(minute(3, 95, [50, 25], [10, 5]))).toBe(0.95);
    // With a large share, chance is allowed for.
    expect(highShare(minute(3, 50, [55, 0], [45, 0]))).toBe(0.5);
  });

  it('lies between the low and the high share', () => {
    const weights = fc.double({ min: 0.1, max: 95, noNaN: true });
    const requests = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(weights, weights, requests, requests, (weight, before, canary, stable) => {
        fc.pre(canary + stable > 0);
        const m = minute(0, weight, [canary, 0], [stable, 0], before);
        expect(lowShare(m)).toBeLessThanOrEqual(highShare(m));
        if (weight === before) return;
        expect(highShare(m)).toBeGreaterThanOrEqual(Math.max(weight, before) / 100);
        expect(lowShare(m)).toBeLessThanOrEqual(Math.min(weight, before) / 100);
      }),
    );
  });
});
