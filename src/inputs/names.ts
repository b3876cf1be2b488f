// Names in the texts of inputs, which a stack or a file with outputs may know by another name: a logical ID, or the key of
// an output. Physical names replace them before anything is parsed.

import { isAlarmTag } from '../base/alarm-ref.ts';
import { namesText } from '../base/names-text.ts';
import { splitList } from './list-fields.ts';

/** What a name is of. */
export type NameOf =
  | 'function'
  | 'function alias'
  | 'REST API'
  | 'API stage'
  | 'alarm'
  | 'bucket'
  | 'log group';

/** Physical names for a written one; several if it is that of a list. */
export type Rename = (of: NameOf, name: string) => readonly string[];

/** Where an input has names. */
export interface NamesIn {
  /** The same text with other names. */
  readonly rename: (text: string, rename: Rename) => string;
  /** The text may be secret, so a name that is not found must not be shown. */
  readonly hidden?: true;
}

/** The text is one name. */
export function nameOf(of: NameOf): NamesIn {
  return {
    rename: (text, rename) => (text === '' ? '' : rename(of, text).join(',')),
  };
}

/** Names separated by commas or lines; an ARN names something by itself. */
export function namesOf(of: NameOf): NamesIn {
  return {
    rename: (text, rename) =>
      namesText(
        splitList(text).flatMap((item) =>
          isArn(item) || isAlarmTag(item) ? [item] : rename(of, item),
        ),
      ),
  };
}

/** Functions, some with a qualifier: `orders, payments:live`. */
export const functionNames: NamesIn = {
  rename: (text, rename) =>
    splitList(text)
      .flatMap((item) => renamedFunction(item, rename))
      .join('\n'),
};

/** The same, one per line, among addresses. */
export const hookNames: NamesIn = {
  hidden: true,
  rename: (text, rename) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .flatMap((line) => (isAddress(line) ? [line] : renamedFunction(line, rename)))
      .join('\n'),
};

function isAddress(line: string): boolean {
  return line === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(line);
}

function renamedFunction(item: string, rename: Rename): readonly string[] {
  if (isArn(item)) return [item];
  const [name = '', ...qualifier] = item.split(':');
  return rename('function', name).map((each) => [each, ...qualifier].join(':'));
}

function isArn(item: string): boolean {
  return item.startsWith('arn:');
}

/** A key before `=` and a value. The hash of code ends in `=` itself. */
const KEY = /^(\s*)([A-Za-z0-9_./-]{1,255})(?=\s*=\s*[^\s=])/;

/** Values by function: `orders=8, payments=3`. */
export const keyNames: NamesIn = {
  rename: (text, rename) =>
    text.replace(/[^,\n]+/g, (item) =>
      item.replace(KEY, (_, space: string, name: string) => space + onlyFunction(name, rename)),
    ),
};

/** The versions of a function in the dimensions of a metric: `{to.orders}`. */
export const placeholderNames: NamesIn = {
  rename: (text, rename) =>
    text.replace(
      /\{(to|from)\.([^{}\s]+)\}/g,
      (_, side: string, name: string) => `{${side}.${onlyFunction(name, rename)}}`,
    ),
};

function onlyFunction(name: string, rename: Rename): string {
  const [only, ...others] = rename('function', name);
  return only === undefined || others.length > 0 ? name : bareFunction(only);
}

/** The name alone, of an ARN or with a qualifier. */
export function bareFunction(text: string): string {
  return text.replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, '').replace(/:.*$/, '');
}
