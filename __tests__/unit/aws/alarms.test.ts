import {
  CloudWatchClient,
  type DescribeAlarmsCommand,
  type DescribeAlarmsCommandOutput,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { readAlarms } from '../../../src/aws/alarms.ts';

const ARN = 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:a';

type Answer = Partial<DescribeAlarmsCommandOutput> | Error;

/** CloudWatch as `answer` has it, and the types that were asked for. */
function cloudWatch(answer: (types: readonly string[]) => Answer) {
  const asked: (readonly string[])[] = [];
  const client = new CloudWatchClient({ region: 'us-east-1' });
  const send = async ({ input }: DescribeAlarmsCommand) => {
    const types = input.AlarmTypes ?? [];
    asked.push(types);
    const given = answer(types);
    if (given instanceof Error) throw given;
    return given;
  };
  return { client: Object.assign(client, { send }), asked };
}

const named = (name: string) => (message: string) => Object.assign(new Error(message), { name });

const log = (schedule: string, more: object = {}) => ({
  LogAlarms: [
    {
      AlarmName: 'a',
      AlarmArn: ARN,
      StateValue: 'OK' as const,
      QueryResultsToEvaluate: 3,
      QueryResultsToAlarm: 2,
      ScheduledQueryConfiguration: {
        QueryString: 'q',
        ScheduledQueryRoleARN: 'r',
        AggregationExpression: 'count(*)',
        ScheduleConfiguration: { ScheduleExpression: schedule, StartTimeOffset: 300 },
      },
      ...more,
    },
  ],
});

describe('alarms', () => {
  it('of every type that the SDK knows are asked for', async () => {
    const { client, asked } = cloudWatch(() => ({}));
    expect(await readAlarms(client, ['a'])).toEqual([]);
    expect(asked.map((types) => [...types].sort())).toEqual([
      ['CompositeAlarm', 'LogAlarm', 'MetricAlarm'],
    ]);
  });

  it('are read without the newest type in a Region that refuses it', async () => {
    const refusal = named('ValidationError')("Value 'LogAlarm' at 'alarmTypes' failed");
    const found = { MetricAlarms: [{ AlarmName: 'a', AlarmArn: ARN, StateValue: 'OK' as const }] };
    const { client } = cloudWatch((types) => (types.includes('LogAlarm') ? refusal : found));
    expect(await readAlarms(client, [ARN])).toMatchObject([{ name: 'a', arn: ARN, state: 'OK' }]);
  });

  it('that may not be read are an error, and not asked for again', async () => {
    const { client, asked } = cloudWatch(() => named('AccessDeniedException')('no'));
    await expect(readAlarms(client, ['a'])).rejects.toThrow('cloudwatch:DescribeAlarms');
    expect(asked.length).toBe(1);
  });

  it.each<[string, number | undefined]>([
    ['rate(1 minute)', 120],
    ['rate(5 minutes)', 600],
    ['rate(2 hours)', 14_400],
    ['cron(0 * * * ? *)', undefined],
  ])('on logs, queried at %s, can fire after %s s', async (schedule, seconds) => {
    const { client } = cloudWatch(() => log(schedule));
    expect(await readAlarms(client, ['a'])).toMatchObject([{ reactsAfterSeconds: seconds }]);
  });

  it('on logs that could not be evaluated are doubtful', async () => {
    const { client } = cloudWatch(() => log('rate(1 minute)', { EvaluationState: 'PARTIAL_DATA' }));
    expect(await readAlarms(client, ['a'])).toMatchObject([{ doubt: 'PARTIAL_DATA' }]);
  });
});
