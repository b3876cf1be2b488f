// Which routes are compared by themselves: those with the most requests in the hour before.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { clientErrorsMeasure } from '../../analysis/client-errors-measure.ts';
import { routeErrorsMeasure } from '../../analysis/errors-measure.ts';
import type { Measure } from '../../analysis/measure.ts';
import type { MeasureClass } from '../../analysis/measure-class.ts';
import { readMinutes } from '../../aws/metric-data.ts';
import type { Span } from '../../monitor/count-source.ts';
import type { RouteName } from './detailed-routes.ts';
import { MOST_ROUTES } from './route-limit.ts';
import { gatewayMetric, REQUESTS } from './stage-series.ts';

/**
 * The routes with requests in the hour, the busiest first; of very many, only so many. The choice depends on nothing that
 * the canary does.
 *
 * @param names every name under which requests may be counted
 */
export async function busiestRoutes(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  names: readonly RouteName[],
  { from, to }: Span,
): Promise<readonly RouteName[]> {
  if (names.length === 0) return [];
  const counts = await readMinutes(
    client,
    names.map((name) => ({
      ...gatewayMetric(apiName, stageName, REQUESTS, name),
      period: to - from,
    })),
    from,
    to,
  );
  return names
    .map((name, i) => ({ name, requests: sumOf(counts[i]?.values() ?? []) }))
    .filter(({ requests }) => requests > 0)
    .sort((a, b) => b.requests - a.requests)
    .slice(0, MOST_ROUTES)
    .map(({ name }) => name);
}

export function routeMeasures(
  routes: readonly RouteName[],
  compare: readonly MeasureClass[],
): readonly Measure[] {
  return routes.flatMap(({ method, resource }) => [
    ...(compare.includes('errors') ? [routeErrorsMeasure(method, resource)] : []),
    ...(compare.includes('client-errors')
      ? [clientErrorsMeasure({ kind: 'route', method, resource })]
      : []),
  ]);
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
