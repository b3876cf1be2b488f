// What a person needs who approves a release: what it waits for, what each command does, and the way to the new version.

import { formatDuration } from '../base/duration.ts';
import { formatWeight, isBake, type Plan } from '../rollout/plan.ts';
import { approversText } from './approval-text.ts';
import { clockTime } from './format.ts';
import { code, codeBlock, escapeMarkdown, link, table } from './markdown.ts';
import type { Report } from './report.ts';

/** The weight in % that the release waits for; `undefined`: it waits for no approval. */
export function waitsFor({
  outcome,
  cause,
  plan,
}: Pick<Report, 'outcome' | 'cause' | 'plan'>): number | undefined {
  if (outcome !== 'held' || !cause) return undefined;
  if (cause.kind === 'door') return plan.steps[0]?.weight ?? 100;
  return cause.kind === 'approval' ? cause.weight : undefined;
}

/** In the comment and the summary; empty if nothing waits for an approval. */
export function approvalSection(report: Report): string {
  const { plan, pull } = report;
  const weight = waitsFor(report);
  if (weight === undefined) return '';
  const way = (command: 'promote' | 'rollback') =>
    pull === undefined
      ? `run ${code(`command: ${command}`)}`
      : `comment ${code(`/canary ${command}`)}`;
  const before = report.functions.map((f) => `${f.name} ${f.from}`).join(', ');
  const back = before === '' ? 'what was served before' : before;
  return [
    `**Approval of ${formatWeight(weight)}** by ${escapeMarkdown(approversText(plan.approvals?.by), 300)}:`,
    table(
      ['To', 'Do', 'Then'],
      [
        ['approve', way('promote'), escapeMarkdown(afterApproval(plan, weight))],
        [
          'reject',
          way('rollback'),
          escapeMarkdown(`all traffic goes to ${back}, and the release ends`),
        ],
      ],
    ),
  ].join('\n\n');
}

function afterApproval(plan: Plan, weight: number): string {
  const index = plan.steps.findIndex((step) => step.weight === weight);
  if (index < 0) return 'the new version gets all traffic, and is still monitored';
  const step = plan.steps[index];
  const time = step ? formatDuration(step.holdSeconds) : '';
  const bake = isBake(plan, index) ? ' as the bake' : '';
  const following = plan.steps[index + 1];
  const more = following ? formatWeight(following.weight) : 'the promotion';
  return `${formatWeight(weight)} for ${time}${bake}, then ${more}; it is still rolled back if it is worse`;
}

/** How people reach the new version; empty unless it waits at 0%. */
export function doorSection({ door }: Pick<Report, 'door'>): string {
  if (!door) return '';
  const { url, commands, notes } = door;
  return [
    ...(url === undefined ? [] : [`**${link('Open the new version', url)}** (${code(url)})`]),
    codeBlock(commands),
    ...notes.map((note) => escapeMarkdown(note, 600)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same for a log. */
export function doorLines({ door }: Pick<Report, 'door'>): readonly string[] {
  if (!door) return [];
  const { url, commands, notes } = door;
  const to = url === undefined ? [] : [`The new version can be reached at ${url}`];
  const by = commands.length === 0 ? [] : ['To reach the new version:', ...commands];
  return [...to, ...by, ...notes];
}

/** Who approved what, for the summary. */
export function approvalsList({ approvals = [] }: Pick<Report, 'approvals'>): string {
  if (approvals.length === 0) return '';
  const rows = approvals.map(({ weight, at, by }) => [
    formatWeight(weight),
    escapeMarkdown(by),
    `${new Date(at * 1000).toISOString().slice(0, 10)} ${clockTime(at)}`,
  ]);
  return `### Approvals\n\n${table(['Weight', 'Approved by', 'When'], rows)}`;
}
