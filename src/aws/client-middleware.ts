// What every client of this action has: Lambda's pace, and what becomes of its calls when the job is to stop.
//
// Lambda allows an account 15 control-plane calls a second in all (Lambda developer guide, "Lambda
// quotas"), and a release of many functions makes hundreds: they are spread out, not thrown at it.

import type { LambdaClient } from '@aws-sdk/client-lambda';

/** One less than AWS allows: the account may have other work. */
const CALLS_PER_SECOND = 14;

/** Lets the client's calls go out one after the other, each a little later than the one before. */
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

/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further */
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

/** As much of a client's HTTP handler as is needed here. */
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

/** When calls are refused, hurried and given up. */
export interface CallLimits {
  /** Aborted when the job is to stop. */
  readonly cancelled: AbortSignal;
  /** Aborted when the time that a cancelled job has left to roll back is over. */
  readonly rollbackDeadline: AbortSignal;
  /** Aborted when the run has ended, and nobody waits for what is still being read. */
  readonly ended: AbortSignal;
}

/**
 * Makes a client refuse calls once the job is to stop. A read under way is given up; a write comes to
 * its end, because its effect must be known.
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
  const error = new Error('the job is to stop, so it was not sent');
  return Object.assign(error, { name: 'AbortError' });
}

/** Short enough that a rollback call that hangs can be sent three times. */
const URGENT_TIMEOUT_MS = 2_500;

/** Makes a client send every call, in a hurry once the job is to stop, until the deadline. */
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

/** API Gateway and Lambda read by GET alone. */
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
 * The same client once more, with a handler of its own to send by. It shares all else: connections, credentials,
 * pace, retries, and the SDK's correction of the clock. So the first call of a rollback waits for none of them.
 */
export function twinOf<C extends Client>(client: C): C {
  const { requestHandler } = client.config;
  const handle = { value: requestHandler.handle.bind(requestHandler), writable: true };
  const handler: Handler = Object.create(requestHandler, { handle });
  const config = { value: { ...client.config, requestHandler: handler } };
  return Object.create(client, { config }) as C;
}
