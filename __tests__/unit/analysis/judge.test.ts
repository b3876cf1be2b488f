import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../src/analysis/alpha.ts';
import { lastClosedMinute } from '../../../src/analysis/closed.ts';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { customMeasure } from '../../../src/analysis/custom-measure.ts';
import { dispersionOf, peakRate } from '../../../src/analysis/dispersion.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { isMade } from '../../../src/analysis/finding.ts';
import { guardrailLimit } from '../../../src/analysis/guardrail.ts';
import {
  DEFAULT_SETTINGS,
  judge,
  type MeasuredSeries,
  requestsAtWeight,
} from '../../../src/analysis/judge.ts';
import { SPARSE_PROFILE } from '../../../src/analysis/profile.ts';
import { evidencePath } from '../../../src/analysis/sequential-test.ts';
import { orient } from '../../../src/analysis/series.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';
import { sourceText } from '../../../src/report/evidence-text.ts';
import { findingText } from '../../../src/report/finding-text.ts';
import { minute, repeat } from './minutes.ts';

const HOUR = Array.from({ length: 60 }, () => ({ requests: 6000, events: 6 }));

function errorsOnly(minutes: readonly MinuteCounts[]): readonly MeasuredSeries[] {
  return [{ measure: errorsMeasure(), minutes, before: HOUR }];
}

describe('the judge', () => {
  it('is inconclusive without traffic', () => {
    const judgement = judge(errorsOnly([]));
    expect(judgement.verdict).toBe('inconclusive');
    expect(findingText(judgement.findings[0]!)).toBe('errors: no canary requests counted yet');
  });

  it('fails a bad canary, and describes how bad it is', () => {
    const { verdict, findings } = judge(errorsOnly(repeat(4, 5, [300, 3], [5700, 6])));
    expect(verdict).toBe('failing');
    expect(findings[0]).toMatchObject({
      source: { kind: 'errors' },
      verdict: 'failing',
      failingSince: 1,
    });
    expect(findingText(findings[0]!)).toMatch(
      /^errors 1% on the canary vs 0\.11% on stable \(×9\.5, 99\.1% interval \d.*–\d.*\)$/,
    );
  });

  it('states what was observed as long as it is not enough', () => {
    const shifted = minute(0, 50, [3000, 150], [3000, 30], 0);
    expect(findingText(judge(errorsOnly([shifted])).findings[0]!)).toBe(
      'canary failed 150 of 3,000 requests (5%), stable 30 of 3,000 (1%): not enough to decide',
    );
  });

  it('calls a good canary healthy only after enough requests', () => {
    const good = repeat(10, 50, [3000, 3], [3000, 3]);
    expect(judge(errorsOnly(good)).verdict).toBe('healthy');
    expect(judge(errorsOnly(repeat(10, 50, [3, 0], [3, 0]))).verdict).toBe('inconclusive');
  });

  it('needs less evidence to go from 1% to 7% than to promote', () => {
    const seen = errorsOnly(repeat(2, 1, [60, 0], [5940, 6]));
    expect(judge(seen, { ...DEFAULT_SETTINGS, nextWeight: 7 }).verdict).toBe('healthy');
    expect(judge(seen, { ...DEFAULT_SETTINGS, nextWeight: 100 }).verdict).toBe('inconclusive');
  });

  it('holds the weight, and does not roll back, when both sides get worse', () => {
    const both = judge(errorsOnly(repeat(5, 50, [3000, 300], [3000, 300])));
    expect(both.verdict).not.toBe('failing');
    expect(both.bothBad).toMatchObject({ canaryRate: 0.1, stableRate: 0.1, rateBefore: 0.001 });
    expect(judge(errorsOnly(repeat(5, 50, [3000, 300], [3000, 3]))).bothBad).toBeUndefined();
  });

  it('reports routing that differs from the configuration, without a verdict', () => {
    const half = judge(errorsOnly(repeat(10, 10, [300, 0], [5700, 6])));
    expect(half.routing?.realised).toBeCloseTo(0.05, 9);
    expect(half.routing?.configured).toBeCloseTo(0.1, 9);
    expect(half.verdict).not.toBe('failing');
    expect(judge(errorsOnly(repeat(10, 5, [300, 0], [5700, 6]))).routing).toBeUndefined();
  });

  it('does not report routing that one of two possible ways of counting explains', () => {
    // The stage's series also counts the canary's requests: half of them are 3,000 of 6,000.
    const counted = repeat(10, 50, [3000, 3], [6000, 6]);
    const routing = (apart: boolean, minutes = counted) =>
      judge(errorsOnly(minutes), { ...DEFAULT_SETTINGS, apart }).routing;
    expect(routing(true)?.realised).toBeCloseTo(1 / 3, 9);
    expect(routing(false)).toBeUndefined();
    expect(routing(false, repeat(10, 50, [3000, 3], [3000, 6]))).toBeUndefined();
    expect(routing(false, repeat(10, 50, [600, 3], [6000, 6]))?.realised).toBeCloseTo(0.1, 9);
  });

  it('drops the bets that rely on the weight once routing differs from it', () => {
    const sparse = repeat(60, 50, [2, 0], [18, 0]);
    const trusting = evidencePath(sparse, SPARSE_PROFILE).at(-1);
    const judgement = judge(errorsOnly(sparse));
    expect(judgement.routing).toBeDefined();
    expect(trusting).toBeGreaterThan(5);
    expect(judgement.findings[0]?.reading.nats).toBeCloseTo(0, 9);
  });

  it('uses the guardrail only when the canary has all of the traffic', () => {
    const alone = repeat(3, 100, [6000, 1500], [0, 0]);
    expect(judge(errorsOnly(alone)).findings.at(-1)).toMatchObject({
      source: { kind: 'guardrail' },
      verdict: 'failing',
    });
    const lull = judge(errorsOnly(repeat(3, 95, [6000, 1500], [0, 0])));
    expect(lull.findings.map((f) => f.source.kind)).toEqual(['errors']);
  });

  it.each([0, 0.2, 0.95, 1])(
    'has no guardrail, and no opinion, where a third of the requests failed before (%p)',
    (rate) => {
      const alone = repeat(10, 100, [6000, 6000 * rate], [0, 0]);
      const before = Array.from({ length: 60 }, () => ({ requests: 600, events: 200 }));
      const found = judge([{ ...errorsOnly(alone)[0]!, before }]).findings.at(-1)!;
      expect(found).toMatchObject({
        source: { kind: 'guardrail', limit: 1 },
        verdict: 'inconclusive',
      });
      expect(isMade(found)).toBe(false);
    },
  );

  it.each([
    [0, 0.1],
    [20, 0.1],
    [36, 0.18],
    [190, 0.9],
    [199, 0.9],
    [200, 1],
    [600, 1],
  ])('sets its limit by the peak of the hour before: %p of 600 failed', (events, limit) => {
    const before = Array.from({ length: 60 }, () => ({ requests: 600, events }));
    expect(guardrailLimit(before)).toBeCloseTo(limit);
  });

  it('limits the errors that are not counted by version, without taking that for a comparison', () => {
    const compared = repeat(5, 50, [300, 0], [300, 0]);
    const withErrors = (events: number, weight = 50) =>
      judge(errorsOnly(compared), {
        ...DEFAULT_SETTINGS,
        unattributed: repeat(5, weight, [600, events], [0, 0]),
      });
    const found = withErrors(150).findings.at(-1);
    expect(found).toMatchObject({
      source: { kind: 'guardrail', of: 'all-traffic' },
      verdict: 'failing',
    });
    expect(found && isMade(found)).toBe(false);
    expect(withErrors(30).findings.at(-1)?.verdict).toBe('healthy');
    expect(withErrors(150, 100).findings.map(({ source }) => source.kind)).toEqual(['errors']);
  });

  it('finds slow requests with the same test, after the warm-up', () => {
    const slow = (canary: number) => ({
      measure: slowMeasure({ quantile: 0.9, milliseconds: 480 }),
      before: HOUR,
      minutes: [
        minute(0, 5, [300, 250], [5700, 570], 0),
        ...repeat(5, 5, [300, canary], [5700, 570], 1),
      ],
    });
    const errors = errorsOnly(repeat(6, 5, [300, 0], [5700, 6]));
    const late = judge([...errors, slow(90)]);
    expect(late.verdict).toBe('failing');
    expect(late.findings[1]).toMatchObject({
      source: { kind: 'latency', percentile: 90 },
      verdict: 'failing',
    });
    expect(findingText(late.findings[1]!)).toContain('requests above 480 ms 30% on the canary');
    expect(judge([...errors, slow(30)]).findings[1]?.verdict).not.toBe('failing');
  });

  it('judges a metric of which fewer is worse by its rarer outcome', () => {
    const errors = errorsOnly(repeat(10, 50, [3000, 3], [3000, 3]));
    const orders = (canary: number, stable: number, before = 0) => ({
      measure: customMeasure('orders', 'lower'),
      minutes: repeat(10, 50, [3000, canary], [3000, stable]),
      before: before > 0 ? [{ requests: 6000, events: before }] : [],
    });
    const found = (...given: Parameters<typeof orders>) =>
      judge([...errors, orders(...given)]).findings[1];

    expect(found(30, 60)?.verdict).toBe('failing');
    expect(findingText(found(30, 60)!)).toMatch(
      /^orders 1% on the canary vs 2% on stable \(×0\.50, 99\.7% interval 0\.37–0\.67\)$/,
    );
    // The plot and the cost count the bad events.
    const [, path] = judge([...errors, orders(30, 60)]).paths;
    expect(path?.points[0]?.canary).toEqual({ requests: 3000, events: 2970 });
    expect(found(60, 60)?.verdict).toBe('healthy');
    expect(found(90, 60)?.verdict).toBe('healthy');
    // 90% instead of 95%: twice as many requests without one, and that is the rarer outcome.
    expect(found(2700, 2850)?.verdict).toBe('failing');
    expect(findingText(found(2700, 2850)!)).toMatch(/^without orders 10% on the canary vs 5% /);
    expect(found(2850, 2850)?.verdict).toBe('healthy');
  });

  it('judges a measure of one route in addition to all errors, and names it', () => {
    const route = { kind: 'route', method: 'POST', resource: '/orders' } as const;
    const broken = {
      measure: errorsMeasure(route),
      minutes: repeat(6, 5, [6, 6], [114, 0]),
      before: [],
    };
    const { verdict, findings } = judge([
      ...errorsOnly(repeat(6, 5, [3000, 36], [57_000, 570])),
      broken,
    ]);
    expect(verdict).toBe('failing');
    expect(findings.map((f) => [sourceText(f.source), f.verdict])).toEqual([
      ['errors', 'healthy'],
      ['errors of POST /orders', 'failing'],
    ]);
  });

  it('determines the rarer outcome from the hour before, or else from the first minute of both sides', () => {
    const series = (before: number, minutes: number) =>
      orient({
        worse: 'lower',
        minutes: repeat(1, 50, [0, 0], [0, 0]).concat(repeat(1, 50, [10, 0], [10, minutes])),
        before: before < 0 ? [] : [{ requests: 10, events: before }],
      });
    expect(series(9, 0)).toMatchObject({ worse: 'more', missing: true });
    expect(series(1, 10)).toMatchObject({ worse: 'fewer', missing: false });
    expect(series(-1, 9)).toMatchObject({ worse: 'fewer' });
    expect(series(-1, 11)).toMatchObject({ worse: 'more' });
    expect(series(9, 0).series.minutes[1]?.canary).toEqual({ requests: 10, events: 10 });
  });

  it('gives the same result at every check', () => {
    const minutes = repeat(10, 5, [300, 3], [5700, 6]);
    const [once, twice] = [judge(errorsOnly(minutes)), judge(errorsOnly(minutes))];
    expect(once).toEqual(twice);
    const first = judge(errorsOnly(minutes.slice(0, 5))).findings[0]?.failingSince;
    expect(once.findings[0]?.failingSince).toBe(first);
  });
});

describe('a slow canary whose successes are not published yet', () => {
  const whole = repeat(9, 50, [30_000, 60], [30_000, 60]);
  // Half of the canary's successes of the last minutes are not published yet; all of its errors are.
  const partial = whole.map((m, i) =>
    i < 5
      ? m
      : {
          ...m,
          canary: { requests: 15_060, events: 60 },
          stable: { requests: 30_000, events: 60 },
        },
  );

  it('does not look like a bad one, because its requests are known by its weight', () => {
    expect(judge(errorsOnly(partial)).verdict).not.toBe('failing');
    const unknown = partial.map((m) => {
      const weight = (100 * m.canary.requests) / (m.canary.requests + m.stable.requests);
      return { ...m, weight, weightBefore: weight };
    });
    expect(judge(errorsOnly(unknown)).verdict).toBe('failing');
  });

  it('closes a minute two minutes after its end, or later for slow integrations', () => {
    expect(lastClosedMinute(60 * 10 + 120, 29)).toBe(9);
    expect(lastClosedMinute(60 * 10 + 119, 29)).toBe(8);
    expect(lastClosedMinute(60 * 10 + 120, 900)).toBe(-6);
  });
});

describe('the hour before the rollout', () => {
  it('shows no clusters in independent errors or in too few', () => {
    expect(dispersionOf(HOUR)).toBe(1);
    expect(dispersionOf([{ requests: 10, events: 9 }])).toBe(1);
    expect(dispersionOf([])).toBe(1);
  });

  it('shows clusters of twenty', () => {
    const burst = Array.from({ length: 60 }, (_, i) => ({
      requests: 6000,
      events: i % 4 ? 0 : 20,
    }));
    expect(dispersionOf(burst)).toBeGreaterThan(5);
    expect(dispersionOf(burst)).toBeLessThanOrEqual(50);
  });

  const hourOf = (events: (minute: number) => number) =>
    Array.from({ length: 60 }, (_, i) => ({ requests: 6000, events: events(i) }));

  it('shows no clusters because of an incident, whose edges are not taken back', () => {
    const calm = (i: number) => 6 + (i % 3);
    expect(dispersionOf(hourOf((i) => (i >= 20 && i < 25 ? 300 : calm(i))))).toBe(1);
    // It begins and ends in the middle of a minute.
    const inside = (i: number) => (i >= 20 && i < 25 ? 300 : i === 19 || i === 25 ? 150 : calm(i));
    expect(dispersionOf(hourOf(inside))).toBe(1);
    // It lasts until the release.
    expect(dispersionOf(hourOf((i) => (i >= 50 ? 300 : calm(i))))).toBe(1);
  });

  it('shows the clusters of the calm around an incident', () => {
    const clustered = (i: number) => (i >= 20 && i < 25 ? 300 : i % 4 ? 0 : 20);
    expect(dispersionOf(hourOf(clustered))).toBeGreaterThan(5);
  });

  it('takes single bad minutes for clusters, as one server may cause them', () => {
    expect(dispersionOf(hourOf((i) => (i % 20 === 10 ? 60 : 6)))).toBeGreaterThan(5);
  });

  it('finds only small clusters of slow requests', () => {
    const before = hourOf((i) => (i % 20 === 10 ? 600 : 60));
    const slow = slowMeasure({ quantile: 0.9, milliseconds: 100 });
    const context = { falseRollbackRate: 0.01, warmUpSeconds: 60, nextWeight: 100, sound: true };
    const asked = (dispersion: 'auto' | number) =>
      slow.ask({ minutes: [], before }, { ...context, dispersion }).question.profile.dispersion;
    expect(asked('auto')).toBe(5);
    expect(asked(30)).toBe(30);
  });

  it('gives the peak of all but the worst minute in a hundred', () => {
    expect(peakRate(HOUR)).toBeCloseTo(0.001, 9);
    expect(peakRate([])).toBe(0);
  });
});

describe('the false-rollback rate', () => {
  it('is never exceeded by the sum of its parts', () => {
    for (const latency of [0, 1, 2]) {
      for (const metrics of [0, 1, 5]) {
        const measures = [
          errorsMeasure(),
          ...[0.9, 0.99]
            .slice(0, latency)
            .map((q) => slowMeasure({ quantile: q, milliseconds: 1 })),
          ...Array.from({ length: metrics }, (_, i) => customMeasure(`m${i}`, 'higher')),
        ];
        const split = splitAlpha(0.01, measures);
        const spent = measures.reduce((sum, one) => sum + split.of(one), split.guardrail);
        expect(spent).toBeCloseTo(0.01, 12);
      }
    }
  });
});

describe('the minutes of a new weight', () => {
  it('are counted for the step', () => {
    const minutes = [...repeat(3, 5, [1, 0], [1, 0]), ...repeat(3, 10, [1, 0], [1, 0], 3)];
    expect(requestsAtWeight(minutes, 10)).toBe(3);
  });
});
