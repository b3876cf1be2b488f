// The report as a page: the text of the job summary, with interactive plots.

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type uPlot from 'uplot';
import { HEADLINES } from '../src/report/format.ts';
import type { Report, TimelineEntry } from '../src/report/report.ts';
import { renderSummary } from '../src/report/summary.ts';
import { type Chart, chartsOf } from './charts.ts';
import { type Clock, offsetAt, timeOf } from './clock.ts';
import { colours } from './colours.ts';
import { draw } from './draw.ts';
import { element } from './element.ts';
import { byKeys } from './keyboard.ts';
import { numbersOf, scrolling } from './numbers.ts';

const PLOTS = 'plots';

function show(report: Report, page: HTMLElement): void {
  // External text is escaped; the tags in it are the summary's own.
  page.innerHTML = micromark(
    renderSummary(report, () => [`<div id="${PLOTS}"></div>`]),
    { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true },
  );
  document.title = `${HEADLINES[report.outcome]} – canary report`;
  for (const table of page.querySelectorAll('table')) scrollable(table);
  for (const block of page.querySelectorAll('pre')) copyable(block);
  const place = document.getElementById(PLOTS);
  if (place) showPlots(report, place);
}

function scrollable(table: HTMLElement): void {
  const place = document.createComment('table');
  table.replaceWith(place);
  place.replaceWith(scrolling(table, 'Table'));
}

function copyable(block: HTMLElement): void {
  const text = block.textContent ?? '';
  block.tabIndex = 0;
  const button = element('button', { type: 'button', textContent: 'Copy' });
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = 'Copied';
      },
      () => {
        getSelection()?.selectAllChildren(block);
      },
    );
  });
  block.after(button);
}

const HINT =
  'Hover over a plot to see the numbers; drag to zoom, double-click to reset. Keyboard: arrow keys, + and −, 0.';

function showPlots(report: Report, place: HTMLElement): void {
  const charts = chartsOf(report);
  if (charts.length === 0) return;
  let clock: Clock = 'utc';
  let drawn: readonly uPlot[] = [];
  const span = spanOf(report);
  const zoom = (min: number, max: number) => {
    for (const plot of drawn) plot.setScale('x', { min, max });
  };
  const toggle = element('button', { type: 'button' });
  const here = element('p', { id: 'here', ariaLive: 'polite' });
  const figures = charts.map((chart, i) => {
    const figure = figureOf(chart, () => clock);
    byKeys(figure, {
      chart,
      plot: () => drawn[i],
      zoom,
      all: span,
      say: (words) => {
        here.textContent += ` · ${words}`;
      },
    });
    return figure;
  });
  const bar = element('div', { className: 'bar' });
  bar.append(toggle, element('span', { textContent: HINT }));
  place.append(element('h3', { textContent: 'Course' }), bar, here, ...figures);

  const redraw = () => {
    for (const plot of drawn) plot.destroy();
    const local = offsetAt(new Date(1000 * report.startedAt));
    toggle.hidden = local === 'UTC+00:00';
    toggle.textContent = clock === 'utc' ? `Times in UTC; show ${local}` : 'Local times; show UTC';
    const point = (at: number | undefined) => {
      here.textContent = at === undefined ? '' : sayMoment(at, report, clock);
    };
    const reset = () => zoom(...span);
    const scene = { clock, colours: colours(), marks: report.timeline, span, point, reset };
    drawn = charts.map((chart, i) => draw(chart, figures[i] ?? place, scene));
  };
  toggle.addEventListener('click', () => {
    clock = clock === 'utc' ? 'local' : 'utc';
    here.textContent = '';
    for (const folded of place.querySelectorAll('details')) folded.open = false;
    redraw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new ResizeObserver(() => {
    for (const [i, plot] of drawn.entries()) {
      plot.setSize({ width: figures[i]?.clientWidth ?? plot.width, height: plot.height });
    }
  }).observe(place);
  redraw();
}

/** A title, a chart, and its numbers as a table. */
function figureOf(chart: Chart, clock: () => Clock): HTMLElement {
  const figure = element('figure', { ariaLabel: chart.title });
  const title = element('figcaption', { textContent: chart.title });
  figure.append(title, element('div', { className: 'plot' }), numbersOf(chart, clock));
  return figure;
}

function spanOf({ weights, series, startedAt, endedAt }: Report): readonly [number, number] {
  const first = Math.min(weights[0]?.at ?? startedAt, series?.from ?? startedAt);
  return [first, Math.max(endedAt, first + 60)];
}

/** The time, and the events around it. */
function sayMoment(at: number, report: Report, clock: Clock): string {
  const [from, to] = spanOf(report);
  const near = (to - from) / 80;
  const events = report.timeline
    .filter((entry) => Math.abs(entry.at - at) <= near)
    .map((entry: TimelineEntry) => `${timeOf(entry.at, clock)}: ${entry.what}`);
  return [timeOf(at, clock), ...events.slice(0, 3)].join(' · ');
}

const data = document.getElementById('report')?.textContent;
const page = document.getElementById('page');
if (data && page) show(JSON.parse(data) as Report, page);
