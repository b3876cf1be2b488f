// All open releases of an account and Region, as data.

import type { Gate } from '../rollout/gate.ts';
import type { FunctionChange, RolloutId } from '../rollout/release.ts';

/** The version changes when a member changes its meaning or is removed. */
export const OVERVIEW_SCHEMA = 'canary-action/overview/1';

/** All times are seconds since the epoch; all weights are in %. */
export interface Overview {
  readonly schema: typeof OVERVIEW_SCHEMA;
  /** Empty if no release shows it. */
  readonly account: string;
  readonly region: string;
  readonly at: number;
  /** The oldest first. */
  readonly releases: readonly OpenRelease[];
  /** What could not be read; sentences without a full stop. */
  readonly problems: readonly string[];
}

export interface OpenRelease {
  /** The kind of its target. */
  readonly kind: string;
  /** The ARN of what stores it. */
  readonly on: string;
  /** `orders-api/prod`, `orders:live`, `orders:live and 3 more`. */
  readonly label: string;
  readonly functions: readonly FunctionChange[];
  /** `step 1/3`, `bake`. */
  readonly phase: string;
  /** % of the traffic on the new version now; `null`: unknown. */
  readonly weight: number | null;
  /** The run that drove it last, and where a person can look at it. */
  readonly run: RolloutId;
  readonly link: string;
  readonly startedAt: number;
  readonly waitsFor: WaitsFor;
  /** The pull request of the release; absent if unknown. */
  readonly pull?: number;
}

/** What an open release waits for, as far as AWS shows it. */
export type WaitsFor =
  | Extract<Gate, { readonly kind: 'approval' | 'door' }>
  /** A person resumes it. */
  | { readonly kind: 'paused' }
  /** The end of its step or bake. */
  | { readonly kind: 'time'; readonly at: number }
  /** Its step or bake could have ended by then, so no run drives it. */
  | { readonly kind: 'nobody'; readonly since: number }
  /** It was changed outside the action. */
  | { readonly kind: 'external'; readonly what: string }
  /** It has not begun to shift. */
  | { readonly kind: 'start' };
