// The interval that is shown next to a verdict.

import type { MinuteCounts } from './counts.ts';
import { type RatioInterval, ratioInterval } from './interval.ts';

/** The decision that the interval is shown with. */
export interface ShownDecision {
  readonly failing: boolean;
  /** The evidence that a rollback needs, in nats. */
  readonly threshold: number;
  readonly dispersion: number;
  readonly worse: 'more' | 'fewer';
  /** The canary's risk over stable's, whichever is worse; NaN if unknown. */
  readonly ratio: number;
  /** The smallest ratio that is worth a rollback. */
  readonly materialRatio: number;
}

export interface ShownInterval extends RatioInterval {
  /** The probability with which each end is true at all times, 0 to 1: that of the decision. */
  readonly level: number;
}

/**
 * The interval at the level of the decision, from the same minutes. The test bets on certain ratios, on late
 * regressions and, with few requests, on successes, and limits what one minute counts; the interval does none of it.
 * So one of them may come to a result before the other. The interval is left out then: it would contradict the
 * verdict next to it.
 */
export function shownInterval(
  minutes: readonly MinuteCounts[],
  decision: ShownDecision,
): ShownInterval | undefined {
  // It would be one of the share's bounds, not of what was observed.
  if (minutes.some(({ share }) => share !== undefined)) return undefined;
  const miss = Math.exp(-decision.threshold);
  const interval = ratioInterval(minutes, miss, decision.dispersion);
  return interval && agrees(interval, decision) ? { ...interval, level: 1 - miss } : undefined;
}

function agrees(
  { low, high }: RatioInterval,
  { failing, worse, ratio, materialRatio }: ShownDecision,
): boolean {
  const isWorse = worse === 'more' ? low > 1 : high < 1;
  if (failing) return isWorse;
  const size = worse === 'more' ? ratio : 1 / ratio;
  // A difference that is certain and small is no reason for a rollback.
  return !isWorse || size < materialRatio;
}
