// A stage with many functions: what is planned is released, because the stored state of all of them fits into its tags.

import {
  CreateDeploymentCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it, jest } from '@jest/globals';
import { addServices, errorsOf, play, type Scene } from '../support/rollout.ts';

jest.setTimeout(300_000);

/** Nobody calls them: what is asked is whether all of it can be stored. */
const QUICK = {
  steps: '50%/1m',
  'max-step-time': '2m',
  'on-inconclusive': 'promote',
  'bake-time': '0s',
  analysis: 'off',
  'job-timeout': '3h',
};
/** With names of a usual length. */
const named = (count: number) =>
  Array.from({ length: count }, (_, i) => `shop-production-service-${i}`);

/** Lets the methods call the functions by the versions in stage variables, instead of by fixed ones. */
async function byVariables({ api, simulator }: Scene, names: readonly string[]): Promise<void> {
  const { restApiId, stageName, clients } = api;
  const { apiGateway } = clients;
  const { region, account } = simulator.world.place;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
  for (const [i, name] of names.entries()) {
    const resourceId = items.find(({ pathPart }) => pathPart === name)?.id;
    const arn = `arn:aws:lambda:${region}:${account}:function:${name}:\${stageVariables.v${i}}`;
    const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
    const integration = { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri } as const;
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await apiGateway.send(new PutIntegrationCommand({ ...method, ...integration }));
  }
  const patchOperations = names.map(
    (_, i) => ({ op: 'replace', path: `/variables/v${i}`, value: '1' }) as const,
  );
  await apiGateway.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
  await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName }));
}

async function releaseAll(scene: Scene, names: readonly string[]): Promise<void> {
  const inputs = { ...QUICK, functions: names.join(', '), 'invoke-permission': 'grant' };
  const plan = await scene.release({ ...inputs, command: 'plan' });
  expect([errorsOf(plan), plan.exitCode]).toEqual([[], 0]);
  const run = await scene.release(inputs);
  expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
  expect(Object.values(JSON.parse(run.outputs.versions ?? '{}'))).toEqual(names.map(() => '2'));
}

describe('A stage is released as planned', () => {
  it('with twelve pinned integrations', async () => {
    await play({}, async (scene) => {
      const names = named(12);
      await addServices(scene, names);
      await releaseAll(scene, names);
    });
  });

  it('with a hundred functions by stage variables', async () => {
    await play({}, async (scene) => {
      // The stage has one already, and a stage can have a hundred variables.
      const names = named(99);
      await addServices(scene, names);
      await byVariables(scene, names);
      await releaseAll(scene, [...names, scene.api.functionName]);
    });
  });
});
