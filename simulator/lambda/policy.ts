// Resource policies: the statement that AddPermission creates, and whether it allows a service to invoke.

import { invalidParameter } from './errors.ts';
import type { Policy, Statement } from './model.ts';
import { type Members, optionalString, requiredString } from './wire.ts';

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

/** Whether a statement allows this service to invoke. There are no Deny statements here. */
export function allows(policy: Policy | undefined, caller: Caller): boolean {
  return policy?.statements.some((statement) => statementAllows(statement, caller)) ?? false;
}

function statementAllows({ Action, Principal, Condition }: Statement, caller: Caller): boolean {
  if (!['lambda:InvokeFunction', 'lambda:*', '*'].includes(Action)) return false;
  const named = typeof Principal === 'string' ? Principal : Principal.Service;
  if (named !== '*' && named !== caller.principal) return false;
  return Object.entries(Condition ?? {}).every(([operator, pairs]) =>
    Object.entries(pairs).every(([key, value]) => holds(operator, key, value, caller)),
  );
}

function holds(operator: string, key: string, expected: string, { sourceArn }: Caller): boolean {
  if (operator === 'ArnLike' && key === 'AWS:SourceArn') return arnLike(expected, sourceArn);
  // A service's call has the account of the calling resource.
  if (key === 'AWS:SourceAccount') return sourceArn.split(':')[4] === expected;
  return false;
}

/** IAM's ArnLike: `*` and `?` within each of the six parts; only the last may contain colons. */
export function arnLike(pattern: string, arn: string): boolean {
  const patterns = arnParts(pattern);
  const parts = arnParts(arn);
  if (patterns.length !== parts.length) return false;
  return patterns.every((part, i) => wildcard(part).test(parts[i] ?? ''));
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}
