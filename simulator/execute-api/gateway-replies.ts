// The answers of API Gateway itself (its "gateway responses"), not customized.

import type { GatewayReply } from './exchange.ts';

/** @param responseType as in the developer guide, "Gateway response types" */
const gatewayReply =
  (
    responseType: string,
    status: number,
    errorType: string,
    message: string | null,
    member = 'message',
  ) =>
  (): GatewayReply => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': errorType },
    body: JSON.stringify({ [member]: message }),
    error: { responseType, message },
  });

/** The stage or API does not exist, which no log shows; or an API key is missing. */
export const forbidden = gatewayReply('INVALID_API_KEY', 403, 'ForbiddenException', 'Forbidden');

/** The resource or method does not exist. */
export const missingToken = gatewayReply(
  'MISSING_AUTHENTICATION_TOKEN',
  403,
  'MissingAuthenticationTokenException',
  'Missing Authentication Token',
);

/** The signature is for another service or Region. */
export const signatureMismatch = gatewayReply(
  'INVALID_SIGNATURE',
  403,
  'InvalidSignatureException',
  'Credential should be scoped to a valid region and correct service.',
);

/** A required identity source is missing, or the authorizer refuses the request as unauthorized. */
export const unauthorized = gatewayReply(
  'UNAUTHORIZED',
  401,
  'UnauthorizedException',
  'Unauthorized',
);

const DENIED = 'User is not authorized to access this resource';

export const accessDenied = gatewayReply(
  'ACCESS_DENIED',
  403,
  'AccessDeniedException',
  DENIED,
  'Message',
);

export const explicitlyDenied = gatewayReply(
  'ACCESS_DENIED',
  403,
  'AccessDeniedException',
  `${DENIED} with an explicit deny`,
  'Message',
);

/** The authorizer cannot be called: AUTHORIZER_CONFIGURATION_ERROR. */
export const authorizerUnreachable = gatewayReply(
  'AUTHORIZER_CONFIGURATION_ERROR',
  500,
  'AuthorizerConfigurationException',
  null,
);

/** The authorizer failed, or its answer contains no policy: AUTHORIZER_FAILURE. */
export const authorizerFailed = gatewayReply(
  'AUTHORIZER_FAILURE',
  500,
  'AuthorizerFailureException',
  null,
);

/** The integration's passthrough behavior refuses the body's type. */
export const unsupportedMediaType = gatewayReply(
  'UNSUPPORTED_MEDIA_TYPE',
  415,
  'UnsupportedMediaTypeException',
  'Unsupported Media Type',
);

/** A configuration error: the integration cannot be called. */
export const configurationError = gatewayReply(
  'API_CONFIGURATION_ERROR',
  500,
  'InternalServerErrorException',
  'Internal server error',
);

/** The backend failed, or its answer is invalid. AWS does not document the type of this one. */
export const badGateway = gatewayReply(
  'INTEGRATION_FAILURE',
  502,
  'InternalServerErrorException',
  'Internal server error',
);

export const timedOut = gatewayReply(
  'INTEGRATION_TIMEOUT',
  504,
  'InternalServerErrorException',
  'Endpoint request timed out',
);

export const networkError = gatewayReply(
  'INTEGRATION_FAILURE',
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
