// What all requests to GitHub go through: nothing is sent to another host, no response is larger than can be meant,
// and nothing outlives the time that it was given.

import { KnownError } from '../base/errors.ts';
import { MAX_REDIRECTS, redirectOf } from '../base/redirect.ts';

export type Fetch = typeof fetch;

/** For one request, with its response. */
export const REQUEST_SECONDS = 20;

/** A page of a hundred comments of the maximum length has less than 7 MB. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * @param send sends one request
 * @param ended aborts requests in progress
 */
export function guardedFetch(send: Fetch, ended: AbortSignal): Fetch {
  return async (given, options = {}) => {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(REQUEST_SECONDS * 1000)]);
    const { method = 'GET' } = options;
    let to = new URL(String(given));
    for (let redirects = 0; ; redirects++) {
      const response = await send(to, { ...options, signal, redirect: 'manual' });
      const { status, headers } = response;
      // 300 and 304 are responses of their own.
      if (![301, 302, 303, 307, 308].includes(status)) return await read(response, MAX_BYTES);
      await response.body?.cancel();
      const next = redirectOf(to, method, status, headers.get('location') ?? '');
      if ('refused' in next)
        throw new KnownError(`GitHub's API could not be called: ${next.refused}`);
      if (redirects === MAX_REDIRECTS)
        throw new KnownError("GitHub's API could not be called: it redirects too many times");
      to = next.to;
    }
  };
}

/** The response with all of its body, which is not read any further than the limit. */
async function read(response: Response, maxBytes: number): Promise<Response> {
  const { status, statusText, headers, body } = response;
  if (!body) return response;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > maxBytes) {
      throw new KnownError(
        `GitHub's API returned more than ${maxBytes / 1024 / 1024} MB; is there a proxy in between?`,
      );
    }
    chunks.push(chunk);
  }
  // A status without a body must be given none.
  return new Response(length === 0 ? null : Buffer.concat(chunks), { status, statusText, headers });
}
