// The pull request that a commit belongs to, and the comment on it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openConversation } from '../../../src/github/conversation.ts';
import { type CommentPlace, openComment } from '../../../src/github/pull-request.ts';
import { commentMarker } from '../../../src/report/comment-body.ts';
import { BOT, type GitHubDouble, startGitHubDouble } from '../../support/github-double.ts';
import type { DoublePull } from '../../support/github-follow-up.ts';

const OPEN = new AbortController().signal;
const [COMMIT, OTHER] = ['c'.repeat(40), 'd'.repeat(40)];
const KEY = 'orders:live';

let github: GitHubDouble;
beforeAll(async () => {
  github = await startGitHubDouble();
});
afterAll(() => github.close());
beforeEach(() => void github.pulls.splice(0));

const place = (parts: Partial<CommentPlace> = {}): CommentPlace => ({
  ...{ token: 't', apiUrl: github.apiUrl, repository: 'octo-org/orders' },
  ...{ pullRequest: undefined, sha: COMMIT, branch: 'main', ...parts },
});

interface Parts extends Partial<DoublePull> {
  readonly into?: string;
  readonly tip?: string;
}

const pull = (number: number, { into = 'main', tip = OTHER, ...parts }: Parts): DoublePull => ({
  ...{ number, state: 'closed', merged_at: '2025-11-28T10:00:00Z', merge_commit_sha: OTHER },
  ...{ head: { sha: tip, repo: { full_name: 'octo-org/orders' } }, base: { ref: into } },
  ...parts,
});
const open = (number: number, into: string, tip: string) =>
  pull(number, { into, tip, state: 'open', merged_at: null });

describe('the pull request of a commit', () => {
  const cases: readonly (readonly [string, readonly DoublePull[], number | undefined])[] = [
    [
      'is the one that was merged as it, although its branch is to be merged elsewhere',
      [open(1, 'production', COMMIT), pull(2, { merge_commit_sha: COMMIT })],
      2,
    ],
    [
      'is that even if another one was merged later',
      [
        pull(1, { merge_commit_sha: COMMIT, merged_at: '2025-11-01T10:00:00Z' }),
        pull(2, { merged_at: '2025-11-20T10:00:00Z' }),
      ],
      1,
    ],
    [
      'is otherwise the last that was merged into the branch of the run',
      [
        pull(1, { merged_at: '2025-11-01T10:00:00Z' }),
        pull(2, { merged_at: '2025-11-02T10:00:00Z' }),
        pull(3, { into: 'production', merged_at: '2025-11-20T10:00:00Z' }),
      ],
      2,
    ],
    ['is an open one only if the commit is its head', [open(1, 'production', OTHER)], undefined],
    ['is an open one if the commit is its head', [open(1, 'production', COMMIT)], 1],
    [
      'is not the one that GitHub would merge as it',
      [pull(1, { merge_commit_sha: COMMIT, merged_at: null, state: 'open' })],
      undefined,
    ],
    ['is none of a commit that was pushed', [], undefined],
  ];
  it.each(cases)('%s', async (_, pulls, expected) => {
    github.pulls.push(...pulls);
    expect(await openConversation(place(), OPEN).findPull()).toBe(expected);
  });

  it('is the last merged one anywhere if the branch is not known', async () => {
    github.pulls.push(pull(3, { into: 'production' }));
    expect(await openConversation(place({ branch: undefined }), OPEN).findPull()).toBe(3);
  });
});

describe('the comment', () => {
  it('is made again after somebody has deleted it', async () => {
    const comment = await openComment(place({ pullRequest: 40 }), commentMarker(KEY), OPEN);
    await comment?.write(`${commentMarker(KEY)} one`);
    (github.comments as unknown[]).splice(0);
    await comment?.write(`${commentMarker(KEY)} two`);
    expect(github.comments).toMatchObject([{ issue: 40, user: { login: BOT } }]);
    expect(github.comments[0]?.body).toContain('two');
  });

  it('is not made twice when the response to its creation is lost', async () => {
    const comment = await openComment(place({ pullRequest: 41 }), commentMarker(KEY), OPEN);
    github.fail({ method: 'POST', path: /\/comments$/, answer: 'lost', times: 1 });
    await expect(comment?.write(`${commentMarker(KEY)} one`)).rejects.toThrow('GitHub could not');
    await comment?.write(`${commentMarker(KEY)} two`);
    const here = github.comments.filter(({ issue }) => issue === 41);
    expect(here.map(({ body }) => body)).toEqual([`${commentMarker(KEY)} two`]);
  });
});

describe('a comment that was read', () => {
  it('is ours only if the token’s own user wrote it', async () => {
    for (const login of ['helper[bot]', 'maintainer', BOT]) github.comment(42, login, 'x', 0);
    const read = await openConversation(place(), OPEN).read(42, 0);
    expect(read.map(({ login, own }) => [login, own])).toEqual([
      ['helper[bot]', false],
      ['maintainer', false],
      [BOT, true],
    ]);
  });

  it('is answered only by a reaction of that user', async () => {
    const { id } = github.comment(43, 'maintainer', '/canary rollback', 0);
    const conversation = openConversation(place(), OPEN);
    github.react(id, '+1', 'helper[bot]');
    expect(await conversation.isAnswered(id)).toBe(false);
    github.react(id, 'confused', BOT);
    expect(await conversation.isAnswered(id)).toBe(true);
  });

  it('has an author who is asked about again if GitHub failed', async () => {
    const conversation = openConversation(place(), OPEN);
    const fault = { status: 404, body: { message: 'Not Found' } };
    github.fail({ path: /\/permission$/, answer: fault, times: 1 });
    await expect(conversation.mayWrite('maintainer')).rejects.toThrow('Not Found');
    expect(await conversation.mayWrite('maintainer')).toBe(false);
  });
});
