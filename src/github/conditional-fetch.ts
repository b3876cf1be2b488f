// Reads that are repeated, such as that of comments, ask whether anything has changed. GitHub answers 304 if nothing has,
// which does not count against the rate limit (GitHub REST API, "Best practices": conditional requests). A job's token
// has 1,000 requests an hour for all jobs of the repository, and a release would need 120 of them.

import type { Fetch } from './guarded-fetch.ts';

/** Lists of comments: the only reads that are repeated all the time. */
const REPEATED = /\/issues\/\d+\/comments\?/;
/** Pages whose last response is kept. */
const MOST_PAGES = 10;

interface Kept {
  readonly etag: string;
  readonly body: ArrayBuffer;
  readonly headers: Headers;
}

/** A response without a change is the last one again. */
export function conditionalFetch(send: Fetch): Fetch {
  const pages = new Map<string, Kept>();
  return async (given, options = {}) => {
    const url = String(given);
    const { method = 'GET' } = options;
    if (method !== 'GET' || !REPEATED.test(url)) return send(given, options);
    const kept = pages.get(url);
    const headers = new Headers(options.headers);
    if (kept) headers.set('if-none-match', kept.etag);
    const response = await send(given, { ...options, headers });
    if (kept && response.status === 304) return new Response(kept.body, { headers: kept.headers });
    const etag = response.headers.get('etag');
    if (response.status !== 200 || etag === null) return response;
    const body = await response.arrayBuffer();
    if (!kept && pages.size === MOST_PAGES) pages.clear();
    pages.set(url, { etag, body, headers: response.headers });
    return new Response(body, { headers: response.headers });
  };
}
