// A way back behind a promotion: to what AWS's own history says stood before.

import type { FunctionChange } from '../rollout/release.ts';

export interface WayBack {
  /** From the version to go back to, to the one that is served. */
  readonly functions: readonly FunctionChange[];
  /** What is gone back to: `deployment a1b2c3 with orders 7`. */
  readonly words: string;
  /** It stands so already. */
  readonly stands: boolean;
  /** Moves all traffic, reads it back, and throws a `RolloutError` when AWS shows something else. */
  go(): Promise<void>;
}
