// The reason of an ending in a few plain words, before any statistics.

import type { Evidence } from '../analysis/evidence.ts';
import { formatFactor } from '../analysis/figures.ts';
import { isFinding } from './ratio.ts';
import type { Report } from './report.ts';
import { isAlarm } from './timeline.ts';

/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty where the reason is short enough. */
export function causeText({ outcome, evidence, functions }: Report): string {
  if (outcome !== 'rolled-back') return '';
  const failing = evidence.filter((e) => e.verdict === 'failing');
  const [first] = [...failing.filter(isFinding), ...failing];
  if (!first) return '';
  const [only] = functions;
  const where = only && functions.length === 1 ? `version ${only.to}` : 'the canary';
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
  return `${inShort(first, where)}${more}`;
}

function inShort(evidence: Evidence, where: string): string {
  const { witness, says } = evidence;
  if (isFinding(evidence)) {
    const { ratio } = evidence.comparison;
    if (witness === 'guardrail') return `too many errors on ${where}`;
    const what = witness.startsWith('latency') ? 'slow answers' : witness;
    return ratio === null || !Number.isFinite(ratio)
      ? `${what} on ${where} only`
      : `${what} ${formatFactor(ratio)} on ${where}`;
  }
  if (isAlarm(evidence)) return `${witness} fired`;
  return witness.endsWith(' hook') ? `the ${witness} failed` : `${witness}: ${says}`;
}
