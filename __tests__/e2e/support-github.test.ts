// The stand-in for GitHub's API, proven with the client that the action uses.

import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GitHub, OWNER, REPO, startGitHub, TOKENS } from '../support/github.ts';
import { COMMENT_LIMIT } from '../support/github-rules.ts';
import { schemaViolations } from '../support/github-schema.ts';

const repo = { owner: OWNER, repo: REPO };

describe('the stand-in for GitHub', () => {
  let github: GitHub;
  beforeAll(async () => {
    github = await startGitHub();
  });
  afterAll(() => github.close());

  const as = (token: string) => getOctokit(token, { baseUrl: github.apiUrl });

  it('keeps comments: created, listed, edited in place', async () => {
    const { number } = await github.openPullRequest();
    const { issues } = as(TOKENS.job).rest;
    const { data } = await issues.createComment({ ...repo, issue_number: number, body: 'one' });
    await issues.updateComment({ ...repo, comment_id: data.id, body: 'two' });
    expect(await github.commentsOf(number)).toEqual([
      { id: data.id, body: 'two', author: 'github-actions[bot]' },
    ]);
    const listed = await issues.listComments({ ...repo, issue_number: number });
    expect(listed.data.map(({ body }) => body)).toEqual(['two']);
  });

  it('pages through comments, through the proxy', async () => {
    const { number } = await github.openPullRequest();
    for (let i = 0; i < 101; i += 1) await github.comment(number, `${i}`);
    const octokit = as(TOKENS.job);
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
      ...repo,
      issue_number: number,
      per_page: 100,
    });
    expect(all).toHaveLength(101);
    const pages = github.exchanges.filter(({ path }) => path.endsWith(`/${number}/comments`));
    expect(pages.map(({ query }) => query)).toEqual([
      '?per_page=100',
      expect.stringMatching(/page=2/),
    ]);
    expect(await github.commentsOf(number)).toHaveLength(101);
  });

  it('finds the pull requests of a commit', async () => {
    const { number, sha } = await github.openPullRequest();
    const { repos } = as(TOKENS.job).rest;
    const find = async (commit_sha: string) =>
      (await repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha })).data;
    expect((await find(sha)).map((pull) => pull.number)).toEqual([number]);
    expect(await find('f'.repeat(40))).toEqual([]);
  });

  it('keeps an untrusted commit message and title unchanged', async () => {
    const message = '**bold** @octo-org/all <img src=x> `code`\n\n::error::no';
    const { sha, event } = await github.openPullRequest({ message, title: '<!-- t -->' });
    const { data } = await as(TOKENS.job).rest.repos.getCommit({ ...repo, ref: sha });
    expect(data.commit.message).toBe(message);
    expect(event).toMatchObject({ pull_request: { title: '<!-- t -->', head: { sha } } });
  });

  it('knows who may do what', async () => {
    const { repos } = as(TOKENS.job).rest;
    const of = async (username: string) =>
      (await repos.getCollaboratorPermissionLevel({ ...repo, username })).data.permission;
    expect(await of('maintainer')).toBe('admin');
  });

  it('refuses a comment that is longer than GitHub takes, and takes the longest', async () => {
    const { number } = await github.openPullRequest();
    const create = (body: string) =>
      as(TOKENS.job).rest.issues.createComment({ ...repo, issue_number: number, body });
    await expect(create('x'.repeat(COMMENT_LIMIT + 1))).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Body is too long (maximum is 65536 characters)'),
    });
    const { data } = await create('x'.repeat(COMMENT_LIMIT));
    await expect(
      as(TOKENS.job).rest.issues.updateComment({
        ...repo,
        comment_id: data.id,
        body: 'x'.repeat(COMMENT_LIMIT + 1),
      }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('refuses a token that was not issued, and writes of a token that may only read', async () => {
    const { number } = await github.openPullRequest();
    const comment = (token: string) =>
      as(token).rest.issues.createComment({ ...repo, issue_number: number, body: 'x' });
    await expect(comment('ghs_unknown')).rejects.toMatchObject({ status: 401 });
    await expect(comment(TOKENS.fork)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    const read = as(TOKENS.fork).rest.issues.listComments({ ...repo, issue_number: number });
    expect((await read).data).toEqual([]);
  });

  it('fails on demand, as often as configured', async () => {
    const { number } = await github.openPullRequest();
    const list = () => as(TOKENS.job).rest.issues.listComments({ ...repo, issue_number: number });
    const path = new RegExp(`/issues/${number}/comments$`);
    github.fail({ path, answer: { status: 503, body: { message: 'no' } }, times: 1 });
    github.fail({ path, answer: 'cut', times: 1 });
    await expect(list()).rejects.toMatchObject({ status: 503 });
    await expect(list()).rejects.toThrow();
    expect((await list()).status).toBe(200);
  });

  describe('and GitHub’s own schema', () => {
    it('has nothing against what Octokit sends', async () => {
      const from = github.exchanges.length;
      const { number, sha } = await github.openPullRequest();
      const { issues, repos } = as(TOKENS.job).rest;
      await issues.createComment({ ...repo, issue_number: number, body: 'one' });
      await issues.listComments({ ...repo, issue_number: number, per_page: 100 });
      await repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: sha });
      const exchanges = github.exchanges.slice(from);
      expect(exchanges).toHaveLength(3);
      expect(await schemaViolations(exchanges)).toEqual([]);
    });

    it('objects to a wrong type, a missing member, an unknown query and an unknown path', async () => {
      const request = { method: 'POST', query: '', token: undefined, status: 200, answer: {} };
      const comments = `/repos/${OWNER}/${REPO}/issues/7/comments`;
      expect(
        await schemaViolations([
          { ...request, path: comments, body: { body: 7 } },
          { ...request, path: comments, body: {} },
          { ...request, method: 'GET', path: comments, query: '?pages=2', body: undefined },
          { ...request, path: '/repos/x', body: {} },
        ]),
      ).toEqual([
        `POST ${comments}: /requestBody/body must be string`,
        `POST ${comments}: /requestBody must have required property 'body'`,
        `GET ${comments}: /query must NOT have additional properties (pages)`,
        'POST /repos/x: no such endpoint',
      ]);
    });
  });
});
