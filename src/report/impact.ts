// The impact on users: how many requests failed that the previous version would have served correctly.

import { type Evidence, type MeasureSource, sameSource } from '../analysis/evidence.ts';
import { must } from '../base/assert.ts';
import type { WeightChange } from '../rollout/weights.ts';
import type { Impact, Points, SeriesReport } from './counted-series.ts';
import { count } from './format.ts';

interface Side {
  readonly requests: Points;
  readonly events: Points;
}

interface Suspect {
  readonly source: MeasureSource;
  readonly canary: Side;
  readonly stable: Side;
}

/**
 * The impact of the new version on users; `undefined` if the counts show nothing beyond chance. The impact
 * begins at the point from which the evidence for it adds up to the most.
 *
 * @param until when the last user was served the new version, in seconds since the epoch
 */
export function impactOf(
  series: SeriesReport,
  evidence: readonly Evidence[],
  weights: readonly WeightChange[],
  until: number,
): Impact | undefined {
  const { source, canary, stable } = suspectOf(series, evidence);
  const expected = expectedEvents(canary, stable);
  const excess = canary.events.map(
    (events, i) => (events ?? 0) - must(expected[i], 'each point has its expectation'),
  );
  const first = worstSuffix(suspicion(canary, expected));
  const counted = sum(excess.slice(first));
  if (counted < beyondChance(sum(expected.slice(first)))) return undefined;
  const { from, every } = series;
  const last = canary.requests.findLastIndex((requests) => (requests ?? 0) > 0);
  const since = from + first * every;
  const observation = exposure(weights, since, from + (last + 1) * every);
  const all = exposure(weights, since, until);
  return {
    source,
    since,
    requests: sum(canary.requests.slice(first)),
    events: sum(canary.events.slice(first)),
    excess: Math.round(counted),
    estimated: Math.round(counted * (observation > 0 ? Math.max(1, all / observation) : 1)),
  };
}

/** `about 18 requests failed because of it`. */
export function describeImpact({ source, estimated }: Impact): string {
  const requests = `${count(estimated)} request${estimated === 1 ? '' : 's'}`;
  return `about ${requests} ${HARM[source.kind]} because of it`;
}

/** What happened to requests, by what was compared. */
export const HARM = {
  errors: 'failed',
  'client-errors': 'got a 4XX response',
  latency: 'took longer',
  metric: 'went wrong',
  // Of users' requests, which are not probes.
  probes: 'failed',
} as const;

/** The comparison that failed, or else the errors. */
function suspectOf(series: SeriesReport, evidence: readonly Evidence[]): Suspect {
  // What probes met is no harm to users.
  const failing = evidence.filter((e) => e.verdict === 'failing' && e.source.kind !== 'probes');
  const named = series.comparisons.find((comparison) =>
    failing.some(({ source }) => sameSource(source, comparison.source)),
  );
  if (named && (named.source.kind !== 'errors' || named.source.scope)) return named;
  const { canary, stable } = series;
  return {
    source: { kind: 'errors' },
    canary: { requests: canary.requests, events: canary.errors },
    stable: { requests: stable.requests, events: stable.errors },
  };
}

/** The events that the canary's requests would have had at stable's rate in the same minute. */
function expectedEvents(canary: Side, stable: Side): number[] {
  const overall = sum(stable.events) / Math.max(1, sum(stable.requests));
  return canary.requests.map((requests, i) => {
    const others = stable.requests[i] ?? 0;
    const rate = others > 0 ? (stable.events[i] ?? 0) / others : overall;
    return (requests ?? 0) * rate;
  });
}

/**
 * The evidence of each point for the overall increase of the rate over stable's: the log likelihood ratio of
 * Poisson counts. A single error among few requests counts little.
 */
function suspicion(canary: Side, expected: readonly number[]): number[] {
  const ratio = Math.max(1.1, (sum(canary.events) + 1) / (sum(expected) + 1));
  return expected.map((mean, i) => (canary.events[i] ?? 0) * Math.log(ratio) - mean * (ratio - 1));
}

/** The index from which the remaining values add up to the most. */
function worstSuffix(values: readonly number[]): number {
  let total = 0;
  let most = 0;
  let first = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    total += values[i] ?? 0;
    if (total > most) [most, first] = [total, i];
  }
  return first;
}

/** Two standard deviations of a Poisson count, plus more than a single event. */
function beyondChance(expected: number): number {
  return 2 + 2 * Math.sqrt(expected);
}

/** The canary's exposure between two times: seconds multiplied by weight. */
function exposure(weights: readonly WeightChange[], from: number, to: number): number {
  return sum(
    weights.map(({ at, weight }, i) => {
      const end = Math.min(to, weights[i + 1]?.at ?? to);
      return weight * Math.max(0, end - Math.max(at, from));
    }),
  );
}

function sum(values: Points): number {
  return values.reduce((total: number, value) => total + (value ?? 0), 0);
}
