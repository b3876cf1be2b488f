// Where docs/troubleshooting.md explains a problem. A problem is a sentence, made wherever it is found; which row explains
// it follows from its fixed words, so that page and messages cannot drift apart (decision 41).

import { code, escapeMarkdown, link } from './markdown.ts';
import { PROBLEM_KINDS } from './problem-kinds.ts';

const PAGE = 'https://github.com/org/canary-action/blob/v1/docs/troubleshooting.md';

/** Sections of the page, for problems without a row of their own. */
export type ProblemArea = 'the-command-line' | 'the-inputs' | 'preflight';

interface Kind {
  readonly id: string;
  readonly parts: readonly string[];
  /** The more of a sentence is fixed, the better it fits. */
  readonly length: number;
}

let kinds: readonly Kind[] | undefined;

function allKinds(): readonly Kind[] {
  kinds ??= PROBLEM_KINDS.trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...rest] = line.split(' ');
      const parts = rest.join(' ').split('…');
      return { id, parts, length: parts.join('').length };
    });
  return kinds;
}

/** The anchor of the row that explains a problem; that of its section if none does. */
export function problemId(problem: string, area: ProblemArea): string {
  let best: Kind | undefined;
  for (const kind of allKinds()) {
    if (kind.length <= (best?.length ?? 0)) continue;
    if (kind.parts.every((part) => problem.includes(part))) best = kind;
  }
  return best?.id ?? area;
}

export function problemUrl(id: string): string {
  return `${PAGE}#${id}`;
}

export interface ProblemListOptions {
  readonly most: number;
  readonly longest: number;
  readonly area?: ProblemArea;
  /** What the reader has read before: a problem in it is not repeated. */
  readonly said?: string;
}

/** The problems as items of a list in Markdown, each with a link to its row. */
export function problemList(
  problems: readonly string[],
  { most, longest, area = 'preflight', said = '' }: ProblemListOptions,
): readonly string[] {
  const [only] = problems;
  if (problems.length === 1 && only !== undefined && said.includes(only)) {
    return [`- How to fix it: ${rowLink(only, area)}`];
  }
  const rest = problems.length - most;
  const items = problems
    .slice(0, most)
    .map((problem) => `- ${escapeMarkdown(problem, longest)} (${rowLink(problem, area)})`);
  return rest > 0 ? [...items, `- and ${rest} more`] : items;
}

function rowLink(problem: string, area: ProblemArea): string {
  const id = problemId(problem, area);
  return link(code(id), problemUrl(id));
}

/** The anchors of several problems, each once. */
export function problemIds(
  problems: readonly string[],
  area: ProblemArea = 'preflight',
): readonly string[] {
  return [...new Set(problems.map((problem) => problemId(problem, area)))];
}

/** For a log, where an address can be opened: in a line of its own, because many are longer than what fits next to words. */
export function whereExplained(ids: readonly string[]): readonly string[] {
  const urls = ids.slice(0, MOST_LINES).map(problemUrl);
  return urls.length === 0 ? [] : ['How to fix it:', ...urls];
}

const MOST_LINES = 10;
