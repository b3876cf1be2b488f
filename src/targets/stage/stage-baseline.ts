// The traffic, errors and latency of the stage in the hour before the rollout.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { clientErrorsMeasure } from '../../analysis/client-errors-measure.ts';
import { NO_EVENTS, shownTogether } from '../../analysis/count-table.ts';
import { errorsMeasure, invocationsMeasure } from '../../analysis/errors-measure.ts';
import type { MeasureClass } from '../../analysis/measure-class.ts';
import { type SlowThreshold, slowMeasure } from '../../analysis/slow-measure.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { countsOf } from '../../monitor/baseline.ts';
import type { Baseline, Span } from '../../monitor/count-source.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import type { RouteName } from './detailed-routes.ts';
import { readerOf } from './gateway-measures.ts';
import { busiestRoutes, routeMeasures, routeSeries } from './route-baseline.ts';
import {
  beyondCache,
  gatewayMetric,
  gatewaySeries,
  hitSeries,
  invocationSeries,
  invocationsOf,
} from './stage-series.ts';

const HOUR = 3600;
const QUANTILES = [0.9, 0.99] as const;

/** What is to be known of the hour before. */
export interface HourBefore {
  /** Seconds since the epoch. */
  readonly startedAt: number;
  readonly functions: readonly Pick<FunctionChange, 'name' | 'from'>[];
  readonly compare: readonly MeasureClass[];
  /** Whether the stage caches answers: only requests that reached a backend are counted, and latency is not. */
  readonly cached: boolean;
  /** Every name under which requests to single routes may be counted. */
  readonly routes: readonly RouteName[];
}

export async function readBaseline(
  client: CloudWatchClient,
  apiName: string,
  stageName: string,
  { startedAt, functions, compare, cached, routes }: HourBefore,
): Promise<Baseline> {
  const to = startOfMinute(startedAt);
  const span = { from: to - HOUR, to };
  const served = (compare.includes('errors') ? functions : []).filter(({ from }) => from !== '');
  // Of a single route, it is not known which requests its cache answered.
  const wantsRoutes = !cached && (compare.includes('errors') || compare.includes('client-errors'));
  const names = wantsRoutes ? routes : [];
  const read = await readTogether(client, span, {
    gateway: gatewaySeries(apiName, stageName),
    hits: cached ? [hitSeries(apiName, stageName)] : [],
    quantiles: !cached && compare.includes('latency') ? quantileSeries(apiName, stageName) : [],
    invocations: invocationSeries(served),
    routes: routeSeries(apiName, stageName, names, HOUR),
  });
  const [all = NONE, errors = NONE] = read.gateway;
  const [hits] = read.hits;
  const counts = invocationsOf(served.length, read.invocations);
  const counted = shownTogether(all, errors);
  const measures = [
    ...(compare.includes('client-errors') ? [clientErrorsMeasure()] : []),
    ...thresholdsIn(read.quantiles).map((threshold) => slowMeasure(threshold)),
    ...routeMeasures(busiestRoutes(names, read.routes), compare),
  ];
  const reader = readerOf(client, span);
  const takes = measures.map((measure) => reader.eventsOf(apiName, stageName, measure));
  const values = await reader.all();
  const invoked = compare.includes('errors') ? functions : [];
  const invocations = new Map(served.map(({ name }, i) => [name, counts[i]]));
  return [
    { measure: errorsMeasure(), minutes: countsOf(beyondCache(counted, hits)) },
    ...invoked.map(({ name }) => ({
      measure: invocationsMeasure(name),
      minutes: countsOf(invocations.get(name) ?? NO_EVENTS),
    })),
    ...measures.map((measure, i) => ({
      measure,
      minutes: countsOf(beyondCache(takes[i]?.(values, counted) ?? NO_EVENTS, hits)),
    })),
  ];
}

/** The values of several groups of series, read in one call. */
async function readTogether<Name extends string>(
  client: CloudWatchClient,
  { from, to }: Span,
  groups: Readonly<Record<Name, readonly MetricDataSeries[]>>,
): Promise<Readonly<Record<Name, readonly MinuteValues[]>>> {
  const names = Object.keys(groups) as Name[];
  const values = [
    ...(await readMinutes(
      client,
      names.flatMap((name) => groups[name]),
      from,
      to,
    )),
  ];
  const found = names.map((name) => [name, values.splice(0, groups[name].length)]);
  return Object.fromEntries(found);
}

const NONE: MinuteValues = new Map();

/** The number of responses, and the quantiles of their latency over the hour. */
function quantileSeries(apiName: string, stageName: string): readonly MetricDataSeries[] {
  return ['SampleCount', ...QUANTILES.map((q) => `p${q * 100}`)].map((statistic) => ({
    ...gatewayMetric(apiName, stageName, { metric: 'Latency', statistic }),
    period: HOUR,
  }));
}

function thresholdsIn([samples = NONE, ...quantiles]: readonly MinuteValues[]): SlowThreshold[] {
  return QUANTILES.flatMap((quantile, i): SlowThreshold[] => {
    const milliseconds = mostSampled(quantiles[i] ?? NONE, samples);
    // Whole milliseconds: CloudWatch supports few decimals in TC(x:), and they would make no difference.
    return milliseconds === undefined ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
  });
}

/**
 * CloudWatch may split a period that does not start at a full hour into two values: returns the one with more
 * samples.
 */
function mostSampled(values: MinuteValues, samples: MinuteValues): number | undefined {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
