// What a run says whose inputs are refused: it has no target to report on.

import { MOST_LISTED } from '../base/listed.ts';
import { runWords } from './commits.ts';
import { capitalize, HEADLINES } from './format.ts';
import { link } from './markdown.ts';
import { problemList } from './problem-link.ts';
import type { Source } from './report.ts';

/** The job summary. */
export function renderWrongInputs(problems: readonly string[]): string {
  return `## ${body(problems)}`;
}

/** The comment on the pull request. @param marker finds it again */
export function wrongInputsComment(
  problems: readonly string[],
  marker: string,
  source: Pick<Source, 'runUrl'>,
): string {
  const run = link(capitalize(runWords(source)), source.runUrl);
  return `${marker}\n\n### ${body(problems)}\n${run}\n`;
}

function body(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  const shown = { most: MOST_LISTED, longest: 600, area: 'the-inputs' } as const;
  return [
    HEADLINES.failed,
    '',
    `The inputs have ${count}. Nothing was changed in AWS.`,
    '',
    ...problemList(problems, shown),
    '',
  ].join('\n');
}
