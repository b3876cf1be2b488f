// Why a rollout was rolled back, in a few words without statistics.

import type { Evidence } from '../analysis/evidence.ts';
import { formatFactor } from '../analysis/figures.ts';
import { type Finding, isFinding } from '../analysis/finding.ts';
import { partName } from '../analysis/measure.ts';
import { partOf } from '../analysis/parts.ts';
import { describeEvidence, sourceText } from './evidence-text.ts';
import type { Report } from './report.ts';

/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty if the reason is short enough. */
export function causeTitle({ outcome, cause, evidence, functions }: Report): string {
  // The post step has no evidence of its own, and its reason also names what happened in between.
  if (outcome !== 'rolled-back' || evidence.length === 0 || !cause || !('evidence' in cause))
    return '';
  const failing = cause.evidence.filter(({ verdict }) => verdict === 'failing');
  // The part of the traffic says more than the whole.
  const [first] = [...failing.filter(partOf), ...failing.filter(isFinding), ...failing];
  if (!first) return '';
  const part = partOf(first);
  const named =
    part?.kind === 'function' ? functions.filter((f) => f.name === part.name) : functions;
  const [only] = named;
  const where = only && named.length === 1 ? `version ${only.to}` : 'the canary';
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
  return `${inShort(first, where)}${more}`;
}

function inShort(evidence: Evidence, where: string): string {
  if (isFinding(evidence)) return findingInShort(evidence, where);
  const { source } = evidence;
  const name = sourceText(source);
  if (source.kind === 'alarm') return `${name} fired`;
  if (source.kind === 'smoke') return `the ${name} failed on ${where}`;
  return source.kind === 'hook' ? `the ${name} failed` : describeEvidence(evidence);
}

function findingInShort({ source, comparison, mostly = [] }: Finding, where: string): string {
  if (source.kind === 'guardrail') {
    const whose = source.name === undefined ? '' : ` of ${source.name}`;
    return `too many errors${whose} on ${source.of === 'all-traffic' ? 'both versions together' : where}`;
  }
  const { ratio } = comparison;
  const [part] = mostly;
  const most = part ? `, most of them of ${partName(part)}` : '';
  const what = source.kind === 'latency' ? 'slow responses' : sourceText(source);
  return ratio === null || !Number.isFinite(ratio)
    ? `${what} on ${where} only${most}`
    : `${what} ${formatFactor(ratio)} on ${where}${most}`;
}
