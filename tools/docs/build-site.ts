// Builds the documentation site: copies the pages with the site's links, and runs VitePress on them.

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pagesIn } from './pages.ts';
import { forSite, sidebarOf, sitePage } from './site-pages.ts';

/** One version of the documentation. */
export interface Version {
  /** As the menu shows it. */
  readonly name: string;
  /** Where its pages are in the checkout of that version. */
  readonly root: string;
  /** The tag or branch that links to files lead to. */
  readonly ref: string;
  /** The path of its site on the server: `/canary-action/v1.2/`. */
  readonly base: string;
}

export interface Site {
  /** The folder `site/`, with VitePress installed. */
  readonly tools: string;
  /** The folder of the whole site; that of a version is below it, by its base. */
  readonly out: string;
  /** The path of the whole site on the server. */
  readonly base: string;
  /** The newest first. */
  readonly versions: readonly Version[];
}

export const REPOSITORY = 'https://github.com/org/canary-action';

/** Builds every version. Rejects with VitePress's own output, for example about a link to a page that is missing. */
export async function buildSite(site: Site): Promise<void> {
  rmSync(site.out, { recursive: true, force: true });
  // A version below the base of another one comes after it, because VitePress empties the folder that it writes to.
  const inOrder = [...site.versions].sort((one, two) => one.base.length - two.base.length);
  for (const version of inOrder) await buildVersion(site, version);
}

async function buildVersion({ tools, out, base, versions }: Site, version: Version): Promise<void> {
  const work = join(tools, 'build', version.base.replace(/\W+/g, '-'));
  rmSync(work, { recursive: true, force: true });
  const srcDir = join(work, 'pages');
  writePages(version, srcDir);
  cpSync(
    join(tools, 'node_modules/mermaid/dist/mermaid.min.js'),
    join(srcDir, 'public/mermaid.min.js'),
  );
  const settings = {
    base: version.base,
    srcDir,
    cacheDir: join(work, 'cache'),
    outDir: join(out, version.base.slice(base.length)),
    sidebar: sidebarOf(readFileSync(join(version.root, 'docs/README.md'), 'utf8')),
    versions: versions.map(({ name, base: of }) => ({ name, base: of })),
    repository: REPOSITORY,
  };
  const file = join(work, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  await vitepress(tools, file);
}

function writePages({ root, ref }: Version, srcDir: string): void {
  const isFolder = (path: string) =>
    existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();
  for (const file of pagesIn(root)) {
    const page = sitePage(file);
    if (page === undefined) continue;
    const text = readFileSync(join(root, file), 'utf8');
    mkdirSync(dirname(join(srcDir, page)), { recursive: true });
    writeFileSync(join(srcDir, page), forSite(file, text, { url: REPOSITORY, ref, isFolder }));
  }
  const pictures = join(root, 'docs/pictures');
  mkdirSync(join(srcDir, 'pictures'), { recursive: true });
  for (const name of existsSync(pictures) ? readdirSync(pictures) : []) {
    cpSync(join(pictures, name), join(srcDir, 'pictures', name));
  }
}

function vitepress(tools: string, settings: string): Promise<void> {
  const program = join(tools, 'node_modules/vitepress/bin/vitepress.js');
  const child = spawn(process.execPath, [program, 'build', tools], {
    env: { ...process.env, CANARY_SITE: settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (data: Buffer) => {
    said += data;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the site could not be built:\n${said}`)),
    );
  });
}
