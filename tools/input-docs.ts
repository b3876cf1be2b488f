// Generates the inputs in action.yml and in the README from their declarations.

import { parse } from 'yaml';
import type { Declaration, InputGroup } from '../src/inputs/declaration.ts';
import { schemaOf } from '../src/inputs/schema.ts';
import { TARGET_KINDS } from '../src/targets/kinds.ts';

/** The description of an input in all documents, without its default. */
export function describe({ doc, details, only, workflowOnly }: Declaration): string {
  return [
    doc,
    ...(details ? [details] : []),
    ...(only ? [`For ${only} only.`] : []),
    ...(workflowOnly ? ['In the workflow only.'] : []),
  ].join(' ');
}

/** The metadata with the declared inputs, which replace everything between `inputs:` and `outputs:`. */
export function withInputs(metadata: string): string {
  const begin = metadata.indexOf('\ninputs:\n');
  const end = metadata.indexOf('\noutputs:\n');
  if (begin < 0 || end < begin) throw new Error('action.yml lacks inputs: and, after it, outputs:');
  const note = '# Written by `npm run generate` from src/inputs.';
  const inputs = perGroup(({ title, inputs }) => [
    `  # ${title}`,
    ...Object.entries(inputs).flatMap(yamlLines),
  ]);
  return `${metadata.slice(0, begin)}\ninputs:\n  ${note}\n\n${inputs}\n${metadata.slice(end)}`;
}

function yamlLines([name, declared]: readonly [string, Declaration]): readonly string[] {
  const { default: text, defaultText = text, expression } = declared;
  const standard = defaultText === '' ? '' : ` Default: ${defaultText}.`;
  return [
    `  ${name}:`,
    '    description: >-',
    ...wrapped(`${describe(declared)}${standard}`).map((line) => `      ${line}`),
    ...(expression === undefined ? [] : [`    default: ${expression}`]),
  ];
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 94) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The page with the tables of inputs and outputs between their markers. */
export function withTables(page: string, metadata: string): string {
  return between('outputs', outputTable(metadata), between('inputs', inputTables(), page));
}

function between(part: string, text: string, page: string): string {
  const [begin, end] = [`<!-- ${part} begin -->`, `<!-- ${part} end -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no markers ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

function inputTables(): string {
  return perGroup(({ title, inputs }) => [
    ...[`### ${title}`, '', '| input | type | default | what it is |', '|---|---|---|---|'],
    ...Object.entries(inputs).map(row),
  ]);
}

function row([name, declared]: readonly [string, Declaration]): string {
  const { default: text, defaultText = code(text) } = declared;
  return `| \`${name}\` | ${typeOf(declared)} | ${cell(defaultText)} | ${cell(describe(declared))} |`;
}

function typeOf({ type: { name, words = [] } }: Declaration): string {
  const shown = words.map(code).join(', ');
  if (shown === '') return name;
  return name === 'list' ? `list of ${shown}` : shown;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function outputTable(metadata: string): string {
  const { outputs } = parse(metadata) as {
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  };
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| output | what it is |', '|---|---|', ...rows].join('\n');
}

/** One line of Markdown: an unescaped bar would end the cell, an angle bracket would begin a tag. */
function cell(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function perGroup(lines: (group: InputGroup) => readonly string[]): string {
  return schemaOf(TARGET_KINDS)
    .groups.map((group) => lines(group).join('\n'))
    .join('\n\n');
}
