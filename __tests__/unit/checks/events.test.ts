// The events of a request, and the answers that are read from results.

import { describe, expect, it } from '@jest/globals';
import type { EventFormat } from '../../../src/checks/check.ts';
import { answerOf } from '../../../src/checks/event-answer.ts';
import { eventOf } from '../../../src/checks/event-shapes.ts';

const CONTEXT = {
  requestId: '8c1f0d3a-b27e-4a10-9f2e-1d2c3b4a5f60',
  at: Date.UTC(2026, 10, 29, 8, 16, 14),
  account: '123456789012',
  region: 'eu-west-1',
  functionName: 'orders',
};
const SENT = {
  method: 'POST',
  path: '/orders/7%208?tag=a&tag=b%20c&empty=',
  headers: { 'content-type': 'application/json', cookie: 'a=1; b=2' },
  body: '{"n":1}',
  route: '/orders/{id}',
};

const made = (format: EventFormat, more: Partial<typeof SENT> = {}) =>
  eventOf(format, { ...SENT, ...more }, CONTEXT);

describe('an event', () => {
  it('of a REST API has the format 1.0', () => {
    expect(made('rest')).toMatchObject({
      resource: '/orders/{id}',
      path: '/orders/7%208',
      httpMethod: 'POST',
      headers: { cookie: 'a=1; b=2', 'content-type': 'application/json' },
      multiValueHeaders: { cookie: ['a=1; b=2'] },
      queryStringParameters: { tag: 'b c', empty: '' },
      multiValueQueryStringParameters: { tag: ['a', 'b c'], empty: [''] },
      pathParameters: { id: '7%208' },
      stageVariables: null,
      requestContext: {
        accountId: '123456789012',
        httpMethod: 'POST',
        resourcePath: '/orders/{id}',
        requestTime: '29/Nov/2026:08:16:14 +0000',
      },
      body: '{"n":1}',
      isBase64Encoded: false,
    });
  });

  it('of a REST API without a route is that of a proxy resource', () => {
    const { resource, pathParameters, body, queryStringParameters } = eventOf(
      'rest',
      { method: 'GET', path: '/a/b', headers: {}, body: undefined, route: undefined },
      CONTEXT,
    );
    expect({ resource, pathParameters, body, queryStringParameters }).toEqual({
      resource: '/{proxy+}',
      pathParameters: { proxy: 'a/b' },
      body: null,
      queryStringParameters: null,
    });
  });

  it('of an HTTP API has the format 2.0', () => {
    const event = made('http');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /orders/{id}',
      rawPath: '/orders/7%208',
      rawQueryString: 'tag=a&tag=b%20c&empty=',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { tag: 'a,b c', empty: '' },
      pathParameters: { id: '7%208' },
      requestContext: { http: { method: 'POST', path: '/orders/7%208' }, stage: '$default' },
      body: '{"n":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('of a function URL has no route', () => {
    const event = made('url');
    expect(event).toMatchObject({
      routeKey: '$default',
      requestContext: { domainName: expect.stringMatching(/lambda-url\.eu-west-1\.on\.aws$/) },
    });
    expect(event).not.toHaveProperty('pathParameters');
  });

  it('of a load balancer has parameters as sent', () => {
    expect(made('alb')).toMatchObject({
      requestContext: { elb: { targetGroupArn: expect.stringContaining(':targetgroup/orders/') } },
      httpMethod: 'POST',
      path: '/orders/7%208',
      queryStringParameters: { tag: 'b%20c', empty: '' },
      headers: { 'x-forwarded-proto': 'https' },
      body: '{"n":1}',
      isBase64Encoded: false,
    });
  });

  it.each<[EventFormat, string, boolean]>([
    ['http', 'application/x-www-form-urlencoded', true],
    ['url', 'application/octet-stream', true],
    ['alb', 'text/csv', false],
    ['rest', 'application/x-www-form-urlencoded', false],
  ])('of %s has a body of the type %s in base64: %p', (format, type, isEncoded) => {
    const event = made(format, { headers: { 'content-type': type, cookie: '' }, body: 'a=1' });
    expect(event.isBase64Encoded).toBe(isEncoded);
    expect(event.body).toBe(isEncoded ? 'YT0x' : 'a=1');
  });
});

describe('an answer', () => {
  const RESULT = {
    statusCode: 201,
    headers: { 'Content-Type': 'text/plain', 'X-Count': 2 },
    multiValueHeaders: { 'Set-Cookie': ['a', 'b'] },
    body: 'aGk=',
    isBase64Encoded: true,
  };

  it.each<EventFormat>(['rest', 'http', 'url', 'alb'])('is read as %s reads it', (format) => {
    expect(answerOf(JSON.stringify(RESULT), format, 12)).toEqual({
      status: 201,
      headers: { 'content-type': ['text/plain'], 'x-count': ['2'], 'set-cookie': ['a', 'b'] },
      body: { kind: 'text', text: 'hi' },
      milliseconds: 12,
    });
  });

  it('without a status is 200 with format 2.0 only', () => {
    expect(answerOf('{"id":7}', 'http', 1)).toMatchObject({
      status: 200,
      body: { kind: 'text', text: '{"id":7}' },
    });
    expect(answerOf('{"id":7}', 'rest', 1)).toMatch(/has no statusCode, which a REST API/);
  });

  it.each([
    ['', /its result is not JSON/],
    ['"hi"', /its result is "hi", which a load balancer answers with 502/],
    ['null', /its result is null/],
    ['{"statusCode":"ok"}', /its statusCode is "ok"/],
    ['{"statusCode":99}', /its statusCode is 99/],
    ['{"statusCode":200,"body":{}}', /its body is an object, and not a text/],
  ])('of %s is a failure that says why', (payload, said) => {
    expect(answerOf(payload, 'alb', 1)).toMatch(said);
  });

  it('of more than 1 MiB is not tested', () => {
    const body = 'a'.repeat(1024 * 1024 + 1);
    const answer = answerOf(JSON.stringify({ statusCode: 200, body }), 'rest', 1);
    expect(answer).toMatchObject({ body: { kind: 'unread' } });
  });
});
