// Whose approval counts, by what GitHub shows. What it does not show is never a yes.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openConversation } from '../../../src/github/conversation.ts';
import { type GitHubDouble, startGitHubDouble } from '../../support/github-double.ts';

const PULL = 12;
let github: GitHubDouble;
beforeAll(async () => {
  github = await startGitHubDouble();
  const head = { sha: 'a'.repeat(40), repo: { full_name: 'octo-org/orders' } };
  github.pulls.push({ number: PULL, state: 'closed', head, base: { ref: 'main' } });
});
afterAll(() => github.close());
beforeEach(() => {
  github.files.clear();
  github.teams.clear();
  github.teams.set('octo-org/releases', ['maria']);
});

function why(login: string, approvers: string) {
  const place = {
    ...{ token: 'none', apiUrl: github.apiUrl, repository: 'octo-org/orders' },
    ...{ pullRequest: PULL, sha: '', branch: undefined },
  };
  return openConversation(place, new AbortController().signal).whyNoApprover(
    PULL,
    login,
    approvers,
  );
}

describe('people and teams', () => {
  it.each([
    ['maria', '@maria'],
    ['Maria', '@mariA'],
    ['maria', '@jo, @octo-org/releases'],
    ['jo', '@jo, @octo-org/releases'],
  ])('include %s for %s', async (login, approvers) => {
    expect(await why(login, approvers)).toBeUndefined();
  });

  it('do not include others, who are told who they are, without notifying those', async () => {
    expect(await why('jo', '@maria, @octo-org/releases')).toBe(
      'only these can approve this release, so nothing was done: `@maria`, `@octo-org/releases`.',
    );
  });

  it('are not known if the token cannot see the team', async () => {
    await expect(why('maria', '@octo-org/secret')).rejects.toThrow(
      /^the token cannot see the team @octo-org\/secret.*expected a github-token with read:org/,
    );
  });
});

describe('the owners of a path', () => {
  it.each([
    ['.github/CODEOWNERS', ['CODEOWNERS', 'docs/CODEOWNERS']],
    ['CODEOWNERS', ['docs/CODEOWNERS']],
    ['docs/CODEOWNERS', []],
  ])('are in %s before any other', async (place, others) => {
    github.files.set(place, '* @jo\n/services/ @octo-org/releases maria@example.com\n');
    for (const other of others) github.files.set(other, '* @nobody');
    expect(await why('maria', 'CODEOWNERS services/orders')).toBeUndefined();
    expect(await why('jo', 'CODEOWNERS services/orders')).toBe(
      'only these can approve this release, so nothing was done: CODEOWNERS names for services/orders: `@octo-org/releases`, `maria@example.com`.',
    );
    expect(await why('jo', 'CODEOWNERS README.md')).toBeUndefined();
  });

  it('include the person with a public address that is named', async () => {
    github.files.set('CODEOWNERS', '* maria@example.com');
    expect(await why('maria', 'CODEOWNERS src')).toBeUndefined();
    expect(await why('jo', 'CODEOWNERS src')).toContain('only these can approve');
  });

  it('are nobody where the last line names nobody', async () => {
    github.files.set('CODEOWNERS', '* @maria\n/services/');
    expect(await why('maria', 'CODEOWNERS services/orders')).toBe(
      'nobody can approve this release: CODEOWNERS names no owner of services/orders.',
    );
  });

  it('are read from a file of 2 MB, and not from one of 3 MB, which GitHub ignores', async () => {
    const line = `${'#'.repeat(99)}\n`;
    github.files.set('CODEOWNERS', `${line.repeat(20_000)}* @maria\n`);
    expect(await why('maria', 'CODEOWNERS src')).toBeUndefined();
    github.files.set('CODEOWNERS', `${line.repeat(30_000)}* @maria\n`);
    await expect(why('maria', 'CODEOWNERS src')).rejects.toThrow(/of 3 MB or more/);
  });

  it('are not known without a file, or with sections', async () => {
    await expect(why('maria', 'CODEOWNERS src')).rejects.toThrow(
      /^the branch main has no CODEOWNERS file/,
    );
    github.files.set('CODEOWNERS', '[Orders]\n* @maria');
    await expect(why('maria', 'CODEOWNERS src')).rejects.toThrow(/sections are GitLab's/);
  });

  it('are not known if the token may not read files', async () => {
    github.files.set('.github/CODEOWNERS', '* @maria');
    const answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
    github.fail({ path: /contents/, answer, times: 1 });
    await expect(why('maria', 'CODEOWNERS src')).rejects.toThrow(/GitHub returned 403/);
  });
});
