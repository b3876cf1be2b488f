// The fields that docs/security.md lists as shown by name.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../docs/security.md', import.meta.url));

/** The names of all rows of the table that begin so, e.g. `Lambda`. */
export function namedFields(answersOf: string): readonly string[] {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split('## What is shown by name');
  const rows = section.split('\n').filter((line) => line.startsWith(`| ${answersOf}`));
  const names = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  if (names.length === 0) throw new Error(`docs/security.md lists no field of ${answersOf}`);
  return names;
}
