// What the stage was like before the rollout: its traffic, its errors, its latency.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { Counts } from '../analysis/counts.ts';
import type { DailyTraffic } from '../rollout/foresight.ts';
import { startOfMinute } from '../rollout/traffic.ts';
import { type MinuteValues, readMinutes } from './counts.ts';
import { gatewaySeries, latencySeries, type SlowThreshold, slowSeries } from './traffic.ts';

export interface History {
  /** Stable's counts per minute over the hour before; minutes without requests are absent. */
  readonly minutes: readonly Counts[];
  /** Stable's own p90 and p99 of that hour; empty without traffic. */
  readonly slow: readonly SlowHistory[];
}

export interface SlowHistory extends SlowThreshold {
  /** Answers above the threshold, per minute of that hour. */
  readonly minutes: readonly Counts[];
}

const HOUR = 3600;
const QUANTILES = [0.9, 0.99] as const;

/** @param startedAt seconds since the epoch */
export async function readHistory(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  startedAt: number,
): Promise<History> {
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
    // Whole milliseconds: CloudWatch takes few decimals in TC(x:), and nobody feels them.
    return milliseconds === undefined ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
  });
  const slowCounts = await readMinutes(
    client,
    thresholds.map((threshold) => slowSeries(apiName, stageName, threshold)),
    to - HOUR,
    to,
  );
  return {
    minutes: countsOf(all, errors ?? new Map()),
    slow: thresholds.map((threshold, i) => ({
      ...threshold,
      minutes: countsOf(all, slowCounts[i] ?? new Map()),
    })),
  };
}

const DAY = 24 * HOUR;

/**
 * Requests a minute and error rate over the last day.
 *
 * @returns `undefined` when nothing was counted in that time
 */
export async function readDailyTraffic(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  now: number,
): Promise<DailyTraffic | undefined> {
  const to = startOfMinute(now);
  const series = gatewaySeries(apiName, stageName).map((s) => ({ ...s, period: HOUR }));
  const [requests, errors] = await readMinutes(client, series, to - DAY, to);
  const hours = requests?.size ?? 0;
  const total = addUp(requests);
  if (total === 0) return undefined;
  // An API younger than a day is judged by the hours in which it was used.
  return { requestsPerMinute: total / (hours * 60), errorRate: addUp(errors) / total };
}

function addUp(values: MinuteValues | undefined): number {
  let sum = 0;
  for (const value of values?.values() ?? []) sum += value;
  return sum;
}

function countsOf(requests: MinuteValues, errors: MinuteValues): Counts[] {
  return [...requests]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([minute, count]) => ({
      requests: count,
      events: Math.min(count, errors.get(minute) ?? 0),
    }));
}

/** An hour that does not begin at a full one may come as two values: the one that saw more. */
function mostSampled(values: MinuteValues, samples: MinuteValues): number | undefined {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
