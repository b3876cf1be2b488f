// Texts that are stored or published, as fixtures that a person can read and that nothing rewrites.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { must } from '../../src/base/assert.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/formats/', import.meta.url));

export function readText(file: string): string {
  return readFileSync(`${FOLDER}${file}`, 'utf8');
}

export function readFormat<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}

export type Tags = Readonly<Record<string, string>>;

/**
 * The record in tags, read without the code that is tested: base64url of JSON, cut into numbered tags, after
 * eight digits of a checksum.
 */
export function decodeRecord(tags: Tags): unknown {
  const numbered = Object.entries(tags).flatMap(([key, value]) => {
    const number = /^canary-action:record\.(\d+)-\d+$/.exec(key)?.[1];
    return number === undefined ? [] : [[Number(number), value] as const];
  });
  const sealed = numbered
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
    .join('');
  return JSON.parse(Buffer.from(sealed.slice(8), 'base64url').toString('utf8'));
}

/** The opposite, in tags of 256 characters. */
export function encodeRecord(record: unknown): Tags {
  const text = Buffer.from(JSON.stringify(record)).toString('base64url');
  const chunks = `${checksum(text)}${text}`.match(/.{1,256}/g) ?? [];
  return Object.fromEntries(
    chunks.map((chunk, i) => [`canary-action:record.${i + 1}-${chunks.length}`, chunk]),
  );
}

/** FNV-1a of 32 bits, in hexadecimal. */
function checksum(text: string): string {
  const hash = [...text].reduce(
    (so, char) => Math.imul(so ^ char.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What the tests need of a JSON schema. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/**
 * Every member that a schema describes, one a line: `steps[].ended?: number`. What only variants refer to is
 * named there, and listed at the end: `#run.attempt: string`.
 */
export function membersOf(schema: Schema): readonly string[] {
  const parts = schema.$defs ?? {};
  const listed = new Set<string>();
  const list = (one: Schema, path: string, inVariant: boolean): readonly string[] => {
    if (one.$ref) {
      const name = one.$ref.replace('#/$defs/', '');
      const part = must(parts[name], `the schema has ${one.$ref}`);
      if (inVariant) return [`${path}: #${name}`];
      listed.add(name);
      return list(part, path, false);
    }
    if (one.oneOf) {
      return one.oneOf.flatMap((variant) => list(variant, `${path}<${kindOf(variant)}>`, true));
    }
    if (one.items) return list(one.items, `${path}[]`, inVariant);
    if (!one.properties) return [`${path}: ${typeOf(one)}`];
    const { properties, required = [] } = one;
    const nullable = [one.type].flat().includes('null') ? [`${path}: null`] : [];
    const inside = Object.entries(properties).flatMap(([name, member]) => {
      const mark = required.includes(name) ? '' : '?';
      return list(member, `${path && `${path}.`}${name}${mark}`, inVariant);
    });
    return [...nullable, ...inside];
  };
  const members = list(schema, '', false);
  const rest = Object.entries(parts).filter(([name]) => !listed.has(name));
  return [...members, ...rest.flatMap(([name, part]) => list(part, `#${name}`, false))];
}

function kindOf({ properties }: Schema): string {
  const { const: only, enum: words } = properties?.kind ?? {};
  return words ? words.join('|') : String(only);
}

function typeOf({ type, const: only, enum: words }: Schema): string {
  if (words) return words.map((word) => JSON.stringify(word)).join(' | ');
  return only === undefined ? [type].flat().join(' | ') : JSON.stringify(only);
}

/** The members that a value has, as `steps[].ended`. */
export function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    return [...new Set(value.flatMap((one) => pathsIn(one, `${path}[]`)))];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return [here, ...pathsIn(member, here)];
  });
}
