// What becomes of a client's calls when the job is cancelled.

/** The part of a client's HTTP handler that is needed here. */
interface Handler {
  handle(request: HttpRequest, options?: HandlerOptions): Promise<unknown>;
}

/** A client whose calls can be refused, hurried and aborted. */
export interface StoppableClient {
  readonly config: { readonly requestHandler: Handler };
}

/** A request as it is sent. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether a request changes nothing. */
export type IsRead = (request: HttpRequest) => boolean;

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
export function refuseWhenCancelled<C extends StoppableClient>(
  client: C,
  { cancelled, ended }: Pick<CallLimits, 'cancelled' | 'ended'>,
  isRead: IsRead = isGet,
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
export function hurryWhenCancelled<C extends StoppableClient>(
  client: C,
  { cancelled, rollbackDeadline, ended }: CallLimits,
  isRead: IsRead = isGet,
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

/** Makes a client send nothing that could change something. What is refused here is a bug of this action. */
export function refuseWrites<C extends StoppableClient>(client: C, isRead: IsRead = isGet): C {
  return handleWith(client, (handle) => (request, options) => {
    if (isRead(request)) return handle(request, options);
    const error = new Error('this run only reads, so the request was not sent');
    return Promise.reject(Object.assign(error, { name: 'ReadOnlyError' }));
  });
}

/** API Gateway and Lambda use GET for all reads and for nothing else. Services such as ECS read by POST. */
function isGet({ method }: HttpRequest): boolean {
  return method === 'GET';
}

function handleWith<C extends StoppableClient>(
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
export function copyOf<C extends StoppableClient>(client: C): C {
  const { requestHandler } = client.config;
  const handle = { value: requestHandler.handle.bind(requestHandler), writable: true };
  const handler: Handler = Object.create(requestHandler, { handle });
  const config = { value: { ...client.config, requestHandler: handler } };
  return Object.create(client, { config }) as C;
}
