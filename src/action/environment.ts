// Reads the runner's environment for this run.

import { randomBytes } from 'node:crypto';
import { parseInstant } from '../base/instant.ts';
import { quote } from '../base/quote.ts';
import type { EventComment } from '../github/conversation.ts';
import type { DeploymentPlace } from '../github/deployment-status.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { VariablePlace } from '../github/variable.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Source } from '../report/report.ts';
import type { CodeEvent } from '../rollout/merged-code.ts';
import type { PullEvent } from '../rollout/preview-tags.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Lifetimes } from '../rollout/schedule-limits.ts';
import type { Lacks } from '../run/host.ts';
import type { EventPayload } from './event.ts';
import type { Destinations } from './publisher.ts';
import { branchOf, isMergedPull } from './source.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The pull request of the event. */
export function readPull(
  { action, pull_request: pull }: EventPayload,
  { repository }: Source,
): PullEvent | undefined {
  if (typeof pull?.number !== 'number') return undefined;
  const from = pull.head?.repo?.full_name;
  return {
    number: pull.number,
    closed: action === 'closed' || pull.state === 'closed',
    // A deleted fork has no repository.
    fork: from !== repository,
  };
}

/** A comment on a pull request; `undefined`: the event contains none. */
export function readEventComment(event: EventPayload): EventComment | undefined {
  const { action, comment, issue, repository } = event;
  const pull = issue?.pull_request ? issue.number : undefined;
  if (action !== 'created' || typeof comment?.id !== 'number' || typeof pull !== 'number') {
    return undefined;
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    id: comment.id,
    body: text(comment.body),
    own: false,
    dislikes: 0,
    login: text(comment.user?.login),
    type: text(comment.user?.type),
    createdAt: Date.parse(text(comment.created_at)) / 1000,
    updatedAt: Date.parse(text(comment.updated_at)) / 1000,
    pull,
    repository: text(repository?.full_name),
  };
}

/** From the event: whether its code is merged. */
export function readCodeEvent(env: Env, event: EventPayload): CodeEvent {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { workflow_run: run, repository } = event;
  const own = text(run?.head_repository?.full_name);
  return {
    name: env.GITHUB_EVENT_NAME ?? '',
    ref: env.GITHUB_REF ?? '',
    mergedPull: isMergedPull(event),
    before: run && {
      event: text(run.event),
      branch: text(run.head_branch),
      own: own !== '' && own === text(repository?.full_name),
    },
  };
}

/** `GITHUB_ACTOR` stays who started the first attempt (GitHub docs, "Default environment variables"). */
export function readStarter(env: Env): { readonly startedBy?: string } {
  const startedBy = env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR;
  return startedBy ? { startedBy } : {};
}

/** Stored in a tag, so it is reduced to the characters that a tag allows. */
export function readRolloutId(env: Env): RolloutId {
  const plain = (text: string | undefined) => (text ?? '').replace(/[^A-Za-z0-9_./-]/g, '-');
  return {
    repository: plain(env.GITHUB_REPOSITORY) || 'unknown',
    runId: plain(env.GITHUB_RUN_ID) || '0',
    attempt: plain(env.GITHUB_RUN_ATTEMPT) || '1',
  };
}

/** The same, with a random part that distinguishes this job from others of its run. */
export function drawRolloutId(env: Env): RolloutId {
  return { ...readRolloutId(env), job: randomBytes(6).toString('hex') };
}

export function readLifetimes(
  env: Env,
  {
    jobTimeoutSeconds,
    role,
    credentialsExpireAt: given,
  }: Pick<Inputs, 'jobTimeoutSeconds' | 'role' | 'credentialsExpireAt'>,
): Lifetimes {
  // A session of the job's own is renewed.
  if (role) return { jobTimeoutSeconds, credentialsExpireAt: undefined, temporary: false };
  const text = env.AWS_CREDENTIAL_EXPIRATION ?? '';
  const set = text === '' ? undefined : parseInstant(text);
  return {
    jobTimeoutSeconds,
    credentialsExpireAt: given ?? set,
    temporary: (env.AWS_SESSION_TOKEN ?? '') !== '',
    ...(given === undefined && set === undefined && text !== '' && { notATime: text }),
  };
}

/** The environment that is deployed to; `undefined` if none is named, or if there is no token. */
export function readDeploymentPlace(
  env: Env,
  inputs: Inputs,
  source: Source,
): DeploymentPlace | undefined {
  const { environment, githubToken } = inputs;
  if (environment === '' || githubToken === '' || source.repository === '') return undefined;
  return {
    token: githubToken,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    repository: source.repository,
    sha: source.sha,
    environment,
    url: inputs.environmentUrl,
    begins: inputs.command === 'rollout' || inputs.command === 'start',
  };
}

/** Where to comment; `undefined` if comments are off or not possible. */
export function readCommentPlace(
  env: Env,
  event: EventPayload,
  inputs: Pick<Inputs, 'comment' | PullInput>,
  source: Source,
): CommentPlace | undefined {
  if (!inputs.comment) return undefined;
  const place = readPullPlace(env, event, inputs, source);
  const { GITHUB_WORKFLOW: workflow = '', GITHUB_JOB: job = '' } = env;
  const { runId, attempt } = readRolloutId(env);
  return place && { ...place, refused: { job: `${workflow}/${job}`, run: `${runId}.${attempt}` } };
}

type PullInput = 'githubToken' | 'commit';

/** Where the pull request of the release is; `undefined` without a token. */
function readPullPlace(
  env: Env,
  event: EventPayload,
  inputs: Pick<Inputs, PullInput>,
  source: Source,
): CommentPlace | undefined {
  if (inputs.githubToken === '' || source.repository === '') return undefined;
  const number = event.pull_request?.number ?? (event.issue?.pull_request && event.issue.number);
  return {
    token: inputs.githubToken,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    repository: source.repository,
    pullRequest: typeof number === 'number' ? number : undefined,
    sha: source.sha,
    branch: branchOf(env, event, inputs),
  };
}

/** Where an issue or a revert is written; `undefined` if none is wanted or possible. */
export function readFollowUpPlace(
  env: Env,
  event: EventPayload,
  inputs: Inputs,
  source: Source,
): FollowUpPlace | undefined {
  // The code of a preview is not released yet.
  if (inputs.onRollback === 'none' || inputs.command === 'preview') return undefined;
  const place = readPullPlace(env, event, inputs, source);
  return place && { ...place, how: inputs.onRollback };
}

/** The repository of the run; `undefined` without a token. */
function readVariablePlace(
  env: Env,
  { githubToken: token }: Inputs,
  { repository }: Source,
): VariablePlace | undefined {
  if (token === '' || repository === '') return undefined;
  return { token, apiUrl: env.GITHUB_API_URL || 'https://api.github.com', repository };
}

/** Where a report is shown in addition to the job's own page. */
export function readDestinations(
  env: Env,
  event: EventPayload,
  inputs: Inputs,
  source: Source,
): Destinations & { readonly variable: VariablePlace | undefined } {
  return {
    comment: readCommentPlace(env, event, inputs, source),
    variable: readVariablePlace(env, inputs, source),
    deployment: readDeploymentPlace(env, inputs, source),
    followUp: readFollowUpPlace(env, event, inputs, source),
    notify: inputs.notify && { to: inputs.notify, secret: inputs.hooks.secret },
  };
}

/** Each with what was seen in its place. */
export function readLacks(env: Env, inputs: Pick<Inputs, 'comment' | 'githubToken'>): Lacks {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REPOSITORY: repository = '' } = env;
  const isOf = event === '' ? 'GITHUB_EVENT_NAME is not set' : `this run is of the event ${event}`;
  const repositoryText = `GITHUB_REPOSITORY is ${quote(repository)}; expected OWNER/NAME`;
  const token = (needs: string) => `github-token is empty; expected a token with ${needs}`;
  const access = (needs: string) => (inputs.githubToken === '' ? token(needs) : repositoryText);
  return {
    pull: `expected the event pull_request, but ${isOf}`,
    repository: repositoryText,
    comment: `expected the event issue_comment, on a pull request; ${isOf}`,
    conversation:
      inputs.githubToken !== '' && !inputs.comment
        ? 'comment is false; expected true'
        : access('the permission pull-requests: write'),
    variable: access('the permission Variables: read'),
  };
}
