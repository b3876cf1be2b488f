// A recording proxy before an emulator of GitHub's API: keeps each request with its answer, lets
// rules answer first, and fails on demand.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Marking, markBody } from '../../simulator/front/marked-texts.ts';
import type { ApiAnswer, ApiRequest } from './github-rules.ts';

export interface Exchange extends ApiRequest {
  /** With the leading `?`, or empty. */
  readonly query: string;
  readonly status: number;
  readonly answer: unknown;
}

/** Requests that are answered with an error instead of being served. */
export interface GitHubFault {
  readonly method?: string;
  /** Tested against the path without its query. */
  readonly path?: RegExp;
  /**
   * `cut`: the connection is closed without an answer; `lost`: the same, after the request took effect; `never`: no
   * answer comes; `endless`: an answer without an end.
   */
  readonly answer: ApiAnswer | 'cut' | 'lost' | 'never' | 'endless';
  /** How often; by default for ever. */
  readonly times?: number;
}

export interface Proxy {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  fail(fault: GitHubFault): void;
  /** Puts a marker into every text of all further answers. */
  mark(marking: Marking): void;
  close(): Promise<void>;
}

/** Answers in place of the emulator, or leaves the request to it. */
export type Rule = (request: ApiRequest) => Promise<ApiAnswer | undefined>;

/** @param upstream the emulator's base URL */
export async function startProxy(upstream: string, rule: Rule): Promise<Proxy> {
  const exchanges: Exchange[] = [];
  const faults: { fault: GitHubFault; left: number }[] = [];
  let marking: Marking | undefined;
  const takeFault = (request: ApiRequest) => {
    const hit = faults.find(({ fault, left }) => left > 0 && fits(fault, request));
    if (hit) hit.left -= 1;
    return hit?.fault.answer;
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { request, raw, query } = await read(incoming);
    const fault = takeFault(request);
    if (fault === 'cut') return void incoming.socket.destroy();
    if (fault === 'never') return;
    if (fault === 'endless') return pour(outgoing);
    const local = fault === 'lost' ? await rule(request) : (fault ?? (await rule(request)));
    const real = local ? encode(local) : await forward(upstream, incoming, raw);
    const reply = marking ? { ...real, text: markBody(real.text, marking) } : real;
    const { status, answer, send } = tagged(reply, incoming);
    exchanges.push({ ...request, query, status, answer });
    if (fault === 'lost') return void incoming.socket.destroy();
    send(outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(JSON.stringify({ message: `proxy: ${String(error)}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    fail: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    mark: (wanted) => {
      marking = wanted;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** GitHub has an entity tag for each response, and answers 304 to a request that names it. */
function tagged({ status, headers, text }: Encoded, { headers: given }: IncomingMessage) {
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  if (status === 200 && given['if-none-match'] === etag) {
    const send = (outgoing: ServerResponse) => outgoing.writeHead(304, { etag }).end();
    return { status: 304, answer: undefined, send };
  }
  const send = (outgoing: ServerResponse) =>
    outgoing.writeHead(status, { ...headers, etag }).end(text);
  return { status, answer: parse(text), send };
}

function fits(fault: GitHubFault, request: ApiRequest): boolean {
  const method = fault.method ?? request.method;
  return method === request.method && (fault.path?.test(request.path) ?? true);
}

async function read(incoming: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const [path = '/', search] = (incoming.url ?? '/').split('?');
  const token = /^(?:token|bearer) (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const request: ApiRequest = {
    method: incoming.method ?? 'GET',
    path,
    body: parse(raw.toString()),
    token,
  };
  return { request, raw, query: search === undefined ? '' : `?${search}` };
}

/** JSON without an end, as fast as it is read. */
function pour(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const piece = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!outgoing.destroyed && outgoing.write(piece));
  };
  outgoing.on('drain', more);
  more();
}

interface Encoded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function encode({ status, body, headers: more = {} }: ApiAnswer): Encoded {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...more };
  // A status such as 204 has no body.
  return { status, headers, text: body === undefined ? '' : JSON.stringify(body) };
}

/** Only what a client of the API reads is passed on: paging, and the type. */
const HEADERS = ['content-type', 'link', 'location', 'x-ratelimit-remaining', 'retry-after'];

async function forward(base: string, incoming: IncomingMessage, raw: Buffer): Promise<Encoded> {
  const method = incoming.method ?? 'GET';
  const { authorization = '' } = incoming.headers;
  const response = await fetch(`${base}${incoming.url}`, {
    method,
    headers: { 'content-type': 'application/json', connection: 'close', authorization },
    ...(raw.length > 0 ? { body: raw } : {}),
  });
  const headers = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    // The emulator builds links from the host it was asked at; they must lead through here.
    const here = `http://${incoming.headers.host}`;
    return value === null ? [] : [[name, value.replaceAll(base, here)]];
  });
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    text: await response.text(),
  };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
