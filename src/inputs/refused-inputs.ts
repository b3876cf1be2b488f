// The error that lists all problems of the inputs.

import { KnownError } from '../base/errors.ts';
import { firstOf } from '../base/listed.ts';

/** The inputs have problems, which its message lists. */
export class WrongInputs extends KnownError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(listProblems(problems));
    this.problems = problems;
  }
}

function listProblems(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return `The inputs have ${count}; nothing was changed in AWS.\n${firstOf(problems)
    .map((p) => `- ${p}`)
    .join('\n')}`;
}
