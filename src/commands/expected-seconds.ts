// How long the run of a release takes, by its inputs alone: before preflight, nothing else is known.

import { closingSeconds } from '../analysis/closed.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { plannedReading } from '../rollout/bake.ts';
import { partFrom } from '../rollout/plan-parts.ts';

/** @param longestAnswerSeconds the longest response time of the functions, if it is known */
export function expectedSeconds(
  { command, holdSeconds, steps, advance, bakeSeconds, analysis, approvals }: Inputs,
  longestAnswerSeconds = 0,
): number {
  if (command === 'start') return holdSeconds;
  const closing = closingSeconds(longestAnswerSeconds);
  const plan = {
    // The hold-back does not change how long the release takes.
    steps: steps === 'auto' ? [] : steps,
    advance,
    bakeSeconds,
    ...plannedReading(bakeSeconds, analysis === 'enforce', closing),
    ...(approvals && { approvals }),
  };
  return partFrom(plan, 0).seconds;
}
