// One switch that stops all releases: an alarm, a parameter, or a variable of the repository.

import { describe, expect, it } from '@jest/globals';
import { startGitHubDouble } from '../support/github-double.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const STEPS = { steps: '10%/4m, 50%/2m', 'bake-time': '0s', analysis: 'off' };
const NAME = '/releases/stop';
const PARAMETER = { 'stop-switch': `parameter=${NAME}` };
const MONA = 'arn:aws:iam::123456789012:user/mona';

/** Everything is allowed but these actions. */
function deny({ simulator }: Scene, ...Action: string[]): void {
  simulator.policy.set([
    { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
    { Effect: 'Deny', Action, Resource: ['*'] },
  ]);
}

describe('A stop switch in a parameter', () => {
  it('holds a release at its weight until it is off, and shows who set it and why', async () => {
    await play({}, async (scene) => {
      const { parameters } = scene.simulator;
      parameters.put(NAME, 'off');
      scene.users();
      const run = scene.start({ ...STEPS, ...PARAMETER });
      await scene.reaches(10);
      parameters.put(NAME, 'database migration', MONA);
      await run.sees(/does not advance for now/);
      expect((await scene.stage()).canarySettings).toMatchObject({ percentTraffic: 10 });
      parameters.put(NAME, 'off');
      const done = await run.done;
      expect(done.outputs.outcome).toBe('promoted');
      expect(done.log).toMatch(
        new RegExp(
          `all releases are stopped by the SSM parameter "${NAME}", set by ${MONA} since .+: database migration`,
        ),
      );
    });
  });

  it('lets nothing begin', async () => {
    await play({}, async (scene) => {
      scene.simulator.parameters.put(NAME, 'on');
      const mark = scene.mark();
      const run = await scene.release({ ...STEPS, ...PARAMETER, 'override-freeze': '' });
      expect(run.outputs).toMatchObject({ outcome: 'failed', cause: 'stop' });
      expect(writesIn(scene.calls(mark))).toEqual([]);
      const plan = await scene.release({ ...STEPS, ...PARAMETER, command: 'plan' });
      expect(plan.outputs.outcome).toBe('planned');
      expect(readReport(plan).notes.join('\n')).toContain('would be refused (on-closed: fail)');
    });
  });

  it('counts as set where it cannot be read, and names the permission', async () => {
    await play({}, async (scene) => {
      scene.simulator.parameters.put(NAME, 'off');
      deny(scene, 'ssm:GetParameter');
      const says =
        /so it is taken as set: reading the SSM parameter "\/releases\/stop": AWS denies ssm:GetParameter on arn:aws:ssm:us-east-1:123456789012:parameter\/releases\/stop/;
      for (const given of [{ 'on-closed': 'wait' }, { 'on-closed': 'skip' }, { command: 'plan' }]) {
        const run = await scene.release({ ...STEPS, ...PARAMETER, ...given });
        expect(run.outputs.outcome).toBe('failed');
        expect(errorsOf(run).join()).toMatch(says);
      }
    });
  });

  it('counts as set if it does not exist, and needs no history', async () => {
    await play({}, async (scene) => {
      deny(scene, 'ssm:GetParameterHistory');
      const missing = await scene.release({ ...STEPS, ...PARAMETER });
      expect(errorsOf(missing).join()).toContain('there is no SSM parameter "/releases/stop"');
      scene.simulator.parameters.put(NAME, 'on');
      const set = await scene.release({ ...STEPS, ...PARAMETER });
      expect(errorsOf(set).join()).toMatch(/stopped by the SSM parameter .+, set since \d{4}/);
      expect(errorsOf(set).join()).not.toContain('AWS denies');
    });
  });

  it('is read with the permissions that the plan names', async () => {
    await play({}, async (scene) => {
      scene.simulator.parameters.put(NAME, 'off');
      const plan = await scene.release({ ...STEPS, ...PARAMETER, command: 'plan' });
      for (const policy of [readReport(plan).policy, readReport(plan).planPolicy]) {
        const { Statement } = JSON.parse(policy ?? '') as { Statement: { Sid: string }[] };
        expect(Statement.find(({ Sid }) => Sid === 'StopSwitch')).toMatchObject({
          Action: ['ssm:GetParameter', 'ssm:GetParameterHistory'],
          Resource: ['arn:aws:ssm:us-east-1:123456789012:parameter/releases/stop'],
        });
      }
    });
  });
});

describe('A stop switch in an alarm', () => {
  it('is set in ALARM only, and does not roll back', async () => {
    await play({}, async (scene) => {
      await scene.setAlarm('stop-all', 'INSUFFICIENT_DATA');
      scene.users();
      const run = scene.start({ ...STEPS, 'stop-switch': 'alarm=stop-all' });
      await scene.reaches(10);
      await scene.setAlarm('stop-all', 'ALARM');
      await run.sees(/stopped by the alarm "stop-all".+: set by the test/);
      await scene.setAlarm('stop-all', 'OK');
      expect((await run.done).outputs.outcome).toBe('promoted');
    });
  });

  it('counts as set if it does not exist', async () => {
    await play({}, async (scene) => {
      const run = await scene.release({ ...STEPS, 'stop-switch': 'alarm=stop-al' });
      expect(errorsOf(run).join()).toContain('there is no alarm "stop-al"');
    });
  });
});

describe('A stop switch in a variable', () => {
  it('is read from the repository, and counts as set where the token may not', async () => {
    const github = await startGitHubDouble();
    try {
      await play({}, async (scene) => {
        scene.users();
        const inputs = { ...STEPS, 'stop-switch': 'variable=STOP_RELEASES', 'github-token': 't' };
        const release = () => scene.release(inputs, { github: { apiUrl: github.apiUrl } });
        expect(errorsOf(await release()).join()).toContain('"Variables: read"');
        github.variables.set('STOP_RELEASES', 'incident 7');
        expect(errorsOf(await release()).join()).toMatch(
          /stopped by the repository variable "STOP_RELEASES", set since .+: incident 7/,
        );
        github.variables.set('STOP_RELEASES', 'off');
        expect((await release()).outputs.outcome).toBe('promoted');
      });
    } finally {
      await github.close();
    }
  });
});
