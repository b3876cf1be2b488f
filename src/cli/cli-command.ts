// What a command of the command line is. Each is one object in `command-table.ts`; the parser, the help and the exit
// code are the same for all.

import type { MaskedLog } from './plain-log.ts';

export const EXIT = {
  /** Promoted, unchanged, planned, previewed, or in progress; or done as asked, such as a rollback by `rollback`. */
  ok: 0,
  /** Rolled back or failed. */
  failed: 1,
  /** The command line is wrong. Nothing was begun. */
  usage: 2,
  /** The release is held, and waits for a person. */
  held: 3,
  /** A rollback failed: a person must act. */
  stuck: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Each flag `--a-name` can also be set as the variable `CANARY_A_NAME`; the flag takes precedence. */
export interface Flag {
  /** Lower case with hyphens, without the dashes. */
  readonly name: string;
  /** The placeholder of its value in the help, such as `FILE`; `undefined`: a switch. */
  readonly value?: string;
  /** One line for the help. */
  readonly doc: string;
  /** It may be given several times: its value has one line for each. */
  readonly repeats?: true;
  /** It may be given without a value, which means `true`, and as `--no-a-name`. */
  readonly boolean?: true;
  /** A secret: set by its variable only, because other processes can read a command line. */
  readonly secret?: true;
}

/** Flags that the help lists together. */
export interface FlagGroup {
  readonly title: string;
  readonly flags: readonly Flag[];
}

export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the summary in the help of the command: lines of at most 100 characters. */
  readonly details?: readonly string[];
  /** The words that must follow its name, such as `gitlab`; omitted: none may. */
  readonly words?: readonly string[];
  readonly flags: readonly FlagGroup[];
  /** The titles of groups that its help leaves out: they are accepted, because commands share settings, but not used. */
  readonly unused?: readonly string[];
  /** It may change something in AWS. */
  readonly changes?: boolean;
  /** Names of flags that do not exist, and what to do instead. */
  readonly absent?: Readonly<Record<string, string>>;
  /** What else is wrong, if the flags already have problems: so that all are reported at once. */
  check?(context: CliContext): Promise<readonly string[]>;
  /**
   * Runs after the flags are read without problems. May throw a `KnownError`, whose message is shown; a `UsageError`
   * has the exit code 2, any other 1.
   */
  run(context: CliContext): Promise<ExitCode>;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** What a command is given. */
export interface CliContext {
  readonly flags: GivenFlags;
  /** The word that follows the name; `undefined` if it has none. */
  readonly word: string | undefined;
  readonly env: Env;
  /** The current folder. */
  readonly cwd: string;
  /** Where everything is written that a user reads, without secrets. */
  readonly log: MaskedLog;
  /** Whether a person may be asked: standard input and output are a terminal, and this is no CI. */
  readonly interactive: boolean;
}

/** A value, and where it is from. */
export interface Given {
  readonly text: string;
  /** As the user wrote it: `--alias`, `CANARY_ALIAS`. */
  readonly from: string;
}

export interface GivenFlags {
  /** `undefined` if it is not set. The text of a switch is `true`. */
  get(name: string): Given | undefined;
  /** The text; empty if it is not set. */
  text(name: string): string;
  has(name: string): boolean;
  /** All that are set, by name. */
  readonly all: ReadonlyMap<string, Given>;
}
