// Reads the members of a request, with the errors of the API's model.

import { AwsError } from '../service.ts';
import { invalidValue } from './errors.ts';

/** A JSON object as sent by a client, not checked yet. */
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws AwsError `SerializationException` if the body is not a JSON object. */
export function readMembers(body: Buffer): Members {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (isMembers(parsed)) return parsed;
  } catch {
    // Refused below, like any other body that is not an object.
  }
  throw new AwsError('SerializationException', 400, 'The request body is not a JSON object');
}

const wrongType = (name: string, wanted: string) =>
  new AwsError('SerializationException', 400, `${name} must be ${wanted}`);

const isAbsent = (value: unknown): value is undefined | null =>
  value === undefined || value === null;

export function text(members: Members, name: string): string | undefined {
  const value = members[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw wrongType(name, 'a string');
  return value;
}

export function requiredText(members: Members, name: string): string {
  const value = text(members, name);
  if (value === undefined) throw invalidValue('null', name, 'Member must not be null');
  return value;
}

export function flag(members: Members, name: string): boolean | undefined {
  const value = members[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'boolean') throw wrongType(name, 'a boolean');
  return value;
}

export function word<Word extends string>(
  members: Members,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = text(members, name);
  if (value === undefined) return undefined;
  const found = words.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw invalidValue(value, name, `Member must satisfy enum value set: [${words.join(', ')}]`);
}

export function whole(
  members: Members,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = members[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name, 'a number');
  if (value < least) {
    const constraint = `Member must have value greater than or equal to ${least}`;
    throw invalidValue(String(value), name, constraint);
  }
  if (value > most) {
    const constraint = `Member must have value less than or equal to ${most}`;
    throw invalidValue(String(value), name, constraint);
  }
  return value;
}

/** Milliseconds since the epoch. */
export const instant = (members: Members, name: string) =>
  whole(members, name, [0, Number.MAX_SAFE_INTEGER]);

export function texts(members: Members, name: string): readonly string[] | undefined {
  const value = members[name];
  if (isAbsent(value)) return undefined;
  const isTexts = (given: unknown): given is readonly string[] =>
    Array.isArray(given) && given.every((each) => typeof each === 'string');
  if (!isTexts(value)) throw wrongType(name, 'a list of strings');
  return value;
}

export function textMap(
  members: Members,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const value = members[name];
  if (isAbsent(value)) return undefined;
  if (!isMembers(value)) throw wrongType(name, 'a map of strings');
  const entries = Object.entries(value).map(([key, held]) => {
    if (typeof held !== 'string') throw wrongType(name, 'a map of strings');
    return [key, held] as const;
  });
  return Object.fromEntries(entries);
}
