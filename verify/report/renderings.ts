// The renderings of a report as files that a browser can open.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderComment } from '../../src/report/comment-body.ts';
import { renderPage } from '../../src/report/files.ts';
import { renderSummary } from '../../src/report/summary.ts';
import type { Exhibit } from './gallery.ts';
import { githubPage } from './github-page.ts';

export interface Rendering {
  readonly name: 'summary' | 'comment' | 'page';
  readonly url: string;
  /** An expression that resolves when everything is drawn, also after a change of view. */
  readonly ready: string;
  /** An expression that lists what could not be drawn or does not work; empty if all is well. */
  readonly broken: string;
}

const PAGE = fileURLToPath(new URL('../../dist/report-page.html', import.meta.url));

/** Writes the renderings into a folder. */
export async function writeRenderings(
  { name, report }: Exhibit,
  folder: string,
): Promise<readonly Rendering[]> {
  const write = async (rendering: Rendering['name'], html: string) => {
    const file = join(folder, `${name}-${rendering}.html`);
    await writeFile(file, html);
    return pathToFileURL(file).href;
  };
  const onGitHub = { ready: '0', broken: '[]' };
  const plots = report.weights.length === 0 ? 0 : undefined;
  return [
    {
      name: 'summary',
      url: await write('summary', githubPage(renderSummary(report), name)),
      ...onGitHub,
    },
    {
      name: 'comment',
      url: await write('comment', githubPage(renderComment(report), name)),
      ...onGitHub,
    },
    {
      name: 'page',
      url: await write('page', renderPage(await readFile(PAGE, 'utf8'), report)),
      // uPlot draws within the next frames.
      ready:
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))',
      broken: brokenPage(plots),
    },
  ];
}

/** The page's own policy must have allowed the script and the style. */
function brokenPage(plots: 0 | undefined): string {
  const drawn = plots === 0 ? "drawn === 0 || 'plots of nothing'" : "drawn > 0 || 'no plots'";
  return `(() => {
    const drawn = document.querySelectorAll('.uplot canvas').length;
    const styled = getComputedStyle(document.querySelector('main')).maxWidth === '1040px';
    return [styled || 'no style', document.querySelector('h2') !== null || 'no text', ${drawn}]
      .filter((fine) => fine !== true);
  })()`;
}
