// Releases of aliases that a run did not bring to their end: cancelled, killed, held, or two at once.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, movesIn, playFleet } from '../support/fleet-scene.ts';
import { BRIEF, errorsOf, quiet, readReport, until, writesIn } from '../support/rollout.ts';

const PATIENT = { steps: '40%/2h', 'bake-time': '2h' };
const NEXT_RUN = { github: { runId: 7_000_000_002 } };
const PAIR = ['carts', 'orders'];
const PAIR_TAGS = ['carts team', 'orders team'];

async function intoTheStep(scene: FleetScene) {
  const run = scene.start(PATIENT);
  await run.sees(/step 1\/1 .* 40%/);
  return run;
}

describe('A cancelled release of aliases', () => {
  it('goes back by the first calls after the signal', async () => {
    await playFleet({ names: PAIR }, async (scene) => {
      const run = await intoTheStep(scene);
      await quiet(scene);
      const mark = scene.mark();
      run.signal('SIGINT');
      const ended = await run.done;
      const first = scene.calls(mark).slice(0, 2);
      expect(first.map(({ operation }) => operation)).toEqual(['UpdateAlias', 'UpdateAlias']);
      expect([...movesIn(first)].sort()).toEqual(['carts 1', 'orders 1']);
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(await scene.routing()).toEqual(['1', '1']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
      expect(await ended.post()).toMatchObject({ exitCode: 0, log: '' });
    });
  });

  it('in the bake goes back to the previous version', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const run = scene.start({ ...PATIENT, steps: 'AllAtOnce' });
      await run.sees(/ bake .* left/);
      expect(await scene.routing()).toEqual(['2']);
      const mark = scene.mark();
      run.signal('SIGTERM');
      expect((await run.done).outputs.outcome).toBe('rolled-back');
      expect(movesIn(scene.calls(mark).slice(0, 1))).toEqual(['orders 1']);
    });
  });
});

describe('A killed release of aliases', () => {
  it('is rolled back by the post step', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      const dead = await run.kill();
      const post = await dead.post();
      expect(post?.exitCode).toBe(1);
      expect(post && errorsOf(post).join()).toContain(
        'returned all traffic to the previous version',
      );
      expect(await scene.routing()).toEqual(['1', '1']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
      const mark = scene.mark();
      expect((await dead.post())?.exitCode).toBe(0);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('between two aliases is gone on with by the next run', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      scene.users();
      // Two calls are preflight's own; the third moves an alias, and the fourth comes to nothing.
      const effect = { kind: 'timeout' } as const;
      const fault = scene.simulator.faults.add({ operation: 'UpdateAlias', effect, after: 3 });
      const run = scene.start(BRIEF);
      await until(async () => (await scene.routing()).some((one) => one.includes('0.5 of 2')));
      await run.kill();
      expect([...(await scene.routing())].sort()).toEqual(['1', '1 + 0.5 of 2']);
      scene.simulator.faults.remove(fault.id);
      const next = await scene.release(BRIEF, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(next.log).toContain('is unfinished (step/0/');
      expect(await scene.routing()).toEqual(['2', '2']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
    });
  });

  it('is removed by command: rollback if someone else has moved the aliases', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      for (const name of PAIR) {
        await scene.upload(name, 'v3');
        await scene.publish(name);
        await scene.meddle(name, '3');
      }
      const ended = await run.done;
      expect(ended.outputs).toMatchObject({ outcome: 'failed', weight: '0' });
      expect(ended.summary).toContain('run the action with command: rollback');
      const mark = scene.mark();
      const ways = [{}, { supersede: 'replace' }, { 'on-unfinished': 'rollback' }];
      for (const way of ways) {
        const refused = await scene.release({ ...PATIENT, ...way }, NEXT_RUN);
        expect(refused.outputs.outcome).toBe('failed');
        expect(errorsOf(refused).join()).toContain('run the action with command: rollback');
        const untags = readReport(refused).commands.filter((line) =>
          line.includes(' untag-resource '),
        );
        expect(untags).toHaveLength(2);
        expect(untags.join()).toMatch(/:function:orders --tag-keys .*:function:carts --tag-keys /);
      }
      const forgot = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(forgot).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', weight: '0' } });
      expect(movesIn(scene.calls(mark))).toEqual([]);
      expect(await scene.routing()).toEqual(['3', '3']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
    });
  });

  it('that somebody has moved on tells every later release the command that ends it', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      await run.kill();
      for (const name of PAIR) {
        await scene.upload(name, 'v3');
        await scene.publish(name);
        await scene.meddle(name, '3');
      }
      const policies = [
        {},
        { 'on-unfinished': 'rollback' },
        { supersede: 'replace' },
        { 'on-split-alias': 'repair' },
        { command: 'advance' },
        { command: 'promote' },
      ];
      for (const policy of policies) {
        const { outputs, ...refused } = await scene.release({ ...PATIENT, ...policy }, NEXT_RUN);
        expect(outputs.outcome).toBe('failed');
        expect(errorsOf(refused).join()).toContain('run the action with command: rollback');
      }
      expect(await scene.routing()).toEqual(['3', '3']);
      await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
      scene.users();
      for (const name of PAIR) await scene.upload(name, 'v4');
      const next = await scene.release(BRIEF, { github: { runId: 7_000_000_003 } });
      expect(next.outputs.outcome).toBe('promoted');
    });
  });

  it.each([
    { 'on-unfinished': 'rollback' },
    { 'on-unfinished': 'rollback', 'on-split-alias': 'repair' },
  ])('of which somebody has moved one alias is taken back on the other with %j', async (policy) => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      const run = await intoTheStep(scene);
      await run.kill();
      await scene.upload('carts', 'v3');
      await scene.publish('carts');
      await scene.meddle('carts', '3');
      const only = { ...PATIENT, ...policy, alarms: 'no-such-alarm' };
      const next = await scene.release(only, NEXT_RUN);
      expect(next.outputs.reason).toContain('no-such-alarm');
      expect(await scene.routing()).toEqual(['3', '1']);
      expect(await scene.tags()).toEqual(PAIR_TAGS);
    });
  });

  it('is not taken over by a run of other functions', async () => {
    await playFleet({ names: [...PAIR, 'users'], logs: false }, async (scene) => {
      const run = scene.start({ ...PATIENT, functions: 'carts, orders' });
      await run.sees(/step 1\/1 .* 40%/);
      await run.kill();
      const before = await scene.routing();
      const said: readonly (readonly [string, RegExp])[] = [
        ['carts', /it releases "orders" as well/],
        [
          'orders',
          /"orders" is part of the rollout of .*7000000001\/attempts\/1, whose state is stored on the function "carts"/,
        ],
        ['carts, orders, users', /releases nothing of "users"/],
        ['orders, users', /stored on the function "carts"/],
      ];
      for (const [functions, words] of said) {
        const next = await scene.release({ functions }, NEXT_RUN);
        expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(next.outputs.reason).toMatch(words);
      }
      expect(await scene.routing()).toEqual(before);
      const rollback = { 'on-unfinished': 'rollback', alarms: 'no-such-alarm' };
      const part = await scene.release({ ...rollback, functions: 'carts' }, NEXT_RUN);
      expect(part.outputs.reason).toMatch(/it releases "orders" as well/);
      expect(await scene.routing()).toEqual(before);
      await scene.release({ ...rollback, functions: 'carts, orders' }, NEXT_RUN);
      expect(await scene.routing()).toEqual(['1', '1', '1']);
      expect(await scene.tags()).toEqual([...PAIR_TAGS, 'users team']);
    });
  });
});

describe('A held release of an alias', () => {
  it('is continued by a second run with its own plan, only if requested', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      const held = await scene.release({ steps: '50%/30s' });
      expect(held).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '50' } });
      expect((await held.post())?.exitCode).toBe(0);
      expect(await scene.routing()).toEqual(['1 + 0.5 of 2', '1 + 0.5 of 2']);
      scene.users();
      const mark = scene.mark();
      const other = await scene.release({ steps: '1%/2h' }, NEXT_RUN);
      expect(other).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '50' } });
      expect(other.outputs.reason).toContain(
        'uses a different plan than this run: steps: 1%/2h is requested, but 50%/30s is open. To continue with its plan, set on-other-plan: continue',
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);
      const told = { steps: '1%/2h', 'on-other-plan': 'continue' };
      const next = await scene.release(told, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.routing()).toEqual(['2', '2']);
    });
  });

  it('is taken over by a concurrent run, and the first one stops', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      scene.users();
      const first = await intoTheStep(scene);
      const second = scene.start(PATIENT, NEXT_RUN);
      const ended = await first.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(ended).join()).toContain('actions/runs/7000000002');
      expect((await ended.post())?.exitCode).toBe(0);
      await second.sees(/step 1\/1 .* 40%/);
      expect(await scene.routing()).toEqual(['1 + 0.4 of 2', '1 + 0.4 of 2']);
      const dead = await second.kill();
      await dead.post();
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });
});

describe('A release of aliases in pieces', () => {
  const PIECES = {
    steps: '10%/30s, 40%/2h',
    'max-step-time': '30s',
    'on-inconclusive': 'promote',
    analysis: 'off',
    'bake-time': '2h',
  };

  it('is left at the weight that a person set between two runs', async () => {
    await playFleet({ names: PAIR, logs: false }, async (scene) => {
      let run = await scene.release({ ...PIECES, command: 'start', 'hold-for': '0s' });
      for (let i = 0; i < 20 && run.outputs.weight !== '40'; i++) {
        await scene.simulator.world.clock.sleep(30_000);
        run = await scene.release({ ...PIECES, command: 'advance' }, NEXT_RUN);
      }
      for (const name of PAIR) await scene.meddle(name, '1', { 2: 0.1 });
      for (const command of ['advance', 'promote']) {
        const ended = await scene.release({ ...PIECES, command }, NEXT_RUN);
        expect(ended.outputs).toMatchObject({ outcome: 'failed', cause: 'external-change' });
        expect(errorsOf(ended).join()).toMatch(/ 10% instead of the 40% of step 2/);
        expect(await scene.routing()).toEqual(['1 + 0.1 of 2', '1 + 0.1 of 2']);
      }
    });
  });

  it('is left as a person split it between two runs of the bake', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await scene.release({ ...PIECES, command: 'start', 'hold-for': '0s' });
      const promoting = scene.start({ ...PIECES, command: 'promote' }, NEXT_RUN);
      await promoting.sees(/ bake .* left/);
      await promoting.kill();
      const held = await scene.release({ ...PIECES, command: 'advance' }, NEXT_RUN);
      expect(held.outputs).toMatchObject({ outcome: 'held', weight: '100' });
      await scene.meddle('orders', '1', { 2: 0.5 });
      const ended = await scene.release({ ...PIECES, command: 'advance' }, NEXT_RUN);
      expect(ended.outputs).toMatchObject({ outcome: 'failed', cause: 'external-change' });
      expect(await scene.routing()).toEqual(['1 + 0.5 of 2']);
    });
  });
});

describe('A split without stored state', () => {
  it.each(['resume', 'rollback'])(
    'is explained and left alone with on-unfinished: %s',
    async (policy) => {
      await playFleet({ logs: false }, async (scene) => {
        await scene.publish('orders');
        await scene.meddle('orders', '1', { 2: 0.05 });
        const { RevisionId } = await scene.alias();
        const run = await scene.release({ 'on-unfinished': policy });
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(run.outputs.reason).toMatch(
          /orders:live is split between 1 \(95%\) and 2 \(5%\) already.*aws lambda update-alias --function-name orders.*--function-version 1/,
        );
        expect((await scene.alias()).RevisionId).toBe(RevisionId);
        await until(async () => (await scene.tags()).length === 1);
      });
    },
  );

  it('is repaired on request, and then released', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await scene.publish('orders');
      await scene.meddle('orders', '1', { 2: 0.05 });
      scene.users();
      const inputs = { ...BRIEF, 'on-split-alias': 'repair' };
      const mark = scene.mark();
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect(plan.summary).toContain('repair first gives all traffic to 1');
      expect(movesIn(scene.calls(mark))).toEqual([]);
      const run = await scene.release(inputs);
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.log).toContain('orders:live was 1 (95%) and 2 (5%), and is 1 again');
      expect(movesIn(scene.calls(mark))).toEqual(['orders 1', 'orders 1 + 0.5 of 2', 'orders 2']);
    });
  });

  it('that gives all to the other version is repaired for that one', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await scene.upload('orders', 'v2');
      await scene.publish('orders');
      await scene.meddle('orders', '1', { 2: 1 });
      const run = await scene.release({ 'on-split-alias': 'repair' });
      expect(run.outputs.outcome).toBe('unchanged');
      expect(run.log).toContain('orders:live was 1 (0%) and 2 (100%), and is 2 again');
      expect(await scene.routing()).toEqual(['2']);
    });
  });

  it('that is still being moved is left alone, whatever was asked for', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await scene.publish('orders');
      await scene.meddle('orders', '1', { 2: 0.05 });
      let moved = false;
      scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (moved || operation !== 'UpdateAlias' || !body.includes('RevisionId')) return;
          moved = true;
          await scene.meddle('orders', '1', { 2: 0.15 });
        },
      });
      const run = await scene.release({ 'on-split-alias': 'repair' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toContain('so another release is in progress');
      expect(await scene.routing()).toEqual(['1 + 0.15 of 2']);
    });
  });
});
