// The usual event rate of the service and the size of its event clusters, from the hour before the rollout.

import { type Counts, sum } from './counts.ts';

/** With fewer events in the hour, nothing can be said about clusters. */
const MIN_EVENTS = 10;
/** The spread must exceed that of independent requests by this many standard deviations. */
const NOTEWORTHY = 3;
const LARGEST = 50;
/** The most edges of incidents: two incidents, or one that began and ended in the middle of a minute. */
const MOST_EDGES = 4;
/** An edge exceeds the spread of the other minutes by this many standard deviations. */
const CLEAR = 4;
/** A part of the hour with so many pairs of minutes is judged by itself, too. */
const LONG_PART = 10;

/**
 * The size of event clusters, from 1 (independent) to 50: the Fano factor of the events per minute, by
 * successive differences, so that a slow drift of the rate counts less (von Neumann 1941). A burst does not
 * break a test of counts, because it hits both sides. A cluster on one side does: one broken server, or a
 * client that retries on the version it was routed to.
 *
 * The edges of an incident are left out, because an incident is a burst: the rate rises, and stays there for minutes.
 * A cluster is over in the next minute. With edges left out, the longest calm must not be diluted by the incident, so
 * the parts of the hour are judged by themselves, too.
 *
 * The minutes must be from before the rollout: a number that is fixed in advance keeps the test valid.
 */
export function dispersionOf(minutes: readonly Counts[]): number {
  const { events } = sum(minutes);
  if (minutes.length < 2 || events < MIN_EVENTS) return 1;
  const counts = minutes.map((minute) => minute.events);
  const pairs = counts.slice(1).map((count, i): Pair => ({ before: counts[i]!, after: count }));
  const edges = clearEdges(counts, pairs);
  const parts = partsBetween(pairs, edges);
  const long = edges.length > 0 ? parts.filter((part) => part.length >= LONG_PART) : [];
  return Math.max(...[parts.flat(), ...long].map(clusterSize));
}

/** The events of two successive minutes. */
interface Pair {
  readonly before: number;
  readonly after: number;
}

function clusterSize(pairs: readonly Pair[]): number {
  const fano = fanoFactor(pairs);
  const level =
    pairs.reduce((all, { before, after }) => all + before + after, 0) / 2 / pairs.length;
  const noise = Math.sqrt((3 + 1 / level) / (pairs.length + 1));
  return fano >= 1 + NOTEWORTHY * noise ? Math.min(LARGEST, fano) : 1;
}

function fanoFactor(pairs: readonly Pair[]): number {
  let squares = 0;
  let level = 0;
  for (const { before, after } of pairs) {
    squares += (after - before) ** 2;
    level += before + after;
  }
  return squares / level;
}

/** The pairs with the edge of an incident between them, if any are clear, by their place. */
function clearEdges(counts: readonly number[], pairs: readonly Pair[]): readonly number[] {
  const steps = pairs
    .map((_, place) => ({ place, ...stepAt(counts, place) }))
    .filter(({ height }) => height > 0)
    .sort((a, b) => b.height - a.height)
    .slice(0, MOST_EDGES);
  const rest = pairs.filter((_, place) => !steps.some((step) => step.place === place));
  const size = Math.max(1, fanoFactor(rest) || 1);
  return steps
    .filter(({ height, level }) => height ** 2 > CLEAR ** 2 * size * level)
    .map(({ place }) => place);
}

/**
 * The change of the level between two successive minutes that the minutes around them do not reverse; 0 if they do.
 */
function stepAt(counts: readonly number[], place: number): { height: number; level: number } {
  const before = counts.slice(Math.max(0, place - 1), place + 1);
  const after = counts.slice(place + 1, place + 3);
  const height = Math.max(
    Math.min(...after) - Math.max(...before),
    Math.min(...before) - Math.max(...after),
  );
  return { height, level: (mean(before) + mean(after)) / 2 };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** The pairs before, between and after the edges, which are left out. */
function partsBetween(pairs: readonly Pair[], edges: readonly number[]): readonly Pair[][] {
  const ends = [...edges, pairs.length].sort((a, b) => a - b);
  return ends.map((end, i) => pairs.slice(i === 0 ? 0 : ends[i - 1]! + 1, end));
}

/**
 * The cluster size for a series with this baseline, unless the setting is a number.
 *
 * @param most the largest that is found out
 */
export function dispersionFor(
  before: readonly Counts[],
  setting: 'auto' | number,
  most: number = LARGEST,
): number {
  return setting === 'auto' ? Math.min(most, dispersionOf(before)) : setting;
}

/** The rate, 0 to 1, that 99% of the minutes with requests do not exceed; 0 without any requests. */
export function peakRate(minutes: readonly Counts[]): number {
  const rates = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
  rates.sort((a, b) => a - b);
  return rates[Math.ceil(0.99 * rates.length) - 1] ?? 0;
}
