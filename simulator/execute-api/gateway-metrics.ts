// The metrics that the data plane sends to CloudWatch for each request, and their dimensions.

import type { RestApi, Stage } from '../api-gateway/model.ts';
import { type MethodName, settingOf } from '../api-gateway/setting-of.ts';
import type { Dimensions, MetricSink, Unsettled } from '../world.ts';
import { countsHits } from './answer-cache.ts';
import type { Side } from './exchange.ts';

export interface Served {
  readonly api: RestApi;
  readonly stage: Stage;
  readonly side: Side;
  /** Absent if no resource or method matched. */
  readonly method?: MethodName;
  readonly status: number;
  /** Milliseconds since the epoch, simulated. */
  readonly at: number;
  /** Simulated milliseconds. */
  readonly latencyMs: number;
  /** Absent if no backend was called. */
  readonly integrationMs?: number;
  /** The answer came from the stage's cache. */
  readonly hit?: true;
}

/** Every request is counted in every metric, errors as 0 or 1: their average is the error rate. */
export function countRequest(served: Served, metrics: MetricSink, unsettled: Unsettled): void {
  const dimensionSets = dimensionsOf(served, unsettled);
  const { status, at, latencyMs, integrationMs } = served;
  const record = (name: string, value: number, unit: string) =>
    metrics.record({ namespace: 'AWS/ApiGateway', name, dimensionSets, value, unit, at });
  record('Count', 1, 'Count');
  record('4XXError', status >= 400 && status < 500 ? 1 : 0, 'Count');
  record('5XXError', status >= 500 ? 1 : 0, 'Count');
  // Developer guide, "dimensions and metrics": the average is the rate of hits among all requests. Whether a canary
  // without the cache has the metric is not documented; here it has none.
  if (countsHits(served.stage, served.side)) {
    record('CacheHitCount', served.hit ? 1 : 0, 'Count');
    record('CacheMissCount', served.hit ? 0 : 1, 'Count');
  }
  record('Latency', latencyMs, 'Milliseconds');
  if (integrationMs !== undefined) record('IntegrationLatency', integrationMs, 'Milliseconds');
}

function dimensionsOf(served: Served, unsettled: Unsettled): readonly Dimensions[] {
  const { api, stage, side, method } = served;
  const ApiName = metricName(api);
  const perStage = stageNames(stage.stageName, side, unsettled).flatMap((Stage) => {
    const sets: Dimensions[] = [{ ApiName, Stage }];
    const isCounted = Stage === stage.stageName || unsettled.canaryHasDetailedMetrics;
    if (isCounted && method && settingOf(stage, method)?.metricsEnabled) {
      sets.push({ ApiName, Stage, Method: method.verb, Resource: method.resourcePath });
    }
    return sets;
  });
  return [{ ApiName }, ...perStage];
}

/** The name, not the id, without non-ASCII characters; the id if nothing remains. */
const metricName = ({ name, id }: RestApi): string => name.replace(/[^\x20-\x7e]/g, '') || id;

/** AWS documents neither the canary's own series nor whether the stage's series includes it. */
function stageNames(stage: string, side: Side, unsettled: Unsettled): readonly string[] {
  if (!side.isCanary) return [stage];
  const { canaryStageDimension, stageSeriesIncludesCanary } = unsettled;
  return [
    ...(stageSeriesIncludesCanary ? [stage] : []),
    ...(canaryStageDimension ? [canaryStageDimension.replaceAll('{stage}', stage)] : []),
  ];
}
