// Everything that changes from one build to the next comes from tools/docs/build-site.ts, in a file.

import { readFileSync } from 'node:fs';
import { slugify } from './slugify.mjs';

const { base, cacheDir, outDir, sidebar, srcDir, versions, repository } = JSON.parse(
  readFileSync(process.env.CANARY_SITE, 'utf8'),
);

/**
 * Pages for users come before those for maintainers, and the page on permissions before the sections of that name.
 * VitePress puts the text of this function into the page, so it uses nothing else.
 */
function boostDocument(id) {
  const forMaintainers =
    /\/(decisions\/|changelog|simulator|architecture|contributing|judge-benchmark|judge-mathematics|all-pages)/;
  if (forMaintainers.test(id)) return 0.3;
  return id.includes('/permissions.html#permissions') ? 2 : 1;
}

export default {
  ...{ base, cacheDir, outDir, srcDir },
  title: 'canary-action',
  description: 'Progressive releases of AWS APIs with automatic rollback',
  lang: 'en',
  head: [['meta', { name: 'color-scheme', content: 'light dark' }]],
  markdown: {
    // The anchors of headings are those of GitHub, to which the pages link.
    anchor: { slugify },
    config: (md) => {
      const fence = md.renderer.rules.fence;
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const { info, content } = tokens[index];
        if (info.trim() !== 'mermaid') return fence(tokens, index, ...rest);
        return `<MermaidDiagram source="${encodeURIComponent(content)}" />`;
      };
      // An indented block scrolls like a fenced one.
      md.renderer.rules.code_block = (tokens, index, ...rest) => {
        tokens[index].info = 'text';
        return md.renderer.rules.fence(tokens, index, ...rest);
      };
    },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument } } } },
    nav: [
      { text: 'Quick start', link: '/#quick-start' },
      { text: 'Set up', link: '/set-up' },
      { text: 'Permissions', link: '/permissions' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
      { text: 'All pages', link: '/all-pages' },
      { component: 'VersionMenu', props: { versions, base } },
    ],
    sidebar,
    outline: { level: [2, 3] },
    socialLinks: [{ icon: 'github', link: repository }],
    footer: { message: 'MIT license' },
  },
};
