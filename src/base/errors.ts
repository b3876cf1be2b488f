// The errors whose message is a sentence for people.

/** An error for people. Its message is a sentence; nothing else of it is shown. */
export class KnownError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RolloutError';
  }
}

/** Someone else wrote in between: what stands is not what was left, and is not to be fought over. */
export class MovedError extends KnownError {}

/** The members that an error of an SDK may have. */
export interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** The SDK's or AWS's name of an error, e.g. `NotFoundException`; empty for anything else. */
export function errorName(error: unknown): string {
  const name = (error as SdkError | null)?.name;
  return typeof name === 'string' ? name : '';
}

/** Never empty: an answer without a word in it is told by the name of its error. */
export function messageOf(error: unknown): string {
  const page = foreignPage(error);
  if (page) return page;
  const message = (error as SdkError | null)?.message;
  if (typeof message === 'string' && message.trim() !== '') return message;
  return errorName(error) || String(error);
}

/** GitHub's client makes its message of whatever came, a proxy's page included. */
function foreignPage(error: unknown): string | undefined {
  const { status, response } = (error ?? {}) as HttpError;
  return typeof status === 'number' && typeof response?.data === 'string'
    ? `HTTP ${status}, with an answer that is not GitHub's; is there a proxy in between?`
    : undefined;
}

interface HttpError {
  readonly status?: unknown;
  readonly response?: { readonly data?: unknown } | undefined;
}

/** What this action concluded itself, and AWS did not answer: it is the same at the next try. */
export function isOwn(error: unknown): boolean {
  return rootOf(error) instanceof KnownError;
}

/** AWS's own error behind the words for it. */
export function rootOf(error: unknown): unknown {
  return error instanceof KnownError && error.cause !== undefined ? rootOf(error.cause) : error;
}
