// The counts of logs, by the second, while traffic is split.

import type { CountTable, EventSeries, Split } from '../analysis/count-table.ts';
import type { Counts } from '../analysis/counts.ts';
import { type LogSeconds, type SecondCounts, stablePerCanary } from '../analysis/seconds.ts';
import type { StoredRollout } from './record.ts';
import { servedSince, weightAt, weightChanges } from './weights.ts';

/** As for minutes: a change of the weight may take this long to reach every server. */
const PROPAGATION_SECONDS = 60;
/** A shift is made before AWS answers, and its clock is not this one. */
const EARLIER_SECONDS = 5;

/**
 * Pairs the two sides of a row of the logs.
 *
 * @param readUntil every second before it has been read from each log
 */
export function splitBySecond(
  { closedUntil }: Pick<CountTable, 'closedUntil'>,
  { canary, stable }: Omit<Split, 'promoted'>,
  rollout: StoredRollout,
  readUntil: number,
): LogSeconds {
  const served = servedSince(rollout) ?? Number.POSITIVE_INFINITY;
  const changes = weightChanges(rollout).map(({ at, weight }) => ({
    at: Math.floor(at) - EARLIER_SECONDS,
    weight,
  }));
  const isRead = (second: number) =>
    second < readUntil && !canary.incomplete?.has(second) && !stable.incomplete?.has(second);
  const isSplit = ({ weight, weightBefore }: SecondCounts) =>
    weight > 0 && Math.max(weight, weightBefore) < 100;
  const counted = secondsOf([canary, stable])
    .filter((second) => second >= served - EARLIER_SECONDS && isRead(second))
    .map((second): SecondCounts => {
      const shift = changes.findLast(({ at }) => at <= second)?.at ?? second;
      const weights = {
        weight: weightAt(changes, second),
        weightBefore: weightAt(changes, second - PROPAGATION_SECONDS),
      };
      const own = countsAt(canary, second);
      const other = countsAt(stable, second);
      return {
        second,
        canary: own,
        // Where only the failures of stable are read, the canary's requests tell how many there were.
        stable: stable.requests.size > 0 ? other : withRequests(other, own, weights),
        ...weights,
        afterShift: Math.max(0, second - shift - EARLIER_SECONDS),
      };
    })
    .filter(isSplit);
  return { counted, settledUntil: closedUntil };
}

function secondsOf(sides: readonly EventSeries[]): readonly number[] {
  const seconds = sides.flatMap(({ requests, events }) => [...requests.keys(), ...events.keys()]);
  return [...new Set(seconds)].sort((a, b) => a - b);
}

function countsAt({ requests, events }: EventSeries, second: number): Counts {
  const failed = events.get(second) ?? 0;
  return { requests: Math.max(failed, requests.get(second) ?? 0), events: failed };
}

function withRequests(
  { events }: Counts,
  canary: Counts,
  weights: Pick<SecondCounts, 'weight' | 'weightBefore'>,
): Counts {
  return { requests: Math.max(events, canary.requests * stablePerCanary(weights)), events };
}
