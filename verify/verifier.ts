// A verifier: a tool, emulator or recording from outside this project that checks our claims about AWS.

import type { ClaimId } from './fidelity/claims.ts';

/** The tool is not available. The message is one line: which tool, and how to get it. */
export class Unavailable extends Error {}

/** What a verifier may use, and where it reports its results. */
export interface VerifyContext {
  /** Where the run may keep tools and scratch files: `.verify/`, ignored by git. */
  readonly folder: string;
  readonly options: VerifyOptions;
  /** Whether the user named this verifier; only then may it install what it needs. */
  readonly named: boolean;
  /**
   * Runs one check. A failure is recorded, and the verifier continues.
   *
   * @param confirms the claims of `docs/fidelity.md` that the check confirms when it passes
   * @returns whether it passed
   */
  check(name: string, confirms: readonly ClaimId[], body: () => unknown): Promise<boolean>;
  /** Records a check that could not run here, and why. */
  skip(name: string, why: string): void;
  /** Prints a line for the user. */
  print(line: string): void;
}

export interface VerifyOptions {
  /** The folder of recorded AWS exchanges. */
  readonly recordings: string | undefined;
  /** Access logs of real services. */
  readonly logs: readonly string[];
  /** A folder of SAM templates. */
  readonly templates: string | undefined;
  /** The user has agreed that the verifier `aws` creates resources in their account. */
  readonly ownAccount: boolean;
  /** Check everything, however long it takes, where a verifier otherwise checks a selection. */
  readonly everything: boolean;
}

export interface Verifier {
  readonly name: string;
  /** The heading of its section in the output. */
  readonly title: string;
  /** What its checks show, in one sentence. */
  readonly shows: string;
  /** Whether it runs when no verifier is named. */
  readonly byDefault: boolean;
  /** Throws `Unavailable` if its tool is missing; any other error is a failure. */
  verify(context: VerifyContext): Promise<void>;
}
