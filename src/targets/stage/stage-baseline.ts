// The traffic, errors and latency of the stage in the hour before the rollout.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { shownTogether } from '../../analysis/count-table.ts';
import { errorsMeasure, invocationsMeasure } from '../../analysis/errors-measure.ts';
import { type SlowThreshold, slowMeasure } from '../../analysis/slow-measure.ts';
import { type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { countsOf } from '../../monitor/baseline.ts';
import type { Baseline } from '../../monitor/count-source.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import { gatewaySeries, latencySeries, readInvocations, slowSeries } from './stage-series.ts';

const HOUR = 3600;
const QUANTILES = [0.9, 0.99] as const;

/** @param startedAt seconds since the epoch */
export async function readBaseline(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  startedAt: number,
  functions: readonly Pick<FunctionChange, 'name' | 'from'>[],
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
  const served = functions.filter(({ from }) => from !== '');
  const invocations = await readInvocations(client, served, { from: to - HOUR, to });
  return [
    { measure: errorsMeasure(), minutes: countsOf(shownTogether(all, errors ?? new Map())) },
    ...(functions.length > 0
      ? [{ measure: invocationsMeasure(), minutes: countsOf(invocations) }]
      : []),
    ...thresholds.map((threshold, i) => ({
      measure: slowMeasure(threshold),
      minutes: countsOf(shownTogether(all, slowCounts[i] ?? new Map())),
    })),
  ];
}

/**
 * CloudWatch may split a period that does not start at a full hour into two values: returns the one with more
 * samples.
 */
function mostSampled(values: MinuteValues, samples: MinuteValues): number | undefined {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
