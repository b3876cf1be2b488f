// The `template-parameters` input, and the values that CloudFormation provides.

import { partitionOf } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { mapAt, type TreeMap } from './tree.ts';

/** Also those of Serverless, such as `env:ORDERS_ALARM`. */
const NAME = /^[A-Za-z0-9:._-]{1,255}$/;

/** Those with one text as their value, which the user can give. */
export const PSEUDO = ['AccountId', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
  (name) => `AWS::${name}`,
);

/**
 * Parses `NAME=VALUE` lines, and lines with several of them as `sam deploy --parameter-overrides` accepts them; adds
 * every error to the problems.
 */
export function readSupplied(
  text: string,
  problems: string[],
  label = 'template-parameters',
): ReadonlyMap<string, string> {
  const supplied = new Map<string, string>();
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '') continue;
    const entries = readLine(line);
    if (typeof entries === 'string') problems.push(`${label}: ${quote(line)}${entries}`);
    else
      for (const [name, value] of entries) {
        if (supplied.has(name)) problems.push(`${label}: "${name}" is given twice`);
        else supplied.set(name, value);
      }
  }
  return supplied;
}

type Entry = readonly [name: string, value: string];

/** The entries of a line, or what is wrong with it. */
function readLine(line: string): readonly Entry[] | string {
  const at = line.indexOf('=');
  const name = line.slice(0, Math.max(at, 0)).trim();
  if (!NAME.test(name)) {
    return '; expected NAME=VALUE, one per line, with a parameter, a logical id or AWS::AccountId as its name';
  }
  const rest = line.slice(at + 1);
  const value = rest.trim();
  if (WRAPPED.test(value)) return [[name, unquoted(value)]];
  const isOne = name !== 'ParameterKey' && !SEVERAL.test(rest) && !/^["']/.test(value);
  if (isOne) return [[name, value]];
  return (
    severalIn(line) ??
    ' is neither one NAME=VALUE nor several separated by spaces; expected one per line, and a value that contains NAME= in double quotes'
  );
}

/**
 * Another name after the first value, also behind a comma, as aws-cloudformation-github-deploy accepts it; or a line
 * that a shell would continue.
 */
const SEVERAL = /[\s,][A-Za-z0-9:._-]+\s*=|\\$/;
const WRAPPED = /^(?:"(?:\\.|[^"\\])*"|'[^']*')$/;
/** Both forms of `sam deploy --parameter-overrides` (AWS SAM CLI, samcli/cli/types.py). */
const LONG_FORM = /^ParameterKey=([^\s=,]+),ParameterValue=/;
const ENTRY = /^([^\s=]+)=("(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\]*)(?=\s|$)/;

/** `undefined` if any part of the line is something else. */
function severalIn(line: string): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (let rest = line; rest !== ''; ) {
    const text = rest.replace(LONG_FORM, '$1=');
    const [all = '', name = '', value = ''] = ENTRY.exec(text) ?? [];
    if (!NAME.test(name) || isJoined(value)) return undefined;
    entries.push([name, unquoted(value)]);
    rest = text.slice(all.length).trimStart();
  }
  return entries;
}

/** Whether an unquoted value has more behind a comma. */
function isJoined(value: string): boolean {
  return !WRAPPED.test(value) && (SEVERAL.test(value) || value.endsWith(','));
}

function unquoted(value: string): string {
  if (!WRAPPED.test(value)) return value;
  const inner = value.slice(1, -1);
  return value.startsWith('"') ? inner.replace(/\\(["\\ ])/g, '$1') : inner;
}

/** A value that is known to be one, so that `readSupplied` does not find others in it. */
export function suppliedLine(name: string, value: string): string {
  const plain = !SEVERAL.test(value) && !/^["']/.test(value);
  return `${name}=${plain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}

/** Reports names that the template does not have; they are probably misspelled. */
export function checkSupplied(
  template: TreeMap,
  supplied: ReadonlyMap<string, string>,
): readonly string[] {
  const known = [
    ...mapAt(template, 'Parameters').keys(),
    ...mapAt(template, 'Resources').keys(),
    ...PSEUDO,
  ];
  const isUnknown = (name: string) => !known.includes(name.split('.')[0] ?? '');
  return [...supplied.keys()]
    .filter(isUnknown)
    .map(
      (name) =>
        `template-parameters names "${name}", which is neither a parameter nor a resource of the template.${didYouMean(name, known)}`,
    );
}

/**
 * The pseudo-parameters that depend on the Region (CloudFormation user guide, "pseudo parameters reference").
 */
export function pseudoParameters(region: string): ReadonlyMap<string, string> {
  if (region === '') return new Map();
  const { id, dnsSuffix } = partitionOf(region);
  return new Map([
    ['AWS::Region', region],
    ['AWS::Partition', id],
    ['AWS::URLSuffix', dnsSuffix],
  ]);
}
