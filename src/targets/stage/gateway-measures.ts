// What API Gateway counts for each side of a stage's canary, besides failures: client errors and slow responses.

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
import type { Span } from '../../monitor/count-source.ts';
import { readPairs } from '../../monitor/metric-counts.ts';
import type { CountedTraffic } from '../../rollout/traffic.ts';
import {
  gatewayMetric,
  type StageDimensions,
  slowStatistic,
  type TrafficReading,
} from './stage-series.ts';

/** The metric that counts the events of a measure; `undefined` if API Gateway does not count them. */
interface Events {
  readonly metric: string;
  readonly statistic: string;
}

export function eventsOf(measure: Measure): Events | undefined {
  if (isSlowMeasure(measure)) {
    return { metric: 'Latency', statistic: slowStatistic(measure.threshold) };
  }
  return measure.kind === 'client-errors' ? { metric: '4XXError', statistic: 'Sum' } : undefined;
}

/** Reads those of the measures that API Gateway counts, in the given order. */
export async function readGatewayMeasures(
  client: CloudWatchClient,
  { apiName, stage, canary }: StageDimensions,
  measures: readonly Measure[],
  reading: TrafficReading,
  traffic: CountedTraffic,
  span: Span,
): Promise<readonly CountRow[]> {
  const asked = measures.flatMap((measure) => {
    const events = eventsOf(measure);
    return events ? [{ measure, events }] : [];
  });
  const pairs = await readPairs(
    client,
    span,
    asked.map(({ events }) => [
      gatewayMetric(apiName, stage, events),
      gatewayMetric(apiName, canary, events),
    ]),
  );
  return asked.map(({ measure }, i): CountRow => {
    const { requests: ofStage, events: ofCanary } = pairs[i] ?? NONE;
    const all = together(reading.stage, ofStage);
    const fresh = together(reading.canary, ofCanary);
    const isApart = errorsOf(traffic.table).stable === reading.stage;
    return {
      measure,
      canary: fresh,
      stable: isApart ? all : without(all, fresh),
      promoted: all,
    };
  });
}

/** A minute whose requests are known only in part stays so. */
function together(counted: EventSeries, events: EventSeries['events']): EventSeries {
  const both = shownTogether(counted.requests, events);
  return { ...both, ...incompleteIn(counted, both) };
}

const NONE: EventSeries = { requests: new Map(), events: new Map() };
