import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type Bench, createBench, mock, tally } from './bench.ts';

let simulator: Simulator;
let bench: Bench;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 20261121, clockRate: 200 });
  bench = createBench(simulator);
});

afterAll(() => simulator.close());

/** A stage whose base answers "base" and whose canary answers "canary". */
async function splitApi(percentTraffic: number, name?: string): Promise<string> {
  const api = await bench.createApi(name);
  await bench.addMethod(api, '/', 'GET', mock('base'));
  await bench.deploy(api);
  await bench.addMethod(api, '/new', 'GET', mock('new'));
  await bench.deploy(api, { canarySettings: { percentTraffic } });
  return api;
}

const IS_CANARY = '{"canary": "$context.isCanaryRequest"}';

/** The same code on both sides, which say which side they are. */
async function labelledApi(percent: number, name?: string): Promise<string> {
  const api = await bench.createApi(name);
  await bench.addMethod(api, '/', 'GET', mock(IS_CANARY));
  await bench.deploy(api);
  await bench.setPercent(api, percent);
  return api;
}

describe('a method that requires an API key', () => {
  it('refuses every request, because no stage is in a usage plan', async () => {
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', mock('open'));
    await bench.addMethod(api, '/keyed', 'GET', mock('keyed'), { apiKeyRequired: true });
    await bench.deploy(api);
    expect(await bench.call(api)).toMatchObject({ status: 200, body: 'open' });
    const refused = { status: 403, body: '{"message":"Forbidden"}' };
    expect(await bench.call(api, '/keyed')).toMatchObject(refused);
    const headers = { 'x-api-key': 'any' };
    expect(await bench.call(api, '/keyed', { headers })).toMatchObject(refused);
  });
});

const sideOf = (api: string) => async () => String(JSON.parse((await bench.call(api)).body).canary);

describe('the canary draw', () => {
  it('splits 12.5 % of 4,000 requests within their binomial interval', async () => {
    const api = await labelledApi(12.5);
    const { true: canary = 0, false: base = 0 } = await tally(4000, sideOf(api));
    expect(canary + base).toBe(4000);
    // 99.9 % of all draws: 500 ± 3.29 · √(4000 · 0.125 · 0.875)
    expect(Math.abs(canary - 500)).toBeLessThanOrEqual(69);
  });

  it('sends nothing at 0 % and everything at 100 %', async () => {
    const api = await labelledApi(0);
    expect(await tally(300, sideOf(api))).toEqual({ false: 300 });
    await bench.setPercent(api, 100);
    expect(await tally(300, sideOf(api))).toEqual({ true: 300 });
  });

  it('repeats itself from the same seed', async () => {
    const api = await labelledApi(50);
    const run = async () => {
      simulator.reseed(7);
      const sides = [];
      for (let i = 0; i < 30; i++) sides.push(await sideOf(api)());
      return sides;
    };
    const first = await run();
    expect(new Set(first).size).toBe(2);
    expect(await run()).toEqual(first);
  });
});

describe('the default address', () => {
  it.each([
    ['is disabled', { disableExecuteApiEndpoint: true }],
    ['is that of a private API', { endpointConfiguration: { types: ['PRIVATE' as const] } }],
  ])('answers 403 where it %s', async (_, settings) => {
    const { id = '' } = await bench.gateway.send(
      new CreateRestApiCommand({ name: 'hidden', ...settings }),
    );
    await bench.addMethod(id, '/', 'GET', mock('here'));
    await bench.deploy(id);
    const { status, body } = await bench.call(id);
    expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
  });
});

describe('stage variables', () => {
  it('are overlaid by the canary’s overrides, the others staying visible', async () => {
    const api = await bench.createApi();
    const template = '$stageVariables.both|${stageVariables.base}|$stageVariables.canary|';
    await bench.addMethod(api, '/', 'GET', mock(template));
    await bench.deploy(api, { variables: { both: 'b', base: 'b' } });
    expect((await bench.call(api)).body).toBe('b|b||');
    await bench.deploy(api, {
      canarySettings: { percentTraffic: 100, stageVariableOverrides: { both: 'c', canary: 'c' } },
    });
    expect((await bench.call(api)).body).toBe('c|b|c|');
  });
});

describe('routes', () => {
  it('that one side lacks answer 403 there, and their answer on the other', async () => {
    const api = await splitApi(50);
    const statuses = await tally(60, async () => (await bench.call(api, '/new')).status);
    expect(Object.keys(statuses)).toEqual(['200', '403']);
    await bench.setPercent(api, 0);
    const { status, headers, body } = await bench.call(api, '/new');
    expect([status, body]).toEqual([403, '{"message":"Missing Authentication Token"}']);
    expect(headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('x-amz-apigw-id')).toMatch(/^\w{15}=$/);
  });

  it.each([
    ['GET', '/pets/dog', 'literal'],
    ['GET', '/pets/d%6Fg', 'literal'],
    ['GET', '/pets/cat', 'parameter cat'],
    ['GET', '/pets/cat/', 'parameter cat'],
    ['GET', '/pets/cat/toys/1', 'greedy pets/cat/toys/1'],
    ['POST', '/pets/dog', 'any parameter dog'],
    ['DELETE', '/pets/cat', 'any parameter cat'],
    ['DELETE', '/pets', 403],
    ['DELETE', '/pets/cat/toys', 403],
    ['PATCH', '/pets/dog/toys', 403],
    ['GET', '/pets', 'greedy pets'],
    ['GET', '/', 403],
  ])('%s %s meets %s', async (method, path, expected) => {
    const { status, body } = await bench.call(await routedApi(), path, { method });
    expect(status === 200 ? body : status).toBe(expected);
  });

  let routed: Promise<string> | undefined;
  const routedApi = () => {
    routed ??= (async () => {
      const api = await bench.createApi();
      await bench.addMethod(api, '/{proxy+}', 'GET', mock("greedy $input.params('proxy')"));
      await bench.addMethod(api, '/pets/{id}', 'GET', mock("parameter $input.params('id')"));
      await bench.addMethod(api, '/pets/{id}', 'ANY', mock("any parameter $input.params('id')"));
      await bench.addMethod(api, '/pets/dog', 'GET', mock('literal'));
      await bench.deploy(api);
      return api;
    })();
    return routed;
  };

  it('of an unknown stage or API are forbidden', async () => {
    const api = await splitApi(0);
    for (const url of [simulator.stageUrl(api, 'test'), simulator.stageUrl('nothing', 'prod')]) {
      const answer = await fetch(url);
      expect([answer.status, await answer.text()]).toEqual([403, '{"message":"Forbidden"}']);
      expect(answer.headers.get('x-amzn-errortype')).toBe('ForbiddenException');
    }
  });

  it('serve the deployment as it was made, whatever the draft became', async () => {
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', mock('as deployed'));
    await bench.deploy(api);
    await bench.addMethod(api, '/later', 'GET', mock('draft'));
    expect((await bench.call(api)).body).toBe('as deployed');
    expect((await bench.call(api, '/later')).status).toBe(403);
  });
});

describe('mock integrations', () => {
  it('answer with the status and template of their response', async () => {
    const api = await bench.createApi();
    await bench.addMethod(
      api,
      '/',
      'GET',
      mock('{"of": "$context.stage$context.resourcePath"}', 418),
    );
    await bench.deploy(api);
    const { status, headers, body } = await bench.call(api);
    expect([status, body]).toEqual([418, '{"of": "prod/"}']);
    expect(headers.get('content-type')).toBe('application/json');
  });

  it.each([
    ['WHEN_NO_MATCH', '{"statusCode": 200}', 200],
    ['WHEN_NO_MATCH', 'text', 500],
    ['WHEN_NO_TEMPLATES', '{"statusCode": 200}', 415],
    ['NEVER', '{"statusCode": 200}', 415],
  ])('pass a body of another type %s: %s answers %d', async (behaviour, body, expected) => {
    const api = await bench.createApi();
    const integration = { ...mock('mocked'), passthroughBehavior: behaviour };
    await bench.addMethod(api, '/', 'POST', integration);
    await bench.deploy(api);
    const headers = { 'content-type': 'text/plain' };
    expect((await bench.call(api, '/', { method: 'POST', headers, body })).status).toBe(expected);
  });

  it.each([
    ['$input.params("q") costs $5', '/?q=it', 'it costs $5'],
    ["$input.params('x-who')", '/', 'me'],
    ['$context.httpMethod $context.path', '/', 'GET /prod/'],
    ['[$context.nothing$!{stageVariables.nothing}]', '/', '[]'],
    ['$context.identity.sourceIp', '/', '127.0.0.1'],
  ])('render %s', async (template, path, expected) => {
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', mock(template));
    await bench.deploy(api);
    expect((await bench.call(api, path, { headers: { 'X-Who': 'me' } })).body).toBe(expected);
  });

  it.each([
    ['#set($x = 1)', '#set'],
    ["$input.json('$.a')", '$input.json'],
    ['$util.escapeJavaScript("x")', '$util.escapeJavaScript'],
    ['$unknown', '$unknown'],
  ])('refuse %s honestly', async (template, named) => {
    const api = await bench.createApi();
    await bench.addMethod(api, '/', 'GET', mock(template));
    await bench.deploy(api);
    const { status, headers, body } = await bench.call(api);
    expect(status).toBe(500);
    expect(body).toContain('not implemented by this simulator: ');
    expect(body).toContain(named);
    expect(headers.get('x-simulator-error')).toContain(named);
  });
});

describe('propagation', () => {
  it('holds a change back for its simulated seconds', async () => {
    const api = await labelledApi(0);
    await simulator.world.clock.sleep(121_000);
    simulator.world.unsettled.propagationSeconds = 120;
    try {
      const before = simulator.world.clock.now();
      await bench.setPercent(api, 100);
      expect(await sideOf(api)()).toBe('false');
      let side = 'false';
      while (side === 'false') side = await sideOf(api)();
      expect(simulator.world.clock.now() - before).toBeGreaterThanOrEqual(120_000);
    } finally {
      simulator.world.unsettled.propagationSeconds = 0;
    }
  });
});

describe('metrics', () => {
  const sum = async (MetricName: string, dimensions: Record<string, string>) => {
    const cloudWatch = new CloudWatchClient(bench.connection);
    const now = simulator.world.clock.now();
    const { Datapoints = [] } = await cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/ApiGateway',
        MetricName,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(now - 3_600_000),
        EndTime: new Date(now + 60_000),
        Period: 60,
        Statistics: ['Sum', 'SampleCount'],
      }),
    );
    const total = (key: 'Sum' | 'SampleCount') =>
      Datapoints.reduce((before, point) => before + (point[key] ?? 0), 0);
    return { sum: total('Sum'), samples: total('SampleCount') };
  };

  /** Until the minute of the last request is closed and published. */
  const published = () => simulator.world.clock.sleep(100_000);

  it('count each side in its own series, and all under the API’s name', async () => {
    const ApiName = 'counted';
    const api = await splitApi(30, 'counted ✓');
    const ofRoot = await tally(100, async () => (await bench.call(api)).status);
    const ofNew = await tally(100, async () => (await bench.call(api, '/new')).status);
    expect(ofRoot).toEqual({ 200: 100 });
    await published();
    const name = 'counted ';
    const [all, base, canary] = await Promise.all([
      sum('Count', { ApiName: name }),
      sum('Count', { ApiName: name, Stage: 'prod' }),
      sum('Count', { ApiName: name, Stage: 'prod/Canary' }),
    ]);
    expect(all).toEqual({ sum: 200, samples: 200 });
    expect(base.sum + canary.sum).toBe(200);
    expect(canary.sum).toBeGreaterThan(20);
    // Only the base lacks /new.
    expect(await sum('4XXError', { ApiName: name, Stage: 'prod' })).toEqual({
      sum: ofNew[403],
      samples: base.sum,
    });
    expect((await sum('4XXError', { ApiName: name, Stage: 'prod/Canary' })).sum).toBe(0);
    expect((await sum('5XXError', { ApiName: name })).sum).toBe(0);
    expect((await sum('Latency', { ApiName: name })).samples).toBe(200);
    expect((await sum('IntegrationLatency', { ApiName: name })).samples).toBe(200 - ofNew[403]!);
    expect((await sum('Count', { ApiName })).samples).toBe(0);
  });

  it('follow the answers to AWS’s open questions', async () => {
    const ApiName = 'inclusive';
    const { unsettled } = simulator.world;
    Object.assign(unsettled, { canaryStageDimension: null, stageSeriesIncludesCanary: true });
    const api = await labelledApi(50, ApiName);
    await tally(40, async () => (await bench.call(api)).status);
    Object.assign(unsettled, {
      canaryStageDimension: '{stage}/Canary',
      stageSeriesIncludesCanary: false,
    });
    await published();
    expect((await sum('Count', { ApiName, Stage: 'prod' })).sum).toBe(40);
    expect((await sum('Count', { ApiName, Stage: 'prod/Canary' })).samples).toBe(0);
  });

  it.each([true, false])('are kept per method of the canary: %p', async (counted) => {
    const ApiName = `detailed canary ${counted}`;
    simulator.world.unsettled.canaryHasDetailedMetrics = counted;
    const api = await labelledApi(100, ApiName);
    await bench.patchStage(api, { op: 'replace', path: '/*/*/metrics/enabled', value: 'true' });
    await bench.call(api);
    await published();
    simulator.world.unsettled.canaryHasDetailedMetrics = true;
    const Stage = 'prod/Canary';
    expect((await sum('Count', { ApiName, Stage })).sum).toBe(1);
    const perMethod = { ApiName, Stage, Method: 'GET', Resource: '/' };
    expect((await sum('Count', perMethod)).samples).toBe(counted ? 1 : 0);
  });

  it('are kept per method where the stage says so', async () => {
    const ApiName = 'detailed';
    const api = await labelledApi(0, ApiName);
    const perMethod = { ApiName, Stage: 'prod', Method: 'GET', Resource: '/' };
    await bench.call(api);
    await bench.patchStage(api, { op: 'replace', path: '/~1/GET/metrics/enabled', value: 'true' });
    await bench.call(api);
    await bench.patchStage(
      api,
      { op: 'replace', path: '/~1/GET/metrics/enabled', value: 'false' },
      { op: 'replace', path: '/*/*/metrics/enabled', value: 'true' },
    );
    await bench.call(api);
    await published();
    expect((await sum('Count', perMethod)).sum).toBe(1);
    expect((await sum('Count', { ApiName, Stage: 'prod' })).sum).toBe(3);
  });
});
