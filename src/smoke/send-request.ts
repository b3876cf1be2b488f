// Sends one request to an API, and reads no more of the response than a check can test: a bounded time, and a bounded
// number of bytes, before and after decompression. Redirects are answers like any other.

import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { KnownError } from '../base/errors.ts';
import {
  type Answer,
  type AnswerBody,
  BODY_LIMIT_BYTES,
  TOO_LARGE,
} from '../checks/check-answer.ts';
import type { Agents } from '../network/agents.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Rejects with a `KnownError` if there is no complete response. */
export function sendRequest(
  { method, url, headers, body }: HttpRequest,
  { httpAgent, httpsAgent }: Agents,
  signal: AbortSignal,
): Promise<Answer> {
  const isSafe = url.protocol === 'https:';
  const send = isSafe ? tlsRequest : plainRequest;
  const agent = isSafe ? httpsAgent : httpAgent;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const all = { 'user-agent': 'canary-action/1', ...headers, ...length };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new KnownError(error.message, { cause: error }));
    const request = send(url, { method, headers: all, signal, agent });
    request.on('error', fail);
    request.on('response', (response) => {
      response.on('error', fail);
      void readBody(response).then((read) => {
        request.destroy();
        resolve({
          status: response.statusCode ?? 0,
          headers: listsOf(response),
          body: read,
          milliseconds: performance.now() - begun,
        });
      });
    });
    request.end(body);
  });
}

function listsOf({ headersDistinct }: IncomingMessage): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values]),
  );
}

/** RFC 9110, "content codings"; `x-gzip` is the same as `gzip`. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Resolves only when all is read, or no more is; an error of the connection is reported elsewhere. */
function readBody(response: IncomingMessage): Promise<AnswerBody> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS[encoding]?.();
  const source = decoder ? response.pipe(decoder) : response;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let [received, decoded] = [0, 0];
    const stop = (read: AnswerBody) => {
      response.unpipe();
      decoder?.destroy();
      resolve(read);
    };
    // A body that expands to nothing has no end either.
    response.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > BODY_LIMIT_BYTES) stop(TOO_LARGE);
    });
    source.on('data', (chunk: Buffer) => {
      decoded += chunk.length;
      if (decoded > BODY_LIMIT_BYTES) stop(TOO_LARGE);
      else chunks.push(chunk);
    });
    decoder?.on('error', () =>
      // The answer to HEAD has the header of a body, and no body.
      stop(
        received === 0
          ? { kind: 'text', text: '' }
          : {
              kind: 'unread',
              why: `is not ${encoding}, although its content-encoding says so`,
            },
      ),
    );
    source.on('end', () => resolve(textOf(Buffer.concat(chunks), encoding, decoder !== undefined)));
  });
}

function textOf(bytes: Buffer, encoding: string, isDecoded: boolean): AnswerBody {
  return isDecoded || encoding === 'identity' || encoding === ''
    ? { kind: 'text', text: bytes.toString('utf8') }
    : {
        kind: 'unread',
        why: `has the content-encoding ${JSON.stringify(encoding.slice(0, 40))}, which is not understood`,
      };
}
