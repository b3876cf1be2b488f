// Links to the AWS console.
//
// The addresses of the console are not documented. The format follows its own "share" links: objects and
// lists as `~(…)`, text after `'`, with every character except letters and digits as `*` and two digits.

import { partitionOf } from '../base/partitions.ts';
import type { Report } from './report.ts';
import type { ConsoleLink, LogInterest, LogSearch } from './target-report.ts';

/** A value that the console can encode. */
type Value = string | number | readonly Value[] | { readonly [name: string]: Value };

function encode(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${encodeText(value)}`;
  if (isList(value)) return `(${value.map((item) => `~${encode(item)}`).join('')})`;
  const members = Object.entries(value).map(([name, member]) => `${name}~${encode(member)}`);
  return `(${members.join('~')})`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function encodeText(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9_.-]/.test(char) ? char : `*${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}

/** The console in the partition of the Region; without an address that is public, the links are plain text. */
export function consoleOf(region: string): string {
  const { console: host } = partitionOf(region);
  return host === '' ? '' : `https://${region}.${host}`;
}

function cloudWatch(region: string, view: string): string {
  return `${consoleOf(region)}/cloudwatch/home?region=${region}#${view}`;
}

export function alarmLink(region: string, name: string): ConsoleLink {
  const url = cloudWatch(region, `alarmsV2:alarm/${encodeURIComponent(name)}`);
  return { text: name, url };
}

/** A graph of the requests and errors of both versions during the run. */
export function metricsLink(report: Report): ConsoleLink {
  const { target, startedAt, endedAt } = report;
  const graph = {
    metrics: target.metrics,
    view: 'timeSeries',
    stat: 'Sum',
    period: 60,
    region: target.region,
    start: iso(startedAt - 600),
    end: iso(endedAt + 600),
  };
  return { text: 'metrics', url: cloudWatch(target.region, `metricsV2:graph=~${encode(graph)}`) };
}

/** A search in CloudWatch Logs Insights in a period. */
export interface LogQuery extends LogSearch {
  /** Seconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** A link with groups, query and times filled in. */
  readonly link: ConsoleLink;
}

/**
 * The query for what the new version logged about its errors or its slowest requests; `undefined` if there is nothing
 * to search.
 *
 * @param from seconds since the epoch, like `to`
 */
export function logQuery(
  { functions, target }: Report,
  interest: LogInterest,
  from: number,
  to: number,
): LogQuery | undefined {
  const search = target.searchLogs(functions, interest);
  if (!search) return undefined;
  const detail = {
    end: iso(to),
    start: iso(from),
    timeType: 'ABSOLUTE',
    tz: 'UTC',
    editorString: search.query,
    source: search.groups,
  };
  const view = `logsV2:logs-insights$3FqueryDetail$3D~${encode(detail)}`;
  const link = { text: 'Logs Insights', url: cloudWatch(target.region, view) };
  return { ...search, from, to, link };
}

function iso(seconds: number): string {
  return new Date(1000 * seconds).toISOString();
}
