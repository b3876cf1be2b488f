// The alarm on the new version. If that version fails, the alarm fires once the canary gets traffic.

import {
  type CloudWatchClient,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { ALARM, TAG, type WorldOptions } from './world.ts';

export interface AlarmWiring {
  readonly simulator: Simulator;
  readonly cloudWatch: CloudWatchClient;
  /** Whether a call gave the canary its first traffic. */
  readonly opens: (call: CallRecord) => boolean;
}

/** Creates the alarm in state OK; with a failing version it fires once the canary gets traffic. */
export async function wireAlarm(
  { simulator, cloudWatch, opens }: AlarmWiring,
  { failing }: WorldOptions,
): Promise<void> {
  const set = (StateValue: 'OK' | 'ALARM') =>
    cloudWatch.send(
      new SetAlarmStateCommand({
        AlarmName: ALARM,
        StateValue,
        StateReason: 'set by the scenario',
      }),
    );
  // Its metric has no data, which it ignores: the alarm keeps the state that is set.
  await cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName: ALARM,
      Namespace: 'Nothing',
      MetricName: 'Nothing',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'ignore',
      Tags: [TAG],
    }),
  );
  await set('OK');
  if (!failing) return;
  let fired = false;
  simulator.onCall({
    after: async (call) => {
      if (fired || !opens(call)) return;
      fired = true;
      await set('ALARM');
    },
  });
}
