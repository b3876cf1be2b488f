// Operations on integration responses, which turn a backend's answer into the method's.

import { badRequest, notFound } from './errors.ts';
import { findResource, type Gateway, type IntegrationAt } from './gateway.ts';
import { putIntegration } from './integrations.ts';
import { entryOf, nonEmpty, present, withMember, without } from './members.ts';
import { checkedStatusCode, noSuchStatusCode } from './methods.ts';
import type { IntegrationResponse } from './model.ts';
import type { Operation } from './operation.ts';
import { entries, type Fields, patchEntity, readPatch, scalar } from './patch.ts';
import { text, textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const RESPONSE =
  '/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode}';

export function integrationResponseOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'PutIntegrationResponse',
      method: 'PUT',
      path: RESPONSE,
      perform: (input) => {
        const at = integrationAt(gateway, input);
        const response = readResponse(at, input);
        putResponse(at, response.statusCode, response);
        return jsonReply(201, response);
      },
    },
    {
      name: 'GetIntegrationResponse',
      method: 'GET',
      path: RESPONSE,
      perform: (input) => jsonReply(200, findResponse(integrationAt(gateway, input), input)),
    },
    {
      name: 'UpdateIntegrationResponse',
      method: 'PATCH',
      path: RESPONSE,
      perform: (input) => {
        const at = integrationAt(gateway, input);
        const operations = readPatch(input.body, 'updateIntegrationResponseInput');
        const response = patchEntity(findResponse(at, input), operations, FIELDS);
        putResponse(at, response.statusCode, response);
        return jsonReply(200, response);
      },
    },
    {
      name: 'DeleteIntegrationResponse',
      method: 'DELETE',
      path: RESPONSE,
      perform: (input) => {
        const at = integrationAt(gateway, input);
        putResponse(at, findResponse(at, input).statusCode, undefined);
        return jsonReply(204);
      },
    },
  ];
}

/** As for other entities below a resource, except that an unknown method is an unknown integration. */
function integrationAt(gateway: Gateway, input: Input): IntegrationAt {
  const at = findResource(gateway, input);
  const method = entryOf(at.resource.methods, input.labels.httpMethod ?? '');
  const integration = method?.methodIntegration;
  if (!method || !integration) throw notFound('Invalid Integration identifier specified');
  return { ...at, method, integration };
}

function readResponse({ method }: IntegrationAt, { body, labels }: Input): IntegrationResponse {
  const statusCode = checkedStatusCode(labels.statusCode ?? '');
  const parameters = nonEmpty(textMap(body, 'responseParameters'));
  if (parameters && !method.methodResponses?.[statusCode]) {
    throw badRequest(
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [No method response exists for method.]',
    );
  }
  return {
    statusCode,
    ...present({
      selectionPattern: text(body, 'selectionPattern'),
      responseParameters: parameters,
      responseTemplates: nonEmpty(textMap(body, 'responseTemplates')),
      contentHandling: text(body, 'contentHandling'),
    }),
  };
}

const FIELDS: Fields<IntegrationResponse> = {
  selectionPattern: scalar('selectionPattern'),
  contentHandling: scalar('contentHandling', (value) => value || undefined),
  responseParameters: entries('responseParameters'),
  responseTemplates: entries('responseTemplates'),
};

function findResponse({ integration }: IntegrationAt, { labels }: Input): IntegrationResponse {
  const response = entryOf(integration.integrationResponses, labels.statusCode ?? '');
  if (!response) throw noSuchStatusCode();
  return response;
}

function putResponse(
  at: IntegrationAt,
  statusCode: string,
  response: IntegrationResponse | undefined,
): void {
  checkPattern(response?.selectionPattern);
  const others = without(at.integration.integrationResponses ?? {}, statusCode);
  const responses = nonEmpty(response ? { ...others, [statusCode]: response } : others);
  putIntegration(at, withMember(at.integration, 'integrationResponses', responses));
}

/** Java's patterns; those that are used here have the same syntax. */
function checkPattern(pattern: string | undefined): void {
  try {
    if (pattern) new RegExp(pattern);
  } catch {
    throw badRequest('Invalid regex pattern specified');
  }
}
