// What API Gateway counts for each side of a stage's canary, besides all failures: client errors, slow responses, and both
// kinds of errors of single routes.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  type CountRow,
  type EventSeries,
  errorsOf,
  incompleteIn,
  shownTogether,
  without,
} from '../../analysis/count-table.ts';
import type { Measure } from '../../analysis/measure.ts';
import { isSlowMeasure } from '../../analysis/slow-measure.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import type { Span } from '../../monitor/count-source.ts';
import type { CountedTraffic } from '../../rollout/traffic.ts';
import type { RouteName } from './detailed-routes.ts';
import {
  gatewayMetric,
  REQUESTS,
  type StageDimensions,
  slowStatistic,
  type TrafficReading,
} from './stage-series.ts';

/** The metric that counts the events of a measure; `undefined` if API Gateway does not count them. */
type Events = Pick<MetricDataSeries, 'metric' | 'statistic'>;

export function eventsOf(measure: Measure): Events | undefined {
  if (isSlowMeasure(measure)) {
    return { metric: 'Latency', statistic: slowStatistic(measure.threshold) };
  }
  switch (measure.kind) {
    case 'client-errors':
    case 'route-client-errors':
      return { metric: '4XXError', statistic: 'Sum' };
    case 'route-errors':
      return { metric: '5XXError', statistic: 'Sum' };
    default:
      return undefined;
  }
}

/** The route that a measure is about. */
export function routeOf({ scope }: Measure): RouteName | undefined {
  return scope.kind === 'route' ? scope : undefined;
}

/** Reads those of the measures that API Gateway counts, in the given order and in one call. */
export async function readGatewayMeasures(
  client: CloudWatchClient,
  { apiName, stage, canary }: StageDimensions,
  measures: readonly Measure[],
  reading: TrafficReading,
  traffic: CountedTraffic,
  span: Span,
): Promise<readonly CountRow[]> {
  const counted = measures.filter((measure) => eventsOf(measure) !== undefined);
  const read = readerOf(client, span);
  const of = (side: string) => (measure: Measure) => read.eventsOf(apiName, side, measure);
  const sides = { stage: counted.map(of(stage)), canary: counted.map(of(canary)) };
  const values = await read.all();
  const isApart = errorsOf(traffic.table).stable === reading.stage;
  const rows = counted.map((measure, i): CountRow => {
    const all = sides.stage[i]?.(values, reading.stage) ?? NONE;
    const fresh = sides.canary[i]?.(values, reading.canary) ?? NONE;
    return { measure, canary: fresh, stable: isApart ? all : without(all, fresh), promoted: all };
  });
  return hasRoutes(rows, reading) ? rows : rows.filter(({ measure }) => !routeOf(measure));
}

/** A minute whose requests are known only in part stays so. */
function together(counted: EventSeries, events: EventSeries['events']): EventSeries {
  const both = shownTogether(counted.requests, events);
  return { ...both, ...incompleteIn(counted, both) };
}

const NONE: EventSeries = { requests: new Map(), events: new Map() };

type Take = (values: readonly MinuteValues[], requests: EventSeries) => EventSeries;

/** Collects series, each only once, and reads them together. */
export function readerOf(client: CloudWatchClient, { from, to, look }: Span) {
  const asked = new Map<string, { readonly at: number; readonly series: MetricDataSeries }>();
  const ask = (series: MetricDataSeries) => {
    const key = JSON.stringify(series);
    const known = asked.get(key) ?? { at: asked.size, series };
    asked.set(key, known);
    return known.at;
  };
  return {
    eventsOf: (apiName: string, side: string, measure: Measure): Take => {
      const route = routeOf(measure);
      const counted = eventsOf(measure);
      const events = counted && ask(gatewayMetric(apiName, side, counted, route));
      const requests = route && ask(gatewayMetric(apiName, side, REQUESTS, route));
      return (values, ofSide) => {
        const all =
          requests === undefined ? ofSide : { ...NONE, requests: values[requests] ?? new Map() };
        return together(all, (events === undefined ? undefined : values[events]) ?? new Map());
      };
    },
    all: () =>
      readMinutes(
        client,
        [...asked.values()].map(({ series }) => series),
        from,
        to,
        look,
      ),
  };
}

/** With fewer requests of the canary, it may be chance that none of them was to a measured route. */
const ENOUGH = 20;

/**
 * Whether the canary's requests are counted by route as well, as far as can be seen: AWS does not document it. The canary
 * should have the same share of the routes' requests as of all.
 */
function hasRoutes(rows: readonly CountRow[], { stage, canary }: TrafficReading): boolean {
  const ofRoutes = rows.filter(({ measure }) => routeOf(measure));
  // Each route once, although several of its measures may be read.
  const routes = ofRoutes.filter(({ measure }) => measure.kind === ofRoutes[0]?.measure.kind);
  const seen = sumOf(routes.map((row) => row.canary));
  if (seen > 0) return true;
  const share = sumOf([canary]) / Math.max(1, sumOf([stage]));
  return share * sumOf(routes.map((row) => row.promoted)) < ENOUGH;
}

function sumOf(series: readonly EventSeries[]): number {
  let sum = 0;
  for (const { requests } of series) {
    requests.forEach((each) => {
      sum += each;
    });
  }
  return sum;
}
