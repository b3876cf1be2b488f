// A runner whose clock is not AWS's. AWS refuses signatures that are five minutes off.

import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, type Scene } from '../support/rollout.ts';
import type { RunOptions } from '../support/runner.ts';

/** @param seconds by which the runner is ahead */
function off(scene: Scene, seconds: number): RunOptions {
  const { settings } = scene.simulator.world.clock;
  return { clock: { ...settings, skewMs: seconds * 1000 } };
}

describe('A runner whose clock is not AWS’s', () => {
  it.each([
    [420, /this machine's clock is (7m|6m5\d)\S* ahead of AWS's; expected less than 2m/],
    [-600, /this machine's clock is (10m|9m5\d)\S* behind AWS's; expected less than 2m/],
  ])('by %i seconds begins nothing, and says so', async (seconds, words) => {
    await play({ strictSignatureDates: true }, async (scene) => {
      const [before, mark] = [await scene.standing(), scene.mark()];
      const run = await scene.release({}, off(scene, seconds));
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(words);
      expect(await scene.standing()).toEqual(before);
      // The SDK has corrected its signatures, so that all the rest was looked at.
      const refused = scene.calls(mark).filter(({ status }) => status === 403);
      expect(refused.length).toBeGreaterThan(0);
      expect(errorsOf(run).join()).not.toMatch(/[Ss]ignature/);
    });
  });

  it('by a minute is reported, and releases', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = await scene.release({}, off(scene, 60));
      expect(run.log).toMatch(/::warning::this machine's clock is (1m|5\d)\S* ahead of AWS's/);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
    });
  });

  it('can roll back what another one left, at any time', async () => {
    await play({ strictSignatureDates: true }, async (scene) => {
      const before = await scene.stage();
      const dead = scene.start({ steps: '40%/2h' });
      await dead.sees(/step 1\/1 .* 40%/);
      await dead.kill();
      const back = await scene.release({ command: 'rollback' }, off(scene, -900));
      expect(back).toMatchObject({ outputs: { outcome: 'rolled-back' } });
      expect(back.log).toMatch(/::warning::this machine's clock is 1[45]m\S* behind AWS's/);
      const { tags, ...after } = await scene.stage();
      expect(after).toEqual(before);
    });
  });
});
