// Who a run is, by the variables of the CI that runs it. One row for each CI; the first that fits counts. All values
// come from outside.
//
// Sources: GitLab "Predefined CI/CD variables reference"; AWS CodeBuild "Environment variables in build environments";
// Jenkins "Using environment variables" and the Branch API plugin; Buildkite "Environment variables"; CircleCI "Project
// values and variables"; GitHub "Default environment variables".

import type { Env } from './cli-command.ts';

export interface CiRun {
  /** For messages. */
  readonly ci: string;
  /** `group/name`. */
  readonly repository: string;
  /** The web address that `/commit/SHA` and `/compare/A...B` are appended to; `undefined`: not known. */
  readonly web: string | undefined;
  readonly sha: string;
  readonly title: string;
  readonly actor: string;
  /** Empty: the run has no page. */
  readonly runUrl: string;
  /** Distinguishes the runs of a CI: it becomes part of a tag in AWS. */
  readonly runId: string;
  readonly attempt: string;
  readonly tag: string | undefined;
  /** The pull request or merge request whose code this is, if it is not merged. */
  readonly pull: number | undefined;
  /** When the CI ends the job after its start; `undefined`: it does not say. */
  readonly timeoutSeconds: number | undefined;
}

interface Row {
  readonly ci: string;
  /** The variable that only this CI sets. */
  readonly sets: string;
  /** Before the ID of the run, because the IDs of different CIs may be the same. */
  readonly prefix: string;
  /** The variables that name the pull request and the repository, each with an example. */
  readonly pullIn: readonly [string, string];
  readonly repositoryIn: readonly [string, string];
  readonly read: (text: (name: string) => string) => Partial<Omit<CiRun, 'ci'>>;
}

const ROWS: readonly Row[] = [
  {
    ci: 'GitHub Actions',
    sets: 'GITHUB_ACTIONS',
    prefix: '',
    pullIn: ['GITHUB_REF', 'refs/pull/42/merge'],
    repositoryIn: ['GITHUB_REPOSITORY', 'shop/orders'],
    read: (text) => {
      const home = `${text('GITHUB_SERVER_URL') || 'https://github.com'}/${text('GITHUB_REPOSITORY')}`;
      const pull = /^refs\/pull\/(\d+)\//.exec(text('GITHUB_REF'))?.[1];
      return {
        repository: text('GITHUB_REPOSITORY'),
        web: home,
        sha: text('GITHUB_SHA'),
        actor: text('GITHUB_ACTOR'),
        runUrl: `${home}/actions/runs/${text('GITHUB_RUN_ID')}`,
        runId: text('GITHUB_RUN_ID'),
        attempt: text('GITHUB_RUN_ATTEMPT'),
        tag: text('GITHUB_REF_TYPE') === 'tag' ? text('GITHUB_REF_NAME') : undefined,
        pull: numberOf(pull),
      };
    },
  },
  {
    ci: 'GitLab CI',
    sets: 'GITLAB_CI',
    prefix: 'gitlab-',
    pullIn: ['CI_MERGE_REQUEST_IID', '42'],
    repositoryIn: ['CI_PROJECT_PATH', 'shop/orders'],
    read: (text) => ({
      repository: text('CI_PROJECT_PATH'),
      web: text('CI_PROJECT_URL') && `${text('CI_PROJECT_URL')}/-`,
      // In a pipeline for merged results, CI_COMMIT_SHA is a commit that no branch has.
      sha: text('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') || text('CI_COMMIT_SHA'),
      title: text('CI_MERGE_REQUEST_TITLE') || text('CI_COMMIT_TITLE'),
      actor: text('GITLAB_USER_LOGIN'),
      runUrl: text('CI_JOB_URL'),
      runId: text('CI_JOB_ID'),
      tag: text('CI_COMMIT_TAG'),
      pull: numberOf(text('CI_MERGE_REQUEST_IID')),
      timeoutSeconds: numberOf(text('CI_JOB_TIMEOUT')),
    }),
  },
  {
    ci: 'Buildkite',
    sets: 'BUILDKITE',
    prefix: 'buildkite-',
    pullIn: ['BUILDKITE_PULL_REQUEST', '42'],
    repositoryIn: ['BUILDKITE_REPO', 'git@github.com:shop/orders.git'],
    read: (text) => ({
      ...ofRemote(text('BUILDKITE_REPO')),
      sha: text('BUILDKITE_COMMIT'),
      title: text('BUILDKITE_MESSAGE'),
      actor: text('BUILDKITE_BUILD_CREATOR'),
      runUrl: `${text('BUILDKITE_BUILD_URL')}#${text('BUILDKITE_JOB_ID')}`,
      runId: text('BUILDKITE_BUILD_NUMBER'),
      attempt: String(1 + (numberOf(text('BUILDKITE_RETRY_COUNT')) ?? 0)),
      tag: text('BUILDKITE_TAG'),
      pull: numberOf(text('BUILDKITE_PULL_REQUEST')),
      timeoutSeconds: minutes(text('BUILDKITE_TIMEOUT')),
    }),
  },
  {
    ci: 'CircleCI',
    sets: 'CIRCLECI',
    prefix: 'circleci-',
    pullIn: ['CIRCLE_PULL_REQUEST', 'https://github.com/shop/orders/pull/42'],
    repositoryIn: ['CIRCLE_REPOSITORY_URL', 'https://github.com/shop/orders'],
    read: (text) => ({
      ...ofRemote(text('CIRCLE_REPOSITORY_URL')),
      sha: text('CIRCLE_SHA1'),
      actor: text('CIRCLE_USERNAME'),
      runUrl: text('CIRCLE_BUILD_URL'),
      runId: text('CIRCLE_BUILD_NUM'),
      tag: text('CIRCLE_TAG'),
      pull: numberOf(/\/(\d+)$/.exec(text('CIRCLE_PULL_REQUEST'))?.[1]),
    }),
  },
  {
    ci: 'CodeBuild',
    sets: 'CODEBUILD_BUILD_ID',
    prefix: 'codebuild-',
    pullIn: ['CODEBUILD_WEBHOOK_TRIGGER', 'pr/42'],
    repositoryIn: ['CODEBUILD_SOURCE_REPO_URL', 'https://github.com/shop/orders.git'],
    read: (text) => {
      const [, kind, name] =
        /^(pr|branch|tag)\/(.+)$/.exec(text('CODEBUILD_WEBHOOK_TRIGGER')) ?? [];
      const merged = text('CODEBUILD_WEBHOOK_EVENT') === 'PULL_REQUEST_MERGED';
      return {
        ...ofRemote(text('CODEBUILD_SOURCE_REPO_URL')),
        sha: text('CODEBUILD_RESOLVED_SOURCE_VERSION'),
        actor: text('CODEBUILD_INITIATOR'),
        runUrl: text('CODEBUILD_BUILD_URL'),
        runId: text('CODEBUILD_BUILD_NUMBER'),
        tag: kind === 'tag' ? name : undefined,
        pull: kind === 'pr' && !merged ? numberOf(name) : undefined,
      };
    },
  },
  {
    ci: 'Jenkins',
    sets: 'JENKINS_URL',
    prefix: 'jenkins-',
    pullIn: ['CHANGE_ID', '42'],
    repositoryIn: ['GIT_URL', 'https://github.com/shop/orders.git'],
    read: (text) => ({
      ...ofRemote(text('GIT_URL')),
      sha: text('GIT_COMMIT'),
      title: text('CHANGE_TITLE'),
      // The first is set by the plugin "build user vars", the second for pull requests.
      actor: text('BUILD_USER_ID') || text('CHANGE_AUTHOR'),
      runUrl: text('BUILD_URL'),
      runId: text('BUILD_NUMBER'),
      tag: text('TAG_NAME'),
      pull: numberOf(text('CHANGE_ID')),
    }),
  },
];

/** The CI that set the variables; `undefined`: none that is known. */
export function rowOf(env: Env): Row | undefined {
  return ROWS.find(({ sets }) => (env[sets] ?? '').trim() !== '');
}

/** What the CI says; `undefined`: this is none that is known. */
export function readCiRun(env: Env): CiRun | undefined {
  const row = rowOf(env);
  if (!row) return undefined;
  const read = row.read((name) => (env[name] ?? '').trim());
  return {
    ci: row.ci,
    repository: read.repository ?? '',
    web: read.web || undefined,
    sha: read.sha ?? '',
    title: (read.title ?? '').split('\n')[0] ?? '',
    actor: read.actor ?? '',
    runUrl: read.runUrl ?? '',
    runId: row.prefix + (read.runId || '0'),
    attempt: read.attempt || '1',
    tag: read.tag || undefined,
    pull: read.pull,
    timeoutSeconds: read.timeoutSeconds,
  };
}

/** The names of the CIs, in order. */
export const CI_NAMES: readonly string[] = ROWS.map(({ ci }) => ci);

export const CI_ROWS: readonly Pick<Row, 'ci' | 'pullIn' | 'repositoryIn'>[] = ROWS;

/**
 * Repository and web address from the address that Git clones: `https://HOST/PATH.git` or `git@HOST:PATH.git`. A login in
 * it is left out.
 */
export function ofRemote(remote: string): { repository: string; web: string | undefined } {
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(remote) ??
    /^(?:[^@/]*@)([^/:]+):(.+?)(?:\.git)?\/?$/.exec(remote) ??
    [];
  if (host === undefined || path === undefined) return { repository: '', web: undefined };
  return { repository: path, web: webOf(host, path) };
}

/** Only hosts whose addresses of commits are known. */
function webOf(host: string, path: string): string | undefined {
  if (host === 'github.com') return `https://${host}/${path}`;
  return host === 'gitlab.com' ? `https://${host}/${path}/-` : undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `false`: there is none. */
function minutes(text: string): number | undefined {
  const found = numberOf(text);
  return found === undefined ? undefined : found * 60;
}
