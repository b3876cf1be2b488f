// DescribeAlarms, DescribeAlarmHistory and DescribeAlarmsForMetric: filters and paging.

import { NotImplemented } from '../../service.ts';
import { parseDimensions } from '../metrics/metric-query.ts';
import {
  invalidCombination,
  invalidNextToken,
  invalidValue,
  validationError,
} from '../protocol/errors.ts';
import { type Members, number, requiredText, text, texts, time, word } from '../protocol/fields.ts';
import { type Alarm, alarmType } from './alarm.ts';
import type { AlarmStore } from './alarm-store.ts';
import {
  describeCompositeAlarm,
  describeHistoryItem,
  describeLogAlarm,
  describeMetricAlarm,
} from './description.ts';
import { STATE_VALUES } from './evaluation.ts';

const ALARM_TYPES = ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'] as const;
const MAX_RECORDS = 100;
const DEFAULT_ALARMS = 50;

export function describeAlarms(input: Members, alarmStore: AlarmStore): Members {
  const types = alarmTypes(input);
  const page = pageOf(alarmStore.all().filter(alarmFilter(input, types)), input, DEFAULT_ALARMS);
  return {
    MetricAlarms: page.items.flatMap(asMetricAlarm),
    CompositeAlarms: page.items.flatMap(asCompositeAlarm),
    LogAlarms: types.includes('LogAlarm') ? page.items.flatMap(asLogAlarm) : undefined,
    NextToken: page.next,
  };
}

export function describeAlarmsForMetric(input: Members, alarmStore: AlarmStore): Members {
  const wanted = {
    name: requiredText(input, 'MetricName'),
    namespace: requiredText(input, 'Namespace'),
    dimensions: dimensionKey(parseDimensions(input)),
  };
  const statistic = text(input, 'Statistic') ?? text(input, 'ExtendedStatistic');
  const period = number(input, 'Period');
  const found = alarmStore.all().filter(({ settings }) => {
    if (settings.kind !== 'metric' || settings.source.kind !== 'metric') return false;
    const { query } = settings.source;
    return (
      query.metric.name === wanted.name &&
      query.metric.namespace === wanted.namespace &&
      dimensionKey(query.metric.dimensions) === wanted.dimensions &&
      (statistic ?? query.statistic.name) === query.statistic.name &&
      (period ?? query.period / 1000) === query.period / 1000
    );
  });
  return { MetricAlarms: found.flatMap(asMetricAlarm) };
}

export function describeAlarmHistory(input: Members, alarmStore: AlarmStore): Members {
  const types = alarmTypes(input);
  const name = text(input, 'AlarmName');
  const kind = text(input, 'HistoryItemType');
  const from = time(input, 'StartDate') ?? Number.NEGATIVE_INFINITY;
  const to = time(input, 'EndDate') ?? Number.POSITIVE_INFINITY;
  const found = alarmStore
    .history()
    .filter(
      (item) =>
        types.includes(item.alarmType) &&
        (name ?? item.alarmName) === item.alarmName &&
        (kind ?? item.type) === item.type &&
        item.at >= from &&
        item.at <= to,
    );
  const order = word(input, 'ScanBy', ['TimestampDescending', 'TimestampAscending'] as const);
  const ordered = order === 'TimestampAscending' ? found : found.toReversed();
  const page = pageOf(ordered, input, MAX_RECORDS);
  return { AlarmHistoryItems: page.items.map(describeHistoryItem), NextToken: page.next };
}

/** Without `AlarmTypes`, both operations return metric alarms only. AWS: DescribeAlarms. */
function alarmTypes(input: Members): readonly string[] {
  const types = texts(input, 'AlarmTypes');
  const unknown = types.find((type) => !(ALARM_TYPES as readonly string[]).includes(type));
  if (unknown !== undefined) {
    throw validationError(
      `1 validation error detected: Value '${unknown}' at 'alarmTypes' failed to satisfy ` +
        `constraint: Member must satisfy enum value set: [${ALARM_TYPES.join(', ')}]`,
    );
  }
  return types.length === 0 ? ['MetricAlarm'] : types;
}

function alarmFilter(input: Members, types: readonly string[]): (alarm: Alarm) => boolean {
  for (const relation of ['ChildrenOfAlarmName', 'ParentsOfAlarmName']) {
    if (input[relation] !== undefined) throw new NotImplemented(`DescribeAlarms by ${relation}`);
  }
  const names = texts(input, 'AlarmNames');
  const prefix = text(input, 'AlarmNamePrefix');
  const state = word(input, 'StateValue', STATE_VALUES);
  const actionPrefix = text(input, 'ActionPrefix');
  if (names.length > 0 && prefix !== undefined) {
    throw invalidCombination(
      'The parameters AlarmNames and AlarmNamePrefix are mutually exclusive.',
    );
  }
  if (names.length > MAX_RECORDS) {
    throw invalidValue(
      `The collection AlarmNames must not have a size greater than ${MAX_RECORDS}.`,
    );
  }
  return (alarm) =>
    types.includes(alarmType(alarm.settings)) &&
    (names.length === 0 || names.includes(alarm.settings.name)) &&
    alarm.settings.name.startsWith(prefix ?? '') &&
    (state ?? alarm.state.value) === alarm.state.value &&
    (actionPrefix === undefined || actionsOf(alarm).some((arn) => arn.startsWith(actionPrefix)));
}

const actionsOf = ({ settings }: Alarm): readonly string[] => [
  ...settings.okActions,
  ...settings.alarmActions,
  ...settings.insufficientDataActions,
];

const asMetricAlarm = (alarm: Alarm): readonly Members[] =>
  alarm.settings.kind === 'metric' ? [describeMetricAlarm(alarm, alarm.settings)] : [];

const asCompositeAlarm = (alarm: Alarm): readonly Members[] =>
  alarm.settings.kind === 'composite' ? [describeCompositeAlarm(alarm, alarm.settings)] : [];

const asLogAlarm = (alarm: Alarm): readonly Members[] =>
  alarm.settings.kind === 'log' ? [describeLogAlarm(alarm, alarm.settings)] : [];

const dimensionKey = (dimensions: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(dimensions).sort());

function pageOf<Item>(items: readonly Item[], input: Members, defaultSize: number) {
  const size = number(input, 'MaxRecords') ?? defaultSize;
  if (!Number.isInteger(size) || size < 1 || size > MAX_RECORDS) {
    throw validationError(`MaxRecords must be between 1 and ${MAX_RECORDS}.`);
  }
  const token = text(input, 'NextToken') ?? '0';
  if (!/^\d+$/.test(token)) throw invalidNextToken();
  const end = Number(token) + size;
  return {
    items: items.slice(Number(token), end),
    next: end < items.length ? String(end) : undefined,
  };
}
