// Checks whether AWS sends the canary the configured share of requests.

import { isSteady, type MinuteCounts } from './counts.ts';
import { logSumExp } from './log-space.ts';
import { riskRatioNats } from './risk-ratio.ts';

export interface SampleRatio {
  /** The canary's share of the requests, 0 to 1. */
  readonly realised: number;
  /** The share that the weights configure, 0 to 1. */
  readonly configured: number;
}

const ODDS = [0.01, 0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 2, 4] as const;
/** A gap smaller than a tenth of the share may be real, but does not matter. */
const MATERIAL = 0.1;

/**
 * The gap in the routing, if there is one. If it is unknown whether stable's counts include the canary's, both
 * interpretations must show the gap, and the smaller one is reported.
 */
export function routingGap(
  minutes: readonly MinuteCounts[],
  apart: boolean,
): SampleRatio | undefined {
  const gap = sampleRatioGap(minutes);
  if (apart || !gap) return gap;
  const other = sampleRatioGap(minutes.map(withoutCanary));
  if (!other) return undefined;
  return distance(other) < distance(gap) ? other : gap;
}

function withoutCanary(minute: MinuteCounts): MinuteCounts {
  const { canary, stable } = minute;
  const requests = Math.max(0, stable.requests - canary.requests);
  return { ...minute, stable: { requests, events: Math.min(requests, stable.events) } };
}

function distance({ realised, configured }: SampleRatio): number {
  return Math.abs(realised - configured);
}

/**
 * Reports a persistent gap between the actual and the configured share: the same likelihood ratio as for
 * errors, with every request as an event and bets in both directions (Lindon & Malek, NeurIPS 2022, use
 * theirs for this). The probability of a false report is at most `falseReports`, however often it is checked.
 *
 * @returns the gap, or undefined while the routing matches the configuration
 */
function sampleRatioGap(
  minutes: readonly MinuteCounts[],
  falseReports = 1e-4,
): SampleRatio | undefined {
  const nats = new Float64Array(ODDS.length);
  let canary = 0;
  let requests = 0;
  let expected = 0;
  let found = false;
  for (const minute of minutes) {
    const total = minute.canary.requests + minute.stable.requests;
    const share = minute.weight / 100;
    if (!isSteady(minute) || total === 0 || share <= 0 || share >= 1) continue;
    for (let i = 0; i < ODDS.length; i++) {
      nats[i]! += riskRatioNats(minute.canary.requests, total, share, ODDS[i]!);
    }
    canary += minute.canary.requests;
    requests += total;
    expected += total * share;
    found ||= logSumExp(nats) - Math.log(ODDS.length) >= -Math.log(falseReports);
  }
  const material = Math.abs(canary / expected - 1) >= MATERIAL;
  if (!found || !material) return undefined;
  return { realised: canary / requests, configured: expected / requests };
}
