// Probes next to users' requests: where users send too few to be compared, probes decide instead.

import type { MinuteCounts } from '../analysis/counts.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';

export interface ProbeCounts {
  /**
   * The minutes that are over, with the probes that began in them; `undefined`: there are no probes. Later answers only
   * add minutes.
   *
   * @param now seconds since the epoch
   */
  minutes(now: number): readonly MinuteCounts[] | undefined;
}

export const NO_PROBE_COUNTS: ProbeCounts = { minutes: () => undefined };

/** Evidence begins at 0 nats. Up to this value it counts as unchanged. */
const ROUNDING = 1e-9;

/**
 * Which evidence is no reason to wait, because healthy probes stand in for what it lacks: that users' requests are few,
 * and show no sign of harm. Whatever they do show counts as ever, and so does a number that the user asked for.
 *
 * @param quiet whether users' requests are too few to be compared
 */
export function isExcused(
  findings: readonly Evidence[],
  quiet: boolean,
): (evidence: Evidence) => boolean {
  const probes = findings.find(({ source }) => source.kind === 'probes');
  if (!quiet || probes?.verdict !== 'healthy') return () => false;
  return (evidence) => evidence.verdict === 'inconclusive' && isLack(evidence);
}

function isLack(evidence: Evidence): boolean {
  if (!isFinding(evidence)) {
    const { detail } = evidence;
    return detail?.kind === 'too-few-requests' && detail.minRequests === 1;
  }
  return evidence.source.kind !== 'guardrail' && evidence.reading.nats <= ROUNDING;
}
