// What this run of the action was given: data only.

import type { EventComment } from '../github/conversation.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Source } from '../report/report.ts';
import type { CodeEvent } from '../rollout/merged-code.ts';
import type { PullEvent } from '../rollout/preview-tags.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Lifetimes } from '../rollout/schedule-limits.ts';

export interface RunContext {
  readonly inputs: Inputs;
  /** Of this run, and of every rollout that it starts. */
  readonly id: RolloutId;
  readonly source: Source;
  readonly event: RunEvent;
  /** Who asks for the command with a comment, and since when; seconds since the epoch. That person may give it. */
  readonly request?: { readonly by: string; readonly at: number };
  readonly lifetimes: Lifetimes;
  /** When this run began; seconds since the epoch. */
  readonly startedAt: number;
  /** When a rollback that does not work is given up; seconds since the epoch. */
  readonly giveUpAt: number;
}

/** What started the run, as far as it matters. */
export interface RunEvent {
  /** As far as it shows whose code this is; `undefined` where nothing is released. */
  readonly code: CodeEvent | undefined;
  readonly pull: PullEvent | undefined;
  readonly comment: EventComment | undefined;
  /** Who started this attempt of the run, if GitHub did not do so on its own. */
  readonly startedBy?: string;
}

export const NO_EVENT: RunEvent = { code: undefined, pull: undefined, comment: undefined };
