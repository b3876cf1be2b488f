// Hooks of releases behind an alias.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { addHook, toldTo } from '../support/hook-scene.ts';

const PATIENT = { 'hook-timeout': '15m' };

describe('A hook of a release of aliases', () => {
  it('receives every function, and no address of a stage', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await addHook(scene, 'smoke', 'return null;');
      scene.users();
      const { outputs } = await scene.release({
        ...PATIENT,
        'pre-traffic-hook': 'smoke',
        'step-hook': 'smoke',
      });
      expect(outputs.outcome).toBe('promoted');
      const told = toldTo(scene.simulator.calls.list(), 'smoke');
      expect(told.map(({ hook, weight, step }) => [hook, weight, step])).toEqual([
        ['pre-traffic', 0, 0],
        ['step', 50, 1],
      ]);
      for (const payload of told) {
        expect(payload).not.toHaveProperty('stageUrl');
        expect(payload.functions.map(({ versionArn }) => versionArn)).toEqual([
          expect.stringMatching(/^arn:aws:lambda:.*:\d{12}:function:carts:2$/),
          expect.stringMatching(/^arn:aws:lambda:.*:\d{12}:function:orders:2$/),
        ]);
      }
    });
  });

  it('that fails before traffic leaves the aliases and their tags alone', async () => {
    await playFleet({}, async (scene) => {
      await addHook(scene, 'smoke', `return { status: 'Failed' };`);
      const before = await scene.routing();
      const run = await scene.release({ ...PATIENT, 'pre-traffic-hook': 'smoke' });
      expect(run.outputs).toMatchObject({ outcome: 'failed', weight: '0' });
      expect(run.outputs.reason).toContain('smoke failed: it returned {"status":"Failed"}');
      expect(await scene.routing()).toEqual(before);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('is not asked about a first release, and that is said', async () => {
    await playFleet({ alias: null }, async (scene) => {
      await addHook(scene, 'smoke', `return { status: 'Failed' };`);
      const run = await scene.release({
        ...PATIENT,
        'first-release': 'allow',
        'pre-traffic-hook': 'smoke',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.log).toContain('without calling a hook');
      expect(toldTo(scene.simulator.calls.list(), 'smoke')).toEqual([]);
    });
  });
});
