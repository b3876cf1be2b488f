// Who this run is: what the CI says, or Git where there is none.

import { randomBytes } from 'node:crypto';
import type { Inputs } from '../inputs/inputs.ts';
import type { Source } from '../report/report.ts';
import type { CodeEvent } from '../rollout/merged-code.ts';
import { type RolloutId, UNKNOWN_REPOSITORY } from '../rollout/release.ts';
import type { RunEvent } from '../run/run-context.ts';
import { type CiRun, readCiRun } from './ci-runs.ts';
import type { Env } from './cli-command.ts';
import { readGit } from './git.ts';

export interface Identity {
  readonly id: RolloutId;
  readonly source: Source;
  readonly event: RunEvent;
}

/** @param startedAt seconds since the epoch: the ID of a run that no CI runs */
export async function identify(
  env: Env,
  cwd: string,
  { commit, command }: Pick<Inputs, 'commit' | 'command'>,
  startedAt: number,
): Promise<Identity> {
  const ci = readCiRun(env) ?? {
    ...(await readGit(cwd)),
    runId: `local-${Math.floor(startedAt)}`,
    attempt: '1',
  };
  return { id: idOf(ci), source: sourceOf(ci, commit), event: eventOf(ci, command, env) };
}

/** Stored in a tag, so it is reduced to the characters and the lengths that one allows. */
function idOf({ repository, runId, attempt }: CiRun): RolloutId {
  const plain = (text: string, most: number) =>
    text.replace(/[^A-Za-z0-9_./-]/g, '-').slice(0, most);
  return {
    repository: plain(repository, 140) || UNKNOWN_REPOSITORY,
    runId: plain(runId, 40).replaceAll('/', '-'),
    attempt: plain(attempt, 10).replaceAll('/', '-') || '1',
    job: randomBytes(6).toString('hex'),
  };
}

function sourceOf(ci: CiRun, commit: string): Source {
  const { repository, sha, title, actor, runUrl, web, tag } = ci;
  const other = commit !== '' && commit !== sha;
  return {
    repository,
    sha: other ? commit : sha,
    // Of another commit, only its name is known.
    title: other ? '' : title,
    actor,
    runUrl,
    ...(web !== undefined && { web }),
    ...(tag !== undefined && !other && { tag }),
  };
}

function eventOf({ ci, pull }: CiRun, command: Inputs['command'], env: Env): RunEvent {
  // A release that belongs to a pull request offers commands in its comments, which nothing reads here.
  const previewed = command === 'preview' && pull !== undefined;
  return {
    code: codeEventOf(ci, pull, env),
    pull: previewed ? { number: pull, closed: false, fork: false } : undefined,
    comment: undefined,
  };
}

/** Elsewhere than at GitHub, code is unmerged if the run is for a pull request. */
function codeEventOf(ci: string, pull: number | undefined, env: Env): CodeEvent | undefined {
  const more = { mergedPull: false, before: undefined };
  if (ci === 'GitHub Actions') {
    return { name: env.GITHUB_EVENT_NAME ?? '', ref: env.GITHUB_REF ?? '', ...more };
  }
  return pull === undefined ? undefined : { name: 'pull_request', ref: '', ...more };
}
