// What a job leaves that is cancelled, overtaken or interfered with. `npm run test:chaos` found some of
// these first.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { BRIEF, errorsOf, patchesIn, play, readReport } from '../support/rollout.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };
const ACTION_KEY = 'AKIAIOSFODNN7EXAMPLE';

describe('A cancelled job', () => {
  it('has 40 aliases back within its ten seconds when AWS is slow', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `orders-${i}`);
    await playFleet({ names }, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      scene.simulator.faults.add({
        operation: '*',
        accessKeyId: ACTION_KEY,
        effect: { kind: 'delay', ms: 1_500 },
      });
      const ended = await run.cancel();
      expect(new Set(await scene.routing())).toEqual(new Set(['1']));
      expect(ended).toMatchObject({ signal: null, outputs: { outcome: 'rolled-back' } });

      scene.simulator.faults.remove();
      await ended.post();
      expect(await scene.tags()).toEqual(names.map((name) => `${name} team`));
    });
  });

  it('is not held up by a call that hangs', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const run = scene.start({
        steps: '10%/30s, 40%/2h',
        'on-inconclusive': 'promote',
        'max-step-time': '30s',
      });
      let hangs = false;
      scene.simulator.onCall({
        before: ({ operation, body = '' }) => {
          if (hangs || operation !== 'UpdateStage' || !body.includes('"40"')) return;
          hangs = true;
          scene.simulator.faults.add({ operation, effect: { kind: 'timeout' }, times: 2 });
          run.signal('SIGINT');
        },
      });
      const ended = await run.done;
      expect(hangs).toBe(true);
      expect(patchesIn(scene.calls()).at(-1)).toBe('remove /canarySettings');
      const left = await scene.stage();
      expect(left.canarySettings).toBeUndefined();
      await ended.post();
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('keeps the canary with on-cancel: hold, for a later run', async () => {
    await play({}, async (scene) => {
      scene.users();
      const plan = { ...BRIEF, steps: '40%/30s' };
      const run = scene.start({ ...plan, 'on-cancel': 'hold' });
      await run.sees(/step 1\/1 .* 40%/);
      const before = await scene.standing();
      run.signal('SIGINT');
      const ended = await run.done;
      expect(ended).toMatchObject({ outputs: { outcome: 'held', weight: '40' } });
      expect((await ended.post())?.exitCode).toBe(0);
      expect(await scene.standing()).toEqual(before);
      const next = await scene.release(plan, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
    });
  });
});

describe('A newer release', () => {
  it('takes the older one back with supersede: replace, which then stops', async () => {
    await play({}, async (scene) => {
      scene.users();
      const older = scene.start({ steps: '40%/2h' });
      await older.sees(/step 1\/1 .* 40%/);
      await scene.api.upload({ label: 'v3' });
      const newer = await scene.release({ ...BRIEF, supersede: 'replace' }, NEXT_RUN);
      expect(newer).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v3': 5 });
      const overtaken = await older.done;
      expect(overtaken).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(overtaken).join()).toMatch(
        /another run has taken over: https:\/\/github\.com\/octo-org\/orders\/actions\/runs\/7000000002|tags that store its state are gone/,
      );
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v3': 5 });
    });
  });

  it('waits for the older one with supersede: wait', async () => {
    await play({}, async (scene) => {
      scene.users();
      const older = scene.start({ ...BRIEF, steps: '40%/2m', 'max-step-time': '2m' });
      await older.sees(/step 1\/1 .* 40%/);
      await scene.api.upload({ label: 'v3' });
      const newer = await scene.release({ ...BRIEF, supersede: 'wait' }, NEXT_RUN);
      expect(newer.log).toContain('Waiting: the rollout of https://github.com/octo-org/orders/');
      expect((await older.done).outputs.outcome).toBe('promoted');
      expect(newer).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v3': 5 });
    });
  });

  it('stops by default, and says whose the other is and what can be done', async () => {
    await play({}, async (scene) => {
      const older = scene.start({ steps: '40%/2h' });
      await older.sees(/step 1\/1 .* 40%/);
      await scene.api.upload({ label: 'v3' });
      const before = await scene.standing();
      const newer = await scene.release({}, NEXT_RUN);
      expect(newer).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(newer).join()).toContain(
        'https://github.com/octo-org/orders/actions/runs/7000000001',
      );
      expect(errorsOf(newer).join()).toContain('set supersede: wait or replace');
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('A canary that someone else removes', () => {
  it('just when its weight is set leaves no empty one', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      let removed = false;
      scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (removed || operation !== 'UpdateStage' || !body.includes('"50"')) return;
          removed = true;
          await scene.patch({ op: 'remove', path: '/canarySettings' });
        },
      });
      const run = await scene.release({
        steps: '20%/15s, 50%/2h',
        'max-step-time': '15s',
        'on-inconclusive': 'promote',
      });
      expect(removed).toBe(true);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(errorsOf(run).join()).toContain('someone removed the canary at the same moment');
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('A promotion that was rolled back without its draft', () => {
  it('has the draft rolled back by the next run as well', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const { deploymentId } = await scene.stage();
      const inputs = { steps: 'AllAtOnce', 'bake-time': '2h' };
      const run = scene.start(inputs);
      await run.sees(/ bake .* left/);
      await run.kill();
      await scene.patch({ op: 'replace', path: '/deploymentId', value: String(deploymentId) });
      expect(await scene.standing()).not.toEqual(before);
      const next = await scene.release(inputs, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(next.outputs.reason).toContain('the previous version is served');
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('Credentials that end', () => {
  it('while it waits for a function are said at once', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      scene.simulator.faults.add({
        operation: 'GetFunctionConfiguration',
        accessKeyId: ACTION_KEY,
        effect: { kind: 'wrong-answer', patch: { LastUpdateStatus: 'InProgress' } },
      });
      scene.simulator.onCall({
        before: ({ operation, accessKeyId = '' }) => {
          if (operation === 'GetFunction' && accessKeyId === ACTION_KEY) {
            scene.simulator.keys.set(accessKeyId, 'expired');
          }
        },
      });
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/waiting for the last update .* token .* is expired/);
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('An answer of AWS that is wrong', () => {
  it('about an alias leaves no memory that bars the next release', async () => {
    await playFleet({}, async (scene) => {
      scene.simulator.faults.add({
        operation: 'GetAlias',
        accessKeyId: ACTION_KEY,
        effect: { kind: 'wrong-answer', patch: { FunctionVersion: '77' } },
        times: 1,
      });
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });
});

describe('A report of what a run could not do', () => {
  const DENIED = {
    operation: '*',
    accessKeyId: ACTION_KEY,
    effect: { kind: 'access-denied' },
  } as const;

  it('says that the state is unknown if AWS denies reading it', async () => {
    await play({}, async (scene) => {
      const run = scene.start({ steps: '40%/2h' });
      await run.sees(/step 1\/1 .* 40%/);
      scene.simulator.faults.add(DENIED);
      run.signal('SIGINT');
      const ended = await run.done;
      // What was not read is no output: 40% is the worst that it can be.
      expect(ended).toMatchObject({ exitCode: 2, outputs: { outcome: 'stuck', weight: '' } });
      expect(ended.outputs['deployment-after']).toBe('');
      const { stands, commands } = readReport(ended);
      expect(stands).toMatch(/^The current state could not be read\. At worst: 40% of the traffic/);
      expect(commands).toHaveLength(2);
    });
  });

  it('says who is served what where it could not take an open rollout over', async () => {
    await play({}, async (scene) => {
      const lost = scene.start({ steps: '40%/2h' });
      await lost.sees(/step 1\/1 .* 40%/);
      await lost.kill();
      scene.simulator.faults.add({ ...DENIED, operation: 'TagResource' });
      const next = await scene.release({ steps: '40%/2h' }, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '40' } });
      expect(errorsOf(next).join()).toContain('it could not be taken over: ');
      expect(readReport(next).stands).toMatch(/^40% of the traffic is served by the canary/);
      expect(next.summary).not.toMatch(/[Nn]o user was served/);
    });
  });
});
