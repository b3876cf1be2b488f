// Parses metric math to a tree. Operators and their precedence as in the CloudWatch User Guide, "Using
// math expressions with CloudWatch metrics".

import { validationError } from '../protocol/errors.ts';

export type Operator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | 'AND'
  | 'OR';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'negation'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

const BINDING: Readonly<Record<Operator, number>> = {
  OR: 1,
  AND: 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
};
const NEGATION_BINDING = 7;

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<text>"[^"]*"|'[^']*')|(?<sign><=|>=|==|!=|&&|\|\||[-+*/^<>(),[\]]))/y;

interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'sign';
  readonly text: string;
}

/** Parses metric math. Throws `ValidationError` if it is invalid. */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  const parser = { tokens, at: 0, source };
  const tree = parseBinary(parser, 0);
  if (parser.at < tokens.length) throw syntaxError(source, tokens[parser.at]?.text);
  return tree;
}

/** Every metric or expression id that the tree refers to, and whether it uses `METRICS()`. */
export function referencesOf(tree: Expression): { ids: readonly string[]; all: boolean } {
  const ids = new Set<string>();
  let all = false;
  const visit = (node: Expression): void => {
    if (node.kind === 'reference') ids.add(node.id);
    if (node.kind === 'call' && node.name === 'METRICS') all = true;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return { ids: [...ids], all };
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'list':
      return node.items;
    case 'negation':
      return [node.of];
    case 'operation':
      return [node.left, node.right];
    case 'call':
      return node.args;
    default:
      return [];
  }
}

interface Parser {
  readonly tokens: readonly Token[];
  readonly source: string;
  at: number;
}

function parseBinary(parser: Parser, least: number): Expression {
  let left = parseUnary(parser);
  for (;;) {
    const operator = operatorAt(parser);
    if (operator === undefined || BINDING[operator] <= least) return left;
    parser.at += 1;
    left = { kind: 'operation', operator, left, right: parseBinary(parser, BINDING[operator]) };
  }
}

function parseUnary(parser: Parser): Expression {
  if (!take(parser, '-')) return parsePrimary(parser);
  return { kind: 'negation', of: parseBinary(parser, NEGATION_BINDING) };
}

function parsePrimary(parser: Parser): Expression {
  const token = parser.tokens[parser.at];
  parser.at += 1;
  if (token === undefined) throw syntaxError(parser.source, undefined);
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
  if (token.kind === 'text') return { kind: 'text', value: token.text.slice(1, -1) };
  if (token.kind === 'name') return parseName(parser, token.text);
  if (token.text === '[') return { kind: 'list', items: parseItems(parser, ']') };
  if (token.text !== '(') throw syntaxError(parser.source, token.text);
  const inner = parseBinary(parser, 0);
  expect(parser, ')');
  return inner;
}

/** A name is a call before a parenthesis, an id if it starts in lower case, else a word like `REPEAT`. */
function parseName(parser: Parser, name: string): Expression {
  if (take(parser, '(')) return { kind: 'call', name, args: parseItems(parser, ')') };
  return /^[a-z]/.test(name) ? { kind: 'reference', id: name } : { kind: 'word', word: name };
}

function parseItems(parser: Parser, close: string): readonly Expression[] {
  if (take(parser, close)) return [];
  const items = [parseBinary(parser, 0)];
  while (take(parser, ',')) items.push(parseBinary(parser, 0));
  expect(parser, close);
  return items;
}

const WORDS: Readonly<Record<string, Operator>> = { '&&': 'AND', '||': 'OR' };

function operatorAt({ tokens, at }: Parser): Operator | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'number' || token.kind === 'text') return undefined;
  const written = WORDS[token.text] ?? token.text;
  return Object.hasOwn(BINDING, written) ? (written as Operator) : undefined;
}

function take(parser: Parser, sign: string): boolean {
  const token = parser.tokens[parser.at];
  const found = token?.kind === 'sign' && token.text === sign;
  if (found) parser.at += 1;
  return found;
}

function expect(parser: Parser, sign: string): void {
  if (!take(parser, sign)) throw syntaxError(parser.source, parser.tokens[parser.at]?.text);
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw syntaxError(source, source.slice(at).trim().slice(0, 1));
    const [[kind, text]] = Object.entries(match.groups ?? {}).filter(
      ([, part]) => part !== undefined,
    ) as [[Token['kind'], string]];
    tokens.push({ kind, text });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

const syntaxError = (source: string, near: string | undefined) =>
  validationError(
    `Error in expression '${source}': Unexpected ${near === undefined ? 'end' : `'${near}'`}`,
  );
