// GitHub as far as what follows a rollback needs it: issues, assignees, commits, and its own revert of a pull request.

import type { ApiAnswer, ApiRequest } from './github-rules.ts';

export interface DoubleIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  readonly html_url: string;
  readonly user: { readonly login: string };
  readonly assignees: readonly { readonly login: string }[];
  readonly pull_request?: object;
}

export interface DoublePull {
  readonly number: number;
  readonly node_id?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly html_url?: string;
  readonly user?: { readonly login: string };
  readonly merged?: boolean;
  state: 'open' | 'closed';
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } };
  readonly base?: { readonly ref: string };
  readonly merged_at?: string | null;
  readonly merge_commit_sha?: string | null;
}

export interface DoubleCommit {
  readonly sha: string;
  readonly message: string;
  /** The account of the author; `null`: none is known. */
  readonly author: { readonly login: string; readonly type: 'User' | 'Bot' } | null;
  /** The pull request that brought it. */
  readonly pull?: number;
}

export interface CommitState {
  readonly issues: DoubleIssue[];
  readonly commits: DoubleCommit[];
  readonly assignable: string[];
  readonly settings: { has_issues: boolean; archived: boolean };
  revertError: { readonly type?: string; readonly message: string } | undefined;
  addIssue(login: string, issue: NewIssue): DoubleIssue;
}

interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly assignees?: readonly string[];
}

const HOME = 'https://github.com/octo-org/orders';

/** Issues and pull requests share their numbers; the tests' pull requests have smaller ones. */
const FIRST_ISSUE = 500;

export function noCommits(): CommitState {
  const issues: DoubleIssue[] = [];
  return {
    ...{ issues, commits: [], assignable: [], revertError: undefined },
    settings: { has_issues: true, archived: false },
    addIssue: (login, { title, body, assignees = [] }) => {
      const number = FIRST_ISSUE + issues.length;
      const issue: DoubleIssue = {
        ...{ number, title, body, state: 'open', state_reason: null, user: { login } },
        html_url: `${HOME}/issues/${number}`,
        assignees: assignees.map((each) => ({ login: each })),
      };
      issues.push(issue);
      return issue;
    },
  };
}

type Handler<S> = (state: S, request: ApiRequest, args: readonly string[]) => ApiAnswer;
type Routes = readonly (readonly [string, RegExp, Handler<CommitState>])[];

const NOT_FOUND: ApiAnswer = { status: 404, body: { message: 'Not Found' } };
/** REST API, "Create an issue": 410 where they are turned off. */
const GONE: ApiAnswer = { status: 410, body: { message: 'Issues are disabled for this repo' } };

export const ISSUE_ROUTES: Routes = [
  [
    'GET',
    /\/issues$/,
    ({ issues }) => {
      const pull = { ...issues[0], number: 1, pull_request: {} };
      const open = issues.filter(({ state }) => state === 'open');
      // GitHub's list has pull requests as well.
      return { status: 200, body: open.length === 0 ? [] : [pull, ...[...open].reverse()] };
    },
  ],
  [
    'POST',
    /\/issues$/,
    (state, { body }) =>
      state.settings.has_issues
        ? { status: 201, body: state.addIssue('github-actions[bot]', body as NewIssue) }
        : GONE,
  ],
  [
    'PATCH',
    /\/issues\/(\d+)$/,
    ({ issues }, { body }, [number]) => {
      const found = issues.find((issue) => issue.number === Number(number));
      if (!found) return NOT_FOUND;
      Object.assign(found, body);
      return { status: 200, body: found };
    },
  ],
  [
    'GET',
    /\/assignees\/([^/]+)$/,
    ({ assignable }, _, [login = '']) =>
      assignable.includes(decodeURIComponent(login)) ? { status: 204, body: undefined } : NOT_FOUND,
  ],
  [
    'GET',
    /\/commits\/([0-9a-f]+)$/,
    ({ commits }, _, [sha]) => {
      const commit = commits.find((one) => one.sha === sha);
      return commit ? { status: 200, body: shown(commit) } : NOT_FOUND;
    },
  ],
  [
    'GET',
    /\/repos\/[^/]+\/[^/]+$/,
    ({ settings }) => ({ status: 200, body: { permissions: {}, ...settings } }),
  ],
];

export const commitsOf: Handler<CommitState> = ({ commits }, _, [base, head]) => {
  const from = commits.findIndex(({ sha }) => sha === base);
  const to = commits.findIndex(({ sha }) => sha === head);
  if (from < 0 || to < 0) return NOT_FOUND;
  const between = commits.slice(from + 1, to + 1).map(shown);
  return { status: 200, body: { total_commits: between.length, commits: between } };
};

function shown({ sha, message, author }: DoubleCommit) {
  return { sha, commit: { message, author: { name: author?.login ?? 'Some Body' } }, author };
}

/** GraphQL answers 200 to what it refuses, with the errors in the body. */
export function revertPull(
  { pulls, revertError }: CommitState & { readonly pulls: DoublePull[] },
  body: unknown,
  login: string,
): ApiAnswer {
  if (revertError) {
    const errors = [{ path: ['revertPullRequest'], ...revertError }];
    return { status: 200, body: { data: { revertPullRequest: null }, errors } };
  }
  const { input } = (body as { variables: { input: RevertInput } }).variables;
  const reverted = pulls.find(({ node_id }) => node_id === input.pullRequestId);
  if (!reverted) {
    const errors = [{ type: 'NOT_FOUND', message: 'Could not resolve to a node' }];
    return { status: 200, body: { data: { revertPullRequest: null }, errors } };
  }
  const number = 1 + Math.max(...pulls.map((one) => one.number));
  const html_url = `${HOME}/pull/${number}`;
  pulls.push({
    ...{ number, title: input.title, body: input.body, draft: input.draft, html_url },
    ...{ node_id: `PR_${number}`, user: { login }, state: 'open', merged: false, merged_at: null },
    head: { sha: 'f'.repeat(40), repo: { full_name: 'octo-org/orders' } },
  });
  const made = { number, url: html_url };
  return { status: 200, body: { data: { revertPullRequest: { revertPullRequest: made } } } };
}

interface RevertInput {
  readonly pullRequestId: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
}
