// The HTTP server: reads whole requests, passes each to the handler, and writes its answer.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock.ts';
import { type Answer, jsonReply } from './answer.ts';

/** A request as received, nothing decoded. */
export interface WireRequest {
  readonly method: string;
  /** `/path?query`, as sent. */
  readonly target: string;
  /** Names and values as sent, alternating. */
  readonly headerLines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface HttpServer {
  readonly port: number;
  /** Also closes connections that still wait for an answer. */
  close(): Promise<void>;
}

/** Longer than any client keeps an idle connection: the server must not close it first. */
const KEEP_ALIVE_MS = 120_000;

/** Listens on the loopback interface only. Port 0: any free port. Answers have the clock's date. */
export async function serve(
  port: number,
  clock: Clock,
  handle: (request: WireRequest) => Promise<Answer>,
): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => {
    void exchange(incoming, outgoing, async (request) => {
      const answer = await handle(request);
      // AWS clients correct their own clock by this header, so it must have the time of the answer.
      outgoing.setHeader('date', new Date(clock.now()).toUTCString());
      return answer;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: WireRequest) => Promise<Answer>,
): Promise<void> {
  try {
    const answer = await handle(await read(incoming));
    if (answer.kind === 'cut') incoming.socket.destroy();
    if (answer.kind === 'reply') write(outgoing, answer.reply);
  } catch (error) {
    // A closed connection is ignored; anything else is an error of the simulator, and is reported.
    if (incoming.socket.destroyed) return;
    const message = error instanceof Error ? error.stack : String(error);
    write(outgoing, jsonReply(500, { message: `the simulator itself failed: ${message}` }));
  }
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const { rawHeaders } = incoming;
  const headerLines: [string, string][] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    headerLines.push([rawHeaders[i]!, rawHeaders[i + 1]!]);
  }
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    headerLines,
    body: hasBody(incoming) ? await readBody(incoming) : Buffer.alloc(0),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}

function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => void chunks.push(chunk));
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}

function write(outgoing: ServerResponse, reply: (Answer & { kind: 'reply' })['reply']): void {
  for (const [name, value] of Object.entries(reply.headers)) outgoing.setHeader(name, value);
  const hasBody = reply.status !== 204 && reply.status !== 304;
  if (hasBody) outgoing.setHeader('content-length', Buffer.byteLength(reply.body));
  outgoing.writeHead(reply.status);
  outgoing.end(hasBody ? reply.body : undefined);
}
