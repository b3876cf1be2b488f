// Alarms of every type, and exactly those that the inputs name.

import { PutLogAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, readReport, type Scene } from '../support/rollout.ts';

const LOG_ALARM = 'canary-5xx';
const ARN = `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${LOG_ALARM}`;

async function addLogAlarm({ api }: Scene): Promise<void> {
  await api.clients.cloudWatch.send(
    new PutLogAlarmCommand({
      AlarmName: LOG_ALARM,
      ScheduledQueryConfiguration: {
        QueryString: 'filter isCanaryRequest = "true" and status >= 500',
        LogGroupIdentifiers: ['access'],
        ScheduledQueryRoleARN: 'arn:aws:iam::123456789012:role/query',
        ScheduleConfiguration: { ScheduleExpression: 'rate(1 minute)', StartTimeOffset: 60 },
        AggregationExpression: 'count(*)',
      },
      QueryResultsToEvaluate: 1,
      QueryResultsToAlarm: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  );
  await setState(api, 'OK');
}

async function setState({ clients }: Scene['api'], value: 'OK' | 'ALARM'): Promise<void> {
  await clients.cloudWatch.send(
    new SetAlarmStateCommand({
      AlarmName: LOG_ALARM,
      StateValue: value,
      StateReason: '7 lines matched',
    }),
  );
}

const SLOW = { steps: '10%/20m', 'bake-time': '0s', analysis: 'off' };

describe('A log alarm', () => {
  it.each([LOG_ALARM, ARN])('rolls the release back when it fires: %s', async (alarm) => {
    await play({}, async (scene) => {
      await addLogAlarm(scene);
      scene.users();
      const run = scene.start({ ...SLOW, alarms: alarm });
      await scene.reaches(10);
      await setState(scene.api, 'ALARM');
      const done = await run.done;
      expect(done.outputs.outcome).toBe('rolled-back');
      expect(done.summary).toContain('7 lines matched');
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v1': 5 });
    });
  });
});

describe('An alarm named by an ARN', () => {
  it('of another account is refused, although this account has one of that name', async () => {
    await play({}, async (scene) => {
      await addLogAlarm(scene);
      const alarms = ARN.replace('123456789012', '210987654321');
      const plan = await scene.release({ ...SLOW, alarms, command: 'plan' });
      const run = await scene.release({ ...SLOW, alarms });
      expect(readReport(plan).problems).toEqual(readReport(run).problems);
      expect(errorsOf(run).join()).toContain(
        `"${alarms}" is not the alarm of that name that this job can read, which is ${ARN}`,
      );
    });
  });

  it('of another Region is refused before anything is read', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const alarms = ARN.replace('us-east-1', 'eu-west-1');
      const run = await scene.release({ ...SLOW, alarms });
      expect(errorsOf(run).join()).toContain('is in eu-west-1, but the job uses us-east-1');
      expect(scene.calls(mark)).toEqual([]);
    });
  });
});
