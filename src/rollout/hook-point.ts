// Where a rollout asks a hook: before any traffic, before each further change of it, and after the
// last. Which of them is asked follows from the phase.

import type { HookPoint } from '../analysis/evidence.ts';
import type { Phase } from './phase.ts';

/** What has become of a phase's hook in this run. */
export type HookState =
  /** None is wanted, or it has passed. */
  | 'clear'
  /** To be asked, or still being asked. */
  | 'due'
  | 'failed';

const POINTS: Readonly<Record<Phase['kind'], HookPoint>> = {
  preparing: 'pre-traffic',
  step: 'step',
  baking: 'post-traffic',
};

/** The hook that ends a phase, or, for the bake, begins it. */
export function hookPointOf(phase: Phase): HookPoint {
  return POINTS[phase.kind];
}
