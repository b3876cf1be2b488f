// Evaluates metric queries over a window: each gives one or more labelled series.

import { NotImplemented } from '../../service.ts';
import { referencesOf } from '../math/syntax.ts';
import type { Scope, Series, Value } from '../math/types.ts';
import { evaluateExpression } from '../math/value.ts';
import { validationError } from '../protocol/errors.ts';
import { labelOf, type MetricQuery, type StatQuery } from './metric-query.ts';
import { keyOf, type MetricStore, type Window } from './metric-store.ts';

export interface Message {
  readonly Code: string;
  readonly Value: string;
}

export interface QueryResult {
  readonly query: MetricQuery;
  readonly series: readonly Series[];
  readonly messages: readonly Message[];
}

/** Start and end (milliseconds) of the requested data, and the time of the request. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
}

/** A metric's points, with the number of samples of each. */
export interface StatSeries {
  readonly points: Map<number, number>;
  readonly samples: ReadonlyMap<number, number>;
  readonly messages: readonly Message[];
}

/** Evaluates the queries that return data, in order. Throws for an invalid expression. */
export function evaluateQueries(
  queries: readonly MetricQuery[],
  store: MetricStore,
  range: Range,
): readonly QueryResult[] {
  const evaluation = createEvaluation(queries, store, range);
  return told(queries.filter(({ returnData }) => returnData)).map((query) => ({
    query,
    series: seriesOf(query, evaluation.resolve(query.id)),
    messages: evaluation.messagesOf(query.id),
  }));
}

/** Recorded from AWS: statistics of one metric are told apart by their labels, `price Sum` and `price Average`. */
function told(queries: readonly MetricQuery[]): readonly MetricQuery[] {
  const statistics = new Map<string, Set<string>>();
  for (const query of queries) {
    if (query.kind !== 'stat') continue;
    const key = keyOf(query.metric);
    statistics.set(key, (statistics.get(key) ?? new Set()).add(query.statistic.name));
  }
  return queries.map((query) => {
    if (query.kind !== 'stat' || query.label !== undefined) return query;
    return statistics.get(keyOf(query.metric))?.size === 1
      ? query
      : { ...query, label: `${query.metric.name} ${query.statistic.name}` };
  });
}

/** The points of one metric. If there are several units, a period uses the first with data. */
export function readStat(query: StatQuery, store: MetricStore, range: Range): StatSeries {
  const units = query.unit === undefined ? store.units(query.metric) : [query.unit];
  const window: Window = { start: range.start, end: range.end, period: query.period };
  const points = new Map<number, number>();
  const samples = new Map<number, number>();
  const shown: string[] = [];
  for (const unit of units) {
    const periods = store.read(query.metric, unit, window, range.asOf);
    if (periods.size > 0) shown.push(unit);
    for (const [time, distribution] of periods) {
      if (samples.has(time)) continue;
      samples.set(time, distribution.count);
      const value = query.statistic.of(distribution);
      if (value !== undefined) points.set(time, value);
    }
  }
  const several = {
    Code: 'MultipleUnits',
    Value: `Multiple units returned: '[${shown.join(', ')}]'`,
  };
  return { points, samples, messages: shown.length > 1 ? [several] : [] };
}

/** The common period of the metrics in a query, in milliseconds; 60 s if there are none. */
export function periodOf(query: MetricQuery, queries: readonly MetricQuery[]): number {
  const periods = new Set(metricsUnder(query, queries, new Set()).map(({ period }) => period));
  const [first, ...others] = periods;
  if (others.length > 0) {
    throw new NotImplemented(`metric math over metrics of different periods (${query.id})`);
  }
  return first ?? 60_000;
}

function metricsUnder(
  query: MetricQuery,
  queries: readonly MetricQuery[],
  seen: ReadonlySet<string>,
): readonly StatQuery[] {
  if (query.kind === 'stat') return [query];
  if (seen.has(query.id)) {
    throw validationError(`Error in expression '${query.id}': it refers to itself`);
  }
  const { ids, all } = referencesOf(query.tree);
  const path = new Set([...seen, query.id]);
  return queries
    .filter(({ id, kind }) => ids.includes(id) || (all && kind === 'stat'))
    .flatMap((referred) => metricsUnder(referred, queries, path));
}

function createEvaluation(queries: readonly MetricQuery[], store: MetricStore, range: Range) {
  const values = new Map<string, Value>();
  const messages = new Map<string, readonly Message[]>();

  const compute = (query: MetricQuery): Value => {
    if (query.kind === 'math') return evaluateExpression(query.tree, scopeOf(query));
    const series = readStat(query, store, range);
    messages.set(query.id, series.messages);
    return { kind: 'series', points: series.points };
  };
  const resolve = (id: string): Value => {
    const known = values.get(id);
    if (known !== undefined) return known;
    const query = queries.find((candidate) => candidate.id === id);
    if (query === undefined) throw validationError(`Unknown metric or expression ${id}`);
    const value = compute(query);
    values.set(id, value);
    return value;
  };
  const metrics = () =>
    queries.flatMap((query) => {
      const value = query.kind === 'stat' ? resolve(query.id) : undefined;
      return value?.kind === 'series'
        ? [{ id: query.id, label: labelOf(query), points: value.points }]
        : [];
    });
  const scopeOf = (query: MetricQuery): Scope => ({
    resolve,
    metrics,
    times: timesOf(range, periodOf(query, queries)),
  });
  return { resolve, messagesOf: (id: string) => messages.get(id) ?? [] };
}

/** The period starts that lie in the window and have begun. */
function timesOf({ start, end, asOf }: Range, period: number): readonly number[] {
  const count = Math.max(0, Math.ceil((Math.min(end, asOf) - start) / period));
  return Array.from({ length: count }, (_, index) => start + index * period);
}

function seriesOf(query: MetricQuery, value: Value): readonly Series[] {
  if (value.kind === 'series') return [{ label: labelOf(query), points: value.points }];
  if (value.kind === 'array') {
    return value.series.map(({ label, points }) => ({
      label: `${labelOf(query)} ${label}`,
      points,
    }));
  }
  throw validationError(`Error in expression '${query.id}': the result must be a time series`);
}
