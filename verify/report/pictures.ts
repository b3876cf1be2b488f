// npm run docs:pictures: makes the pictures of docs/. Needs a browser.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, type View } from './browser.ts';
import { gallery } from './gallery.ts';
import { type Rendering, writeRenderings } from './renderings.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

interface Picture {
  readonly exhibit: string;
  readonly rendering: Rendering['name'];
  readonly view: View;
  /** Pixels, from the top of the page. */
  readonly height: number;
}

const PICTURES: readonly Picture[] = [
  shot('rolled-back-errors', 'summary', { width: 900, scheme: 'light' }, 1500),
  shot('running', 'comment', { width: 390, scheme: 'light' }, 500),
  shot('rolled-back-errors', 'page', { width: 1000, scheme: 'dark' }, 1500),
];

function shot(exhibit: string, rendering: Rendering['name'], view: View, height: number): Picture {
  return { exhibit, rendering, view, height };
}

async function main(): Promise<void> {
  const browser = await openBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'canary-pictures-'));
  const exhibits = gallery();
  try {
    for (const { exhibit, rendering, view, height } of PICTURES) {
      const files = await writeRenderings(exhibits.find(({ name }) => name === exhibit)!, scratch);
      const { url, ready } = files.find(({ name }) => name === rendering)!;
      const page = await browser.open(url, view);
      await page.evaluate(ready);
      const picture = await page.picture(height);
      const file = join(FOLDER, `${exhibit}-${rendering}.png`);
      writeFileSync(file, picture);
      console.log(`${file}: ${Math.round(picture.length / 1024)} kB`);
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
