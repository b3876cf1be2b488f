// Releases that are worse than what stands: taken back, and everything as it was.

import { describe, expect, it } from '@jest/globals';
import type { ApiWiring } from '../../demo/hello-api.ts';
import { errorsOf, patchesIn, play, readReport } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';

describe('A release that is worse', () => {
  it.each<ApiWiring>(['variable', 'pinned'])(
    'is rolled back in its first step, wired by %s, and everything is as before',
    async (wiring) => {
      await play({ wiring, failing: 1 }, async (scene) => {
        await scene.api.addAlarm('hello-5xx', 'prod/Canary', 3);
        await scene.ask(5);
        const before = await scene.standing();
        const users = scene.users(60);
        const run = await scene.release({
          steps: '20%/4m, 50%/4m',
          alarms: 'hello-5xx',
          analysis: 'off',
        });
        const { requests, failed, answers } = await users.stop();

        expect(run).toMatchObject({
          exitCode: 1,
          outputs: { outcome: 'rolled-back', cause: 'alarm', verdict: 'failing', weight: '0' },
        });
        expect(run.outputs['deployment-after']).toBe(run.outputs['deployment-before']);
        const errors = errorsOf(run);
        expect(errors).toHaveLength(1);
        expect(errors[0]).toMatch(/^Rolled back: alarm hello-5xx: in ALARM: [^\n]*$/);
        expect(run.summary).toContain('Rolled back: `hello` 1 → 2');

        expect(await scene.standing()).toEqual(before);
        expect(await scene.ask(20)).toEqual({ [V1]: 20 });
        // A fifth of the requests, and only while it lasted: 99.9 % stay below this.
        const share = 0.2;
        const bound = share * requests + 3.1 * Math.sqrt(requests * share * (1 - share));
        expect(failed).toBeGreaterThan(0);
        expect(failed).toBeLessThanOrEqual(bound);
        expect(answers[`"${V1}"`]).toBe(requests - failed);
        const weights = patchesIn(scene.calls()).filter((patch) =>
          patch.includes('percentTraffic'),
        );
        expect(weights).toEqual(['replace /canarySettings/percentTraffic 20']);
      });
    },
  );

  it.each<ApiWiring>(['variable', 'pinned'])(
    'is rolled back out of the bake, wired by %s: deployment, variables and draft',
    async (wiring) => {
      await play({ wiring, failing: 1 }, async (scene) => {
        // Blind to the canary: it sees the new version only once everybody is served it.
        await scene.api.addAlarm('stage-5xx', 'prod', 15);
        await scene.ask(5);
        const before = await scene.standing();
        scene.users();
        const run = await scene.release({
          steps: '50%/90s',
          'bake-time': '6m',
          alarms: 'stage-5xx',
          // On a slow machine the comparison is sooner than the promotion.
          analysis: 'off',
        });

        expect(run).toMatchObject({
          exitCode: 1,
          outputs: { outcome: 'rolled-back', weight: '0', verdict: 'failing' },
        });
        expect(errorsOf(run)).toHaveLength(1);
        const { timeline } = readReport(run);
        const moves = timeline.filter(({ kind }) => kind === 'traffic');
        expect(moves.map(({ what }) => what)).toEqual([
          'shifted 50% to the canary',
          'promoted: all traffic goes to the new version',
          expect.stringMatching(/^rolled back: alarm stage-5xx/),
        ]);
        expect(await scene.standing()).toEqual(before);
        expect(await scene.ask(20)).toEqual({ [V1]: 20 });
      });
    },
  );

  it('is found without any alarm, by comparing its traffic with that of the previous version', async () => {
    await play({ wiring: 'pinned', failing: 0.6 }, async (scene) => {
      await scene.ask(5);
      const before = await scene.standing();
      scene.users(60);
      const run = await scene.release({ steps: '50%/10m' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      // In minutes that are still arriving, a failure of the canary may have been counted for the stage alone.
      expect(errorsOf(run)).toEqual([
        expect.stringMatching(
          /^Rolled back: errors \d+(\.\d+)?% on the canary vs (0%|\d+(\.\d+)?% on stable .*still arriving)/,
        ),
      ]);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('may be the fix of a running incident: only a new transition counts', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('incident', 'ALARM');
      scene.simulator.world.clock.forward(60_000);
      scene.users();
      const inputs = { alarms: 'incident', steps: '50%/2m' };
      const stopped = await scene.release(inputs);
      expect(stopped).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(stopped.outputs.reason).toContain('"incident" is in ALARM before the release starts');
      expect(patchesIn(scene.calls())).toEqual([]);
      expect(await scene.deployments()).toHaveLength(1);

      const run = scene.start({ ...inputs, 'on-alarm-at-start': 'continue' });
      await scene.reaches(50).catch((error) => {
        throw new Error(`${error}\n${run.log()}`);
      });
      await scene.setAlarm('incident', 'OK');
      await scene.setAlarm('incident', 'ALARM');
      expect((await run.done).outputs.outcome).toBe('rolled-back');
    });
  });
});
