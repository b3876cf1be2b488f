// What this run of the action was given.

import type { CredentialProvider } from '../aws/role-session.ts';
import type { Log } from '../base/log.ts';
import type { Conversation, EventComment } from '../github/conversation.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Report, Source } from '../report/report.ts';
import type { RollbackCause } from '../rollout/cause.ts';
import type { CodeEvent } from '../rollout/merged-code.ts';
import type { PullEvent } from '../rollout/preview-tags.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Lifetimes } from '../rollout/schedule-limits.ts';

/** How a rollout is taken back by hand, whatever stands. */
export interface RepairCommands {
  /** The target, for a sentence. */
  readonly words: string;
  /** Command lines, in order. */
  readonly commands: readonly string[];
  /** The ARN of what remembers it; `undefined` where the record does not say. */
  readonly on: string | undefined;
  /** Of the record: by it the post step knows that what the tags say is what this run went by. */
  readonly seal: string;
}

export interface RunContext {
  readonly inputs: Inputs;
  readonly id: RolloutId;
  readonly source: Source;
  readonly lifetimes: Lifetimes;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
  readonly log: Log;
  /** Aborted when the job is to stop. */
  readonly cancelled: AbortSignal;
  /** When a rollback that does not work is given up, in seconds since the epoch. */
  readonly giveUpAt: number;
  /** Called as a rollback begins: the post step may have to finish it. */
  readonly keepCause: (cause: RollbackCause) => void;
  /** Called when the way back failed: the post step has minutes of its own to try once more. */
  readonly leaveToPost: () => void;
  /** Called before anything is moved: from here on the post step has something to finish. */
  readonly saveForPost: (mend: RepairCommands) => void;
  /** What people say on the pull request; `undefined` without a token, or when no comment is wanted. */
  readonly conversation: (() => Promise<Conversation>) | undefined;
  /** The comment that the event tells of. */
  readonly comment: EventComment | undefined;
  /** The pull request of the event. */
  readonly pull: PullEvent | undefined;
  /** What started the run, as far as it tells whose code this is; `undefined` where nothing is released. */
  readonly event: CodeEvent | undefined;
  /** Shows how it goes; never throws, and is not waited for. */
  readonly show: (report: Report) => void;
}
