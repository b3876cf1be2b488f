// The variables of a step, and only those: what a runner sets, what earlier steps left (the
// credentials), and the inputs.

import { type ClockSettings, clockVariable } from '../../simulator/clock.ts';
import type { ActionMetadata } from './action-metadata.ts';
import type { Workspace } from './workspace.ts';

export type Variables = Readonly<Record<string, string>>;

/** The workflow run that the step belongs to. Everything has a default. */
export interface GitHubRun {
  /** `owner/name` */
  readonly repository?: string;
  readonly sha?: string;
  /** `refs/heads/main`, `refs/pull/7/merge` */
  readonly ref?: string;
  readonly eventName?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  readonly workflow?: string;
  readonly job?: string;
  readonly actor?: string;
  /** Where GITHUB_API_URL points; by default a closed port, so that nothing reaches GitHub. */
  readonly apiUrl?: string;
  /** What `${{ github.token }}` in an input's default becomes. */
  readonly token?: string;
}

/** What `aws-actions/configure-aws-credentials` leaves to the steps after it. */
export interface AwsSurroundings {
  /** AWS_ENDPOINT_URL */
  readonly endpoint?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
}

const NOWHERE = 'http://127.0.0.1:9';

const RUN = {
  repository: 'octo-org/orders',
  sha: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/heads/main',
  eventName: 'push',
  runId: 7_000_000_001,
  runAttempt: 1,
  workflow: 'Release',
  job: 'release',
  actor: 'octocat',
  apiUrl: NOWHERE,
  token: 'ghs_token_of_the_job',
} satisfies Required<GitHubRun>;

export function completeRun(run: GitHubRun = {}): Required<GitHubRun> {
  return { ...RUN, ...run };
}

/** GITHUB_*, RUNNER_*, CI, HOME and PATH. */
export function runnerVariables(
  run: Required<GitHubRun>,
  workspace: Workspace,
  eventPath: string,
): Variables {
  const [owner = ''] = run.repository.split('/');
  const workflowRef = `${run.repository}/.github/workflows/release.yml@${run.ref}`;
  return {
    ...inherited(),
    CI: 'true',
    HOME: workspace.home,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__octo-org_canary-action',
    GITHUB_ACTION_REPOSITORY: 'octo-org/canary-action',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: run.actor,
    GITHUB_TRIGGERING_ACTOR: run.actor,
    GITHUB_API_URL: run.apiUrl,
    GITHUB_GRAPHQL_URL: `${run.apiUrl}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: run.eventName,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_JOB: run.job,
    GITHUB_REF: run.ref,
    GITHUB_REF_NAME: run.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    GITHUB_REPOSITORY: run.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ID: String(run.runId),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: String(run.runAttempt),
    GITHUB_SHA: run.sha,
    GITHUB_WORKFLOW: run.workflow,
    GITHUB_WORKFLOW_REF: workflowRef,
    GITHUB_WORKFLOW_SHA: run.sha,
    GITHUB_WORKSPACE: workspace.checkout,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: RUNNER_OS[process.platform] ?? 'Linux',
    RUNNER_TEMP: workspace.temp,
    RUNNER_TOOL_CACHE: workspace.temp,
  };
}

const RUNNER_OS: Readonly<Record<string, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** Sockets do not open on Windows without SystemRoot. */
export function inherited(): Variables {
  return Object.fromEntries(
    ['PATH', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export function awsVariables(aws: AwsSurroundings = {}): Variables {
  return {
    AWS_ENDPOINT_URL: aws.endpoint ?? NOWHERE,
    AWS_REGION: aws.region ?? 'eu-west-1',
    AWS_DEFAULT_REGION: aws.region ?? 'eu-west-1',
    AWS_ACCESS_KEY_ID: aws.accessKeyId ?? 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey ?? 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ...(aws.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: aws.sessionToken }),
  };
}

/**
 * INPUT_* as the runner sets them: each declared input, at its default where `given` lacks it, and
 * whatever else was given. Names in capitals, spaces to `_`, hyphens kept.
 *
 * @throws when a default holds an expression other than `${{ github.token }}` and its like
 */
export function inputVariables(
  metadata: ActionMetadata,
  given: Variables,
  run: Required<GitHubRun>,
): Variables {
  const declared = [...metadata.inputs].map(([name, value]) => [name, evaluate(value, run)]);
  const inputs: Variables = { ...Object.fromEntries(declared), ...given };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

function evaluate(value: string, run: Required<GitHubRun>): string {
  const known: Variables = {
    token: run.token,
    repository: run.repository,
    sha: run.sha,
    ref: run.ref,
    job: run.job,
    actor: run.actor,
  };
  return value.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const found = known[expression.replace(/^github\./, '')];
    if (found === undefined) throw new Error(`cannot evaluate \${{ ${expression} }} here`);
    return found;
  });
}

/** Makes the step share a simulator's clock. The product knows nothing of it. */
export function clockVariables(clock: ClockSettings | undefined): Variables {
  if (clock === undefined) return {};
  return { CANARY_CLOCK: clockVariable(clock), NODE_OPTIONS: clockLoader() };
}

/** What makes Node load the clock that CANARY_CLOCK describes. */
export function clockLoader(): string {
  return `--import=${new URL('../../simulator/process-clock.mjs', import.meta.url).href}`;
}
