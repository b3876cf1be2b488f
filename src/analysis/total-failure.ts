// A total failure is not a blip: where nearly every request of the canary fails, no second minute has to agree.

import type { Counts, MinuteCounts } from './counts.ts';

/** Nearly every request: this share of the canary's, 0 to 1. */
const NEARLY_ALL = 0.9;
/** Stable does not fail like that: at least this share of its requests succeeded, 0 to 1. */
const STABLE_SUCCEEDED = 0.5;
/** For so long, measured in requests that the canary usually gets in that time. */
const SECONDS = 36;
const LEAST_REQUESTS = 10;

/**
 * Whether nearly every request of the canary failed in a minute, for most of it. A new server that needs some
 * seconds to start is not that, and neither is a minute of which hardly anything has arrived: stable’s requests may
 * be about to fail.
 *
 * @param last the minute before, whose traffic is the measure of a minute
 */
export function isTotalFailure(minute: MinuteCounts, last: MinuteCounts | undefined): boolean {
  const { canary, stable, weight, weightBefore } = minute;
  const perMinute = Math.max(traffic(minute), last ? traffic(last) : 0);
  const usual = (perMinute * Math.max(weight, weightBefore)) / 100;
  return (
    canary.requests >= Math.max(LEAST_REQUESTS, (usual * SECONDS) / 60) &&
    canary.events >= NEARLY_ALL * canary.requests &&
    stable.requests - stable.events >= STABLE_SUCCEEDED * (perMinute - usual)
  );
}

function traffic({ canary, stable }: { readonly canary: Counts; readonly stable: Counts }): number {
  return canary.requests + stable.requests;
}
