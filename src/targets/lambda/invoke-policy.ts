// Checks whether API Gateway may invoke a version. Lambda stores a resource policy per qualifier: a statement on
// the function or an alias does not apply to a version (Lambda developer guide, "aliases in permissions
// policies").
// Without a statement, callers get a 500 that no Lambda metric shows.

import { parseJson } from '../../base/foreign-text.ts';

export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Condition?: unknown;
}

const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];

/**
 * The calls that the policy does not allow API Gateway to make.
 *
 * @param policy the policy document of exactly the invoked qualifier; `undefined`: none
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
export function uncoveredCalls(
  policy: string | undefined,
  sourceArns: readonly string[],
): readonly string[] {
  const statements = readStatements(policy).filter(allowsGateway);
  return sourceArns.filter((arn) => !statements.some((s) => matchesSource(s.Condition, arn)));
}

/**
 * Whether the policy allows a call from a source that `knows` does not accept.
 *
 * @param policy the policy document of exactly one qualifier; `undefined`: none
 * @param knows whether a source is known; a statement without a source counts as unknown
 */
export function otherPrincipals(
  policy: string | undefined,
  knows: (sourceArn: string) => boolean,
): boolean {
  if (policy === undefined) return false;
  const statements = readStatements(policy);
  const known = (sources: readonly string[]) => sources.length > 0 && sources.every(knows);
  return statements.length === 0 || !statements.every((s) => known(sourcesOf(s)));
}

function sourcesOf({ Condition }: PolicyStatement): readonly string[] {
  const byOperator = Object.entries((Condition ?? {}) as Record<string, object | null>);
  return byOperator.flatMap(([operator, byKey]) =>
    Object.entries(byKey ?? {}).flatMap(([key, values]) =>
      SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === 'aws:sourcearn'
        ? asList(values).map(String)
        : [],
    ),
  );
}

function readStatements(policy: string | undefined): readonly PolicyStatement[] {
  const parsed = parseJson(policy ?? '') as { readonly Statement?: unknown } | null | undefined;
  return asList(parsed?.Statement) as PolicyStatement[];
}

function allowsGateway(statement: PolicyStatement): boolean {
  const principal = statement.Principal;
  const services =
    principal === '*' ? [GATEWAY] : asList((principal as { Service?: unknown } | null)?.Service);
  return (
    statement.Effect === 'Allow' &&
    services.includes(GATEWAY) &&
    asList(statement.Action).some((action) => globMatches(String(action), 'lambda:InvokeFunction'))
  );
}

/** All conditions of a statement must match. A statement without conditions covers every call. */
function matchesSource(condition: unknown, arn: string): boolean {
  const byOperator = Object.entries((condition ?? {}) as Record<string, object | null>);
  return byOperator.every(([operator, byKey]) =>
    Object.entries(byKey ?? {}).every(([key, expected]) => holds(operator, key, expected, arn)),
  );
}

/** Conditions on anything but the source cannot be evaluated here, and are assumed to match. */
function holds(operator: string, key: string, expected: unknown, arn: string): boolean {
  const found = sourceValue(key, arn);
  if (found === undefined || !SOURCE_OPERATORS.includes(operator)) return true;
  return asList(expected).some((pattern) => globMatches(String(pattern), found));
}

/** The value that API Gateway sends for this key when it makes the call. */
function sourceValue(key: string, arn: string): string | undefined {
  switch (key.toLowerCase()) {
    case 'aws:sourcearn':
      return arn;
    case 'aws:sourceaccount':
      return arn.split(':')[4];
    default:
      return undefined;
  }
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

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
