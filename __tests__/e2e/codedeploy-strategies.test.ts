// The guide to CodeDeploy's strategies, followed on a stage: canary, linear, all at once; alarms
// that take a release back.

import { describe, expect, it } from '@jest/globals';
import { patchesIn, play, readReport, type Scene } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';

function weightsOf({ calls }: Scene): readonly number[] {
  const weights = patchesIn(calls()).filter((patch) => patch.includes('/percentTraffic'));
  return weights.map((patch) => Number(patch.split(' ').at(-1)));
}

describe("CodeDeploy's strategies on a stage", () => {
  it('Canary10Percent5Minutes: a tenth for five minutes, then all', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = await scene.release({ steps: 'Canary10Percent5Minutes', 'bake-time': '0s' });
      expect(run.outputs.outcome).toBe('promoted');
      expect(weightsOf(scene)).toEqual([10, 0]);
      // Five minutes, less the whole second that is remembered and the time of the call itself.
      const [step] = readReport(run).steps;
      expect((step?.ended ?? 0) - (step?.began ?? 0)).toBeGreaterThanOrEqual(290);
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });

  it('Canary10Percent5Minutes with an alarm: all back to v1', async () => {
    await play({ failing: 1, wiring: 'pinned' }, async (scene) => {
      await scene.api.addAlarm('MyCloudWatchAlarm', 'prod/Canary', 1);
      const before = await scene.standing();
      scene.users();
      const run = await scene.release({
        steps: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        alarms: 'MyCloudWatchAlarm',
        analysis: 'off',
      });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(run.outputs.reason).toContain('MyCloudWatchAlarm');
      expect(weightsOf(scene)).toEqual([10]);
      expect(await scene.standing()).toEqual(before);
      expect(await scene.ask(10)).toEqual({ [V1]: 10 });
    });
  });

  it('Linear10PercentEvery3Minutes: a tenth more each time, until it is rolled back', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('stop', 'OK');
      scene.users(30);
      const inputs = { steps: 'Linear10PercentEvery3Minutes', alarms: 'stop' };
      const run = scene.start(inputs);
      await scene.reaches(30);
      await scene.setAlarm('stop', 'ALARM');
      expect((await run.done).outputs.outcome).toBe('rolled-back');
      expect(weightsOf(scene)).toEqual([10, 20, 30]);
      expect((await run.done).summary).toContain('10%');
      expect(await scene.ask(10)).toEqual({ [V1]: 10 });
    });
  });

  it('AllAtOnce: promoted without a split, and watched', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = await scene.release({ steps: 'AllAtOnce' });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', weight: '100' });
      expect(weightsOf(scene)).toEqual([0, 0]);
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });
});
