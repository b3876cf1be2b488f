// The ID token of the job, by GitHub's own HTTP client (https://docs.github.com/actions/reference/security/oidc). The
// token service may answer anything, so only the status of an answer is shown; and no redirect is followed, so that
// nobody else can give the token.

import { HttpClient, HttpClientError } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import { foreign, KnownError, known } from '../base/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NOT_FOUND = 404;
/** Of a request that the service does not answer, or answers with 502, 503 or 504. */
const MAX_RETRIES = 10;

/**
 * Requests a token with what the runner gives a job that has `permissions: id-token: write`.
 *
 * @param mask is called with the token before it is returned
 * @throws a `KnownError`
 */
export async function requestIdToken(
  audience: string,
  environment: Environment,
  mask: (secret: string) => void,
): Promise<string> {
  const url = given(environment, 'ACTIONS_ID_TOKEN_REQUEST_URL');
  const permission = given(environment, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  const client = new HttpClient('canary-action', [new BearerCredentialHandler(permission)], {
    allowRedirects: false,
    allowRetries: true,
    maxRetries: MAX_RETRIES,
  });
  const token = await tokenAt(client, `${url}&audience=${encodeURIComponent(audience)}`);
  mask(token);
  return token;
}

function given(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new KnownError(`${name} is not set`);
  return value;
}

async function tokenAt(client: HttpClient, url: string): Promise<string> {
  const { result, statusCode } = await answerAt(client, url);
  if (statusCode === NOT_FOUND) throw new KnownError(`HTTP ${statusCode}`);
  if (typeof result?.value === 'string' && result.value !== '') return result.value;
  throw new KnownError('its response contains no token');
}

async function answerAt(client: HttpClient, url: string) {
  try {
    return await foreign(() => client.getJson<{ readonly value?: unknown }>(url));
  } catch (error) {
    const { cause, message } = known(error);
    if (cause instanceof HttpClientError) throw new KnownError(`HTTP ${cause.statusCode}`);
    throw new KnownError(message.replace(/\s+/g, ' ').trim());
  }
}
