// Releases of aliases that go wrong: the version is worse, AWS is in trouble, or somebody else's hand
// is on an alias.

import { DeleteAliasCommand, UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, movesIn, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, readReport, until, writesIn } from '../support/rollout.ts';

const NAMES = ['carts', 'orders', 'users'];
const NOBODY_MOVED = ['1', '1', '1'];
const TAGS_BEFORE = NAMES.map((name) => `${name} team`);
const PATIENT = { steps: '40%/2h', 'bake-time': '2h' };

/** Starts a rollout and waits for the middle of its only step. */
async function intoTheStep(scene: FleetScene) {
  const run = scene.start(PATIENT);
  await run.sees(/step 1\/1 .* 40%/);
  return run;
}

describe('A worse version', () => {
  it('of one function takes all of them back, to the last word of their aliases', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      await scene.upload('users', 'v2', 0.7);
      const before = await Promise.all(NAMES.map((name) => scene.alias(name)));
      scene.users(10);
      const run = await scene.release({ steps: '50%/20m', 'bake-time': '20m' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(await scene.routing()).toEqual(NOBODY_MOVED);
      expect(await scene.tags()).toEqual(TAGS_BEFORE);
      const after = await Promise.all(NAMES.map((name) => scene.alias(name)));
      for (const [i, alias] of after.entries()) {
        const RevisionId = expect.not.stringContaining(before[i]?.RevisionId ?? '');
        expect(alias).toEqual({ ...before[i], RevisionId, $metadata: expect.anything() });
      }
    });
  });
});

describe('A failure on the way', () => {
  it('at the third function undoes the two before it', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      // Three calls are preflight's own.
      const effect = { kind: 'server-error', status: 400 } as const;
      scene.simulator.faults.add({ operation: 'UpdateAlias', effect, after: 5, times: 1 });
      const mark = scene.mark();
      const run = await scene.release(PATIENT);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      const moves = movesIn(scene.calls(mark));
      expect(moves.filter((move) => move.endsWith(' 1 + 0.4 of 2'))).toHaveLength(2);
      expect(moves.filter((move) => move.endsWith(' 1'))).toHaveLength(2);
      expect(await scene.routing()).toEqual(NOBODY_MOVED);
      expect(await scene.tags()).toEqual(TAGS_BEFORE);
    });
  });

  it('that bars one function from its way back leaves that one, and says how', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      const run = scene.start({
        steps: '20%/30s, 40%/2h',
        'max-step-time': '30s',
        'on-inconclusive': 'promote',
      });
      await scene.reaches(0.2);
      const all = { Action: ['*'], Resource: ['*'] };
      const one = { Action: ['lambda:UpdateAlias'], Resource: ['*:function:users*'] };
      scene.simulator.policy.set([
        { Effect: 'Allow', ...all },
        { Effect: 'Deny', ...one },
      ]);
      const ended = await run.done;
      expect(await scene.routing()).toEqual(['1', '1', '1 + 0.2 of 2']);
      expect(ended).toMatchObject({ exitCode: 2, outputs: { outcome: 'stuck' } });
      const report = readReport(ended);
      expect(report.commands).toEqual([
        expect.stringMatching(
          /^aws lambda update-alias .*--function-name users --name live .*-version 1 /,
        ),
      ]);
      expect(errorsOf(ended).join()).toContain(report.commands[0]);
    });
  });

  it('that is only a lost answer is none', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      scene.users();
      // Three calls of each are preflight's own.
      const operations = { UpdateAlias: 3, TagResource: 3, PublishVersion: 3, UntagResource: 3 };
      for (const [operation, after] of Object.entries(operations)) {
        const effect = { kind: 'cut-after' } as const;
        scene.simulator.faults.add({ operation, effect, after, times: 1 });
      }
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      for (const { operation, hits } of scene.simulator.faults.list()) {
        expect([operation, hits]).toEqual([operation, 1]);
      }
      expect(await scene.routing()).toEqual(['2', '2', '2']);
      expect(await scene.tags()).toEqual(TAGS_BEFORE);
    });
  });

  it('is not the throttling of a whole minute', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '10%/2m, 50%/2m' });
      await scene.reaches(0.1);
      const { clock } = scene.simulator.world;
      const effect = { kind: 'throttle' } as const;
      const until = clock.now() + 60_000;
      scene.simulator.faults.add({ operation: '*', service: 'lambda', effect, until });
      const ended = await run.done;
      expect(scene.simulator.faults.list()[0]?.hits).toBeGreaterThan(0);
      expect(ended).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.routing()).toEqual(['2', '2', '2']);
    });
  });

  it('is not the throttling of every write for a whole minute', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '10%/1m, 50%/2m' });
      await scene.reaches(0.1);
      let fault = 0;
      scene.simulator.onCall({
        before: ({ operation, body = '' }) => {
          if (fault > 0 || operation !== 'UpdateAlias' || !body.includes('0.5')) return;
          const until = scene.simulator.world.clock.now() + 60_000;
          const effect = { kind: 'throttle' } as const;
          fault = scene.simulator.faults.add({ operation, effect, until }).id;
        },
      });
      const ended = await run.done;
      expect(fault).toBeGreaterThan(0);
      expect(scene.simulator.faults.list()[0]?.hits).toBeGreaterThan(6);
      expect(ended).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.routing()).toEqual(['2', '2', '2']);
    });
  });

  it('back is not the throttling of a whole minute either', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      const { clock } = scene.simulator.world;
      const effect = { kind: 'throttle' } as const;
      const until = clock.now() + 60_000;
      scene.simulator.faults.add({ operation: 'UpdateAlias', effect, until });
      run.signal('SIGINT');
      const ended = await run.done;
      const post = await ended.post();
      expect([ended.exitCode, post?.exitCode]).toContain(1);
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});

type Meddle = (scene: FleetScene) => Promise<unknown>;

describe('If someone else', () => {
  it.each<[string, Meddle, RegExp, string]>([
    [
      'changes the weight',
      (s) => s.meddle('orders', '1', { 2: 0.75 }),
      /75% instead of the 40% of step/,
      '1 + 0.75 of 2',
    ],
    ['moves the alias', (s) => s.meddle('orders', '3'), /it points to 3, not to 1 or 2/, '3'],
    [
      'splits it with another',
      (s) => s.meddle('orders', '1', { 3: 0.4 }),
      /1 \(60%\) and 3 \(40%\)/,
      '1 + 0.4 of 3',
    ],
  ])('%s in a step, the rollout stops without changing it', async (_, meddle, said, stands) => {
    await playFleet({}, async (scene) => {
      const run = await intoTheStep(scene);
      await scene.upload('orders', 'v3');
      await scene.publish('orders');
      await meddle(scene);
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended)).toEqual([expect.stringMatching(said)]);
      expect((await ended.post())?.exitCode).toBe(0);
      expect(await scene.routing()).toEqual([stands]);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('deletes the alias, it stops and says so', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      await scene.lambda.send(new DeleteAliasCommand({ FunctionName: 'orders', Name: 'live' }));
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended)).toEqual([
        expect.stringContaining('orders:live: it no longer exists'),
      ]);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('holds one of three aliases, the other two go back and theirs is left alone', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      await scene.meddle('orders', '2');
      await scene.lambda.send(
        new UpdateAliasCommand({
          FunctionName: 'orders',
          Name: 'live',
          FunctionVersion: '$LATEST',
        }),
      );
      const { RevisionId } = await scene.alias('orders');
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(errorsOf(ended).join()).toMatch(/not rolled back: orders:live: it points to \$LATEST/);
      expect(errorsOf(ended).join()).toMatch(
        /The state in AWS was changed outside this rollout: orders:live/,
      );
      expect(ended.log).not.toContain('all traffic goes to the previous version');
      expect(await scene.routing()).toEqual(['1', '$LATEST', '1']);
      expect((await scene.alias('orders')).RevisionId).toBe(RevisionId);
      expect(await scene.tags()).toEqual(TAGS_BEFORE);
    });
  });

  it('changes one of three weights, all stop where they are', async () => {
    await playFleet({ names: NAMES, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      await scene.meddle('users', '1', { 2: 0.9 });
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended)).toEqual([
        expect.stringContaining('the canary of users:live has 90% instead of the 40%'),
      ]);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('writes a description, the rollout continues', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '10%/1m, 50%/2m' });
      await scene.reaches(0.1);
      const described = { FunctionName: 'orders', Name: 'live', Description: 'theirs' };
      await scene.lambda.send(new UpdateAliasCommand(described));
      expect((await run.done).outputs.outcome).toBe('promoted');
      expect(await scene.alias()).toMatchObject({ FunctionVersion: '2', Description: 'theirs' });
    });
  });

  it('moves the alias between the last check and the next write, it is left alone', async () => {
    await playFleet({ logs: false }, async (scene) => {
      scene.users();
      let meddled = false;
      const run = scene.start({ steps: '10%/1m, 50%/2m' });
      await scene.reaches(0.1);
      scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (meddled || operation !== 'UpdateAlias' || !body.includes('0.5')) return;
          meddled = true;
          await scene.meddle('orders', '1', { 2: 0.33 });
        },
      });
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended).join()).toContain(
        'someone else moved it from 1 (90%) and 2 (10%) to 1 (67%) and 2 (33%)',
      );
      expect(await scene.routing()).toEqual(['1 + 0.33 of 2']);
      await until(() => meddled);
    });
  });

  it('takes traffic off one alias during the promotion, the others are rolled back too', async () => {
    await playFleet({ names: ['orders', 'users'], logs: false }, async (scene) => {
      scene.users();
      let meddled = false;
      const run = scene.start({ steps: '50%/2m', 'bake-time': '1m' });
      await scene.reaches(0.5);
      scene.simulator.onCall({
        before: async ({ operation, path, body = '' }) => {
          const promotes = operation === 'UpdateAlias' && body.includes('"FunctionVersion":"2"');
          if (meddled || !promotes || !path.includes('users')) return;
          meddled = true;
          await scene.meddle('users', '1', { 2: 0.05 });
        },
      });
      const ended = await run.done;
      expect(meddled).toBe(true);
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(errorsOf(ended).join()).toContain('someone else took traffic off one of the aliases');
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });
});
