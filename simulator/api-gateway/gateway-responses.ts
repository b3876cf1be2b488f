// Operations on gateway responses: the gateway's own answers. They are stored as a part of the draft; the
// simulated traffic does not use them.

import { badRequest } from './errors.ts';
import { findRecord, type Gateway } from './gateway.ts';
import { present } from './members.ts';
import type { GatewayResponse } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import { text, textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const RESPONSES = '/restapis/{restApiId}/gatewayresponses';
const RESPONSE = `${RESPONSES}/{responseType}`;

export function gatewayResponseOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'GetGatewayResponses',
      method: 'GET',
      path: RESPONSES,
      perform: (input) => {
        const own = findRecord(gateway, input).gatewayResponses;
        const all = Object.keys(DEFAULTS).map((type) => own.get(type) ?? defaultResponse(type));
        return jsonReply(200, pageOf(all, input));
      },
    },
    {
      name: 'GetGatewayResponse',
      method: 'GET',
      path: RESPONSE,
      perform: (input) => {
        const type = typeOf(input);
        const own = findRecord(gateway, input).gatewayResponses.get(type);
        return jsonReply(200, own ?? defaultResponse(type));
      },
    },
    {
      name: 'PutGatewayResponse',
      method: 'PUT',
      path: RESPONSE,
      perform: (input) => {
        const responseType = typeOf(input);
        const response: GatewayResponse = {
          ...defaultResponse(responseType),
          ...present({
            statusCode: text(input.body, 'statusCode'),
            responseParameters: textMap(input.body, 'responseParameters'),
            responseTemplates: textMap(input.body, 'responseTemplates'),
          }),
          defaultResponse: false,
        };
        findRecord(gateway, input).gatewayResponses.set(responseType, response);
        return jsonReply(201, response);
      },
    },
    {
      name: 'DeleteGatewayResponse',
      method: 'DELETE',
      path: RESPONSE,
      perform: (input) => {
        findRecord(gateway, input).gatewayResponses.delete(typeOf(input));
        return jsonReply(202);
      },
    },
  ];
}

/** Developer guide, "Gateway response types": each with its status; two use the status of the error. */
const DEFAULTS: Readonly<Record<string, string | undefined>> = {
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  DEFAULT_4XX: undefined,
  DEFAULT_5XX: undefined,
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
};

const defaultResponse = (responseType: string): GatewayResponse => ({
  responseType,
  ...present({ statusCode: DEFAULTS[responseType] }),
  responseParameters: {},
  responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
  defaultResponse: true,
});

function typeOf({ labels }: Input): string {
  const type = labels.responseType ?? '';
  if (Object.hasOwn(DEFAULTS, type)) return type;
  throw badRequest(`Invalid gateway response type specified: ${type}`);
}
