// Links of the repository's pages that lead nowhere: to a file that is not there, or to a heading that a page lacks.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsIn, linksIn } from './markdown.ts';

/** On GitHub, from a page in the root: the runs of a workflow, and their badge, whoever owns the repository. */
const STATUS = /^\.\.\/\.\.\/actions\/workflows\/([\w-]+\.yml)(?:\/badge\.svg)?$/;

/** @param files the pages, from the root */
export function deadLinks(root: string, files: readonly string[]): readonly string[] {
  const pages = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  return [...pages].flatMap(([file, page]) =>
    linksIn(page).flatMap(({ target, line }) => {
      if (/^[a-z]+:/.test(target)) return [];
      const [path = '', anchor] = target.replace(STATUS, '.github/workflows/$1').split('#');
      const wanted = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
      const fault = faultOf(root, wanted, anchor, pages.get(wanted));
      return fault === undefined ? [] : [`${file}:${line}: ${target}: ${fault}`];
    }),
  );
}

function faultOf(
  root: string,
  file: string,
  anchor: string | undefined,
  page: string | undefined,
): string | undefined {
  if (!existsSync(join(root, file))) return 'there is no such file';
  if (anchor === undefined || page === undefined || anchorsIn(page).has(anchor)) return undefined;
  return `${file} has no such heading`;
}
