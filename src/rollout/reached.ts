// What a run has itself brought about, and finds changed, was changed by somebody: it is left to them.

import type { ExternalChange } from './cause.ts';
import type { Phase } from './phase.ts';
import { type Plan, type Step, sameWeight } from './plan.ts';
import { type Ours, type TrafficState, weightOf } from './traffic-state.ts';

export type Split = Extract<TrafficState, { kind: 'split' }>;

/** Whether all that the phase was to bring is there. */
export function isReached({
  plan,
  phase,
  trafficState,
  closes,
}: {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly trafficState: TrafficState;
  /** The promotion is to close the canary. */
  readonly closes: boolean;
}): boolean {
  if (phase.kind === 'baking')
    return trafficState.kind === 'promoted' && !(trafficState.open && closes);
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (!step || trafficState.kind !== 'split') return false;
  return sameWeight(trafficState.weight, step.weight) && trafficState.most === undefined;
}

/** For a run that found another weight than its step's. */
export function strangeWeight(index: number, step: Step, split: Split): ExternalChange {
  return { ...split, kind: 'weight', step: index + 1, expected: step.weight };
}

/**
 * Whether somebody took traffic off some of several aliases and left the others. They move together or not at
 * all, so the others follow: they would otherwise keep serving the new version, with nobody monitoring it.
 * `by`: what the run may itself have given each of them.
 */
export function isPartlyBraked(
  { weight, most }: Split,
  by: { /** Per cent. */ readonly least: number /** Per cent. */; readonly most: number },
): boolean {
  return most !== undefined && weight < by.least && most <= by.most;
}

/** For a run that found its own promotion changed. */
export function reopened(trafficState: Exclude<Ours, { kind: 'stable' }>): ExternalChange {
  return trafficState.kind === 'split'
    ? { kind: 'reopened', weight: weightOf(trafficState) }
    : { kind: 'reopened' };
}
