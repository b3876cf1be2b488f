// Where to look in AWS: addresses of its console, and the log query to paste there.
//
// The console's addresses are not documented. What its own "share" links look like is followed:
// objects and lists as `~(…)`, texts after `'` with all but letters and digits as `*` and two digits.

import type { ConsoleLink, Report } from './report.ts';

/** The console's own form of a value. */
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

/** The console's address in the partition of the Region. */
export function consoleOf(region: string): string {
  if (region.startsWith('cn-')) return `https://${region}.console.amazonaws.cn`;
  if (region.startsWith('us-gov-')) return `https://${region}.console.amazonaws-us-gov.com`;
  return `https://${region}.console.aws.amazon.com`;
}

function cloudWatch(region: string, view: string): string {
  return `${consoleOf(region)}/cloudwatch/home?region=${region}#${view}`;
}

export function alarmLink(region: string, name: string): ConsoleLink {
  const url = cloudWatch(region, `alarmsV2:alarm/${encodeURIComponent(name)}`);
  return { text: name, url };
}

/** Requests and errors of both versions in one graph, over the time of the run. */
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

/** A query for CloudWatch Logs Insights. */
export interface LogQuery {
  /** The log groups to choose; a function may have been given another one. */
  readonly groups: readonly string[];
  /** To be pasted. */
  readonly query: string;
  /** Seconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** With groups, query and times filled in. */
  readonly link: ConsoleLink;
}

/** Logs Insights searches at most 50 groups that are named. */
const MOST_GROUPS = 50;

/** Which of its requests are looked for. */
export type LogInterest = 'errors' | 'slow';

const FINDING: Readonly<Record<LogInterest, readonly string[]>> = {
  errors: [
    'fields @timestamp, @log, @requestId, @message',
    '| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/',
    '| sort @timestamp asc',
  ],
  slow: [
    'fields @timestamp, @log, @requestId, @duration, @initDuration',
    '| filter @type = "REPORT"',
    '| sort @duration desc',
  ],
};

/**
 * What the new version logged of its errors, or of its slowest requests; `undefined` where no
 * function was released. A log stream's name holds the version in brackets: `2025/11/24/[8]0123…`.
 *
 * @param from seconds since the epoch, as `to`
 */
export function logQuery(
  { functions, target }: Report,
  interest: LogInterest,
  from: number,
  to: number,
): LogQuery | undefined {
  if (functions.length === 0) return undefined;
  const groups = functions.slice(0, MOST_GROUPS).map(({ name }) => `/aws/lambda/${name}`);
  const versions = [...new Set(functions.map(({ to: version }) => version))];
  const [fields = '', ...rest] = FINDING[interest];
  const ours = `| filter @logStream like /\\[(${versions.join('|')})\\]/`;
  const query = [fields, ours, ...rest, '| limit 200'].join('\n');
  const detail = {
    end: iso(to),
    start: iso(from),
    timeType: 'ABSOLUTE',
    tz: 'UTC',
    editorString: query,
    source: groups,
  };
  const view = `logsV2:logs-insights$3FqueryDetail$3D~${encode(detail)}`;
  const link = { text: 'Logs Insights', url: cloudWatch(target.region, view) };
  return { groups, query, from, to, link };
}

function iso(seconds: number): string {
  return new Date(1000 * seconds).toISOString();
}
