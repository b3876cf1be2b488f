// The errors that can precede every operation, with the codes and messages of each service. Codes of
// REST-JSON services end in "Exception"; those of the Query protocol do not.

import { AwsError } from '../service.ts';

interface Wording {
  readonly throttled: () => AwsError;
  readonly serverError: (status: number) => AwsError;
  readonly expiredToken: string;
  readonly unknownKey: string;
  readonly unsigned: readonly [code: string, message: string];
  readonly accessDenied: string;
  /** Of the refusals of credentials and permissions; default 403. */
  readonly refusalStatus?: number;
}

const REST_JSON = {
  expiredToken: 'ExpiredTokenException',
  unknownKey: 'UnrecognizedClientException',
  unsigned: ['MissingAuthenticationTokenException', 'Missing Authentication Token'],
  accessDenied: 'AccessDeniedException',
} as const;

const QUERY: Wording = {
  throttled: () => new AwsError('Throttling', 400, 'Rate exceeded'),
  serverError: (status) =>
    status === 503
      ? new AwsError('ServiceUnavailable', 503, 'Service Unavailable')
      : new AwsError('InternalFailure', status, 'Internal failure'),
  expiredToken: 'ExpiredToken',
  unknownKey: 'InvalidClientTokenId',
  unsigned: ['MissingAuthenticationToken', 'Request is missing Authentication Token'],
  accessDenied: 'AccessDenied',
};

/** The error for a throttled call of every operation of CloudWatch Logs; a refusal of AwsJson1.1 has the status 400. */
const LOGS: Wording = {
  ...REST_JSON,
  refusalStatus: 400,
  throttled: () => new AwsError('ThrottlingException', 400, 'Rate exceeded'),
  serverError: (status) =>
    status === 503
      ? new AwsError('ServiceUnavailableException', 503, 'Service Unavailable')
      : new AwsError('InternalFailure', status, 'Internal failure'),
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  logs: LOGS,
  // The same protocol.
  ssm: LOGS,
  tagging: LOGS,
  apigateway: {
    ...REST_JSON,
    throttled: () => new AwsError('TooManyRequestsException', 429, 'Too Many Requests'),
    serverError: (status) =>
      status === 503
        ? new AwsError('ServiceUnavailableException', 503, 'Service Unavailable')
        : new AwsError('InternalFailure', status, 'Internal failure'),
  },
  lambda: {
    ...REST_JSON,
    throttled: () =>
      new AwsError('TooManyRequestsException', 429, 'Rate exceeded', {
        members: { Reason: 'CallerRateLimitExceeded', Type: 'User' },
      }),
    serverError: (status) =>
      new AwsError(
        'ServiceException',
        status,
        'An error occurred and the request cannot be processed.',
        {
          members: { Type: 'Service' },
        },
      ),
  },
};

const wordingOf = (service: string): Wording => WORDINGS[service] ?? QUERY;

const refusalStatus = (service: string): number => wordingOf(service).refusalStatus ?? 403;

export const throttled = (service: string): AwsError => wordingOf(service).throttled();

export const serverError = (service: string, status: number): AwsError =>
  wordingOf(service).serverError(status);

export const expiredToken = (service: string): AwsError =>
  new AwsError(
    wordingOf(service).expiredToken,
    refusalStatus(service),
    'The security token included in the request is expired',
  );

/** @param why the reason, as AWS writes it */
export const outOfDate = (why: string): AwsError =>
  new AwsError('InvalidSignatureException', 403, why);

export const unknownKey = (service: string): AwsError =>
  new AwsError(
    wordingOf(service).unknownKey,
    refusalStatus(service),
    'The security token included in the request is invalid.',
  );

export function unsigned(service: string): AwsError {
  const [code, message] = wordingOf(service).unsigned;
  return new AwsError(code, refusalStatus(service), message);
}

/** `explicit`: the reason is a Deny statement, not a missing Allow. */
export function accessDenied(
  service: string,
  caller: string,
  permission: { readonly action: string; readonly resource: string },
  explicit = false,
): AwsError {
  const { action, resource } = permission;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const reason = explicit
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`;
  return new AwsError(
    wordingOf(service).accessDenied,
    refusalStatus(service),
    `User: ${caller} is not authorized to perform: ${action}${on} ${reason}`,
  );
}
