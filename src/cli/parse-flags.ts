// Words of the command line and variables to the flags of a command. All problems are reported together.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { CliCommand, Env, Flag, Given, GivenFlags } from './cli-command.ts';

export interface Parsed {
  readonly flags: GivenFlags;
  readonly word: string | undefined;
  /** Whether `--help` is among them: it counts whatever else is there. */
  readonly help: boolean;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

const PREFIX = 'CANARY_';
/** The outputs of an earlier job, which a CI may pass on as variables. */
const OUTPUT_PREFIX = 'CANARY_OUTPUT_';

/** `alias` → `CANARY_ALIAS`. */
export function variableOf(name: string): string {
  return PREFIX + name.replaceAll('-', '_').toUpperCase();
}

/**
 * @param args without the name of the command
 * @param elsewhere the names of the flags of other commands, whose variables the commands of a job may share
 */
export function parseFlags(
  args: readonly string[],
  command: CliCommand,
  env: Env,
  elsewhere: readonly string[] = [],
): Parsed {
  const known = command.flags.flatMap(({ flags }) => flags);
  const line = readLine(args, known, command);
  const others = new Set(elsewhere.map(variableOf));
  const ours = Object.entries(env).filter(([name]) => !others.has(name) || isKnown(name, known));
  const variables = readVariables(Object.fromEntries(ours), known, command);
  const all = new Map([...variables.given, ...line.given]);
  const word = readWord(line.words, command);
  return {
    flags: {
      all,
      get: (name) => all.get(name),
      text: (name) => all.get(name)?.text ?? '',
      has: (name) => all.has(name),
    },
    word: word.word,
    help: line.help,
    problems: [...word.problems, ...line.problems, ...variables.problems],
    warnings: variables.warnings,
  };
}

function readWord(
  given: readonly string[],
  { name, words = [] }: CliCommand,
): { readonly word: string | undefined; readonly problems: readonly string[] } {
  const [first, ...rest] = given;
  const superfluous = (words.length === 0 ? given : rest).map(
    (text) => `${quote(text)}: unexpected word; a value follows its flag, as in --flag value`,
  );
  if (words.length === 0) return { word: undefined, problems: superfluous };
  if (first !== undefined && words.includes(first)) return { word: first, problems: superfluous };
  const expected = words.join(' or ');
  const problem =
    first === undefined
      ? `${name}: expected ${expected} after it`
      : `${name} ${quote(first)}: expected ${expected}.${didYouMean(first, words)}`;
  return { word: undefined, problems: [problem, ...superfluous] };
}

interface Line {
  readonly given: ReadonlyMap<string, Given>;
  readonly words: readonly string[];
  readonly help: boolean;
  readonly problems: readonly string[];
}

/** What one word of the command line, or two, are. */
type Token =
  | { readonly kind: 'help' }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'flag'; readonly flag: Flag; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string };

function readLine(args: readonly string[], known: readonly Flag[], command: CliCommand): Line {
  const given = new Map<string, Given>();
  const words: string[] = [];
  const problems: string[] = [];
  let help = false;
  for (const token of tokensOf(args, known, command)) {
    if (token.kind === 'help') help = true;
    else if (token.kind === 'word') words.push(token.text);
    else if (token.kind === 'problem') problems.push(token.text);
    else {
      const set = withFlag(given.get(token.flag.name)?.text, token.flag, token.text.trim());
      if ('problem' in set) problems.push(set.problem);
      else given.set(token.flag.name, { text: set.text, from: `--${token.flag.name}` });
    }
  }
  return { given, words, help, problems };
}

function tokensOf(
  args: readonly string[],
  known: readonly Flag[],
  command: CliCommand,
): readonly Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--help' || arg === '-h') tokens.push({ kind: 'help' });
    else if (!arg.startsWith('-') || arg === '-') tokens.push({ kind: 'word', text: arg });
    else {
      const found = findFlag(arg, known);
      const token = tokenOf(arg, found, args[i + 1], command);
      if (usesNext(token, found, args[i + 1])) i++;
      tokens.push(token);
    }
  }
  return tokens;
}

/** What follows an unknown flag is taken for its value: it may be a secret, and must not be shown as a word. */
function usesNext(token: { uses?: boolean }, { flag, inline }: Found, next?: string): boolean {
  const ofUnknown = !flag && inline === undefined && next !== undefined && !next.startsWith('-');
  return token.uses === true || ofUnknown;
}

/** @returns `uses`: the next word is its value */
function tokenOf(
  arg: string,
  { name, flag, negated, inline }: Found,
  next: string | undefined,
  command: CliCommand,
): Token & { uses?: boolean } {
  if (!flag) return { kind: 'problem', text: unknownFlag(arg, name, command) };
  if (negated) return { kind: 'flag', flag, text: 'false' };
  if (inline !== undefined) {
    if (flag.value !== undefined) return { kind: 'flag', flag, text: inline };
    const text = `--${name}: it takes no value; expected --${name} alone`;
    return { kind: 'problem', text };
  }
  if (flag.value === undefined) return { kind: 'flag', flag, text: 'true' };
  const isValue = next !== undefined && !next.startsWith('--') && next !== '-h';
  if (isValue && !(flag.boolean && !/^(true|false)$/i.test(next))) {
    return { kind: 'flag', flag, text: next, uses: true };
  }
  if (flag.boolean) return { kind: 'flag', flag, text: 'true' };
  const text = `--${name}: expected a value after it, as in --${name} ${flag.value}; one that begins with dashes is written --${name}=VALUE`;
  return { kind: 'problem', text };
}

/** The text of a flag, after another one of the same name. */
function withFlag(
  before: string | undefined,
  flag: Flag,
  text: string,
): { readonly text: string } | { readonly problem: string } {
  const name = `--${flag.name}`;
  if (flag.secret) {
    const problem = `${name}: a secret on a command line can be read by other processes; set the variable ${variableOf(flag.name)} instead`;
    return { problem };
  }
  if (text === '')
    return { problem: `${name}: its value is empty; leave the flag out, or give it a value` };
  if (before === undefined || before === text) return { text };
  if (flag.repeats) return { text: `${before}\n${text}` };
  return {
    problem: `${name}: given twice, as ${quote(before)} and as ${quote(text)}; expected one of them`,
  };
}

interface Found {
  readonly name: string;
  readonly flag: Flag | undefined;
  readonly negated: boolean;
  /** What follows `=`. */
  readonly inline: string | undefined;
}

function findFlag(arg: string, known: readonly Flag[]): Found {
  const [, name = arg, inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const flag = arg.startsWith('--') ? known.find((each) => each.name === name) : undefined;
  if (flag || inline !== undefined) return { name, flag, negated: false, inline };
  const positive = known.find((each) => each.boolean && `no-${each.name}` === name);
  return { name, flag: positive, negated: positive !== undefined, inline };
}

function unknownFlag(
  arg: string,
  name: string,
  { name: command, flags, absent = {} }: CliCommand,
): string {
  const instead = absent[name];
  if (instead !== undefined) return `--${name}: ${instead}`;
  const open = flags.flatMap((group) => group.flags).filter(({ secret }) => !secret);
  const meant = meantName(
    name.replaceAll('_', '-'),
    open.map((each) => each.name),
  );
  const shown = quote(arg.split('=')[0] ?? arg).slice(1, -1);
  const hint = meant ? ` Did you mean "--${meant}"?` : ` See canary-action ${command} --help`;
  return `${shown}: ${command} has no such flag.${hint}`;
}

function readVariables(env: Env, known: readonly Flag[], { absent = {} }: CliCommand) {
  const given = new Map<string, Given>();
  const problems: string[] = [];
  const warnings: string[] = [];
  const byVariable = new Map(known.map((flag) => [variableOf(flag.name), flag]));
  for (const [variable, text] of canaryVariables(env)) {
    const flag = byVariable.get(variable);
    if (!flag) {
      const found = unknownVariable(variable, known, absent);
      (found.ignored ? warnings : problems).push(found.text);
    } else if (flag.value !== undefined) given.set(flag.name, { text, from: variable });
    else if (/^(true|1)$/i.test(text)) given.set(flag.name, { text: 'true', from: variable });
    else if (!/^(false|0)$/i.test(text)) {
      problems.push(`${variable}: expected true or false, but it is ${quote(text)}`);
    }
  }
  return { given, problems, warnings };
}

function isKnown(variable: string, known: readonly Flag[]): boolean {
  return known.some(({ name }) => variableOf(name) === variable);
}

function canaryVariables(env: Env): readonly (readonly [string, string])[] {
  return Object.entries(env)
    .map(([name, value = '']) => [name, value.trim()] as const)
    .filter(([name]) => name.startsWith(PREFIX) && !name.startsWith(OUTPUT_PREFIX))
    .filter(([, value]) => value !== '');
}

/** A variable that is not like any of ours may be of another program. */
function unknownVariable(
  variable: string,
  known: readonly Flag[],
  absent: Readonly<Record<string, string>>,
): { readonly text: string; readonly ignored: boolean } {
  const name = variable.slice(PREFIX.length).toLowerCase().replaceAll('_', '-');
  const instead = absent[name];
  if (instead !== undefined) return { text: `${variable}: ${instead}`, ignored: false };
  const meant = meantName(
    name,
    known.map((flag) => flag.name),
  );
  return meant === undefined
    ? { text: `${variable}: there is no such variable, so it is ignored`, ignored: true }
    : {
        text: `${variable}: there is no such variable. Did you mean "${variableOf(meant)}"?`,
        ignored: false,
      };
}

/** Dashes and prefixes would make every name alike. */
function meantName(name: string, known: readonly string[]): string | undefined {
  return /"(.*)"/.exec(didYouMean(name, known))?.[1];
}
