// Checks that every page must pass in every view.

import { deepEqual } from 'node:assert/strict';
import type { Browser, Page, View } from './browser.ts';
import type { Rendering } from './renderings.ts';

export type Views = readonly [View, ...View[]];

/** Each differs from the next in one property. */
const VIEWS: readonly View[] = [
  { width: 1012, scheme: 'light' },
  { width: 1012, scheme: 'dark' },
  { width: 390, scheme: 'dark' },
  { width: 390, scheme: 'light' },
];

/** In how many views a rendering is checked: in one, so that many renderings share the views, or in each. */
export type Coverage = 'one' | 'each';

/** @param turn the index of the rendering, which decides the first view */
export function viewsFor(turn: number, coverage: Coverage): Views {
  const first = turn % VIEWS.length;
  const [view, ...others] = [...VIEWS.slice(first), ...VIEWS.slice(0, first)] as [View, ...View[]];
  return coverage === 'each' ? [view, ...others] : [view];
}

/** Rules of axe-core, without those about GitHub's own page, such as landmarks and the heading order. */
const RULES = [
  'color-contrast',
  'image-alt',
  'svg-img-alt',
  'role-img-alt',
  'link-name',
  'button-name',
  'empty-heading',
  'empty-table-header',
  'td-headers-attr',
  'list',
  'aria-valid-attr',
  'aria-allowed-attr',
  'document-title',
  'html-has-lang',
];

/**
 * Opens a rendering in the first view, then changes to the others. Throws what is wrong with it: a plot
 * that is not drawn, content wider than the window, text that people or screen readers cannot read.
 *
 * @param axe the source of axe-core
 * @param keep called for each view; may take a picture of it
 */
export async function inspect(
  browser: Browser,
  { url, ready, broken }: Rendering,
  views: Views,
  axe: string,
  keep: (view: View, picture: () => Promise<Buffer>) => Promise<void>,
): Promise<void> {
  const page = await browser.open(url, views[0]);
  await page.evaluate(`${axe};0`);
  for (const [i, view] of views.entries()) {
    if (i > 0) await page.turn(view);
    await page.evaluate(ready);
    await keep(view, () => page.picture());
    const found = {
      broken: await page.evaluate<readonly string[]>(broken),
      tooWide: await page.evaluate<number>(beyond(view)),
      unreadable: await unreadable(page),
    };
    deepEqual({ view, ...found }, { view, broken: [], tooWide: 0, unreadable: [] });
  }
}

/** Pixels. A phone scales down a page that is too wide: its `innerWidth` is then not that of the view. */
const beyond = ({ width }: View) => `Math.max(0, document.documentElement.scrollWidth - ${width})`;

async function unreadable(page: Page): Promise<readonly string[]> {
  const options = JSON.stringify({ runOnly: { type: 'rule', values: RULES } });
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => id + ': ' + node.html.slice(0, 200))))`);
}
