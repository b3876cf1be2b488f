// The traffic before the rollout.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type EventSeries, shownApart, shownTogether } from '../analysis/count-table.ts';
import { type Counts, sum } from '../analysis/counts.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../aws/metric-data.ts';
import type { DailyTraffic } from '../rollout/forecast.ts';
import { startOfMinute } from '../rollout/traffic.ts';
import { type MetricQuestion, metricSeries, readPairs } from './metric-counts.ts';

const HOUR = 3600;

/** Stable's counts of the user's own metrics, per minute of the same hour, in the given order. */
export async function readMetricBaseline(
  client: CloudWatchClient,
  metrics: readonly MetricQuestion[],
  startedAt: number,
): Promise<readonly (readonly Counts[])[]> {
  const to = startOfMinute(startedAt);
  const stable = metrics.map((metric) => metricSeries(metric, metric.stable));
  const pairs = await readPairs(client, { from: to - HOUR, to }, stable);
  return pairs.map(({ requests, events }) => countsOf(shownApart(requests, events)));
}

const DAY = 24 * HOUR;

/**
 * Requests per minute and error rate over the last day.
 *
 * @param pairs requests, and errors among them, of every part of the traffic
 * @returns `undefined` if there are no counts for that time
 */
export async function readDailyTraffic(
  client: CloudWatchClient,
  pairs: readonly (readonly [MetricDataSeries, MetricDataSeries])[],
  now: number,
): Promise<DailyTraffic | undefined> {
  const to = startOfMinute(now);
  const series = pairs.flat().map((s) => ({ ...s, period: HOUR }));
  const values = await readMinutes(client, series, to - DAY, to);
  const requests = values.filter((_, i) => i % 2 === 0);
  const errors = values.filter((_, i) => i % 2 === 1);
  const total = requests.reduce((sum, v) => sum + addUp(v), 0);
  if (total === 0) return undefined;
  const counts = requests.flatMap((r, i) => countsOf(shownTogether(r, errors[i] ?? new Map())));
  const judged = sum(counts);
  // A service younger than a day is judged by the hours in which it had traffic.
  const hours = Math.max(...requests.map((v) => v.size));
  return {
    requestsPerMinute: total / (hours * 60),
    errorRate: judged.requests === 0 ? 0 : judged.events / judged.requests,
  };
}

/** Whether any of these series counts anything. */
export function hasAny(series: readonly MinuteValues[]): boolean {
  return series.some((values) => addUp(values) > 0);
}

function addUp(values: MinuteValues): number {
  let total = 0;
  for (const value of values.values()) total += value;
  return total;
}

/**
 * Converts requests and events of a series into counts per minute. Minutes without requests, and incomplete ones,
 * are absent.
 */
export function countsOf({ requests, events, incomplete }: EventSeries): Counts[] {
  return [...requests]
    .filter(([minute, count]) => count > 0 && !incomplete?.has(minute))
    .sort(([a], [b]) => a - b)
    .map(([minute, count]) => ({
      requests: count,
      events: Math.min(count, events.get(minute) ?? 0),
    }));
}
