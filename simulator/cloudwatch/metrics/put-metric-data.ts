// PutMetricData: values, counted values, or statistic sets of custom metrics.

import { AwsError } from '../../service.ts';
import { invalidCombination, invalidValue, missingParameter } from '../protocol/errors.ts';
import {
  type Members,
  number,
  numbers,
  requiredNumber,
  requiredText,
  structure,
  structures,
  text,
  time,
} from '../protocol/fields.ts';
import { parseDimensions } from './metric-query.ts';
import type { MetricStore } from './metric-store.ts';

const HOUR = 3_600_000;
const MAX_VALUES = 150;
const MAX_DATA = 1000;

/** Answers PutMetricData at the time `now` (milliseconds): all data are accepted, or none. */
export function putMetricData(input: Members, store: MetricStore, now: number): Members {
  const namespace = requiredText(input, 'Namespace');
  if (namespace.startsWith('AWS/')) {
    throw invalidValue('The value AWS/ for parameter Namespace is invalid.');
  }
  const data = structures(input, 'MetricData');
  if (data.length === 0) throw missingParameter('MetricData');
  if (data.length > MAX_DATA) {
    throw invalidValue(`The collection MetricData must not have a size greater than ${MAX_DATA}.`);
  }
  const writes = data.map((datum, index) =>
    within(`MetricData.member.${index + 1}.`, () => writeOf(datum, namespace, now)),
  );
  for (const write of writes) write(store);
  return {};
}

/** AWS names the parameters of a datum by their whole path. */
function within<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { code, status, message } = error;
    const named = message.replace(/\b(parameters?|collection|and) (?=[A-Z])/g, `$1 ${path}`);
    throw new AwsError(code, status, named);
  }
}

type Write = (store: MetricStore) => void;

function writeOf(datum: Members, namespace: string, now: number): Write {
  const at = time(datum, 'Timestamp') ?? now;
  if (at < now - 14 * 24 * HOUR || at > now + 2 * HOUR) {
    throw invalidValue(
      'The parameter Timestamp must specify a time no more than two weeks in the past and no ' +
        'more than two hours in the future.',
    );
  }
  const event = {
    namespace,
    name: requiredText(datum, 'MetricName'),
    dimensionSets: [parseDimensions(datum)],
    unit: text(datum, 'Unit') ?? 'None',
    at,
  };
  return contentOf(datum, event);
}

type Event = Parameters<MetricStore['recordStatistics']>[0];

function contentOf(datum: Members, event: Event): Write {
  const value = number(datum, 'Value');
  const values = numbers(datum, 'Values');
  const set = structure(datum, 'StatisticValues');
  const given = [
    ...(value === undefined ? [] : ['Value']),
    ...(values.length > 0 ? ['Values'] : []),
    ...(set === undefined ? [] : ['StatisticValues']),
  ];
  if (given.length === 0) {
    throw missingParameter('Value, Values or StatisticValues');
  }
  if (given.length > 1) {
    throw invalidCombination(
      `The parameters ${given[0]} and ${given[1]} are mutually exclusive and you have specified both.`,
    );
  }
  if (set !== undefined) {
    const statistics = statisticsOf(set);
    return (store) => store.recordStatistics(event, statistics);
  }
  const counted = value === undefined ? countedOf(datum, values) : [[value, 1] as const];
  return (store) => {
    for (const [each, times] of counted) {
      store.recordStatistics(event, { count: times, sum: each * times, min: each, max: each });
    }
  };
}

function countedOf(datum: Members, values: readonly number[]) {
  const counts = numbers(datum, 'Counts');
  if (counts.length > 0 && counts.length !== values.length) {
    throw invalidValue('The parameters Values and Counts must be of the same size.');
  }
  if (values.length > MAX_VALUES) {
    throw invalidValue(`The collection Values must not have a size greater than ${MAX_VALUES}.`);
  }
  return values.map((value, index) => [value, counts[index] ?? 1] as const);
}

function statisticsOf(set: Members) {
  const statistics = {
    count: requiredNumber(set, 'SampleCount'),
    sum: requiredNumber(set, 'Sum'),
    min: requiredNumber(set, 'Minimum'),
    max: requiredNumber(set, 'Maximum'),
  };
  if (statistics.count <= 0) {
    throw invalidValue('The parameter StatisticValues.SampleCount must be greater than 0.');
  }
  if (statistics.min > statistics.max) {
    throw invalidValue('The parameter StatisticValues.Minimum must not exceed Maximum.');
  }
  return statistics;
}
