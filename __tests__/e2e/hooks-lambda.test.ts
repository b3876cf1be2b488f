// Hooks that are Lambda functions: asked before traffic, between steps and after the promotion.

import { describe, expect, it } from '@jest/globals';
import { addHook, toldTo } from '../support/hook-scene.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import {
  BRIEF,
  errorsOf,
  patchesIn,
  play,
  readReport,
  type Scene,
  until,
} from '../support/rollout.ts';

/** Long on a fast clock: a cold start of the simulator takes real time. */
const PATIENT = { 'hook-timeout': '15m' };
const FAILING = `return { status: 'Failed', message: 'two carts @everyone | were empty' };`;

const weightsIn = (scene: Scene, mark = 0) =>
  patchesIn(scene.calls(mark))
    .filter((patch) => patch.includes('percentTraffic'))
    .map((patch) => Number(patch.split(' ').at(-1)));

describe('Hooks that pass', () => {
  it('are called once each with all facts, and are shown in log, summary and report', async () => {
    await play({ processes: true }, async (scene) => {
      const { api, simulator } = scene;
      const { region, account } = simulator.world.place;
      await addHook(scene, 'smoke', `return { status: 'Succeeded', message: '12 checks' };`);
      await addHook(scene, 'between', 'return null;');
      await addHook(scene, 'last', 'return null;');
      scene.users();
      const run = await scene.release({
        ...BRIEF,
        ...PATIENT,
        steps: '20%/30s, 60%/30s',
        'pre-traffic-hook': 'smoke',
        'step-hook': `arn:aws:lambda:${region}:${account}:function:between:$LATEST`,
        'post-traffic-hook': 'last',
      });
      expect(errorsOf(run)).toEqual([]);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });

      const about = {
        rollout: expect.stringContaining('/actions/runs/'),
        functions: [
          {
            name: 'hello',
            from: '1',
            to: '2',
            versionArn: `arn:aws:lambda:${region}:${account}:function:hello:2`,
          },
        ],
        steps: 2,
        stageUrl: `https://${api.restApiId}.execute-api.${region}.amazonaws.com/prod`,
      };
      expect(toldTo(scene.calls(), 'smoke')).toEqual([
        expect.objectContaining({ ...about, weight: 0, nextWeight: 20, step: 0 }),
      ]);
      expect(toldTo(scene.calls(), 'between').map(({ weight, step }) => [weight, step])).toEqual([
        [20, 1],
        [60, 2],
      ]);
      expect(toldTo(scene.calls(), 'last')).toEqual([
        expect.objectContaining({ ...about, hook: 'post-traffic', weight: 100, step: 2 }),
      ]);

      const report = readReport(run);
      expect(exactProblemsOf(report)).toEqual([]);
      expect(report.hooks.map(({ point, calls, result }) => [point, calls, result])).toEqual([
        ['pre-traffic', 'smoke', 'passed'],
        ['step', 'between:$LATEST', 'passed'],
        ['step', 'between:$LATEST', 'passed'],
        ['post-traffic', 'last', 'passed'],
      ]);
      expect(run.summary).toMatch(/pre-traffic \| `smoke` \| 0% \| 🟢 passed .* 12 checks/);
      expect(run.log).toMatch(/The pre-traffic hook passed after .*: 12 checks/);
    });
  });
});

describe('A hook that fails', () => {
  it('before traffic ends the release, and no user has seen it', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await addHook(scene, 'smoke', FAILING);
      const before = await scene.standing();
      scene.users();
      const mark = scene.mark();
      const run = await scene.release({ ...PATIENT, 'pre-traffic-hook': 'smoke' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', weight: '0' } });
      expect(errorsOf(run).join()).toMatch(
        /Stopped before any user was served the new version: pre-traffic hook: smoke failed: two carts @everyone/i,
      );
      expect(weightsIn(scene, mark)).toEqual([]);
      expect(await scene.standing()).toEqual(before);
      expect(await scene.stage()).not.toHaveProperty('tags');
      expect(run.summary).toContain('two carts @\u200Beveryone \\| were empty');
      const report = readReport(run);
      expect(report).toMatchObject({ verdict: 'failing', steps: [], commands: [] });
      expect(report.advice.join()).toContain('Only published versions are left');
      expect((await run.post())?.exitCode).toBe(0);
    });
  });

  it('between steps takes the release back, and is not asked again', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'between', `if (event.step === 2) { ${FAILING} }`);
      const before = await scene.standing();
      scene.users();
      const run = await scene.release({
        ...PATIENT,
        steps: '20%/1m, 60%/1m',
        'step-hook': 'between',
      });
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'rolled-back', cause: 'hook' },
      });
      const source = { kind: 'hook', point: 'step', name: 'between' };
      expect(readReport(run).cause).toMatchObject({ kind: 'hook', evidence: [{ source }] });
      expect(run.outputs.reason).toContain('step hook: between failed: two carts');
      expect(weightsIn(scene)).toEqual([20, 60]);
      expect(toldTo(scene.calls(), 'between')).toHaveLength(2);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('after the promotion takes it back', async () => {
    await play({ processes: true }, async (scene) => {
      await addHook(scene, 'last', `throw new TypeError('orders is not iterable');`);
      const before = await scene.standing();
      scene.users();
      const run = await scene.release({ ...PATIENT, 'post-traffic-hook': 'last' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(run.outputs.reason).toContain(
        'post-traffic hook: last failed: TypeError: orders is not iterable',
      );
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('by never answering is given up at hook-timeout', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'slow', 'await new Promise((r) => setTimeout(r, 8e5));');
      const run = await scene.release({ 'hook-timeout': '1m', 'pre-traffic-hook': 'slow' });
      expect(run.outputs).toMatchObject({ outcome: 'failed', cause: 'hook' });
      expect(run.outputs.reason).toContain('slow failed: no response within 1m (hook-timeout)');
      expect(toldTo(scene.calls(), 'slow')).toHaveLength(1);
    });
  });

  it('because it was written for CodeDeploy is explained', async () => {
    await play({}, async (scene) => {
      const error = 'not authorized to perform: codedeploy:PutLifecycleEventHookExecutionStatus';
      const body = `console.log('AccessDeniedException: ${error}'); throw 'Validation failed';`;
      await addHook(scene, 'CodeDeployHook_pre', body);
      const run = await scene.release({ ...PATIENT, 'pre-traffic-hook': 'CodeDeployHook_pre' });
      expect(run.outputs.outcome).toBe('failed');
      const said = errorsOf(run).join();
      expect(said).toContain('This hook reports its result to CodeDeploy');
      expect(said).toContain('if (!event.rollout)');
      expect(said).not.toContain('AccessDenied');
    });
  });

  it('because its caller is denied or it is not there is met in preflight', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'smoke', 'return null;');
      const Deny = { Effect: 'Deny', Action: ['lambda:InvokeFunction'], Resource: ['*:smoke*'] };
      const Allow = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };
      scene.simulator.policy.set([Allow, Deny] as never);
      const mark = scene.mark();
      const run = await scene.release({
        'pre-traffic-hook': 'smoke',
        'step-hook': 'nobody',
        'post-traffic-hook': 'smoke:live',
      });
      expect(run.outputs.outcome).toBe('failed');
      const said = errorsOf(run).join('\n');
      expect(said).toMatch(/pre-traffic-hook: .*AWS denies lambda:InvokeFunction on .*:smoke/);
      expect(said).toContain('step-hook: there is no function "nobody" in us-east-1');
      expect(patchesIn(scene.calls(mark))).toEqual([]);
      expect(toldTo(scene.calls(), 'smoke')).toEqual([]);
    });
  });
});

describe('While a hook thinks', () => {
  const THINKS = 'await new Promise((r) => setTimeout(r, 8e5));';

  it('an alarm takes the release back without waiting for it', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'slow', THINKS);
      await scene.setAlarm('orders-5xx', 'OK');
      const before = await scene.standing();
      scene.users();
      const run = scene.start({ ...PATIENT, alarms: 'orders-5xx', 'step-hook': 'slow' });
      await run.sees(/The step hook: calling slow/);
      await scene.setAlarm('orders-5xx', 'ALARM');
      const { outputs, ...ended } = await run.done;
      expect(outputs.outcome).toBe('rolled-back');
      expect(outputs.reason).toContain('orders-5xx');
      expect(readReport({ outputs, ...ended }).hooks).toMatchObject([{ result: 'stopped' }]);
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('a cancel takes the release back at once', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'slow', THINKS);
      const before = await scene.standing();
      scene.users();
      const run = scene.start({ ...PATIENT, 'step-hook': 'slow', 'pre-traffic-hook': '' });
      await run.sees(/The step hook: calling slow/);
      const { outputs } = await run.cancel();
      expect(outputs).toMatchObject({
        outcome: 'rolled-back',
        reason: expect.stringContaining('cancelled'),
      });
      expect(await scene.standing()).toEqual(before);
    });
  });

  it('a run that dies leaves it to the next, which asks it again', async () => {
    await play({}, async (scene) => {
      await addHook(scene, 'between', 'await new Promise((r) => setTimeout(r, 9e4)); return null;');
      scene.users();
      const inputs = { ...BRIEF, ...PATIENT, 'step-hook': 'between' };
      const first = scene.start(inputs);
      await first.sees(/The step hook: calling between/);
      await until(() => toldTo(scene.calls(), 'between').length === 1);
      await first.kill();
      const { outputs } = await scene.release(inputs, { github: { runId: 7_000_000_002 } });
      expect(outputs.outcome).toBe('promoted');
      expect(toldTo(scene.calls(), 'between')).toHaveLength(2);
    });
  });
});
