import {
  connectPullRequests
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/github/follow-up-readiness.ts
async function whatIsMissing(place, { fork }, ended) {
  if (!place) return ["on-rollback: it has no effect without github-token"];
  const { how } = place;
  if (fork) {
    return [
      `on-rollback: ${how} is not possible for a pull request from a fork, whose token may only read`
    ];
  }
  const { octokit, owner, repo } = connectPullRequests(place, ended);
  const { data, headers } = await octokit.rest.repos.get({ owner, repo });
  const missing = [];
  if (data.archived)
    missing.push(`on-rollback: ${how} is not possible, because ${owner}/${repo} is archived`);
  if (how === "issue" && !data.has_issues) {
    missing.push(
      `on-rollback: issues are turned off in ${owner}/${repo}; turn them on, or use revert-pull-request`
    );
  }
  const scopes = headers["x-oauth-scopes"];
  if (typeof scopes === "string" && scopes !== "" && !/\b(public_)?repo\b/.test(scopes)) {
    missing.push(
      `on-rollback: github-token has the scopes "${scopes}"; ${how} needs the scope "repo"`
    );
  }
  return missing;
}
export {
  whatIsMissing
};
