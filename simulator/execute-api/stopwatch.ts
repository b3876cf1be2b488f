// Real time, finer than the steps of the simulated clock: at sixtyfold speed one real millisecond is
// sixty simulated ones.

import { performance } from 'node:perf_hooks';

/** Started now; each reading is the real milliseconds since then. */
export function startStopwatch(): () => number {
  const startedAt = performance.now();
  return () => performance.now() - startedAt;
}
