// Values of a template's entries, resolved. What is missing or of another shape becomes a problem with its place.

import { quote } from '../base/quote.ts';
import { resolve } from './intrinsics.ts';
import type { Gap, Resolution } from './resolution.ts';
import { isList, placeOf, type Tree, type TreeMap } from './tree.ts';

/** Collects the findings, and knows which inputs the user sets anyway. */
export interface Findings {
  readonly at: Resolution;
  readonly notes: string[];
  readonly problems: string[];
  readonly gives: (input: string) => boolean;
  /** Reports a gap, and the input that would replace the missing value. */
  readonly gap: (where: string, gap: Gap, input: string) => void;
}

/** An entry of a resource. */
export interface Entry {
  /** Of the resource. */
  readonly id: string;
  readonly map: TreeMap;
  readonly key: string;
  /** The input that replaces it. */
  readonly input: string;
}

/** `line 12, column 5: Type of "Orders"` */
export function entryText({ id, map, key }: Entry): string {
  return `${placeOf(map, key)}${key} of "${id}"`;
}

/** `missing`: it is absent or empty, also after it was resolved. `unknown`: that has been reported. */
export type EntryValue<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' };

const MISSING = { kind: 'missing' } as const;
const UNKNOWN = { kind: 'unknown' } as const;

export function readEntry(entry: Entry, found: Findings): EntryValue<Tree> {
  const written = entry.map.get(entry.key);
  if (written === undefined || written === '') return MISSING;
  const before = found.at.gaps.length;
  const value = resolve(written, found.at);
  const gaps = found.at.gaps.slice(before);
  for (const gap of gaps) found.gap(entryText(entry), gap, entry.input);
  if (gaps.length > 0) return UNKNOWN;
  return value === undefined || value === '' ? MISSING : { kind: 'value', value };
}

/** Like `readEntry`; anything but a text is a problem. */
export function readText(entry: Entry, found: Findings): EntryValue<string> {
  const read = readEntry(entry, found);
  if (read.kind !== 'value') return read;
  if (typeof read.value === 'string') return { kind: 'value', value: read.value };
  found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected a string`);
  return UNKNOWN;
}

/** The text, if it is known. */
export function textIn(read: EntryValue<string>): string | undefined {
  return read.kind === 'value' ? read.value : undefined;
}

export function shapeOf(value: Tree): string {
  if (typeof value === 'string') return quote(value);
  return isList(value) ? 'a list that does not contain only strings' : 'a map';
}
