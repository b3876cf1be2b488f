// What must be so of a page, whoever looks at it.

import { deepEqual } from 'node:assert/strict';
import type { Browser, Page, View } from './browser.ts';
import type { Face } from './faces.ts';

export type Views = readonly [View, ...View[]];

/** Each is one turn away from the next. */
const VIEWS: readonly View[] = [
  { width: 1012, scheme: 'light' },
  { width: 1012, scheme: 'dark' },
  { width: 390, scheme: 'dark' },
  { width: 390, scheme: 'light' },
];

/** In how many views a face is looked at: in one, so that many faces share all of them, or in each. */
export type Care = 'one' | 'each';

/** @param turn of the face among the others: which view comes first */
export function viewsFor(turn: number, care: Care): Views {
  const first = turn % VIEWS.length;
  const [view, ...others] = [...VIEWS.slice(first), ...VIEWS.slice(0, first)] as [View, ...View[]];
  return care === 'each' ? [view, ...others] : [view];
}

/** Of axe-core; what is GitHub's own, as landmarks and the order of headings, is not asked. */
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
 * Opens a face in the first view and turns it to the others. Throws what is wrong with it: a plot
 * that is not drawn, something wider than the window, a text that cannot be read or heard.
 *
 * @param axe the source of axe-core
 * @param keep may take a picture of each view
 */
export async function lookAt(
  browser: Browser,
  { url, ready, broken }: Face,
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

/** Pixels. A phone shows a page that is too wide smaller: its `innerWidth` is not the view's then. */
const beyond = ({ width }: View) => `Math.max(0, document.documentElement.scrollWidth - ${width})`;

async function unreadable(page: Page): Promise<readonly string[]> {
  const options = JSON.stringify({ runOnly: { type: 'rule', values: RULES } });
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => id + ': ' + node.html.slice(0, 200))))`);
}
