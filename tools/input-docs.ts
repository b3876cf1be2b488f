// Generates the inputs in action.yml, in the README and in docs/inputs.md from their declarations.

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

/** One line; docs/inputs.md has the details. */
function yamlLines([name, declared]: readonly [string, Declaration]): readonly string[] {
  const { doc, only, default: text, defaultText = text, expression, type } = declared;
  const words = (type.words ?? []).map(code).join(', ');
  const kind = type.name === 'list' ? 'Any of' : 'One of';
  const parts = [
    doc,
    ...(words ? [`${kind} ${words}.`] : []),
    ...(only ? [`For ${only} only.`] : []),
  ];
  const standard = defaultText === '' ? [] : [`Default: ${defaultText}.`];
  return [
    `  ${name}:`,
    `    description: ${quoted([...parts, ...standard].join(' '))}`,
    ...(expression === undefined ? [] : [`    default: ${expression}`]),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The README with the first inputs, the groups of all of them, and the outputs. */
export function withOverview(page: string, metadata: string): string {
  const filled = between('first inputs', firstInputs(), between('groups', groupTable(), page));
  return between('outputs', outputTable(metadata, firstSentence), filled);
}

/** The page with all about inputs and outputs. */
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

/** The inputs that a first release sets, or at least decides on. */
const FIRST = [
  ...['functions', 'alias', 'rest-api-id', 'stage-name', 'invoke-permission', 'steps'],
  ...['bake-time', 'alarms', 'job-timeout', 'on-inconclusive', 'command', 'config'],
];

/** What a release cannot do without, and for which kind of target. A test shows that no other input is needed. */
export const REQUIRED: Readonly<Record<string, string>> = {
  ...{ functions: 'for an alias', alias: 'for an alias' },
  ...{ 'rest-api-id': 'for a stage', 'stage-name': 'for a stage' },
};

const HEAD = ['| input | type | default | required | what it is |', '|---|---|---|---|---|'];

function firstInputs(): string {
  const { inputs } = schemaOf(TARGET_KINDS);
  const rows = FIRST.map((name) => {
    const declared = inputs[name];
    if (!declared) throw new Error(`there is no input "${name}"`);
    return row(`[\`${name}\`](docs/inputs.md#input-${name})`, name, declared, declared.doc);
  });
  return [...HEAD, ...rows].join('\n');
}

function groupTable(): string {
  const rows = schemaOf(TARGET_KINDS).groups.map(({ title, inputs }) => {
    const names = Object.keys(inputs).map((name) => `[\`${name}\`](docs/inputs.md#input-${name})`);
    return `| [${title}](docs/inputs.md#${slug(title)}) | ${names.join(', ')} |`;
  });
  return ['| group | inputs |', '|---|---|', ...rows].join('\n');
}

const slug = (title: string) => title.toLowerCase().replaceAll(' ', '-');

function inputTables(): string {
  return perGroup(({ title, inputs }) => [
    ...[`### ${title}`, '', ...HEAD],
    ...Object.entries(inputs).map(([name, declared]) =>
      row(`<a id="input-${name}"></a>\`${name}\``, name, declared, describe(declared)),
    ),
  ]).replaceAll('](docs/', '](');
}

function row(shown: string, name: string, declared: Declaration, text: string): string {
  const { default: value, defaultText = code(value) } = declared;
  const cells = [typeOf(declared), cell(defaultText), REQUIRED[name] ?? '', cell(text)];
  return `| ${shown} | ${cells.join(' | ')} |`;
}

function typeOf({ type: { name, words = [] } }: Declaration): string {
  const shown = words.map(code).join(', ');
  if (shown === '') return name;
  return name === 'list' ? `list of ${shown}` : shown;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** The first sentence of a text, which may name a file. */
function firstSentence(text: string): string {
  return /^.*?[.](?= [A-Z`]|$)/s.exec(text.trim())?.[0] ?? text;
}

function outputTable(metadata: string, part = (text: string) => text): string {
  const { outputs } = parse(metadata) as {
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  };
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(part(description))} |`,
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
