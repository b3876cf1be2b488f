// The plan of a rollout, fixed before anything is changed.

import { must } from '../base/assert.ts';

/** A weight, and how long it is held before the next one. */
export interface Step {
  /** % of the traffic on the canary: above 0, at most 100, with up to two decimals. */
  readonly weight: number;
  readonly holdSeconds: number;
}

/** When a step may end. */
export type Advance =
  /** When its time is over. A step with too little data is extended, up to `maxSeconds` if given. */
  | { readonly kind: 'time'; readonly maxSeconds: number | undefined }
  /** As soon as the new version is shown not to be worse, between these two times. */
  | { readonly kind: 'evidence'; readonly minSeconds: number; readonly maxSeconds: number };

export interface Plan {
  /** Ascending by weight. If empty, the release is promoted without a split. */
  readonly steps: readonly Step[];
  readonly advance: Advance;
  /** How long the new version is monitored at the end of the rollout. */
  readonly bakeSeconds: number;
  /**
   * The last step is the bake: stable keeps a share of the traffic through it, so that the comparison continues
   * (decision 32). Absent if the bake follows the promotion, and in plans of earlier versions.
   */
  readonly heldBack?: true;
  /**
   * The maximum time after the bake that the rollout waits until its last minute has been read. Absent if the
   * bake is not judged by its counts, and in plans of earlier versions.
   */
  readonly readSeconds?: number;
  /**
   * The steps wait for this many canary requests each, because there are only a few requests a minute. Their times are
   * what that takes with the traffic of the last day. Absent if the clock ends the steps.
   */
  readonly requests?: number;
  /** Where the rollout waits for a person; absent: nowhere. */
  readonly approvals?: PlannedApprovals;
}

/** The weights that a person must approve. */
export interface PlannedApprovals {
  /** Ascending, in %: the weight stays below each until it is approved. 0: no user is served before. */
  readonly at: readonly number[];
  /** Who may approve: `CODEOWNERS services/orders`, or `@octo-org/releases, @maria`; absent: who may write. */
  readonly by?: string;
  /** The way to the new version is shown while it waits at 0%. */
  readonly door?: true;
}

/** The earliest and latest end of a step, in seconds after its start. */
export interface StepWindow {
  readonly earliest: number;
  /** When the policy for inconclusive evidence applies. */
  readonly latest: number;
}

/**
 * How long a step is extended while its evidence is inconclusive, unless the plan sets a limit. The first
 * whole minute of even the shortest step ends within two minutes, and CloudWatch publishes a minute of API
 * Gateway or Lambda up to two minutes after its end.
 */
export const EXTENSION_SECONDS = 240;

/** How many canary requests a step waits for; 0: the clock ends it, as it ends the bake. */
export function requestsFor(plan: Plan, step: Step): number {
  return isBake(plan, plan.steps.indexOf(step)) ? 0 : (plan.requests ?? 0);
}

/** A step that waits for requests ends no sooner, however fast they come. */
const LEAST_WAIT_SECONDS = 600;
/** A step that waits for requests is extended to this many times what it takes with the usual traffic. */
export const LONGEST_WAIT = 6;

/** The steps before the bake. */
export function rampOf({ steps, heldBack }: Pick<Plan, 'steps' | 'heldBack'>): readonly Step[] {
  return heldBack ? steps.slice(0, -1) : steps;
}

/** Whether the bake is this step of the plan. */
export function isBake({ steps, heldBack }: Plan, index: number): boolean {
  return heldBack === true && index === steps.length - 1;
}

/** The bake lasts its time: the evidence for the promotion was required before it. */
export function stepWindow(plan: Plan, step: Step): StepWindow {
  const { advance } = plan;
  if (isBake(plan, plan.steps.indexOf(step))) {
    return { earliest: step.holdSeconds, latest: step.holdSeconds + EXTENSION_SECONDS };
  }
  if (requestsFor(plan, step) > 0) {
    const earliest = Math.min(LEAST_WAIT_SECONDS, step.holdSeconds);
    return { earliest, latest: step.holdSeconds * LONGEST_WAIT };
  }
  if (advance.kind === 'evidence') {
    const { minSeconds, maxSeconds } = advance;
    return { earliest: minSeconds, latest: Math.max(minSeconds, maxSeconds) };
  }
  const earliest = step.holdSeconds;
  return {
    earliest,
    latest: Math.max(earliest, advance.maxSeconds ?? earliest + EXTENSION_SECONDS),
  };
}

/** Seconds from the first shift until the bake has been read to its end, if no step is extended. */
export function planSeconds(plan: Plan): number {
  const { bakeSeconds, readSeconds = 0, advance } = plan;
  const usual = (step: Step) =>
    advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
  return rampOf(plan).reduce((sum, step) => sum + usual(step), bakeSeconds + readSeconds);
}

/** Formats a weight: `5%`, `12.25%`. */
export function formatWeight(weight: number): string {
  return `${Number(weight.toFixed(2))}%`;
}

/** API Gateway stores at least two decimals, so the tolerance is smaller than that. */
export function sameWeight(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}

/** % on the canary before a step of the plan. */
export function weightBefore({ steps }: Plan, index: number): number {
  return index === 0 ? 0 : must(steps[index - 1], `the plan has step ${index}`).weight;
}
