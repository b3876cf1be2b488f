// GitHub's client. Whatever a call of it fails with is a known error.

import { getOctokit } from '@actions/github';
import { KnownError, messageOf } from '../base/errors.ts';
import { proxiedFetch } from './proxied-fetch.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface OctokitAccess {
  readonly token: string;
  readonly apiUrl: string;
}

export function connectOctokit({ token, apiUrl }: OctokitAccess): Octokit {
  // The option replaces the toolkit's own `request`, and with it what that does for proxies.
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch: proxiedFetch(apiUrl) } });
  octokit.hook.error('request', (error) => {
    throw new KnownError(messageOf(error), { cause: error });
  });
  // GitHub's API returns JSON: text is the page of a proxy in between.
  octokit.hook.after('request', (response) => {
    const { status, data } = response as { readonly status: number; readonly data: unknown };
    if (typeof data === 'string' && data !== '') {
      throw new KnownError(messageOf({ status, response: { data } }));
    }
  });
  return octokit;
}
