import {
  againText,
  closingText,
  issueBody,
  issueMarker,
  noteMarker,
  releaseMarker
} from "./report-issue-text.shared.js";
import {
  readHistory
} from "./github-release-history.shared.js";
import {
  findComment
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/github/rollback-issue.ts
async function writeIssue(access, rejected) {
  const { octokit, owner, repo } = access;
  const [found] = await openIssues(access, releaseMarker(rejected));
  const history = await readHistory(access, rejected);
  const body = issueBody(rejected, history);
  const { title } = rejected;
  if (!found) {
    const login = history.author?.login;
    const assignees = login === void 0 ? [] : [login];
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, assignees });
    return opened(data.number, data.html_url, "opened");
  }
  if (found.body === body) return opened(found.number, found.url, "opened");
  const issue_number = found.number;
  await octokit.rest.issues.update({ owner, repo, issue_number, title, body });
  if (!found.body.includes(rejected.run)) {
    await comment(access, issue_number, noteMarker(rejected.run), againText(rejected));
  }
  return opened(found.number, found.url, "updated");
}
function opened(number, url, how) {
  return {
    kind: "done",
    words: `Issue #${number} was ${how}: ${url}`,
    url,
    name: `issue #${number}`
  };
}
async function closeIssues(access, good) {
  const { octokit, owner, repo } = access;
  const results = [];
  for (const { number, url } of await openIssues(access, issueMarker(good))) {
    const text = closingText(good);
    await comment(access, number, text.split("\n")[0] ?? "", text);
    const closed = { state: "closed", state_reason: "completed" };
    await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed });
    const words = `Issue #${number} was closed, because this release is good: ${url}`;
    results.push({ kind: "done", words, url, name: `issue #${number}` });
  }
  return results;
}
async function comment(access, issue_number, marker, body) {
  const { octokit, owner, repo } = access;
  if (await findComment(access, issue_number, marker) !== void 0) return;
  await octokit.rest.issues.createComment({ owner, repo, issue_number, body });
}
var MOST_PAGES = 10;
async function openIssues(access, marker) {
  const { octokit, owner, repo } = access;
  const creator = await access.self();
  const asked = { owner, repo, creator, state: "open", per_page: 100 };
  const found = [];
  let pages = 0;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listForRepo, asked)) {
    for (const { number, body, user, html_url: url, pull_request: pull } of data) {
      if (pull || user?.login !== creator || !body?.startsWith(marker)) continue;
      found.push({ number, body, url });
    }
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return found;
}
export {
  closeIssues,
  writeIssue
};
