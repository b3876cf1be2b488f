// Operations on methods and their declared responses.

import type { AwsError } from '../service.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { findMethod, findResource, type Gateway, putMethod } from './gateway.ts';
import { checkMethodParameters } from './mappings.ts';
import { entryOf, nonEmpty, present, withMember, without } from './members.ts';
import type { Method, MethodResponse } from './model.ts';
import type { Operation } from './operation.ts';
import {
  entries,
  type Fields,
  items,
  parseBoolean,
  patchEntity,
  readPatch,
  scalar,
} from './patch.ts';
import { boolean, booleanMap, text, textMap, texts } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import type { ApiRecord } from './store.ts';

const METHOD = '/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}';
const RESPONSE = `${METHOD}/responses/{statusCode}`;

export function methodOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'PutMethod',
      method: 'PUT',
      path: METHOD,
      perform: (input) => jsonReply(201, createMethod(gateway, input)),
    },
    {
      name: 'GetMethod',
      method: 'GET',
      path: METHOD,
      perform: (input) => jsonReply(200, findMethod(gateway, input).method),
    },
    {
      name: 'UpdateMethod',
      method: 'PATCH',
      path: METHOD,
      perform: (input) => {
        const at = findMethod(gateway, input);
        const operations = readPatch(input.body, 'updateMethodInput');
        const method = patchEntity(at.method, operations, METHOD_FIELDS);
        check(at.record, method);
        putMethod(at, method.httpMethod, method);
        return jsonReply(200, method);
      },
    },
    {
      name: 'DeleteMethod',
      method: 'DELETE',
      path: METHOD,
      perform: (input) => {
        const at = findMethod(gateway, input);
        putMethod(at, at.method.httpMethod, undefined);
        return jsonReply(204);
      },
    },
    ...responseOperations(gateway),
  ];
}

const VERBS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'];

function createMethod(gateway: Gateway, input: Input): Method {
  const at = findResource(gateway, input);
  const { body } = input;
  const httpMethod = input.labels.httpMethod ?? '';
  if (!VERBS.includes(httpMethod)) {
    throw badRequest(`Invalid HttpMethod specified. Valid options are ${VERBS.join(',')}`);
  }
  if (at.resource.methods[httpMethod]) {
    throw conflict('Method already exists for this resource');
  }
  const method: Method = {
    httpMethod,
    authorizationType: text(body, 'authorizationType') ?? 'NONE',
    apiKeyRequired: boolean(body, 'apiKeyRequired') ?? false,
    ...present({
      authorizerId: text(body, 'authorizerId'),
      operationName: text(body, 'operationName'),
      requestParameters: nonEmpty(booleanMap(body, 'requestParameters')),
      requestModels: nonEmpty(textMap(body, 'requestModels')),
      requestValidatorId: text(body, 'requestValidatorId'),
      authorizationScopes: texts(body, 'authorizationScopes'),
    }),
  };
  check(at.record, method);
  putMethod(at, httpMethod, method);
  return method;
}

const isCognito = (type: string | undefined) => type === 'COGNITO_USER_POOLS';

/** Checks the complete method, however it was changed. Throws BadRequest. */
function check(record: ApiRecord, method: Method): void {
  checkMethodParameters(method);
  checkAuthorization(record, method);
}

/** The simulator has no validators, so no id is valid. */
function checkAuthorization({ authorizers }: ApiRecord, method: Method): void {
  const { authorizationType, authorizerId = '' } = method;
  const type = authorizers.get(authorizerId)?.type;
  const fits = type !== undefined && isCognito(type) === isCognito(authorizationType);
  if (['CUSTOM', 'COGNITO_USER_POOLS'].includes(authorizationType) && !fits) {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
  if (method.authorizationScopes?.length && !isCognito(authorizationType)) {
    throw badRequest(
      'Authorization Scopes are only valid for COGNITO_USER_POOLS authorization type',
    );
  }
  if (method.requestValidatorId) {
    throw badRequest('Invalid Request Validator identifier specified');
  }
}

const METHOD_FIELDS: Fields<Method> = {
  authorizationType: scalar('authorizationType'),
  authorizerId: scalar('authorizerId'),
  apiKeyRequired: scalar('apiKeyRequired', parseBoolean),
  operationName: scalar('operationName'),
  requestValidatorId: scalar('requestValidatorId', (value) => value || undefined),
  requestParameters: entries('requestParameters', parseBoolean),
  requestModels: entries('requestModels'),
  authorizationScopes: items('authorizationScopes', false),
};

function responseOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'PutMethodResponse',
      method: 'PUT',
      path: RESPONSE,
      perform: (input) => {
        const at = findMethod(gateway, input);
        const { body, labels } = input;
        const statusCode = checkedStatusCode(labels.statusCode ?? '');
        if (at.method.methodResponses?.[statusCode]) {
          throw conflict('Response already exists for this resource');
        }
        const response: MethodResponse = {
          statusCode,
          ...present({
            responseParameters: nonEmpty(booleanMap(body, 'responseParameters')),
            responseModels: nonEmpty(textMap(body, 'responseModels')),
          }),
        };
        putResponse(gateway, input, response);
        return jsonReply(201, response);
      },
    },
    {
      name: 'GetMethodResponse',
      method: 'GET',
      path: RESPONSE,
      perform: (input) => jsonReply(200, findResponse(gateway, input)),
    },
    {
      name: 'UpdateMethodResponse',
      method: 'PATCH',
      path: RESPONSE,
      perform: (input) => {
        const operations = readPatch(input.body, 'updateMethodResponseInput');
        const response = patchEntity(findResponse(gateway, input), operations, RESPONSE_FIELDS);
        putResponse(gateway, input, response);
        return jsonReply(201, response);
      },
    },
    {
      name: 'DeleteMethodResponse',
      method: 'DELETE',
      path: RESPONSE,
      perform: (input) => {
        findResponse(gateway, input);
        putResponse(gateway, input, undefined);
        return jsonReply(204);
      },
    },
  ];
}

/** Throws BadRequest unless it is an HTTP status of three digits. */
export function checkedStatusCode(statusCode: string): string {
  if (/^[1-5]\d\d$/.test(statusCode)) return statusCode;
  throw badRequest(`Invalid status code specified: ${statusCode}`);
}

export const noSuchStatusCode = (): AwsError => notFound('Invalid Response status code specified');

const RESPONSE_FIELDS: Fields<MethodResponse> = {
  responseParameters: entries('responseParameters', parseBoolean, () =>
    notFound('Invalid parameter name specified'),
  ),
  responseModels: entries(
    'responseModels',
    (value) => value ?? '',
    () => notFound('Content-Type specified was not found'),
  ),
};

function findResponse(gateway: Gateway, input: Input): MethodResponse {
  const { method } = findMethod(gateway, input);
  const response = entryOf(method.methodResponses, input.labels.statusCode ?? '');
  if (!response) throw noSuchStatusCode();
  return response;
}

function putResponse(gateway: Gateway, input: Input, response: MethodResponse | undefined): void {
  const at = findMethod(gateway, input);
  const statusCode = input.labels.statusCode ?? '';
  const others = without(at.method.methodResponses ?? {}, statusCode);
  const methodResponses = nonEmpty(response ? { ...others, [statusCode]: response } : others);
  const method = withMember(at.method, 'methodResponses', methodResponses);
  putMethod(at, method.httpMethod, method);
}
