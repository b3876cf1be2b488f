import {
  connectPullRequests,
  findComment,
  pullRequestOf
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/github/conversation.ts
function openConversation(place, ended) {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo, self } = access;
  const may = /* @__PURE__ */ new Map();
  const mayWrite = async (username) => {
    const answer = may.get(username) ?? await askPermission(access, username);
    may.set(username, answer);
    return answer;
  };
  const { issues, reactions } = octokit.rest;
  const at = (issue_number) => ({ owner, repo, issue_number });
  return {
    mayWrite,
    findPull: async () => place.pullRequest ?? await pullRequestOf(access, place),
    read: async (pull, since) => {
      const from = new Date(since * 1e3).toISOString();
      const asked = { ...at(pull), since: from, per_page: 100 };
      const [login, found] = await Promise.all([
        self(),
        octokit.paginate(issues.listComments, asked)
      ]);
      return found.map(({ id, body = "", user, created_at, updated_at, reactions: counts }) => ({
        id,
        body,
        own: user?.login === login,
        dislikes: counts?.["-1"] ?? 0,
        login: user?.login ?? "",
        type: user?.type ?? "",
        createdAt: Date.parse(created_at) / 1e3,
        updatedAt: Date.parse(updated_at) / 1e3
      }));
    },
    isAnswered: async (comment_id) => {
      const asked = { owner, repo, comment_id, per_page: 100 };
      const [login, found] = await Promise.all([
        self(),
        octokit.paginate(reactions.listForIssueComment, asked)
      ]);
      return found.some(
        ({ content, user }) => (content === "+1" || content === "confused") && user?.login === login
      );
    },
    answer: async (comment_id, content) => {
      await reactions.createForIssueComment({ owner, repo, comment_id, content });
    },
    whyNoApprover: async (...asked) => {
      const { whyNoApprover } = await import("./github-approvers.js");
      return whyNoApprover(access, ...asked);
    },
    inspectApprovers: async (...asked) => {
      const { inspectApprovers } = await import("./github-inspect-approvers.js");
      return inspectApprovers(access, mayWrite, ...asked);
    },
    refuse: async (pull, login, why) => {
      const kind = why === void 0 ? "refusal" : "no approver";
      const marker = `<!-- canary-action ${kind} ${login.toLowerCase()} -->`;
      if (await findComment(access, pull, marker) !== void 0) return;
      const text = why ?? "only users with write access to this repository can give commands to a release, so nothing was done.";
      const body = `${marker}
@${login}: ${text}`;
      await issues.createComment({ ...at(pull), body });
    },
    pullState: (pull) => readPullState(access, pull),
    dislikes: async (comment_id) => {
      const asked = { owner, repo, comment_id, content: "-1", per_page: 100 };
      const found = await octokit.paginate(reactions.listForIssueComment, asked);
      return found.flatMap(({ user }) => user ? [user.login] : []);
    }
  };
}
async function readPullState({ octokit, owner, repo }, pull_number) {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  return data.state === "closed" ? "closed" : "open";
}
async function askPermission({ octokit, owner, repo }, username) {
  const asked = { owner, repo, username };
  const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
  return data.permission === "admin" || data.permission === "write";
}
export {
  openConversation
};
