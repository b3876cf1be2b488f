// A browser of this machine, on every face of a report: as GitHub shows it, and the page of its own,
// on a desk and on a phone, by day and by night.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openBrowser } from '../report/browser.ts';
import { faceFiles } from '../report/faces.ts';
import { gallery } from '../report/gallery.ts';
import { lookAt, VIEWS } from '../report/look.ts';
import type { Witness } from '../witness.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const report: Witness = {
  name: 'report',
  title: 'A browser, on the faces of a report',
  worth: 'Every ending can be read on a desk and on a phone, by day and by night.',
  byDefault: true,
  testify: async ({ folder, check, say }) => {
    const browser = openBrowser();
    const pictures = join(folder, 'report');
    await mkdir(pictures, { recursive: true });
    const axe = await readFile(AXE, 'utf8');
    try {
      for (const exhibit of gallery()) {
        for (const face of await faceFiles(exhibit, pictures)) {
          await check(`${exhibit.name}: ${face.name}, in ${VIEWS.length} views`, [], () =>
            lookAt(browser, face, axe, async (view, picture) => {
              const name = `${exhibit.name}-${face.name}-${view.width}-${view.scheme}.png`;
              await writeFile(join(pictures, name), picture);
            }),
          );
        }
      }
    } finally {
      await browser.close();
    }
    say(`  the pictures are in ${pictures}`);
  },
};
