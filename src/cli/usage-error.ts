// A command line that cannot be understood.

import { KnownError } from '../base/errors.ts';

/** Its problems are shown together, and the exit code is 2. */
export class UsageError extends KnownError {
  readonly problems: readonly string[];

  /** @param problems sentences without their ends, each named by its flag or variable */
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
