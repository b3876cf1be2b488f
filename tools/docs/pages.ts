// The pages of the repository.

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const OTHERS: ReadonlySet<string> = new Set(['node_modules', 'dist', 'build', 'coverage']);

/** All files of Markdown, by their paths from the root, in order. */
export function pagesIn(root: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !OTHERS.has(entry.name) && !entry.name.startsWith('.'))
        visit(path);
      else if (entry.isFile() && entry.name.endsWith('.md')) {
        found.push(relative(root, path).split(sep).join('/'));
      }
    }
  };
  visit(root);
  return found.sort();
}
