// Without usable credentials: what is wrong besides is said in the same run. And what supplies what a run lacks.

import { describe, expect, it } from '@jest/globals';
import { cliFolder, runCli } from '../support/cli.ts';
import { errorsOf, play, type Scene } from '../support/rollout.ts';

const NO_KEYS = {
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
  AWS_EC2_METADATA_DISABLED: 'true',
};
const LONG = { steps: '5%/2h', 'job-timeout': '30m' };
const TOO_LONG = /the steps and the bake take .+ job-timeout/;
const NONE = /^this job has no AWS credentials \(.*\): use aws-actions\/configure-aws-credentials/;
const ROLE = { 'role-to-assume': 'arn:aws:iam::123456789012:role/release' };
const NO_TOKEN = /^role-to-assume: GitHub did not issue an ID token to this job/;

const event = {
  action: 'opened',
  pull_request: {
    ...{ number: 12, state: 'open', title: 'Round prices up' },
    head: { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } },
  },
};
const preview = { command: 'preview', preview: 'canary' };
const ofPull = { github: { eventName: 'pull_request' }, event };

/** All problems, each once, and nothing was sent to AWS. */
async function says(
  scene: Scene,
  run: ReturnType<Scene['release']>,
  ...problems: readonly RegExp[]
): Promise<void> {
  const mark = scene.mark();
  const { exitCode, outputs, summary, ...rest } = await run;
  expect([exitCode, outputs.outcome]).toEqual([1, 'failed']);
  // The last one says how the run ended.
  const said = errorsOf(rest as never).slice(0, -1);
  expect(said).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  expect(summary.match(/AWS credentials|ID token to this job/g)).toHaveLength(1);
  expect(scene.calls(mark)).toEqual([]);
}

describe('A run without usable credentials', () => {
  it.each([['rollout'], ['plan'], ['start']])('%s: says what else is wrong', async (command) => {
    await play({}, async (scene) => {
      const inputs = { ...LONG, command, ...(command === 'start' && { 'hold-for': '2h' }) };
      const also = command === 'start' ? /hold-for takes .+ job-timeout/ : TOO_LONG;
      await says(scene, scene.release(inputs, { env: NO_KEYS }), NONE, also);
      await says(scene, scene.release({ ...inputs, ...ROLE }), NO_TOKEN, also);
    });
  });

  it('as a preview, says that its stage is protected', async () => {
    await play({}, async (scene) => {
      const { stageName } = scene.api;
      const inputs = { ...preview, 'protected-stages': stageName };
      const isProtected = new RegExp(`^the stage "${stageName}" is protected`);
      await says(scene, scene.release(inputs, { ...ofPull, env: NO_KEYS }), isProtected, NONE);
      await says(scene, scene.release({ ...inputs, ...ROLE }, ofPull), isProtected, NO_TOKEN);
    });
  });

  it('from a command line, too', async () => {
    await play({}, async (scene) => {
      const { restApiId, stageName } = scene.api;
      const target = ['--rest-api-id', restApiId, '--stage-name', stageName];
      const flags = [
        '--functions=orders',
        '--steps=5%/2h',
        '--job-timeout=30m',
        '--region=eu-west-1',
      ];
      const plan = await runCli(['plan', ...target, ...flags], { aws: undefined });
      expect(plan.code).toBe(1);
      expect(plan.stderr.split('\n')).toEqual([
        expect.stringMatching(/^error: there are no AWS credentials \(.*\): set AWS_PROFILE, or/),
        expect.stringMatching(/^error: the steps and the bake take .+ job-timeout/),
        expect.stringMatching(
          /^error: A release would be refused, because of 2 problems\. How the/,
        ),
        '',
      ]);

      const env = { GITLAB_CI: 'true', CI_PROJECT_PATH: 'shop/orders' };
      const open = ['preview', ...target, '--functions=orders', '--region=eu-west-1'];
      const none = await runCli([...open, '--preview=canary', `--protected-stages=${stageName}`], {
        ...{ aws: undefined, env },
      });
      expect(none.stderr.split('\n').slice(0, 3)).toEqual([
        'error: there is no pull request: GitLab CI names it in CI_MERGE_REQUEST_IID, which is not set; expected for example 42',
        expect.stringMatching(/^error: the stage ".+" is protected/),
        expect.stringMatching(/^error: there are no AWS credentials/),
      ]);
    });
  });
});

describe('A run with wrong inputs', () => {
  it('is told at once that it may request no token', async () => {
    await play({}, async (scene) => {
      const run = await scene.release({ ...ROLE, steps: '500%' });
      const [said = ''] = errorsOf(run);
      expect(said).toContain('The inputs have 2 problems; nothing was changed in AWS.');
      expect(said).toContain('- steps: "500%": expected a weight and a duration');
      expect(said).toMatch(
        /\n- role-to-assume: GitHub did not issue an ID token to this job \(ACTIONS_/,
      );

      const flags = ['--functions=orders', '--alias=live', '--steps=500%', '--region=eu-west-1'];
      const role = `--role-to-assume=${ROLE['role-to-assume']}`;
      const cli = await runCli(['plan', ...flags, role], { aws: undefined });
      expect(cli.code).toBe(2);
      expect(cli.stderr.split('\n')).toEqual([
        expect.stringMatching(/^error: --steps: "500%": expected/),
        expect.stringMatching(
          /^error: role-to-assume: there is no usable ID token \(none is set\)/,
        ),
        '',
      ]);
    });
  });
});

describe('What a run lacks', () => {
  it('is named with what supplies it, and with what was seen', async () => {
    await play({}, async (scene) => {
      const pushed = await scene.release({ command: 'preview' });
      expect(errorsOf(pushed).join()).toContain(
        'there is no pull request: expected the event pull_request, but this run is of the event',
      );
      const { simulator, api } = scene;
      const { url, world } = simulator;
      const target = [`--rest-api-id=${api.restApiId}`, `--stage-name=${api.stageName}`];
      const here = { aws: { endpoint: url, region: world.place.region }, cwd: cliFolder() };
      const laptop = await runCli(['preview', ...target, '--functions=hello'], here);
      expect(laptop.code).toBe(1);
      expect(laptop.stderr).toContain(
        'there is no pull request: this run has the variables of no CI; expected one of GITHUB_REF (GitHub Actions), CI_MERGE_REQUEST_IID (GitLab CI)',
      );
      expect(laptop.stderr).toContain(
        'there is no repository: this run has the variables of no CI',
      );
    });
  });
});
