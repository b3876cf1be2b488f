// When a rollout runs a hook: before any traffic, before each further change, and after the last one. The
// phase determines which hook runs.

import type { HookPoint } from '../analysis/evidence.ts';
import type { Phase } from './phase.ts';

/** The state of a phase's hook in this run. */
export type HookState =
  /** There is no hook, or it has passed. */
  | 'clear'
  /** The hook must run, or is still running. */
  | 'due'
  | 'failed';

const POINTS: Readonly<Record<Phase['kind'], HookPoint>> = {
  preparing: 'pre-traffic',
  step: 'step',
  baking: 'post-traffic',
};

/** The hook that ends a phase or, for the bake, begins it. */
export function hookPointOf(phase: Phase): HookPoint {
  return POINTS[phase.kind];
}
