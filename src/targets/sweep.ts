// What earlier releases left behind, and may be deleted after a promotion.

import type { Remembered } from '../rollout/record.ts';
import type { ReleasedVersions } from './retention.ts';

/** What is to be looked for. */
export interface SweepOrder {
  /** How many of the newest stay, of each function and of the API's deployments. */
  readonly keep: number;
  readonly functions: readonly ReleasedFunction[];
  /** The promoted release; `undefined`: it is yet to come. */
  readonly rollout: Remembered | undefined;
}

export interface ReleasedFunction extends ReleasedVersions {
  readonly name: string;
}

/** Something that nothing is known to lead to any more. */
export interface Leftover {
  /** `version 3 of "orders"`. */
  readonly words: string;
  remove(): Promise<void>;
}

export interface Sweep {
  /** Oldest first. */
  readonly leftovers: readonly Leftover[];
  /** What stays although it is old, and why. */
  readonly notes: readonly string[];
}
