// The state of CloudWatch alarms, metric and composite.

import {
  type CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { call, required } from './call.ts';
import { turnPages } from './pages.ts';

/** The settings of an alarm that determine how soon it can fire. */
export interface AlarmDetails extends AlarmReading {
  /** Seconds of data that the alarm evaluates before it fires; `undefined` for composite alarms. */
  readonly reactsAfterSeconds: number | undefined;
}

const NAMES_PER_CALL = 100;

/** Reads alarms by name. A name that does not exist is absent from the result; this is not an error. */
export async function readAlarms(
  client: CloudWatchClient,
  names: readonly string[],
): Promise<readonly AlarmDetails[]> {
  const readings: AlarmDetails[] = [];
  for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
    readings.push(...(await readPages(client, names.slice(i, i + NAMES_PER_CALL))));
  }
  return readings;
}

async function readPages(
  client: CloudWatchClient,
  names: readonly string[],
): Promise<AlarmDetails[]> {
  const readings: AlarmDetails[] = [];
  const turn = turnPages('reading the alarms');
  let next: string | undefined;
  do {
    const page = await call(
      {
        doing: `reading the alarms ${names.join(', ')}`,
        permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
      },
      () =>
        client.send(
          new DescribeAlarmsCommand({
            AlarmNames: [...names],
            // Without this, AWS returns only metric alarms.
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
          }),
        ),
    );
    readings.push(
      ...(page.MetricAlarms ?? []).map(metricAlarm),
      ...(page.CompositeAlarms ?? []).map(readingOf),
    );
    next = turn(page.NextToken);
  } while (next);
  return readings;
}

function metricAlarm(alarm: MetricAlarm): AlarmDetails {
  const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
  const period =
    alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
  return {
    ...readingOf(alarm),
    doubt: alarm.EvaluationState,
    reactsAfterSeconds: periods * period,
  };
}

function readingOf(alarm: MetricAlarm | CompositeAlarm): AlarmDetails {
  const at = alarm.StateTransitionedTimestamp;
  return {
    name: required(alarm.AlarmName, 'reading the alarms', 'AlarmName'),
    state:
      alarm.StateValue === 'OK' || alarm.StateValue === 'ALARM'
        ? alarm.StateValue
        : 'INSUFFICIENT_DATA',
    reason: alarm.StateReason ?? '',
    transitionedAt: at && at.getTime() / 1000,
    doubt: undefined,
    reactsAfterSeconds: undefined,
  };
}

export interface AlarmReading {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** CloudWatch's own reason for the state. */
  readonly reason: string;
  /** Seconds since the epoch when the state itself last changed. */
  readonly transitionedAt: number | undefined;
  /** Set when CloudWatch marks the state as unreliable (`PARTIAL_DATA`, `EVALUATION_ERROR`, …). */
  readonly doubt: string | undefined;
}
