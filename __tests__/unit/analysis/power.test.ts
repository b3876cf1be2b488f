import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { autoSteps } from '../../../src/analysis/auto-steps.ts';
import { figures, formatFactor, formatPercent } from '../../../src/analysis/figures.ts';
import { ratioInterval } from '../../../src/analysis/interval.ts';
import { minutesToFind, power } from '../../../src/analysis/power.ts';
import { repeat } from './minutes.ts';

const RAMP = [5, 10, 25, 50].map((weight) => ({ weight, minutes: 5 }));

describe('steps that follow traffic', () => {
  it.each([
    [0, [10, 17.1, 29.24, 50]],
    [60, [10, 17.1, 29.24, 50]],
    [6000, [0.5, 2.32, 10.77, 50]],
    [60_000, [0.1, 0.79, 6.3, 50]],
  ])('for %d requests per minute', (traffic, weights) => {
    expect(autoSteps(traffic)).toEqual(weights);
  });

  it('grow, in two decimals, from 0.1% or more to 50%', () => {
    const traffic = fc.double({ min: 0, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(traffic, fc.constantFrom('time' as const, 'evidence' as const), (n, pace) => {
        const weights = autoSteps(n, pace);
        expect(weights[0]).toBeGreaterThanOrEqual(0.1);
        expect(weights.at(-1)).toBe(50);
        weights.forEach((weight, i) => {
          expect(weight).toBeGreaterThan(weights[i - 1] ?? 0);
          expect(Number(weight.toFixed(2))).toBe(weight);
        });
      }),
    );
  });
});

const WATCHING = { falseRollbackRate: 0.009, closingMinutes: 2, shownMinutes: 2, bakeMinutes: 2 };

describe('what a plan can detect', () => {
  const plan = (requestsPerMinute: number, rate = 0.001) =>
    power(RAMP, { requestsPerMinute, rate, dispersion: 1, apart: true }, WATCHING);

  it('is less in each step than after the next', () => {
    const { steps } = plan(6000);
    const smallest = steps.map((step) => step.smallest!.ratio);
    expect(smallest).toEqual([...smallest].sort((a, b) => b - a));
    expect(steps.map((s) => s.canaryRequests)).toEqual([1500, 3000, 7500, 15_000]);
    steps.forEach((step, i) => {
      expect(step.smallest!.foundAfter).toBeLessThanOrEqual(5 * (i + 1));
    });
  });

  it('is more with more traffic, and never less than the material ratio', () => {
    const last = [600, 6000, 60_000, 600_000].map((n) => plan(n).steps[3]!.smallest!.ratio);
    expect(last).toEqual([...last].sort((a, b) => b - a));
    expect(last[3]).toBeGreaterThan(1.2);
  });

  it('is nothing at one request per minute, even a total failure', () => {
    const { steps, totalFailure } = plan(1);
    expect(steps.map((step) => step.smallest)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(totalFailure.foundAfter).toBeUndefined();
    // All requests that are sent to it in the steps and in the bake.
    expect(totalFailure.failedRequests).toBeCloseTo(4.5 + 2, 9);
  });

  it('includes the cost of a total failure: one closed minute and its publication', () => {
    expect(plan(6000).totalFailure).toEqual({ foundAfter: 1, failedRequests: 3 * 300 });
  });

  it('includes a total failure that is shown long before its minute is closed', () => {
    const traffic = { requestsPerMinute: 6000, rate: 0.001, dispersion: 1, apart: true };
    const slow = { ...WATCHING, closingMinutes: 16 };
    const [early, late] = [1.5, 16].map((shownMinutes) =>
      power(RAMP, traffic, { ...slow, shownMinutes }),
    );
    expect(early?.totalFailure).toEqual({ foundAfter: 1, failedRequests: 3 * 300 });
    expect(late?.totalFailure.failedRequests).toBeGreaterThan(10 * 300);
    expect(early?.steps).toEqual(late?.steps);
  });

  it('is limited to what is read: a minute is closed some time after its end', () => {
    const traffic = { requestsPerMinute: 6000, rate: 0.001, dispersion: 1, apart: true };
    const steps = [{ weight: 5, minutes: 2 }];
    const seen = (bakeMinutes: number, closingMinutes = 2) =>
      power(steps, traffic, {
        ...WATCHING,
        bakeMinutes,
        closingMinutes,
        shownMinutes: closingMinutes,
      });
    expect(seen(0).totalFailure).toEqual({ foundAfter: undefined, failedRequests: 600 });
    expect(seen(0).steps[0]?.smallest).toBeUndefined();
    // Detection takes a minute, and two more until it is closed; one of the three is in the bake.
    expect(seen(5).totalFailure).toEqual({ foundAfter: 1, failedRequests: 2 * 300 + 6000 });
    expect(seen(5, 16).totalFailure.foundAfter).toBeUndefined();
  });

  it('is less when errors come in clusters', () => {
    const smallest = (dispersion: number) =>
      power(RAMP, { requestsPerMinute: 6000, rate: 0.001, dispersion, apart: true }, WATCHING)
        .steps[3]!.smallest!.ratio;
    expect(smallest(20)).toBeGreaterThan(2 * smallest(1));
  });

  it('includes how long to hold a weight when a step detects nothing', () => {
    const traffic = { requestsPerMinute: 1, rate: 0.001, dispersion: 1, apart: true };
    const minutes = minutesToFind(10, traffic, 1, 0.009)!;
    expect(minutes).toBeGreaterThan(20);
    expect(minutes).toBeLessThan(90);
    const held = power([{ weight: 10, minutes }], traffic, WATCHING);
    expect(held.totalFailure.foundAfter).toBe(minutes);
    expect(minutesToFind(10, traffic, 0.002, 0.009)).toBeUndefined();
    // It takes longer without the bets on successes, which need separate counts of the two sides.
    expect(minutesToFind(10, { ...traffic, apart: false }, 1, 0.009)).toBeGreaterThan(minutes);
  });

  it('is a rate when stable has no errors', () => {
    const { steps } = plan(6000, 0);
    expect(steps[3]!.smallest!.ratio).toBe(Number.POSITIVE_INFINITY);
    expect(steps[3]!.smallest!.rate).toBeLessThan(0.01);
  });
});

describe('the interval of the risk ratio', () => {
  it('contains the ratio, and narrows', () => {
    const at = (n: number) => ratioInterval(repeat(n, 50, [3000, 18], [3000, 6]), 0.01)!;
    for (const n of [2, 10, 50]) {
      expect(at(n).low).toBeLessThan(3);
      expect(at(n).high).toBeGreaterThan(3);
      expect(at(n).estimate).toBeCloseTo(3, 1);
    }
    expect(at(50).high - at(50).low).toBeLessThan(at(10).high - at(10).low);
    expect(at(10).low).toBeGreaterThan(1);
  });

  it('is wider when errors come in clusters', () => {
    const minutes = repeat(10, 50, [3000, 18], [3000, 6]);
    const [one, five] = [ratioInterval(minutes, 0.01, 1)!, ratioInterval(minutes, 0.01, 5)!];
    expect(five.high / five.low).toBeGreaterThan(one.high / one.low);
  });

  it('has no upper bound when stable has no errors, and does not exist without any', () => {
    const interval = ratioInterval(repeat(10, 50, [3000, 18], [3000, 0]), 0.01)!;
    expect(interval.high).toBeCloseTo(1000, 6);
    expect(interval.low).toBeGreaterThan(1);
    expect(ratioInterval(repeat(10, 50, [3000, 0], [3000, 0]), 0.01)).toBeUndefined();
  });
});

describe('numbers as text', () => {
  it('have two significant figures', () => {
    expect([0, 0.00934, 0.12, 0.001, 1].map(formatPercent)).toEqual([
      '0%',
      '0.93%',
      '12%',
      '0.1%',
      '100%',
    ]);
    expect([formatFactor(9.13), formatFactor(Number.POSITIVE_INFINITY)]).toEqual(['×9.1', '×∞']);
    expect(figures(1234.5)).toBe('1235');
  });
});
