// The weight that stood at a time, out of those that were set.

import type { WeightChange } from '../rollout/weights.ts';

/** Per cent on the new version; 0 before the first shift. */
export function weightNow(weights: readonly WeightChange[], at: number): number {
  return weights.findLast((change) => change.at <= at)?.weight ?? 0;
}
