// Texts that are stored or published, as fixtures that a person can read and that nothing rewrites.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
}

/** Every member that a schema describes, one a line: `steps[].ended?: number`. */
export function membersOf(schema: Schema, path = ''): readonly string[] {
  if (schema.oneOf) {
    return schema.oneOf.flatMap((one) =>
      membersOf(one, `${path}<${String(one.properties?.kind?.const)}>`),
    );
  }
  if (schema.items) return membersOf(schema.items, `${path}[]`);
  if (!schema.properties) return [`${path}: ${typeOf(schema)}`];
  const { properties, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, member]) => {
    const mark = required.includes(name) ? '' : '?';
    return membersOf(member, `${path && `${path}.`}${name}${mark}`);
  });
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
