import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HIGHEST_WEIGHT } from '../../src/analysis/steps.ts';
import {
  automaticSteps,
  foresee as foreseeWith,
  type Outlook,
} from '../../src/rollout/foresight.ts';
import type { Plan } from '../../src/rollout/plan.ts';
import { PLAN } from './rollout-fixture.ts';

const WATCHED = {
  dispersion: 1,
  apart: true,
  falseRollbackRate: 0.0045,
  closingSeconds: 120,
} as const;
const foresee = (plan: Plan, daily: Outlook['daily'], more: Partial<Outlook> = {}) =>
  foreseeWith(plan, { daily, ...WATCHED, ...more });
const busy = { requestsPerMinute: 5_000, errorRate: 0.002 };
const quiet = { requestsPerMinute: 0.5, errorRate: 0 };

/** The error rates, in per cent, that the sentences promise to find. */
const found = (says: readonly string[]) =>
  says.flatMap((text) => /error rate of ([\d.]+)%/.exec(text)?.[1] ?? []).map(Number);

describe('what a plan will be able to see', () => {
  it('is said of each step, and of a version that fails everything', () => {
    const { says, warnings } = foresee(PLAN, busy);
    expect(says).toHaveLength(PLAN.steps.length + 1);
    expect(says[0]).toMatch(
      /^step 1 \(5%, 5 min\): about 1,250 canary requests; finds an error rate of [\d.]+% or more \(stable: 0\.2%\), within \d+ min of the start$/,
    );
    expect(says[1]).toMatch(/^step 2 \(50%, 10 min\): about 25,000 canary requests; finds /);
    expect(says[2]).toMatch(
      /^a version that fails every request is found within \d+ min, after about [\d,.]+ failed requests$/,
    );
    expect(warnings).toEqual([]);
  });

  it('is worse with less traffic, never better', () => {
    const traffic = fc.integer({ min: 50, max: 50_000 });
    fc.assert(
      fc.property(traffic, fc.integer({ min: 2, max: 10 }), (requestsPerMinute, times) => {
        const less = found(foresee(PLAN, { requestsPerMinute, errorRate: 0.002 }).says);
        const more = found(
          foresee(PLAN, { requestsPerMinute: requestsPerMinute * times, errorRate: 0.002 }).says,
        );
        expect(more.length).toBeGreaterThanOrEqual(less.length);
        const [last, lastOfMore] = [less.at(-1), more.at(-1)];
        if (last !== undefined) expect(lastOfMore).toBeLessThanOrEqual(last);
      }),
      { numRuns: 30 },
    );
  });

  it('is too little where there is hardly any traffic, with the way out', () => {
    const { says, warnings } = foresee(PLAN, quiet);
    expect(says[0]).toContain('not even a total failure would be sure to show');
    expect(warnings).toEqual([
      expect.stringMatching(
        /steps cannot see even a total failure; what can: a step of 5% that is held for \d+ min, steps: auto/,
      ),
    ]);
  });

  it('is later where counts are closed later, and nothing where they are never read', () => {
    const minutes = (closingSeconds: number) =>
      Number(
        /is found within (\d+) min/.exec(
          foresee(PLAN, busy, { closingSeconds }).says[2] ?? '',
        )?.[1],
      );
    expect(minutes(120)).toBe(2 + 2 + 2);
    expect(minutes(300)).toBe(2 + 5 + 2);
    const short = { ...PLAN, steps: [{ weight: 10, holdSeconds: 60 }], bakeSeconds: 0 };
    expect(foresee(short, busy).warnings).toEqual([
      expect.stringContaining('a bake-time of 2m, for no minute is read sooner after it is over'),
    ]);
  });

  it('is unknown where nothing was counted', () => {
    const { says, warnings } = foresee(PLAN, undefined);
    expect(says).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('counted no request in the last day')]);
  });

  it('is nothing where there is no split', () => {
    expect(foresee({ ...PLAN, steps: [] }, busy)).toEqual({ says: [], warnings: [] });
  });

  it('ends where stable has too little traffic left to compare with', () => {
    const steps = [{ weight: 99, holdSeconds: 600 }];
    const [warning] = foresee({ ...PLAN, steps }, busy).warnings;
    expect(warning).toBe(
      `a step of 99% leaves too little stable traffic to compare with; at most ${HIGHEST_WEIGHT}% can be judged`,
    );
  });
});

describe('automatic steps', () => {
  it('rise, and can be judged, at any traffic', () => {
    const pace = fc.constantFrom('time' as const, 'evidence' as const);
    const rate = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(rate, pace, (requestsPerMinute, given) => {
        const steps = automaticSteps({ requestsPerMinute, errorRate: 0 }, given);
        expect(steps.length).toBeGreaterThan(0);
        for (const [i, { weight, holdSeconds }] of steps.entries()) {
          expect(weight).toBeGreaterThan(steps[i - 1]?.weight ?? 0);
          expect(weight).toBeLessThanOrEqual(HIGHEST_WEIGHT);
          expect(weight).toBeCloseTo(Number(weight.toFixed(2)), 9);
          expect(holdSeconds).toBe(300);
        }
      }),
    );
    expect(automaticSteps(undefined, 'time').length).toBeGreaterThan(0);
  });

  it('begin lower where there is more traffic', () => {
    const first = (requestsPerMinute: number) =>
      automaticSteps({ requestsPerMinute, errorRate: 0 }, 'time')[0]?.weight ?? 0;
    expect(first(100_000)).toBeLessThan(first(10));
  });
});
