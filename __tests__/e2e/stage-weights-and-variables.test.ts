// The deep dive: promotion by `/canary/percentTraffic = 100`, which AWS does not do; small weights;
// metrics of the canary apart; variables of its own.

import { describe, expect, it } from '@jest/globals';
import { patchesIn, play, readReport } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';

describe('The deep dive into canary deployments', () => {
  it('names a path that AWS refuses, and 100% that promotes nothing', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.stage();
      const seed = { op: 'replace', path: '/canary/percentTraffic', value: '100' } as const;
      await expect(scene.patch(seed)).rejects.toThrow(/Invalid method setting path/);
      expect(await scene.stage()).toEqual(before);

      const run = scene.start({ steps: '50%/2h' });
      await run.sees(/step 1\/1 .* 50%/);
      await run.kill();
      await scene.patch({ ...seed, path: '/canarySettings/percentTraffic' });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
      // The stage itself still serves what it served: closing the canary undoes the "promotion".
      expect(await scene.stage()).toMatchObject({ deploymentId: before.deploymentId });
      await scene.patch({ op: 'remove', path: '/canarySettings' });
      expect(await scene.ask(10)).toEqual({ [V1]: 10 });
    });
  });

  it('is followed from 0.1 % to 50 %, counted apart, and promoted as AWS does it', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/table', value: 'orders' });
      scene.users();
      const run = await scene.release({
        steps: '0.1%/30s, 50%/3m',
        'stage-variable-overrides': 'table=orders-v2',
        'on-inconclusive': 'promote',
      });
      expect(run.outputs.outcome).toBe('promoted');
      const patches = patchesIn(scene.calls());
      expect(patches).toEqual([
        expect.stringMatching('replace /variables/table'),
        expect.stringMatching('replace /canarySettings/deploymentId'),
        'replace /canarySettings/stageVariableOverrides/table orders-v2',
        'replace /canarySettings/stageVariableOverrides/version 2',
        'replace /canarySettings/useStageCache false',
        'replace /canarySettings/percentTraffic 0.1',
        'replace /canarySettings/percentTraffic 50',
        'copy /variables',
        'copy /deploymentId',
        'replace /canarySettings/percentTraffic 0.0',
        'remove /canarySettings',
      ]);
      const { canary, stable } = readReport(run).steps[1] ?? {};
      expect(canary?.requests).toBeGreaterThan(0);
      expect(stable?.requests).toBeGreaterThan(0);
      expect((await scene.stage()).variables).toEqual({ version: '2', table: 'orders-v2' });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });
});
