// A diagnosis for a terminal: at most 100 columns.

import { listed } from '../base/listed.ts';
import { adviseOn, count } from './advice.ts';
import { type Diagnosis, isReady } from './diagnose.ts';
import type { Survey, Tool } from './facts.ts';
import { describeReach, describeToday, linkTo } from './reach-words.ts';

const NEXT =
  'Next: npx github:org/canary-action init, which writes the change and what a release needs.';

const WIDTH = 100;
const LABEL = 9;

const TOOLS: Readonly<Record<Tool, string>> = {
  sam: 'SAM',
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  terraform: 'Terraform',
  serverless: 'Serverless Framework',
};

/** @param read what was read, in words: `template.yaml`, `account 123456789012 (eu-central-1)` */
export function diagnosisText(
  read: readonly string[],
  diagnoses: readonly Diagnosis[],
  { notes, problems }: Pick<Survey, 'notes' | 'problems'>,
): string {
  return [
    ...wrapped(`Read: ${read.length === 0 ? 'nothing' : listed(read)}`, 0),
    ...wrapped(summaryOf(diagnoses), 0),
    ...diagnoses.flatMap((each) => ['', ...functionText(each)]),
    ...listText('Could not be read', [...problems, ...unknownReaches(diagnoses)]),
    ...listText('Notes', notes),
    ...(diagnoses.length === 0 || diagnoses.every(isReady) ? [] : ['', NEXT]),
    '',
  ].join('\n');
}

function unknownReaches(diagnoses: readonly Diagnosis[]): readonly string[] {
  return diagnoses.flatMap(({ fact, callers }) =>
    callers.flatMap(({ caller: { label, reach } }) =>
      reach.kind === 'unknown' ? [`how ${label} reaches ${fact.label}: ${reach.why}`] : [],
    ),
  );
}

function summaryOf(diagnoses: readonly Diagnosis[]): string {
  if (diagnoses.length === 0) return 'No function was found.';
  const ready = diagnoses.filter(isReady).length;
  const callers = diagnoses.flatMap((each) => each.callers);
  const unqualified = callers.filter(({ caller }) => caller.reach.kind === 'unqualified').length;
  return `${count(diagnoses.length, 'function')}, ${ready} ready for gradual releases. ${count(callers.length, 'caller')}, ${unqualified} without a version or an alias.`;
}

function functionText(diagnosis: Diagnosis): readonly string[] {
  const { fact, callers, aliases, ways } = diagnosis;
  const { mode, today, change, care } = adviseOn(diagnosis);
  const tool = fact.tool ? `${TOOLS[fact.tool]}, ` : '';
  const name = fact.name !== undefined && fact.name !== fact.label ? ` = ${fact.name}` : '';
  const state = isReady(diagnosis) ? 'ready' : 'to change';
  const versions = aliases.map(
    (each) =>
      `${each.name}${each.version === undefined ? '' : ` → ${each.version}`}${each.splitTo === undefined ? '' : ` and ${each.splitTo}`}`,
  );
  return [
    ...wrapped(`${fact.label}${name} (${tool}${fact.where}): ${state}`, 0),
    ...callerTable(callers),
    ...(versions.length > 0 ? labelled('Aliases', versions.join(', ')) : []),
    ...labelled('Mode', mode),
    ...labelled('Today', today),
    ...change.flatMap((step, i) => labelled(i === 0 ? 'Change' : '', step)),
    ...(change.length > 0 ? [`  ${' '.repeat(LABEL)}${linkTo(ways)}`] : []),
    ...care.flatMap((each) => labelled('Care', each)),
  ];
}

const HEAD = ['caller', 'through', 'reaches it by', 'gets new code'] as const;
const GAP = '  ';

function callerTable(callers: Diagnosis['callers']): readonly string[] {
  if (callers.length === 0) return [];
  const rows = callers.map(({ caller, isMoved }) => [
    caller.label,
    caller.through,
    describeReach(caller.reach),
    describeToday(caller.reach, isMoved),
  ]);
  const table = [HEAD, ...rows];
  const widths = fittingWidths(
    HEAD.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))),
  );
  return table.map((row) =>
    `${GAP}${row.map((cell, i) => fitted(cell, widths[i] ?? 0)).join(GAP)}`.trimEnd(),
  );
}

/** The widest columns give way first. */
function fittingWidths(wanted: readonly number[]): readonly number[] {
  const widths = [...wanted];
  const room = WIDTH - GAP.length * widths.length;
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  for (; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function fitted(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

function labelled(label: string, text: string): readonly string[] {
  const [first = '', ...rest] = wrapped(text, LABEL + 2);
  return [`  ${label.padEnd(LABEL)}${first.trimStart()}`, ...rest];
}

function listText(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return ['', `${title}:`, ...items.flatMap((item) => bulleted(item))];
}

function bulleted(item: string): readonly string[] {
  const [first = '', ...rest] = wrapped(item, 4);
  return [`  - ${first.trimStart()}`, ...rest];
}

/** Lines of at most 100 columns, broken at spaces. A longer word, such as an ARN, stays whole. */
export function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(' '.repeat(indent) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, ' '.repeat(indent) + line];
}
