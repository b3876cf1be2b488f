// Why a rollout was rolled back, in a few words without statistics.

import type { Evidence } from '../analysis/evidence.ts';
import { formatFactor } from '../analysis/figures.ts';
import { isFinding } from '../analysis/finding.ts';
import { describeEvidence, sourceText } from './evidence-text.ts';
import type { Report } from './report.ts';

/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty if the reason is short enough. */
export function causeTitle({ outcome, cause, evidence, functions }: Report): string {
  // The post step has no evidence of its own, and its reason also names what happened in between.
  if (outcome !== 'rolled-back' || evidence.length === 0 || !cause || !('evidence' in cause))
    return '';
  const failing = cause.evidence.filter(({ verdict }) => verdict === 'failing');
  const [first] = [...failing.filter(isFinding), ...failing];
  if (!first) return '';
  const [only] = functions;
  const where = only && functions.length === 1 ? `version ${only.to}` : 'the canary';
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
  return `${inShort(first, where)}${more}`;
}

function inShort(evidence: Evidence, where: string): string {
  const { source } = evidence;
  const name = sourceText(source);
  if (isFinding(evidence)) {
    const { ratio } = evidence.comparison;
    if (source.kind === 'guardrail') {
      return `too many errors on ${source.of === 'all-traffic' ? 'both versions together' : where}`;
    }
    const what = source.kind === 'latency' ? 'slow responses' : name;
    return ratio === null || !Number.isFinite(ratio)
      ? `${what} on ${where} only`
      : `${what} ${formatFactor(ratio)} on ${where}`;
  }
  if (source.kind === 'alarm') return `${name} fired`;
  return source.kind === 'hook' ? `the ${name} failed` : describeEvidence(evidence);
}
