// Builds the documentation site, follows its links, and opens every page in a browser, with axe.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite, REPOSITORY } from '../../tools/docs/build-site.ts';
import { checksOf, serveSite } from '../../tools/docs/check-site.ts';
import { mustRun } from '../command.ts';
import { openBrowser } from '../report/browser.ts';
import { Unavailable, type Verifier, type VerifyContext } from '../verifier.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOOLS = join(ROOT, 'site');
/** As on GitHub Pages. */
const BASE = `/${REPOSITORY.split('/').at(-1)}/`;

export const docs: Verifier = {
  name: 'docs',
  title: 'A browser, on the documentation site',
  shows:
    'Every page of the site can be read on a desktop and on a phone, in light and dark mode, and no link is dead.',
  byDefault: true,
  verify: async (context) => {
    const { folder, check } = context;
    await install(context);
    const browser = await openBrowser();
    const site = { out: join(folder, 'site'), base: BASE };
    const version = { name: 'main (next)', root: ROOT, ref: 'main', base: site.base };
    try {
      await buildSite({ tools: TOOLS, ...site, versions: [version] });
      const served = await serveSite(site);
      for (const { name, faults } of await checksOf(site, browser, served.url)) {
        await check(name, [], async () => mustBeNone(await faults()));
      }
      await served.close();
    } finally {
      await browser.close();
    }
  },
};

async function install({ named, print }: VerifyContext): Promise<void> {
  if (existsSync(join(TOOLS, 'node_modules'))) return;
  if (!named) {
    throw new Unavailable('the tools of the site are not installed; npm run docs installs them');
  }
  print('installing the tools of the site');
  await mustRun('npm', ['ci'], { cwd: TOOLS, timeoutMs: 600_000 });
}

function mustBeNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
