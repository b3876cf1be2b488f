// The charts of a report, and the text for each point.

import { sameSource } from '../src/analysis/evidence.ts';
import { partOf } from '../src/analysis/parts.ts';
import type { Points, SeriesReport } from '../src/report/counted-series.ts';
import { measureTitle, sourceText } from '../src/report/evidence-text.ts';
import { ratesOf } from '../src/report/numbers.ts';
import type { Report } from '../src/report/report.ts';
import { formatWeight } from '../src/rollout/plan.ts';
import { sayRate } from './rate.ts';

export interface Line {
  readonly label: string;
  readonly colour: 'canary' | 'stable' | 'third' | 'limit';
  readonly values: readonly (number | null)[];
  /** The text for a point. */
  readonly say: (index: number) => string;
  /** The text for all of it, as long as no point is chosen. */
  readonly whole: string;
  readonly dashed?: boolean;
}

export interface Chart {
  readonly title: string;
  /** Seconds since the epoch. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  /** Whether a value holds until the next one. */
  readonly stepped: boolean;
  /** The unit after each number of the axis. */
  readonly unit: string;
  /** The minimum upper end of the axis. */
  readonly least: number;
}

export interface Charts {
  /** What a reader sees first: the weight, and the failures of both versions. */
  readonly first: readonly Chart[];
  readonly more: readonly Chart[];
  /** Single functions and routes, if there are several. */
  readonly parts: readonly Chart[];
}

export function chartsOf(report: Report): Charts {
  const { series } = report;
  const weight = weightChart(report);
  const first = weight ? [weight] : [];
  if (!series) return { first, more: [], parts: [] };
  const errors = rateChart('Failed requests', series, {
    canary: { requests: series.canary.requests, events: series.canary.errors },
    stable: { requests: series.stable.requests, events: series.stable.errors },
  });
  const { finding } = ratesOf(report);
  const charts = series.comparisons
    .filter((each) => each.source.kind !== 'errors' || partOf(each))
    .map((each) => ({ each, chart: rateChart(measureTitle(each.source), series, each) }));
  const whole = charts.filter(({ each }) => !partOf(each));
  // What decided is seen first, whatever it is.
  const decided = whole.find(({ each }) => finding && sameSource(each.source, finding.source));
  const others = whole.filter((each) => each !== decided).map(({ chart }) => chart);
  return {
    first: [...first, decided?.chart ?? errors],
    more: [...(decided ? [errors] : []), ...others, ...evidenceChart(series), requestChart(series)],
    parts: charts.filter(({ each }) => partOf(each)).map(({ chart }) => chart),
  };
}

/** Whether all that is known of a chart is 0: there is nothing to draw. */
export function isEmpty({ lines, stepped }: Chart): boolean {
  return (
    !stepped && lines.every(({ values }) => values.every((value) => value === null || value === 0))
  );
}

function weightChart({ weights, weight, endedAt }: Report): Chart | undefined {
  const last = weights.at(-1);
  if (!last) return undefined;
  // A weight that is no longer known is not extended to the end.
  const end = weight === null ? [] : [{ ...last, at: Math.max(endedAt, last.at) }];
  const points = [...weights, ...end];
  return {
    title: 'Traffic on the new version',
    times: points.map(({ at }) => at),
    lines: [
      {
        label: 'new version',
        colour: 'canary',
        values: points.map(({ weight }) => weight),
        say: (i) => formatWeight(points[i]?.weight ?? 0),
        whole: weight === null ? 'unknown now' : `${formatWeight(weight)} at the end`,
      },
    ],
    stepped: true,
    unit: '%',
    least: 100,
  };
}

interface Arms {
  readonly canary: { readonly requests: Points; readonly events: Points };
  readonly stable: { readonly requests: Points; readonly events: Points };
}

function rateChart(title: string, series: SeriesReport, arms: Arms): Chart {
  const line = (name: 'canary' | 'stable'): Line => {
    const { requests, events } = arms[name];
    return {
      label: name,
      colour: name,
      values: requests.map((all, i) => (all ? (100 * (events[i] ?? 0)) / all : null)),
      say: (i) => sayRate(requests[i] ?? null, events[i] ?? null),
      whole: sayRate(sum(requests), sum(events)),
    };
  };
  return {
    title,
    times: timesOf(series),
    lines: [line('canary'), line('stable')],
    stepped: false,
    unit: '%',
    least: 0,
  };
}

const COMPARED = ['canary', 'third', 'stable'] as const;

/** Each comparison relative to its own threshold, so that all share an axis. */
function evidenceChart(series: SeriesReport): readonly Chart[] {
  const { comparisons } = series;
  const tested = comparisons.filter(({ nats }) => nats.some((value) => value !== null));
  if (tested.length === 0) return [];
  const parts = tested.map(({ nats, threshold }) =>
    nats.map((value, i) => {
      const limit = threshold[i];
      return value === null || !limit ? null : Math.max(0, (100 * value) / limit);
    }),
  );
  const times = timesOf(series);
  return [
    {
      title: 'Evidence against the new version, in % of what a rollback takes',
      times,
      lines: [
        ...tested.map(
          ({ source }, n): Line => ({
            label: sourceText(source),
            colour: COMPARED[n % COMPARED.length] ?? 'third',
            values: parts[n] ?? [],
            say: (i) => {
              const part = parts[n]?.[i];
              return part === null || part === undefined ? '–' : sayPart(part);
            },
            whole: `at most ${sayPart(Math.max(0, ...(parts[n] ?? []).map(Number)))}`,
          }),
        ),
        {
          label: 'rolled back at',
          colour: 'limit',
          values: times.map(() => 100),
          say: () => '100%',
          whole: '100%',
          dashed: true,
        },
      ],
      stepped: false,
      unit: '%',
      least: 110,
    },
  ];
}

function requestChart(series: SeriesReport): Chart {
  const perMinute = (value: number) => Math.round((60 * value) / series.every);
  const line = (name: 'canary' | 'stable'): Line => ({
    label: name,
    colour: name,
    values: series[name].requests.map((all) => (all === null ? null : perMinute(all))),
    say: (i) => {
      const all = series[name].requests[i];
      return all === null || all === undefined ? '–' : perMinute(all).toLocaleString('en-US');
    },
    whole: `${(sum(series[name].requests) ?? 0).toLocaleString('en-US')} in all`,
  });
  return {
    title: 'Requests per minute',
    times: timesOf(series),
    lines: [line('canary'), line('stable')],
    stepped: false,
    unit: '',
    least: 0,
  };
}

function timesOf({ from, every, canary }: SeriesReport): readonly number[] {
  return canary.requests.map((_, i) => from + i * every);
}

/** As in the summary: more than a rollback takes is enough. */
function sayPart(part: number): string {
  return part >= 100 ? '100%, enough' : `${Math.round(part)}%`;
}

/** `null`: nothing was counted. */
function sum(points: Points): number | null {
  const known = points.filter((point) => point !== null);
  return known.length > 0 ? known.reduce((all, point) => all + point, 0) : null;
}
