// A job that is to stop has ten seconds. Whatever else it was about to ask of AWS is not sent any more,
// so that nothing of it can come after the way back, or before it.

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
