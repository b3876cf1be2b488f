// AddPermission, RemovePermission, GetPolicy: one resource policy for each qualifier.

import { AwsError } from '../service.ts';
import {
  aliasNotFound,
  conflict,
  functionNotFound,
  invalidParameter,
  notFound,
  revisionMismatch,
  validation,
} from './errors.ts';
import { type FunctionName, qualified } from './function-name.ts';
import type { LambdaFunction, Policy, Statement } from './model.ts';
import type { Operation } from './operation.ts';
import { newStatement } from './policy.ts';
import type { Scope } from './versions.ts';
import { revisionOf } from './view.ts';
import { jsonReply, noContent, optionalString, readMembers, requiredString } from './wire.ts';

const PATH = '/2015-03-31/functions/{FunctionName}/policy';

/** The maximum size of a policy, in bytes. */
const POLICY_LIMIT = 20_480;

export function permissionOperations(scope: Scope): readonly Operation[] {
  return [
    { name: 'AddPermission', method: 'POST', path: PATH, perform: add(scope) },
    { name: 'GetPolicy', method: 'GET', path: PATH, perform: get(scope) },
    {
      name: 'RemovePermission',
      method: 'DELETE',
      path: `${PATH}/{StatementId}`,
      perform: remove(scope),
    },
  ];
}

function add({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const members = readMembers(input.body);
    const id = requiredString(members, 'StatementId');
    requireStatementId(id);
    const named = store.named(input);
    if (named.qualifier === '$LATEST') {
      throw invalidParameter('We currently do not support adding policies for $LATEST.');
    }
    const fn = store.functions.get(named.name);
    const statement = newStatement(members, world.place.partition, store.arn(named));
    if (!fn) throw functionNotFound(store.arn(named));
    requireQualifier(fn, named);
    const key = named.qualifier ?? '$LATEST';
    const policy = fn.policies.get(key);
    const requested = optionalString(members, 'RevisionId');
    if (requested !== undefined && requested !== knownRevision(fn, key, world.clock.now())) {
      throw revisionMismatch('GetPolicy');
    }
    const statements = policy?.statements ?? [];
    if (statements.some(({ Sid }) => Sid === id)) {
      throw conflict(
        `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      );
    }
    const next = { statements: [...statements, statement], revisionId: world.random.uuid() };
    requireFits(next);
    fn.policies.set(key, next);
    return jsonReply(201, { Statement: JSON.stringify(statement) });
  };
}

function get({ store }: Scope): Operation['perform'] {
  return (input) => {
    const { name, qualifier } = store.named(input);
    const policy = store.functions.get(name)?.policies.get(qualifier ?? '$LATEST');
    if (!policy) throw notFound('The resource you requested does not exist.');
    return jsonReply(200, { Policy: document(policy.statements), RevisionId: policy.revisionId });
  };
}

function remove({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const id = input.labels.StatementId ?? '';
    const named = store.named(input);
    const fn = store.functions.get(named.name);
    if (!fn) throw notFound(`No policy found for: ${store.arn(named)}`);
    requireQualifier(fn, named);
    const key = named.qualifier ?? '$LATEST';
    const policy = fn.policies.get(key);
    if (!policy) throw notFound('No policy is associated with the given resource.');
    const requested = input.query.get('RevisionId');
    if (requested !== null && requested !== policy.revisionId) throw revisionMismatch('GetPolicy');
    const statements = policy.statements.filter(({ Sid }) => Sid !== id);
    if (statements.length === policy.statements.length) {
      throw notFound(`Statement ${id} is not found in resource policy.`);
    }
    if (statements.length === 0) fn.policies.delete(key);
    else fn.policies.set(key, { statements, revisionId: world.random.uuid() });
    return noContent;
  };
}

function requireStatementId(id: string): void {
  if (/^[a-zA-Z0-9-_]+$/.test(id)) return;
  const pattern = '([a-zA-Z0-9-_]+)';
  throw validation(id, 'statementId', `Member must satisfy regular expression pattern: ${pattern}`);
}

/** The error is about an alias if the qualifier could be one, otherwise about a function. */
function requireQualifier(fn: LambdaFunction, { qualifier }: FunctionName): void {
  if (qualifier === undefined || fn.versions.has(qualifier) || fn.aliases.has(qualifier)) return;
  const arn = qualified(fn.arn, qualifier);
  throw /^(?![0-9]+$)[a-zA-Z0-9-_]+$/.test(qualifier) ? aliasNotFound(arn) : functionNotFound(arn);
}

/** A policy has its own revision; before the first statement it is that of its resource. */
function knownRevision(fn: LambdaFunction, key: string, now: number): string | undefined {
  const policy = fn.policies.get(key);
  if (policy) return policy.revisionId;
  if (key === '$LATEST') return revisionOf(fn.latest, now);
  const version = fn.versions.get(key);
  return version ? revisionOf(version, now) : fn.aliases.get(key)?.revisionId;
}

function requireFits({ statements }: Policy): void {
  const size = Buffer.byteLength(document(statements));
  if (size <= POLICY_LIMIT) return;
  throw new AwsError(
    'PolicyLengthExceededException',
    400,
    `The final policy size (${size}) is bigger than the limit (${POLICY_LIMIT}).`,
  );
}

const document = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });
