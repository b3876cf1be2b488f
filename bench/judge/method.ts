// A judge under test: it reads a rollout minute by minute, and may roll it back once.

import type { MinuteCounts } from '../../src/analysis/counts.ts';
import type { Rollout } from './rollout.ts';

export interface Method {
  readonly name: string;
  /** Starts judging a rollout: returns for each minute, in order, whether to roll back. */
  watch(rollout: Rollout): (minute: MinuteCounts) => boolean;
  /** For a slow method, only one of that many rollouts is used; default 1. */
  readonly every?: number;
}

/** The minute in which the method rolled back, or Infinity. */
export function rolledBackAt(method: Method, rollout: Rollout): number {
  const decides = method.watch(rollout);
  for (const minute of rollout.minutes) if (decides(minute)) return minute.minute;
  return Number.POSITIVE_INFINITY;
}
