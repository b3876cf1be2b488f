// Tables for a terminal and for Markdown.

import type { Goal, Table } from './study.ts';

/** The table in columns of equal width. */
export function asText({ title, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [title, ...all.map(line), ''].join('\n');
}

/** The table in Markdown, under its title as a heading. */
export function asMarkdown({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

/** Each goal, its result, and whether it is reached. */
export function goalTable(goals: readonly Goal[]): Table {
  const sorted = [...goals].sort((a, b) => a.id.localeCompare(b.id));
  return {
    title: 'Goals',
    columns: ['goal', 'asks', 'found', 'reached'],
    rows: sorted.map((goal) => [goal.id, goal.asks, goal.found, goal.reached ? 'yes' : 'no']),
  };
}

/** The goals for a terminal, which is too narrow for a table of sentences. */
export function goalText(goals: readonly Goal[]): string {
  const { rows } = goalTable(goals);
  const paragraphs = rows.map(
    ([id, asks, found, reached]) => `${id}  ${asks}\n    ${reached}: ${found}`,
  );
  return ['Goals', ...paragraphs, ''].join('\n');
}

const BEGIN = '<!-- bench:judge begin -->';
const END = '<!-- bench:judge end -->';

/**
 * The page with everything between the two markers replaced.
 *
 * @throws if the page lacks a marker
 */
export function betweenMarkers(page: string, content: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} or ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${content}\n\n${page.slice(end)}`;
}
