// The state of CloudWatch alarms of every type.

import {
  AlarmType,
  type CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type LogAlarm,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { alarmName } from '../base/alarm-ref.ts';
import { listed } from '../base/listed.ts';
import { isInvalid } from './aws-errors.ts';
import { call, causedBy, required } from './call.ts';
import { turnPages } from './pages.ts';

/** The settings of an alarm that determine how soon it can fire. */
export interface AlarmDetails extends AlarmReading {
  /** Seconds of data that the alarm evaluates before it fires; `undefined` if not known, as for composite alarms. */
  readonly reactsAfterSeconds: number | undefined;
}

const NAMES_PER_CALL = 100;

/**
 * Reads alarms by name. A name that does not exist is absent from the result; this is not an error.
 *
 * @param alarms names or ARNs; of an ARN, the alarm of that name is read, whose account may be another
 */
export async function readAlarms(
  client: CloudWatchClient,
  alarms: readonly string[],
): Promise<readonly AlarmDetails[]> {
  const names = [...new Set(alarms.map(alarmName))];
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
  try {
    return await readTypes(client, names, TYPES);
  } catch (error) {
    // A Region that does not have the newest type of alarm refuses to search for it.
    if (!causedBy(error, isInvalid)) throw error;
    return readTypes(client, names, OLDER_TYPES);
  }
}

/** Without types, AWS returns only metric alarms. */
const TYPES = Object.values(AlarmType);
const OLDER_TYPES = TYPES.filter((type) => type !== 'LogAlarm');

async function readTypes(
  client: CloudWatchClient,
  names: readonly string[],
  types: readonly AlarmType[],
): Promise<AlarmDetails[]> {
  const readings: AlarmDetails[] = [];
  const turn = turnPages('reading the alarms');
  let next: string | undefined;
  do {
    const page = await call(
      {
        doing: `reading the alarms ${listed(names)}`,
        permission: { action: 'cloudwatch:DescribeAlarms', resource: '*' },
      },
      () =>
        client.send(
          new DescribeAlarmsCommand({
            AlarmNames: [...names],
            AlarmTypes: [...types],
            MaxRecords: 100,
            ...(next && { NextToken: next }),
          }),
        ),
    );
    readings.push(
      ...(page.MetricAlarms ?? []).map(metricAlarm),
      ...(page.CompositeAlarms ?? []).map(readingOf),
      ...(page.LogAlarms ?? []).map(logAlarm),
    );
    next = turn(page.NextToken);
  } while (next);
  return readings;
}

function metricAlarm(alarm: MetricAlarm): AlarmDetails {
  const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
  const period =
    alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
  const reading = readingOf(alarm);
  return {
    ...reading,
    doubt: alarm.EvaluationState ?? reading.doubt,
    reactsAfterSeconds: periods * period,
  };
}

function logAlarm(alarm: LogAlarm): AlarmDetails {
  const results = alarm.QueryResultsToAlarm ?? alarm.QueryResultsToEvaluate ?? 1;
  const schedule = alarm.ScheduledQueryConfiguration?.ScheduleConfiguration?.ScheduleExpression;
  const seconds = secondsBetween(schedule ?? '');
  const reading = readingOf(alarm);
  return {
    ...reading,
    doubt: alarm.EvaluationState ?? reading.doubt,
    reactsAfterSeconds: seconds === undefined ? undefined : results * seconds,
  };
}

/** `rate(5 minutes)`; `undefined` for anything else. */
function secondsBetween(schedule: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const seconds = { minute: 60, hour: 3_600, day: 86_400 }[unit ?? ''];
  return seconds === undefined ? undefined : Number(count) * seconds;
}

function readingOf(alarm: MetricAlarm | CompositeAlarm | LogAlarm): AlarmDetails {
  const at = alarm.StateTransitionedTimestamp;
  const state = STATES.find((each) => each === alarm.StateValue);
  return {
    arn: required(alarm.AlarmArn, 'reading the alarms', 'AlarmArn'),
    name: required(alarm.AlarmName, 'reading the alarms', 'AlarmName'),
    state: state ?? 'INSUFFICIENT_DATA',
    reason: alarm.StateReason ?? '',
    ...(alarm.AlarmDescription && { description: alarm.AlarmDescription }),
    transitionedAt: at && at.getTime() / 1000,
    doubt: state === undefined ? `the state ${alarm.StateValue ?? '(none)'}` : undefined,
    reactsAfterSeconds: undefined,
  };
}

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

export interface AlarmReading {
  readonly arn: string;
  readonly name: string;
  readonly state: (typeof STATES)[number];
  /** What its owner wrote; absent: nothing. */
  readonly description?: string;
  /** CloudWatch's own reason for the state. */
  readonly reason: string;
  /** Seconds since the epoch when the state itself last changed. */
  readonly transitionedAt: number | undefined;
  /**
   * Set when CloudWatch marks the state as unreliable (`PARTIAL_DATA`, `EVALUATION_ERROR`, …), or returns none or
   * an unknown one.
   */
  readonly doubt: string | undefined;
}
