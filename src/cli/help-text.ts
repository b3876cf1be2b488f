// The help: the list of commands, and the flags of one of them.

import type { CliCommand, Flag } from './cli-command.ts';
import { variableOf } from './parse-flags.ts';

const WIDTH = 100;
const FLAG_INDENT = 8;

export function generalHelp(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'canary-action: releases Lambda functions and API Gateway stages step by step',
    '',
    'Usage: canary-action COMMAND [--flag value …]',
    '',
    'Commands:',
    ...commands.flatMap(({ name, summary }) =>
      hanging(`  ${name.padEnd(width)}  `, summary, width + 4),
    ),
    '',
    'canary-action COMMAND --help   the flags of a command',
    'canary-action --version        the version',
    '',
    ...wrapped(
      'Each flag can also be set as a variable: --rest-api-id as CANARY_REST_API_ID. A flag takes precedence over its variable, and both over the file of --config.',
      0,
    ),
    '',
    ...EXIT_CODES,
    '',
  ].join('\n');
}

export const EXIT_CODES: readonly string[] = [
  'Exit codes: 0 promoted, unchanged, planned, or done as asked · 1 rolled back or failed',
  '            2 wrong usage · 3 held · 4 stuck: a rollback failed, and a person must act',
];

export function commandHelp(command: CliCommand): string {
  const { name, summary, details = [], words, flags, unused = [] } = command;
  const word = words ? ` ${words.join('|')}` : '';
  return [
    ...wrapped(`canary-action ${name}: ${summary}`, 0),
    '',
    `Usage: canary-action ${name}${word} [--flag value …]`,
    ...(details.length > 0 ? ['', ...details] : []),
    ...flags
      .filter(({ title }) => !unused.includes(title))
      .flatMap((group) => ['', `${group.title}:`, ...group.flags.flatMap(flagLines)]),
    ...(unused.length > 0 ? ['', ...wrapped(`${OTHERS} ${unused.join(', ')}.`, 0)] : []),
    '',
    ...EXIT_CODES,
    '',
  ].join('\n');
}

const OTHERS = 'Accepted like in other commands, but not used here:';

function flagLines(flag: Flag): readonly string[] {
  const { name, value, doc, secret } = flag;
  const written = secret ? variableOf(name) : `--${name}${value === undefined ? '' : ` ${value}`}`;
  return [`  ${written}`, ...wrapped(doc, FLAG_INDENT)];
}

function hanging(head: string, text: string, indent: number): readonly string[] {
  const [first = '', ...rest] = wrapped(text, indent);
  return [head + first.trimStart(), ...rest];
}

/** Lines of at most 100 characters. */
function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH - indent) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}
