// The path of a rollout in one line: the completed, current and remaining steps.

import { type Plan, sameWeight } from '../rollout/plan.ts';
import type { Outcome, Report } from './report.ts';
import { BAKE_LABEL, isAfterPromotion, stepLabel } from './step-label.ts';

type Mark = 'done' | 'here' | 'held' | 'broke' | 'ahead';

const SIGNS: Readonly<Record<Mark, string>> = {
  done: '✅ ',
  here: '⏳ ',
  held: '⏸️ ',
  broke: '❌ ',
  ahead: '',
};

/** Steps shown on each side of the current one. */
const AROUND = 3;

/** `✅ 5% → ⏳ 25% → 50% → promotion`; empty for a plan without a split. */
export function stepPath({ outcome, plan, weights, steps }: Report): string {
  if (plan.steps.length === 0) return '';
  const current = steps.at(-1);
  const promoted = current !== undefined && isAfterPromotion(current);
  const bakes = plan.heldBack !== true || current?.label === BAKE_LABEL;
  const stations = [
    ...plan.steps.map((_, index) => stepLabel(plan, index)),
    'promotion',
    ...(bakes ? [BAKE_LABEL] : []),
  ];
  const at = promoted ? stations.length - 1 : reached(plan, weights);
  const marked = stations.map((name, i) => `${SIGNS[markOf(outcome, i, at)]}${name}`);
  const from = Math.max(0, Math.min(at - AROUND, marked.length - 2 * AROUND - 1));
  const to = Math.max(from + 2 * AROUND + 1, at + AROUND + 1);
  const shown = marked.slice(from, to);
  return [...(from > 0 ? ['…'] : []), ...shown, ...(to < marked.length ? ['…'] : [])].join(' → ');
}

/** The index of the last step whose weight was set; -1 before the first. */
function reached(plan: Plan, weights: Report['weights']): number {
  return plan.steps.findLastIndex((step) =>
    weights.some(({ weight }) => sameWeight(weight, step.weight)),
  );
}

function markOf(outcome: Outcome, station: number, at: number): Mark {
  if (outcome === 'promoted' || station < at) return 'done';
  if (station > at) return 'ahead';
  if (outcome === 'running') return 'here';
  return outcome === 'held' ? 'held' : 'broke';
}
