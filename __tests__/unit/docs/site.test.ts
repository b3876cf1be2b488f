// What the pages of the repository become on the documentation site.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slugOf } from '../../../tools/docs/markdown.ts';
import { forSite, sidebarOf, sitePage } from '../../../tools/docs/site-pages.ts';
import { newestOfEachMinor } from '../../../tools/docs/versions.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REPOSITORY = {
  url: 'https://github.com/org/canary-action',
  ref: 'v1.2.3',
  isFolder: (path: string) => path === 'examples' || path === 'docs/decisions',
};

describe('the pages of the site', () => {
  it.each([
    ['README.md', 'index.md'],
    ['docs/README.md', 'all-pages.md'],
    ['docs/judge.md', 'judge.md'],
    ['docs/decisions/0001-aws-is-the-memory.md', 'decisions/0001-aws-is-the-memory.md'],
    ['examples/infrastructure/README.md', 'examples/infrastructure/index.md'],
    ['CHANGELOG.md', 'changelog.md'],
    ['.github/PULL_REQUEST_TEMPLATE.md', undefined],
  ])('has for %s: %s', (file, page) => {
    expect(sitePage(file)).toBe(page);
  });

  it.each([
    ['README.md', '[a](docs/hooks.md#the-shadow-stage)', '[a](./hooks.md#the-shadow-stage)'],
    ['docs/hooks.md', '[a](../README.md#quick-start)', '[a](./index.md#quick-start)'],
    ['docs/decisions/0001-x.md', '[a](../judge.md)', '[a](../judge.md)'],
    ['docs/a.md', '[a](#here) [b](https://x.y/z)', '[a](#here) [b](https://x.y/z)'],
    ['docs/a.md', '`[a](../LICENSE)`', '`[a](../LICENSE)`'],
    [
      'docs/a.md',
      '[a](../examples/canary.yml) [b](../examples) [c](decisions)',
      '[a](https://github.com/org/canary-action/blob/v1.2.3/examples/canary.yml) [b](https://github.com/org/canary-action/tree/v1.2.3/examples) [c](https://github.com/org/canary-action/tree/v1.2.3/docs/decisions)',
    ],
    [
      'examples/infrastructure/sam/README.md',
      '[a](../README.md) [b](sam.yaml)',
      '[a](../../../examples/infrastructure/index.md) [b](https://github.com/org/canary-action/blob/v1.2.3/examples/infrastructure/sam/sam.yaml)',
    ],
  ])('lead from %s: %s', (file, text, expected) => {
    expect(forSite(file, text, REPOSITORY)).toBe(expected);
  });

  it('show one of two pictures by the scheme of the site', () => {
    const page = `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/x-dark.png">
  <img alt="X" src="docs/pictures/x-light.png" width="820">
</picture>`;
    expect(forSite('README.md', page, REPOSITORY)).toBe(
      '<img class="in-light" alt="X" src="./pictures/x-light.png" width="820">\n<img class="in-dark" alt="X" src="./pictures/x-dark.png" width="820">',
    );
  });
});

it('has no badges, whose addresses are right on GitHub alone', () => {
  const badge = '[![CI](../../actions/workflows/ci.yml/badge.svg)](../../actions/workflows/ci.yml)';
  const page = `# A\n\n${badge} [license](docs/a.md)\n\nText.\n`;
  expect(forSite('README.md', page, REPOSITORY)).toBe('# A\n\nText.\n');
});

describe('the sidebar', () => {
  it('has the headings and links of the overview', () => {
    const overview =
      '# All\n\n## Start\n\n| a | [Set up](set-up.md), [its log](logs.md#a) |\n\n## Help\n\n[Us](../SECURITY.md)\n';
    expect(sidebarOf(overview)).toEqual([
      {
        text: 'Start',
        items: [
          { text: 'Set up', link: '/set-up' },
          { text: 'Its log', link: '/logs' },
        ],
      },
      { text: 'Help', items: [{ text: 'Us', link: '/report-a-vulnerability' }] },
    ]);
    expect(sidebarOf(readFileSync(join(ROOT, 'docs/README.md'), 'utf8')).length).toBe(5);
  });
});

describe('the versions', () => {
  it('are the newest of each minor version, in order of numbers', () => {
    const tags = ['v1', 'v1.0.0', 'v1.10.0', 'v1.9.2', 'v1.9.10', 'v2.0.0-beta', '', 'v1.0.1'];
    expect(newestOfEachMinor(tags)).toEqual(['v1.10.0', 'v1.9.10', 'v1.0.1']);
  });
});

describe('an anchor', () => {
  it('is the same on the site', async () => {
    const path = join(ROOT, 'site/.vitepress/slugify.mjs');
    const { slugify } = (await import(path)) as { slugify: (heading: string) => string };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (heading) => {
        expect(slugify(heading)).toBe(slugOf(heading));
      }),
    );
  });
});
