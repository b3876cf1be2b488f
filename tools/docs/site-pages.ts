// Which pages of the repository the site has, and what they become there: the same text, with links that lead to the
// site's own pages, or to GitHub for what it does not have.

import { dirname, join, normalize } from 'node:path/posix';
import { linksIn, withLinks } from './markdown.ts';

/** Files of the repository whose pages have other names on the site. */
const RENAMED: Readonly<Record<string, string>> = {
  'README.md': 'index.md',
  'docs/README.md': 'all-pages.md',
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
  'SECURITY.md': 'report-a-vulnerability.md',
  'simulator/README.md': 'simulator.md',
};

/** The page of a file on the site; `undefined`: it has none. */
export function sitePage(file: string): string | undefined {
  const renamed = RENAMED[file];
  if (renamed !== undefined) return renamed;
  if (file.startsWith('docs/')) return file.slice('docs/'.length);
  const example = /^examples\/(.*)README\.md$/.exec(file);
  return example ? `examples/${example[1]}index.md` : undefined;
}

/** Where a file is that the site does not have. */
export interface Repository {
  readonly url: string;
  /** The tag or branch of this version. */
  readonly ref: string;
  /** Whether a path of the repository is a folder. */
  isFolder(path: string): boolean;
}

/** A line of badges, whose addresses lead to the repository only on GitHub. */
const BADGES = /^\[!\[.*\]\(\.\.\/\.\.\/actions\/.*\n\n/gm;

/** A page as the site has it. */
export function forSite(file: string, text: string, repository: Repository): string {
  const own = sitePage(file) ?? file;
  const replace = (target: string) => {
    if (/^[a-z]+:|^#/.test(target)) return target;
    const [path = '', anchor] = target.split('#');
    const wanted = normalize(join(dirname(file), path)).replace(/\/$/, '');
    const hash = anchor === undefined ? '' : `#${anchor}`;
    const page = wanted.endsWith('.md') ? sitePage(wanted) : undefined;
    if (page !== undefined) return `${relativeTo(own, page)}${hash}`;
    if (/^docs\/.*\.png$/.test(wanted)) return relativeTo(own, wanted.slice('docs/'.length));
    const kind = repository.isFolder(wanted) ? 'tree' : 'blob';
    return `${repository.url}/${kind}/${repository.ref}/${wanted}${hash}`;
  };
  return bothSchemes(withLinks(text.replace(BADGES, ''), replace));
}

function relativeTo(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up === '' ? './' : up}${to}`;
}

/**
 * Two pictures, of which the style sheet shows one: the reader chooses the scheme of the site, and the media query of
 * GitHub's form knows only that of the system.
 */
function bothSchemes(page: string): string {
  return page.replace(
    /<picture>\s*<source [^>]*srcset="([^"]+)">\s*<img ([^>]*)src="([^"]+)"([^>]*)>\s*<\/picture>/g,
    (_, dark: string, before: string, light: string, after: string) =>
      `<img class="in-light" ${before}src="${light}"${after}>\n<img class="in-dark" ${before}src="${dark}"${after}>`,
  );
}

export interface SidebarGroup {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly link: string }[];
}

/** The sidebar: the headings of docs/README.md, and the pages that each of them lists. */
export function sidebarOf(overview: string): readonly SidebarGroup[] {
  return overview
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const names = [...section.matchAll(/\[([^\]]+)\]\(/g)].map(([, name = '']) => name);
      const items = linksIn(section).flatMap(({ target }, i) => {
        const page = sitePage(normalize(join('docs', target.split('#')[0] ?? '')));
        const text = names[i] ?? target;
        return page === undefined
          ? []
          : [
              {
                text: text[0]?.toUpperCase() + text.slice(1),
                link: `/${page.replace(/\.md$/, '')}`,
              },
            ];
      });
      return { text: section.split('\n')[0] ?? '', items };
    });
}
