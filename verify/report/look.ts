// What must be so of a page, whoever looks at it.

import { deepEqual } from 'node:assert/strict';
import type { Browser, Page, View } from './browser.ts';
import type { Face } from './faces.ts';

export const VIEWS: readonly View[] = [
  { width: 1012, scheme: 'light' },
  { width: 1012, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

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
 * Opens a face in every view. Throws what is wrong with it: a plot that is not drawn, something
 * wider than the window, a text that cannot be read or heard.
 *
 * @param axe the source of axe-core
 */
export async function lookAt(
  browser: Browser,
  face: Face,
  axe: string,
  keep: (view: View, picture: Buffer) => Promise<void>,
): Promise<void> {
  for (const view of VIEWS) {
    await browser.visit(face.url, view, face.ready, async (page) => {
      await keep(view, await page.picture());
      const found = {
        broken: await page.evaluate<readonly string[]>(face.broken),
        tooWide: await page.evaluate<number>(TOO_WIDE),
        unreadable: await unreadable(page, axe),
      };
      const seen = { view, ...found };
      deepEqual(seen, { view, broken: [], tooWide: 0, unreadable: [] });
    });
  }
}

const TOO_WIDE = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';

async function unreadable(page: Page, axe: string): Promise<readonly string[]> {
  await page.evaluate(`${axe};0`);
  const options = JSON.stringify({ runOnly: { type: 'rule', values: RULES } });
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => id + ': ' + node.html.slice(0, 200))))`);
}
