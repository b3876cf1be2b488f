// The property that everything else depends on: when the version makes no difference, a minute's factor is at
// most 1 on average, so the evidence can only grow by chance.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jointNats } from '../../../src/analysis/joint.ts';
import { DEFAULT_PROFILE, FAST_PROFILE, SPARSE_PROFILE } from '../../../src/analysis/profile.ts';
import { riskRatioNats } from '../../../src/analysis/risk-ratio.ts';
import { createSafeBound, DEFAULT_HARM } from '../../../src/analysis/safe-bound.ts';
import { createSequentialTest } from '../../../src/analysis/sequential-test.ts';
import { minute } from './minutes.ts';

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
  return log;
}

/** The mean of `value` over the canary's events, when the random split alone decides where `events` fall. */
function meanByDraw(
  total: number,
  canary: number,
  events: number,
  value: (canaryEvents: number) => number,
): number {
  let mean = 0;
  for (let k = Math.max(0, events - (total - canary)); k <= Math.min(events, canary); k++) {
    const chance = logChoose(canary, k) + logChoose(total - canary, events - k);
    mean += Math.exp(chance - logChoose(total, events)) * value(k);
  }
  return mean;
}

const draws = fc
  .integer({ min: 50, max: 400 })
  .chain((total) =>
    fc.tuple(fc.constant(total), fc.integer({ min: 1, max: total - 1 }), fc.nat({ max: 40 })),
  );

describe('a minute whose events fall by the random split alone', () => {
  it('adds at most 1 on average, at every risk ratio', () => {
    fc.assert(
      fc.property(draws, fc.constantFrom(...DEFAULT_PROFILE.ratios), (draw, { ratio }) => {
        const [total, canary, events] = draw;
        const factor = (k: number) => Math.exp(riskRatioNats(k, events, canary / total, ratio));
        expect(meanByDraw(total, canary, events, factor)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it.each([
    ['default', DEFAULT_PROFILE],
    ['fast', FAST_PROFILE],
    ['clusters of 5', { ...DEFAULT_PROFILE, dispersion: 5 }],
  ])('leaves the %s mixture at most at 1 on average, routed as configured', (_, profile) => {
    const minutes = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 120 }),
      fc.nat({ max: 8 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(minutes, ([weight, successes, events, open]) => {
        // Only the failed requests have to have arrived; of the others, any number.
        let mean = 0;
        for (let n = 0; n <= successes; n++) {
          for (let k = 0; k <= events; k++) {
            const m = minute(0, weight, [n + k, k], [successes - n + events - k, events - k]);
            const nats = createSequentialTest(profile).add(m, { open });
            mean += chanceOf(n, successes, weight) * chanceOf(k, events, weight) * Math.exp(nats);
          }
        }
        expect(mean).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the mixture at most at 1 where clearly more is routed to the canary', () => {
    fc.assert(
      fc.property(draws, ([total, canary, events]) => {
        const mean = meanByDraw(total, canary, events, (k) => {
          const m = minute(0, 0, [canary, k], [total - canary, events - k]);
          return Math.exp(createSequentialTest(DEFAULT_PROFILE).add(m));
        });
        expect(mean).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

/** The probability of `k` of `n` requests at this weight. */
function chanceOf(k: number, n: number, weight: number): number {
  const share = weight / 100;
  return Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
}

describe('sparse bets', () => {
  it('are exactly fair for any risk that both sides share', () => {
    const risks = fc.double({ min: 0, max: 1, noNaN: true });
    const weights = fc.double({ min: 1, max: 90, noNaN: true });
    fc.assert(
      fc.property(risks, weights, fc.constantFrom(...SPARSE_PROFILE.joint), (risk, weight, bet) => {
        const share = weight / 100;
        const outcomes = [
          [share * risk, minute(0, weight, [1, 1], [0, 0])],
          [share * (1 - risk), minute(0, weight, [1, 0], [0, 0])],
          [(1 - share) * risk, minute(0, weight, [0, 0], [1, 1])],
          [(1 - share) * (1 - risk), minute(0, weight, [0, 0], [1, 0])],
        ] as const;
        const mean = outcomes.reduce((sum, [p, m]) => sum + p * Math.exp(jointNats(m, bet)), 0);
        expect(mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it('ignore dense minutes and minutes whose weight changed', () => {
    const bet = SPARSE_PROFILE.joint[0]!;
    expect(jointNats(minute(0, 10, [10, 5], [90, 0]), bet)).toBe(0);
    expect(jointNats(minute(0, 10, [1, 1], [5, 0], 5), bet)).toBe(0);
    expect(jointNats(minute(0, 10, [1, 1], [5, 0]), bet)).toBeGreaterThan(1);
  });

  it('wait for the first canary request', () => {
    const silent = createSequentialTest(SPARSE_PROFILE);
    let nats = 0;
    for (let i = 0; i < 50; i++) nats = silent.add(minute(i, 10, [0, 0], [40, 0]));
    expect(nats).toBeCloseTo(0, 9);
  });
});

describe('a canary at the boundary of harm', () => {
  it('gains at most 1 on average from its own rate', () => {
    const { rate } = DEFAULT_HARM;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (requests) => {
        let mean = 0;
        for (let k = 0; k <= requests; k++) {
          const chance = logChoose(requests, k) + k * Math.log(rate);
          const rest = (requests - k) * Math.log1p(-rate);
          const nats = createSafeBound().add(minute(0, 100, [requests, k], [0, 0]));
          mean += Math.exp(chance + rest + nats);
        }
        // With a share of 1, the comparison with stable gives no evidence: its half does not change.
        expect(mean).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
