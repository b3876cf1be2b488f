// The client for GitHub, over HTTP, with a GitHub that fails.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { now } from '../../../src/base/time.ts';
import { guardedFetch } from '../../../src/github/guarded-fetch.ts';
import { identityOf } from '../../../src/github/identity.ts';
import { connectOctokit } from '../../../src/github/octokit.ts';
import { troubleOf } from '../../../src/github/trouble.ts';
import { type GitHubFault, type Rule, startProxy } from '../../support/github-proxy.ts';

const repo = { owner: 'octo-org', repo: 'orders' };
const OPEN = new AbortController().signal;

type Server = Awaited<ReturnType<typeof startProxy>>;
let servers: Server[] = [];
beforeEach(() => {
  servers = [];
});
afterEach(() => Promise.all(servers.map((server) => server.close())));

async function serve(rule: Rule = async () => ({ status: 200, body: [] })): Promise<Server> {
  const server = await startProxy('http://127.0.0.1:1', rule);
  servers.push(server);
  return server;
}

async function client(fault?: GitHubFault, ended = OPEN) {
  const server = await serve();
  if (fault) server.fail(fault);
  return { server, octokit: connectOctokit({ token: 't', apiUrl: server.url }, ended) };
}

const list = { ...repo, issue_number: 1 };
const failure = (status: number, message: string, headers: Record<string, string> = {}) => ({
  answer: { status, body: { message }, headers },
});

describe('a request to GitHub', () => {
  it.each<[string, GitHubFault]>([
    ['502', { ...failure(502, 'Bad Gateway'), times: 1 }],
    ['a cut connection', { answer: 'cut', times: 1 }],
    ['429 for a second', { ...failure(429, 'slow down', { 'retry-after': '1' }), times: 1 }],
    [
      'a secondary limit for a second',
      {
        ...failure(403, 'You have exceeded a secondary rate limit', { 'retry-after': '1' }),
        times: 1,
      },
    ],
  ])('is sent again after %s', async (_, fault) => {
    const { octokit } = await client(fault);
    await expect(octokit.rest.issues.listComments(list)).resolves.toMatchObject({ data: [] });
  });

  it.each<[string, GitHubFault, number]>([
    ['that creates something, after a lost response', { answer: 'lost' }, 1],
    ['that is not permitted', failure(403, 'Resource not accessible by integration'), 1],
    ['that must wait for an hour', failure(429, 'no', { 'retry-after': '3600' }), 1],
  ])('%s is not sent again at once', async (_, fault, times) => {
    const { server, octokit } = await client(fault);
    const sent = octokit.rest.issues.createComment({ ...list, body: 'x' });
    await expect(sent).rejects.toBeInstanceOf(KnownError);
    expect(server.exchanges).toHaveLength(times);
  });

  it('is aborted at the end, and with it its further attempts', async () => {
    const ended = new AbortController();
    const { octokit } = await client({ answer: 'never' }, ended.signal);
    const sent = octokit.rest.issues.listComments(list);
    setTimeout(() => ended.abort(), 100);
    const from = Date.now();
    await expect(sent).rejects.toBeInstanceOf(KnownError);
    expect(Date.now() - from).toBeLessThan(1000);
  });

  it('is not read beyond a limit', async () => {
    const { octokit } = await client({ answer: 'endless' });
    await expect(octokit.rest.issues.listComments(list)).rejects.toThrow(
      "GitHub's API returned more than 10 MB; is there a proxy in between?",
    );
  });

  it.each([301, 302, 307, 308])('is not sent to another host by %d', async (status) => {
    const other = await serve();
    const headers = { location: `${other.url}/inside` };
    const { octokit } = await client({ answer: { status, body: {}, headers } });
    await expect(octokit.rest.issues.listComments(list)).rejects.toThrow(
      `GitHub's API could not be called: it redirects to another origin (${other.url}), which is not followed`,
    );
    expect(other.exchanges).toEqual([]);
  });

  it('follows the redirect of a renamed repository', async () => {
    const { server, octokit } = await client({
      path: /^\/repos\//,
      answer: { status: 301, body: {}, headers: { location: '/repositories/7/issues/1/comments' } },
    });
    await expect(octokit.rest.issues.listComments(list)).resolves.toMatchObject({ data: [] });
    expect(server.exchanges.at(-1)).toMatchObject({ path: '/repositories/7/issues/1/comments' });
  });

  it('ends where redirects go round', async () => {
    const server = await serve(async ({ path }) => ({
      status: 307,
      body: {},
      headers: { location: path },
    }));
    await expect(guardedFetch(fetch, OPEN)(`${server.url}/a`)).rejects.toThrow(
      'it redirects too many times',
    );
    expect(server.exchanges).toHaveLength(4);
  });
});

describe('what GitHub’s refusal means', () => {
  const said = async (fault: GitHubFault, method: 'GET' | 'POST' | 'deployments' = 'POST') => {
    // Nothing is sent again.
    const { octokit } = await client(fault);
    const { issues, repos } = octokit.rest;
    const send = {
      GET: () => issues.listComments(list),
      POST: () => issues.createComment({ ...list, body: 'x' }),
      deployments: () => repos.createDeployment({ ...repo, ref: 'main' }),
    };
    return send[method]().then(
      () => 'nothing',
      (error: Error) => error.message,
    );
  };
  const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102495500' };

  it.each<[string, GitHubFault, string]>([
    [
      'a limit that is used up',
      failure(403, 'API rate limit exceeded for installation ID 1.', reset),
      "GitHub's rate limit is used up until 14:05 UTC",
    ],
    [
      'the same with 429',
      failure(429, 'API rate limit exceeded', reset),
      "GitHub's rate limit is used up until 14:05 UTC",
    ],
    [
      'a missing permission',
      failure(403, 'Resource not accessible by integration'),
      'GitHub returned 403; the job needs "permissions: pull-requests: write" (and contents: read)',
    ],
    [
      'what a token may not see',
      failure(404, 'Not Found'),
      'GitHub returned 404; the job needs "permissions: pull-requests: write" (and contents: read)',
    ],
    [
      'another reason, in GitHub’s words',
      failure(403, 'Repository was archived so is read-only.'),
      'Repository was archived so is read-only.',
    ],
    ['an outage', failure(503, 'Server Error'), 'GitHub returned 503: Server Error'],
  ])('%s', async (_, fault, text) => {
    expect(await said(fault)).toBe(text);
  });

  it('a missing permission names what the request needs', async () => {
    const denied = failure(403, 'Resource not accessible by personal access token');
    expect(await said(denied, 'GET')).toContain('"permissions: pull-requests: read"');
    expect(await said(denied, 'deployments')).toContain('"permissions: deployments: write"');
  });

  it('a secondary limit without a time lasts a minute', async () => {
    const { octokit } = await client(failure(403, 'You have exceeded a secondary rate limit.'));
    const error = await octokit.rest.issues.createComment({ ...list, body: 'x' }).catch((e) => e);
    const at = now();
    expect(troubleOf(error, at)).toEqual({ kind: 'limit', which: 'secondary', until: at + 60 });
  });

  it('an address where nobody answers', async () => {
    const octokit = connectOctokit(
      { token: 't', apiUrl: 'http://127.0.0.1:9' },
      AbortSignal.abort(),
    );
    await expect(octokit.rest.issues.listComments(list)).rejects.toThrow(
      'GitHub could not be reached',
    );
  });
});

describe('whose token it is', () => {
  const viewer = (login: string) => ({ status: 200, body: { data: { viewer: { login } } } });
  const askedAt = async (rule: Rule, path = '') => {
    const server = await serve(rule);
    const octokit = connectOctokit({ token: 't', apiUrl: `${server.url}${path}` }, OPEN);
    return { login: identityOf(octokit), server };
  };

  it('is asked once, and is the same for apps and people', async () => {
    const { login, server } = await askedAt(async () => viewer('release-app[bot]'));
    expect([await login(), await login()]).toEqual(['release-app[bot]', 'release-app[bot]']);
    expect(server.exchanges.map(({ path }) => path)).toEqual(['/graphql']);
  });

  it('is asked at GitHub Enterprise Server’s own address', async () => {
    const { login, server } = await askedAt(async () => viewer('maintainer'), '/api/v3');
    expect(await login()).toBe('maintainer');
    expect(server.exchanges.map(({ path }) => path)).toEqual(['/api/graphql']);
  });

  it.each([
    ['that has no GraphQL', { status: 404, body: { message: 'Not Found' } }],
    ['that does not say', { status: 200, body: { errors: [{ message: 'no' }] } }],
    ['that says something else', { status: 200, body: null }],
  ])('is the workflow’s own with a server %s', async (_, answer) => {
    const { login } = await askedAt(async () => answer);
    expect(await login()).toBe('github-actions[bot]');
  });

  it('is not guessed while GitHub is in trouble, but asked again', async () => {
    const { login, server } = await askedAt(async () => viewer('release-app[bot]'));
    server.fail({ ...failure(429, 'no', { 'retry-after': '3600' }), times: 1 });
    await expect(login()).rejects.toThrow("GitHub's secondary rate limit is used up until");
    expect(await login()).toBe('release-app[bot]');
  });
});

describe('a list of comments that is read again', () => {
  it('is asked for only if it has changed, page by page', async () => {
    const comments = [{ id: 1, body: 'a' }];
    const server = await serve(async () => ({ status: 200, body: comments }));
    const octokit = connectOctokit({ token: 't', apiUrl: server.url }, OPEN);
    const read = async () => (await octokit.rest.issues.listComments(list)).data;
    const asked = { ...list, since: '2026-01-01T00:00:00Z', per_page: 100 };
    const readSince = async () => (await octokit.rest.issues.listComments(asked)).data;
    expect(await readSince()).toEqual(comments);
    expect(await readSince()).toEqual(comments);
    comments.push({ id: 2, body: '/canary promote' });
    expect(await readSince()).toEqual(comments);
    expect(await readSince()).toEqual(comments);
    // Without its query, it is another list.
    expect(await read()).toEqual(comments);
    expect(server.exchanges.map(({ status }) => status)).toEqual([200, 304, 200, 304, 200]);
  });

  it('keeps nothing of what GitHub refuses', async () => {
    const server = await serve(async () => ({ status: 200, body: [{ id: 1 }] }));
    const octokit = connectOctokit({ token: 't', apiUrl: server.url }, OPEN);
    const asked = { ...list, per_page: 100 };
    await octokit.rest.issues.listComments(asked);
    server.fail({ ...failure(404, 'Not Found'), times: 1 });
    await expect(octokit.rest.issues.listComments(asked)).rejects.toThrow(KnownError);
    const { data } = await octokit.rest.issues.listComments(asked);
    expect(data).toEqual([{ id: 1 }]);
  });
});
