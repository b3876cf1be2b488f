// Calls of GitLab's REST API. Whatever a call fails with is a known error, without the token.

import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { foreign, KnownError, known } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import { sleep } from '../base/time.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { agentFor } from '../network/agents.ts';

export interface GitLabAccess {
  /** `https://gitlab.com/api/v4`, without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
}

export interface GitLabAnswer {
  readonly status: number;
  /** The parsed JSON. */
  readonly body: unknown;
  /** The page that follows; `undefined`: this is the last one. */
  readonly nextPage: string | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT';

/** GitLab refused a call, or did not answer. */
export class GitLabError extends KnownError {
  /** `undefined`: there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

interface Reply {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly nextPage: string | undefined;
  readonly text: string;
}

const REQUEST_MS = 20_000;
/** A page of a hundred notes of a usual length has far less. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Seconds before each further attempt. */
const PAUSES = [1, 4, 10];
/** A job does not wait longer for its comment. */
const LONGEST_PAUSE = 60;

/**
 * Sends a call, again if GitLab is overloaded or cannot be reached. Only calls that may be repeated are repeated after
 * a failure that leaves open whether they had an effect.
 *
 * @param path begins with a slash
 */
export async function callGitLab(
  access: GitLabAccess,
  method: Method,
  path: string,
  body?: object,
): Promise<GitLabAnswer> {
  const address = new URL(access.apiUrl + path);
  for (let attempt = 0; ; attempt++) {
    const reply = await send(address, access.token, method, body).catch((error) => known(error));
    const pause = PAUSES[attempt];
    const wait = pause === undefined ? undefined : pauseAfter(reply, method, pause);
    if (wait !== undefined) await sleep(wait);
    else if (reply instanceof KnownError) throw unreachable(address, reply);
    else return readReply(address, reply, access.token);
  }
}

/** @returns seconds; `undefined`: another attempt is of no use */
function pauseAfter(reply: Reply | KnownError, method: Method, pause: number): number | undefined {
  if (reply instanceof KnownError) return method === 'POST' ? undefined : pause;
  // Refused before anything was done.
  if (reply.status === 429) return Math.min(LONGEST_PAUSE, reply.retryAfter ?? pause);
  return reply.status >= 500 && method !== 'POST' ? pause : undefined;
}

function unreachable({ host }: URL, { message }: KnownError): GitLabError {
  return new GitLabError(`GitLab at ${host} could not be reached: ${message}`);
}

function readReply({ host }: URL, { status, text, nextPage }: Reply, token: string): GitLabAnswer {
  const body = parseJson(text);
  if (status >= 200 && status < 300 && body !== undefined) return { status, body, nextPage };
  if (status >= 200 && status < 300) {
    throw new GitLabError(
      `GitLab at ${host} did not answer with JSON; is its API at another address, or a proxy in between?`,
    );
  }
  if (status >= 300 && status < 400) {
    throw new GitLabError(
      `GitLab at ${host} redirects (HTTP ${status}); expected the address of its API in --api-url`,
      status,
    );
  }
  const told = withoutSecrets(messageIn(body), [token]);
  throw new GitLabError(`GitLab answered HTTP ${status}${told && `: ${told}`}`, status);
}

/** `message`, `error` or `error_description`, whose forms differ from call to call. */
function messageIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { message, error, error_description: details } = body as Record<string, unknown>;
  const told = details ?? message ?? error;
  const text = typeof told === 'string' ? told : JSON.stringify(told ?? '');
  return text.replace(/\s+/g, ' ').slice(0, 300);
}

function send(address: URL, token: string, method: Method, body?: object): Promise<Reply> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    accept: 'application/json',
    // Personal, project and group access tokens (GitLab docs, "REST API authentication").
    'private-token': token,
    'user-agent': 'canary-action/1',
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    }),
  };
  return foreign(
    () =>
      new Promise<Reply>((resolve, reject) => {
        const request = (address.protocol === 'https:' ? tlsRequest : plainRequest)(address, {
          method,
          headers,
          agent: agentFor(address),
          signal: AbortSignal.timeout(REQUEST_MS),
        });
        request.on('error', reject);
        request.on('response', (response) => {
          const chunks: Buffer[] = [];
          let length = 0;
          response.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length <= MAX_BYTES) chunks.push(chunk);
            else request.destroy(new Error(`the answer has more than ${MAX_BYTES} bytes`));
          });
          response.on('error', reject);
          response.on('end', () => {
            const { statusCode = 0, headers: answered } = response;
            const seconds = Number(answered['retry-after']);
            const page = answered['x-next-page'];
            resolve({
              status: statusCode,
              retryAfter: seconds > 0 ? seconds : undefined,
              nextPage: typeof page === 'string' && page !== '' ? page : undefined,
              text: Buffer.concat(chunks).toString('utf8'),
            });
          });
        });
        request.end(text);
      }),
  );
}
