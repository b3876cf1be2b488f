// The file system of the checkout. Whatever it refuses becomes a sentence, and a bug here does not.

import { KnownError, messageOf } from '../base/errors.ts';

/** Calls the file system. Throws a `KnownError` in place of its own errors. The call must contain no code of our own. */
export function onDisk<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new KnownError(messageOf(error), { cause: error });
  }
}
