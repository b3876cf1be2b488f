import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { request: plainRequest } = require("node:http");
// src/gitlab/merge-request-note.ts
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known2
} from "./core.js";

// src/gitlab/gitlab-api.ts
import { request as tlsRequest } from "node:https";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_base_without_secrets_ts__withoutSecrets as withoutSecrets
} from "./release.js";
import {
  src_network_agents_ts__agentFor as agentFor
} from "./release.js";
var GitLabError = class extends KnownError {
  /** `undefined`: there was no answer. */
  status;
  constructor(message, status) {
    super(message);
    this.status = status;
  }
};
var REQUEST_MS = 2e4;
var MAX_BYTES = 20 * 1024 * 1024;
var PAUSES = [1, 4, 10];
var LONGEST_PAUSE = 60;
async function callGitLab(access, method, path, body) {
  const address = new URL(access.apiUrl + path);
  for (let attempt = 0; ; attempt++) {
    const reply = await send(address, access.token, method, body).catch((error) => known(error));
    const pause = PAUSES[attempt];
    const wait = pause === void 0 ? void 0 : pauseAfter(reply, method, pause);
    if (wait !== void 0) await sleep(wait);
    else if (reply instanceof KnownError) throw unreachable(address, reply);
    else return readReply(address, reply, access.token);
  }
}
function pauseAfter(reply, method, pause) {
  if (reply instanceof KnownError) return method === "POST" ? void 0 : pause;
  if (reply.status === 429) return Math.min(LONGEST_PAUSE, reply.retryAfter ?? pause);
  return reply.status >= 500 && method !== "POST" ? pause : void 0;
}
function unreachable({ host }, { message }) {
  return new GitLabError(`GitLab at ${host} could not be reached: ${message}`);
}
function readReply({ host }, { status, text, nextPage }, token) {
  const body = parseJson(text);
  if (status >= 200 && status < 300 && body !== void 0) return { status, body, nextPage };
  if (status >= 200 && status < 300) {
    throw new GitLabError(
      `GitLab at ${host} did not answer with JSON; is its API at another address, or a proxy in between?`
    );
  }
  if (status >= 300 && status < 400) {
    throw new GitLabError(
      `GitLab at ${host} redirects (HTTP ${status}); expected the address of its API in --api-url`,
      status
    );
  }
  const told = withoutSecrets(messageIn(body), [token]);
  throw new GitLabError(`GitLab answered HTTP ${status}${told && `: ${told}`}`, status);
}
function messageIn(body) {
  if (typeof body !== "object" || body === null) return "";
  const { message, error, error_description: details } = body;
  const told = details ?? message ?? error;
  const text = typeof told === "string" ? told : JSON.stringify(told ?? "");
  return text.replace(/\s+/g, " ").slice(0, 300);
}
function send(address, token, method, body) {
  const text = body === void 0 ? void 0 : JSON.stringify(body);
  const headers = {
    accept: "application/json",
    // Personal, project and group access tokens (GitLab docs, "REST API authentication").
    "private-token": token,
    "user-agent": "canary-action/1",
    ...text !== void 0 && {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text)
    }
  };
  return foreign(
    () => new Promise((resolve, reject) => {
      const request = (address.protocol === "https:" ? tlsRequest : plainRequest)(address, {
        method,
        headers,
        agent: agentFor(address),
        signal: AbortSignal.timeout(REQUEST_MS)
      });
      request.on("error", reject);
      request.on("response", (response) => {
        const chunks = [];
        let length = 0;
        response.on("data", (chunk) => {
          length += chunk.length;
          if (length <= MAX_BYTES) chunks.push(chunk);
          else request.destroy(new Error(`the answer has more than ${MAX_BYTES} bytes`));
        });
        response.on("error", reject);
        response.on("end", () => {
          const { statusCode = 0, headers: answered } = response;
          const seconds = Number(answered["retry-after"]);
          const page = answered["x-next-page"];
          resolve({
            status: statusCode,
            retryAfter: seconds > 0 ? seconds : void 0,
            nextPage: typeof page === "string" && page !== "" ? page : void 0,
            text: Buffer.concat(chunks).toString("utf8")
          });
        });
      });
      request.end(text);
    })
  );
}

// src/gitlab/merge-request-note.ts
var MAX_PAGES = 50;
async function writeNote(place, marker, body) {
  const mergeRequest = place.mergeRequest ?? await mergeRequestOf(place);
  if (mergeRequest === void 0) return void 0;
  const path = `${pathOf(place)}/merge_requests/${mergeRequest}/notes`;
  const text = { body: withoutQuickActions(body) };
  const id = await findNote(place, path, marker);
  if (id !== void 0 && await update(place, `${path}/${id}`, text)) {
    return { mergeRequest, how: "updated" };
  }
  await explain(place, callGitLab(place, "POST", path, text));
  return { mergeRequest, how: "created" };
}
function pathOf({ project }) {
  return `/projects/${encodeURIComponent(project)}`;
}
async function update(place, path, text) {
  try {
    await callGitLab(place, "PUT", path, text);
    return true;
  } catch (error) {
    if (!(error instanceof GitLabError)) throw error;
    if (error.status === 404) return false;
    throw explained(place, error);
  }
}
async function findNote(place, path, marker) {
  const self = idIn((await explain(place, callGitLab(place, "GET", "/user"))).body);
  let page = "1";
  for (let read = 0; page !== void 0 && read < MAX_PAGES; read++) {
    const query = `?sort=asc&order_by=created_at&per_page=100&page=${page}`;
    const answer = await explain(place, callGitLab(place, "GET", path + query));
    const notes = Array.isArray(answer.body) ? answer.body : [];
    const ours = notes.find(
      ({ body, author }) => typeof body === "string" && body.startsWith(marker) && idIn(author) === self
    );
    if (ours) return idIn(ours);
    page = answer.nextPage;
  }
  return void 0;
}
function idIn(value) {
  const id = value?.id;
  return typeof id === "number" ? id : void 0;
}
async function mergeRequestOf(place) {
  const { sha } = place;
  if (sha === "") return void 0;
  const path = `${pathOf(place)}/repository/commits/${encodeURIComponent(sha)}/merge_requests`;
  const { body } = await explain(place, callGitLab(place, "GET", path));
  const all = Array.isArray(body) ? body : [];
  const merged = all.filter(({ state }) => state === "merged").sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
  const found = merged.find((each) => each.merge_commit_sha === sha || each.squash_commit_sha === sha) ?? merged[0] ?? all.find((each) => each.state === "opened" && each.sha === sha);
  return typeof found?.iid === "number" ? found.iid : void 0;
}
function withoutQuickActions(body) {
  return body.replace(/^([ \t]*)\//gm, "$1​/");
}
async function explain(place, answer) {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof GitLabError ? explained(place, error) : known2(error);
  }
}
function explained({ project, mergeRequest }, error) {
  const { status, message } = error;
  if (status === 401) {
    return new KnownError2(
      `${message}. Expected a project access token with the scope api and the role Reporter or more, which is not expired; the job token (CI_JOB_TOKEN) may read notes but not write them`
    );
  }
  if (status === 403) {
    return new KnownError2(
      `${message}. The token may not comment in ${project}; expected the scope api and the role Reporter or more`
    );
  }
  if (status === 404) {
    const what = mergeRequest === void 0 ? project : `merge request !${mergeRequest} of ${project}`;
    return new KnownError2(
      `${message}. There is no ${what}, or the token may not see it; check --repository and --number`
    );
  }
  return error;
}
export {
  withoutQuickActions,
  writeNote
};
