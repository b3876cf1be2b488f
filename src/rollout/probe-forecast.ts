// What probes can detect, and when, whatever the traffic of users is.

import type { Counts } from '../analysis/counts.ts';
import { find } from '../analysis/finding.ts';
import { power } from '../analysis/power.ts';
import { probeMinute, probesMeasure } from '../analysis/probes-measure.ts';

export interface ProbeInput {
  /** Of each version. */
  readonly perMinute: number;
  /** Of the probes' test, 0 to 1. */
  readonly falseRollbackRate: number;
  readonly dispersion: number;
  /** How long traffic is split. */
  readonly splitSeconds: number;
}

export interface ProbeForecast {
  /** Minutes until a version that fails every probe is found; `undefined`: it may not be. */
  readonly total: number | undefined;
  /** The smallest share of failed probes that nine in ten releases find, 0 to 1; `undefined`: none. */
  readonly smallest: number | undefined;
  /** Minutes until a version that fails no probe is approved of; `undefined`: it may not be. */
  readonly cleared: number | undefined;
}

export function forecastProbes(input: ProbeInput): ProbeForecast {
  const { perMinute, falseRollbackRate, dispersion, splitSeconds } = input;
  // The first minute and the last are not whole, and a check may be late.
  const minutes = Math.max(0, Math.floor(splitSeconds / 60) - PARTLY);
  const found = power(
    minutes > 0 ? [{ weight: 50, minutes }] : [],
    { requestsPerMinute: 2 * perMinute, rate: 0, dispersion, apart: true },
    { falseRollbackRate, closingMinutes: 0, shownMinutes: 0, bakeMinutes: 0 },
  );
  return {
    total: minutesUntil('failing', perMinute, input, minutes),
    smallest: found.steps[0]?.smallest?.rate,
    cleared: minutesUntil('healthy', 0, input, minutes),
  };
}

const PARTLY = 1;

/** Whole minutes until nothing but this number of failed probes in each leads to the verdict. */
function minutesUntil(
  verdict: 'failing' | 'healthy',
  failed: number,
  { perMinute, falseRollbackRate, dispersion }: ProbeInput,
  most: number,
): number | undefined {
  const canary: Counts = { requests: perMinute, events: failed };
  const stable: Counts = { requests: perMinute, events: 0 };
  const all = Array.from({ length: most }, (_, i) => probeMinute(i, canary, stable));
  const measure = probesMeasure();
  const context = { falseRollbackRate, dispersion, warmUpSeconds: 0, nextWeight: 100, sound: true };
  const isReached = (minutes: number) => {
    const series = { minutes: all.slice(0, minutes), before: [] };
    const asked = measure.ask(series, context);
    return find(asked.series, asked.question).finding.verdict === verdict;
  };
  const first = all.findIndex((_, i) => isReached(i + 1));
  return first < 0 ? undefined : first + 1;
}

/** A minute is judged when it is over, at the next check. */
const ENDS_AND_CHECKS = 1;

/** One sentence, for a plan. */
export function probeForecastText({ total, smallest, cleared }: ProbeForecast): string {
  const bad =
    total === undefined
      ? 'even a version that fails every probe might not be detected'
      : `a version that fails every probe is detected within ${total + ENDS_AND_CHECKS} min of the start`;
  const least =
    smallest === undefined
      ? ''
      : `; by the end, one that fails ${Math.ceil(100 * smallest)}% of them or more`;
  const good =
    cleared === undefined
      ? 'one that fails none cannot be approved of in this time: raise the rate, or extend the steps'
      : `one that fails none is approved of after ${cleared + ENDS_AND_CHECKS} min`;
  return `probe: ${bad}${least}; ${good}`;
}
