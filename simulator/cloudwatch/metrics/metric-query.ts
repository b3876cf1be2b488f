// Parses and checks the `MetricDataQueries` of GetMetricData and of alarms on metric math.

import { NotImplemented } from '../../service.ts';
import type { Dimensions } from '../../world.ts';
import { type Expression, parseExpression, referencesOf } from '../math/syntax.ts';
import { invalidValue, missingParameter, validationError } from '../protocol/errors.ts';
import {
  flag,
  type Members,
  number,
  requiredNumber,
  requiredText,
  structure,
  structures,
  text,
} from '../protocol/fields.ts';
import type { MetricId } from './metric-store.ts';
import { parseStatistic, type Statistic } from './statistic.ts';

export interface StatQuery {
  readonly kind: 'stat';
  readonly id: string;
  /** As in the request. */
  readonly label: string | undefined;
  readonly returnData: boolean;
  readonly metric: MetricId;
  readonly statistic: Statistic;
  readonly unit: string | undefined;
  /** Milliseconds. */
  readonly period: number;
}

export interface MathQuery {
  readonly kind: 'math';
  readonly id: string;
  /** As in the request. */
  readonly label: string | undefined;
  readonly returnData: boolean;
  readonly source: string;
  /** Milliseconds, as in the request. The metrics' own period is used. */
  readonly period: number | undefined;
  readonly tree: Expression;
}

export type MetricQuery = StatQuery | MathQuery;

const MAX_QUERIES = 500;
const MAX_DIMENSIONS = 30;

/** The queries in the member of that name. Throws the errors of AWS. */
export function parseQueries(members: Members, name: string): readonly MetricQuery[] {
  const queries = structures(members, name).map(parseQuery);
  if (queries.length === 0) throw missingParameter(name);
  if (queries.length > MAX_QUERIES) {
    throw validationError(
      `The collection ${name} must not have a size greater than ${MAX_QUERIES}.`,
    );
  }
  const ids = new Set(queries.map(({ id }) => id));
  if (ids.size < queries.length) throw validationError(`The ids in ${name} must be unique.`);
  for (const query of queries) checkReferences(query, ids);
  return queries;
}

/** The label of the query's series: as requested, else the metric's name or the expression's id. */
export const labelOf = (query: MetricQuery): string =>
  query.label ?? (query.kind === 'stat' ? query.metric.name : query.id);

/** The query in the wire format. */
export function queryMembers(query: MetricQuery): Members {
  const { id: Id, label: Label, returnData: ReturnData } = query;
  if (query.kind === 'math') {
    const Period = query.period === undefined ? undefined : query.period / 1000;
    return { Id, Label, ReturnData, Expression: query.source, Period };
  }
  const { namespace, name, dimensions } = query.metric;
  return {
    Id,
    Label,
    ReturnData,
    MetricStat: {
      Metric: { Namespace: namespace, MetricName: name, Dimensions: dimensionList(dimensions) },
      Period: query.period / 1000,
      Stat: query.statistic.name,
      Unit: query.unit,
    },
  };
}

/** Dimensions in the wire format: a list of names and values. */
export function parseDimensions(members: Members): Dimensions {
  const dimensions = structures(members, 'Dimensions');
  if (dimensions.length > MAX_DIMENSIONS) {
    throw invalidValue(
      `The collection Dimensions must not have a size greater than ${MAX_DIMENSIONS}.`,
    );
  }
  return Object.fromEntries(
    dimensions.map((dimension) => [
      requiredText(dimension, 'Name'),
      requiredText(dimension, 'Value'),
    ]),
  );
}

export const dimensionList = (dimensions: Dimensions) =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));

/** A period of the request, in milliseconds. */
export function parsePeriod(seconds: number): number {
  if ([1, 5, 10, 20, 30].includes(seconds)) {
    throw new NotImplemented(`a period of ${seconds} seconds: metrics are stored by the minute`);
  }
  if (Number.isInteger(seconds) && seconds > 0 && seconds % 60 === 0) return seconds * 1000;
  throw invalidValue('The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.');
}

/** A statistic of the request by its name in the member `name`. */
export function statisticNamed(written: string, name: string): Statistic {
  const statistic = parseStatistic(written);
  if (statistic !== undefined) return statistic;
  if (/^(wm|WM)/.test(written)) throw new NotImplemented(`the statistic ${written}`);
  throw invalidValue(`The value ${written} for parameter ${name} is not supported.`);
}

function parseQuery(members: Members): MetricQuery {
  const id = requiredText(members, 'Id');
  if (!/^[a-z][A-Za-z0-9_]*$/.test(id)) {
    throw validationError(
      `The value ${id} for parameter Id does not match the required pattern [a-z][A-Za-z0-9_]*`,
    );
  }
  const stat = structure(members, 'MetricStat');
  const source = text(members, 'Expression');
  if ((stat === undefined) === (source === undefined)) {
    throw validationError(
      `The query ${id} must have either MetricStat or Expression, and not both.`,
    );
  }
  const label = text(members, 'Label');
  const returnData = flag(members, 'ReturnData') ?? true;
  if (stat !== undefined) return parseStat(stat, { id, label, returnData });
  const period = number(members, 'Period');
  return mathQuery(source ?? '', {
    id,
    label,
    returnData,
    period: period === undefined ? undefined : parsePeriod(period),
  });
}

type Common = {
  readonly id: string;
  readonly label: string | undefined;
  readonly returnData: boolean;
};

function parseStat(stat: Members, { id, label, returnData }: Common): StatQuery {
  const metric = structure(stat, 'Metric');
  if (metric === undefined) throw missingParameter('MetricStat.Metric');
  const name = requiredText(metric, 'MetricName');
  return {
    kind: 'stat',
    id,
    label,
    returnData,
    metric: {
      namespace: requiredText(metric, 'Namespace'),
      name,
      dimensions: parseDimensions(metric),
    },
    statistic: statisticNamed(requiredText(stat, 'Stat'), 'Stat'),
    unit: text(stat, 'Unit'),
    period: parsePeriod(requiredNumber(stat, 'Period')),
  };
}

function mathQuery(
  source: string,
  common: Common & { readonly period: number | undefined },
): MathQuery {
  if (/^\s*SELECT\s/i.test(source)) throw new NotImplemented('Metrics Insights queries');
  return { ...common, kind: 'math', source, tree: parseExpression(source) };
}

function checkReferences(query: MetricQuery, ids: ReadonlySet<string>): void {
  if (query.kind === 'stat') return;
  const unknown = referencesOf(query.tree).ids.find((id) => !ids.has(id));
  if (unknown === undefined) return;
  throw validationError(
    `Error in expression '${query.id}': Unknown metric or expression ${unknown}`,
  );
}
