// The one comment on the pull request: the outcome first, and no more than fits a phone's screen.

import { formatDuration } from '../rollout/duration.ts';
import { formatWeight } from '../rollout/plan.ts';
import { code, codeBlock, escapeMarkdown, link, shorten, table } from './markdown.ts';
import type { Report } from './report.ts';
import { subject } from './summary.ts';
import { targetKey } from './target-label.ts';
import { bar, clockTime, count, errorRate, HEADLINES } from './words.ts';

/** GitHub refuses a longer body with 422; it counts characters, and bytes are never fewer. */
export const COMMENT_LIMIT_BYTES = 65_536;

/** Hidden in the comment, to find it again. One comment per target and pull request. */
export function commentMarker(key: string): string {
  return `<!-- canary-action ${key} -->`;
}

export function renderComment(report: Report): string {
  const { target, source } = report;
  const parts = [
    commentMarker(targetKey(target)),
    `### ${HEADLINES[report.outcome]}: ${subject(report)}`,
    `${bar(report.weight)} ${formatWeight(report.weight)} of the traffic on the new version`,
    escapeMarkdown(report.reason, 600),
    arms(report),
    next(report),
    ...report.advice.map((advice) => `- ${escapeMarkdown(advice, 600)}`),
    codeBlock(report.commands),
    ...report.problems.slice(0, 10).map((problem) => `- ${escapeMarkdown(problem, 600)}`),
    `${link('Workflow run', source.runUrl)}${source.sha && ` · ${code(source.sha.slice(0, 7))}`} · ${clockTime(report.endedAt)}`,
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return shorten(
    text,
    COMMENT_LIMIT_BYTES,
    `*Shortened: see the ${link('workflow run', source.runUrl)}.*`,
  );
}

function arms({ steps }: Report): string {
  const step = steps.findLast((s) => s.canary.requests + s.stable.requests > 0);
  if (!step) return '';
  const row = (name: string, { requests, errors }: { requests: number; errors: number }) => [
    name,
    count(requests),
    count(errors),
    errorRate({ requests, errors }),
  ];
  const rows = [row('canary', step.canary), row('stable', step.stable)];
  return table([`at ${step.label}`, 'requests', 'failed', 'rate'], rows);
}

function next({ outcome, steps, plan }: Report): string {
  const current = steps.at(-1);
  if (outcome !== 'running' || !current) return '';
  const following = plan.steps[steps.length];
  const what = following ? formatWeight(following.weight) : 'promotion';
  const at = clockTime(current.began + current.plannedSeconds);
  return current.label === 'bake'
    ? `Watched on until ${at} (${formatDuration(current.plannedSeconds)})`
    : `Next: ${what}, not before ${at}`;
}
