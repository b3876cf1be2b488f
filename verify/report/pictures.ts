// npm run docs:pictures: the pictures of docs/, as they are made. Needs a browser.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, type View } from './browser.ts';
import { type Face, faceFiles } from './faces.ts';
import { gallery } from './gallery.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

interface Wish {
  readonly exhibit: string;
  readonly face: Face['name'];
  readonly view: View;
  /** Pixels from the top. */
  readonly height: number;
}

const WISHES: readonly Wish[] = [
  wish('rolled-back-errors', 'summary', { width: 900, scheme: 'light' }, 1500),
  wish('running', 'comment', { width: 390, scheme: 'light' }, 500),
  wish('rolled-back-errors', 'page', { width: 1000, scheme: 'dark' }, 1500),
];

function wish(exhibit: string, face: Face['name'], view: View, height: number): Wish {
  return { exhibit, face, view, height };
}

async function main(): Promise<void> {
  const browser = await openBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'canary-pictures-'));
  const exhibits = gallery();
  try {
    for (const { exhibit, face, view, height } of WISHES) {
      const files = await faceFiles(exhibits.find(({ name }) => name === exhibit)!, scratch);
      const { url, ready } = files.find(({ name }) => name === face)!;
      const page = await browser.open(url, view);
      await page.evaluate(ready);
      const picture = await page.picture(height);
      const file = join(FOLDER, `${exhibit}-${face}.png`);
      writeFileSync(file, picture);
      console.log(`${file}: ${Math.round(picture.length / 1024)} kB`);
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
