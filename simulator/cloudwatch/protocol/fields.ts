// Reads the members of a decoded request. The three protocols agree on names but not on types (a number is
// text in the query protocol; a time is text, seconds or a date), so every reader accepts all of them and
// refuses anything else with AWS's errors.

import { invalidValue, missingParameter, validationError } from './errors.ts';

export type Members = Readonly<Record<string, unknown>>;

/** The member as a structure; an absent one is `undefined`. */
export function structure(members: Members, name: string): Members | undefined {
  const value = members[name];
  if (absent(value)) return undefined;
  if (isMembers(value)) return value;
  throw invalidValue(`The parameter ${name} must be a structure.`);
}

/** The member as a list of structures; an absent one is the empty list. */
export function structures(members: Members, name: string): readonly Members[] {
  return list(members, name).map((value, index) => {
    if (isMembers(value)) return value;
    throw invalidValue(`The parameter ${name}.member.${index + 1} must be a structure.`);
  });
}

export function texts(members: Members, name: string): readonly string[] {
  return list(members, name).map((value) => {
    if (typeof value === 'string') return value;
    throw invalidValue(`The parameter ${name} must be a list of strings.`);
  });
}

export function numbers(members: Members, name: string): readonly number[] {
  return list(members, name).map((value) => toNumber(value, name));
}

export function text(members: Members, name: string): string | undefined {
  const value = members[name];
  if (absent(value)) return undefined;
  if (typeof value === 'string') return value;
  throw invalidValue(`The parameter ${name} must be a string.`);
}

export function requiredText(members: Members, name: string): string {
  const value = text(members, name);
  if (value === undefined || value === '') throw missingParameter(name);
  return value;
}

/** The member as one of the allowed words. */
export function word<Word extends string>(
  members: Members,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = text(members, name);
  if (value === undefined) return undefined;
  const found = words.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw validationError(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ` +
      `Member must satisfy enum value set: [${words.join(', ')}]`,
  );
}

export function requiredWord<Word extends string>(
  members: Members,
  name: string,
  words: readonly Word[],
): Word {
  const value = word(members, name, words);
  if (value === undefined) throw missingParameter(name);
  return value;
}

export function number(members: Members, name: string): number | undefined {
  const value = members[name];
  return absent(value) ? undefined : toNumber(value, name);
}

export function requiredNumber(members: Members, name: string): number {
  const value = number(members, name);
  if (value === undefined) throw missingParameter(name);
  return value;
}

export function flag(members: Members, name: string): boolean | undefined {
  const value = members[name];
  if (absent(value)) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalidValue(`The parameter ${name} must be a boolean.`);
}

/** The member as milliseconds since the epoch. */
export function time(members: Members, name: string): number | undefined {
  const value = members[name];
  if (absent(value)) return undefined;
  const ms = toMilliseconds(value);
  if (Number.isFinite(ms)) return ms;
  throw invalidValue(`The parameter ${name} must be a timestamp.`);
}

export function requiredTime(members: Members, name: string): number {
  const value = time(members, name);
  if (value === undefined) throw missingParameter(name);
  return value;
}

function toMilliseconds(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value * 1000;
  if (typeof value !== 'string') return Number.NaN;
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}

function toNumber(value: unknown, name: string): number {
  const result = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof result === 'number' && Number.isFinite(result)) return result;
  throw invalidValue(`The value ${String(value)} for parameter ${name} is invalid.`);
}

function list(members: Members, name: string): readonly unknown[] {
  const value = members[name];
  // The query protocol writes an empty list as an empty string.
  if (absent(value) || value === '') return [];
  if (Array.isArray(value)) return value;
  throw invalidValue(`The parameter ${name} must be a list.`);
}

const absent = (value: unknown): value is null | undefined => value === undefined || value === null;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
