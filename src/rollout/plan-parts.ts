// The parts of a plan between its approvals. Each ends its run, so each is as long as a job.

import { type Plan, planSeconds } from './plan.ts';

export interface PlanPart {
  /** The index of its first step; the number of steps: it is the promotion. */
  readonly next: number;
  /** The index of the step before which it ends, because that one must be approved; `undefined`: it is the last part. */
  readonly end: number | undefined;
  /** As `planSeconds`. */
  readonly seconds: number;
  /** What of that is after the bake. */
  readonly readSeconds: number;
}

/** In their order. A plan without approvals has one. */
export function partsOf(plan: Plan): readonly PlanPart[] {
  const ends = (plan.approvals?.at ?? []).map((at) => stepFrom(plan, at));
  const starts = [...new Set([0, ...ends])];
  return starts.map((next) => partFrom(plan, next));
}

/**
 * From a step to the next approval, or to the end.
 *
 * @param next the index of the step, which is approved; the number of steps: the promotion
 */
export function partFrom(plan: Plan, next: number): PlanPart {
  const { steps, approvals, heldBack, readSeconds = 0 } = plan;
  const weight = weightAt(plan, next);
  const approved = approvals?.at.find((at) => at > weight);
  const end = approved === undefined ? undefined : stepFrom(plan, approved);
  const withBake = heldBack ? next < steps.length && isEnd(plan, end) : end === undefined;
  const part = { ...plan, steps: steps.slice(next, end) };
  return {
    next,
    end,
    seconds: withBake ? planSeconds(part) : rampSeconds(part),
    readSeconds: withBake ? readSeconds : 0,
  };
}

function isEnd({ steps }: Plan, end: number | undefined): boolean {
  return end === undefined || end === steps.length;
}

/** Of steps that are no bake. */
function rampSeconds({ heldBack, readSeconds, ...plan }: Plan): number {
  return planSeconds({ ...plan, bakeSeconds: 0 });
}

/** The promotion has 100%. */
export function weightAt({ steps }: Pick<Plan, 'steps'>, index: number): number {
  return steps[index]?.weight ?? 100;
}

/** The first step that is not below a weight; the number of steps: the promotion. */
function stepFrom({ steps }: Plan, at: number): number {
  const index = steps.findIndex(({ weight }) => weight >= at);
  return index < 0 ? steps.length : index;
}
