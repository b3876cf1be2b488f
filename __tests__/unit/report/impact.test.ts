import { describe, expect, it } from '@jest/globals';
import type { Evidence, MeasureSource } from '../../../src/analysis/evidence.ts';
import type { Points, SeriesReport } from '../../../src/report/counted-series.ts';
import { describeImpact, impactOf } from '../../../src/report/impact.ts';

const FROM = 1_764_000_000;
const LATENCY = { kind: 'latency', percentile: 90, aboveMs: 812 } as const;
const FAILING: readonly Evidence[] = [{ source: { kind: 'errors' }, verdict: 'failing' }];
const WEIGHTS = [
  { at: FROM, weight: 10 },
  { at: FROM + 360, weight: 0 },
];

function series(canaryErrors: Points, stableErrors: Points): SeriesReport {
  return {
    from: FROM,
    every: 60,
    canary: { requests: canaryErrors.map(() => 100), errors: canaryErrors },
    stable: { requests: stableErrors.map(() => 900), errors: stableErrors },
    comparisons: [],
  };
}

describe('the impact on users', () => {
  it('begins with the first affected minute and ends with the rollback', () => {
    const counted = series([1, 0, 40, 44], [9, 9, 9, 9]);
    expect(impactOf(counted, FAILING, WEIGHTS, FROM + 360)).toEqual({
      source: { kind: 'errors' },
      since: FROM + 120,
      requests: 200,
      events: 84,
      excess: 82,
      // Two of four minutes are counted; all of them had the same weight.
      estimated: 164,
    });
  });

  it('estimates the minutes not counted yet from their weight', () => {
    const weights = [
      { at: FROM, weight: 10 },
      { at: FROM + 240, weight: 50 },
      { at: FROM + 360, weight: 0 },
    ];
    const counted = series([1, 0, 40, 44], [9, 9, 9, 9]);
    expect(impactOf(counted, FAILING, weights, FROM + 360)?.estimated).toBe(82 + 82 * 5);
  });

  it('does not blame the new version for incidents on both sides, or for chance', () => {
    expect(impactOf(series([30, 30], [270, 270]), [], WEIGHTS, FROM + 120)).toBeUndefined();
    expect(impactOf(series([0, 1], [0, 0]), [], WEIGHTS, FROM + 120)).toBeUndefined();
    expect(impactOf(series([], []), FAILING, WEIGHTS, FROM + 120)).toBeUndefined();
  });

  it('uses the rate from before the promotion if nothing is left to compare with', () => {
    const baking: SeriesReport = {
      ...series([0, null, 90], [9, null, 0]),
      canary: { requests: [100, null, 1000], errors: [0, null, 90] },
      stable: { requests: [900, null, 0], errors: [9, null, 0] },
    };
    expect(impactOf(baking, FAILING, WEIGHTS, FROM + 180)).toMatchObject({
      since: FROM + 120,
      excess: 80,
    });
  });

  it('counts slow responses if they were worse', () => {
    const events = { requests: [100, 100], events: [10, 60] };
    const slow = {
      source: LATENCY,
      canary: events,
      stable: { requests: [900, 900], events: [90, 90] },
      nats: [0, 9],
      threshold: [5, 5],
    };
    const evidence = [{ source: LATENCY, verdict: 'failing' } as const];
    const counted = { ...series([0, 0], [0, 0]), comparisons: [slow] };
    expect(impactOf(counted, evidence, WEIGHTS, FROM + 120)).toMatchObject({
      source: LATENCY,
      since: FROM + 60,
      excess: 50,
    });
  });

  it.each<[MeasureSource, number, string]>([
    [{ kind: 'errors' }, 1204, 'about 1,204 requests failed because of it'],
    [LATENCY, 1, 'about 1 request took longer because of it'],
    [{ kind: 'metric', name: 'orders' }, 2, 'about 2 requests went wrong because of it'],
  ])('is said in a sentence: %j', (source, estimated, says) => {
    const rest = { since: FROM, requests: 0, events: 0, excess: 0 };
    expect(describeImpact({ source, estimated, ...rest })).toBe(says);
  });
});
