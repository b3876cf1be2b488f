// Credentials of an earlier step, which nobody renews: what is said of their end, and when; and a job without any.

import { describe, expect, it } from '@jest/globals';
import { errorsOf, patchesIn, play, type Scene } from '../support/rollout.ts';
import type { StepResult } from '../support/step-result.ts';

const LONG = { steps: '10%/2h30m', 'bake-time': '5m' };
/** Of a session whose end nobody knows. */
const TEMPORARY = { AWS_SESSION_TOKEN: 'a-session-token' };

const warningsOf = ({ commands }: StepResult) =>
  commands.filter(({ name }) => name === 'warning').map(({ message }) => message);

const inMinutes = (scene: Scene, minutes: number) =>
  JSON.stringify(new Date(scene.simulator.world.clock.now() + minutes * 60_000));

describe('A release that takes longer than the usual session', () => {
  it.each([['plan'], ['rollout']])('is a warning of %s, with the way out', async (command) => {
    await play({}, async (scene) => {
      const run = scene.start({ ...LONG, command }, { env: TEMPORARY });
      await run.sees(/::warning::.*it is unknown when the AWS credentials expire/);
      const ended = command === 'plan' ? await run.done : await run.kill();
      const said = warningsOf(ended).filter((text) => text.includes('credentials expire'));
      expect(said).toEqual([
        expect.stringMatching(
          /: name the role in role-to-assume here, so that its session is renewed; or set role-duration-seconds: \d+ .* and credentials-expire-at here$/,
        ),
      ]);
      if (command === 'plan') expect(ended.exitCode).toBe(0);
    });
  });

  it('is refused where another step has told when its session ends', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const inputs = { ...LONG, 'credentials-expire-at': inMinutes(scene, 60) };
      const run = await scene.release(inputs, { env: TEMPORARY });
      expect(run.exitCode).toBe(1);
      expect(errorsOf(run).join()).toMatch(/the AWS credentials expire in 1h/);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
    });
  });
});

describe('A run that continues a release', () => {
  it('warns if the credentials end before it does', async () => {
    await play({}, async (scene) => {
      scene.users();
      const short = { steps: '40%/20m', 'bake-time': '15m' };
      const started = await scene.release({ ...short, command: 'start', 'hold-for': '1m' });
      expect(started.exitCode).toBe(0);
      const end = () => ({ 'credentials-expire-at': inMinutes(scene, 1) });
      const advanced = await scene.release({
        command: 'advance',
        steps: '',
        'bake-time': '',
        ...end(),
      });
      expect(warningsOf(advanced).join()).toMatch(
        /the rest of this run takes 1m, but the AWS credentials expire in \d+s/,
      );
      const promoting = scene.start({ command: 'promote', steps: '', 'bake-time': '', ...end() });
      await promoting.sees(
        /::warning::the rest of this run takes \d+m.*, but the AWS credentials expire in \d+s/,
      );
    });
  });
});

describe('A job without any credentials', () => {
  it('is told so, and what it needs', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      const env = {
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_EC2_METADATA_DISABLED: 'true',
      };
      const run = await scene.release({}, { env });
      expect(run.exitCode).toBe(1);
      expect(errorsOf(run).join()).toMatch(
        /this job has no AWS credentials \(.*\): use aws-actions\/configure-aws-credentials before this step, or set role-to-assume; jobs for pull requests from forks and Dependabot get none/,
      );
      expect(errorsOf(run).join()).not.toContain('may have expired');
      expect(scene.calls(mark)).toEqual([]);
    });
  });
});
