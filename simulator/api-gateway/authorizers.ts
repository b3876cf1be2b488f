// Operations on authorizers, which are called before a method's integration. Shapes and default values
// as in the API reference ("CreateAuthorizer", "Authorizer").

import { NotImplemented } from '../service.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { findRecord, type Gateway, newId } from './gateway.ts';
import { present } from './members.ts';
import type { Authorizer, AuthorizerType } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { type Fields, items, patchEntity, readPatch, scalar } from './patch.ts';
import { type Body, number, text, texts } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import type { ApiRecord } from './store.ts';

const AUTHORIZERS = '/restapis/{restApiId}/authorizers';
const AUTHORIZER = `${AUTHORIZERS}/{authorizerId}`;

export function authorizerOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'CreateAuthorizer',
      method: 'POST',
      path: AUTHORIZERS,
      perform: (input) => jsonReply(201, createAuthorizer(gateway, input)),
    },
    {
      name: 'GetAuthorizers',
      method: 'GET',
      path: AUTHORIZERS,
      perform: (input) =>
        jsonReply(200, pageOf([...findRecord(gateway, input).authorizers.values()], input)),
    },
    {
      name: 'GetAuthorizer',
      method: 'GET',
      path: AUTHORIZER,
      perform: (input) => jsonReply(200, findAuthorizer(gateway, input).authorizer),
    },
    {
      name: 'UpdateAuthorizer',
      method: 'PATCH',
      path: AUTHORIZER,
      perform: (input) => {
        const { record, authorizer } = findAuthorizer(gateway, input);
        const operations = readPatch(input.body, 'updateAuthorizerInput');
        const patched = patchEntity(authorizer, operations, FIELDS);
        check(patched);
        record.authorizers.set(patched.id, patched);
        return jsonReply(200, patched);
      },
    },
    {
      name: 'DeleteAuthorizer',
      method: 'DELETE',
      path: AUTHORIZER,
      perform: (input) => {
        const { record, authorizer } = findAuthorizer(gateway, input);
        if (isUsed(record, authorizer)) {
          throw new NotImplemented('DeleteAuthorizer for an authorizer that a method uses');
        }
        record.authorizers.delete(authorizer.id);
        return jsonReply(202);
      },
    },
  ];
}

const TYPES: readonly AuthorizerType[] = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'];

const DEFAULT_TTL_SECONDS = 300;

function createAuthorizer(gateway: Gateway, input: Input): Authorizer {
  const record = findRecord(gateway, input);
  const { body } = input;
  const name = text(body, 'name') ?? '';
  const type = readType(body);
  if ([...record.authorizers.values()].some((other) => other.name === name)) {
    throw conflict(
      `Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`,
    );
  }
  const cognito = type === 'COGNITO_USER_POOLS';
  const ttl = number(body, 'authorizerResultTtlInSeconds');
  const authorizer: Authorizer = {
    id: newId(gateway, 6),
    name,
    type,
    authType: text(body, 'authType') ?? (cognito ? 'cognito_user_pools' : 'custom'),
    ...present({
      providerARNs: texts(body, 'providerARNs'),
      authorizerUri: text(body, 'authorizerUri'),
      authorizerCredentials: text(body, 'authorizerCredentials'),
      identitySource: text(body, 'identitySource'),
      identityValidationExpression: text(body, 'identityValidationExpression'),
      authorizerResultTtlInSeconds: ttl ?? (cognito ? undefined : DEFAULT_TTL_SECONDS),
    }),
  };
  check(authorizer);
  record.authorizers.set(authorizer.id, authorizer);
  return authorizer;
}

function readType(body: Body): AuthorizerType {
  const type = TYPES.find((each) => each === text(body, 'type'));
  if (type) return type;
  throw badRequest('Invalid authorizer type specified');
}

function check({ type, authorizerUri = '' }: Authorizer): void {
  if (type === 'COGNITO_USER_POOLS') return;
  // Quoted by aws/serverless-application-model#1048 and others.
  if (!/^arn:[^:]+:apigateway:[^:]*:lambda:path\/.+/.test(authorizerUri)) {
    throw badRequest(
      `Invalid Authorizer URI: ${authorizerUri}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    );
  }
}

const FIELDS: Fields<Authorizer> = {
  name: scalar('name'),
  authorizerUri: scalar('authorizerUri'),
  authorizerCredentials: scalar('authorizerCredentials', (value) => value || undefined),
  identitySource: scalar('identitySource'),
  identityValidationExpression: scalar('identityValidationExpression'),
  authorizerResultTtlInSeconds: scalar('authorizerResultTtlInSeconds', Number),
  providerARNs: items('providerARNs', false),
};

function findAuthorizer(gateway: Gateway, input: Input) {
  const record = gateway.store.records.get(input.labels.restApiId ?? '');
  const authorizer = record?.authorizers.get(input.labels.authorizerId ?? '');
  if (!record || !authorizer) throw notFound('Invalid Authorizer identifier specified');
  return { record, authorizer };
}

const isUsed = ({ resources }: ApiRecord, { id }: Authorizer) =>
  [...resources.values()].some(({ methods }) =>
    Object.values(methods).some(({ authorizerId }) => authorizerId === id),
  );
