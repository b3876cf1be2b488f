// Per-minute counts out of CloudWatch.

import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { call } from './call.ts';
import { turnPages } from './pages.ts';

/** A metric whose minutes are added up. */
export interface Series {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Sum`, `SampleCount`, `p99`, `TC(250:)`. */
  readonly statistic: string;
  /** Seconds of one value; 60 unless told. */
  readonly period?: number;
}

/** Value by start of the period, in seconds since the epoch. A period without data is absent. */
export type MinuteValues = ReadonlyMap<number, number>;

/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;

/**
 * Reads several series minute by minute, in the order given.
 *
 * @param from start of the first minute, seconds since the epoch
 * @param to end of the last minute, exclusive
 */
export async function readMinutes(
  client: CloudWatchClient,
  series: readonly Series[],
  from: number,
  to: number,
): Promise<readonly MinuteValues[]> {
  const values = series.map(() => new Map<number, number>());
  for (let start = 0; start < series.length; start += QUERIES_PER_CALL) {
    const queries = series
      .slice(start, start + QUERIES_PER_CALL)
      .map((s, i) => query(s, start + i));
    await readPages(client, queries, from, to, (result) => collect(result, values));
  }
  return values;
}

async function readPages(
  client: CloudWatchClient,
  queries: MetricDataQuery[],
  from: number,
  to: number,
  take: (result: MetricDataResult) => void,
): Promise<void> {
  const turn = turnPages('reading metrics');
  let next: string | undefined;
  do {
    const page = await call(
      {
        doing: 'reading metrics',
        permission: { action: 'cloudwatch:GetMetricData', resource: '*' },
      },
      () =>
        client.send(
          new GetMetricDataCommand({
            MetricDataQueries: queries,
            StartTime: new Date(from * 1000),
            EndTime: new Date(to * 1000),
            ScanBy: 'TimestampAscending',
            ...(next && { NextToken: next }),
          }),
        ),
    );
    for (const result of page.MetricDataResults ?? []) take(result);
    next = turn(page.NextToken);
  } while (next);
}

function query(series: Series, index: number): MetricDataQuery {
  const Dimensions = Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: `m${index}`,
    ReturnData: true,
    MetricStat: {
      Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions },
      Period: series.period ?? 60,
      Stat: series.statistic,
    },
  };
}

function collect(result: MetricDataResult, values: readonly Map<number, number>[]): void {
  const target = values[Number((result.Id ?? '').slice(1))];
  result.Timestamps?.forEach((time, i) => {
    target?.set(time.getTime() / 1000, result.Values?.[i] ?? 0);
  });
}
