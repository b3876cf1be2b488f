// Requests to GitHub that fail are sent again: for a few seconds here, so that a single fault costs nothing. What must
// outlast a longer one is tried again by whoever sends it.

import { now, sleep } from '../base/time.ts';
import { troubleOf } from './trouble.ts';

/** Seconds before each further attempt. */
const PAUSES = [1, 3, 9];

/** A caller can do better with its time than to wait longer than this for one request. */
const LONGEST_WAIT_SECONDS = 15;

export interface SentRequest {
  readonly method: string;
  /** With or without its parameters. */
  readonly url: string;
  /** Of GraphQL. */
  readonly query?: unknown;
}

/** @param ended ends the waiting, and with it the attempts */
export async function withRetries<T>(
  request: SentRequest,
  ended: AbortSignal,
  send: () => Promise<T>,
): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await send();
    } catch (error) {
      const wait = waitFor(error, request, pause);
      if (wait === undefined || ended.aborted) throw error;
      await sleep(wait, ended);
      if (ended.aborted) throw error;
    }
  }
  return await send();
}

/** @returns `undefined` when it must not be sent again */
function waitFor(error: unknown, request: SentRequest, pause: number): number | undefined {
  const at = now();
  const trouble = troubleOf(error, at);
  if (trouble.kind === 'outage') return isRepeatable(request) ? pause : undefined;
  if (trouble.kind !== 'limit') return undefined;
  const wait = Math.max(pause, trouble.until - at);
  return wait <= LONGEST_WAIT_SECONDS ? wait : undefined;
}

/**
 * Whether a request may take effect twice. A request without a response may have taken effect: then there would be
 * two comments or deployments. A status or reaction is the same the second time.
 */
function isRepeatable({ method, url, query }: SentRequest): boolean {
  if (typeof query === 'string' && query.startsWith('mutation')) return false;
  return method !== 'POST' || /\/(statuses|reactions|graphql)$/.test(url);
}
