// A front before the simulated AWS where every first writes on an API meet another writer: API
// Gateway refuses concurrent writes with a ConflictException, and asks to try again.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Conflicts {
  readonly url: string;
  /** What was refused, as `PATCH stages`. */
  refused(): readonly string[];
  close(): Promise<void>;
}

const REFUSAL = JSON.stringify({
  message: 'Unable to complete operation due to concurrent modification. Please try again later.',
});

/** @param times how often each kind of write is refused */
export async function startConflicts(upstream: string, times: number): Promise<Conflicts> {
  const refused: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const write = kindOfWrite(incoming);
    if (write !== undefined && refused.filter((past) => past === write).length < times) {
      refused.push(write);
      incoming.resume();
      outgoing.writeHead(409, { 'x-amzn-errortype': 'ConflictException' }).end(REFUSAL);
      return;
    }
    forward(upstream, incoming).then(
      async (answer) => {
        const headers = Object.fromEntries(answer.headers);
        outgoing.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
      },
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Of the API: `POST deployments`, `PATCH stages`, `PATCH integration`. */
function kindOfWrite({ method = '', url = '' }: IncomingMessage): string | undefined {
  const part = /^\/restapis\/[^/]+\/.*\b(deployments|stages|integration)\b/.exec(url)?.[1];
  return part === undefined || method === 'GET' ? undefined : `${method} ${part}`;
}

async function forward(upstream: string, incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const own = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect'];
  const headers = Object.entries(incoming.headers).filter(([name]) => !own.includes(name));
  return fetch(`${upstream}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(body.length > 0 && { body }),
  });
}
