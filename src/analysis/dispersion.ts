// What the hour before the rollout says about the service: its usual rate and its clusters.

import { type Counts, sum } from './counts.ts';

/** Fewer events than this in the hour say nothing about clusters. */
const FEWEST_EVENTS = 10;
/** Standard deviations by which the spread must exceed what independent requests give. */
const NOTEWORTHY = 3;
const LARGEST = 50;

/**
 * The size of the clusters in which events come, from 1 (independent) to 50: the Fano factor of
 * the events per minute, by successive differences, so that a slow drift of the rate counts less
 * (von Neumann 1941). What breaks every test of counts is not a burst, which hits both arms, but
 * a cluster that falls on one arm: one broken server, a client that retries where it was sent.
 *
 * The minutes must lie before the rollout: a number that is fixed beforehand leaves the test valid.
 */
export function dispersionOf(minutes: readonly Counts[]): number {
  const { events } = sum(minutes);
  if (minutes.length < 2 || events < FEWEST_EVENTS) return 1;
  let squares = 0;
  for (let i = 1; i < minutes.length; i++) {
    squares += (minutes[i]!.events - minutes[i - 1]!.events) ** 2;
  }
  const mean = events / minutes.length;
  const fano = squares / (minutes.length - 1) / 2 / mean;
  const noise = Math.sqrt((3 + 1 / mean) / minutes.length);
  return fano < 1 + NOTEWORTHY * noise ? 1 : Math.min(LARGEST, fano);
}

/** Of a series with this baseline, where a setting may say otherwise. */
export function dispersionFor(before: readonly Counts[], setting: 'auto' | number): number {
  return setting === 'auto' ? dispersionOf(before) : setting;
}

/** The rate, 0 to 1, that 99 % of the minutes with requests stay at or below; 0 without any. */
export function peakRate(minutes: readonly Counts[]): number {
  const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
  rates.sort((a, b) => a - b);
  return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}
