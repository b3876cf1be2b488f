// What AWS and its SDK say about the credentials of a call.

import { errorName, messageOf } from '../base/errors.ts';

/** The SDK found none in the environment, in files, or on the machine. */
export function hasNoCredentials(error: unknown): boolean {
  return errorName(error) === 'CredentialsProviderError';
}

/**
 * AWS no longer accepts the session or key of the call. Its services use different names for it, and Lambda uses
 * others than API Gateway.
 */
const ENDED =
  /^(ExpiredToken|InvalidToken|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|TokenRefreshRequired|AuthFailure|RequestExpired)(Exception)?$/;

/**
 * "Revoke active sessions" denies everything to the role's sessions so far, so that AWS does not call them expired
 * (IAM user guide, "Revoke IAM role temporary security credentials").
 */
const REVOKED = /explicit deny in an identity-based policy/;

/** A new session of the same role may be accepted. */
export function isSessionOver(error: unknown): boolean {
  return ENDED.test(errorName(error)) || isRevoked(error);
}

/** A denial that may be about this session alone, or about the role. */
export function isRevoked(error: unknown): boolean {
  return REVOKED.test(messageOf(error));
}

/** The job's session or key has expired or was never valid, or the job has none. */
export function isBadCredentials(error: unknown): boolean {
  const name = errorName(error);
  return ENDED.test(name) || name === 'InvalidSignatureException' || hasNoCredentials(error);
}

/** What `describeAwsError` and the sources of credentials say; a request ID differs from call to call. */
const ABOUT_CREDENTIALS =
  /(?:^|: )((?:this job has no AWS credentials|AWS rejected the credentials of this job|there are no AWS credentials|AWS rejects the credentials|role-to-assume: (?:AWS does not let this job|[^:]* ID token\b)).*)$/s;

export function aboutCredentials(problem: string): string | undefined {
  return ABOUT_CREDENTIALS.exec(problem)?.[1];
}

/** Without credentials, each call fails in the same way: that is one problem, and the calls do not matter. */
export function oneCredentialsProblem(problems: readonly string[]): readonly string[] {
  const [first] = problems.flatMap((problem) => aboutCredentials(problem) ?? []);
  if (first === undefined) return problems;
  return [first, ...problems.filter((problem) => aboutCredentials(problem) === undefined)];
}
