import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HIGHEST_WEIGHT } from '../../../src/analysis/auto-steps.ts';
import { readingSeconds } from '../../../src/rollout/bake.ts';
import {
  automaticSteps,
  type ForecastInput,
  forecast as foreseeWith,
  shortBake,
} from '../../../src/rollout/forecast.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import { PLAN } from './rollout-fixture.ts';

const WATCHED = {
  dispersion: 1,
  apart: true,
  falseRollbackRate: 0.0045,
  closingSeconds: 120,
  shownSeconds: 90,
  longestAnswerSeconds: 29,
  decides: true,
} as const;
const foresee = (plan: Plan, daily: ForecastInput['daily'], more: Partial<ForecastInput> = {}) =>
  foreseeWith(plan, { daily, ...WATCHED, ...more });
const busy = { requestsPerMinute: 5_000, errorRate: 0.002 };
const quiet = { requestsPerMinute: 0.5, errorRate: 0 };

/** The error rates, in %, that the sentences promise to detect. */
const found = (notes: readonly string[]) =>
  notes.flatMap((text) => /error rate of ([\d.]+)%/.exec(text)?.[1] ?? []).map(Number);

describe('the forecast of a plan', () => {
  it('covers each step, and a version that fails every request', () => {
    const { notes, warnings } = foresee(PLAN, busy);
    expect(notes).toHaveLength(PLAN.steps.length + 1);
    expect(notes[0]).toMatch(
      /^step 1 \(5%, 5 min\): about 1,250 canary requests; detects an error rate of [\d.]+% or more \(stable: 0\.2%\), within \d+ min of the start$/,
    );
    expect(notes[1]).toMatch(/^step 2 \(50%, 10 min\): about 25,000 canary requests; detects /);
    expect(notes[2]).toMatch(
      /^a version that fails every request is detected within \d+ min, after about [\d,.]+ failed requests$/,
    );
    expect(warnings).toEqual([]);
  });

  it('says when failures are shown that take until a long timeout', () => {
    const slow = { closingSeconds: 990, longestAnswerSeconds: 900 };
    expect(foresee(PLAN, busy).notes[2]).toMatch(/within 4 min, after about 750 failed requests$/);
    expect(foresee(PLAN, busy, slow).notes[2]).toMatch(
      /within 4 min, after about 750 failed requests; within 19 min if its requests fail only at the timeout of 15m$/,
    );
  });

  it('is in plain words at little traffic, and of one step', () => {
    const { notes, warnings } = foresee(PLAN, { requestsPerMinute: 1, errorRate: 0 });
    expect(notes[0]).toMatch(/^step 1 \(5%, 5 min\): less than one canary request; even a total/);
    expect(warnings[0]).toMatch(/^at 1 request per minute, none of the 2 steps can detect even a /);
    const one = foresee({ ...PLAN, steps: PLAN.steps.slice(0, 1) }, quiet);
    expect(one.warnings[0]).toMatch(/^at 0\.5 requests per minute, the only step cannot detect /);
  });

  it('is worse with less traffic, never better', () => {
    const traffic = fc.integer({ min: 50, max: 50_000 });
    fc.assert(
      fc.property(traffic, fc.integer({ min: 2, max: 10 }), (requestsPerMinute, times) => {
        const less = found(foresee(PLAN, { requestsPerMinute, errorRate: 0.002 }).notes);
        const more = found(
          foresee(PLAN, { requestsPerMinute: requestsPerMinute * times, errorRate: 0.002 }).notes,
        );
        expect(more.length).toBeGreaterThanOrEqual(less.length);
        const [last, lastOfMore] = [less.at(-1), more.at(-1)];
        if (last !== undefined) expect(lastOfMore).toBeLessThanOrEqual(last);
      }),
      { numRuns: 30 },
    );
  });

  it('warns about too little traffic, and proposes a solution', () => {
    const { notes, warnings } = foresee(PLAN, quiet);
    expect(notes[0]).toContain('even a total failure might not be detected');
    expect(warnings).toEqual([
      expect.stringMatching(
        /steps can(?:not)? detect even a total failure; alternatives: a step of 5% that is held for \d+ min, steps: auto/,
      ),
    ]);
  });

  it('is later if counts are closed later, and empty if they are never read', () => {
    const minutes = (closingSeconds: number) =>
      Number(
        /is detected within (\d+) min/.exec(
          foresee(PLAN, busy, { closingSeconds, shownSeconds: closingSeconds }).notes[2] ?? '',
        )?.[1],
      );
    expect(minutes(120)).toBe(1 + 2 + 2);
    expect(minutes(300)).toBe(1 + 5 + 2);
    const short = { ...PLAN, steps: [{ weight: 10, holdSeconds: 60 }], bakeSeconds: 0 };
    expect(foresee(short, busy).warnings).toEqual([
      expect.stringContaining('a bake-time of 2m, because a minute cannot be read sooner'),
    ]);
  });

  it('is better if the bake is read to its end, because then all of the steps is read', () => {
    const short = { ...PLAN, steps: [{ weight: 50, holdSeconds: 180 }], bakeSeconds: 60 };
    const read = { ...short, readSeconds: readingSeconds(300) };
    const slow = { closingSeconds: 300 };
    expect(foresee(short, busy, slow).notes.join()).toContain('even a total failure');
    expect(found(foresee(read, busy, slow).notes)).toHaveLength(1);
    expect(foresee(read, busy, slow).warnings).toEqual([]);
  });

  describe('of a plan whose steps are over before a minute is closed', () => {
    const steps = [{ weight: 50, holdSeconds: 360 }];
    const slow = { closingSeconds: 990, longestAnswerSeconds: 900 };
    const notes =
      'no minute can be compared before the promotion: the steps end after 10m at the latest. A response may take 15m, so a minute’s counts are read 16m30s after its end. ';

    it('is empty, whatever the traffic was', () => {
      for (const daily of [undefined, quiet, busy]) {
        expect(foresee({ ...PLAN, steps }, daily, slow).warnings[0]).toBe(
          `${notes}The release is then inconclusive, and on-inconclusive applies. Extend the steps to 19m in total, or shorten the timeout`,
        );
      }
      const observed = foresee({ ...PLAN, steps }, busy, { ...slow, decides: false });
      expect(observed.warnings[0]).toContain(`${notes}Nothing is compared in that case. `);
    });

    it('does not apply to a plan held for the proposed time', () => {
      const held = [{ weight: 50, holdSeconds: 19 * 60 }];
      expect(foresee({ ...PLAN, steps: held }, undefined, slow).warnings).toHaveLength(1);
      expect(foresee({ ...PLAN, steps: held }, busy, slow).warnings).toEqual([]);
    });

    it('is also empty if the steps may not be extended', () => {
      const advance = { kind: 'time', maxSeconds: 120 } as const;
      const plan = { ...PLAN, advance, steps: [{ weight: 50, holdSeconds: 120 }] };
      expect(foresee(plan, undefined).warnings[0]).toContain('end after 2m at the latest');
    });
  });

  it('warns about a bake of less than two minutes', () => {
    const bake = (bakeSeconds: number) => shortBake({ ...PLAN, bakeSeconds, readSeconds: 240 });
    expect(bake(119)).toEqual([expect.stringContaining('is too short to compare a minute')]);
    expect(bake(120)).toEqual([]);
    expect(shortBake({ ...PLAN, bakeSeconds: 30 })).toEqual([]);
  });

  it('is unknown if nothing was counted', () => {
    const { notes, warnings } = foresee(PLAN, undefined);
    expect(notes).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('counted no requests in the last day')]);
  });

  it('is empty without a split', () => {
    expect(foresee({ ...PLAN, steps: [] }, busy)).toEqual({ notes: [], warnings: [] });
  });

  it('warns when stable has too little traffic left to compare with', () => {
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

  it('begin lower with more traffic', () => {
    const first = (requestsPerMinute: number) =>
      automaticSteps({ requestsPerMinute, errorRate: 0 }, 'time')[0]?.weight ?? 0;
    expect(first(100_000)).toBeLessThan(first(10));
  });
});
