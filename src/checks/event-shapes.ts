// The events in which a function receives a request, by what calls it. Nothing is drawn or read here: the ID and the time
// of the request are given.
//
// Forms: API Gateway developer guide, "Lambda proxy integrations in API Gateway" (REST APIs, format 1.0) and "Create AWS
// Lambda proxy integrations for HTTP APIs" (format 2.0); Lambda developer guide, "Invoking Lambda function URLs"; user guide
// of Application Load Balancers, "Use Lambda functions as targets".

import type { EventFormat } from './check.ts';
import type { PreparedRequest } from './prepare-check.ts';
import { routeParameters } from './route.ts';

/** What the event says of the request apart from its content. */
export interface EventContext {
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly functionName: string;
}

type Sent = Pick<PreparedRequest, 'method' | 'path' | 'headers' | 'body' | 'route'>;
type Event = Readonly<Record<string, unknown>>;

export function eventOf(format: EventFormat, sent: Sent, context: EventContext): Event {
  switch (format) {
    case 'rest':
      return restEvent(sent, context);
    case 'http':
      return httpEvent(sent, context, sent.route);
    case 'url':
      return httpEvent(sent, context, 'of a URL');
    case 'alb':
      return balancerEvent(sent, context);
  }
}

/** Words that show a reader of the function's logs where the request came from. */
const API_ID = 'canaryaction';
const SOURCE_IP = '127.0.0.1';
const AGENT = 'canary-action/1';

function partsOf({ path, headers }: Sent) {
  const at = path.indexOf('?');
  const plain = at < 0 ? path : path.slice(0, at);
  return { plain, query: at < 0 ? '' : path.slice(at + 1), agent: headers['user-agent'] ?? AGENT };
}

function withAgent(headers: Sent['headers'], host: string): Readonly<Record<string, string>> {
  return { 'user-agent': AGENT, host, ...headers };
}

function restEvent(
  sent: Sent,
  { requestId, at, account, region, functionName }: EventContext,
): Event {
  const { plain, query, agent } = partsOf(sent);
  const resource = sent.route ?? '/{proxy+}';
  const host = `${API_ID}.execute-api.${region}.amazonaws.com`;
  const headers = withAgent(sent.headers, host);
  const pairs = [...new URLSearchParams(query)];
  const lists = Object.fromEntries(
    pairs.map(([name]) => [
      name,
      pairs.filter(([other]) => other === name).map(([, value]) => value),
    ]),
  );
  return {
    resource,
    path: plain,
    httpMethod: sent.method,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: orNull(Object.fromEntries(pairs)),
    multiValueQueryStringParameters: orNull(lists),
    pathParameters: orNull(parametersOf(sent, resource, plain)),
    stageVariables: null,
    requestContext: {
      accountId: account,
      apiId: API_ID,
      domainName: host,
      domainPrefix: API_ID,
      extendedRequestId: requestId,
      httpMethod: sent.method,
      identity: { sourceIp: SOURCE_IP, userAgent: agent },
      path: `/canary${plain}`,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: commonTime(at),
      requestTimeEpoch: at,
      resourceId: functionName,
      resourcePath: resource,
      stage: 'canary',
    },
    body: sent.body ?? null,
    isBase64Encoded: false,
  };
}

/** Also that of a function URL, which has no routes. */
function httpEvent(
  sent: Sent,
  { requestId, at, account, region }: EventContext,
  of: string | undefined,
): Event {
  const { plain, query, agent } = partsOf(sent);
  const isUrl = of === 'of a URL';
  const route = isUrl ? undefined : of;
  const routeKey = route === undefined ? '$default' : `${sent.method} ${route}`;
  const host = `${API_ID}.${isUrl ? 'lambda-url' : 'execute-api'}.${region}.${isUrl ? 'on.aws' : 'amazonaws.com'}`;
  const { cookie, ...headers } = withAgent(sent.headers, host);
  const pairs = [...new URLSearchParams(query)];
  const joined = Object.fromEntries(
    pairs.map(([name]) => [
      name,
      pairs
        .filter(([other]) => other === name)
        .map(([, value]) => value)
        .join(','),
    ]),
  );
  return {
    version: '2.0',
    routeKey,
    rawPath: plain,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(pairs.length > 0 && { queryStringParameters: joined }),
    requestContext: {
      accountId: account,
      apiId: API_ID,
      domainName: host,
      domainPrefix: API_ID,
      http: {
        method: sent.method,
        path: plain,
        protocol: 'HTTP/1.1',
        sourceIp: SOURCE_IP,
        userAgent: agent,
      },
      requestId,
      routeKey,
      stage: '$default',
      time: commonTime(at),
      timeEpoch: at,
    },
    ...(route !== undefined && { pathParameters: routeParameters(route, plain) ?? {} }),
    ...encoded(sent),
  };
}

function balancerEvent(
  sent: Sent,
  { requestId, account, region, functionName }: EventContext,
): Event {
  const { plain, query } = partsOf(sent);
  // A load balancer does not decode parameters; of several with one name, the last is passed on.
  const pairs = query === '' ? [] : query.split('&').map((pair) => splitAt(pair));
  const host = `${API_ID}.${region}.elb.amazonaws.com`;
  const group = `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${functionName}/0123456789abcdef`;
  const { body = '', ...encoding } = encoded(sent);
  return {
    requestContext: { elb: { targetGroupArn: group } },
    httpMethod: sent.method,
    path: plain,
    queryStringParameters: Object.fromEntries(pairs),
    headers: {
      ...withAgent(sent.headers, host),
      'x-amzn-trace-id': `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)}`,
      'x-forwarded-for': SOURCE_IP,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    body,
    ...encoding,
  };
}

function splitAt(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** Without a content type, and for types of text, a body is passed on as it is. */
const TEXTUAL = /^(?:text\/|application\/(?:json|xml|javascript)\b)/i;

function encoded({ body, headers }: Sent): {
  readonly body?: string;
  readonly isBase64Encoded: boolean;
} {
  if (body === undefined) return { isBase64Encoded: false };
  const isText = TEXTUAL.test(headers['content-type'] ?? 'text/plain');
  return isText
    ? { body, isBase64Encoded: false }
    : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

function parametersOf(
  { route }: Sent,
  resource: string,
  plain: string,
): Readonly<Record<string, string>> {
  return routeParameters(route ?? resource, plain) ?? {};
}

function orNull<T extends object>(members: T): T | null {
  return Object.keys(members).length > 0 ? members : null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24/Nov/2025:16:13:00 +0000`. */
function commonTime(at: number): string {
  const iso = new Date(at).toISOString();
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${iso.slice(11, 19)} +0000`;
}
