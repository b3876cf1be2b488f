// The figures of a release. Log, summary, comment, page, annotation and notification take each figure from here, so the
// same event has the same figure everywhere, and each says what it counts.

import type { Evidence } from '../analysis/evidence.ts';
import { formatPercent } from '../analysis/figures.ts';
import { type Finding, isFinding } from '../analysis/finding.ts';
import { partOf } from '../analysis/parts.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { Totals } from '../rollout/traffic.ts';
import { count } from './format.ts';
import { HARM } from './impact.ts';
import type { Report, StepReport } from './report.ts';

/** What is not known is not 0. */
export const NOT_YET_COUNTED = 'not yet counted';

/** `5 of 1,204 (0.42%)`. */
export function countedText(totals: Totals | null): string {
  if (totals === null) return NOT_YET_COUNTED;
  const { requests, errors } = totals;
  if (requests === 0) return 'no requests';
  return `${count(errors)} of ${count(requests)} (${formatPercent(errors / requests)})`;
}

/** What happened to the requests: `failed 5 of 1,204 (0.42%)`, `had no requests`. */
export function didText(did: string, totals: Totals | null): string {
  return totals?.requests === 0 ? 'had no requests' : `${did} ${countedText(totals)}`;
}

/** Requests of both versions, and how many of them had what was compared. */
export interface Rates {
  /** What happened to the requests: `failed`. */
  readonly did: string;
  /** Which requests were counted: `until the decision`, `at 5%`. */
  readonly when: string;
  readonly fromLogs: boolean;
  /** `null`: not yet counted. */
  readonly canary: Totals | null;
  readonly stable: Totals | null;
  /** The comparison from which the figures are; `undefined`: none was made. */
  readonly finding: Finding | undefined;
}

/**
 * The rates of both versions that a report shows: those of the comparison that decided, with its own data; else those of
 * the comparison of all errors; else the counts of the last step in which anything was counted.
 */
export function ratesOf(report: Report): Rates {
  const decided = decidingFinding(report);
  if (decided) return ratesIn(decided, 'until the decision');
  const compared = report.evidence.filter(isFinding).find(isOfAllErrors);
  if (compared && isCounted(compared)) return ratesIn(compared, 'in the comparison');
  const { canary, stable, label } = lastCounted(report);
  const when = `at ${label}`;
  return {
    ...{ did: DID.errors, when, fromLogs: false },
    ...{ canary, stable, finding: undefined },
  };
}

type Step = Pick<StepReport, 'label' | 'canary' | 'stable'>;

function lastCounted({ steps }: Pick<Report, 'steps'>): Step {
  const requests = (totals: Totals | null) => totals?.requests ?? 0;
  const used = steps.findLast(({ canary, stable }) => requests(canary) + requests(stable) > 0);
  return used ?? steps.at(-1) ?? { label: '0%', canary: null, stable: null };
}

/** The evidence for which a release was rolled back, or should have been; the part of the traffic says more. */
export function decidingEvidence({ cause }: Pick<Report, 'cause'>): readonly Evidence[] {
  if (!cause || !('evidence' in cause)) return [];
  const failing = cause.evidence.filter(({ verdict }) => verdict === 'failing');
  return [
    ...failing.filter(partOf),
    ...failing.filter((each) => !partOf(each) && isFinding(each)),
    ...failing.filter((each) => !isFinding(each)),
  ];
}

/** The comparison that decided; `undefined`: something else did, such as an alarm. */
function decidingFinding(report: Report): Finding | undefined {
  // Probes are no requests of users, of whom the figures are.
  const [first] = decidingEvidence(report).filter(({ source }) => source.kind !== 'probes');
  return first && isFinding(first) && isCounted(first) ? first : undefined;
}

function isCounted({ canary, stable }: Finding): boolean {
  return canary.requests > 0 || stable.requests > 0;
}

function isOfAllErrors({ source }: Finding): boolean {
  return source.kind === 'errors' && !source.scope;
}

function ratesIn(finding: Finding, when: string): Rates {
  const side = ({ requests, events }: Finding['canary']): Totals => ({ requests, errors: events });
  const { source, canary, stable, fromLogs } = finding;
  return {
    ...{ did: didOf(source), when, fromLogs: fromLogs !== undefined, finding },
    ...{ canary: side(canary), stable: side(stable) },
  };
}

const DID = { errors: 'failed', 'client-errors': 'got a 4XX response' } as const;

function didOf(source: Finding['source']): string {
  switch (source.kind) {
    case 'errors':
    case 'guardrail':
    case 'probes':
      return DID.errors;
    case 'client-errors':
      return source.missing ? 'got no 4XX response' : DID['client-errors'];
    case 'latency':
      return `took longer than ${source.aboveMs} ms`;
    case 'metric':
      return source.missing ? `were without ${source.name}` : `were counted by ${source.name}`;
  }
}

/** `counted until the decision, by the logs`. */
export function countedWhen({ when, fromLogs }: Pick<Rates, 'when' | 'fromLogs'>): string {
  return `counted ${when}${fromLogs ? ', by the logs' : ''}`;
}

/** The names of both versions: those of the function it is about, if that is one. */
export interface SideNames {
  readonly canary: string;
  readonly stable: string;
  /** The function; `undefined`: it is about several, or about none. */
  readonly only: FunctionChange | undefined;
}

export function sideNames({ functions }: Pick<Report, 'functions'>, finding?: Finding): SideNames {
  const part = finding && (partOf(finding) ?? finding.mostly?.find(isFunction));
  const own = part?.kind === 'function' ? functions.filter((f) => f.name === part.name) : functions;
  const [only] = own;
  return only && own.length === 1
    ? { canary: `version ${only.to}`, stable: `version ${only.from}`, only }
    : { canary: 'the canary', stable: 'stable', only: undefined };
}

function isFunction({ kind }: { readonly kind: string }): boolean {
  return kind === 'function';
}

/** Users whom the new version harmed. */
export type Affected =
  /** Also those that CloudWatch had not counted yet, at the same rate. */
  | { readonly kind: 'about'; readonly requests: number }
  /** CloudWatch has not counted them yet; these are known from logs, or from the decision. */
  | { readonly kind: 'at-least'; readonly requests: number; readonly by: 'logs' | 'decision' }
  /** The counts show no harm beyond chance. */
  | { readonly kind: 'none-seen' }
  /** Nothing was counted. */
  | { readonly kind: 'not-counted' }
  /** No user was served the new version. */
  | { readonly kind: 'nobody' };

/** `undefined`: the release was not, and should not have been rolled back. */
export function affectedBy(report: Report): Affected | undefined {
  const { outcome, impact, weights, broke } = report;
  if (!['rolled-back', 'failed', 'stuck'].includes(outcome)) return undefined;
  if (weights.length === 0) return outcome === 'failed' ? undefined : { kind: 'nobody' };
  if (impact) return { kind: 'about', requests: impact.estimated };
  // The logs of a version do not tell its probes from requests of users.
  const logged = (isProbed(report) ? [] : (broke?.kinds ?? []))
    .filter(({ novelty }) => novelty === 'new')
    .reduce((sum, { canary }) => sum + canary, 0);
  if (logged > 0) return { kind: 'at-least', requests: logged, by: 'logs' };
  const { finding, canary } = ratesOf(report);
  if (finding?.verdict === 'failing' && finding.source.kind === 'errors') {
    const beyond = Math.max(1, Math.round(excessOf(finding)));
    return { kind: 'at-least', requests: beyond, by: 'decision' };
  }
  return canary === null ? { kind: 'not-counted' } : { kind: 'none-seen' };
}

/** Whether probes were sent. */
export function isProbed({ evidence }: Pick<Report, 'evidence'>): boolean {
  return evidence.some(({ source }) => source.kind === 'probes');
}

/** Failures beyond those that stable's rate explains. */
function excessOf({ canary, stable }: Finding): number {
  const usual = stable.requests > 0 ? stable.events / stable.requests : 0;
  return canary.events - canary.requests * usual;
}

/** `about 42 requests failed because of it`; empty if there is nothing to say. */
export function affectedText(report: Report): string {
  const affected = affectedBy(report);
  const did = HARM[report.impact?.source.kind ?? 'errors'];
  switch (affected?.kind) {
    case 'about':
      return `about ${requestsText(affected.requests)} ${did} because of it`;
    case 'at-least':
      return `at least ${requestsText(affected.requests)} ${did} because of it`;
    case 'none-seen':
      return 'no harm to users was seen';
    case 'not-counted':
      return NOT_YET_COUNTED;
    case 'nobody':
      return 'no user was served the new version';
    case undefined:
      return '';
  }
}

/** `1 request`, `1,204 requests`. */
export function requestsText(requests: number): string {
  return `${count(requests)} ${requests === 1 ? 'request' : 'requests'}`;
}
