// Untrusted YAML or JSON → one document.

import type {
  CST,
  Document,
  DocumentOptions,
  ParseOptions,
  SchemaOptions,
  YAMLParseError,
} from 'yaml';
import { must } from '../base/assert.ts';
import { foreign, KnownError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { type Mark, markText } from './tree.ts';

type ComposeOptions = ParseOptions & DocumentOptions & SchemaOptions;

export const MAX_DEPTH = 100;
export const TOO_DEEP = `it is nested more than ${MAX_DEPTH} deep`;

/** A document, and where its nodes are in the text. */
export interface Composed {
  /** `undefined` for an empty text. */
  readonly document: Document | undefined;
  /** @param offset in characters, such as the start of a node's range */
  readonly markAt: (offset: number) => Mark;
}

/**
 * Composes the one document of a text.
 *
 * @throws KnownError, with line and column, when it is not YAML, holds several documents, or is nested too deeply
 */
export async function composeYaml(text: string, options: ComposeOptions = {}): Promise<Composed> {
  const { Composer, isScalar, LineCounter, Parser, visit } = await import('yaml');
  const lines = new LineCounter();
  const markAt = (offset: number): Mark => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = await foreign(() => [...new Parser(lines.addNewLine).parse(text)]);
  if (isDeep(tokens)) throw new KnownError(TOO_DEEP);
  // Its own check for repeated keys compares each key with all others of its map: 50,000 of them take 13 seconds.
  const composer = new Composer({ logLevel: 'error', uniqueKeys: false, ...options });
  const [document, another] = await foreign(() => {
    const [first, second] = composer.compose(tokens, true, text.length);
    return [first, second] as const;
  });
  const [error] = document?.errors ?? [];
  if (error) throw new KnownError(syntaxProblem(error, markAt));
  if (another)
    throw new KnownError(`it contains more than one document${at(markAt, another.range[0])}`);
  const repeated = document && repeatedKey(document, { isScalar, visit });
  if (repeated) {
    const { name, offset } = repeated;
    throw new KnownError(
      `Map keys must be unique; ${quote(name)} occurs twice${at(markAt, offset)}`,
    );
  }
  return { document, markAt };
}

function at(markAt: Composed['markAt'], offset: number): string {
  return ` at ${markText(markAt(offset))}`;
}

/** What is wrong, where, and how it is mended where the parser's words do not say. */
function syntaxProblem(
  { message, code, pos: [offset] }: YAMLParseError,
  markAt: Composed['markAt'],
): string {
  const first = must(message.split('\n')[0], 'a text has a first line').replace(/:$/, '');
  const where = `${first}${at(markAt, offset)}`;
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return where;
  return `${where}; expected each further line of a value to be indented more than its key`;
}

interface RepeatedKey {
  readonly name: string;
  /** Of the second one. */
  readonly offset: number;
}

/** A key that is more than once in the same map; `undefined`: there is none. */
function repeatedKey(
  document: Document,
  { isScalar, visit }: Pick<typeof import('yaml'), 'isScalar' | 'visit'>,
): RepeatedKey | undefined {
  let repeated: RepeatedKey | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        if (keys.has(value)) {
          const range = (key as { readonly range?: readonly [number, ...number[]] } | null)?.range;
          repeated = { name: String(value), offset: range?.[0] ?? 0 };
          return visit.BREAK;
        }
        keys.add(value);
      }
      return undefined;
    },
  });
  return repeated;
}

/**
 * Whether collections are nested too deeply. This is checked before composing, which recurses: a stack
 * overflow within a regular expression ends the process (observed with 500,000 brackets).
 */
function isDeep(tokens: readonly CST.Token[]): boolean {
  let level: CST.Token[] = [...tokens];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap(innerTokens);
  }
  return false;
}

function innerTokens(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((t) => t != null));
}
