// The user's own metrics, read from CloudWatch.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { addUp, type EventSeries, shownApart } from '../analysis/count-table.ts';
import { type MetricDataSeries, readMinutes } from '../aws/metric-data.ts';
import type { Span } from './count-source.ts';

/** A metric of the user's own, with the dimensions of each side filled in. */
export interface MetricQuestion {
  readonly namespace: string;
  readonly events: string;
  readonly total: string;
  readonly canary: Readonly<Record<string, string>>;
  readonly stable: Readonly<Record<string, string>>;
}

/** The user's own metrics, in the given order. */
export async function readMetrics(
  client: CloudWatchClient,
  metrics: readonly MetricQuestion[],
  span: Span,
): Promise<readonly { readonly canary: EventSeries; readonly stable: EventSeries }[]> {
  const pairs = await readPairs(
    client,
    span,
    metrics.flatMap((m) => [metricSeries(m, m.canary), metricSeries(m, m.stable)]),
  );
  const arms = pairs.map((p) => shownApart(p.requests, p.events));
  return metrics.map((_, i) => ({
    canary: arms[2 * i] ?? addUp([]),
    stable: arms[2 * i + 1] ?? addUp([]),
  }));
}

/** Each pair is one series: requests, and the events among them, as AWS returns them. */
export async function readPairs(
  client: CloudWatchClient,
  { from, to, look }: Span,
  pairs: readonly (readonly [MetricDataSeries, MetricDataSeries])[],
): Promise<EventSeries[]> {
  if (pairs.length === 0) return [];
  const values = await readMinutes(client, pairs.flat(), from, to, look);
  return pairs.map((_, i) => ({
    requests: values[2 * i] ?? new Map(),
    events: values[2 * i + 1] ?? new Map(),
  }));
}

export function metricSeries(
  { namespace, total, events }: MetricQuestion,
  dimensions: Readonly<Record<string, string>>,
): readonly [MetricDataSeries, MetricDataSeries] {
  const shared = { namespace, dimensions, statistic: 'Sum' };
  return [
    { ...shared, metric: total },
    { ...shared, metric: events },
  ];
}
