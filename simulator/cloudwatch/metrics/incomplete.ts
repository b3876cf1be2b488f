// A GetMetricData answer in which some metrics could not be read.

import type { IncompleteMetrics } from '../../front/faults.ts';
import { type Members, structures } from '../protocol/fields.ts';
import { parseQueries } from './metric-query.ts';

/**
 * The answer that AWS gives if some metrics could not be read: 200, with a status on each result.
 * AWS: MetricDataResult, StatusCode: `PartialData` is "an incomplete set of data points",
 * after `InternalError` a client is to "retry the request". Here the results of the metrics that the
 * fault names have the first half of their values, or none, and there is no NextToken for the rest.
 */
export function withoutMetrics(
  input: Members,
  answer: Members,
  { metrics, statusCode, message }: IncompleteMetrics,
): Members {
  const affected = new Set(
    parseQueries(input, 'MetricDataQueries')
      .filter((query) => query.kind === 'stat' && metrics.includes(query.metric.name))
      .map(({ id }) => id),
  );
  const cut = (values: unknown) => {
    const all = Array.isArray(values) ? values : [];
    return statusCode === 'PartialData' ? all.slice(0, Math.floor(all.length / 2)) : [];
  };
  const results = structures(answer, 'MetricDataResults').map((result) =>
    affected.has(String(result.Id))
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
