// Reads IAM policy documents and decides whether a statement is about a call. What is not understood is neither a
// match nor a mismatch but unknown, so that the caller can treat it as the more dangerous of the two.

import { parseJson } from '../../base/foreign-text.ts';
import { isMembers } from '../../rollout/shape.ts';

export interface PolicyStatement {
  readonly Sid?: unknown;
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** A call as IAM sees it. */
export interface PolicyCall {
  /** The calling service: `apigateway.amazonaws.com`. */
  readonly service: string;
  readonly action: string;
  /** The ARN as it is called, with the qualifier. */
  readonly resource: string;
  /** The values of the known condition keys, by key in lower case. */
  readonly values: Readonly<Record<string, string>>;
}

export type Match = 'yes' | 'no' | 'unknown';

/** @returns `undefined`: the text is not a policy with statements */
export function readStatements(policy: string): readonly PolicyStatement[] | undefined {
  const parsed = parseJson(policy);
  const statements = asList(isMembers(parsed) ? parsed.Statement : undefined);
  return statements.length > 0 && statements.every(isMembers) ? statements : undefined;
}

/** Whether a statement, whatever its effect, is about this call. */
export function matchStatement(statement: PolicyStatement, call: PolicyCall): Match {
  return all([
    Object.keys(statement).every((name) => ELEMENTS.includes(name)) ? 'yes' : 'unknown',
    either(statement.Principal, statement.NotPrincipal, (one) => matchPrincipal(one, call.service)),
    matchOperation(statement, call.action),
    matchResource(statement, call.resource),
    matchCondition(statement.Condition, call.values),
  ]);
}

/** Whether a statement, whatever its effect, is about this action. */
export function matchOperation({ Action, NotAction }: PolicyStatement, action: string): Match {
  return either(Action, NotAction, (one) => matchAction(one, action));
}

export function matchResource({ Resource, NotResource }: PolicyStatement, arn: string): Match {
  return either(Resource, NotResource, (one) => matchArn(one, arn));
}

const ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** An element or its negation; IAM requires exactly one of the two. */
function either(is: unknown, isNot: unknown, match: (one: unknown) => Match): Match {
  if ((is === undefined) === (isNot === undefined)) return 'unknown';
  return is === undefined ? not(match(isNot)) : match(is);
}

/** IAM user guide, "Principal": `*` and `{"AWS": "*"}` are everyone. */
function matchPrincipal(principal: unknown, service: string): Match {
  if (principal === '*') return 'yes';
  if (!isMembers(principal)) return 'unknown';
  return any(
    Object.entries(principal).map(([type, names]) => {
      switch (type) {
        case 'Service':
          return matchAny(names, (name) => yesIf(name === service));
        case 'AWS':
          return matchAny(names, (name) => yesIf(name === '*'));
        case 'Federated':
        case 'CanonicalUser':
          return 'no';
        default:
          return 'unknown';
      }
    }),
  );
}

/** Actions are case-insensitive. */
function matchAction(actions: unknown, action: string): Match {
  return matchAny(actions, (pattern) =>
    yesIf(globMatches(pattern.toLowerCase(), action.toLowerCase())),
  );
}

/**
 * IAM user guide, "Resource": a wildcard stays within its part of the ARN; only at the end of a part may it go
 * further. So a pattern that matches only across the parts is not understood.
 */
function matchArn(patterns: unknown, arn: string): Match {
  return matchAny(patterns, (pattern) => {
    if (pattern === '*' || arnLike(pattern, arn)) return 'yes';
    return globMatches(pattern, arn) ? 'unknown' : 'no';
  });
}

/** IAM's ArnLike: six parts, of which only the last may contain colons. */
function arnLike(pattern: string, arn: string): boolean {
  const [patterns, parts] = [arnParts(pattern), arnParts(arn)];
  return (
    patterns.length === parts.length &&
    patterns.every((part, i) => globMatches(part, parts[i] ?? ''))
  );
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** All operators and keys must match. */
function matchCondition(condition: unknown, values: PolicyCall['values']): Match {
  if (condition === undefined) return 'yes';
  if (!isMembers(condition)) return 'unknown';
  return all(
    Object.entries(condition).flatMap(([operator, byKey]) =>
      isMembers(byKey)
        ? Object.entries(byKey).map(([key, expected]) =>
            holds(operator, values[key.toLowerCase()], expected),
          )
        : (['unknown'] as const),
    ),
  );
}

type Comparison = (expected: string, found: string) => boolean;

const OPERATORS: Readonly<Record<string, Comparison>> = {
  ArnEquals: arnLike,
  ArnLike: arnLike,
  StringEquals: (expected, found) => expected === found,
  StringEqualsIgnoreCase: (expected, found) => expected.toLowerCase() === found.toLowerCase(),
  StringLike: globMatches,
  Bool: (expected, found) => expected.toLowerCase() === found,
  Null: (expected) => expected.toLowerCase() === 'false',
};

/** @param found `undefined`: the key is not known, and may be absent from the call or have any value */
function holds(operator: string, found: string | undefined, expected: unknown): Match {
  if (found === undefined) return 'unknown';
  // Every known key is present in the call, so the suffix changes nothing.
  const base = operator.replace(/IfExists$/, '');
  const positive = base.replace(/^(Arn|String)Not/, '$1');
  const compare = Object.hasOwn(OPERATORS, positive) ? OPERATORS[positive] : undefined;
  if (!compare) return 'unknown';
  const match = matchAny(expected, (one) => yesIf(compare(one, found)));
  return base === positive ? match : not(match);
}

/** Text with a policy variable is not understood: `${aws:PrincipalAccount}`. */
function matchAny(values: unknown, match: (value: string) => Match): Match {
  const list = asList(values);
  if (list.length === 0) return 'unknown';
  return any(
    list.map((value) => {
      if (typeof value === 'boolean') return match(String(value));
      return typeof value === 'string' && !value.includes('${') ? match(value) : 'unknown';
    }),
  );
}

function all(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

function any(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

function not(match: Match): Match {
  return match === 'unknown' ? match : yesIf(match === 'no');
}

function yesIf(matches: boolean): Match {
  return matches ? 'yes' : 'no';
}

/**
 * Matches `*` and `?` as IAM does. Linear in the length of the text: the pattern is not turned into a regular
 * expression.
 */
export function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
