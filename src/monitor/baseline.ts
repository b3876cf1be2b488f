// The traffic, errors and latency of the stage before the rollout.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type EventSeries, shownApart, shownTogether } from '../analysis/count-table.ts';
import { type Counts, sum } from '../analysis/counts.ts';
import { errorsMeasure } from '../analysis/errors-measure.ts';
import { type SlowThreshold, slowMeasure } from '../analysis/slow-measure.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../aws/metric-data.ts';
import type { DailyTraffic } from '../rollout/forecast.ts';
import { startOfMinute } from '../rollout/traffic.ts';
import type { Baseline } from './count-source.ts';
import {
  gatewaySeries,
  latencySeries,
  type MetricQuestion,
  metricSeries,
  readPairs,
  slowSeries,
} from './metric-counts.ts';

const HOUR = 3600;
const QUANTILES = [0.9, 0.99] as const;

/** @param startedAt seconds since the epoch */
export async function readBaseline(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  startedAt: number,
): Promise<Baseline> {
  const to = startOfMinute(startedAt);
  const latencies = QUANTILES.map((q) => ({
    ...latencySeries(apiName, stageName, `p${q * 100}`),
    period: HOUR,
  }));
  const weight = { ...latencySeries(apiName, stageName, 'SampleCount'), period: HOUR };
  const series = [...gatewaySeries(apiName, stageName), weight, ...latencies];
  const [requests, errors, samples, ...quantiles] = await readMinutes(
    client,
    series,
    to - HOUR,
    to,
  );
  const all = requests ?? new Map();
  const thresholds = QUANTILES.flatMap((quantile, i): SlowThreshold[] => {
    const milliseconds = mostSampled(quantiles[i] ?? new Map(), samples ?? new Map());
    // Whole milliseconds: CloudWatch supports few decimals in TC(x:), and they would make no difference.
    return milliseconds === undefined ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
  });
  const slowCounts = await readMinutes(
    client,
    thresholds.map((threshold) => slowSeries(apiName, stageName, threshold)),
    to - HOUR,
    to,
  );
  return [
    { measure: errorsMeasure(), minutes: countsOf(shownTogether(all, errors ?? new Map())) },
    ...thresholds.map((threshold, i) => ({
      measure: slowMeasure(threshold),
      minutes: countsOf(shownTogether(all, slowCounts[i] ?? new Map())),
    })),
  ];
}

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

/**
 * CloudWatch may split a period that does not start at a full hour into two values: returns the one with more
 * samples.
 */
function mostSampled(values: MinuteValues, samples: MinuteValues): number | undefined {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
