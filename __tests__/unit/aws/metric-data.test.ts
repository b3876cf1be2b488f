// GetMetricData returns 200 and a status for each result: only complete results count.

import {
  CloudWatchClient,
  type GetMetricDataCommandInput,
  type GetMetricDataCommandOutput,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepMinutes } from '../../../src/aws/kept-minutes.ts';
import { type MetricDataSeries, readMinutes } from '../../../src/aws/metric-data.ts';

const FROM = 1_764_000_000;
const COUNT: MetricDataSeries = {
  namespace: 'N',
  metric: 'Count',
  dimensions: {},
  statistic: 'Sum',
};
const ERRORS: MetricDataSeries = { ...COUNT, metric: '5XXError' };

type Page = Omit<Partial<GetMetricDataCommandOutput>, '$metadata'>;

/** A result with one value, `minute` minutes after the first one. */
const result = (Id: string, StatusCode: string | undefined, value: number, minute = 0) =>
  ({
    Id,
    ...(StatusCode !== undefined && { StatusCode }),
    Timestamps: [new Date((FROM + 60 * minute) * 1000)],
    Values: [value],
  }) as MetricDataResult;
const whole = (Id: string, value = 1) => result(Id, 'Complete', value);
const answer = (...MetricDataResults: MetricDataResult[]): Page => ({ MetricDataResults });

/** A CloudWatch that returns these responses in order, and then repeats the last one. */
function cloudWatch(...pages: readonly Page[]) {
  const inputs: GetMetricDataCommandInput[] = [];
  const send = async ({ input }: { readonly input: GetMetricDataCommandInput }) => {
    inputs.push(input);
    return pages[Math.min(inputs.length, pages.length) - 1];
  };
  const client = Object.assign(new CloudWatchClient({ region: 'us-east-1' }), { send });
  return { client, inputs };
}

async function read(
  client: CloudWatchClient,
  series: readonly MetricDataSeries[] = [COUNT, ERRORS],
) {
  const reading = readMinutes(client, series, FROM, FROM + 300).then(
    (values) => values.map((one) => [...one]),
    (error: Error) => error.message,
  );
  await jest.advanceTimersByTimeAsync(10_000);
  return reading;
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('Series of counts', () => {
  it('are read as they are where all of each is there', async () => {
    const { client, inputs } = cloudWatch(answer(whole('m0', 7), whole('m1', 0)));
    expect(await read(client)).toEqual([[[FROM, 7]], [[FROM, 0]]]);
    expect(inputs).toHaveLength(1);
  });

  it('continue on the next page, and are then complete', async () => {
    const first = answer(result('m0', 'PartialData', 7), whole('m1', 0));
    const { client, inputs } = cloudWatch(
      { ...first, NextToken: 'next' },
      answer(result('m0', 'Complete', 8, 1)),
    );
    expect(await read(client)).toEqual([
      [
        [FROM, 7],
        [FROM + 60, 8],
      ],
      [[FROM, 0]],
    ]);
    expect(inputs.map(({ NextToken }) => NextToken)).toEqual([undefined, 'next']);
  });

  it('are requested again if incomplete, and only those', async () => {
    const { client, inputs } = cloudWatch(
      answer(whole('m0', 7), result('m1', 'InternalError', 0)),
      answer(result('m0', 'PartialData', 0)),
      answer(whole('m0', 3)),
    );
    expect(await read(client)).toEqual([[[FROM, 7]], [[FROM, 3]]]);
    const metrics = inputs.map(({ MetricDataQueries = [] }) =>
      MetricDataQueries.map(({ MetricStat }) => MetricStat?.Metric?.MetricName),
    );
    expect(metrics).toEqual([['Count', '5XXError'], ['5XXError'], ['5XXError']]);
  });

  it.each<[string, Page, string, number]>([
    [
      'CloudWatch had an error of its own',
      answer({ ...result('m0', 'InternalError', 0), Messages: [{ Value: 'Sorry' }] }),
      '(InternalError: Sorry)',
      3,
    ],
    ['a part is left over', answer(result('m0', 'PartialData', 0)), '(PartialData)', 3],
    [
      'they are forbidden, which asking again does not change',
      answer(result('m0', 'Forbidden', 0)),
      '(Forbidden)',
      1,
    ],
    ['there is no result', answer(), '(no result)', 3],
    ['nothing says that it is whole', answer(result('m0', undefined, 7)), '(no StatusCode)', 3],
    ['the status is none that is known', answer(result('m0', 'Sampled', 0)), '(Sampled)', 3],
    [
      'a message goes with it, complete or not',
      answer({ ...whole('m0'), Messages: [{ Code: 'MultipleUnits', Value: 'Multiple units' }] }),
      '(Multiple units)',
      1,
    ],
    [
      'a message is about the whole operation',
      { ...answer(whole('m0')), Messages: [{ Code: 'Too many metrics' }] },
      '(Too many metrics)',
      1,
    ],
  ])('are not read where %s', async (_, page, says, calls) => {
    const { client, inputs } = cloudWatch(page);
    const failure = `reading metrics: CloudWatch did not return all of 5XXError ${says}`;
    expect(await read(client, [ERRORS])).toBe(failure);
    expect(inputs).toHaveLength(calls);
  });

  it('are requested 500 at a time', async () => {
    const series = Array.from({ length: 501 }, (_, i) => ({ ...COUNT, statistic: `p${i / 10}` }));
    const first = Array.from({ length: 500 }, (_, i) => whole(`m${i}`, i));
    const { client, inputs } = cloudWatch(answer(...first), answer(whole('m0', 500)));
    const values = await read(client, series);
    expect(inputs).toHaveLength(2);
    expect(values.slice(-2)).toEqual([[[FROM, 499]], [[FROM, 500]]]);
  });

  it('are requested once if they are asked for twice', async () => {
    const { client, inputs } = cloudWatch(answer(whole('m0', 1), whole('m1', 2)));
    const values = await read(client, [COUNT, ERRORS, { ...COUNT }]);
    expect(inputs.map(({ MetricDataQueries = [] }) => MetricDataQueries.length)).toEqual([2]);
    expect(values).toEqual([[[FROM, 1]], [[FROM, 2]], [[FROM, 1]]]);
  });

  describe('read together with what the last look asked for', () => {
    /** A look after one that has asked for both. */
    async function lookAgain(...pages: readonly Page[]) {
      const both = answer(whole('m0', 7), whole('m1', 0));
      const { client, inputs } = cloudWatch(both, ...pages);
      const kept = keepMinutes();
      const first = kept.look();
      await readMinutes(client, [COUNT, ERRORS], FROM, FROM + 300, first);
      inputs.length = 1;
      const look = kept.look();
      const ask = async (series: MetricDataSeries) => {
        const reading = readMinutes(client, [series], FROM, FROM + 300, look).then(
          ([values]) => [...(values ?? [])],
          (error: Error) => error.message,
        );
        await jest.advanceTimersByTimeAsync(10_000);
        return reading;
      };
      const asked = () =>
        inputs.slice(1).map(({ MetricDataQueries = [] }) => MetricDataQueries.length);
      return { ask, asked };
    }

    it('need no call of their own', async () => {
      const { ask, asked } = await lookAgain(answer(whole('m0', 8), whole('m1', 1)));
      expect(await ask(COUNT)).toEqual([[FROM, 8]]);
      expect(await ask(ERRORS)).toEqual([[FROM, 1]]);
      expect(asked()).toEqual([2]);
    });

    it('do not fail with what was not asked for, which is then asked for again', async () => {
      const { ask, asked } = await lookAgain(
        answer(whole('m0', 8), result('m1', 'Forbidden', 0)),
        answer(result('m0', 'Forbidden', 0)),
      );
      expect(await ask(COUNT)).toEqual([[FROM, 8]]);
      expect(await ask(ERRORS)).toContain('did not return all of 5XXError (Forbidden)');
      expect(asked()).toEqual([2, 1]);
    });

    it('are asked for alone after a message about all of them', async () => {
      const { ask, asked } = await lookAgain(
        { ...answer(whole('m0', 8), whole('m1', 1)), Messages: [{ Code: 'C', Value: 'too much' }] },
        answer(whole('m0', 9)),
      );
      expect(await ask(COUNT)).toEqual([[FROM, 9]]);
      expect(asked()).toEqual([2, 1]);
    });
  });
});
