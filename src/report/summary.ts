// The job summary: what happened, the evidence, and what to do now.

import { formatDuration } from '../base/duration.ts';
import { MOST_LISTED } from '../base/listed.ts';
import { heldBackShare } from '../rollout/hold-back.ts';
import { formatWeight, type Plan, rampOf, requestsFor, type Step } from '../rollout/plan.ts';
import { describeChange, type FunctionChange } from '../rollout/release.ts';
import { approvalSection, approvalsList, doorSection } from './approval-section.ts';
import { blindSpotText } from './blind-text.ts';
import { whatBrokeSection } from './broke-section.ts';
import { causeTitle } from './cause-title.ts';
import { checkTable } from './check-table.ts';
import { changedTogether, commitDetails, commitLink, runWords } from './commits.ts';
import { comparisonTable, evidenceTable, hookTable, stepTable } from './evidence-tables.ts';
import { capitalize, clause, clockTime, dateTime, formatElapsed, HEADLINES } from './format.ts';
import { gateSection } from './gate-section.ts';
import { logsSentences } from './logs-text.ts';
import { code, codeBlock, details, escapeMarkdown, link, shorten, table } from './markdown.ts';
import { missingPermissions } from './missing-permissions.ts';
import { outcomeAlert, outcomeSentence } from './outcome-sentence.ts';
import { picture } from './picture.ts';
import { problemList } from './problem-link.ts';
import type { EventKind, Outcome, Report } from './report.ts';
import { requestsSection } from './requests.ts';
import { affectedUsers, consoleLinks, nextSteps } from './rollback-section.ts';

/** GitHub refuses step summaries larger than 1 MiB. */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;
const MARGIN_BYTES = 1024;

/** @param drawn renders the outcome and its picture; by default as text */
export function renderSummary(report: Report, drawn = asText): string {
  const sections = [
    `## ${HEADLINES[report.outcome]}: ${subject(report)}`,
    ...drawn(report),
    gateSection(report),
    preview(report),
    approvalSection(report),
    doorSection(report),
    problems(report),
    missingPermissions(report),
    list('What each step can detect', report.foresight),
    affectedUsers(report),
    whatBrokeSection(report),
    nextSteps(report),
    ...folded(report),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  const pointer = `*Shortened: the full report is in the file of the output ${code('report')}.*`;
  return shorten(text, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
}

function asText(report: Report): readonly string[] {
  return [outcomeAlert(report), escapeMarkdown(report.stands, 1000), picture(report)];
}

/** Details for whoever asks for them. */
function folded(report: Report): readonly string[] {
  const { notes, timeline: entries } = report;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['How it was decided', decision(report)],
    [
      'Steps, hooks and commands',
      [stepTable(report), hookTable(report), requestsSection(report), approvalsList(report)],
    ],
    [RELEASED[report.outcome], [released(report)]],
    [`Timeline (${entries.length})`, [timeline(report)]],
    [`Notes (${notes.length})`, [bullets(notes)]],
    ['Blind spots: what could break unseen', [blindSpots(report)]],
  ];
  const shown = parts.flatMap(([title, content]) => {
    const text = content.filter((part) => part !== '').join('\n\n');
    return text === '' ? [] : [details(title, text)];
  });
  return [...shown, ...policies(report)];
}

/** The reason with its statistics, and everything that was compared and checked. */
function decision(report: Report): readonly string[] {
  if (report.weights.length === 0 && report.evidence.length === 0) return [];
  const short = causeTitle(report);
  const title = short === '' ? '' : `**${escapeMarkdown(capitalize(short))}.** `;
  const reason = escapeMarkdown(capitalize(report.reason), 1000);
  return [
    // The first sentence of the summary may have it.
    outcomeSentence(report).includes(clause(reason)) ? '' : `${title}${reason}`,
    comparisonTable(report),
    evidenceTable(report),
    checkTable(report),
    bullets(logsSentences(report.logs)),
  ];
}

function blindSpots({ blindSpots: spots = [] }: Report): string {
  return bullets(spots.map(blindSpotText));
}

/** The link to the preview of a pull request; empty if there is none. */
export function preview({ previewUrl }: Pick<Report, 'previewUrl'>): string {
  return previewUrl === undefined
    ? ''
    : `**${link('Open the preview', previewUrl)}** (${code(previewUrl)})`;
}

/** What is released and where: `orders 7 → 8 on orders-api/prod`. */
export function subject(report: Report): string {
  const { functions, steps, target } = report;
  const where = code(target.previewLabel ?? target.label);
  const shown = functions.slice(0, 3).map((f) => `${code(f.name)} ${describeChange(f)}`);
  const more = functions.length > 3 ? ` and ${functions.length - 3} more` : '';
  if (shown.length > 0) return `${shown.join(', ')}${more} on ${where}`;
  return steps.length > 0 ? `API definition on ${where}` : where;
}

const RELEASED: Readonly<Record<Outcome, string>> = {
  running: 'What is released',
  planned: 'What would be released',
  promoted: 'What was released',
  held: 'What is held',
  unchanged: 'Current state',
  previewed: 'What is previewed',
  'rolled-back': 'What was tried',
  failed: 'What was requested',
  stuck: 'What was tried',
};

/** The steps shown of a plan with very many steps. */
const FIRST_STEPS = 5;

function policies({ policy, planPolicy }: Report): readonly string[] {
  const shown = (title: string, json: string | undefined) =>
    json === undefined ? '' : details(title, codeBlock(json.split('\n')));
  return [
    shown('Permissions that the role needs for this release', policy),
    shown('Permissions of a role that can only plan it, for pull requests', planPolicy),
  ];
}

function planInWords(plan: Plan): string {
  const { bakeSeconds, readSeconds = 0, advance } = plan;
  const held = (step: Step) => {
    if (advance.kind === 'evidence') return '';
    const time = formatDuration(step.holdSeconds);
    const requests = requestsFor(plan, step);
    return requests > 0 ? ` until ${requests} requests (about ${time})` : ` for ${time}`;
  };
  const all = rampOf(plan).map((step) => `${formatWeight(step.weight)}${held(step)}`);
  const left = all.length - FIRST_STEPS - 1;
  const shown =
    left > 1 ? [...all.slice(0, FIRST_STEPS), `${left} more steps`, ...all.slice(-1)] : all;
  const pace = advance.kind === 'evidence' ? ' as evidence allows' : '';
  if (shown.length === 0 && bakeSeconds === 0) return '';
  const read =
    readSeconds > 0 ? `, with its counts read within ${formatDuration(readSeconds)}` : '';
  const bakeTime = formatDuration(bakeSeconds);
  const share = heldBackShare(plan);
  return share > 0
    ? `${shown.join(', ')}${pace}, then a bake of ${bakeTime} at ${formatWeight(100 - share)}${read}, then promotion`
    : `${[...shown, 'promotion'].join(', ')}${pace}, then a bake of ${bakeTime}${read}`;
}

function released(report: Report): string {
  const { functions, target, source, plan, startedAt, endedAt } = report;
  const commit = source.sha
    ? `${commitLink(source)}${source.title && ` ${escapeMarkdown(source.title)}`} by ${escapeMarkdown(source.actor)}`
    : '';
  const rows = [
    ['Commit', commit],
    ['Tag', source.tag === undefined ? '' : code(source.tag)],
    ['What changed', changedTogether(report)],
    ['Run', source.runUrl && link(runWords(source), source.runUrl)],
    ['In the console', consoleLinks(report)],
    ...target.rows,
    ...functions.map((f) => [`${target.releases} ${code(f.name)}`, functionRow(report, f)]),
    ['Plan', planInWords(plan)],
    ['Time', `${dateTime(startedAt)}, ${formatElapsed(startedAt, endedAt)}`],
  ];
  const items = rows.filter(([, value]) => value).map(([name, value]) => `- **${name}:** ${value}`);
  return items.join('\n');
}

function functionRow(report: Report, change: FunctionChange): string {
  const origin = commitDetails(report, change);
  return `version ${describeChange(change)}${origin && ` · ${origin}`}`;
}

const EVENT_SIGNS: Readonly<Record<EventKind, string>> = {
  traffic: '🔀',
  alarm: '🔔',
  verdict: '⚖️',
  hook: '🪝',
  person: '🗣️',
  note: '📝',
};
function timeline({ timeline: entries }: Report): string {
  if (entries.length === 0) return '';
  const rows = entries.map((entry) => [
    clockTime(entry.at).slice(0, 8),
    `${EVENT_SIGNS[entry.kind]} ${escapeMarkdown(entry.what, 500)}`,
  ]);
  return table(['UTC', 'What'], rows);
}

function problems({ problems: all, reason }: Report): string {
  if (all.length === 0) return '';
  const items = problemList(all, { most: MOST_LISTED, longest: 2000, said: reason });
  const shown = `### Problems\n\n${items.join('\n')}`;
  const pointer = `The rest is in the file of the output ${code('report')}.`;
  return all.length > MOST_LISTED ? `${shown}\n\n${pointer}` : shown;
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${title}\n\n${bullets(items)}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${escapeMarkdown(item, 2000)}`).join('\n');
}
