// A release that an earlier version of the action left open is continued, and rolled back, by this one.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { leaveOnAliases, leaveOnStage } from '../support/older-release.ts';
import { play, type Scene } from '../support/rollout.ts';

const NEXT = { github: { runId: 7_000_000_002 } };
const PAIR = ['carts', 'orders'];
const PAIR_TAGS = ['carts team', 'orders team'];

/** The stage without its tags, and the draft. */
async function served(scene: Scene): Promise<unknown> {
  const { stage, draft } = (await scene.standing()) as { stage: object; draft: unknown };
  return { stage: { ...stage, tags: undefined }, draft };
}

describe('A release that an earlier version left open on a stage', () => {
  it('is continued to the promotion', async () => {
    await play({}, async (scene) => {
      await leaveOnStage(scene, 'stage-step');
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(50);
      scene.users();
      const run = await scene.release({ 'bake-time': '30s' }, NEXT);
      expect(run.log).toContain('is unfinished (step/0/');
      expect(run.log).toContain('was begun by an earlier version of this action');
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted', weight: '100' } });
      const { variables, canarySettings, tags = {} } = await scene.api.stage();
      expect([variables, canarySettings, tags]).toEqual([{ version: '2' }, undefined, {}]);
    });
  });

  it('is rolled back on command', async () => {
    await play({}, async (scene) => {
      const before = await served(scene);
      await leaveOnStage(scene, 'stage-step');
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(await served(scene)).toEqual(before);
    });
  });

  it('is rolled back on command in the bake, with the integration that was rewritten', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await served(scene);
      await leaveOnStage(scene, 'stage-bake');
      expect(await served(scene)).not.toEqual(before);
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(await served(scene)).toEqual(before);
    });
  });
});

describe('A release that an earlier version left open on aliases', () => {
  const inStep = async (scene: FleetScene) => {
    await leaveOnAliases(scene, 'alias-step');
    expect(await scene.routing()).toEqual(['1 + 0.5 of 2', '1 + 0.5 of 2']);
  };

  it('is continued to the promotion', async () => {
    await playFleet({ names: PAIR }, async (scene) => {
      await inStep(scene);
      scene.users();
      const run = await scene.release({ 'bake-time': '30s' }, NEXT);
      expect(run.log).toContain('is unfinished (step/0/');
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted', weight: '100' } });
      expect(await scene.routing()).toEqual(['2', '2']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
    });
  });

  it('is rolled back on command', async () => {
    await playFleet({ names: PAIR }, async (scene) => {
      await inStep(scene);
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(await scene.routing()).toEqual(['1', '1']);
      expect(await scene.tags()).toEqual(['carts team', 'carts canary-action:last', 'orders team']);
    });
  });

  it('is rolled back on command in the bake', async () => {
    await playFleet({}, async (scene) => {
      await leaveOnAliases(scene, 'alias-bake');
      expect(await scene.routing()).toEqual(['2']);
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.tags()).toEqual(['orders team', 'orders canary-action:last']);
    });
  });
});
