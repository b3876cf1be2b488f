// What a run does next, and how it can end.

import type { Cause } from './cause.ts';

/** How a rollout ended, or how this run left it. */
export type Ending =
  | { readonly kind: 'promoted' }
  | {
      readonly kind: 'rolled-back';
      readonly cause: Cause;
      /** The post step did it, after the main step was cut off on the way, or had failed. */
      readonly finished?: 'after-cut-off' | 'after-failure';
    }
  /** What stands stays as it is until a later run goes on. */
  | { readonly kind: 'held'; readonly cause: Cause }
  | { readonly kind: 'failed'; readonly cause: Cause; readonly stopped: Stopped }
  /** It was to be rolled back, and could not be: someone must mend it by hand. */
  | { readonly kind: 'stuck'; readonly cause: Cause; readonly failure: string };

/** Where a run that failed has stopped. */
export type Stopped =
  /** Before it touched what somebody else had changed. */
  | { readonly at: 'foreign' }
  /** Between two changes of its own. `rollingBack`: why it was on its way back. */
  | { readonly at: 'midway'; readonly rollingBack?: Cause }
  /** Before any user was served the new version; what was prepared is cleared away. */
  | { readonly at: 'start' }
  /** Nothing of it is left. */
  | { readonly at: 'end' }
  /** In the post step, which found something else than the main step had left. `words`: the target. */
  | { readonly at: 'post-step'; readonly words: string; readonly rollingBack?: Cause };

export type Decision =
  | { readonly kind: 'shift'; readonly step: number; readonly weight: number }
  /** Nothing to do before this time, in seconds since the epoch, but to look again. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Ask the hook of this phase, and look on while it thinks. */
  | { readonly kind: 'hook' }
  | { readonly kind: 'promote' }
  | { readonly kind: 'roll-back'; readonly cause: Cause }
  /** Clear away what was prepared: no user was served it. */
  | { readonly kind: 'abandon'; readonly cause: Cause }
  /** Forget the rollout, and be done. */
  | { readonly kind: 'finish'; readonly ending: Ending }
  /** End this run and leave what is remembered in AWS. */
  | { readonly kind: 'leave'; readonly ending: Ending };
