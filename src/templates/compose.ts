// Untrusted YAML or JSON → one document.

import type { CST, Document, DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';
import { must } from '../base/assert.ts';
import { foreign, KnownError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';

type ComposeOptions = ParseOptions & DocumentOptions & SchemaOptions;

export const MAX_DEPTH = 100;
export const TOO_DEEP = `it is nested more than ${MAX_DEPTH} deep`;

/**
 * Composes the one document of a text.
 *
 * @throws KnownError when it is not YAML, holds several documents, or is nested too deeply
 */
export async function composeYaml(
  text: string,
  options: ComposeOptions = {},
): Promise<Document | undefined> {
  const { Composer, isScalar, Parser, visit } = await import('yaml');
  const tokens = await foreign(() => [...new Parser().parse(text)]);
  if (isDeep(tokens)) throw new KnownError(TOO_DEEP);
  // Its own check for repeated keys compares each key with all others of its map: 50,000 of them take 13 seconds.
  const composer = new Composer({ logLevel: 'error', uniqueKeys: false, ...options });
  const [document, another] = await foreign(() => {
    const [first, second] = composer.compose(tokens, true, text.length);
    return [first, second] as const;
  });
  const [error] = document?.errors ?? [];
  if (error) throw new KnownError(must(error.message.split('\n')[0], 'a text has a first line'));
  if (another) throw new KnownError('it contains more than one document');
  const repeated = document && repeatedKey(document, { isScalar, visit });
  if (repeated !== undefined)
    throw new KnownError(`Map keys must be unique; ${quote(repeated)} occurs twice`);
  return document;
}

/** A key that is more than once in the same map; `undefined`: there is none. */
function repeatedKey(
  document: Document,
  { isScalar, visit }: Pick<typeof import('yaml'), 'isScalar' | 'visit'>,
): string | undefined {
  let repeated: string | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        if (keys.has(value)) {
          repeated = String(value);
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
