// Seconds of which lines are still arriving. They may show that the canary fails, but never that it is healthy.

import type { Counts } from './counts.ts';
import { type LogSeconds, type SecondCounts, stablePerCanary } from './seconds.ts';

/** What is missing of stable is seen in so many seconds together. */
const WINDOW_SECONDS = 30;
/** In standard deviations: fewer requests of stable than that are no chance. */
const CLEARLY = 3;

/**
 * The seconds with everything that has not arrived counted in the canary's favour. A request is logged after its end,
 * so failures that time out are shown later than others, and in an incident one version may fail at once while the other
 * hangs. So stable is given at least its usual failures; and if clearly fewer of its requests are shown than of the
 * canary's, by their shares, the rest of them will fail. Settled seconds are as they are.
 *
 * All of this only lowers the evidence against the canary. Its own missing requests are in no factor of the test.
 *
 * @param usual stable's usual error rate, 0 to 1
 */
export function inFavourBySecond(
  { counted, settledUntil }: LogSeconds,
  usual: number,
): readonly SecondCounts[] {
  const window = { canary: 0, expected: 0, requests: 0, events: 0 };
  const change = ({ canary, stable, ...one }: SecondCounts, sign: 1 | -1) => {
    window.canary += sign * canary.requests;
    window.expected += sign * canary.requests * stablePerCanary(one);
    window.requests += sign * stable.requests;
    window.events += sign * stable.events;
  };
  const isEarlier = ({ second }: SecondCounts) => second < settledUntil - WINDOW_SECONDS;
  let first = Math.max(0, counted.findLastIndex(isEarlier));
  const from = first;
  return counted.map((one, i) => {
    if (i < from) return one;
    change(one, 1);
    for (; counted[first]!.second <= one.second - WINDOW_SECONDS; first++)
      change(counted[first]!, -1);
    if (one.second < settledUntil) return one;
    return { ...one, stable: favoured(one, window, usual) };
  });
}

interface Window {
  readonly canary: number;
  /** Requests of stable, by the canary's. */
  readonly expected: number;
  readonly requests: number;
  readonly events: number;
}

function favoured(one: SecondCounts, window: Window, usual: number): Counts {
  const { requests, events } = one.stable;
  const missing = window.expected - window.requests;
  const isClear = missing > (CLEARLY * window.expected) / Math.sqrt(window.canary);
  const running = isClear
    ? (missing / window.expected) * one.canary.requests * stablePerCanary(one)
    : 0;
  const yet = Math.max(0, usual - window.events / Math.max(1, window.requests));
  return { requests: requests + running, events: events + yet * requests + running };
}
