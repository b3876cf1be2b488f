// `$context`: the request data in mapping templates and Lambda events.

import type { Exchange } from './exchange.ts';
import { header } from './exchange.ts';

export type Context = Readonly<Record<string, unknown>>;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The `requestContext` of a payload format 1.0 event. */
export function requestContext(exchange: Exchange): Context {
  const { request, api, route, place, side } = exchange;
  return {
    accountId: place.account,
    apiId: api.id,
    deploymentId: side.deploymentId,
    domainName: `${api.id}.execute-api.${place.region}.amazonaws.com`,
    domainPrefix: api.id,
    extendedRequestId: extendedRequestId(exchange.requestId),
    httpMethod: request.method,
    identity: identity(exchange),
    path: `/${request.stageName}${request.path}`,
    protocol: 'HTTP/1.1',
    requestId: exchange.requestId,
    requestTime: commonLogTime(exchange.startedAt),
    requestTimeEpoch: Math.floor(exchange.startedAt),
    resourceId: route.resource.id,
    resourcePath: route.resource.path,
    stage: request.stageName,
  };
}

/** `requestContext`, with the members that only templates have. */
export const templateContext = (exchange: Exchange): Context => ({
  ...requestContext(exchange),
  isCanaryRequest: String(exchange.side.isCanary),
});

function identity({ request }: Exchange): Context {
  const absent = {
    accessKey: null,
    accountId: null,
    caller: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    user: null,
    userArn: null,
  };
  return {
    ...absent,
    sourceIp: request.sourceIp,
    userAgent: header(request, 'user-agent') ?? null,
  };
}

/** As in the header `x-amz-apigw-id`. */
export const extendedRequestId = (requestId: string) =>
  requestId.replaceAll('-', '').slice(0, 15).concat('=');

/** `09/Apr/2026:12:34:56 +0000` */
export function commonLogTime(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}
