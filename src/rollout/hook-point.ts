// Where a rollout asks a hook: before any traffic, before each further change of it, and after the
// last. Which of them is asked follows from the phase.

import type { Phase } from './phase.ts';

export type HookPoint =
  /** Everything is prepared, and no user is served the new version yet. */
  | 'pre-traffic'
  /** A step is over, and the next weight or the promotion is to follow. */
  | 'step'
  /** The new version takes all traffic, and is baked. */
  | 'post-traffic';

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
