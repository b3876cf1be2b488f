// Release hours and freezes: when closed nothing begins, and what is open goes no further, but may be rolled back.

import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const MINUTE = 60_000;

/** A freeze around the time of the simulator, in minutes from now. */
function freeze({ simulator }: Scene, from: number, to: number): string {
  const at = (minutes: number) =>
    new Date(simulator.world.clock.now() + minutes * MINUTE).toISOString().slice(0, 19);
  return `${at(from)}Z..${at(to)}Z UTC moving house`;
}

const WEEKDAYS = 'Mon-Sun 00:00-24:00 Europe/Berlin';

describe('A release in a freeze', () => {
  it('is refused before anything is changed, and says when it could start', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const run = await scene.release({ window: WEEKDAYS, freeze: freeze(scene, -60, 60) });
      expect(run.outputs).toMatchObject({ outcome: 'failed', cause: 'freeze' });
      const [error = ''] = errorsOf(run);
      expect(error).toMatch(
        /releases are frozen \(.+: moving house\); releases are allowed again from 20/,
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('does nothing, and fails nothing, with on-closed: skip', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const run = await scene.release({ freeze: freeze(scene, -60, 60), 'on-closed': 'skip' });
      expect(run.exitCode).toBe(0);
      expect(run.outputs).toMatchObject({ outcome: 'unchanged', cause: 'freeze' });
      expect(run.summary).toContain('moving house');
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('waits in the job for its end with on-closed: wait', async () => {
    await play({}, async (scene) => {
      scene.users();
      const mark = scene.mark();
      const opens = scene.simulator.world.clock.now() + 3 * MINUTE;
      const run = await scene.release({ freeze: freeze(scene, -60, 3), 'on-closed': 'wait' });
      expect(run.outputs.outcome).toBe('promoted');
      const [first] = scene
        .calls(mark)
        .filter(({ method }) => method !== 'GET' && method !== 'POST');
      // A freeze ends with a whole second.
      expect(first?.at).toBeGreaterThanOrEqual(Math.floor(opens / 1000) * 1000);
    });
  });

  it('does not wait longer than the job lasts', async () => {
    await play({}, async (scene) => {
      const inputs = { freeze: freeze(scene, -60, 400), 'on-closed': 'wait' };
      const run = await scene.release({ ...inputs, 'job-timeout': '30m' });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toContain('This job can wait until');
    });
  });

  it('passes with a reason, which the report shows', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = await scene.release({
        freeze: freeze(scene, -60, 60),
        'override-freeze': 'fix for INC-42',
      });
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.summary).toContain('override\\-freeze: fix for INC\\-42');
      expect(readReport(run).overridden).toMatchObject({
        reason: 'fix for INC-42',
        closed: { kind: 'freeze', reason: 'moving house' },
      });
    });
  });
});

describe('A release that a freeze meets on its way', () => {
  const STEPS = { steps: '10%/8m, 50%/2m', 'bake-time': '0s', analysis: 'off' };

  it('keeps its weight, and goes on when the freeze ends', async () => {
    await play({}, async (scene) => {
      scene.users();
      const opens = scene.simulator.world.clock.now() + 20 * MINUTE;
      const run = await scene.release({ ...STEPS, freeze: freeze(scene, 6, 20) });
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.log).toContain('The rollout does not advance for now: releases are frozen');
      const { weights } = readReport(run);
      expect(weights.map(({ weight }) => weight)).toEqual([10, 50, 100]);
      expect(weights[1]?.at).toBeGreaterThanOrEqual(Math.floor(opens / 1000));
    });
  });

  it('is rolled back meanwhile if an alarm fires', async () => {
    await play({}, async (scene) => {
      scene.users();
      await scene.setAlarm('orders-5xx', 'OK');
      const inputs = { ...STEPS, alarms: 'orders-5xx', freeze: freeze(scene, 6, 300) };
      const run = scene.start(inputs);
      await run.sees(/does not advance for now/);
      await scene.setAlarm('orders-5xx', 'ALARM');
      const done = await run.done;
      expect(done.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'alarm' });
      expect(await scene.ask(3)).toEqual({ 'Hello from Lambda v1': 3 });
    });
  });

  it('is held when the job has no more time, and promoted only when it is open', async () => {
    await play({}, async (scene) => {
      scene.users();
      const inputs = { ...STEPS, freeze: freeze(scene, 6, 300) };
      let runId = 7_000_000_100;
      const release = (given: Record<string, string>) =>
        scene.release({ ...inputs, ...given }, { github: { runId: runId++ } });
      const held = await release({ 'job-timeout': '20m' });
      expect(held.outputs).toMatchObject({ outcome: 'held', cause: 'freeze' });
      const closed = await release({ command: 'promote' });
      expect(closed.outputs).toMatchObject({ outcome: 'failed', cause: 'freeze' });
      expect(errorsOf(closed).join()).toContain('the release stays at its weight');
      const advanced = await release({ command: 'advance' });
      expect(advanced.outputs).toMatchObject({ outcome: 'held', cause: 'freeze' });
      const status = await release({ command: 'status' });
      expect(readReport(status).waitsFor).toMatchObject({ kind: 'freeze' });
      const forced = await release({ command: 'promote', 'override-freeze': 'INC-42' });
      expect(forced.outputs.outcome).toBe('promoted');
    });
  });

  it('is foreseen by a plan', async () => {
    await play({}, async (scene) => {
      const plan = await scene.release({
        ...STEPS,
        command: 'plan',
        freeze: freeze(scene, 5, 600),
      });
      expect(plan.outputs.outcome).toBe('planned');
      expect(readReport(plan).notes.join('\n')).toMatch(
        /would go to 50% at .+, when releases are frozen \(.+\): it would stay at 10% and be monitored until/,
      );
    });
  });
});
