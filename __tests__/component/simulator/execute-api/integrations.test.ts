import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  GetResourcesCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type Bench, createBench, lambdaProxy, tally } from './bench.ts';

let simulator: Simulator;
let bench: Bench;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 5, clockRate: 10 });
  bench = createBench(simulator);
});

afterAll(() => simulator.close());

const handler = (body: string) => `export const handler = async (event, context) => { ${body} };`;

const saysItsVersion = handler(
  'return { statusCode: 200, body: `${event.path} by version ${context.functionVersion}` };',
);

/** One function behind one route, granted and deployed. */
async function apiOf(functionName: string, source: string, path = '/', verb = 'ANY') {
  await bench.createFunction(functionName, source);
  const api = await bench.createApi(functionName);
  await bench.addMethod(api, path, verb, lambdaProxy(functionName, '1'));
  await bench.grant(functionName, '1', api);
  await bench.deploy(api, { variables: { region: 'north' } });
  return api;
}

describe('a Lambda proxy integration', () => {
  it('hands on the request as a payload format 1.0 event', async () => {
    const echo = handler('return { statusCode: 200, body: JSON.stringify(event) };');
    const api = await apiOf('echo', echo, '/pets/{id}');
    const { body } = await bench.call(api, '/pets/a%20b?tag=x&tag=y%21&empty=', {
      method: 'POST',
      headers: { 'X-Mine': 'one', 'content-type': 'text/plain' },
      body: 'grüße',
    });
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      resource: '/pets/{id}',
      path: '/pets/a%20b',
      httpMethod: 'POST',
      queryStringParameters: { tag: 'y!', empty: '' },
      multiValueQueryStringParameters: { tag: ['x', 'y!'], empty: [''] },
      pathParameters: { id: 'a%20b' },
      stageVariables: { region: 'north' },
      body: 'grüße',
      isBase64Encoded: false,
      requestContext: {
        accountId: '123456789012',
        apiId: api,
        httpMethod: 'POST',
        path: '/prod/pets/a%20b',
        resourcePath: '/pets/{id}',
        stage: 'prod',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
    const mine = Object.entries(event.headers).find(([name]) => name.toLowerCase() === 'x-mine');
    expect(mine?.[1]).toBe('one');
    expect(event.multiValueHeaders['X-Forwarded-Proto']).toEqual(['https']);
    const bare = JSON.parse((await bench.call(api, '/pets/1')).body);
    expect([bare.body, bare.queryStringParameters, bare.multiValueQueryStringParameters]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('answers with status, headers and body of the function', async () => {
    const api = await apiOf(
      'answers',
      handler(`return {
        statusCode: 201,
        headers: { 'X-One': 1, 'Content-Type': 'text/plain', 'Content-Length': '999' },
        multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
        body: 'made',
      };`),
    );
    const { status, headers, body } = await bench.call(api);
    expect([status, body]).toEqual([201, 'made']);
    expect(headers.get('x-one')).toBe('1');
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('x-amzn-remapped-content-length')).toBe('999');
  });

  it('carries bytes where the API’s binary media types say so', async () => {
    const api = await apiOf(
      'bytes',
      handler(`return {
        statusCode: 200,
        headers: { 'content-type': 'image/png' },
        isBase64Encoded: true,
        body: event.body,
      };`),
    );
    await bench.gateway.send(
      new UpdateRestApiCommand({
        restApiId: api,
        patchOperations: [{ op: 'add', path: '/binaryMediaTypes/image~1png' }],
      }),
    );
    await bench.deploy(api);
    const sent = Buffer.from([0, 255, 128, 10]);
    const answer = await fetch(simulator.stageUrl(api, 'prod'), {
      method: 'POST',
      headers: { 'content-type': 'image/png', accept: 'image/png' },
      body: sent,
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(sent);
  });

  it.each([
    ['throws', 'throw new Error("no");'],
    ['answers text', 'return "hello";'],
    ['answers nothing', 'return undefined;'],
    ['lacks a status', 'return { body: "x" };'],
    ['has a body that is no text', 'return { statusCode: 200, body: { a: 1 } };'],
    ['has a member too many', 'return { statusCode: 200, text: "x" };'],
    ['has headers that are none', 'return { statusCode: 200, headers: ["x"] };'],
  ])('answers 502 for a function that %s', async (name, source) => {
    const api = await apiOf(name.replaceAll(' ', '-'), handler(source));
    const { status, body, headers } = await bench.call(api);
    expect([status, body]).toEqual([502, '{"message":"Internal server error"}']);
    expect(headers.get('x-amzn-errortype')).toBe('InternalServerErrorException');
  });

  it('answers 504 when the function outlasts the integration’s time limit', async () => {
    const slow = handler(
      'await new Promise((r) => setTimeout(r, 60_000)); return { statusCode: 200 };',
    );
    await bench.createFunction('slow', slow);
    const api = await bench.createApi();
    const limited = { ...lambdaProxy('slow', '1'), timeoutInMillis: 5_000 };
    await bench.addMethod(api, '/', 'GET', limited);
    await bench.grant('slow', '1', api);
    await bench.deploy(api);
    const before = simulator.world.clock.now();
    const { status, body } = await bench.call(api);
    expect([status, body]).toEqual([504, '{"message":"Endpoint request timed out"}']);
    const elapsed = simulator.world.clock.now() - before;
    expect(elapsed).toBeGreaterThanOrEqual(4_900);
    expect(elapsed).toBeLessThan(60_000);
  });

  it('answers 500 without a permission for exactly the qualifier it names', async () => {
    await bench.createFunction('ungranted', saysItsVersion);
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', lambdaProxy('ungranted', '1'));
    await bench.deploy(api);
    const refused = await bench.call(api);
    expect([refused.status, refused.body]).toEqual([500, '{"message":"Internal server error"}']);
    await bench.grant('ungranted', '1', api);
    expect(await bench.call(api)).toMatchObject({ status: 200, body: '/ by version 1' });
  });

  it('answers 500 for a function that is throttled, is not there, or has no valid name', async () => {
    const api = await apiOf('throttled', saysItsVersion);
    await bench.addMethod(api, '/gone', 'GET', lambdaProxy('gone', '1'));
    await bench.addMethod(
      api,
      '/odd',
      'GET',
      lambdaProxy('throttled', '${stageVariables.nothing}'),
    );
    await bench.deploy(api);
    await bench.lambda.send(
      new PutFunctionConcurrencyCommand({
        FunctionName: 'throttled',
        ReservedConcurrentExecutions: 0,
      }),
    );
    for (const path of ['/', '/gone', '/odd']) {
      expect((await bench.call(api, path)).status).toBe(500);
    }
  });

  it('reaches another version through an override of a stage variable alone', async () => {
    await bench.createFunction('shop', saysItsVersion);
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', lambdaProxy('shop', '${stageVariables.version}'));
    await bench.grant('shop', '1', api);
    await bench.deploy(api, { variables: { version: '1' } });
    await bench.deploy(api, {
      canarySettings: { percentTraffic: 50, stageVariableOverrides: { version: '2' } },
    });
    // Version 2 is not there: its share of the requests fails.
    const statuses = await tally(40, async () => (await bench.call(api)).status);
    expect(Object.keys(statuses)).toEqual(['200', '500']);
  });
});

describe('an HTTP proxy integration', () => {
  let backend: Server;
  let origin: string;

  beforeAll(async () => {
    backend = createServer(async (request, answer) => {
      if (request.url === '/never') return;
      let body = '';
      for await (const chunk of request) body += chunk;
      const { method, url, headers } = request;
      const took = headers['x-took'];
      if (took !== undefined) answer.setHeader('x-simulator-took', took);
      answer.writeHead(203, { 'content-type': 'application/json', 'x-backend': 'yes' });
      answer.end(
        JSON.stringify({ method, url, mine: headers['x-mine'], added: headers.added, body }),
      );
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    backend.closeAllConnections();
    backend.close();
  });

  const httpProxy = (uri: string) => ({
    type: 'HTTP_PROXY' as const,
    integrationHttpMethod: 'ANY',
    uri,
  });

  it('hands on method, path, query, headers and body', async () => {
    const api = await bench.createApi();
    await bench.addMethod(
      api,
      '/{proxy+}',
      'ANY',
      {
        ...httpProxy(`${origin}/\${stageVariables.base}/{proxy}`),
        requestParameters: {
          'integration.request.path.proxy': 'method.request.path.proxy',
          'integration.request.header.added': "'by the gateway'",
        },
      },
      { requestParameters: { 'method.request.path.proxy': true } },
    );
    await bench.deploy(api, { variables: { base: 'v1' } });
    const { status, headers, body } = await bench.call(api, '/a/b?q=1', {
      method: 'PUT',
      headers: { 'x-mine': 'kept' },
      body: 'text',
    });
    expect(status).toBe(203);
    expect(headers.get('x-backend')).toBe('yes');
    expect(JSON.parse(body)).toEqual({
      method: 'PUT',
      url: '/v1/a/b?q=1',
      mine: 'kept',
      added: 'by the gateway',
      body: 'text',
    });
  });

  it.each([
    ['1999', 203],
    ['2001', 504],
  ])('believes a backend that says it took %s ms of 2000: %i', async (took, expected) => {
    const api = await bench.createApi();
    const integration = { ...httpProxy(origin), timeoutInMillis: 2_000 };
    await bench.addMethod(api, '/', 'GET', integration);
    await bench.deploy(api);
    const { status, headers } = await bench.call(api, '/', { headers: { 'x-took': took } });
    expect([status, headers.get('x-simulator-took')]).toEqual([expected, null]);
  });

  it.each([
    ['a backend that never answers', () => `${origin}/never`, 504, 'Endpoint request timed out'],
    ['a closed port', () => 'http://127.0.0.1:9', 504, 'Network error communicating with endpoint'],
    ['an address that is none', () => 'http://${stageVariables.no}', 500, 'Internal server error'],
    ['an unmapped parameter', () => `${origin}/{id}`, 500, 'without a mapping'],
  ])('answers for %s', async (_, uri, status, message) => {
    const api = await bench.createApi();
    const integration = { ...httpProxy(uri()), timeoutInMillis: 2_000 };
    await bench.addMethod(api, '/{id}', 'GET', integration);
    await bench.deploy(api);
    const answer = await bench.call(api, '/x');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).message).toContain(message);
  });
});

describe('a Lambda custom integration', () => {
  it('answers an error of the function with 200, unless a response has a pattern for it', async () => {
    const fails = handler(
      'if (event.fails) throw new Error("Refused: " + event.fails); return event;',
    );
    await bench.createFunction('custom', fails);
    const api = await bench.createApi('custom');
    await bench.addMethod(api, '/', 'POST', { ...lambdaProxy('custom', '1'), type: 'AWS' });
    await bench.grant('custom', '1', api);
    const { gateway } = bench;
    const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId: api }));
    const method = { restApiId: api, resourceId: items[0]?.id ?? '', httpMethod: 'POST' };
    const answer = async (statusCode: string, selectionPattern?: string) => {
      const response = { ...method, statusCode };
      await gateway.send(new PutMethodResponseCommand(response));
      await gateway.send(new PutIntegrationResponseCommand({ ...response, selectionPattern }));
    };
    await answer('200');
    await answer('409', '.*stock.*');
    await bench.deploy(api);
    const post = (body: string) => bench.call(api, '/', { method: 'POST', body });
    expect(await post('{"id":7}')).toMatchObject({ status: 200, body: '{"id":7}' });
    expect(await post('{"fails":"no stock left"}')).toMatchObject({ status: 409 });
    const other = await post('{"fails":"on fire"}');
    expect(other.status).toBe(200);
    expect(JSON.parse(other.body)).toMatchObject({ errorMessage: 'Refused: on fire' });
  });
});

describe('an asynchronous Lambda integration', () => {
  it('answers before the function has the event', async () => {
    const delivered: string[] = [];
    const backend = createServer((request, response) => {
      delivered.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    const { port } = backend.address() as AddressInfo;
    const reports = handler(
      `await new Promise((r) => setTimeout(r, 500)); await fetch('http://127.0.0.1:${port}/' + event.id);`,
    );
    await bench.createFunction('events', reports);
    const api = await bench.createApi('events');
    await bench.addMethod(api, '/', 'POST', {
      ...lambdaProxy('events', '1'),
      type: 'AWS',
      requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
    });
    const { gateway } = bench;
    const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId: api }));
    const method = { restApiId: api, resourceId: items[0]?.id ?? '', httpMethod: 'POST' };
    await gateway.send(new PutMethodResponseCommand({ ...method, statusCode: '202' }));
    await gateway.send(new PutIntegrationResponseCommand({ ...method, statusCode: '202' }));
    await bench.grant('events', '1', api);
    await bench.deploy(api);
    const answer = await bench.call(api, '/', { method: 'POST', body: '{"id":7}' });
    expect(answer).toMatchObject({ status: 202, body: '' });
    expect(delivered).toEqual([]);
    while (delivered.length === 0) await simulator.world.clock.sleep(100);
    expect(delivered).toEqual(['/7']);
    backend.closeAllConnections();
    backend.close();
  });
});

describe('what the simulator lacks', () => {
  it('is said', async () => {
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', {
      type: 'HTTP',
      integrationHttpMethod: 'GET',
      uri: 'http://127.0.0.1:9/',
    });
    await bench.deploy(api);
    const { status, body } = await bench.call(api);
    expect(status).toBe(500);
    expect(JSON.parse(body).message).toBe(
      'not implemented by this simulator: an integration of type HTTP',
    );
  });
});
