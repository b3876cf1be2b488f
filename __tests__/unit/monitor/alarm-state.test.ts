// What CloudWatch's answer about an alarm is worth as evidence.

import type { CloudWatchClient, DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { readAlarms } from '../../../src/aws/alarms.ts';
import { judgeAlarms } from '../../../src/monitor/alarm-evidence.ts';

const NAME = 'orders-5xx';
const ARN = `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${NAME}`;

/** The evidence of one alarm from an answer of CloudWatch. */
async function evidenceFrom(answer: Partial<DescribeAlarmsCommandOutput>) {
  const client = { send: async () => answer } as unknown as CloudWatchClient;
  return judgeAlarms([NAME], await readAlarms(client, [NAME]), 1_764_000_000)[0];
}

const doubtful = (doubt: string) => ({
  verdict: 'inconclusive',
  detail: { kind: 'alarm-doubtful', doubt },
  unread: true,
});

describe('An alarm', () => {
  it('that has no data yet is read: INSUFFICIENT_DATA', async () => {
    const alarm = { AlarmName: NAME, AlarmArn: ARN, StateValue: 'INSUFFICIENT_DATA' } as const;
    const evidence = await evidenceFrom({ MetricAlarms: [alarm] });
    expect(evidence).toMatchObject({ verdict: 'inconclusive', detail: { kind: 'alarm-no-data' } });
    expect(evidence).not.toHaveProperty('unread');
  });

  it.each([
    ['a metric alarm', 'MetricAlarms'],
    ['a composite alarm', 'CompositeAlarms'],
    ['a log alarm', 'LogAlarms'],
  ])('whose state is missing or not known is not read: %s', async (_, list) => {
    const answer = (state: object) =>
      evidenceFrom({ [list]: [{ AlarmName: NAME, AlarmArn: ARN, ...state }] });
    expect(await answer({})).toMatchObject(doubtful('the state (none)'));
    expect(await answer({ StateValue: 'PAUSED' })).toMatchObject(doubtful('the state PAUSED'));
  });

  it('that CloudWatch itself doubts keeps its doubt', async () => {
    const alarm = {
      AlarmName: NAME,
      AlarmArn: ARN,
      StateValue: 'OK',
      EvaluationState: 'PARTIAL_DATA',
    } as const;
    expect(await evidenceFrom({ MetricAlarms: [alarm] })).toMatchObject(doubtful('PARTIAL_DATA'));
  });

  it('that the answer lacks is not read', async () => {
    expect(await evidenceFrom({})).toMatchObject({
      verdict: 'inconclusive',
      detail: { kind: 'alarm-gone' },
      unread: true,
    });
  });
});
