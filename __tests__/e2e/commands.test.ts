// A release in pieces: each command is a run of its own, and AWS is all that they share.

import { describe, expect, it } from '@jest/globals';
import { movesIn, playFleet } from '../support/fleet-scene.ts';
import { addHook, toldTo } from '../support/hook-scene.ts';
import {
  errorsOf,
  patchesIn,
  play,
  readReport,
  type Scene,
  until,
  writesIn,
} from '../support/rollout.ts';

/** Each piece is a run of its own, of another workflow run. */
function pieces(scene: Pick<Scene, 'release'>, always: Record<string, string> = {}) {
  let runId = 7_000_000_100;
  return (command: string, inputs: Record<string, string> = {}) => {
    runId += 1;
    return scene.release({ command, ...always, ...inputs }, { github: { runId } });
  };
}

const LONG = { steps: '20%/3m, 50%/3m', 'bake-time': '1m' };

describe('A release of a stage in pieces', () => {
  it('is started, shown, advanced step by step, and promoted', async () => {
    await play({}, async (scene) => {
      scene.users();
      const run = pieces(scene, LONG);
      const started = await run('start');
      expect(started).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '20' } });
      expect(started.outputs).toMatchObject({ phase: 'step 1/2', paused: 'false' });
      const due = Date.parse(started.outputs['next-step-at'] ?? '');
      expect(due).toBeGreaterThan(0);
      // Started once more it is the same rollout, which stays where it is.
      expect((await run('start')).outputs).toMatchObject({ outcome: 'held', weight: '20' });
      const mark = scene.mark();
      const status = await run('status');
      expect(status).toMatchObject({ exitCode: 0, outputs: { outcome: 'running', weight: '20' } });
      // Whose it is and how old, for whoever finds it where no schedule fires any more.
      expect(status.outputs.reason).toMatch(
        /The open rollout was started \d+\S+ ago \(\S+Z\), and \S+\/actions\/runs\/7000000102\/\S+ ran it last/,
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);

      let outcome: string | undefined;
      for (let i = 0; i < 60 && outcome !== 'promoted'; i++) {
        await scene.simulator.world.clock.sleep(60_000);
        const { exitCode, outputs } = await run('advance');
        expect(exitCode).toBe(0);
        outcome = outputs.outcome;
      }
      expect(outcome).toBe('promoted');
      const weights = patchesIn(scene.calls(mark)).filter((patch) => patch.includes('percent'));
      expect(weights.map((patch) => patch.split(' ').at(-1))).toEqual(['50', '0.0']);
      const late = await run('advance');
      expect(late).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect(late.outputs.reason).toMatch(/the last one was promoted at .*\/actions\/runs\/70/);
      expect((await run('promote')).outputs.outcome).toBe('unchanged');
      expect(await scene.ask(3)).toEqual({ 'Hello from Lambda v2': 3 });
    });
  });

  it('that gets worse before the approval is rolled back, and the approval reports it', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('orders-5xx', 'OK');
      const run = pieces(scene, { ...LONG, alarms: 'orders-5xx', analysis: 'off' });
      await run('start');
      expect((await run('pause')).outputs).toMatchObject({ outcome: 'held', paused: 'true' });
      expect((await run('advance')).outputs.reason).toContain('paused by');
      await scene.setAlarm('orders-5xx', 'ALARM');
      const back = await run('advance');
      expect(back).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back', weight: '0' } });
      const approved = await run('promote');
      expect(approved).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(approved).join()).toMatch(
        /nothing to promote.*the last one was rolled back at .*\/actions\/runs\/7000000104/,
      );
      expect(await run('rollback')).toMatchObject({
        exitCode: 0,
        outputs: { outcome: 'unchanged' },
      });
      expect((await scene.stage()).canarySettings).toBeUndefined();
    });
  });

  it('stays in its job for hold-for, is judged during that time, and is left held', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('orders-5xx', 'OK');
      const run = pieces(scene, {
        steps: '20%/10s, 50%/1m',
        alarms: 'orders-5xx',
        analysis: 'off',
      });
      const held = await run('start', { 'hold-for': '4m' });
      expect(held).toMatchObject({ exitCode: 0, outputs: { outcome: 'held', weight: '20' } });
      const { startedAt, endedAt, weights } = readReport(held);
      expect((endedAt ?? 0) - startedAt).toBeGreaterThanOrEqual(240);
      expect(weights.map(({ weight }) => weight)).not.toContain(50);
      // It reports while it monitors.
      expect(held.log).toMatch(/^waiting +\d\d:\d\d:\d\d /m);
      expect((await scene.stage()).canarySettings).toMatchObject({ percentTraffic: 20 });
    });
  });

  it('is rolled back by its job when an alarm fires within hold-for', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('orders-5xx', 'OK');
      const { deploymentId } = await scene.stage();
      const watched = { ...LONG, alarms: 'orders-5xx', analysis: 'off' };
      const run = scene.start({ command: 'start', 'hold-for': '5h', ...watched });
      await scene.reaches(20);
      await scene.setAlarm('orders-5xx', 'ALARM');
      const back = await run.done;
      expect(back).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back', weight: '0' } });
      expect(back.outputs.reason).toContain('orders-5xx');
      const stage = await scene.stage();
      expect(stage).toMatchObject({ deploymentId, variables: { version: '1' } });
      expect(stage.canarySettings).toBeUndefined();
    });
  });

  it('continues only with the plan that it was started with, or if requested', async () => {
    await play({}, async (scene) => {
      const run = pieces(scene, { analysis: 'off', alarms: '' });
      const nothing = await run('pause');
      expect(nothing).toMatchObject({ exitCode: 1 });
      expect(errorsOf(nothing).join()).toContain('there is nothing to pause: no rollout is open');
      await run('start', LONG);
      const mark = scene.mark();
      const other = await run('promote', { steps: '20%/3m', 'bake-time': '30s', version: '7' });
      expect(other).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '20' } });
      expect(errorsOf(other).join('\n')).toMatch(
        /steps: 20%\/3m is requested, but 20%\/3m, 50%\/3m is open[\s\S]*bake-time: 30s is requested, but 1m[\s\S]*version of "hello": 7 is requested, but 2 is open/,
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);
      const told = await run('promote', {
        steps: '20%/3m',
        'on-other-plan': 'continue',
        'bake-time': '',
      });
      expect(told).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
    });
  });

  it('is shown with its weight by a plan of the next one', async () => {
    await play({}, async (scene) => {
      const steps = { steps: '20%/2h', analysis: 'off' };
      await scene.release({ ...steps, command: 'start' });
      const plan = await scene.release({ ...steps, command: 'plan' });
      expect(plan.outputs).toMatchObject({ outcome: 'planned', weight: '20' });
      expect(plan.summary).toContain(
        '20% of the traffic is served by the new version of an unfinished rollout',
      );
      expect(plan.summary).not.toContain('All traffic is served');
      scene.simulator.faults.add({ operation: 'GetStage', effect: { kind: 'access-denied' } });
      const blind = await scene.release({ ...steps, command: 'plan' });
      expect(blind.outputs).toMatchObject({ outcome: 'failed', weight: '' });
    });
  });

  it('is planned for what it is: a job need not last as long as a release that is started', async () => {
    await play({}, async (scene) => {
      const long = { steps: '1%/10h, 50%/18h', 'bake-time': '2h', command: 'plan' };
      const whole = await scene.release(long);
      expect(whole).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(whole).join()).toContain(
        'split the release across runs (command: start, then advance)',
      );
      const piece = await scene.release({ ...long, 'plan-of': 'start' });
      expect(piece).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned' } });
      expect(piece.summary).toContain('run the 30h4m of steps and bake');
      const none = await scene.release({ ...long, steps: 'AllAtOnce', 'plan-of': 'start' });
      expect(errorsOf(none).join()).toContain('steps: there is no step to hold at');
    });
  });

  it('asks its post-traffic hook in one run of the bake, and not in those that follow', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'smoke', 'return null;');
      const plan = { steps: '20%/1s', 'max-step-time': '2s', 'bake-time': '2h', analysis: 'off' };
      const run = pieces(scene, plan);
      const hooked = { 'post-traffic-hook': 'smoke', 'hook-timeout': '5m' };
      await run('start');
      const promoting = { 'on-inconclusive': 'promote', ...hooked };
      await until(async () => (await run('advance', promoting)).outputs.phase === 'bake');
      for (const _ of [1, 2]) {
        const { outputs, log } = await run('advance', hooked);
        expect(outputs).toMatchObject({ outcome: 'held', phase: 'bake' });
        expect(log).not.toContain('calling smoke');
      }
      expect(toldTo(scene.calls(), 'smoke').map(({ hook }) => hook)).toEqual(['post-traffic']);
    });
  });

  it('is not promoted if another run owns it', async () => {
    await play({}, async (scene) => {
      await scene.patch({ op: 'replace', path: '/canarySettings/percentTraffic', value: '30' });
      const before = await scene.standing();
      for (const command of ['promote', 'rollback', 'advance', 'status']) {
        const run = await scene.release({ command, ...LONG });
        expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(run).join()).toContain('has a canary that this action did not create');
      }
      expect(await scene.standing()).toEqual(before);
    });
  });
});

describe('A release of aliases in pieces', () => {
  it('is paused, resumed and rolled back, each safe to repeat', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      const run = pieces(scene, { ...LONG, analysis: 'off' });
      expect((await run('start')).outputs).toMatchObject({ outcome: 'held', weight: '20' });
      for (const _ of [1, 2]) expect((await run('pause')).outputs.paused).toBe('true');
      for (const _ of [1, 2]) {
        const { exitCode, outputs } = await run('resume');
        expect([exitCode, outputs.outcome, outputs.paused]).toEqual([0, 'running', 'false']);
      }
      const mark = scene.mark();
      expect(await run('rollback')).toMatchObject({
        exitCode: 0,
        outputs: { outcome: 'rolled-back', weight: '0' },
      });
      expect([...movesIn(scene.calls(mark))].sort()).toEqual(['carts 1', 'orders 1']);
      const again = scene.mark();
      expect(await run('rollback')).toMatchObject({
        exitCode: 0,
        outputs: { outcome: 'unchanged' },
      });
      expect(writesIn(scene.calls(again))).toEqual([]);
      expect(await scene.tags()).toEqual(['carts team', 'carts canary-action:last', 'orders team']);
    });
  });
});
