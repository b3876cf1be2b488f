// The guide to deployments and stages, its advanced pattern: the stage variable `lambdaAlias` of each
// stage names the function's alias, which alone says who gets which version. No API is redeployed.

import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetResourcesCommand,
  GetStagesCommand,
  PutIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateAliasCommand, GetAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { play, type Scene, until, writesIn } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';
const V3 = 'Hello from Lambda v3';

/** The alias of each stage, and the version that it gives all traffic to. */
const STAGES = { dev: '3', test: '2', prod: '1' } as const;

/** The guide's account: three stages of one deployment, and three versions behind three aliases. */
async function asInTheGuide(scene: Scene): Promise<void> {
  const { restApiId, functionName: FunctionName, clients } = scene.api;
  await scene.api.publish();
  await scene.api.upload({ label: 'v3' });
  await scene.api.publish();
  const deploymentId = await wireByAlias(scene);
  for (const [Name, FunctionVersion] of Object.entries(STAGES)) {
    await clients.lambda.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion }));
    await scene.api.allow(Name);
    if (Name === 'prod') continue;
    const stage = { restApiId, stageName: Name, deploymentId, variables: { lambdaAlias: Name } };
    await clients.apiGateway.send(new CreateStageCommand(stage));
  }
  await scene.patch(
    { op: 'replace', path: '/deploymentId', value: deploymentId },
    { op: 'replace', path: '/variables/lambdaAlias', value: 'prod' },
  );
}

/** Points the API's integration to `${stageVariables.lambdaAlias}`, and deploys it once. */
async function wireByAlias({ api, simulator }: Scene): Promise<string> {
  const { apiGateway } = api.clients;
  const { restApiId } = api;
  const { region, account } = simulator.world.place;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find(({ path }) => path === api.path)?.id ?? '';
  const fn = `arn:aws:lambda:${region}:${account}:function:${api.functionName}`;
  await apiGateway.send(
    new PutIntegrationCommand({
      restApiId,
      resourceId,
      httpMethod: 'GET',
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${fn}:\${stageVariables.lambdaAlias}/invocations`,
    }),
  );
  return (await apiGateway.send(new CreateDeploymentCommand({ restApiId }))).id ?? '';
}

/** The answers to so many requests to each stage. */
async function askEach({ api, simulator }: Scene, count: number) {
  const asked = Object.keys(STAGES).map(async (stage) => {
    const answers: Record<string, number> = {};
    for (let i = 0; i < count; i++) {
      const response = await fetch(simulator.stageUrl(api.restApiId, stage, api.path));
      const said = String(await response.json());
      answers[said] = (answers[said] ?? 0) + 1;
    }
    return [stage, answers] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

/** Every stage as AWS answers, without what every change stamps. */
async function stagesOf({ api }: Scene): Promise<unknown> {
  const { restApiId, clients } = api;
  return (await clients.apiGateway.send(new GetStagesCommand({ restApiId }))).item;
}

async function prodAlias({ api }: Scene) {
  const asked = { FunctionName: api.functionName, Name: 'prod' };
  const { FunctionVersion, RoutingConfig } = await api.clients.lambda.send(
    new GetAliasCommand(asked),
  );
  return { FunctionVersion, weights: RoutingConfig?.AdditionalVersionWeights };
}

const PROD = {
  'rest-api-id': '',
  'stage-name': '',
  'invoke-permission': '',
  alias: 'prod',
  version: '2',
};

describe('Stages whose variable lambdaAlias names the alias', () => {
  it('have prod at 95/5 and then at version 2, by moving the alias alone', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      await asInTheGuide(scene);
      expect(await askEach(scene, 3)).toEqual({
        dev: { [V3]: 3 },
        test: { [V2]: 3 },
        prod: { [V1]: 3 },
      });
      const before = await stagesOf(scene);
      const { length } = await scene.deployments();
      const mark = scene.mark();
      scene.users();
      const run = scene.start({ ...PROD, steps: '5%/5m, 50%/2m' });

      await until(async () => (await prodAlias(scene)).weights?.['2'] === 0.05);
      const split = await askEach(scene, 300);
      expect(split.prod?.[V2]).toBeGreaterThan(0);
      expect(split.prod?.[V2]).toBeLessThan(60);
      expect(split).toMatchObject({ dev: { [V3]: 300 }, test: { [V2]: 300 } });

      expect((await run.done).outputs).toMatchObject({
        outcome: 'promoted',
        versions: '{"hello":"2"}',
      });
      expect(await askEach(scene, 20)).toEqual({
        dev: { [V3]: 20 },
        test: { [V2]: 20 },
        prod: { [V2]: 20 },
      });
      expect(await stagesOf(scene)).toEqual(before);
      expect(await scene.deployments()).toHaveLength(length);
      const services = scene.calls(mark).filter((call) => writesIn([call]).length > 0);
      expect([...new Set(services.map(({ service }) => service))]).toEqual(['lambda']);
    });
  });

  it('have prod back at version 1 for every user when version 2 is worse', async () => {
    await play({ wiring: 'variable', failing: 0.8 }, async (scene) => {
      await asInTheGuide(scene);
      const before = await stagesOf(scene);
      scene.users(80);
      const run = await scene.release({ ...PROD, steps: '50%/20m' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(await prodAlias(scene)).toEqual({ FunctionVersion: '1', weights: undefined });
      expect((await askEach(scene, 20)).prod).toEqual({ [V1]: 20 });
      expect(await stagesOf(scene)).toEqual(before);
    });
  });
});
