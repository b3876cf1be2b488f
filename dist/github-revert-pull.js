import {
  revertBody,
  revertMarker,
  revertWords
} from "./report-issue-text.shared.js";
import {
  readHistory,
  unlessRefused
} from "./github-release-history.shared.js";
import {
  askGraphql,
  pullRequestOf
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/github/revert-pull.ts
async function writeRevert(access, rejected, place) {
  const { octokit, owner, repo } = access;
  const { sha } = rejected;
  const number = place.pullRequest ?? await pullRequestOf(access, { sha, branch: place.branch });
  if (number === void 0) {
    const commit = sha === "" ? "the release" : `the commit ${sha.slice(0, 7)}`;
    return notReverted(`no pull request brought ${commit}`, byHand(sha));
  }
  const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (!pull.merged) return notReverted(`#${number} is not merged`, "change it, or close it");
  const merge = pull.merge_commit_sha ?? sha;
  const there = await findRevert(access, rejected, number);
  if (there) return there;
  const others = await otherPulls(access, rejected, number);
  const body = revertBody(rejected, { repository: rejected.repository, number, others });
  const input = { pullRequestId: pull.node_id, title: titleOf(pull.title), body, draft: true };
  const answer = await askGraphql(octokit, REVERT, { input });
  const made = madeOf(answer);
  return made ? opened(made.number, made.url, number) : refused(answer, number, merge);
}
var REVERT = "mutation ($input: RevertPullRequestInput!) { revertPullRequest(input: $input) { revertPullRequest { number url } } }";
function titleOf(title) {
  return `Revert "${title.slice(0, 240)}"`;
}
function opened(number, url, of) {
  const words = `Draft pull request #${number} reverts #${of}: ${url}`;
  return { kind: "done", words, url, name: `draft pull request #${number}` };
}
function notReverted(why, instead) {
  return { kind: "not-done", words: `Nothing was reverted, because ${why}; ${instead}` };
}
function byHand(sha) {
  return sha === "" ? "revert it by hand" : `revert it by hand: git revert ${sha.slice(0, 12)}`;
}
function madeOf({ data }) {
  const payload = data;
  const { number, url } = payload?.revertPullRequest?.revertPullRequest ?? {};
  return typeof number === "number" && typeof url === "string" ? { number, url } : void 0;
}
var LONGEST_MESSAGE = 300;
function refused({ errors = [] }, number, merge) {
  const texts = errors.map(({ message }) => typeof message === "string" ? message : "");
  const said = texts.filter((text) => text !== "").join("; ").slice(0, LONGEST_MESSAGE);
  if (/not permitted to create or approve pull requests/i.test(said)) {
    return notReverted(
      "GitHub Actions may not create pull requests in this repository",
      'turn on "Allow GitHub Actions to create and approve pull requests" in the settings for Actions, or set github-token to the token of an app'
    );
  }
  const forbidden = errors.some(
    ({ type }) => type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES"
  );
  if (forbidden || /^Resource not accessible by /.test(said)) {
    return notReverted(
      `GitHub did not allow it (${said})`,
      'the job needs "permissions: contents: write" and "pull-requests: write"'
    );
  }
  return notReverted(
    `GitHub could not revert #${number} (${said || "it gave no reason"}), for example because the same lines have changed since`,
    `revert it by hand: git revert -m 1 ${merge.slice(0, 12)} for a merge commit, without -m 1 for a squashed one`
  );
}
async function findRevert(access, rejected, number) {
  const { octokit, owner, repo } = access;
  const asked = { owner, repo, state: "all", sort: "created", direction: "desc" };
  const [{ data }, login] = await Promise.all([
    octokit.rest.pulls.list({ ...asked, per_page: 100 }),
    access.self()
  ]);
  const marker = revertMarker(rejected);
  const ours = data.find(({ body, user }) => user?.login === login && body?.startsWith(marker));
  if (ours) return opened(ours.number, ours.html_url, number);
  const words = revertWords({ repository: rejected.repository, number });
  const theirs = data.find(
    ({ body, state, merged_at }) => saysIt(body, words) && (state === "open" || merged_at !== null)
  );
  return theirs && opened(theirs.number, theirs.html_url, number);
}
function saysIt(body, words) {
  return (body ?? "").split("\n").some((line) => {
    return line.startsWith(words) && !/^\d/.test(line.slice(words.length));
  });
}
async function otherPulls(access, rejected, number) {
  const { octokit, owner, repo } = access;
  if (rejected.base === void 0) return [];
  const { commits } = await readHistory(access, rejected);
  const found = await Promise.all(
    commits.map(
      ({ sha: commit_sha }) => unlessRefused(
        octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha })
      )
    )
  );
  const merged = found.flatMap((answer) => answer?.data ?? []).filter((pull) => pull.merged_at !== null && pull.number !== number);
  return [...new Set(merged.map((pull) => pull.number))].sort((a, b) => a - b);
}
export {
  writeRevert
};
