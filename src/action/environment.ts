// Reads the runner's environment for this run.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseJson } from '../base/foreign-text.ts';
import { parseInstant } from '../base/instant.ts';
import type { EventComment } from '../github/conversation.ts';
import type { DeploymentPlace } from '../github/deployment-status.ts';
import type { CommentPlace } from '../github/pull-request.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Source } from '../report/report.ts';
import type { CodeEvent } from '../rollout/merged-code.ts';
import type { PullEvent } from '../rollout/preview-tags.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { Lifetimes } from '../rollout/schedule-limits.ts';
import type { Destinations } from './publisher.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The parts of an event that a report uses. All of it is external text. */
export interface EventPayload {
  readonly pull_request?: {
    readonly number?: unknown;
    readonly title?: unknown;
    readonly state?: unknown;
    readonly merged?: unknown;
    readonly merge_commit_sha?: unknown;
    readonly head?: {
      readonly sha?: unknown;
      readonly repo?: { readonly full_name?: unknown } | null;
    };
  };
  /** For a comment: its issue or pull request. */
  readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown };
  readonly action?: unknown;
  /** For the event `workflow_run`: the run that it follows. */
  readonly workflow_run?: {
    readonly event?: unknown;
    readonly head_branch?: unknown;
    readonly head_repository?: { readonly full_name?: unknown } | null;
  };
  readonly comment?: {
    readonly id?: unknown;
    readonly body?: unknown;
    readonly user?: { readonly login?: unknown; readonly type?: unknown };
    readonly created_at?: unknown;
    readonly updated_at?: unknown;
  };
  readonly repository?: { readonly full_name?: unknown };
  readonly head_commit?: { readonly message?: unknown };
}

export function readEvent(env: Env): EventPayload {
  const event = parseJson(readEventFile(env.GITHUB_EVENT_PATH ?? ''));
  return typeof event === 'object' && event !== null ? event : {};
}

/** Empty where there is no file, or none that can be read: the report goes without a title. */
function readEventFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

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

export function readSource(env: Env, event: EventPayload): Source {
  const server = env.GITHUB_SERVER_URL || 'https://github.com';
  const repository = env.GITHUB_REPOSITORY ?? '';
  const message = event.pull_request?.title ?? event.head_commit?.message;
  const ofPull = pullCommit(event);
  return {
    repository,
    sha: typeof ofPull === 'string' ? ofPull : (env.GITHUB_SHA ?? ''),
    title: typeof message === 'string' ? (message.split('\n')[0] ?? '') : '',
    actor: env.GITHUB_ACTOR ?? '',
    runUrl: `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
  };
}

/**
 * On an open pull request, GITHUB_SHA is a generated merge commit, so the head is used. Once merged, GITHUB_SHA is
 * the commit on the base, which a squash or a rebase creates.
 */
function pullCommit(event: EventPayload): unknown {
  const { pull_request: pull } = event;
  return isMergedPull(event) ? pull?.merge_commit_sha : pull?.head?.sha;
}

function isMergedPull({ action, pull_request: pull }: EventPayload): boolean {
  return action === 'closed' && pull?.merged === true;
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
  inputs: Inputs,
  source: Source,
): CommentPlace | undefined {
  if (!inputs.comment || inputs.githubToken === '' || source.repository === '') return undefined;
  const number = event.pull_request?.number ?? (event.issue?.pull_request && event.issue.number);
  return {
    token: inputs.githubToken,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    repository: source.repository,
    pullRequest: typeof number === 'number' ? number : undefined,
    sha: source.sha,
    branch: /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1],
  };
}

/** Where a report is shown in addition to the job's own page. */
export function readDestinations(
  env: Env,
  event: EventPayload,
  inputs: Inputs,
  source: Source,
): Destinations {
  return {
    comment: readCommentPlace(env, event, inputs, source),
    deployment: readDeploymentPlace(env, inputs, source),
    notify: inputs.notify && { to: inputs.notify, secret: inputs.hooks.secret },
  };
}
