// The names of the rows in the table of steps.

import { must } from '../base/assert.ts';
import { formatWeight, isBake, type Plan } from '../rollout/plan.ts';

/** The bake after the promotion. */
export const BAKE_LABEL = 'bake';
/** The time after a promotion that no bake follows. */
export const PROMOTED_LABEL = 'promoted';

/** `5%`; `95% (bake)`. */
export function stepLabel(plan: Plan, index: number): string {
  const { weight } = must(plan.steps[index], `the plan has step ${index + 1}`);
  return isBake(plan, index) ? `${formatWeight(weight)} (bake)` : formatWeight(weight);
}

export function isAfterPromotion({ label }: { readonly label: string }): boolean {
  return label === BAKE_LABEL || label === PROMOTED_LABEL;
}
