// Describes AWS errors: what happened, the current state, and what to do.

import { denialText } from '../base/denial.ts';
import { errorName, KnownError, messageOf, rootOf, type SdkError } from '../base/errors.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { hasNoCredentials, isBadCredentials } from './credential-errors.ts';
import { whyUnreachable } from './unreachable.ts';

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

/** AWS throttled the call, and continued to do so through all of the SDK's retries. */
export function isThrottled(error: unknown): boolean {
  if (/TooManyRequests|Throttl/.test(errorName(error))) return true;
  return error instanceof KnownError && isThrottled(error.cause);
}

/** IAM's own denial of this action. A service may also deny what a permitted request contains. */
export function isDenialByIam(error: unknown, action: string): boolean {
  return DENIAL.exec(messageOf(error))?.[1] === action;
}

/** AWS has permitted the call, and then refused what it contains. */
export function isRefusedForContent(error: unknown): boolean {
  const status = (error as SdkError | null)?.$metadata?.httpStatusCode ?? 0;
  const about = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
  return about && !isAccessDenied(error) && !isThrottled(error) && !isBadCredentials(error);
}

/**
 * Lambda's answer in a Region that does not have the operation
 * (hashicorp/terraform-provider-aws#27986, aws-controllers-k8s/community#2971).
 */
export function isUnknownOperation(error: unknown): boolean {
  return (
    isAccessDenied(error) && /^Unable to determine service\/operation name/.test(messageOf(error))
  );
}

/**
 * Lambda refuses a write while another change of the function is in progress (Lambda developer guide, "Lambda
 * function states"). The same error name also means that something exists already.
 */
export function isBusy(error: unknown): boolean {
  return (
    errorName(error) === 'ResourceConflictException' &&
    /update is in progress|in the following state: Pending/i.test(messageOf(error))
  );
}

/** Lambda refuses to create what exists. */
export function isThereAlready(error: unknown): boolean {
  return errorName(error) === 'ResourceConflictException' && !isBusy(error);
}

/** API Gateway's limit on the number of resources, which no retry changes (`stopAtLimits`). */
export class LimitError extends Error {
  readonly $metadata: { readonly requestId?: string };

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    this.name = 'LimitExceeded';
    const requestId = (cause as SdkError | null)?.$metadata?.requestId;
    this.$metadata = requestId === undefined ? {} : { requestId };
  }
}

/** API Gateway also uses this name for throttling. */
export function isLimitReached(error: unknown): boolean {
  return (
    errorName(error) === 'LimitExceededException' &&
    !/too many requests|rate exceeded|throttl/i.test(messageOf(error))
  );
}

/** The permission that a call needs, used when AWS's response does not name it. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** IAM's denial names the action and the resource; this bounded expression extracts them. */
const DENIAL = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;

/**
 * Describes a failed call in one sentence.
 *
 * @param hides text that AWS may have echoed and that must not be shown
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
    return `${doing}: ${denialText({ action, resource })}`;
  }
  if (hasNoCredentials(error)) {
    return `${doing}: this job has no AWS credentials (${summaryOf(error)}): use aws-actions/configure-aws-credentials before this step, or set role-to-assume; jobs for pull requests from forks and Dependabot get none`;
  }
  if (isBadCredentials(error)) {
    return `${doing}: AWS rejected the credentials of this job (${summaryOf(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
  }
  const unreachable = whyUnreachable(error);
  if (unreachable !== undefined) {
    return `${doing}: AWS could not be reached (${shortened(withoutSecrets(unreachable, hides))})`;
  }
  // The action's own sentence, such as why there is no session.
  if (error instanceof KnownError) return `${doing}: ${error.message}`;
  return `${doing}: ${errorName(error) || 'error'}: ${summaryOf(error, hides)}`;
}

const LONGEST = 300;

/**
 * The error message as one short line, and the request ID for AWS support. The SDK copies any response into
 * the error: a proxy's HTML page, or a list of every violated rule.
 */
export function summaryOf(error: unknown, hides: readonly string[] = []): string {
  const { httpStatusCode: status, requestId } = (error as SdkError | null)?.$metadata ?? {};
  const text = isUnparsedResponse(error)
    ? `a response that is not from AWS${status === undefined ? '' : ` (HTTP ${status})`}; is there a proxy in between?`
    : shortened(withoutSecrets(messageOf(error), hides));
  return requestId === undefined ? text : `${text} (request ${shortened(requestId, 64)})`;
}

/** The SDK could not parse the response, or it is a page for a browser. */
function isUnparsedResponse(error: unknown): boolean {
  return (
    /Deserialization error|is not valid JSON/.test(messageOf(error)) ||
    /^\s*<(!doctype|html|head|body|\?xml)\b/i.test(messageOf(error))
  );
}

/** Shortened at a word boundary. */
function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : longest)} …`;
}

/** AWS denies this job the permission for the call. */
export function isDenied(error: unknown): boolean {
  return isAccessDenied(rootOf(error));
}

/** AWS rejects the call as it is, for this job or for everyone: a retry alone does not help. */
export function isRefused(error: unknown): boolean {
  const root = rootOf(error);
  return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}

export function isInvalid(error: unknown): boolean {
  return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test(
    errorName(error),
  );
}
