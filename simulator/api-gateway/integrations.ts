// Operations on integrations: the backends of methods.

import { AwsError } from '../service.ts';
import { badRequest } from './errors.ts';
import { findIntegration, findMethod, type Gateway, type MethodAt, putMethod } from './gateway.ts';
import { checkMappings } from './mappings.ts';
import { nonEmpty, present, withMember } from './members.ts';
import type { Integration, IntegrationType, Method, ResponseTransferMode } from './model.ts';
import type { Operation } from './operation.ts';
import { entries, type Fields, items, patchEntity, readPatch, scalar } from './patch.ts';
import { type Body, boolean, number, object, text, textMap, texts } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const INTEGRATION = '/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration';

export function integrationOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'PutIntegration',
      method: 'PUT',
      path: INTEGRATION,
      perform: (input) => {
        const at = findMethod(gateway, input);
        const integration = readIntegration(at, input.body);
        putIntegration(at, integration);
        return jsonReply(201, integration);
      },
    },
    {
      name: 'GetIntegration',
      method: 'GET',
      path: INTEGRATION,
      perform: (input) => jsonReply(200, findIntegration(gateway, input).integration),
    },
    {
      name: 'UpdateIntegration',
      method: 'PATCH',
      path: INTEGRATION,
      perform: (input) => jsonReply(200, updateIntegration(gateway, input)),
    },
    {
      name: 'DeleteIntegration',
      method: 'DELETE',
      path: INTEGRATION,
      perform: (input) => {
        putIntegration(findIntegration(gateway, input), undefined);
        return jsonReply(204);
      },
    },
  ];
}

/** Sets the integration of the method, or removes it with `undefined`. */
export function putIntegration(at: MethodAt, integration: Integration | undefined): void {
  const method = withMember(at.method, 'methodIntegration', integration);
  putMethod(at, method.httpMethod, method);
}

const TYPES: readonly IntegrationType[] = ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'];

function readType(body: Body): IntegrationType {
  const given = text(body, 'type') ?? '';
  const type = TYPES.find((each) => each === given);
  if (type) return type;
  throw new AwsError(
    'ValidationException',
    400,
    `1 validation error detected: Value '${given}' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [${TYPES.join(', ')}]`,
  );
}

const DEFAULT_TIMEOUT_MS = 29_000;

/** A stream may last 15 minutes (developer guide, "Stream the integration response"). */
const STREAM_TIMEOUT_MS = 900_000;

/** Returned if the backend is reached over HTTP, even if it was not set. */
const CONNECTION: Partial<Readonly<Record<IntegrationType, string>>> = {
  HTTP: 'INTERNET',
  HTTP_PROXY: 'INTERNET',
};

function readIntegration({ resource, method }: MethodAt, body: Body): Integration {
  const type = readType(body);
  const integration: Integration = {
    type,
    passthroughBehavior: checkedPassthrough(text(body, 'passthroughBehavior') ?? 'WHEN_NO_MATCH'),
    timeoutInMillis: number(body, 'timeoutInMillis') ?? DEFAULT_TIMEOUT_MS,
    cacheNamespace: text(body, 'cacheNamespace') ?? resource.id,
    cacheKeyParameters: texts(body, 'cacheKeyParameters') ?? [],
    ...present({
      httpMethod: text(body, 'httpMethod'),
      uri: text(body, 'uri'),
      connectionType: text(body, 'connectionType') ?? CONNECTION[type],
      connectionId: text(body, 'connectionId'),
      credentials: text(body, 'credentials'),
      requestParameters: nonEmpty(textMap(body, 'requestParameters')),
      requestTemplates: nonEmpty(textMap(body, 'requestTemplates')),
      contentHandling: text(body, 'contentHandling'),
      responseTransferMode: readTransferMode(text(body, 'responseTransferMode')),
      tlsConfig: readTls(object(body, 'tlsConfig')),
    }),
  };
  check(integration, method);
  return integration;
}

const readTls = (body: Body | undefined) =>
  body && present({ insecureSkipVerification: boolean(body, 'insecureSkipVerification') });

const MODES: readonly ResponseTransferMode[] = ['BUFFERED', 'STREAM'];

function readTransferMode(given: string | undefined): ResponseTransferMode | undefined {
  const mode = MODES.find((each) => each === given);
  if (given === undefined || mode) return mode;
  throw badRequest('Invalid response transfer mode specified');
}

/** Checks the complete integration, however it was changed. Throws BadRequest. */
function check(integration: Integration, method: Method): void {
  const { type, httpMethod, uri } = integration;
  checkTimeout(integration);
  checkMappings(integration, method);
  checkConnection(integration);
  if (type === 'MOCK') return;
  if (!httpMethod) throw badRequest('Enumeration value for HttpMethod must be non-empty');
  const aws = type === 'AWS' || type === 'AWS_PROXY';
  if (aws && !/^arn:[^:]+:apigateway:/.test(uri ?? '')) {
    throw badRequest('Invalid ARN specified in the request');
  }
  if (aws && !/:(path|action)\//.test(uri ?? '')) {
    throw badRequest('AWS ARN for integration must contain path or action');
  }
  if (!aws && !/^https?:\/\/|^\$\{stageVariables\./.test(uri ?? '')) {
    throw badRequest('Invalid HTTP endpoint specified for URI');
  }
}

function checkConnection({ connectionType = 'INTERNET', connectionId }: Integration): void {
  if (!['INTERNET', 'VPC_LINK'].includes(connectionType)) {
    throw badRequest('Enumeration value for connectionType must be INTERNET or VPC_LINK');
  }
  if (connectionType === 'VPC_LINK' && !connectionId) {
    throw badRequest(
      'ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK',
    );
  }
}

function checkTimeout({ timeoutInMillis: ms, responseTransferMode }: Integration): void {
  const most = responseTransferMode === 'STREAM' ? STREAM_TIMEOUT_MS : DEFAULT_TIMEOUT_MS;
  if (Number.isInteger(ms) && ms >= 50 && ms <= most) return;
  throw badRequest(`Timeout should be between 50 ms and ${most} ms`);
}

function checkedPassthrough(behavior: string): string {
  if (['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'].includes(behavior)) return behavior;
  throw badRequest('Invalid passthrough behavior specified');
}

const FIELDS: Fields<Integration> = {
  uri: scalar('uri'),
  httpMethod: scalar('httpMethod'),
  credentials: scalar('credentials', (value) => value || undefined),
  connectionType: scalar('connectionType'),
  connectionId: scalar('connectionId'),
  timeoutInMillis: scalar('timeoutInMillis', Number),
  responseTransferMode: scalar('responseTransferMode', readTransferMode),
  passthroughBehavior: scalar('passthroughBehavior', (value) => checkedPassthrough(value ?? '')),
  contentHandling: scalar('contentHandling', (value) => value || undefined),
  cacheNamespace: scalar('cacheNamespace'),
  requestParameters: entries('requestParameters'),
  requestTemplates: entries('requestTemplates'),
  cacheKeyParameters: items('cacheKeyParameters', true),
};

function updateIntegration(gateway: Gateway, input: Input): Integration {
  const at = findIntegration(gateway, input);
  const operations = readPatch(input.body, 'updateIntegrationInput');
  const integration = patchEntity(at.integration, operations, FIELDS);
  check(integration, at.method);
  putIntegration(at, integration);
  return integration;
}
