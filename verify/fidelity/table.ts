// The table of docs/fidelity.md: the evidence for each claim about AWS.

import type { CheckResult } from '../run-verifiers.ts';
import type { Verifier } from '../verifier.ts';
import { CLAIMS, type Claim } from './claims.ts';

type Mark = '✓' | '✗' | '';

/**
 * The table as Markdown, from the results of one run. A verifier that did not run has no column and
 * is named below the table.
 */
export function renderTable(
  verifiers: readonly Verifier[],
  results: readonly CheckResult[],
): string {
  const ran = verifiers.filter((v) => hasRun(v, results));
  const absent = verifiers.filter((v) => !ran.includes(v));
  const columns = ran.filter((v) => results.some((r) => isOf(r, v) && r.confirms.length > 0));
  const head = ['Claim', ...columns.map(({ name }) => name), 'Open question'];
  return [
    row(head),
    row(head.map((_, i) => (i === 0 || i === head.length - 1 ? '---' : ':-:'))),
    ...CLAIMS.map((claim) => claimRow(claim, columns, results)),
    '',
    `✓ confirmed in the run that wrote this table · ✗ contradicted · empty: not checked by this verifier.`,
    ...(absent.length === 0
      ? []
      : ['', `Not part of that run: ${absent.map(({ name }) => name).join(', ')}.`]),
  ].join('\n');
}

function claimRow(
  claim: Claim,
  columns: readonly Verifier[],
  results: readonly CheckResult[],
): string {
  const operations = claim.operations.map((name) => `\`${name}\``).join(', ') || 'data plane';
  return row([
    `**${operations}** ${claim.text}`,
    ...columns.map((verifier) => mark(claim, verifier, results)),
    claim.open ?? '',
  ]);
}

function mark(claim: Claim, verifier: Verifier, results: readonly CheckResult[]): Mark {
  const about = results.filter(
    (r) => isOf(r, verifier) && (r.confirms as readonly string[]).includes(claim.id),
  );
  if (about.some(({ result }) => result.kind === 'failed')) return '✗';
  return about.some(({ result }) => result.kind === 'passed') ? '✓' : '';
}

function hasRun(verifier: Verifier, results: readonly CheckResult[]): boolean {
  return results.some((r) => isOf(r, verifier) && r.result.kind !== 'skipped');
}

const isOf = (result: CheckResult, verifier: Verifier) => result.verifier === verifier.name;

const row = (cells: readonly string[]) =>
  `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
