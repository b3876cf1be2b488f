// The operations on alarms. Each first evaluates the minutes that have passed, so that an answer never
// depends on when a timer fired.

import { AwsError } from '../../service.ts';
import type { MetricStore } from '../metrics/metric-store.ts';
import { evaluateQueries } from '../metrics/query-evaluation.ts';
import { alarmNotFound, resourceNotFound, validationError } from '../protocol/errors.ts';
import { type Members, requiredText, requiredWord, text, texts } from '../protocol/fields.ts';
import type { AlarmSettings } from './alarm.ts';
import type { AlarmStore } from './alarm-store.ts';
import { STATE_VALUES } from './evaluation.ts';
import { describeAlarmHistory, describeAlarms, describeAlarmsForMetric } from './queries.ts';
import { alarmsIn } from './rule.ts';
import type { AlarmScheduler } from './scheduler.ts';
import { parseCompositeAlarm, parseLogAlarm, parseMetricAlarm, parseTags } from './settings.ts';

export type Operations = Readonly<Record<string, (input: Members) => Members>>;

interface Dependencies {
  readonly alarmStore: AlarmStore;
  readonly scheduler: AlarmScheduler;
  readonly store: MetricStore;
  /** Milliseconds. */
  now(): number;
}

export function alarmOperations(dependencies: Dependencies): Operations {
  const { alarmStore, scheduler } = dependencies;
  const operations: Operations = {
    ...configuring(dependencies),
    ...tagging(alarmStore),
    SetAlarmState: (input) => setAlarmState(input, dependencies),
    DescribeAlarms: (input) => describeAlarms(input, alarmStore),
    DescribeAlarmHistory: (input) => describeAlarmHistory(input, alarmStore),
    DescribeAlarmsForMetric: (input) => describeAlarmsForMetric(input, alarmStore),
  };
  const upToDate = (perform: (input: Members) => Members) => (input: Members) => {
    scheduler.catchUp();
    return perform(input);
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, perform]) => [name, upToDate(perform)]),
  );
}

function configuring({ alarmStore, scheduler, store, now }: Dependencies): Operations {
  const put = (settings: AlarmSettings, input: Members) => {
    const known = alarmStore.get(settings.name);
    if (known !== undefined && known.settings.kind !== settings.kind) {
      throw validationError(`${settings.name} is the name of an alarm of another type.`);
    }
    alarmStore.put(settings, parseTags(input), now());
    return {};
  };
  const setActions = (enabled: boolean) => (input: Members) => {
    for (const name of texts(input, 'AlarmNames'))
      alarmStore.setActionsEnabled(name, enabled, now());
    return {};
  };
  return {
    PutMetricAlarm: (input) => {
      const settings = parseMetricAlarm(input);
      if (settings.source.kind === 'math') tryOut(settings.source, store, now());
      return put(settings, input);
    },
    PutCompositeAlarm: (input) => {
      const settings = parseCompositeAlarm(input);
      const unknown = alarmsIn(settings.rule).filter((name) => alarmStore.get(name) === undefined);
      if (unknown.length > 0) {
        throw validationError(`AlarmRule names alarms that do not exist: ${unknown.join(', ')}`);
      }
      scheduler.expect(settings.name);
      return put(settings, input);
    },
    PutLogAlarm: (input) => put(parseLogAlarm(input), input),
    DeleteAlarms: (input) => {
      const names = texts(input, 'AlarmNames');
      // AWS deletes none if one of several does not exist; a single unknown alarm is not an error.
      const unknown = names.find((name) => alarmStore.get(name) === undefined);
      if (unknown !== undefined && names.length > 1) throw alarmNotFound(unknown);
      for (const name of names) {
        alarmStore.remove(name, now());
        scheduler.follow(name, now());
      }
      return {};
    },
    EnableAlarmActions: setActions(true),
    DisableAlarmActions: setActions(false),
  };
}

/** Metric math that cannot give one series is refused at once, not at the first evaluation. */
function tryOut(
  { queries }: { readonly queries: Parameters<typeof evaluateQueries>[0] },
  store: MetricStore,
  now: number,
): void {
  const [result] = evaluateQueries(queries, store, { start: now, end: now, asOf: now });
  if (result === undefined || result.series.length > 1) {
    throw validationError('The expression of an alarm must give a single time series.');
  }
}

function setAlarmState(input: Members, { alarmStore, scheduler, now }: Dependencies): Members {
  const name = requiredText(input, 'AlarmName');
  const state = {
    value: requiredWord(input, 'StateValue', STATE_VALUES),
    reason: requiredText(input, 'StateReason'),
    reasonData: text(input, 'StateReasonData'),
  };
  const at = now();
  // Recorded from AWS: this error has no text.
  if (alarmStore.get(name) === undefined) throw new AwsError('ResourceNotFound', 404, '');
  const changed = alarmStore.setState(name, state, at);
  if (changed) scheduler.follow(name, at);
  return {};
}

function tagging(alarmStore: AlarmStore): Operations {
  const alarmOf = (input: Members) => {
    const arn = requiredText(input, 'ResourceARN');
    const alarm = alarmStore.all().find((candidate) => candidate.arn === arn);
    if (alarm === undefined) throw resourceNotFound(arn);
    return alarm;
  };
  return {
    TagResource: (input) => {
      const { settings, tags } = alarmOf(input);
      alarmStore.setTags(settings.name, new Map([...tags, ...parseTags(input)]));
      return {};
    },
    UntagResource: (input) => {
      const { settings, tags } = alarmOf(input);
      const gone = texts(input, 'TagKeys');
      alarmStore.setTags(settings.name, new Map([...tags].filter(([key]) => !gone.includes(key))));
      return {};
    },
    ListTagsForResource: (input) => ({
      Tags: [...alarmOf(input).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}
