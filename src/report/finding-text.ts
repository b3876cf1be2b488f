// The finding of a comparison as text and figures.

import { rate } from '../analysis/counts.ts';
import { formatFactor, formatPercent } from '../analysis/figures.ts';
import type { Compared, Finding } from '../analysis/finding.ts';
import { partName } from '../analysis/measure.ts';
import { formatDuration } from '../base/duration.ts';
import { formatLevel, intervalEnds } from './ratio.ts';
import { outOf, STANDINGS, standingOf } from './standing.ts';

/**
 * `errors 9.1% on the canary vs 1% on stable (×9.1, 99.4% interval 5–15)`; as long as nothing is decided, what was
 * observed: `canary failed 1 of 5 requests (20%), stable 0 of 95 (0%): not enough to decide`.
 */
export function findingText(finding: Finding): string {
  const { source, canary, comparison } = finding;
  if (source.kind === 'guardrail') return guardrailText(finding, source);
  const events = eventsOf(source);
  const counted = source.kind === 'probes' ? 'probes' : 'requests';
  if (canary.requests === 0) return `${events}: no canary ${counted} counted yet`;
  const rates = `${events} ${formatPercent(rate(canary))} on the canary`;
  if (!isKnown(comparison.stableRate)) return `${rates}; no stable ${counted} to compare with`;
  const versus = `${rates} vs ${formatPercent(comparison.stableRate)} on stable`;
  const ratio = ratioText(finding);
  const text = `${ratio === '' ? versus : `${versus} (${ratio})`}${mostlyText(finding)}`;
  if (finding.fell) return `${text}; a clear fall, which is no reason to roll back`;
  const standing = standingOf(finding);
  if (standing === 'undecided' || standing === 'quiet') {
    return `${observed(finding, events)}: ${STANDINGS[standing]}`;
  }
  return `${text}${originText(finding)}`;
}

/** What decided, if it was not closed minutes alone: `; from logs, 12s after the shift`. */
function originText({ decidedFrom, fromLogs }: Finding): string {
  if (fromLogs) return `; from logs, ${formatDuration(fromLogs.afterShift)} after the shift`;
  return decidedFrom ? `; from ${minutesText(decidedFrom)}` : '';
}

/** `3 minutes, of which the last is still arriving`. */
function minutesText({ minutes, arriving }: NonNullable<Finding['decidedFrom']>): string {
  if (minutes === 1) return '1 minute, which is still arriving';
  const last = arriving === 1 ? 'the last is' : `the last ${arriving} are`;
  return `${minutes} minutes, of which ${last} still arriving`;
}

/** Of the errors, as a sentence of its own. */
function observed({ source, canary, stable }: Finding, events: string): string {
  const [ofCanary, ofStable] = [outOf(canary), outOf(stable)];
  return source.kind === 'errors'
    ? `canary failed ${ofCanary.replace(' (', ` ${request(canary.requests)} (`)}, stable ${ofStable}`
    : `${events}: canary ${ofCanary}, stable ${ofStable}`;
}

function request(requests: number): string {
  return requests === 1 ? 'request' : 'requests';
}

/** `, most of them of orders and of GET /orders`. */
function mostlyText({ mostly = [] }: Finding): string {
  const parts = mostly.map((part) => `of ${partName(part)}`);
  return parts.length > 0 ? `, most of them ${parts.join(' and ')}` : '';
}

type Guardrail = Extract<Compared, { kind: 'guardrail' }>;

function guardrailText(
  { canary, stable, verdict }: Finding,
  { of, limit, name }: Guardrail,
): string {
  const found = formatPercent(rate(canary));
  if (of === 'held-back') {
    const text = `errors ${found} on the canary vs ${formatPercent(rate(stable))} on stable, which has a small share`;
    return verdict === 'inconclusive'
      ? `${text}; too few requests on stable to show whether it is the new version`
      : text;
  }
  const judged =
    limit >= 1
      ? 'cannot be judged: in the hour before, a third of the requests or more failed at times'
      : `limit ${formatPercent(limit)}`;
  const whose = name === undefined ? '' : ` of ${name}`;
  return of === 'all-traffic'
    ? `errors ${found} of all traffic, which are not counted by version; ${judged}`
    : `errors${whose} ${found} with no stable traffic; ${judged}`;
}

/** The name of the events, in the plural. */
function eventsOf(source: Exclude<Compared, { kind: 'guardrail' }>): string {
  switch (source.kind) {
    case 'errors':
      return 'errors';
    case 'client-errors':
      return source.missing ? 'requests without a client error' : 'client errors (4XX)';
    case 'latency':
      return `requests above ${source.aboveMs} ms`;
    case 'probes':
      return 'failed probes';
    case 'metric':
      return source.missing ? `without ${source.name}` : source.name;
  }
}

/** Where there is no interval, the ratio may be known. */
function ratioText({ canary, comparison, interval }: Finding): string {
  const ratio = beyondFile(comparison.ratio, canary.events);
  if (!interval) return Number.isFinite(ratio) ? formatFactor(ratio) : '';
  const level = formatLevel(interval);
  return `${formatFactor(Number.isNaN(ratio) ? interval.estimate : ratio)}, ${level} interval ${intervalEnds(interval)}`;
}

/** A file contains `null` for an unknown number. */
function isKnown(value: number | null): value is number {
  return value !== null && !Number.isNaN(value);
}

/** A file also contains `null` for an infinite ratio: the canary had events, and stable had none. */
function beyondFile(ratio: number | null, events: number): number {
  return ratio ?? (events > 0 ? Number.POSITIVE_INFINITY : Number.NaN);
}
