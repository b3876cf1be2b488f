// Conditions with ( ), && and ||, in this order of precedence, over comparisons of some kind.

import { invalidPattern, invalidTerm } from './invalid.ts';
import type { Reader } from './tokens.ts';

export type Condition<Subject> = (subject: Subject) => boolean;

/** Reads a whole condition; `atom` reads one comparison. */
export function readCondition<Subject>(
  reader: Reader,
  atom: (reader: Reader) => Condition<Subject>,
): Condition<Subject> {
  const parts = [readAll(reader, atom)];
  while (reader.skip('||')) parts.push(readAll(reader, atom));
  return (subject) => parts.some((part) => part(subject));
}

function readAll<Subject>(
  reader: Reader,
  atom: (reader: Reader) => Condition<Subject>,
): Condition<Subject> {
  const parts = [readOne(reader, atom)];
  while (reader.skip('&&')) parts.push(readOne(reader, atom));
  return (subject) => parts.every((part) => part(subject));
}

function readOne<Subject>(
  reader: Reader,
  atom: (reader: Reader) => Condition<Subject>,
): Condition<Subject> {
  if (!reader.skip('(')) return atom(reader);
  const inner = readCondition(reader, atom);
  if (!reader.skip(')')) throw invalidPattern();
  return inner;
}

/** A value of a log event that can be compared. */
export type Scalar = string | number | boolean;

export interface ComparisonRules {
  /** Whether a text that is a number counts as a number for <, >, <= and >=. */
  readonly readsNumbersInTexts: boolean;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** Any other character needs quotation marks. */
const PLAIN = /^[\w*.+-]+$/;

/** Reads an operator and a value. */
export function readComparison(reader: Reader, rules: ComparisonRules): Condition<Scalar> {
  const token = reader.take();
  if (token.kind !== 'sign') throw invalidPattern();
  // `[w1=!ERROR]` is an example of the user guide.
  const operator = token.sign === '=' && reader.skip('!') ? '!=' : token.sign;
  if (operator === '=') return readEquality(reader);
  if (operator === '!=') {
    const equals = readEquality(reader);
    return (value) => !equals(value);
  }
  return readOrder(reader, operator, rules);
}

function readEquality(reader: Reader): Condition<Scalar> {
  const token = reader.take();
  if (token.kind === 'sign') throw invalidPattern();
  if (token.kind === 'regex') return (value) => token.regex.test(String(value));
  if (token.kind === 'word' && !PLAIN.test(token.text)) throw invalidTerm(token.text);
  const fits = wildcard(token.text);
  const number = token.kind === 'word' && NUMBER.test(token.text) ? Number(token.text) : undefined;
  return (value) => (typeof value === 'number' && value === number) || fits(String(value));
}

/** An asterisk stands for any text at the beginning and at the end; within, it stands for itself (user guide). */
function wildcard(pattern: string): (value: string) => boolean {
  if (pattern === '*') return () => true;
  const open = pattern.startsWith('*');
  const unended = pattern.endsWith('*');
  const core = pattern.slice(open ? 1 : 0, unended ? -1 : undefined);
  if (open && unended) return (value) => value.includes(core);
  if (open) return (value) => value.endsWith(core);
  if (unended) return (value) => value.startsWith(core);
  return (value) => value === core;
}

const ORDERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function readOrder(
  reader: Reader,
  operator: string,
  { readsNumbersInTexts }: ComparisonRules,
): Condition<Scalar> {
  const order = ORDERS[operator];
  const text = reader.word();
  if (!order || !NUMBER.test(text)) throw invalidPattern();
  const limit = Number(text);
  return (value) => {
    if (typeof value === 'number') return order(value, limit);
    const isNumber = readsNumbersInTexts && typeof value === 'string' && NUMBER.test(value);
    return isNumber && order(Number(value), limit);
  };
}
