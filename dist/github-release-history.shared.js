// src/github/release-history.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_github_trouble_ts__troubleOf as troubleOf
} from "./release.js";
async function readHistory(access, { sha, base }) {
  const { commits, more } = await commitsSince(access, base, sha) ?? {
    commits: await only(access, sha),
    more: 0
  };
  const last = commits.at(-1);
  return { commits: commits.map(described), more, author: last && await authorOf(access, last) };
}
var MOST_COMMITS = 20;
async function commitsSince({ octokit, owner, repo }, base, to) {
  if (base === void 0 || !isSha(base) || !isSha(to)) return void 0;
  const basehead = `${base}...${to}`;
  const found = await unlessRefused(
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 100 })
  );
  const all = found?.data.commits ?? [];
  if (!found || all.length === 0) return void 0;
  const commits = all.slice(-MOST_COMMITS);
  return { commits, more: Math.max(found.data.total_commits, all.length) - commits.length };
}
async function only({ octokit, owner, repo }, ref) {
  if (!isSha(ref)) return [];
  const found = await unlessRefused(octokit.rest.repos.getCommit({ owner, repo, ref }));
  return found ? [found.data] : [];
}
function described({ sha, commit, author }) {
  return {
    sha,
    title: commit.message.split("\n")[0] ?? "",
    author: author?.login ?? commit.author?.name ?? ""
  };
}
async function authorOf({ octokit, owner, repo }, { author, commit }) {
  const login = author?.login;
  if (!login) return { name: commit.author?.name ?? "", login: void 0 };
  if (author.type === "Bot") return { name: login, login: void 0 };
  const asked = { owner, repo, assignee: login };
  const found = await unlessRefused(octokit.rest.issues.checkUserCanBeAssigned(asked));
  return { name: login, login: found && login };
}
async function unlessRefused(call) {
  try {
    return await call;
  } catch (error) {
    const { kind } = troubleOf(known(error), now());
    if (kind === "outage" || kind === "limit") throw error;
    return void 0;
  }
}
function isSha(text) {
  return /^[0-9a-f]{7,64}$/i.test(text);
}

export {
  readHistory,
  unlessRefused
};
