// Plots in Mermaid, which GitHub renders in Markdown. They contain no text from outside.

import { type MeasureSource, sameSource } from '../analysis/evidence.ts';
import type { WeightChange } from '../rollout/weights.ts';
import { measureTitle } from './evidence-text.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Points, Report, SeriesReport } from './report.ts';
import { rates } from './spark.ts';

/** Both colors are readable on white and on GitHub's dark gray; the second is for stable. */
const CANARY = '#d97706';
const STABLE = '#2563eb';

/** The plots; empty if there was no traffic to plot. */
export function plots(report: Report): string {
  const parts = [weightPlot(report), ...ratePlots(report)].filter((part) => part !== '');
  return parts.length > 0 ? ['### Charts', ...parts].join('\n\n') : '';
}

function weightPlot({ weights, endedAt }: Report): string {
  const began = weights[0]?.at;
  if (began === undefined) return '';
  const end = Math.max(endedAt, weights.at(-1)?.at ?? 0);
  const samples = 61;
  const line = Array.from({ length: samples }, (_, i) =>
    weightNow(weights, began + ((end - began) * i) / (samples - 1)),
  );
  const time = timeAxis(end - began);
  const plot = chart({
    title: 'Traffic on the new version',
    description: `From ${line[0]}% to ${line.at(-1)}%.`,
    axes: [time, 'y-axis "% of the traffic" 0 --> 100'],
    lines: [line],
  });
  return `Traffic on the new version, in %\n\n${plot}`;
}

const MOST_POINTS = 45;

interface Rated {
  /** Escaped Markdown. */
  readonly caption: string;
  /** The accessible title; contains no text from outside. */
  readonly title: string;
  readonly canary: { readonly requests: Points; readonly events: Points };
  readonly stable: { readonly requests: Points; readonly events: Points };
}

function ratePlots(report: Report): readonly string[] {
  const { series, evidence } = report;
  if (!series) return [];
  const side = ({ requests, errors }: SeriesReport['canary']) => ({ requests, events: errors });
  const failing = (source: MeasureSource) =>
    evidence.some((e) => e.verdict === 'failing' && sameSource(e.source, source));
  const latency = series.comparisons.find(({ source }) => source.kind === 'latency');
  const others = series.comparisons.filter(
    (c) => c.source.kind !== 'errors' && (c === latency || failing(c.source)),
  );
  const rated: readonly Rated[] = [
    {
      caption: 'Failed requests',
      title: 'Failed requests of both versions',
      canary: side(series.canary),
      stable: side(series.stable),
    },
    ...others.map(({ source, canary, stable }) => ({
      caption: escapeMarkdown(measureTitle(source)),
      title: 'What was compared, of both versions',
      canary,
      stable,
    })),
  ];
  return rated.map((each) => ratePlot(report, series, each));
}

function ratePlot({ weights }: Report, series: SeriesReport, rated: Rated): string {
  const first = Math.max(0, Math.floor(((weights[0]?.at ?? 0) - series.from) / series.every));
  const of = ({ requests, events }: Rated['canary']) =>
    rates(requests.slice(first), events.slice(first), MOST_POINTS);
  const [canary, stable] = [of(rated.canary), of(rated.stable)];
  if (canary.length < 2 || canary.every((rate) => rate === null)) return '';
  const highest = (line: Points) => Math.max(0, ...line.map(Number));
  const top = Math.max(highest(canary), highest(stable));
  if (top === 0) return `${rated.caption}: none on either version.`;
  const plot = chart({
    title: rated.title,
    description: `At most ${figures(highest(canary))}% of canary requests, ${figures(highest(stable))}% of stable requests.`,
    axes: [
      timeAxis((series.canary.requests.length - first) * series.every),
      `y-axis "% of requests" 0 --> ${roundUp(top)}`,
    ],
    lines: [carriedOn(canary), carriedOn(stable)],
  });
  return `${rated.caption}, in %: 🟠 canary, 🔵 stable\n\n${plot}`;
}

interface Chart {
  readonly title: string;
  readonly description: string;
  readonly axes: readonly string[];
  readonly lines: readonly (readonly number[])[];
}

function chart({ title, description, axes, lines }: Chart): string {
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart: { width: 640, height: 240 }',
    '  themeVariables:',
    `    xyChart: { backgroundColor: "transparent", plotColorPalette: "${CANARY}, ${STABLE}" }`,
    '---',
    'xychart-beta',
    `  accTitle: ${title}`,
    `  accDescr: ${description}`,
    ...axes.map((axis) => `  ${axis}`),
    ...lines.map((line) => `  line [${line.map(figures).join(', ')}]`),
    '```',
  ].join('\n');
}

/** Rounds up to 1, 2 or 5 with zeros: an axis up to these values has about ten ticks. */
function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => Number((step * size).toPrecision(1)));
  return steps.find((step) => step >= value) ?? value;
}

/** An axis in minutes, or in hours if there are very many minutes. */
function timeAxis(seconds: number): string {
  const [unit, size] = seconds > 4 * 3600 ? ['hours', 3600] : ['minutes', 60];
  return `x-axis "${unit} since the first shift" 0 --> ${figures(Math.max(1, seconds) / Number(size))}`;
}

/** Points without requests have no rate; the line continues at the previous value. */
function carriedOn(points: Points): readonly number[] {
  let last = points.find((point) => point !== null) ?? 0;
  return points.map((point) => {
    last = point ?? last;
    return last;
  });
}

function figures(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** % of the traffic on the new version; 0 before the first shift. */
export function weightNow(weights: readonly WeightChange[], at: number): number {
  return weights.findLast((change) => change.at <= at)?.weight ?? 0;
}
