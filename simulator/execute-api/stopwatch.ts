// Real time, finer than the steps of the simulated clock: at rate 60, one real millisecond is sixty simulated
// ones.

import { performance } from 'node:perf_hooks';

/** Starts now; each call returns the real milliseconds since then. */
export function startStopwatch(): () => number {
  const startedAt = performance.now();
  return () => performance.now() - startedAt;
}
