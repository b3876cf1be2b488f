import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addStatistics,
  addValue,
  type Distribution,
  emptyDistribution,
  merge,
} from '../../../../simulator/cloudwatch/metrics/distribution.ts';
import { parseStatistic } from '../../../../simulator/cloudwatch/metrics/statistic.ts';

const of = (values: readonly number[]): Distribution => {
  const distribution = emptyDistribution();
  for (const value of values) addValue(distribution, value);
  return distribution;
};

const compute = (name: string, values: readonly number[]) => parseStatistic(name)?.of(of(values));

const samples = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 });

describe('statistics against a naive implementation', () => {
  it('takes the least value that enough values do not exceed as the percentile', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 1000 }), (values, tenths) => {
        const sorted = values.toSorted((a, b) => a - b);
        const naive = sorted.find((_, index) => (index + 1) * 1000 >= tenths * sorted.length);
        expect(compute(`p${tenths / 10}`, values)).toBe(naive);
      }),
    );
  });

  it('counts above the lower bound, up to and including the upper', () => {
    fc.assert(
      fc.property(samples, fc.nat(400), fc.nat(400), (values, low, high) => {
        const inside = values.filter((value) => value > low && value <= high);
        expect(compute(`TC(${low}:${high})`, values)).toBe(inside.length);
        expect(compute(`PR(${low}:${high})`, values)).toBe((100 * inside.length) / values.length);
        expect(compute(`TC(${low}:)`, values)).toBe(values.filter((value) => value > low).length);
        expect(compute(`PR(:${high})`, values)).toBe(
          (100 * values.filter((value) => value <= high).length) / values.length,
        );
      }),
    );
  });

  it('trims whole ranks off both ends', () => {
    fc.assert(
      fc.property(samples, fc.nat(40), fc.integer({ min: 60, max: 100 }), (values, low, high) => {
        const { length } = values;
        const kept = values
          .toSorted((a, b) => a - b)
          .slice(Math.floor((low * length) / 100), Math.floor((high * length) / 100));
        const mean = kept.length === 0 ? undefined : kept.reduce((a, b) => a + b, 0) / kept.length;
        const actual = compute(`TM(${low}%:${high}%)`, values);
        if (mean === undefined) expect(actual).toBeUndefined();
        else expect(actual).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('gives the same of merged parts as of the whole', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const merged = merge([of(first), of(second)]) as Distribution;
        for (const name of [
          'SampleCount',
          'Sum',
          'Average',
          'Minimum',
          'Maximum',
          'p95',
          'TC(99:)',
        ]) {
          expect(parseStatistic(name)?.of(merged)).toBe(compute(name, [...first, ...second]));
        }
      }),
    );
  });
});

describe('the distribution', () => {
  it('stays small under many different values, and within 0.5 % of the truth', () => {
    const values = Array.from({ length: 50_000 }, (_, index) => 5 + index * 0.017);
    const distribution = of(values);
    expect(distribution.values.size).toBeLessThan(3000);
    expect(distribution.count).toBe(50_000);
    for (let percent = 1; percent <= 100; percent += 1) {
      const found = parseStatistic(`p${percent}`)?.of(distribution) as number;
      const truth = values[percent * 500 - 1] as number;
      expect(Math.abs(found - truth) / truth).toBeLessThanOrEqual(0.005);
    }
  });

  it('has no percentile of negative values, nor of statistics without their values', () => {
    expect(compute('p50', [-1, 2])).toBeUndefined();
    const opaque = emptyDistribution();
    addStatistics(opaque, { count: 3, sum: 6, min: 1, max: 3 });
    expect(parseStatistic('p50')?.of(opaque)).toBeUndefined();
    expect(parseStatistic('Average')?.of(opaque)).toBe(2);
    const single = emptyDistribution();
    addStatistics(single, { count: 3, sum: 6, min: 2, max: 2 });
    expect(parseStatistic('p50')?.of(single)).toBe(2);
  });

  it.each([
    ['tm90', 'TM(:90%)'],
    ['tc50', 'TC(:50%)'],
    ['IQM', 'TM(25%:75%)'],
  ])('reads %s as %s', (short, long) => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    expect(compute(short, values)).toBe(compute(long, values));
  });

  it.each([
    'p101',
    'p',
    'P50',
    'TC',
    'TC(:)',
    'PR(10%:20%)',
    'TM(10%:200%)',
    'TM(1%:5)',
    'sum',
    'toString',
  ])('knows no statistic %s', (name) => {
    expect(parseStatistic(name)).toBeUndefined();
  });
});
