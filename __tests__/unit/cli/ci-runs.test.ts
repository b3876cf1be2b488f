// Who a run is, by the variables of each CI.

import { describe, expect, it } from '@jest/globals';
import { ofRemote, readCiRun } from '../../../src/cli/ci-runs.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

/** As the CI's documentation shows them, shortened to what is read. */
const SETTINGS = {
  'GitHub Actions': {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'shop/orders',
    GITHUB_SHA: SHA,
    GITHUB_ACTOR: 'ada',
    GITHUB_RUN_ID: '7000000001',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REF_NAME: 'v1.2.3',
  },
  'GitLab CI': {
    GITLAB_CI: 'true',
    CI_PROJECT_PATH: 'shop/backend/orders',
    CI_PROJECT_URL: 'https://gitlab.example/shop/backend/orders',
    CI_COMMIT_SHA: SHA,
    CI_COMMIT_TITLE: 'Take vouchers',
    CI_COMMIT_TAG: 'v1.2.3',
    GITLAB_USER_LOGIN: 'ada',
    CI_JOB_ID: '4711',
    CI_JOB_URL: 'https://gitlab.example/shop/backend/orders/-/jobs/4711',
    CI_JOB_TIMEOUT: '3600',
  },
  Buildkite: {
    BUILDKITE: 'true',
    BUILDKITE_REPO: 'git@github.com:shop/orders.git',
    BUILDKITE_COMMIT: SHA,
    BUILDKITE_MESSAGE: 'Take vouchers\n\nAt last.',
    BUILDKITE_BUILD_CREATOR: 'Ada',
    BUILDKITE_BUILD_URL: 'https://buildkite.com/shop/orders/builds/812',
    BUILDKITE_JOB_ID: '0190-ab',
    BUILDKITE_BUILD_NUMBER: '812',
    BUILDKITE_RETRY_COUNT: '1',
    BUILDKITE_PULL_REQUEST: 'false',
    BUILDKITE_TIMEOUT: '90',
    BUILDKITE_TAG: 'v1.2.3',
  },
  CircleCI: {
    CIRCLECI: 'true',
    CIRCLE_REPOSITORY_URL: 'https://github.com/shop/orders',
    CIRCLE_SHA1: SHA,
    CIRCLE_USERNAME: 'ada',
    CIRCLE_BUILD_URL: 'https://circleci.com/gh/shop/orders/99',
    CIRCLE_BUILD_NUM: '99',
    CIRCLE_TAG: 'v1.2.3',
  },
  CodeBuild: {
    CODEBUILD_BUILD_ID: 'orders:8b3c5f0e-aaaa-bbbb-cccc-1234567890ab',
    CODEBUILD_BUILD_NUMBER: '31',
    CODEBUILD_SOURCE_REPO_URL: 'https://github.com/shop/orders.git',
    CODEBUILD_RESOLVED_SOURCE_VERSION: SHA,
    CODEBUILD_INITIATOR: 'codepipeline/orders',
    CODEBUILD_BUILD_URL: 'https://eu-central-1.console.aws.amazon.com/codebuild/home?region=x',
    CODEBUILD_WEBHOOK_TRIGGER: 'tag/v1.2.3',
  },
  Jenkins: {
    JENKINS_URL: 'https://jenkins.example/',
    GIT_URL: 'ssh://git@git.example:7999/shop/orders.git',
    GIT_COMMIT: SHA,
    BUILD_URL: 'https://jenkins.example/job/orders/17/',
    BUILD_NUMBER: '17',
    BUILD_USER_ID: 'ada',
    TAG_NAME: 'v1.2.3',
  },
} as const;

describe('readCiRun', () => {
  it('knows none outside of a CI', () => {
    expect(readCiRun({ HOME: '/root', CI: 'true' })).toBeUndefined();
  });

  it.each(Object.entries(SETTINGS))('reads commit, run and tag of %s', (ci, env) => {
    const run = readCiRun(env);
    expect(run).toMatchObject({ ci, sha: SHA, tag: 'v1.2.3', pull: undefined });
    expect(run?.repository).toMatch(/^shop\/(backend\/)?orders$/);
    expect(run?.runUrl).toMatch(/^https:\/\/.*/);
    // It becomes part of a tag, whose form `parseRolloutId` knows.
    expect(run?.runId).toMatch(/^[\w.-]{1,40}$/);
    expect(run?.actor).not.toBe('');
  });

  it('gives runs of different CIs different IDs', () => {
    const ids = Object.values(SETTINGS).map((env) => readCiRun(env)?.runId);
    expect(ids).toEqual([
      '7000000001',
      'gitlab-4711',
      'buildkite-812',
      'circleci-99',
      'codebuild-31',
      'jenkins-17',
    ]);
  });

  it('links to commits only where it knows their addresses', () => {
    const webs = Object.values(SETTINGS).map((env) => readCiRun(env)?.web);
    expect(webs).toEqual([
      'https://github.com/shop/orders',
      'https://gitlab.example/shop/backend/orders/-',
      'https://github.com/shop/orders',
      'https://github.com/shop/orders',
      'https://github.com/shop/orders',
      undefined,
    ]);
  });

  it('reads when the CI ends the job, and further attempts', () => {
    expect(readCiRun(SETTINGS['GitLab CI'])?.timeoutSeconds).toBe(3600);
    expect(readCiRun(SETTINGS.Buildkite)).toMatchObject({ timeoutSeconds: 5400, attempt: '2' });
    expect(readCiRun({ ...SETTINGS.Buildkite, BUILDKITE_TIMEOUT: 'false' })?.timeoutSeconds).toBe(
      undefined,
    );
    expect(readCiRun(SETTINGS.Buildkite)?.title).toBe('Take vouchers');
  });

  it.each([
    ['GitHub Actions', { GITHUB_REF: 'refs/pull/12/merge' }],
    ['GitLab CI', { CI_MERGE_REQUEST_IID: '12' }],
    ['Buildkite', { BUILDKITE_PULL_REQUEST: '12' }],
    ['CircleCI', { CIRCLE_PULL_REQUEST: 'https://github.com/shop/orders/pull/12' }],
    [
      'CodeBuild',
      { CODEBUILD_WEBHOOK_TRIGGER: 'pr/12', CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_CREATED' },
    ],
    ['Jenkins', { CHANGE_ID: '12' }],
  ] as const)('knows the pull request whose code is not merged in %s', (ci, more) => {
    expect(readCiRun({ ...SETTINGS[ci], ...more })?.pull).toBe(12);
  });

  it('knows a merged pull request in CodeBuild, and the head of merged results in GitLab', () => {
    const merged = {
      CODEBUILD_WEBHOOK_TRIGGER: 'pr/12',
      CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_MERGED',
    };
    expect(readCiRun({ ...SETTINGS.CodeBuild, ...merged })?.pull).toBeUndefined();
    const head = { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'a'.repeat(40) };
    expect(readCiRun({ ...SETTINGS['GitLab CI'], ...head })?.sha).toBe('a'.repeat(40));
  });

  it('takes anything for a value without failing', () => {
    const odd = Object.fromEntries(
      Object.keys(SETTINGS.CodeBuild).map((name) => [name, '%00 /:@']),
    );
    expect(readCiRun(odd)).toMatchObject({ ci: 'CodeBuild', repository: '' });
  });
});

describe('ofRemote', () => {
  it.each([
    ['https://github.com/shop/orders.git', 'shop/orders', 'https://github.com/shop/orders'],
    ['https://token:x@gitlab.com/a/b/c.git', 'a/b/c', 'https://gitlab.com/a/b/c/-'],
    ['git@github.com:shop/orders', 'shop/orders', 'https://github.com/shop/orders'],
    ['ssh://git@host:22/x/y.git', 'x/y', undefined],
    ['/srv/git/orders.git', '', undefined],
    ['', '', undefined],
  ])('reads %s', (remote, repository, web) => {
    expect(ofRemote(remote)).toEqual({ repository, web });
  });
});
