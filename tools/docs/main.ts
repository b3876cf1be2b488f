// npm run docs [-- --check] [--serve] [--versions] [--base /canary-action/]
//
// Builds the documentation site into site/build/site. The first time, it installs the site's own tools (site/package.json).
// --check: dead links, and axe in a browser. --serve: for a look. --versions: the released versions too, as published.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from '../../verify/report/browser.ts';
import { buildSite } from './build-site.ts';
import { type BuiltSite, checksOf, pagesOf, serveSite } from './check-site.ts';
import { allVersions } from './versions.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOOLS = join(ROOT, 'site');
const OUT = join(TOOLS, 'build/site');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
      versions: { type: 'boolean', default: false },
      base: { type: 'string', default: '/canary-action/' },
    },
  });
  const { base } = values;
  if (!/^\/(?:[\w.-]+\/)*$/.test(base)) {
    throw new Error(`--base: "${base}"; expected a path such as /canary-action/`);
  }
  if (!existsSync(join(TOOLS, 'node_modules'))) {
    console.log('Installing the tools of the site (once).');
    execFileSync('npm', ['ci'], { cwd: TOOLS, stdio: 'inherit' });
  }
  const versions = values.versions
    ? allVersions(ROOT, base, join(TOOLS, 'build/releases'))
    : [{ name: 'main (next)', root: ROOT, ref: 'main', base }];
  await buildSite({ tools: TOOLS, out: OUT, base, versions });
  const site = { out: OUT, base };
  console.log(`${(await pagesOf(site)).length} pages in ${OUT}`);
  if (values.check) await check(site, versions.at(-1)?.base.slice(base.length));
  if (values.serve) console.log(`Served at ${(await serveSite(site, 4173)).url}`);
}

async function check(site: BuiltSite, folder: string | undefined): Promise<void> {
  const browser = await openBrowser();
  const served = await serveSite(site);
  let faults = 0;
  try {
    for (const each of await checksOf(site, browser, served.url, folder)) {
      const found = await each.faults().catch((error: Error) => [error.message]);
      for (const fault of found) console.log(`${each.name}: ${fault}`);
      faults += found.length;
    }
  } finally {
    await browser.close();
    await served.close();
  }
  console.log(faults === 0 ? 'No faults.' : `${faults} faults.`);
  if (faults > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
