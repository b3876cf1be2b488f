// The comments of runs that were refused. Their target may not exist, as when its name is misspelt, so a target of its own
// would keep each of them for ever. One run leaves one comment for a target, and the next run of the same job replaces it.

import { type RefusedRun, refusalMarker, refusalsIn, refusalsOf } from '../report/comment-body.ts';
import {
  type Access,
  type CommentPlace,
  connectPullRequests,
  findComments,
  pullRequestOf,
} from './pull-request.ts';
import { unlessRefused } from './release-history.ts';

/**
 * Writes the comment of a refused run, over that of an earlier run if there is one. Throws GitHub's errors.
 *
 * @param body is given the marker
 * @returns whether there is a pull request
 */
export async function writeRefused(
  place: CommentPlace,
  { refused, key }: { readonly refused: RefusedRun; readonly key: string },
  body: (marker: string) => string,
  ended: AbortSignal,
): Promise<boolean> {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  const issue_number = place.pullRequest ?? (await pullRequestOf(access, place));
  if (issue_number === undefined) return false;
  const marker = refusalMarker(refused, key);
  const [own] = await findComments(access, issue_number, (text) => text.startsWith(marker), 1);
  const [earlier] = own === undefined ? await earlierRefusals(access, issue_number, refused) : [];
  const comment_id = own ?? earlier;
  const text = body(marker);
  if (comment_id === undefined) {
    await octokit.rest.issues.createComment({ owner, repo, issue_number, body: text });
  } else {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id, body: text });
  }
  return true;
}

/** A run that knows its target replaces what earlier runs left. Throws GitHub's errors. */
export async function removeRefused(
  place: CommentPlace,
  refused: RefusedRun,
  issue_number: number,
  ended: AbortSignal,
): Promise<void> {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  for (const comment_id of await earlierRefusals(access, issue_number, refused)) {
    await unlessRefused(octokit.rest.issues.deleteComment({ owner, repo, comment_id }));
  }
}

/** Not those of this run: another job of it may have written them, such as one of a matrix. */
function earlierRefusals(
  access: Access,
  issue_number: number,
  refused: RefusedRun,
): Promise<readonly number[]> {
  const [all, own] = [refusalsOf(refused), refusalsIn(refused)];
  return findComments(
    access,
    issue_number,
    (text) => text.startsWith(all) && !text.startsWith(own),
  );
}
