// The event of a Lambda proxy integration, payload format 1.0.

import type { TextMap } from '../api-gateway/model.ts';
import type { Exchange } from './exchange.ts';
import { header } from './exchange.ts';
import { isBinary } from './media-types.ts';
import { requestContext } from './request-context.ts';

type Lists = Record<string, string[]>;

export function proxyEvent(exchange: Exchange): Readonly<Record<string, unknown>> {
  const { request, route, side } = exchange;
  const kept = request.headerLines.filter(([name]) => !REPLACED.has(name.toLowerCase()));
  const headers = collect([...kept, ...forwarded(exchange)]);
  const query = collect([...new URLSearchParams(request.query)]);
  return {
    resource: route.resource.path,
    path: request.path,
    httpMethod: request.method,
    headers: lastOf(headers),
    multiValueHeaders: orNull(headers),
    queryStringParameters: lastOf(query),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull(route.pathParameters),
    stageVariables: orNull(side.variables),
    requestContext: requestContext(exchange),
    ...bodyOf(exchange),
  };
}

/** Headers that a gateway between client and function adds. */
function forwarded({ request, requestId }: Exchange): [string, string][] {
  const before = header(request, 'x-forwarded-for');
  return [
    [
      'X-Amzn-Trace-Id',
      `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)}`,
    ],
    ['X-Forwarded-For', before ? `${before}, ${request.sourceIp}` : request.sourceIp],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ];
}

/** Headers of the connection itself, and those that the gateway replaces. */
const REPLACED = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

function collect(pairs: readonly (readonly [string, string])[]): Lists {
  const lists: Lists = {};
  for (const [name, value] of pairs) lists[name] = [...(lists[name] ?? []), value];
  return lists;
}

function lastOf(lists: Lists): TextMap | null {
  const last = Object.entries(lists).map(([name, values]) => [name, values.at(-1)!] as const);
  return orNull(Object.fromEntries(last));
}

const orNull = <T extends object>(value: T): T | null =>
  Object.keys(value).length > 0 ? value : null;

function bodyOf({ request, binaryMediaTypes }: Exchange) {
  if (request.body.length === 0) return { body: null, isBase64Encoded: false };
  const isBase64Encoded = isBinary(header(request, 'content-type'), binaryMediaTypes);
  return { body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}
