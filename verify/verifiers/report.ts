// Opens every rendering of a report in a browser: as GitHub shows it, and as a separate page, on a
// desktop and on a phone, in light and dark mode.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, openBrowser } from '../report/browser.ts';
import { type Exhibit, gallery } from '../report/gallery.ts';
import { type Coverage, inspect, viewsFor } from '../report/inspect.ts';
import { INTERACTIONS, ZONE } from '../report/interactions.ts';
import { writeRenderings } from '../report/renderings.ts';
import type { Verifier, VerifyContext } from '../verifier.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const report: Verifier = {
  name: 'report',
  title: 'A browser, on the renderings of a report',
  shows:
    'The report of every outcome is readable on a desktop and on a phone, in light and dark mode.',
  byDefault: true,
  verify: async ({ folder, options, check, print }) => {
    const browser = await openBrowser();
    const pictures = join(folder, 'report');
    await rm(pictures, { recursive: true, force: true }); // an older picture must not be mistaken for a new one
    await mkdir(pictures, { recursive: true });
    const axe = await readFile(AXE, 'utf8');
    const exhibits = gallery();
    let turn = 0;
    try {
      for (const exhibit of exhibits) {
        const coverage = options.everything ? 'each' : coverageFor(exhibit, exhibits);
        for (const rendering of await writeRenderings(exhibit, pictures)) {
          const views = viewsFor(turn++, coverage);
          const shown = views.map(({ width, scheme }) => `${width} ${scheme}`).join(', ');
          await check(`${exhibit.name}: ${rendering.name}, ${shown}`, [], () =>
            inspect(browser, rendering, views, axe, async (view, picture) => {
              if (view !== views[0] && !options.everything) return;
              const name = `${exhibit.name}-${rendering.name}-${view.width}-${view.scheme}.png`;
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
    print(`  the pictures are in ${pictures}`);
  },
};

/** This exhibit has an alarm, two weights, and evidence. */
const EXPLORED = 'rolled-back-alarm';

async function explore(
  browser: Browser,
  exhibit: Exhibit,
  folder: string,
  check: VerifyContext['check'],
): Promise<void> {
  const { url, ready } = (await writeRenderings(exhibit, folder)).find(
    ({ name }) => name === 'page',
  )!;
  for (const interaction of INTERACTIONS) {
    await check(`page: ${interaction.name}`, [], async () => {
      const page = await browser.open(url, { width: 1012, scheme: 'light', zone: ZONE });
      await page.evaluate(ready);
      await interaction.try(page);
    });
  }
}

/** The widest and the longest reports. */
const EXTREMES = ['twenty-functions', 'thirty-hours', 'one-minute'];

/** Extremes and the first exhibit of each outcome are checked in each view; the others share the views. */
function coverageFor({ name, report: { outcome } }: Exhibit, all: readonly Exhibit[]): Coverage {
  const first = all.find((other) => other.report.outcome === outcome);
  return EXTREMES.includes(name) || first?.name === name ? 'each' : 'one';
}
