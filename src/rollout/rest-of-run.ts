// How long a run that continues a rollout still takes.

import type { RunScope } from './decide.ts';
import type { Phase } from './phase.ts';
import { type Plan, planSeconds } from './plan.ts';
import type { StoredRollout } from './record.ts';

/** One check with its shift, generously. */
const CHECK_SECONDS = 60;

/** In seconds, if no step is extended. */
export function restOfRun(
  { record: { plan }, phase }: StoredRollout,
  scope: RunScope,
  now: number,
): number {
  switch (scope.kind) {
    case 'one-check':
      return CHECK_SECONDS;
    case 'hold':
      return Math.max(0, scope.until - now);
    case 'promote':
      return phase.kind === 'baking' ? rest(plan, phase, now) : planSeconds({ ...plan, steps: [] });
    case 'to-the-end':
      return rest(plan, phase, now);
  }
}

function rest(plan: Plan, phase: Phase, now: number): number {
  if (phase.kind === 'preparing') return planSeconds(plan);
  const steps = phase.kind === 'step' ? plan.steps.slice(phase.index) : [];
  return Math.max(0, planSeconds({ ...plan, steps }) - (now - phase.since));
}
