// The HTTP requests that are open in this process, whatever sent or answers them. Plain JavaScript, because
// process-turns.mjs loads it before anything else.

import diagnostics from 'node:diagnostics_channel';

/** What is open, in words such as `GET http://127.0.0.1:4599/prod`: as a client, and as a server. */
const [sent, begun] = [new Map(), new Map()];
let changes = 0;
let watching = false;

function opens(side, request, words) {
  changes++;
  side.set(request, words);
}

function ends(side, request) {
  if (side.delete(request)) changes++;
}

/**
 * Watches from the first call on. A request is open until nothing more of its answer is on its way, even if it was
 * aborted.
 *
 * @returns what is open, and how often either side has changed
 */
export function watchRequests() {
  if (!watching) watch();
  watching = true;
  return {
    sent: () => [...sent.values()],
    begun: () => [...begun.values()],
    changes: () => changes,
  };
}

/**
 * For what keeps a request and Node does not announce, such as a tunnel that is never opened.
 *
 * @param {string} words
 * @returns called when it is over
 */
export function begins(words) {
  const request = {};
  opens(begun, request, words);
  return () => ends(begun, request);
}

function watch() {
  const on = (channel, listener) => diagnostics.subscribe(channel, listener);
  on('http.client.request.start', ({ request }) => {
    opens(sent, request, `${request.method} ${request.protocol}//${request.host}${request.path}`);
    request.once('close', () => ends(sent, request));
    // A tunnel may stay open for long.
    if (request.method === 'CONNECT') request.once('connect', () => ends(sent, request));
  });
  on('http.server.request.start', ({ request, response }) => {
    opens(begun, response, `${request.method} http://${request.headers.host}${request.url}`);
    response.once('close', () => ends(begun, response));
  });
  // `fetch` has a client of its own.
  on('undici:request:create', ({ request }) => {
    opens(sent, request, `${request.method} ${request.origin}${request.path}`);
  });
  on('undici:request:trailers', ({ request }) => ends(sent, request));
  on('undici:request:error', ({ request }) => ends(sent, request));
}
