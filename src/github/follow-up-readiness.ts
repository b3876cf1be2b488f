// What is known, before a release, to stand in the way of `on-rollback`. No API shows which permissions the token of a
// job has, so what is missing of these is said after the release.

import { connectPullRequests } from './pull-request.ts';
import type { FollowUpPlace } from './write-follow-up.ts';

/** @returns sentences without a full stop; throws GitHub's errors */
export async function whatIsMissing(
  place: FollowUpPlace | undefined,
  { fork }: { readonly fork: boolean },
  ended: AbortSignal,
): Promise<readonly string[]> {
  if (!place) return ['on-rollback: it has no effect without github-token'];
  const { how } = place;
  if (fork) {
    return [
      `on-rollback: ${how} is not possible for a pull request from a fork, whose token may only read`,
    ];
  }
  const { octokit, owner, repo } = connectPullRequests(place, ended);
  const { data, headers } = await octokit.rest.repos.get({ owner, repo });
  const missing: string[] = [];
  if (data.archived)
    missing.push(`on-rollback: ${how} is not possible, because ${owner}/${repo} is archived`);
  if (how === 'issue' && !data.has_issues) {
    missing.push(
      `on-rollback: issues are turned off in ${owner}/${repo}; turn them on, or use revert-pull-request`,
    );
  }
  const scopes = headers['x-oauth-scopes'];
  // Only classic tokens of a person have the header (GitHub Docs, "Scopes for OAuth apps").
  if (typeof scopes === 'string' && scopes !== '' && !/\b(public_)?repo\b/.test(scopes)) {
    missing.push(
      `on-rollback: github-token has the scopes "${scopes}"; ${how} needs the scope "repo"`,
    );
  }
  return missing;
}
