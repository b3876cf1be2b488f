// The canary's share of a minute's requests: the probability with which each of them was routed to it.

import type { MinuteCounts } from './counts.ts';
import { unequalShare } from './unequal-share.ts';

/** Below this many requests per minute, the observed share is mostly noise, and the configured one is used. */
export const SPARSE_BELOW = 50;

/** From this share of the canary on, 0 to 1, stable may have hardly any requests in a minute by chance. */
const SMALL_STABLE = 0.9;

/** Whether the minute has too few requests for its observed share to mean anything. */
export function isSparse(minute: MinuteCounts): boolean {
  return minute.canary.requests + minute.stable.requests < SPARSE_BELOW;
}

/**
 * The largest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the canary
 * worse use this one, because a larger share explains more of the canary's events by chance: the configured share, or
 * the observed one if it is larger by more than chance explains. So it also holds while counts are still arriving,
 * and where stable gets requests that nobody routed, such as health checks: these lower the observed share, but not
 * the chance that a failed request was routed to the canary.
 */
export function highShare(minute: MinuteCounts): number {
  if (minute.share === 'unequal') return unequalShare(minute).high;
  const configured = Math.max(minute.weight, minute.weightBefore) / 100;
  const observed = observedShare(minute);
  const tolerated = configured < SMALL_STABLE ? noise(configured, minute) : 0;
  return observed - configured > tolerated ? observed : configured;
}

/**
 * The smallest share, 0 to 1, that the canary can have had at any time in the minute. Tests that may find the
 * canary safe use this one: with too large a share, few events on the canary wrongly look good.
 */
export function lowShare(minute: MinuteCounts): number {
  if (minute.share === 'unequal') return unequalShare(minute).low;
  const configured = Math.min(minute.weight, minute.weightBefore) / 100;
  const observed = observedShare(minute);
  return configured - observed > noise(configured, minute) ? observed : configured;
}

/** A difference that one steady minute in forty exceeds by chance; any, if the minute is sparse. */
function noise(share: number, minute: MinuteCounts): number {
  const requests = minute.canary.requests + minute.stable.requests;
  return requests < SPARSE_BELOW ? 1 : 2 * Math.sqrt((share * (1 - share)) / requests);
}

function observedShare(minute: MinuteCounts): number {
  return minute.canary.requests / (minute.canary.requests + minute.stable.requests);
}
