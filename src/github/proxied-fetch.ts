// How requests get to GitHub's API: directly, or through the proxy of the runner.

import { defaults } from '@actions/github/lib/utils';
import { must } from '../base/assert.ts';
import { proxyFor } from '../network/proxy.ts';

/** GitHub's toolkit has a `fetch` with the tunnel to the API's host; Node's own knows no proxy. */
export function proxiedFetch(apiUrl: string): typeof fetch {
  if (!proxyFor(new URL(apiUrl))) return fetch;
  return must(defaults.request?.fetch, 'the toolkit has a fetch for proxies');
}
