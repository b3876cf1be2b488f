// The outcome in one sentence of Markdown: what happened, to which version of which function, on which route, and of
// which commit.

import { isFinding } from '../analysis/finding.ts';
import { partName } from '../analysis/measure.ts';
import { partOf } from '../analysis/parts.ts';
import { moreOf } from '../base/listed.ts';
import { formatWeight } from '../rollout/plan.ts';
import { causeTitle } from './cause-title.ts';
import { commitLink } from './commits.ts';
import { capitalize, clause, formatElapsed } from './format.ts';
import { code, escapeMarkdown } from './markdown.ts';
import {
  countedText,
  decidingEvidence,
  didText,
  type Rates,
  ratesOf,
  sideNames,
} from './numbers.ts';
import type { Outcome, Report } from './report.ts';
import { STANDINGS, standingOf } from './standing.ts';

/** How GitHub marks what a reader must know: https://docs.github.com/get-started/writing-on-github (alerts). */
const ALERTS: Readonly<Record<Outcome, string>> = {
  running: 'NOTE',
  planned: 'NOTE',
  promoted: 'TIP',
  held: 'WARNING',
  unchanged: 'NOTE',
  previewed: 'NOTE',
  'rolled-back': 'CAUTION',
  failed: 'CAUTION',
  stuck: 'CAUTION',
};

/** The sentence in the color of its outcome. */
export function outcomeAlert(report: Report): string {
  return `> [!${ALERTS[report.outcome]}]\n> ${outcomeSentence(report)}`;
}

export function outcomeSentence(report: Report): string {
  const { outcome, weights } = report;
  if (weights.length === 0) return reasonOf(report);
  switch (outcome) {
    case 'promoted':
      return promotedSentence(report);
    case 'rolled-back':
    case 'stuck':
      return rolledBackSentence(report);
    case 'held':
    case 'running':
      return openSentence(report);
    default:
      return `${capitalize(releasedText(report))}: ${reasonOf(report)}`;
  }
}

function promotedSentence(report: Report): string {
  const rates = ratesOf(report);
  const took = `takes all traffic after ${served(report)}`;
  const isKnown = rates.canary !== null && rates.canary.requests > 0;
  const judged = rates.finding ? `: ${STANDINGS[standingOf(rates.finding)]}` : '';
  const unsure = hasDoubts(report) ? `. ${reasonOf(report)}` : '.';
  const text = `${capitalize(releasedText(report))} ${took}`;
  return isKnown
    ? `${text}; it ${failedText(report, rates)}${judged}${unsure}`
    : `${text}${unsure}`;
}

/** Evidence that was not healthy, and did not prevent the promotion. */
function hasDoubts({ cause }: Report): boolean {
  return cause?.kind !== 'completed' || cause.evidence.length > 0;
}

function rolledBackSentence(report: Report): string {
  const [first] = decidingEvidence(report);
  const rates = ratesOf(report);
  const who = releasedText(report);
  if (report.outcome === 'stuck') {
    return `${capitalize(who)} could not be rolled back: ${reasonOf(report)}`;
  }
  const after = `rolled back after ${served(report)}`;
  if (first && isFinding(first) && rates.finding === first && !isOfBoth(first)) {
    const where = routeText(rates.finding) === '' ? newOnRoute(report) : '';
    return `${capitalize(who)} was ${after}: until the decision, it ${failedText(report, rates)}${where}.`;
  }
  const title = causeTitle(report);
  return title === ''
    ? `${capitalize(who)}: ${reasonOf(report)}`
    : `${escapeMarkdown(capitalize(title))} while ${who} had ${highestWeight(report)} of the traffic: ${after}.`;
}

/** Failures that are not counted by version. */
function isOfBoth({
  source,
}: {
  readonly source: { readonly kind: string; readonly of?: string };
}) {
  return source.kind === 'guardrail' && source.of === 'all-traffic';
}

function openSentence(report: Report): string {
  const { outcome, weight } = report;
  const rates = ratesOf(report);
  const share = weight === null ? 'an unknown share' : formatWeight(weight);
  const has = outcome === 'held' ? 'keeps' : 'has';
  const text = `${capitalize(releasedText(report))} ${has} ${share} of the traffic`;
  if (outcome === 'held') return `${text}: ${reasonOf(report)}`;
  return rates.canary === null ? `${text}.` : `${text}; so far it ${failedText(report, rates)}.`;
}

/** `` failed 29 of 2,083 requests (1.4%) of `POST /orders`, against 44 of 10,813 (0.41%) on version 7 ``. */
function failedText(report: Report, { finding, canary, stable, did }: Rates): string {
  if (canary?.requests === 0) return didText(did, canary);
  const of = `${escapeMarkdown(did)} ${inRequests(countedText(canary))}${routeText(finding)}`;
  if (stable === null || stable.requests === 0) return of;
  return `${of}, against ${countedText(stable)} on ${sideNames(report, finding).stable}`;
}

function inRequests(counted: string): string {
  return counted.replace(' (', ' requests (');
}

/** The route that most failures are of; empty if it is not known. */
function routeText(finding: Rates['finding']): string {
  const parts = finding ? [partOf(finding), ...(finding.mostly ?? [])] : [];
  const route = parts.find((part) => part?.kind === 'route');
  return route ? ` of ${code(partName(route))}` : '';
}

/** Where the logs show failures that stable does not have; empty if they show none. */
function newOnRoute({ broke }: Report): string {
  const [kind] = broke?.kinds ?? [];
  return kind?.novelty === 'new' && kind.route !== undefined
    ? `; its new failures are on ${code(kind.route)}`
    : '';
}

/** `` `orders` version 8 (commit `3f9c2ab`) ``. */
function releasedText(report: Report): string {
  const { functions, source } = report;
  const { only, canary } = sideNames(report, ratesOf(report).finding);
  const [first] = functions;
  const commit = source.sha === '' ? '' : ` (commit ${commitLink(source)})`;
  if (only) return `${code(only.name)} ${canary}${commit}`;
  if (!first) return `the new API definition${commit}`;
  return `the release of ${code(first.name)} and ${moreOf(functions.length - 1, 'function')}${commit}`;
}

function highestWeight({ weights }: Report): string {
  return formatWeight(Math.max(...weights.map(({ weight }) => weight)));
}

/** How long users were served the new version. */
function served({ weights, startedAt, endedAt, outcome }: Report): string {
  const first = weights[0]?.at ?? startedAt;
  const last =
    outcome === 'promoted'
      ? weights.find(({ weight }) => weight >= 100)
      : weights.findLast(({ weight }) => weight === 0);
  return formatElapsed(first, last?.at ?? endedAt);
}

function reasonOf({ reason }: Report): string {
  return `${escapeMarkdown(clause(capitalize(reason)), 600)}.`;
}
