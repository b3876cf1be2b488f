// Which routes are compared by themselves: those with the most requests in the hour before.

import { clientErrorsMeasure } from '../../analysis/client-errors-measure.ts';
import { routeErrorsMeasure } from '../../analysis/errors-measure.ts';
import type { Measure } from '../../analysis/measure.ts';
import type { MeasureClass } from '../../analysis/measure-class.ts';
import type { MetricDataSeries, MinuteValues } from '../../aws/minute-series.ts';
import type { RouteName } from './detailed-routes.ts';
import { MOST_ROUTES } from './route-limit.ts';
import { gatewayMetric, REQUESTS } from './stage-series.ts';

/** The requests of each route in the hour, whether or not they are compared by themselves. */
export function routeSeries(
  apiName: string,
  stageName: string,
  names: readonly RouteName[],
  period: number,
): readonly MetricDataSeries[] {
  return names.map((name) => ({ ...gatewayMetric(apiName, stageName, REQUESTS, name), period }));
}

/**
 * The routes with requests in the hour, the busiest first; of very many, only so many. The choice depends on nothing that
 * the canary does.
 *
 * @param names every name under which requests may be counted
 * @param counts the values of each
 */
export function busiestRoutes(
  names: readonly RouteName[],
  counts: readonly MinuteValues[],
): readonly RouteName[] {
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
