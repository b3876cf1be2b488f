// Draws charts with uPlot; all charts share the cursor and the zoom.

import uPlot from 'uplot';
import type { TimelineEntry } from '../src/report/report.ts';
import type { Chart, Line } from './charts.ts';
import { type Clock, timeOf } from './clock.ts';
import type { Colours } from './colours.ts';
import { inWords } from './numbers.ts';

export interface Scene {
  readonly clock: Clock;
  readonly colours: Colours;
  readonly marks: readonly TimelineEntry[];
  /** First and last moment of all charts; seconds since the epoch. */
  readonly span: readonly [number, number];
  /** Called with the time at the pointer; `undefined`: the pointer is outside. */
  readonly point: (at: number | undefined) => void;
  /** Resets the zoom of all charts. */
  readonly reset: () => void;
}

const HEIGHT = 190;
/** The width of a label such as `16:00:30` with its spacing; half of the last label is right of the axis. */
const TIME_WIDTH = 72;

/** Draws a chart into its figure. */
export function draw(chart: Chart, figure: HTMLElement, scene: Scene): uPlot {
  const data = [chart.times, ...chart.lines.map(({ values }) => values)];
  const holder = figure.querySelector<HTMLElement>('.plot') ?? figure;
  const plot = new uPlot(optionsOf(chart, figure, scene), data as uPlot.AlignedData, holder);
  plot.ctx.canvas.setAttribute('role', 'img');
  plot.ctx.canvas.setAttribute('aria-label', inWords(chart));
  plot.setScale('x', { min: scene.span[0], max: scene.span[1] });
  return plot;
}

function optionsOf(chart: Chart, figure: HTMLElement, scene: Scene): uPlot.Options {
  const { colours, clock, marks } = scene;
  const axis = { stroke: colours.quiet, grid: { stroke: colours.grid, width: 1 } };
  return {
    width: figure.clientWidth,
    height: HEIGHT,
    ...(clock === 'utc' && {
      tzDate: (at: number) => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
    }),
    padding: [null, TIME_WIDTH / 2, null, null],
    scales: { y: { range: (_, __, most) => [0, Math.max(chart.least, 1.05 * most) || 1] } },
    axes: [
      { ...axis, values: AXIS_TIMES, space: TIME_WIDTH },
      { ...axis, size: 56, values: (_, all) => all.map((value) => `${value}${chart.unit}`) },
    ],
    series: [
      {
        label: 'time',
        value: (_, at) =>
          at === null || at === undefined ? 'the whole release' : timeOf(at, clock),
      },
      ...chart.lines.map((l) => seriesOf(l, chart, colours)),
    ],
    cursor: {
      sync: { key: 'report' },
      points: { size: 7 },
      // Its own would show each chart's data, which do not all begin and end together.
      bind: {
        dblclick: () => () => {
          scene.reset();
          return null;
        },
      },
    },
    legend: { live: true },
    hooks: {
      draw: [(plot) => drawMarks(plot, marks, colours)],
      setCursor: [
        ({ cursor, posToVal }) => {
          const left = cursor.left ?? -1;
          scene.point(left < 0 ? undefined : posToVal(left, 'x'));
        },
      ],
    },
  };
}

/** Labels with hours and minutes; the date is shown where a day begins. */
const AXIS_TIMES: uPlot.Axis.Values = [
  [86_400, '{MMM} {D}', null, null, null, null, null, null, 1],
  [3600, '{HH}:{mm}', '\n{MMM} {D}', null, null, null, null, null, 1],
  [60, '{HH}:{mm}', '\n{MMM} {D}', null, null, null, null, null, 1],
  [1, '{HH}:{mm}:{ss}', null, null, null, null, null, null, 1],
];

function seriesOf(
  { label, colour, dashed, say, whole }: Line,
  { stepped }: Chart,
  colours: Colours,
) {
  const steps = stepped && uPlot.paths.stepped?.({ align: 1 });
  const series: uPlot.Series = {
    label,
    stroke: colours[colour],
    width: 2,
    spanGaps: false,
    value: (_, __, ___, index) => (index === null || index === undefined ? whole : say(index)),
    ...(dashed && { dash: [6, 4], points: { show: false } }),
    ...(steps && { paths: steps }),
  };
  return series;
}

/** A vertical line for each event, coloured by its kind. */
function drawMarks(plot: uPlot, marks: readonly TimelineEntry[], colours: Colours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = Math.max(1, Math.round(devicePixelRatio));
  for (const { at, kind } of marks) {
    const x = Math.round(plot.valToPos(at, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const trouble = kind === 'alarm' || kind === 'verdict';
    ctx.strokeStyle = trouble ? colours.limit : colours.quiet;
    ctx.setLineDash(kind === 'traffic' ? [] : [2, 3]);
    ctx.globalAlpha = kind === 'traffic' ? 0.45 : 0.9;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
