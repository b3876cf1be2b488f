// Whether what a comparison has observed is enough to decide, in plain words.

import { formatPercent } from '../analysis/figures.ts';
import type { Finding } from '../analysis/finding.ts';
import { count } from './format.ts';

export type Standing =
  | 'worse'
  /** The harm that the next weight could do is ruled out. */
  | 'not-worse'
  /** There are signs of harm, which may be chance. */
  | 'undecided'
  /** There are no signs of harm, but it is not ruled out. */
  | 'quiet'
  | 'nothing-compared';

/** Evidence begins at 0 nats. Up to this value it counts as unchanged. */
const ROUNDING = 1e-9;

export function standingOf({ source, verdict, canary, comparison, reading }: Finding): Standing {
  if (verdict === 'failing') return 'worse';
  if (verdict === 'healthy') return 'not-worse';
  if (source.kind === 'guardrail') return 'undecided';
  // In a file, an unknown number is `null`.
  const stable = comparison.stableRate as number | null;
  const isKnown = stable !== null && !Number.isNaN(stable);
  if (canary.requests === 0 || !isKnown) return 'nothing-compared';
  return reading.nats > ROUNDING ? 'undecided' : 'quiet';
}

/** For a cell of a table, or the end of a line. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  worse: 'worse',
  'not-worse': 'not worse',
  undecided: 'not enough to decide',
  quiet: 'no sign of harm, not enough to rule it out',
  'nothing-compared': 'nothing to compare yet',
};

/** `1 of 5 (20%)`. */
export function outOf({ requests, events }: Finding['canary']): string {
  return `${count(events)} of ${count(requests)} (${formatPercent(events / requests)})`;
}

/** How much of the evidence for a rollback there is, 0 to 1. */
export function evidenceShare({ reading: { nats, threshold } }: Finding): number {
  return Math.max(0, Math.min(1, nats / threshold));
}

/** The comparison of the versions with the most evidence against the canary; the first, if none has any. */
export function leading(findings: readonly Finding[]): Finding | undefined {
  const [first, ...others] = findings.filter(({ source }) => source.kind !== 'guardrail');
  return others.reduce((a, b) => (a && evidenceShare(a) >= evidenceShare(b) ? a : b), first);
}
