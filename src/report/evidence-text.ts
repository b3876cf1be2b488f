// Evidence as text: its source and its reason.

import type {
  Evidence,
  EvidenceDetail,
  EvidenceSource,
  MeasureSource,
} from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import { ALL, measureId } from '../analysis/measure.ts';
import { formatDuration } from '../base/duration.ts';
import { listed } from '../base/listed.ts';
import { checksText } from './check-text.ts';
import { findingText } from './finding-text.ts';
import { capitalize, clockMinute } from './format.ts';

/** The source as named in reports: `alarm orders-5xx`, `latency p90`. */
export function sourceText(source: EvidenceSource): string {
  switch (source.kind) {
    case 'alarm':
      return `alarm ${source.name}`;
    case 'errors':
      return measureId('errors', source.scope ?? ALL);
    case 'client-errors':
      return measureId('client errors', source.scope ?? ALL);
    case 'latency':
      return measureId(`latency p${source.percentile}`, source.scope ?? ALL);
    case 'metric':
      return `metric ${source.name}`;
    case 'hook':
      return `${source.point} hook`;
    case 'smoke':
      return `${source.point} smoke checks`;
    case 'traffic':
      return 'canary traffic';
    case 'reading':
      return source.of;
    case 'counts':
      return `counts of ${source.of === 'client-errors' ? 'client errors' : source.of}`;
    case 'people':
      return 'feedback';
    default:
      return source.kind;
  }
}

/** The reason for the verdict. A file has the text instead of the detail. */
export function verdictReason(evidence: Evidence & { readonly says?: string }): string {
  if (isFinding(evidence)) return findingText(evidence);
  const { source, verdict, detail, says } = evidence;
  return detail ? detailText(detail, source) : (says ?? verdict);
}

function detailText(detail: EvidenceDetail, source: EvidenceSource): string {
  switch (detail.kind) {
    case 'alarm-fired':
      return `in ALARM: ${detail.reason}`;
    case 'alarm-fired-before':
      return 'in ALARM since before the rollout; ignored';
    case 'alarm-ok':
      return 'OK';
    case 'alarm-no-data':
      return 'INSUFFICIENT_DATA';
    case 'alarm-gone':
      return 'the alarm no longer exists';
    case 'alarm-doubtful':
      return `CloudWatch reports ${detail.doubt}`;
    case 'requests':
      return `${detail.requests} requests counted, ${detail.errors} failed`;
    case 'too-few-requests':
      return detail.requests === 0
        ? 'none counted in this step yet'
        : `${detail.requests} requests counted in this step, fewer than ${detail.minRequests}`;
    case 'no-invocations':
      return `${detail.requests} requests counted, ${detail.errors} failed, but none reached a new version: Lambda counted no invocations of it in this step`;
    case 'unreadable':
      return unreadableText(detail.why, source);
    case 'bake-unread':
      return `its last minutes have not been read: a minute’s counts can be read ${formatDuration(detail.readableAfterSeconds)} after its end`;
    case 'nothing-compared':
      return `nothing has been compared yet: no minute that ended ${formatDuration(detail.closedAfterSeconds)} ago or earlier has requests to compare`;
    case 'incomplete-minutes':
      return `CloudWatch has only part of the data for ${minutesText(detail)}, which could not be compared`;
    case 'hook-result':
      return hookResultText(detail, source);
    case 'checks':
      return checksText(detail);
    case 'disliked':
      return `👎 by ${source.kind === 'people' ? listed(source.logins) : ''}`;
  }
}

function unreadableText(why: string, source: EvidenceSource): string {
  if (source.kind === 'alarms') return why;
  return source.kind === 'traffic'
    ? `the counts could not be read: ${why}`
    : `could not be read: ${why}`;
}

function minutesText({
  minutes,
  from,
}: {
  readonly minutes: number;
  readonly from: number;
}): string {
  const first = clockMinute(from);
  return minutes === 1 ? `the minute ${first}` : `${minutes} minutes from ${first} on`;
}

function hookResultText(
  { result, message }: Extract<EvidenceDetail, { kind: 'hook-result' }>,
  source: EvidenceSource,
): string {
  const text = message === '' ? result : `${result}: ${message}`;
  return source.kind === 'hook' ? `${source.name} ${text}` : text;
}

/** The source and its reason. The reason of errors already begins with their name. */
export function describeEvidence(evidence: Evidence): string {
  const { source } = evidence;
  const says = verdictReason(evidence);
  const isNamed = source.kind === 'errors' || (source.kind === 'client-errors' && !source.missing);
  return isNamed && !source.scope ? says : `${sourceText(source)}: ${says}`;
}

/** The evidence in one text. */
export function describeAll(evidence: readonly Evidence[]): string {
  return listed(evidence.map(describeEvidence), '; ');
}

/** The title of a plot: `Latency p90: requests above 812 ms`, `Client errors (4XX)`. */
export function measureTitle(measure: MeasureSource): string {
  const name = capitalize(sourceText(measure));
  if (measure.kind === 'client-errors') return `${name} (4XX)`;
  return measure.kind === 'latency' ? `${name}: requests above ${measure.aboveMs} ms` : name;
}
