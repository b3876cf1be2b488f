// The config file of a release that another tool made until now.

import { configHead, scalar } from '../init/config-text.ts';
import type { ReleaseFacts } from '../templates/release-facts.ts';

export interface ConfigFacts {
  readonly values: ReleaseFacts['values'];
  /** Whose logical IDs are used; `undefined`: the names are those in AWS. */
  readonly stack: string | undefined;
  /** The file that they come from. */
  readonly from: string;
  /** What the file does not have, as comments before the schedule. */
  readonly remarks: readonly string[];
}

const TARGET = ['rest-api-id', 'stage-name', 'functions', 'alias'];
const AFTER = [
  ...['steps', 'alarms', 'pre-traffic-hook', 'post-traffic-hook'],
  ...['stage-variable-overrides', 'use-stage-cache'],
];
const LISTS = ['functions', 'alarms', 'pre-traffic-hook', 'post-traffic-hook'];

export function migratedConfig({ values, stack, from, remarks }: ConfigFacts): string {
  const all = withOneAlias(values);
  const lines = (names: readonly string[]) =>
    names.flatMap((name) => (all[name] ? linesOf(name, all[name]) : []));
  return [
    ...configHead(`taken from ${from}`),
    ...(stack === undefined
      ? []
      : ['# The names below are logical IDs of this stack.', `stack: ${scalar(stack)}`]),
    ...lines(TARGET),
    ...remarks.map((remark) => `# ${remark}`),
    ...lines(AFTER),
    '',
  ].join('\n');
}

/** `orders:live, cart:live` → `functions: [orders, cart]` and `alias: live`. */
function withOneAlias(values: ReleaseFacts['values']): ReleaseFacts['values'] {
  const functions = itemsOf(values.functions ?? '');
  const aliases = new Set(functions.map((each) => /:([\w-]+)$/.exec(each)?.[1] ?? ''));
  const [alias = ''] = aliases;
  if (aliases.size !== 1 || alias === '') return values;
  const names = functions.map((each) => each.slice(0, -alias.length - 1));
  return { ...values, functions: names.join('\n'), alias };
}

/** Of an input with one name per line; names with commas or line breaks are a JSON list. */
function itemsOf(text: string): readonly string[] {
  if (text.startsWith('[')) return (JSON.parse(text) as readonly unknown[]).map(String);
  return text.split('\n').filter((line) => line !== '');
}

function linesOf(name: string, text: string): readonly string[] {
  if (LISTS.includes(name)) {
    const items = itemsOf(text).map(scalar);
    const line = `${name}: [${items.join(', ')}]`;
    return line.length <= 100 ? [line] : [`${name}:`, ...items.map((item) => `  - ${item}`)];
  }
  if (name === 'stage-variable-overrides') {
    const entries = itemsOf(text).map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1),
    ]);
    return [
      `${name}:`,
      ...entries.map(([key = '', value = '']) => `  ${scalar(key)}: ${scalar(value)}`),
    ];
  }
  const isPlain = name === 'steps' && /^[\w%/., ]+$/.test(text);
  return [`${name}: ${isPlain ? text : scalar(text)}`];
}
