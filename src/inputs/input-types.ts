// The types of inputs: how a text becomes a value, the name of the type in the documents, and the values that the
// config file accepts.

import { duration, flag, ok, oneOf, optionalDuration, type Parsed, type Parser } from './fields.ts';

/** @param region to check ARNs against; empty if unknown */
type Parse<T> = (text: string, region: string) => Parsed<T>;

export interface InputType<T> {
  /** The name of the type, such as `time` or `list`. */
  readonly name: string;
  /** The allowed words, if the input accepts only certain words. */
  readonly words?: readonly string[];
  readonly parse: Parse<T>;
  /** The JSON Schema of a value in the config file, where empty and null always mean the default. */
  readonly schema: JsonSchema;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** An item of a list. YAML distinguishes `8` and `true` from `"8"` and `"true"`; here they are equal. */
const ITEM = { type: ['string', 'number', 'boolean'] };

interface TextOptions {
  readonly name?: string;
  /** A regular expression for the JSON Schema, which editors check in the config file. */
  readonly pattern?: string;
}

/** A text that its parser validates. */
export function text<T>(parse: Parse<T>, options: TextOptions = {}): InputType<T> {
  const { name = 'text', pattern } = options;
  const schema =
    pattern === undefined ? { type: ['string', 'number'] } : { type: 'string', pattern };
  return { name, parse, schema };
}

export function url<T>(parse: Parser<T>): InputType<T> {
  return text(parse, { name: 'URL', pattern: '^https?://' });
}

/** A path in the checkout; the file is read after all inputs are known. */
export const file: InputType<string> = { name: 'file', parse: ok, schema: { type: 'string' } };

/** One of several words. */
export function choice<const W extends readonly string[]>(...words: W): InputType<W[number]> {
  return { name: 'text', words, parse: oneOf<W[number]>(...words), schema: { enum: words } };
}

export const boolean: InputType<boolean> = {
  name: 'boolean',
  parse: flag,
  schema: { type: ['boolean', 'string'], pattern: '^(true|True|TRUE|false|False|FALSE)$' },
};

/** True, false, or a text that its parser validates. */
export function booleanOr<T>(parse: Parser<T>): InputType<T> {
  return { name: 'boolean or text', parse, schema: { type: ['boolean', 'string'] } };
}

const DURATION = { type: 'string', pattern: '^(?=.)(\\d{1,5}h)?(\\d{1,6}m)?(\\d{1,7}s)?$' };

/** In seconds. */
export const time: InputType<number> = timeOf(duration);

/** In seconds; `undefined` for an empty text. */
export const optionalTime: InputType<number | undefined> = timeOf(optionalDuration);

/** A duration that its parser validates. */
export function timeOf<T>(parse: Parser<T>): InputType<T> {
  return { name: 'duration', parse, schema: DURATION };
}

/** A number in this range, or a word instead. */
export function number<T>(
  parse: Parser<T>,
  range: { readonly minimum: number; readonly maximum: number },
  word?: string,
): InputType<T> {
  const digits = '\\d+(\\.\\d+)?';
  return {
    name: word ? `${word} or number` : 'number',
    parse,
    schema: {
      ...{ type: ['number', 'string'], ...range },
      pattern: `^(${word ? `${word}|${digits}` : digits})$`,
    },
  };
}

/** A share between 0 and 1, written as a percentage. */
export function percentage(parse: Parser<number>): InputType<number> {
  return { name: 'percentage', parse, schema: { type: 'string', pattern: '^[\\d.]+\\s*%$' } };
}

/** A share of the traffic in %, or `none`; `undefined` for an empty text. */
export function optionalShare(parse: Parser<number | undefined>): InputType<number | undefined> {
  const schema = { type: 'string', pattern: '^([\\d.]+\\s*%|none)$' };
  return { name: 'percentage or none', parse, schema };
}

/** Several texts: a YAML list, or one text with one item per line (or another separator of the parser). */
export function list<T>(parse: Parse<T>, name = 'list'): InputType<T> {
  return { name, parse, schema: { type: ['string', 'array'], items: ITEM } };
}

const CALENDAR = { properties: { calendar: { type: 'string' } }, additionalProperties: false };

/** Texts, and among them files by their kind: `calendar: FILE`. */
export const freezeList: InputType<string> = {
  name: 'list',
  parse: ok,
  schema: {
    type: ['string', 'array', 'object'],
    items: { type: ['string', 'object'], ...CALENDAR },
    ...CALENDAR,
  },
};

/** One name by its kind: `parameter=NAME`, or a map of one entry. */
export function oneNamed(...kinds: readonly string[]): InputType<string> {
  const properties = Object.fromEntries(kinds.map((kind) => [kind, { type: 'string' }]));
  const schema = { type: ['string', 'object'], maxProperties: 1, properties };
  return {
    name: 'text or map',
    parse: ok,
    schema: { ...schema, additionalProperties: false, pattern: `^(${kinds.join('|')})\\s*[=:]` },
  };
}

/** Several of these words. */
export function listOf<T>(words: readonly string[], parse: Parse<T>): InputType<T> {
  const schema = { type: ['string', 'array'], items: { enum: words } };
  return { name: 'list', words, parse, schema };
}

/** Texts by name: a YAML map, or `name=value`, one per line. */
export function map<T>(parse: Parse<T>): InputType<T> {
  return { name: 'map', parse, schema: MAP };
}

/** The same, for values that YAML reads as text only. */
export function textMap<T>(parse: Parse<T>): InputType<T> {
  const value = { type: 'string' };
  return { name: 'map', parse, schema: { ...MAP, items: value, additionalProperties: value } };
}

/** The same, or one number without a name. */
export function numberOrMap<T>(parse: Parse<T>): InputType<T> {
  return { name: 'number or map', parse, schema: { ...MAP, type: [...MAP.type, 'number'] } };
}

const MAP = { type: ['string', 'array', 'object'], items: ITEM, additionalProperties: ITEM };
