// The table of docs/fidelity.md: what each claim about AWS rests on.

import type { Statement } from '../hearing.ts';
import type { Witness } from '../witness.ts';
import { CLAIMS, type Claim } from './claims.ts';

type Mark = '✓' | '✗' | '';

/**
 * The table as Markdown, from what was said in one run. A witness that did not run has an empty
 * column and is named below it.
 */
export function renderTable(
  witnesses: readonly Witness[],
  statements: readonly Statement[],
): string {
  const heard = witnesses.filter((w) => wasHeard(w, statements));
  const absent = witnesses.filter((w) => !heard.includes(w));
  const columns = heard.filter((w) =>
    statements.some((s) => speaksOf(s, w) && s.confirms.length > 0),
  );
  const head = ['Claim', ...columns.map(({ name }) => name), 'What stays open'];
  return [
    row(head),
    row(head.map((_, i) => (i === 0 || i === head.length - 1 ? '---' : ':-:'))),
    ...CLAIMS.map((claim) => claimRow(claim, columns, statements)),
    '',
    `✓ confirmed in the run that wrote this table · ✗ contradicted · an empty cell: the witness has no word on it.`,
    ...(absent.length === 0
      ? []
      : ['', `Not heard in that run: ${absent.map(({ name }) => name).join(', ')}.`]),
  ].join('\n');
}

function claimRow(
  claim: Claim,
  columns: readonly Witness[],
  statements: readonly Statement[],
): string {
  const operations = claim.operations.map((name) => `\`${name}\``).join(', ') || 'data plane';
  return row([
    `**${operations}** ${claim.says}`,
    ...columns.map((witness) => mark(claim, witness, statements)),
    claim.open ?? '',
  ]);
}

function mark(claim: Claim, witness: Witness, statements: readonly Statement[]): Mark {
  const about = statements.filter(
    (s) => speaksOf(s, witness) && (s.confirms as readonly string[]).includes(claim.id),
  );
  if (about.some(({ result }) => result.kind === 'failed')) return '✗';
  return about.some(({ result }) => result.kind === 'passed') ? '✓' : '';
}

function wasHeard(witness: Witness, statements: readonly Statement[]): boolean {
  return statements.some((s) => speaksOf(s, witness) && s.result.kind !== 'skipped');
}

const speaksOf = (statement: Statement, witness: Witness) => statement.witness === witness.name;

const row = (cells: readonly string[]) =>
  `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
