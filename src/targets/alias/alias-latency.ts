// The latency of weighted aliases: the Duration of each version's invocations, without their start (Lambda developer
// guide, "types of metrics").
//
// AWS does not document whether Duration has the statistic TC(x:), which counts the slow ones. So it is tried on the
// hour before, and latency is only compared if every minute with invocations has a count.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  type CountRow,
  type EventSeries,
  NO_EVENTS,
  shownTogether,
} from '../../analysis/count-table.ts';
import { ALL, type Scope } from '../../analysis/measure.ts';
import {
  isSlowMeasure,
  type SlowMeasure,
  type SlowThreshold,
  slowMeasure,
} from '../../analysis/slow-measure.ts';
import type { AliasRef } from '../../aws/aliases.ts';
import { isRefusedForContent } from '../../aws/aws-errors.ts';
import { causedBy } from '../../aws/call.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { countsOf } from '../../monitor/baseline.ts';
import type { Baseline, MeasureBaseline, ReleaseSpan } from '../../monitor/count-source.ts';
import type { LatencyGap } from '../../rollout/blind-spots.ts';
import type { FunctionChange } from '../../rollout/release.ts';

const HOUR = 3600;
const QUANTILES = [0.9, 0.99] as const;

/** The measures of the hour before, or why there are none. */
export interface LatencyBaseline {
  readonly measures: readonly MeasureBaseline[];
  readonly gap: LatencyGap | undefined;
}

/** @param to the end of the hour, in seconds since the epoch */
export async function readLatencyBaseline(
  client: CloudWatchClient,
  refs: readonly AliasRef[],
  to: number,
): Promise<LatencyBaseline> {
  try {
    return await readHour(client, refs, to);
  } catch (error) {
    // The statistic itself. Anything else is a failed reading.
    if (!causedBy(error, isRefusedForContent)) throw error;
    return { measures: [], gap: 'refused' };
  }
}

async function readHour(
  client: CloudWatchClient,
  refs: readonly AliasRef[],
  to: number,
): Promise<LatencyBaseline> {
  const found = await readThresholds(client, refs, to);
  const series = found.flatMap(({ ref, thresholds }) => [
    durationSeries(ref, 'SampleCount'),
    ...thresholds.map((threshold) => durationSeries(ref, slowStatistic(threshold))),
  ]);
  const values = await readMinutes(client, series, to - HOUR, to);
  let at = 0;
  const next = (): MinuteValues => values[at++] ?? new Map();
  const hours = found.flatMap(({ ref, thresholds }) => {
    const ran = next();
    return thresholds.map((threshold) => ({
      measure: slowMeasure(threshold, scopeOf(ref, refs)),
      counted: shownTogether(ran, next()),
    }));
  });
  if (hours.length === 0) return { measures: [], gap: 'no-traffic' };
  if (hours.some(({ counted }) => counted.incomplete)) return { measures: [], gap: 'not-counted' };
  const measures = hours.map(({ measure, counted }) => ({ measure, minutes: countsOf(counted) }));
  return { measures, gap: undefined };
}

interface FunctionThresholds {
  readonly ref: AliasRef;
  readonly thresholds: readonly SlowThreshold[];
}

/** A function without invocations in that hour has none. */
async function readThresholds(
  client: CloudWatchClient,
  refs: readonly AliasRef[],
  to: number,
): Promise<readonly FunctionThresholds[]> {
  const statistics = ['SampleCount', ...QUANTILES.map((q) => `p${q * 100}`)];
  const series = refs.flatMap((ref) =>
    statistics.map((statistic) => ({ ...durationSeries(ref, statistic), period: HOUR })),
  );
  const values = await readMinutes(client, series, to - HOUR, to);
  return refs.flatMap((ref, i) => {
    const first = i * statistics.length;
    const [samples = new Map(), ...quantiles] = values.slice(first, first + statistics.length);
    const thresholds = QUANTILES.flatMap((quantile, q): SlowThreshold[] => {
      const milliseconds = mostSampled(quantiles[q] ?? new Map(), samples);
      return milliseconds === undefined
        ? []
        : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
    });
    return thresholds.length === 0 ? [] : [{ ref, thresholds }];
  });
}

/** CloudWatch may split a period that does not start at a full hour: the part with more samples. */
function mostSampled(values: MinuteValues, samples: MinuteValues): number | undefined {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}

/** The slow invocations of both versions, for the measures of the hour before. */
export async function readSlowVersions(
  client: CloudWatchClient,
  baseline: Baseline,
  changes: readonly FunctionChange[],
  refOf: (functionName: string) => AliasRef,
  span: ReleaseSpan,
): Promise<readonly CountRow[]> {
  const measures = baseline.map(({ measure }) => measure).filter(isSlowMeasure);
  const asked = measures.flatMap((measure) => {
    const change = changeOf(measure, changes);
    return change ? [{ measure, change, ref: refOf(change.name) }] : [];
  });
  const series = asked.flatMap(({ measure, change: { from, to }, ref }) =>
    [to, from, ...(span.promoted ? [undefined] : [])].flatMap((version) => [
      durationSeries(ref, 'SampleCount', version),
      durationSeries(ref, slowStatistic(measure.threshold), version),
    ]),
  );
  const values = await readMinutes(client, series, span.from, span.to, span.look);
  let at = 0;
  const next = (): EventSeries => {
    const [ran = new Map(), slow = new Map()] = [values[at++], values[at++]];
    return shownTogether(ran, slow);
  };
  return asked.map(({ measure }) => ({
    measure,
    canary: next(),
    stable: next(),
    promoted: span.promoted ? next() : NO_EVENTS,
  }));
}

/** The function of a measure; not if its version does not change. */
function changeOf(
  { scope }: SlowMeasure,
  changes: readonly FunctionChange[],
): FunctionChange | undefined {
  if (scope.kind !== 'function') return changes[0];
  return changes.find(({ name }) => name === scope.name);
}

/** With one function, its latency is that of all traffic. */
function scopeOf({ functionName: name }: AliasRef, refs: readonly AliasRef[]): Scope {
  return refs.length === 1 ? ALL : { kind: 'function', name };
}

/** CloudWatch, "statistics definitions": `TC(x:)` counts the values above x. */
function slowStatistic({ milliseconds }: SlowThreshold): string {
  return `TC(${milliseconds}:)`;
}

/** Of an alias, or of one version behind it. */
function durationSeries(
  { functionName, alias }: AliasRef,
  statistic: string,
  version?: string,
): MetricDataSeries {
  return {
    namespace: 'AWS/Lambda',
    metric: 'Duration',
    dimensions: {
      FunctionName: functionName,
      Resource: `${functionName}:${alias}`,
      ...(version && { ExecutedVersion: version }),
    },
    statistic,
  };
}
