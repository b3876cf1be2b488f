// More aliases than a cancelled job can roll back: the plan says so, and how to release them in waves.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf } from '../support/rollout.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };

describe('A fleet', () => {
  it('that does not fit into one job is planned in waves', async () => {
    const names = Array.from({ length: 127 }, (_, i) => `fn-${String(i).padStart(3, '0')}`);
    await playFleet({ names, logs: false }, async (scene) => {
      const few = names.slice(1).join(', ');
      const fits = await scene.release({ command: 'plan', functions: few });
      expect(fits.log).toContain('permissions: those to publish');
      expect(fits.log).not.toContain('do not fit into one job');
      const plan = await scene.release({ command: 'plan' });
      expect(plan.exitCode).toBe(0);
      expect(plan.summary).toContain(
        'rollback: 127 aliases do not fit into one job that may be cancelled',
      );
      expect(plan.log.replace(/\s+/g, ' ')).toContain(
        '1: fn-000 to fn-063 (64); 2: fn-064 to fn-126 (63)',
      );
    });
  }, 120_000);

  it('whose waves overlap is told so while the first of them is open', async () => {
    await playFleet({ names: ['carts', 'orders', 'payments'], logs: false }, async (scene) => {
      scene.users();
      const first = scene.start({ functions: 'carts, orders', steps: '50%/10m' });
      await first.sees(/Step 1 of 1/);
      const mark = scene.mark();
      const second = await scene.release({ functions: 'orders, payments' }, NEXT_RUN);
      expect(second.outputs.outcome).toBe('failed');
      expect(errorsOf(second).join()).toMatch(
        /"orders" is part of the rollout .*\/runs\/7000000001.*carts/,
      );
      const moved = scene.calls(mark).filter(({ path }) => path.includes('payments'));
      expect(moved.filter(({ operation }) => operation === 'PublishVersion')).toEqual([]);
      await first.cancel();
    });
  });

  it('whose waves overlap one after the other releases a function once', async () => {
    await playFleet({ names: ['carts', 'orders', 'payments'], logs: false }, async (scene) => {
      scene.users();
      const quick = { steps: '50%/1m', 'bake-time': '0s' };
      await scene.release({ ...quick, functions: 'carts, orders' });
      const second = await scene.release({ ...quick, functions: 'orders, payments' }, NEXT_RUN);
      expect(second.log).toContain('orders: version 2 is already served');
      expect(await scene.routing()).toEqual(['2', '2', '2']);
    });
  });
});
