// npm run docs:pictures: makes the pictures of the README and of docs/, of today's output, in light and in dark mode.
// Needs a browser. The report page is that of dist/, so run `npm run bundle` before, if its sources have changed.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, openBrowser, type Page, type View } from './browser.ts';
import { gallery } from './gallery.ts';
import { type Rendering, writeRenderings } from './renderings.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

interface Picture {
  /** Of its files, which end in `-light.png` and `-dark.png`. */
  readonly name: string;
  readonly exhibit: string;
  readonly rendering: Rendering['name'];
  readonly width: number;
  /** Pixels from the top of the page, at most. */
  readonly height: number;
}

const PICTURES: readonly Picture[] = [
  shot('rolled-back-summary', 'rolled-back-logs', 'summary', 900, 1300),
  shot('plan-summary', 'planned', 'summary', 900, 1100),
  shot('stuck-summary', 'stuck', 'summary', 900, 700),
  shot('running-comment', 'running', 'comment', 390, 620),
  shot('rolled-back-page', 'rolled-back-errors', 'page', 1000, 1500),
];

function shot(
  name: string,
  exhibit: string,
  rendering: Rendering['name'],
  width: number,
  height: number,
): Picture {
  return { name, exhibit, rendering, width, height };
}

const SCHEMES: readonly View['scheme'][] = ['light', 'dark'];

async function main(): Promise<void> {
  const browser = await openBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'canary-pictures-'));
  const made = new Map<string, Buffer>();
  try {
    for (const picture of PICTURES) {
      for (const scheme of SCHEMES) {
        made.set(`${picture.name}-${scheme}.png`, await take(browser, picture, scheme, scratch));
      }
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  // A picture that is no longer made must not stay.
  for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
  for (const [file, image] of made) {
    writeFileSync(join(FOLDER, file), image);
    console.log(`docs/pictures/${file}: ${Math.round(image.length / 1024)} kB`);
  }
}

async function take(
  browser: Browser,
  { exhibit, rendering, width, height }: Picture,
  scheme: View['scheme'],
  scratch: string,
): Promise<Buffer> {
  const shown = gallery().find((each) => each.name === exhibit);
  if (!shown) throw new Error(`the gallery has no "${exhibit}"`);
  const files = await writeRenderings(shown, scratch);
  const { url, ready, broken } = files.find((each) => each.name === rendering)!;
  const page = await browser.open(url, { width, scheme });
  await page.evaluate(ready);
  const faults = await page.evaluate<readonly string[]>(broken);
  if (faults.length > 0) throw new Error(`${exhibit}, ${rendering}: ${faults.join(', ')}`);
  return page.picture(await wholeSections(page, height));
}

/** Where the last section ends that fits, or else the last block, with a margin. */
function wholeSections(page: Page, height: number): Promise<number> {
  return page.evaluate(`(() => {
    const blocks = [...document.querySelectorAll('main > *, main figure')];
    const isLast = ({ tagName, nextElementSibling: next }) =>
      tagName === 'FIGURE' || !next || /^H[1-6]$/.test(next.tagName);
    const lastOf = (some) => {
      const ends = some.map((block) => block.getBoundingClientRect().bottom + scrollY + 16);
      return Math.ceil(Math.max(0, ...ends.filter((end) => end <= ${height})));
    };
    return lastOf(blocks.filter(isLast)) || lastOf(blocks) || ${height};
  })()`);
}

await main();
