// What the checks and the site need of a page of Markdown: its links, and the places that links can lead to.

/** The anchor of a heading, as GitHub makes it and as the site is told to. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Each place of a page: its headings, numbered where they repeat, and the ids of HTML elements. */
export function anchorsIn(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = slugOf(plain(heading));
    let anchor = slug;
    for (let i = 1; anchors.has(anchor); i++) anchor = `${slug}-${i}`;
    anchors.add(anchor);
  }
  for (const [, id = ''] of page.matchAll(/<a id="([^"]+)">/g)) anchors.add(id);
  return anchors;
}

/** A heading without its markup. */
function plain(heading: string): string {
  return heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}

export interface Link {
  /** As it is written. */
  readonly target: string;
  readonly line: number;
}

/** Links, pictures, and addresses in HTML elements; not those in code. */
export function linksIn(page: string): readonly Link[] {
  return [...withoutCode(page).matchAll(LINK)].map(({ 1: markdown, 2: html, index }) => ({
    target: markdown ?? html ?? '',
    line: page.slice(0, index).split('\n').length,
  }));
}

/** `](target)`, or an attribute of an element. */
const LINK = /\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)|\b(?:src|srcset|href)="([^"]+)"/g;

/** The page with each link replaced; code stays as it is. */
export function withLinks(page: string, replace: (target: string) => string): string {
  let result = '';
  let end = 0;
  for (const found of withoutCode(page).matchAll(LINK)) {
    const target = found[1] ?? found[2] ?? '';
    const begin = found.index + found[0].lastIndexOf(target);
    result += page.slice(end, begin) + replace(target);
    end = begin + target.length;
  }
  return result + page.slice(end);
}

/** The same length, with blanks in place of code. */
export function withoutCode(page: string): string {
  return withoutFences(page).replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, blank);
}

function withoutFences(page: string): string {
  return page.replace(/^( *)(```+|~~~+)[^\n]*\n[\s\S]*?^\1\2 *$/gm, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
