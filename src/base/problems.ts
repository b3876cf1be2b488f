// What preflight finds: problems stop the rollout, notes are only said.

import { messageOf } from './errors.ts';

export interface Problems {
  readonly problems: string[];
  readonly notes: string[];
}

export function noProblems(): Problems {
  return { problems: [], notes: [] };
}

/** Runs a read; a failure becomes a problem like any other, so that the rest is still looked at. */
export async function attempt<T>(
  findings: Problems,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    findings.problems.push(messageOf(error));
    return undefined;
  }
}
