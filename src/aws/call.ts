// One AWS call: retried where AWS asks for it, and its failure put into words.

import { errorName, KnownError } from '../base/errors.ts';
import { describeAwsError, isNotFound, isThrottled, type Permission } from './aws-errors.ts';

export interface CallWords {
  /** What the call is for, e.g. `reading the stage "prod"`. */
  readonly doing: string;
  readonly permission: Permission;
  /** What is sent and may be secret: AWS's words are shown without it. */
  readonly hides?: readonly string[];
}

const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;
/**
 * How long a call that AWS throttles is tried again, on top of the SDK's own tries: the account's
 * quota is shared, and somebody's deployment of many functions uses it up for a minute.
 */
const THROTTLED_PATIENCE_MS = 90_000;
const THROTTLED_PAUSE_MS = 2_000;

/**
 * Runs a call and turns its failure into a `KnownError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes on one API with a ConflictException and asks to try again
 * (hashicorp/terraform-provider-aws#776); the SDK does not count that among its retryable errors.
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

/** How long to wait before the next try; `undefined`: there is none. */
function pauseAfter(error: unknown, attempt: number, spentMs: number): number | undefined {
  if (isConcurrentWrite(error)) {
    return attempt < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt : undefined;
  }
  return isThrottled(error) && spentMs < THROTTLED_PATIENCE_MS ? THROTTLED_PAUSE_MS : undefined;
}

/** A field that AWS always returns. A response without it is incomplete, and an incomplete one is no data. */
export function required<T>(value: T | undefined, doing: string, field: string): T {
  if (value === undefined || value === '') {
    throw new KnownError(`${doing}: the response from AWS has no ${field}`);
  }
  return value;
}

/** What a read finds; `undefined` where AWS says that there is no such thing. */
export async function ifThere<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (causedBy(error, isNotFound)) return undefined;
    throw error;
  }
}

/** Whether a failed `call` was refused by AWS for this reason. */
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
