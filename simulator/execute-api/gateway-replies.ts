// What API Gateway answers by itself (its "gateway responses"), uncustomised.

import type { GatewayReply } from './exchange.ts';

const says =
  (status: number, errorType: string, message: string | null, member = 'message') =>
  (): GatewayReply => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': errorType },
    body: JSON.stringify({ [member]: message }),
  });

/** No such stage (or API). */
export const forbidden = says(403, 'ForbiddenException', 'Forbidden');

/** No such resource or method. */
export const missingToken = says(
  403,
  'MissingAuthenticationTokenException',
  'Missing Authentication Token',
);

/** An identity that the authorizer wants is missing, or the authorizer says so. */
export const unauthorized = says(401, 'UnauthorizedException', 'Unauthorized');

const DENIED = 'User is not authorized to access this resource';

export const accessDenied = says(403, 'AccessDeniedException', DENIED, 'Message');

export const explicitlyDenied = says(
  403,
  'AccessDeniedException',
  `${DENIED} with an explicit deny`,
  'Message',
);

/** The authorizer cannot be called: AUTHORIZER_CONFIGURATION_ERROR. */
export const authorizerUnreachable = says(500, 'AuthorizerConfigurationException', null);

/** It failed, or its answer is no policy: AUTHORIZER_FAILURE. */
export const authorizerFailed = says(500, 'AuthorizerFailureException', null);

/** The integration's passthrough behaviour refuses the body's type. */
export const unsupportedMediaType = says(
  415,
  'UnsupportedMediaTypeException',
  'Unsupported Media Type',
);

/** A configuration error: an integration that cannot be called as it stands. */
export const configurationError = says(
  500,
  'InternalServerErrorException',
  'Internal server error',
);

/** A backend that failed, or whose answer cannot be read. */
export const badGateway = says(502, 'InternalServerErrorException', 'Internal server error');

export const timedOut = says(504, 'InternalServerErrorException', 'Endpoint request timed out');

export const networkError = says(
  504,
  'InternalServerErrorException',
  'Network error communicating with endpoint',
);

/** AWS could do this, the simulator cannot: said in the body and in a header of its own. */
export function notImplemented(what: string): GatewayReply {
  const message = `not implemented by this simulator: ${what}`;
  return {
    status: 500,
    headers: {
      'content-type': 'application/json',
      'x-simulator-error': message.replace(/[^\x20-\x7e]+/g, ' '),
    },
    body: JSON.stringify({ message }),
  };
}

/** Thrown wherever an integration meets something that the simulator lacks. */
export class BeyondSimulator extends Error {}
