// The logs of the functions behind an alias as evidence.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { readReport } from '../support/rollout.ts';

describe('A release of aliases', () => {
  it('counts the invocations of each version in the logs', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await scene.ask(2, 'carts');
      await scene.ask(2, 'orders');
      scene.users();
      const run = await scene.release({ steps: '50%/4m' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      const { logs, broke } = readReport(run);
      expect(logs).toMatchObject({ abstained: [] });
      // AWS documents how it counts versions behind an alias.
      expect(logs).not.toHaveProperty('dimension');
      expect(broke).toBeUndefined();
      const { canary = 0, stable } = logs?.requests ?? {};
      expect(canary).toBeGreaterThan(20);
      expect(stable).toBeGreaterThan(20);
      const prefixes = scene
        .calls()
        .filter(({ operation }) => operation === 'FilterLogEvents')
        .map(({ body = '{}' }) => JSON.parse(body) as { logStreamNamePrefix?: string })
        .map(({ logStreamNamePrefix = '' }) => logStreamNamePrefix.replace(/^[\d/]+/, ''));
      expect(new Set(prefixes)).toEqual(new Set(['', '[1]', '[2]']));
    });
  });

  it('reads no logs with logs: off', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      const run = await scene.release({ logs: 'off' });
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run)).not.toHaveProperty('logs');
      expect(scene.calls().filter(({ service }) => service === 'logs')).toEqual([]);
    });
  });
});
