import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../src/analysis/alpha.ts';
import { lastClosedMinute } from '../../src/analysis/closed.ts';
import type { MinuteCounts } from '../../src/analysis/counts.ts';
import { dispersionOf, peakRate } from '../../src/analysis/history.ts';
import {
  DEFAULT_SETTINGS,
  judge,
  type Observed,
  requestsAtWeight,
} from '../../src/analysis/judge.ts';
import { SPARSE_PROFILE } from '../../src/analysis/profile.ts';
import { evidencePath } from '../../src/analysis/sequential-test.ts';
import { asFailures, withoutWarmUp } from '../../src/analysis/series.ts';
import { minute, repeat } from './analysis-minutes.ts';

const HOUR = Array.from({ length: 60 }, () => ({ requests: 6000, events: 6 }));

function errorsOnly(minutes: readonly MinuteCounts[]): Observed {
  return { errors: { minutes, before: HOUR }, slow: [], metrics: [] };
}

describe('the judge', () => {
  it('knows nothing without traffic', () => {
    const judgement = judge(errorsOnly([]));
    expect(judgement.verdict).toBe('inconclusive');
    expect(judgement.findings[0]?.says).toBe('errors: nothing counted on the canary yet');
  });

  it('fails a bad canary, and says how bad in words', () => {
    const { verdict, findings } = judge(errorsOnly(repeat(4, 5, [300, 3], [5700, 6])));
    expect(verdict).toBe('failing');
    expect(findings[0]).toMatchObject({ witness: 'errors', verdict: 'failing', failingSince: 1 });
    expect(findings[0]?.says).toMatch(
      /^errors 1\.0% on the canary vs 0\.11% on stable \(×9\.5, 99% interval \d.*–\d.*\); about 11 more than stable would have had$/,
    );
  });

  it('calls a good canary healthy once it has seen enough, and not before', () => {
    const good = repeat(10, 50, [3000, 3], [3000, 3]);
    expect(judge(errorsOnly(good)).verdict).toBe('healthy');
    expect(judge(errorsOnly(repeat(10, 50, [3, 0], [3, 0]))).verdict).toBe('inconclusive');
  });

  it('needs less to go from 1 % to 7 % than to promote', () => {
    const seen = errorsOnly(repeat(2, 1, [60, 0], [5940, 6]));
    expect(judge(seen, { ...DEFAULT_SETTINGS, nextWeight: 7 }).verdict).toBe('healthy');
    expect(judge(seen, { ...DEFAULT_SETTINGS, nextWeight: 100 }).verdict).toBe('inconclusive');
  });

  it('freezes, and does not roll back, when both arms go bad', () => {
    const both = judge(errorsOnly(repeat(5, 50, [3000, 300], [3000, 300])));
    expect(both.verdict).not.toBe('failing');
    expect(both.bothBad).toMatchObject({ canaryRate: 0.1, stableRate: 0.1, rateBefore: 0.001 });
    expect(judge(errorsOnly(repeat(5, 50, [3000, 300], [3000, 3]))).bothBad).toBeUndefined();
  });

  it('reports routing that is not what was configured, as no verdict', () => {
    const half = judge(errorsOnly(repeat(10, 10, [300, 0], [5700, 6])));
    expect(half.routing?.realised).toBeCloseTo(0.05, 9);
    expect(half.routing?.configured).toBeCloseTo(0.1, 9);
    expect(half.verdict).not.toBe('failing');
    expect(judge(errorsOnly(repeat(10, 5, [300, 0], [5700, 6]))).routing).toBeUndefined();
  });

  it('drops the bets that trust the weight once routing is not what was configured', () => {
    const sparse = repeat(60, 50, [2, 0], [18, 0]);
    const trusting = evidencePath(sparse, SPARSE_PROFILE).at(-1);
    const judgement = judge(errorsOnly(sparse));
    expect(judgement.routing).toBeDefined();
    expect(trusting).toBeGreaterThan(5);
    expect(judgement.findings[0]?.reading.nats).toBeCloseTo(0, 9);
  });

  it('uses the guardrail only where the canary has all of the traffic', () => {
    const alone = repeat(3, 100, [6000, 1500], [0, 0]);
    expect(judge(errorsOnly(alone)).findings.at(-1)).toMatchObject({
      witness: 'guardrail',
      verdict: 'failing',
    });
    const lull = judge(errorsOnly(repeat(3, 95, [6000, 1500], [0, 0])));
    expect(lull.findings.map((f) => f.witness)).toEqual(['errors']);
  });

  it('finds slow requests with the same test, after the warm-up', () => {
    const slow = (canary: number) => ({
      quantile: 0.9,
      thresholdMs: 480,
      before: HOUR,
      minutes: [
        minute(0, 5, [300, 250], [5700, 570], 0),
        ...repeat(5, 5, [300, canary], [5700, 570], 1),
      ],
    });
    const { errors } = errorsOnly(repeat(6, 5, [300, 0], [5700, 6]));
    const late = judge({ errors, slow: [slow(90)], metrics: [] });
    expect(late.verdict).toBe('failing');
    expect(late.findings[1]).toMatchObject({ witness: 'latency p90', verdict: 'failing' });
    expect(late.findings[1]?.says).toContain('requests above 480 ms 30% on the canary');
    expect(judge({ errors, slow: [slow(30)], metrics: [] }).findings[1]?.verdict).not.toBe(
      'failing',
    );
  });

  it('judges a metric of which less is worse by what is missing', () => {
    const minutes = repeat(10, 50, [3000, 600], [3000, 900]);
    const orders = { name: 'orders', worse: 'lower' as const, minutes, before: [] };
    const { errors } = errorsOnly(repeat(10, 50, [3000, 3], [3000, 3]));
    expect(asFailures(orders).minutes[0]?.canary).toEqual({ requests: 3000, events: 2400 });
    // 20 % instead of 30 % with an order is × 1.14 without one: certain, but below the gate.
    expect(judge({ errors, slow: [], metrics: [orders] }).findings[1]?.verdict).not.toBe('failing');
    const few = { ...orders, minutes: repeat(10, 50, [3000, 600], [3000, 1800]) };
    expect(judge({ errors, slow: [], metrics: [few] }).findings[1]?.verdict).toBe('failing');
  });

  it('gives the same answer whenever it is asked', () => {
    const minutes = repeat(10, 5, [300, 3], [5700, 6]);
    const [once, twice] = [judge(errorsOnly(minutes)), judge(errorsOnly(minutes))];
    expect(once).toEqual(twice);
    const first = judge(errorsOnly(minutes.slice(0, 5))).findings[0]?.failingSince;
    expect(once.findings[0]?.failingSince).toBe(first);
  });
});

describe('a slow canary whose successes are still on their way', () => {
  const whole = repeat(8, 50, [30_000, 60], [30_000, 60]);
  // Half of the canary's successes of the last minutes are not published yet; its errors are.
  const partial = whole.map((m, i) =>
    i < 5
      ? m
      : {
          ...m,
          canary: { requests: 15_060, events: 60 },
          stable: { requests: 30_000, events: 60 },
        },
  );

  it('looks like a bad one, unless only closed minutes are read', () => {
    const now = 60 * 8 + 5;
    const closed = partial.filter((m) => m.minute <= lastClosedMinute(now, 90));
    expect(judge(errorsOnly(partial)).verdict).toBe('failing');
    expect(closed).toHaveLength(5);
    expect(judge(errorsOnly(closed)).verdict).not.toBe('failing');
  });

  it('makes a minute close two minutes after its end, or later for slow integrations', () => {
    expect(lastClosedMinute(60 * 10 + 120, 29)).toBe(9);
    expect(lastClosedMinute(60 * 10 + 119, 29)).toBe(8);
    expect(lastClosedMinute(60 * 10 + 120, 900)).toBe(-6);
  });
});

describe('what the hour before says', () => {
  it('finds no clusters in independent errors, nor in too few', () => {
    expect(dispersionOf(HOUR)).toBe(1);
    expect(dispersionOf([{ requests: 10, events: 9 }])).toBe(1);
    expect(dispersionOf([])).toBe(1);
  });

  it('finds clusters of twenty', () => {
    const burst = Array.from({ length: 60 }, (_, i) => ({
      requests: 6000,
      events: i % 4 ? 0 : 20,
    }));
    expect(dispersionOf(burst)).toBeGreaterThan(5);
    expect(dispersionOf(burst)).toBeLessThanOrEqual(50);
  });

  it('takes the peak from all but the worst minute in a hundred', () => {
    expect(peakRate(HOUR)).toBeCloseTo(0.001, 9);
    expect(peakRate([])).toBe(0);
  });
});

describe('the false-rollback rate', () => {
  it('is never exceeded by the sum of its parts', () => {
    for (const latency of [0, 1, 2]) {
      for (const metrics of [0, 1, 5]) {
        const split = splitAlpha(0.01, { latency, metrics });
        const spent =
          split.errors + latency * split.latency + metrics * split.metric + split.guardrail;
        expect(spent).toBeCloseTo(0.01, 12);
      }
    }
  });
});

describe('the minutes of a new weight', () => {
  it('are left out as long as the canary may be cold', () => {
    const minutes = [...repeat(3, 5, [1, 0], [1, 0]), ...repeat(3, 10, [1, 0], [1, 0], 3)];
    expect(withoutWarmUp(minutes, 1).map((m) => m.minute)).toEqual([1, 2, 4, 5]);
    expect(withoutWarmUp(minutes, 2).map((m) => m.minute)).toEqual([2, 5]);
    expect(requestsAtWeight(minutes, 10)).toBe(3);
  });
});
