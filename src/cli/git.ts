// The commit of the current folder, where no CI says it.

import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { foreign, orElse } from '../base/errors.ts';
import { type CiRun, ofRemote } from './ci-runs.ts';

/** What Git may take; a repository on a network drive answers late. */
const LIMIT_MS = 5_000;

/** Empty where there is no Git, or no repository. */
export async function readGit(cwd: string): Promise<Omit<CiRun, 'runId' | 'attempt'>> {
  const [remote, commit, tag] = await Promise.all([
    git(cwd, ['config', '--get', 'remote.origin.url']),
    git(cwd, ['log', '-1', '--format=%H%n%s']),
    git(cwd, ['describe', '--exact-match', '--tags', 'HEAD']),
  ]);
  const [sha = '', title = ''] = commit.split('\n');
  return {
    ci: 'Git',
    ...ofRemote(remote),
    sha,
    title,
    actor: await userName(),
    runUrl: '',
    tag: tag || undefined,
    pull: undefined,
    timeoutSeconds: undefined,
  };
}

function git(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd, timeout: LIMIT_MS, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } };
    execFile('git', args, options, (error, stdout) => resolve(error ? '' : stdout.trim()));
  });
}

/** A container may have a user without a name. */
function userName(): Promise<string> {
  return foreign(() => userInfo().username).catch(orElse(''));
}
