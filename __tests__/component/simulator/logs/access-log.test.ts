import { UpdateAccountCommand } from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type Bench, createBench, lambdaProxy, mock } from '../execute-api/bench.ts';
import { type LogsClient, logsClient } from './client.ts';

let simulator: Simulator;
let bench: Bench;
let logs: LogsClient;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 5 });
  bench = createBench(simulator);
  logs = logsClient(simulator);
});
afterEach(() => simulator.close());

const GROUP = '/api/orders';
const ARN = `arn:aws:logs:us-east-1:123456789012:log-group:${GROUP}`;

const set = (path: string, value: string) => ({
  op: 'replace' as const,
  path: `/accessLogSettings/${path}`,
  value,
});

const logTo = (api: string, format: string, arn = ARN) =>
  bench.patchStage(api, set('destinationArn', arn), set('format', format));

/** Lines of the group, all of which have arrived. */
async function lines(logGroupName = GROUP) {
  simulator.world.clock.forward(120_000);
  return logs.messages({ logGroupName });
}

async function mockApi(): Promise<string> {
  const api = await bench.createApi();
  await bench.addMethod(api, '/orders/{id}', 'GET', mock('some text', 201));
  await bench.deploy(api);
  return api;
}

describe('a line of an access log', () => {
  it('has the values of the request and of its answer, and dashes for the rest', async () => {
    const api = await mockApi();
    const before = Date.now();
    await logTo(
      api,
      '$context.requestId|${context.extendedRequestId}|$context.httpMethod $context.resourcePath $context.path|$context.status $context.responseLength $context.protocol|$context.stage|$context.identity.userAgent|$context.isCanaryRequest $context.error.responseType $context.wafResponseCode $context.nonsense $context.integration.status',
    );
    const answer = await bench.call(api, '/orders/7?q=1', { headers: { 'user-agent': 'a "b"' } });
    simulator.world.clock.forward(120_000);
    const [event] = await logs.events({ logGroupName: GROUP });
    const id = answer.headers.get('x-amzn-requestid');
    const extended = answer.headers.get('x-amz-apigw-id');
    expect(event.message).toBe(
      `${id}|${extended}|GET /orders/{id} /prod/orders/7|201 9 HTTP/1.1|prod|a \\"b\\"|- - - - -`,
    );
    expect(event.logStreamName).toMatch(/^[0-9a-f]{32}$/);
    expect(event.timestamp).toBeGreaterThanOrEqual(before);
    expect(event.ingestionTime - event.timestamp).toBeGreaterThan(1000);
  });

  it('shows errors of the gateway', async () => {
    const api = await mockApi();
    await logTo(
      api,
      '{"id":"$context.requestId","status":"$context.status","route":"$context.resourcePath","type":"$context.error.responseType","message":$context.error.messageString,"latency":"$context.integrationLatency"}',
    );
    await bench.call(api, '/nowhere');
    const [line = ''] = await lines();
    expect(JSON.parse(line)).toEqual({
      id: expect.any(String),
      status: '403',
      route: '-',
      type: 'MISSING_AUTHENTICATION_TOKEN',
      message: 'Missing Authentication Token',
      latency: '-',
    });
  });

  it('shows what the function answered, and what Lambda said about it', async () => {
    await bench.createFunction(
      'orders',
      `export const handler = async ({ path }) => {
        if (path === '/bad') return 'nonsense';
        if (path === '/thrown') throw new TypeError('no such order');
        return { statusCode: 503, body: '' };
      };`,
    );
    const api = await bench.createApi();
    await bench.addMethod(api, '/{proxy+}', 'GET', lambdaProxy('orders', '1'));
    await bench.deploy(api);
    await bench.grant('orders', '1', api);
    await logTo(
      api,
      '$context.requestId|$context.status|$context.integration.status|$context.integration.integrationStatus|$context.integration.requestId|$context.error.responseType|$context.integration.error',
    );
    for (const path of ['/answered', '/thrown', '/bad']) await bench.call(api, path);
    const [answered, thrown, bad] = (await lines()).map((line) => line.split('|').slice(1));
    expect(answered).toEqual([
      '503',
      '503',
      '200',
      expect.stringMatching(/^[\da-f-]{36}$/),
      '-',
      '-',
    ]);
    expect(thrown?.slice(0, 3)).toEqual(['502', '-', '200']);
    expect(thrown?.[5]).toBe(
      `Lambda execution failed with status 200 due to customer function error: no such order. Lambda request id: ${thrown?.[3]}`,
    );
    expect(bad?.slice(0, 3)).toEqual(['502', '-', '200']);
    expect(bad?.[4]).toBe('INTEGRATION_FAILURE');
  });
});

describe('the lines of a canary', () => {
  const FORMAT = '$context.requestId $context.isCanaryRequest';

  async function canaryApi(): Promise<string> {
    const api = await mockApi();
    await logTo(api, FORMAT);
    await bench.deploy(api, { canarySettings: { percentTraffic: 50 } });
    for (let i = 0; i < 20; i += 1) await bench.call(api, '/orders/1');
    return api;
  }

  it('are in a group of their own and, as documented, in that of the stage', async () => {
    await canaryApi();
    const own = await lines(`${GROUP}/Canary`);
    const all = await lines();
    expect(all).toHaveLength(20);
    // Lines of the same millisecond have no order of their own.
    expect(own.toSorted()).toEqual(all.filter((line) => line.endsWith(' true')).toSorted());
    expect(own.length).toBeGreaterThan(2);
    expect(all.filter((line) => line.endsWith(' false'))).toHaveLength(20 - own.length);
  });

  it('are not in that of the stage, if AWS does it so', async () => {
    Object.assign(simulator.world.unsettled, {
      canaryLinesInStageGroup: false,
      canaryFlagInAccessLog: false,
    });
    await canaryApi();
    const own = await lines(`${GROUP}/Canary`);
    const base = await lines();
    expect(own.length + base.length).toBe(20);
    expect([...own, ...base].every((line) => line.endsWith(' -'))).toBe(true);
  });

  it('have no group before the first of them', async () => {
    const api = await mockApi();
    await logTo(api, FORMAT);
    await bench.deploy(api, { canarySettings: { percentTraffic: 0 } });
    await bench.call(api, '/orders/1');
    const refusal = await logs.refused('FilterLogEvents', { logGroupName: `${GROUP}/Canary` });
    expect(refusal.message).toBe('The specified log group does not exist.');
    expect(await lines()).toEqual([expect.stringContaining(' false')]);
  });
});

describe('lines on their way', () => {
  it('are readable some seconds later, in another order, and may be lost', async () => {
    const api = await mockApi();
    await logTo(api, '$context.requestId $context.path');
    const { clock } = simulator.world;
    for (let i = 0; i < 30; i += 1) await bench.call(api, `/orders/${i}`);
    const read = () => logs.events({ logGroupName: GROUP });
    expect(await read()).toEqual([]);
    clock.forward(3500);
    const some = await read();
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(30);
    // A line that happened before another one arrives after it.
    const last = some.at(-1);
    clock.forward(120_000);
    const all = await read();
    expect(all).toHaveLength(30);
    expect(all.findIndex(({ eventId }) => eventId === last.eventId)).toBeGreaterThan(
      some.length - 1,
    );
    const undo = simulator.disturbLogs({ group: GROUP, contains: '/orders/x', lost: true });
    await bench.call(api, '/orders/x');
    undo();
    await bench.call(api, '/orders/y');
    expect((await lines()).slice(30)).toEqual([expect.stringContaining('/orders/y')]);
    simulator.logs.lostShare = 1;
    await bench.call(api, '/orders/z');
    expect(await lines()).toHaveLength(31);
    Object.assign(simulator.logs, { lostShare: 0, duplicateShare: 1 });
    await bench.call(api, '/orders/twice');
    simulator.world.clock.forward(120_000);
    const twice = await logs.events({ logGroupName: GROUP, filterPattern: 'twice' });
    expect(twice.map(({ message }) => message)).toEqual([twice[0].message, twice[0].message]);
    expect(twice[0].eventId).not.toBe(twice[1].eventId);
  });
});

describe('the settings of an access log', () => {
  it.each<[string, string, string]>([
    [
      'format',
      '$context.status',
      "Access Log format must include either $context.requestId or $context.extendedRequestId : '$context.status'",
    ],
    [
      'format',
      '$context.requestId\n$context.status',
      "Access Log format must be single line, new line character is allowed only at end of the format: '$context.requestId\n$context.status'",
    ],
    ['format', '', 'Access Log value must not be empty'],
    [
      'destinationArn',
      `${ARN}:*`,
      `Access log destination must only contain characters a-z, A-Z, 0-9, '_', '-', '/', '.': 'log-group:${GROUP}:*'`,
    ],
    [
      'destinationArn',
      'arn:aws:firehose:us-east-1:123456789012:deliverystream/orders',
      "Firehose delivery stream name for access log destination must begin with 'amazon-apigateway-'",
    ],
    [
      'nothing',
      'x',
      'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
    ],
  ])('%s cannot be %j', async (path, value, message) => {
    const api = await mockApi();
    await expect(bench.patchStage(api, set(path, value))).rejects.toMatchObject({
      name: 'BadRequestException',
      message,
    });
  });

  it('needs a role of the account', async () => {
    const api = await mockApi();
    const role = (value: string) =>
      bench.gateway.send(
        new UpdateAccountCommand({
          patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value }],
        }),
      );
    await role('');
    await expect(logTo(api, '$context.requestId')).rejects.toMatchObject({
      message: 'CloudWatch Logs role ARN must be set in account settings to enable logging',
    });
    const { cloudwatchRoleArn } = await role('arn:aws:iam::123456789012:role/logs');
    expect(cloudwatchRoleArn).toBe('arn:aws:iam::123456789012:role/logs');
    await logTo(api, '$context.requestId\n');
    await bench.call(api, '/orders/1');
    expect(await lines()).toHaveLength(1);
  });

  it.each([
    [
      'a Firehose stream',
      'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-x',
    ],
    ['a group of another account', 'arn:aws:logs:us-east-1:999999999999:log-group:theirs'],
  ])('may name %s, which is not visible here', async (_, arn) => {
    const api = await mockApi();
    await logTo(api, '$context.requestId', arn);
    await bench.call(api, '/orders/1');
    expect((await logs.call('DescribeLogGroups', {})).logGroups).toEqual([]);
  });
});
