// A GetMetricData that could not read all of what it was asked for.

import type { IncompleteMetrics } from '../../front/faults.ts';
import { type Members, structures } from '../protocol/fields.ts';
import { parseQueries } from './metric-query.ts';

/**
 * The answer as AWS gives it where some metrics could not be read: 200, and each result says so
 * itself. AWS: MetricDataResult, StatusCode: `PartialData` is "an incomplete set of data points",
 * after `InternalError` one is to "retry the request". Here the results of the metrics that the
 * fault names have the first half of their values, or none, and there is no NextToken for the rest.
 */
export function withoutMetrics(
  input: Members,
  answer: Members,
  { metrics, statusCode, message }: IncompleteMetrics,
): Members {
  const struck = new Set(
    parseQueries(input, 'MetricDataQueries')
      .filter((query) => query.kind === 'stat' && metrics.includes(query.metric.name))
      .map(({ id }) => id),
  );
  const cut = (values: unknown) => {
    const all = Array.isArray(values) ? values : [];
    return statusCode === 'PartialData' ? all.slice(0, Math.floor(all.length / 2)) : [];
  };
  const results = structures(answer, 'MetricDataResults').map((result) =>
    struck.has(String(result.Id))
      ? {
          ...result,
          Timestamps: cut(result.Timestamps),
          Values: cut(result.Values),
          StatusCode: statusCode,
          Messages: message === undefined ? undefined : [{ Code: statusCode, Value: message }],
        }
      : result,
  );
  return { ...answer, MetricDataResults: results };
}
