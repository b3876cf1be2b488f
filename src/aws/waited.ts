// Waits with the SDK's own waiters, which take every refusal for "not yet" and would go on for half an
// hour although nobody may look.

import type { LambdaClient } from '@aws-sdk/client-lambda';
import { errorName, isAccessDenied, isBadCredentials, messageOf, RolloutError } from './errors.ts';

export interface Patience {
  readonly client: LambdaClient;
  readonly abortSignal: AbortSignal;
}

/**
 * Runs a waiter until it is satisfied, gives up, or is refused for good.
 *
 * @param what for a sentence: `waiting for …`
 */
export async function waited(
  what: string,
  client: LambdaClient,
  wait: (patience: Patience) => Promise<unknown>,
): Promise<void> {
  const refused = new AbortController();
  const send = async (...args: Parameters<LambdaClient['send']>) => {
    try {
      return await client.send(...args);
    } catch (error) {
      if (isFinal(error)) refused.abort(error);
      throw error;
    }
  };
  const watched = Object.create(client, { send: { value: send } }) as LambdaClient;
  try {
    await wait({ client: watched, abortSignal: refused.signal });
  } catch (error) {
    const cause: unknown = refused.signal.aborted ? refused.signal.reason : error;
    throw new RolloutError(`waiting for ${what}: ${messageOf(cause)}`, { cause });
  }
}

/** `AbortError`: the job is to stop, and nothing is sent any more. */
function isFinal(error: unknown): boolean {
  return isAccessDenied(error) || isBadCredentials(error) || errorName(error) === 'AbortError';
}
