// The charts of a report, and the text for each point.

import { measureTitle, sourceText } from '../src/report/evidence-text.ts';
import type { Points, Report, SeriesReport } from '../src/report/report.ts';
import { formatWeight } from '../src/rollout/plan.ts';
import { sayRate } from './rate.ts';

export interface Line {
  readonly label: string;
  readonly colour: 'canary' | 'stable' | 'third' | 'limit';
  readonly values: readonly (number | null)[];
  /** The text for a point. */
  readonly say: (index: number) => string;
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

export function chartsOf(report: Report): readonly Chart[] {
  const { series } = report;
  const weight = weightChart(report);
  const charts = weight ? [weight] : [];
  if (!series) return charts;
  return [
    ...charts,
    rateChart('Failed requests', series, {
      canary: { requests: series.canary.requests, events: series.canary.errors },
      stable: { requests: series.stable.requests, events: series.stable.errors },
    }),
    ...series.comparisons
      .filter(({ source }) => source.kind !== 'errors')
      .map((comparison) => rateChart(measureTitle(comparison.source), series, comparison)),
    ...evidenceChart(series),
    requestChart(series),
  ];
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
              return part === null || part === undefined ? '–' : `${Math.round(part)}%`;
            },
          }),
        ),
        {
          label: 'rolled back at',
          colour: 'limit',
          values: times.map(() => 100),
          say: () => '100%',
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
