// `canary-action comment`: the comment of a report on a merge request of GitLab, or a pull request of GitHub.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliFolder, runCli } from '../support/cli.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { readText } from '../support/formats.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import {
  API_TOKEN,
  BOT,
  type GitLabDouble,
  type GitLabMergeRequest,
  JOB_TOKEN,
  PROJECT,
  READ_TOKEN,
  startGitLab,
} from '../support/gitlab-double.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const REPORT = readText('report-alias.json');
const MARKER = '<!-- canary-action eu-west-1/carts:live+1-d264b28c241acb7b -->';

let gitlab: GitLabDouble;
beforeAll(async () => {
  gitlab = await startGitLab();
});
afterAll(() => gitlab.close());

let iids = 0;
/** A merge request of its own for each test, which share the server. */
function mergeRequest(of: Partial<GitLabMergeRequest> = {}): GitLabMergeRequest {
  iids += 1;
  const made: GitLabMergeRequest = {
    ...{ iid: iids, state: 'opened', sha: 'f'.repeat(40), notes: [] },
    ...{ merge_commit_sha: null, squash_commit_sha: null, merged_at: null },
    ...of,
  };
  gitlab.mergeRequests.push(made);
  return made;
}

function folder(report = REPORT): string {
  const cwd = cliFolder();
  writeFileSync(join(cwd, 'report.json'), report);
  return cwd;
}

/** A job of GitLab, with a token as a variable of the project. */
function job(more: Readonly<Record<string, string>> = {}) {
  return {
    GITLAB_CI: 'true',
    CI_API_V4_URL: gitlab.apiUrl,
    CI_PROJECT_ID: '42',
    CI_PROJECT_PATH: PROJECT,
    CI_JOB_TOKEN: JOB_TOKEN,
    GITLAB_TOKEN: API_TOKEN,
    ...more,
  };
}

const ofMergeRequest = ({ iid }: GitLabMergeRequest) => job({ CI_MERGE_REQUEST_IID: String(iid) });

function comment(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  cwd = folder(),
) {
  const all = ['comment', 'gitlab', '--report', 'report.json', ...args];
  return runCli(all, { aws: undefined, env, cwd });
}

describe('canary-action comment gitlab', () => {
  it('creates one note, and edits it from then on', async () => {
    const request = mergeRequest();
    const first = await comment(ofMergeRequest(request));
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.log).toContain(`The comment on merge request !${request.iid} was created.`);
    expect(request.notes).toHaveLength(1);
    expect(request.notes[0]?.body).toBe(JSON.parse(REPORT).comment);

    const changed = REPORT.replaceAll('Promoted', 'Rolled back');
    const second = await comment(ofMergeRequest(request), [], folder(changed));
    expect(second.log).toContain('was updated.');
    expect(request.notes).toHaveLength(1);
    expect(request.notes[0]?.body).toContain('Rolled back');
  });

  it('finds its note among hundreds, and no note of another user', async () => {
    const request = mergeRequest();
    const theirs = gitlab.addNote(request.iid, 99, `${MARKER}\nwritten by somebody else`);
    for (let i = 0; i < 230; i++) gitlab.addNote(request.iid, 99, `note ${i}`);
    const other = gitlab.addNote(
      request.iid,
      BOT.id,
      '<!-- canary-action another -->\nanother target',
    );
    const ours = gitlab.addNote(request.iid, BOT.id, `${MARKER}\nold`);
    const run = await comment(ofMergeRequest(request));
    expect(run.log).toContain('was updated.');
    expect(ours.body).toContain('Promoted');
    expect(theirs.body).toContain('somebody else');
    expect(other.body).toContain('another target');
  });

  it('finds the merge request that brought the commit to its branch', async () => {
    const before = { state: 'merged', merged_at: '2026-11-28T10:00:00Z', sha: SHA } as const;
    const earlier = mergeRequest(before);
    const merged = mergeRequest({
      ...before,
      merged_at: '2026-11-27T10:00:00Z',
      merge_commit_sha: SHA,
    });
    const run = await comment(job());
    expect(run.log).toContain(`merge request !${merged.iid} was created`);
    expect(earlier.notes).toEqual([]);
    gitlab.mergeRequests.splice(0);
  });

  it('says so if no merge request brought it, and is content', async () => {
    const run = await comment(job());
    expect(run.code).toBe(0);
    expect(run.log).toContain(
      'No merge request brought the commit 0123456, so there is no comment.',
    );
  });

  it('takes project and number from flags, and needs no CI for that', async () => {
    const request = mergeRequest();
    const env = { CANARY_GITLAB_TOKEN: API_TOKEN };
    const args = ['--api-url', `${gitlab.apiUrl}/`, '--repository', PROJECT, '--number'];
    const run = await comment(env, [...args, String(request.iid)]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(request.notes).toHaveLength(1);
    expect(gitlab.calls.at(-1)?.path).toContain('/projects/shop%2Fbackend%2Forders/');
  });

  it('lets no line be a command of GitLab', async () => {
    const request = mergeRequest();
    const report = JSON.parse(REPORT);
    const hostile = { ...report, comment: `${report.comment}\n/close\n  /assign @me\nand /close` };
    await comment(ofMergeRequest(request), [], folder(JSON.stringify(hostile)));
    expect(request.notes[0]?.body).toMatch(/\n\u200B\/close\n {2}\u200B\/assign @me\nand \/close$/);
  });

  it('waits if GitLab is overloaded, and repeats what may be repeated', async () => {
    const request = mergeRequest();
    gitlab.fail(1, 429, { 'retry-after': '1' });
    gitlab.fail(1, 502);
    const run = await comment(ofMergeRequest(request));
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(request.notes).toHaveLength(1);
  });

  it.each([
    [
      'no token',
      { GITLAB_TOKEN: '' },
      2,
      'GITLAB_TOKEN: expected a project access token with the scope api, as a masked variable of the project; the job token CI_JOB_TOKEN may not write comments',
    ],
    [
      'the job token',
      { GITLAB_TOKEN: JOB_TOKEN },
      1,
      '401 Unauthorized. Expected a project access token with the scope api and the role Reporter or more, which is not expired; the job token (CI_JOB_TOKEN) may read notes but not write them',
    ],
    [
      'a token that may only read',
      { GITLAB_TOKEN: READ_TOKEN },
      1,
      `The token may not comment in 42; expected the scope api`,
    ],
    ['a project that is not there', { CI_PROJECT_ID: '43' }, 1, 'There is no merge request'],
    [
      'a server that does not answer',
      { CI_API_V4_URL: 'nonsense' },
      2,
      'CI_API_V4_URL: "nonsense" is not an address',
    ],
  ])('says what is wrong with %s', async (_, env, code, says) => {
    const request = mergeRequest();
    const run = await comment({ ...ofMergeRequest(request), ...env });
    expect(run.stderr).toContain(says);
    expect(run.code).toBe(code);
    for (const token of [API_TOKEN, JOB_TOKEN, READ_TOKEN]) expect(run.log).not.toContain(token);
    expect(request.notes).toEqual([]);
  });

  it.each([
    [
      'none',
      '',
      'report.json": it is no report; expected JSON with the schema canary-action/report/1',
    ],
    [
      'another',
      '{"schema":"canary-action/report/1"}',
      'it has no comment, because an earlier version wrote it',
    ],
    ['text', 'not JSON', 'it is no report'],
    ['a list', '[]', 'it is no report'],
    [
      'a comment without a marker',
      '{"schema":"canary-action/report/1","comment":"hello"}',
      'it has no comment',
    ],
  ])('refuses a report that is %s', async (_, text, says) => {
    const run = await comment(job(), [], folder(text));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(says);
  });

  it('reports all problems of its flags together', async () => {
    const args = ['--number', 'four', '--api-url', 'x y', '--repository', 'orders'];
    const run = await runCli(['comment', 'gitlab', '--report', 'missing.json', ...args], {
      aws: undefined,
    });
    expect(run.code).toBe(2);
    expect(run.stderr.trim().split('\n')).toEqual([
      'error: --report "missing.json": there is no such file',
      'error: --number: "four" is not a number; expected for example 42',
      'error: --api-url: "x y" is not an address; expected for example https://gitlab.com/api/v4',
      expect.stringContaining('error: GITLAB_TOKEN: expected a project access token'),
    ]);
  });
});

describe('canary-action comment github', () => {
  it('writes the comment on the pull request', async () => {
    const github = await startGitHubDouble();
    try {
      github.pulls.push({
        number: 12,
        state: 'open',
        head: { sha: SHA, repo: { full_name: 'octo-org/orders' } },
      });
      const env = { GITHUB_TOKEN: 'ghp_token', GITHUB_API_URL: github.apiUrl };
      const run = await runCli(['comment', 'github', '--report=report.json', '--number=12'], {
        aws: undefined,
        env,
        cwd: folder(),
      });
      expect([run.code, run.stderr]).toEqual([0, '']);
      expect(github.comments.map(({ issue, body }) => [issue, body])).toEqual([
        [12, JSON.parse(REPORT).comment],
      ]);
    } finally {
      await github.close();
    }
  });
});

describe('canary-action comment github --on-rollback', () => {
  const env = (apiUrl: string) => ({ GITHUB_TOKEN: 'ghp_token', GITHUB_API_URL: apiUrl });

  it('opens the issue of a rolled-back release once, and closes it after a good one', async () => {
    const github = await startGitHubDouble();
    const post = (report: string) =>
      runCli(['comment', 'github', '--report=report.json', '--on-rollback=issue'], {
        ...{ aws: undefined, env: env(github.apiUrl) },
        cwd: folder(report),
      });
    try {
      const bad = readText('report-stage.json');
      const first = await post(bad);
      expect([first.code, first.stderr]).toEqual([0, '']);
      expect(first.log).toMatch(/Issue #500 was opened: https:/);
      expect((await post(bad)).code).toBe(0);
      expect(github.issues).toMatchObject([
        { title: 'Rolled back: orders-api/prod: errors ×9.0 on the canary', state: 'open' },
      ]);
      const { key } = JSON.parse(bad).followUp;
      const good = { ...JSON.parse(REPORT), followUp: { ...JSON.parse(REPORT).followUp, key } };
      expect((await post(JSON.stringify(good))).log).toContain('Issue #500 was closed');
      expect(github.issues).toMatchObject([{ state: 'closed' }]);
    } finally {
      await github.close();
    }
  });

  it('fails if a revert is not possible, and refuses what it does not know', async () => {
    const github = await startGitHubDouble();
    const post = (how: string, where = 'github') =>
      runCli(['comment', where, '--report=report.json', `--on-rollback=${how}`], {
        ...{ aws: undefined, env: { ...env(github.apiUrl), GITLAB_TOKEN: API_TOKEN } },
        cwd: folder(readText('report-stage.json')),
      });
    try {
      const revert = await post('revert-pull-request');
      expect(revert.code).not.toBe(0);
      expect(revert.stderr + revert.log).toContain(
        'Nothing was reverted, because no pull request brought the commit 0123456',
      );
      expect((await post('page')).stderr).toContain(
        '--on-rollback: "page" is not one of the values; expected none, issue or revert-pull-request',
      );
      expect((await post('issue', 'gitlab')).stderr).toContain(
        '--on-rollback: it is for GitHub only; expected comment github',
      );
    } finally {
      await github.close();
    }
  });
});

describe('A release in GitLab', () => {
  it('is planned in a merge request, and its plan becomes a comment', async () => {
    await playFleet({}, async ({ simulator: { url, world } }) => {
      const request = mergeRequest();
      const env = { ...ofMergeRequest(request), CI_COMMIT_SHA: SHA };
      const place = {
        aws: { endpoint: url, region: world.place.region },
        clock: world.clock.settings,
      };
      const cwd = cliFolder();
      const flags = ['--functions=orders', '--alias=live', '--steps=50%/2m'];
      const planned = await runCli(['plan', ...flags, '--report=report.json'], {
        ...place,
        env,
        cwd,
      });
      expect(planned.code).toBe(0);
      const refused = await runCli(['rollout', ...flags], { ...place, env, cwd });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('would release unmerged code to users');
      expect((await comment(env, [], cwd)).code).toBe(0);
      expect(request.notes[0]?.body).toContain('Planned');
      expect(request.notes[0]?.body).not.toContain('/canary');
    });
  });
});
