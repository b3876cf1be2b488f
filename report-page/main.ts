// The report as a page: the job summary's own text, with plots to look into.

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type uPlot from 'uplot';
import type { Report, TimelineEntry } from '../src/report/report.ts';
import { renderSummary } from '../src/report/summary.ts';
import { HEADLINES } from '../src/report/words.ts';
import { chartsOf } from './charts.ts';
import { type Clock, offsetAt, timeOf } from './clock.ts';
import { colours } from './colours.ts';
import { draw } from './draw.ts';
import { element } from './element.ts';

const PLOTS = 'plots';

function show(report: Report, page: HTMLElement): void {
  // The text is escaped where it is foreign; the tags in it are the summary's own.
  page.innerHTML = micromark(
    renderSummary(report, () => `<div id="${PLOTS}"></div>`),
    { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true },
  );
  document.title = `${HEADLINES[report.outcome]} – canary report`;
  for (const table of page.querySelectorAll('table')) scrollable(table);
  for (const block of page.querySelectorAll('pre')) copyable(block);
  const place = document.getElementById(PLOTS);
  if (place) showPlots(report, place);
}

function scrollable(table: HTMLElement): void {
  const holder = element('div', { className: 'scroll', tabIndex: 0 });
  holder.setAttribute('role', 'region');
  holder.setAttribute('aria-label', 'Table');
  table.replaceWith(holder);
  holder.append(table);
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

function showPlots(report: Report, place: HTMLElement): void {
  const charts = chartsOf(report);
  if (charts.length === 0) return;
  let clock: Clock = 'utc';
  let drawn: uPlot[] = [];
  const toggle = element('button', { type: 'button' });
  const here = element('p', { id: 'here' });
  const hint = 'Point at a plot for the numbers; drag to zoom, double-click to see all again.';
  const figures = charts.map(({ title }) => {
    const figure = element('figure');
    figure.append(element('figcaption', { textContent: title }));
    return figure;
  });
  const bar = element('div', { className: 'bar' });
  bar.append(toggle, element('span', { textContent: hint }));
  place.append(element('h3', { textContent: 'Course' }), bar, here, ...figures);

  const redraw = () => {
    for (const plot of drawn) plot.destroy();
    const local = offsetAt(new Date(1000 * report.startedAt));
    toggle.hidden = local === 'UTC+00:00';
    toggle.textContent = clock === 'utc' ? `Times in UTC; show ${local}` : 'Local times; show UTC';
    const scene = {
      clock,
      colours: colours(),
      marks: report.timeline,
      span: spanOf(report),
      point: (at: number | undefined) => {
        here.textContent = at === undefined ? '' : sayMoment(at, report, clock);
      },
    };
    drawn = charts.map((chart, i) => draw(chart, figures[i] ?? place, scene));
  };
  toggle.addEventListener('click', () => {
    clock = clock === 'utc' ? 'local' : 'utc';
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

function spanOf({ weights, series, startedAt, endedAt }: Report): readonly [number, number] {
  const first = Math.min(weights[0]?.at ?? startedAt, series?.from ?? startedAt);
  return [first, Math.max(endedAt, first + 60)];
}

/** The moment, and what happened about then. */
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
