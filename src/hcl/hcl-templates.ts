// Strings and heredocs of Terraform's language, with what they interpolate (HCL native syntax specification,
// "Template expressions").

import { type Cursor, match, refuse, skipSpace, within } from './hcl-cursor.ts';
import type { Expression } from './hcl-model.ts';

type ReadExpression = (cursor: Cursor) => Expression;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' },
};
const LITERAL = /(?:[^"\\$%\n]|\$(?!\$?\{)|%(?!%?\{))+/y;
const ESCAPED_MARK = /\$\$\{|%%\{/y;
const UNICODE = /u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y;

/** After the opening quote. */
export function readQuoted(cursor: Cursor, read: ReadExpression): Expression {
  const parts: Expression[] = [];
  for (;;) {
    const literal = match(cursor, ESCAPED_MARK)?.slice(1) ?? match(cursor, LITERAL);
    if (literal !== undefined) parts.push({ kind: 'text', text: literal });
    else if (cursor.text[cursor.at] === '"') break;
    else if (cursor.text[cursor.at] === '\\') parts.push(readEscape(cursor));
    else if (!readMark(cursor, parts, read)) refuse(cursor, 'the closing quote of a string');
  }
  cursor.at += 1;
  return joinParts(parts);
}

function readEscape(cursor: Cursor): Expression {
  cursor.at += 1;
  const code = match(cursor, UNICODE);
  if (code !== undefined) {
    return { kind: 'text', text: String.fromCodePoint(Number.parseInt(code.slice(1), 16)) };
  }
  const text = ESCAPES[cursor.text[cursor.at] ?? ''];
  if (text === undefined) refuse(cursor, 'an escape such as \\n or \\"');
  cursor.at += 1;
  return { kind: 'text', text };
}

/** `${…}`, or a directive `%{…}`, whose effect is not known. */
function readMark(cursor: Cursor, parts: Expression[], read: ReadExpression): boolean {
  const mark = cursor.text.slice(cursor.at, cursor.at + 2);
  if (mark !== '${' && mark !== '%{') return false;
  cursor.at += 2;
  if (cursor.text[cursor.at] === '~') cursor.at += 1;
  if (mark === '%{') {
    const end = cursor.text.indexOf('}', cursor.at);
    if (end < 0) refuse(cursor, '"}"');
    cursor.at = end + 1;
    parts.push({ kind: 'operation', what: 'a directive %{…}' });
    return true;
  }
  parts.push(within(cursor, () => read(cursor)));
  skipSpace(cursor, true);
  if (cursor.text[cursor.at] === '~') cursor.at += 1;
  if (cursor.text[cursor.at] !== '}') refuse(cursor, '"}"');
  cursor.at += 1;
  return true;
}

const HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
const HEREDOC_LITERAL = /(?:[^$%]|\$(?!\$?\{)|%(?!%?\{))+/y;

/** `undefined`: there is none here. */
export function readHeredoc(
  cursor: Cursor,
  read: ReadExpression,
  inside: (text: string, at: number) => Cursor,
): Expression | undefined {
  HEREDOC.lastIndex = cursor.at;
  const [opening, , word = ''] = HEREDOC.exec(cursor.text) ?? [];
  if (opening === undefined) return undefined;
  const begin = cursor.at + opening.length;
  const closing = closingLine(cursor.text, begin, word);
  if (!closing) refuse(cursor, `a line ${word} that ends the heredoc`);
  const { start: end } = closing;
  // The same text, cut at its end, so that lines stay those of the file.
  const inner = inside(cursor.text.slice(0, end), begin);
  const parts: Expression[] = [];
  while (inner.at < end) {
    const literal = match(inner, ESCAPED_MARK)?.slice(1) ?? match(inner, HEREDOC_LITERAL);
    if (literal !== undefined) parts.push({ kind: 'text', text: literal });
    else if (!readMark(inner, parts, read)) refuse(inner, 'text');
  }
  // The line break after the closing word ends the attribute.
  cursor.at = closing.end;
  return joinParts(parts);
}

/** The line with this word alone; its end is before the line break. */
function closingLine(
  text: string,
  begin: number,
  word: string,
): { readonly start: number; readonly end: number } | undefined {
  for (let start = begin; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    const line = text.slice(start, stop);
    if (line.trim() === word) return { start, end: start + line.trimEnd().length };
    if (next < 0) return undefined;
    start = next + 1;
  }
  return undefined;
}

function joinParts(parts: readonly Expression[]): Expression {
  const joined: Expression[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + part.text };
    } else joined.push(part);
  }
  const [first, another] = joined;
  if (!first) return { kind: 'text', text: '' };
  // `"${x}"` is x itself.
  return another ? { kind: 'template', parts: joined } : first;
}
