// What a witness is: something that is not ours, asked whether what we claim about AWS is so.

import type { ClaimId } from './fidelity/claims.ts';

/** The tool is not here. One line that says which, and how to get it. */
export class Absent extends Error {}

/** What a witness may use, and where it gives evidence. */
export interface Stand {
  /** Where the run may keep tools and scratch files: `.verify/`, ignored by git. */
  readonly folder: string;
  readonly options: VerifyOptions;
  /** Whether this witness was asked for by name; only then may it install what it needs. */
  readonly called: boolean;
  /**
   * One thing that must be so. A failure is noted, and the witness goes on.
   *
   * @param confirms the claims of `docs/fidelity.md` that it speaks for, when it passes
   * @returns whether it passed
   */
  check(name: string, confirms: readonly ClaimId[], body: () => unknown): Promise<boolean>;
  /** One thing that could not be checked here, and why. */
  skip(name: string, why: string): void;
  /** A line for people. */
  say(line: string): void;
}

export interface VerifyOptions {
  /** The folder of recorded AWS exchanges. */
  readonly recordings: string | undefined;
  /** The caller knows that the witness `aws` creates things in their own account. */
  readonly ownAccount: boolean;
  /** A witness that looks at a part, chosen well, is to look at everything, however long it takes. */
  readonly everything: boolean;
}

export interface Witness {
  readonly name: string;
  /** For the head of a column and of a section. */
  readonly title: string;
  /** What its word is worth, in one sentence. */
  readonly worth: string;
  /** Whether it runs when no witness is named. */
  readonly byDefault: boolean;
  /** Throws `Absent` where its tool is missing; anything else that it throws is a failure. */
  testify(stand: Stand): Promise<void>;
}
