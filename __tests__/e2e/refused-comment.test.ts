// The comment of a run that was refused: one, with links and the policy to paste, and gone once a run knows better.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { BOT, type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import { schemaViolations } from '../support/github-schema.ts';
import { runAction } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

const QUICK = { steps: '50%/10s', 'max-step-time': '15s', 'bake-time': '0s', analysis: 'off' };
const RELEASE = {
  ...{ ...QUICK, 'on-inconclusive': 'promote', comment: 'true' },
  'on-pull-request': 'allow',
};
const event = { pull_request: { number: 12 } };

const titles = ({ comments }: GitHubDouble) =>
  comments.map(({ body }) => /^### (.*)$/m.exec(body)?.[1] ?? body);

describe('A run that was refused', () => {
  it('leaves one comment, which the next run replaces', async () => {
    const github = await startGitHubDouble();
    // GitHub has twenty seconds of the simulated time.
    await playFleet({}, async (scene) => {
      let runId = 7_000_000_400;
      const run = (inputs: Variables) => {
        runId += 1;
        const options = { github: { apiUrl: github.apiUrl, runId }, event };
        return scene.release({ ...RELEASE, ...inputs }, options);
      };
      const wrong = await run({ steps: '50%/x', 'on-cancel': 'never' });
      expect(wrong).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', verdict: '' } });
      expect(wrong.outputs['problem-ids']?.split(',').length).toBeGreaterThan(0);
      expect(wrong.log).toMatch(/How to fix it:\nhttps:\/\/\S+\/troubleshooting\.md#[a-z0-9-]+/);
      expect(titles(github)).toEqual(['❌ Failed']);
      expect(github.comments[0]?.body).toMatch(
        /^<!-- canary-action refused Release\/release \S+ inputs -->/,
      );
      expect(github.comments[0]?.body).toMatch(
        /on\\-cancel.*\(\[`[a-z-]+`\]\(https:.*#[a-z-]+\)\)/,
      );
      github.comment(12, 'stranger', github.comments[0]?.body ?? '', 0);

      // Its target does not exist either.
      const misspelt = await run({ functions: 'oders' });
      expect(misspelt.outputs).toMatchObject({ outcome: 'failed', cause: 'preflight' });
      expect(titles(github)[0]).toContain('❌ Failed: `oders:live`');
      expect((await run({ functions: 'ordres' })).outputs.outcome).toBe('failed');
      expect(titles(github)[0]).toContain('❌ Failed: `ordres:live`');
      expect(github.comments.filter(({ user }) => user.login === BOT)).toHaveLength(1);

      expect((await run({})).outputs.outcome).toBe('promoted');
      const ours = github.comments.filter(({ user }) => user.login === BOT);
      expect(ours.map(({ body }) => /^### (\S+ \S+)/m.exec(body)?.[1])).toEqual(['✅ Promoted:']);
      expect(github.comments).toHaveLength(2);

      // From now on the target is known to exist, and has its comment.
      expect((await run({ alarms: 'no-such-alarm' })).outputs.outcome).toBe('failed');
      expect(titles(github)).toHaveLength(2);
      expect(ours[0]?.body).toContain('❌ Failed: `orders:live`');
      expect(await schemaViolations(github.exchanges)).toEqual([]);
    });
    await github.close();
  });

  it('costs a warning where the token may not comment, and waits for nobody without a token', async () => {
    const github = await startGitHubDouble();
    const answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
    github.fail({ method: 'POST', path: /\/comments$/, answer });
    try {
      const options = { event, inputs: { functions: 'a', alias: 'live', steps: 'no' } };
      const refused = await runAction({ ...options, github: { apiUrl: github.apiUrl } });
      expect(refused.exitCode).toBe(1);
      expect(refused.log).toMatch(/The comment could not be written: .*pull-requests: write/);
      refused.dispose();
      const asked = github.exchanges.length;
      for (const inputs of [{ comment: 'false' }, { 'github-token': '' }]) {
        const quiet = await runAction({
          ...{ event, github: { apiUrl: github.apiUrl } },
          inputs: { ...options.inputs, ...inputs },
        });
        expect(quiet.exitCode).toBe(1);
        quiet.dispose();
      }
      expect(github.exchanges).toHaveLength(asked);
    } finally {
      await github.close();
    }
  });

  it('shows the permissions that are missing as a policy', async () => {
    const github = await startGitHubDouble();
    await playFleet({}, async (scene) => {
      const effect = { kind: 'access-denied' } as const;
      for (const operation of ['UpdateAlias', 'TagResource', 'UntagResource']) {
        scene.simulator.faults.add({ operation, effect });
      }
      const options = { github: { apiUrl: github.apiUrl }, event };
      const run = await scene.release(RELEASE, options);
      expect(run.outputs.outcome).toBe('failed');
      expect(run.summary).toContain('Permissions that the role needs for this release');
      for (const text of [run.summary, github.comments[0]?.body ?? '']) {
        expect(text).toContain('### Missing permissions');
        expect(text).toContain('The job summary has the whole policy');
        const json = /```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';
        const { account, region } = scene.simulator.world.place;
        const orders = `arn:aws:lambda:${region}:${account}:function:orders`;
        const allow = (Action: readonly string[], Resource: string) => ({
          ...{ Effect: 'Allow', Action, Resource },
        });
        expect(JSON.parse(json).Statement).toEqual([
          allow(['lambda:TagResource', 'lambda:UntagResource', 'lambda:UpdateAlias'], orders),
        ]);
      }
    }).finally(github.close);
  });
});
