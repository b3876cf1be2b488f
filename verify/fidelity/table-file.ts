// Writes the table into docs/fidelity.md, between its markers.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Statement } from '../hearing.ts';
import type { Witness } from '../witness.ts';
import { renderTable } from './table.ts';

const FILE = fileURLToPath(new URL('../../docs/fidelity.md', import.meta.url));
const BEGIN = '<!-- table: written by npm run verify -- --write-table -->';
const END = '<!-- /table -->';

export async function writeTable(
  witnesses: readonly Witness[],
  statements: readonly Statement[],
): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  await writeFile(FILE, replaceTable(text, renderTable(witnesses, statements)));
}

/** Throws where the document lacks one of the markers. */
export function replaceTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`docs/fidelity.md lacks ${BEGIN} … ${END}`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${table}\n\n${document.slice(end)}`;
}
