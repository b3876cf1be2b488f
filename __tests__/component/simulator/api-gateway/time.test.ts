import { describe, expect, it } from '@jest/globals';
import { createApiGateway } from '../../../../simulator/api-gateway/api-gateway.ts';
import { createClock } from '../../../../simulator/clock.ts';
import { createRandom } from '../../../../simulator/random.ts';
import { DEFAULT_UNSETTLED } from '../../../../simulator/world.ts';

const START = Date.UTC(2026, 0, 1);

/** The control plane without HTTP, on a clock that moves only when it is told to. */
function standingStill() {
  let now = START;
  const { service, apis } = createApiGateway({
    place: { account: '123456789012', region: 'us-east-1', partition: 'aws' },
    clock: { ...createClock(), now: () => now },
    random: createRandom(1),
    unsettled: { ...DEFAULT_UNSETTLED },
  });
  const send = async (method: string, rawPath: string, body: unknown = {}) => {
    const request = {
      method,
      rawPath,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
    };
    const reply = await service.identify(request).perform();
    return JSON.parse(String(reply.body)) as Record<string, string>;
  };
  return {
    apis,
    send,
    permissionOf: (method: string, rawPath: string) =>
      service.identify({
        method,
        rawPath,
        query: new URLSearchParams(),
        headers: {},
        body: Buffer.alloc(0),
      }).permission,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

/** An API with a stage `prod` on its first deployment; a second later there is a second one. */
async function withStage() {
  const gateway = standingStill();
  const { send, advance } = gateway;
  const { id: apiId = '', rootResourceId } = await send('POST', '/restapis', { name: 'orders' });
  const method = `/restapis/${apiId}/resources/${rootResourceId}/methods/GET`;
  await send('PUT', method, { authorizationType: 'NONE' });
  await send('PUT', `${method}/integration`, { type: 'MOCK' });
  advance(1000);
  const { id: first = '' } = await send('POST', `/restapis/${apiId}/deployments`, {
    stageName: 'prod',
  });
  advance(1000);
  const { id: second = '' } = await send('POST', `/restapis/${apiId}/deployments`);
  return { ...gateway, apiId, first, second, prod: `/restapis/${apiId}/stages/prod` };
}

describe('a stage over time', () => {
  it('is known for each point in time', async () => {
    const { apis, send, advance, apiId, first, second, prod } = await withStage();
    advance(1000);
    const patchOperations = [{ op: 'replace', path: '/deploymentId', value: second }];
    await send('PATCH', prod, { patchOperations });
    advance(1000);
    await send('DELETE', prod);
    const at = (ms: number) => apis.stageAsOf(apiId, 'prod', START + ms)?.deploymentId;
    expect([999, 1000, 2999, 3000, 3999, 4000].map(at)).toEqual([
      undefined,
      first,
      first,
      second,
      second,
      undefined,
    ]);
    expect(apis.stage(apiId, 'prod')).toBeUndefined();
  });

  it('keeps its day of creation when it is changed', async () => {
    const { send, advance, prod } = await withStage();
    advance(60_000);
    const patchOperations = [{ op: 'replace', path: '/description', value: 'x' }];
    const { createdDate, lastUpdatedDate } = await send('PATCH', prod, { patchOperations });
    expect(createdDate).toBe(START / 1000 + 1);
    expect(lastUpdatedDate).toBe(START / 1000 + 62);
  });
});

it('serves the snapshot of a deployment that was deleted a moment ago', async () => {
  const { apis, send, apiId, second } = await withStage();
  const before = apis.snapshot(apiId, second);
  await send('DELETE', `/restapis/${apiId}/deployments/${second}`);
  expect(before?.resources.map(({ path }) => path)).toEqual(['/']);
  expect(apis.snapshot(apiId, second)).toBe(before);
});

it('names the permission as IAM does: a verb on a path without an account', async () => {
  const { permissionOf, apiId, prod } = await withStage();
  expect(permissionOf('PATCH', prod)).toEqual({
    action: 'apigateway:PATCH',
    resource: `arn:aws:apigateway:us-east-1::/restapis/${apiId}/stages/prod`,
  });
  const tagged = encodeURIComponent(`arn:aws:apigateway:us-east-1::${prod}`);
  expect(permissionOf('PUT', `/tags/${tagged}`)).toEqual({
    action: 'apigateway:PUT',
    resource: `arn:aws:apigateway:us-east-1::/tags/${tagged}`,
  });
});
