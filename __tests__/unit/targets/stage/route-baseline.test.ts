// Which routes are compared by themselves.

import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../../src/analysis/alpha.ts';
import { errorsMeasure } from '../../../../src/analysis/errors-measure.ts';
import { busiestRoutes, routeMeasures } from '../../../../src/targets/stage/route-baseline.ts';

const NAMES = Array.from({ length: 60 }, (_, i) => ({ method: 'GET', resource: `/${i}` }));

/** Route `/3` had 3 requests, and so on, in two parts of the hour. */
const COUNTS = NAMES.map(
  (_, requests) =>
    new Map(requests > 0 ? [1, requests - 1].map((value, i) => [60 * i, value]) : []),
);

describe('the routes that are compared by themselves', () => {
  it('are those with the most requests in the hour before, up to a number', () => {
    const found = busiestRoutes(NAMES, COUNTS);
    expect(found).toHaveLength(50);
    expect(found[0]).toEqual({ method: 'GET', resource: '/59' });
    expect(found.at(-1)).toEqual({ method: 'GET', resource: '/10' });
  });

  it('have requests: nothing is known about the others', () => {
    const found = busiestRoutes(NAMES.slice(0, 3), COUNTS);
    expect(found.map(({ resource }) => resource)).toEqual(['/2', '/1']);
  });

  it('are measured by what is compared', () => {
    const ids = (compare: Parameters<typeof routeMeasures>[1]) =>
      routeMeasures(NAMES.slice(0, 1), compare).map(({ id }) => id);
    expect(ids(['errors', 'client-errors'])).toEqual([
      'errors of GET /0',
      'client errors of GET /0',
    ]);
    expect(ids(['latency'])).toEqual([]);
  });

  it('share the rate of each kind', () => {
    const routes = routeMeasures(NAMES, ['errors', 'client-errors']);
    const split = splitAlpha(0.01, [errorsMeasure(), ...routes]);
    expect(split.of(errorsMeasure())).toBeCloseTo(0.0045, 10);
    const all = routes.reduce((sum, measure) => sum + split.of(measure), 0);
    expect(all).toBeCloseTo(0.0045, 10);
  });
});
