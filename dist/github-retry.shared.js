// src/github/octokit.ts
import {
  _actions_github__getOctokit as getOctokit
} from "./vendor-github.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_time_ts__now as now2
} from "./core.js";

// src/github/conditional-fetch.ts
var REPEATED = /\/issues\/\d+\/comments\?/;
var MOST_PAGES = 10;
function conditionalFetch(send) {
  const pages = /* @__PURE__ */ new Map();
  return async (given, options = {}) => {
    const url = String(given);
    const { method = "GET" } = options;
    if (method !== "GET" || !REPEATED.test(url)) return send(given, options);
    const kept = pages.get(url);
    const headers = new Headers(options.headers);
    if (kept) headers.set("if-none-match", kept.etag);
    const response = await send(given, { ...options, headers });
    if (kept && response.status === 304) return new Response(kept.body, { headers: kept.headers });
    const etag = response.headers.get("etag");
    if (response.status !== 200 || etag === null) return response;
    const body = await response.arrayBuffer();
    if (!kept && pages.size === MOST_PAGES) pages.clear();
    pages.set(url, { etag, body, headers: response.headers });
    return new Response(body, { headers: response.headers });
  };
}

// src/github/octokit.ts
import {
  src_github_guarded_fetch_ts__guardedFetch as guardedFetch
} from "./release.js";

// src/github/proxied-fetch.ts
import {
  _actions_github_lib_utils__defaults as defaults
} from "./vendor-github.js";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_network_proxy_ts__proxyFor as proxyFor
} from "./release.js";
function proxiedFetch(apiUrl) {
  if (!proxyFor(new URL(apiUrl))) return fetch;
  return must(defaults.request?.fetch, "the toolkit has a fetch for proxies");
}

// src/github/retry.ts
import {
  src_base_time_ts__now as now,
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_github_trouble_ts__troubleOf as troubleOf
} from "./release.js";
var PAUSES = [1, 3, 9];
var LONGEST_WAIT_SECONDS = 15;
async function withRetries(request, ended, send) {
  for (const pause of PAUSES) {
    try {
      return await send();
    } catch (error) {
      const wait = waitFor(error, request, pause);
      if (wait === void 0 || ended.aborted) throw error;
      await sleep(wait, ended);
      if (ended.aborted) throw error;
    }
  }
  return await send();
}
function waitFor(error, request, pause) {
  const at = now();
  const trouble = troubleOf(error, at);
  if (trouble.kind === "outage") return isRepeatable(request) ? pause : void 0;
  if (trouble.kind !== "limit") return void 0;
  const wait = Math.max(pause, trouble.until - at);
  return wait <= LONGEST_WAIT_SECONDS ? wait : void 0;
}
function isRepeatable({ method, url, query }) {
  if (typeof query === "string" && query.startsWith("mutation")) return false;
  return method !== "POST" || /\/(statuses|reactions|graphql)$/.test(url);
}

// src/github/octokit.ts
import {
  src_github_trouble_ts__troubleText as troubleText
} from "./release.js";
function connectOctokit({ token, apiUrl }, ended) {
  const request = { fetch: fetchFor(apiUrl, ended) };
  const octokit = getOctokit(token, { baseUrl: apiUrl, request });
  octokit.hook.after("request", (response) => {
    const { status, data } = response;
    if (typeof data === "string" && data !== "") {
      throw new KnownError(messageOf({ status, response: { data } }));
    }
  });
  octokit.hook.error("request", (error) => {
    throw new KnownError(troubleText(error, now2()), { cause: error });
  });
  octokit.hook.wrap(
    "request",
    (send, options) => withRetries(options, ended, async () => send(options))
  );
  return octokit;
}
function fetchFor(apiUrl, ended) {
  return conditionalFetch(guardedFetch(proxiedFetch(apiUrl), ended));
}

export {
  connectOctokit
};
