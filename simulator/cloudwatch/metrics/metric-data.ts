// GetMetricData: a window, some queries, and pages of at most `MaxDatapoints`.

import type { Unsettled } from '../../world.ts';
import { invalidNextToken, invalidValue, validationError } from '../protocol/errors.ts';
import { type Members, number, requiredTime, text, word } from '../protocol/fields.ts';
import { parseQueries } from './metric-query.ts';
import { type MetricStore, MINUTE } from './metric-store.ts';
import { evaluateQueries, type QueryResult, type Range } from './query-evaluation.ts';

const MAX_DATAPOINTS = 100_800;
const DAY = 24 * 60 * MINUTE;

/** Answers GetMetricData at the time `now` (milliseconds). */
export function getMetricData(
  input: Members,
  store: MetricStore,
  now: number,
  unsettled: Pick<Unsettled, 'trimmedCountOfDuration'>,
): Members {
  const queries = parseQueries(input, 'MetricDataQueries');
  const start = requiredTime(input, 'StartTime');
  const end = requiredTime(input, 'EndTime');
  if (start >= end) {
    throw validationError('The parameter StartTime must be less than the parameter EndTime.');
  }
  const most = number(input, 'MaxDatapoints') ?? MAX_DATAPOINTS;
  if (!Number.isInteger(most) || most < 1 || most > MAX_DATAPOINTS) {
    throw invalidValue(`The parameter MaxDatapoints must be between 1 and ${MAX_DATAPOINTS}.`);
  }
  const page = readToken(text(input, 'NextToken'), now);
  const range: Range = { start: roundStart(start, now), end, asOf: page.asOf };
  const descending = word(input, 'ScanBy', SCAN_ORDERS) !== 'TimestampAscending';
  const lines = evaluateQueries(queries, store, range).flatMap((result) =>
    linesOf(asSettled(result, unsettled), descending),
  );
  return pageOf(lines, page, most);
}

const SCAN_ORDERS = ['TimestampDescending', 'TimestampAscending'] as const;

/** StartTime is rounded down, the coarser the older it is. AWS: GetMetricData, StartTime. */
export function roundStart(start: number, now: number): number {
  const age = now - start;
  const step = age < 15 * DAY ? MINUTE : age < 63 * DAY ? 5 * MINUTE : 60 * MINUTE;
  return Math.floor(start / step) * step;
}

/** Leaves out, or refuses, what it is not known whether AWS has. */
function asSettled(
  result: QueryResult,
  { trimmedCountOfDuration }: Pick<Unsettled, 'trimmedCountOfDuration'>,
): QueryResult {
  const { query } = result;
  if (trimmedCountOfDuration === 'counted' || query.kind !== 'stat') return result;
  const { metric, statistic } = query;
  const isOpen = metric.namespace === 'AWS/Lambda' && metric.name === 'Duration';
  if (!isOpen || !/^(TC|PR)\(/.test(statistic.name)) return result;
  if (trimmedCountOfDuration === 'refused') {
    throw validationError(`The statistic ${statistic.name} is not available for this metric`);
  }
  return { ...result, series: result.series.map((one) => ({ ...one, points: new Map() })) };
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly points: readonly (readonly [number, number])[];
  readonly messages: QueryResult['messages'];
}

function linesOf({ query, series, messages }: QueryResult, descending: boolean): readonly Line[] {
  const sign = descending ? -1 : 1;
  return series.map(({ label, points }) => ({
    id: query.id,
    label,
    points: [...points].sort(([a], [b]) => sign * (a - b)),
    messages,
  }));
}

/** The start of a page, and the time of the first page: later pages return the same data. */
interface Page {
  readonly skip: number;
  readonly asOf: number;
}

/** The first page lists every line; later pages only those that continue. */
function pageOf(lines: readonly Line[], { skip, asOf }: Page, most: number): Members {
  const results: Members[] = [];
  let before = 0;
  for (const { id, label, points, messages } of lines) {
    const from = Math.max(0, skip - before);
    const to = Math.max(0, Math.min(points.length, skip + most - before));
    before += points.length;
    if (skip > 0 && from >= points.length) continue;
    const shown = points.slice(from, to);
    results.push({
      Id: id,
      Label: label,
      Timestamps: shown.map(([time]) => new Date(time)),
      Values: shown.map(([, value]) => value),
      StatusCode: to < points.length ? 'PartialData' : 'Complete',
      Messages: messages.length > 0 ? messages : undefined,
    });
  }
  const next = skip + most < before ? writeToken({ skip: skip + most, asOf }) : undefined;
  return { MetricDataResults: results, NextToken: next, Messages: [] };
}

const writeToken = (page: Page) => Buffer.from(JSON.stringify(page)).toString('base64url');

function readToken(token: string | undefined, now: number): Page {
  if (token === undefined || token === '') return { skip: 0, asOf: now };
  try {
    const page = JSON.parse(Buffer.from(token, 'base64url').toString()) as Partial<Page>;
    if (Number.isInteger(page.skip) && Number.isFinite(page.asOf)) return page as Page;
  } catch {
    // Not one of our tokens: refused below.
  }
  throw invalidNextToken();
}
