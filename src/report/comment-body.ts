// The comment on the pull request: the outcome first, and no more than fits on a phone screen.

import { isFinding } from '../analysis/finding.ts';
import { formatDuration } from '../base/duration.ts';
import type { CommentCommand } from '../rollout/comment-command.ts';
import { formatWeight, type Plan, requestsFor } from '../rollout/plan.ts';
import type { Totals } from '../rollout/traffic.ts';
import { approvalSection, doorSection, waitsFor } from './approval-section.ts';
import { brokeInMarkdown } from './broke-text.ts';
import { causeTitle } from './cause-title.ts';
import { commitLink, runWords, whatChanged } from './commits.ts';
import { describeEvidence } from './evidence-text.ts';
import { bar, capitalize, clockMinute, clockTime, count, errorRate, HEADLINES } from './format.ts';
import { gateSection } from './gate-section.ts';
import { code, codeBlock, escapeMarkdown, link, shorten, table } from './markdown.ts';
import { missingPermissions } from './missing-permissions.ts';
import { affectedBy, affectedText, NOT_YET_COUNTED, ratesOf, sideNames } from './numbers.ts';
import { problemList } from './problem-link.ts';
import type { Report } from './report.ts';
import { leading, STANDINGS, standingOf } from './standing.ts';
import { isAfterPromotion, stepLabel } from './step-label.ts';
import { stepPath } from './step-path.ts';
import { preview, subject } from './summary.ts';

/**
 * GitHub refuses a longer body with 422. It counts characters; there are never fewer bytes than characters.
 */
export const COMMENT_LIMIT_BYTES = 65_536;

/** Hidden in the comment to find it again. There is one comment per target and pull request. */
export function commentMarker(key: string): string {
  return `<!-- canary-action ${key} -->`;
}

/** Who was refused. */
export interface RefusedRun {
  /** The workflow and the job. */
  readonly job: string;
  /** The run and its attempt. */
  readonly run: string;
}

/** Begins the comments of refused runs of a job, whose targets may not exist. */
export function refusalsOf({ job }: Pick<RefusedRun, 'job'>): string {
  return `<!-- canary-action refused ${plain(job)} `;
}

/** The beginning of those of one run, which may have several jobs of this name. */
export function refusalsIn(of: RefusedRun): string {
  return `${refusalsOf(of)}${plain(of.run)} `;
}

/** @param key of the target, or what else distinguishes it */
export function refusalMarker(of: RefusedRun, key: string): string {
  return `${refusalsIn(of)}${plain(key)} -->`;
}

function plain(text: string): string {
  return text.replace(/[^\w./:+-]/g, '-').slice(0, 120) || 'unknown';
}

/** Whether a report is of a run that was refused, so that its target may not exist. */
export function isRefusal({ outcome, functions, weights, open }: Report): boolean {
  return outcome === 'failed' && functions.length === 0 && weights.length === 0 && !open;
}

/** The marker at the beginning of a comment; `undefined`: it has none. */
export function markerOf(body: string): string | undefined {
  return /^<!-- canary-action [^\n]{1,500} -->/.exec(body)?.[0];
}

/** @param marker begins the comment; by default that of its target */
export function renderComment(report: Report, marker = commentMarker(report.target.key)): string {
  const { source } = report;
  const parts = [
    marker,
    `### ${HEADLINES[report.outcome]}: ${subject(report)}`,
    why(report),
    broke(report),
    gateSection(report),
    preview(report),
    progress(report),
    sides(report),
    compared(report),
    hit(report),
    next(report),
    approvalSection(report),
    doorSection(report),
    steering(report),
    ...notesOf(report).map((note) => `- ${escapeMarkdown(note, 600)}`),
    ...report.advice.map((advice) => `- ${escapeMarkdown(advice, 600)}`),
    logs(report),
    codeBlock(report.commands),
    problemList(report.problems, { most: 10, longest: 600, said: report.reason }).join('\n'),
    missingPermissions(report),
    [runLink(source), commitOf(report), clockTime(report.endedAt)]
      .filter((part) => part !== '')
      .join(' · '),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return shorten(
    text,
    COMMENT_LIMIT_BYTES,
    `*Shortened: see the ${link(runWords(source), source.runUrl)}.*`,
  );
}

/** Empty if the run has no page. */
function runLink(source: Report['source']): string {
  return source.runUrl && link(capitalize(runWords(source)), source.runUrl);
}

/** Only a preview's, which tell its readers what its address does not do. */
function notesOf({ outcome, notes }: Report): readonly string[] {
  return outcome === 'previewed' ? notes : [];
}

/** The changes since the previous version also identify the commit; without them, the commit itself. */
function commitOf(report: Report): string {
  const { source } = report;
  return whatChanged(report) || (source.sha === '' ? '' : commitLink(source));
}

/** The short cause if there is one; the numbers are in the summary. */
function why(report: Report): string {
  const short = causeTitle(report);
  if (short === '') return escapeMarkdown(capitalize(report.reason), 600);
  return `**${escapeMarkdown(capitalize(short))}.** ${escapeMarkdown(report.stands, 600)}`;
}

/** A release that was promoted nevertheless has it in its summary. */
function broke(report: Report): string {
  return report.outcome === 'promoted' ? '' : brokeInMarkdown(report);
}

/** `▓▓▓░░░░░░░ 25%` of the traffic, and the path of steps. */
function progress(report: Report): string {
  const { outcome, weight, weights } = report;
  if (['planned', 'unchanged', 'previewed'].includes(outcome)) return '';
  if (outcome === 'failed' && weights.length === 0) return '';
  const share =
    weight === null
      ? 'The share of traffic on the new version is unknown.'
      : `${code(bar(weight))} **${formatWeight(weight)}** of the traffic on the new version`;
  const way = stepPath(report);
  return way === '' ? share : `${share}<br>${way}`;
}

/** The same figures as everywhere else; empty as long as nothing was counted. */
function sides(report: Report): string {
  const rates = ratesOf(report);
  const { canary, stable } = rates;
  if (requestsOf(canary) + requestsOf(stable) === 0) return '';
  const { only } = sideNames(report, rates.finding);
  const row = (name: string, version: string | undefined, totals: Totals | null) => [
    version ? `${name} (${version})` : name,
    ...(totals === null
      ? [NOT_YET_COUNTED, '–', '–']
      : [count(totals.requests), count(totals.errors), errorRate(totals)]),
  ];
  const rows = [
    row('canary', only?.to, canary),
    ...(stable?.requests === 0 ? [] : [row('stable', only?.from, stable)]),
  ];
  return table([rates.when, 'requests', rates.did, 'rate'], rows);
}

/** What was observed and whether it is enough to decide, unless that is the reason above. */
function compared({ outcome, evidence }: Report): string {
  if (outcome !== 'running' && outcome !== 'promoted' && outcome !== 'held') return '';
  const finding = leading(evidence.filter(isFinding));
  const standing = finding && standingOf(finding);
  if (!finding || standing === 'nothing-compared') return '';
  const says = describeEvidence(finding);
  const text = standing === 'not-worse' ? `${says}: ${STANDINGS[standing]}` : says;
  return escapeMarkdown(capitalize(text), 600);
}

function requestsOf(totals: Totals | null): number {
  return totals?.requests ?? 0;
}

/** The same estimate as everywhere else; nothing if no harm was seen. */
function hit(report: Report): string {
  const affected = affectedBy(report);
  if (affected?.kind !== 'about' && affected?.kind !== 'at-least') return '';
  const since = report.impact ? ` since ${clockMinute(report.impact.since)}` : '';
  return `${capitalize(affectedText(report))}${since}.`;
}

/** A link to the log query, which is long and is in the job summary. */
function logs({ outcome, functions, source }: Report): string {
  if (outcome !== 'rolled-back' || functions.length === 0) return '';
  return `- The query for its logs is in the summary of the ${link(runWords(source), source.runUrl)}.`;
}

function next({ outcome, steps, plan, open }: Report): string {
  const current = steps.at(-1);
  if (outcome !== 'running' || !current) return '';
  if (open?.paused) return '⏸️ Paused: the weight stays the same until the rollout is resumed.';
  const what = steps.length in plan.steps ? stepLabel(plan, steps.length) : 'promotion';
  const at = clockTime(current.began + current.plannedSeconds);
  return isAfterPromotion(current)
    ? `Monitored until ${at} (${formatDuration(current.plannedSeconds)})`
    : `Next: ${what}, ${whenNext(plan, steps.length - 1, at)}`;
}

/** A step that waits for requests has no time of its own. */
function whenNext(plan: Plan, index: number, at: string): string {
  const step = plan.steps[index];
  const requests = step ? requestsFor(plan, step) : 0;
  return requests > 0
    ? `after ${requests} requests of the new version, expected at ${at}`
    : `not before ${at}`;
}

/**
 * No line begins with a command: with a user's token, this comment counts as a user's and must not be
 * executed.
 */
function steering(report: Report): string {
  if (waitsFor(report) !== undefined) return '';
  const commands = possibleCommands(report).join(' | ');
  if (commands === '') return '';
  const when = report.outcome === 'held' ? ' (read by the next run, or by a job for comments)' : '';
  return `To control the rollout, comment${when}:<br>\`/canary ${commands}\``;
}

/** The commands that apply now; empty if no rollout is open or no comments are read. */
export function possibleCommands({ open, pull }: Report): readonly CommentCommand[] {
  if (!open || pull === undefined) return [];
  if (open.step === undefined) return ['rollback'];
  return [open.paused ? 'resume' : 'pause', 'promote', 'rollback'];
}
