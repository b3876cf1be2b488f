// An alarm: its settings, its state, and its history.

import type { MetricQuery, StatQuery } from '../metrics/metric-query.ts';
import type { Members } from '../protocol/fields.ts';
import type { ComparisonOperator, MissingData, StateValue } from './evaluation.ts';
import type { Rule } from './rule.ts';

export interface AlarmState {
  readonly value: StateValue;
  readonly reason: string;
  /** JSON. */
  readonly reasonData: string | undefined;
  /** Milliseconds; of a metric alarm: the last change of the value; of a composite: any update. */
  readonly updatedAt: number;
  /** Milliseconds; the last change of the value. */
  readonly transitionedAt: number;
}

/** The settings that all types of alarms share. */
export interface CommonSettings {
  readonly name: string;
  readonly description: string | undefined;
  readonly actionsEnabled: boolean;
  readonly okActions: readonly string[];
  readonly alarmActions: readonly string[];
  readonly insufficientDataActions: readonly string[];
}

/** The source of a metric alarm: one metric, or metric math with one result. */
export type Source =
  | { readonly kind: 'metric'; readonly query: StatQuery; readonly extended: boolean }
  | {
      readonly kind: 'math';
      readonly queries: readonly MetricQuery[];
      /** The id of the one query that returns data. */
      readonly resultId: string;
      /** Milliseconds. */
      readonly period: number;
    };

export interface MetricAlarmSettings extends CommonSettings {
  readonly kind: 'metric';
  readonly source: Source;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number | undefined;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData | undefined;
  readonly lowSamples: 'evaluate' | 'ignore' | undefined;
}

export interface CompositeAlarmSettings extends CommonSettings {
  readonly kind: 'composite';
  readonly ruleText: string;
  readonly rule: Rule;
}

/** Its state is set by SetAlarmState only: there are no logs to query. */
export interface LogAlarmSettings extends CommonSettings {
  readonly kind: 'log';
  /** As in the request; returned as it is. */
  readonly query: Members;
  readonly resultsToEvaluate: number;
  readonly resultsToAlarm: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData | undefined;
}

export type AlarmSettings = MetricAlarmSettings | CompositeAlarmSettings | LogAlarmSettings;

export interface Alarm<Settings extends AlarmSettings = AlarmSettings> {
  readonly arn: string;
  readonly settings: Settings;
  /** Milliseconds. */
  readonly configuredAt: number;
  readonly state: AlarmState;
  readonly tags: ReadonlyMap<string, string>;
}

export interface HistoryItem {
  readonly alarmName: string;
  readonly alarmType: 'MetricAlarm' | 'CompositeAlarm' | 'LogAlarm';
  readonly type: 'ConfigurationUpdate' | 'StateUpdate';
  readonly at: number;
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}

const TYPES = { metric: 'MetricAlarm', composite: 'CompositeAlarm', log: 'LogAlarm' } as const;

export const alarmType = ({ kind }: AlarmSettings): HistoryItem['alarmType'] => TYPES[kind];
