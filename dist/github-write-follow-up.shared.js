import {
  connectPullRequests
} from "./github-pull-request.shared.js";

// src/github/write-follow-up.ts
async function writeFollowUp(place, followUp, ended) {
  const access = connectPullRequests(place, ended);
  if (place.how === "revert-pull-request") {
    if (followUp.kind === "good") return [];
    const { writeRevert } = await import("./github-revert-pull.js");
    return [await writeRevert(access, followUp, place)];
  }
  const { closeIssues, writeIssue } = await import("./github-rollback-issue.js");
  return followUp.kind === "good" ? await closeIssues(access, followUp) : [await writeIssue(access, followUp)];
}

export {
  writeFollowUp
};
