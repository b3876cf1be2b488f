// What a canary has cost until now: in the minutes that are counted, and in those that are not yet.

import { compare } from './comparison.ts';
import type { MinuteCounts } from './counts.ts';

/** The closed minutes whose difference is taken to have gone on. */
const RECENT_MINUTES = 10;

/**
 * The canary's events that stable's rate does not explain, from the first minute until now; below 0
 * where it has fewer. Two minutes or more are not closed when a rollback is decided, and cost as
 * much: the last difference is taken to have gone on in them.
 *
 * @param unseen what the canary was given since the last closed minute, in minutes of all traffic
 */
export function expectedExcess(minutes: readonly MinuteCounts[], unseen: number): number {
  const last = minutes.at(-1);
  const counted = compare(minutes).excessEvents;
  const { difference } = compare(minutes.slice(-RECENT_MINUTES));
  if (!last || Number.isNaN(difference)) return counted;
  return counted + difference * unseen * (last.canary.requests + last.stable.requests);
}
