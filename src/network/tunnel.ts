// A tunnel through an HTTP proxy (CONNECT, RFC 9110 section 9.3.6): the proxy forwards bytes and sees no request.

import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { authorizationOf } from './proxy.ts';

/** As long as a connection without a proxy may take. A silent proxy must not keep the process alive. */
const LIMIT_MS = 5_000;

/** A proxy that could not be reached, or refused. The message never contains its user and password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** The AWS SDK tries again only if an error has this. */
  readonly $retryable: object | undefined;

  constructor({ host }: URL, what: string, options: ErrorOptions & { readonly lasting: boolean }) {
    super(`the proxy ${host} ${what}`, options);
    this.$retryable = options.lasting ? undefined : {};
  }
}

export interface Destination {
  readonly host: string;
  readonly port: number;
}

/** Rejects with a `ProxyError`. */
export function openTunnel(proxy: URL, to: Destination): Promise<Socket> {
  const send = proxy.protocol === 'https:' ? tlsRequest : plainRequest;
  const host = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
  const authorization = authorizationOf(proxy);
  return new Promise((resolve, reject) => {
    const request = send({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path: host,
      headers: { host, ...(authorization && { 'proxy-authorization': authorization }) },
      agent: false,
    });
    const limit = setTimeout(() => {
      const what = `did not answer within ${LIMIT_MS / 1000} s`;
      request.destroy(new ProxyError(proxy, what, { lasting: false }));
    }, LIMIT_MS);
    const fail = (error: ProxyError) => {
      clearTimeout(limit);
      reject(error);
    };
    request.on('error', (error) => {
      if (error instanceof ProxyError) return fail(error);
      const { code, message } = error as NodeJS.ErrnoException;
      const what = `could not be reached (${message || code})`;
      fail(new ProxyError(proxy, what, { lasting: false, cause: error }));
    });
    request.on('connect', ({ statusCode = 0 }, socket) => {
      clearTimeout(limit);
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      fail(refusal(proxy, host, statusCode));
    });
    // An answer that is no answer to CONNECT: a server that is not a proxy.
    request.on('response', ({ statusCode = 0 }) => {
      request.destroy();
      fail(refusal(proxy, host, statusCode));
    });
    request.end();
  });
}

function refusal(proxy: URL, host: string, status: number): ProxyError {
  const why =
    status === 407 || status === 401 ? 'it expects another user and password in the variable' : '';
  const what = `refused a connection to ${host} with HTTP ${status}${why && `: ${why}`}`;
  return new ProxyError(proxy, what, { lasting: status < 500 && status !== 429 });
}
