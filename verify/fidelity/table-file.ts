// Writes the table into docs/fidelity.md, between its markers.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CheckResult } from '../run-verifiers.ts';
import type { Verifier } from '../verifier.ts';
import { renderTable } from './table.ts';

const FILE = fileURLToPath(new URL('../../docs/fidelity.md', import.meta.url));
const BEGIN = '<!-- table: written by npm run verify -- --write-table -->';
const END = '<!-- /table -->';

export async function writeTable(
  verifiers: readonly Verifier[],
  results: readonly CheckResult[],
): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  await writeFile(FILE, replaceTable(text, renderTable(verifiers, results)));
}

/** Throws if the document lacks one of the markers. */
export function replaceTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`docs/fidelity.md lacks ${BEGIN} … ${END}`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${table}\n\n${document.slice(end)}`;
}
