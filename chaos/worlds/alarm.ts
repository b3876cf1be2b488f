// The witness of a new version that fails: an alarm that fires when the canary is first served.

import {
  type CloudWatchClient,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { ALARM, type WorldOptions } from './world.ts';

export interface AlarmWiring {
  readonly simulator: Simulator;
  readonly cloudWatch: CloudWatchClient;
  /** Whether a call gave the canary its first traffic. */
  readonly opens: (call: CallRecord) => boolean;
}

/** Makes the alarm, quiet; with a failing version it fires once the canary was opened. */
export async function wireAlarm(
  { simulator, cloudWatch, opens }: AlarmWiring,
  { failing }: WorldOptions,
): Promise<void> {
  const set = (StateValue: 'OK' | 'ALARM') =>
    cloudWatch.send(
      new SetAlarmStateCommand({ AlarmName: ALARM, StateValue, StateReason: 'as the story goes' }),
    );
  // Its metric has no data, and it ignores that: it stays as it is set.
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
