// How long a run that continues a rollout still takes.

import { bakeEnd } from './bake.ts';
import { planSeconds } from './plan.ts';
import { partFrom } from './plan-parts.ts';
import type { StoredRollout } from './record.ts';
import type { RunScope } from './situation.ts';

/** One check with its shift, generously. */
const CHECK_SECONDS = 60;

/** In seconds, if no step is extended. */
export function restOfRun(rollout: StoredRollout, scope: RunScope, now: number): number {
  switch (scope.kind) {
    case 'one-check':
      return CHECK_SECONDS;
    case 'hold':
      return Math.max(0, scope.until - now);
    case 'promote':
      return restOfBake(rollout, now) ?? planSeconds({ ...rollout.record.plan, steps: [] });
    case 'to-the-end':
      return restOfBake(rollout, now) ?? restOfPlan(rollout, now);
  }
}

/** `undefined` before the bake. */
function restOfBake(rollout: StoredRollout, now: number): number | undefined {
  const end = bakeEnd(rollout);
  const { readSeconds = 0 } = rollout.record.plan;
  return end === undefined ? undefined : Math.max(0, end + readSeconds - now);
}

/** A run ends at the next approval. */
function restOfPlan({ record: { plan }, phase }: StoredRollout, now: number): number {
  if (phase.kind !== 'step') return partFrom(plan, 0).seconds;
  return Math.max(0, partFrom(plan, phase.index).seconds - (now - phase.since));
}
