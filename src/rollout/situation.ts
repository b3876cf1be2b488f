// Everything that a decision depends on.

import type { Evidence, Verdict } from '../analysis/evidence.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import type { Cause } from './cause.ts';
import type { Gate } from './gate.ts';
import type { HookState } from './hook-point.ts';
import type { Phase } from './phase.ts';
import type { Plan } from './plan.ts';
import type { TrafficState } from './traffic-state.ts';

/** What to do when a step or the bake ends with inconclusive evidence. */
export type InconclusivePolicy = 'hold' | 'promote' | 'rollback';

/** What to do with a rollout whose job is cancelled. */
export type CancelPolicy = 'rollback' | 'hold';

/** What the user wants done where the evidence or the job ends early. */
export interface Policies {
  readonly onInconclusive: InconclusivePolicy;
  readonly onCancel: CancelPolicy;
}

export interface DecisionInput {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly trafficState: TrafficState;
  readonly verdict: Verdict;
  /** The evidence behind the verdict; empty if healthy. */
  readonly evidence: readonly Evidence[];
  /** Ends the rollout regardless of the evidence: a failed change, a request, or AWS being unreachable. */
  readonly trouble: Cause | undefined;
  /** Both versions got worse, so the weight must not change for now. */
  readonly incident: BothBad | undefined;
  /**
   * All minutes that ended by then have been read and judged; seconds since the epoch. `Infinity` if the
   * counts do not decide.
   */
  readonly readUntil: number;
  /** How old the end of a minute must be before its counts can be read. */
  readonly closingSeconds: number;
  /** The latest time at which the job ends; seconds since the epoch. */
  readonly endsBy: number;
  /** When the bake began as a step, in seconds since the epoch; `undefined` if it did not. */
  readonly bakeStepSince: number | undefined;
  /** The state of the hook that must pass before the next change. */
  readonly hook: HookState;
  /** What the release must wait for before it goes further; empty: nothing. */
  readonly gates: readonly Gate[];
  /** By when the rollout must be over, before the job or its AWS credentials end; seconds since the epoch. */
  readonly lastsUntil: number;
  readonly policies: Policies;
  /** Seconds since the epoch. */
  readonly now: number;
  /** When this run took over the rollout, in seconds since the epoch; 0 if it began it. */
  readonly takenOverAt: number;
  /** Whether the promotion closes the canary. */
  readonly closes: boolean;
  /** This run has already observed the goal of the phase, so any other state was made outside this rollout. */
  readonly reached: boolean;
  /** Whether the run was asked to stop. */
  readonly cancelled: boolean;
  /** How far this run may go. */
  readonly scope: RunScope;
}

/** How far a run goes before it leaves the rollout to a later run. */
export type RunScope =
  /** Through all steps and the bake. */
  | { readonly kind: 'to-the-end' }
  /** Skips the rest of the schedule, because the promotion was requested. */
  | { readonly kind: 'promote' }
  /** As far as possible without waiting. */
  | { readonly kind: 'one-check' }
  /** No further than the current weight; the run ends at `until`, in seconds since the epoch. */
  | { readonly kind: 'hold'; readonly cause: Cause; readonly until: number };
