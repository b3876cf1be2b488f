// Alarms that have a tag, such as those of neighbouring services.

import {
  DeleteAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, readReport, type Scene } from '../support/rollout.ts';

const STEPS = { steps: '10%/6m', 'bake-time': '0s', analysis: 'off', alarms: 'tag:team=shop' };

async function tagged({ api }: Scene, AlarmName: string, state?: 'OK' | 'ALARM'): Promise<void> {
  const { cloudWatch } = api.clients;
  await cloudWatch.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName, Tags: [{ Key: 'team', Value: 'shop' }] },
      ...{ Namespace: 'Nothing', MetricName: 'Nothing', Statistic: 'Sum', Period: 60 },
      ...{ EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' },
      TreatMissingData: 'ignore',
    }),
  );
  if (state) await set(api, AlarmName, state);
}

async function set({ clients }: Scene['api'], AlarmName: string, StateValue: 'OK' | 'ALARM') {
  const StateReason = `${AlarmName} is ${StateValue}`;
  await clients.cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason }));
}

describe('Alarms with a tag', () => {
  it('roll back if one fires that did not exist when the release began', async () => {
    await play({}, async (scene) => {
      await tagged(scene, 'payments-5xx', 'OK');
      await tagged(scene, 'silent');
      scene.users();
      const run = scene.start({ ...STEPS, steps: '10%/30m' });
      await scene.reaches(10);
      await tagged(scene, 'stock-5xx', 'ALARM');
      const done = await run.done;
      expect(done.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
      expect(done.summary).toContain('stock\\-5xx is ALARM');
      expect(await scene.ask(3)).toEqual({ 'Hello from Lambda v1': 3 });
    });
  });

  it('hold up nothing if they have no data, or are deleted', async () => {
    await play({}, async (scene) => {
      await tagged(scene, 'payments-5xx', 'OK');
      await tagged(scene, 'silent');
      scene.users();
      const run = scene.start(STEPS);
      await scene.reaches(10);
      const AlarmNames = ['payments-5xx'];
      await scene.api.clients.cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames }));
      const done = await run.done;
      expect(done.outputs.outcome).toBe('promoted');
      const says = readReport(done).evidence.map(({ witness, says }) => `${witness}: ${says}`);
      expect(says).toContain('alarm payments-5xx: the alarm no longer exists');
      const looked = scene.calls().filter(({ operation }) => operation === 'GetResources');
      // Once a minute, and for preflight.
      expect(looked.length).toBeGreaterThan(2);
      expect(looked.length).toBeLessThan(16);
    });
  });

  it('are refused if there are none, or too many, or one is red', async () => {
    await play({}, async (scene) => {
      const none = await scene.release(STEPS);
      expect(errorsOf(none).join()).toContain(
        'alarms: no alarm in us-east-1 has the tag "team=shop"; expected at least one',
      );
      await tagged(scene, 'red', 'ALARM');
      const red = await scene.release(STEPS);
      expect(errorsOf(red).join()).toContain('"red" is in ALARM before the release starts');
      await Promise.all(Array.from({ length: 100 }, (_, i) => tagged(scene, `alarm-${i}`)));
      const many = await scene.release(STEPS);
      expect(errorsOf(many).join()).toContain(
        'more than 100 alarms have the tag team=shop; expected at most 100',
      );
    });
  });

  it('need the permissions that the plan names', async () => {
    await play({}, async (scene) => {
      await tagged(scene, 'payments-5xx', 'OK');
      const plan = await scene.release({ ...STEPS, command: 'plan' });
      expect(readReport(plan).notes).toContain('alarms: tag:team=shop is 1 alarm: payments-5xx');
      const { policy = '{}' } = readReport(plan);
      const { Statement } = JSON.parse(policy) as { Statement: object[] };
      expect(Statement).toContainEqual({
        Sid: 'FindAlarms',
        ...{ Effect: 'Allow', Action: ['tag:GetResources'], Resource: ['*'] },
      });
      scene.simulator.policy.set([
        { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
        { Effect: 'Deny', Action: ['tag:*'], Resource: ['*'] },
      ]);
      const denied = await scene.release(STEPS);
      expect(errorsOf(denied).join()).toContain('AWS denies tag:GetResources on *');
    });
  });
});
