// Expressions of Terraform's language (HCL native syntax specification, "Expressions"). Operators are recognized, and
// their values are not computed.

import {
  type Cursor,
  cursorAt,
  deeper,
  expect,
  match,
  refuse,
  skipSpace,
  take,
  takeName,
  within,
} from './hcl-cursor.ts';
import type { Expression, Step } from './hcl-model.ts';
import { readHeredoc, readQuoted } from './hcl-templates.ts';

export function readExpression(cursor: Cursor): Expression {
  return deeper(cursor, () => {
    const left = readOperation(cursor);
    if (!take(cursor, '?')) return left;
    // A conditional may go on in the next line.
    return within(cursor, () => {
      const yes = readExpression(cursor);
      expect(cursor, ':');
      return { kind: 'conditional', test: left, yes, no: readExpression(cursor) };
    });
  });
}

const OPERATOR = /==|!=|<=|>=|&&|\|\||[<>+*/%-]/y;

function readOperation(cursor: Cursor): Expression {
  const first = readUnary(cursor);
  const operator = takeOperator(cursor);
  if (operator === undefined) return first;
  do readUnary(cursor);
  while (takeOperator(cursor) !== undefined);
  return { kind: 'operation', what: `an operation with ${operator}` };
}

/** Stays in place if there is none. */
function takeOperator(cursor: Cursor): string | undefined {
  const before = cursor.at;
  skipSpace(cursor);
  const operator = match(cursor, OPERATOR);
  if (operator === undefined) cursor.at = before;
  return operator;
}

function readUnary(cursor: Cursor): Expression {
  skipSpace(cursor);
  const sign = match(cursor, /[!-]/y);
  const value = readPart(cursor);
  if (sign === undefined) return value;
  return value.kind === 'text' && sign === '-'
    ? { kind: 'text', text: `-${value.text}` }
    : { kind: 'operation', what: `an operation with ${sign}` };
}

/** A value, and the steps into it. */
function readPart(cursor: Cursor): Expression {
  const base = readValue(cursor);
  const steps = readSteps(cursor);
  if (steps.length === 0) return base;
  if (base.kind === 'traversal') return { ...base, steps: [...base.steps, ...steps] };
  return { kind: 'part', of: base, steps };
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readValue(cursor: Cursor): Expression {
  skipSpace(cursor);
  const number = match(cursor, NUMBER);
  if (number !== undefined) return { kind: 'text', text: number };
  const heredoc = readHeredoc(cursor, readExpression, (text, at) =>
    cursorAt(cursor.path, text, at),
  );
  if (heredoc) return heredoc;
  if (take(cursor, '"')) return readQuoted(cursor, readExpression);
  if (take(cursor, '(')) {
    const value = within(cursor, () => readExpression(cursor));
    closeWith(cursor, ')');
    return value;
  }
  if (take(cursor, '[')) return readList(cursor);
  if (take(cursor, '{')) return readMap(cursor);
  return readNamed(cursor);
}

function readNamed(cursor: Cursor): Expression {
  const name = takeName(cursor);
  if (name === undefined) refuse(cursor, 'a value');
  const full = readScopedName(cursor, name);
  if (cursor.text[cursor.at] === '(') {
    cursor.at += 1;
    return { kind: 'call', name: full, args: readItems(cursor, ')') };
  }
  if (full === 'true' || full === 'false' || full === 'null') return { kind: 'text', text: full };
  return { kind: 'traversal', root: full, steps: [] };
}

/** `provider::aws::arn_parse`. */
function readScopedName(cursor: Cursor, name: string): string {
  let full = name;
  while (cursor.text.startsWith('::', cursor.at)) {
    cursor.at += 2;
    full += `::${takeName(cursor) ?? refuse(cursor, 'the name of a function')}`;
  }
  return full;
}

/** Up to and with the closing bracket. */
function readItems(cursor: Cursor, close: string): readonly Expression[] {
  return within(cursor, () => {
    const items: Expression[] = [];
    while (!take(cursor, close)) {
      items.push(readExpression(cursor));
      take(cursor, '...');
      if (!take(cursor, ',')) {
        expect(cursor, close);
        break;
      }
    }
    return items;
  });
}

function readList(cursor: Cursor): Expression {
  const each = readFor(cursor, ']');
  return each ?? { kind: 'list', items: readItems(cursor, ']') };
}

function readMap(cursor: Cursor): Expression {
  const each = readFor(cursor, '}');
  if (each) return each;
  return within(cursor, () => {
    const entries: { key: Expression; value: Expression }[] = [];
    while (!take(cursor, '}')) {
      const key = readKey(cursor);
      if (!take(cursor, '=') && !take(cursor, ':')) refuse(cursor, '"="');
      entries.push({ key, value: readExpression(cursor) });
      take(cursor, ',');
    }
    return { kind: 'map', entries };
  });
}

/** A bare name is text here, not a reference. */
function readKey(cursor: Cursor): Expression {
  const key = readExpression(cursor);
  return key.kind === 'traversal' && key.steps.length === 0
    ? { kind: 'text', text: key.root }
    : key;
}

/** `for k, v in x : …`, after the bracket; `undefined`: something else. */
function readFor(cursor: Cursor, close: string): Expression | undefined {
  skipSpace(cursor, true);
  if (match(cursor, /for\b(?=\s+[\p{L}_])/uy) === undefined) return undefined;
  return within(cursor, () => {
    const names = [takeName(cursor) ?? refuse(cursor, 'a name')];
    if (take(cursor, ',')) names.push(takeName(cursor) ?? refuse(cursor, 'a name'));
    if (takeName(cursor) !== 'in') refuse(cursor, '"in"');
    const of = readExpression(cursor);
    expect(cursor, ':');
    const first = readExpression(cursor);
    const second = take(cursor, '=>') ? readExpression(cursor) : undefined;
    take(cursor, '...');
    skipSpace(cursor);
    const isFiltered = match(cursor, /if\b/y) !== undefined;
    if (isFiltered) readExpression(cursor);
    expect(cursor, close);
    const [key, value] = second ? [first, second] : [undefined, first];
    return { kind: 'for', names, of, key, value, isFiltered };
  });
}

function readSteps(cursor: Cursor): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    // Within brackets, a step may stand in the next line.
    const next = cursor.text[cursor.at];
    if (next === '.' && !cursor.text.startsWith('...', cursor.at)) {
      cursor.at += 1;
      steps.push(readDotted(cursor));
    } else if (next === '[') {
      cursor.at += 1;
      steps.push(within(cursor, () => readIndex(cursor)));
    } else return steps;
  }
}

function readDotted(cursor: Cursor): Step {
  if (match(cursor, /\*/y) !== undefined) return { kind: 'splat' };
  const number = match(cursor, /\d+/y);
  if (number !== undefined) return { kind: 'index', index: { kind: 'text', text: number } };
  const name = takeName(cursor);
  return name === undefined ? refuse(cursor, 'the name of an attribute') : { kind: 'name', name };
}

function readIndex(cursor: Cursor): Step {
  if (take(cursor, '*')) {
    closeWith(cursor, ']');
    return { kind: 'splat' };
  }
  const index = readExpression(cursor);
  expect(cursor, ']');
  return { kind: 'index', index };
}

function closeWith(cursor: Cursor, close: string): void {
  skipSpace(cursor, true);
  expect(cursor, close);
}
