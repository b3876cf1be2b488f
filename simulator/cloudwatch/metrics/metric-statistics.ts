// GetMetricStatistics: one metric, several statistics.

import { invalidCombination, invalidValue, missingParameter } from '../protocol/errors.ts';
import {
  type Members,
  requiredNumber,
  requiredText,
  requiredTime,
  text,
  texts,
} from '../protocol/fields.ts';
import type { Distribution } from './distribution.ts';
import { roundStart } from './metric-data.ts';
import { parseDimensions, parsePeriod, statisticNamed } from './metric-query.ts';
import type { MetricStore } from './metric-store.ts';
import { SIMPLE_STATISTICS, type Statistic } from './statistic.ts';

const MAX_DATAPOINTS = 1440;

/** Answers GetMetricStatistics at the time `now` (milliseconds). */
export function getMetricStatistics(input: Members, store: MetricStore, now: number): Members {
  const name = requiredText(input, 'MetricName');
  const metric = {
    namespace: requiredText(input, 'Namespace'),
    name,
    dimensions: parseDimensions(input),
  };
  const wanted = statisticsOf(input);
  const window = windowOf(input, now);
  const unit = text(input, 'Unit');
  const units = unit === undefined ? store.units(metric) : [unit];
  const points = units.flatMap((shown) =>
    [...store.read(metric, shown, window, now)].map(([time, distribution]) => ({
      Timestamp: new Date(time),
      ...valuesOf(wanted.simple, distribution),
      ExtendedStatistics:
        wanted.extended.length > 0 ? valuesOf(wanted.extended, distribution) : undefined,
      Unit: shown,
    })),
  );
  return { Label: name, Datapoints: points };
}

function statisticsOf(input: Members) {
  const simple = texts(input, 'Statistics').map((name) => {
    if ((SIMPLE_STATISTICS as readonly string[]).includes(name)) {
      return statisticNamed(name, 'Statistics');
    }
    throw invalidValue(`The value ${name} for parameter Statistics is not supported.`);
  });
  const extended = texts(input, 'ExtendedStatistics').map((name) =>
    statisticNamed(name, 'ExtendedStatistics'),
  );
  if (simple.length + extended.length === 0) {
    throw missingParameter('Statistics or ExtendedStatistics');
  }
  return { simple, extended };
}

function windowOf(input: Members, now: number) {
  const period = parsePeriod(requiredNumber(input, 'Period'));
  const start = requiredTime(input, 'StartTime');
  const end = requiredTime(input, 'EndTime');
  if (start >= end) {
    throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
  }
  const count = Math.floor((end - start) / period);
  if (count > MAX_DATAPOINTS) {
    throw invalidCombination(
      `You have requested up to ${count.toLocaleString('en-US')} datapoints, which exceeds the ` +
        `limit of ${MAX_DATAPOINTS.toLocaleString('en-US')}. You may reduce the datapoints ` +
        'requested by increasing Period, or decreasing the time range.',
    );
  }
  return { start: roundStart(start, now), end, period };
}

const valuesOf = (statistics: readonly Statistic[], distribution: Distribution) =>
  Object.fromEntries(statistics.map((statistic) => [statistic.name, statistic.of(distribution)]));
