// A state that this run has reached itself, and later finds changed, was changed outside this rollout. The run
// leaves it alone.

import type { ExternalChange } from './cause.ts';
import type { Phase } from './phase.ts';
import { type Plan, type Step, sameWeight } from './plan.ts';
import type { StoredRollout } from './record.ts';
import { type Owned, type TrafficState, weightOf } from './traffic-state.ts';

export type Split = Extract<TrafficState, { kind: 'split' }>;

/** Whether the goal of the phase is reached completely. */
export function isReached({
  plan,
  phase,
  trafficState,
  closes,
}: {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly trafficState: TrafficState;
  /** Whether the promotion closes the canary. */
  readonly closes: boolean;
}): boolean {
  if (phase.kind === 'preparing') return trafficState.kind === 'stable' && !trafficState.open;
  if (phase.kind === 'baking')
    return trafficState.kind === 'promoted' && !(trafficState.open && closes);
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (!step || trafficState.kind !== 'split') return false;
  return sameWeight(trafficState.weight, step.weight) && trafficState.most === undefined;
}

/** The change that explains a weight other than the step's. */
export function unexpectedWeight(index: number, step: Step, split: Split): ExternalChange {
  return { ...split, kind: 'weight', step: index + 1, expected: step.weight };
}

/**
 * Whether the weight of some of several aliases was lowered outside this rollout. Aliases move together or
 * not at all, so the others are rolled back too. Otherwise they would keep serving the new version without
 * monitoring. `by`: the weights that the run itself may have set on each of them.
 */
export function isPartlyLowered(
  { weight, most }: Split,
  by: { /** In %. */ readonly least: number /** In %. */; readonly most: number },
): boolean {
  return most !== undefined && weight < by.least && most <= by.most;
}

/** The change that explains a promotion that is no longer complete. */
export function reopened(trafficState: Exclude<Owned, { kind: 'stable' }>): ExternalChange {
  return trafficState.kind === 'split'
    ? { kind: 'reopened', weight: weightOf(trafficState) }
    : { kind: 'reopened' };
}

/** Whether an earlier run stored that it had seen the goal of this phase. */
export function isMarkedReached(phase: Phase): boolean {
  return phase.reached === true;
}

/** The same phase with that mark. */
export function markReached(phase: Phase): Phase {
  return { ...phase, reached: true };
}

/**
 * The rollout for a run that takes it over. A schedule must not undo what a person changed since the last run, and nor
 * may a promotion. A release that a person runs again is the way to shift again, so it passes over the mark.
 */
export function asTakenOver(rollout: StoredRollout, command: string): StoredRollout {
  const { phase } = rollout;
  if (command === 'advance' || command === 'promote' || !isMarkedReached(phase)) return rollout;
  const { reached: _, ...unmarked } = phase as Phase & { readonly reached?: true };
  return { ...rollout, phase: unmarked };
}
