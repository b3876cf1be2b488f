// Errors of AWS in words: what happened, what stands now, what to do.

import { errorName, KnownError, messageOf, rootOf, type SdkError } from '../base/errors.ts';
import { withoutSecrets } from '../base/without-secrets.ts';

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
  return error instanceof KnownError && isThrottled(error.cause);
}

/** The session or key of the job is no longer, or was never, valid. */
export function isBadCredentials(error: unknown): boolean {
  return /^(ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|CredentialsProviderError|InvalidSignatureException|InvalidAccessKeyId)$/.test(
    errorName(error),
  );
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

/** AWS denies this job the call. */
export function isDenied(error: unknown): boolean {
  return isAccessDenied(rootOf(error));
}

/** AWS does not take the call as it is, of this job or at all: trying again leads nowhere by itself. */
export function isRefused(error: unknown): boolean {
  const root = rootOf(error);
  return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}

export function isInvalid(error: unknown): boolean {
  return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test(
    errorName(error),
  );
}
