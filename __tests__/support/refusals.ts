// The refusals of src/, found in its text: what is pushed to a list of problems, thrown as a known error, or returned as
// a problem. Whatever is put into one is shown as `…`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

export interface Refusal {
  readonly file: string;
  readonly text: string;
}

/** What comes before the text of a refusal. */
const BEFORE =
  /(?:\bproblems\.push\(|\bnew (?:KnownError|FinalError|MovedError|UsageError)\(\[?|\bproblems?: \[?|\bdeclined\(\[|\brefused\(\[)\s*(?=['"`])/g;

export function allRefusals(): readonly Refusal[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    return [...text.matchAll(BEFORE)].map(({ index, 0: found }) => ({
      file: file.replaceAll('\\', '/'),
      text: literalAt(text, index + found.length),
    }));
  });
}

/** The text of a string or template that begins here. */
function literalAt(source: string, start: number): string {
  const quote = source[start];
  let text = '';
  for (let i = start + 1; i < source.length && source[i] !== quote; i++) {
    if (source[i] === '\\') {
      i += 1;
      text += source[i];
    } else if (quote === '`' && source.startsWith('${', i)) {
      i = endOf(source, i + 2);
      text += '…';
    } else {
      text += source[i];
    }
  }
  return text;
}

/** Of an expression within a template: the index of its last brace. */
function endOf(source: string, start: number): number {
  let depth = 1;
  for (let i = start; i < source.length; i++) {
    if (source[i] === '{') depth += 1;
    if (source[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return source.length;
}
