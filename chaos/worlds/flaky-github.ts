// GitHub's API, which works until it is told to fail.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startGitHubDouble } from '../../__tests__/support/github-double.ts';
import type { RunOptions } from '../../__tests__/support/runner.ts';

export type GitHubFailure =
  /** A proxy's page with status 502. */
  | 'error'
  /** Connections are accepted and never answered. */
  | 'silent'
  /** The rate limit is used up. */
  | 'limited';

export interface FlakyGitHub {
  /** For a run on a pull request of this GitHub. */
  readonly options: Required<Pick<RunOptions, 'event'>> & { readonly apiUrl: string };
  /** Fails like this from now on. */
  fail(how: GitHubFailure): void;
  close(): Promise<void>;
}

export async function startFlakyGitHub(): Promise<FlakyGitHub> {
  const github = await startGitHubDouble({ maintainer: 'admin' });
  let failure: GitHubFailure | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    if (failure === 'silent') return;
    if (failure === 'error') {
      outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
      return;
    }
    if (failure === 'limited') {
      const headers = { 'content-type': 'application/json', 'x-ratelimit-remaining': '0' };
      const message = 'API rate limit exceeded for installation ID 1.';
      outgoing.writeHead(403, headers).end(JSON.stringify({ message }));
      return;
    }
    const { method = 'GET', url = '/' } = incoming;
    const answer = await fetch(`${github.apiUrl}${url}`, { method, ...(body !== '' && { body }) });
    const type = answer.headers.get('content-type') ?? 'application/json';
    outgoing.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    options: { apiUrl: `http://127.0.0.1:${port}`, event: { pull_request: { number: 12 } } },
    fail: (how) => {
      failure = how;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await github.close();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
