import type { SecondCounts } from '../../../src/analysis/seconds.ts';

/** A second at a steady weight. */
export function second(
  at: number,
  weight: number,
  canary: readonly [requests: number, events: number],
  stable: readonly [requests: number, events: number],
): SecondCounts {
  return {
    second: at,
    canary: { requests: canary[0], events: canary[1] },
    stable: { requests: stable[0], events: stable[1] },
    weight,
    weightBefore: weight,
    afterShift: at,
  };
}

/** This many seconds with the same counts. */
export function seconds(
  times: number,
  weight: number,
  canary: readonly [number, number],
  stable: readonly [number, number],
  from = 0,
): SecondCounts[] {
  return Array.from({ length: times }, (_, i) => second(from + i, weight, canary, stable));
}
