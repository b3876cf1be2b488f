// The table of the smoke checks.

import { formatWeight } from '../rollout/plan.ts';
import { answerText } from './check-text.ts';
import { code, escapeMarkdown, table } from './markdown.ts';
import type { Report } from './report.ts';

const SIGNS = { passed: '🟢', warned: '🟡', failed: '🔴', skipped: '⚪', stopped: '⚪' } as const;

export function checkTable({ checks = [] }: Pick<Report, 'checks'>): string {
  if (checks.length === 0) return '';
  const rows = checks.map((check) => [
    check.point,
    escapeMarkdown(check.name, 100),
    code(check.call),
    formatWeight(check.weight),
    `${SIGNS[check.result]} ${check.result}`,
    answerText(check),
    escapeMarkdown(check.differs.join('; '), 1000),
  ]);
  const head = ['When', 'Check', 'Sent', 'Weight', 'Result', 'Answer', 'What differed'];
  return `### Smoke checks of the new version\n\n${table(head, rows)}`;
}
