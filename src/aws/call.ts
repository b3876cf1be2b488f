// One AWS call: retried if AWS requests it, with a readable error if it fails.

import { errorName, KnownError } from '../base/errors.ts';
import {
  describeAwsError,
  isBusy,
  isNotFound,
  isThrottled,
  type Permission,
} from './aws-errors.ts';

export interface CallWords {
  /** The purpose of the call, e.g. `reading the stage "prod"`. */
  readonly doing: string;
  readonly permission: Permission;
  /** Text in the request that may be secret. It is removed from AWS's error message. */
  readonly hides?: readonly string[];
}

const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * How long a throttled call is retried, in addition to the SDK's own retries, and a write that another change of the
 * function is in the way of. The account's quota is shared, and another deployment of many functions can exhaust it
 * for a minute.
 */
const BUSY_LIMIT_MS = 90_000;
const BUSY_PAUSE_MS = 2_000;

/**
 * Runs a call. Throws a `KnownError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes to one API with a retryable ConflictException
 * (hashicorp/terraform-provider-aws#776), which the SDK does not treat as retryable.
 */
export async function call<T>(words: CallWords, send: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      const pauseMs = pauseAfter(error, attempt, Date.now() - begun);
      if (pauseMs === undefined) {
        throw new KnownError(describeAwsError(error, words.doing, words.permission, words.hides), {
          cause: error,
        });
      }
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}

/** The wait before the next attempt, in milliseconds; `undefined`: do not retry. */
function pauseAfter(error: unknown, attempt: number, spentMs: number): number | undefined {
  if (isConcurrentWrite(error)) {
    return attempt < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt : undefined;
  }
  const passes = isThrottled(error) || isBusy(error);
  return passes && spentMs < BUSY_LIMIT_MS ? BUSY_PAUSE_MS : undefined;
}

/** A field that AWS always returns. A response without it is incomplete, and is not used as data. */
export function required<T>(value: T | undefined, doing: string, field: string): T {
  if (value === undefined || value === '') {
    throw new KnownError(`${doing}: the response from AWS has no ${field}`);
  }
  return value;
}

/** The result of a read; `undefined` if AWS says that the resource does not exist. */
export async function ifThere<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    return undefined;
  }
}

/** Whether a failed `call` has an AWS error that passes this test. */
export function causedBy(error: unknown, test: (cause: unknown) => boolean): boolean {
  return error instanceof KnownError && test(error.cause);
}

function isConcurrentWrite(error: unknown): boolean {
  return errorName(error) === 'ConflictException';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
