// The rule of a composite alarm: `ALARM("a") AND NOT (OK("b") OR INSUFFICIENT_DATA(c))`.

import { validationError } from '../protocol/errors.ts';
import type { StateValue } from './evaluation.ts';

export type Rule =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'state'; readonly state: StateValue; readonly alarm: string }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'and' | 'or'; readonly left: Rule; readonly right: Rule };

/** Parses a rule. Throws `ValidationError` if it is invalid. */
export function parseRule(source: string): Rule {
  const parser = { tokens: tokenize(source), at: 0 };
  const rule = parseOr(parser);
  if (parser.at < parser.tokens.length) throw ruleError(parser.tokens[parser.at]);
  return rule;
}

/** The names of the alarms in the rule. */
export function alarmsIn(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'constant':
      return [];
    case 'state':
      return [rule.alarm];
    case 'not':
      return alarmsIn(rule.of);
    default:
      return [...new Set([...alarmsIn(rule.left), ...alarmsIn(rule.right)])];
  }
}

export function holds(rule: Rule, stateOf: (alarm: string) => StateValue | undefined): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarm) === rule.state;
    case 'not':
      return !holds(rule.of, stateOf);
    case 'and':
      return holds(rule.left, stateOf) && holds(rule.right, stateOf);
    case 'or':
      return holds(rule.left, stateOf) || holds(rule.right, stateOf);
  }
}

interface Parser {
  readonly tokens: readonly string[];
  at: number;
}

const STATE = /^(OK|ALARM|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|([^\s")]+))\s*\)/;
const WORD = /^(?:AND|OR|NOT|TRUE|FALSE)(?![A-Za-z0-9_])|^[()]/;

function tokenize(source: string): readonly string[] {
  const tokens: string[] = [];
  let rest = source.trim();
  while (rest !== '') {
    const token = (STATE.exec(rest) ?? WORD.exec(rest))?.[0];
    if (token === undefined) throw ruleError(rest);
    tokens.push(token);
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}

function parseOr(parser: Parser): Rule {
  let left = parseAnd(parser);
  while (take(parser, 'OR')) left = { kind: 'or', left, right: parseAnd(parser) };
  return left;
}

function parseAnd(parser: Parser): Rule {
  let left = parseNot(parser);
  while (take(parser, 'AND')) left = { kind: 'and', left, right: parseNot(parser) };
  return left;
}

function parseNot(parser: Parser): Rule {
  return take(parser, 'NOT') ? { kind: 'not', of: parseNot(parser) } : parsePrimary(parser);
}

function parsePrimary(parser: Parser): Rule {
  if (take(parser, 'TRUE')) return { kind: 'constant', value: true };
  if (take(parser, 'FALSE')) return { kind: 'constant', value: false };
  if (take(parser, '(')) {
    const inner = parseOr(parser);
    if (!take(parser, ')')) throw ruleError(parser.tokens[parser.at]);
    return inner;
  }
  const token = parser.tokens[parser.at] ?? '';
  const [, state, quoted, bare] = STATE.exec(token) ?? [];
  if (state === undefined) throw ruleError(token);
  parser.at += 1;
  return { kind: 'state', state: state as StateValue, alarm: nameOf(quoted ?? bare ?? '') };
}

/** A rule may name an alarm by its ARN. */
const nameOf = (written: string) => written.replace(/^arn:[^:]+:cloudwatch:[^:]*:[^:]*:alarm:/, '');

function take(parser: Parser, token: string): boolean {
  const found = parser.tokens[parser.at] === token;
  if (found) parser.at += 1;
  return found;
}

const ruleError = (near: string | undefined) =>
  validationError(
    `AlarmRule is not valid: unexpected ${near === undefined || near === '' ? 'end' : `'${near}'`}`,
  );
