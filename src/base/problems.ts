// What preflight finds. Problems stop the rollout; notes are only reported.

import { known } from './errors.ts';

export interface Problems {
  readonly problems: string[];
  readonly notes: string[];
}

export function noProblems(): Problems {
  return { problems: [], notes: [] };
}

/** Adds what was found apart, in this order. */
export function addFindings(to: Problems, found: readonly Problems[]): void {
  to.problems.push(...found.flatMap(({ problems }) => problems));
  to.notes.push(...found.flatMap(({ notes }) => notes));
}

/** Runs a read. A failure becomes a problem like any other, so the remaining checks still run. */
export async function attempt<T>(
  findings: Problems,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    findings.problems.push(known(error).message);
    return undefined;
  }
}
