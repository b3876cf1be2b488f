// Client errors: which side is compared, what is worth a rollback, and what a fall says.

import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../src/analysis/alpha.ts';
import { clientErrorsMeasure } from '../../../src/analysis/client-errors-measure.ts';
import type { Counts, MinuteCounts } from '../../../src/analysis/counts.ts';
import { errorsMeasure, invocationsMeasure } from '../../../src/analysis/errors-measure.ts';
import { find } from '../../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS, judge } from '../../../src/analysis/judge.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';

const MEASURE = clientErrorsMeasure();

/** Minutes of 1,000 requests, half of them on the canary, with these rates. */
function minutes(canary: number, stable: number, count = 20): MinuteCounts[] {
  const side = (rate: number): Counts => ({ requests: 500, events: Math.round(500 * rate) });
  return Array.from({ length: count }, (_, i) => ({
    minute: i + 1,
    canary: side(canary),
    stable: side(stable),
    weight: 50,
    weightBefore: 50,
  }));
}

function found(canary: number, stable: number, usual = stable) {
  const before = Array.from({ length: 60 }, () => ({ requests: 1000, events: 1000 * usual }));
  const settings = { ...DEFAULT_SETTINGS, falseRollbackRate: 0.0018, sound: true };
  const { series, question } = MEASURE.ask({ minutes: minutes(canary, stable), before }, settings);
  return find(series, question).finding;
}

describe('client errors', () => {
  it.each([
    ['3% → 100%', 1, 0.03, 'failing'],
    ['3% → 6%', 0.06, 0.03, 'failing'],
    ['no change', 0.03, 0.03, 'healthy'],
    ['none at all', 0, 0, 'healthy'],
    ['a third more, which is not worth a rollback', 0.16, 0.12, 'inconclusive'],
    ['40% → 52%: more than a fifth of what succeeded', 0.52, 0.4, 'failing'],
    ['70% → 100%: nothing succeeds', 1, 0.7, 'failing'],
    ['5% → 0%', 0, 0.05, 'healthy'],
  ])('%s', (_, canary, stable, verdict) => {
    expect(found(canary, stable).verdict).toBe(verdict);
  });

  it('are compared by the requests without them where those are rarer', () => {
    expect(found(0.72, 0.7)).toMatchObject({ source: { missing: true }, stable: { events: 3000 } });
    expect(found(0.32, 0.3).source).not.toHaveProperty('missing');
  });

  it.each([
    [0, 0.05, true],
    [0.03, 0.05, true],
    [0.3, 0.7, true],
    [0.045, 0.05, undefined],
    [0.05, 0.05, undefined],
    [1, 0.05, undefined],
  ])('%s against %s: a clear fall is told (%s), and never rolls back', (canary, stable, fell) => {
    const finding = found(canary, stable);
    expect(finding.fell).toBe(fell);
    if (fell) expect(finding.verdict).not.toBe('failing');
  });

  it('have a third of the rate on a stage, next to errors, functions and latency', () => {
    const slow = [0.9, 0.99].map((quantile) => slowMeasure({ quantile, milliseconds: 500 }));
    const split = splitAlpha(0.01, [
      errorsMeasure(),
      invocationsMeasure('orders'),
      MEASURE,
      ...slow,
    ]);
    expect(split.of(MEASURE)).toBeCloseTo((0.009 * 2) / 6, 10);
    expect(split.of(errorsMeasure())).toBeCloseTo((0.009 * 2) / 6, 10);
  });
});

describe('a judge that does not compare errors', () => {
  const errors = { measure: errorsMeasure(), minutes: minutes(0.2, 0.01), before: [] };
  const clients = { measure: MEASURE, minutes: minutes(0.03, 0.03), before: [] };

  it('finds none, but still compares the rest, with all of the rate', () => {
    const { verdict, findings } = judge([errors, clients], {
      ...DEFAULT_SETTINGS,
      errors: 'counted',
    });
    expect(findings.map(({ source }) => source.kind)).toEqual(['client-errors']);
    expect(findings[0]?.reading.threshold).toBeCloseTo(-Math.log(0.009), 10);
    expect(verdict).not.toBe('failing');
  });

  it('as opposed to one that does', () => {
    expect(judge([errors, clients], DEFAULT_SETTINGS).verdict).toBe('failing');
  });
});
