// One AWS call: retried where AWS asks for it, and its failure put into words.

import {
  describeAwsError,
  errorName,
  isNotFound,
  type Permission,
  RolloutError,
} from './errors.ts';

export interface CallWords {
  /** What the call is for, e.g. `reading the stage "prod"`. */
  readonly doing: string;
  readonly permission: Permission;
}

const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 400;

/**
 * Runs a call and turns its failure into a `RolloutError` whose `cause` is AWS's own error.
 * API Gateway refuses concurrent writes on one API with a ConflictException and asks to try again
 * (hashicorp/terraform-provider-aws#776); the SDK does not count that among its retryable errors.
 */
export async function call<T>(words: CallWords, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isConcurrentWrite(error) || attempt === CONFLICT_ATTEMPTS) {
        throw new RolloutError(describeAwsError(error, words.doing, words.permission), {
          cause: error,
        });
      }
      await pause(CONFLICT_PAUSE_MS * attempt * (0.5 + Math.random()));
    }
  }
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
  return error instanceof RolloutError && test(error.cause);
}

function isConcurrentWrite(error: unknown): boolean {
  return errorName(error) === 'ConflictException';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
