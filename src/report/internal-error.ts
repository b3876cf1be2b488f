// A bug in this action, in words. It is nobody else's, and only people can report it.

import { KnownError, messageOf } from '../base/errors.ts';

export const HOW_TO_REPORT =
  'This is a bug in canary-action, not a response from AWS or GitHub: please report it with the stack trace in the log at https://github.com/org/canary-action/issues';

export function internalErrorText(error: unknown): string {
  return `internal error: ${messageOf(error)}`;
}

/** @param inWords what could not be done because of it */
export function undoneText(error: unknown, inWords: (why: string) => string): string {
  return error instanceof KnownError
    ? inWords(messageOf(error))
    : `${inWords(internalErrorText(error))} ${HOW_TO_REPORT}`;
}

/** What a step fails with where there is no report. @param stands what AWS serves, as a sentence */
export function failureText(error: unknown, stands: string): string {
  if (error instanceof KnownError) return messageOf(error);
  return `${internalErrorText(error)}. ${stands} ${HOW_TO_REPORT}`;
}
