// What a rollout will do, fixed before anything is touched.

/** A weight, and how long it is held before the next one. */
export interface Step {
  /** Per cent of the traffic that the canary takes, above 0, at most 100, to two decimals. */
  readonly weight: number;
  readonly holdSeconds: number;
}

export interface Plan {
  /** Ascending by weight. Empty: promote without a split. */
  readonly steps: readonly Step[];
  /** How long the promoted version is watched before the rollout ends. */
  readonly bakeSeconds: number;
}

/** Seconds from the first shift to the end of the bake, if nothing is held up. */
export function planSeconds(plan: Plan): number {
  return plan.steps.reduce((sum, step) => sum + step.holdSeconds, plan.bakeSeconds);
}

/** The words for a weight: `5%`, `12.25%`. */
export function formatWeight(weight: number): string {
  return `${Number(weight.toFixed(2))}%`;
}
