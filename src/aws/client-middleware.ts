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
interface Client {
  readonly config: {
    readonly requestHandler: {
      handle(request: never, options?: HandlerOptions): Promise<unknown>;
    };
  };
}

interface HandlerOptions {
  readonly abortSignal?: unknown;
  /** Milliseconds. */
  readonly requestTimeout?: number;
}

/** Short enough that a call of the way back that hangs can be sent three times. */
const URGENT_TIMEOUT_MS = 2_500;

/**
 * Makes a client refuse calls once the signal is aborted, except those that bring a signal of their
 * own: these are the way back. Calls under way come to their end.
 */
export function refuseAfter<C extends Client>(cancelled: AbortSignal, client: C): C {
  const handler = client.config.requestHandler;
  const handle = handler.handle.bind(handler);
  handler.handle = (request, options = {}) => {
    if (!cancelled.aborted) return handle(request, options);
    if (options.abortSignal !== undefined) {
      return handle(request, { ...options, requestTimeout: URGENT_TIMEOUT_MS });
    }
    return Promise.reject(
      Object.assign(new Error('the job is to stop, so it was not sent'), { name: 'AbortError' }),
    );
  };
  return client;
}
