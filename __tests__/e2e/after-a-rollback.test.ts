// What follows a rollback on GitHub: an issue or a draft that reverts, once for each release, and never in the way of it.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { BOT, type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import type { GitHubFault } from '../support/github-proxy.ts';
import { schemaViolations } from '../support/github-schema.ts';
import { addHook } from '../support/hook-scene.ts';
import { quiet } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

const SHORT = {
  'max-step-time': '15s',
  steps: '50%/10s',
  'bake-time': '0s',
  analysis: 'off',
  'on-inconclusive': 'promote',
};
const BAD = { ...SHORT, 'step-hook': 'smoke', 'hook-timeout': '15m' };
const FAILS = `return { status: 'Failed', message: 'no orders for @octo-org/all' };`;
const [GOOD, WORSE, MENDED] = ['1'.repeat(40), '2'.repeat(40), '3'.repeat(40)];

type Run = (inputs: Variables, sha: string, more?: Variables) => Promise<ActionResult>;

/** A team with one function, whose hook fails, and its GitHub. */
async function team(
  act: (scene: FleetScene, github: GitHubDouble, run: Run) => Promise<void>,
  faults: readonly GitHubFault[] = [],
): Promise<void> {
  const github = await startGitHubDouble();
  for (const fault of faults) github.fail(fault);
  await playFleet({}, async (scene) => {
    await addHook(scene, 'smoke', FAILS);
    let runId = 7_000_000_300;
    await act(scene, github, (inputs, sha) => {
      runId += 1;
      const options = { github: { apiUrl: github.apiUrl, runId, sha }, event: {} };
      return scene.release(inputs, options);
    });
  }).finally(github.close);
}

const warningsOf = ({ commands }: ActionResult) =>
  commands.filter(({ name }) => name === 'warning').map(({ message }) => message);

describe('on-rollback: issue', () => {
  const ISSUE = { 'on-rollback': 'issue' };

  it('opens one issue for each release, and the next good release closes it', async () => {
    await team(async (scene, github, run) => {
      github.assignable.push('mona');
      github.commits.push(
        { sha: GOOD, message: 'Say v2', author: { login: 'mona', type: 'User' } },
        {
          sha: 'a'.repeat(40),
          message: 'Wait <img src=x> for @octo-org/all\n\nmore',
          author: null,
        },
        { sha: WORSE, message: 'Say v3 (#12)', author: { login: 'mona', type: 'User' } },
      );
      expect((await run({ ...SHORT, ...ISSUE }, GOOD)).outputs.outcome).toBe('promoted');
      expect(github.issues).toEqual([]);

      await scene.upload('orders', 'v3');
      const first = await run({ ...BAD, ...ISSUE }, WORSE);
      expect(first.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'hook' });
      const [issue] = github.issues;
      expect(github.issues).toHaveLength(1);
      expect(issue).toMatchObject({ state: 'open', assignees: [{ login: 'mona' }] });
      expect(issue?.title).toBe('Rolled back: orders:live: the step hook failed');
      expect(first.outputs['follow-up-url']).toBe(issue?.html_url);
      expect(first.summary).toContain(`[Issue #${issue?.number}](${issue?.html_url})`);
      const body = issue?.body ?? '';
      expect(body).toMatch(new RegExp(`^<!-- canary-action rollback \\S+ ${WORSE} -->`));
      expect(body).toContain('`orders` 2 → 3 on `orders:live`');
      expect(body).toContain(`- ${WORSE} Say v3`);
      expect(body).toContain('by `mona`');
      expect(body).not.toContain(`- ${GOOD}`);
      // Texts from outside notify nobody and are no markup.
      expect(body).not.toMatch(/@octo-org|<img/);
      expect(body).toContain('&lt;img');

      const again = await run({ ...BAD, ...ISSUE }, WORSE);
      expect(again.outputs.outcome).toBe('rolled-back');
      expect(github.issues).toHaveLength(1);
      expect(issue?.body).toContain('7000000303');
      const notes = () => github.comments.map(({ body: text }) => text);
      expect(notes()).toEqual([expect.stringMatching(/Rolled back again by http/)]);

      const [region = ''] = body.match(/rollback (\S+?)\//)?.slice(1) ?? [];
      const forged = `<!-- canary-action rollback ${region}/orders:live x -->`;
      const theirs = github.addIssue('stranger', 'not ours', forged);
      const other = github.addIssue(
        BOT,
        'of another target',
        `<!-- canary-action rollback ${region}/carts:live x -->`,
      );
      await scene.upload('orders', 'v4');
      expect((await run({ ...SHORT, ...ISSUE }, MENDED)).outputs.outcome).toBe('promoted');
      expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' });
      expect(notes()).toEqual([expect.anything(), expect.stringMatching(/was promoted at/)]);
      expect([theirs.state, other.state]).toEqual(['open', 'open']);
      expect(await schemaViolations(github.exchanges)).toEqual([]);
    });
  });

  it('names an author who cannot be assigned, and notifies nobody', async () => {
    await team(async (_, github, run) => {
      github.commits.push({
        ...{ sha: WORSE, message: 'Say v2' },
        author: { login: 'renovate[bot]', type: 'Bot' },
      });
      await run({ ...BAD, ...ISSUE }, WORSE);
      const [issue] = github.issues;
      expect(issue?.assignees).toEqual([]);
      expect(issue?.body).toContain(
        'The last commit is by `renovate[bot]`, who cannot be assigned',
      );
      expect(issue?.body).not.toMatch(/@\w/);
    });
  });

  it('is one issue although the response to its creation is lost', async () => {
    const lost = { method: 'POST', path: /\/issues$/, answer: 'lost', times: 1 } as const;
    await team(
      async (_, github, run) => {
        const ended = await run({ ...BAD, ...ISSUE }, WORSE);
        expect(github.issues).toHaveLength(1);
        expect(ended.outputs['follow-up-url']).toBe(github.issues[0]?.html_url);
      },
      [lost],
    );
  });

  it('is opened by the post step when the main step was killed before it', async () => {
    const never = { method: 'POST', path: /\/issues$/, answer: 'never', times: 1 } as const;
    await team(
      async (scene, github) => {
        const options = { github: { apiUrl: github.apiUrl, sha: WORSE } };
        const run = scene.start({ ...BAD, ...ISSUE }, options);
        await run.sees(/::group::Report/);
        // GitHub has received the request, and does not answer.
        await quiet(scene);
        const dead = await run.kill();
        expect(github.issues).toEqual([]);
        await dead.post();
        expect(github.issues).toHaveLength(1);
        expect(github.issues[0]?.title).toMatch(/the step hook failed/);
        // Safe to repeat.
        await dead.post();
        expect(github.issues).toHaveLength(1);
      },
      [never],
    );
  });

  it('costs a warning where the token may not, and does not change the outcome', async () => {
    const answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
    await team(
      async (_, __, run) => {
        const ended = await run({ ...BAD, ...ISSUE }, WORSE);
        expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
        expect(ended.outputs['follow-up-url']).toBeUndefined();
        expect(warningsOf(ended).join()).toMatch(
          /The issue could not be written: .*"permissions: issues: write"/,
        );
      },
      [{ method: 'POST', path: /\/issues$/, answer }],
    );
  });

  it('says before the release that issues are turned off', async () => {
    await team(async (_, github, run) => {
      github.settings.has_issues = false;
      const planned = await run({ command: 'plan', ...SHORT, ...ISSUE }, WORSE);
      expect(planned.summary).toMatch(/needs .*permissions: issues: write, contents: read/);
      expect(planned.summary).toContain('issues are turned off in octo\\-org/orders');
      expect(github.exchanges.map(({ method }) => method)).not.toContain('POST');
    });
  });

  it('follows neither a cancellation nor a request', async () => {
    await team(async (scene, github, run) => {
      const options = { github: { apiUrl: github.apiUrl, sha: WORSE } };
      const running = scene.start({ ...SHORT, ...ISSUE, steps: '50%/2h' }, options);
      await scene.reaches(0.5);
      const cancelled = await running.cancel();
      expect(cancelled.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'cancelled' });
      await run({ command: 'start', ...SHORT, ...ISSUE, steps: '50%/2h' }, WORSE);
      const back = await run({ command: 'rollback', ...ISSUE, steps: '', 'bake-time': '' }, WORSE);
      expect(back.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'requested' });
      expect(github.issues).toEqual([]);
    });
  });
});

describe('on-rollback: revert-pull-request', () => {
  const REVERT = { 'on-rollback': 'revert-pull-request' };

  const merged = (number: number, merge_commit_sha: string) => ({
    ...{ number, node_id: `PR_${number}`, title: `Change ${number}`, merge_commit_sha },
    ...{ state: 'closed' as const, merged: true, merged_at: '2026-11-01T00:00:00Z' },
    ...{ base: { ref: 'main' }, user: { login: 'mona' }, body: '' },
    head: { sha: 'd'.repeat(40), repo: { full_name: 'octo-org/orders' } },
  });

  it('opens one draft for each release, which names what else was merged', async () => {
    await team(async (scene, github, run) => {
      const between = 'a'.repeat(40);
      const author = { login: 'mona', type: 'User' } as const;
      github.commits.push(
        { sha: GOOD, message: 'Say v2', author, pull: 10 },
        { sha: between, message: 'Change 11', author, pull: 11 },
        { sha: WORSE, message: 'Change 12', author, pull: 12 },
      );
      github.pulls.push(merged(10, GOOD), merged(11, between), merged(12, WORSE));
      expect((await run({ ...SHORT, ...REVERT }, GOOD)).outputs.outcome).toBe('promoted');
      await scene.upload('orders', 'v3');
      const ended = await run({ ...BAD, ...REVERT }, WORSE);
      const drafts = github.pulls.filter(({ draft }) => draft);
      expect(drafts).toHaveLength(1);
      expect(drafts[0]).toMatchObject({ title: 'Revert "Change 12"', state: 'open' });
      expect(drafts[0]?.body).toContain('Reverts octo-org/orders#12');
      expect(drafts[0]?.body).toMatch(/one of 2 pull requests.*The others are #11:/s);
      expect(drafts[0]?.body).not.toMatch(/@octo-org/);
      expect(ended.outputs['follow-up-url']).toBe(drafts[0]?.html_url);
      await run({ ...BAD, ...REVERT }, WORSE);
      expect(github.pulls.filter(({ draft }) => draft)).toHaveLength(1);
      expect(await schemaViolations(github.exchanges)).toEqual([]);
    });
  });

  it.each<[string, GitHubDouble['revertError'], RegExp]>([
    [
      'a conflict',
      { type: 'UNPROCESSABLE', message: 'Pull request could not be reverted' },
      /GitHub could not revert #12 \(Pull request could not be reverted\), .* git revert -m 1 222222222222/,
    ],
    [
      'the setting that forbids it',
      { message: 'GitHub Actions is not permitted to create or approve pull requests' },
      /turn on "Allow GitHub Actions to create and approve pull requests"/,
    ],
    [
      'a missing permission',
      { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
      /the job needs "permissions: contents: write" and "pull-requests: write"/,
    ],
  ])('says in words what to do about %s', async (_, error, says) => {
    await team(async (__, github, run) => {
      github.pulls.push(merged(12, WORSE));
      github.revertError = error;
      const ended = await run({ ...BAD, ...REVERT }, WORSE);
      expect(ended).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } });
      expect(warningsOf(ended).join()).toMatch(says);
      expect(ended.summary).toContain('**on-rollback:** Nothing was reverted');
    });
  });

  it('says so if no pull request brought the commit, or a person reverts it already', async () => {
    await team(async (_, github, run) => {
      const ended = await run({ ...BAD, ...REVERT }, WORSE);
      expect(warningsOf(ended).join()).toContain(
        'Nothing was reverted, because no pull request brought the commit 2222222; revert it by hand: git revert 222222222222',
      );
      github.pulls.push(merged(12, WORSE), {
        ...{ number: 13, state: 'open', user: { login: 'mona' }, merged_at: null },
        ...{ body: 'Reverts octo-org/orders#12', html_url: 'https://github.com/x/13' },
        head: { sha: 'e'.repeat(40), repo: { full_name: 'octo-org/orders' } },
      });
      const second = await run({ ...BAD, ...REVERT }, WORSE);
      expect(second.outputs['follow-up-url']).toBe('https://github.com/x/13');
      expect(github.pulls).toHaveLength(2);
    });
  });
});
