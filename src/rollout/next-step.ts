// When a rollout that is left open may go further.

import { stepWindow } from './plan.ts';
import type { Remembered } from './record.ts';

/**
 * The earliest time of the next shift, of the promotion, or of the end of the bake, in seconds since
 * the epoch; `undefined` while it is paused, or waits for nothing.
 */
export function nextStepAt({ phase, paused, record: { plan } }: Remembered): number | undefined {
  if (phase.kind === 'baking') return phase.since + plan.bakeSeconds;
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (phase.kind !== 'step' || !step || paused) return undefined;
  return phase.since + stepWindow(plan, step).earliest;
}
