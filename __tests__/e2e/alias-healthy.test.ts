// Releases behind a weighted alias that go well, and those with nothing to release.

import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { movesIn, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, readReport } from '../support/rollout.ts';

describe('A healthy release of an alias', () => {
  it('is promoted, and says so everywhere', async () => {
    await playFleet({}, async (scene) => {
      const before = await scene.alias();
      scene.users();
      const mark = scene.mark();
      const run = await scene.release({ steps: '10.5%/2m, 50%/2m', 'bake-time': '30s' });

      expect(errorsOf(run)).toEqual([]);
      expect(run).toMatchObject({ exitCode: 0, complaints: [] });
      expect(run.outputs).toMatchObject({
        outcome: 'promoted',
        versions: '{"orders":"2"}',
        'versions-before': '{"orders":"1"}',
        weight: '100',
        verdict: 'healthy',
      });
      expect(run.summary).toContain('Promoted: `orders` 1 → 2');
      expect(movesIn(scene.calls(mark))).toEqual([
        'orders 1 + 0.105 of 2',
        'orders 1 + 0.5 of 2',
        'orders 2',
      ]);
      const after = await scene.alias();
      expect(after).toMatchObject({ FunctionVersion: '2', Description: before.Description });
      expect(after.RoutingConfig).toBeUndefined();
      expect(await scene.tags()).toEqual(['orders team']);
      expect(await scene.ask(10)).toEqual({ 2: 10 });

      const report = readReport(run);
      expect(report).toMatchObject({ countedBy: 'alias', outcome: 'promoted' });
      for (const step of report.steps.slice(0, 2)) {
        expect(step.canary?.requests).toBeGreaterThan(0);
        expect(step.stable?.requests).toBeGreaterThan(step.canary?.errors ?? 0);
      }
    });
  });

  it('names a function whose new version nobody called before the promotion', async () => {
    await playFleet({ names: ['carts', 'orders'], logs: false }, async (scene) => {
      scene.users(60, ['orders']);
      const run = await scene.release();
      const unseen =
        'promoted unseen: Lambda has counted no invocation of the new version of carts';
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.commands).toContainEqual(
        expect.objectContaining({ name: 'warning', message: unseen }),
      );
      expect(readReport(run).timeline.map(({ what }) => what)).toContain(unseen);
    });
  });

  it('moves three functions together, each on its own alias', async () => {
    const names = ['carts', 'orders', 'users'];
    await playFleet({ names, logs: false }, async (scene) => {
      scene.users();
      const mark = scene.mark();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(run.outputs.versions).toBe('{"carts":"2","orders":"2","users":"2"}');
      const moves = movesIn(scene.calls(mark));
      expect([...moves.slice(0, 3)].sort()).toEqual(names.map((name) => `${name} 1 + 0.5 of 2`));
      expect([...moves.slice(3)].sort()).toEqual(names.map((name) => `${name} 2`));
      expect(await scene.tags()).toEqual(names.map((name) => `${name} team`));
      for (const name of names) expect(run.summary).toContain(`Function \`${name}\``);
    });
  });

  it('leaves those alone among many whose code did not change', async () => {
    await playFleet({ names: ['carts', 'orders'], failing: null, logs: false }, async (scene) => {
      await scene.upload('orders', 'v3');
      scene.users();
      const { RevisionId } = await scene.alias('carts');
      const run = await scene.release();
      expect(run.outputs).toMatchObject({ outcome: 'promoted' });
      expect(await scene.routing()).toEqual(['1', '2']);
      expect((await scene.alias('carts')).RevisionId).toBe(RevisionId);
    });
  });

  it('takes a version that is there, and the preset that CodeDeploy knows', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const version = await scene.publish('orders');
      await scene.upload('orders', 'not to be released');
      scene.users();
      const mark = scene.mark();
      const run = await scene.release({
        version,
        steps: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"orders":"2"}' });
      expect(movesIn(scene.calls(mark))).toEqual(['orders 1 + 0.1 of 2', 'orders 2']);
      expect(scene.calls(mark).filter((c) => c.operation === 'PublishVersion')).toEqual([]);
    });
  });

  it.each(['1', ''])(
    'with version "%s", which is served already, is unchanged and writes nothing',
    async (version) => {
      await playFleet({ failing: null, logs: false }, async (scene) => {
        const before = await scene.alias();
        const run = await scene.release({ version });
        expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', weight: '0' } });
        expect((await scene.alias()).RevisionId).toBe(before.RevisionId);
        expect(await scene.tags()).toEqual(['orders team']);
      });
    },
  );
});

const FIRST = { 'first-release': 'allow' };

describe('A first release', () => {
  it('makes the alias, with nothing to compare it with, and says so', async () => {
    await playFleet({ alias: null, names: ['carts', 'orders'], logs: false }, async (scene) => {
      const run = await scene.release(FIRST);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted', weight: '100' } });
      expect(run.log).toContain('so this is the first release');
      expect(run.summary).toContain('nothing to compare it with');
      expect(await scene.routing()).toEqual(['1', '1']);
      expect(await scene.tags()).toEqual(['carts team', 'orders team']);
      expect(await scene.ask(3)).toEqual({ 1: 3 });
      expect((await scene.release()).outputs.outcome).toBe('unchanged');
    });
  });

  it('that cannot make every alias makes none, by what its plan allows', async () => {
    await playFleet(
      { alias: null, names: ['carts', 'orders', 'users'], logs: false },
      async (scene) => {
        const { policy } = readReport(await scene.release({ ...FIRST, command: 'plan' }));
        scene.simulator.policy.set(JSON.parse(policy ?? '{}').Statement);
        // The first calls are preflight's own.
        const effect = { kind: 'server-error', status: 400 } as const;
        scene.simulator.faults.add({ operation: 'CreateAlias', effect, after: 5, times: 1 });
        const run = await scene.release(FIRST);
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(run).join()).toContain('no alias was created');
        for (const name of scene.names) await expect(scene.alias(name)).rejects.toThrow(/alias/);
      },
    );
  });

  it('leaves an alias alone that someone else created at the same time', async () => {
    await playFleet({ alias: null, names: ['carts', 'orders'], logs: false }, async (scene) => {
      await scene.publish('orders');
      await scene.upload('orders', 'v3');
      let theirs: object | undefined;
      const stop = scene.simulator.onCall({
        before: async ({ operation, path, body }) => {
          const ours = operation === 'CreateAlias' && path.includes('/orders/');
          if (!ours || theirs || !body?.includes('"live"')) return;
          const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' };
          theirs = alias;
          await scene.lambda.send(new CreateAliasCommand(alias));
        },
      });
      const run = await scene.release(FIRST);
      stop();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toContain('orders:live should be created for version 2');
      expect((await scene.alias('orders')).FunctionVersion).toBe('1');
      await expect(scene.alias('carts')).rejects.toThrow(/alias/);
    });
  });

  it('does not ride along with functions that are served already', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await scene.create('carts', false);
      const run = await scene.release({ ...FIRST, functions: 'carts, orders' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toContain('there is no carts:live yet, but the others exist');
      expect(await scene.routing()).toEqual(['1']);
      await expect(scene.alias('carts')).rejects.toThrow(/alias/);
    });
  });
});
