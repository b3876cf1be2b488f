import { describe, expect, it } from '@jest/globals';
import { type EventSeries, NO_EVENTS } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { dimensionIn } from '../../../src/logs/metric-dimension.ts';

const START = 1_900_000_020;

/** So many requests in each second of two minutes. */
function logged(perSecond: number): EventSeries {
  const seconds = Array.from({ length: 120 }, (_, i) => START + i);
  return { requests: new Map(seconds.map((at) => [at, perSecond])), events: new Map() };
}

function measured(perMinute: number): EventSeries {
  return {
    requests: new Map([
      [START, perMinute],
      [START + 60, perMinute],
    ]),
    events: new Map(),
  };
}

function finding(own: number | undefined, other: number, closedUntil = START + 120) {
  const row = { measure: errorsMeasure(), canary: logged(2), stable: logged(18) };
  const table = {
    ...{ bucketSeconds: 1, closedUntil: START + 120 },
    rows: [{ ...row, promoted: NO_EVENTS }],
  };
  const series = { own: own === undefined ? undefined : measured(own), other: measured(other) };
  return dimensionIn({ ...series, closedUntil }, table, START);
}

describe('Which series has the requests of the canary', () => {
  it.each([
    [120, 1080, 'complete', 'without-canary'],
    [118, 1200, 'complete', 'with-canary'],
    [undefined, 1200, 'empty', 'with-canary'],
    [0, 1080, 'empty', 'without-canary'],
    [60, 1080, 'differs', 'without-canary'],
    [120, 500, 'complete', 'differs'],
  ])('is found with %s and %s a minute', (own, other, canarySeries, otherSeries) => {
    expect(finding(own, other)).toEqual({ canarySeries, otherSeries });
  });

  it('is not known before a whole minute has settled', () => {
    expect(finding(120, 1080, START + 59)).toBeUndefined();
  });
});
