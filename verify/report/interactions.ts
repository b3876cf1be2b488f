// The page's plots as a reader uses them to find the reason: with a mouse, and with the keyboard alone.
// Every gesture is a real event; the checks are about what the page then shows.

import { equal, match, notEqual, ok } from 'node:assert/strict';
import type { Page } from './browser.ts';

export interface Experiment {
  readonly name: string;
  /** The page has just been opened, with the exhibit `rolled-back-alarm`, in India's time zone. */
  readonly try: (page: Page) => Promise<void>;
}

/** Five and a half hours ahead of UTC: an offset that is not a whole number of hours. */
export const ZONE = 'Asia/Kolkata';

export const INTERACTIONS: readonly Experiment[] = [
  {
    name: 'without a pointer, the legend has the counts of the whole release',
    try: async (page) => {
      for (const arm of ['canary', 'stable']) {
        match(await legend(page, 'Failed requests', arm), /^[\d,]+ of [\d,]+ \(\d[\d.]*%\)$/);
      }
      match(await textOf(page, '#strip dl'), /Version 8.*Version 7.*Affected/s);
    },
  },
  {
    name: 'pointing at a minute shows its time and its counts on every plot',
    try: async (page) => {
      await point(page, 'Failed requests', 0.5);
      const here = await textOf(page, '#here');
      match(here, /^16:\d\d:\d\d UTC/);
      for (const arm of ['canary', 'stable']) {
        match(await legend(page, 'Failed requests', arm), /^[\d,]+ of [\d,]+ \(\d[\d.]*%\)$/);
        match(await legend(page, 'Requests per minute', arm), /^[\d,]+$/);
      }
      const counts = await legend(page, 'Failed requests', 'canary');
      await point(page, 'Failed requests', 0.75);
      notEqual(await legend(page, 'Failed requests', 'canary'), counts);
    },
  },
  {
    name: 'the weight is that of the step, and changes where it was set',
    try: async (page) => {
      await point(page, 'Traffic on the new version', 0.3);
      equal(await legend(page, 'Traffic on the new version', 'new version'), '5%');
      await point(page, 'Traffic on the new version', 0.8);
      equal(await legend(page, 'Traffic on the new version', 'new version'), '25%');
    },
  },
  {
    name: 'the evidence is shown with its threshold, which is drawn across the plot',
    try: async (page) => {
      await point(page, EVIDENCE, 0.6);
      match(await legend(page, EVIDENCE, 'errors'), /^\d+%$/);
      equal(await legend(page, EVIDENCE, 'rolled back at'), '100%');
      const { rows } = await redOn(page, EVIDENCE);
      ok(rows > 0.3, `a dashed line is on ${rows} of the width`);
    },
  },
  {
    name: 'alarms and events are marked, and described at the pointer',
    try: async (page) => {
      const { columns } = await redOn(page, 'Traffic on the new version');
      ok(columns > 0.2, `the alarm's mark is on ${columns} of the height`);
      await point(page, 'Traffic on the new version', 0.995);
      match(await textOf(page, '#here'), /UTC: rolled back: alarm orders-5xx/);
    },
  },
  {
    name: 'dragging zooms all plots, a double click resets them',
    try: async (page) => {
      const before = await momentAt(page, 'Requests per minute', 0.02);
      await drag(page, 'Failed requests', 0.4, 0.8);
      ok((await momentAt(page, 'Requests per minute', 0.02)) >= before + 120, 'it is zoomed');
      const { x, y } = await placeIn(page, 'Failed requests', 0.5);
      await page.act([1, 2].flatMap((clicks) => press(x, y, clicks)));
      equal(await momentAt(page, 'Requests per minute', 0.02), before);
    },
  },
  {
    name: 'the clock is UTC, or the reader’s with its offset',
    try: async (page) => {
      equal(await textOf(page, '.bar button'), 'Times in UTC; show UTC+05:30');
      await click(page, '.bar button');
      equal(await textOf(page, '.bar button'), 'Local times; show UTC');
      await point(page, 'Failed requests', 0.5);
      match(await textOf(page, '#here'), /^21:\d\d:\d\d \(UTC\+05:30\)/);
      await click(page, '.bar button');
      await point(page, 'Failed requests', 0.5);
      match(await textOf(page, '#here'), /^16:\d\d:\d\d UTC/);
    },
  },
  {
    name: 'with keys: from point to point, zoom in and reset, without a mouse',
    try: async (page) => {
      await tabTo(page, 'figure[aria-label="Failed requests"]');
      await page.act([{ key: 'End' }]);
      const last = await textOf(page, '#here');
      match(last, / · canary .* of .*, stable /);
      await page.act([{ key: 'ArrowLeft' }, { key: 'ArrowLeft' }]);
      const earlier = await textOf(page, '#here');
      ok(earlier.slice(0, 8) < last.slice(0, 8), `${earlier} is before ${last}`);
      const whole = await momentAt(page, 'Requests per minute', 0.02);
      await tabTo(page, 'figure[aria-label="Failed requests"]');
      await page.act([{ key: 'End' }, { key: '+' }]);
      ok((await momentAt(page, 'Requests per minute', 0.02)) > whole, 'it is zoomed');
      await page.act([{ key: '0' }]);
      equal(await momentAt(page, 'Requests per minute', 0.02), whole);
      await page.act([{ key: 'Escape' }]);
      equal(await textOf(page, '#here'), '');
    },
  },
  {
    name: 'the numbers of a plot are also a table, and its picture has a name',
    try: async (page) => {
      await tabTo(page, 'figure[aria-label="Failed requests"] summary');
      await page.act([{ key: 'Enter' }]);
      await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
      const figure = 'figure[aria-label="Failed requests"]';
      const first = await textOf(page, `${figure} .scroll tbody tr`);
      match(first, /^16:00:00 UTC[\d,]+ of [\d,]+ \(\d[\d.]*%\)/);
      const rows = await page.evaluate<number>(
        `document.querySelectorAll('${figure} .scroll tbody tr').length`,
      );
      ok(rows >= 5, `${rows} rows`);
      const label = await page.evaluate<string>(
        `document.querySelector('${figure} canvas').getAttribute('aria-label')`,
      );
      match(label, /^Plot: Failed requests; canary at most [\d.]+%, stable at most [\d.]+%/);
    },
  },
];

const EVIDENCE = 'Evidence against the new version, in % of what a rollback takes';

const plotOf = (title: string) => `figure[aria-label="${title}"] .u-over`;

/** The text of the first element that matches a selector. */
function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
}

/** The legend's value for one line of a plot. */
function legend(page: Page, title: string, line: string): Promise<string> {
  return page.evaluate(`[...document.querySelectorAll('figure[aria-label="${title}"] .u-series')]
    .find((row) => row.querySelector('.u-label').textContent === ${JSON.stringify(line)})
    ?.querySelector('.u-value').textContent ?? 'no such line'`);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A point of a plot, which is scrolled into view; `share` is of its width. */
function placeIn(page: Page, title: string, share: number): Promise<Place> {
  return middleOf(page, plotOf(title), share);
}

function middleOf(page: Page, selector: string, share = 0.5): Promise<Place> {
  return page.evaluate(`(() => {
    const found = document.querySelector(${JSON.stringify(selector)});
    found.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = found.getBoundingClientRect();
    return { x: left + ${share} * width, y: top + height / 2 };
  })()`);
}

async function point(page: Page, title: string, share: number): Promise<void> {
  const { x, y } = await placeIn(page, title, share);
  await page.act([
    { mouse: 'move', x: x + 1, y },
    { mouse: 'move', x, y },
  ]);
}

const press = (x: number, y: number, clicks = 1) =>
  [
    { mouse: 'press', x, y, clicks },
    { mouse: 'release', x, y, clicks },
  ] as const;

async function click(page: Page, selector: string): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  await page.act([{ mouse: 'move', x, y }, ...press(x, y)]);
}

async function drag(page: Page, title: string, from: number, to: number): Promise<void> {
  const begin = await placeIn(page, title, from);
  const end = await placeIn(page, title, to);
  await page.act([
    { mouse: 'move', ...begin },
    { mouse: 'press', ...begin },
    { mouse: 'move', x: (begin.x + end.x) / 2, y: end.y, held: true },
    { mouse: 'move', ...end, held: true },
    { mouse: 'release', ...end },
  ]);
  await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
}

/** The time of day that the page shows for a point of a plot, in seconds. */
async function momentAt(page: Page, title: string, share: number): Promise<number> {
  await point(page, title, share);
  const [hours = 0, minutes = 0, seconds = 0] = (await textOf(page, '#here'))
    .slice(0, 8)
    .split(':')
    .map(Number);
  return 3600 * hours + 60 * minutes + seconds;
}

const MOST_TABS = 80;

/** Presses the tab key, as a user without a mouse does, until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const there = `document.activeElement === document.querySelector(${JSON.stringify(selector)})`;
    if (await page.evaluate<boolean>(there)) return;
    await page.act([{ key: 'Tab' }]);
  }
  throw new Error(`the tab key does not reach ${selector}`);
}

/** The largest share of a plot's column, and of its row, in the color of limits and alarms. */
function redOn(page: Page, title: string): Promise<{ columns: number; rows: number }> {
  return page.evaluate(`(() => {
    const canvas = document.querySelector('figure[aria-label="${title}"] canvas');
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const columns = new Array(width).fill(0);
    const rows = new Array(height).fill(0);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = 4 * (y * width + x);
        const [r, g, b, a] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
        if (a > 100 && r > 180 && g < 110 && b < 110) { columns[x]++; rows[y]++; }
      }
    }
    return { columns: Math.max(...columns) / height, rows: Math.max(...rows) / width };
  })()`);
}
