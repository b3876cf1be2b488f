// Hears the witnesses, one after the other, and keeps what they said.

import { AssertionError } from 'node:assert';
import type { ClaimId } from './fidelity/claims.ts';
import { Absent, type VerifyOptions, type Witness } from './witness.ts';

export type Result =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'skipped'; readonly why: string };

export interface Statement {
  readonly witness: string;
  readonly check: string;
  readonly confirms: readonly ClaimId[];
  readonly result: Result;
}

export interface HearingOptions extends VerifyOptions {
  readonly folder: string;
  readonly called: boolean;
  readonly say: (line: string) => void;
}

/** Never throws: what a witness throws is a failed or, for `Absent`, a skipped statement of it. */
export async function hear(
  witnesses: readonly Witness[],
  options: HearingOptions,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  for (const witness of witnesses) {
    options.say(`\n== ${witness.name}: ${witness.title}`);
    statements.push(...(await hearOne(witness, options)));
  }
  return statements;
}

async function hearOne(witness: Witness, options: HearingOptions): Promise<Statement[]> {
  const { say, folder, called } = options;
  const statements: Statement[] = [];
  const note = (check: string, confirms: readonly ClaimId[], result: Result) => {
    statements.push({ witness: witness.name, check, confirms, result });
    say(lineOf(check, result));
  };
  try {
    await witness.testify({
      folder,
      options,
      called,
      say,
      check: async (name, confirms, body) => {
        const result = await outcome(body);
        note(name, confirms, result);
        return result.kind === 'passed';
      },
      skip: (name, why) => note(name, [], { kind: 'skipped', why }),
    });
  } catch (error) {
    const kind = error instanceof Absent ? 'skipped' : 'failed';
    note(witness.name, [], { kind, why: words(error) });
  }
  return statements;
}

async function outcome(body: () => unknown): Promise<Result> {
  try {
    await body();
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof Absent) return { kind: 'skipped', why: error.message };
    return { kind: 'failed', why: words(error) };
  }
}

function words(error: unknown): string {
  if (error instanceof AssertionError || error instanceof Absent) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function lineOf(check: string, result: Result): string {
  if (result.kind === 'passed') return `  passed   ${check}`;
  return `  ${result.kind.padEnd(8)} ${check}: ${result.why.trim().replaceAll('\n', '\n           ')}`;
}

/** The closing line: `N passed, N failed`, and how many were skipped where any was. */
export function tally(statements: readonly Statement[]): string {
  const count = (kind: Result['kind']) => statements.filter((s) => s.result.kind === kind).length;
  const skipped = count('skipped');
  const closing = `${count('passed')} passed, ${count('failed')} failed`;
  return skipped === 0 ? closing : `${closing}, ${skipped} skipped`;
}
