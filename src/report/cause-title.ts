// Why a rollout was rolled back, in a few words without statistics.

import type { Evidence } from '../analysis/evidence.ts';
import { formatFactor } from '../analysis/figures.ts';
import { type Finding, isFinding } from '../analysis/finding.ts';
import { partName } from '../analysis/measure.ts';
import { describeEvidence, sourceText } from './evidence-text.ts';
import { decidingEvidence, sideNames } from './numbers.ts';
import type { Report } from './report.ts';

/** `errors ×9 on version 8`, `alarm orders-5xx fired`; empty if the reason is short enough. */
export function causeTitle({ outcome, cause, evidence, functions }: Report): string {
  // The post step has no evidence of its own, and its reason also names what happened in between.
  if (outcome !== 'rolled-back' || evidence.length === 0) return '';
  return shortCause(cause, { functions });
}

/** The same of any cause; empty if no evidence decided. */
export function shortCause(cause: Report['cause'], released: Pick<Report, 'functions'>): string {
  const failing = decidingEvidence({ cause });
  const [first] = failing;
  if (!first) return '';
  const { canary } = sideNames(released, isFinding(first) ? first : undefined);
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
  return `${inShort(first, canary)}${more}`;
}

function inShort(evidence: Evidence, where: string): string {
  if (isFinding(evidence)) return findingInShort(evidence, where);
  const { source } = evidence;
  const name = sourceText(source);
  if (source.kind === 'alarm') return `${name} fired`;
  if (source.kind === 'smoke') return `the ${name} failed on ${where}`;
  return source.kind === 'hook' ? `the ${name} failed` : describeEvidence(evidence);
}

const WORDS: Readonly<Partial<Record<Finding['source']['kind'], string>>> = {
  latency: 'slow responses',
  probes: 'failed probes',
};

function findingInShort({ source, comparison, mostly = [] }: Finding, where: string): string {
  if (source.kind === 'guardrail') {
    const whose = source.name === undefined ? '' : ` of ${source.name}`;
    return `too many errors${whose} on ${source.of === 'all-traffic' ? 'both versions together' : where}`;
  }
  const { ratio } = comparison;
  const [part] = mostly;
  const most = part ? `, most of them of ${partName(part)}` : '';
  const what = WORDS[source.kind] ?? sourceText(source);
  return ratio === null || !Number.isFinite(ratio)
    ? `${what} on ${where} only${most}`
    : `${what} ${formatFactor(ratio)} on ${where}${most}`;
}
