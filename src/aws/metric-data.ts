// Reads per-minute counts from CloudWatch.

import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandOutput,
  type MessageData,
  type MetricDataQuery,
  type MetricDataResult,
  type StatusCode,
} from '@aws-sdk/client-cloudwatch';
import { KnownError } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { call, required } from './call.ts';
import type { Look, ReadFrom } from './kept-minutes.ts';
import { type MetricDataSeries, type MinuteValues, seriesKey } from './minute-series.ts';
import { turnPages } from './pages.ts';

export type { MetricDataSeries, MinuteValues };

/** GetMetricData takes at most 500 queries a call. */
const QUERIES_PER_CALL = 500;
/** How often an incomplete series is requested, and the seconds between attempts. */
const ATTEMPTS = 3;
const PAUSE_SECONDS = 1;

/**
 * Reads several series minute by minute, in the given order, and each only once. Throws if any series is incomplete: it
 * would look like one with fewer requests or no errors.
 *
 * @param from start of the first minute, seconds since the epoch
 * @param to end of the last minute, exclusive
 * @param look keeps what earlier readings from the same time on returned
 */
export async function readMinutes(
  client: CloudWatchClient,
  series: readonly MetricDataSeries[],
  from: number,
  to: number,
  look?: Look,
): Promise<readonly MinuteValues[]> {
  const read: ReadFrom = (some, others, start) => readAll(client, some, others, start, to);
  const byKey = new Map(series.map((one) => [seriesKey(one), one]));
  const asked = [...byKey.values()];
  const values = await (look ? look.read(asked, from, to, read) : read(asked, [], from));
  const found = new Map([...byKey.keys()].map((key, i) => [key, values[i]]));
  return series.map((one) => found.get(seriesKey(one)) ?? new Map());
}

/** Of the others, those that the first attempt does not return are left out: whoever needs one asks for it. */
async function readAll(
  client: CloudWatchClient,
  series: readonly MetricDataSeries[],
  others: readonly MetricDataSeries[],
  from: number,
  to: number,
): Promise<readonly (MinuteValues | undefined)[]> {
  const whole = new Map<MetricDataSeries, MinuteValues>();
  const needed = new Set(series);
  let open = [...series, ...others];
  for (let attempt = 1; open.length > 0; attempt++) {
    const asked = await readOnce(client, open, from, to);
    const lost: Lost[] = [];
    asked.forEach((reading, i) => {
      const one = open[i];
      if (!one) return;
      if (reading.kind === 'whole') whole.set(one, reading.values);
      else if (needed.has(one)) lost.push({ series: one, ...reading });
    });
    const alone = open.length <= series.length;
    const last = attempt === ATTEMPTS || (alone && lost.some(({ final }) => final));
    if (lost.length > 0 && last) throw new KnownError(inWords(lost));
    open = lost.map((one) => one.series);
    if (open.length > 0) await pause(PAUSE_SECONDS);
  }
  return [...series, ...others].map((one) => whole.get(one));
}

/** The result of reading one series. */
type Reading =
  | { readonly kind: 'whole'; readonly values: MinuteValues }
  | {
      readonly kind: 'lost';
      /** The status and messages of AWS. */
      readonly message: string;
      /** A retry would not help. */
      readonly final: boolean;
    };

type Lost = Extract<Reading, { kind: 'lost' }> & { readonly series: MetricDataSeries };

async function readOnce(
  client: CloudWatchClient,
  series: readonly MetricDataSeries[],
  from: number,
  to: number,
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < series.length; start += QUERIES_PER_CALL) {
    const part = series.slice(start, start + QUERIES_PER_CALL);
    const answers = part.map((): MetricDataResult[] => []);
    const about: MessageData[] = [];
    await readPages(client, part.map(query), from, to, (page) => {
      about.push(...(page.Messages ?? []));
      for (const result of page.MetricDataResults ?? []) {
        const id = required(result.Id, 'reading metrics', 'MetricDataResults.Id');
        answers[Number(id.slice(1))]?.push(result);
      }
    });
    readings.push(...answers.map((results) => readingOf(results, about)));
  }
  return readings;
}

/**
 * Combines one series from all of its pages. `PartialData` continues on the next page, so the last status counts.
 * Any other status but `Complete` makes the series unusable (AWS, MetricDataResult, StatusCode). So does a message:
 * CloudWatch sends one only if the values are not exactly those requested.
 *
 * @param about messages about the operation as a whole
 */
function readingOf(results: readonly MetricDataResult[], about: readonly MessageData[]): Reading {
  const codes = results.map(({ StatusCode }) => StatusCode);
  const spoilt = codes.findIndex((code, i) => !isGood(code, i === codes.length - 1));
  const messages = [...about, ...results.flatMap(({ Messages = [] }) => Messages)];
  if (codes.length > 0 && spoilt < 0 && messages.length === 0) {
    return { kind: 'whole', values: valuesOf(results) };
  }
  const status = spoilt < 0 ? [] : [codes[spoilt] ?? 'no StatusCode'];
  const words = codes.length === 0 ? ['no result'] : status;
  const texts = new Set(messages.map(({ Code = '', Value }) => Value || Code));
  return {
    kind: 'lost',
    message: [...words, ...texts].join(': '),
    final: status[0] === 'Forbidden' || (codes.length > 0 && spoilt < 0),
  };
}

function isGood(code: StatusCode | undefined, last: boolean): boolean {
  return code === 'Complete' || (code === 'PartialData' && !last);
}

function valuesOf(results: readonly MetricDataResult[]): MinuteValues {
  const values = new Map<number, number>();
  for (const { Timestamps = [], Values = [] } of results) {
    Timestamps.forEach((time, i) => {
      const value = Values[i];
      if (value !== undefined) values.set(time.getTime() / 1000, value);
    });
  }
  return values;
}

/** `CloudWatch did not give all of 5XXError (InternalError: Try again)`. */
function inWords(lost: readonly Lost[]): string {
  const each = new Set(lost.map(({ series, message }) => `${series.metric} (${message})`));
  return `reading metrics: CloudWatch did not return all of ${listed([...each])}`;
}

async function readPages(
  client: CloudWatchClient,
  queries: MetricDataQuery[],
  from: number,
  to: number,
  take: (page: GetMetricDataCommandOutput) => void,
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
    take(page);
    next = turn(page.NextToken);
  } while (next);
}

function query(series: MetricDataSeries, index: number): MetricDataQuery {
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

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
}
