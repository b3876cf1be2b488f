// The progress comment on the pull request: found by a hidden marker, edited in place.

import { orElse } from '../base/errors.ts';
import { commentMarker } from '../report/comment-body.ts';
import { connectOctokit, type Octokit } from './octokit.ts';

export interface CommentPlace {
  readonly token: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** From the event; `undefined`: find that of the commit. */
  readonly pullRequest: number | undefined;
  readonly sha: string;
}

export interface PullRequestComment {
  /** Creates or edits the comment. Throws GitHub's errors. */
  write(body: string): Promise<void>;
}

interface Repo {
  readonly owner: string;
  readonly repo: string;
}

/** The calls for the repository of the place. */
export function connectPullRequests({ token, apiUrl, repository }: CommentPlace): Repo & {
  readonly octokit: Octokit;
} {
  const [owner = '', repo = ''] = repository.split('/');
  return { octokit: connectOctokit({ token, apiUrl }), owner, repo };
}

/**
 * Finds the pull request; `undefined` if there is none to comment on.
 *
 * @param key distinguishes the comments of different targets
 */
export async function openComment(
  place: CommentPlace,
  key: string,
): Promise<PullRequestComment | undefined> {
  const { octokit, owner, repo } = connectPullRequests(place);
  const number = place.pullRequest ?? (await pullRequestOf(octokit, { owner, repo }, place.sha));
  if (number === undefined) return undefined;
  const at = { owner, repo, issue_number: number };
  const marker = commentMarker(key);
  let id = await findComment(octokit, at, marker);
  return {
    write: async (body) => {
      if (id !== undefined) {
        await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
        return;
      }
      const created = await octokit.rest.issues.createComment({ ...at, body });
      id = created.data.id;
    },
  };
}

/** The pull request that contains the commit: an open one first, otherwise the one merged last. */
export async function pullRequestOf(
  octokit: Octokit,
  repo: Repo,
  sha: string,
): Promise<number | undefined> {
  if (sha === '') return undefined;
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: sha,
  });
  const open = data.find((pull) => pull.state === 'open');
  const merged = data
    .filter((pull) => pull.merged_at !== null)
    .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)))[0];
  return (open ?? merged)?.number;
}

/**
 * This action's comment among all of them. The marker alone proves nothing, because anybody can write it: the
 * author must be the token's own user, which for the workflow's token is a bot.
 */
export async function findComment(
  octokit: Octokit,
  at: Repo & { readonly issue_number: number },
  marker: string,
): Promise<number | undefined> {
  const viewer = await viewerLogin(octokit);
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    ...at,
    per_page: 100,
  });
  for await (const { data } of pages) {
    const ours = data.find(
      (comment) =>
        comment.body?.startsWith(marker) &&
        (viewer === undefined ? comment.user?.type === 'Bot' : comment.user?.login === viewer),
    );
    if (ours) return ours.id;
  }
  return undefined;
}

/** `undefined` for a workflow's token, which belongs to no user. */
async function viewerLogin(octokit: Octokit): Promise<string | undefined> {
  const answer = await octokit.rest.users.getAuthenticated().catch(orElse(undefined));
  return answer?.data.login;
}
