// A place in a text of Terraform's language, and the steps over its smallest parts (HCL native syntax specification,
// "Lexical elements").

import { KnownError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';

export interface Cursor {
  readonly path: string;
  readonly text: string;
  at: number;
  /** Brackets around this place: within them, lines do not end anything. */
  inner: number;
  /** Levels of blocks and expressions. */
  depth: number;
}

const MAX_DEPTH = 100;

export function cursorAt(path: string, text: string, at = 0): Cursor {
  return { path, text, at, inner: 0, depth: 0 };
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** What is not understood, with the line that it stands in. */
export function refuse(cursor: Cursor, expected: string): never {
  const { path, text, at } = cursor;
  const rest = text.slice(at, at + 40).split('\n')[0] ?? '';
  const found = at >= text.length ? 'the file ends' : rest === '' ? 'the line ends' : quote(rest);
  throw new KnownError(`${path}:${lineAt(text, at)}: ${found}; expected ${expected}`);
}

/** Goes one level down for a call. */
export function deeper<T>(cursor: Cursor, read: () => T): T {
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) refuse(cursor, `at most ${MAX_DEPTH} levels`);
  const value = read();
  cursor.depth -= 1;
  return value;
}

/** Within brackets, lines do not end anything. */
export function within<T>(cursor: Cursor, read: () => T): T {
  cursor.inner += 1;
  const value = read();
  cursor.inner -= 1;
  return value;
}

const SPACE = /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const SPACE_AND_LINES = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;

export function skipSpace(cursor: Cursor, lines = cursor.inner > 0): void {
  const pattern = lines ? SPACE_AND_LINES : SPACE;
  while (match(cursor, pattern) !== undefined);
}

/** Takes what a sticky pattern finds here. */
export function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const [found] = pattern.exec(cursor.text) ?? [];
  if (found === undefined || found === '') return undefined;
  cursor.at += found.length;
  return found;
}

/** Takes this text, if it comes next; else stays in place. */
export function take(cursor: Cursor, text: string): boolean {
  const before = cursor.at;
  skipSpace(cursor);
  const isNext = cursor.text.startsWith(text, cursor.at);
  cursor.at = isNext ? cursor.at + text.length : before;
  return isNext;
}

export function expect(cursor: Cursor, text: string): void {
  if (take(cursor, text)) return;
  skipSpace(cursor);
  refuse(cursor, quote(text));
}

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;

export function takeName(cursor: Cursor): string | undefined {
  skipSpace(cursor);
  return match(cursor, NAME);
}
