// The answers of API Gateway itself (its "gateway responses"), not customized.

import type { GatewayReply } from './exchange.ts';

const gatewayReply =
  (status: number, errorType: string, message: string | null, member = 'message') =>
  (): GatewayReply => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': errorType },
    body: JSON.stringify({ [member]: message }),
  });

/** The stage or API does not exist. */
export const forbidden = gatewayReply(403, 'ForbiddenException', 'Forbidden');

/** The resource or method does not exist. */
export const missingToken = gatewayReply(
  403,
  'MissingAuthenticationTokenException',
  'Missing Authentication Token',
);

/** A required identity source is missing, or the authorizer refuses the request as unauthorized. */
export const unauthorized = gatewayReply(401, 'UnauthorizedException', 'Unauthorized');

const DENIED = 'User is not authorized to access this resource';

export const accessDenied = gatewayReply(403, 'AccessDeniedException', DENIED, 'Message');

export const explicitlyDenied = gatewayReply(
  403,
  'AccessDeniedException',
  `${DENIED} with an explicit deny`,
  'Message',
);

/** The authorizer cannot be called: AUTHORIZER_CONFIGURATION_ERROR. */
export const authorizerUnreachable = gatewayReply(500, 'AuthorizerConfigurationException', null);

/** The authorizer failed, or its answer contains no policy: AUTHORIZER_FAILURE. */
export const authorizerFailed = gatewayReply(500, 'AuthorizerFailureException', null);

/** The integration's passthrough behavior refuses the body's type. */
export const unsupportedMediaType = gatewayReply(
  415,
  'UnsupportedMediaTypeException',
  'Unsupported Media Type',
);

/** A configuration error: the integration cannot be called. */
export const configurationError = gatewayReply(
  500,
  'InternalServerErrorException',
  'Internal server error',
);

/** The backend failed, or its answer is invalid. */
export const badGateway = gatewayReply(
  502,
  'InternalServerErrorException',
  'Internal server error',
);

export const timedOut = gatewayReply(
  504,
  'InternalServerErrorException',
  'Endpoint request timed out',
);

export const networkError = gatewayReply(
  504,
  'InternalServerErrorException',
  'Network error communicating with endpoint',
);

/** AWS supports this, the simulator does not: stated in the body and in a separate header. */
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

/** Thrown if an integration needs something that the simulator lacks. */
export class Unsupported extends Error {}
