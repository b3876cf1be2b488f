// The HTTP requests that are open in this process, whatever sent or answers them. Plain JavaScript, because
// process-turns.mjs loads it before anything else.

import diagnostics from 'node:diagnostics_channel';

/** What is open, in words such as `GET http://127.0.0.1:4599/prod`: as a client, and as a server. */
const [sent, begun] = [new Map(), new Map()];
let changes = 0;
/** @type {Set<() => void>} */
const watchers = new Set();

function change() {
  changes++;
  for (const changed of watchers) changed();
}

function opens(side, request, words) {
  side.set(request, words);
  change();
}

function ends(side, request) {
  if (side.delete(request)) change();
}

/**
 * Watches from the first call on, until all that watch have stopped: a channel outlives this module, and would otherwise
 * keep it. A request is open until nothing more of its answer is on its way, even if it was aborted.
 *
 * @param {() => void} changed called after each change
 * @returns what is open, how often either side has changed, and what ends the watching
 */
export function watchRequests(changed = () => {}) {
  if (watchers.size === 0)
    for (const [name, listener] of LISTENERS) diagnostics.subscribe(name, listener);
  const watcher = () => changed();
  watchers.add(watcher);
  return {
    sent: () => [...sent.values()],
    areSent: () => sent.size > 0,
    /** Those sent whose answer has not been read to its end: not what is open only because its connection closes. */
    awaited: () =>
      [...sent].filter(([request]) => !request.res?.readableEnded).map(([, words]) => words),
    begun: () => [...begun.values()],
    changes: () => changes,
    stop: () => {
      if (!watchers.delete(watcher) || watchers.size > 0) return;
      for (const [name, listener] of LISTENERS) diagnostics.unsubscribe(name, listener);
      for (const side of [sent, begun]) side.clear();
    },
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

const LISTENERS = Object.entries({
  'http.client.request.start': ({ request }) => {
    opens(sent, request, `${request.method} ${request.protocol}//${request.host}${request.path}`);
    request.once('close', () => ends(sent, request));
    // A tunnel may stay open for long.
    if (request.method === 'CONNECT') request.once('connect', () => ends(sent, request));
  },
  'http.server.request.start': ({ request, response }) => {
    opens(begun, response, `${request.method} http://${request.headers.host}${request.url}`);
    response.once('close', () => ends(begun, response));
  },
  // `fetch` has a client of its own.
  'undici:request:create': ({ request }) => {
    opens(sent, request, `${request.method} ${request.origin}${request.path}`);
  },
  'undici:request:trailers': ({ request }) => ends(sent, request),
  'undici:request:error': ({ request }) => ends(sent, request),
});
