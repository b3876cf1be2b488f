// Alarms and their history as DescribeAlarms and DescribeAlarmHistory return them.

import { dimensionList, queryMembers } from '../metrics/metric-query.ts';
import type { Members } from '../protocol/fields.ts';
import type {
  Alarm,
  CompositeAlarmSettings,
  HistoryItem,
  LogAlarmSettings,
  MetricAlarmSettings,
  Source,
} from './alarm.ts';

export function describeMetricAlarm(alarm: Alarm, settings: MetricAlarmSettings): Members {
  return {
    ...describeCommon(alarm),
    ...describeSource(settings.source),
    EvaluationPeriods: settings.evaluationPeriods,
    DatapointsToAlarm: settings.datapointsToAlarm,
    Threshold: settings.threshold,
    ComparisonOperator: settings.comparison,
    TreatMissingData: settings.missingData,
    EvaluateLowSampleCountPercentile: settings.lowSamples,
  };
}

export const describeCompositeAlarm = (
  alarm: Alarm,
  settings: CompositeAlarmSettings,
): Members => ({ ...describeCommon(alarm), AlarmRule: settings.ruleText });

export const describeLogAlarm = (alarm: Alarm, settings: LogAlarmSettings): Members => ({
  ...describeCommon(alarm),
  ScheduledQueryConfiguration: settings.query,
  QueryResultsToEvaluate: settings.resultsToEvaluate,
  QueryResultsToAlarm: settings.resultsToAlarm,
  Threshold: settings.threshold,
  ComparisonOperator: settings.comparison,
  TreatMissingData: settings.missingData,
});

export const describeHistoryItem = (item: HistoryItem): Members => ({
  AlarmName: item.alarmName,
  AlarmType: item.alarmType,
  Timestamp: new Date(item.at),
  HistoryItemType: item.type,
  HistorySummary: item.summary,
  HistoryData: item.data,
});

function describeCommon({ arn, settings, state, configuredAt }: Alarm): Members {
  return {
    AlarmName: settings.name,
    AlarmArn: arn,
    AlarmDescription: settings.description,
    AlarmConfigurationUpdatedTimestamp: new Date(configuredAt),
    ActionsEnabled: settings.actionsEnabled,
    OKActions: settings.okActions,
    AlarmActions: settings.alarmActions,
    InsufficientDataActions: settings.insufficientDataActions,
    StateValue: state.value,
    StateReason: state.reason,
    StateReasonData: state.reasonData,
    StateUpdatedTimestamp: new Date(state.updatedAt),
    StateTransitionedTimestamp: new Date(state.transitionedAt),
  };
}

function describeSource(source: Source): Members {
  if (source.kind === 'math') return { Metrics: source.queries.map(queryMembers) };
  const { query, extended } = source;
  return {
    Namespace: query.metric.namespace,
    MetricName: query.metric.name,
    Dimensions: dimensionList(query.metric.dimensions),
    Period: query.period / 1000,
    Unit: query.unit,
    [extended ? 'ExtendedStatistic' : 'Statistic']: query.statistic.name,
  };
}
