// Requests of the two arms, from the gateway's own per-minute counts.

import type { Evidence } from './verdict.ts';

/** Counts of one minute; a minute without requests has no entry. */
export interface MinuteCount {
  /** Start of the minute, seconds since the epoch. */
  readonly minute: number;
  readonly requests: number;
  /** Answers with a 5XX status. */
  readonly errors: number;
}

export interface Arm {
  readonly minutes: readonly MinuteCount[];
}

export interface Totals {
  readonly requests: number;
  readonly errors: number;
}

/** What CloudWatch says of the traffic so far, or why it says nothing. */
export type Traffic =
  | {
      readonly kind: 'counted';
      readonly canary: Arm;
      /** Everything that is not the canary, as well as it can be told (see `stableSource`). */
      readonly stable: Arm;
      readonly source: TrafficSource;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Where the counts of the canary come from. */
export type TrafficSource = 'gateway' | 'functions';

/** Sums the minutes that begin in `[from, to)`. */
export function totals(arm: Arm, from = 0, to = Number.POSITIVE_INFINITY): Totals {
  const inside = arm.minutes.filter(({ minute }) => minute >= from && minute < to);
  return {
    requests: inside.reduce((sum, m) => sum + m.requests, 0),
    errors: inside.reduce((sum, m) => sum + m.errors, 0),
  };
}

/**
 * Did the canary get any traffic since a step began? CloudWatch shows a minute only after it is
 * over, so a step begins with silence, which is inconclusive and not failing.
 *
 * @param since when the step began, seconds since the epoch
 */
export function judgeTraffic(traffic: Traffic, since: number): Evidence {
  const witness = 'canary traffic';
  if (traffic.kind === 'unreadable') {
    return {
      witness,
      verdict: 'inconclusive',
      says: `the counts could not be read: ${traffic.why}`,
    };
  }
  const { requests, errors } = totals(traffic.canary, startOfMinute(since));
  if (requests === 0) {
    return {
      witness,
      verdict: 'inconclusive',
      says: 'none counted in this step yet',
    };
  }
  return {
    witness,
    verdict: 'healthy',
    says: `${requests} requests counted, ${errors} of them 5XX`,
  };
}

/** The start of the minute that a time lies in, both in seconds since the epoch. */
export function startOfMinute(seconds: number): number {
  return Math.floor(seconds / 60) * 60;
}
