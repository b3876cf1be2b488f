import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type EventSeries,
  errorsOf,
  isHalfShown,
  minuteAt,
  NO_EVENTS,
  total,
} from '../../../src/analysis/count-table.ts';
import type { Counts } from '../../../src/analysis/counts.ts';
import { customMeasure } from '../../../src/analysis/custom-measure.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';

const MINUTE = 1_764_000_000;

/** One request in each bucket, of which every third failed. */
function steady(seconds: number, bucketSeconds: number): EventSeries {
  const starts = Array.from({ length: seconds / bucketSeconds }, (_, i) => i * bucketSeconds);
  return {
    requests: new Map(starts.map((at) => [MINUTE + at, 1])),
    events: new Map(starts.map((at, i) => [MINUTE + at, i % 3 === 0 ? 1 : 0])),
  };
}

function requestsOf(counts: Counts | null): number {
  return counts?.requests ?? Number.NaN;
}

describe('a window of counts', () => {
  it('shares no bucket with the next window, and leaves none out, at any resolution', () => {
    const size = fc.constantFrom(1, 5, 60);
    fc.assert(
      fc.property(size, fc.integer({ min: -10, max: 700 }), (bucketSeconds, cut) => {
        const series = steady(600, bucketSeconds);
        const before = total(series, { from: 0, to: MINUTE + cut }, bucketSeconds);
        const after = total(series, { from: MINUTE + cut }, bucketSeconds);
        expect(requestsOf(before) + requestsOf(after)).toBe(600 / bucketSeconds);
      }),
    );
  });

  it('begins with the minute of its first second, and ends before the minute of its end', () => {
    const series = steady(300, 60);
    const requests = (from: number, to?: number) =>
      requestsOf(total(series, { from: MINUTE + from, to: to && MINUTE + to }, 60));
    expect(requests(0)).toBe(5);
    expect(requests(59)).toBe(5);
    expect(requests(60)).toBe(4);
    expect(requests(0, 119)).toBe(1);
    expect(requests(0, 120)).toBe(2);
  });

  it('is exact to the second', () => {
    const within = { from: MINUTE + 7, to: MINUTE + 20 };
    expect(requestsOf(total(steady(300, 1), within, 1))).toBe(13);
  });

  it('leaves out buckets that are shown in part, and is unknown if there are no others', () => {
    const partly = (...minutes: readonly number[]) => ({
      ...steady(120, 60),
      incomplete: new Set(minutes.map((minute) => MINUTE + 60 * minute)),
    });
    const all = { from: MINUTE };
    expect(total(partly(0), all, 60)).toEqual({ requests: 1, events: 0 });
    expect(total(partly(0, 1), all, 60)).toBeNull();
    expect(total(partly(0, 1), { from: MINUTE + 120 }, 60)).toEqual({ requests: 0, events: 0 });
  });
});

describe('a minute of counts', () => {
  it('is the sum of its seconds', () => {
    expect(minuteAt(steady(120, 1), MINUTE + 60, 1)).toEqual({ requests: 60, events: 20 });
    expect(minuteAt(steady(120, 60), MINUTE, 60)).toEqual({ requests: 1, events: 1 });
    expect(minuteAt(steady(120, 1), MINUTE + 120, 1)).toEqual({ requests: 0, events: 0 });
  });

  it('is shown in part if one of its seconds is', () => {
    const series = { ...steady(120, 1), incomplete: new Set([MINUTE + 61]) };
    expect(isHalfShown(series, MINUTE, 1)).toBe(false);
    expect(isHalfShown(series, MINUTE + 60, 1)).toBe(true);
    expect(isHalfShown(steady(120, 1), MINUTE + 60, 1)).toBe(false);
  });
});

describe('the row of all errors', () => {
  const row = { canary: NO_EVENTS, stable: NO_EVENTS, promoted: NO_EVENTS };

  it('is not that of one function', () => {
    const all = { measure: errorsMeasure(), ...row };
    const one = { measure: errorsMeasure({ kind: 'function', name: 'orders' }), ...row };
    expect(errorsOf({ rows: [one, all] })).toBe(all);
    expect(one.measure.id).toBe('errors of orders');
  });

  it('is never made up', () => {
    const rows = [{ measure: customMeasure('orders', 'lower'), ...row }];
    expect(() => errorsOf({ rows })).toThrow('expected that the errors are always counted');
  });
});
