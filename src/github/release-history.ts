// The commits of a release, and who wrote the last one. All of it is text from outside.

import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { ReleaseCommit, ReleaseHistory } from '../report/issue-text.ts';
import type { Access } from './pull-request.ts';
import { troubleOf } from './trouble.ts';

interface RawCommit {
  readonly sha: string;
  readonly commit: { readonly message: string; readonly author: { readonly name?: string } | null };
  readonly author?: { readonly login?: string; readonly type?: string } | null;
}

/**
 * Since the version that is served again, if its commit is known; otherwise the last one alone. What GitHub refuses to
 * show is left out; an outage throws.
 */
export async function readHistory(
  access: Access,
  { sha, base }: { readonly sha: string; readonly base: string | undefined },
): Promise<ReleaseHistory> {
  const { commits, more } = (await commitsSince(access, base, sha)) ?? {
    commits: await only(access, sha),
    more: 0,
  };
  const last = commits.at(-1);
  return { commits: commits.map(described), more, author: last && (await authorOf(access, last)) };
}

/** The last of these are shown: the release was made of them. */
const MOST_COMMITS = 20;

async function commitsSince(
  { octokit, owner, repo }: Access,
  base: string | undefined,
  to: string,
) {
  if (base === undefined || !isSha(base) || !isSha(to)) return undefined;
  const basehead = `${base}...${to}`;
  const found = await unlessRefused(
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 100 }),
  );
  const all: readonly RawCommit[] = found?.data.commits ?? [];
  if (!found || all.length === 0) return undefined;
  const commits = all.slice(-MOST_COMMITS);
  return { commits, more: Math.max(found.data.total_commits, all.length) - commits.length };
}

async function only({ octokit, owner, repo }: Access, ref: string): Promise<readonly RawCommit[]> {
  if (!isSha(ref)) return [];
  const found = await unlessRefused(octokit.rest.repos.getCommit({ owner, repo, ref }));
  return found ? [found.data] : [];
}

function described({ sha, commit, author }: RawCommit): ReleaseCommit {
  return {
    sha,
    title: commit.message.split('\n')[0] ?? '',
    author: author?.login ?? commit.author?.name ?? '',
  };
}

/** Bots cannot be assigned, and neither can people without access to the repository. */
async function authorOf(
  { octokit, owner, repo }: Access,
  { author, commit }: RawCommit,
): Promise<ReleaseHistory['author']> {
  const login = author?.login;
  if (!login) return { name: commit.author?.name ?? '', login: undefined };
  if (author.type === 'Bot') return { name: login, login: undefined };
  const asked = { owner, repo, assignee: login };
  const found = await unlessRefused(octokit.rest.issues.checkUserCanBeAssigned(asked));
  return { name: login, login: found && login };
}

/** `undefined`: it is not there, or may not be read. */
export async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const { kind } = troubleOf(known(error), now());
    if (kind === 'outage' || kind === 'limit') throw error;
    return undefined;
  }
}

export function isSha(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}
