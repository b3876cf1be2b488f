import { describe, expect, it } from '@jest/globals';
import type { MinuteCounts } from '../../../src/analysis/counts.ts';
import { errorsMeasure, routeErrorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { LOGS_PART } from '../../../src/analysis/finding-with-logs.ts';
import { DEFAULT_SETTINGS, judge, type MeasuredSeries } from '../../../src/analysis/judge.ts';
import { DEFAULT_PROFILE } from '../../../src/analysis/profile.ts';
import type { SecondCounts } from '../../../src/analysis/seconds.ts';
import {
  decideBySecond,
  type SecondsDecision,
  watchSeconds,
} from '../../../src/analysis/seconds-decision.ts';
import { repeat } from './minutes.ts';
import { seconds } from './seconds.ts';

const HOUR = Array.from({ length: 60 }, () => ({ requests: 6000, events: 6 }));
const FINE = seconds(30, 5, [5, 0], [95, 0], 60);
/** From second 90 on, which is 10 s after a shift. */
const FAILING = [
  ...FINE,
  ...seconds(15, 5, [5, 5], [95, 0], 90).map((one) => ({ ...one, afterShift: one.second - 80 })),
];

function series(
  counted: readonly SecondCounts[] | undefined,
  minutes: readonly MinuteCounts[] = [],
): MeasuredSeries {
  const seconds = counted && { seconds: { counted, settledUntil: 60 } };
  return { measure: errorsMeasure(), minutes, before: HOUR, ...seconds };
}

function findingOf(...measured: readonly MeasuredSeries[]): Finding {
  return judge(measured, DEFAULT_SETTINGS).findings[0]!;
}

describe('a comparison with logs', () => {
  it('fails as soon as logs show it, and says so', () => {
    const finding = findingOf(series(FAILING));
    expect(finding).toMatchObject({
      source: { kind: 'errors' },
      verdict: 'failing',
      reading: { failing: true },
      failingSince: 1,
      canary: { events: 50 },
      fromLogs: { afterShift: 19 },
    });
    expect(finding.decidedFrom).toBeUndefined();
    expect(finding.interval?.low).toBeGreaterThan(1);
    expect(finding.reading.nats).toBeGreaterThanOrEqual(finding.reading.threshold);
  });

  it('shares the false-rollback rate between metrics and logs', () => {
    const without = findingOf(series(undefined)).reading.threshold;
    const metrics = findingOf(series([])).reading.threshold;
    const logs = findingOf(series(FAILING)).reading.threshold;
    expect(Math.exp(-metrics)).toBeCloseTo((1 - LOGS_PART) * Math.exp(-without), 12);
    expect(Math.exp(-logs)).toBeCloseTo(LOGS_PART * Math.exp(-without), 12);
    expect(Math.exp(-metrics) + Math.exp(-logs)).toBeCloseTo(Math.exp(-without), 12);
  });

  it('is that of the metrics as long as logs show nothing', () => {
    const minutes = repeat(5, 5, [300, 0], [5700, 6]);
    const alone = findingOf(series(undefined, minutes));
    const both = findingOf(series(FINE, minutes));
    expect(both.reading.nats).toBe(alone.reading.nats);
    expect({ ...both, reading: alone.reading, interval: alone.interval }).toEqual(alone);
  });

  it('never is healthy by logs alone', () => {
    const finding = findingOf(series(seconds(600, 50, [500, 0], [500, 0])));
    expect(finding).toMatchObject({ verdict: 'inconclusive', canary: { requests: 0 } });
  });

  it('keeps the reason of the metrics if they fail, too', () => {
    const minutes = repeat(4, 5, [300, 60], [5700, 6]);
    const finding = findingOf(series(FAILING, minutes));
    expect(finding).toMatchObject({ verdict: 'failing', canary: { requests: 1200 } });
    expect(finding.fromLogs).toBeUndefined();
  });

  it('names the route that most of it comes from, by the seconds of both', () => {
    const route = { ...series(FAILING), measure: routeErrorsMeasure('POST', '/orders') };
    const finding = findingOf(series(FAILING), route);
    expect(finding.mostly).toEqual([{ kind: 'route', method: 'POST', resource: '/orders' }]);
  });

  it('needs ten times the evidence once stable has an incident, and a material difference', () => {
    const incident = [
      ...seconds(20, 5, [5, 0], [95, 10], 40),
      ...seconds(15, 5, [5, 5], [95, 10], 60),
    ];
    const calm = findingOf(series(FAILING)).reading.threshold;
    const finding = findingOf(series(incident));
    expect(finding.verdict).toBe('failing');
    expect(finding.reading.threshold).toBeCloseTo(calm + Math.log(10), 9);
  });
});

describe('a watch of seconds', () => {
  const settings = {
    falseRollbackRate: 0.001,
    profile: DEFAULT_PROFILE,
    materialRatio: 1.2,
    before: HOUR,
  };

  it('decides the same whether it looks once or often', () => {
    const watch = watchSeconds(settings);
    let often: SecondsDecision | undefined;
    for (let now = 60; now <= 120 && !often; now++) {
      const counted = FAILING.filter(({ second }) => second < now);
      often = watch.look({ counted, settledUntil: now - 20 });
    }
    const once = decideBySecond({ counted: FAILING, settledUntil: 60 }, settings);
    expect(once).toBeDefined();
    expect(often?.shown).toEqual(once?.shown);
  });
});
