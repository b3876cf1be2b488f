// A file of Terraform's language to blocks and attributes (HCL native syntax specification, "Structural elements").

import {
  type Cursor,
  cursorAt,
  deeper,
  lineAt,
  match,
  refuse,
  skipSpace,
  takeName,
} from './hcl-cursor.ts';
import { readExpression } from './hcl-expressions.ts';
import type { Attribute, Block, Body, HclFile } from './hcl-model.ts';

/** Throws a `KnownError` with the line of what is not understood. */
export function parseHcl(path: string, text: string): HclFile {
  const cursor = cursorAt(path, text.replace(/^\uFEFF/, ' '));
  const body = readBody(cursor);
  if (cursor.at < cursor.text.length) refuse(cursor, 'a block or an attribute');
  return { path, text, body };
}

/** Up to the end, or a closing brace. */
function readBody(cursor: Cursor): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (;;) {
    skipSpace(cursor, true);
    const start = cursor.at;
    if (start >= cursor.text.length || cursor.text[start] === '}') return { attributes, blocks };
    const name = takeName(cursor) ?? refuse(cursor, 'a block or an attribute');
    skipSpace(cursor);
    if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
      cursor.at += 1;
      const value = readExpression(cursor);
      const line = lineAt(cursor.text, start);
      attributes.set(name, { value, start, end: cursor.at, line });
      endLine(cursor);
    } else blocks.push(deeper(cursor, () => readBlock(cursor, name, start)));
  }
}

function readBlock(cursor: Cursor, type: string, start: number): Block {
  const labels: string[] = [];
  for (;;) {
    skipSpace(cursor);
    const label = match(cursor, /"(?:[^"\\\n]|\\.)*"/y)?.slice(1, -1) ?? takeName(cursor);
    if (label === undefined) break;
    labels.push(label);
  }
  if (cursor.text[cursor.at] !== '{') refuse(cursor, '"=" or "{"');
  cursor.at += 1;
  // Within brackets of an expression there are no blocks, so lines count again.
  const body = readBody(cursor);
  if (cursor.text[cursor.at] !== '}') refuse(cursor, `"}" for ${type} ${labels.join(' ')}`.trim());
  const close = cursor.at;
  cursor.at += 1;
  return { type, labels, body, start, close, end: cursor.at, line: lineAt(cursor.text, start) };
}

/** An attribute ends with its line, or with the block in the same line. */
function endLine(cursor: Cursor): void {
  skipSpace(cursor);
  const next = cursor.text[cursor.at];
  if (next !== undefined && next !== '\n' && next !== '}') refuse(cursor, 'the end of the line');
}
