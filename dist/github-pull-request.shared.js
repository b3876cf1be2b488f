import {
  connectOctokit
} from "./github-retry.shared.js";

// src/github/pull-request.ts
import {
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_base_time_ts__now as now2
} from "./core.js";

// src/github/identity.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";

// src/github/graphql.ts
async function askGraphql(octokit, query, variables = {}) {
  const base = octokit.request.endpoint.DEFAULTS.baseUrl.replace(/\/api\/v3\/?$/, "/api");
  const asked = { method: "POST", url: `${base}/graphql`, query, variables };
  const { data } = await octokit.request(asked);
  return data ?? {};
}

// src/github/identity.ts
import {
  src_github_trouble_ts__troubleOf as troubleOf
} from "./release.js";
var WORKFLOW = "github-actions[bot]";
function identityOf(octokit) {
  let found;
  return async () => {
    found ??= askLogin(octokit);
    try {
      return await found;
    } catch (error) {
      found = void 0;
      throw known(error);
    }
  };
}
async function askLogin(octokit) {
  try {
    const { data } = await askGraphql(octokit, "{ viewer { login } }");
    const login = data?.viewer?.login;
    return typeof login === "string" && login !== "" ? login : WORKFLOW;
  } catch (error) {
    const { kind } = troubleOf(known(error), now());
    if (kind === "outage" || kind === "limit") throw error;
    return WORKFLOW;
  }
}

// src/github/pull-request.ts
import {
  src_github_trouble_ts__troubleOf as troubleOf2
} from "./release.js";
function connectPullRequests({ token, apiUrl, repository }, ended) {
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = connectOctokit({ token, apiUrl }, ended);
  return { octokit, owner, repo, self: identityOf(octokit) };
}
async function openComment(place, marker, ended) {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo } = access;
  const number = place.pullRequest ?? await pullRequestOf(access, place);
  if (number === void 0) return void 0;
  let id;
  return {
    pull: number,
    exists: async () => {
      id ??= await findComment(access, number, marker);
      return id !== void 0;
    },
    write: async (body) => {
      id ??= await findComment(access, number, marker);
      if (id !== void 0) {
        if (await update(access, id, body)) return;
        id = void 0;
      }
      const made = { owner, repo, issue_number: number, body };
      id = (await octokit.rest.issues.createComment(made)).data.id;
    }
  };
}
async function update({ octokit, owner, repo }, comment_id, body) {
  try {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id, body });
    return true;
  } catch (error) {
    const trouble = troubleOf2(known2(error), now2());
    if (trouble.kind === "permission" && trouble.status === 404) return false;
    throw error;
  }
}
async function pullRequestOf({ octokit, owner, repo }, { sha, branch }) {
  if (sha === "") return void 0;
  const asked = { owner, repo, commit_sha: sha };
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked);
  const merged = data.filter((pull) => pull.merged_at !== null).sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
  const found = merged.find((pull) => pull.merge_commit_sha === sha) ?? merged.find(({ base }) => branch === void 0 || base.ref === branch) ?? data.find(({ state, head }) => state === "open" && head.sha === sha);
  return found?.number;
}
async function findComment(access, issue_number, marker) {
  const [first] = await findComments(access, issue_number, (body) => body.startsWith(marker), 1);
  return first;
}
async function findComments({ octokit, owner, repo, self }, issue_number, fits, most = Number.POSITIVE_INFINITY) {
  const login = await self();
  const asked = { owner, repo, issue_number, per_page: 100 };
  const found = [];
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, asked);
  for await (const { data } of pages) {
    const ours = data.filter(({ body, user }) => user?.login === login && fits(body ?? ""));
    found.push(...ours.map(({ id }) => id));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

export {
  askGraphql,
  connectPullRequests,
  openComment,
  pullRequestOf,
  findComment,
  findComments
};
