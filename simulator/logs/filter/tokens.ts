// Splits a condition of a filter pattern into its tokens: JSON conditions and those of space-delimited fields have the
// same ones.

import { invalidPattern } from './invalid.ts';
import { compileRegex } from './regex.ts';

export type Token =
  | { readonly kind: 'sign'; readonly sign: string }
  /** Without its quotation marks. */
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  | { readonly kind: 'word'; readonly text: string };

const TOKEN =
  /\s*(?:(?<sign>&&|\|\||!=|<=|>=|[()=<>!,])|"(?<quoted>(?:[^"\\]|\\.)*)"|%(?<regex>(?:[^%\\]|\\.)*)%|(?<word>[^\s()=<>!,"%&|]+))/y;

/** At most two in a pattern (user guide, "Supported regular expressions syntax", quotas). */
const MAX_REGEXES = 2;

/** @throws AwsError for a character that belongs to no token. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw invalidPattern();
    tokens.push(tokenOf(groups));
  }
  if (tokens.filter(({ kind }) => kind === 'regex').length > MAX_REGEXES) throw invalidPattern();
  return tokens;
}

function tokenOf({ sign, quoted, regex, word }: Record<string, string | undefined>): Token {
  if (sign !== undefined) return { kind: 'sign', sign };
  if (quoted !== undefined) return { kind: 'quoted', text: unescaped(quoted) };
  if (regex !== undefined) return { kind: 'regex', regex: compileRegex(regex) };
  return { kind: 'word', text: word ?? '' };
}

export const unescaped = (quoted: string) => quoted.replace(/\\(.)/gs, '$1');

/** Reads tokens one after another. */
export class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  get nextIsWord(): boolean {
    return this.#tokens[this.#next]?.kind === 'word';
  }

  /** @throws AwsError at the end. */
  take(): Token {
    const token = this.#tokens[this.#next];
    if (!token) throw invalidPattern();
    this.#next += 1;
    return token;
  }

  /** Takes the next token if it is this sign. */
  skip(sign: string): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === 'sign' && token.sign === sign;
    if (found) this.#next += 1;
    return found;
  }

  /** @throws AwsError if the next token is not a word. */
  word(): string {
    const token = this.take();
    if (token.kind !== 'word') throw invalidPattern();
    return token.text;
  }
}
