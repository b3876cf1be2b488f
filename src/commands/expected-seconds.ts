// How long a release takes, by its inputs alone: before preflight, nothing else is known.

import { closingSeconds } from '../analysis/closed.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { plannedReading } from '../rollout/bake.ts';
import { planSeconds } from '../rollout/plan.ts';

/** @param longestAnswerSeconds the longest response time of the functions, if it is known */
export function expectedSeconds(
  { command, holdSeconds, steps, advance, bakeSeconds, analysis }: Inputs,
  longestAnswerSeconds = 0,
): number {
  if (command === 'start') return holdSeconds;
  const closing = closingSeconds(longestAnswerSeconds);
  return planSeconds({
    // The hold-back does not change how long the release takes.
    steps: steps === 'auto' ? [] : steps,
    advance,
    bakeSeconds,
    ...plannedReading(bakeSeconds, analysis === 'enforce', closing),
  });
}
