// GitHub's client. Whatever a call of it fails with is a known error.

import { getOctokit } from '@actions/github';
import { KnownError, messageOf } from '../base/errors.ts';
import { now } from '../base/time.ts';
import { conditionalFetch } from './conditional-fetch.ts';
import { type Fetch, guardedFetch } from './guarded-fetch.ts';
import { proxiedFetch } from './proxied-fetch.ts';
import { withRetries } from './retry.ts';
import { troubleText } from './trouble.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface OctokitAccess {
  readonly token: string;
  readonly apiUrl: string;
}

/** @param ended aborts all requests of the client, and their further attempts */
export function connectOctokit({ token, apiUrl }: OctokitAccess, ended: AbortSignal): Octokit {
  // The option replaces the toolkit's own `request`, and with it what that does for proxies.
  const request = { fetch: fetchFor(apiUrl, ended) };
  const octokit = getOctokit(token, { baseUrl: apiUrl, request });
  // GitHub's API returns JSON: text is the page of a proxy in between.
  octokit.hook.after('request', (response) => {
    const { status, data } = response as { readonly status: number; readonly data: unknown };
    if (typeof data === 'string' && data !== '') {
      throw new KnownError(messageOf({ status, response: { data } }));
    }
  });
  octokit.hook.error('request', (error) => {
    throw new KnownError(troubleText(error, now()), { cause: error });
  });
  octokit.hook.wrap('request', (send, options) =>
    withRetries(options, ended, async () => send(options)),
  );
  return octokit;
}

/** The one place where it is composed how requests get to GitHub. */
function fetchFor(apiUrl: string, ended: AbortSignal): Fetch {
  return conditionalFetch(guardedFetch(proxiedFetch(apiUrl), ended));
}
