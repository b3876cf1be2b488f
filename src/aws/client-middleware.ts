// What every client of this action has: rate limiting for Lambda, and the handling of calls after a
// cancellation.
//
// Lambda allows 15 control-plane calls a second per account (Lambda developer guide, "Lambda quotas"). A
// release of many functions makes hundreds of calls, so they are spaced out.

import type { LambdaClient } from '@aws-sdk/client-lambda';

/** One less than AWS allows, because the account may run other work. */
const CALLS_PER_SECOND = 14;

/** Spaces out the client's calls so that they stay within the rate limit. */
export function paceCalls(client: LambdaClient): LambdaClient {
  const pace = createPace(1000 / CALLS_PER_SECOND);
  client.middlewareStack.add(
    (next) => async (args) => {
      await pace();
      return next(args);
    },
    { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' },
  );
  return client;
}

/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further one */
function createPace(spacingMs: number): () => Promise<void> {
  let free = 0;
  return () => {
    const now = Date.now();
    const at = Math.max(now, free);
    free = at + spacingMs;
    if (at <= now) return Promise.resolve();
    return new Promise((resolve) => {
      setTimeout(resolve, at - now);
    });
  };
}

/** The part of a client's HTTP handler that is needed here. */
interface Handler {
  handle(request: HttpRequest, options?: HandlerOptions): Promise<unknown>;
}

interface Client {
  readonly config: { readonly requestHandler: Handler };
}

interface HttpRequest {
  readonly method: string;
}

interface HandlerOptions {
  readonly abortSignal?: unknown;
  /** Milliseconds. */
  readonly requestTimeout?: number;
}

/** When calls are refused, hurried and aborted. */
export interface CallLimits {
  /** Aborted when the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborted when the time that a cancelled job has for its rollback is over. */
  readonly rollbackDeadline: AbortSignal;
  /** Aborted when the run has ended and pending reads are no longer needed. */
  readonly ended: AbortSignal;
}

/**
 * Makes a client refuse calls once the job is cancelled. A pending read is aborted. A pending write completes,
 * because its effect must be known.
 */
export function refuseWhenCancelled<C extends Client>(
  client: C,
  { cancelled, ended }: Pick<CallLimits, 'cancelled' | 'ended'>,
): C {
  const unread = AbortSignal.any([cancelled, ended]);
  return handleWith(client, (handle) => (request, options) => {
    if (cancelled.aborted) return Promise.reject(notSent());
    return handle(request, isRead(request) ? { ...options, abortSignal: unread } : options);
  });
}

function notSent(): Error {
  const error = new Error('the job is being cancelled, so the request was not sent');
  return Object.assign(error, { name: 'AbortError' });
}

/** Short enough to send a hanging rollback call three times. */
const URGENT_TIMEOUT_MS = 2_500;

/** Makes a client send every call until the deadline, with short timeouts once the job is cancelled. */
export function hurryWhenCancelled<C extends Client>(
  client: C,
  { cancelled, rollbackDeadline, ended }: CallLimits,
): C {
  const unread = AbortSignal.any([rollbackDeadline, ended]);
  return handleWith(
    client,
    (handle) => (request, options) =>
      handle(request, {
        ...options,
        abortSignal: isRead(request) ? unread : rollbackDeadline,
        ...(cancelled.aborted && { requestTimeout: URGENT_TIMEOUT_MS }),
      }),
  );
}

/** API Gateway and Lambda use GET for all reads and for nothing else. */
function isRead({ method }: HttpRequest): boolean {
  return method === 'GET';
}

function handleWith<C extends Client>(
  client: C,
  wrap: (handle: Handler['handle']) => Handler['handle'],
): C {
  const handler = client.config.requestHandler;
  handler.handle = wrap(handler.handle.bind(handler));
  return client;
}

/**
 * A second client with its own HTTP handler. It shares everything else: connections, credentials, rate
 * limit, retries, and the SDK's clock correction. The first call of a rollback therefore waits for none of them.
 */
export function copyOf<C extends Client>(client: C): C {
  const { requestHandler } = client.config;
  const handle = { value: requestHandler.handle.bind(requestHandler), writable: true };
  const handler: Handler = Object.create(requestHandler, { handle });
  const config = { value: { ...client.config, requestHandler: handler } };
  return Object.create(client, { config }) as C;
}
