// The charts of the report page: which of them a reader sees first, and what they say without a pointer.

import { describe, expect, it } from '@jest/globals';
import { chartsOf, isEmpty } from '../../../report-page/charts.ts';
import type { Report } from '../../../src/report/report.ts';
import { gallery } from '../../../verify/report/gallery.ts';

const exhibits = new Map(gallery().map(({ name, report }) => [name, report]));
const chartsIn = (name: string) => chartsOf(exhibits.get(name)!);
const titles = (charts: readonly { readonly title: string }[]) => charts.map(({ title }) => title);

describe('The charts of the page', () => {
  it('begin with the weight, and with the failures or what else decided', () => {
    expect(titles(chartsIn('rolled-back-errors').first)).toEqual([
      'Traffic on the new version',
      'Failed requests',
    ]);
    const slow = chartsIn('rolled-back-latency');
    expect(titles(slow.first)[1]).toBe('Latency p90: requests above 812 ms');
    expect(titles(slow.more)).toContain('Failed requests');
    expect(chartsIn('problems').first).toEqual([]);
  });

  it('have a legend without a pointer: the counts of the whole release', () => {
    const [weight, failed] = chartsIn('rolled-back-errors').first;
    expect(weight?.lines.map(({ whole }) => whole)).toEqual(['0% at the end']);
    for (const { whole } of failed?.lines ?? [])
      expect(whole).toMatch(/^\d+ of [\d,]+ \([\d.]+%\)$/);
  });

  it('are also of single functions and routes', () => {
    const report = exhibits.get('rolled-back-errors')!;
    const [errors] = report.series!.comparisons;
    const part = (name: string) =>
      ({ ...errors!, source: { kind: 'errors', scope: { kind: 'function', name } } }) as const;
    const comparisons = [...report.series!.comparisons, part('orders'), part('carts')];
    const { parts } = chartsOf({ ...report, series: { ...report.series!, comparisons } } as Report);
    expect(titles(parts)).toEqual(['Errors of orders', 'Errors of carts']);
  });

  it('are a sentence where all is 0, and unknown minutes are no 0', () => {
    const report = exhibits.get('rolled-back-errors')!;
    const { series } = report;
    const none = series!.canary.errors.map(() => 0);
    const quiet = {
      ...series!,
      canary: { ...series!.canary, errors: none },
      stable: { ...series!.stable, errors: none },
    };
    const [weight, failed] = chartsOf({ ...report, series: quiet }).first;
    expect([isEmpty(weight!), isEmpty(failed!)]).toEqual([false, true]);
    const unknown = {
      ...series!,
      canary: { ...series!.canary, requests: series!.canary.requests.map(() => null) },
    };
    const [line] = chartsOf({ ...report, series: unknown }).first[1]!.lines;
    expect(line?.whole).toBe('not yet counted');
    expect(line?.say(0)).toBe('not yet counted');
  });
});
