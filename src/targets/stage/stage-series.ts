// The series of a stage canary, read from CloudWatch.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { addUp, type EventSeries, shownTogether } from '../../analysis/count-table.ts';
import type { SlowThreshold } from '../../analysis/slow-measure.ts';
import type { MetricDataSeries, MinuteValues } from '../../aws/metric-data.ts';
import type { Span } from '../../monitor/count-source.ts';
import { readPairs } from '../../monitor/metric-counts.ts';
import type { FunctionChange } from '../../rollout/release.ts';

/** The two values of CloudWatch's `Stage` dimension. */
export interface StageDimensions {
  readonly apiName: string;
  readonly stage: string;
  readonly canary: string;
}

export interface TrafficReading {
  readonly stage: EventSeries;
  readonly canary: EventSeries;
  readonly oldVersions: EventSeries;
  readonly newVersions: EventSeries;
}

/** Reads requests and errors of both sides. Throws a `KnownError` when they cannot be read. */
export async function readTraffic(
  client: CloudWatchClient,
  { apiName, stage, canary }: StageDimensions,
  functions: readonly FunctionChange[],
  span: Span,
): Promise<TrafficReading> {
  const pairs = await readPairs(client, span, [
    gatewaySeries(apiName, stage),
    gatewaySeries(apiName, canary),
    ...functions.map((f) => versionSeries(f.name, f.from)),
    ...functions.map((f) => versionSeries(f.name, f.to)),
  ]);
  const [ofStage, ofCanary, ...ofVersions] = pairs.map((p) => shownTogether(p.requests, p.events));
  return {
    stage: ofStage ?? addUp([]),
    canary: ofCanary ?? addUp([]),
    oldVersions: addUp(ofVersions.slice(0, functions.length)),
    newVersions: addUp(ofVersions.slice(functions.length)),
  };
}

/** Slow responses by threshold, in the given order. */
export async function readSlow(
  client: CloudWatchClient,
  { apiName, stage, canary }: StageDimensions,
  slow: readonly SlowThreshold[],
  span: Span,
): Promise<readonly { readonly stage: MinuteValues; readonly canary: MinuteValues }[]> {
  const pairs = await readPairs(
    client,
    span,
    slow.map((t) => [slowSeries(apiName, stage, t), slowSeries(apiName, canary, t)] as const),
  );
  return pairs.map((p) => ({ stage: p.requests, canary: p.events }));
}

/** API Gateway developer guide: requests are the SampleCount of Count, errors the Sum of 5XXError. */
export function gatewaySeries(
  ApiName: string,
  Stage: string,
): readonly [MetricDataSeries, MetricDataSeries] {
  const shared = { namespace: 'AWS/ApiGateway', dimensions: { ApiName, Stage } };
  return [
    { ...shared, metric: 'Count', statistic: 'SampleCount' },
    { ...shared, metric: '5XXError', statistic: 'Sum' },
  ];
}

export function latencySeries(ApiName: string, Stage: string, statistic: string): MetricDataSeries {
  return {
    namespace: 'AWS/ApiGateway',
    metric: 'Latency',
    dimensions: { ApiName, Stage },
    statistic,
  };
}

/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
export function slowSeries(
  apiName: string,
  stage: string,
  { milliseconds }: SlowThreshold,
): MetricDataSeries {
  return latencySeries(apiName, stage, `TC(${milliseconds}:)`);
}

/** Lambda developer guide, "types of metrics": a version's own series. */
function versionSeries(
  FunctionName: string,
  version: string,
): readonly [MetricDataSeries, MetricDataSeries] {
  const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
  const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' };
  return [
    { ...shared, metric: 'Invocations' },
    { ...shared, metric: 'Errors' },
  ];
}
