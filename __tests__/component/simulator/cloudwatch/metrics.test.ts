import {
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE, START, stageEvent, stageMetric, startCloudWatch } from './over-http.ts';

let cloudWatch: Awaited<ReturnType<typeof startCloudWatch>>;
beforeEach(async () => {
  cloudWatch = await startCloudWatch();
});
afterEach(() => cloudWatch.close());

const stat = (Id: string, MetricName: string, Stat: string, Period = 60) => ({
  Id,
  MetricStat: { Metric: stageMetric(MetricName), Stat, Period },
});

const getData = (input: Partial<GetMetricDataCommandInput>) =>
  cloudWatch.client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [stat('m', 'Count', 'Sum')],
      StartTime: new Date(START),
      EndTime: new Date(START + 10 * MINUTE),
      ScanBy: 'TimestampAscending',
      ...input,
    }),
  );

const valuesOf = async (input: Partial<GetMetricDataCommandInput> = {}) =>
  (await getData(input)).MetricDataResults?.map(({ Values }) => Values);

/** One request a second, of which every tenth fails, for so many minutes from the start. */
const serve = (minutes: number) => {
  for (let second = 0; second < minutes * 60; second += 1) {
    const at = START + second * 1000;
    cloudWatch.metrics.record(stageEvent('Count', 1, at));
    cloudWatch.metrics.record(stageEvent('5XXError', second % 10 === 0 ? 1 : 0, at));
    cloudWatch.metrics.record(stageEvent('Latency', second % 60, at));
  }
};

describe('GetMetricData', () => {
  it('shows a minute only when the publication delay after its end is over', async () => {
    serve(2);
    cloudWatch.advance(MINUTE + 29_999);
    expect(await valuesOf()).toEqual([[]]);
    cloudWatch.advance(1);
    expect(await valuesOf()).toEqual([[60]]);
    cloudWatch.unsettled.metricDelaySeconds = 31;
    expect(await valuesOf()).toEqual([[]]);
  });

  it('computes statistics, percentiles and expressions, newest first unless asked', async () => {
    serve(2);
    cloudWatch.advance(10 * MINUTE);
    const { MetricDataResults: results } = await getData({
      ScanBy: undefined,
      MetricDataQueries: [
        { ...stat('errors', '5XXError', 'Sum'), ReturnData: false },
        stat('count', 'Count', 'SampleCount', 120),
        stat('rate', '5XXError', 'Average'),
        stat('p90', 'Latency', 'p90'),
        stat('slow', 'Latency', 'TC(49:)'),
        stat('quick', 'Latency', 'PR(:29)'),
        { Id: 'percent', Expression: '100 * errors / 60', Label: 'error percentage' },
      ],
    });
    const byId = Object.fromEntries((results ?? []).map((result) => [result.Id, result.Values]));
    expect(byId).toEqual({
      count: [120],
      rate: [0.1, 0.1],
      p90: [53, 53],
      slow: [10, 10],
      quick: [50, 50],
      percent: [10, 10],
    });
    expect(results?.map(({ StatusCode }) => StatusCode)).toEqual(Array(6).fill('Complete'));
    expect(results?.at(-1)?.Label).toBe('error percentage');
    expect(results?.[1]?.Timestamps).toEqual([new Date(START + MINUTE), new Date(START)]);
  });

  it('tells statistics of one metric apart by their labels', async () => {
    const { MetricDataResults: results } = await getData({
      MetricDataQueries: [
        stat('sum', 'Latency', 'Sum'),
        stat('average', 'Latency', 'Average'),
        { ...stat('p90', 'Latency', 'p90'), Label: 'slow' },
        stat('count', 'Count', 'Sum'),
      ],
    });
    expect(results?.map(({ Label }) => Label)).toEqual([
      ...['Latency Sum', 'Latency Average', 'slow', 'Count'],
    ]);
  });

  it('has no points, and is complete, where there is no metric', async () => {
    cloudWatch.advance(10 * MINUTE);
    const { MetricDataResults: results } = await getData({});
    expect(results).toEqual([
      { Id: 'm', Label: 'Count', Timestamps: [], Values: [], StatusCode: 'Complete' },
    ]);
  });

  it('includes the start, rounded down to its minute, and excludes the end', async () => {
    serve(3);
    cloudWatch.advance(10 * MINUTE);
    const { MetricDataResults: results } = await getData({
      StartTime: new Date(START + MINUTE + 59_000),
      EndTime: new Date(START + 2 * MINUTE),
    });
    expect(results?.[0]?.Timestamps).toEqual([new Date(START + MINUTE)]);
  });

  it('pages by MaxDatapoints over the queries, and every page shows the same time', async () => {
    serve(4);
    cloudWatch.advance(4 * MINUTE + 29_000);
    const input = {
      MetricDataQueries: [stat('a', 'Count', 'Sum'), stat('b', '5XXError', 'Sum')],
      MaxDatapoints: 2,
    };
    const merged: Record<string, number[]> = { a: [], b: [] };
    const statuses: unknown[] = [];
    let NextToken: string | undefined;
    do {
      const page = await getData({ ...input, NextToken });
      for (const { Id, Values, StatusCode } of page.MetricDataResults ?? []) {
        merged[Id as string]?.push(...(Values ?? []));
        statuses.push(`${Id} ${StatusCode}`);
      }
      NextToken = page.NextToken;
      cloudWatch.advance(MINUTE);
    } while (NextToken !== undefined);
    expect(merged).toEqual({ a: [60, 60, 60], b: [6, 6, 6] });
    expect(statuses).toEqual([
      'a PartialData',
      'b PartialData',
      'a Complete',
      'b PartialData',
      'b Complete',
    ]);
  });

  it('shows late data late: only the successes of an error metric', async () => {
    const undo = cloudWatch.delay({ name: '5XXError', value: 0, seconds: 120 });
    serve(1);
    undo();
    const queries = { MetricDataQueries: [stat('m', '5XXError', 'Average')] };
    cloudWatch.advance(MINUTE + 30_000);
    expect(await valuesOf(queries)).toEqual([[1]]);
    cloudWatch.advance(2 * MINUTE);
    expect(await valuesOf(queries)).toEqual([[0.1]]);
  });

  it('shows one series later than another, so that minutes come out of order', async () => {
    const undo = cloudWatch.delay({ dimensions: { Stage: 'prod' }, seconds: 180 });
    cloudWatch.metrics.record(stageEvent('Count', 1, START));
    undo();
    cloudWatch.metrics.record(stageEvent('Count', 1, START + MINUTE));
    cloudWatch.advance(2 * MINUTE + 30_000);
    const timestamps = async () => (await getData({})).MetricDataResults?.[0]?.Timestamps;
    expect(await timestamps()).toEqual([new Date(START + MINUTE)]);
    cloudWatch.advance(2 * MINUTE);
    expect(await timestamps()).toEqual([new Date(START), new Date(START + MINUTE)]);
  });

  it.each<[string, Partial<GetMetricDataCommandInput>, string]>([
    ['an end before the start', { EndTime: new Date(START - 1) }, 'StartTime must be less than'],
    ['no queries', { MetricDataQueries: [] }, 'MetricDataQueries is required'],
    [
      'an id twice',
      { MetricDataQueries: [stat('m', 'a', 'Sum'), stat('m', 'b', 'Sum')] },
      'unique',
    ],
    ['an id in capitals', { MetricDataQueries: [stat('M', 'a', 'Sum')] }, 'required pattern'],
    ['an odd period', { MetricDataQueries: [stat('m', 'a', 'Sum', 61)] }, 'multiple of 60'],
    [
      'a period below a minute',
      { MetricDataQueries: [stat('m', 'a', 'Sum', 10)] },
      'not implemented',
    ],
    ['an unknown statistic', { MetricDataQueries: [stat('m', 'a', 'Mean')] }, 'is not supported'],
    ['an unknown id', { MetricDataQueries: [{ Id: 'e', Expression: 'm / 2' }] }, 'Unknown metric'],
    ['a number only', { MetricDataQueries: [{ Id: 'e', Expression: '1' }] }, 'a time series'],
    ['a circle', { MetricDataQueries: [{ Id: 'e', Expression: 'e + 1' }] }, 'refers to itself'],
    ['neither metric nor expression', { MetricDataQueries: [{ Id: 'm' }] }, 'either MetricStat or'],
    ['a foreign token', { NextToken: 'xyz' }, 'NextToken is invalid'],
    ['too many points a page', { MaxDatapoints: 100_801 }, 'MaxDatapoints'],
    [
      'mixed periods',
      {
        MetricDataQueries: [
          stat('a', 'Count', 'Sum'),
          stat('b', 'Count', 'Sum', 120),
          { Id: 'e', Expression: 'a + b' },
        ],
      },
      'different periods',
    ],
  ])('refuses %s', async (_what, input, message) => {
    await expect(getData(input)).rejects.toThrow(message);
  });
});

describe('PutMetricData', () => {
  const put = (MetricData: object[]) =>
    cloudWatch.client.send(
      new PutMetricDataCommand({ Namespace: 'shop', MetricData: MetricData as never }),
    );
  const statistics = async (given: object = {}) => {
    const { Datapoints } = await cloudWatch.client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'shop',
        MetricName: 'price',
        StartTime: new Date(START),
        EndTime: new Date(START + 5 * MINUTE),
        Period: 60,
        Statistics: ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'],
        ...given,
      }),
    );
    return Datapoints;
  };

  it('takes values, counted values and sets of statistics', async () => {
    await put([
      { MetricName: 'price', Value: 4, Unit: 'Count' },
      { MetricName: 'price', Values: [1, 2], Counts: [3, 1], Unit: 'Count' },
      {
        MetricName: 'price',
        StatisticValues: { SampleCount: 5, Sum: 50, Minimum: 9, Maximum: 11 },
        Unit: 'Count',
      },
    ]);
    cloudWatch.advance(5 * MINUTE);
    expect(await statistics()).toEqual([
      {
        Timestamp: new Date(START),
        SampleCount: 10,
        Sum: 59,
        Average: 5.9,
        Minimum: 1,
        Maximum: 11,
        Unit: 'Count',
      },
    ]);
  });

  it('keeps units apart, and offers percentiles', async () => {
    await put([
      { MetricName: 'price', Values: [1, 2, 3, 4], Unit: 'Count' },
      { MetricName: 'price', Value: 7, Unit: 'Seconds' },
    ]);
    cloudWatch.advance(5 * MINUTE);
    const found = await statistics({ Statistics: undefined, ExtendedStatistics: ['p50'] });
    expect(found?.map(({ Unit, ExtendedStatistics }) => [Unit, ExtendedStatistics])).toEqual([
      ['Count', { p50: 2 }],
      ['Seconds', { p50: 7 }],
    ]);
    expect(await statistics({ Unit: 'Seconds' })).toHaveLength(1);
  });

  it('shows one of several units in GetMetricData, and says so', async () => {
    await put([
      { MetricName: 'price', Value: 1, Unit: 'Seconds' },
      { MetricName: 'price', Value: 60_000, Unit: 'Milliseconds' },
    ]);
    cloudWatch.advance(5 * MINUTE);
    const Metric = { Namespace: 'shop', MetricName: 'price' };
    const query = (Id: string, Unit?: 'Seconds') => ({
      Id,
      MetricStat: { Metric, Period: 60, Stat: 'Sum', Unit },
    });
    const { MetricDataResults: results } = await getData({
      MetricDataQueries: [query('any'), query('seconds', 'Seconds')],
    });
    expect(results?.map(({ Values }) => Values)).toEqual([[60_000], [1]]);
    expect(results?.map(({ Messages }) => Messages)).toEqual([
      [{ Code: 'MultipleUnits', Value: "Multiple units returned: '[Milliseconds, Seconds]'" }],
      undefined,
    ]);
  });

  it('takes a large body, which the SDK compresses', async () => {
    const many = Array.from({ length: 900 }, (_, index) => ({
      MetricName: 'price',
      Value: index,
      Dimensions: [{ Name: 'kind', Value: 'all' }],
    }));
    await put(many);
    cloudWatch.advance(5 * MINUTE);
    const [point] = (await statistics({ Dimensions: [{ Name: 'kind', Value: 'all' }] })) ?? [];
    expect(point?.SampleCount).toBe(900);
  });

  it.each<[string, object, string]>([
    [
      'two kinds of value',
      { MetricName: 'price', Value: 1, Values: [1] },
      'The parameters MetricData.member.2.Value and MetricData.member.2.Values are mutually exclusive',
    ],
    ['no value', { MetricName: 'price' }, 'The parameter MetricData.member.2.Value, Values or'],
    [
      'a count too few',
      { MetricName: 'price', Values: [1, 2], Counts: [1] },
      'The parameters MetricData.member.2.Values and MetricData.member.2.Counts must be of the same size',
    ],
    ['an old time', { MetricName: 'price', Value: 1, Timestamp: new Date(0) }, 'two weeks'],
  ])('refuses %s, and takes none of the request', async (_what, datum, message) => {
    await expect(put([{ MetricName: 'price', Value: 1 }, datum])).rejects.toThrow(message);
    cloudWatch.advance(5 * MINUTE);
    expect(await statistics()).toEqual([]);
  });

  it('leaves the namespaces of AWS to AWS', async () => {
    const command = new PutMetricDataCommand({
      Namespace: 'AWS/Lambda',
      MetricData: [{ MetricName: 'Errors', Value: 1 }],
    });
    await expect(cloudWatch.client.send(command)).rejects.toThrow('Namespace is invalid');
  });

  it('refuses more than 1,440 points of GetMetricStatistics', async () => {
    const EndTime = new Date(START + 1441 * MINUTE);
    await expect(statistics({ EndTime })).rejects.toThrow(
      'You have requested up to 1,441 datapoints, which exceeds the limit of 1,440.',
    );
  });
});

describe('ListMetrics', () => {
  const names = async (input = {}) =>
    (await cloudWatch.client.send(new ListMetricsCommand(input))).Metrics?.map(
      ({ MetricName, Dimensions }) => [MetricName, ...(Dimensions ?? []).map(({ Value }) => Value)],
    );

  it('finds series by namespace, name and dimensions', async () => {
    cloudWatch.metrics.record(stageEvent('Count', 1, START));
    cloudWatch.metrics.record(stageEvent('Latency', 1, START, 'prod/Canary'));
    expect(await names()).toEqual([
      ['Count', 'orders'],
      ['Count', 'orders', 'prod'],
      ['Latency', 'orders'],
      ['Latency', 'orders', 'prod/Canary'],
    ]);
    expect(await names({ MetricName: 'Count', Dimensions: [{ Name: 'Stage' }] })).toEqual([
      ['Count', 'orders', 'prod'],
    ]);
    expect(await names({ Dimensions: [{ Name: 'Stage', Value: 'prod/Canary' }] })).toEqual([
      ['Latency', 'orders', 'prod/Canary'],
    ]);
    expect(await names({ Namespace: 'AWS/Lambda' })).toEqual([]);
  });

  it('pages after 500, and forgets what was not active for three hours when asked', async () => {
    for (let index = 0; index < 501; index += 1) {
      cloudWatch.metrics.record({ ...stageEvent(`m${index}`, 1, START), dimensionSets: [{}] });
    }
    const first = await cloudWatch.client.send(new ListMetricsCommand({}));
    expect(first.Metrics).toHaveLength(500);
    expect(await names({ NextToken: first.NextToken })).toEqual([['m500']]);
    cloudWatch.advance(181 * MINUTE);
    expect(await names({ RecentlyActive: 'PT3H' })).toEqual([]);
  });
});
