// One picture of a release: its weight, and the failures of both versions, over time. It is text, so that it is the same
// everywhere, also on a phone and in a log, and has no line where nothing was counted.

import { sameSource } from '../analysis/evidence.ts';
import { formatPercent } from '../analysis/figures.ts';
import { formatWeight } from '../rollout/plan.ts';
import type { WeightChange } from '../rollout/weights.ts';
import type { Points, SeriesReport } from './counted-series.ts';
import { clockMinute } from './format.ts';
import { codeBlock } from './markdown.ts';
import { NOT_YET_COUNTED, ratesOf } from './numbers.ts';
import type { Report } from './report.ts';
import { sparkline } from './spark.ts';

/** With the names of the rows, as wide as a phone shows without scrolling. */
const COLUMNS = 28;
const NAMES = 'weight  '.length;

interface Arm {
  readonly requests: Points;
  readonly events: Points;
}

/** The course of a release in equal parts of its time. */
interface Course {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** A caption and the picture; empty if no traffic was shifted. */
export function picture(report: Report): string {
  const from = report.weights[0]?.at;
  if (from === undefined) return '';
  const to = Math.max(report.endedAt, report.weights.at(-1)?.at ?? from, from + 1);
  const course = { from, to, columns: COLUMNS };
  const shown = armsOf(report);
  const canary = shown && ratesIn(shown.canary, shown.series, course);
  const stable = shown && ratesIn(shown.stable, shown.series, course);
  const tops = { canary: highest(canary), stable: highest(stable) };
  const top = Math.max(tops.canary ?? 0, tops.stable ?? 0);
  const line = (rates: Points | undefined) =>
    rates?.some((rate) => rate !== null) ? sparkline(rates, top) : NOT_YET_COUNTED;
  const isCounted = tops.canary !== undefined || tops.stable !== undefined;
  const rows = [
    ['weight', weightRow(report, course)],
    ['', labelRow(report, course)],
    ...(isCounted ? [['canary', line(canary)] as const, ['stable', line(stable)] as const] : []),
    ['', timeRow(course)],
  ].flatMap(([name = '', text = '']) => (text === '' ? [] : [`${name.padEnd(NAMES)}${text}`]));
  return `${caption(ratesOf(report).did, tops)}\n\n${codeBlock(rows)}`;
}

interface Tops {
  readonly canary: number | undefined;
  readonly stable: number | undefined;
}

function caption(did: string, { canary, stable }: Tops): string {
  const what = `Weight of the new version, and the share of requests that ${did}`;
  const of = [
    ...(canary === undefined ? [] : [`canary up to ${formatPercent(canary)}`]),
    ...(stable === undefined ? [] : [`stable up to ${formatPercent(stable)}`]),
  ];
  return of.length === 0
    ? 'Weight of the new version (its requests are not yet counted by CloudWatch):'
    : `${what} (${of.join(', ')}; · means not yet counted):`;
}

/** What the report is about: the comparison that decided, or else the errors. */
function armsOf(report: Report) {
  const { series } = report;
  if (!series) return undefined;
  const { finding } = ratesOf(report);
  const comparison =
    finding && series.comparisons.find(({ source }) => sameSource(source, finding.source));
  if (comparison) return { series, canary: comparison.canary, stable: comparison.stable };
  const arm = ({ requests, errors }: SeriesReport['canary']): Arm => ({ requests, events: errors });
  return { series, canary: arm(series.canary), stable: arm(series.stable) };
}

/** The share of each column, 0 to 1; `null`: nothing was counted. */
function ratesIn({ requests, events }: Arm, series: SeriesReport, course: Course): Points {
  return columnsOf(course).map(([start, end]) => {
    const points = pointsIn(series, start, end);
    const all = sumOf(requests, points);
    return all > 0 ? sumOf(events, points) / all : null;
  });
}

/** The points that begin in a column, or else the one that contains it. */
function pointsIn({ from, every }: SeriesReport, start: number, end: number) {
  const first = Math.ceil((start - from) / every);
  const last = Math.ceil((end - from) / every) - 1;
  return last >= first
    ? { first, last }
    : { first: Math.floor((start - from) / every), last: Math.floor((start - from) / every) };
}

function sumOf(values: Points, { first, last }: { first: number; last: number }): number {
  return values
    .slice(Math.max(0, first), Math.max(0, last + 1))
    .reduce((sum: number, value) => sum + (value ?? 0), 0);
}

function columnsOf({ from, to, columns }: Course): readonly (readonly [number, number])[] {
  const size = (to - from) / columns;
  return Array.from({ length: columns }, (_, i) => [from + i * size, from + (i + 1) * size]);
}

function highest(rates: Points | undefined): number | undefined {
  const known = (rates ?? []).filter((rate) => rate !== null);
  return known.length > 0 ? Math.max(...known) : undefined;
}

const BLOCKS = ' ▁▂▃▄▅▆▇█';

function weightRow({ weights }: Report, course: Course): string {
  return columnsOf(course)
    .map(([, end]) => {
      const weight = weightNow(weights, end - 0.001);
      return BLOCKS[Math.ceil((weight / 100) * (BLOCKS.length - 1))] ?? '█';
    })
    .join('');
}

/** Each weight below its first column, if there is room for it. */
function labelRow({ weights }: Report, { from, to, columns }: Course): string {
  let row = '';
  for (const { at, weight } of weights) {
    const text = formatWeight(weight);
    const column = Math.min(
      columns - text.length,
      Math.floor(((at - from) / (to - from)) * columns),
    );
    if (row === '' || column > row.length) row = `${row.padEnd(column)}${text}`;
  }
  return row;
}

function timeRow({ from, to, columns }: Course): string {
  const [first, last] = [clockMinute(from).slice(0, 5), clockMinute(to)];
  return `${first}${last.padStart(columns - first.length)}`;
}

/** % of the traffic on the new version; 0 before the first shift. */
function weightNow(weights: readonly WeightChange[], at: number): number {
  return weights.findLast((change) => change.at <= at)?.weight ?? 0;
}
