// Evidence with its reason in words, as reports show it.

import type { Evidence } from '../../../src/analysis/evidence.ts';
import { verdictReason } from '../../../src/report/evidence-text.ts';

export function inWords(evidence: Evidence) {
  const { detail: _, ...rest } = evidence;
  return { ...rest, says: verdictReason(evidence) };
}
