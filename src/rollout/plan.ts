// What a rollout will do, fixed before anything is touched.

/** A weight, and how long it is held before the next one. */
export interface Step {
  /** Per cent of the traffic that the canary takes, above 0, at most 100, to two decimals. */
  readonly weight: number;
  readonly holdSeconds: number;
}

/** When a step may end. */
export type Advance =
  /** When its time is over; a step that saw too little is extended, up to `maxSeconds` if given. */
  | { readonly kind: 'time'; readonly maxSeconds: number | undefined }
  /** As soon as the new version is shown not to be worse, between these two. */
  | { readonly kind: 'evidence'; readonly minSeconds: number; readonly maxSeconds: number };

export interface Plan {
  /** Ascending by weight. Empty: promote without a split. */
  readonly steps: readonly Step[];
  readonly advance: Advance;
  /** How long the promoted version is watched before the rollout ends. */
  readonly bakeSeconds: number;
  /**
   * How long after the bake its last minute has been read at the latest, which the rollout waits for;
   * absent where nothing is judged by it, and in plans of earlier releases.
   */
  readonly readSeconds?: number;
}

/** Between which two times after its beginning a step may end, in seconds. */
export interface StepWindow {
  readonly earliest: number;
  /** When the policy for inconclusive evidence decides. */
  readonly latest: number;
}

/**
 * How long a step is extended while its evidence is inconclusive, unless the plan says otherwise. The
 * first whole minute of even the shortest step ends within two minutes, and CloudWatch shows a minute
 * of API Gateway or Lambda up to two minutes after it is over.
 */
export const EXTENSION_SECONDS = 240;

export function stepWindow({ advance }: Plan, step: Step): StepWindow {
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
  const usual = (step: Step) =>
    plan.advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
  const { bakeSeconds, readSeconds = 0 } = plan;
  return plan.steps.reduce((sum, step) => sum + usual(step), bakeSeconds + readSeconds);
}

/** The words for a weight: `5%`, `12.25%`. */
export function formatWeight(weight: number): string {
  return `${Number(weight.toFixed(2))}%`;
}

/** API Gateway keeps two decimals at least; compare with a tolerance below them. */
export function sameWeight(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}
