// The alarms' own life: once a simulated minute each metric alarm is judged by what CloudWatch
// shows at that moment, and composite alarms follow the alarms that they speak of.

import type { Clock } from '../../clock.ts';
import type { Unsettled } from '../../world.ts';
import { type MetricStore, MINUTE } from '../metrics/metric-store.ts';
import { evaluateQueries, readStat } from '../metrics/query-evaluation.ts';
import type { Alarm, MetricAlarmSettings } from './alarm.ts';
import type { AlarmBook, NewState } from './book.ts';
import { type Datapoint, evaluate, evaluationRange, type StateValue } from './evaluation.ts';
import { reasonDataOf, reasonOf, stamp } from './reason.ts';
import { alarmsIn, holds } from './rule.ts';

export interface AlarmWatch {
  /** Makes up for the minutes that have passed, each as of its own moment. */
  catchUp(): void;
  /** Lets the composite alarms follow a change of this alarm's state. */
  follow(name: string, at: number): void;
  /** A new or changed composite alarm is judged at the next turn. */
  expect(compositeName: string): void;
  close(): void;
}

interface Surroundings {
  readonly book: AlarmBook;
  readonly store: MetricStore;
  readonly clock: Clock;
  readonly unsettled: Unsettled;
}

/** After a longer pause the older minutes are let go: the points they judged are long past. */
const MOST_MINUTES = 24 * 60;

export function createAlarmWatch({ book, store, clock, unsettled }: Surroundings): AlarmWatch {
  const expected = new Set<string>();
  let due = clock.now() + MINUTE;

  const judgeAll = (at: number) => {
    for (const { settings } of book.all()) {
      if (settings.kind !== 'metric') continue;
      const state = judge(settings, store, { at, delay: unsettled.metricDelaySeconds * 1000 });
      if (state === undefined || book.get(settings.name)?.state.value === state.value) continue;
      book.setState(settings.name, state, at);
      followInBook(book, settings.name, at);
    }
    for (const name of expected) judgeComposite(book, name, undefined, at);
    expected.clear();
  };
  const catchUp = () => {
    const now = clock.now();
    due = Math.max(due, now - MOST_MINUTES * MINUTE);
    for (; due <= now; due += MINUTE) judgeAll(due);
  };
  const stop = clock.every(MINUTE, catchUp);
  return {
    catchUp,
    follow: (name, at) => followInBook(book, name, at),
    expect: (name) => void expected.add(name),
    close: stop,
  };
}

interface Moment {
  readonly at: number;
  /** Milliseconds until a minute is shown. */
  readonly delay: number;
}

/** The state that the alarm should be in, or `undefined` for the one it is in. */
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

/** The points of the evaluation range: the closed periods that are shown, oldest first. */
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

/** AWS calls fewer than 10/(1-p) samples few for a percentile above the median, 10/p below. */
function fewestSamples({ source, lowSamples }: MetricAlarmSettings): number {
  const percentile = source.kind === 'metric' ? source.query.statistic.percentile : undefined;
  if (lowSamples !== 'ignore' || percentile === undefined) return 0;
  const share = percentile / 100;
  return 10 / (share >= 0.5 ? 1 - share : share);
}

/** Judges the composites that speak of the alarm, then those that speak of them. */
function followInBook(book: AlarmBook, name: string, at: number): void {
  const changed = [name];
  const judged = new Set<string>();
  for (const child of changed) {
    for (const { settings } of book.all()) {
      if (settings.kind !== 'composite' || judged.has(settings.name)) continue;
      if (!alarmsIn(settings.rule).includes(child)) continue;
      if (judgeComposite(book, settings.name, child, at)) {
        judged.add(settings.name);
        changed.push(settings.name);
      }
    }
  }
}

/** Sets the composite's state by its rule; tells whether the value changed. */
function judgeComposite(
  book: AlarmBook,
  name: string,
  trigger: string | undefined,
  at: number,
): boolean {
  const settings = book.get(name)?.settings;
  if (settings?.kind !== 'composite') return false;
  const children = alarmsIn(settings.rule).map((child) => book.get(child));
  const known = children.filter((child) => child !== undefined);
  const value: StateValue =
    known.length < children.length
      ? 'INSUFFICIENT_DATA'
      : holds(settings.rule, (child) => book.get(child)?.state.value)
        ? 'ALARM'
        : 'OK';
  const cause = trigger === undefined ? undefined : book.get(trigger);
  const reasonData = JSON.stringify({ triggeringAlarms: known.map(triggerOf) });
  return book.setState(name, { value, reason: compositeReason(name, cause, at), reasonData }, at);
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
