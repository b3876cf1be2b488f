// HTTP proxy integrations: the request is forwarded to a backend, and its answer is returned unchanged.

import http from 'node:http';
import https from 'node:https';
import type { Integration } from '../api-gateway/model.ts';
import type { Exchange, GatewayReply, IntegrationRecord } from './exchange.ts';
import { configurationError, networkError, Unsupported } from './gateway-replies.ts';
import { fillStageVariables } from './integration-uri.ts';
import { mapParameters } from './parameter-mapping.ts';

const HOP_BY_HOP = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/**
 * In this header a backend may report its duration in simulated milliseconds, because on a fast clock the
 * real duration means little. It is not passed on to clients.
 */
const TOOK = 'x-simulator-took';

export interface BackendRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
}

/** Backends that answer inside this process, without the cost of HTTP, by their origins: `http://backend.test`. */
export type Backends = Map<string, (request: BackendRequest) => Promise<GatewayReply>>;

export interface HttpReply {
  readonly reply: GatewayReply;
  /** Simulated milliseconds, if the backend reports them. */
  readonly backendMs: number | undefined;
  /** Absent if the backend was not called. */
  readonly record?: IntegrationRecord;
}

/** Resolves when the backend has answered, could not be reached, or `signal` aborts. */
export async function answerHttp(
  exchange: Exchange,
  integration: Integration,
  { backends, signal }: { readonly backends: Backends; readonly signal: AbortSignal },
): Promise<HttpReply> {
  const url = target(exchange, integration);
  if (!url) return { reply: configurationError(), backendMs: 0 };
  try {
    const method = methodOf(exchange, integration);
    const near = backends.get(url.origin);
    const reply = near
      ? await near({ method, path: url.pathname + url.search })
      : await send(url, { exchange, integration, method, signal });
    const { [TOOK]: took, ...headers } = reply.headers;
    const backendMs = took === undefined ? undefined : Number(took);
    return { reply: { ...reply, headers }, backendMs, record: { status: reply.status } };
  } catch {
    const record = { error: 'Network error communicating with endpoint' };
    return { reply: networkError(), backendMs: undefined, record };
  }
}

/** `undefined` if the resulting URI is not an HTTP address. */
function target(exchange: Exchange, integration: Integration): URL | undefined {
  const { side, request } = exchange;
  const mapped = mapParameters(
    exchange,
    integration.requestParameters,
    'integration.request.path.',
  );
  const filled = fillStageVariables(integration.uri ?? '', side.variables).replace(
    /\{(\w+)\+?\}/g,
    (placeholder, name: string) => {
      if (mapped[name] !== undefined) return mapped[name];
      throw new Unsupported(
        `${placeholder} in a URI without a mapping to integration.request.path.${name}`,
      );
    },
  );
  if (!/^https?:\/\//.test(filled) || !URL.canParse(filled)) return undefined;
  const url = new URL(filled);
  for (const [name, value] of new URLSearchParams(request.query))
    url.searchParams.append(name, value);
  const extra = mapParameters(
    exchange,
    integration.requestParameters,
    'integration.request.querystring.',
  );
  for (const [name, value] of Object.entries(extra)) url.searchParams.set(name, value);
  return url;
}

function methodOf({ request }: Exchange, { httpMethod }: Integration): string {
  return httpMethod && httpMethod !== 'ANY' ? httpMethod : request.method;
}

interface Outgoing {
  readonly exchange: Exchange;
  readonly integration: Integration;
  readonly method: string;
  readonly signal: AbortSignal;
}

function send(
  url: URL,
  { exchange, integration, method, signal }: Outgoing,
): Promise<GatewayReply> {
  const { request } = exchange;
  const { request: open } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = open(
      url,
      { method, signal, headers: headersTo(exchange, integration) },
      (answer) => {
        collect(answer).then(resolve, reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

function headersTo(
  exchange: Exchange,
  integration: Integration,
): Record<string, string | string[]> {
  const headers: Record<string, string[] | string> = {};
  for (const [name, value] of exchange.request.headerLines) {
    const key = name.toLowerCase();
    if (!HOP_BY_HOP.has(key)) headers[key] = [headers[key] ?? [], value].flat();
  }
  const mapped = mapParameters(
    exchange,
    integration.requestParameters,
    'integration.request.header.',
  );
  for (const [name, value] of Object.entries(mapped)) headers[name.toLowerCase()] = value;
  headers['x-amzn-apigateway-api-id'] = exchange.api.id;
  return headers;
}

async function collect(answer: http.IncomingMessage): Promise<GatewayReply> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name)) headers[name] = value;
  }
  return { status: answer.statusCode ?? 502, headers, body: Buffer.concat(chunks) };
}
