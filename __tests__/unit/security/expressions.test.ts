// Every regular expression of the product, found in its source: none takes longer for a text than in
// proportion to its length, whatever is written in it. A new one is tried as soon as it is there.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));

interface Expression {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** All literals in a syntax tree, and what is given to `RegExp` as text. */
function expressionsIn(file: string, node: unknown): Expression[] {
  if (Array.isArray(node)) return node.flatMap((child) => expressionsIn(file, child));
  if (typeof node !== 'object' || node === null) return [];
  const found = node as Readonly<Record<string, unknown>>;
  const own =
    found.type === 'RegExpLiteral'
      ? [{ file, pattern: String(found.pattern), flags: String(found.flags) }]
      : [];
  return [...own, ...Object.values(found).flatMap((child) => expressionsIn(file, child))];
}

function sources(): readonly { readonly file: string; readonly code: string }[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { file: path.slice(SRC.length + 1), code: readFileSync(path, 'utf8') };
    });
}

const EXPRESSIONS = sources().flatMap(({ file, code }) =>
  expressionsIn(file, parse(code, { sourceType: 'module', plugins: ['typescript'] })),
);

/** What careless expressions go over again and again, whatever they are about. */
const USUAL = ['a', 'A', '0', ' ', '\t', '\n', '\r\n', '-', '_', '.', '/', ':', '"', "'", '<', '`'];

/** Texts to repeat: the usual ones, the characters of the expression itself, and pairs of those. */
function pumpsFor(pattern: string): readonly string[] {
  const own = [...new Set(pattern.replace(/\\[a-zA-Z]/g, '').replace(/[()[\]{}|*+?^$\\]/g, ''))];
  const words = pattern.match(/[A-Za-z0-9:/._-]{2,}/g) ?? [];
  const pairs = own.slice(0, 6).flatMap((a) => ['a', '0', ' '].map((b) => a + b));
  return [...new Set([...USUAL, ...own, ...words, ...pairs])];
}

/** What makes the whole fail at its end, and what lets its beginning match. */
const ENDS = ['\u0000', ''];

const SIZES = { tiny: 22, short: 1_000, long: 8_000 } as const;

/** Milliseconds that a text may take, whatever the machine: below that nothing can be compared. */
const FLOOR_MS = 15;

/** @returns the text that takes too long; `undefined`: there is none */
function slowest({ pattern, flags }: Expression): string | undefined {
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  // Of words, only those that the expression names come before: `ARN:` and then a thousand colons.
  const starts = ['', ...(pattern.match(/^\^?([A-Za-z0-9:/_-]+)/)?.slice(1) ?? [])];
  for (const pump of pumpsFor(pattern)) {
    for (const text of texts(starts, pump)) {
      const time = (times: number) => fastest(() => expression.test(text(times)));
      if (time(SIZES.tiny) > FLOOR_MS / 3) return text(3);
      const long = time(SIZES.long);
      // Eight times the text; were it quadratic, 64 times the time.
      if (long > FLOOR_MS && long > 24 * time(SIZES.short)) return text(3);
    }
  }
  return undefined;
}

function texts(starts: readonly string[], pump: string): readonly ((times: number) => string)[] {
  return starts.flatMap((start) =>
    ENDS.map((end) => (times: number) => `${start}${pump.repeat(times)}${end}`),
  );
}

/** Milliseconds of the best of a few tries: a loaded machine makes some slow, and none fast. */
function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5 && best > FLOOR_MS / 3; i++) {
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

describe('Every expression in the source', () => {
  it('is found', () => {
    expect(EXPRESSIONS.length).toBeGreaterThan(100);
  });

  it('is no text that is put together, but for those that are named here', () => {
    const built = sources().flatMap(({ file, code }) =>
      [...code.matchAll(/\bRegExp\(/g)].map(() => file),
    );
    expect([...new Set(built)].sort()).toEqual(BUILT);
  });

  it.each(EXPRESSIONS.map((one) => [`${one.file}: /${one.pattern}/${one.flags}`, one] as const))(
    'takes time in proportion to the text: %s',
    (_, expression) => {
      expect(slowest(expression)).toBeUndefined();
    },
  );

  it.each(['(a+)+$', '^(\\w|_)+!$', '\\s+$x', '(?:.*,)*;'])('would be found out: %s', (pattern) => {
    expect(slowest({ file: '', pattern, flags: '' })).toBeDefined();
  });
});

/** They are made of constants, of what was escaped, or of what was checked for its cost. */
const BUILT = [
  'base/without-secrets.ts',
  'checks/pattern.ts',
  'rollout/comment-command.ts',
  'rollout/record.ts',
  'templates/parameter-rules.ts',
];
