// Waits with the SDK's own waiters. They treat every error as "not yet", and would continue for half an hour
// without the permission to read. Their errors contain AWS's whole response, environment variables included, so
// nothing of them is shown. Instead, the named fields of the last read are kept here.

import type { GetFunctionResponse, LambdaClient } from '@aws-sdk/client-lambda';
import { errorName, KnownError } from '../base/errors.ts';
import { describeAwsError, isAccessDenied } from './aws-errors.ts';
import type { CallWords } from './call.ts';
import { isBadCredentials } from './credential-errors.ts';
import { type ObservedState, observedState, type StateFields } from './not-active.ts';

export interface WaitLimit {
  readonly client: LambdaClient;
  readonly abortSignal: AbortSignal;
  /** Seconds. */
  readonly maxWaitTime: number;
}

/** AWS's own waiter for versions allows 26 minutes, because SnapStart may need that long for its snapshot. */
const MAX_WAIT_SECONDS = 1560;

/** The error sentences for a wait that did not succeed. */
export interface WaitWords {
  /** Describes the read that is repeated. */
  readonly reading: CallWords;
  readonly failed: (observation: ObservedState) => string;
  /** @param spentSeconds how long the action waited */
  readonly slow: (observation: ObservedState, spentSeconds: number) => string;
}

/**
 * Runs a waiter until it succeeds, reaches its time limit, or gets an error that is final.
 *
 * @returns the last response
 */
export async function waitUntil(
  client: LambdaClient,
  words: WaitWords,
  wait: (patience: WaitLimit) => Promise<unknown>,
): Promise<unknown> {
  const refused = new AbortController();
  let last: unknown;
  let trouble: unknown;
  const send = async (...args: Parameters<LambdaClient['send']>) => {
    try {
      last = await client.send(...args);
      return last;
    } catch (error) {
      trouble = error;
      if (isFinal(error)) refused.abort(error);
      throw error;
    }
  };
  const watched = Object.create(client, { send: { value: send } }) as LambdaClient;
  try {
    await wait({ client: watched, abortSignal: refused.signal, maxWaitTime: MAX_WAIT_SECONDS });
    return last;
  } catch (error) {
    if (refused.signal.aborted || !last) throw readFailed(words.reading, trouble);
    const observation = observedState(fieldsOf(last as GetFunctionResponse));
    const tooSlow = errorName(error) === 'TimeoutError';
    throw new KnownError(
      tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation),
    );
  }
}

/** GetFunction wraps the response of GetFunctionConfiguration. */
function fieldsOf(answer: GetFunctionResponse & StateFields): StateFields {
  return answer.Configuration ?? answer;
}

function readFailed({ doing, permission }: CallWords, cause: unknown): KnownError {
  return new KnownError(describeAwsError(cause, doing, permission), { cause });
}

/** `AbortError`: the job is cancelled and nothing is sent any more. */
function isFinal(error: unknown): boolean {
  return isAccessDenied(error) || isBadCredentials(error) || errorName(error) === 'AbortError';
}
