// What GitHub's errors mean: headers and message first, because one status has many causes.

import { errorName, KnownError, messageOf, rootOf } from '../base/errors.ts';
import { clockMinute } from '../report/format.ts';
import { REQUEST_SECONDS } from './guarded-fetch.ts';

export type Trouble =
  /** Too many requests. @property until when the next one may be sent, in seconds since the epoch */
  | { readonly kind: 'limit'; readonly which: 'rate' | 'secondary'; readonly until: number }
  /** A fault at GitHub, or on the way there. */
  | { readonly kind: 'outage'; readonly status: number | undefined }
  /** The token may not do that. */
  | { readonly kind: 'permission'; readonly status: number; readonly needed: string }
  /** What is the same on the next attempt. */
  | { readonly kind: 'refusal' };

/** Octokit's errors, as far as they are used. Without a response, the status is Octokit's own invention. */
interface RequestError {
  readonly status?: unknown;
  readonly message?: string;
  readonly cause?: unknown;
  readonly request?: { readonly method?: string; readonly url?: string };
  readonly response?: {
    readonly headers: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
  };
}

/** @param now seconds since the epoch */
export function troubleOf(error: unknown, now: number): Trouble {
  const root = requestErrorIn(error);
  const { status, response, request, cause } = root;
  if (root instanceof KnownError || rootOf(cause) instanceof KnownError) return { kind: 'refusal' };
  if (typeof status !== 'number') return { kind: 'refusal' };
  if (!response) return { kind: 'outage', status: undefined };
  const message = messageOf(root);
  const limit = limitOf(status, response.headers, message, now);
  if (limit) return limit;
  if (status >= 500) return { kind: 'outage', status };
  const writes = request?.method !== 'GET';
  const permission = /^Resource not accessible by /.test(message) || (status === 404 && writes);
  return permission
    ? { kind: 'permission', status, needed: permissionFor(request?.url ?? '', writes) }
    : { kind: 'refusal' };
}

function requestErrorIn(error: unknown): RequestError {
  return (rootOf(error) ?? {}) as RequestError;
}

/** GitHub Docs, "Rate limits for the REST API", "Exceeding the rate limit": 403 or 429 for both limits. */
function limitOf(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  message: string,
  now: number,
): Trouble | undefined {
  const usedUp = headers['x-ratelimit-remaining'] === '0';
  const after = numberIn(headers['retry-after']);
  const named = usedUp || after !== undefined || /rate limit/i.test(message);
  if (status !== 429 && !(status === 403 && named)) return undefined;
  if (after !== undefined) return { kind: 'limit', which: 'secondary', until: now + after };
  const reset = numberIn(headers['x-ratelimit-reset']);
  if (usedUp && reset !== undefined) return { kind: 'limit', which: 'rate', until: reset };
  // "Otherwise, wait for at least one minute before retrying."
  return { kind: 'limit', which: 'secondary', until: now + 60 };
}

function numberIn(header: unknown): number | undefined {
  const text = String(header ?? '');
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** As `permissions` of a job writes it. */
function permissionFor(url: string, writes: boolean): string {
  const { pathname } = new URL(url, 'https://api.github.com');
  const [, scope] = SCOPES.find(([path]) => path.test(pathname)) ?? [];
  return `${scope ?? 'pull-requests'}: ${writes ? 'write' : 'read'}`;
}

/** By path. Comments of issues are those of pull requests, too. */
const SCOPES: readonly (readonly [RegExp, string])[] = [
  [/\/deployments/, 'deployments'],
  [/\/issues(\/\d+)?$/, 'issues'],
  [/\/(commits\/[^/]+|compare\/.+)$/, 'contents'],
];

/** The trouble in a sentence, without a full stop. */
export function troubleText(error: unknown, now: number): string {
  const trouble = troubleOf(error, now);
  switch (trouble.kind) {
    case 'limit': {
      const which = trouble.which === 'rate' ? 'rate limit' : 'secondary rate limit';
      return `GitHub's ${which} is used up until ${clockMinute(trouble.until)}`;
    }
    case 'outage':
      return outageText(requestErrorIn(error), trouble.status);
    case 'permission':
      return `GitHub returned ${trouble.status}; the job needs "permissions: ${trouble.needed}" (and contents: read)`;
    case 'refusal':
      return messageOf(rootOf(error));
  }
}

function outageText(error: RequestError, status: number | undefined): string {
  if (status !== undefined) {
    return typeof error.response?.data === 'string'
      ? `GitHub, or a proxy in between, returned ${status}`
      : `GitHub returned ${status}: ${messageOf(error)}`;
  }
  const { cause } = error;
  if (errorName(cause) === 'TimeoutError')
    return `GitHub did not respond within ${REQUEST_SECONDS} seconds`;
  // If all addresses of a host fail, Node's error has only a code.
  const { code } = ((cause as ErrorOptions | undefined)?.cause ?? {}) as { readonly code?: string };
  return `GitHub could not be reached: ${error.message || code || messageOf(error)}`;
}
