// Evidence as text: its source and its reason.

import type { Evidence, EvidenceSource, MeasureSource } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import { ALL, measureId } from '../analysis/measure.ts';
import { findingText } from './finding-text.ts';
import { capitalize } from './format.ts';

/** The source as named in reports: `alarm orders-5xx`, `latency p90`. */
export function sourceText(source: EvidenceSource): string {
  switch (source.kind) {
    case 'alarm':
      return `alarm ${source.name}`;
    case 'errors':
      return measureId('errors', source.scope ?? ALL);
    case 'latency':
      return measureId(`latency p${source.percentile}`, source.scope ?? ALL);
    case 'metric':
      return `metric ${source.name}`;
    case 'hook':
      return `${source.point} hook`;
    case 'traffic':
      return 'canary traffic';
    case 'reading':
      return source.of;
    case 'counts':
      return `counts of ${source.of}`;
    case 'people':
      return 'feedback';
    default:
      return source.kind;
  }
}

/** The reason for the verdict. */
export function evidenceSays(evidence: Evidence): string {
  return isFinding(evidence) ? findingText(evidence) : (evidence.says ?? evidence.verdict);
}

/** The source and its reason. The reason of the errors already begins with their name. */
export function describeEvidence(evidence: Evidence): string {
  const { source } = evidence;
  const says = evidenceSays(evidence);
  return source.kind === 'errors' && !source.scope ? says : `${sourceText(source)}: ${says}`;
}

/** All of the evidence in one text. */
export function describeAll(evidence: readonly Evidence[]): string {
  return evidence.map(describeEvidence).join('; ');
}

/** The title of a plot: `Latency p90: requests above 812 ms`. */
export function measureTitle(measure: MeasureSource): string {
  const name = capitalize(sourceText(measure));
  return measure.kind === 'latency' ? `${name}: requests above ${measure.aboveMs} ms` : name;
}
