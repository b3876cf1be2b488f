// Errors of single functions: which one is named, and what of many is worth showing.

import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../src/analysis/alpha.ts';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { errorsMeasure, invocationsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS, judge } from '../../../src/analysis/judge.ts';
import { worthShowing } from '../../../src/analysis/parts.ts';

/** Twenty minutes of 500 requests on each version, with these numbers of failures. */
function minutes(canary: number, stable: number, requests = 500, count = 20): MinuteCounts[] {
  return Array.from({ length: count }, (_, i) => ({
    minute: i + 1,
    canary: { requests, events: canary },
    stable: { requests, events: stable },
    weight: 50,
    weightBefore: 50,
  }));
}

/** The findings where each function has these failures a minute on the canary, and one on stable. */
function findingsOf(failures: readonly number[], count = 20, arrived = count): readonly Finding[] {
  const total = failures.reduce((sum, each) => sum + each, 0);
  const size = failures.length;
  return judge(
    [
      {
        measure: errorsMeasure(),
        minutes: minutes(total, size, 500 * size, count),
        before: [],
      },
      ...failures.map((each, i) => ({
        measure: invocationsMeasure(`fn${i + 1}`, 2),
        minutes: minutes(each, 1, 500, arrived),
        before: [],
      })),
    ],
    DEFAULT_SETTINGS,
  ).findings;
}

const FN2 = { kind: 'function', name: 'fn2' } as const;

describe('one bad function', () => {
  it('is named with the errors of all, and fails by itself', () => {
    const [all, , second, third] = findingsOf([1, 40, 1, 1]);
    expect(all).toMatchObject({ verdict: 'failing', mostly: [FN2] });
    expect(second).toMatchObject({ verdict: 'failing', source: { kind: 'errors', scope: FN2 } });
    expect(third?.verdict).not.toBe('failing');
  });

  it('is named before it has enough evidence of its own', () => {
    // The counts of single functions arrive later than the sum.
    const failures = Array.from({ length: 20 }, (_, i) => (i === 1 ? 400 : 1));
    const [all, , second] = findingsOf(failures, 3, 2);
    expect(all).toMatchObject({ verdict: 'failing', mostly: [FN2] });
    expect(second?.verdict).not.toBe('failing');
  });

  it.each([400, 40, 20])(
    'fails by itself in as many minutes as alone, with %s failures in each',
    (each) => {
      const [, , second] = findingsOf(
        Array.from({ length: 20 }, (_, i) => (i === 1 ? each : 1)),
        3,
      );
      const [alone] = findingsOf([each], 3);
      expect(alone?.verdict).toBe('failing');
      expect(second?.verdict).toBe('failing');
    },
  );

  it('does not fail by one minute alone, however bad it is', () => {
    const calm = Array.from({ length: 20 }, () => minutes(1, 1, 500, 5));
    const bad = calm[1]!.map((one) =>
      one.minute === 3 ? { ...one, canary: { requests: 500, events: 250 } } : one,
    );
    const all = minutes(20, 20, 10_000, 5).map((one) =>
      one.minute === 3 ? { ...one, canary: { requests: 10_000, events: 269 } } : one,
    );
    const { findings } = judge(
      [
        { measure: errorsMeasure(), minutes: all, before: [] },
        ...calm.map((each, i) => ({
          measure: invocationsMeasure(`fn${i + 1}`, 2),
          minutes: i === 1 ? bad : each,
          before: [],
        })),
      ],
      DEFAULT_SETTINGS,
    );
    expect(findings.map(({ verdict }) => verdict)).not.toContain('failing');
  });

  it('is none where all are equally bad', () => {
    const [all] = findingsOf([10, 10, 10, 10]);
    expect(all?.verdict).toBe('failing');
    expect(all).not.toHaveProperty('mostly');
  });
});

describe('the functions of a release', () => {
  it('share the rate of one kind', () => {
    const functions = Array.from({ length: 20 }, (_, i) => invocationsMeasure(`fn${i}`));
    const split = splitAlpha(0.01, [errorsMeasure(), ...functions]);
    expect(20 * split.of(functions[0] ?? errorsMeasure())).toBeCloseTo(0.003, 10);
    expect(split.of(errorsMeasure())).toBeCloseTo(0.006, 10);
  });

  it('are all shown if they are few, and otherwise those that say something', () => {
    expect(worthShowing(findingsOf([1, 40, 1]))).toHaveLength(4);
    const shown = worthShowing(findingsOf([1, 40, 1, 1, 1, 1]));
    expect(shown.map(({ source }) => source)).toEqual([
      { kind: 'errors' },
      { kind: 'errors', scope: FN2 },
    ]);
  });

  it('are shown up to a number, the worst ones first', () => {
    const failures = Array.from({ length: 30 }, (_, i) => 10 + i);
    const shown = worthShowing(findingsOf(failures));
    expect(shown).toHaveLength(11);
    expect(shown[1]?.source).toMatchObject({ scope: { name: 'fn30' } });
  });
});

describe('Minutes that are still arriving', () => {
  it('name the bad function as soon as all of them decide', () => {
    const open = (canary: number, stable: number, requests: number) =>
      minutes(canary, stable, requests, 3);
    const functions = Array.from({ length: 10 }, (_, i) => ({
      measure: invocationsMeasure(`fn${i + 1}`, 2),
      minutes: [],
      open: open(i === 1 ? 4 : 0, 0, 500),
      before: [],
    }));
    const all = { measure: errorsMeasure(), minutes: [], open: open(4, 0, 5000), before: [] };
    const [whole, ...parts] = judge([all, ...functions], DEFAULT_SETTINGS).findings;
    // Each function shares its part of the rate with nine others, so none has failed yet.
    expect(parts.map(({ verdict }) => verdict)).not.toContain('failing');
    expect(whole).toMatchObject({
      verdict: 'failing',
      decidedFrom: { minutes: 3, arriving: 3 },
      mostly: [{ kind: 'function', name: 'fn2' }],
    });
  });
});
