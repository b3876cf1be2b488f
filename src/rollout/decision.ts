// The decisions of a run, and how it can end.

import type { Cause } from './cause.ts';
import type { Gate } from './gate.ts';

/** How a rollout ended, or in which state this run left it. */
export type Ending =
  | { readonly kind: 'promoted' }
  | {
      readonly kind: 'rolled-back';
      readonly cause: Cause;
      /** Set when the post step finished the rollback, after the main step was interrupted or failed. */
      readonly finished?: 'after-cut-off' | 'after-failure';
    }
  /** The current state is kept until a later run continues. */
  | { readonly kind: 'held'; readonly cause: Cause }
  | { readonly kind: 'failed'; readonly cause: Cause; readonly stopped: Stopped }
  /** The rollback failed: a person must restore traffic manually. */
  | { readonly kind: 'stuck'; readonly cause: Cause; readonly failure: string };

/** Where a failed run stopped. */
export type Stopped =
  /** Before it touched state that was changed outside this rollout. */
  | { readonly at: 'external' }
  /** Between two of its own changes. `rollingBack`: why it was rolling back. */
  | { readonly at: 'midway'; readonly rollingBack?: Cause }
  /** Before any user was served the new version; everything prepared has been cleaned up. */
  | { readonly at: 'start' }
  /** After everything was cleaned up. */
  | { readonly at: 'end' }
  /** In the post step, which found another state than the main step had left. `words`: the target. */
  | { readonly at: 'post-step'; readonly words: string; readonly rollingBack?: Cause };

export type Decision =
  | { readonly kind: 'shift'; readonly step: number; readonly weight: number }
  /**
   * Nothing to do before this time, in seconds since the epoch, except further checks. `gate`: what keeps the rollout from
   * going further.
   */
  | { readonly kind: 'wait'; readonly until: number; readonly gate?: Gate }
  /** Run the hook of this phase, and continue the checks while it runs. */
  | { readonly kind: 'hook' }
  | { readonly kind: 'promote' }
  | { readonly kind: 'roll-back'; readonly cause: Cause }
  /** Clean up what was prepared; no user was served it. */
  | { readonly kind: 'abandon'; readonly cause: Cause }
  /** Clear the stored state and end. */
  | { readonly kind: 'finish'; readonly ending: Ending }
  /** End this run and leave the stored state in AWS. */
  | { readonly kind: 'leave'; readonly ending: Ending };

/** Whether the rollout would go further, if nothing keeps it from that. */
export function goesOn({ kind }: Decision): boolean {
  return kind === 'shift' || kind === 'promote' || kind === 'hook';
}
