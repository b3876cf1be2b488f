// Errors of AWS in words: what happened, what stands now, what to do.

import { withoutSecrets } from './without-secrets.ts';

/** An error for people. Its message is a sentence; nothing else of it is shown. */
export class RolloutError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RolloutError';
  }
}

/** Someone else wrote in between: what stands is not what was left, and is not to be fought over. */
export class MovedError extends RolloutError {}

interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** The SDK's or AWS's name of an error, e.g. `NotFoundException`; empty for anything else. */
export function errorName(error: unknown): string {
  const name = (error as SdkError | null)?.name;
  return typeof name === 'string' ? name : '';
}

/** Never empty: an answer without a word in it is told by the name of its error. */
export function messageOf(error: unknown): string {
  const page = foreignPage(error);
  if (page) return page;
  const message = (error as SdkError | null)?.message;
  if (typeof message === 'string' && message.trim() !== '') return message;
  return errorName(error) || String(error);
}

/** GitHub's client makes its message of whatever came, a proxy's page included. */
function foreignPage(error: unknown): string | undefined {
  const { status, response } = (error ?? {}) as HttpError;
  return typeof status === 'number' && typeof response?.data === 'string'
    ? `HTTP ${status}, with an answer that is not GitHub's; is there a proxy in between?`
    : undefined;
}

interface HttpError {
  readonly status?: unknown;
  readonly response?: { readonly data?: unknown } | undefined;
}

export function isNotFound(error: unknown): boolean {
  return /NotFound/.test(errorName(error));
}

export function isAccessDenied(error: unknown): boolean {
  return (
    /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException)$/.test(
      errorName(error),
    ) ||
    ((error as SdkError | null)?.$metadata?.httpStatusCode === 403 &&
      /not authorized/.test(messageOf(error)))
  );
}

/** AWS asked for fewer calls, and went on asking for as long as the SDK tried. */
export function isThrottled(error: unknown): boolean {
  if (/TooManyRequests|Throttl/.test(errorName(error))) return true;
  return error instanceof RolloutError && isThrottled(error.cause);
}

/** The session or key of the job is no longer, or was never, valid. */
export function isBadCredentials(error: unknown): boolean {
  return /^(ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|CredentialsProviderError|InvalidSignatureException|InvalidAccessKeyId)$/.test(
    errorName(error),
  );
}

/** AWS denies this job the call. */
export function isDenied(error: unknown): boolean {
  return isAccessDenied(rootOf(error));
}

/** AWS does not take the call as it is, of this job or at all: trying again leads nowhere by itself. */
export function isRefused(error: unknown): boolean {
  const root = rootOf(error);
  return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}

function isInvalid(error: unknown): boolean {
  return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test(
    errorName(error),
  );
}

/** What this action concluded itself, and AWS did not answer: it is the same at the next try. */
export function isOwn(error: unknown): boolean {
  return rootOf(error) instanceof RolloutError;
}

/** AWS's own error behind the words for it. */
function rootOf(error: unknown): unknown {
  return error instanceof RolloutError && error.cause !== undefined ? rootOf(error.cause) : error;
}

/** What a call needs, for when AWS's own answer does not name it. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** IAM's denial names both; this bounded expression takes them out of the sentence. */
const DENIAL = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;

/**
 * One sentence about a failed call.
 *
 * @param hides what AWS's words must not give back
 */
export function describeAwsError(
  error: unknown,
  doing: string,
  permission: Permission,
  hides: readonly string[] = [],
): string {
  if (isAccessDenied(error)) {
    const [, action = permission.action, resource = permission.resource] =
      DENIAL.exec(messageOf(error)) ?? [];
    return `${doing}: AWS denies ${action} on ${resource}; the role of this job needs that permission`;
  }
  if (isBadCredentials(error)) {
    return `${doing}: AWS does not accept the credentials of this job (${inShort(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
  }
  if (errorName(error) === 'TimeoutError' || (error as SdkError | null)?.code === 'ECONNREFUSED') {
    return `${doing}: AWS could not be reached (${inShort(error)})`;
  }
  return `${doing}: ${errorName(error) || 'error'}: ${inShort(error, hides)}`;
}

const LONGEST = 300;

/**
 * What was said, in one line that a person reads to its end, and the request's id for AWS's support.
 * The SDK puts into an error whatever came: a page of a proxy, a list of every rule that was broken.
 */
function inShort(error: unknown, hides: readonly string[] = []): string {
  const { httpStatusCode: status, requestId } = (error as SdkError | null)?.$metadata ?? {};
  const said = isForeignAnswer(error)
    ? `an answer that is not AWS's${status === undefined ? '' : ` (HTTP ${status})`}; is there a proxy in between?`
    : shortened(withoutSecrets(messageOf(error), hides));
  return requestId === undefined ? said : `${said} (request ${shortened(requestId, 64)})`;
}

/** The SDK could not take it apart, or it is a page for a browser. */
function isForeignAnswer(error: unknown): boolean {
  return (
    /Deserialization error|is not valid JSON/.test(messageOf(error)) ||
    /^\s*<(!doctype|html|head|body|\?xml)\b/i.test(messageOf(error))
  );
}

/** Cut between words. */
function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest)} …`;
}
