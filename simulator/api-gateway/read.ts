// Reads members of a request's body by their types. As on AWS, `null` is the same as absent.

import { AwsError } from '../service.ts';
import type { TextMap } from './model.ts';

export type Body = Readonly<Record<string, unknown>>;

const wrongType = (name: string, wanted: string) =>
  new AwsError('SerializationException', 400, `${name} must be ${wanted}`);

function member<T>(
  body: Body,
  name: string,
  wanted: string,
  is: (value: unknown) => value is T,
): T | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw wrongType(name, wanted);
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (body: Body, name: string) => member(body, name, 'a string', isText);

export const boolean = (body: Body, name: string) =>
  member(body, name, 'a boolean', (value) => typeof value === 'boolean');

export const number = (body: Body, name: string) =>
  member(body, name, 'a number', (value) => typeof value === 'number');

export const object = (body: Body, name: string) => member(body, name, 'an object', isObject);

export const texts = (body: Body, name: string) =>
  member(
    body,
    name,
    'a list of strings',
    (value): value is string[] => Array.isArray(value) && value.every(isText),
  );

export const textMap = (body: Body, name: string) =>
  member(
    body,
    name,
    'a map of strings',
    (value): value is TextMap => isObject(value) && Object.values(value).every(isText),
  );

export const booleanMap = (body: Body, name: string) =>
  member(
    body,
    name,
    'a map of booleans',
    (value): value is Readonly<Record<string, boolean>> =>
      isObject(value) && Object.values(value).every((each) => typeof each === 'boolean'),
  );
