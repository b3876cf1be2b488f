import { describe, expect, it } from '@jest/globals';
import { parseExpression } from '../../../../simulator/cloudwatch/math/syntax.ts';
import type { Scope } from '../../../../simulator/cloudwatch/math/types.ts';
import { evaluateExpression } from '../../../../simulator/cloudwatch/math/value.ts';

const SERIES: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  errors: { 1: 2, 2: 0, 4: 5 },
  count: { 1: 10, 2: 0, 3: 20 },
};

const pointsOf = (id: string) =>
  new Map(Object.entries(SERIES[id] ?? {}).map(([time, value]) => [Number(time), value]));

const scope: Scope = {
  times: [1, 2, 3, 4, 5],
  resolve: (id) => ({ kind: 'series', points: pointsOf(id) }),
  metrics: () => Object.keys(SERIES).map((id) => ({ id, label: id, points: pointsOf(id) })),
};

const evaluated = (source: string) => {
  const value = evaluateExpression(parseExpression(source), scope);
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'series') return Object.fromEntries(value.points);
  return value.series.map(({ points }) => Object.fromEntries(points));
};

describe('metric math', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['2 * -3', -6],
    ['-2 ^ 2', -4],
    ['1e2 / 4', 25],
    ['1 < 2 AND 2 < 1 OR 3 >= 3', 1],
    ['errors + 1', { 1: 3, 2: 1, 4: 6 }],
    ['errors + count', { 1: 12, 2: 0, 3: 20, 4: 5 }],
    ['100 * errors / count', { 1: 20, 3: 0 }],
    ['count / (1 / 0)', {}],
    ['FILL(errors, 0)', { 1: 2, 2: 0, 3: 0, 4: 5, 5: 0 }],
    ['FILL(count, REPEAT)', { 1: 10, 2: 0, 3: 20, 4: 20, 5: 20 }],
    ['FILL(METRICS("err"), 7)', [{ 1: 2, 2: 0, 3: 7, 4: 5, 5: 7 }]],
    ['SUM(METRICS())', { 1: 12, 2: 0, 3: 20, 4: 5 }],
    ['AVG([errors, count])', { 1: 6, 2: 0, 3: 20, 4: 5 }],
    ['MAX(errors)', 5],
    ['MIN(METRICS())', { 1: 2, 2: 0, 3: 20, 4: 5 }],
    ['errors - AVG(errors)', { 1: 2 - 7 / 3, 2: -7 / 3, 4: 5 - 7 / 3 }],
    ['IF(count > 5, errors / count)', { 1: 0.2, 3: 0 }],
    ['IF(count > 5, 1, 0)', { 1: 1, 2: 0, 3: 1 }],
    [
      'METRICS() * 2',
      [
        { 1: 4, 2: 0, 4: 10 },
        { 1: 20, 2: 0, 3: 40 },
      ],
    ],
  ])('%s', (source, expected) => {
    expect(evaluated(source)).toEqual(expected);
  });

  it.each([
    ['', 'Unexpected end'],
    ['1 +', 'Unexpected end'],
    ['(1', 'Unexpected end'],
    ['1 $ 2', "Unexpected '$'"],
    ['errors count', "Unexpected 'count'"],
    ['SUM(errors,', 'Unexpected end'],
    ['METRICS() / METRICS()', 'between two arrays'],
    ['REPEAT + 1', 'is not a value here'],
    ['FILL(1, 0)', 'time series'],
    ['SUM()', 'one argument'],
  ])('refuses %s', (source, message) => {
    expect(() => evaluated(source)).toThrow(message);
  });

  it.each([
    'RATE(errors)',
    "SEARCH('{AWS/Lambda}', 'Sum')",
    'ANOMALY_DETECTION_BAND(errors)',
    'constructor(1)',
  ])('says that it does not know %s', (source) => {
    expect(() => evaluated(source)).toThrow('not implemented by this simulator');
  });
});
