// A browser of this machine, on every face of a report: as GitHub shows it, and the page of its own,
// on a desk and on a phone, by day and by night.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, openBrowser } from '../report/browser.ts';
import { EXPERIMENTS, ZONE } from '../report/explore.ts';
import { faceFiles } from '../report/faces.ts';
import { type Exhibit, gallery } from '../report/gallery.ts';
import { type Care, lookAt, viewsFor } from '../report/look.ts';
import type { Stand, Witness } from '../witness.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const report: Witness = {
  name: 'report',
  title: 'A browser, on the faces of a report',
  worth: 'Every ending can be read on a desk and on a phone, by day and by night.',
  byDefault: true,
  testify: async ({ folder, options, check, say }) => {
    const browser = await openBrowser();
    const pictures = join(folder, 'report');
    await rm(pictures, { recursive: true, force: true }); // nobody is to take an older one for new
    await mkdir(pictures, { recursive: true });
    const axe = await readFile(AXE, 'utf8');
    const exhibits = gallery();
    let turn = 0;
    try {
      for (const exhibit of exhibits) {
        const care = options.everything ? 'each' : careFor(exhibit, exhibits);
        for (const face of await faceFiles(exhibit, pictures)) {
          const views = viewsFor(turn++, care);
          const shown = views.map(({ width, scheme }) => `${width} ${scheme}`).join(', ');
          await check(`${exhibit.name}: ${face.name}, ${shown}`, [], () =>
            lookAt(browser, face, views, axe, async (view, picture) => {
              if (view !== views[0] && !options.everything) return;
              const name = `${exhibit.name}-${face.name}-${view.width}-${view.scheme}.png`;
              await writeFile(join(pictures, name), await picture());
            }),
          );
        }
      }
      const alarm = exhibits.find(({ name }) => name === EXPLORED);
      if (alarm) await explore(browser, alarm, pictures, check);
    } finally {
      await browser.close();
    }
    say(`  the pictures are in ${pictures}`);
  },
};

/** It has an alarm, two weights, and evidence. */
const EXPLORED = 'rolled-back-alarm';

async function explore(
  browser: Browser,
  exhibit: Exhibit,
  folder: string,
  check: Stand['check'],
): Promise<void> {
  const { url, ready } = (await faceFiles(exhibit, folder)).find(({ name }) => name === 'page')!;
  for (const experiment of EXPERIMENTS) {
    await check(`page: ${experiment.name}`, [], async () => {
      const page = await browser.open(url, { width: 1012, scheme: 'light', zone: ZONE });
      await page.evaluate(ready);
      await experiment.try(page);
    });
  }
}

/** What is widest and longest. */
const EXTREMES = ['twenty-functions', 'thirty-hours', 'one-minute'];

/** Extremes and the first exhibit of each outcome are turned about; the others share the views. */
function careFor({ name, report: { outcome } }: Exhibit, all: readonly Exhibit[]): Care {
  const first = all.find((other) => other.report.outcome === outcome);
  return EXTREMES.includes(name) || first?.name === name ? 'each' : 'one';
}
