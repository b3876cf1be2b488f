// Which routes are compared by themselves.

import { CloudWatchClient, type GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { splitAlpha } from '../../../../src/analysis/alpha.ts';
import { errorsMeasure } from '../../../../src/analysis/errors-measure.ts';
import { busiestRoutes, routeMeasures } from '../../../../src/targets/stage/route-baseline.ts';

const NAMES = Array.from({ length: 60 }, (_, i) => ({ method: 'GET', resource: `/${i}` }));
const SPAN = { from: 0, to: 3600 };

/** A CloudWatch in which route `/3` had 3 requests, and so on, in two parts of the hour. */
function counting(): CloudWatchClient {
  const send = async ({ input }: GetMetricDataCommand) => ({
    MetricDataResults: (input.MetricDataQueries ?? []).map(({ Id, MetricStat }) => {
      const dimensions = MetricStat?.Metric?.Dimensions ?? [];
      const resource = dimensions.find(({ Name }) => Name === 'Resource')?.Value ?? '';
      const requests = Number(resource.slice(1));
      const Values = requests > 0 ? [1, requests - 1] : [];
      return {
        Id,
        Timestamps: Values.map((_, i) => new Date(60_000 * i)),
        Values,
        StatusCode: 'Complete',
      };
    }),
  });
  return Object.assign(new CloudWatchClient({ region: 'us-east-1' }), { send });
}

describe('the routes that are compared by themselves', () => {
  it('are those with the most requests in the hour before, up to a number', async () => {
    const found = await busiestRoutes(counting(), 'shop', 'prod', NAMES, SPAN);
    expect(found).toHaveLength(50);
    expect(found[0]).toEqual({ method: 'GET', resource: '/59' });
    expect(found.at(-1)).toEqual({ method: 'GET', resource: '/10' });
  });

  it('have requests: nothing is known about the others', async () => {
    const found = await busiestRoutes(counting(), 'shop', 'prod', NAMES.slice(0, 3), SPAN);
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
