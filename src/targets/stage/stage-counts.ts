// The traffic of a stage's canary: API Gateway's own series, and those of the functions' versions.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { errorsMeasure, invocationsMeasure } from '../../analysis/errors-measure.ts';
import type { MeasureClass } from '../../analysis/measure-class.ts';
import { isSlowMeasure } from '../../analysis/slow-measure.ts';
import { type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { KnownError } from '../../base/errors.ts';
import { readDailyTraffic } from '../../monitor/baseline.ts';
import type { Baseline, CountSource } from '../../monitor/count-source.ts';
import type { LatencyGap } from '../../rollout/blind-spots.ts';
import type { DailyTraffic } from '../../rollout/forecast.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { type CountedTraffic, startOfMinute } from '../../rollout/traffic.ts';
import type { RouteName } from './detailed-routes.ts';
import { readGatewayMeasures } from './gateway-measures.ts';
import { sharedName } from './inspect-twins.ts';
import { readBaseline } from './stage-baseline.ts';
import { gatewaySeries, hitSeries, readTraffic, type TrafficReading } from './stage-series.ts';
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
  /** Whether probes are sent to both versions, which the series of the functions' versions contain. */
  readonly probed: boolean;
  /** Whether the stage caches answers; read on first use. */
  readonly readCached: () => Promise<boolean>;
  /** The names of routes that may be counted by themselves; read on first use. */
  readonly readRoutes: () => Promise<readonly RouteName[]>;
}

export function createStageCounts(client: CloudWatchClient, series: StageSeries): CountSource {
  const {
    stageName,
    canaryDimension: canary,
    readApiName,
    readTwins,
    compares,
    probed,
    readCached,
    readRoutes,
  } = series;
  const dimensions = async () => ({
    apiName: await readApiName(),
    stage: stageName,
    canary,
    cached: await readCached(),
  });
  let last: TrafficReading | undefined;
  let gap: LatencyGap | undefined = 'no-traffic';
  return {
    readTraffic: async (changes, span, closedUntil) => {
      const names = await dimensions();
      // Nothing tells a probe from a request of a user in a version's own series.
      const versions = probed ? [] : changes;
      last = await readTraffic(client, names, versions, span);
      const twins = await readTwins();
      const isShared = twins.length > 0;
      if (isShared && versions.length === 0 && compares) {
        throw new KnownError(sharedName(names.apiName, stageName, twins));
      }
      const gateway = isShared && versions.length > 0 ? 'shared' : 'own';
      const split = splitCounts(last, closedUntil, gateway);
      const traffic = names.cached ? ofBackends(split) : split;
      return versions.length > 0 ? withInvocations(traffic, last) : traffic;
    },
    readBaseline: async (startedAt, released, compare) => {
      const functions = probed ? [] : released;
      if ((await readTwins()).length > 0 && compares) {
        return unknownHour(functions, compare);
      }
      const { apiName, cached } = await dimensions();
      const routes = await readRoutes();
      const hour = { startedAt, functions, compare, cached, routes };
      const baseline = await readBaseline(client, apiName, stageName, hour);
      gap = gapIn(baseline, cached);
      return baseline;
    },
    latencyGap: () => gap,
    readMeasures: async (baseline, traffic, span) => {
      // Only API Gateway counts these per side. Without its canary series, they are not measured.
      if (!last || traffic.kind !== 'counted' || traffic.source === 'functions') return [];
      const measures = baseline.map(({ measure }) => measure);
      return readGatewayMeasures(client, await dimensions(), measures, last, traffic, span);
    },
    readDaily: async (now) => {
      const apiName = await readApiName();
      const daily = await readDailyTraffic(client, [gatewaySeries(apiName, stageName)], now);
      if (!daily || !(await readCached())) return daily;
      return beyondHits(daily, await readHits(client, apiName, stageName, now));
    },
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

function gapIn(baseline: Baseline, cached: boolean): LatencyGap | undefined {
  if (cached) return 'cache';
  return baseline.some(({ measure }) => isSlowMeasure(measure)) ? undefined : 'no-traffic';
}

/** On a stage with a cache: the versions' requests are what reached a backend. */
function ofBackends(traffic: CountedTraffic): CountedTraffic {
  const source = traffic.source === 'gateway' ? 'backend' : traffic.source;
  return { ...traffic, source, share: 'unequal' };
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
  return traffic.source === 'functions' ? counted : { ...counted, invoked: newVersions };
}

const HOUR = 3600;

/** The share of the last day's requests that the cache answered: the average of its hours. */
async function readHits(client: CloudWatchClient, apiName: string, stage: string, now: number) {
  const to = startOfMinute(now);
  const series = { ...hitSeries(apiName, stage), period: HOUR };
  const [count] = gatewaySeries(apiName, stage);
  const from = to - 24 * HOUR;
  const [hits, requests] = await readMinutes(
    client,
    [series, { ...count, period: HOUR }],
    from,
    to,
  );
  const sum = (values: MinuteValues | undefined) =>
    [...(values?.values() ?? [])].reduce((a, b) => a + b, 0);
  return sum(hits) / Math.max(1, sum(requests));
}

/** The traffic of the backends; with answers from the cache alone, there is none. */
function beyondHits(daily: DailyTraffic, hits: number): DailyTraffic | undefined {
  const rest = 1 - hits;
  if (rest <= 0) return undefined;
  const { requestsPerMinute, errorRate } = daily;
  return {
    requestsPerMinute: requestsPerMinute * rest,
    errorRate: Math.min(1, errorRate / rest),
  };
}
