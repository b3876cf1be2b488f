// Whether a release would meet closed release hours or a freeze before its end.

import { type Closure, closureAt, opensAt, type ReleaseTimes } from '../calendar/release-times.ts';
import { isBake, type Plan, stepWindow } from '../rollout/plan.ts';

/** Where a release would stop. */
export interface ClosingAhead {
  /** When the release would begin, in seconds since the epoch. */
  readonly begins: number;
  /** When it would go further, if it could. */
  readonly at: number;
  /** The weight in % that it would keep until it opens, and the one that it would go to. */
  readonly from: number;
  readonly to: number;
  readonly closed: Closure;
}

/**
 * The first change of a release that would have to wait; `undefined`: none would.
 *
 * @param now seconds since the epoch; if it is closed then, the release begins when it opens
 */
export function closingAhead(
  times: ReleaseTimes,
  plan: Plan,
  now: number,
): ClosingAhead | undefined {
  const begins = opensAt(times, now);
  if (begins === undefined) return undefined;
  let from = 0;
  for (const { after, to } of changesOf(plan)) {
    const at = begins + after;
    const closed = closureAt(times, at);
    if (closed) return { begins, at, from, to, closed };
    from = to;
  }
  return undefined;
}

/** Every change of the weight, in seconds after the first one, if no step is extended. */
function changesOf(plan: Plan): readonly { readonly after: number; readonly to: number }[] {
  let after = 0;
  const steps = plan.steps.map((step, i) => {
    const change = { after, to: step.weight };
    const usual =
      plan.advance.kind === 'evidence' ? stepWindow(plan, step).latest : step.holdSeconds;
    after += isBake(plan, i) ? step.holdSeconds : usual;
    return change;
  });
  return [...steps, { after, to: 100 }];
}
