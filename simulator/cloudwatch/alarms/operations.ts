// The operations on alarms. Before each, the minutes that have passed are made up for, so that an
// answer never depends on when a timer fired.

import type { MetricStore } from '../metrics/metric-store.ts';
import { evaluateQueries } from '../metrics/query-evaluation.ts';
import { alarmNotFound, resourceNotFound, validationError } from '../protocol/errors.ts';
import { type Members, requiredText, requiredWord, text, texts } from '../protocol/fields.ts';
import type { AlarmSettings } from './alarm.ts';
import type { AlarmBook } from './book.ts';
import { STATE_VALUES } from './evaluation.ts';
import { describeAlarmHistory, describeAlarms, describeAlarmsForMetric } from './queries.ts';
import { alarmsIn } from './rule.ts';
import { parseCompositeAlarm, parseMetricAlarm, parseTags } from './settings.ts';
import type { AlarmWatch } from './watch.ts';

export type Operations = Readonly<Record<string, (input: Members) => Members>>;

interface Surroundings {
  readonly book: AlarmBook;
  readonly watch: AlarmWatch;
  readonly store: MetricStore;
  /** Milliseconds. */
  now(): number;
}

export function alarmOperations(surroundings: Surroundings): Operations {
  const { book, watch } = surroundings;
  const operations: Operations = {
    ...configuring(surroundings),
    ...tagging(book),
    SetAlarmState: (input) => setAlarmState(input, surroundings),
    DescribeAlarms: (input) => describeAlarms(input, book),
    DescribeAlarmHistory: (input) => describeAlarmHistory(input, book),
    DescribeAlarmsForMetric: (input) => describeAlarmsForMetric(input, book),
  };
  const upToDate = (perform: (input: Members) => Members) => (input: Members) => {
    watch.catchUp();
    return perform(input);
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, perform]) => [name, upToDate(perform)]),
  );
}

function configuring({ book, watch, store, now }: Surroundings): Operations {
  const put = (settings: AlarmSettings, input: Members) => {
    const known = book.get(settings.name);
    if (known !== undefined && known.settings.kind !== settings.kind) {
      throw validationError(`${settings.name} is the name of an alarm of another type.`);
    }
    book.put(settings, parseTags(input), now());
    return {};
  };
  const setActions = (enabled: boolean) => (input: Members) => {
    for (const name of texts(input, 'AlarmNames')) book.setActionsEnabled(name, enabled, now());
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
      const unknown = alarmsIn(settings.rule).filter((name) => book.get(name) === undefined);
      if (unknown.length > 0) {
        throw validationError(`AlarmRule names alarms that do not exist: ${unknown.join(', ')}`);
      }
      watch.expect(settings.name);
      return put(settings, input);
    },
    DeleteAlarms: (input) => {
      const names = texts(input, 'AlarmNames');
      // AWS deletes none when one of several does not exist; a single unknown one is no error.
      const unknown = names.find((name) => book.get(name) === undefined);
      if (unknown !== undefined && names.length > 1) throw alarmNotFound(unknown);
      for (const name of names) {
        book.remove(name, now());
        watch.follow(name, now());
      }
      return {};
    },
    EnableAlarmActions: setActions(true),
    DisableAlarmActions: setActions(false),
  };
}

/** Metric math that cannot make one series is refused at once, not at the first evaluation. */
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

function setAlarmState(input: Members, { book, watch, now }: Surroundings): Members {
  const name = requiredText(input, 'AlarmName');
  const state = {
    value: requiredWord(input, 'StateValue', STATE_VALUES),
    reason: requiredText(input, 'StateReason'),
    reasonData: text(input, 'StateReasonData'),
  };
  const at = now();
  if (book.get(name) === undefined) throw alarmNotFound(name);
  const changed = book.setState(name, state, at);
  if (changed) watch.follow(name, at);
  return {};
}

function tagging(book: AlarmBook): Operations {
  const alarmOf = (input: Members) => {
    const arn = requiredText(input, 'ResourceARN');
    const alarm = book.all().find((candidate) => candidate.arn === arn);
    if (alarm === undefined) throw resourceNotFound(arn);
    return alarm;
  };
  return {
    TagResource: (input) => {
      const { settings, tags } = alarmOf(input);
      book.setTags(settings.name, new Map([...tags, ...parseTags(input)]));
      return {};
    },
    UntagResource: (input) => {
      const { settings, tags } = alarmOf(input);
      const gone = texts(input, 'TagKeys');
      book.setTags(settings.name, new Map([...tags].filter(([key]) => !gone.includes(key))));
      return {};
    },
    ListTagsForResource: (input) => ({
      Tags: [...alarmOf(input).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}
