import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  DeleteDeploymentCommand,
  DeleteMethodCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStagesCommand,
  PutMethodCommand,
  UpdateDeploymentCommand,
  UpdateIntegrationResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, badRequest, mockMethod, refusal, setUp } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

const canarySettings = { percentTraffic: 10.5, stageVariableOverrides: { version: '2' } };

describe('where a deployment lands', () => {
  it('touches no stage without a stage name', async () => {
    const base = await bench.deploy({ stageName: 'prod' });
    const before = await bench.look('prod');
    await bench.deploy({ description: 'only a snapshot' });
    expect(await bench.look('prod')).toEqual(before);
    expect(before.deploymentId).toBe(base);
  });

  it('makes a stage that is not there', async () => {
    const id = await bench.deploy({
      stageName: 'prod',
      stageDescription: 'production',
      variables: { version: '1' },
      tracingEnabled: true,
    });
    expect(await bench.look('prod')).toEqual({
      stageName: 'prod',
      deploymentId: id,
      description: 'production',
      variables: { version: '1' },
      tracingEnabled: true,
      cacheClusterEnabled: false,
      cacheClusterStatus: 'NOT_AVAILABLE',
      methodSettings: {},
    });
  });

  it('moves a stage without a canary at once, and keeps its variables', async () => {
    await bench.deploy({ stageName: 'prod', variables: { version: '1' } });
    const second = await bench.deploy({ stageName: 'prod' });
    expect(await bench.look('prod')).toMatchObject({
      deploymentId: second,
      variables: { version: '1' },
    });
  });

  it('refuses a plain deployment onto a stage with a canary, and makes none', async () => {
    const base = await bench.deploy({ stageName: 'prod' });
    const canary = await bench.deploy({ stageName: 'prod', canarySettings });
    const { restApiId, client } = bench;
    expect(await refusal(bench.deploy({ stageName: 'prod' }))).toEqual(
      badRequest(
        'Invalid deployment content specified.Non canary deployment not supported on stage prod because Canary is enabled. Provide CanarySettings in deploymentInput.',
      ),
    );
    const { items } = await client.send(new GetDeploymentsCommand({ restApiId }));
    expect(items?.map(({ id }) => id)).toEqual([base, canary]);
  });

  it('opens a canary and leaves the base as it is', async () => {
    const base = await bench.deploy({ stageName: 'prod', variables: { version: '1' } });
    const canary = await bench.deploy({ stageName: 'prod', canarySettings });
    expect(await bench.look('prod')).toMatchObject({
      deploymentId: base,
      variables: { version: '1' },
      canarySettings: { ...canarySettings, deploymentId: canary, useStageCache: false },
    });
  });

  it('replaces an open canary whole: deployment, percent, overrides, cache choice', async () => {
    const base = await bench.deploy({ stageName: 'prod' });
    await bench.deploy({
      stageName: 'prod',
      canarySettings: { ...canarySettings, useStageCache: true },
    });
    const third = await bench.deploy({ stageName: 'prod', canarySettings: {} });
    const stage = await bench.look('prod');
    expect(stage.deploymentId).toBe(base);
    expect(stage.canarySettings).toEqual({
      deploymentId: third,
      percentTraffic: 0,
      useStageCache: false,
    });
  });

  it.each([
    [
      { stageName: 'absent' },
      'Stage absent must already be created before making a canary release deployment',
    ],
    [
      {},
      'Non null and non empty stageName must be provided for canary deployment. Provided value is null',
    ],
    [
      { stageName: '' },
      'Non null and non empty stageName must be provided for canary deployment. Provided value is ',
    ],
  ])('refuses canary settings for %j', async (where, reason) => {
    expect(await refusal(bench.deploy({ ...where, canarySettings }))).toEqual(
      badRequest(`Invalid deployment content specified.${reason}`),
    );
  });

  it.each([-0.01, 100.01, 1000])('refuses a canary of %d%%', async (percentTraffic) => {
    await bench.deploy({ stageName: 'prod' });
    expect(
      await refusal(bench.deploy({ stageName: 'prod', canarySettings: { percentTraffic } })),
    ).toEqual(badRequest(expect.stringContaining('percentTraffic')));
    expect(await bench.look('prod')).not.toHaveProperty('canarySettings');
  });

  it('refuses a stage name that AWS refuses', async () => {
    expect(await refusal(bench.deploy({ stageName: '$default' }))).toEqual(
      badRequest(expect.stringMatching(/^Stage name only allows/)),
    );
  });
});

describe('what can be deployed', () => {
  it('nothing without a method', async () => {
    const { client } = bench;
    const { id } = await client.send(new CreateRestApiCommand({ name: 'empty' }));
    expect(await refusal(client.send(new CreateDeploymentCommand({ restApiId: id })))).toEqual(
      badRequest("The REST API doesn't contain any methods"),
    );
  });

  it('nothing with a method without an integration', async () => {
    const { client, restApiId, rootResourceId: resourceId } = bench;
    const at = { restApiId, resourceId, httpMethod: 'POST' };
    await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
    expect(await refusal(bench.deploy())).toEqual(badRequest('No integration defined for method'));
  });

  it('not what does not exist', async () => {
    const call = bench.client.send(new CreateDeploymentCommand({ restApiId: 'abcdef1234' }));
    expect(await refusal(call)).toEqual({
      status: 404,
      code: 'NotFoundException',
      message: 'Invalid API identifier specified 123456789012:abcdef1234',
    });
  });
});

describe('a deployment is frozen', () => {
  it('keeps its routes when the draft changes', async () => {
    const { client, restApiId, rootResourceId: resourceId } = bench;
    const first = await bench.deploy();
    const { id: pets } = await client.send(
      new CreateResourceCommand({ restApiId, parentId: resourceId, pathPart: 'pets' }),
    );
    await mockMethod(client, restApiId, pets ?? '', 'ANY');
    await client.send(new DeleteMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }));
    const second = await bench.deploy();
    const routes = async (deploymentId: string) => {
      const input = { restApiId, deploymentId, embed: ['apisummary'] };
      return (await client.send(new GetDeploymentCommand(input))).apiSummary;
    };
    const open = { authorizationType: 'NONE', apiKeyRequired: false };
    expect(await routes(first)).toEqual({ '/': { GET: open } });
    expect(await routes(second)).toEqual({ '/pets': { ANY: open } });
  });

  it('keeps its integrations when the draft changes', async () => {
    const { client, restApiId, rootResourceId: resourceId, simulator } = bench;
    await bench.deploy({ stageName: 'prod' });
    const patchOperations = [
      {
        op: 'replace' as const,
        path: '/responseTemplates/application~1json',
        value: '{"said": "second"}',
      },
    ];
    const at = { restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
    const draft = await client.send(
      new UpdateIntegrationResponseCommand({ ...at, patchOperations }),
    );
    expect(draft.responseTemplates).toEqual({ 'application/json': '{"said": "second"}' });
    const said = async () => (await fetch(simulator.stageUrl(restApiId, 'prod'))).json();
    expect(await said()).toEqual({ said: 'first' });
    await bench.deploy({ stageName: 'prod' });
    expect(await said()).toEqual({ said: 'second' });
  });
});

describe('reading deployments', () => {
  it('pages with a limit and a position', async () => {
    const { client, restApiId } = bench;
    const made = [await bench.deploy(), await bench.deploy(), await bench.deploy()];
    const first = await client.send(new GetDeploymentsCommand({ restApiId, limit: 2 }));
    const position = first.position ?? '';
    const rest = await client.send(new GetDeploymentsCommand({ restApiId, limit: 2, position }));
    expect([...(first.items ?? []), ...(rest.items ?? [])].map(({ id }) => id)).toEqual(made);
    expect(rest.position).toBeUndefined();
  });

  it('gives 25 when no limit is asked for', async () => {
    const { client, restApiId } = bench;
    for (let i = 0; i < 26; i += 1) await bench.deploy();
    const { items, position } = await client.send(new GetDeploymentsCommand({ restApiId }));
    expect(items).toHaveLength(25);
    expect(position).toEqual(expect.any(String));
  });

  it('shows no routes unless asked, and a date that the SDK understands', async () => {
    const { client, restApiId } = bench;
    const deploymentId = await bench.deploy({ description: 'first' });
    const answer = await client.send(new GetDeploymentCommand({ restApiId, deploymentId }));
    expect(answer).toMatchObject({ id: deploymentId, description: 'first' });
    expect(answer.apiSummary).toBeUndefined();
    expect(Math.abs(Number(answer.createdDate) - Date.now())).toBeLessThan(60_000);
  });

  it('does not know an unknown one', async () => {
    const { client, restApiId } = bench;
    const call = client.send(new GetDeploymentCommand({ restApiId, deploymentId: 'nope' }));
    expect(await refusal(call)).toEqual({
      status: 404,
      code: 'NotFoundException',
      message: 'Invalid Deployment identifier specified',
    });
  });
});

describe('changing a deployment', () => {
  it('replaces its description, and nothing else', async () => {
    const { client, restApiId } = bench;
    const deploymentId = await bench.deploy();
    const update = (path: string, op: 'replace' | 'remove' = 'replace') =>
      client.send(
        new UpdateDeploymentCommand({
          restApiId,
          deploymentId,
          patchOperations: [{ op, path, value: 'release 7' }],
        }),
      );
    expect((await update('/description')).description).toBe('release 7');
    expect(await refusal(update('/id'))).toEqual(
      badRequest(
        "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]",
      ),
    );
    expect(await refusal(update('/description', 'remove'))).toEqual(
      badRequest(
        "Invalid patch path  '/description' specified for op 'remove'. Please choose supported operations",
      ),
    );
  });
});

describe('deleting a deployment', () => {
  const remove = (deploymentId: string) =>
    bench.client.send(new DeleteDeploymentCommand({ restApiId: bench.restApiId, deploymentId }));
  const inUse = badRequest('Active stages pointing to this deployment must be moved or deleted');

  it('is refused while a stage serves it, and succeeds after the stage has moved', async () => {
    const first = await bench.deploy({ stageName: 'prod' });
    expect(await refusal(remove(first))).toEqual(inUse);
    await bench.deploy({ stageName: 'prod' });
    expect((await remove(first)).$metadata.httpStatusCode).toBe(202);
    expect(await refusal(remove(first))).toMatchObject({ code: 'NotFoundException' });
  });

  it('takes either side of an open question: does a canary block it?', async () => {
    await bench.deploy({ stageName: 'prod' });
    const canary = await bench.deploy({ stageName: 'prod', canarySettings });
    bench.simulator.world.unsettled.canaryBlocksDeploymentDelete = true;
    expect(await refusal(remove(canary))).toEqual(inUse);
    bench.simulator.world.unsettled.canaryBlocksDeploymentDelete = false;
    expect((await remove(canary)).$metadata.httpStatusCode).toBe(202);
  });
});

it('lists the stages of a deployment', async () => {
  const { client, restApiId } = bench;
  const deploymentId = await bench.deploy({ stageName: 'one' });
  await bench.deploy({ stageName: 'two' });
  const { item } = await client.send(new GetStagesCommand({ restApiId, deploymentId }));
  expect(item?.map(({ stageName }) => stageName)).toEqual(['one']);
});
