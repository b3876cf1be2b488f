// The text for a bug in this action, with how to report it.

import { KnownError, messageOf } from '../base/errors.ts';

export const HOW_TO_REPORT =
  'This is a bug in canary-action, not a response from AWS or GitHub: please report it with the stack trace in the log at https://github.com/org/canary-action/issues';

export function internalErrorText(error: unknown): string {
  return `internal error: ${messageOf(error)}`;
}

/** @param inWords what could not be done because of it */
export function unfinishedText(error: unknown, inWords: (why: string) => string): string {
  return error instanceof KnownError
    ? inWords(messageOf(error))
    : `${inWords(internalErrorText(error))} ${HOW_TO_REPORT}`;
}

/** The message of a step that fails without a report. @param state the state in AWS, as a sentence */
export function failureText(error: unknown, state: string): string {
  if (error instanceof KnownError) return messageOf(error);
  return `${internalErrorText(error)}. ${state} ${HOW_TO_REPORT}`;
}
