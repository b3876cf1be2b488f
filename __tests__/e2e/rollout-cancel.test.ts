// A job that is cancelled or lost in the middle of a rollout.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { BRIEF, errorsOf, patchesIn, play, quiet, type Scene, until } from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';

const PATIENT = { steps: '40%/2h', 'bake-time': '2h' };

const NEXT_RUN = { github: { runId: 7_000_000_002 } };

/** Starts a rollout and waits for the middle of its only step. */
async function intoTheStep(scene: Scene) {
  const before = await scene.standing();
  const run = scene.start(PATIENT);
  await run.sees(/step 1\/1 .* 40%/);
  await quiet(scene);
  return { before, run };
}

/** Starts a rollout and waits for the middle of its bake. */
async function intoTheBake(scene: Scene) {
  const before = await scene.standing();
  const run = scene.start({ ...PATIENT, steps: 'AllAtOnce' });
  await run.sees(/ bake .* left/);
  await quiet(scene);
  return { before, run };
}

describe('A cancelled rollout', () => {
  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    'is rolled back on %s in a step, by the first call after the signal',
    async (signal) => {
      await play({ wiring: 'pinned' }, async (scene) => {
        const { before, run } = await intoTheStep(scene);
        const mark = scene.mark();
        run.signal(signal);
        const ended = await run.done;

        expect(scene.calls(mark)[0]).toMatchObject({
          operation: 'UpdateStage',
          status: 200,
          body: expect.stringContaining('"op":"remove","path":"/canarySettings"'),
        });
        expect(ended).toMatchObject({
          exitCode: 1,
          outputs: { outcome: 'rolled-back', cause: 'cancelled', weight: '0' },
        });
        expect(errorsOf(ended)).toEqual([expect.stringContaining('Rolled back: cancelled')]);
        expect(await scene.standing()).toEqual(before);
        expect(await ended.post()).toMatchObject({ exitCode: 0, log: '' });
      });
    },
  );

  it('in the bake goes back to the deployment and the variables before', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const { before, run } = await intoTheBake(scene);
      const mark = scene.mark();
      run.signal('SIGINT');
      const ended = await run.done;
      expect(scene.calls(mark)[0]).toMatchObject({ operation: 'UpdateStage', status: 200 });
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('while the canary is being opened closes it again at once', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const run = scene.start(PATIENT);
      let mark = 0;
      scene.simulator.onCall({
        after: async ({ operation, status, body = '' }) => {
          const opened = operation === 'UpdateStage' && status === 200 && body.includes('percent');
          if (!opened || mark > 0) return;
          mark = scene.mark();
          run.signal('SIGTERM');
          // The answer waits until the signal has arrived.
          await run.sees(/Received SIGTERM/);
        },
      });
      const ended = await run.done;
      expect(scene.calls(mark)[0]).toMatchObject({ operation: 'UpdateStage', status: 200 });
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('before anything was shifted leaves nothing', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start(PATIENT);
      let struck = false;
      scene.simulator.onCall({
        before: ({ operation, body = '' }) => {
          if (struck || operation !== 'CreateDeployment' || body.includes('canarySettings')) return;
          struck = true;
          run.signal('SIGINT');
        },
      });
      const ended = await run.done;
      expect(struck).toBe(true);
      expect(ended.exitCode).toBe(1);
      expect(patchesIn(scene.calls()).join()).not.toContain('percentTraffic');
      expect(await scene.standing()).toEqual(before);
    });
  });
});

/** Sends the signal at the first of these calls after now, and answers it once the signal has arrived. */
function cancelAt(
  { simulator }: Pick<Scene, 'simulator'>,
  run: RunningStep<ActionResult>,
  operation: string,
) {
  const struck: string[] = [];
  simulator.onCall({
    after: async (call) => {
      if (struck.length > 0 || call.operation !== operation) return;
      struck.push(operation);
      run.signal('SIGTERM');
      await run.sees(/Received SIGTERM/);
    },
  });
  return struck;
}

const FIRST_LOOK = 'GetStage';
const TAKING_OVER = 'TagResource';

describe('A job that goes on with an open rollout, and is cancelled', () => {
  it.each([
    ['advance', 'in its first look', FIRST_LOOK],
    ['advance', 'as it takes over', TAKING_OVER],
    ['promote', 'in its first look', FIRST_LOOK],
    ['promote', 'as it takes over', TAKING_OVER],
    ['rollout', 'as it takes over', TAKING_OVER],
    ['rollback', 'as it takes over', TAKING_OVER],
  ])('by command: %s, %s rolls it back', async (command, _, operation) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.stage();
      await scene.release({ ...PATIENT, command: 'start', 'hold-for': '0s' });
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(40);
      const mark = scene.mark();
      const run = scene.start({ ...PATIENT, command }, NEXT_RUN);
      const struck = cancelAt(scene, run, operation);
      const ended = await run.done;
      expect(struck).toEqual([operation]);
      const cause = command === 'rollback' ? 'requested' : 'cancelled';
      expect(ended.outputs).toMatchObject({ outcome: 'rolled-back', cause, weight: '0' });
      expect(patchesIn(scene.calls(mark))).toContain('remove /canarySettings');
      expect((await ended.post())?.outputs.outcome).toBeUndefined();
      // Commands leave a note of how the last release ended, and nothing else.
      const { tags = {}, ...after } = await scene.stage();
      expect(Object.keys(Object(tags)).filter((key) => key !== 'canary-action:last')).toEqual([]);
      expect(after).toEqual(before);
    });
  });

  it.each([
    ['in its first look', FIRST_LOOK],
    ['as it takes over', TAKING_OVER],
  ])('%s, holds it if on-cancel says so', async (_, operation) => {
    await play({}, async (scene) => {
      await scene.release({ ...PATIENT, command: 'start', 'hold-for': '0s' });
      const run = scene.start({ ...PATIENT, command: 'advance', 'on-cancel': 'hold' }, NEXT_RUN);
      cancelAt(scene, run, operation);
      const ended = await run.done;
      expect(ended.outputs).toMatchObject({ outcome: 'held', cause: 'cancelled', weight: '40' });
      await ended.post();
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(40);
    });
  });

  it('in its first look at an alias, rolls it back as well', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await scene.release({ ...PATIENT, command: 'start', 'hold-for': '0s' });
      const run = scene.start({ ...PATIENT, command: 'advance' }, NEXT_RUN);
      cancelAt(scene, run, 'GetAlias');
      const ended = await run.done;
      expect(ended.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'cancelled' });
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('does not touch the release of something else', async () => {
    await play({}, async (scene) => {
      const first = scene.start(PATIENT);
      await first.sees(/step 1\/1 .* 40%/);
      await first.kill();
      await scene.api.upload({ label: 'v3' });
      const run = scene.start(PATIENT, NEXT_RUN);
      cancelAt(scene, run, FIRST_LOOK);
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe('failed');
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(40);
    });
  });
});

describe('A lost runner', () => {
  it('is found by the next run, which continues the same release', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      scene.users();
      const lost = scene.start({ ...BRIEF, steps: '10%/30s, 50%/30s' });
      await scene.reaches(10);
      await lost.kill();
      const other = { steps: '1%/2h', 'on-other-plan': 'continue' };
      const next = await scene.release(other, { github: { runId: 7_000_000_002 } });
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(next.log).toContain('the rollout of https://github.com/octo-org/orders/');
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v2': 10 });
      expect((await scene.api.stage()).tags).toBeUndefined();
      expect(await scene.deployments()).toHaveLength(2);
    });
  });

  it('leaves a draft at the new version, which the next run puts back', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = scene.start();
      let killed = false;
      scene.simulator.onCall({
        after: async ({ operation, status }) => {
          if (operation !== 'UpdateIntegration' || status !== 200 || killed) return;
          killed = true;
          await run.kill();
        },
      });
      await run.done;
      expect(JSON.stringify(await scene.standing())).toContain('function:hello:2/invocations');
      const next = await scene.release(
        { steps: '1%/2h', 'on-unfinished': 'rollback', alarms: 'no-such-alarm' },
        { github: { runId: 7_000_000_002 } },
      );
      expect(next.outputs.outcome).toBe('failed');
      await until(async () => (await scene.api.stage()).tags === undefined);
      expect(await scene.standing()).toEqual(before);
    });
  });
});
