// The proxy that a connection needs, by the variables that the runner and GitHub's own actions obey: HTTPS_PROXY,
// HTTP_PROXY and NO_PROXY, in either case. GitHub's toolkit chooses, so that all connections follow one rule.

import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';
import { KnownError } from '../base/errors.ts';
import { basicOf, PROXY_VARIABLES } from './proxy-secrets.ts';

/**
 * The proxy for a URL, from the environment of this process. Throws a `KnownError` if the variable for it is not
 * understood: a connection that goes past a proxy would fail, or go where it must not.
 *
 * @returns `undefined`: the connection is made directly
 */
export function proxyFor(to: URL): URL | undefined {
  const [lower, upper] = PROXY_VARIABLES[to.protocol === 'https:' ? 'https:' : 'http:'];
  const name = process.env[lower] ? lower : upper;
  if (!process.env[name] || checkBypass(to)) return undefined;
  const proxy = getProxyUrl(to);
  if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== '') return proxy;
  const shown = proxy ? `, but it begins with ${proxy.protocol}//` : '';
  throw new KnownError(`${name} is not understood: expected http://HOST:PORT${shown}`);
}

/** The `Proxy-Authorization` of a proxy; `undefined`: it wants none. */
export function authorizationOf({ username, password }: URL): string | undefined {
  return username === '' && password === '' ? undefined : `Basic ${basicOf(username, password)}`;
}
