// The traffic of a stage's canary: the gateway's own series, and those of the functions' versions.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { readDailyTraffic, readHistory } from '../../monitor/baseline.ts';
import type { CountSource } from '../../monitor/count-source.ts';
import {
  gatewaySeries,
  readSlow,
  readTraffic,
  type TrafficReading,
} from '../../monitor/metric-counts.ts';
import { splitCounts, without } from '../../monitor/split.ts';
import { shownTogether, type TrafficCounts } from '../../rollout/traffic.ts';
import type { Split } from '../../rollout/weights.ts';

export interface StageSeries {
  readonly stageName: string;
  /** The value of CloudWatch's `Stage` dimension for canary requests. */
  readonly canaryDimension: string;
  /** The API's name, which is a dimension; read when it is first needed. */
  readonly readApiName: () => Promise<string>;
}

export function createStageCounts(client: CloudWatchClient, series: StageSeries): CountSource {
  const { stageName, canaryDimension: canary, readApiName } = series;
  const dimensions = async () => ({ apiName: await readApiName(), stage: stageName, canary });
  let last: TrafficReading | undefined;
  return {
    readTraffic: async (changes, span, closedUntil) => {
      last = await readTraffic(client, await dimensions(), changes, span);
      const traffic = splitCounts(last, closedUntil);
      const observation =
        traffic.kind === 'counted' && traffic.source === 'gateway' && changes.length > 0;
      return observation ? { ...traffic, invoked: last.newVersions.requests } : traffic;
    },
    readHistory: async (startedAt) =>
      readHistory(client, await readApiName(), stageName, startedAt),
    readSlow: async (history, traffic, span) => {
      // Slowness is measured by the gateway only; where its canary series is missing, not at all.
      if (!last || traffic.kind !== 'counted' || traffic.source !== 'gateway') return [];
      const counts = await readSlow(client, await dimensions(), history.slow, span);
      const reading = last;
      return counts.map((slow) => slowArms(reading, traffic, slow));
    },
    readDaily: async (now) =>
      readDailyTraffic(client, [gatewaySeries(await readApiName(), stageName)], now),
  };
}

type Slow = Awaited<ReturnType<typeof readSlow>>[number];

function slowArms(
  { stage, canary }: TrafficReading,
  traffic: TrafficCounts & { readonly kind: 'counted' },
  slow: Slow,
): Split {
  const all = shownTogether(stage.requests, slow.stage);
  const ofCanary = shownTogether(canary.requests, slow.canary);
  const stable = traffic.stable === stage ? all : without(all, ofCanary);
  return { canary: ofCanary, stable, promoted: all };
}
