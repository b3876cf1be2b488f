// ListMetrics: the names and dimensions of the series, in pages of 500.

import { invalidNextToken } from '../protocol/errors.ts';
import { type Members, requiredText, structures, text, word } from '../protocol/fields.ts';
import { dimensionList } from './metric-query.ts';
import type { MetricId, MetricStore } from './metric-store.ts';

const PAGE = 500;
const HOUR = 3_600_000;
const LISTED_FOR = 14 * 24 * HOUR;

/** Answers ListMetrics at the time `now` (milliseconds). */
export function listMetrics(input: Members, store: MetricStore, now: number): Members {
  const recent = word(input, 'RecentlyActive', ['PT3H']) !== undefined;
  const since = now - (recent ? 3 * HOUR : LISTED_FOR);
  const wanted = matcherOf(input);
  const found = [...store.metrics()].filter((metric) => metric.newest >= since && wanted(metric));
  const skip = readToken(text(input, 'NextToken'));
  return {
    Metrics: found.slice(skip, skip + PAGE).map(({ namespace, name, dimensions }) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: dimensionList(dimensions),
    })),
    NextToken: skip + PAGE < found.length ? String(skip + PAGE) : undefined,
  };
}

function matcherOf(input: Members): (metric: MetricId) => boolean {
  const namespace = text(input, 'Namespace');
  const name = text(input, 'MetricName');
  const filters = structures(input, 'Dimensions').map((filter) => ({
    name: requiredText(filter, 'Name'),
    value: text(filter, 'Value'),
  }));
  return (metric) =>
    (namespace ?? metric.namespace) === metric.namespace &&
    (name ?? metric.name) === metric.name &&
    filters.every((filter) => {
      const value = metric.dimensions[filter.name];
      return value !== undefined && (filter.value ?? value) === value;
    });
}

function readToken(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  if (/^\d+$/.test(token)) return Number(token);
  throw invalidNextToken();
}
