// Evaluates the alarms: once per simulated minute, each metric alarm by the data that CloudWatch shows at
// that time; composite alarms follow the alarms in their rules.

import type { Clock } from '../../clock.ts';
import type { Unsettled } from '../../world.ts';
import { type MetricStore, MINUTE } from '../metrics/metric-store.ts';
import { evaluateQueries, readStat } from '../metrics/query-evaluation.ts';
import type { Alarm, MetricAlarmSettings } from './alarm.ts';
import type { AlarmStore, NewState } from './alarm-store.ts';
import { type Datapoint, evaluate, evaluationRange, type StateValue } from './evaluation.ts';
import { reasonDataOf, reasonOf, stamp } from './reason.ts';
import { alarmsIn, holds } from './rule.ts';

export interface AlarmScheduler {
  /** Evaluates the minutes that have passed, each with the data of its own time. */
  catchUp(): void;
  /** Updates the composite alarms after a change of this alarm's state. */
  follow(name: string, at: number): void;
  /** A new or changed composite alarm is evaluated in the next minute. */
  expect(compositeName: string): void;
  close(): void;
}

interface Dependencies {
  readonly alarmStore: AlarmStore;
  readonly store: MetricStore;
  readonly clock: Clock;
  readonly unsettled: Unsettled;
}

/** After a longer pause, older minutes are skipped: their points are long past. */
const MAX_MINUTES = 24 * 60;

export function createAlarmScheduler({
  alarmStore,
  store,
  clock,
  unsettled,
}: Dependencies): AlarmScheduler {
  const expected = new Set<string>();
  let due = clock.now() + MINUTE;

  const judgeAll = (at: number) => {
    for (const { settings } of alarmStore.all()) {
      if (settings.kind !== 'metric') continue;
      const state = judge(settings, store, { at, delay: unsettled.metricDelaySeconds * 1000 });
      if (state === undefined || alarmStore.get(settings.name)?.state.value === state.value)
        continue;
      alarmStore.setState(settings.name, state, at);
      followInStore(alarmStore, settings.name, at);
    }
    for (const name of expected) judgeComposite(alarmStore, name, undefined, at);
    expected.clear();
  };
  const catchUp = () => {
    const now = clock.now();
    due = Math.max(due, now - MAX_MINUTES * MINUTE);
    for (; due <= now; due += MINUTE) judgeAll(due);
  };
  const stop = clock.every(MINUTE, catchUp);
  return {
    catchUp,
    follow: (name, at) => followInStore(alarmStore, name, at),
    expect: (name) => void expected.add(name),
    close: stop,
  };
}

interface Moment {
  readonly at: number;
  /** Milliseconds until a minute is available. */
  readonly delay: number;
}

/** The new state of the alarm, or `undefined` to keep it. */
function judge(
  settings: MetricAlarmSettings,
  store: MetricStore,
  moment: Moment,
): NewState | undefined {
  const { source, evaluationPeriods, datapointsToAlarm, threshold, comparison } = settings;
  const missingData = settings.missingData ?? 'missing';
  const points = datapointsOf(settings, store, moment);
  const evaluation = evaluate(points, {
    evaluationPeriods,
    datapointsToAlarm: datapointsToAlarm ?? evaluationPeriods,
    threshold,
    comparison,
    missingData,
    fewestSamples: fewestSamples(settings),
  });
  if (evaluation.outcome === 'keep') return undefined;
  const query = source.kind === 'metric' ? source.query : undefined;
  const words = {
    evaluationPeriods,
    datapointsToAlarm,
    threshold,
    comparison,
    missingData,
    statistic: query?.statistic.name,
    unit: query?.unit,
    period: (query?.period ?? periodOfSource(settings)) / 1000,
  };
  return {
    value: evaluation.outcome,
    reason: reasonOf(evaluation, words),
    reasonData: reasonDataOf(evaluation, words, moment.at),
  };
}

/** The points of the evaluation range: the available closed periods, oldest first. */
function datapointsOf(
  settings: MetricAlarmSettings,
  store: MetricStore,
  { at, delay }: Moment,
): readonly Datapoint[] {
  const { source } = settings;
  const period = periodOfSource(settings);
  const count = evaluationRange(settings.evaluationPeriods);
  const end = Math.floor((at - delay) / MINUTE) * MINUTE;
  const range = { start: end - count * period, end, asOf: at };
  const read = source.kind === 'metric' ? readStat(source.query, store, range) : undefined;
  const points =
    source.kind === 'metric'
      ? read?.points
      : evaluateQueries(source.queries, store, range)[0]?.series[0]?.points;
  return Array.from({ length: count }, (_, index) => {
    const start = range.start + index * period;
    return { at: start, value: points?.get(start), samples: read?.samples.get(start) };
  });
}

const periodOfSource = ({ source }: MetricAlarmSettings): number =>
  source.kind === 'metric' ? source.query.period : source.period;

/** AWS counts fewer than 10/(1-p) samples as few for a percentile above the median, 10/p below. */
function fewestSamples({ source, lowSamples }: MetricAlarmSettings): number {
  const percentile = source.kind === 'metric' ? source.query.statistic.percentile : undefined;
  if (lowSamples !== 'ignore' || percentile === undefined) return 0;
  const share = percentile / 100;
  return 10 / (share >= 0.5 ? 1 - share : share);
}

/** Evaluates the composite alarms that refer to the alarm, then those that refer to them. */
function followInStore(alarmStore: AlarmStore, name: string, at: number): void {
  const changed = [name];
  const judged = new Set<string>();
  for (const child of changed) {
    for (const { settings } of alarmStore.all()) {
      if (settings.kind !== 'composite' || judged.has(settings.name)) continue;
      if (!alarmsIn(settings.rule).includes(child)) continue;
      if (judgeComposite(alarmStore, settings.name, child, at)) {
        judged.add(settings.name);
        changed.push(settings.name);
      }
    }
  }
}

/** Sets the composite's state by its rule; returns whether the value changed. */
function judgeComposite(
  alarmStore: AlarmStore,
  name: string,
  trigger: string | undefined,
  at: number,
): boolean {
  const settings = alarmStore.get(name)?.settings;
  if (settings?.kind !== 'composite') return false;
  const children = alarmsIn(settings.rule).map((child) => alarmStore.get(child));
  const known = children.filter((child) => child !== undefined);
  const value: StateValue =
    known.length < children.length
      ? 'INSUFFICIENT_DATA'
      : holds(settings.rule, (child) => alarmStore.get(child)?.state.value)
        ? 'ALARM'
        : 'OK';
  const cause = trigger === undefined ? undefined : alarmStore.get(trigger);
  const reasonData = JSON.stringify({ triggeringAlarms: known.map(triggerOf) });
  return alarmStore.setState(
    name,
    { value, reason: compositeReason(name, cause, at), reasonData },
    at,
  );
}

const triggerOf = ({ arn, state }: Alarm) => ({
  arn,
  state: { value: state.value, timestamp: stamp(state.transitionedAt) },
});

function compositeReason(name: string, cause: Alarm | undefined, at: number): string {
  const when = new Date(at).toUTCString();
  if (cause === undefined) return `The rule of ${name} was evaluated at ${when}`;
  return `${cause.arn} transitioned to ${cause.state.value} at ${when}`;
}
