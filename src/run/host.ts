// Where a run runs: what GitHub Actions, or another host, does for it.

import type { CredentialProvider } from '../aws/role-session.ts';
import type { LoopHost } from '../controller/context.ts';
import type { Conversation } from '../github/conversation.ts';
import type { Variable } from '../github/variable.ts';
import type { Report } from '../report/report.ts';

/** For each thing that a run may lack: what supplies it, and what was found in its place. Ends a sentence. */
export interface Lacks {
  /** The pull request of the code. */
  readonly pull: string;
  /** The repository that the run belongs to. */
  readonly repository: string;
  /** The comment that is to be executed. */
  readonly comment: string;
  /** Access to comments. */
  readonly conversation: string;
  /** Access to variables of the repository. */
  readonly variable: string;
}

export interface Host extends LoopHost {
  readonly lacks: Lacks;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
  /** The pull request's; `undefined` without a token, or when no comment is wanted. */
  readonly conversation: (() => Promise<Conversation>) | undefined;
  /** What is known to stand in the way of `on-rollback`, in sentences; omitted: nothing is to follow a release. */
  readonly checkFollowUp?: () => Promise<readonly string[]>;
  /** Reads a variable of the repository; `undefined`: there is no repository here, or no token. */
  readonly variable: ((name: string) => Promise<Variable>) | undefined;
  /** Called when a rollback failed: the post step has minutes of its own to try once more. */
  leaveToPost(): void;
  /** Called before anything is changed: from here on the post step has something to finish. */
  saveForPost(commands: RepairCommands): void;
  /** Shows the progress. Never throws, and is not awaited. */
  show(report: Report): void;
}

/** How a rollout is rolled back manually, whatever its state. */
export interface RepairCommands {
  /** The target, for a sentence. */
  readonly words: string;
  /** Command lines, in order. */
  readonly commands: readonly string[];
  /** The ARN of what has its stored state; `undefined` where the record does not say. */
  readonly on: string | undefined;
  /** Of the record: it shows the post step that the tags say what this run stored. */
  readonly seal: string;
}
