// Runs the verifiers, a few at once, and collects the results of their checks.

import { AssertionError } from 'node:assert';
import type { ClaimId } from './fidelity/claims.ts';
import { Unavailable, type Verifier, type VerifyOptions } from './verifier.ts';

export type Result =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'skipped'; readonly why: string };

export interface CheckResult {
  readonly verifier: string;
  readonly check: string;
  readonly confirms: readonly ClaimId[];
  readonly result: Result;
}

export interface RunOptions extends VerifyOptions {
  readonly folder: string;
  readonly named: boolean;
  readonly print: (line: string) => void;
}

/** Never throws: an error of a verifier becomes a failed check or, for `Unavailable`, a skipped one. */
export async function runVerifiers(
  verifiers: readonly Verifier[],
  options: RunOptions,
): Promise<readonly CheckResult[]> {
  const sections = openSections(options.print);
  const results: (readonly CheckResult[])[] = [];
  const waiting = [...verifiers.entries()];
  const takeNext = async (): Promise<void> => {
    const next = waiting.shift();
    if (!next) return;
    const [place, verifier] = next;
    const { print, end } = sections.at(place);
    print(`\n== ${verifier.name}: ${verifier.title}`);
    results[place] = await runVerifier(verifier, { ...options, print });
    end();
    await takeNext();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  return results.flat();
}

/** Most of them wait for a program that computes on one core. */
const AT_ONCE = 3;

/** Prints lines in the order of their sections: those of the first that has not ended at once, others when they may. */
function openSections(print: (line: string) => void) {
  const held = new Map<number, string[]>();
  const ended = new Set<number>();
  let current = 0;
  const goOn = () => {
    for (;;) {
      for (const line of held.get(current) ?? []) print(line);
      held.delete(current);
      if (!ended.has(current)) return;
      current++;
    }
  };
  return {
    at: (place: number) => ({
      print: (line: string) => {
        if (place === current) print(line);
        else held.set(place, [...(held.get(place) ?? []), line]);
      },
      end: () => {
        ended.add(place);
        if (place === current) goOn();
      },
    }),
  };
}

async function runVerifier(verifier: Verifier, options: RunOptions): Promise<CheckResult[]> {
  const { print, folder, named } = options;
  const results: CheckResult[] = [];
  const note = (check: string, confirms: readonly ClaimId[], result: Result) => {
    results.push({ verifier: verifier.name, check, confirms, result });
    print(lineOf(check, result));
  };
  try {
    await verifier.verify({
      folder,
      options,
      named,
      print,
      check: async (name, confirms, body) => {
        const result = await outcome(body);
        note(name, confirms, result);
        return result.kind === 'passed';
      },
      skip: (name, why) => note(name, [], { kind: 'skipped', why }),
    });
  } catch (error) {
    const kind = error instanceof Unavailable ? 'skipped' : 'failed';
    note(verifier.name, [], { kind, why: words(error) });
  }
  return results;
}

async function outcome(body: () => unknown): Promise<Result> {
  try {
    await body();
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'skipped', why: error.message };
    return { kind: 'failed', why: words(error) };
  }
}

function words(error: unknown): string {
  if (error instanceof AssertionError || error instanceof Unavailable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function lineOf(check: string, result: Result): string {
  if (result.kind === 'passed') return `  passed   ${check}`;
  return `  ${result.kind.padEnd(8)} ${check}: ${result.why.trim().replaceAll('\n', '\n           ')}`;
}

/** The last line: `N passed, N failed`, and the number of skipped checks if there are any. */
export function tally(results: readonly CheckResult[]): string {
  const count = (kind: Result['kind']) => results.filter((s) => s.result.kind === kind).length;
  const skipped = count('skipped');
  const closing = `${count('passed')} passed, ${count('failed')} failed`;
  return skipped === 0 ? closing : `${closing}, ${skipped} skipped`;
}
