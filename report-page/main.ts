// The report as a page: the text of the job summary, with interactive plots.

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type uPlot from 'uplot';
import { type PageData, STRIP } from '../src/report/files.ts';
import { HEADLINES } from '../src/report/format.ts';
import type { Report, TimelineEntry } from '../src/report/report.ts';
import { type Chart, chartsOf, isEmpty } from './charts.ts';
import { type Clock, offsetAt, timeOf } from './clock.ts';
import { colours } from './colours.ts';
import { draw } from './draw.ts';
import { element } from './element.ts';
import { byKeys } from './keyboard.ts';
import { numbersOf, scrolling } from './numbers.ts';

function show({ report: file, summary, sentence, numbers }: PageData, page: HTMLElement): void {
  // What the page draws of a report is the same in its file.
  const report = file as unknown as Report;
  // External text is escaped; the tags in it are the summary's own.
  page.innerHTML = asHtml(summary);
  document.title = `${HEADLINES[report.outcome]} – canary report`;
  for (const table of page.querySelectorAll('table')) scrollable(table);
  for (const block of page.querySelectorAll('pre')) copyable(block);
  const strip = document.getElementById(STRIP);
  if (!strip) return;
  strip.dataset.outcome = report.outcome;
  strip.innerHTML = asHtml(sentence);
  strip.append(element('p', { textContent: report.stands }), keyFigures(numbers));
  showPlots(report, strip, page);
}

function asHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
}

/** The three numbers that matter. */
function keyFigures(numbers: PageData['numbers']): HTMLElement {
  const list = element('dl');
  for (const [name, value] of numbers) {
    const one = element('div');
    one.append(element('dt', { textContent: name }), element('dd', { textContent: value }));
    list.append(one);
  }
  return list;
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

function showPlots(report: Report, strip: HTMLElement, page: HTMLElement): void {
  const { first, more, parts } = chartsOf(report);
  const charts = [...first, ...more, ...parts];
  if (charts.length === 0) return;
  let clock: Clock = 'utc';
  let drawn: readonly (uPlot | undefined)[] = [];
  const span = spanOf(report);
  const zoom = (min: number, max: number) => {
    for (const plot of drawn) plot?.setScale('x', { min, max });
  };
  const toggle = element('button', { type: 'button' });
  const here = element('p', { id: 'here', ariaLive: 'polite' });
  const figures = charts.map((chart, i) => {
    const figure = figureOf(chart, () => clock);
    if (isEmpty(chart)) return figure;
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
  const side = element('div', { className: 'side' });
  side.append(...figures.slice(0, first.length));
  strip.append(side, bar, here);
  const place = element('section');
  const rest = figures.slice(first.length, first.length + more.length);
  if (rest.length > 0) place.append(element('h3', { textContent: 'More charts' }), ...rest);
  const folded = foldedParts(figures.slice(first.length + more.length), () => redraw());
  if (folded) place.append(folded);
  const details = page.querySelector(':scope > details');
  if (details) details.before(place);
  else page.append(place);

  const redraw = () => {
    for (const plot of drawn) plot?.destroy();
    const local = offsetAt(new Date(1000 * report.startedAt));
    toggle.hidden = local === 'UTC+00:00';
    toggle.textContent = clock === 'utc' ? `Times in UTC; show ${local}` : 'Local times; show UTC';
    const point = (at: number | undefined) => {
      here.textContent = at === undefined ? '' : sayMoment(at, report, clock);
    };
    const reset = () => zoom(...span);
    const scene = { clock, colours: colours(), marks: report.timeline, span, point, reset };
    drawn = charts.map((chart, i) => {
      const figure = figures[i];
      // A folded figure has no width yet.
      if (!figure || figure.clientWidth === 0 || isEmpty(chart)) return undefined;
      return draw(chart, figure, scene);
    });
  };
  toggle.addEventListener('click', () => {
    clock = clock === 'utc' ? 'local' : 'utc';
    here.textContent = '';
    for (const numbers of page.querySelectorAll<HTMLDetailsElement>('figure details')) {
      numbers.open = false;
    }
    redraw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new ResizeObserver(() => {
    for (const [i, plot] of drawn.entries()) {
      plot?.setSize({ width: figures[i]?.clientWidth || plot.width, height: plot.height });
    }
  }).observe(page);
  redraw();
}

/** Single functions and routes; `undefined`: there are not several. */
function foldedParts(figures: readonly HTMLElement[], redraw: () => void): HTMLElement | undefined {
  if (figures.length < 2) return undefined;
  const folded = element('details', { id: 'parts' });
  folded.append(element('summary', { textContent: `By function and route (${figures.length})` }));
  folded.append(...figures);
  folded.addEventListener('toggle', redraw);
  return folded;
}

/** A title, a chart, and its numbers as a table. Where all is 0, a sentence is enough. */
function figureOf(chart: Chart, clock: () => Clock): HTMLElement {
  const figure = element('figure', { ariaLabel: chart.title });
  const words = isEmpty(chart) ? `${chart.title}: always 0${chart.unit}` : chart.title;
  const title = element('figcaption', { textContent: words });
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
if (data && page) show(JSON.parse(data) as PageData, page);
