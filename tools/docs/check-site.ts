// Checks the built site: no link leads to a page or a place that is missing; and in a browser, with axe, every page can be
// read, wide and on a phone, in both schemes; search, versions and diagrams work.

import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, posix, relative, sep } from 'node:path';
import type { Browser, Page, View } from '../../verify/report/browser.ts';

export interface BuiltSite {
  readonly out: string;
  readonly base: string;
}

/** The pages of the site, as paths below its base. */
export async function pagesOf({ out }: BuiltSite): Promise<readonly string[]> {
  const files = await readdir(out, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html') && entry.name !== '404.html')
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Links within the site that lead nowhere. */
async function deadLinksOf(site: BuiltSite): Promise<readonly string[]> {
  const { out, base } = site;
  const names = await readdir(out, { recursive: true });
  const places = new Map<string, ReadonlySet<string>>(
    names.map((name) => [name.split(sep).join('/'), ANYWHERE]),
  );
  const pages = new Map<string, string>();
  for (const page of await pagesOf(site)) {
    const html = await readFile(join(out, page), 'utf8');
    pages.set(page, html);
    places.set(page, idsIn(html));
  }
  return [...pages].flatMap(([page, html]) =>
    targetsIn(html).flatMap((target) => {
      const [path = '', anchor = ''] = target.split('#');
      const fault = faultOf(places, path === '' ? page : fileOf(path, page, base), anchor);
      return fault === undefined ? [] : [`${page}: ${target}: ${fault}`];
    }),
  );
}

/** Of a file that is no page. */
const ANYWHERE: ReadonlySet<string> = new Set();

function faultOf(
  places: ReadonlyMap<string, ReadonlySet<string>>,
  file: string | undefined,
  anchor: string,
): string | undefined {
  if (file === undefined) return 'it is outside of the site';
  const ids = places.get(file);
  if (ids === undefined) return 'there is no such page';
  if (anchor === '' || ids === ANYWHERE || ids.has(decodeURIComponent(anchor))) return undefined;
  return 'the page has no such place';
}

/** Of links and pictures within the site. */
function targetsIn(html: string): readonly string[] {
  return [...html.matchAll(/\b(?:href|src)="([^"]+)"/g)]
    .map(([, target = '']) => target.replaceAll('&amp;', '&'))
    .filter((target) => !/^[a-z]+:|^\/\//.test(target));
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id));
}

function fileOf(path: string, page: string, base: string): string | undefined {
  const absolute = path.startsWith('/') ? path : posix.join(base, posix.dirname(page), path);
  if (!absolute.startsWith(base)) return undefined;
  const file = decodeURI(absolute.slice(base.length)).replace(/[?].*$/, '');
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

export interface Served {
  /** The address of the base. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the site as GitHub Pages does, on this machine. */
export async function serveSite({ out, base }: BuiltSite, port = 0): Promise<Served> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = fileOf(pathname, 'index.html', base);
    const path = join(out, posix.normalize(`/${file ?? '404.html'}`));
    let body: Buffer;
    try {
      body = readFileSync(path);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS: readonly View[] = [
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
];

/** Pages that are opened in every view; the others share the views. */
const EVERY_VIEW = ['index.html', 'inputs.html', 'how-it-works.html', 'permissions.html'];

/** Something that can be wrong with a site. */
export interface SiteCheck {
  readonly name: string;
  /** What is wrong, one line each. Rejects if it cannot be found out. */
  faults(): Promise<readonly string[]>;
}

/**
 * All checks of a site that is served at an address.
 *
 * @param folder whose pages are opened, such as `main/`: those of a release were checked before it
 */
export async function checksOf(
  site: BuiltSite,
  browser: Browser,
  url: string,
  folder = '',
): Promise<readonly SiteCheck[]> {
  const axe = readFileSync(AXE, 'utf8');
  const pages = (await pagesOf(site)).filter((page) => page.startsWith(folder));
  return [
    { name: 'no link is dead', faults: () => deadLinksOf(site) },
    ...pages.map((page, turn) => ({
      name: page,
      faults: () => faultsOf(browser, url + page, axe, viewsOf(page.slice(folder.length), turn)),
    })),
    ...Object.entries(INTERACTIONS).map(([name, attempt]) => ({
      name,
      faults: () => attempt(browser, url + folder).then(() => []),
    })),
  ];
}

function viewsOf(page: string, turn: number): readonly View[] {
  return EVERY_VIEW.includes(page) ? VIEWS : [VIEWS[turn % VIEWS.length]!];
}

/** What people or screen readers cannot read on a page, and what is wider than its window. */
async function faultsOf(
  browser: Browser,
  url: string,
  axe: string,
  views: readonly View[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const view of views) {
    const page = await browser.open(url, view);
    await settled(page);
    await page.evaluate(`${axe};0`);
    const found = await page.evaluate<readonly string[]>(UNREADABLE);
    faults.push(...found.map((fault) => `${view.width} ${view.scheme}: ${fault}`));
    // A phone shows first whether something is too wide.
    for (const width of new Set([view.width, PHONE])) {
      await page.turn({ ...view, width });
      const wide = await page.evaluate<number>(
        `Math.max(0, document.documentElement.scrollWidth - ${width})`,
      );
      if (wide > 0) faults.push(`${width}: ${wide} px wider than the window`);
    }
  }
  return faults;
}

const PHONE = 390;

const UNREADABLE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => id + ': ' + node.html.slice(0, 160))))`;

/** The page works, and its diagrams are drawn. */
function settled(page: Page): Promise<void> {
  return until(
    page,
    "document.querySelector('.VPContent') && !document.querySelector('pre.diagram')",
  );
}

/** Waits until an expression is true. */
async function until(page: Page, expression: string): Promise<void> {
  const seen = await page.evaluate<boolean>(`new Promise((resolve) => {
    const began = Date.now();
    const look = () => {
      if (${expression}) resolve(true);
      else if (Date.now() - began > 20000) resolve(false);
      else setTimeout(look, 50);
    };
    look();
  })`);
  if (!seen) throw new Error(`this did not become true: ${expression}`);
}

/** What a reader does besides reading. Each throws if it does not work. */
const INTERACTIONS: Readonly<Record<string, (browser: Browser, url: string) => Promise<void>>> = {
  'search finds a page by its words': async (browser, url) => {
    const page = await browser.open(url, VIEWS[0]!);
    await until(page, "document.querySelector('.VPNavBarSearch button')");
    await page.evaluate("document.querySelector('.VPNavBarSearch button').click()");
    await until(page, "document.querySelector('#localsearch-input')");
    await page.evaluate(`(() => {
        const input = document.querySelector('#localsearch-input');
        input.value = 'shadow stage';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    await until(page, 'document.querySelector(\'.VPLocalSearchBox .results a[href*="hooks"]\')');
  },
  'the switch changes the scheme': async (browser, url) => {
    const page = await browser.open(url, VIEWS[0]!);
    await until(page, "document.querySelector('.VPSwitchAppearance')");
    const dark = () =>
      page.evaluate<boolean>("document.documentElement.classList.contains('dark')");
    const before = await dark();
    await page.evaluate("document.querySelector('.VPSwitchAppearance').click()");
    await until(page, `document.documentElement.classList.contains('dark') !== ${before}`);
    // It is stored, and would change the pages that are opened next.
    await page.evaluate('localStorage.clear()');
  },
  'the menu has the versions': async (browser, url) => {
    const page = await browser.open(url, VIEWS[0]!);
    await until(page, "document.querySelector('select.versions option:checked')");
  },
  'the picture fits the scheme': async (browser, url) => {
    for (const view of VIEWS) {
      const page = await browser.open(url, view);
      await settled(page);
      const shown = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.in-light, .in-dark')].filter((each) => each.offsetWidth > 0).map((each) => each.className)`,
      );
      if (shown.join() !== `in-${view.scheme}`) {
        throw new Error(`${view.scheme}: shown is ${shown.join(', ')}`);
      }
    }
  },
};
