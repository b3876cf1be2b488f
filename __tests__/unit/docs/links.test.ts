// No link between the pages of the repository is dead, and the README stays short.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { deadLinks } from '../../../tools/docs/dead-links.ts';
import { anchorsIn, linksIn, slugOf, withLinks } from '../../../tools/docs/markdown.ts';
import { pagesIn } from '../../../tools/docs/pages.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGES = pagesIn(ROOT);

describe('the pages', () => {
  it('are found', () => {
    expect(PAGES).toEqual(
      expect.arrayContaining([
        ...[
          'README.md',
          'CHANGELOG.md',
          'docs/judge.md',
          'docs/decisions/0001-aws-is-the-memory.md',
        ],
        ...['examples/infrastructure/roles/README.md', 'simulator/README.md'],
      ]),
    );
    expect(PAGES.filter((page) => page.includes('node_modules'))).toEqual([]);
  });

  it('have no dead links', () => {
    expect(deadLinks(ROOT, PAGES)).toEqual([]);
  });

  it('are all listed, those of docs in its README', () => {
    const listed = linksIn(readFileSync(join(ROOT, 'docs/README.md'), 'utf8'));
    const targets = listed.map(({ target }) => `docs/${target.split('#')[0]}`);
    const own = PAGES.filter(
      (page) => /^docs\/[\w-]+\.md$/.test(page) && page !== 'docs/README.md',
    );
    expect(targets).toEqual(expect.arrayContaining(own));
  });

  it('begin with a README of at most 250 lines, with both commands for newcomers', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(readme.split('\n').length).toBeLessThanOrEqual(251);
    expect(readme).toContain('`npm run demo`');
    expect(readme).toContain('`npm ci && npm test`');
  });
});

describe('a dead link', () => {
  it('is found with its line, whether the file or the heading is missing', () => {
    const root = mkdtempSync(join(tmpdir(), 'canary-links-'));
    try {
      writeFileSync(
        join(root, 'a.md'),
        '# A\n\n[b](b.md#two) [c](c.md) [d](b.md#one) [e](#a) [f](#z)\n\n![g](../../actions/workflows/g.yml/badge.svg)\n',
      );
      writeFileSync(join(root, 'b.md'), '# One\n');
      expect(deadLinks(root, ['a.md', 'b.md'])).toEqual([
        'a.md:3: b.md#two: b.md has no such heading',
        'a.md:3: c.md: there is no such file',
        'a.md:3: #z: a.md has no such heading',
        'a.md:5: ../../actions/workflows/g.yml/badge.svg: there is no such file',
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe('the anchor of a heading', () => {
  // As on github.com; the rule is that of github-slugger.
  it.each([
    ['What it finds, and how fast', 'what-it-finds-and-how-fast'],
    ['"The AWS credentials expire"', 'the-aws-credentials-expire'],
    ['1. Change the infrastructure once', '1-change-the-infrastructure-once'],
    ['The canary’s requests – counted', 'the-canarys-requests--counted'],
    ['keep-versions', 'keep-versions'],
  ])('%s', (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });

  it('is numbered where it repeats, and is none inside of code', () => {
    const page =
      '# A\n\n## `a`\n\n```sh\n# not a heading\n```\n\n<a id="input-x"></a>\n\n## [B](c.md)\n';
    expect([...anchorsIn(page)]).toEqual(['a', 'a-1', 'b', 'input-x']);
  });
});

describe('the links of a page', () => {
  const page =
    '[a](b.md) `[no](code.md)` <img src="p.png">\n\n```md\n[no](code.md)\n```\n![c](d_(e).png)\n';

  it('are found in Markdown and HTML, and not in code', () => {
    expect(linksIn(page)).toEqual([
      { target: 'b.md', line: 1 },
      { target: 'p.png', line: 1 },
      { target: 'd_(e).png', line: 6 },
    ]);
  });

  it('are replaced where they are', () => {
    expect(withLinks(page, (target) => `/${target}`)).toBe(
      '[a](/b.md) `[no](code.md)` <img src="/p.png">\n\n```md\n[no](code.md)\n```\n![c](/d_(e).png)\n',
    );
  });
});
