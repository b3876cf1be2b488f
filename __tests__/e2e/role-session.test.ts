// A rollout that lasts longer than any session with AWS, and renews its own.

import { describe, expect, it } from '@jest/globals';
import { addHook } from '../support/hook-scene.ts';
import { startIdTokens } from '../support/id-tokens.ts';
import { errorsOf, play, readReport, type Scene, until } from '../support/rollout.ts';

const MINUTE = 60_000;

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
/** The shortest that AWS gives: a quarter of an hour. */
const SHORT_SESSION = { 'role-to-assume': ROLE, 'role-duration-seconds': '900' };
/** What most roles allow. */
const HOUR = { 'role-to-assume': ROLE, 'role-duration-seconds': '3600' };
/** The environment's own credentials are of no use: whatever works is the job's own session. */
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

async function withTokens(
  scene: Scene,
  act: (env: Record<string, string>, given: () => number) => Promise<void>,
) {
  const tokens = await startIdTokens(() => scene.simulator.world.clock.now());
  try {
    await act({ ...tokens.env, ...NO_CREDENTIALS }, tokens.given);
  } finally {
    await tokens.close();
  }
}

function minutesLater(scene: Scene, minutes: number): Promise<void> {
  return scene.simulator.world.clock.sleep(minutes * 60_000);
}

describe('A job with role-to-assume', () => {
  it('rolls back after its first session has ended, and shows no secret', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env, given) => {
        await scene.setAlarm('bad', 'OK');
        const before = await scene.standing();
        const run = scene.start({ ...SHORT_SESSION, steps: '40%/2h', alarms: 'bad' }, { env });
        await scene.reaches(40);
        const first = lastKey(scene);
        await minutesLater(scene, 18);
        await scene.setAlarm('bad', 'ALARM');
        const ended = await run.done;
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(await scene.standing()).toEqual(before);
        expect(given()).toBeGreaterThan(1);
        expect(scene.simulator.keys.stateOf(first)).toBe('expired');
        expect(lastKey(scene)).not.toBe(first);
        const masked = ended.commands.filter(({ name }) => name === 'add-mask');
        expect(masked.length).toBeGreaterThanOrEqual(4);
      });
    });
  });

  it('rolls back in its ninetieth minute, with sessions of an hour', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env, given) => {
        const { clock } = scene.simulator.world;
        await scene.setAlarm('bad', 'OK');
        const before = await scene.standing();
        const inputs = { ...HOUR, steps: '40%/2h', alarms: 'bad', 'job-timeout': '5h' };
        const run = scene.start(inputs, { env });
        await run.sees(/step 1\/1 .* left/);
        const [first, begun] = [lastKey(scene), clock.now()];
        while (clock.now() < begun + 90 * MINUTE) {
          const mark = scene.mark();
          clock.forward(3 * MINUTE);
          await until(async () => scene.mark() > mark);
        }
        await scene.setAlarm('bad', 'ALARM');
        const ended = await run.done;
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(await scene.standing()).toEqual(before);
        expect(given()).toBe(2);
        expect(scene.simulator.keys.stateOf(first)).toBe('expired');
        expect(lastKey(scene)).not.toBe(first);
      });
    });
  });

  it('goes on with a new session when AWS ends the first one before its time', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env, given) => {
        await scene.setAlarm('bad', 'OK');
        const before = await scene.standing();
        const run = scene.start({ ...HOUR, steps: '40%/30m', alarms: 'bad' }, { env });
        await scene.reaches(40);
        const first = lastKey(scene);
        scene.simulator.keys.set(first, 'expired');
        await run.sees(/AWS ended the session of this job before its time; a new one is opened/);
        await until(() => lastKey(scene) !== first);
        await scene.setAlarm('bad', 'ALARM');
        const ended = await run.done;
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(ended.outputs.cause).toBe('alarm');
        expect(await scene.standing()).toEqual(before);
        expect(given()).toBe(2);
      });
    });
  });

  it('waits in the post step until it gets a session', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env) => {
        const before = await scene.standing();
        const run = scene.start({ ...HOUR, steps: '40%/2h' }, { env });
        await scene.reaches(40);
        const dead = await run.kill();
        const { clock } = scene.simulator.world;
        scene.simulator.faults.add({
          service: 'sts',
          operation: '*',
          effect: { kind: 'server-error' },
          until: clock.now() + 2 * MINUTE,
        });
        expect((await dead.post())?.exitCode).toBe(1);
        expect(await scene.standing()).toEqual(before);
      });
    });
  });

  it('takes the role on again in the post step', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env) => {
        const before = await scene.standing();
        const run = scene.start({ ...SHORT_SESSION, steps: '40%/2h' }, { env });
        await scene.reaches(40);
        const dead = await run.kill();
        scene.simulator.keys.set(lastKey(scene), 'expired');
        expect((await dead.post())?.exitCode).toBe(1);
        expect(await scene.standing()).toEqual(before);
      });
    });
  });

  it('takes the role on again in the post step as soon as AWS gives sessions again', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env) => {
        const before = await scene.standing();
        const run = scene.start({ ...SHORT_SESSION, steps: '40%/2h' }, { env });
        await scene.reaches(40);
        const dead = await run.kill();
        const { faults } = scene.simulator;
        const down = { kind: 'server-error', status: 503 } as const;
        const { id } = faults.add({ operation: 'AssumeRoleWithWebIdentity', effect: down });
        const post = dead.startPost();
        await post?.sees(
          /reading the stage "prod" still fails .*AssumeRole|does not let this job/i,
        );
        faults.remove(id);
        const ended = await post?.done;
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(await scene.standing()).toEqual(before);
      });
    });
  });

  it('plans a policy for the account of its role, where nothing else names one', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env) => {
        await addHook(scene, 'smoke', 'return null;');
        await scene.patch({ op: 'replace', path: '/variables/flag', value: 'off' });
        const overridesAlone = {
          functions: '',
          definition: 'deployed',
          'route-guard': 'off',
          'stage-variable-overrides': 'flag=on',
          'invoke-permission': 'check',
        };
        const inputs = { ...SHORT_SESSION, ...overridesAlone, 'pre-traffic-hook': 'smoke' };
        const run = await scene.release({ ...inputs, command: 'plan' }, { env });
        const { Statement: statements } = JSON.parse(readReport(run).policy ?? '{}');
        const ask = statements.find(({ Sid }: { Sid: string }) => Sid === 'Ask');
        const { region } = scene.simulator.world.place;
        expect(ask.Resource).toEqual([`arn:aws:lambda:${region}:123456789012:function:smoke`]);
      });
    });
  });

  it('learns what is missing if it may request no token', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const run = await scene.release(SHORT_SESSION);
      expect(run.exitCode).toBe(1);
      expect(errorsOf(run).join()).toContain(
        'role-to-assume: GitHub did not issue an ID token to this job',
      );
      expect(errorsOf(run).join()).toContain('permissions: id-token: write');
      expect(scene.calls(mark)).toEqual([]);
    });
  });

  it('learns if AWS does not give it the role', async () => {
    await play({}, async (scene) => {
      await withTokens(scene, async (env) => {
        scene.simulator.faults.add({
          operation: 'AssumeRoleWithWebIdentity',
          effect: { kind: 'access-denied' },
        });
        const run = await scene.release(SHORT_SESSION, { env });
        expect(run.exitCode).toBe(1);
        expect(errorsOf(run).join()).toContain(`does not let this job assume ${ROLE}`);
      });
    });
  });
});

/** The key of the action's latest call. */
function lastKey(scene: Scene): string {
  return (
    scene.calls().findLast(({ accessKeyId }) => accessKeyId?.startsWith('ASIA'))?.accessKeyId ?? ''
  );
}
