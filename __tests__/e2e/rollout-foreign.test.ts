// Somebody else changes the stage in the middle of a rollout: it stops, does not fight, and says so.

import {
  CreateDeploymentCommand,
  type PatchOperation,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, type Scene, writesIn } from '../support/rollout.ts';

type Meddle = (scene: Scene) => Promise<readonly PatchOperation[]>;

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });

async function newDeployment({ api }: Scene): Promise<string> {
  const { restApiId, clients } = api;
  return (await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }))).id ?? '';
}

async function removeTags({ api, simulator }: Scene): Promise<void> {
  const { region } = simulator.world.place;
  const resourceArn = `arn:aws:apigateway:${region}::/restapis/${api.restApiId}/stages/${api.stageName}`;
  const tagKeys = Object.keys((await api.stage()).tags ?? {});
  await api.clients.apiGateway.send(new UntagResourceCommand({ resourceArn, tagKeys }));
}

const DURING_A_STEP: readonly (readonly [string, Meddle, RegExp])[] = [
  [
    'moves the deployment',
    async (scene) => [replace('/deploymentId', await newDeployment(scene))],
    /the stage serves deployment \w+.*neither/,
  ],
  [
    'changes the weight',
    async () => [replace('/canarySettings/percentTraffic', '75')],
    /the canary has 75%, not 40%/,
  ],
  [
    'changes the variable of the version',
    async () => [replace('/variables/version', '7')],
    /version=7/,
  ],
  [
    'changes an override of the canary',
    async () => [replace('/canarySettings/stageVariableOverrides/version', '7')],
    /variable overrides are/,
  ],
  [
    "puts another deployment under the canary's name",
    async (scene) => [replace('/canarySettings/deploymentId', await newDeployment(scene))],
    /the canary on the stage serves deployment \w+, not ours/,
  ],
];

describe('When somebody else', () => {
  it.concurrent.each(DURING_A_STEP)(
    '%s during a step, the rollout stops without touching it',
    async (_, meddle, said) => {
      await play({}, async (scene) => {
        const run = scene.start({ steps: '40%/2h' });
        await run.sees(/step 1\/1 .* 40%/);
        await scene.patch(...(await meddle(scene)));
        const theirs = await scene.standing();
        const mark = scene.mark();
        const ended = await run.done;
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(ended)).toEqual([expect.stringMatching(said)]);
        expect(ended.summary).toMatch(/aws apigateway get-stage/);
        expect((await ended.post())?.exitCode).toBe(0);
        expect(await scene.standing()).toEqual(theirs);
        expect(writesIn(scene.calls(mark))).toEqual([]);
      });
    },
  );

  it.concurrent.each([
    ['first', '40%/2h', 40],
    ['second', '10%/90s, 40%/2h', 40],
  ])('closes the canary in the %s step, it stays closed', async (_, steps, weight) => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      scene.users();
      const run = scene.start({ steps });
      await scene.reaches(weight);
      await run.sees(/% .* left/);
      await scene.patch({ op: 'remove', path: '/canarySettings' });
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '0' } });
      expect(errorsOf(ended)).toEqual([expect.stringContaining('someone removed it')]);
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateStage');
    });
  });

  it.concurrent('sets the stage back during the bake, it stays back', async () => {
    await play({}, async (scene) => {
      const before = await scene.stage();
      const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '2h' });
      await run.sees(/ bake .* left/);
      const deploymentId = String(before.deploymentId);
      await scene.patch(replace('/deploymentId', deploymentId), replace('/variables/version', '1'));
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '0' } });
      expect(errorsOf(ended)).toEqual([expect.stringContaining('someone took it back')]);
      expect(await scene.stage()).toEqual(before);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateStage');
    });
  });

  it.concurrent('has a canary open already, nothing is begun', async () => {
    await play({}, async (scene) => {
      await scene.patch(
        replace('/canarySettings/deploymentId', await newDeployment(scene)),
        replace('/canarySettings/percentTraffic', '12.5'),
      );
      const theirs = await scene.standing();
      const { length } = await scene.deployments();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toMatch(/a canary that is not of this action .*12.5%/);
      expect(await scene.standing()).toEqual(theirs);
      expect(await scene.deployments()).toHaveLength(length);
    });
  });

  it.concurrent("removes the rollout's memory, it stops and leaves what stands", async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      await removeTags(scene);
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended).join()).toContain('the tags that remember it are gone');
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});
