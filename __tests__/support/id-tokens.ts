// GitHub's endpoint for ID tokens, as a job with `id-token: write` sees it.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Variables } from './runner-environment.ts';

export interface IdTokens {
  /** What the runner sets for the job. */
  readonly env: Variables;
  /** How many tokens were given out. */
  given(): number;
  close(): Promise<void>;
}

const REQUEST_TOKEN = 'the-token-that-asks-for-tokens';
/** GitHub's tokens are good for five minutes. */
const LIFETIME_SECONDS = 300;

/** @param now milliseconds since the epoch, on the simulator's clock */
export async function startIdTokens(now: () => number): Promise<IdTokens> {
  let given = 0;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://runner');
    if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) {
      response.writeHead(401).end();
      return;
    }
    given += 1;
    const claims = {
      iss: 'https://token.actions.githubusercontent.com',
      aud: searchParams.get('audience'),
      sub: 'repo:octo-org/orders:ref:refs/heads/main',
      exp: Math.floor(now() / 1000) + LIFETIME_SECONDS,
      jti: String(given),
    };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const value = `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    },
    given: () => given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
