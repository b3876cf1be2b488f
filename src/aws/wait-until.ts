// Waits with the SDK's own waiters, which take every refusal for "not yet" and would go on for half an
// hour although nobody may look. Their errors hold AWS's whole answer, environment variables included,
// so nothing of them is shown: what was seen last is kept here, by named fields.

import type { GetFunctionResponse, LambdaClient } from '@aws-sdk/client-lambda';
import { errorName, KnownError } from '../base/errors.ts';
import { describeAwsError, isAccessDenied, isBadCredentials } from './aws-errors.ts';
import type { CallWords } from './call.ts';
import { type SeenState, type StateFields, seenState } from './not-active.ts';

export interface WaitLimit {
  readonly client: LambdaClient;
  readonly abortSignal: AbortSignal;
  /** Seconds. */
  readonly maxWaitTime: number;
}

/** AWS's own waiter for versions allows 26 minutes: SnapStart takes its snapshot in that time. */
const MAX_WAIT_SECONDS = 1560;

/** What to say when it did not come to its end, in one sentence. */
export interface WaitWords {
  /** Of the calls that look. */
  readonly look: CallWords;
  readonly failed: (observation: SeenState) => string;
  /** @param spentSeconds how long it was waited for */
  readonly slow: (observation: SeenState, spentSeconds: number) => string;
}

/** Runs a waiter until it is satisfied, gives up, or is refused for good. */
export async function waitUntil(
  client: LambdaClient,
  words: WaitWords,
  wait: (patience: WaitLimit) => Promise<unknown>,
): Promise<void> {
  const refused = new AbortController();
  let observation: SeenState | undefined;
  let trouble: unknown;
  const send = async (...args: Parameters<LambdaClient['send']>) => {
    try {
      const answer: unknown = await client.send(...args);
      observation = seenState(fieldsOf(answer as GetFunctionResponse));
      return answer;
    } catch (error) {
      trouble = error;
      if (isFinal(error)) refused.abort(error);
      throw error;
    }
  };
  const watched = Object.create(client, { send: { value: send } }) as LambdaClient;
  try {
    await wait({ client: watched, abortSignal: refused.signal, maxWaitTime: MAX_WAIT_SECONDS });
  } catch (error) {
    if (refused.signal.aborted || !observation) throw lookFailed(words.look, trouble);
    const tooSlow = errorName(error) === 'TimeoutError';
    throw new KnownError(
      tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation),
    );
  }
}

/** GetFunction wraps what GetFunctionConfiguration answers. */
function fieldsOf(answer: GetFunctionResponse & StateFields): StateFields {
  return answer.Configuration ?? answer;
}

function lookFailed({ doing, permission }: CallWords, cause: unknown): KnownError {
  return new KnownError(describeAwsError(cause, doing, permission), { cause });
}

/** `AbortError`: the job is to stop, and nothing is sent any more. */
function isFinal(error: unknown): boolean {
  return isAccessDenied(error) || isBadCredentials(error) || errorName(error) === 'AbortError';
}
