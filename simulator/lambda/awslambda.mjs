// The global `awslambda` of Lambda's Node runtime, for handlers that stream their answer (Lambda developer
// guide, "Writing response streaming-enabled Lambda functions"). The output of such a handler is collected:
// a caller gets it in one piece, and as text. Plain JavaScript, like the bootstrap.

import { Writable } from 'node:stream';

/** Between the metadata of an HTTP answer and its body. */
const DELIMITER = '\0'.repeat(8);

const handlers = new WeakMap();

/** Marks a handler `(event, responseStream, context) => …` as one that streams. */
export function streamifyResponse(handler) {
  const marked = () => {
    throw new Error('a streaming handler must be called with a stream');
  };
  handlers.set(marked, handler);
  return marked;
}

export const HttpResponseStream = {
  /** Begins an HTTP answer. */
  from(stream, metadata) {
    stream.write(JSON.stringify(metadata) + DELIMITER);
    return stream;
  },
};

/** Runs a streaming handler and resolves to its output; `undefined` for other handlers. */
export function streamed(handler) {
  const own = handlers.get(handler);
  if (!own) return undefined;
  return async (event, context) => {
    const chunks = [];
    const stream = new Writable({
      write(chunk, _, done) {
        chunks.push(chunk);
        done();
      },
    });
    stream.setContentType = () => {};
    await own(event, stream, context);
    return Buffer.concat(chunks).toString();
  };
}
