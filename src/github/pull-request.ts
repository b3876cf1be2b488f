// The progress comment on the pull request: found by a hidden marker, edited in place.

import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { RefusedRun } from '../report/comment-body.ts';
import { identityOf } from './identity.ts';
import { connectOctokit, type Octokit } from './octokit.ts';
import { troubleOf } from './trouble.ts';

export interface CommentPlace {
  readonly token: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** From the event; `undefined`: find that of the commit. */
  readonly pullRequest: number | undefined;
  readonly sha: string;
  /** The branch that the commit is on; `undefined`: not known, or the run is of a tag. */
  readonly branch: string | undefined;
  /** Where refused runs share a comment; omitted: they write that of their target. */
  readonly refused?: RefusedRun;
}

export interface PullRequestComment {
  readonly pull: number;
  /** Whether there is one already. Throws GitHub's errors. */
  exists(): Promise<boolean>;
  /** Creates or edits the comment. Throws GitHub's errors. */
  write(body: string): Promise<void>;
}

interface Repo {
  readonly owner: string;
  readonly repo: string;
}

/** The calls for a repository. */
export interface Access extends Repo {
  readonly octokit: Octokit;
  /** The login of the token's user. */
  readonly self: () => Promise<string>;
}

/** The calls for the repository of the place. */
export function connectPullRequests(
  { token, apiUrl, repository }: CommentPlace,
  ended: AbortSignal,
): Access {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = connectOctokit({ token, apiUrl }, ended);
  return { octokit, owner, repo, self: identityOf(octokit) };
}

/**
 * Finds the pull request; `undefined` if there is none to comment on.
 *
 * @param marker the beginning of the comment, which distinguishes those of different targets
 * @param ended aborts what is in progress
 */
export async function openComment(
  place: CommentPlace,
  marker: string,
  ended: AbortSignal,
): Promise<PullRequestComment | undefined> {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  const number = place.pullRequest ?? (await pullRequestOf(access, place));
  if (number === undefined) return undefined;
  let id: number | undefined;
  return {
    pull: number,
    exists: async () => {
      id ??= await findComment(access, number, marker);
      return id !== undefined;
    },
    write: async (body) => {
      // A comment whose creation got no response is found here, and not created twice.
      id ??= await findComment(access, number, marker);
      if (id !== undefined) {
        if (await update(access, id, body)) return;
        id = undefined;
      }
      const made = { owner, repo, issue_number: number, body };
      id = (await octokit.rest.issues.createComment(made)).data.id;
    },
  };
}

/** @returns whether there still is such a comment */
async function update(
  { octokit, owner, repo }: Access,
  comment_id: number,
  body: string,
): Promise<boolean> {
  try {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id, body });
    return true;
  } catch (error) {
    const trouble = troubleOf(known(error), now());
    if (trouble.kind === 'permission' && trouble.status === 404) return false;
    throw error;
  }
}

/**
 * The pull request that brought the commit to its branch: the one that it is the merge of, otherwise the one last
 * merged into that branch. An open one only if it would merge this very commit.
 */
export async function pullRequestOf(
  { octokit, owner, repo }: Access,
  { sha, branch }: Pick<CommentPlace, 'sha' | 'branch'>,
): Promise<number | undefined> {
  if (sha === '') return undefined;
  const asked = { owner, repo, commit_sha: sha };
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked);
  const merged = data
    .filter((pull) => pull.merged_at !== null)
    .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
  const found =
    merged.find((pull) => pull.merge_commit_sha === sha) ??
    merged.find(({ base }) => branch === undefined || base.ref === branch) ??
    data.find(({ state, head }) => state === 'open' && head.sha === sha);
  return found?.number;
}

/**
 * This action's comment among all of them. The marker alone proves nothing, because anybody can write it: the
 * author must be the token's own user.
 */
export async function findComment(
  access: Access,
  issue_number: number,
  marker: string,
): Promise<number | undefined> {
  const [first] = await findComments(access, issue_number, (body) => body.startsWith(marker), 1);
  return first;
}

/** The same for several. @param most how many are wanted */
export async function findComments(
  { octokit, owner, repo, self }: Access,
  issue_number: number,
  fits: (body: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly number[]> {
  const login = await self();
  const asked = { owner, repo, issue_number, per_page: 100 };
  const found: number[] = [];
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, asked);
  for await (const { data } of pages) {
    const ours = data.filter(({ body, user }) => user?.login === login && fits(body ?? ''));
    found.push(...ours.map(({ id }) => id));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}
