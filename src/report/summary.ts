// The job summary: what happened, what was seen, what to do now.

import { formatDuration } from '../rollout/duration.ts';
import { formatWeight, type Plan, type Step } from '../rollout/plan.ts';
import { changeInWords } from '../rollout/release.ts';
import { code, codeBlock, escapeMarkdown, link, shorten, table } from './markdown.ts';
import type { Outcome, Report, StepReport, TargetReport } from './report.ts';
import { targetLabel } from './target-label.ts';
import { bar, clockTime, count, dateTime, errorRate, HEADLINES, lasted } from './words.ts';

/** GitHub refuses the upload of a step's summary above 1 MiB. */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;
const MARGIN_BYTES = 1024;

export function renderSummary(report: Report): string {
  const sections = [
    headline(report),
    list('What each step can see', report.foresight),
    list('What to do', report.advice),
    codeBlock(report.commands),
    list('Problems', report.problems),
    released(report),
    steps(report),
    evidence(report),
    hooks(report),
    timeline(report),
    list('Notes', report.notes),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  const pointer = `*Shortened: the whole report is in the file of the output ${code('report')}.*`;
  return shorten(text, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
}

function headline(report: Report): string {
  const title = `## ${HEADLINES[report.outcome]}: ${subject(report)}`;
  return `${title}\n\n**${escapeMarkdown(report.reason, 1000)}**\n\n${escapeMarkdown(report.stands, 1000)}`;
}

/** What is released, where: `orders 7 → 8 on orders-api/prod`. */
export function subject({ functions, target, steps }: Report): string {
  const where = code(targetLabel(target));
  const shown = functions.slice(0, 3).map((f) => `${code(f.name)} ${changeInWords(f)}`);
  const more = functions.length > 3 ? ` and ${functions.length - 3} more` : '';
  if (shown.length > 0) return `${shown.join(', ')}${more} on ${where}`;
  return steps.length > 0 ? `API definition on ${where}` : where;
}

const RELEASED: Readonly<Record<Outcome, string>> = {
  running: 'What is released',
  planned: 'What would be released',
  promoted: 'What was released',
  held: 'What is held',
  unchanged: 'What stands',
  'rolled-back': 'What was tried',
  failed: 'What was asked for',
  stuck: 'What was tried',
};

function planInWords({ steps, advance, bakeSeconds }: Plan): string {
  const held = (step: Step) =>
    advance.kind === 'evidence' ? '' : ` for ${formatDuration(step.holdSeconds)}`;
  const shown = steps.map((step) => `${formatWeight(step.weight)}${held(step)}`);
  const pace = advance.kind === 'evidence' ? ' as evidence allows' : '';
  if (shown.length === 0 && bakeSeconds === 0) return '';
  return `${[...shown, 'promotion'].join(', ')}${pace}, then a bake of ${formatDuration(bakeSeconds)}`;
}

function released(report: Report): string {
  const { outcome, functions, target, source, plan, startedAt, endedAt } = report;
  const commit = source.sha
    ? `${code(source.sha.slice(0, 7))}${source.title && ` ${escapeMarkdown(source.title)}`} by ${escapeMarkdown(source.actor)}`
    : '';
  const rows = [
    ['Commit', commit],
    ['Run', link('workflow run', source.runUrl)],
    ...targetRows(target),
    ...functions.map((f) => [`Function ${code(f.name)}`, `version ${changeInWords(f)}`]),
    ['Plan', planInWords(plan)],
    ['Time', `${dateTime(startedAt)}, ${lasted(startedAt, endedAt)}`],
  ];
  return `### ${RELEASED[outcome]}\n\n${table(
    ['', ''],
    rows.filter(([, value]) => value),
  )}`;
}

function targetRows(target: TargetReport): string[][] {
  if (target.kind === 'alias') {
    const shown = target.aliases.slice(0, 20).map((alias) => code(alias));
    const more = target.aliases.length > 20 ? ` and ${target.aliases.length - 20} more` : '';
    return [['Aliases', `${shown.join(', ')}${more}, ${code(target.region)}`]];
  }
  const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = target;
  const api = apiName === '' ? code(restApiId) : `${code(apiName)} (${code(restApiId)})`;
  const moved = deploymentBefore === deploymentAfter ? '' : ` → ${code(deploymentAfter)}`;
  return [
    ['REST API', `${api}, stage ${code(stageName)}, ${code(region)}`],
    ['Deployment', deploymentBefore && `${code(deploymentBefore)}${moved}`],
  ];
}

function steps(report: Report): string {
  if (report.steps.length === 0) return '';
  const rows = report.steps.map((step) => stepRow(step, report.endedAt));
  const head = ['Step', 'Weight', 'Held', 'Canary requests', 'failed', 'Stable requests', 'failed'];
  const by =
    report.countedBy === 'functions'
      ? '\n\nCounted by the functions’ versions: the gateway showed no series of its own for the canary.'
      : '';
  return `### Steps\n\n${table(head, rows)}${by}`;
}

function stepRow(step: StepReport, now: number): string[] {
  const { canary, stable } = step;
  return [
    `${bar(step.weight)} ${step.label}`,
    formatWeight(step.weight),
    `${lasted(step.began, step.ended ?? now)} of ${formatDuration(step.plannedSeconds)}`,
    count(canary.requests),
    `${count(canary.errors)} (${errorRate(canary)})`,
    count(stable.requests),
    `${count(stable.errors)} (${errorRate(stable)})`,
  ];
}

const VERDICT_SIGNS = { healthy: '🟢', inconclusive: '🟡', failing: '🔴' } as const;

function evidence({ evidence: witnesses }: Report): string {
  if (witnesses.length === 0) return '';
  const rows = witnesses.map((w) => [
    escapeMarkdown(w.witness),
    `${VERDICT_SIGNS[w.verdict]} ${w.verdict}`,
    escapeMarkdown(w.says, 500),
  ]);
  return `### Evidence at the end\n\n${table(['Witness', 'Verdict', 'Says'], rows)}`;
}

const RESULT_SIGNS = { passed: '🟢', failed: '🔴', stopped: '⚪' } as const;

function hooks({ hooks: heard }: Report): string {
  if (heard.length === 0) return '';
  const rows = heard.map((hook) => [
    hook.point,
    code(hook.calls),
    formatWeight(hook.weight),
    `${RESULT_SIGNS[hook.result]} ${hook.result} after ${lasted(hook.began, hook.ended)}`,
    escapeMarkdown(hook.says, 1000),
  ]);
  return `### Hooks\n\n${table(['Hook', 'Asked', 'At', 'Result', 'Says'], rows)}`;
}

function timeline({ timeline: entries }: Report): string {
  if (entries.length === 0) return '';
  const rows = entries.map((entry) => [clockTime(entry.at), escapeMarkdown(entry.what, 500)]);
  return `### Timeline\n\n${table(['Time', 'What'], rows)}`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `### ${title}\n\n${items.map((item) => `- ${escapeMarkdown(item, 2000)}`).join('\n')}`;
}
