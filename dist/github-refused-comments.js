import {
  unlessRefused
} from "./github-release-history.shared.js";
import {
  connectPullRequests,
  findComments,
  pullRequestOf
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/github/refused-comments.ts
import {
  src_report_comment_body_ts__refusalMarker as refusalMarker,
  src_report_comment_body_ts__refusalsIn as refusalsIn,
  src_report_comment_body_ts__refusalsOf as refusalsOf
} from "./release.js";
async function writeRefused(place, { refused, key }, body, ended) {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  const issue_number = place.pullRequest ?? await pullRequestOf(access, place);
  if (issue_number === void 0) return false;
  const marker = refusalMarker(refused, key);
  const [own] = await findComments(access, issue_number, (text2) => text2.startsWith(marker), 1);
  const [earlier] = own === void 0 ? await earlierRefusals(access, issue_number, refused) : [];
  const comment_id = own ?? earlier;
  const text = body(marker);
  if (comment_id === void 0) {
    await octokit.rest.issues.createComment({ owner, repo, issue_number, body: text });
  } else {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id, body: text });
  }
  return true;
}
async function removeRefused(place, refused, issue_number, ended) {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  for (const comment_id of await earlierRefusals(access, issue_number, refused)) {
    await unlessRefused(octokit.rest.issues.deleteComment({ owner, repo, comment_id }));
  }
}
function earlierRefusals(access, issue_number, refused) {
  const [all, own] = [refusalsOf(refused), refusalsIn(refused)];
  return findComments(
    access,
    issue_number,
    (text) => text.startsWith(all) && !text.startsWith(own)
  );
}
export {
  removeRefused,
  writeRefused
};
