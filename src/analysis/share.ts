// The canary's share of a minute's requests: the probability with which each of them was routed to it.

import { isSteady, type MinuteCounts } from './counts.ts';
import { unequalShare } from './unequal-share.ts';

/** Below this many requests per minute, the observed share is mostly noise, and the configured one is used. */
export const SPARSE_BELOW = 50;

/** Whether the minute has too few requests for its observed share to mean anything. */
export function isSparse(minute: MinuteCounts): boolean {
  return minute.canary.requests + minute.stable.requests < SPARSE_BELOW;
}

/**
 * The largest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the
 * canary worse use this one: a larger share explains more of the canary's events by chance. Which source is
 * used depends only on the number of requests, never on outcomes, so the choice costs no validity.
 */
export function highShare(minute: MinuteCounts): number {
  if (minute.share === 'unequal') return unequalShare(minute).high;
  const configured = minute.weight / 100;
  if (isSparse(minute)) return Math.max(configured, minute.weightBefore / 100);
  const observed = observedShare(minute);
  if (isSteady(minute)) return observed;
  return Math.max(observed, configured, minute.weightBefore / 100);
}

/**
 * The smallest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the
 * canary safe use this one: with too large a share, few events on the canary wrongly look good.
 */
export function lowShare(minute: MinuteCounts): number {
  if (minute.share === 'unequal') return unequalShare(minute).low;
  const configured = minute.weight / 100;
  if (isSparse(minute)) return Math.min(configured, minute.weightBefore / 100);
  const observed = observedShare(minute);
  if (isSteady(minute)) return observed;
  return Math.min(observed, configured, minute.weightBefore / 100);
}

function observedShare(minute: MinuteCounts): number {
  return minute.canary.requests / (minute.canary.requests + minute.stable.requests);
}
