// Why a rollout is rolled back, as one step leaves it to the next.

/** Why a rollout is rolled back, for whoever has to finish that. */
export interface Cause {
  readonly reason: string;
  /** Of the rollout, as `formatRolloutId` writes it; `undefined`: the run's own. */
  readonly of?: string;
}
