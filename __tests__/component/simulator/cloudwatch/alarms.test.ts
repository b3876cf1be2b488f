import {
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  ListTagsForResourceCommand,
  PutCompositeAlarmCommand,
  PutLogAlarmCommand,
  type PutLogAlarmCommandInput,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  SetAlarmStateCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE, START, stageEvent, stageMetric, startCloudWatch } from './over-http.ts';

let cloudWatch: Awaited<ReturnType<typeof startCloudWatch>>;
beforeEach(async () => {
  cloudWatch = await startCloudWatch();
});
afterEach(() => cloudWatch.close());

const putAlarm = (name: string, given: Partial<PutMetricAlarmCommandInput> = {}) =>
  cloudWatch.client.send(
    new PutMetricAlarmCommand({
      AlarmName: name,
      ...stageMetric('5XXError'),
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0.05,
      ComparisonOperator: 'GreaterThanThreshold',
      ...given,
    }),
  );

const putComposite = (name: string, rule: string) =>
  cloudWatch.client.send(new PutCompositeAlarmCommand({ AlarmName: name, AlarmRule: rule }));

const describeAlarms = (input: DescribeAlarmsCommandInput = {}) =>
  cloudWatch.client.send(new DescribeAlarmsCommand(input));

const BOTH = ['MetricAlarm', 'CompositeAlarm'] as const;

const states = async () => {
  const found = await describeAlarms({ AlarmTypes: [...BOTH] });
  const all = [...(found.MetricAlarms ?? []), ...(found.CompositeAlarms ?? [])];
  return Object.fromEntries(all.map(({ AlarmName, StateValue }) => [AlarmName, StateValue]));
};

const setState = (name: string, value: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA') =>
  cloudWatch.client.send(
    new SetAlarmStateCommand({ AlarmName: name, StateValue: value, StateReason: 'drill' }),
  );

/** Ten requests in the minute that begins now, so many of them failing; the minute passes. */
const minuteWith = (failing: number) => {
  for (let index = 0; index < 10; index += 1) {
    const at = cloudWatch.now() + index * 1000;
    cloudWatch.metrics.record(stageEvent('Count', 1, at));
    cloudWatch.metrics.record(stageEvent('5XXError', index < failing ? 1 : 0, at));
  }
  cloudWatch.advance(MINUTE);
};

describe('a metric alarm', () => {
  it('begins unchecked, goes off by itself, and comes back', async () => {
    await putAlarm('errors');
    const [fresh] = (await describeAlarms()).MetricAlarms ?? [];
    expect(fresh).toMatchObject({
      AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors',
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
      ActionsEnabled: true,
      OKActions: [],
      Period: 60,
      StateTransitionedTimestamp: new Date(START),
    });
    expect(fresh).not.toHaveProperty('TreatMissingData');
    minuteWith(5);
    expect(await states()).toEqual({ errors: 'INSUFFICIENT_DATA' });
    minuteWith(0);
    const [alarm] = (await describeAlarms()).MetricAlarms ?? [];
    expect(alarm?.StateValue).toBe('ALARM');
    expect(alarm?.StateReason).toBe(
      'Threshold Crossed: 1 datapoint [0.5 (01/03/26 12:00:00)] was greater than the threshold (0.05).',
    );
    expect(JSON.parse(alarm?.StateReasonData ?? '')).toMatchObject({
      statistic: 'Average',
      period: 60,
      recentDatapoints: [0.5],
      evaluatedDatapoints: [
        { timestamp: '2026-03-01T12:00:00.000+0000', sampleCount: 10, value: 0.5 },
      ],
    });
    expect(alarm?.StateTransitionedTimestamp).toEqual(new Date(START + 2 * MINUTE));
    minuteWith(0);
    expect(await states()).toEqual({ errors: 'OK' });
  });

  it('needs M of N', async () => {
    await putAlarm('errors', { EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    for (const failing of [5, 0, 0, 5, 5]) minuteWith(failing);
    expect(await states()).toEqual({ errors: 'OK' });
    minuteWith(0);
    expect(await states()).toEqual({ errors: 'ALARM' });
  });

  it.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'ALARM'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ])('with missing data treated as %s ends as %s when the traffic stops', async (how, ending) => {
    await putAlarm('errors', { TreatMissingData: how });
    minuteWith(5);
    cloudWatch.advance(10 * MINUTE);
    expect(await states()).toEqual({ errors: ending });
  });

  it('continues to judge the last data for two more periods', async () => {
    await putAlarm('errors');
    minuteWith(5);
    cloudWatch.advance(3 * MINUTE);
    expect(await states()).toEqual({ errors: 'ALARM' });
    cloudWatch.advance(MINUTE);
    expect(await states()).toEqual({ errors: 'INSUFFICIENT_DATA' });
  });

  it('watches metric math', async () => {
    const query = (Id: string, name: string) => ({
      Id,
      ReturnData: false,
      MetricStat: { Metric: stageMetric(name), Period: 60, Stat: 'Sum' },
    });
    await cloudWatch.client.send(
      new PutMetricAlarmCommand({
        AlarmName: 'percent',
        EvaluationPeriods: 1,
        Threshold: 10,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Metrics: [
          query('errors', '5XXError'),
          query('count', 'Count'),
          { Id: 'percent', Expression: '100 * errors / count', Label: 'errors in per cent' },
        ],
      }),
    );
    minuteWith(1);
    minuteWith(0);
    const [alarm] = (await describeAlarms()).MetricAlarms ?? [];
    expect(alarm?.StateValue).toBe('ALARM');
    expect(alarm?.Metrics?.[0]?.MetricStat?.Period).toBe(60);
    expect(alarm?.Metrics?.[2]).toEqual({
      Id: 'percent',
      Expression: '100 * errors / count',
      Label: 'errors in per cent',
      ReturnData: true,
    });
  });

  it('may ignore percentiles of few samples', async () => {
    const latency = {
      ...stageMetric('Latency'),
      Statistic: undefined,
      ExtendedStatistic: 'p90',
      Threshold: 100,
    };
    await putAlarm('careful', { ...latency, EvaluateLowSampleCountPercentile: 'ignore' });
    await putAlarm('hasty', latency);
    for (let index = 0; index < 99; index += 1) {
      cloudWatch.metrics.record(stageEvent('Latency', 500, START));
    }
    cloudWatch.advance(2 * MINUTE);
    expect(await states()).toEqual({ careful: 'INSUFFICIENT_DATA', hasty: 'ALARM' });
  });

  it('keeps its state when its settings are overwritten', async () => {
    await putAlarm('errors');
    minuteWith(5);
    minuteWith(5);
    expect(await states()).toEqual({ errors: 'ALARM' });
    await putAlarm('errors', { Threshold: 0.9 });
    expect(await states()).toEqual({ errors: 'ALARM' });
    cloudWatch.advance(MINUTE);
    expect(await states()).toEqual({ errors: 'OK' });
  });

  it.each<[string, Partial<PutMetricAlarmCommandInput>, string]>([
    ['two statistics', { ExtendedStatistic: 'p90' }, 'mutually exclusive'],
    ['no statistic', { Statistic: undefined }, 'is required'],
    ['no threshold', { Threshold: undefined }, 'Threshold is required'],
    ['M above N', { DatapointsToAlarm: 2 }, 'must not be greater than EvaluationPeriods'],
    ['more than a day', { EvaluationPeriods: 1441 }, 'across more than a day'],
    ['an unknown treatment', { TreatMissingData: 'forget' }, 'enum value set'],
    ['an unknown comparison', { ComparisonOperator: 'Above' as never }, 'enum value set'],
    [
      'an anomaly band',
      { ComparisonOperator: 'GreaterThanUpperThreshold' },
      'not implemented by this simulator: anomaly detection',
    ],
    ['a short period', { Period: 10 }, 'not implemented by this simulator'],
    ['metric and math', { Metrics: [{ Id: 'e', Expression: '1' }] }, 'mutually exclusive'],
  ])('is refused with %s', async (_what, given, message) => {
    await expect(putAlarm('errors', given)).rejects.toThrow(message);
    expect(await states()).toEqual({});
  });
});

describe('SetAlarmState', () => {
  it('holds until the next evaluation', async () => {
    await putAlarm('errors', { TreatMissingData: 'notBreaching' });
    await setState('errors', 'ALARM');
    expect((await describeAlarms()).MetricAlarms?.[0]).toMatchObject({
      StateValue: 'ALARM',
      StateReason: 'drill',
    });
    cloudWatch.advance(MINUTE);
    expect(await states()).toEqual({ errors: 'OK' });
  });

  it('knows its words and its alarms', async () => {
    await expect(setState('absent', 'OK')).rejects.toMatchObject({
      name: 'ResourceNotFound',
      message: expect.stringMatching(/^(|UnknownError|Unknown)$/),
      $metadata: { httpStatusCode: 404 },
    });
    await putAlarm('errors');
    await expect(setState('errors', 'RED' as never)).rejects.toThrow(
      "Value 'RED' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]",
    );
  });
});

describe('a composite alarm', () => {
  it('follows its alarms at once, through other composites too', async () => {
    await putAlarm('a', { TreatMissingData: 'ignore' });
    await putAlarm('b', { TreatMissingData: 'ignore' });
    await putComposite('either', 'ALARM("a") OR ALARM("b")');
    await putComposite('both', 'ALARM(either) AND NOT OK(b)');
    expect(await states()).toMatchObject({ either: 'INSUFFICIENT_DATA' });
    cloudWatch.advance(MINUTE);
    expect(await states()).toMatchObject({ either: 'OK', both: 'OK' });
    await setState('a', 'ALARM');
    expect(await states()).toMatchObject({ either: 'ALARM', both: 'ALARM' });
    const found = await describeAlarms({ AlarmNames: ['either'], AlarmTypes: [...BOTH] });
    expect(found.CompositeAlarms?.[0]).toMatchObject({
      AlarmRule: 'ALARM("a") OR ALARM("b")',
      StateReason: expect.stringContaining('alarm:a transitioned to ALARM at'),
    });
    await setState('b', 'OK');
    expect(await states()).toMatchObject({ either: 'ALARM', both: 'OK' });
  });

  it('tells an update from a transition', async () => {
    await putAlarm('a', { TreatMissingData: 'ignore' });
    await putAlarm('b', { TreatMissingData: 'ignore' });
    await putComposite('either', 'ALARM("a") OR ALARM("b")');
    await setState('a', 'ALARM');
    cloudWatch.advance(30_000);
    await setState('b', 'ALARM');
    const found = await describeAlarms({ AlarmTypes: ['CompositeAlarm'] });
    expect(found.CompositeAlarms?.[0]).toMatchObject({
      StateTransitionedTimestamp: new Date(START),
      StateUpdatedTimestamp: new Date(START + 30_000),
    });
  });

  it('has insufficient data once an alarm of its rule is gone', async () => {
    await putAlarm('a', { TreatMissingData: 'ignore' });
    await putComposite('alone', 'NOT ALARM("a")');
    cloudWatch.advance(MINUTE);
    expect(await states()).toMatchObject({ alone: 'ALARM' });
    await cloudWatch.client.send(new DeleteAlarmsCommand({ AlarmNames: ['a'] }));
    expect(await states()).toEqual({ alone: 'INSUFFICIENT_DATA' });
  });

  it('that is set manually stays so until one of its alarms changes', async () => {
    await putAlarm('a', { TreatMissingData: 'ignore' });
    await putComposite('c', 'ALARM("a")');
    cloudWatch.advance(MINUTE);
    await setState('c', 'ALARM');
    cloudWatch.advance(10 * MINUTE);
    expect(await states()).toMatchObject({ c: 'ALARM' });
    await setState('a', 'OK');
    expect(await states()).toMatchObject({ c: 'OK' });
  });

  it('is refused with a faulty rule, with an unknown alarm, with a suppressor', async () => {
    await expect(putComposite('c', 'ALARM(')).rejects.toThrow('AlarmRule is not valid');
    await expect(putComposite('c', 'ALARM(a)')).rejects.toThrow('do not exist: a');
    const suppressed = new PutCompositeAlarmCommand({
      AlarmName: 'c',
      AlarmRule: 'TRUE',
      ActionsSuppressor: 'a',
    });
    await expect(cloudWatch.client.send(suppressed)).rejects.toThrow('not implemented');
  });
});

describe('a log alarm', () => {
  const putLog = (given: Partial<PutLogAlarmCommandInput> = {}) =>
    cloudWatch.client.send(
      new PutLogAlarmCommand({
        AlarmName: 'logs',
        ScheduledQueryConfiguration: {
          QueryString: 'filter status >= 500',
          ScheduledQueryRoleARN: 'arn:aws:iam::123456789012:role/query',
          ScheduleConfiguration: { ScheduleExpression: 'rate(1 minute)', StartTimeOffset: 60 },
          AggregationExpression: 'count(*)',
        },
        QueryResultsToEvaluate: 3,
        QueryResultsToAlarm: 2,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        ...given,
      }),
    );

  it('is returned only if requested by type, with what was put', async () => {
    await putLog();
    expect((await describeAlarms({ AlarmTypes: [...BOTH] })).LogAlarms).toBeUndefined();
    expect((await describeAlarms({ AlarmTypes: ['LogAlarm'] })).LogAlarms).toMatchObject([
      {
        AlarmName: 'logs',
        StateValue: 'INSUFFICIENT_DATA',
        QueryResultsToAlarm: 2,
        ScheduledQueryConfiguration: { QueryString: 'filter status >= 500' },
      },
    ]);
  });

  it('has the state that it is set to, and composite alarms follow', async () => {
    await putLog();
    await putComposite('all', 'ALARM(logs)');
    await setState('logs', 'ALARM');
    cloudWatch.advance(5 * MINUTE);
    const found = await describeAlarms({ AlarmTypes: ['LogAlarm'] });
    expect(found.LogAlarms?.[0]?.StateValue).toBe('ALARM');
    expect(await states()).toEqual({ all: 'ALARM' });
  });

  it('is refused without a query, and in place of another type', async () => {
    await expect(putLog({ ScheduledQueryConfiguration: undefined })).rejects.toThrow(
      'ScheduledQueryConfiguration',
    );
    await putAlarm('logs');
    await expect(putLog()).rejects.toThrow('another type');
  });
});

describe('DescribeAlarms', () => {
  beforeEach(async () => {
    for (const name of ['api-b', 'api-a', 'web']) await putAlarm(name);
    await putComposite('api-all', 'ALARM("api-a") OR ALARM("api-b")');
  });
  const names = async (input: DescribeAlarmsCommandInput) => {
    const found = await describeAlarms(input);
    const nameOf = ({ AlarmName }: { AlarmName?: string | undefined }) => AlarmName;
    return [found.MetricAlarms?.map(nameOf), found.CompositeAlarms?.map(nameOf)];
  };

  it.each<[string, DescribeAlarmsCommandInput, string[], string[]]>([
    ['metric alarms only, unless asked', {}, ['api-a', 'api-b', 'web'], []],
    ['composites by type', { AlarmTypes: ['CompositeAlarm'] }, [], ['api-all']],
    ['both', { AlarmTypes: [...BOTH] }, ['api-a', 'api-b', 'web'], ['api-all']],
    ['a composite by name only with its type', { AlarmNames: ['api-all'] }, [], []],
    ['known names, silently', { AlarmNames: ['web', 'absent'] }, ['web'], []],
    [
      'a prefix',
      { AlarmNamePrefix: 'api', AlarmTypes: [...BOTH] },
      ['api-a', 'api-b'],
      ['api-all'],
    ],
    ['a state', { StateValue: 'ALARM' }, [], []],
  ])('finds %s', async (_what, input, metric, composite) => {
    expect(await names(input)).toEqual([metric, composite]);
  });

  it('pages over both kinds', async () => {
    const seen: unknown[] = [];
    let NextToken: string | undefined;
    do {
      const page = await describeAlarms({ AlarmTypes: [...BOTH], MaxRecords: 3, NextToken });
      seen.push([page.MetricAlarms?.length, page.CompositeAlarms?.length]);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(seen).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it('refuses names with a prefix, too many names, an unknown type', async () => {
    await expect(
      describeAlarms({ AlarmNames: ['web'], AlarmNamePrefix: 'w' }),
    ).rejects.toMatchObject({ name: 'InvalidParameterCombinationException' });
    const many = Array.from({ length: 101 }, (_, index) => `a${index}`);
    await expect(describeAlarms({ AlarmNames: many })).rejects.toThrow('greater than 100');
    await expect(describeAlarms({ AlarmTypes: ['MetricAlarms' as never] })).rejects.toThrow(
      'enum value set: [MetricAlarm, CompositeAlarm, LogAlarm]',
    );
  });

  it('finds alarms by their metric', async () => {
    await putAlarm('slow', { ...stageMetric('Latency') });
    const found = await cloudWatch.client.send(
      new DescribeAlarmsForMetricCommand(stageMetric('Latency')),
    );
    expect(found.MetricAlarms?.map(({ AlarmName }) => AlarmName)).toEqual(['slow']);
  });

  it('deletes alarms, or none when one of several is unknown', async () => {
    const remove = (...AlarmNames: string[]) =>
      cloudWatch.client.send(new DeleteAlarmsCommand({ AlarmNames }));
    await expect(remove('web', 'absent')).rejects.toMatchObject({ name: 'ResourceNotFound' });
    await remove('absent');
    expect(await names({})).toEqual([['api-a', 'api-b', 'web'], []]);
    await remove('web', 'api-a');
    expect(await names({})).toEqual([['api-b'], []]);
  });

  it('shows disabled actions without a change of state', async () => {
    await setState('web', 'ALARM');
    await cloudWatch.client.send(new DisableAlarmActionsCommand({ AlarmNames: ['web'] }));
    expect((await describeAlarms({ AlarmNames: ['web'] })).MetricAlarms?.[0]).toMatchObject({
      ActionsEnabled: false,
      StateValue: 'ALARM',
    });
  });
});

describe('the history', () => {
  const history = async (input: object = {}) =>
    (
      await cloudWatch.client.send(new DescribeAlarmHistoryCommand({ ...input }))
    ).AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary);

  it('shows what happened between two reads, newest first, and outlives the alarm', async () => {
    await putAlarm('errors', { TreatMissingData: 'notBreaching' });
    minuteWith(5);
    cloudWatch.advance(10 * MINUTE);
    await cloudWatch.client.send(new DeleteAlarmsCommand({ AlarmNames: ['errors'] }));
    expect(await history({ AlarmName: 'errors' })).toEqual([
      'Alarm "errors" deleted',
      'Alarm updated from ALARM to OK',
      'Alarm updated from OK to ALARM',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "errors" created',
    ]);
    expect(await history({ HistoryItemType: 'StateUpdate', MaxRecords: 1 })).toHaveLength(1);
    expect(
      await history({ StartDate: new Date(START + 2 * MINUTE), ScanBy: 'TimestampAscending' }),
    ).toHaveLength(3);
    expect(await history({ AlarmTypes: ['CompositeAlarm'] })).toEqual([]);
  });
});

it('keeps the tags of an alarm', async () => {
  await putAlarm('errors', { Tags: [{ Key: 'team', Value: 'shop' }] });
  const ResourceARN = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors';
  const tags = async () =>
    (await cloudWatch.client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
  await cloudWatch.client.send(
    new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'tier', Value: '1' }] }),
  );
  expect(await tags()).toEqual([
    { Key: 'team', Value: 'shop' },
    { Key: 'tier', Value: '1' },
  ]);
  await cloudWatch.client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['team'] }));
  expect(await tags()).toEqual([{ Key: 'tier', Value: '1' }]);
  await expect(
    cloudWatch.client.send(new ListTagsForResourceCommand({ ResourceARN: `${ResourceARN}x` })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
