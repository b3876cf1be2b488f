// The series of a stage canary, read from CloudWatch.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  addUp,
  type EventSeries,
  NO_EVENTS,
  shownTogether,
  without,
} from '../../analysis/count-table.ts';
import type { SlowThreshold } from '../../analysis/slow-measure.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import type { Span } from '../../monitor/count-source.ts';
import { unreachedOf } from '../../monitor/counted-errors.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { RouteName } from './detailed-routes.ts';

/** The two values of CloudWatch's `Stage` dimension. */
export interface StageDimensions {
  readonly apiName: string;
  readonly stage: string;
  readonly canary: string;
  /** Whether the stage caches answers, so that requests are counted only if they reached a backend. */
  readonly cached: boolean;
}

export interface TrafficReading {
  readonly stage: EventSeries;
  readonly canary: EventSeries;
  readonly oldVersions: EventSeries;
  readonly newVersions: EventSeries;
  /** The same of each function. */
  readonly functions: readonly FunctionCounts[];
  /** The functions whose new version has no invocation in this time. */
  readonly unreached: readonly string[];
}

/** The invocations of both versions of one function. */
export interface FunctionCounts {
  readonly name: string;
  readonly oldVersion: EventSeries;
  readonly newVersion: EventSeries;
}

/** Reads requests and errors of both sides. Throws a `KnownError` when they cannot be read. */
export async function readTraffic(
  client: CloudWatchClient,
  { apiName, stage, canary, cached }: StageDimensions,
  functions: readonly FunctionChange[],
  span: Span,
): Promise<TrafficReading> {
  const versions = [
    ...functions.map((f) => versionSeries(f.name, f.from)),
    ...functions.map((f) => versionSeries(f.name, f.to)),
  ];
  const gateway = [...gatewaySeries(apiName, stage), ...gatewaySeries(apiName, canary)];
  const hits = cached ? [hitSeries(apiName, stage), hitSeries(apiName, canary)] : [];
  const { from, to, look } = span;
  const series = [...gateway, ...versions.flat(), ...hits];
  const values = await readMinutes(client, series, from, to, look);
  const [all, failed, canaryAll, canaryFailed, ...ofVersions] = values;
  const [stageHits, canaryHits] = cached ? values.slice(-2) : [];
  const perVersion = invocationsOf(versions.length, ofVersions);
  const ofOld = perVersion.slice(0, functions.length);
  const ofNew = perVersion.slice(functions.length);
  return {
    stage: beyondCache(shownTogether(all ?? new Map(), failed ?? new Map()), stageHits),
    // AWS does not document whether a canary without the cache has this metric, so a missing value is no hit.
    canary: withoutHits(
      shownTogether(canaryAll ?? new Map(), canaryFailed ?? new Map()),
      canaryHits,
    ),
    oldVersions: addUp(ofOld),
    newVersions: addUp(ofNew),
    functions: functions.map(({ name }, i) => ({
      name,
      oldVersion: ofOld[i] ?? NO_EVENTS,
      newVersion: ofNew[i] ?? NO_EVENTS,
    })),
    unreached: unreachedOf(functions, ofNew),
  };
}

/** The series of these versions, of which `invocationsOf` takes the values. */
export function invocationSeries(
  versions: readonly Pick<FunctionChange, 'name' | 'from'>[],
): readonly MetricDataSeries[] {
  return versions.flatMap(({ name, from }) => versionSeries(name, from));
}

/** The invocations of each of so many versions, per minute. */
export function invocationsOf(count: number, values: readonly MinuteValues[]): EventSeries[] {
  return Array.from({ length: count }, (_, i) => invocationsIn(values.slice(3 * i, 3 * i + 3)));
}

/**
 * A throttled request is in neither Invocations nor Errors (Lambda developer guide, "types of metrics"). AWS does not
 * document that Throttles is 0 when nothing was throttled, so a missing value counts as 0.
 */
function invocationsIn([
  ran = new Map(),
  failed = new Map(),
  throttled = new Map(),
]: readonly MinuteValues[]): EventSeries {
  return addUp([shownTogether(ran, failed), { requests: throttled, events: throttled }]);
}

/** API Gateway developer guide: requests are the SampleCount of Count. */
export const REQUESTS = { metric: 'Count', statistic: 'SampleCount' } as const;

/** Requests, and errors as the Sum of 5XXError. */
export function gatewaySeries(
  apiName: string,
  stage: string,
): readonly [MetricDataSeries, MetricDataSeries] {
  return [
    gatewayMetric(apiName, stage, REQUESTS),
    gatewayMetric(apiName, stage, { metric: '5XXError', statistic: 'Sum' }),
  ];
}

/** @param route of its requests only; AWS sends these metrics only for a stage with detailed metrics */
export function gatewayMetric(
  ApiName: string,
  Stage: string,
  { metric, statistic }: Pick<MetricDataSeries, 'metric' | 'statistic'>,
  route?: RouteName,
): MetricDataSeries {
  const dimensions = {
    ApiName,
    ...(route && { Method: route.method, Resource: route.resource }),
    Stage,
  };
  return { namespace: 'AWS/ApiGateway', metric, dimensions, statistic };
}

/**
 * API Gateway developer guide, "dimensions and metrics": the sum of CacheHitCount is the number of answers from the
 * cache, and its average their share of all requests, so it has a value for each minute with requests.
 */
export function hitSeries(ApiName: string, Stage: string): MetricDataSeries {
  const dimensions = { ApiName, Stage };
  return { namespace: 'AWS/ApiGateway', metric: 'CacheHitCount', dimensions, statistic: 'Sum' };
}

/**
 * The requests that the cache did not answer. A minute without its number of hits is incomplete. An answer from the
 * cache is no error.
 *
 * @param hits `undefined`: there is no cache
 */
export function beyondCache(series: EventSeries, hits: MinuteValues | undefined): EventSeries {
  if (!hits) return series;
  const unknown = [...series.requests.keys()].filter((minute) => !hits.has(minute));
  const incomplete = new Set([...(series.incomplete ?? []), ...unknown]);
  return { ...withoutHits(series, hits), ...(incomplete.size > 0 && { incomplete }) };
}

function withoutHits(series: EventSeries, hits: MinuteValues = new Map()): EventSeries {
  const { requests } = without(series, { requests: hits, events: new Map() });
  return { ...series, requests };
}

/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
export function slowStatistic({ milliseconds }: SlowThreshold): string {
  return `TC(${milliseconds}:)`;
}

/** Lambda developer guide, "types of metrics": a version's own series. */
function versionSeries(
  FunctionName: string,
  version: string,
): readonly [MetricDataSeries, MetricDataSeries, MetricDataSeries] {
  const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
  const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' };
  return [
    { ...shared, metric: 'Invocations' },
    { ...shared, metric: 'Errors' },
    { ...shared, metric: 'Throttles' },
  ];
}
