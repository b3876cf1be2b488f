// A proxy for LocalStack, which returns a stage's tags in GetTags only. AWS returns them in GetStage as
// well (Terraform's provider reads them there), and so does the action.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StageTags {
  readonly url: string;
  close(): void;
}

const STAGE = /^\/restapis\/([^/]+)\/stages\/([^/?]+)$/;

/** Forwards every request to `url`, and adds the tags to its answers about a stage. */
export async function showStageTags(url: string, region: string): Promise<StageTags> {
  const server = createServer((request, response) => {
    pass(url, region, request, response).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function pass(
  url: string,
  region: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = headersOf(request);
  const answer = await fetch(`${url}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  let body = Buffer.from(await answer.arrayBuffer());
  const [, api, stage] = STAGE.exec(request.url ?? '') ?? [];
  if (answer.ok && api && stage && request.method === 'GET') {
    const arn = `arn:aws:apigateway:${region}::/restapis/${api}/stages/${stage}`;
    const answer = await fetch(`${url}/tags/${encodeURIComponent(arn)}`, { headers });
    const { tags } = (await answer.json()) as { tags?: object };
    body = Buffer.from(JSON.stringify({ ...JSON.parse(String(body)), tags }));
  }
  const type = answer.headers.get('content-type') ?? 'application/json';
  const errorType = answer.headers.get('x-amzn-errortype');
  response.writeHead(answer.status, {
    'content-type': type,
    ...(errorType && { 'x-amzn-errortype': errorType }),
  });
  response.end(body);
}

/** Headers of the connection, not of the request: fetch sets them itself. */
const HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      HOP.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
