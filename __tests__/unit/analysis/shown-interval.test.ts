// The interval that is shown next to a verdict never contradicts it.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Counts, MinuteCounts } from '../../../src/analysis/counts.ts';
import { customMeasure } from '../../../src/analysis/custom-measure.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { DEFAULT_SETTINGS, judge } from '../../../src/analysis/judge.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';
import { findingText } from '../../../src/report/finding-text.ts';
import { standingOf } from '../../../src/report/standing.ts';
import { minute, repeat } from './minutes.ts';

const MEASURES = [
  errorsMeasure(),
  slowMeasure({ quantile: 0.9, milliseconds: 100 }),
  customMeasure('declined', 'higher'),
  customMeasure('orders', 'lower'),
];

const WEIGHTS = [0, 5, 25, 50] as const;
const RATES = [0, 0.005, 0.05, 0.3] as const;

/** A rollout with any traffic and rates, each of which varies up to its double from minute to minute. */
const rollout = fc
  .record({
    perMinute: fc.constantFrom(3, 60, 3000, 30_000),
    rate: fc.constantFrom(...RATES),
    ratio: fc.constantFrom(0.5, 1, 1.1, 2, 10),
    noise: fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(4)), { minLength: 1, maxLength: 25 }),
  })
  .map(({ perMinute, rate, ratio, noise }) =>
    noise.map(([ofCanary, ofStable, moved], i): MinuteCounts => {
      const step = 1 + Math.floor(i / 9);
      const weight = WEIGHTS[step] ?? 50;
      const side = (share: number, risk: number, percent: number): Counts => {
        const requests = Math.round(perMinute * share);
        return { requests, events: Math.round((requests * Math.min(1, risk) * percent) / 100) };
      };
      return {
        minute: i,
        canary: side(weight / 100, Math.max(rate, 0.005) * ratio, ofCanary),
        stable: side(1 - weight / 100, rate, ofStable),
        weight,
        weightBefore: moved === 0 ? (WEIGHTS[step - 1] ?? weight) : weight,
      };
    }),
  );

/** Whether the interval shows harm; `undefined`: none is shown. */
function harmIn({ source, interval }: Finding): boolean | undefined {
  if (!interval) return undefined;
  return isFewer(source) ? interval.high < 1 : interval.low > 1;
}

const isFewer = (source: Finding['source']) =>
  source.kind === 'metric' && source.name === 'orders' && !source.missing;

/** The gate below which a difference is too small for a rollback. */
const isSmall = ({ source, comparison: { ratio } }: Finding) =>
  (isFewer(source) ? 1 / ratio : ratio) < (source.kind === 'errors' ? 1.2 : 1.3);

const agrees = (finding: Finding): boolean =>
  finding.verdict === 'failing'
    ? harmIn(finding) !== false
    : harmIn(finding) !== true || isSmall(finding);

describe('the interval next to a verdict', () => {
  it('excludes 1 if the canary is worse, and does not if that is not decided', () => {
    const shown = { failing: 0, others: 0 };
    fc.assert(
      fc.property(rollout, fc.constantFrom(0.001, 0.01, 0.1), (minutes, falseRollbackRate) => {
        const measured = MEASURES.map((measure) => ({ measure, minutes, before: [] }));
        const settings = { ...DEFAULT_SETTINGS, dispersion: 1, falseRollbackRate };
        const { findings } = judge(measured, settings);
        expect(findings.filter((finding) => !agrees(finding))).toEqual([]);
        for (const { interval, verdict, reading } of findings) {
          if (!interval) continue;
          expect(interval.level).toBeCloseTo(1 - Math.exp(-reading.threshold), 12);
          shown[verdict === 'failing' ? 'failing' : 'others'] += 1;
        }
      }),
      { numRuns: 300 },
    );
    // Otherwise, the property would hold because nothing is shown.
    expect(Math.min(shown.failing, shown.others)).toBeGreaterThan(50);
  });

  it('counts the same minutes as the decision', () => {
    const moved = repeat(4, 50, [3000, 150], [3000, 30]).map((m, i) =>
      i < 2 ? { ...m, weightBefore: 25 } : m,
    );
    const [finding] = judge([{ measure: errorsMeasure(), minutes: moved, before: [] }]).findings;
    expect(finding?.verdict).toBe('failing');
    expect(finding?.interval?.low).toBeGreaterThan(1);
  });

  it('is left out while one bad minute, which is capped, is no verdict yet', () => {
    const one = [minute(0, 5, [300, 250], [5700, 20])];
    const [finding] = judge([{ measure: errorsMeasure(), minutes: one, before: [] }]).findings;
    expect(finding).toMatchObject({ verdict: 'inconclusive', interval: undefined });
  });
});

describe('what was observed', () => {
  it.each([
    [
      'a single failure',
      [5, 1],
      [95, 0],
      'undecided',
      /^canary failed 1 of 5 .*not enough to decide/,
    ],
    ['no failure', [5, 0], [95, 0], 'quiet', /^canary failed 0 of 5 .*no sign of harm, not enough/],
    ['less than on stable', [40, 1], [400, 40], 'quiet', /no sign of harm/],
    ['no request', [0, 0], [95, 0], 'nothing-compared', /no canary requests counted yet/],
  ] as const)('of %s is said to be just that', (_, canary, stable, standing, text) => {
    const minutes = [minute(0, 5, canary, stable)];
    const [finding] = judge([{ measure: errorsMeasure(), minutes, before: [] }]).findings;
    expect(finding && standingOf(finding)).toBe(standing);
    expect(finding && findingText(finding)).toMatch(text);
  });
});
