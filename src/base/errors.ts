// Errors whose message is a sentence for the user.

import { responseMessage } from './response-error.ts';

/** An error for the user. Its message is a sentence; nothing else of the error is shown. */
export class KnownError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RolloutError';
  }
}

/** Returns a known error, to be handled. Rethrows anything else: it is a bug, which one place handles. */
export function known(error: unknown): KnownError {
  if (error instanceof KnownError) return error;
  throw error;
}

/** For `.catch`: this value instead of a known error. */
export function orElse<T>(value: T): (error: unknown) => T {
  return (error) => {
    known(error);
    return value;
  };
}

/** Calls third-party code, and turns whatever it throws into a known error. The call must contain no code of our own. */
export async function foreign<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new KnownError(messageOf(error), { cause: error });
  }
}

/**
 * State in AWS was changed outside this run after the run wrote it. The run must not overwrite that change.
 */
export class MovedError extends KnownError {}

/** The members that an SDK error may have. */
export interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** The name that the SDK or AWS gives an error, such as `NotFoundException`; empty for anything else. */
export function errorName(error: unknown): string {
  const name = (error as SdkError | null)?.name;
  return typeof name === 'string' ? name : '';
}

/** The message of an error; never empty: an error without a message is described by its name. */
export function messageOf(error: unknown): string {
  const told = responseMessage(error);
  if (told) return told;
  const message = (error as SdkError | null)?.message;
  if (typeof message === 'string' && message.trim() !== '') return message;
  return errorName(error) || String(error);
}

/** Whether this action, not AWS, raised the error. Such an error is the same on the next attempt. */
export function isFromThisAction(error: unknown): boolean {
  return rootOf(error) instanceof KnownError;
}

/** The original error from AWS that a `KnownError` explains. */
export function rootOf(error: unknown): unknown {
  return error instanceof KnownError && error.cause !== undefined ? rootOf(error.cause) : error;
}
