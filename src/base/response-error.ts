// The error that an HTTP client makes of a response. GitHub's client writes all of a response into its message, so
// the message is put together here, from named fields only.

interface HttpError {
  readonly status?: unknown;
  readonly response?: { readonly data?: unknown } | undefined;
}

/**
 * The message of an error that holds a response of GitHub: the response's `message`, and the resource, field, code and
 * message of each of its `errors`. `undefined`: the error holds no response, or one without a message.
 */
export function responseMessage(error: unknown): string | undefined {
  const { status, response } = (error ?? {}) as HttpError;
  if (typeof status !== 'number' || response?.data === undefined) return undefined;
  const { data } = response;
  if (typeof data === 'string') {
    return `HTTP ${status}, with a response that is not from GitHub; is there a proxy in between?`;
  }
  const { message, errors } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof message !== 'string' || message.trim() === '') {
    return `HTTP ${status}, with a response without a message`;
  }
  const details = (Array.isArray(errors) ? errors : []).map(detail).filter((one) => one !== '');
  return [message, ...details].join(': ');
}

/** As in GitHub's REST API ("Validation failed"); some of its errors are texts. */
function detail(error: unknown): string {
  if (typeof error === 'string') return error;
  const { resource, field, code, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return [resource, field, code, message].filter((part) => typeof part === 'string').join(' ');
}
