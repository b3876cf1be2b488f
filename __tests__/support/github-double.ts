// GitHub as far as a release talks to it beside comments: deployments and their statuses, who may
// write, reactions. In memory, over HTTP; what it is asked can be held against GitHub's own schema.

import type { Marking } from '../../simulator/front/marked-texts.ts';
import {
  type CommitState,
  commitsOf,
  type DoubleCommit,
  type DoubleIssue,
  type DoublePull,
  ISSUE_ROUTES,
  noCommits,
  revertPull,
} from './github-follow-up.ts';
import { type Exchange, type GitHubFault, startProxy } from './github-proxy.ts';
import type { ApiAnswer, ApiRequest } from './github-rules.ts';

export interface DoubleComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'User' | 'Bot' };
  readonly created_at: string;
  updated_at: string;
}

export interface DoubleDeployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly payload: unknown;
  /** Newest first. */
  readonly statuses: { state: string; description: string; environment_url?: string }[];
}

export interface DoubleReaction {
  readonly comment: number;
  readonly content: string;
  readonly login: string;
}

export interface GitHubDouble {
  readonly apiUrl: string;
  readonly exchanges: readonly Exchange[];
  readonly deployments: readonly DoubleDeployment[];
  readonly comments: readonly DoubleComment[];
  readonly reactions: readonly DoubleReaction[];
  readonly pulls: DoublePull[];
  readonly issues: readonly DoubleIssue[];
  /** Of the default branch, the oldest first. */
  readonly commits: DoubleCommit[];
  /** Who can be assigned to issues. */
  readonly assignable: string[];
  /** What `revertPullRequest` answers instead of a draft. */
  revertError: CommitState['revertError'];
  /** As GET /repos/OWNER/NAME shows it. */
  readonly settings: { has_issues: boolean; archived: boolean };
  /** Adds an issue of this user. */
  addIssue(login: string, title: string, body: string): DoubleIssue;
  /** The members of teams that the token may see, by `org/slug`; of a team that it may not see, there is no entry. */
  readonly teams: Map<string, readonly string[]>;
  /** Files by path, on every branch. */
  readonly files: Map<string, string>;
  /** The repository's, by name. */
  readonly variables: Map<string, string>;
  /** Adds a comment, written at this time (in milliseconds since the epoch). */
  comment(issue: number, login: string, body: string, at: number): DoubleComment;
  react(comment: number, content: string, login: string): void;
  /** From now on, such requests fail. */
  fail(fault: GitHubFault): void;
  /** Puts a marker into every text of all further answers. */
  mark(marking: Marking): void;
  close(): Promise<void>;
}

/** The token's own user, as for the token of a workflow's job. */
export const BOT = 'github-actions[bot]';

/** A GitHub App that is installed in the organization: its user, and the token of its installation. */
export interface InstalledApp {
  readonly login: string;
  readonly token: string;
}

/**
 * @param access by login: `admin`, `write`, `read`; who is not named has none
 * @param app only its token sees teams; without it, every token does
 */
export async function startGitHubDouble(
  access: Readonly<Record<string, string>> = {},
  app?: InstalledApp,
): Promise<GitHubDouble> {
  const state: State = {
    ...{ app, access, deployments: [], comments: [], reactions: [], pulls: [], ids: 1 },
    variables: new Map(),
    ...noCommits(),
    ...{ teams: new Map(), files: new Map() },
  };
  const proxy = await startProxy('http://127.0.0.1:1', async (request) => answer(state, request));
  return {
    apiUrl: proxy.url,
    exchanges: proxy.exchanges,
    deployments: state.deployments,
    comments: state.comments,
    reactions: state.reactions,
    pulls: state.pulls,
    teams: state.teams,
    files: state.files,
    variables: state.variables,
    issues: state.issues,
    commits: state.commits,
    assignable: state.assignable,
    settings: state.settings,
    get revertError() {
      return state.revertError;
    },
    set revertError(error) {
      state.revertError = error;
    },
    addIssue: (login, title, body) => state.addIssue(login, { title, body }),
    comment: (issue, login, body, at) => addComment(state, issue, login, body, at),
    fail: proxy.fail,
    react: (comment, content, login) => void state.reactions.push({ comment, content, login }),
    mark: proxy.mark,
    close: proxy.close,
  };
}

interface State extends CommitState {
  readonly app: InstalledApp | undefined;
  readonly access: Readonly<Record<string, string>>;
  readonly deployments: DoubleDeployment[];
  readonly comments: DoubleComment[];
  readonly reactions: DoubleReaction[];
  readonly pulls: DoublePull[];
  readonly teams: Map<string, readonly string[]>;
  readonly files: Map<string, string>;
  readonly variables: Map<string, string>;
  ids: number;
}

/** Whose token it is. */
function userOf({ app }: State, { token }: ApiRequest): string {
  return app !== undefined && token === app.token ? app.login : BOT;
}

function addComment(state: State, issue: number, login: string, body: string, at: number) {
  const when = new Date(at).toISOString();
  const type = login.endsWith('[bot]') ? ('Bot' as const) : ('User' as const);
  const comment: DoubleComment = {
    id: 100 + state.ids++,
    issue,
    body,
    user: { login, type },
    created_at: when,
    updated_at: when,
  };
  state.comments.push(comment);
  return comment;
}

type Handler = (state: State, request: ApiRequest, args: readonly string[]) => ApiAnswer;

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /\/deployments$/, ({ deployments }) => ok([...deployments].reverse())],
  ['POST', /\/deployments$/, createDeployment],
  [
    'GET',
    /\/deployments\/(\d+)\/statuses$/,
    (state, _, [id]) => ok(deploymentOf(state, id).statuses),
  ],
  [
    'POST',
    /\/deployments\/(\d+)\/statuses$/,
    (state, { body }, [id]) => {
      deploymentOf(state, id).statuses.unshift(body as DoubleDeployment['statuses'][number]);
      return { status: 201, body: { id: 1, ...(body as object) } };
    },
  ],
  [
    'GET',
    /\/collaborators\/([^/]+)\/permission$/,
    ({ access }, _, [login = '']) => {
      const permission = access[decodeURIComponent(login)];
      return permission === undefined ? ok({ permission: 'none' }) : ok({ permission });
    },
  ],
  ['GET', /\/issues\/comments\/(\d+)\/reactions$/, (state, _, [id]) => ok(reactionsOf(state, id))],
  [
    'POST',
    /\/issues\/comments\/(\d+)\/reactions$/,
    (state, request, [id]) => {
      const { content } = request.body as { content: string };
      state.reactions.push({ comment: Number(id), content, login: userOf(state, request) });
      return { status: 201, body: { id: 1, content } };
    },
  ],
  [
    'GET',
    /\/issues\/(\d+)\/comments$/,
    ({ comments, reactions }, _, [issue]) => {
      const dislikes = (id: number) =>
        reactions.filter(({ comment, content }) => comment === id && content === '-1').length;
      const here = comments.filter((comment) => comment.issue === Number(issue));
      return ok(here.map((one) => ({ ...one, reactions: { '-1': dislikes(one.id) } })));
    },
  ],
  [
    'POST',
    /\/issues\/(\d+)\/comments$/,
    (state, request, [issue]) => {
      const text = (request.body as { body: string }).body;
      const comment = addComment(state, Number(issue), userOf(state, request), text, 0);
      return { status: 201, body: comment };
    },
  ],
  [
    'PATCH',
    /\/issues\/comments\/(\d+)$/,
    (state, { body }, [id]) => {
      const found = state.comments.find((comment) => comment.id === Number(id));
      if (!found) return { status: 404, body: { message: 'Not Found' } };
      found.body = (body as { body: string }).body;
      return ok(found);
    },
  ],
  [
    'DELETE',
    /\/issues\/comments\/(\d+)$/,
    ({ comments }, _, [id]) => {
      const at = comments.findIndex((comment) => comment.id === Number(id));
      if (at < 0) return { status: 404, body: { message: 'Not Found' } };
      comments.splice(at, 1);
      return { status: 204, body: undefined };
    },
  ],
  [
    'GET',
    /\/pulls\/(\d+)$/,
    ({ pulls }, _, [number]) => {
      const pull = pulls.find((one) => one.number === Number(number));
      return pull ? ok(pull) : { status: 404, body: { message: 'Not Found' } };
    },
  ],
  [
    'GET',
    /\/actions\/variables\/([^/]+)$/,
    ({ variables }, _, [name = '']) => {
      const value = variables.get(name);
      if (value === undefined) return { status: 404, body: { message: 'Not Found' } };
      const at = new Date(0).toISOString();
      return ok({ name, value, created_at: at, updated_at: at });
    },
  ],
  // Those that contain the commit; without commits, the test has no other pull requests.
  [
    'GET',
    /\/commits\/([^/]+)\/pulls$/,
    ({ pulls, commits }, _, [sha]) => {
      const commit = commits.find((one) => one.sha === sha);
      if (commits.length === 0) return ok(pulls);
      return ok(pulls.filter(({ number }) => number === commit?.pull));
    },
  ],
  ['GET', /\/pulls$/, ({ pulls }) => ok([...pulls].reverse())],
  ...ISSUE_ROUTES,
  ['GET', /\/compare\/(.+)\.\.\.([^/]+)$/, commitsOf],
  [
    'POST',
    /\/graphql$/,
    (state, request) => {
      const { query } = request.body as { query: string };
      const login = userOf(state, request);
      return query.startsWith('mutation')
        ? revertPull(state, request.body, login)
        : ok({ data: { viewer: { login } } });
    },
  ],
  // A token that may not see a team gets a 404 (REST API, "Get a team by name").
  [
    'GET',
    /\/orgs\/([^/]+)\/teams\/([^/]+)$/,
    ({ teams, app }, { token }, [org, slug]) => {
      const mayRead = app === undefined || app.token === token;
      return mayRead && teams.has(`${org}/${slug}`) ? ok({ id: 1, slug, name: slug }) : NOT_FOUND;
    },
  ],
  [
    'GET',
    /\/orgs\/([^/]+)\/teams\/([^/]+)\/memberships\/([^/]+)$/,
    ({ teams }, _, [org, slug, login = '']) =>
      teams.get(`${org}/${slug}`)?.includes(login)
        ? ok({ url: '', role: 'member', state: 'active' })
        : NOT_FOUND,
  ],
  ['GET', /\/users\/([^/]+)$/, (_, __, [login]) => ok({ login, email: `${login}@example.com` })],
  [
    'GET',
    /\/contents\/([^?]+)$/,
    ({ files }, _, [path = '']) => {
      const text = files.get(decodeURIComponent(path));
      return text === undefined ? NOT_FOUND : ok(contentOf(path, text));
    },
  ],
  [
    'GET',
    /\/git\/blobs\/(.+)$/,
    ({ files }, _, [path = '']) => {
      const content = Buffer.from(files.get(decodeURIComponent(path)) ?? '').toString('base64');
      return ok({ sha: path, content, encoding: 'base64' });
    },
  ],
];

const NOT_FOUND: ApiAnswer = { status: 404, body: { message: 'Not Found' } };

/** Above 1 MB, the content is empty (REST API, "Get repository content"). */
function contentOf(path: string, text: string) {
  const content = text.length > 1024 * 1024 ? '' : Buffer.from(text).toString('base64');
  return { type: 'file', path, sha: path, size: text.length, encoding: 'base64', content };
}

function answer(state: State, request: ApiRequest): ApiAnswer {
  for (const [method, path, handle] of ROUTES) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match) return handle(state, request, match.slice(1));
  }
  return { status: 404, body: { message: `Not Found: ${request.method} ${request.path}` } };
}

function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

function createDeployment(state: State, { body }: ApiRequest): ApiAnswer {
  const asked = body as { ref: string; environment: string; task: string; payload: unknown };
  const { ref: sha, environment, task, payload } = asked;
  const made = { id: state.ids++, sha, environment, task, payload, statuses: [] };
  state.deployments.push(made);
  return { status: 201, body: made };
}

function deploymentOf({ deployments }: State, id: string | undefined): DoubleDeployment {
  const found = deployments.find((one) => one.id === Number(id));
  if (!found) throw new Error(`there is no deployment ${id}`);
  return found;
}

function reactionsOf({ reactions }: State, id: string | undefined) {
  return reactions
    .filter(({ comment }) => comment === Number(id))
    .map(({ content, login }, i) => ({ id: i + 1, content, user: { login, type: 'User' } }));
}
