// The job summary of a run whose inputs are refused.

import { firstOf } from '../base/listed.ts';
import { HEADLINES } from './format.ts';
import { escapeMarkdown } from './markdown.ts';

export function renderWrongInputs(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  const lines = firstOf(problems).map((problem) => `- ${escapeMarkdown(problem, 600)}`);
  return [
    `## ${HEADLINES.failed}`,
    '',
    `The inputs have ${count}. Nothing was changed in AWS.`,
    '',
    ...lines,
    '',
  ].join('\n');
}
