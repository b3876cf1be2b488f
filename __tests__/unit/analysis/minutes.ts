import type { MinuteCounts } from '../../../src/analysis/counts.ts';

/** A steady minute, or one whose weight was `before` at its start. */
export function minute(
  at: number,
  weight: number,
  canary: readonly [requests: number, events: number],
  stable: readonly [requests: number, events: number],
  before: number = weight,
): MinuteCounts {
  return {
    minute: at,
    canary: { requests: canary[0], events: canary[1] },
    stable: { requests: stable[0], events: stable[1] },
    weight,
    weightBefore: before,
  };
}

/** This many minutes with the same counts. */
export function repeat(
  times: number,
  weight: number,
  canary: readonly [number, number],
  stable: readonly [number, number],
  from = 0,
): MinuteCounts[] {
  return Array.from({ length: times }, (_, i) => minute(from + i, weight, canary, stable));
}
