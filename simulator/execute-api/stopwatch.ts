// Latencies on the simulated clock, but finer than its steps: at sixtyfold speed one real
// millisecond is sixty simulated ones.

import { performance } from 'node:perf_hooks';
import type { Clock } from '../clock.ts';

/** Started now; each reading is the simulated milliseconds since then. */
export function startStopwatch({ settings }: Clock): () => number {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) * settings.rate;
}
