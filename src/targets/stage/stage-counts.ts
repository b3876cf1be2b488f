// The traffic of a stage's canary: API Gateway's own series, and those of the functions' versions.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { errorsMeasure, invocationsMeasure } from '../../analysis/errors-measure.ts';
import type { MeasureClass } from '../../analysis/measure-class.ts';
import { KnownError } from '../../base/errors.ts';
import { readDailyTraffic } from '../../monitor/baseline.ts';
import type { Baseline, CountSource } from '../../monitor/count-source.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { CountedTraffic } from '../../rollout/traffic.ts';
import { readGatewayMeasures } from './gateway-measures.ts';
import { sharedName } from './inspect-twins.ts';
import { readBaseline } from './stage-baseline.ts';
import { gatewaySeries, readTraffic, type TrafficReading } from './stage-series.ts';
import { splitCounts } from './stage-split.ts';

export interface StageSeries {
  readonly stageName: string;
  /** The value of CloudWatch's `Stage` dimension for canary requests. */
  readonly canaryDimension: string;
  /** The API's name, which is a dimension; read on first use. */
  readonly readApiName: () => Promise<string>;
  /** Other APIs of that name, whose requests CloudWatch adds; read on first use. */
  readonly readTwins: () => Promise<readonly string[]>;
  readonly compares: boolean;
}

export function createStageCounts(client: CloudWatchClient, series: StageSeries): CountSource {
  const { stageName, canaryDimension: canary, readApiName, readTwins, compares } = series;
  const dimensions = async () => ({ apiName: await readApiName(), stage: stageName, canary });
  let last: TrafficReading | undefined;
  return {
    readTraffic: async (changes, span, closedUntil) => {
      last = await readTraffic(client, await dimensions(), changes, span);
      const twins = await readTwins();
      const isShared = twins.length > 0;
      if (isShared && changes.length === 0 && compares) {
        throw new KnownError(sharedName(await readApiName(), stageName, twins));
      }
      const gateway = isShared && changes.length > 0 ? 'shared' : 'own';
      const traffic = splitCounts(last, closedUntil, gateway);
      return changes.length > 0 ? withInvocations(traffic, last) : traffic;
    },
    readBaseline: async (startedAt, functions, compare) => {
      const hour = { startedAt, functions, compare };
      return (await readTwins()).length > 0 && compares
        ? unknownHour(functions, compare)
        : readBaseline(client, await readApiName(), stageName, hour);
    },
    readMeasures: async (baseline, traffic, span) => {
      // Only API Gateway counts these per side. Without its canary series, they are not measured.
      if (!last || traffic.kind !== 'counted' || traffic.source !== 'gateway') return [];
      const measures = baseline.map(({ measure }) => measure);
      return readGatewayMeasures(client, await dimensions(), measures, last, traffic, span);
    },
    readDaily: async (now) =>
      readDailyTraffic(client, [gatewaySeries(await readApiName(), stageName)], now),
  };
}

/** Of an API that CloudWatch does not tell apart from another, only the functions are known. */
function unknownHour(
  functions: readonly Pick<FunctionChange, 'name'>[],
  compare: readonly MeasureClass[],
): Baseline {
  const own = compare.includes('errors') ? functions : [];
  return [
    { measure: errorsMeasure(), minutes: [] },
    ...own.map(({ name }) => ({ measure: invocationsMeasure(name), minutes: [] })),
  ];
}

/** Adds what Lambda counts by version, which the gateway's own errors may not show. */
function withInvocations(
  traffic: CountedTraffic,
  { functions, newVersions, unreached }: TrafficReading,
): CountedTraffic {
  const rows = functions.map(({ name, oldVersion, newVersion }) => {
    const sides = { canary: newVersion, stable: oldVersion, promoted: newVersion };
    return { measure: invocationsMeasure(name), ...sides };
  });
  const table = { ...traffic.table, rows: [...traffic.table.rows, ...rows] };
  const counted = { ...traffic, unreached, table };
  return traffic.source === 'gateway' ? { ...counted, invoked: newVersions } : counted;
}
