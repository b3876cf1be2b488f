// Probes as a measure: what decides, how soon, and how rarely by chance.

import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../src/analysis/alpha.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { type Finding, find } from '../../../src/analysis/finding.ts';
import {
  isWorthless,
  probeMinute,
  probesMeasure,
  withoutWorthless,
} from '../../../src/analysis/probes-measure.ts';
import { forecastProbes, probeForecastText } from '../../../src/rollout/probe-forecast.ts';

const PROBES = probesMeasure();
const ALPHA = splitAlpha(0.01, [errorsMeasure(), PROBES]).of(PROBES);

/** Failed probes of both versions, of ten in each minute. */
function judged(failed: readonly (readonly [canary: number, stable: number])[]): Finding {
  const minutes = failed.map(([canary, stable], i) =>
    probeMinute(i, { requests: 10, events: canary }, { requests: 10, events: stable }),
  );
  const context = {
    ...{
      falseRollbackRate: ALPHA,
      dispersion: 'auto' as const,
      warmUpSeconds: 60,
      nextWeight: 100,
    },
    sound: false,
  };
  const { series, question } = PROBES.ask({ minutes, before: [] }, context);
  return find(series, question).finding;
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

describe('Probes', () => {
  it('have a share of the rate of their own', () => {
    const errors = splitAlpha(0.01, [errorsMeasure(), PROBES]).of(errorsMeasure());
    expect(errors).toBeCloseTo(0.0045);
    expect(ALPHA).toBeCloseTo(0.0045);
  });

  it('fail a version that fails all of them, in two minutes', () => {
    expect(judged(times(2, [10, 0])).verdict).toBe('failing');
  });

  it('approve of a version that fails none of them, in minutes', () => {
    expect(judged(times(2, [0, 0])).verdict).toBe('inconclusive');
    expect(judged(times(5, [0, 0])).verdict).toBe('healthy');
  });

  it('blame no version for what happens to both', () => {
    expect(judged([...times(5, [0, 0] as const), ...times(5, [10, 10] as const)]).verdict).not.toBe(
      'failing',
    );
  });

  it('approve of nothing if the current version fails them', () => {
    const finding = judged(times(30, [0, 10]));
    expect(finding.verdict).toBe('healthy');
    expect(isWorthless(finding)).toBe(true);
    expect(withoutWorthless([finding])[0]?.verdict).toBe('inconclusive');
    // It is still one finding with its numbers.
    expect(withoutWorthless([finding])[0]?.canary).toEqual({ requests: 300, events: 0 });
  });

  it('roll back versions that are not worse in less than their share of releases', () => {
    let state = 7;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const draw = (rate: number) => times(10, 0).filter(() => random() < rate).length;
    const releases = 400;
    const wrong = times(releases, 0).filter((_, i) => {
      const rate = [0.02, 0.2, 0.5][i % 3] ?? 0;
      const course = times(25, 0).map(() => [draw(rate), draw(rate)] as const);
      return judged(course).reading.failing;
    }).length;
    expect(wrong / releases).toBeLessThanOrEqual(0.01);
  });
});

describe('What probes will detect', () => {
  const INPUT = { perMinute: 10, falseRollbackRate: ALPHA, dispersion: 1, splitSeconds: 1500 };

  it('is said before', () => {
    const forecast = forecastProbes(INPUT);
    expect(forecast).toMatchObject({ total: 1, cleared: 4 });
    expect(forecast.smallest).toBeLessThan(0.2);
    expect(probeForecastText(forecast)).toMatch(
      /^probe: a version that fails every probe is detected within 2 min of the start; by the end, one that fails \d+% of them or more; one that fails none is approved of after 5 min$/,
    );
  });

  it('may be nothing', () => {
    const forecast = forecastProbes({ ...INPUT, perMinute: 1, splitSeconds: 120 });
    expect(forecast).toEqual({ total: undefined, smallest: undefined, cleared: undefined });
    expect(probeForecastText(forecast)).toContain('raise the rate, or extend the steps');
  });
});
