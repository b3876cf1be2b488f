// Rollouts that nobody can judge, and rollouts that an earlier run left open.

import { describe, expect, it } from '@jest/globals';
import { BRIEF, errorsOf, patchesIn, play, type Scene, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const V2 = 'Hello from Lambda v2';
const NEXT_RUN = { github: { runId: 7_000_000_002 } };

/** A rollout that is held at 40 % because nobody sends a request. */
async function hold({ release }: Scene, inputs: Variables = {}) {
  const held = await release({ steps: '40%/30s', ...inputs });
  const outputs = { outcome: 'held', cause: 'inconclusive', weight: '40' };
  expect(held).toMatchObject({ exitCode: 0, outputs });
  return held;
}

describe('Without traffic', () => {
  it('a rollout is held, and a later run continues and promotes it', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const held = await hold(scene);
      expect(held.outputs.verdict).toBe('inconclusive');
      expect(held.commands.filter(({ name }) => name === 'notice')).toHaveLength(1);
      expect(held.summary).toContain('Held');
      expect((await scene.api.stage()).canarySettings?.percentTraffic).toBe(40);

      scene.users();
      await scene.simulator.world.clock.sleep(180_000);
      const next = await scene.release({ steps: '40%/30s' }, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted', weight: '100' } });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
      expect((await scene.api.stage()).tags).toBeUndefined();
      expect(await scene.deployments()).toHaveLength(2);
    });
  });

  it('on-inconclusive: promote continues to the end', async () => {
    await play({}, async (scene) => {
      const run = await scene.release({ steps: '40%/30s', 'on-inconclusive': 'promote' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(await scene.ask(10)).toEqual({ [V2]: 10 });
    });
  });

  it('on-inconclusive: rollback takes it back', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      const run = await scene.release({ steps: '40%/30s', 'on-inconclusive': 'rollback' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(errorsOf(run)).toEqual([expect.stringMatching(/^Rolled back: inconclusive: /)]);
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('An alarm that says nothing', () => {
  it('is not treated as healthy', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('silent', 'INSUFFICIENT_DATA');
      scene.users();
      const run = await scene.release({ steps: '40%/90s', alarms: 'silent' });
      expect(run.outputs).toMatchObject({ outcome: 'held', verdict: 'inconclusive' });
      expect(run.outputs.reason).toContain('alarm silent');
    });
  });

  it('because it cannot be read any more holds the rollout, too', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('secret', 'OK');
      scene.users();
      const run = scene.start({ steps: '40%/90s', alarms: 'secret' });
      await scene.reaches(40);
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'DescribeAlarms', effect });
      expect((await run.done).outputs).toMatchObject({ outcome: 'held', verdict: 'inconclusive' });
      expect((await run.done).outputs.reason).toContain('cloudwatch:DescribeAlarms');
    });
  });
});

describe('A bake that cannot be watched', () => {
  /** Promotes, and lets nobody read the alarm from then on. */
  async function bakeUnseen({ setAlarm, start, simulator }: Scene, policy: string) {
    await setAlarm('secret', 'OK');
    const run = start({ ...UNSEEN, 'on-inconclusive': policy });
    await run.sees(/ bake .* left/);
    const effect = { kind: 'access-denied' } as const;
    simulator.faults.add({ operation: 'DescribeAlarms', effect });
    return run.done;
  }
  const UNSEEN = { steps: 'AllAtOnce', alarms: 'secret', 'bake-time': '2m' };

  it('is held with the way back kept, and finished by a later run', async () => {
    await play({}, async (scene) => {
      const held = await bakeUnseen(scene, 'hold');
      expect(held).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '100' } });
      expect(held.outputs.reason).toContain('cloudwatch:DescribeAlarms');
      expect(await scene.ask(5)).toEqual({ [V2]: 5 });
      expect((await scene.api.stage()).tags).toBeDefined();

      scene.simulator.faults.remove();
      const next = await scene.release(UNSEEN, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect((await scene.api.stage()).tags).toBeUndefined();
    });
  });

  it('is rolled back with on-inconclusive: rollback', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      expect((await bakeUnseen(scene, 'rollback')).outputs.outcome).toBe('rolled-back');
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('is said to be promoted unseen with on-inconclusive: promote', async () => {
    await play({}, async (scene) => {
      const { outputs } = await bakeUnseen(scene, 'promote');
      expect(outputs).toMatchObject({ outcome: 'promoted', verdict: 'inconclusive' });
      expect(outputs.reason).toMatch(/could not be monitored \(alarms: .*DescribeAlarms/);
      expect(await scene.ask(3)).toEqual({ [V2]: 3 });
    });
  });
});

describe('A rollout that an earlier run left open', () => {
  /** How long it waited is not the question here. */
  const AT_ONCE = { 'max-step-time': '30s' };

  it('is rolled back first with on-unfinished: rollback', async () => {
    await play({}, async (scene) => {
      const { deploymentId } = await scene.api.stage();
      await hold(scene, AT_ONCE);
      await scene.api.upload({ label: 'v3' });
      scene.users();
      const mark = scene.mark();
      const next = await scene.release({ ...BRIEF, 'on-unfinished': 'rollback' }, NEXT_RUN);
      expect(next.outputs).toMatchObject({
        outcome: 'promoted',
        versions: '{"hello":"3"}',
        'versions-before': '{"hello":"1"}',
        'deployment-before': deploymentId,
      });
      expect(patchesIn(scene.calls(mark))[0]).toBe('remove /canarySettings');
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v3': 10 });
    });
  });

  it('is left alone with on-unfinished: fail', async () => {
    await play({}, async (scene) => {
      await hold(scene, AT_ONCE);
      const before = await scene.standing();
      const mark = scene.mark();
      const next = await scene.release({ 'on-unfinished': 'fail' }, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(next).join()).toMatch(
        /is unfinished \(step\/\S+\), started \S+ ago \(\S+Z\); with on-unfinished: fail, this run does not change it/,
      );
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('is not resumed by a run that would release newer code', async () => {
    await play({}, async (scene) => {
      await hold(scene, AT_ONCE);
      await scene.api.upload({ label: 'v3' });
      const before = await scene.standing();
      const mark = scene.mark();
      const next = await scene.release({}, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(next.outputs.reason).toContain('differs from what this run would release');
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});
