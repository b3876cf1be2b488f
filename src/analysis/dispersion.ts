// The usual event rate of the service and the size of its event clusters, from the hour before the rollout.

import { type Counts, sum } from './counts.ts';

/** With fewer events in the hour, nothing can be said about clusters. */
const MIN_EVENTS = 10;
/** The spread must exceed that of independent requests by this many standard deviations. */
const NOTEWORTHY = 3;
const LARGEST = 50;

/**
 * The size of event clusters, from 1 (independent) to 50: the Fano factor of the events per minute, by
 * successive differences, so that a slow drift of the rate counts less (von Neumann 1941). A burst does not
 * break a test of counts, because it hits both sides. A cluster on one side does: one broken server, or a
 * client that retries on the version it was routed to.
 *
 * The minutes must be from before the rollout: a number that is fixed in advance keeps the test valid.
 */
export function dispersionOf(minutes: readonly Counts[]): number {
  const { events } = sum(minutes);
  if (minutes.length < 2 || events < MIN_EVENTS) return 1;
  let squares = 0;
  for (let i = 1; i < minutes.length; i++) {
    squares += (minutes[i]!.events - minutes[i - 1]!.events) ** 2;
  }
  const mean = events / minutes.length;
  const fano = squares / (minutes.length - 1) / 2 / mean;
  const noise = Math.sqrt((3 + 1 / mean) / minutes.length);
  return fano < 1 + NOTEWORTHY * noise ? 1 : Math.min(LARGEST, fano);
}

/** The cluster size for a series with this baseline, unless the setting is a number. */
export function dispersionFor(before: readonly Counts[], setting: 'auto' | number): number {
  return setting === 'auto' ? dispersionOf(before) : setting;
}

/** The rate, 0 to 1, that 99% of the minutes with requests do not exceed; 0 without any requests. */
export function peakRate(minutes: readonly Counts[]): number {
  const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
  rates.sort((a, b) => a - b);
  return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}
