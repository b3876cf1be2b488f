// Resource policies: the statement that AddPermission creates, the document of PutResourcePolicy, and whether they
// allow a service to invoke.

import { arnLike, wildcard } from '../front/wildcards.ts';
import { NotImplemented } from '../service.ts';
import { invalidParameter } from './errors.ts';
import type { Policy, Statement, Texts } from './model.ts';
import { isMembers, type Members, optionalString, requiredString } from './wire.ts';

/** Members of AddPermission that become a condition, with its operator and key. */
const CONDITIONS = [
  ['SourceArn', 'ArnLike', 'AWS:SourceArn'],
  ['SourceAccount', 'StringEquals', 'AWS:SourceAccount'],
  ['PrincipalOrgID', 'StringEquals', 'aws:PrincipalOrgID'],
  ['EventSourceToken', 'StringEquals', 'lambda:EventSourceToken'],
  ['FunctionUrlAuthType', 'StringEquals', 'lambda:FunctionUrlAuthType'],
] as const;

/** @throws AwsError `InvalidParameterValueException` for an unknown principal. */
export function newStatement(members: Members, partition: string, resource: string): Statement {
  const Condition: Record<string, Record<string, string>> = {};
  for (const [member, operator, key] of CONDITIONS) {
    const value = optionalString(members, member);
    if (value !== undefined) Condition[operator] = { ...Condition[operator], [key]: value };
  }
  return {
    Sid: requiredString(members, 'StatementId'),
    Effect: 'Allow',
    Principal: readPrincipal(requiredString(members, 'Principal'), partition),
    Action: requiredString(members, 'Action'),
    Resource: resource,
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
}

function readPrincipal(text: string, partition: string): Statement['Principal'] {
  if (text === '*') return '*';
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return { Service: text };
  if (/^\d{12}$/.test(text)) return { AWS: `arn:${partition}:iam::${text}:root` };
  if (/^arn:aws[a-z-]*:(iam|sts)::\d{12}:/.test(text)) return { AWS: text };
  throw invalidParameter(
    'The provided principal was invalid. Please check the principal and try again.',
  );
}

export interface Caller {
  /** A service: `apigateway.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: string;
}

/**
 * Whether the policies allow this service to invoke the ARN. Developer guide, "Working with resource-based policies":
 * the policy of a function may name its versions and aliases in Resource. A Deny wins.
 */
export function allows(
  policies: readonly (Policy | undefined)[],
  arn: string,
  caller: Caller,
): boolean {
  const fitting = policies
    .flatMap((policy) => policy?.statements ?? [])
    .filter((statement) => fits(statement, arn, caller));
  return (
    fitting.some(({ Effect }) => Effect === 'Allow') &&
    !fitting.some(({ Effect }) => Effect === 'Deny')
  );
}

function fits(
  { Action, Principal, Resource, Condition }: Statement,
  arn: string,
  caller: Caller,
): boolean {
  if (!list(Action).some((one) => ['lambda:InvokeFunction', 'lambda:*', '*'].includes(one))) {
    return false;
  }
  const named = typeof Principal === 'string' ? [Principal] : list(Principal.Service ?? []);
  if (!named.includes('*') && !named.includes(caller.principal)) return false;
  if (!list(Resource).some((pattern) => pattern === '*' || arnLike(pattern, arn))) return false;
  return Object.entries(Condition ?? {}).every(([operator, pairs]) =>
    Object.entries(pairs).every(([key, value]) => holds(operator, key, list(value), caller)),
  );
}

function holds(
  operator: string,
  key: string,
  expected: readonly string[],
  { sourceArn }: Caller,
): boolean {
  const found = sentAs(key, sourceArn);
  if (found === undefined) return false;
  const match = OPERATORS[operator.replace('Not', '')];
  if (!match) throw new Error(`${operator} was not refused by requireKnown`);
  return expected.some((one) => match(one, found)) !== operator.includes('Not');
}

/**
 * A service's call has the ARN and the account of the calling resource, and is sent over TLS: the endpoints of Lambda
 * accept nothing else (Lambda developer guide, "Infrastructure security").
 */
function sentAs(key: string, sourceArn: string): string | undefined {
  switch (key.toLowerCase()) {
    case 'aws:sourcearn':
      return sourceArn;
    case 'aws:sourceaccount':
      return sourceArn.split(':')[4];
    case 'aws:securetransport':
      return 'true';
    default:
      return undefined;
  }
}

const OPERATORS: Readonly<Record<string, (expected: string, found: string) => boolean>> = {
  ArnLike: arnLike,
  ArnEquals: arnLike,
  StringEquals: (expected, found) => expected === found,
  Bool: (expected, found) => expected === found,
  StringLike: wildcard,
};

const list = (texts: Texts) => (typeof texts === 'string' ? [texts] : texts);

/** Reads a document for PutResourcePolicy. What this simulator cannot decide is refused, never guessed. */
export function readDocument(document: string): readonly Statement[] {
  const read = parse(document);
  const statements = isMembers(read) ? [read.Statement].flat() : [];
  if (statements.length === 0 || !statements.every(isMembers)) {
    throw invalidParameter('The provided policy is not a valid policy document.');
  }
  for (const statement of statements) {
    const odd = Object.keys(statement).find((name) => !ELEMENTS.includes(name));
    const operators = Object.keys(isMembers(statement.Condition) ? statement.Condition : {});
    const unknown = odd ?? operators.find((name) => !OPERATORS[name.replace('Not', '')]);
    if (unknown !== undefined) throw new NotImplemented(`${unknown} in a resource policy`);
  }
  return statements as unknown as readonly Statement[];
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
