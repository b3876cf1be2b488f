// AWS is down just when a release must be rolled back: it is tried for as long as the job has time, by
// the main step and then by the post step, and the cause that began it is what is told.

import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../simulator/front/faults.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import { errorsOf, play, type Scene } from '../support/rollout.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };
const WATCHED = { steps: '20%/2h', alarms: 'bad', 'job-timeout': '6h' };
const DOWN = { kind: 'server-error', status: 503 } as const;

/** From now on, for so many seconds of the simulator's clock. */
function strike(simulator: Simulator, seconds: number, rule: Omit<FaultRule, 'effect'>) {
  const until = simulator.world.clock.now() + seconds * 1000;
  return simulator.faults.add({ ...rule, effect: DOWN, until });
}

/** A release at 20%, whose alarm fires while the stage cannot be written. */
async function alarmInAnOutage(scene: Scene, inputs = {}, options = {}) {
  await scene.setAlarm('bad', 'OK');
  const run = scene.start({ ...WATCHED, ...inputs }, options);
  await run.sees(/step 1\/1 .* 20%/);
  const outage = scene.simulator.faults.add({ operation: 'UpdateStage', effect: DOWN });
  await scene.setAlarm('bad', 'ALARM');
  return { run, outage };
}

describe('A rollback in an outage', () => {
  it('of minutes is made by the run itself, with its own cause', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      await scene.setAlarm('bad', 'OK');
      const run = scene.start(WATCHED);
      await run.sees(/step 1\/1 .* 20%/);
      strike(scene.simulator, 300, { operation: 'UpdateStage' });
      await scene.setAlarm('bad', 'ALARM');
      const ended = await run.done;
      expect(ended).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'rolled-back', weight: '0' },
      });
      expect(ended.outputs.reason).toMatch(/^alarm bad: in ALARM/);
      expect(ended.log).toMatch(
        /Rolling back the stage "prod" .* still fails \(.*Unavailable.*\)\. Retrying for another 5h5\dm/,
      );
      expect(ended.log).toMatch(
        /run these commands:\naws apigateway update-stage .*canarySettings/,
      );
      expect((await ended.post())?.log).toBe('');
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('of everything that is read and written is waited out as well', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      await scene.setAlarm('bad', 'OK');
      const run = scene.start(WATCHED);
      await run.sees(/step 1\/1 .* 20%/);
      await scene.setAlarm('bad', 'ALARM');
      strike(scene.simulator, 420, { operation: '*', service: 'apigateway' });
      expect((await run.done).outputs.outcome).toBe('rolled-back');
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('of Lambda is waited out for aliases, of which none is left out', async () => {
    await playFleet({ names: ['carts', 'orders'], failing: 1, logs: false }, async (scene) => {
      scene.users();
      const run = scene.start({ steps: '20%/20m', 'job-timeout': '6h' });
      await run.sees(/step 1\/1 .* 20%/);
      const { id } = scene.simulator.faults.add({ operation: 'UpdateAlias', effect: DOWN });
      await run.sees(/Rolling back 2 aliases still fails/);
      scene.simulator.faults.remove(id);
      const ended = await run.done;
      expect(ended.outputs).toMatchObject({ outcome: 'rolled-back', verdict: 'failing' });
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('that outlasts the main step is left to the post step, which tells the same cause', async () => {
    const github = await startGitHubDouble();
    try {
      await play({}, async (scene) => {
        const before = await scene.standing();
        const told = {
          github: { apiUrl: github.apiUrl },
          event: { pull_request: { number: 12 } },
        };
        const short = { steps: '20%/3m', 'bake-time': '0s', 'job-timeout': '6m', comment: 'true' };
        const { run, outage } = await alarmInAnOutage(scene, short, told);
        const ended = await run.done;
        expect(ended).toMatchObject({ exitCode: 2, outputs: { outcome: 'stuck', weight: '20' } });
        const post = ended.startPost();
        await post?.sees(/Rolling back the stage .* still fails .* Retrying for another \d/);
        scene.simulator.faults.remove(outage.id);
        const last = await post?.done;
        expect(last).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(last?.outputs.reason).toMatch(
          /^alarm bad: in ALARM.*; the rollback failed at first, and the post step completed it/,
        );
        expect(last && errorsOf(last).join()).toMatch(/^Rolled back: alarm bad: in ALARM/);
        expect(github.comments.map(({ body }) => body)).toEqual([
          expect.stringMatching(/Rolled back[\s\S]*alarm bad/i),
        ]);
        expect(`${last?.log}${github.comments[0]?.body}`).not.toContain('interrupted');
        expect(await scene.standing()).toEqual(before);
      });
    } finally {
      await github.close();
    }
  });

  it('in which the main step is killed is finished by the post step, with both causes', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const { run, outage } = await alarmInAnOutage(scene);
      await run.sees(/Rolling back the stage .* failed/);
      const dead = await run.kill();
      scene.simulator.faults.remove(outage.id);
      const post = await dead.post();
      expect(post?.outputs.reason).toMatch(
        /^alarm bad: in ALARM.*; the main step was interrupted during the rollback/,
      );
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('continues in the post step of a cancelled job, whatever on-cancel says', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const { run, outage } = await alarmInAnOutage(scene, { 'on-cancel': 'hold' });
      await run.sees(/Rolling back the stage .* failed/);
      const cancelled = await run.cancel();
      scene.simulator.faults.remove(outage.id);
      expect((await cancelled.post())?.outputs.outcome).toBe('rolled-back');
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('leaves it to a later run that has taken over in the meantime', async () => {
    await play({}, async (scene) => {
      const before = await scene.stage();
      const { run, outage } = await alarmInAnOutage(scene);
      await run.sees(/Rolling back the stage .* failed/);
      const later = scene.start({ command: 'rollback' }, NEXT_RUN);
      await later.sees(/Rolling back the stage .* failed/);
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(ended.outputs.reason).toMatch(/another run has taken over: .*7000000002/);
      expect(ended.outputs.reason).toContain('a rollback was required: alarm bad: in ALARM');
      expect((await ended.post())?.exitCode).toBe(0);
      scene.simulator.faults.remove(outage.id);
      expect((await later.done).outputs.outcome).toBe('rolled-back');
      const { tags: _, ...stage } = await scene.stage();
      expect(stage).toEqual(before);
    });
  });

  it('that a user requests waits until AWS can be read', async () => {
    await play({}, async (scene) => {
      const before = await scene.stage();
      const run = scene.start({ steps: '20%/2h' });
      await run.sees(/step 1\/1 .* 20%/);
      await run.kill();
      strike(scene.simulator, 240, { operation: 'GetStage' });
      const back = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      const { tags: _, ...stage } = await scene.stage();
      expect(stage).toEqual(before);
    });
  });

  it('after a promotion is retried until it works', async () => {
    await play({}, async (scene) => {
      const before = (await scene.stage()).deploymentId;
      await scene.release({ steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' });
      strike(scene.simulator, 240, { operation: 'UpdateStage' });
      const asked = { command: 'rollback', 'rollback-to': 'previous' };
      const back = await scene.release(asked, NEXT_RUN);
      expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      expect((await scene.stage()).deploymentId).toBe(before);
    });
  });
});

describe('A rollback that AWS denies', () => {
  it('ends at once, with the commands', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('bad', 'OK');
      const run = scene.start(WATCHED);
      await run.sees(/step 1\/1 .* 20%/);
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'UpdateStage', effect });
      const mark = scene.mark();
      await scene.setAlarm('bad', 'ALARM');
      const ended = await run.done;
      expect(ended).toMatchObject({ exitCode: 2, outputs: { outcome: 'stuck', weight: '20' } });
      const tried = scene.calls(mark).filter(({ operation }) => operation === 'UpdateStage');
      expect(tried).toHaveLength(1);
      expect(errorsOf(ended).join()).toContain('op=remove,path=/canarySettings');
    });
  });
});
