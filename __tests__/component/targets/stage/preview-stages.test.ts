// An API that has as many stages as it can have: which preview makes room, and what never does.

import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetDeploymentsCommand,
  GetResourcesCommand,
  GetStagesCommand,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  describePreview,
  previewStageName,
  previewTags,
} from '../../../../src/rollout/preview-tags.ts';
import type { Previews } from '../../../../src/targets/previews.ts';
import { connectPreviews } from '../../../../src/targets/stage/preview-stages.ts';
import { clientSets } from '../../../support/client-sets.ts';
import { openScene, type Scene } from '../../../support/rollout.ts';

const OURS = 'octo-org/orders';
const NOW = 1_764_000_000;

const INPUTS = {
  kind: 'stage',
  overrides: {},
  useStageCache: false,
  promote: { deployment: true, variables: true, close: true },
  definition: 'draft',
  routeGuard: 'block',
  invokePermission: 'grant',
  canaryDimension: '{stage}/Canary',
  shadowStage: undefined,
  splits: true,
  compares: true,
  tellsHooks: false,
} as const;

describe('Previews on an API without room for another stage', () => {
  let scene: Scene;
  let previews: Previews;
  beforeEach(async () => {
    scene = await openScene({});
    const { restApiId, stageName, clients } = scene.api;
    previews = connectPreviews(clientSets(scene.simulator.world.place.region, clients), {
      ...INPUTS,
      restApiId,
      stageName,
    });
  });
  afterEach(() => scene.close());

  const put = async (
    stageName: string,
    tags?: Record<string, string>,
    more: { readonly description?: string; readonly deploymentId?: string | undefined } = {},
  ) => {
    const { restApiId, clients } = scene.api;
    const { deploymentId } = await scene.api.stage();
    const stage = { restApiId, stageName, deploymentId, ...more, ...(tags && { tags }) };
    await clients.apiGateway.send(new CreateStageCommand(stage));
  };
  const preview = (pull: number, at: number, repository = OURS) =>
    put(previewStageName(pull), previewTags({ repository, pull, at }), {
      description: describePreview(repository, pull),
    });
  const stages = async () => {
    const { restApiId, clients } = scene.api;
    const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
    return item.map(({ stageName = '' }) => stageName).sort();
  };
  const deployments = async () => {
    const { restApiId, clients } = scene.api;
    return (await clients.apiGateway.send(new GetDeploymentsCommand({ restApiId }))).items?.length;
  };
  const make = (onLimit: 'oldest' | 'refuse') =>
    previews.make({
      preview: { repository: OURS, pull: 30, at: NOW },
      functions: [
        { name: scene.api.functionName, version: undefined, alias: undefined, account: undefined },
      ],
      source: `${OURS}@${'1'.repeat(40)}`,
      onLimit,
    });
  /** With the base these are ten: no preview, older ones of another repository, and none that is tagged. */
  const crowd = async (own: readonly (readonly [pull: number, at: number])[]) => {
    await preview(21, NOW - 9_000, 'octo-org/carts');
    await put('pr-20');
    for (const [pull, at] of own) await preview(pull, at);
    for (let i = (await stages()).length; i < 10; i++) await put(`team-${i}`);
  };

  it('are refused with the ways out, and nothing is changed', async () => {
    await crowd([[14, NOW - 500]]);
    const before = [await stages(), await deployments()];
    await expect(make('refuse')).rejects.toThrow(
      'the API has 10 stages, which is the maximum: close a pull request, run command: sweep, or set preview-limit: oldest',
    );
    expect([await stages(), await deployments()]).toEqual(before);
  });

  it('take the place of the one that was brought up to date longest ago, with preview-limit: oldest', async () => {
    await crowd([
      [14, NOW - 500],
      [13, NOW - 800],
      [15, NOW - 20],
    ]);
    const before = await stages();
    const made = await make('oldest');
    expect(made.removed).toEqual([13]);
    const expected = [...before.filter((name) => name !== 'pr-13'), 'pr-30'].sort();
    expect(await stages()).toEqual(expected);
  });

  it('never take the place of a stage that has nothing of a preview but its tags', async () => {
    const tags = (pull: number) => previewTags({ repository: OURS, pull, at: NOW - 900 });
    await put('pr-13', tags(13));
    await put('pr-14', tags(14), { description: describePreview(OURS, 13) });
    await put('pr-30', tags(30), { description: 'the partners test against this' });
    await crowd([]);
    const before = await stages();
    expect(await previews.list()).toMatchObject([{ pull: 21 }]);
    await expect(make('oldest')).rejects.toThrow(
      'the stage "pr-30" is not a preview of octo-org/orders (only its tags say so, and neither its description nor its deployment), so it was not changed',
    );
    await expect(previews.remove({ repository: OURS, pull: 13 })).rejects.toThrow(
      /"pr-13" is not a preview of octo-org\/orders \(only its tags say so/,
    );
    expect(await stages()).toEqual(before);
  });

  it('know one that an older release of this action made, by its deployment', async () => {
    const { restApiId, clients } = scene.api;
    const { id: deploymentId } = await clients.apiGateway.send(
      new CreateDeploymentCommand({ restApiId, description: describePreview(OURS, 30) }),
    );
    await put('pr-30', previewTags({ repository: OURS, pull: 30, at: NOW }), { deploymentId });
    expect(await previews.list()).toMatchObject([{ pull: 30 }]);
    await make('refuse');
    const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
    expect(item.find(({ stageName }) => stageName === 'pr-30')).toMatchObject({
      description: describePreview(OURS, 30),
    });
  });

  it('never take the place of what is no preview of this repository', async () => {
    await crowd([]);
    const before = await stages();
    await expect(make('oldest')).rejects.toThrow(
      /10 stages, which is the maximum, and none of them is a preview of octo-org\/orders/,
    );
    expect(await stages()).toEqual(before);
  });
});

describe('A preview of definition: deployed', () => {
  it('overrides the variable that the stage uses, whatever the draft does', async () => {
    const scene = await openScene({});
    try {
      const { restApiId, stageName, clients, path, functionName } = scene.api;
      const { items = [] } = await clients.apiGateway.send(
        new GetResourcesCommand({ restApiId, embed: ['methods'] }),
      );
      const resource = items.find((item) => item.path === path);
      const uri = resource?.resourceMethods?.GET?.methodIntegration?.uri ?? '';
      const other = uri.replace('stageVariables.version', 'stageVariables.other');
      await clients.apiGateway.send(
        new UpdateIntegrationCommand({
          restApiId,
          resourceId: resource?.id,
          httpMethod: 'GET',
          patchOperations: [{ op: 'replace', path: '/uri', value: other }],
        }),
      );
      await scene.patch({ op: 'replace', path: '/variables/other', value: '1' });
      const previews = connectPreviews(clientSets(scene.simulator.world.place.region, clients), {
        ...INPUTS,
        definition: 'deployed',
        restApiId,
        stageName,
      });
      const made = await previews.make({
        preview: { repository: OURS, pull: 30, at: NOW },
        functions: [
          { name: functionName, version: undefined, alias: undefined, account: undefined },
        ],
        source: `${OURS}@${'1'.repeat(40)}`,
        onLimit: 'refuse',
      });
      expect(made.changes).toEqual([{ name: functionName, from: '1', to: '2' }]);
      const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
      const preview = item.find((each) => each.stageName === previewStageName(30));
      expect(preview?.variables).toEqual({ version: '2', other: '1' });
    } finally {
      await scene.close();
    }
  });
});
