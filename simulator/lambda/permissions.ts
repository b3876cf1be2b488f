// AddPermission, RemovePermission, GetPolicy, and the same policies as documents (PutResourcePolicy): one resource
// policy for each qualifier. The forms of the latter are those of botocore's model; no answer is recorded.

import { AwsError, type AwsRequest, type RequestKeys } from '../service.ts';
import {
  aliasNotFound,
  conflict,
  functionNotFound,
  invalidParameter,
  notFound,
  revisionMismatch,
  validation,
} from './errors.ts';
import { type FunctionName, parseFunctionName, qualified } from './function-name.ts';
import type { LambdaFunction, Policy } from './model.ts';
import type { Operation } from './operation.ts';
import { newStatement, readDocument } from './policy.ts';
import type { Scope } from './versions.ts';
import { revisionOf } from './view.ts';
import {
  type Input,
  jsonReply,
  membersIn,
  noContent,
  optionalString,
  readMembers,
  requiredString,
} from './wire.ts';

const PATH = '/2015-03-31/functions/{FunctionName}/policy';

const DOCUMENT = '/2026-07-09/resource-policy/{Resource}';

/** The maximum size of a policy, in bytes. */
const POLICY_LIMIT = 20_480;

export function permissionOperations(scope: Scope): readonly Operation[] {
  return [
    { name: 'AddPermission', method: 'POST', path: PATH, keys: keysOf, perform: add(scope) },
    { name: 'GetPolicy', method: 'GET', path: PATH, perform: get(scope) },
    {
      name: 'RemovePermission',
      method: 'DELETE',
      path: `${PATH}/{StatementId}`,
      // Those of the statement that is removed.
      keys: () => ({ 'lambda:principal': undefined, 'lambda:functionurlauthtype': undefined }),
      perform: remove(scope),
    },
    { name: 'GetResourcePolicy', method: 'GET', path: DOCUMENT, perform: getDocument(scope) },
    { name: 'PutResourcePolicy', method: 'PUT', path: DOCUMENT, perform: putDocument(scope) },
    {
      name: 'DeleteResourcePolicy',
      method: 'DELETE',
      path: DOCUMENT,
      perform: deleteDocument(scope),
    },
  ];
}

/** Service Authorization Reference, AWS Lambda: the condition keys of AddPermission. */
function keysOf({ body }: AwsRequest): RequestKeys {
  // A body that is no object is refused when the call is performed.
  const { Principal, FunctionUrlAuthType } = membersIn(body) ?? {};
  return {
    ...(typeof Principal === 'string' && { 'lambda:principal': Principal }),
    ...(typeof FunctionUrlAuthType === 'string' && {
      'lambda:functionurlauthtype': FunctionUrlAuthType,
    }),
  };
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
    return jsonReply(200, { Policy: documentOf(policy), RevisionId: policy.revisionId });
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

/** The function of the ARN in the path, and the key of its policy. */
function addressed({ store, world }: Scope, { labels }: Input) {
  const arn = labels.Resource ?? '';
  const named = parseFunctionName(world.place, arn);
  const fn = store.functions.get(named.name);
  if (!fn) throw functionNotFound(arn);
  requireQualifier(fn, named);
  return { fn, key: named.qualifier ?? '$LATEST' };
}

function getDocument(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = addressed(scope, input);
    const policy = fn.policies.get(key);
    if (!policy) throw notFound('The resource you requested does not exist.');
    return jsonReply(200, { Policy: documentOf(policy), RevisionId: policy.revisionId });
  };
}

/** It replaces what AddPermission wrote. */
function putDocument(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = addressed(scope, input);
    const members = readMembers(input.body);
    const document = requiredString(members, 'Policy');
    const requested = optionalString(members, 'RevisionId');
    if (requested !== undefined && requested !== fn.policies.get(key)?.revisionId) {
      throw revisionMismatch('GetPolicy');
    }
    const statements = readDocument(document);
    const policy: Policy = { document, statements, revisionId: scope.world.random.uuid() };
    requireFits(policy);
    fn.policies.set(key, policy);
    return jsonReply(200, { Policy: document, RevisionId: policy.revisionId });
  };
}

function deleteDocument(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = addressed(scope, input);
    if (!fn.policies.delete(key))
      throw notFound('No policy is associated with the given resource.');
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

function requireFits(policy: Policy): void {
  const size = Buffer.byteLength(documentOf(policy));
  if (size <= POLICY_LIMIT) return;
  throw new AwsError(
    'PolicyLengthExceededException',
    400,
    `The final policy size (${size}) is bigger than the limit (${POLICY_LIMIT}).`,
  );
}

/** As it was put, until AddPermission or RemovePermission changes it. */
const documentOf = ({ document, statements }: Pick<Policy, 'document' | 'statements'>) =>
  document ?? JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });
