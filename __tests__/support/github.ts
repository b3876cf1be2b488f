// GitHub for one test: a repository with pull requests and comments in an emulator from npm,
// behind a proxy that records and adds the refusals the emulator lacks.

import { createServer } from 'node:net';
import { createEmulator } from 'emulate';
import { type Exchange, type GitHubFault, startProxy } from './github-proxy.ts';
import { type ApiRequest, commitOfPullRequestQuery, refusal } from './github-rules.ts';

export const OWNER = 'octo-org';
export const REPO = 'orders';

/** Who acts, by token. */
export const TOKENS = {
  /** The job's own token, as `github-actions[bot]`. */
  job: 'ghs_job',
  /** The job's token in a pull request from a fork: may read only. */
  fork: 'ghs_fork',
  /** A person who may administer the repository. */
  maintainer: 'ghp_maintainer',
  /** A person without any right on it but what everybody has. */
  stranger: 'ghp_stranger',
  /** Another app that is installed in the repository, and the token that this app's workflow could use. */
  helper: 'ghs_helper',
} as const;

export interface PullRequest {
  readonly number: number;
  /** Of its last commit. */
  readonly sha: string;
  /** The `pull_request` event, as far as an action reads it. */
  readonly event: unknown;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
}

export interface GitHub {
  /** For GITHUB_API_URL, or Octokit's `baseUrl`. */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  /** Every request of the client under test, in order, with its answer. */
  readonly exchanges: readonly Exchange[];
  /** Opens a pull request of one commit. `message` is a stranger's text: anything may stand in it. */
  openPullRequest(options?: {
    readonly title?: string;
    readonly message?: string;
  }): Promise<PullRequest>;
  /** Adds a comment as that person. */
  comment(number: number, body: string, token?: string): Promise<IssueComment>;
  commentsOf(number: number): Promise<readonly IssueComment[]>;
  /** From now on, such requests fail. */
  fail(fault: GitHubFault): void;
  close(): Promise<void>;
}

const ACCESS = {
  [TOKENS.job]: 'write',
  [TOKENS.fork]: 'read',
  [TOKENS.maintainer]: 'write',
  [TOKENS.stranger]: 'write',
  [TOKENS.helper]: 'write',
} as const;

const REPOSITORY = `/repos/${OWNER}/${REPO}`;

export async function startGitHub(): Promise<GitHub> {
  const port = await freePort();
  const upstream = `http://127.0.0.1:${port}`;
  const direct = client(upstream);
  const proxy = await startProxy(
    upstream,
    async (request) =>
      viewer(request) ?? refusal(request, ACCESS) ?? (await pullRequestsOfCommit(direct, request)),
  );
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: proxy.url,
    seed: SEED,
  });
  let opened = 0;
  return {
    apiUrl: proxy.url,
    repository: `${OWNER}/${REPO}`,
    exchanges: proxy.exchanges,
    fail: proxy.fail,
    openPullRequest: (options = {}) => {
      opened += 1;
      return openPullRequest(direct, { branch: `change-${opened}`, ...options });
    },
    comment: async (number, body, token = TOKENS.maintainer) => {
      const path = `${REPOSITORY}/issues/${number}/comments`;
      return asComment(await direct<RawComment>('POST', path, { body }, token));
    },
    commentsOf: (number) => allComments(direct, number),
    close: async () => {
      await proxy.close();
      await emulator.close();
    },
  };
}

const SEED = {
  tokens: {
    [TOKENS.job]: { login: 'github-actions[bot]', scopes: ['repo'] },
    [TOKENS.fork]: { login: 'github-actions[bot]', scopes: ['repo'] },
    [TOKENS.maintainer]: { login: 'maintainer', scopes: ['repo'] },
    [TOKENS.stranger]: { login: 'stranger', scopes: ['repo'] },
    [TOKENS.helper]: { login: 'helper[bot]', scopes: ['repo'] },
  },
  github: {
    users: [
      { login: 'github-actions[bot]' },
      { login: 'maintainer' },
      { login: 'stranger' },
      { login: 'helper[bot]' },
    ],
    orgs: [{ login: OWNER, members: [{ login: 'maintainer', role: 'admin' }] }],
    repos: [{ owner: OWNER, name: REPO, auto_init: true }],
  },
};

/** Of GraphQL, only who asks: GitHub answers that to every kind of token. */
function viewer({ path, token = '' }: ApiRequest) {
  if (path !== '/graphql') return undefined;
  const { login } = (SEED.tokens as Readonly<Record<string, { login: string }>>)[token] ?? {};
  return login === undefined
    ? { status: 401, body: { message: 'Bad credentials' } }
    : { status: 200, body: { data: { viewer: { login } } } };
}

type Client = <T>(method: string, path: string, body?: unknown, token?: string) => Promise<T>;

/** Straight to the emulator: what the test itself does is not recorded. */
function client(base: string): Client {
  return async <T>(method: string, path: string, body?: unknown, token?: string) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `token ${token ?? TOKENS.maintainer}`,
        'content-type': 'application/json',
        connection: 'close',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`emulator: ${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
}

interface RawPullRequest {
  readonly number: number;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string };
}

async function openPullRequest(
  direct: Client,
  options: { readonly branch: string; readonly title?: string; readonly message?: string },
): Promise<PullRequest> {
  const { branch, message = 'Say v2', title = 'Say v2' } = options;
  const main = await direct<{ object: { sha: string } }>('GET', `${REPOSITORY}/git/ref/heads/main`);
  const ref = { ref: `refs/heads/${branch}`, sha: main.object.sha };
  await direct('POST', `${REPOSITORY}/git/refs`, ref);
  const content = Buffer.from(branch).toString('base64');
  const file = { branch, message, content };
  await direct('PUT', `${REPOSITORY}/contents/${branch}.txt`, file);
  const pull = { title, head: branch, base: 'main' };
  const pull_request = await direct<RawPullRequest>('POST', `${REPOSITORY}/pulls`, pull);
  const { number, head } = pull_request;
  return { number, sha: head.sha, event: { action: 'opened', number, pull_request } };
}

async function pullRequestsOfCommit(direct: Client, request: ApiRequest) {
  const commit = commitOfPullRequestQuery(request);
  if (commit === undefined) return undefined;
  const all = await direct<readonly RawPullRequest[]>(
    'GET',
    `${REPOSITORY}/pulls?state=all&per_page=100`,
  );
  const holds = (pull: RawPullRequest) => [pull.head.sha, pull.merge_commit_sha].includes(commit);
  return { status: 200, body: all.filter(holds) };
}

interface RawComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

async function allComments(direct: Client, number: number): Promise<readonly IssueComment[]> {
  const comments: IssueComment[] = [];
  for (let page = 1; ; page += 1) {
    const path = `${REPOSITORY}/issues/${number}/comments?per_page=100&page=${page}`;
    const found = await direct<readonly RawComment[]>('GET', path);
    comments.push(...found.map(asComment));
    if (found.length < 100) return comments;
  }
}

function asComment({ id, body, user }: RawComment): IssueComment {
  return { id, body, author: user.login };
}

/** The emulator must be told its port. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
