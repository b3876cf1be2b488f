// The outcome of commands that only read. They never shift anything, so they have nothing to stop or to leave undone.

import { formatDuration } from '../base/duration.ts';
import { type Plan, planSeconds } from '../rollout/plan.ts';

/** What the planned release would do. */
export type PlannedEffect =
  | { readonly kind: 'release' | 'uncertain' }
  /** There is nothing to compare with, so it has no steps and no bake. */
  | { readonly kind: 'first' }
  /** Everything is served already. */
  | { readonly kind: 'nothing'; readonly why: string };

export function plannedText(plan: Plan, effect: PlannedEffect): string {
  if (effect.kind === 'nothing')
    return `No problems found, and there is nothing to release: ${effect.why}.`;
  if (effect.kind === 'first')
    return 'No problems found; the first version would get all traffic immediately.';
  const seconds = planSeconds(plan);
  if (seconds === 0)
    return 'No problems found; the release would shift all traffic at once, without a bake.';
  const about = plan.requests === undefined ? 'at least' : 'about';
  return `No problems found; the release would take ${about} ${formatDuration(seconds)}.`;
}

/** A plan says what a release would do. */
export function planRefusedText(problems: readonly string[]): string {
  return problems.length > 1
    ? `A release would be refused, because of ${problems.length} problems.`
    : `A release would be refused: ${problems[0] ?? 'the current state could not be read'}`;
}

export function statusRefusedText(problem: string): string {
  return `There is no state to show: ${problem}`;
}
