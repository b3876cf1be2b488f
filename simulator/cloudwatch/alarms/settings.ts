// Reads the settings of PutMetricAlarm, PutCompositeAlarm and PutLogAlarm requests, with the errors of AWS.

import { NotImplemented } from '../../service.ts';
import {
  parseDimensions,
  parsePeriod,
  parseQueries,
  statisticNamed,
} from '../metrics/metric-query.ts';
import { periodOf } from '../metrics/query-evaluation.ts';
import { SIMPLE_STATISTICS } from '../metrics/statistic.ts';
import { invalidCombination, missingParameter, validationError } from '../protocol/errors.ts';
import {
  flag,
  type Members,
  number,
  requiredNumber,
  requiredText,
  requiredWord,
  structure,
  structures,
  text,
  texts,
  word,
} from '../protocol/fields.ts';
import type {
  CompositeAlarmSettings,
  LogAlarmSettings,
  MetricAlarmSettings,
  Source,
} from './alarm.ts';
import { COMPARISONS, type ComparisonOperator, MISSING_DATA } from './evaluation.ts';
import { parseRule } from './rule.ts';

const DAY = 86_400;
const COMPARISON_NAMES = Object.keys(COMPARISONS) as ComparisonOperator[];

export function parseMetricAlarm(input: Members): MetricAlarmSettings {
  refuseUnknown(input, ['ThresholdMetricId', 'EvaluationCriteria', 'EvaluationInterval']);
  const common = commonSettings(input);
  const evaluationPeriods = requiredNumber(input, 'EvaluationPeriods');
  const datapointsToAlarm = number(input, 'DatapointsToAlarm');
  const source = parseSource(input);
  checkPeriods(source, evaluationPeriods, datapointsToAlarm);
  return {
    ...common,
    kind: 'metric',
    source,
    evaluationPeriods,
    datapointsToAlarm,
    threshold: requiredNumber(input, 'Threshold'),
    comparison: comparisonOf(input),
    missingData: word(input, 'TreatMissingData', MISSING_DATA),
    lowSamples: word(input, 'EvaluateLowSampleCountPercentile', ['evaluate', 'ignore']),
  };
}

export function parseCompositeAlarm(input: Members): CompositeAlarmSettings {
  refuseUnknown(input, ['ActionsSuppressor']);
  const ruleText = requiredText(input, 'AlarmRule');
  return { ...commonSettings(input), kind: 'composite', ruleText, rule: parseRule(ruleText) };
}

/** The forms are those of botocore's model; no request is recorded. */
export function parseLogAlarm(input: Members): LogAlarmSettings {
  const resultsToEvaluate = requiredNumber(input, 'QueryResultsToEvaluate');
  const query = structure(input, 'ScheduledQueryConfiguration');
  if (query === undefined) throw missingParameter('ScheduledQueryConfiguration');
  for (const name of ['QueryString', 'ScheduledQueryRoleARN', 'AggregationExpression']) {
    requiredText(query, name);
  }
  const schedule = structure(query, 'ScheduleConfiguration');
  if (schedule === undefined) throw missingParameter('ScheduleConfiguration');
  requiredText(schedule, 'ScheduleExpression');
  return {
    ...commonSettings(input),
    kind: 'log',
    query,
    resultsToEvaluate,
    resultsToAlarm: requiredNumber(input, 'QueryResultsToAlarm'),
    threshold: requiredNumber(input, 'Threshold'),
    comparison: comparisonOf(input),
    missingData: word(input, 'TreatMissingData', MISSING_DATA),
  };
}

/** Tags in the wire format: a list of keys and values. */
export const parseTags = (input: Members): ReadonlyMap<string, string> =>
  new Map(
    structures(input, 'Tags').map((tag) => [requiredText(tag, 'Key'), text(tag, 'Value') ?? '']),
  );

function commonSettings(input: Members) {
  return {
    name: requiredText(input, 'AlarmName'),
    description: text(input, 'AlarmDescription'),
    actionsEnabled: flag(input, 'ActionsEnabled') ?? true,
    okActions: texts(input, 'OKActions'),
    alarmActions: texts(input, 'AlarmActions'),
    insufficientDataActions: texts(input, 'InsufficientDataActions'),
  };
}

function parseSource(input: Members): Source {
  if (input.Metrics === undefined) return parseMetricSource(input);
  const clash = ['MetricName', 'Namespace', 'Statistic', 'ExtendedStatistic', 'Period'].find(
    (name) => input[name] !== undefined,
  );
  if (clash !== undefined) {
    throw invalidCombination(`The parameters Metrics and ${clash} are mutually exclusive.`);
  }
  const queries = parseQueries(input, 'Metrics');
  const [result, ...others] = queries.filter(({ returnData }) => returnData);
  if (result === undefined || others.length > 0) {
    throw validationError('Exactly one element of the metrics list should return data.');
  }
  return { kind: 'math', queries, resultId: result.id, period: periodOf(result, queries) };
}

function parseMetricSource(input: Members): Source {
  const simple = word(input, 'Statistic', SIMPLE_STATISTICS);
  const extended = text(input, 'ExtendedStatistic');
  const name = requiredText(input, 'MetricName');
  if (simple !== undefined && extended !== undefined) {
    throw invalidCombination(
      'The parameters Statistic and ExtendedStatistic are mutually exclusive.',
    );
  }
  const statistic = simple ?? extended;
  if (statistic === undefined) throw missingParameter('Statistic or ExtendedStatistic');
  return {
    kind: 'metric',
    extended: extended !== undefined,
    query: {
      kind: 'stat',
      id: 'metric',
      label: undefined,
      returnData: true,
      metric: {
        namespace: requiredText(input, 'Namespace'),
        name,
        dimensions: parseDimensions(input),
      },
      statistic: statisticNamed(statistic, 'ExtendedStatistic'),
      unit: text(input, 'Unit'),
      period: parsePeriod(requiredNumber(input, 'Period')),
    },
  };
}

function checkPeriods(source: Source, evaluationPeriods: number, needed: number | undefined): void {
  if (!Number.isInteger(evaluationPeriods) || evaluationPeriods < 1) {
    throw validationError('EvaluationPeriods must be an integer greater than or equal to 1.');
  }
  if (needed !== undefined && !(Number.isInteger(needed) && needed >= 1)) {
    throw validationError('DatapointsToAlarm must be an integer greater than or equal to 1.');
  }
  if (needed !== undefined && needed > evaluationPeriods) {
    throw validationError('DatapointsToAlarm must not be greater than EvaluationPeriods.');
  }
  const period = (source.kind === 'metric' ? source.query.period : source.period) / 1000;
  const most = period >= 3600 ? 7 * DAY : DAY;
  if (period * evaluationPeriods > most) {
    throw validationError(
      `Metrics cannot be checked across more than ${most === DAY ? 'a day' : 'seven days'} ` +
        `(EvaluationPeriods * Period must be <= ${most}).`,
    );
  }
}

function comparisonOf(input: Members): ComparisonOperator {
  const written = requiredText(input, 'ComparisonOperator');
  if (/Lower.*Threshold|Upper.*Threshold/.test(written)) {
    throw new NotImplemented(`anomaly detection (${written})`);
  }
  return requiredWord(input, 'ComparisonOperator', COMPARISON_NAMES);
}

function refuseUnknown(input: Members, names: readonly string[]): void {
  const found = names.find((name) => input[name] !== undefined);
  if (found !== undefined) throw new NotImplemented(`alarms with ${found}`);
}
