import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { Agent: PlainAgent } = require("node:http");
const { request: plainRequest } = require("node:http");
const { readFileSync } = require("node:fs");
const { request: plainRequest2 } = require("node:http");
const { readFileSync: readFileSync2 } = require("node:fs");
const { appendFileSync, mkdtempSync, readFileSync: readFileSync3, writeFileSync } = require("node:fs");
// src/action/access.ts
import {
  setSecret
} from "./vendor-actions-core.js";

// src/aws/sdk-settings.ts
import {
  src_base_errors_ts__KnownError as KnownError3
} from "./core.js";

// src/network/agents.ts
import { Agent as TlsAgent } from "node:https";
import {
  src_base_errors_ts__known as known
} from "./core.js";

// src/network/proxy.ts
import {
  checkBypass,
  getProxyUrl
} from "./vendor-actions-http-client-lib-proxy.js";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_network_proxy_secrets_ts__basicOf as basicOf,
  src_network_proxy_secrets_ts__PROXY_VARIABLES as PROXY_VARIABLES
} from "./core.js";
function proxyFor(to) {
  const [lower, upper] = PROXY_VARIABLES[to.protocol === "https:" ? "https:" : "http:"];
  const name = process.env[lower] ? lower : upper;
  if (!process.env[name] || checkBypass(to)) return void 0;
  const proxy = getProxyUrl(to);
  if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== "") return proxy;
  const shown = proxy ? `, but it begins with ${proxy.protocol}//` : "";
  throw new KnownError(`${name} is not understood: expected http://HOST:PORT${shown}`);
}
function authorizationOf({ username, password }) {
  return username === "" && password === "" ? void 0 : `Basic ${basicOf(username, password)}`;
}

// src/network/tunnel.ts
import { request as tlsRequest } from "node:https";
var LIMIT_MS = 5e3;
var ProxyError = class extends Error {
  name = "ProxyError";
  /** The AWS SDK tries again only if an error has this. */
  $retryable;
  constructor({ host }, what, options) {
    super(`the proxy ${host} ${what}`, options);
    this.$retryable = options.lasting ? void 0 : {};
  }
};
function openTunnel(proxy, to) {
  const send = proxy.protocol === "https:" ? tlsRequest : plainRequest;
  const host = `${to.host.includes(":") ? `[${to.host}]` : to.host}:${to.port}`;
  const authorization = authorizationOf(proxy);
  return new Promise((resolve2, reject) => {
    const request2 = send({
      method: "CONNECT",
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      path: host,
      headers: { host, ...authorization && { "proxy-authorization": authorization } },
      agent: false
    });
    const limit = setTimeout(() => {
      const what = `did not answer within ${LIMIT_MS / 1e3} s`;
      request2.destroy(new ProxyError(proxy, what, { lasting: false }));
    }, LIMIT_MS);
    const fail = (error) => {
      clearTimeout(limit);
      reject(error);
    };
    request2.on("error", (error) => {
      if (error instanceof ProxyError) return fail(error);
      const { code: code10, message } = error;
      const what = `could not be reached (${message || code10})`;
      fail(new ProxyError(proxy, what, { lasting: false, cause: error }));
    });
    request2.on("connect", ({ statusCode = 0 }, socket) => {
      clearTimeout(limit);
      if (statusCode === 200) return resolve2(socket);
      socket.destroy();
      fail(refusal(proxy, host, statusCode));
    });
    request2.on("response", ({ statusCode = 0 }) => {
      request2.destroy();
      fail(refusal(proxy, host, statusCode));
    });
    request2.end();
  });
}
function refusal(proxy, host, status2) {
  const why2 = status2 === 407 || status2 === 401 ? "it expects another user and password in the variable" : "";
  const what = `refused a connection to ${host} with HTTP ${status2}${why2 && `: ${why2}`}`;
  return new ProxyError(proxy, what, { lasting: status2 < 500 && status2 !== 429 });
}

// src/network/agents.ts
var POOL = { keepAlive: true, maxSockets: 50 };
function createAgents(trusted) {
  return {
    httpAgent: new ProxiedPlainAgent(POOL),
    httpsAgent: new ProxiedTlsAgent({ ...POOL, ...trusted && { ca: [...trusted] } })
  };
}
function agentFor({ protocol }) {
  return protocol === "https:" ? new ProxiedTlsAgent() : new ProxiedPlainAgent();
}
var ProxiedPlainAgent = class extends PlainAgent {
  createConnection(options, created) {
    return connect(
      "http",
      options,
      created,
      (socket) => socket ? socket : super.createConnection(options, created)
    );
  }
};
var ProxiedTlsAgent = class extends TlsAgent {
  createConnection(options, created) {
    return connect(
      "https",
      options,
      created,
      (socket) => socket ? super.createConnection({ ...options, socket }) : super.createConnection(options, created)
    );
  }
};
function connect(scheme, { host, port }, created, open) {
  const to = { host: host ?? "localhost", port: Number(port ?? (scheme === "https" ? 443 : 80)) };
  const name = to.host.includes(":") ? `[${to.host}]` : to.host;
  const fail = (error) => created?.(error, void 0);
  try {
    const proxy = proxyFor(new URL(`${scheme}://${name}:${to.port}`));
    if (!proxy) return open();
    openTunnel(proxy, to).then((socket) => created?.(null, open(socket)), fail);
  } catch (error) {
    fail(known(error));
  }
  return void 0;
}

// src/network/certificates.ts
import * as tls from "node:tls";
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
function trustedWith(name, path) {
  const added2 = readPem(path, (why2) => {
    throw new KnownError2(
      `${name}: "${path}" ${why2}; expected a file with certificates in PEM format`
    );
  });
  return [...trustedByNode(), added2];
}
function readPem(path, refuse2) {
  let text2;
  try {
    text2 = readFileSync(path, "utf8");
  } catch (error) {
    return refuse2(`cannot be read (${error.code ?? messageOf(error)})`);
  }
  if (!text2.includes("-----BEGIN CERTIFICATE-----")) return refuse2("contains no certificate");
  try {
    tls.createSecureContext({ ca: text2 });
  } catch (error) {
    return refuse2(`cannot be used (${messageOf(error)})`);
  }
  return text2;
}
function trustedByNode() {
  if (typeof tls.getCACertificates === "function") return tls.getCACertificates("default");
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return [...tls.rootCertificates, ...extra ? [readExtra(extra)] : []].filter(Boolean);
}
function readExtra(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

// src/aws/sdk-settings.ts
var DEFAULTS = { maxAttempts: 6, retryMode: "adaptive" };
var RETRY_MODES = ["adaptive", "standard", "legacy"];
var CONNECTION_TIMEOUT_MS = 5e3;
var REQUEST_TIMEOUT_MS = 2e4;
function readRetries({ AWS_MAX_ATTEMPTS: attempts, AWS_RETRY_MODE: mode }) {
  if (attempts && !/^[1-9]\d{0,2}$/.test(attempts)) {
    throw new KnownError3(
      `AWS_MAX_ATTEMPTS: expected a number from 1 to 999, but it is "${attempts}"`
    );
  }
  const retryMode = mode ? RETRY_MODES.find((known33) => known33 === mode) : DEFAULTS.retryMode;
  if (!retryMode) {
    throw new KnownError3(
      `AWS_RETRY_MODE: expected ${RETRY_MODES.join(" or ")}, but it is "${mode}"`
    );
  }
  return { maxAttempts: attempts ? Number(attempts) : DEFAULTS.maxAttempts, retryMode };
}
function createTransport({ AWS_CA_BUNDLE: bundle }) {
  const trusted = bundle ? trustedWith("AWS_CA_BUNDLE", bundle) : void 0;
  return { ...createAgents(trusted), connectionTimeout: CONNECTION_TIMEOUT_MS };
}
function createPromptTransport(env) {
  return {
    ...createTransport(env),
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true
  };
}
function checkSdkSettings(env) {
  readRetries(env);
  createTransport(env);
}

// src/github/oidc-credentials.ts
var GITHUB_TOKENS = {
  trusted: "GitHub's provider token.actions.githubusercontent.com for this repository",
  failed: "GitHub did not issue an ID token to this job",
  expected: '"permissions: id-token: write" in the workflow'
};
async function oidcCredentials({ role, region }, { runId, attempt: attempt3 }, log, mask) {
  if (!role) return void 0;
  const [{ openRoleSession }, { requestIdToken }] = await Promise.all([
    import("./aws-role-session.js"),
    import("./github-id-token.js")
  ]);
  return openRoleSession({
    role,
    region,
    name: `canary-action-${runId}-${attempt3}`.slice(0, 64),
    idToken: (audience) => requestIdToken(audience, process.env, mask),
    provider: GITHUB_TOKENS,
    mask,
    log
  });
}

// src/run/all-problems.ts
import {
  src_base_errors_ts__KnownError as KnownError4
} from "./core.js";
var CHECKS = ["plan", "rollout", "start", "preview"];
async function orRefused(command, open) {
  try {
    return await open();
  } catch (error) {
    if (!CHECKS.some((each) => each === command) || error?.constructor !== KnownError4) throw error;
    return refusing(error);
  }
}
function refusing(reason) {
  const provide = () => Promise.reject(reason);
  return Object.assign(provide, { memoized: true, replace: () => false });
}

// src/action/environment.ts
import { randomBytes } from "node:crypto";
import {
  src_base_instant_ts__parseInstant as parseInstant
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";

// src/action/source.ts
function readSource(env, event, { commit } = {}) {
  const server = env.GITHUB_SERVER_URL || "https://github.com";
  const repository = env.GITHUB_REPOSITORY ?? "";
  const ofEvent = firstText([pullCommit(event), builtCommit(event), env.GITHUB_SHA]);
  const other2 = commit !== void 0 && commit !== "" && commit !== ofEvent;
  const title = firstText([
    event.pull_request?.title,
    event.head_commit?.message,
    event.workflow_run?.head_commit?.message,
    event.release?.name
  ]);
  const tag = tagOf(env);
  return {
    repository,
    sha: other2 ? commit : ofEvent,
    // Of another commit, only its name is known.
    title: other2 ? "" : title.split("\n")[0] ?? "",
    actor: env.GITHUB_ACTOR ?? "",
    runUrl: `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    ...tag !== void 0 && !other2 && { tag }
  };
}
function branchOf(env, { workflow_run: run2 }, { commit }) {
  if (commit !== "") return void 0;
  const built = run2?.head_branch;
  if (typeof built === "string") return built;
  return /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? "")?.[1];
}
function tagOf(env) {
  return /^refs\/tags\/(.+)$/.exec(env.GITHUB_REF ?? "")?.[1];
}
function pullCommit(event) {
  const { pull_request: pull } = event;
  return isMergedPull(event) ? pull?.merge_commit_sha : pull?.head?.sha;
}
function isMergedPull({ action, pull_request: pull }) {
  return action === "closed" && pull?.merged === true;
}
function builtCommit({ workflow_run: run2 }) {
  return run2?.head_sha;
}
function firstText(values) {
  const found = values.find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}

// src/action/environment.ts
function readPull({ action, pull_request: pull }, { repository }) {
  if (typeof pull?.number !== "number") return void 0;
  const from = pull.head?.repo?.full_name;
  return {
    number: pull.number,
    closed: action === "closed" || pull.state === "closed",
    // A deleted fork has no repository.
    fork: from !== repository
  };
}
function readEventComment(event) {
  const { action, comment: comment2, issue, repository } = event;
  const pull = issue?.pull_request ? issue.number : void 0;
  if (action !== "created" || typeof comment2?.id !== "number" || typeof pull !== "number") {
    return void 0;
  }
  const text2 = (value) => typeof value === "string" ? value : "";
  return {
    id: comment2.id,
    body: text2(comment2.body),
    own: false,
    dislikes: 0,
    login: text2(comment2.user?.login),
    type: text2(comment2.user?.type),
    createdAt: Date.parse(text2(comment2.created_at)) / 1e3,
    updatedAt: Date.parse(text2(comment2.updated_at)) / 1e3,
    pull,
    repository: text2(repository?.full_name)
  };
}
function readCodeEvent(env, event) {
  const text2 = (value) => typeof value === "string" ? value : "";
  const { workflow_run: run2, repository } = event;
  const own2 = text2(run2?.head_repository?.full_name);
  return {
    name: env.GITHUB_EVENT_NAME ?? "",
    ref: env.GITHUB_REF ?? "",
    mergedPull: isMergedPull(event),
    before: run2 && {
      event: text2(run2.event),
      branch: text2(run2.head_branch),
      own: own2 !== "" && own2 === text2(repository?.full_name)
    }
  };
}
function readStarter(env) {
  const startedBy = env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR;
  return startedBy ? { startedBy } : {};
}
function readRolloutId(env) {
  const plain2 = (text2) => (text2 ?? "").replace(/[^A-Za-z0-9_./-]/g, "-");
  return {
    repository: plain2(env.GITHUB_REPOSITORY) || "unknown",
    runId: plain2(env.GITHUB_RUN_ID) || "0",
    attempt: plain2(env.GITHUB_RUN_ATTEMPT) || "1"
  };
}
function drawRolloutId(env) {
  return { ...readRolloutId(env), job: randomBytes(6).toString("hex") };
}
function readLifetimes(env, {
  jobTimeoutSeconds,
  role,
  credentialsExpireAt: given
}) {
  if (role) return { jobTimeoutSeconds, credentialsExpireAt: void 0, temporary: false };
  const text2 = env.AWS_CREDENTIAL_EXPIRATION ?? "";
  const set = text2 === "" ? void 0 : parseInstant(text2);
  return {
    jobTimeoutSeconds,
    credentialsExpireAt: given ?? set,
    temporary: (env.AWS_SESSION_TOKEN ?? "") !== "",
    ...given === void 0 && set === void 0 && text2 !== "" && { notATime: text2 }
  };
}
function readDeploymentPlace(env, inputs, source) {
  const { environment, githubToken } = inputs;
  if (environment === "" || githubToken === "" || source.repository === "") return void 0;
  return {
    token: githubToken,
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    repository: source.repository,
    sha: source.sha,
    environment,
    url: inputs.environmentUrl,
    begins: inputs.command === "rollout" || inputs.command === "start"
  };
}
function readCommentPlace(env, event, inputs, source) {
  if (!inputs.comment) return void 0;
  const place = readPullPlace(env, event, inputs, source);
  const { GITHUB_WORKFLOW: workflow = "", GITHUB_JOB: job = "" } = env;
  const { runId, attempt: attempt3 } = readRolloutId(env);
  return place && { ...place, refused: { job: `${workflow}/${job}`, run: `${runId}.${attempt3}` } };
}
function readPullPlace(env, event, inputs, source) {
  if (inputs.githubToken === "" || source.repository === "") return void 0;
  const number4 = event.pull_request?.number ?? (event.issue?.pull_request && event.issue.number);
  return {
    token: inputs.githubToken,
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    repository: source.repository,
    pullRequest: typeof number4 === "number" ? number4 : void 0,
    sha: source.sha,
    branch: branchOf(env, event, inputs)
  };
}
function readFollowUpPlace(env, event, inputs, source) {
  if (inputs.onRollback === "none" || inputs.command === "preview") return void 0;
  const place = readPullPlace(env, event, inputs, source);
  return place && { ...place, how: inputs.onRollback };
}
function readVariablePlace(env, { githubToken: token }, { repository }) {
  if (token === "" || repository === "") return void 0;
  return { token, apiUrl: env.GITHUB_API_URL || "https://api.github.com", repository };
}
function readDestinations(env, event, inputs, source) {
  return {
    comment: readCommentPlace(env, event, inputs, source),
    variable: readVariablePlace(env, inputs, source),
    deployment: readDeploymentPlace(env, inputs, source),
    followUp: readFollowUpPlace(env, event, inputs, source),
    notify: inputs.notify && { to: inputs.notify, secret: inputs.hooks.secret }
  };
}
function readLacks(env, inputs) {
  const { GITHUB_EVENT_NAME: event = "", GITHUB_REPOSITORY: repository = "" } = env;
  const isOf = event === "" ? "GITHUB_EVENT_NAME is not set" : `this run is of the event ${event}`;
  const repositoryText = `GITHUB_REPOSITORY is ${quote(repository)}; expected OWNER/NAME`;
  const token = (needs) => `github-token is empty; expected a token with ${needs}`;
  const access = (needs) => inputs.githubToken === "" ? token(needs) : repositoryText;
  return {
    pull: `expected the event pull_request, but ${isOf}`,
    repository: repositoryText,
    comment: `expected the event issue_comment, on a pull request; ${isOf}`,
    conversation: inputs.githubToken !== "" && !inputs.comment ? "comment is false; expected true" : access("the permission pull-requests: write"),
    variable: access("the permission Variables: read")
  };
}

// src/action/access.ts
async function openAccess(inputs, log, command) {
  checkSdkSettings(process.env);
  const id = drawRolloutId(process.env);
  const credentials = await orRefused(command, async () => {
    const opened = await oidcCredentials(inputs, id, log, setSecret);
    await opened?.();
    return opened;
  });
  return { id, credentials };
}

// src/action/release-step.ts
import {
  saveState
} from "./vendor-actions-core.js";
import {
  src_base_errors_ts__known as known32
} from "./core.js";

// src/rollout/merged-code.ts
var MERGED = [
  "push",
  "release",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch"
];
var QUEUE = "gh-readonly-queue/";
function carriesMergedCode({ name, ref, mergedPull, before }) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return mergedPull;
    // GITHUB_REF is the default branch here, whatever the previous run was for.
    case "workflow_run":
      return before !== void 0 && isOfMerged(before);
    // A new branch may contain unmerged code; a new tag marks a release.
    case "create":
      return ref.startsWith("refs/tags/");
    default:
      return MERGED.includes(name) && isOwnRef(ref);
  }
}
function isOwnRef(ref) {
  return /^refs\/(heads|tags)\//.test(ref) && !ref.startsWith(`refs/heads/${QUEUE}`);
}
function isOfMerged({ event, branch, own: own2 }) {
  return own2 && MERGED.includes(event) && !branch.startsWith(QUEUE);
}

// src/aws/clients.ts
import {
  _aws_sdk_client_cloudwatch__CloudWatchClient as CloudWatchClient
} from "./vendor-aws.js";

// src/aws/arns.ts
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
function placeOf(region) {
  return { region, partition: partitionOf(region).id };
}
function functionArnPattern(place, name, account = "*") {
  return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}`;
}
function accountOf(arn) {
  return arn.split(":")[4] ?? "";
}
function qualifierOf(functionArn) {
  return functionArn.split(":")[7] ?? "";
}
function hookArn(place, functionName, qualifier, account) {
  const arn = functionName.startsWith("arn:") ? functionName : functionArnPattern(place, functionName, account);
  return qualifier === void 0 ? arn : `${arn}:${qualifier}`;
}
function versionArn(place, account, name, version) {
  return `arn:${place.partition}:lambda:${place.region}:${account}:function:${name}:${version}`;
}
function parameterArnPattern(place, name, account = "*") {
  if (name.startsWith("arn:")) return name;
  const path = name.replace(/^\//, "");
  return `arn:${place.partition}:ssm:${place.region}:${account}:parameter/${path}`;
}
var FIND_BY_TAG = { action: "tag:GetResources", resource: "*" };

// src/aws/client-middleware.ts
function refuseWhenCancelled(client, { cancelled, ended }, isRead2 = isGet) {
  const unread2 = AbortSignal.any([cancelled, ended]);
  return handleWith(client, (handle) => (request2, options) => {
    if (cancelled.aborted) return Promise.reject(notSent());
    return handle(request2, isRead2(request2) ? { ...options, abortSignal: unread2 } : options);
  });
}
function notSent() {
  const error = new Error("the job is being cancelled, so the request was not sent");
  return Object.assign(error, { name: "AbortError" });
}
var URGENT_TIMEOUT_MS = 2500;
function hurryWhenCancelled(client, { cancelled, rollbackDeadline, ended }, isRead2 = isGet) {
  const unread2 = AbortSignal.any([rollbackDeadline, ended]);
  return handleWith(
    client,
    (handle) => (request2, options) => handle(request2, {
      ...options,
      abortSignal: isRead2(request2) ? unread2 : rollbackDeadline,
      ...cancelled.aborted && { requestTimeout: URGENT_TIMEOUT_MS }
    })
  );
}
function refuseWrites(client, isRead2 = isGet) {
  return handleWith(client, (handle) => (request2, options) => {
    if (isRead2(request2)) return handle(request2, options);
    const error = new Error("this run only reads, so the request was not sent");
    return Promise.reject(Object.assign(error, { name: "ReadOnlyError" }));
  });
}
function isGet({ method }) {
  return method === "GET";
}
function handleWith(client, wrap) {
  const handler = client.config.requestHandler;
  handler.handle = wrap(handler.handle.bind(handler));
  return client;
}
function copyOf(client) {
  const { requestHandler } = client.config;
  const handle = { value: requestHandler.handle.bind(requestHandler), writable: true };
  const handler = Object.create(requestHandler, { handle });
  const config = { value: { ...client.config, requestHandler: handler } };
  return Object.create(client, { config });
}

// src/aws/clock.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
function watchClock() {
  let least;
  const see = ({ headers }) => {
    const seconds = (Date.now() - Date.parse(headers.date ?? "")) / 1e3;
    if (Number.isNaN(seconds)) return;
    if (least === void 0 || Math.abs(seconds) < Math.abs(least)) least = seconds;
  };
  return {
    follow: (client) => {
      const handler = client.config.requestHandler;
      const handle = handler.handle.bind(handler);
      handler.handle = async (request2, options) => {
        const answered = await handle(request2, options);
        see(answered.response);
        return answered;
      };
      return client;
    },
    ahead: () => least
  };
}
var WARN_FROM_SECONDS = 30;
function describeClockOffset(ahead) {
  if (ahead === void 0 || Math.abs(ahead) < WARN_FROM_SECONDS) return void 0;
  const side = ahead > 0 ? "ahead of" : "behind";
  return `this machine's clock is ${formatDuration(Math.round(Math.abs(ahead)))} ${side} AWS's`;
}

// src/aws/renewed-session.ts
import {
  src_base_errors_ts__KnownError as KnownError5,
  src_base_errors_ts__messageOf as messageOf3
} from "./core.js";

// src/aws/credential-errors.ts
import {
  src_base_errors_ts__errorName as errorName,
  src_base_errors_ts__messageOf as messageOf2
} from "./core.js";
function hasNoCredentials(error) {
  return errorName(error) === "CredentialsProviderError";
}
var ENDED = /^(ExpiredToken|InvalidToken|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|TokenRefreshRequired|AuthFailure|RequestExpired)(Exception)?$/;
var REVOKED = /explicit deny in an identity-based policy/;
function isSessionOver(error) {
  return ENDED.test(errorName(error)) || isRevoked(error);
}
function isRevoked(error) {
  return REVOKED.test(messageOf2(error));
}
function isBadCredentials(error) {
  const name = errorName(error);
  return ENDED.test(name) || name === "InvalidSignatureException" || hasNoCredentials(error);
}
var ABOUT_CREDENTIALS = /(?:^|: )((?:this job has no AWS credentials|AWS rejected the credentials of this job|there are no AWS credentials|AWS rejects the credentials|role-to-assume: (?:AWS does not let this job|[^:]* ID token\b)).*)$/s;
function aboutCredentials(problem2) {
  return ABOUT_CREDENTIALS.exec(problem2)?.[1];
}
function oneCredentialsProblem(problems2) {
  const [first] = problems2.flatMap((problem2) => aboutCredentials(problem2) ?? []);
  if (first === void 0) return problems2;
  return [first, ...problems2.filter((problem2) => aboutCredentials(problem2) === void 0)];
}

// src/aws/renewed-session.ts
function renewWhenRefused(client, credentials) {
  if (!credentials) return client;
  const middleware = (next2) => async (args) => {
    const used = await credentials();
    try {
      return await next2(args);
    } catch (error) {
      giveUpUnlessReplaced(credentials, used, error);
    }
    try {
      return await next2(args);
    } catch (error) {
      throw asRefused(error);
    }
  };
  client.middlewareStack.add(middleware, { step: "initialize", name: "canaryActionRenewSession" });
  return client;
}
function giveUpUnlessReplaced(credentials, used, error) {
  if (!isSessionOver(error)) throw error;
  const how = isRevoked(error) ? "denied" : "ended";
  if (!credentials.replace(used, how)) throw asRefused(error);
}
function asRefused(error) {
  if (!isBadCredentials(error)) return error;
  return new KnownError5(
    `AWS ended the session of this job before its time, and rejects a new one as well (${messageOf3(error)})`,
    { cause: error }
  );
}

// src/aws/clients.ts
function connect2(region, limits, credentials, sends = "everything") {
  const settings = {
    region,
    ...readRetries(process.env),
    ...credentials && { credentials },
    customUserAgent: "canary-action/1",
    requestHandler: createPromptTransport(process.env)
  };
  const place = placeOf(region);
  const clock = watchClock();
  const cloudWatch2 = clock.follow(renewWhenRefused(new CloudWatchClient(settings), credentials));
  const open = openPairs(settings, limits, clock, sends);
  return {
    normal: {
      mode: "normal",
      sends,
      place,
      credentials,
      clock,
      open: (service) => open(service).normal,
      cloudWatch: refuseWhenCancelled(cloudWatch2, limits)
    },
    rollback: { mode: "rollback", sends, place, open: (service) => open(service).rollback }
  };
}
function openPairs(settings, limits, clock, sends) {
  const opened = /* @__PURE__ */ new Map();
  return (service) => {
    const known33 = opened.get(service);
    if (known33) return known33;
    const { create, isRead: isRead2 } = service;
    const any = clock.follow(renewWhenRefused(create(settings), settings.credentials));
    const client = sends === "reads" ? refuseWrites(any, isRead2) : any;
    const rollback2 = hurryWhenCancelled(copyOf(client), limits, isRead2);
    const pair = { rollback: rollback2, normal: refuseWhenCancelled(client, limits, isRead2) };
    opened.set(service, pair);
    return pair;
  };
}

// src/aws/log-quota.ts
var SMALL_QUOTA = [
  ...["ap-northeast-3", "ap-southeast-3", "ca-west-1", "eu-central-1", "il-central-1"]
];
function quotaOf(region) {
  if (region === "us-east-1") return 25;
  return SMALL_QUOTA.includes(region) ? 5 : 10;
}
function callsPerSecond(region) {
  return quotaOf(region) < 10 ? 1 : 2;
}

// src/run/services.ts
import {
  src_base_errors_ts__KnownError as KnownError13
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug3
} from "./core.js";
import {
  src_base_time_ts__now as now5,
  src_base_time_ts__sleep as sleep2
} from "./core.js";

// src/comments/listener.ts
import {
  src_base_errors_ts__known as known2,
  src_base_errors_ts__messageOf as messageOf4
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";

// src/report/approval-text.ts
import {
  src_rollout_given_approval_ts__splitApprovers as splitApprovers
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
function approvedText({ weight }) {
  return `approves ${formatWeight(weight)}; the rollout continues with its plan`;
}
function noApprovalText(meaning) {
  return meaning.kind === "early" ? `not possible yet: the rollout asks for an approval before ${formatWeight(meaning.weight)}, and is not there` : "not possible: it was written before the rollout had its current weight, so it cannot approve the next one; comment again";
}
function approversText(by) {
  if (by === void 0) return "everybody with write access to the repository";
  const { path, named: named3 } = splitApprovers(by);
  return path === void 0 ? named3.join(", ") : `the owners of ${path} in CODEOWNERS`;
}

// src/base/same.ts
function isSame(a, b) {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/analysis/counts.ts
var NO_COUNTS = { requests: 0, events: 0 };
function sum(counts) {
  let requests = 0;
  let events = 0;
  for (const c of counts) {
    requests += c.requests;
    events += c.events;
  }
  return { requests, events };
}
function addTo(sum3, { requests, events }) {
  sum3.requests += requests;
  sum3.events += events;
}
function rate(counts) {
  return counts.events / counts.requests;
}
function swapSides(minute) {
  const { canary, stable, weight, weightBefore: weightBefore3 } = minute;
  return {
    ...minute,
    canary: stable,
    stable: canary,
    weight: 100 - weight,
    weightBefore: 100 - weightBefore3
  };
}
function withoutEvents(minute) {
  return { ...minute, canary: missing(minute.canary), stable: missing(minute.stable) };
}
function missing({ requests, events }) {
  return { requests, events: Math.max(0, requests - events) };
}
function isSteady(minute) {
  return minute.weight === minute.weightBefore;
}
function finder(minutes) {
  let place = 0;
  return (minute) => {
    while (place < minutes.length && minutes[place].minute < minute) place++;
    const found = minutes[place];
    return found?.minute === minute ? found : void 0;
  };
}

// src/analysis/unequal-share.ts
var CACHE_MARGIN = 3;
function unequalShare({ canary, stable, weight, weightBefore: weightBefore3 }) {
  const observed2 = canary.requests / Math.max(1, canary.requests + stable.requests);
  const high = observed2 * CACHE_MARGIN / (1 + observed2 * (CACHE_MARGIN - 1));
  return { high, low: Math.min(observed2, weight / 100, weightBefore3 / 100) };
}

// src/analysis/share.ts
var SPARSE_BELOW = 50;
var SMALL_STABLE = 0.9;
function isSparse(minute) {
  return minute.canary.requests + minute.stable.requests < SPARSE_BELOW;
}
function highShare(minute) {
  if (minute.share === "unequal") return unequalShare(minute).high;
  const configured = Math.max(minute.weight, minute.weightBefore) / 100;
  const observed2 = observedShare(minute);
  const tolerated = configured < SMALL_STABLE ? noise(configured, minute) : 0;
  return observed2 - configured > tolerated ? observed2 : configured;
}
function lowShare(minute) {
  if (minute.share === "unequal") return unequalShare(minute).low;
  const configured = Math.min(minute.weight, minute.weightBefore) / 100;
  const observed2 = observedShare(minute);
  return configured - observed2 > noise(configured, minute) ? observed2 : configured;
}
function noise(share2, minute) {
  const requests = minute.canary.requests + minute.stable.requests;
  return requests < SPARSE_BELOW ? 1 : 2 * Math.sqrt(share2 * (1 - share2) / requests);
}
function observedShare(minute) {
  return minute.canary.requests / (minute.canary.requests + minute.stable.requests);
}

// src/analysis/comparison.ts
function compare(minutes, later = []) {
  let canarySide = 0;
  let stableSide = 0;
  let pairs = 0;
  let matched = 0;
  let expected = 0;
  let observed2 = 0;
  const pools = poolSparse(minutes, later);
  const count10 = minutes.length + later.length;
  for (let i = 0; i < count10; i++) {
    const minute = minuteIn(minutes, later, i);
    const { canary, stable } = isSparse(minute) ? takePool(pools, minute) : minute;
    if (canary.requests === 0 || stable.requests === 0) continue;
    const requests = canary.requests + stable.requests;
    canarySide += canary.events * stable.requests / requests;
    stableSide += stable.events * canary.requests / requests;
    pairs += canary.requests * stable.requests / requests;
    matched += canary.requests;
    observed2 += canary.events;
    expected += canary.requests * stable.events / stable.requests;
  }
  return {
    ratio: canarySide / stableSide,
    difference: (canarySide - stableSide) / pairs,
    excessEvents: observed2 - expected,
    stableRate: expected / matched
  };
}
function minuteIn(minutes, later, index) {
  return index < minutes.length ? minutes[index] : later[index - minutes.length];
}
function poolSparse(minutes, later) {
  const pools = /* @__PURE__ */ new Map();
  const count10 = minutes.length + later.length;
  for (let i = 0; i < count10; i++) {
    const minute = minuteIn(minutes, later, i);
    if (!isSparse(minute)) continue;
    const weights = weightsOf(minute);
    let pool = pools.get(weights);
    if (!pool) {
      pool = { canary: { ...NO_COUNTS }, stable: { ...NO_COUNTS } };
      pools.set(weights, pool);
    }
    addTo(pool.canary, minute.canary);
    addTo(pool.stable, minute.stable);
  }
  return pools;
}
function takePool(pools, minute) {
  const weights = weightsOf(minute);
  const pool = pools.get(weights);
  pools.delete(weights);
  return pool ?? NOTHING_LEFT;
}
var NOTHING_LEFT = { canary: NO_COUNTS, stable: NO_COUNTS };
function weightsOf({ weight, weightBefore: weightBefore3 }) {
  return weight + 1e3 * weightBefore3;
}

// src/analysis/continued.ts
var MARK_EVERY = 60;
var MOST_MARKS = 4;
function createContinued(start2) {
  let seen = [];
  let outputs = [];
  let marks = [];
  let last;
  return (items) => {
    const same = sameUntil(seen, items);
    const valid = marks.filter(({ count: count10 }) => count10 <= same);
    const from = (last && last.count <= same ? last : valid.at(-1)) ?? {
      count: 0,
      course: start2()
    };
    const next2 = workThrough(from, items, outputs.slice(0, from.count));
    seen = items;
    outputs = next2.outputs;
    marks = [...valid, ...next2.marks].slice(-MOST_MARKS);
    last = { count: items.length, course: next2.course };
    return next2;
  };
}
function workThrough({ count: count10, course: marked }, items, outputs) {
  const course3 = marked.fork();
  const marks = [];
  for (let i = count10; i < items.length; i++) {
    outputs.push(course3.add(items[i]));
    if ((i + 1) % MARK_EVERY === 0) marks.push({ count: i + 1, course: course3.fork() });
  }
  return { course: course3, outputs, marks };
}
function sameUntil(before, now27) {
  const most = Math.min(before.length, now27.length);
  let same = 0;
  while (same < most && before[same] === now27[same]) same++;
  return same;
}

// src/analysis/open-minutes.ts
function inFavour(minutes, usual) {
  return minutes.map((minute) => {
    const { canary, stable } = minute;
    const expected = stable.requests * odds(minute);
    const running = stable.requests * stillRunning(minute, expected);
    return {
      ...minute,
      canary: { ...canary, requests: Math.max(canary.requests, expected) },
      stable: {
        requests: stable.requests + running,
        events: Math.max(stable.events, usual * stable.requests) + running
      }
    };
  });
}
function stillRunning({ canary }, expected) {
  const more = canary.requests - expected;
  const chance = Math.sqrt(expected);
  return more > chance ? (more + chance) / expected : 0;
}
function odds({ weight, weightBefore: weightBefore3 }) {
  const share2 = Math.max(weight, weightBefore3) / 100;
  return share2 / (1 - share2);
}
function usualRate(before, since) {
  return Math.max(rate(before) || 0, rate(since) || 0);
}

// src/analysis/joint.ts
function jointNats(minute, alternative) {
  if (!isSteady(minute) || !isSparse(minute)) return 0;
  const { canary, stable } = minute;
  const { canaryRisk, stableRisk } = alternative;
  const share2 = minute.weight / 100;
  const risk = share2 * canaryRisk + (1 - share2) * stableRisk;
  return canary.events * Math.log(canaryRisk / risk) + stable.events * Math.log(stableRisk / risk) + (canary.requests - canary.events) * Math.log((1 - canaryRisk) / (1 - risk)) + (stable.requests - stable.events) * Math.log((1 - stableRisk) / (1 - risk));
}

// src/analysis/log-space.ts
function logAddExp(a, b) {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
function logSumExp(values) {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > high) high = values[i];
  if (high === Number.NEGATIVE_INFINITY) return high;
  let total2 = 0;
  for (let i = 0; i < values.length; i++) total2 += Math.exp(values[i] - high);
  return high + Math.log(total2);
}

// src/analysis/risk-ratio.ts
function riskRatioNats(canary, total2, share2, ratio, logRatio = Math.log(ratio)) {
  return canary * logRatio - total2 * Math.log1p(share2 * (ratio - 1));
}

// src/analysis/sequential-test.ts
function createSequentialTest(profile) {
  const bets = profile.ratios.length + profile.joint.length;
  return resume(prepare(profile), {
    logBet: new Float64Array(bets).fill(Number.NEGATIVE_INFINITY),
    added: new Float64Array(bets),
    atShifts: new Float64Array(bets),
    run: new Float64Array(bets),
    last: void 0,
    unstarted: 1,
    starting: profile.onset.atOnce,
    canarySeen: false
  });
}
function prepare(profile) {
  const { ratios, joint } = profile;
  const logPrior2 = Float64Array.from([...ratios, ...joint], (bet) => Math.log(bet.prior));
  return {
    profile,
    logRatios: Float64Array.from(ratios, (r) => Math.log(r.ratio)),
    logPrior: logPrior2,
    terms: new Float64Array(logPrior2.length + 1)
  };
}
function resume(prepared, state) {
  const { profile, logRatios, logPrior: logPrior2, terms } = prepared;
  const { ratios, joint, onset, capNats, dispersion } = profile;
  const { logBet, added: added2, atShifts, run: run2 } = state;
  function used(bet, shared) {
    if (shared === "shifts") return atShifts[bet];
    return shared === "if-reached" && run2[bet] === 1 ? Math.max(0, added2[bet]) : 0;
  }
  function grow(bet, nats, by) {
    const { influence, most, shared, logStarting, total: total2 } = by;
    const cap = total2 ? Number.POSITIVE_INFINITY : Math.max(0, most - used(bet, shared));
    const raw = influence * nats / dispersion;
    run2[bet] = raw >= most ? run2[bet] + 1 : 0;
    added2[bet] = Math.min(cap, raw);
    if (shared === "shifts") atShifts[bet] += Math.max(0, added2[bet]);
    logBet[bet] = logAddExp(logBet[bet], logStarting) + added2[bet];
  }
  function add(minute, { open = false, total: total2 = false } = {}) {
    const share2 = highShare(minute);
    const influence = minute.influence ?? 1;
    const isShift = !isSteady(minute);
    const by = {
      influence,
      most: influence * capNats * (isShift ? AT_SHIFTS : 1),
      shared: isShift ? "shifts" : sharedCap(state.last, minute),
      logStarting: Math.log(state.starting),
      total: total2
    };
    const events = minute.canary.events;
    const all = events + minute.stable.events;
    for (let i = 0; i < ratios.length; i++) {
      grow(i, riskRatioNats(events, all, share2, ratios[i].ratio, logRatios[i]), by);
    }
    const tells = state.canarySeen && !open;
    for (let i = 0; i < joint.length; i++) {
      grow(ratios.length + i, tells ? jointNats(minute, joint[i]) : 0, by);
    }
    state.last = minute;
    state.canarySeen ||= minute.canary.requests > 0;
    state.unstarted = Math.max(0, state.unstarted - state.starting);
    state.starting = state.unstarted * onset.hazard;
    for (let i = 0; i < logBet.length; i++) terms[i] = logPrior2[i] + logBet[i];
    terms[logBet.length] = Math.log(state.unstarted);
    return logSumExp(terms);
  }
  return {
    add,
    fork: () => resume(prepared, {
      ...state,
      logBet: logBet.slice(),
      added: added2.slice(),
      atShifts: atShifts.slice(),
      run: run2.slice()
    })
  };
}
var AT_SHIFTS = 0.6;
var BAD_MINUTE_EVENTS = 5;
function sharedCap(last, minute) {
  if (last?.minute !== minute.minute - 1) return "never";
  return last.canary.events >= BAD_MINUTE_EVENTS ? "if-reached" : "never";
}

// src/analysis/shared-incident.ts
var SURPRISE = Math.log(1e3);
function surpriseNats(events, expected) {
  if (events <= expected) return 0;
  return events * Math.log(events / expected) - events + expected;
}
function createSharedIncidentDetector(before, dispersion = 1) {
  return detectFrom({ calm: { ...before }, found: false }, dispersion);
}
function detectFrom(weather, dispersion) {
  function add(stable) {
    const { calm } = weather;
    const raised = calm.requests > 0 && surpriseNats(stable.events, 2 * stable.requests * usualRate2(calm)) / dispersion >= SURPRISE;
    if (raised) weather.found = true;
    else addTo(calm, stable);
    return weather.found;
  }
  return {
    add,
    fork: () => detectFrom({ ...weather, calm: { ...weather.calm } }, dispersion)
  };
}
function usualRate2(counts) {
  return (counts.events + 0.5) / (counts.requests + 1);
}
var RECENT_MINUTES = 3;
var DEGRADED_RATIO = 3;
function bothBad(minutes, before, dispersion = 1) {
  const usual = sum(before);
  if (usual.requests === 0) return void 0;
  const recent = minutes.slice(-RECENT_MINUTES);
  const sides2 = [sum(recent.map((m) => m.canary)), sum(recent.map((m) => m.stable))];
  const bad = sides2.every((side) => {
    const expected = DEGRADED_RATIO * side.requests * usualRate2(usual);
    return surpriseNats(side.events, expected) / dispersion >= SURPRISE;
  });
  if (!bad) return void 0;
  return { canaryRate: rate(sides2[0]), stableRate: rate(sides2[1]), rateBefore: rate(usual) };
}

// src/analysis/total-failure.ts
var NEARLY_ALL = 0.9;
var STABLE_SUCCEEDED = 0.5;
var SECONDS = 36;
var LEAST_REQUESTS = 10;
function isTotalFailure(minute, last) {
  const { canary, stable, weight, weightBefore: weightBefore3 } = minute;
  const perMinute2 = Math.max(traffic(minute), last ? traffic(last) : 0);
  const usual = perMinute2 * Math.max(weight, weightBefore3) / 100;
  return canary.requests >= Math.max(LEAST_REQUESTS, usual * SECONDS / 60) && canary.events >= NEARLY_ALL * canary.requests && stable.requests - stable.events >= STABLE_SUCCEEDED * (perMinute2 - usual);
}
function traffic({ canary, stable }) {
  return canary.requests + stable.requests;
}

// src/analysis/young.ts
function withInfluence(minutes, warmUpSeconds, earlier = []) {
  if (warmUpSeconds === 0) return minutes;
  const find2 = finder(earlier);
  let changed2 = Number.NEGATIVE_INFINITY;
  let weight = 0;
  return minutes.flatMap((minute) => {
    if (minute.weight !== weight || !isSteady(minute)) changed2 = minute.minute;
    weight = minute.weight;
    const influence = influenceAt(minute.minute - changed2, warmUpSeconds);
    if (influence <= 0) return [];
    const known33 = find2(minute.minute);
    const isKnown2 = known33?.influence === influence && isFrom(known33, minute);
    return [isKnown2 ? known33 : { ...minute, influence }];
  });
}
function isFrom(made, { canary, stable, weight, weightBefore: weightBefore3 }) {
  return made.canary === canary && made.stable === stable && made.weight === weight && made.weightBefore === weightBefore3;
}
function influenceAt(minutes, warmUpSeconds) {
  const passed = 60 * minutes + 30;
  const beyond = (passed - warmUpSeconds) / warmUpSeconds;
  return beyond <= 0 || minutes === 0 ? 0 : 1 - 4 ** -beyond;
}
var WARM = 0.9;
var CLEARLY = 2;
function isLasting(minutes) {
  const warm = minutes.filter(({ influence = 1 }) => influence >= WARM);
  if (warm.length > 0 && !isHigher(warm)) return false;
  const weight = minutes.at(-1)?.weight;
  const step = minutes.filter((minute) => minute.weight === weight);
  const middle = Math.ceil(step.length / 2);
  const [early, late] = [step.slice(0, middle), step.slice(middle)];
  return late.length > 0 && !isLower(late, early);
}
function isHigher(minutes) {
  return Math.log(compare(minutes).ratio) > CLEARLY * Math.sqrt(variance(minutes));
}
function isLower(late, early) {
  const fall = Math.log(compare(early).ratio) - Math.log(compare(late).ratio);
  return fall > CLEARLY * Math.sqrt(variance(early) + variance(late));
}
function variance(minutes) {
  const events = (arm2) => minutes.reduce((n, m) => n + m[arm2].events, 0);
  return 1 / Math.max(1, events("canary")) + 1 / Math.max(1, events("stable"));
}

// src/analysis/rollback-test.ts
var RECENT_MINUTES2 = 10;
var LAST_MINUTES = 3;
var INCIDENT_FACTOR = 10;
function createRollbackTest(settings) {
  const { profile, before } = settings;
  return resume2(settings, {
    test: createSequentialTest(profile),
    incidents: createSharedIncidentDetector(before, profile.dispersion),
    recent: [],
    since: { ...NO_COUNTS },
    failing: false
  });
}
function resume2(settings, state) {
  const { falseRollbackRate, materialRatio, mayFade = false, before } = settings;
  const { test, incidents, recent } = state;
  const calmThreshold = -Math.log(falseRollbackRate);
  function read4(nats, incident, last) {
    const threshold = calmThreshold + (incident ? Math.log(INCIDENT_FACTOR) : 0);
    return { nats, threshold, failing: nats >= threshold && isMaterial2(last) };
  }
  function isMaterial2(last) {
    if (compare(last).ratio < materialRatio) return false;
    if (!mayFade) return true;
    return compare(last.slice(-LAST_MINUTES)).ratio >= materialRatio && isLasting(last);
  }
  function add(minute) {
    const total2 = !mayFade && isTotalFailure(minute, recent.at(-1));
    recent.push(minute);
    if (recent.length > RECENT_MINUTES2) recent.shift();
    addTo(state.since, minute.stable);
    const reading2 = read4(test.add(minute, { total: total2 }), incidents.add(minute.stable), recent);
    state.failing ||= reading2.failing;
    return reading2.failing === state.failing ? reading2 : { ...reading2, failing: true };
  }
  function peek(open) {
    const ahead = test.fork();
    const weather = incidents.fork();
    const last = [...recent];
    return inFavour(open, usualRate(before, state.since)).map((favoured2, i) => {
      const minute = open[i];
      last.push(favoured2);
      const total2 = isTotalFailure(minute, open[i - 1] ?? recent.at(-1));
      const nats = ahead.add(favoured2, { open: true, total: total2 });
      const reading2 = read4(nats, weather.add(minute.stable), last.slice(-RECENT_MINUTES2));
      return { ...reading2, minute: favoured2 };
    });
  }
  return {
    add,
    peek,
    fork: () => resume2(settings, {
      ...state,
      test: test.fork(),
      incidents: incidents.fork(),
      recent: [...recent],
      since: { ...state.since }
    })
  };
}

// src/analysis/safe-bound.ts
var DEFAULT_HARM = { riskRatio: 2, rate: 5e-3 };
var COMPARED = 0.35;
var RATIO_BETS = [
  { of: 0.1, prior: 0.1 },
  { of: 0.5, prior: 0.1 },
  { of: 0.8, prior: 0.15 },
  { of: 1, prior: 0.35 },
  { of: 1.25, prior: 0.2 },
  { of: 1.5, prior: 0.1 }
];
var RATE_BETS = [
  { of: 1 / 100, prior: 0.25 },
  { of: 0.15, prior: 0.4 },
  { of: 1 / 3, prior: 0.35 }
];
function createSafeBound(harm = DEFAULT_HARM, dispersion = 1) {
  const scale = Math.min(1, harm.riskRatio / 2);
  const ratios = RATIO_BETS.map((bet) => bet.of * scale);
  const rates2 = RATE_BETS.map((bet) => bet.of * harm.rate);
  const logPrior2 = Float64Array.from([
    ...RATIO_BETS.map((bet) => Math.log(bet.prior * COMPARED)),
    ...RATE_BETS.map((bet) => Math.log(bet.prior * (1 - COMPARED)))
  ]);
  const terms = new Float64Array(logPrior2.length);
  const perEvent = rates2.map((rate2) => Math.log(rate2 / harm.rate));
  const perSuccess = rates2.map((rate2) => Math.log1p(-rate2) - Math.log1p(-harm.rate));
  function add(nats, minute) {
    const { requests, events } = minute.canary;
    const total2 = events + minute.stable.events;
    const share2 = lowShare(minute);
    const harmful = riskRatioNats(events, total2, share2, harm.riskRatio);
    for (let i = 0; i < ratios.length; i++) {
      nats[i] += (riskRatioNats(events, total2, share2, ratios[i]) - harmful) / dispersion;
    }
    for (let i = 0; i < rates2.length; i++) {
      const own2 = events * perEvent[i] + (requests - events) * perSuccess[i];
      nats[ratios.length + i] += own2 / dispersion;
    }
    for (let i = 0; i < nats.length; i++) terms[i] = logPrior2[i] + nats[i];
    return logSumExp(terms);
  }
  const boundAt = (nats) => ({
    add: (minute) => add(nats, minute),
    fork: () => boundAt(nats.slice())
  });
  return boundAt(new Float64Array(logPrior2.length));
}

// src/analysis/question-course.ts
function createQuestionCourse(terms) {
  const { rollback: rollback2, harm, tellsOpposite } = terms;
  const { falseRollbackRate, profile } = rollback2;
  return resume3(
    terms,
    {
      test: createRollbackTest(rollback2),
      // The same test with the sides swapped, so the probability that it wrongly tells of a fall is the same.
      opposite: tellsOpposite ? createRollbackTest(rollback2) : void 0,
      bound: createSafeBound(harm, profile.dispersion)
    },
    {
      reading: { nats: 0, threshold: -Math.log(falseRollbackRate), failing: false },
      safeNats: 0,
      fell: false,
      failingSince: void 0,
      canary: { ...NO_COUNTS },
      stable: { ...NO_COUNTS }
    }
  );
}
function resume3(terms, tests, state) {
  const { test, opposite, bound } = tests;
  const { worse: worse2 } = terms;
  return {
    add: (minute) => {
      const asked = worse2 === "more" ? minute : swapSides(minute);
      const reading2 = test.add(asked);
      state.reading = reading2;
      state.safeNats = bound.add(asked);
      state.fell = opposite?.add(swapSides(asked)).failing ?? false;
      if (reading2.failing) state.failingSince ??= minute.minute;
      addTo(state.canary, minute.canary);
      addTo(state.stable, minute.stable);
      return pathPoint(minute, worse2, reading2);
    },
    state: () => copyOf2(state),
    peek: test.peek,
    fork: () => resume3(
      terms,
      { test: test.fork(), opposite: opposite?.fork(), bound: bound.fork() },
      copyOf2(state)
    )
  };
}
function copyOf2(state) {
  return { ...state, canary: { ...state.canary }, stable: { ...state.stable } };
}
function pathPoint(shown, worse2, { nats, threshold }) {
  const { minute, canary, stable } = worse2 === "more" ? shown : withoutEvents(shown);
  return { minute, canary, stable, nats, threshold };
}

// src/analysis/interval.ts
var LOWEST = Math.log(0.01);
var HIGHEST = Math.log(1e3);
var POINTS = 121;
var GRID = Float64Array.from(
  { length: POINTS },
  (_, i) => LOWEST + i / (POINTS - 1) * (HIGHEST - LOWEST)
);
var LOG_PRIOR = logPrior();
function logPrior() {
  const weights = GRID.map((x) => Math.exp(-0.5 * (x / 1.5) ** 2) + 1e-3);
  const total2 = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.log(weight / total2));
}
function ratioInterval(minutes, miss, dispersion = 1) {
  const [above, below] = [telling(minutes, highShare), telling(minutes, lowShare)];
  const least = endsOf(above, miss, dispersion);
  if (!least) return void 0;
  const isSame2 = above.every(({ share: share2 }, i) => share2 === below[i]?.share);
  const most = isSame2 ? least : endsOf(below, miss, dispersion);
  return { estimate: least.estimate, low: least.low, high: most?.high ?? Math.exp(HIGHEST) };
}
function endsOf(minutes, miss, dispersion) {
  if (minutes.length === 0) return void 0;
  const natsAt = (logRatio) => {
    let nats = 0;
    const ratio = Math.exp(logRatio);
    for (const m of minutes) nats += riskRatioNats(m.canary, m.total, m.share, ratio, logRatio);
    return nats / dispersion;
  };
  const peak = highest((logRatio) => slopeAt(minutes, logRatio));
  const floor = logSumExp(nearTerms(natsAt, peak)) + Math.log(miss);
  return {
    estimate: Math.exp(peak),
    low: Math.exp(crossing(natsAt, floor, LOWEST, peak)),
    high: Math.exp(crossing(natsAt, floor, HIGHEST, peak))
  };
}
function telling(minutes, shareOf) {
  return minutes.filter((m) => m.canary.events + m.stable.events > 0).map((m) => ({
    canary: m.canary.events,
    total: m.canary.events + m.stable.events,
    share: shareOf(m)
  })).filter((m) => m.share > 0 && m.share < 1);
}
function slopeAt(minutes, logRatio) {
  const ratio = Math.exp(logRatio);
  let slope = 0;
  for (const { canary, total: total2, share: share2 } of minutes) {
    slope += canary - total2 * share2 * ratio / (1 + share2 * (ratio - 1));
  }
  return slope;
}
function highest(slope) {
  let [rising, falling] = [LOWEST, HIGHEST];
  for (let i = 0; i < 30; i++) {
    const middle = (rising + falling) / 2;
    if (slope(middle) > 0) rising = middle;
    else falling = middle;
  }
  return (rising + falling) / 2;
}
var NEGLIGIBLE_NATS = 40;
function nearTerms(natsAt, peak) {
  const terms = [];
  const least = natsAt(peak) - NEGLIGIBLE_NATS;
  const start2 = Math.round((peak - LOWEST) / (HIGHEST - LOWEST) * (POINTS - 1));
  const walk2 = (from, step) => {
    for (let i = from; i >= 0 && i < POINTS; i += step) {
      const nats = natsAt(GRID[i]);
      terms.push(nats + LOG_PRIOR[i]);
      if (nats < least) break;
    }
  };
  walk2(start2, 1);
  walk2(start2 - 1, -1);
  return terms;
}
function crossing(f, floor, outer, peak) {
  if (f(outer) > floor) return outer;
  let [below, above] = [outer, peak];
  for (let i = 0; i < 16; i++) {
    const middle = (below + above) / 2;
    if (f(middle) > floor) above = middle;
    else below = middle;
  }
  return below;
}

// src/analysis/shown-interval.ts
function shownInterval(minutes, decision2) {
  if (minutes.some(({ share: share2 }) => share2 !== void 0)) return void 0;
  const miss = Math.exp(-decision2.threshold);
  const interval = ratioInterval(minutes, miss, decision2.dispersion);
  return interval && agrees(interval, decision2) ? { ...interval, level: 1 - miss } : void 0;
}
function agrees({ low, high }, { failing: failing2, worse: worse2, ratio, materialRatio }) {
  const isWorse = worse2 === "more" ? low > 1 : high < 1;
  if (failing2) return isWorse;
  const size = worse2 === "more" ? ratio : 1 / ratio;
  return !isWorse || size < materialRatio;
}

// src/analysis/finding.ts
function isFinding(evidence) {
  return "comparison" in evidence;
}
function isMade({ source, comparison }) {
  return source.kind === "guardrail" ? source.of === "held-back" || source.of !== "all-traffic" && source.limit < 1 : !Number.isNaN(comparison.stableRate);
}
function createQuestionMemory() {
  let latest;
  let last = [];
  return {
    minutes: () => last,
    follow: (terms, minutes) => {
      if (!latest || !isSame(latest.terms, terms)) {
        latest = { terms, work: createContinued(() => createQuestionCourse(terms)) };
      }
      last = minutes;
      return latest.work(minutes);
    }
  };
}
function find(series, question, memory = createQuestionMemory()) {
  const { profile, falseRollbackRate, materialRatio, harm, worse: worse2, mayFade = false } = question;
  const before = sum(series.before);
  const terms = {
    rollback: { falseRollbackRate, profile, materialRatio, mayFade, before },
    tellsOpposite: question.tellsOpposite ?? false,
    worse: worse2,
    harm
  };
  const { course: course3, outputs } = memory.follow(terms, series.minutes);
  const closed = course3.state();
  const { safeNats, fell } = closed;
  const early = closed.reading.failing || worse2 === "fewer" ? [] : failingEarly(course3, series.open ?? []);
  const last = early.at(-1);
  const reading2 = last?.provisional ?? closed.reading;
  const shown = early.map((one) => one.shown);
  const provisional = early.map((one) => one.provisional.minute);
  const comparison = compare(series.minutes, provisional);
  const { failing: failing2, threshold, nats } = reading2;
  const { ratio } = comparison;
  const { dispersion } = profile;
  const decision2 = { failing: failing2, threshold, dispersion, worse: worse2, ratio, materialRatio };
  const { source, standard } = question;
  let interval;
  const finding = {
    source,
    verdict: verdictOf(reading2, safeNats, standard),
    canary: sum([closed.canary, ...shown.map((m) => m.canary)]),
    stable: sum([closed.stable, ...shown.map((m) => m.stable)]),
    comparison,
    get interval() {
      interval ??= { shown: shownInterval([...series.minutes, ...provisional], decision2) };
      return interval.shown;
    },
    reading: { nats, threshold, failing: failing2 },
    safe: { nats: safeNats, threshold: -Math.log(standard.falseSafeRate) },
    failingSince: last?.shown.minute ?? closed.failingSince,
    ...fell && { fell },
    ...early.length > 0 && {
      decidedFrom: { minutes: series.minutes.length + early.length, arriving: early.length }
    }
  };
  const path = early.length === 0 ? outputs : [...outputs, ...early.map((one) => pathPoint(one.shown, worse2, one.provisional))];
  const { excessEvents: excess2 } = compare(series.minutes, series.open);
  return { source, finding, path, excess: excess2 };
}
function failingEarly(course3, open) {
  if (open.length === 0) return [];
  const readings = course3.peek(open);
  const decisive = readings.findIndex(({ failing: failing2 }) => failing2);
  return readings.slice(0, decisive + 1).map((provisional, i) => ({ shown: open[i], provisional }));
}
function verdictOf(reading2, safeNats, standard) {
  if (reading2.failing) return "failing";
  const safe = safeNats >= -Math.log(standard.falseSafeRate);
  const doubtful = reading2.nats > standard.toleratedDoubt + ROUNDING;
  return safe && !doubtful ? "healthy" : "inconclusive";
}
var ROUNDING = 1e-9;

// src/report/comment-body.ts
import {
  src_base_duration_ts__formatDuration as formatDuration8
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight10,
  src_rollout_plan_ts__requestsFor as requestsFor2
} from "./core.js";

// src/report/approval-section.ts
import {
  src_base_duration_ts__formatDuration as formatDuration2
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight2,
  src_rollout_plan_ts__isBake as isBake
} from "./core.js";
import {
  src_report_format_ts__clockTime as clockTime
} from "./core.js";
import {
  src_report_markdown_ts__code as code,
  src_report_markdown_ts__codeBlock as codeBlock,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown,
  src_report_markdown_ts__link as link,
  src_report_markdown_ts__table as table
} from "./core.js";
function waitsFor({
  outcome,
  cause,
  plan: plan2
}) {
  if (outcome !== "held" || !cause) return void 0;
  if (cause.kind === "door") return plan2.steps[0]?.weight ?? 100;
  return cause.kind === "approval" ? cause.weight : void 0;
}
function approvalSection(report) {
  const { plan: plan2, pull } = report;
  const weight = waitsFor(report);
  if (weight === void 0) return "";
  const way = (command) => pull === void 0 ? `run ${code(`command: ${command}`)}` : `comment ${code(`/canary ${command}`)}`;
  const before = report.functions.map((f) => `${f.name} ${f.from}`).join(", ");
  const back = before === "" ? "what was served before" : before;
  return [
    `**Approval of ${formatWeight2(weight)}** by ${escapeMarkdown(approversText(plan2.approvals?.by), 300)}:`,
    table(
      ["To", "Do", "Then"],
      [
        ["approve", way("promote"), escapeMarkdown(afterApproval(plan2, weight))],
        [
          "reject",
          way("rollback"),
          escapeMarkdown(`all traffic goes to ${back}, and the release ends`)
        ]
      ]
    )
  ].join("\n\n");
}
function afterApproval(plan2, weight) {
  const index = plan2.steps.findIndex((step2) => step2.weight === weight);
  if (index < 0) return "the new version gets all traffic, and is still monitored";
  const step = plan2.steps[index];
  const time = step ? formatDuration2(step.holdSeconds) : "";
  const bake = isBake(plan2, index) ? " as the bake" : "";
  const following = plan2.steps[index + 1];
  const more = following ? formatWeight2(following.weight) : "the promotion";
  return `${formatWeight2(weight)} for ${time}${bake}, then ${more}; it is still rolled back if it is worse`;
}
function doorSection({ door }) {
  if (!door) return "";
  const { url, commands, notes } = door;
  return [
    ...url === void 0 ? [] : [`**${link("Open the new version", url)}** (${code(url)})`],
    codeBlock(commands),
    ...notes.map((note) => escapeMarkdown(note, 600))
  ].filter((part) => part !== "").join("\n\n");
}
function doorLines({ door }) {
  if (!door) return [];
  const { url, commands, notes } = door;
  const to = url === void 0 ? [] : [`The new version can be reached at ${url}`];
  const by = commands.length === 0 ? [] : ["To reach the new version:", ...commands];
  return [...to, ...by, ...notes];
}
function approvalsList({ approvals = [] }) {
  if (approvals.length === 0) return "";
  const rows = approvals.map(({ weight, at, by }) => [
    formatWeight2(weight),
    escapeMarkdown(by),
    `${new Date(at * 1e3).toISOString().slice(0, 10)} ${clockTime(at)}`
  ]);
  return `### Approvals

${table(["Weight", "Approved by", "When"], rows)}`;
}

// src/report/comment-body.ts
import {
  src_report_broke_text_ts__brokeInMarkdown as brokeInMarkdown2
} from "./core.js";

// src/report/cause-title.ts
import {
  src_analysis_figures_ts__formatFactor as formatFactor3
} from "./core.js";

// src/analysis/measure.ts
import {
  src_analysis_measure_class_ts__CLASSES as CLASSES
} from "./core.js";
var CLASS_OF = {
  errors: "errors",
  invocations: "errors",
  "route-errors": "errors",
  "client-errors": "client-errors",
  "route-client-errors": "client-errors",
  slow: "latency",
  custom: "metrics",
  probes: "probes"
};
function classOf({ kind }) {
  return CLASS_OF[kind];
}
function notCompared(compare2, measures, known33 = []) {
  const counted = measures?.map(classOf) ?? CLASSES;
  const classes = CLASSES.flatMap((what) => {
    if (!compare2.includes(what)) return [{ what, why: "off" }];
    return counted.includes(what) ? [] : [{ what, why: "not-counted" }];
  });
  const lacksRoutes = known33.some(isOfRoute) && !measures?.some(isOfRoute);
  return lacksRoutes ? [...classes, { what: "routes", why: "not-counted" }] : classes;
}
function isOfRoute({ scope }) {
  return scope.kind === "route";
}
var ALL = { kind: "all" };
function measureId(name, scope) {
  return scope.kind === "all" ? name : `${name} of ${partName(scope)}`;
}
function partName(scope) {
  switch (scope.kind) {
    case "function":
      return scope.name;
    case "route":
      return `${scope.method} ${scope.resource}`;
  }
}
function partOf(scope) {
  return scope.kind === "all" ? {} : { scope };
}

// src/report/evidence-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration4
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";

// src/report/check-text.ts
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
function checksText({
  counts: { passed, warned, failed, skipped },
  first
}) {
  const all = passed + warned + failed + skipped;
  if (failed === 0) return warned > 0 ? `${all} passed, ${warned} with warnings` : `${all} passed`;
  const rest = skipped > 0 ? `, ${skipped} skipped` : "";
  const why2 = first ? `: ${quote2(first.name)}: ${first.says}` : "";
  return `${failed} of ${all} failed${rest}${why2}`;
}
function checkLine({ name, result, differs, ...report }) {
  const answered = answerText(report);
  const about2 = answered === "" ? "" : ` (${answered})`;
  const why2 = differs.length === 0 ? "" : `: ${differs.join("; ")}`;
  return `Check ${quote2(name)} ${result}${about2}${why2}`;
}
function answerText({
  status: status2,
  milliseconds,
  attempts
}) {
  const parts = [
    [status2, milliseconds === void 0 ? void 0 : `${milliseconds} ms`].filter((part) => part !== void 0).join(" in "),
    attempts > 1 ? `attempt ${attempts}` : ""
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/finding-text.ts
import {
  src_analysis_figures_ts__formatFactor as formatFactor2,
  src_analysis_figures_ts__formatPercent as formatPercent2
} from "./core.js";
import {
  src_base_duration_ts__formatDuration as formatDuration3
} from "./core.js";

// src/report/ratio.ts
import {
  src_analysis_figures_ts__formatFactor as formatFactor,
  src_analysis_figures_ts__ratioFigures as ratioFigures
} from "./core.js";
function formatRatio({ comparison, interval }) {
  if (Number.isNaN(comparison.ratio)) return "–";
  const ratio = formatFactor(comparison.ratio ?? Number.POSITIVE_INFINITY);
  return interval ? `${ratio} (${intervalEnds(interval)})` : ratio;
}
function intervalEnds({ low, high }) {
  return `${low <= 0.01 ? "0" : ratioFigures(low)}–${high >= 999 ? "∞" : ratioFigures(high)}`;
}
function formatLevel({ level = 0.99 }) {
  const missed = Number((100 * (1 - level)).toPrecision(2));
  return `${Number((100 - missed).toFixed(4))}%`;
}

// src/report/standing.ts
import {
  src_analysis_figures_ts__formatPercent as formatPercent
} from "./core.js";
import {
  src_report_format_ts__count as count
} from "./core.js";
var ROUNDING2 = 1e-9;
function standingOf({ source, verdict, canary, comparison, reading: reading2 }) {
  if (verdict === "failing") return "worse";
  if (verdict === "healthy") return "not-worse";
  if (source.kind === "guardrail") return "undecided";
  const stable = comparison.stableRate;
  const isKnown2 = stable !== null && !Number.isNaN(stable);
  if (canary.requests === 0 || !isKnown2) return "nothing-compared";
  return reading2.nats > ROUNDING2 ? "undecided" : "quiet";
}
var STANDINGS = {
  worse: "worse",
  "not-worse": "not worse",
  undecided: "not enough to decide",
  quiet: "no sign of harm, not enough to rule it out",
  "nothing-compared": "nothing to compare yet"
};
function outOf({ requests, events }) {
  return `${count(events)} of ${count(requests)} (${formatPercent(events / requests)})`;
}
function evidenceShare({ reading: { nats, threshold } }) {
  return Math.max(0, Math.min(1, nats / threshold));
}
function leading(findings) {
  const [first, ...others] = findings.filter(({ source }) => source.kind !== "guardrail");
  return others.reduce((a, b) => a && evidenceShare(a) >= evidenceShare(b) ? a : b, first);
}

// src/report/finding-text.ts
function findingText(finding) {
  const { source, canary, comparison } = finding;
  if (source.kind === "guardrail") return guardrailText(finding, source);
  const events = eventsOf(source);
  const counted = source.kind === "probes" ? "probes" : "requests";
  if (canary.requests === 0) return `${events}: no canary ${counted} counted yet`;
  const rates2 = `${events} ${formatPercent2(rate(canary))} on the canary`;
  if (!isKnown(comparison.stableRate)) return `${rates2}; no stable ${counted} to compare with`;
  const versus = `${rates2} vs ${formatPercent2(comparison.stableRate)} on stable`;
  const ratio = ratioText(finding);
  const text2 = `${ratio === "" ? versus : `${versus} (${ratio})`}${mostlyText(finding)}`;
  if (finding.fell) return `${text2}; a clear fall, which is no reason to roll back`;
  const standing = standingOf(finding);
  if (standing === "undecided" || standing === "quiet") {
    return `${observed(finding, events)}: ${STANDINGS[standing]}`;
  }
  return `${text2}${originText(finding)}`;
}
function originText({ decidedFrom, fromLogs }) {
  if (fromLogs) return `; from logs, ${formatDuration3(fromLogs.afterShift)} after the shift`;
  return decidedFrom ? `; from ${minutesText(decidedFrom)}` : "";
}
function minutesText({ minutes, arriving }) {
  if (minutes === 1) return "1 minute, which is still arriving";
  const last = arriving === 1 ? "the last is" : `the last ${arriving} are`;
  return `${minutes} minutes, of which ${last} still arriving`;
}
function observed({ source, canary, stable }, events) {
  const [ofCanary2, ofStable] = [outOf(canary), outOf(stable)];
  return source.kind === "errors" ? `canary failed ${ofCanary2.replace(" (", ` ${request(canary.requests)} (`)}, stable ${ofStable}` : `${events}: canary ${ofCanary2}, stable ${ofStable}`;
}
function request(requests) {
  return requests === 1 ? "request" : "requests";
}
function mostlyText({ mostly = [] }) {
  const parts = mostly.map((part) => `of ${partName(part)}`);
  return parts.length > 0 ? `, most of them ${parts.join(" and ")}` : "";
}
function guardrailText({ canary, stable, verdict }, { of, limit, name }) {
  const found = formatPercent2(rate(canary));
  if (of === "held-back") {
    const text2 = `errors ${found} on the canary vs ${formatPercent2(rate(stable))} on stable, which has a small share`;
    return verdict === "inconclusive" ? `${text2}; too few requests on stable to show whether it is the new version` : text2;
  }
  const judged2 = limit >= 1 ? "cannot be judged: in the hour before, a third of the requests or more failed at times" : `limit ${formatPercent2(limit)}`;
  const whose = name === void 0 ? "" : ` of ${name}`;
  return of === "all-traffic" ? `errors ${found} of all traffic, which are not counted by version; ${judged2}` : `errors${whose} ${found} with no stable traffic; ${judged2}`;
}
function eventsOf(source) {
  switch (source.kind) {
    case "errors":
      return "errors";
    case "client-errors":
      return source.missing ? "requests without a client error" : "client errors (4XX)";
    case "latency":
      return `requests above ${source.aboveMs} ms`;
    case "probes":
      return "failed probes";
    case "metric":
      return source.missing ? `without ${source.name}` : source.name;
  }
}
function ratioText({ canary, comparison, interval }) {
  const ratio = beyondFile(comparison.ratio, canary.events);
  if (!interval) return Number.isFinite(ratio) ? formatFactor2(ratio) : "";
  const level = formatLevel(interval);
  return `${formatFactor2(Number.isNaN(ratio) ? interval.estimate : ratio)}, ${level} interval ${intervalEnds(interval)}`;
}
function isKnown(value) {
  return value !== null && !Number.isNaN(value);
}
function beyondFile(ratio, events) {
  return ratio ?? (events > 0 ? Number.POSITIVE_INFINITY : Number.NaN);
}

// src/report/evidence-text.ts
import {
  src_report_format_ts__capitalize as capitalize,
  src_report_format_ts__clockMinute as clockMinute
} from "./core.js";
function sourceText(source) {
  switch (source.kind) {
    case "alarm":
      return `alarm ${source.name}`;
    case "errors":
      return measureId("errors", source.scope ?? ALL);
    case "client-errors":
      return measureId("client errors", source.scope ?? ALL);
    case "latency":
      return measureId(`latency p${source.percentile}`, source.scope ?? ALL);
    case "metric":
      return `metric ${source.name}`;
    case "hook":
      return `${source.point} hook`;
    case "smoke":
      return `${source.point} smoke checks`;
    case "traffic":
      return "canary traffic";
    case "reading":
      return source.of;
    case "counts":
      return `counts of ${source.of === "client-errors" ? "client errors" : source.of}`;
    case "people":
      return "feedback";
    default:
      return source.kind;
  }
}
function verdictReason(evidence) {
  if (isFinding(evidence)) return findingText(evidence);
  const { source, verdict, detail, says } = evidence;
  return detail ? detailText(detail, source) : says ?? verdict;
}
function detailText(detail, source) {
  switch (detail.kind) {
    case "alarm-fired":
      return `in ALARM: ${detail.reason}`;
    case "alarm-fired-before":
      return "in ALARM since before the rollout; ignored";
    case "alarm-ok":
      return "OK";
    case "alarm-no-data":
      return "INSUFFICIENT_DATA";
    case "alarm-gone":
      return "the alarm no longer exists";
    case "alarm-doubtful":
      return `CloudWatch reports ${detail.doubt}`;
    case "requests":
      return `${detail.requests} requests counted, ${detail.errors} failed`;
    case "too-few-requests":
      return detail.requests === 0 ? "none counted in this step yet" : `${detail.requests} requests counted in this step, fewer than ${detail.minRequests}`;
    case "no-invocations":
      return `${detail.requests} requests counted, ${detail.errors} failed, but none reached a new version: Lambda counted no invocations of it in this step`;
    case "unreadable":
      return unreadableText(detail.why, source);
    case "bake-unread":
      return `its last minutes have not been read: a minute’s counts can be read ${formatDuration4(detail.readableAfterSeconds)} after its end`;
    case "nothing-compared":
      return `nothing has been compared yet: no minute that ended ${formatDuration4(detail.closedAfterSeconds)} ago or earlier has requests to compare`;
    case "incomplete-minutes":
      return `CloudWatch has only part of the data for ${minutesText2(detail)}, which could not be compared`;
    case "hook-result":
      return hookResultText(detail, source);
    case "checks":
      return checksText(detail);
    case "disliked":
      return `👎 by ${source.kind === "people" ? listed(source.logins) : ""}`;
  }
}
function unreadableText(why2, source) {
  if (source.kind === "alarms") return why2;
  return source.kind === "traffic" ? `the counts could not be read: ${why2}` : `could not be read: ${why2}`;
}
function minutesText2({
  minutes,
  from
}) {
  const first = clockMinute(from);
  return minutes === 1 ? `the minute ${first}` : `${minutes} minutes from ${first} on`;
}
function hookResultText({ result, message }, source) {
  const text2 = message === "" ? result : `${result}: ${message}`;
  return source.kind === "hook" ? `${source.name} ${text2}` : text2;
}
function describeEvidence(evidence) {
  const { source } = evidence;
  const says = verdictReason(evidence);
  const isNamed = source.kind === "errors" || source.kind === "client-errors" && !source.missing;
  return isNamed && !source.scope ? says : `${sourceText(source)}: ${says}`;
}
function describeAll(evidence) {
  return listed(evidence.map(describeEvidence), "; ");
}

// src/report/numbers.ts
import {
  src_analysis_figures_ts__formatPercent as formatPercent3
} from "./core.js";

// src/analysis/parts.ts
var MOST = 0.6;
function withParts(answers) {
  return answers.map((answer) => {
    const { finding } = answer;
    if (finding.verdict !== "failing" || partOf2(finding)) return finding;
    const parts = answers.filter((each) => isPartOf(each.finding, finding));
    const mostly = ["function", "route"].flatMap(
      (kind) => mostOf(
        answer,
        parts.filter((part) => partOf2(part.finding)?.kind === kind)
      )
    );
    return mostly.length > 0 ? { ...finding, mostly } : finding;
  });
}
function mostOf(whole, parts) {
  const [first] = parts.toSorted((a, b) => worse(b) - worse(a));
  const scope = first && partOf2(first.finding);
  return scope && worse(first) > 0 && worse(first) >= MOST * worse(whole) ? [scope] : [];
}
function worse({ finding: { source }, excess: excess2 }) {
  return "missing" in source && source.kind === "client-errors" ? -excess2 : excess2;
}
function excess(finding) {
  return worse({ finding, excess: finding.comparison.excessEvents });
}
function isPartOf(part, whole) {
  return part.source.kind === whole.source.kind && partOf2(part) !== void 0;
}
function partOf2({ source }) {
  return "scope" in source ? source.scope : void 0;
}
var FEW = 3;
var NOTEWORTHY = 0.25;
var MOST_SHOWN = 10;
function worthShowing(findings) {
  const parts = findings.filter(partOf2);
  if (parts.length <= FEW) return findings;
  const shown = parts.filter(isNoteworthy).toSorted((a, b) => progress(b) - progress(a) || excess(b) - excess(a)).slice(0, MOST_SHOWN);
  return [...findings.filter((each) => !partOf2(each)), ...shown];
}
function isNoteworthy(finding) {
  const { verdict, fell } = finding;
  return verdict === "failing" || fell === true || progress(finding) >= NOTEWORTHY;
}
function progress({ reading: { nats, threshold } }) {
  return Math.min(1, nats / threshold);
}

// src/report/numbers.ts
import {
  src_report_format_ts__count as count3
} from "./core.js";

// src/analysis/evidence.ts
var ORDER = ["healthy", "inconclusive", "failing"];
function worst(evidence) {
  const ranks = evidence.map((e) => ORDER.indexOf(e.verdict));
  return ORDER[Math.max(0, ...ranks)] ?? "healthy";
}
function shownVerdict(deciding, all) {
  return all.length === 0 ? "inconclusive" : worst(deciding);
}
function sameSource(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
function onlyObjects({ source }) {
  return source.kind === "guardrail" || "scope" in source && source.scope !== void 0;
}
function isAlarm({ source }) {
  return source.kind === "alarm" || source.kind === "alarms";
}

// src/report/impact.ts
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_report_format_ts__count as count2
} from "./core.js";
function impactOf(series, evidence, weights, until) {
  const { source, canary, stable } = suspectOf(series, evidence);
  const expected = expectedEvents(canary, stable);
  const excess2 = canary.events.map(
    (events, i) => (events ?? 0) - must(expected[i], "each point has its expectation")
  );
  const first = worstSuffix(suspicion(canary, expected));
  const counted = sum2(excess2.slice(first));
  if (counted < beyondChance(sum2(expected.slice(first)))) return void 0;
  const { from, every } = series;
  const last = canary.requests.findLastIndex((requests) => (requests ?? 0) > 0);
  const since = from + first * every;
  const observation = exposure(weights, since, from + (last + 1) * every);
  const all = exposure(weights, since, until);
  return {
    source,
    since,
    requests: sum2(canary.requests.slice(first)),
    events: sum2(canary.events.slice(first)),
    excess: Math.round(counted),
    estimated: Math.round(counted * (observation > 0 ? Math.max(1, all / observation) : 1))
  };
}
function describeImpact({ source, estimated }) {
  const requests = `${count2(estimated)} request${estimated === 1 ? "" : "s"}`;
  return `about ${requests} ${HARM[source.kind]} because of it`;
}
var HARM = {
  errors: "failed",
  "client-errors": "got a 4XX response",
  latency: "took longer",
  metric: "went wrong",
  // Of users' requests, which are not probes.
  probes: "failed"
};
function suspectOf(series, evidence) {
  const failing2 = evidence.filter((e) => e.verdict === "failing" && e.source.kind !== "probes");
  const named3 = series.comparisons.find(
    (comparison) => failing2.some(({ source }) => sameSource(source, comparison.source))
  );
  if (named3 && (named3.source.kind !== "errors" || named3.source.scope)) return named3;
  const { canary, stable } = series;
  return {
    source: { kind: "errors" },
    canary: { requests: canary.requests, events: canary.errors },
    stable: { requests: stable.requests, events: stable.errors }
  };
}
function expectedEvents(canary, stable) {
  const overall = sum2(stable.events) / Math.max(1, sum2(stable.requests));
  return canary.requests.map((requests, i) => {
    const others = stable.requests[i] ?? 0;
    const rate2 = others > 0 ? (stable.events[i] ?? 0) / others : overall;
    return (requests ?? 0) * rate2;
  });
}
function suspicion(canary, expected) {
  const ratio = Math.max(1.1, (sum2(canary.events) + 1) / (sum2(expected) + 1));
  return expected.map((mean2, i) => (canary.events[i] ?? 0) * Math.log(ratio) - mean2 * (ratio - 1));
}
function worstSuffix(values) {
  let total2 = 0;
  let most = 0;
  let first = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    total2 += values[i] ?? 0;
    if (total2 > most) [most, first] = [total2, i];
  }
  return first;
}
function beyondChance(expected) {
  return 2 + 2 * Math.sqrt(expected);
}
function exposure(weights, from, to) {
  return sum2(
    weights.map(({ at, weight }, i) => {
      const end2 = Math.min(to, weights[i + 1]?.at ?? to);
      return weight * Math.max(0, end2 - Math.max(at, from));
    })
  );
}
function sum2(values) {
  return values.reduce((total2, value) => total2 + (value ?? 0), 0);
}

// src/report/numbers.ts
var NOT_YET_COUNTED = "not yet counted";
function countedText(totals2) {
  if (totals2 === null) return NOT_YET_COUNTED;
  const { requests, errors } = totals2;
  if (requests === 0) return "no requests";
  return `${count3(errors)} of ${count3(requests)} (${formatPercent3(errors / requests)})`;
}
function didText(did, totals2) {
  return totals2?.requests === 0 ? "had no requests" : `${did} ${countedText(totals2)}`;
}
function ratesOf(report) {
  const decided = decidingFinding(report);
  if (decided) return ratesIn(decided, "until the decision");
  const compared3 = report.evidence.filter(isFinding).find(isOfAllErrors);
  if (compared3 && isCounted(compared3)) return ratesIn(compared3, "in the comparison");
  const { canary, stable, label } = lastCounted(report);
  const when = `at ${label}`;
  return {
    ...{ did: DID.errors, when, fromLogs: false },
    ...{ canary, stable, finding: void 0 }
  };
}
function lastCounted({ steps }) {
  const requests = (totals2) => totals2?.requests ?? 0;
  const used = steps.findLast(({ canary, stable }) => requests(canary) + requests(stable) > 0);
  return used ?? steps.at(-1) ?? { label: "0%", canary: null, stable: null };
}
function decidingEvidence({ cause }) {
  if (!cause || !("evidence" in cause)) return [];
  const failing2 = cause.evidence.filter(({ verdict }) => verdict === "failing");
  return [
    ...failing2.filter(partOf2),
    ...failing2.filter((each) => !partOf2(each) && isFinding(each)),
    ...failing2.filter((each) => !isFinding(each))
  ];
}
function decidingFinding(report) {
  const [first] = decidingEvidence(report).filter(({ source }) => source.kind !== "probes");
  return first && isFinding(first) && isCounted(first) ? first : void 0;
}
function isCounted({ canary, stable }) {
  return canary.requests > 0 || stable.requests > 0;
}
function isOfAllErrors({ source }) {
  return source.kind === "errors" && !source.scope;
}
function ratesIn(finding, when) {
  const side = ({ requests, events }) => ({ requests, errors: events });
  const { source, canary, stable, fromLogs } = finding;
  return {
    ...{ did: didOf(source), when, fromLogs: fromLogs !== void 0, finding },
    ...{ canary: side(canary), stable: side(stable) }
  };
}
var DID = { errors: "failed", "client-errors": "got a 4XX response" };
function didOf(source) {
  switch (source.kind) {
    case "errors":
    case "guardrail":
    case "probes":
      return DID.errors;
    case "client-errors":
      return source.missing ? "got no 4XX response" : DID["client-errors"];
    case "latency":
      return `took longer than ${source.aboveMs} ms`;
    case "metric":
      return source.missing ? `were without ${source.name}` : `were counted by ${source.name}`;
  }
}
function countedWhen({ when, fromLogs }) {
  return `counted ${when}${fromLogs ? ", by the logs" : ""}`;
}
function sideNames({ functions }, finding) {
  const part = finding && (partOf2(finding) ?? finding.mostly?.find(isFunction));
  const own2 = part?.kind === "function" ? functions.filter((f) => f.name === part.name) : functions;
  const [only2] = own2;
  return only2 && own2.length === 1 ? { canary: `version ${only2.to}`, stable: `version ${only2.from}`, only: only2 } : { canary: "the canary", stable: "stable", only: void 0 };
}
function isFunction({ kind }) {
  return kind === "function";
}
function affectedBy(report) {
  const { outcome, impact, weights, broke: broke2 } = report;
  if (!["rolled-back", "failed", "stuck"].includes(outcome)) return void 0;
  if (weights.length === 0) return outcome === "failed" ? void 0 : { kind: "nobody" };
  if (impact) return { kind: "about", requests: impact.estimated };
  const logged = (isProbed(report) ? [] : broke2?.kinds ?? []).filter(({ novelty }) => novelty === "new").reduce((sum3, { canary: canary2 }) => sum3 + canary2, 0);
  if (logged > 0) return { kind: "at-least", requests: logged, by: "logs" };
  const { finding, canary } = ratesOf(report);
  if (finding?.verdict === "failing" && finding.source.kind === "errors") {
    const beyond = Math.max(1, Math.round(excessOf(finding)));
    return { kind: "at-least", requests: beyond, by: "decision" };
  }
  return canary === null ? { kind: "not-counted" } : { kind: "none-seen" };
}
function isProbed({ evidence }) {
  return evidence.some(({ source }) => source.kind === "probes");
}
function excessOf({ canary, stable }) {
  const usual = stable.requests > 0 ? stable.events / stable.requests : 0;
  return canary.events - canary.requests * usual;
}
function affectedText(report) {
  const affected = affectedBy(report);
  const did = HARM[report.impact?.source.kind ?? "errors"];
  switch (affected?.kind) {
    case "about":
      return `about ${requestsText(affected.requests)} ${did} because of it`;
    case "at-least":
      return `at least ${requestsText(affected.requests)} ${did} because of it`;
    case "none-seen":
      return "no harm to users was seen";
    case "not-counted":
      return NOT_YET_COUNTED;
    case "nobody":
      return "no user was served the new version";
    case void 0:
      return "";
  }
}
function requestsText(requests) {
  return `${count3(requests)} ${requests === 1 ? "request" : "requests"}`;
}

// src/report/cause-title.ts
function causeTitle({ outcome, cause, evidence, functions }) {
  if (outcome !== "rolled-back" || evidence.length === 0) return "";
  return shortCause(cause, { functions });
}
function shortCause(cause, released2) {
  const failing2 = decidingEvidence({ cause });
  const [first] = failing2;
  if (!first) return "";
  const { canary } = sideNames(released2, isFinding(first) ? first : void 0);
  const more = failing2.length > 1 ? `, and ${failing2.length - 1} more` : "";
  return `${inShort(first, canary)}${more}`;
}
function inShort(evidence, where) {
  if (isFinding(evidence)) return findingInShort(evidence, where);
  const { source } = evidence;
  const name = sourceText(source);
  if (source.kind === "alarm") return `${name} fired`;
  if (source.kind === "smoke") return `the ${name} failed on ${where}`;
  return source.kind === "hook" ? `the ${name} failed` : describeEvidence(evidence);
}
var WORDS = {
  latency: "slow responses",
  probes: "failed probes"
};
function findingInShort({ source, comparison, mostly = [] }, where) {
  if (source.kind === "guardrail") {
    const whose = source.name === void 0 ? "" : ` of ${source.name}`;
    return `too many errors${whose} on ${source.of === "all-traffic" ? "both versions together" : where}`;
  }
  const { ratio } = comparison;
  const [part] = mostly;
  const most = part ? `, most of them of ${partName(part)}` : "";
  const what = WORDS[source.kind] ?? sourceText(source);
  return ratio === null || !Number.isFinite(ratio) ? `${what} on ${where} only${most}` : `${what} ${formatFactor3(ratio)} on ${where}${most}`;
}

// src/report/comment-body.ts
import {
  src_report_commits_ts__commitLink as commitLink3,
  src_report_commits_ts__runWords as runWords2,
  src_report_commits_ts__whatChanged as whatChanged
} from "./core.js";
import {
  src_report_format_ts__bar as bar2,
  src_report_format_ts__capitalize as capitalize5,
  src_report_format_ts__clockMinute as clockMinute4,
  src_report_format_ts__clockTime as clockTime6,
  src_report_format_ts__count as count7,
  src_report_format_ts__errorRate as errorRate,
  src_report_format_ts__HEADLINES as HEADLINES2
} from "./core.js";
import {
  src_report_gate_section_ts__gateSection as gateSection2
} from "./core.js";
import {
  src_report_markdown_ts__code as code8,
  src_report_markdown_ts__codeBlock as codeBlock7,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown9,
  src_report_markdown_ts__link as link5,
  src_report_markdown_ts__shorten as shorten2,
  src_report_markdown_ts__table as table7
} from "./core.js";

// src/base/denial.ts
function denialText({ action, resource }) {
  return `AWS denies ${action} on ${resource}; the role of this job needs that permission`;
}
var DENIAL = /AWS denies ([a-z0-9-]{1,64}:[A-Za-z*]{1,64}) on (\S{1,512}?); the role of this job needs that permission/;
function denialIn(problem2) {
  const [, action, resource] = DENIAL.exec(problem2) ?? [];
  return action === void 0 || resource === void 0 ? void 0 : { action, resource };
}

// src/report/missing-permissions.ts
import {
  src_report_markdown_ts__codeBlock as codeBlock2
} from "./core.js";
function missingPermissions({
  problems: problems2,
  policy: whole
}) {
  const policy = missingPolicy(problems2);
  if (policy === void 0) return "";
  const rest = whole === void 0 ? "`command: plan` writes" : "The job summary has";
  return [
    "### Missing permissions",
    `Add this to the policy of the role. ${rest} the whole policy of this release.`,
    codeBlock2(policy.split("\n"), "json")
  ].join("\n\n");
}
function missingPolicy(problems2) {
  const denied = problems2.flatMap((problem2) => denialIn(problem2) ?? []);
  if (denied.length === 0) return void 0;
  const byResource = /* @__PURE__ */ new Map();
  for (const { action, resource } of denied) {
    const name = realResource({ action, resource });
    byResource.set(name, (byResource.get(name) ?? /* @__PURE__ */ new Set()).add(action));
  }
  const statements = [...byResource].map(([resource, actions]) => ({
    Effect: "Allow",
    Action: [...actions].sort(),
    Resource: resource
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }, void 0, 2);
}
function realResource({ resource }) {
  return resource.replace(/:999999999$/, ":*");
}

// src/report/comment-body.ts
import {
  src_report_problem_link_ts__problemList as problemList2
} from "./core.js";

// src/report/step-label.ts
import {
  src_base_assert_ts__must as must2
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight3,
  src_rollout_plan_ts__isBake as isBake2
} from "./core.js";
var BAKE_LABEL = "bake";
var PROMOTED_LABEL = "promoted";
function stepLabel(plan2, index) {
  const { weight } = must2(plan2.steps[index], `the plan has step ${index + 1}`);
  return isBake2(plan2, index) ? `${formatWeight3(weight)} (bake)` : formatWeight3(weight);
}
function isAfterPromotion({ label }) {
  return label === BAKE_LABEL || label === PROMOTED_LABEL;
}

// src/report/step-path.ts
import {
  src_rollout_plan_ts__sameWeight as sameWeight
} from "./core.js";
var SIGNS = {
  done: "✅ ",
  here: "⏳ ",
  held: "⏸️ ",
  broke: "❌ ",
  ahead: ""
};
var AROUND = 3;
function stepPath({ outcome, plan: plan2, weights, steps }) {
  if (plan2.steps.length === 0) return "";
  const current = steps.at(-1);
  const promoted = current !== void 0 && isAfterPromotion(current);
  const bakes = plan2.heldBack !== true || current?.label === BAKE_LABEL;
  const stations = [
    ...plan2.steps.map((_, index) => stepLabel(plan2, index)),
    "promotion",
    ...bakes ? [BAKE_LABEL] : []
  ];
  const at = promoted ? stations.length - 1 : reached(plan2, weights);
  const marked = stations.map((name, i) => `${SIGNS[markOf(outcome, i, at)]}${name}`);
  const from = Math.max(0, Math.min(at - AROUND, marked.length - 2 * AROUND - 1));
  const to = Math.max(from + 2 * AROUND + 1, at + AROUND + 1);
  const shown = marked.slice(from, to);
  return [...from > 0 ? ["…"] : [], ...shown, ...to < marked.length ? ["…"] : []].join(" → ");
}
function reached(plan2, weights) {
  return plan2.steps.findLastIndex(
    (step) => weights.some(({ weight }) => sameWeight(weight, step.weight))
  );
}
function markOf(outcome, station, at) {
  if (outcome === "promoted" || station < at) return "done";
  if (station > at) return "ahead";
  if (outcome === "running") return "here";
  return outcome === "held" ? "held" : "broke";
}

// src/report/summary.ts
import {
  src_base_duration_ts__formatDuration as formatDuration7
} from "./core.js";
import {
  src_base_listed_ts__MOST_LISTED as MOST_LISTED
} from "./core.js";

// src/analysis/exact-test.ts
function exactNats({ canary, stable }, odds2) {
  const events = canary.events + stable.events;
  if (canary.requests === 0 || stable.requests === 0 || events === 0) return 0;
  const least = Math.max(0, events - stable.requests);
  const most = Math.min(canary.requests, events);
  const logOdds = Math.log(odds2);
  const logStep = (k) => Math.log((events - k) * (canary.requests - k)) - Math.log((k + 1) * (stable.requests - events + k + 1));
  const equal = [0];
  const worse2 = [0];
  let log = 0;
  for (let k = canary.events; k < most; k++) {
    log += logStep(k);
    equal.push(log);
    worse2.push(log + (k + 1 - canary.events) * logOdds);
    if (isNegligible(equal) && isNegligible(worse2)) break;
  }
  log = 0;
  for (let k = canary.events - 1; k >= least; k--) {
    log -= logStep(k);
    equal.push(log);
    worse2.push(log + (k - canary.events) * logOdds);
    if (isNegligible(equal) && isNegligible(worse2)) break;
  }
  return logSumExp(equal) - logSumExp(worse2);
}
var NEGLIGIBLE_NATS2 = 50;
function isNegligible(logs2) {
  const last = logs2.at(-1);
  return last < logs2.at(-2) && last < logs2[0] - NEGLIGIBLE_NATS2;
}
var ODDS = [20, 1e3];
var HAZARD = 0.1;
var CAP_NATS = Math.log(50);
var NEARLY_ALL2 = 0.9;
function exactPath(minutes, dispersion) {
  const logBets = ODDS.map(() => Number.NEGATIVE_INFINITY);
  let unstarted = 1;
  return minutes.map((minute) => {
    const logStarting = Math.log(unstarted * HAZARD);
    const { requests, events } = minute.canary;
    const cap = events >= NEARLY_ALL2 * requests ? Number.POSITIVE_INFINITY : CAP_NATS;
    for (const [i, odds2] of ODDS.entries()) {
      const nats = Math.min(cap, exactNats(minute, odds2) / dispersion);
      logBets[i] = logAddExp(logBets[i], logStarting) + nats;
    }
    unstarted *= 1 - HAZARD;
    const mean2 = logSumExp(logBets) - Math.log(ODDS.length);
    return logAddExp(mean2, Math.log(unstarted));
  });
}
function minutesToFindTotalFailure(requestsPerMinute, share2, {
  dispersion,
  falseRollbackRate
}) {
  const needed = Math.log(ODDS.length / HAZARD / falseRollbackRate);
  const perMinute2 = logChoose(requestsPerMinute, share2 * requestsPerMinute) / dispersion;
  return perMinute2 > 0 ? needed / perMinute2 : Number.POSITIVE_INFINITY;
}
function logChoose(n, k) {
  if (n <= 1) return 0;
  if (k < 1) return k * Math.log(n);
  const entropy = n * Math.log(n) - k * Math.log(k) - (n - k) * Math.log(n - k);
  return Math.max(0, entropy - Math.log(2 * Math.PI * k * (n - k) / n) / 2);
}
var HIGH_WEIGHT = 90;
function highMinutes(minutes) {
  return minutes.filter(
    (m) => isSteady(m) && m.weight >= HIGH_WEIGHT && m.weight < 100 && m.stable.requests > 0
  );
}

// src/analysis/dispersion.ts
var MIN_EVENTS = 10;
var NOTEWORTHY2 = 3;
var LARGEST = 50;
var MOST_EDGES = 4;
var CLEAR = 4;
var LONG_PART = 10;
function dispersionOf(minutes) {
  const { events } = sum(minutes);
  if (minutes.length < 2 || events < MIN_EVENTS) return 1;
  const counts = minutes.map((minute) => minute.events);
  const pairs = counts.slice(1).map((count10, i) => ({ before: counts[i], after: count10 }));
  const edges = clearEdges(counts, pairs);
  const parts = partsBetween(pairs, edges);
  const long = edges.length > 0 ? parts.filter((part) => part.length >= LONG_PART) : [];
  return Math.max(...[parts.flat(), ...long].map(clusterSize));
}
function clusterSize(pairs) {
  const fano = fanoFactor(pairs);
  const level = pairs.reduce((all, { before, after }) => all + before + after, 0) / 2 / pairs.length;
  const noise2 = Math.sqrt((3 + 1 / level) / (pairs.length + 1));
  return fano >= 1 + NOTEWORTHY2 * noise2 ? Math.min(LARGEST, fano) : 1;
}
function fanoFactor(pairs) {
  let squares = 0;
  let level = 0;
  for (const { before, after } of pairs) {
    squares += (after - before) ** 2;
    level += before + after;
  }
  return squares / level;
}
function clearEdges(counts, pairs) {
  const steps = pairs.map((_, place) => ({ place, ...stepAt(counts, place) })).filter(({ height }) => height > 0).sort((a, b) => b.height - a.height).slice(0, MOST_EDGES);
  const rest = pairs.filter((_, place) => !steps.some((step) => step.place === place));
  const size = Math.max(1, fanoFactor(rest) || 1);
  return steps.filter(({ height, level }) => height ** 2 > CLEAR ** 2 * size * level).map(({ place }) => place);
}
function stepAt(counts, place) {
  const before = counts.slice(Math.max(0, place - 1), place + 1);
  const after = counts.slice(place + 1, place + 3);
  const height = Math.max(
    Math.min(...after) - Math.max(...before),
    Math.min(...before) - Math.max(...after)
  );
  return { height, level: (mean(before) + mean(after)) / 2 };
}
function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
function partsBetween(pairs, edges) {
  const ends = [...edges, pairs.length].sort((a, b) => a - b);
  return ends.map((end2, i) => pairs.slice(i === 0 ? 0 : ends[i - 1] + 1, end2));
}
function dispersionFor(before, setting, most = LARGEST) {
  return setting === "auto" ? Math.min(most, dispersionOf(before)) : setting;
}
function peakRate(minutes) {
  const rates2 = minutes.filter((m) => m.requests > 0).map((m) => m.events / m.requests);
  rates2.sort((a, b) => a - b);
  return rates2[Math.ceil(0.99 * rates2.length) - 1] ?? 0;
}

// src/analysis/harm-thresholds.ts
var CEILING = 0.5;
function errorHarm(nextWeight3) {
  return {
    riskRatio: DEFAULT_HARM.riskRatio,
    rate: Math.min(CEILING, DEFAULT_HARM.rate * 100 / nextWeight3)
  };
}
function slowHarm(quantile, nextWeight3) {
  const usual = 1 - quantile;
  return { riskRatio: 2, rate: Math.min(CEILING, usual * (1 + 100 / nextWeight3)) };
}
function metricHarm(before, nextWeight3, least = DEFAULT_HARM.rate) {
  const usual = rate(sum(before)) || 0;
  const added2 = Math.max(least, usual) * (100 / nextWeight3);
  return { riskRatio: 2, rate: Math.min(CEILING, usual + added2) };
}
function lossHarm(before, nextWeight3) {
  const half = (rate(sum(before)) || 2 * DEFAULT_HARM.rate) / 2;
  return { riskRatio: 2, rate: Math.min(CEILING, half * 100 / nextWeight3) };
}
function harmThresholdFor(nextWeight3) {
  return nextWeight3 < 100 ? { falseSafeRate: 0.1, toleratedDoubt: Math.log(5) } : { falseSafeRate: 0.05, toleratedDoubt: 0 };
}

// src/analysis/profile.ts
var DEFAULT_PROFILE = {
  ratios: [
    { ratio: 1.25, prior: 0.02 },
    { ratio: 1.5, prior: 0.2 },
    { ratio: 2, prior: 0.22 },
    { ratio: 3, prior: 0.14 },
    { ratio: 5, prior: 0.11 },
    { ratio: 10, prior: 0.1 },
    { ratio: 30, prior: 0.09 },
    { ratio: 100, prior: 0.07 },
    { ratio: 1e3, prior: 0.05 }
  ],
  joint: [],
  onset: { atOnce: 0.75, hazard: 0.05 },
  capNats: Math.log(50),
  dispersion: 1
};
var RATE_ALONE = 9e-3;
var CAP_OF_ADDED = 1 / 3;
function capOfPart(falseRollbackRate) {
  const added2 = Math.max(0, Math.log(RATE_ALONE / falseRollbackRate));
  return DEFAULT_PROFILE.capNats + CAP_OF_ADDED * added2;
}
var FAST_PROFILE = {
  ...DEFAULT_PROFILE,
  onset: { atOnce: 1, hazard: 0 },
  capNats: Number.POSITIVE_INFINITY
};
var SPARSE_PROFILE = {
  ...DEFAULT_PROFILE,
  ratios: [
    { ratio: 1.5, prior: 0.01 },
    { ratio: 2, prior: 0.08 },
    { ratio: 3, prior: 0.11 },
    { ratio: 5, prior: 0.13 },
    { ratio: 10, prior: 0.16 },
    { ratio: 30, prior: 0.23 },
    { ratio: 100, prior: 0.14 },
    { ratio: 1e3, prior: 0.05 }
  ],
  joint: [
    { canaryRisk: 0.95, stableRisk: 0.01, prior: 0.06 },
    { canaryRisk: 0.5, stableRisk: 0.01, prior: 0.03 }
  ]
};

// src/analysis/errors-measure.ts
var MATERIAL_RATIO = 1.2;
function errorsMeasure(scope = ALL) {
  const id = measureId("errors", scope);
  return {
    id,
    kind: "errors",
    scope,
    budget: { parts: 2, shared: false },
    ask: (series, { falseRollbackRate, dispersion, nextWeight: nextWeight3, sound }) => ({
      series,
      question: {
        source: { kind: "errors", ...partOf(scope) },
        worse: "more",
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight3),
        profile: {
          ...sound ? profileFor(series.minutes[0]) : DEFAULT_PROFILE,
          ...scope.kind !== "all" && { capNats: capOfPart(falseRollbackRate) },
          dispersion: dispersionFor(series.before, dispersion)
        },
        materialRatio: MATERIAL_RATIO,
        harm: errorHarm(nextWeight3)
      }
    })
  };
}
function routeErrorsMeasure(method, resource) {
  return {
    ...errorsMeasure({ kind: "route", method, resource }),
    kind: "route-errors",
    budget: { parts: 1, shared: true }
  };
}
var SUMMED_FUNCTION_PARTS = 3;
function invocationsMeasure(name, parts = 1) {
  return {
    ...errorsMeasure({ kind: "function", name }),
    kind: "invocations",
    budget: { parts, shared: true }
  };
}
function profileFor(first) {
  return first && isSparse(first) ? SPARSE_PROFILE : DEFAULT_PROFILE;
}

// src/analysis/power.ts
var ONE_IN_TEN = 1.2816;
var BISECTIONS = 18;
function power(steps, traffic3, { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes }) {
  const weights = steps.flatMap((step) => Array(step.minutes).fill(step.weight));
  const readAfter = (minutes) => weights.slice(0, Math.max(0, Math.floor(weights.length + bakeMinutes - minutes)));
  const read4 = readAfter(closingMinutes);
  const foundAt = (rate2) => foundAfter(read4, traffic3, rate2, falseRollbackRate);
  let end2 = 0;
  const powers = steps.map((step) => {
    end2 += step.minutes;
    const requests = traffic3.requestsPerMinute * step.minutes;
    const canaryRequests2 = requests * step.weight / 100;
    return { ...step, requests, canaryRequests: canaryRequests2, smallest: smallestFound(end2, traffic3, foundAt) };
  });
  const found = foundAfter(readAfter(shownMinutes), traffic3, 1, falseRollbackRate);
  const baking = Array(Math.ceil(bakeMinutes)).fill(100);
  const until = found === void 0 ? void 0 : found + Math.ceil(shownMinutes);
  const exposed = [...weights, ...baking].slice(0, until);
  const failedRequests = exposed.reduce((n, w) => n + traffic3.requestsPerMinute * w / 100, 0);
  return { steps: powers, totalFailure: { foundAfter: found, failedRequests } };
}
var LONGEST_HOLD = 240;
function minutesToFind(weight, traffic3, canaryRate, falseRollbackRate) {
  const weights = Array(LONGEST_HOLD).fill(weight);
  return foundAfter(weights, traffic3, canaryRate, falseRollbackRate);
}
function smallestFound(end2, traffic3, foundAt) {
  const isFound = (rate3) => (foundAt(rate3) ?? Number.POSITIVE_INFINITY) <= end2;
  if (!isFound(1)) return void 0;
  let missed = Math.log(Math.max(traffic3.rate, 1e-7));
  let found = 0;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (missed + found) / 2;
    if (isFound(Math.exp(middle))) found = middle;
    else missed = middle;
  }
  const rate2 = Math.exp(found);
  return { rate: rate2, ratio: rate2 / traffic3.rate, foundAfter: foundAt(rate2) };
}
function foundAfter(weights, traffic3, canaryRate, falseRollbackRate) {
  const path = unluckyPath(weights, traffic3, canaryRate);
  const base = traffic3.apart ? profileFor(path[0]) : DEFAULT_PROFILE;
  const profile = { ...base, dispersion: traffic3.dispersion };
  const before = { requests: 60 * traffic3.requestsPerMinute, events: 0 };
  const test = createRollbackTest({
    falseRollbackRate,
    profile,
    materialRatio: 1.2,
    before: { ...before, events: before.requests * traffic3.rate }
  });
  const index = path.findIndex((minute) => test.add(minute).failing);
  return index < 0 ? void 0 : index + 1;
}
function unluckyPath(weights, traffic3, canaryRate) {
  const { requestsPerMinute, rate: rate2, dispersion } = traffic3;
  let expectedCanary = 0;
  let expectedStable = 0;
  let canarySoFar = 0;
  let stableSoFar = 0;
  return weights.map((weight, minute) => {
    const share2 = weight / 100;
    expectedCanary += requestsPerMinute * share2 * canaryRate;
    expectedStable += requestsPerMinute * (1 - share2) * rate2;
    const lean = leaning(expectedCanary, expectedStable, share2, canaryRate / rate2);
    const spread = ONE_IN_TEN * Math.sqrt(dispersion);
    const canary = Math.floor(poissonQuantile(expectedCanary, -spread * lean.canary));
    const stable = poissonQuantile(expectedStable, spread * lean.stable);
    const canaryEvents = Math.max(0, canary - canarySoFar);
    const stableEvents = Math.max(0, stable - stableSoFar);
    canarySoFar += canaryEvents;
    stableSoFar += stableEvents;
    const canarySuccesses = requestsPerMinute * share2 * (1 - canaryRate);
    const stableRequests = Math.max(stableEvents, requestsPerMinute * (1 - share2));
    return {
      minute,
      canary: { requests: canarySuccesses + canaryEvents, events: canaryEvents },
      stable: { requests: stableRequests, events: stableEvents },
      weight,
      weightBefore: weight
    };
  });
}
function leaning(canary, stable, share2, ratio) {
  const r = Math.min(ratio, 1e3);
  const perStable = Math.log1p(share2 * (r - 1));
  const fromCanary = Math.abs(Math.log(r) - perStable) * Math.sqrt(canary);
  const fromStable = perStable * Math.sqrt(stable);
  const length = Math.hypot(fromCanary, fromStable) || 1;
  return { canary: fromCanary / length, stable: fromStable / length };
}
function poissonQuantile(mean2, z) {
  if (mean2 <= 0) return 0;
  const k = mean2 + (z > 0 ? 1 : 0);
  return Math.max(0, k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3);
}

// src/rollout/hold-back.ts
var DEFAULT_HOLD_BACK = 5;
function chooseHoldBack(facts) {
  const { asked, bakeSeconds, steps, preview: preview3 } = facts;
  if (asked === 0) return none({ kind: "asked" });
  if (preview3) return none({ kind: "preview" });
  if (bakeSeconds === 0) return none({ kind: "no-bake" });
  const last = steps.at(-1);
  if (!last) return none({ kind: "no-steps" });
  const share2 = asked ?? DEFAULT_HOLD_BACK;
  if (last.weight >= 100 - share2) return none({ kind: "last-step", weight: last.weight });
  const why2 = asked === void 0 ? whyNotByDefault(facts) : void 0;
  return why2 ? none(why2) : { kind: "held-back", share: share2, asked: asked !== void 0 };
}
function bakesAlone(holdBack) {
  if (holdBack.kind === "held-back") return false;
  switch (holdBack.why.kind) {
    case "no-bake":
    case "preview":
    case "no-comparison":
      return false;
    case "asked":
    case "no-steps":
    case "last-step":
    case "little-traffic":
      return true;
  }
}
function whyNotByDefault(facts) {
  const { compared: compared3, traffic: traffic3, bakeSeconds } = facts;
  if (!compared3) return { kind: "no-comparison" };
  if (!traffic3) return { kind: "little-traffic", requestsPerMinute: 0 };
  return 2 * totalFailureFoundAfter(traffic3, facts.falseRollbackRates) <= bakeSeconds / 60 ? void 0 : { kind: "little-traffic", requestsPerMinute: traffic3.requestsPerMinute };
}
function totalFailureFoundAfter(traffic3, { errors, guardrail }) {
  const { requestsPerMinute, dispersion, apart } = traffic3;
  const compared3 = minutesToFind(100 - DEFAULT_HOLD_BACK, traffic3, 1, errors);
  const settings = { dispersion, falseRollbackRate: guardrail };
  const guarded2 = apart ? Math.ceil(minutesToFindTotalFailure(requestsPerMinute, DEFAULT_HOLD_BACK / 100, settings)) : Number.POSITIVE_INFINITY;
  return Math.min(compared3 ?? Number.POSITIVE_INFINITY, guarded2);
}
function none(why2) {
  return { kind: "none", why: why2 };
}
function withBake(steps, bakeSeconds, holdBack) {
  if (holdBack.kind === "none") return { steps, bakeSeconds };
  const bake = { weight: roundWeight(100 - holdBack.share), holdSeconds: bakeSeconds };
  return { steps: [...steps, bake], bakeSeconds, heldBack: true };
}
function roundWeight(weight) {
  return Math.round(100 * weight) / 100;
}
function heldBackShare({ steps, heldBack }) {
  const bake = heldBack ? steps.at(-1) : void 0;
  return bake ? roundWeight(100 - bake.weight) : 0;
}

// src/report/summary.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight9,
  src_rollout_plan_ts__rampOf as rampOf,
  src_rollout_plan_ts__requestsFor as requestsFor
} from "./core.js";

// src/rollout/release.ts
function describeChange({ from, to }) {
  return from === "" ? `${to}, the first` : `${from} → ${to}`;
}
function formatRolloutId(id) {
  return `${id.repository}/actions/runs/${id.runId}/attempts/${id.attempt}`;
}
function rolloutKey(id) {
  const run2 = formatRolloutId(id);
  return id.job === void 0 ? run2 : `${run2}.${id.job}`;
}
var UNKNOWN_REPOSITORY = "unknown";
var OTHERS = {
  gitlab: "GitLab job",
  buildkite: "Buildkite build",
  circleci: "CircleCI job",
  codebuild: "CodeBuild build",
  jenkins: "Jenkins build",
  local: "command-line run"
};
function describeRun(id) {
  const other2 = otherRun(id);
  if (other2 === void 0) return formatRolloutId(id);
  const run2 = `${OTHERS[other2.ci]} ${other2.number}`;
  return id.repository === UNKNOWN_REPOSITORY ? run2 : `${run2} of ${id.repository}`;
}
function otherRun({
  runId
}) {
  const [, ci = "", number4 = ""] = /^([a-z]+)-(.+)$/.exec(runId) ?? [];
  return Object.hasOwn(OTHERS, ci) ? { ci, number: number4 } : void 0;
}
function linkToRun(id, ownRun) {
  const server = /^https?:\/\/[^/]{1,253}/.exec(ownRun)?.[0];
  const other2 = otherRun(id);
  if (server === void 0) return describeRun(id);
  if (other2 === void 0) {
    return ownRun.includes("/actions/runs/") ? `${server}/${formatRolloutId(id)}` : describeRun(id);
  }
  return other2.ci === "gitlab" && ownRun.includes("/-/jobs/") ? `${server}/${id.repository}/-/jobs/${other2.number}` : describeRun(id);
}
function parseRolloutId(text2) {
  const [, repository, runId, last = ""] = /^([\w./-]{1,140})\/actions\/runs\/([\w.-]{1,40})\/attempts\/([\w.-]{1,53})$/.exec(text2) ?? [];
  if (repository === void 0 || runId === void 0) return void 0;
  const [, attempt3, job] = /^(.+)\.([0-9a-f]{12})$/.exec(last) ?? [];
  return attempt3 === void 0 || job === void 0 ? { repository, runId, attempt: last } : { repository, runId, attempt: attempt3, job };
}
function sameRollout(a, b) {
  return rolloutKey(a) === rolloutKey(b);
}
function areSiblings(a, b) {
  const known33 = a.job !== void 0 && b.job !== void 0;
  return known33 && a.job !== b.job && formatRolloutId(a) === formatRolloutId(b);
}
function linkFrom(own2) {
  return (id) => {
    const link7 = linkToRun(id, own2.source.runUrl);
    return areSiblings(id, own2.id) ? `${link7} (another job of this workflow run)` : link7;
  };
}

// src/report/blind-text.ts
import {
  src_analysis_figures_ts__formatPercent as formatPercent4
} from "./core.js";

// src/rollout/low-traffic.ts
import {
  src_base_duration_ts__formatDuration as formatDuration5
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight4,
  src_rollout_plan_ts__LONGEST_WAIT as LONGEST_WAIT
} from "./core.js";
var LOW_TRAFFIC_PER_MINUTE = 10;
var LADDERS = [
  { weights: [25, 50], requests: 8 },
  { weights: [25], requests: 10 }
];
var LEAST_SECONDS = 600;
function waitingPlan({ requestsPerMinute, availableSeconds }) {
  if (requestsPerMinute >= LOW_TRAFFIC_PER_MINUTE) return { kind: "not-needed" };
  const plans = LADDERS.map(
    ({ weights, requests }) => ({
      steps: weights.map((weight) => stepOf(weight, requests, requestsPerMinute)),
      requests
    })
  );
  const plan2 = plans.find(({ steps }) => secondsOf(steps) <= availableSeconds);
  if (plan2) return { kind: "planned", plan: plan2 };
  return { kind: "too-long", seconds: Math.min(...plans.map(({ steps }) => secondsOf(steps))) };
}
function stepOf(weight, requests, perMinute2) {
  const minutes = Math.ceil(100 * requests / (weight * perMinute2));
  return { weight, holdSeconds: Math.max(LEAST_SECONDS, 60 * minutes) };
}
function secondsOf(steps) {
  return steps.reduce((sum3, { holdSeconds }) => sum3 + holdSeconds, 0);
}
function waitingNotes(plan2, requestsPerMinute) {
  const { steps, requests = 0 } = plan2;
  const weights = steps.map(({ weight }) => formatWeight4(weight)).join(" and ");
  const takes = secondsOf(steps);
  const clock = steps.map(
    ({ weight, holdSeconds }) => `${formatWeight4(weight)}/${formatDuration5(holdSeconds)}`
  );
  return [
    `the steps wait for requests, not for the clock: ${weights}, until the new version has had ${requests} requests${steps.length > 1 ? " in each" : ""}. At ${perMinute(requestsPerMinute)}, that takes about ${formatDuration5(takes)}, and at most ${formatDuration5(takes * LONGEST_WAIT)}. A version that fails every request is then rolled back in 99 of 100 releases. To let the clock decide, set steps: ${clock.join(", ")}`
  ];
}
function tooLongNote(seconds, { requestsPerMinute, availableSeconds }) {
  return `at ${perMinute(requestsPerMinute)}, the new version gets too few requests to be judged in this job: that takes about ${formatDuration5(seconds)}, and the job and its credentials leave ${formatDuration5(Math.max(0, availableSeconds))}. The release will probably be held. Raise job-timeout and timeout-minutes, with role-to-assume so that the credentials last; or run command: start, and command: advance on a schedule; or set on-inconclusive: promote to release without a verdict`;
}
function perMinute(requests) {
  const rounded2 = Number(requests.toPrecision(2));
  return rounded2 === 1 ? "1 request per minute" : `${rounded2.toLocaleString("en-US", { maximumSignificantDigits: 2 })} requests per minute`;
}

// src/report/blind-text.ts
function blindSpotText(spot) {
  switch (spot.kind) {
    case "not-compared":
      return `${CLASSES2[spot.what]}: ${spot.why === "off" ? `they are not in the input compare` : "they are not counted by version, or nothing was counted in the hour before"}. Alarms would show them`;
    case "latency":
      return `slower responses: ${LATENCY[spot.why]}`;
    case "small-regressions": {
      const least = spot.below === void 0 ? "anything less than a failure of nearly all requests" : `error rates below ${formatPercent4(spot.below)}`;
      return `${least}, at ${perMinute(spot.requestsPerMinute)}: longer steps would show more`;
    }
    case "cached":
      return `errors that are up to ${spot.ratio} times as frequent, because the stage caches answers: alarms or metrics would show them`;
    case "other-regions":
      return `what happens in other Regions than ${spot.region}: release them one after the other, each with its own run`;
    default:
      return FIXED[spot.kind];
  }
}
var CLASSES2 = {
  errors: "failed requests",
  "client-errors": "client errors (4XX)",
  latency: "slower responses",
  routes: "failures of a single route that has little traffic"
};
var LATENCY = {
  cache: "latency is not compared on a stage with a cache. An alarm on IntegrationLatency would show them",
  "not-counted": "CloudWatch does not count slow invocations here. An alarm on Duration would show them",
  refused: "CloudWatch does not count slow invocations here. An alarm on Duration would show them",
  "no-traffic": "nothing was measured in the hour before. An alarm would show them"
};
var FIXED = {
  "returned-errors": "responses with status 500 that a function returns: to Lambda, they are successes. metrics by version would show them",
  "masked-failures": "failures of a backend that an integration answers with status 200, other than failed invocations of the released functions: metrics would show them",
  "probed-functions": "failures of a single function that API Gateway hides, and traffic that reaches no new version: Lambda counts the probes among its invocations, so they are not compared while probes are sent",
  "probes-alone": "failures of what no probe asks for: at this traffic, the probes decide, and not the requests of users. More checks with probe: true would show them",
  asynchronous: "what becomes of an event after its invocation, such as a message in a dead-letter queue: an alarm on the queue would show it",
  "bake-alone": "what begins after the promotion and makes less than 10% of the requests fail: the bake has no version to compare with, and cannot distinguish a worse version from an incident. hold-back: 5% would compare them",
  "quiet-routes": "routes that nobody calls during the release: a pre-traffic-hook that calls them would show it",
  "no-alarms": "effects beyond the requests, such as the load of a database: alarms would show them, and none are set",
  "wrong-answers": "wrong answers with status 200: metrics of your own would show them"
};
function blindSpotCount(spots) {
  const kinds = spots.length === 1 ? "one kind" : `${spots.length} kinds`;
  return `the judge cannot see ${kinds} of harm that this release could do; command: plan lists them, and docs/judge.md of this action explains them`;
}

// src/report/broke-section.ts
import {
  src_report_broke_text_ts__brokeInMarkdown as brokeInMarkdown,
  src_report_broke_text_ts__errorOf as errorOf,
  src_report_broke_text_ts__inOneLine as inOneLine,
  src_report_broke_text_ts__placeOf as placeOf2,
  src_report_broke_text_ts__versionsOf as versionsOf
} from "./core.js";
import {
  src_report_format_ts__clockTime as clockTime2,
  src_report_format_ts__count as count4
} from "./core.js";
import {
  src_report_markdown_ts__code as code2,
  src_report_markdown_ts__codeBlock as codeBlock3,
  src_report_markdown_ts__details as details,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown2,
  src_report_markdown_ts__table as table2
} from "./core.js";
var PROBES_NOTE = " The probes are among them: a log does not tell them from requests of users.";
function whatBrokeSection(report) {
  const { broke: broke2, functions } = report;
  if (!broke2) return "";
  const { kinds, requests, more } = broke2;
  const context = { functions, requests };
  const marks = kinds.length > 1;
  const line = brokeInMarkdown(report);
  const parts = [
    "### What broke",
    line === "" ? "" : `**${line}.**`,
    samplesOf(kinds),
    details(
      titleOf(kinds),
      [kindTable(kinds, context, marks), newestNote(kinds, marks)].join("\n\n").trim()
    ),
    `The logs show ${requestsText2(requests)}.${leftOut(more)}${isProbed(report) ? PROBES_NOTE : ""}`
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
function titleOf({ length }) {
  return length === 1 ? "Its counts and time" : `All ${length} kinds of failures, with counts and times`;
}
function kindTable(kinds, context, marks) {
  const names = kinds.map((kind) => versionsOf(kind, context));
  const [first] = names;
  const areSame = names.every(({ canary: canary2, stable: stable2 }) => {
    return canary2 === first?.canary && stable2 === first.stable;
  });
  const { canary, stable } = first && areSame ? first : { canary: "the canary", stable: "stable" };
  const head = ["Where", "Status", "Error", "Place", `On ${canary}`, `On ${stable}`, "Since (UTC)"];
  const rows = kinds.map((kind) => [
    `${code2(placeOf2(kind, context))}${kind.newest && marks ? ` ${NEWEST}` : ""}`,
    String(kind.status ?? ""),
    escapeMarkdown2(errorOf(kind)),
    code2(inOneLine(kind.location ?? "")),
    count4(kind.canary),
    onStable(kind),
    clockTime2(kind.firstSeen).slice(0, 8)
  ]);
  const used = head.map((_, i) => rows.some((row2) => row2[i] !== ""));
  const shown = (row2) => row2.filter((_, i) => used[i]);
  return table2(shown(head), rows.map(shown));
}
function onStable({ stable, novelty }) {
  if (stable > 0) return count4(stable);
  return novelty === "unseen" ? "none yet" : "none";
}
var NEWEST = "🆕";
function newestNote(kinds, marks) {
  return marks && kinds.some(({ newest }) => newest) ? `${NEWEST} marks the failures that began last, of those that only the new version has.` : "";
}
function requestsText2({ canary, stable }) {
  const ofCanary2 = `${count4(canary)} ${canary === 1 ? "request" : "requests"} of the canary`;
  return stable === null ? `${ofCanary2}; of stable, only the failures were read` : `${ofCanary2} and ${count4(stable)} of stable`;
}
function leftOut(more) {
  if (more === 0) return "";
  return ` ${count4(more)} more ${more === 1 ? "kind of failures is" : "kinds of failures are"} left out.`;
}
var MOST_SAMPLES = 3;
var LONGEST_SAMPLE = 300;
function samplesOf(kinds) {
  const lines = kinds.flatMap(({ samples = [] }) => samples).slice(0, MOST_SAMPLES);
  if (lines.length === 0) return "";
  const shown = codeBlock3(lines.map((line) => shortLine(line)));
  return `From the log; whatever looks private is masked:

${shown}`;
}
function shortLine(line) {
  return line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}

// src/report/check-table.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight5
} from "./core.js";
import {
  src_report_markdown_ts__code as code3,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown3,
  src_report_markdown_ts__table as table3
} from "./core.js";
var SIGNS2 = { passed: "🟢", warned: "🟡", failed: "🔴", skipped: "⚪", stopped: "⚪" };
function checkTable({ checks = [] }) {
  if (checks.length === 0) return "";
  const rows = checks.map((check2) => [
    check2.point,
    escapeMarkdown3(check2.name, 100),
    code3(check2.call),
    formatWeight5(check2.weight),
    `${SIGNS2[check2.result]} ${check2.result}`,
    answerText(check2),
    escapeMarkdown3(check2.differs.join("; "), 1e3)
  ]);
  const head = ["When", "Check", "Sent", "Weight", "Result", "Answer", "What differed"];
  return `### Smoke checks of the new version

${table3(head, rows)}`;
}

// src/report/summary.ts
import {
  src_report_commits_ts__changedTogether as changedTogether,
  src_report_commits_ts__commitDetails as commitDetails,
  src_report_commits_ts__commitLink as commitLink2,
  src_report_commits_ts__runWords as runWords
} from "./core.js";

// src/report/evidence-tables.ts
import {
  src_base_duration_ts__formatDuration as formatDuration6
} from "./core.js";
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";

// src/rollout/not-compared.ts
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
var NAMES = {
  errors: "errors",
  "client-errors": "client errors (4XX)",
  latency: "latency",
  routes: "single routes"
};
function notComparedText(all) {
  const because = (why2, reason) => {
    const names = all.filter((each) => each.why === why2).map(({ what }) => NAMES[what]);
    return names.length > 0 ? [`${listed2(names)} (${reason})`] : [];
  };
  const parts = [
    ...because("off", "not in the input compare"),
    ...because("not-counted", "no counts by version, or none of the hour before")
  ];
  return `not compared: ${parts.join("; ")}`;
}

// src/report/evidence-tables.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight6
} from "./core.js";

// src/report/console-links.ts
import {
  src_base_partitions_ts__partitionOf as partitionOf2
} from "./core.js";
function encode(value) {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${encodeText(value)}`;
  if (isList(value)) return `(${value.map((item) => `~${encode(item)}`).join("")})`;
  const members2 = Object.entries(value).map(([name, member]) => `${name}~${encode(member)}`);
  return `(${members2.join("~")})`;
}
function isList(value) {
  return Array.isArray(value);
}
function encodeText(text2) {
  return Array.from(new TextEncoder().encode(text2), (byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9_.-]/.test(char) ? char : `*${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}
function consoleOf(region) {
  const { console: host } = partitionOf2(region);
  return host === "" ? "" : `https://${region}.${host}`;
}
function cloudWatch(region, view) {
  return `${consoleOf(region)}/cloudwatch/home?region=${region}#${view}`;
}
function alarmLink(region, name) {
  const url = cloudWatch(region, `alarmsV2:alarm/${encodeURIComponent(name)}`);
  return { text: name, url };
}
function metricsLink(report) {
  const { target, startedAt, endedAt } = report;
  const graph = {
    metrics: target.metrics,
    view: "timeSeries",
    stat: "Sum",
    period: 60,
    region: target.region,
    start: iso(startedAt - 600),
    end: iso(endedAt + 600)
  };
  return { text: "metrics", url: cloudWatch(target.region, `metricsV2:graph=~${encode(graph)}`) };
}
function logQuery({ functions, target }, interest, from, to) {
  const search = target.searchLogs(functions, interest);
  if (!search) return void 0;
  const detail = {
    end: iso(to),
    start: iso(from),
    timeType: "ABSOLUTE",
    tz: "UTC",
    editorString: search.query,
    source: search.groups
  };
  const view = `logsV2:logs-insights$3FqueryDetail$3D~${encode(detail)}`;
  const link7 = { text: "Logs Insights", url: cloudWatch(target.region, view) };
  return { ...search, from, to, link: link7 };
}
function iso(seconds) {
  return new Date(1e3 * seconds).toISOString();
}

// src/report/evidence-tables.ts
import {
  src_report_format_ts__bar as bar,
  src_report_format_ts__capitalize as capitalize2,
  src_report_format_ts__clockTime as clockTime3,
  src_report_format_ts__formatElapsed as formatElapsed
} from "./core.js";
import {
  src_report_markdown_ts__code as code4,
  src_report_markdown_ts__details as details2,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown4,
  src_report_markdown_ts__link as link2,
  src_report_markdown_ts__table as table4
} from "./core.js";

// src/report/spark.ts
var BARS = "▁▂▃▄▅▆▇█";
function sparkline(values, top) {
  return values.map((value) => {
    if (value === null) return "·";
    const level = top > 0 ? Math.ceil((BARS.length - 1) * Math.min(1, value / top)) : 0;
    return BARS[level];
  }).join("");
}
function pointsBetween({ from, every }, start2, end2) {
  const first = Math.max(0, Math.ceil((start2 - from) / every));
  return { first, end: Math.max(first, Math.ceil((end2 - from) / every)) };
}
function rates(requests, events, most) {
  const all = thinned(requests, most);
  const bad = thinned(events, most);
  return all.map((count10, i) => count10 ? 100 * (bad[i] ?? 0) / count10 : null);
}
function thinned(points, most) {
  const size = Math.max(1, Math.ceil(points.length / most));
  return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
    const known33 = points.slice(i * size, (i + 1) * size).filter((point) => point !== null);
    return known33.length > 0 ? known33.reduce((sum3, point) => sum3 + point, 0) : null;
  });
}

// src/report/evidence-tables.ts
function stepTable(report) {
  if (report.steps.length === 0) return "";
  const top = highestRate(report);
  const rows = report.steps.filter(isShown).map((step) => [
    step.label,
    duration(step, report.endedAt),
    countedText(step.canary),
    countedText(step.stable),
    course(report, step, top)
  ]);
  const head = ["Step", "Duration", "Canary failed", "Stable failed", "Canary trend"];
  const by = report.target.countNotes[report.countedBy ?? ""];
  const notes = [by, staleNote(report)].filter((note) => note !== void 0);
  return ["**Steps**", table4(head, rows), ...notes].join("\n\n");
}
function isShown({ plannedSeconds, canary }) {
  return plannedSeconds > 0 || canary !== null && canary.requests > 0;
}
function duration({ began, ended, plannedSeconds }, endedAt) {
  const elapsed = formatElapsed(began, ended ?? endedAt);
  return plannedSeconds === 0 ? elapsed : `${elapsed} of ${formatDuration6(plannedSeconds)}`;
}
function staleNote({ evidence, countedAt }) {
  const unread2 = evidence.some(({ source, unread: unread3 }) => source.kind === "traffic" && unread3);
  return unread2 && countedAt !== void 0 ? `The counts were last read at ${clockTime3(countedAt)}; after that, they could not be read.` : void 0;
}
var SPARKS = 12;
function course({ series, endedAt }, step, top) {
  if (!series) return "";
  const { first, end: end2 } = pointsBetween(series, step.began - 59, (step.ended ?? endedAt) - 59);
  const { requests, errors } = series.canary;
  const values = rates(requests.slice(first, end2), errors.slice(first, end2), SPARKS);
  return values.some((value) => value !== null) ? sparkline(values, top) : "";
}
function highestRate({ series }) {
  if (!series) return 0;
  const all = rates(series.canary.requests, series.canary.errors, Number.POSITIVE_INFINITY);
  return Math.max(0, ...all.map(Number));
}
var SIGNS3 = { healthy: "🟢", inconclusive: "🟡", failing: "🔴" };
var STANDING_SIGNS = {
  worse: "🔴",
  "not-worse": "🟢",
  undecided: "🟡",
  quiet: "⚪",
  "nothing-compared": "⚪"
};
function comparisonTable({ evidence, notCompared: notCompared2 }) {
  const found = evidence.filter(isFinding);
  const missing3 = notCompared2.length > 0 ? [`${capitalize2(notComparedText(notCompared2))}.`] : [];
  if (found.length === 0) return missing3.join("");
  const shown = worthShowing(found);
  const rows = shown.map((finding) => [
    `${STANDING_SIGNS[standingOf(finding)]} ${escapeMarkdown4(sourceText(finding.source))}`,
    rateOf(finding.canary),
    rateOf(finding.stable),
    formatRatio(finding),
    against(finding),
    STANDINGS[standingOf(finding)]
  ]);
  const head = [
    "Compared",
    "Canary",
    "Stable",
    "Ratio (interval)",
    "Evidence that it is worse",
    "Result"
  ];
  const title = "**Comparison of the two versions**";
  const rest = found.length - shown.length;
  const silent = rest > 0 ? [
    `Nothing found on ${rest} more ${rest === 1 ? "function or route" : "functions and routes"}.`
  ] : [];
  return [title, table4(head, rows), ...silent, ...levelNote(shown), ...missing3].join("\n\n");
}
function levelNote(found) {
  const levels = new Set(
    found.flatMap(({ interval }) => interval ? [formatLevel(interval)] : [])
  );
  if (levels.size === 0) return [];
  return [
    `Each interval holds at every check, with a confidence of ${listed3([...levels])}: the level at which its comparison decides.`
  ];
}
function rateOf({ requests, events }) {
  return requests === 0 ? "–" : countedText({ requests, errors: events });
}
function against(finding) {
  const part = evidenceShare(finding);
  return `${bar(100 * part, 5)} ${Math.round(100 * part)}%`;
}
var SHOWN_HEALTHY = 5;
var HAVE_TABLES = ["hook", "smoke"];
function evidenceTable({ evidence, target }) {
  const others = evidence.filter((e) => !isFinding(e) && !HAVE_TABLES.includes(e.source.kind));
  if (others.length === 0) return "";
  const list3 = (some) => table4(
    ["Check", "State", "Result"],
    some.map((e) => [
      `${SIGNS3[e.verdict]} ${sourceCell(e.source, target.region)}`,
      checkWord(e),
      escapeMarkdown4(verdictReason(e), 500)
    ])
  );
  const title = "**Alarms and traffic**";
  const well = others.filter((e) => e.verdict === "healthy");
  if (well.length <= SHOWN_HEALTHY) return `${title}

${list3(others)}`;
  const rest = others.filter((e) => e.verdict !== "healthy");
  const shown = rest.length > 0 ? [list3(rest)] : [];
  return [title, ...shown, details2(`${well.length} are ok`, list3(well))].join("\n\n");
}
function checkWord({ source, verdict }) {
  if (verdict !== "healthy") return verdict;
  return source.kind === "traffic" ? "enough requests" : "ok";
}
function sourceCell(source, region) {
  return source.kind === "alarm" ? `alarm ${link2(escapeMarkdown4(source.name), alarmLink(region, source.name).url)}` : escapeMarkdown4(sourceText(source));
}
var RESULT_SIGNS = { passed: "🟢", failed: "🔴", stopped: "⚪" };
function hookTable({ hooks }) {
  if (hooks.length === 0) return "";
  const rows = hooks.map((hook) => [
    hook.point,
    code4(hook.calls),
    formatWeight6(hook.weight),
    `${RESULT_SIGNS[hook.result]} ${hook.result} after ${formatElapsed(hook.began, hook.ended)}`,
    escapeMarkdown4(hook.says, 1e3)
  ]);
  return `**Hooks**

${table4(["Hook", "Called", "Weight", "Result", "Message"], rows)}`;
}

// src/report/summary.ts
import {
  src_report_format_ts__capitalize as capitalize4,
  src_report_format_ts__clause as clause2,
  src_report_format_ts__clockTime as clockTime5,
  src_report_format_ts__dateTime as dateTime,
  src_report_format_ts__formatElapsed as formatElapsed3,
  src_report_format_ts__HEADLINES as HEADLINES
} from "./core.js";
import {
  src_report_gate_section_ts__gateSection as gateSection
} from "./core.js";

// src/report/logs-text.ts
import {
  src_report_format_ts__count as count5
} from "./core.js";
function logsSentences(logs2) {
  if (!logs2) return [];
  const { requests, lagSeconds, calls, abstained, dimension } = logs2;
  const { canary, stable } = requests;
  const ofStable = stable === null ? "stable's failures" : `${count5(stable)} of stable`;
  const lag = lagSeconds === null ? "" : `; 99% of the lines could be read within ${lagSeconds}s`;
  return [
    `The logs show ${count5(canary)} requests of the canary and ${ofStable} (${count5(calls)} calls${lag}).`,
    ...abstained.length > 0 ? [`At the last check they were not enough for a decision: ${abstained.join("; ")}.`] : [],
    ...dimension ? [dimensionText(dimension)] : []
  ];
}
function dimensionText({
  canarySeries,
  otherSeries
}) {
  return `Compared with the logs, ${CANARY[canarySeries]}, and ${OTHER[otherSeries]}.`;
}
var CANARY = {
  complete: "CloudWatch's metrics of the canary have all of its requests",
  empty: "CloudWatch's metrics of the canary have none of its requests",
  differs: "CloudWatch's metrics of the canary do not have exactly its requests"
};
var OTHER = {
  "with-canary": "those of the whole stage have them as well",
  "without-canary": "those of the stage do not have them",
  differs: "it is not clear whether those of the stage have them"
};

// src/report/summary.ts
import {
  src_report_markdown_ts__code as code7,
  src_report_markdown_ts__codeBlock as codeBlock6,
  src_report_markdown_ts__details as details3,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown8,
  src_report_markdown_ts__link as link4,
  src_report_markdown_ts__shorten as shorten,
  src_report_markdown_ts__table as table6
} from "./core.js";

// src/report/outcome-sentence.ts
import {
  src_base_listed_ts__moreOf as moreOf
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight7
} from "./core.js";
import {
  src_report_commits_ts__commitLink as commitLink
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize3,
  src_report_format_ts__clause as clause,
  src_report_format_ts__formatElapsed as formatElapsed2
} from "./core.js";
import {
  src_report_markdown_ts__code as code5,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown5
} from "./core.js";
var ALERTS = {
  running: "NOTE",
  planned: "NOTE",
  promoted: "TIP",
  held: "WARNING",
  unchanged: "NOTE",
  previewed: "NOTE",
  "rolled-back": "CAUTION",
  failed: "CAUTION",
  stuck: "CAUTION"
};
function outcomeAlert(report) {
  return `> [!${ALERTS[report.outcome]}]
> ${outcomeSentence(report)}`;
}
function outcomeSentence(report) {
  const { outcome, weights } = report;
  if (weights.length === 0) return reasonOf(report);
  switch (outcome) {
    case "promoted":
      return promotedSentence(report);
    case "rolled-back":
    case "stuck":
      return rolledBackSentence(report);
    case "held":
    case "running":
      return openSentence(report);
    default:
      return `${capitalize3(releasedText(report))}: ${reasonOf(report)}`;
  }
}
function promotedSentence(report) {
  const rates2 = ratesOf(report);
  const took = `takes all traffic after ${served(report)}`;
  const isKnown2 = rates2.canary !== null && rates2.canary.requests > 0;
  const judged2 = rates2.finding ? `: ${STANDINGS[standingOf(rates2.finding)]}` : "";
  const unsure = hasDoubts(report) ? `. ${reasonOf(report)}` : ".";
  const text2 = `${capitalize3(releasedText(report))} ${took}`;
  return isKnown2 ? `${text2}; it ${failedText(report, rates2)}${judged2}${unsure}` : `${text2}${unsure}`;
}
function hasDoubts({ cause }) {
  return cause?.kind !== "completed" || cause.evidence.length > 0;
}
function rolledBackSentence(report) {
  const [first] = decidingEvidence(report);
  const rates2 = ratesOf(report);
  const who = releasedText(report);
  if (report.outcome === "stuck") {
    return `${capitalize3(who)} could not be rolled back: ${reasonOf(report)}`;
  }
  const after = `rolled back after ${served(report)}`;
  if (first && isFinding(first) && rates2.finding === first && !isOfBoth(first)) {
    const where = routeText(rates2.finding) === "" ? newOnRoute(report) : "";
    return `${capitalize3(who)} was ${after}: until the decision, it ${failedText(report, rates2)}${where}.`;
  }
  const title = causeTitle(report);
  return title === "" ? `${capitalize3(who)}: ${reasonOf(report)}` : `${escapeMarkdown5(capitalize3(title))} while ${who} had ${highestWeight(report)} of the traffic: ${after}.`;
}
function isOfBoth({
  source
}) {
  return source.kind === "guardrail" && source.of === "all-traffic";
}
function openSentence(report) {
  const { outcome, weight } = report;
  const rates2 = ratesOf(report);
  const share2 = weight === null ? "an unknown share" : formatWeight7(weight);
  const has = outcome === "held" ? "keeps" : "has";
  const text2 = `${capitalize3(releasedText(report))} ${has} ${share2} of the traffic`;
  if (outcome === "held") return `${text2}: ${reasonOf(report)}`;
  return rates2.canary === null ? `${text2}.` : `${text2}; so far it ${failedText(report, rates2)}.`;
}
function failedText(report, { finding, canary, stable, did }) {
  if (canary?.requests === 0) return didText(did, canary);
  const of = `${escapeMarkdown5(did)} ${inRequests(countedText(canary))}${routeText(finding)}`;
  if (stable === null || stable.requests === 0) return of;
  return `${of}, against ${countedText(stable)} on ${sideNames(report, finding).stable}`;
}
function inRequests(counted) {
  return counted.replace(" (", " requests (");
}
function routeText(finding) {
  const parts = finding ? [partOf2(finding), ...finding.mostly ?? []] : [];
  const route = parts.find((part) => part?.kind === "route");
  return route ? ` of ${code5(partName(route))}` : "";
}
function newOnRoute({ broke: broke2 }) {
  const [kind] = broke2?.kinds ?? [];
  return kind?.novelty === "new" && kind.route !== void 0 ? `; its new failures are on ${code5(kind.route)}` : "";
}
function releasedText(report) {
  const { functions, source } = report;
  const { only: only2, canary } = sideNames(report, ratesOf(report).finding);
  const [first] = functions;
  const commit = source.sha === "" ? "" : ` (commit ${commitLink(source)})`;
  if (only2) return `${code5(only2.name)} ${canary}${commit}`;
  if (!first) return `the new API definition${commit}`;
  return `the release of ${code5(first.name)} and ${moreOf(functions.length - 1, "function")}${commit}`;
}
function highestWeight({ weights }) {
  return formatWeight7(Math.max(...weights.map(({ weight }) => weight)));
}
function served({ weights, startedAt, endedAt, outcome }) {
  const first = weights[0]?.at ?? startedAt;
  const last = outcome === "promoted" ? weights.find(({ weight }) => weight >= 100) : weights.findLast(({ weight }) => weight === 0);
  return formatElapsed2(first, last?.at ?? endedAt);
}
function reasonOf({ reason }) {
  return `${escapeMarkdown5(clause(capitalize3(reason)), 600)}.`;
}

// src/report/picture.ts
import {
  src_analysis_figures_ts__formatPercent as formatPercent5
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight8
} from "./core.js";
import {
  src_report_format_ts__clockMinute as clockMinute2
} from "./core.js";
import {
  src_report_markdown_ts__codeBlock as codeBlock4
} from "./core.js";
var COLUMNS = 28;
var NAMES2 = "weight  ".length;
function picture(report) {
  const from = report.weights[0]?.at;
  if (from === void 0) return "";
  const to = Math.max(report.endedAt, report.weights.at(-1)?.at ?? from, from + 1);
  const course3 = { from, to, columns: COLUMNS };
  const shown = armsOf(report);
  const canary = shown && ratesIn2(shown.canary, shown.series, course3);
  const stable = shown && ratesIn2(shown.stable, shown.series, course3);
  const tops = { canary: highest2(canary), stable: highest2(stable) };
  const top = Math.max(tops.canary ?? 0, tops.stable ?? 0);
  const line = (rates2) => rates2?.some((rate2) => rate2 !== null) ? sparkline(rates2, top) : NOT_YET_COUNTED;
  const isCounted2 = tops.canary !== void 0 || tops.stable !== void 0;
  const rows = [
    ["weight", weightRow(report, course3)],
    ["", labelRow(report, course3)],
    ...isCounted2 ? [["canary", line(canary)], ["stable", line(stable)]] : [],
    ["", timeRow(course3)]
  ].flatMap(([name = "", text2 = ""]) => text2 === "" ? [] : [`${name.padEnd(NAMES2)}${text2}`]);
  return `${caption(ratesOf(report).did, tops)}

${codeBlock4(rows)}`;
}
function caption(did, { canary, stable }) {
  const what = `Weight of the new version, and the share of requests that ${did}`;
  const of = [
    ...canary === void 0 ? [] : [`canary up to ${formatPercent5(canary)}`],
    ...stable === void 0 ? [] : [`stable up to ${formatPercent5(stable)}`]
  ];
  return of.length === 0 ? "Weight of the new version (its requests are not yet counted by CloudWatch):" : `${what} (${of.join(", ")}; · means not yet counted):`;
}
function armsOf(report) {
  const { series } = report;
  if (!series) return void 0;
  const { finding } = ratesOf(report);
  const comparison = finding && series.comparisons.find(({ source }) => sameSource(source, finding.source));
  if (comparison) return { series, canary: comparison.canary, stable: comparison.stable };
  const arm2 = ({ requests, errors }) => ({ requests, events: errors });
  return { series, canary: arm2(series.canary), stable: arm2(series.stable) };
}
function ratesIn2({ requests, events }, series, course3) {
  return columnsOf(course3).map(([start2, end2]) => {
    const points = pointsIn(series, start2, end2);
    const all = sumOf(requests, points);
    return all > 0 ? sumOf(events, points) / all : null;
  });
}
function pointsIn({ from, every }, start2, end2) {
  const first = Math.ceil((start2 - from) / every);
  const last = Math.ceil((end2 - from) / every) - 1;
  return last >= first ? { first, last } : { first: Math.floor((start2 - from) / every), last: Math.floor((start2 - from) / every) };
}
function sumOf(values, { first, last }) {
  return values.slice(Math.max(0, first), Math.max(0, last + 1)).reduce((sum3, value) => sum3 + (value ?? 0), 0);
}
function columnsOf({ from, to, columns }) {
  const size = (to - from) / columns;
  return Array.from({ length: columns }, (_, i) => [from + i * size, from + (i + 1) * size]);
}
function highest2(rates2) {
  const known33 = (rates2 ?? []).filter((rate2) => rate2 !== null);
  return known33.length > 0 ? Math.max(...known33) : void 0;
}
var BLOCKS = " ▁▂▃▄▅▆▇█";
function weightRow({ weights }, course3) {
  return columnsOf(course3).map(([, end2]) => {
    const weight = weightNow(weights, end2 - 1e-3);
    return BLOCKS[Math.ceil(weight / 100 * (BLOCKS.length - 1))] ?? "█";
  }).join("");
}
function labelRow({ weights }, { from, to, columns }) {
  let row2 = "";
  for (const { at, weight } of weights) {
    const text2 = formatWeight8(weight);
    const column = Math.min(
      columns - text2.length,
      Math.floor((at - from) / (to - from) * columns)
    );
    if (row2 === "" || column > row2.length) row2 = `${row2.padEnd(column)}${text2}`;
  }
  return row2;
}
function timeRow({ from, to, columns }) {
  const [first, last] = [clockMinute2(from).slice(0, 5), clockMinute2(to)];
  return `${first}${last.padStart(columns - first.length)}`;
}
function weightNow(weights, at) {
  return weights.findLast((change) => change.at <= at)?.weight ?? 0;
}

// src/report/summary.ts
import {
  src_report_problem_link_ts__problemList as problemList
} from "./core.js";

// src/report/requests.ts
import {
  src_report_format_ts__clockTime as clockTime4
} from "./core.js";
import {
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown6,
  src_report_markdown_ts__table as table5
} from "./core.js";
function sayAsked(asked) {
  return asked === "👎" ? asked : `/canary ${asked}`;
}
function describeRequest({ asked, login, result }) {
  return `${sayAsked(asked)} by ${login}: ${result}`;
}
function withRequest(report, person) {
  const entry = { at: person.at, kind: "person", what: describeRequest(person) };
  return {
    ...report,
    people: [...report.people, person],
    timeline: [...report.timeline, entry].sort((a, b) => a.at - b.at)
  };
}
var SHOWN = 50;
function requestsSection({ people: all }) {
  if (all.length === 0) return "";
  const rows = all.slice(-SHOWN).map(({ at, login, asked, result }) => [
    clockTime4(at).slice(0, 8),
    escapeMarkdown6(login),
    asked === "👎" ? asked : `\`${sayAsked(asked)}\``,
    escapeMarkdown6(result, 500)
  ]);
  return `**Commands from comments**

${table5(["UTC", "User", "Command", "Result"], rows)}`;
}

// src/report/rollback-section.ts
import {
  src_report_format_ts__clockMinute as clockMinute3,
  src_report_format_ts__count as count6
} from "./core.js";
import {
  src_report_markdown_ts__code as code6,
  src_report_markdown_ts__codeBlock as codeBlock5,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown7,
  src_report_markdown_ts__link as link3
} from "./core.js";
function affectedUsers(report) {
  const text2 = affectedSentences(report);
  return text2 === "" ? "" : `### Who was affected

${text2}`;
}
function affectedSentences(report) {
  const affected = affectedBy(report);
  switch (affected?.kind) {
    case "about":
      return report.impact ? impactSentences(report.impact) : "";
    case "at-least":
      return `**At least ${requestsText(affected.requests)} failed** because of the new version, as ${affected.by === "logs" ? "its logs show up to the rollback" : "the counts until the decision show"}. CloudWatch has not counted the last minutes yet.`;
    case "none-seen":
      return "No harm to users was seen: the counts show no more failures than the previous version has.";
    case "not-counted":
      return "It is not known yet: CloudWatch had not counted the requests of the new version.";
    default:
      return "";
  }
}
function impactSentences({ source, since, requests, events, excess: excess2, estimated }) {
  const did = HARM[source.kind];
  const counted = countedText({ requests, errors: events });
  const late = estimated > excess2 ? ` About ${count6(estimated - excess2)} of them are estimated: CloudWatch has not counted the last minutes yet.` : "";
  return `**About ${requestsText(estimated)} ${did}** because of the new version since ${clockMinute3(since)}. From then to the rollback, ${counted} ${did}; ${count6(Math.max(0, events - excess2))} of these would be expected at stable's rate.${late}`;
}
function nextSteps(report) {
  const { advice, commands } = report;
  const parts = [
    advice.map((item) => `- ${escapeMarkdown7(item, 2e3)}`).join("\n"),
    codeBlock5(commands),
    query(report)
  ].filter((part) => part !== "");
  const title = report.outcome === "held" ? "How to continue" : "What to do";
  return parts.length > 0 ? [`### ${title}`, ...parts].join("\n\n") : "";
}
var BEFORE_SECONDS = 60;
function query(report) {
  const { outcome, impact, weights, startedAt, endedAt } = report;
  if (outcome !== "rolled-back") return "";
  const from = (impact?.since ?? weights[0]?.at ?? startedAt) - BEFORE_SECONDS;
  const slow = impact?.source.kind === "latency";
  const logs2 = logQuery(report, slow ? "slow" : "errors", from, endedAt);
  if (!logs2) return "";
  const { groups } = logs2;
  const more = groups.length > 3 ? ` and ${groups.length - 3} more` : "";
  const shown = groups.slice(0, 3).map((group) => code6(group)).join(", ");
  return [
    `The ${slow ? "slowest requests" : "errors"} that the new version logged, in ${link3(logs2.link.text, logs2.link.url)}; to run the query yourself, for ${shown}${more}, ${clockMinute3(from)} to ${clockMinute3(endedAt + 59)}:`,
    codeBlock5(logs2.query.split("\n"))
  ].join("\n\n");
}
var MOST_LINKS = 10;
function consoleLinks(report) {
  if (report.weights.length === 0) return "";
  const links = [...report.target.links, metricsLink(report)];
  const shown = links.slice(0, MOST_LINKS).map(({ text: text2, url }) => link3(escapeMarkdown7(text2), url));
  return shown.join(" · ");
}

// src/report/summary.ts
var SUMMARY_LIMIT_BYTES = 1024 * 1024;
var MARGIN_BYTES = 1024;
function renderSummary(report, drawn = asText) {
  const sections = [
    `## ${HEADLINES[report.outcome]}: ${subject(report)}`,
    ...drawn(report),
    gateSection(report),
    preview(report),
    approvalSection(report),
    doorSection(report),
    problems(report),
    missingPermissions(report),
    list("What each step can detect", report.foresight),
    affectedUsers(report),
    whatBrokeSection(report),
    nextSteps(report),
    ...folded(report)
  ];
  const text2 = `${sections.filter((section) => section !== "").join("\n\n")}
`;
  const pointer = `*Shortened: the full report is in the file of the output ${code7("report")}.*`;
  return shorten(text2, SUMMARY_LIMIT_BYTES - MARGIN_BYTES, pointer);
}
function asText(report) {
  return [outcomeAlert(report), escapeMarkdown8(report.stands, 1e3), picture(report)];
}
function folded(report) {
  const { notes, timeline: entries } = report;
  const parts = [
    ["How it was decided", decision(report)],
    [
      "Steps, hooks and commands",
      [stepTable(report), hookTable(report), requestsSection(report), approvalsList(report)]
    ],
    [RELEASED[report.outcome], [released(report)]],
    [`Timeline (${entries.length})`, [timeline(report)]],
    [`Notes (${notes.length})`, [bullets(notes)]],
    ["Blind spots: what could break unseen", [blindSpots(report)]]
  ];
  const shown = parts.flatMap(([title, content]) => {
    const text2 = content.filter((part) => part !== "").join("\n\n");
    return text2 === "" ? [] : [details3(title, text2)];
  });
  return [...shown, ...policies(report)];
}
function decision(report) {
  if (report.weights.length === 0 && report.evidence.length === 0) return [];
  const short2 = causeTitle(report);
  const title = short2 === "" ? "" : `**${escapeMarkdown8(capitalize4(short2))}.** `;
  const reason = escapeMarkdown8(capitalize4(report.reason), 1e3);
  return [
    // The first sentence of the summary may have it.
    outcomeSentence(report).includes(clause2(reason)) ? "" : `${title}${reason}`,
    comparisonTable(report),
    evidenceTable(report),
    checkTable(report),
    bullets(logsSentences(report.logs))
  ];
}
function blindSpots({ blindSpots: spots = [] }) {
  return bullets(spots.map(blindSpotText));
}
function preview({ previewUrl }) {
  return previewUrl === void 0 ? "" : `**${link4("Open the preview", previewUrl)}** (${code7(previewUrl)})`;
}
function subject(report) {
  const { functions, steps, target } = report;
  const where = code7(target.previewLabel ?? target.label);
  const shown = functions.slice(0, 3).map((f) => `${code7(f.name)} ${describeChange(f)}`);
  const more = functions.length > 3 ? ` and ${functions.length - 3} more` : "";
  if (shown.length > 0) return `${shown.join(", ")}${more} on ${where}`;
  return steps.length > 0 ? `API definition on ${where}` : where;
}
var RELEASED = {
  running: "What is released",
  planned: "What would be released",
  promoted: "What was released",
  held: "What is held",
  unchanged: "Current state",
  previewed: "What is previewed",
  "rolled-back": "What was tried",
  failed: "What was requested",
  stuck: "What was tried"
};
var FIRST_STEPS = 5;
function policies({ policy, planPolicy }) {
  const shown = (title, json) => json === void 0 ? "" : details3(title, codeBlock6(json.split("\n")));
  return [
    shown("Permissions that the role needs for this release", policy),
    shown("Permissions of a role that can only plan it, for pull requests", planPolicy)
  ];
}
function planInWords(plan2) {
  const { bakeSeconds, readSeconds = 0, advance: advance2 } = plan2;
  const held = (step) => {
    if (advance2.kind === "evidence") return "";
    const time = formatDuration7(step.holdSeconds);
    const requests = requestsFor(plan2, step);
    return requests > 0 ? ` until ${requests} requests (about ${time})` : ` for ${time}`;
  };
  const all = rampOf(plan2).map((step) => `${formatWeight9(step.weight)}${held(step)}`);
  const left = all.length - FIRST_STEPS - 1;
  const shown = left > 1 ? [...all.slice(0, FIRST_STEPS), `${left} more steps`, ...all.slice(-1)] : all;
  const pace = advance2.kind === "evidence" ? " as evidence allows" : "";
  if (shown.length === 0 && bakeSeconds === 0) return "";
  const read4 = readSeconds > 0 ? `, with its counts read within ${formatDuration7(readSeconds)}` : "";
  const bakeTime = formatDuration7(bakeSeconds);
  const share2 = heldBackShare(plan2);
  return share2 > 0 ? `${shown.join(", ")}${pace}, then a bake of ${bakeTime} at ${formatWeight9(100 - share2)}${read4}, then promotion` : `${[...shown, "promotion"].join(", ")}${pace}, then a bake of ${bakeTime}${read4}`;
}
function released(report) {
  const { functions, target, source, plan: plan2, startedAt, endedAt } = report;
  const commit = source.sha ? `${commitLink2(source)}${source.title && ` ${escapeMarkdown8(source.title)}`} by ${escapeMarkdown8(source.actor)}` : "";
  const rows = [
    ["Commit", commit],
    ["Tag", source.tag === void 0 ? "" : code7(source.tag)],
    ["What changed", changedTogether(report)],
    ["Run", source.runUrl && link4(runWords(source), source.runUrl)],
    ["In the console", consoleLinks(report)],
    ...target.rows,
    ...functions.map((f) => [`${target.releases} ${code7(f.name)}`, functionRow(report, f)]),
    ["Plan", planInWords(plan2)],
    ["Time", `${dateTime(startedAt)}, ${formatElapsed3(startedAt, endedAt)}`]
  ];
  const items = rows.filter(([, value]) => value).map(([name, value]) => `- **${name}:** ${value}`);
  return items.join("\n");
}
function functionRow(report, change) {
  const origin = commitDetails(report, change);
  return `version ${describeChange(change)}${origin && ` · ${origin}`}`;
}
var EVENT_SIGNS = {
  traffic: "🔀",
  alarm: "🔔",
  verdict: "⚖️",
  hook: "🪝",
  person: "🗣️",
  note: "📝"
};
function timeline({ timeline: entries }) {
  if (entries.length === 0) return "";
  const rows = entries.map((entry) => [
    clockTime5(entry.at).slice(0, 8),
    `${EVENT_SIGNS[entry.kind]} ${escapeMarkdown8(entry.what, 500)}`
  ]);
  return table6(["UTC", "What"], rows);
}
function problems({ problems: all, reason }) {
  if (all.length === 0) return "";
  const items = problemList(all, { most: MOST_LISTED, longest: 2e3, said: reason });
  const shown = `### Problems

${items.join("\n")}`;
  const pointer = `The rest is in the file of the output ${code7("report")}.`;
  return all.length > MOST_LISTED ? `${shown}

${pointer}` : shown;
}
function list(title, items) {
  return items.length === 0 ? "" : `### ${title}

${bullets(items)}`;
}
function bullets(items) {
  return items.map((item) => `- ${escapeMarkdown8(item, 2e3)}`).join("\n");
}

// src/report/comment-body.ts
var COMMENT_LIMIT_BYTES = 65536;
function commentMarker(key) {
  return `<!-- canary-action ${key} -->`;
}
function refusalsOf({ job }) {
  return `<!-- canary-action refused ${plain(job)} `;
}
function refusalsIn(of) {
  return `${refusalsOf(of)}${plain(of.run)} `;
}
function refusalMarker(of, key) {
  return `${refusalsIn(of)}${plain(key)} -->`;
}
function plain(text2) {
  return text2.replace(/[^\w./:+-]/g, "-").slice(0, 120) || "unknown";
}
function isRefusal({ outcome, functions, weights, open }) {
  return outcome === "failed" && functions.length === 0 && weights.length === 0 && !open;
}
function markerOf(body) {
  return /^<!-- canary-action [^\n]{1,500} -->/.exec(body)?.[0];
}
function renderComment(report, marker = commentMarker(report.target.key)) {
  const { source } = report;
  const parts = [
    marker,
    `### ${HEADLINES2[report.outcome]}: ${subject(report)}`,
    why(report),
    broke(report),
    gateSection2(report),
    preview(report),
    progress2(report),
    sides(report),
    compared(report),
    hit(report),
    next(report),
    approvalSection(report),
    doorSection(report),
    steering(report),
    ...notesOf(report).map((note) => `- ${escapeMarkdown9(note, 600)}`),
    ...report.advice.map((advice) => `- ${escapeMarkdown9(advice, 600)}`),
    logs(report),
    codeBlock7(report.commands),
    problemList2(report.problems, { most: 10, longest: 600, said: report.reason }).join("\n"),
    missingPermissions(report),
    [runLink(source), commitOf(report), clockTime6(report.endedAt)].filter((part) => part !== "").join(" · ")
  ];
  const text2 = parts.filter((part) => part !== "").join("\n\n");
  return shorten2(
    text2,
    COMMENT_LIMIT_BYTES,
    `*Shortened: see the ${link5(runWords2(source), source.runUrl)}.*`
  );
}
function runLink(source) {
  return source.runUrl && link5(capitalize5(runWords2(source)), source.runUrl);
}
function notesOf({ outcome, notes }) {
  return outcome === "previewed" ? notes : [];
}
function commitOf(report) {
  const { source } = report;
  return whatChanged(report) || (source.sha === "" ? "" : commitLink3(source));
}
function why(report) {
  const short2 = causeTitle(report);
  if (short2 === "") return escapeMarkdown9(capitalize5(report.reason), 600);
  return `**${escapeMarkdown9(capitalize5(short2))}.** ${escapeMarkdown9(report.stands, 600)}`;
}
function broke(report) {
  return report.outcome === "promoted" ? "" : brokeInMarkdown2(report);
}
function progress2(report) {
  const { outcome, weight, weights } = report;
  if (["planned", "unchanged", "previewed"].includes(outcome)) return "";
  if (outcome === "failed" && weights.length === 0) return "";
  const share2 = weight === null ? "The share of traffic on the new version is unknown." : `${code8(bar2(weight))} **${formatWeight10(weight)}** of the traffic on the new version`;
  const way = stepPath(report);
  return way === "" ? share2 : `${share2}<br>${way}`;
}
function sides(report) {
  const rates2 = ratesOf(report);
  const { canary, stable } = rates2;
  if (requestsOf(canary) + requestsOf(stable) === 0) return "";
  const { only: only2 } = sideNames(report, rates2.finding);
  const row2 = (name, version, totals2) => [
    version ? `${name} (${version})` : name,
    ...totals2 === null ? [NOT_YET_COUNTED, "–", "–"] : [count7(totals2.requests), count7(totals2.errors), errorRate(totals2)]
  ];
  const rows = [
    row2("canary", only2?.to, canary),
    ...stable?.requests === 0 ? [] : [row2("stable", only2?.from, stable)]
  ];
  return table7([rates2.when, "requests", rates2.did, "rate"], rows);
}
function compared({ outcome, evidence }) {
  if (outcome !== "running" && outcome !== "promoted" && outcome !== "held") return "";
  const finding = leading(evidence.filter(isFinding));
  const standing = finding && standingOf(finding);
  if (!finding || standing === "nothing-compared") return "";
  const says = describeEvidence(finding);
  const text2 = standing === "not-worse" ? `${says}: ${STANDINGS[standing]}` : says;
  return escapeMarkdown9(capitalize5(text2), 600);
}
function requestsOf(totals2) {
  return totals2?.requests ?? 0;
}
function hit(report) {
  const affected = affectedBy(report);
  if (affected?.kind !== "about" && affected?.kind !== "at-least") return "";
  const since = report.impact ? ` since ${clockMinute4(report.impact.since)}` : "";
  return `${capitalize5(affectedText(report))}${since}.`;
}
function logs({ outcome, functions, source }) {
  if (outcome !== "rolled-back" || functions.length === 0) return "";
  return `- The query for its logs is in the summary of the ${link5(runWords2(source), source.runUrl)}.`;
}
function next({ outcome, steps, plan: plan2, open }) {
  const current = steps.at(-1);
  if (outcome !== "running" || !current) return "";
  if (open?.paused) return "⏸️ Paused: the weight stays the same until the rollout is resumed.";
  const what = steps.length in plan2.steps ? stepLabel(plan2, steps.length) : "promotion";
  const at = clockTime6(current.began + current.plannedSeconds);
  return isAfterPromotion(current) ? `Monitored until ${at} (${formatDuration8(current.plannedSeconds)})` : `Next: ${what}, ${whenNext(plan2, steps.length - 1, at)}`;
}
function whenNext(plan2, index, at) {
  const step = plan2.steps[index];
  const requests = step ? requestsFor2(plan2, step) : 0;
  return requests > 0 ? `after ${requests} requests of the new version, expected at ${at}` : `not before ${at}`;
}
function steering(report) {
  if (waitsFor(report) !== void 0) return "";
  const commands = possibleCommands(report).join(" | ");
  if (commands === "") return "";
  const when = report.outcome === "held" ? " (read by the next run, or by a job for comments)" : "";
  return `To control the rollout, comment${when}:<br>\`/canary ${commands}\``;
}
function possibleCommands({ open, pull }) {
  if (!open || pull === void 0) return [];
  if (open.step === void 0) return ["rollback"];
  return [open.paused ? "resume" : "pause", "promote", "rollback"];
}

// src/rollout/approval.ts
import {
  src_rollout_given_approval_ts__approval as approval
} from "./core.js";

// src/rollout/reached.ts
import {
  src_rollout_plan_ts__sameWeight as sameWeight2
} from "./core.js";

// src/rollout/traffic-state.ts
function canRollBack(trafficState) {
  return trafficState.kind !== "external" || trafficState.others === "owned" || trafficState.canary === "owned";
}
function weightOf(trafficState) {
  switch (trafficState.kind) {
    case "stable":
      return 0;
    case "split":
      return trafficState.most ?? trafficState.weight;
    case "promoted":
      return 100;
    case "external":
      return trafficState.weight ?? null;
  }
}

// src/rollout/reached.ts
function isReached({
  plan: plan2,
  phase,
  trafficState,
  closes
}) {
  if (phase.kind === "preparing") return trafficState.kind === "stable" && !trafficState.open;
  if (phase.kind === "baking")
    return trafficState.kind === "promoted" && !(trafficState.open && closes);
  const step = phase.kind === "step" ? plan2.steps[phase.index] : void 0;
  if (!step || trafficState.kind !== "split") return false;
  return sameWeight2(trafficState.weight, step.weight) && trafficState.most === void 0;
}
function unexpectedWeight(index, step, split) {
  return { ...split, kind: "weight", step: index + 1, expected: step.weight };
}
function isPartlyLowered({ weight, most }, by) {
  return most !== void 0 && weight < by.least && most <= by.most;
}
function reopened(trafficState) {
  return trafficState.kind === "split" ? { kind: "reopened", weight: weightOf(trafficState) } : { kind: "reopened" };
}
function isMarkedReached(phase) {
  return phase.reached === true;
}
function markReached(phase) {
  return { ...phase, reached: true };
}
function asTakenOver(rollout2, command) {
  const { phase } = rollout2;
  if (command === "advance" || command === "promote" || !isMarkedReached(phase)) return rollout2;
  const { reached: _, ...unmarked } = phase;
  return { ...rollout2, phase: unmarked };
}

// src/rollout/approval.ts
function approvalGates(rollout2) {
  const { approvals: planned } = rollout2.record.plan;
  return missing2(rollout2).map(
    (at) => at === 0 && planned?.door ? { kind: "door" } : { kind: "approval", weight: weightFrom(rollout2, at) }
  );
}
function askedApproval(rollout2) {
  const [first] = missing2(rollout2);
  if (first === void 0) return void 0;
  const next2 = nextWeight(rollout2);
  const [gate] = approvalGates(rollout2);
  return gate && weightFrom(rollout2, first) <= next2 ? { weight: next2, gate } : void 0;
}
function meaningOfPromote(rollout2, asked) {
  if (!rollout2.record.plan.approvals) return { kind: "promote" };
  if (asked.at < shownSince(rollout2)) return { kind: "stale" };
  const next2 = askedApproval(rollout2);
  if (next2) return { kind: "approve", approval: approval(next2.weight, asked.at, asked.by) };
  const [first] = missing2(rollout2);
  return first === void 0 ? { kind: "promote" } : { kind: "early", weight: weightFrom(rollout2, first) };
}
function isHeldAtZero({ record, phase }) {
  return phase.kind === "preparing" && isMarkedReached(phase) && asksBeforeTraffic(record.plan);
}
function asksBeforeTraffic({
  approvals,
  steps
}) {
  const [first] = approvals?.at ?? [];
  return first !== void 0 && first <= (steps[0]?.weight ?? 100);
}
function withApproval(rollout2, given) {
  const { approvals = [] } = rollout2;
  return covers(approvals, given.weight) ? rollout2 : { ...rollout2, approvals: [...approvals, given] };
}
function missing2(rollout2) {
  const { record, approvals = [] } = rollout2;
  const current = currentWeight(rollout2);
  return (record.plan.approvals?.at ?? []).filter((at) => at > current && !covers(approvals, at));
}
function currentWeight({ phase, record: { plan: plan2 } }) {
  if (phase.kind === "preparing") return -1;
  return phase.kind === "step" ? plan2.steps[phase.index]?.weight ?? 100 : 100;
}
function covers(approvals, at) {
  return approvals.some(({ weight }) => weight >= at);
}
function weightFrom({ record: { plan: plan2 } }, at) {
  return plan2.steps.find(({ weight }) => weight >= at)?.weight ?? 100;
}
function nextWeight({ phase, record: { plan: plan2 } }) {
  const next2 = phase.kind === "step" ? phase.index + 1 : 0;
  return plan2.steps[next2]?.weight ?? 100;
}
function shownSince({ phase, record }) {
  return phase.kind === "preparing" ? record.startedAt : phase.since;
}

// src/rollout/comment-command.ts
var COMMENT_COMMANDS = [
  "status",
  "pause",
  "resume",
  "promote",
  "rollback",
  "advance"
];
var MAX_LENGTH = 65536;
function parseComment(body) {
  if (body.length > MAX_LENGTH) return { kind: "none" };
  const asked = shownLines(body).filter((line) => /^\/canary(?![\w/.-])/.test(line));
  const [first, ...more] = asked;
  if (first === void 0) return { kind: "none" };
  if (more.length > 0) return { kind: "unclear", why: "it contains several commands; write one" };
  const word = /^\/canary ([a-z]+)[ \t]*$/.exec(first)?.[1];
  const command = COMMENT_COMMANDS.find((known33) => known33 === word);
  return command ? { kind: "command", command } : { kind: "unclear", why: `expected /canary ${COMMENT_COMMANDS.join(" | ")}` };
}
function shownLines(body) {
  const lines = [];
  let until;
  for (const line of body.split(/\r\n|\r|\n/)) {
    if (until) {
      if (until.test(line)) until = void 0;
      continue;
    }
    until = hiddenUntil(line);
    if (!until) lines.push(line);
  }
  return lines;
}
function hiddenUntil(line) {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
  const comment2 = line.lastIndexOf("<!--");
  if (comment2 >= 0 && line.indexOf("-->", comment2) < 0) return /-->/;
  const tag = /<(pre|code|blockquote|details|template)\b/i.exec(line)?.[1]?.toLowerCase();
  return tag && !line.toLowerCase().includes(`</${tag}`) ? new RegExp(`</${tag}`, "i") : void 0;
}
function isAchieved(command, ended) {
  if (command === "status") return true;
  return command === "promote" && ended === "promoted" || command === "rollback" && ended === "rolled-back";
}
function isEligible({ login, type, createdAt, updatedAt }, since) {
  const person = type === "User" && !login.endsWith("[bot]");
  return person && createdAt === updatedAt && createdAt >= Math.floor(since);
}

// src/comments/listener.ts
var NO_REQUESTS = { promote: void 0, rollback: void 0, hold: void 0 };
var NO_COMMENTS = {
  poll: async () => void 0,
  flush: async () => void 0,
  requests: () => NO_REQUESTS,
  evidence: () => []
};
var POLL_SECONDS = 30;
function listen(parts) {
  const received = {
    comments: new Set(parts.handled),
    objectors: /* @__PURE__ */ new Set(),
    asked: NO_REQUESTS
  };
  let next2 = 0;
  let warned = false;
  let reading2;
  const read4 = async (rollout2, ended) => {
    const { pull, startedAt } = rollout2.record;
    if (pull === void 0) return;
    try {
      const conversation = await parts.conversation();
      const comments = await conversation.read(pull, startedAt);
      const execution = { ...parts, ended };
      await readCommands(execution, conversation, rollout2, comments, received);
      await readReactions(execution, conversation, comments, received);
    } catch (error) {
      logBug(parts.log, error);
      const why2 = messageOf4(error);
      if (!warned) parts.log.warning(`Comments could not be read: ${why2}. The rollout continues.`);
      warned = true;
    } finally {
      next2 = now() + POLL_SECONDS;
    }
  };
  return {
    poll: async (rollout2) => {
      if (reading2 || now() < next2) return;
      reading2 = read4(rollout2, void 0).finally(() => {
        reading2 = void 0;
      });
      await reading2;
    },
    flush: async (rollout2, ended) => {
      await reading2;
      await read4(rollout2, ended);
    },
    requests: () => received.asked,
    evidence: () => {
      const logins = [...received.objectors];
      if (logins.length === 0) return [];
      return [
        {
          source: { kind: "people", logins },
          verdict: "inconclusive",
          detail: { kind: "disliked" }
        }
      ];
    }
  };
}
var ENDED2 = {
  promoted: "promoted",
  held: "held",
  "rolled-back": "rolled back",
  failed: "failed",
  stuck: "rollback failed"
};
function tooLate(ended) {
  return `received after the release had ended: ${ENDED2[ended]}`;
}
async function readCommands(parts, conversation, rollout2, comments, received) {
  let failed;
  for (const comment2 of comments) {
    if (received.comments.has(comment2.id)) continue;
    try {
      await readCommand(parts, conversation, rollout2, comment2, received);
    } catch (error) {
      failed ??= known2(error);
    }
  }
  if (failed) throw failed;
}
async function readCommand(parts, conversation, rollout2, comment2, received) {
  const { pull = 0, startedAt } = rollout2.record;
  const command = isEligible(comment2, startedAt) ? await authorize(conversation, parts.log, pull, comment2) : void 0;
  received.comments.add(comment2.id);
  if (!command) return;
  if (command === "promote" && !await mayApprove(conversation, parts.log, rollout2, comment2))
    return;
  const done = await execute(parts, rollout2, comment2, command, received.asked);
  received.asked = done.asked;
  await conversation.answer(comment2.id, done.answer);
}
async function readReactions({ key, recordRequest, feedback, ended }, conversation, comments, received) {
  for (const login of await dislikes(conversation, comments, key())) {
    if (received.objectors.has(login) || !await conversation.mayWrite(login)) continue;
    received.objectors.add(login);
    const held = feedback === "hold";
    const noted = held ? "the rollout stops advancing automatically" : "noted; it does not affect the rollout";
    const result = ended === void 0 ? noted : tooLate(ended);
    recordRequest({ login, asked: "👎", result });
    if (held) received.asked = { ...received.asked, hold: login };
  }
}
async function dislikes(conversation, comments, key) {
  const marker = commentMarker(key);
  const ours = comments.find(
    ({ own: own2, body, dislikes: count10 }) => own2 && count10 > 0 && body.startsWith(marker)
  );
  return ours ? conversation.dislikes(ours.id) : [];
}
async function authorize(conversation, log, pull, { id, body, login }) {
  const spoken = parseComment(body);
  if (spoken.kind === "none") return void 0;
  if (await conversation.isAnswered(id)) {
    log.line(`The comment by ${login} has been answered already.`);
    return void 0;
  }
  if (!await conversation.mayWrite(login)) {
    log.line(`${login} cannot give commands: no write access.`);
    await conversation.answer(id, "confused");
    await conversation.refuse(pull, login);
    return void 0;
  }
  if (spoken.kind === "command") return spoken.command;
  log.line(`The comment by ${login} was not understood: ${spoken.why}.`);
  await conversation.answer(id, "confused");
  return void 0;
}
async function mayApprove(conversation, log, { record }, { id, login }) {
  const { plan: plan2, pull } = record;
  if (plan2.approvals?.by === void 0 || pull === void 0) return true;
  const why2 = await conversation.whyNoApprover(pull, login, plan2.approvals.by);
  if (why2 === void 0) return true;
  log.line(`${login} cannot approve: ${why2}`);
  await conversation.answer(id, "confused");
  await conversation.refuse(pull, login, why2);
  return false;
}
async function execute(parts, rollout2, comment2, command, asked) {
  const { setPaused, recordRequest, log, ended } = parts;
  const { phase, record } = rollout2;
  const { login } = comment2;
  log.notice(`/canary ${command} by ${login}`);
  if (ended !== void 0) {
    recordRequest({ login, asked: command, result: tooLate(ended) });
    return { asked, answer: isAchieved(command, ended) ? "+1" : "confused" };
  }
  const meaning = command === "promote" ? meaningOfPromote(rollout2, { by: login, at: comment2.createdAt }) : void 0;
  if (meaning && meaning.kind !== "promote") {
    return { asked, answer: await approveBy(parts, rollout2, login, meaning) };
  }
  const inStep = phase.kind === "step";
  const impossible = (command === "pause" || command === "promote") && !inStep;
  try {
    if (command === "pause" && inStep) {
      await setPaused({ since: Math.floor(now()), by: record.id });
    }
    if (command === "resume") await setPaused(void 0);
  } catch (error) {
    recordRequest({ login, asked: command, result: `failed: ${messageOf4(error)}` });
    throw error;
  }
  const result = impossible ? "not possible: the rollout is not in a step" : RESULTS[command];
  recordRequest({ login, asked: command, result });
  return impossible ? { asked, answer: "confused" } : { asked: withCommand(asked, command, login), answer: "+1" };
}
async function approveBy({ approve: approve2, recordRequest }, rollout2, login, meaning) {
  const record = (result) => recordRequest({ login, asked: "promote", result });
  if (meaning.kind !== "approve") {
    record(noApprovalText(meaning));
    return "confused";
  }
  try {
    await approve2(rollout2, meaning.approval);
  } catch (error) {
    record(`failed: ${messageOf4(error)}`);
    throw error;
  }
  record(approvedText(meaning.approval));
  return "+1";
}
function withCommand(asked, command, login) {
  if (command === "promote") return { ...asked, promote: login };
  if (command === "resume") return { ...asked, hold: void 0 };
  return command === "rollback" ? { ...asked, rollback: login } : asked;
}
var RESULTS = {
  status: "see the comment of the release",
  pause: "the weight stays the same until the rollout is resumed",
  resume: "the rollout continues with its plan",
  promote: "will be promoted at the next check, unless that check is failing",
  rollback: "will be rolled back immediately",
  advance: "no effect: the run advances automatically"
};

// src/rollout/way-back.ts
import {
  src_base_duration_ts__formatDuration as formatDuration9
} from "./core.js";
var GRACE_SECONDS = 10;
var ROLLBACK_SHARE = 0.9;
function rollbackSeconds(graceSeconds = GRACE_SECONDS) {
  return graceSeconds * ROLLBACK_SHARE;
}
function wavesOf(all, most) {
  const waves = Math.ceil(all.length / most);
  const start2 = (wave) => Math.round(wave * all.length / waves);
  return Array.from({ length: waves }, (_, i) => all.slice(start2(i), start2(i + 1)));
}
function wayBackText({ functions, callsPerSecond: callsPerSecond2 }, graceSeconds = GRACE_SECONDS) {
  const seconds = rollbackSeconds(graceSeconds);
  const most = Math.max(1, Math.floor(seconds * callsPerSecond2));
  const count10 = functions.length;
  if (count10 <= most) return [];
  const takes = (count10 / callsPerSecond2).toFixed(1);
  const waves = wavesOf(functions, most).map(
    (wave, i) => `${i + 1}: ${wave[0]} to ${wave.at(-1)} (${wave.length})`
  );
  return [
    `rollback: ${count10} aliases do not fit into one job that may be cancelled. To roll them back takes ${takes} s, at ${callsPerSecond2} calls a second of the 15 that Lambda allows the whole account; a cancelled job is killed after ${formatDuration9(graceSeconds)}, with ${Number(seconds.toFixed(1))} s for ${most} of them. The others are rolled back by its post step, or by the next run. Release them in ${waves.length} waves, one after the other, each with its own functions (examples/fleet-in-waves.yml): ${waves.join("; ")}`
  ];
}

// src/controller/context.ts
var NO_GATES = { read: async () => [] };
function storesOutcome({ inputs }) {
  return inputs.command !== "rollout";
}
var WHOLE_RELEASE = {
  scope: { kind: "to-the-end" },
  takenOverAt: 0,
  notes: []
};
function rollbackDeadlineOf({
  cancelled,
  graceSeconds
}) {
  const limit = new AbortController();
  const start2 = () => {
    setTimeout(() => limit.abort(), rollbackSeconds(graceSeconds) * 1e3).unref();
  };
  if (cancelled.aborted) start2();
  else cancelled.addEventListener("abort", start2, { once: true });
  return limit.signal;
}

// src/analysis/count-table.ts
import {
  src_base_assert_ts__must as must3
} from "./core.js";

// src/base/minute-map.ts
var MINUTE = 60;
var MinuteMap = class _MinuteMap {
  size;
  /** Start of the first minute that it can have. */
  from;
  /** One for each minute; NaN: it has none. */
  #values;
  constructor(from, values) {
    this.from = from;
    this.#values = values;
    let size = 0;
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) size++;
    this.size = size;
  }
  /**
   * @param from start of the first minute
   * @param to end of the last minute
   * @param valueAt the number of the minute that starts then, if it has one
   */
  static of(from, to, valueAt) {
    const values = new Float64Array(Math.max(0, Math.ceil((to - from) / MINUTE)));
    for (let i = 0; i < values.length; i++) values[i] = valueAt(from + MINUTE * i) ?? Number.NaN;
    return new _MinuteMap(from, values);
  }
  /** End of the last minute that it can have. */
  get to() {
    return this.from + MINUTE * this.#values.length;
  }
  get(start2) {
    const value = this.#values[(start2 - this.from) / MINUTE];
    return value === void 0 || Number.isNaN(value) ? void 0 : value;
  }
  has(start2) {
    return this.get(start2) !== void 0;
  }
  forEach(visit) {
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i];
      if (!Number.isNaN(value)) visit(value, this.from + MINUTE * i, this);
    }
  }
  *entries() {
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i];
      if (!Number.isNaN(value)) yield [this.from + MINUTE * i, value];
    }
  }
  *keys() {
    for (const [start2] of this.entries()) yield start2;
  }
  *values() {
    for (const [, value] of this.entries()) yield value;
  }
  [Symbol.iterator]() {
    return this.entries();
  }
};

// src/analysis/count-table.ts
var NO_EVENTS = { requests: /* @__PURE__ */ new Map(), events: /* @__PURE__ */ new Map() };
function errorsOf({ rows }) {
  const isErrors = ({ measure: { kind, scope } }) => kind === "errors" && scope.kind === "all";
  return must3(rows.find(isErrors), "the errors are always counted");
}
function total({ requests, events, incomplete = /* @__PURE__ */ new Set() }, { from, to = Number.POSITIVE_INFINITY }, bucketSeconds) {
  const isWithin = (start2) => {
    const last = start2 + bucketSeconds - 1;
    return last >= from && last < to;
  };
  const within = (values) => {
    let sum3 = 0;
    values.forEach((value, start2) => {
      if (isWithin(start2) && !incomplete.has(start2)) sum3 += value;
    });
    return sum3;
  };
  const counts = { requests: within(requests), events: within(events) };
  return counts.requests === 0 && [...incomplete].some(isWithin) ? null : counts;
}
function minuteAt({ requests, events }, start2, bucketSeconds) {
  const all = sumOfMinute(requests, start2, bucketSeconds);
  return { requests: all, events: Math.min(all, sumOfMinute(events, start2, bucketSeconds)) };
}
function isShown2({ requests, events }, start2, bucketSeconds, counts) {
  const all = sumOfMinute(requests, start2, bucketSeconds);
  if (counts.requests !== all) return false;
  return counts.events === Math.min(all, sumOfMinute(events, start2, bucketSeconds));
}
function sumOfMinute(values, start2, bucketSeconds) {
  let sum3 = 0;
  for (let at = start2; at < start2 + 60; at += bucketSeconds) sum3 += values.get(at) ?? 0;
  return sum3;
}
function isHalfShown({ incomplete }, start2, bucketSeconds) {
  if (incomplete === void 0) return false;
  for (let at = start2; at < start2 + 60; at += bucketSeconds) if (incomplete.has(at)) return true;
  return false;
}
function shownTogether(requests, events) {
  const half = [];
  requests.forEach((_, start2) => {
    if (!events.has(start2)) half.push(start2);
  });
  events.forEach((_, start2) => {
    if (!requests.has(start2)) half.push(start2);
  });
  return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}
function shownApart(requests, events) {
  const half = [];
  events.forEach((count10, start2) => {
    if (count10 > 0 && !requests.has(start2)) half.push(start2);
  });
  return half.length === 0 ? { requests, events } : { requests, events, incomplete: new Set(half) };
}
function incompleteIn(...series) {
  const half = series.flatMap(({ incomplete = [] }) => [...incomplete]);
  return half.length === 0 ? {} : { incomplete: new Set(half) };
}
function addUp(series) {
  return {
    requests: addMaps(series.map((s) => s.requests)),
    events: addMaps(series.map((s) => s.events)),
    ...incompleteIn(...series)
  };
}
function addMaps(all) {
  const some = all.filter(({ size }) => size > 0);
  const [only2] = some;
  if (only2 && some.length === 1) return only2;
  if (some.length > 0 && some.every(isByMinute)) return addMinutes(some);
  const sum3 = /* @__PURE__ */ new Map();
  for (const values of some) {
    for (const [start2, value] of values) sum3.set(start2, (sum3.get(start2) ?? 0) + value);
  }
  return sum3;
}
function isByMinute(values) {
  return values instanceof MinuteMap;
}
function addMinutes(all) {
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  return MinuteMap.of(from, to, (start2) => {
    let sum3;
    for (const values of all) {
      const value = values.get(start2);
      if (value !== void 0) sum3 = (sum3 ?? 0) + value;
    }
    return sum3;
  });
}
function without(from, what) {
  return {
    requests: minus(from.requests, what.requests),
    events: minus(from.events, what.events),
    ...incompleteIn(from, what)
  };
}
function minus(from, what) {
  const rest = (value, start2) => Math.max(0, value - (what.get(start2) ?? 0));
  if (!isByMinute(from)) return new Map([...from].map(([at, value]) => [at, rest(value, at)]));
  return MinuteMap.of(from.from, from.to, (start2) => {
    const value = from.get(start2);
    return value === void 0 ? void 0 : rest(value, start2);
  });
}

// src/rollout/traffic.ts
function sourceOf(traffic3) {
  if (traffic3.kind === "unreadable") return void 0;
  const { table: table9, source } = traffic3;
  const closed = totals(errorsOf(table9).canary, { from: 0, to: table9.closedUntil }, table9);
  return closed && closed.requests > 0 ? source : void 0;
}
function totals(series, within, { bucketSeconds }) {
  const counts = total(series, within, bucketSeconds);
  return counts && { requests: counts.requests, errors: counts.events };
}
function judgeTraffic(traffic3, since, minRequests) {
  if (traffic3.kind === "unreadable") return unreadableTraffic(traffic3.why);
  const { table: table9, invoked } = traffic3;
  const step = { from: since };
  const counted = totals(errorsOf(table9).canary, step, table9);
  const { requests, errors } = counted ?? { requests: 0, errors: 0 };
  if (requests < minRequests)
    return inconclusive({ kind: "too-few-requests", requests, minRequests });
  if (invoked && total(invoked, step, table9.bucketSeconds)?.requests === 0) {
    return inconclusive({ kind: "no-invocations", requests, errors });
  }
  return { source: TRAFFIC, verdict: "healthy", detail: { kind: "requests", requests, errors } };
}
function unreadableTraffic(why2) {
  return { ...inconclusive({ kind: "unreadable", why: why2 }), unread: true };
}
function inconclusive(detail) {
  return { source: TRAFFIC, verdict: "inconclusive", detail };
}
var TRAFFIC = { kind: "traffic" };
function startOfMinute(seconds) {
  return Math.floor(seconds / 60) * 60;
}

// src/rollout/weights.ts
import {
  src_base_assert_ts__must as must4
} from "./core.js";
var PROPAGATION_SECONDS = 60;
function weightOfStep({ plan: plan2 }, index) {
  return must4(plan2.steps[index], `the plan has step ${index + 1}`).weight;
}
function weightChanges({
  record,
  stepStartTimes,
  phase
}) {
  const steps = stepStartTimes.map((at, i) => ({ at, weight: weightOfStep(record, i) }));
  return phase.kind === "baking" ? [...steps, { at: phase.since, weight: 100 }] : steps;
}
function servedSince({ stepStartTimes, phase }) {
  return stepStartTimes[0] ?? (phase.kind === "baking" ? phase.since : void 0);
}
function weightsIn(rollout2, start2) {
  return weightsBetween(weightChanges(rollout2), start2);
}
function weightsBetween(changes, start2, last) {
  const weight = weightAt(changes, start2 + 59);
  const weightBefore3 = weightAt(changes, start2 - PROPAGATION_SECONDS);
  const isSame2 = last?.weight === weight && last.weightBefore === weightBefore3;
  return isSame2 ? last : { weight, weightBefore: weightBefore3 };
}
function weightAt(changes, at) {
  for (let i = changes.length - 1; i >= 0; i--) {
    if (changes[i].at <= at) return changes[i].weight;
  }
  return 0;
}
function servedIn({ weight, weightBefore: weightBefore3 }) {
  if (weight < 100) return "both";
  return weightBefore3 === 100 ? "new" : "unknown";
}

// src/report/plot-series.ts
var MOST_POINTS = 720;
var ROUND_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 60];
function seriesOf(traffic3, rollout2, paths) {
  if (traffic3.kind === "unreadable") return void 0;
  const from = startOfMinute(rollout2.record.startedAt);
  const { canary, stable, promoted } = errorsOf(traffic3.table);
  const starts = [canary, stable, promoted].flatMap(({ requests }) => [...requests.keys()]);
  const last = Math.max(from, ...starts.map(startOfMinute));
  const minutes = Array.from({ length: (last - from) / 60 + 1 }, (_, i) => from + 60 * i);
  const size = minutesPerPoint(minutes.length);
  const sides2 = minutes.map((start2) => sidesAt(traffic3.table, rollout2, start2));
  const column = (pick) => addUp2(sides2.map(pick), size);
  return {
    from,
    every: 60 * size,
    canary: { requests: column((m) => m.canary.requests), errors: column((m) => m.canary.events) },
    stable: { requests: column((m) => m.stable.requests), errors: column((m) => m.stable.events) },
    comparisons: paths.map((path) => comparisonSeries(path, minutes, size))
  };
}
function minutesPerPoint(minutes) {
  const least = Math.ceil(minutes / MOST_POINTS);
  return ROUND_MINUTES.find((size) => size >= least) ?? 60 * Math.ceil(least / 60);
}
var UNKNOWN = { requests: null, events: null };
function sidesAt(table9, rollout2, start2) {
  const { canary, stable, promoted } = errorsOf(table9);
  const counted = (series) => isHalfShown(series, start2, table9.bucketSeconds) ? UNKNOWN : minuteAt(series, start2, table9.bucketSeconds);
  const { weight, weightBefore: weightBefore3 } = weightsIn(rollout2, start2);
  if (weight < 100) return { canary: counted(canary), stable: counted(stable) };
  if (weightBefore3 < 100) return { canary: UNKNOWN, stable: UNKNOWN };
  return { canary: counted(promoted), stable: { requests: 0, events: 0 } };
}
function comparisonSeries({ source, points }, minutes, size) {
  const at = new Map(points.map((point) => [60 * point.minute, point]));
  const column = (pick) => minutes.map((start2) => {
    const point = at.get(start2);
    return point ? pick(point) : null;
  });
  const side = (name) => ({
    requests: addUp2(
      column((p) => p[name].requests),
      size
    ),
    events: addUp2(
      column((p) => p[name].events),
      size
    )
  });
  return {
    source,
    canary: side("canary"),
    stable: side("stable"),
    // The maximum of each point, so that a crossing of the threshold stays visible.
    nats: inPoints(
      column((p) => p.nats),
      size,
      (cells) => rounded(Math.max(...cells))
    ),
    threshold: inPoints(
      column((p) => p.threshold),
      size,
      (cells) => rounded(cells.at(-1) ?? 0)
    )
  };
}
function addUp2(cells, size) {
  return inPoints(cells, size, (known33) => known33.reduce((sum3, cell) => sum3 + cell, 0));
}
function inPoints(cells, size, join2) {
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
    const known33 = cells.slice(i * size, (i + 1) * size).filter((cell) => cell !== null);
    return known33.length > 0 ? join2(known33) : null;
  });
}
function rounded(nats) {
  return Number(nats.toFixed(3));
}

// src/report/report.ts
var REPORT_SCHEMA = "canary-action/report/1";

// src/report/timeline.ts
function newEvents(before, observation, now27) {
  return observation.flatMap((evidence) => {
    const { source, verdict, since } = evidence;
    const last = before.find((e) => sameSource(e.source, source))?.verdict ?? "healthy";
    if (verdict === last) return [];
    const what = describeEvidence(evidence);
    if (isAlarm(evidence)) return [{ at: since ?? now27, kind: "alarm", what }];
    const failed = verdict === "failing" && !["hook", "smoke"].includes(source.kind);
    return failed ? [{ at: now27, kind: "verdict", what }] : [];
  });
}
var FIRST_ENTRIES = 100;
var LAST_ENTRIES = 200;
function shortened(timeline2) {
  const entries = timeline2.toSorted((a, b) => a.at - b.at);
  const left = entries.length - FIRST_ENTRIES - LAST_ENTRIES;
  const gap = entries[FIRST_ENTRIES];
  if (left <= 0 || !gap) return entries;
  return [
    ...entries.slice(0, FIRST_ENTRIES),
    {
      at: gap.at,
      kind: "note",
      what: `${left} more ${left === 1 ? "entry" : "entries"}, not shown here`
    },
    ...entries.slice(-LAST_ENTRIES)
  ];
}

// src/logs/failure-groups.ts
var MOST_GROUPS = 200;
var MOST_EXAMPLES = 5;
function withFailure(groups, sighting) {
  const { failure, functionName, method, route, at, side } = sighting;
  if (!failure) return;
  const { functionRequestId, ...kind } = failure;
  const key = JSON.stringify([
    ...[functionName, method, route, kind.status, kind.how, kind.errorType, kind.location]
  ]);
  const known33 = groups.get(key);
  if (!known33 && groups.size >= MOST_GROUPS) return;
  const group = known33 ?? {
    ...functionName !== void 0 && { functionName },
    ...method !== void 0 && { method },
    ...route !== void 0 && { route },
    ...kind,
    ...{ firstSeen: at, canary: 0, stable: 0, examples: [] }
  };
  const isExample = functionRequestId !== void 0 && side === "canary";
  groups.set(key, {
    ...group,
    firstSeen: Math.min(group.firstSeen, at),
    [side]: group[side] + 1,
    examples: isExample ? [...group.examples, functionRequestId].slice(0, MOST_EXAMPLES) : group.examples
  });
}
function lookupsOf({ examples, method, route, status: status2 }) {
  return examples.length > 0 ? examples : [JSON.stringify([method, route, status2])];
}
function withDetails(groups, details4) {
  return groups.map((group) => {
    const found = lookupsOf(group).flatMap((id) => details4.get(id) ?? []);
    return { ...group, ...mostFrequent(found) };
  });
}
function mostFrequent(details4) {
  const counts = /* @__PURE__ */ new Map();
  for (const detail of details4) {
    const key = JSON.stringify([detail.errorType, detail.location]);
    const known33 = counts.get(key) ?? { detail, count: 0 };
    known33.count += 1;
    counts.set(key, known33);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.detail;
}
var ENOUGH = 3;
function rankOnCanary(groups, requests) {
  const order = ["new", "unseen", "more", "same"];
  return groups.filter(({ canary }) => canary > 0).map((group) => ({ ...group, novelty: noveltyOf(group, requests) })).sort(
    (a, b) => order.indexOf(a.novelty) - order.indexOf(b.novelty) || b.canary - a.canary || a.firstSeen - b.firstSeen
  );
}
function noveltyOf({ canary, stable }, requests) {
  if (requests.canary === 0) return stable === 0 ? "unseen" : "same";
  const expected = canary / requests.canary * requests.stable;
  if (stable === 0) return expected >= ENOUGH ? "new" : "unseen";
  return expected >= 2 * stable ? "more" : "same";
}

// src/report/what-broke.ts
var MOST_KINDS = 20;
function whatBroke({ failures, table: table9 }, weights) {
  const { canary, stable } = errorsOf(table9);
  const all = { canary: requestsIn(canary), stable: requestsIn(stable) };
  const isCounted2 = all.stable > 0 || all.canary === 0;
  const requests = { ...all, stable: isCounted2 ? all.stable : expectedOnStable(canary, weights) };
  const own2 = rankOnCanary(failures, requests).filter(isOwn);
  if (own2.length === 0) return void 0;
  const newest = newestOf(own2);
  return {
    requests: { ...all, stable: isCounted2 ? all.stable : null },
    kinds: own2.slice(0, MOST_KINDS).map((group) => kindOf(group, group === newest)),
    more: Math.max(0, own2.length - MOST_KINDS)
  };
}
function requestsIn({ requests }) {
  return [...requests.values()].reduce((sum3, more) => sum3 + more, 0);
}
function expectedOnStable({ requests }, weights) {
  let sum3 = 0;
  for (const [second, count10] of requests) {
    const weight = weights.findLast(({ at }) => at <= second)?.weight ?? 0;
    if (weight > 0) sum3 += count10 * (100 - weight) / weight;
  }
  return Math.round(sum3);
}
function isOwn(group) {
  return group.novelty !== "same";
}
function newestOf(own2) {
  return own2.filter(({ stable }) => stable === 0).reduce(
    (last, group) => last && last.firstSeen >= group.firstSeen ? last : group,
    void 0
  );
}
function kindOf(group, isNewest) {
  const { canary, stable, firstSeen, novelty, samples } = group;
  return {
    ...named(group),
    ...{ canary, stable, firstSeen: Math.floor(firstSeen / 1e3), novelty },
    ...isNewest && { newest: true },
    ...samples && { samples }
  };
}
function named(group) {
  const { method = "", route, functionName, status: status2, how, errorType, location } = group;
  return {
    ...route !== void 0 && { route: `${method} ${route}`.trim() },
    ...functionName !== void 0 && { functionName },
    ...status2 !== void 0 && { status: status2 },
    ...how !== void 0 && { how },
    ...errorType !== void 0 && { errorType },
    ...location !== void 0 && { location }
  };
}

// src/rollout/bake.ts
import {
  src_rollout_plan_ts__EXTENSION_SECONDS as EXTENSION_SECONDS,
  src_rollout_plan_ts__isBake as isBake3
} from "./core.js";
function bakeStepSince({
  record: { plan: plan2 },
  stepStartTimes
}) {
  const index = plan2.steps.length - 1;
  return isBake3(plan2, index) ? stepStartTimes[index] : void 0;
}
function bakeEnd(rollout2) {
  const { phase, record } = rollout2;
  const asStep = bakeStepSince(rollout2);
  const since = phase.kind === "baking" ? asStep ?? phase.since : asStep;
  return since === void 0 ? void 0 : since + record.plan.bakeSeconds;
}
function endOfMinute(seconds) {
  return Math.ceil(seconds / 60) * 60;
}
var ONE_MORE_READING_SECONDS = 60 + 60;
var LEFT_TO_END_SECONDS = 60;
function readingSeconds(closingSeconds2) {
  return Math.max(EXTENSION_SECONDS, closingSeconds2 + ONE_MORE_READING_SECONDS);
}
function plannedReading(bakeSeconds, judged2, closingSeconds2) {
  return judged2 && bakeSeconds > 0 ? { readSeconds: readingSeconds(closingSeconds2) } : {};
}
function isRead({ end: end2, readUntil }) {
  return readUntil >= endOfMinute(end2);
}
function waitedUntil(baking) {
  const { end: end2, closingSeconds: closingSeconds2, resumedAt, endsBy } = baking;
  const extension = isRead(baking) ? EXTENSION_SECONDS : readingSeconds(closingSeconds2);
  const latest = Math.max(end2 + extension, resumedAt + EXTENSION_SECONDS);
  return Math.min(latest, Math.max(end2, endsBy - LEFT_TO_END_SECONDS));
}
function readableAt({
  end: end2,
  closingSeconds: closingSeconds2
}) {
  return endOfMinute(end2) + closingSeconds2;
}
function unreadBake(baking, now27) {
  if (now27 < baking.end || isRead(baking)) return [];
  const detail = { kind: "bake-unread", readableAfterSeconds: baking.closingSeconds };
  return [{ source: { kind: "bake" }, verdict: "inconclusive", detail, unread: true }];
}

// src/controller/recorder.ts
import {
  src_rollout_plan_ts__sameWeight as sameWeight3
} from "./core.js";

// src/report/broke-lines.ts
import {
  src_report_broke_text_ts__kindText as kindText
} from "./core.js";
var MOST_LINES = 20;
function newLines({ kinds, requests }, functions, said) {
  return kinds.flatMap((kind) => {
    if (!isWorthSaying(kind)) return [];
    const names = namesOf(kind);
    const isKnown2 = names.every((name) => said.has(name));
    if (isKnown2 || said.has(TOO_MANY)) return [];
    for (const name of names) said.add(name);
    if (said.size < MOST_LINES * 2)
      return [`New failures: ${kindText(kind, { functions, requests })}`];
    said.add(TOO_MANY);
    return ["There are more kinds of new failures; the report has them."];
  });
}
function isWorthSaying({ novelty, canary }) {
  return novelty === "new" || novelty === "unseen" && canary >= ENOUGH_UNSEEN;
}
var ENOUGH_UNSEEN = 3;
var TOO_MANY = "too many";
function namesOf(kind) {
  const { route, functionName, status: status2, how, errorType, location } = kind;
  const where = [route, functionName, status2, how];
  const detail = status2 === void 0 ? [errorType, location] : [];
  const seen = JSON.stringify([...where, ...detail]);
  return location === void 0 ? [seen] : [seen, JSON.stringify([...where, errorType, location])];
}

// src/controller/chronicle.ts
import {
  src_report_gate_text_ts__gateNote as gateNote,
  src_report_gate_text_ts__overrideText as overrideText
} from "./core.js";
function createEventRecorder(now27) {
  const timeline2 = [];
  const hooks = [];
  const checks = [];
  const people = [];
  const said = /* @__PURE__ */ new Set();
  let broke2;
  let waitsFor2;
  let overridden;
  const note = (what, kind = "note") => timeline2.push({ at: now27(), kind, what });
  return {
    chronicle: {
      note,
      recordGate: (gate) => {
        waitsFor2 = gate;
        note(gateNote(gate));
      },
      recordOverride: (override) => {
        overridden = override;
        note(overrideText(override));
      },
      recordHook: (hook) => {
        hooks.push(hook);
        const what = `${hook.point} hook ${hook.calls} ${hook.result}`;
        timeline2.push({ at: hook.ended, kind: "hook", what });
      },
      recordCheck: (check2) => {
        checks.push(check2);
        const what = `${check2.point} smoke check "${check2.name}" ${check2.result}`;
        if (check2.result !== "passed") timeline2.push({ at: check2.ended, kind: "hook", what });
      },
      recordRequest: (asked) => {
        const person = { ...asked, at: now27() };
        people.push(person);
        timeline2.push({ at: person.at, kind: "person", what: describeRequest(person) });
      },
      recordFailures: (logs2, rollout2) => {
        if (logs2.kind === "off") return [];
        broke2 = whatBroke(logs2, weightChanges(rollout2));
        const lines = broke2 ? newLines(broke2, rollout2.record.functions, said) : [];
        timeline2.push(...lines.map((what) => ({ at: now27(), kind: "note", what })));
        return lines;
      }
    },
    add: (entries) => timeline2.push(...entries),
    entries: () => ({
      ...{ hooks: [...hooks], people: [...people], timeline: shortened(timeline2) },
      ...checks.length > 0 && { checks: [...checks] },
      ...broke2 && { broke: broke2 },
      ...waitsFor2 && { waitsFor: waitsFor2 },
      ...overridden && { overridden }
    })
  };
}

// src/logs/abstention-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration10
} from "./core.js";

// src/logs/format-problem-text.ts
function describeFormatProblem(problem2) {
  switch (problem2.kind) {
    case "empty":
      return "has no variables";
    case "no-status":
      return "does not contain $context.status, so errors cannot be told from successes";
    case "no-request-id":
      return "does not contain $context.requestId, so a request that is logged twice would count twice";
    case "adjacent":
      return `has nothing between $context.${problem2.first} and $context.${problem2.second}, so their values cannot be told apart`;
    case "entity":
      return `contains the entity ${problem2.entity}; write the character itself`;
  }
}

// src/logs/abstention-text.ts
function abstentionText(abstention) {
  switch (abstention.kind) {
    case "format":
      return `the format of the access log ${describeFormatProblem(abstention.problem)}`;
    case "group-missing":
      return `the log group "${abstention.group}" does not exist yet`;
    case "log-class":
      return `the log group "${abstention.group}" has a class whose events AWS does not return`;
    case "denied":
    case "unreadable":
      return abstention.message;
    case "budget":
      return "the calls that were planned for this run have been made";
    case "too-many-lines":
      return `the log group "${abstention.group}" has more lines than can be read`;
    case "throttled":
      return "AWS throttles the reads, because others in the account read logs as well";
    case "gap":
      return `the lines of ${formatDuration10(abstention.seconds)} could not be read in time`;
    case "unparsed":
      return `${percent(abstention.share)} of the lines do not have the format that the settings say`;
    case "unfinished":
      return `of ${percent(abstention.share)} of the requests it is not known how they ended`;
    case "dropped":
      return "AWS dropped lines of the log";
    case "clock":
      return `${percent(abstention.share)} of the lines are from the future, so a clock is off`;
    case "incomplete":
      return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}`;
    case "excess":
      return `they show ${percent(abstention.share)} of the requests that CloudWatch counted for ${words(abstention.side)}, so some were counted twice`;
    case "successes-hidden":
      return "the system log level hides invocations that succeed";
    case "failures-hidden":
      return "the log does not show all invocations that fail";
  }
}
function words(side) {
  return side === "canary" ? "the canary" : "stable";
}
function percent(share2) {
  if (!Number.isFinite(share2)) return "far more than all";
  return `${(share2 * 100).toLocaleString("en-US", { maximumSignificantDigits: 3 })}%`;
}

// src/controller/logs-report.ts
function logsReport({
  table: table9,
  quality,
  calls,
  abstentions,
  dimension
}) {
  const { canary, stable } = errorsOf(table9);
  const isCounted2 = stable.requests.size > 0 || stable.events.size === 0;
  return {
    requests: { canary: requestsIn2(canary), stable: isCounted2 ? requestsIn2(stable) : null },
    lagSeconds: quality.lagMs === void 0 ? null : Math.round(quality.lagMs / 100) / 10,
    calls,
    abstained: [...new Set(abstentions.map(abstentionText))],
    ...dimension && { dimension }
  };
}
function requestsIn2({ requests }) {
  return [...requests.values()].reduce((sum3, more) => sum3 + more, 0);
}

// src/controller/recorder.ts
var NONE = { requests: 0, errors: 0 };
var NOT_READ_YET = {
  traffic: { kind: "unreadable", why: "not read yet" },
  at: void 0,
  notCompared: []
};
function latestIn({ traffic: traffic3, notCompared: notCompared2 }, at) {
  return { traffic: traffic3, notCompared: notCompared2, at };
}
function createRecorder(now27) {
  const startedAt = now27();
  const { chronicle, add, entries } = createEventRecorder(now27);
  const journalSteps = [];
  let versions2 = [];
  let evidence = [];
  let deciding = [];
  let paths = [];
  let latest = NOT_READ_YET;
  let couldRead = false;
  let logs2 = { kind: "off" };
  const steps = () => journalSteps.map((step) => withCounts(step, latest));
  const endStep = () => {
    const last = journalSteps.at(-1);
    if (last && last.ended === void 0) last.ended = now27();
  };
  return {
    ...chronicle,
    addVersions: (known33) => {
      versions2 = known33;
    },
    endStep,
    beginStep: (label, weight, plannedSeconds, since = now27()) => {
      endStep();
      journalSteps.push({ label, weight, plannedSeconds, began: since, ended: void 0 });
    },
    observed: (observation) => {
      add(newEvents(evidence, observation.evidence, now27()));
      ({ evidence, deciding } = observation);
      if (observation.logs.kind === "read") ({ logs: logs2 } = observation);
      if (observation.paths.length > 0) paths = observation.paths;
      couldRead = observation.traffic.kind === "counted";
      if (couldRead) latest = latestIn(observation, now27());
    },
    verdict: () => shownVerdict(deciding, evidence),
    unreached: () => latest.traffic.kind === "counted" ? latest.traffic.unreached ?? [] : [],
    alarms: () => evidence.filter(isAlarm),
    compared: () => evidence.filter(isFinding),
    deciding: () => deciding,
    steps,
    currentCounts: () => {
      const step = couldRead ? steps().findLast(({ ended }) => ended === void 0) : void 0;
      return { canary: step?.canary ?? null, stable: step?.stable ?? null };
    },
    report: ({ record, rollout: rollout2, ...parts }) => ({
      ...course2(
        rollout2,
        { traffic: latest.traffic, paths, evidence, ended: steps().at(-1)?.ended ?? now27() },
        parts
      ),
      schema: REPORT_SCHEMA,
      startedAt,
      endedAt: now27(),
      functions: record.functions,
      plan: record.plan,
      verdict: shownVerdict(deciding, evidence),
      evidence,
      notCompared: latest.notCompared,
      steps: steps(),
      ...entries(),
      versions: versions2,
      ...ofLogs(logs2, rollout2),
      countedAt: latest.at,
      countedBy: latest.traffic.kind === "counted" ? latest.traffic.source : void 0,
      ...parts,
      pull: rollout2?.record.pull,
      ...rollout2?.record.plan.approvals && { approvals: rollout2.approvals ?? [] }
    })
  };
}
function ofLogs(logs2, rollout2) {
  if (logs2.kind === "off" || !rollout2) return {};
  return { logs: logsReport(logs2), broke: whatBroke(logs2, weightChanges(rollout2)) };
}
function withCounts(step, { traffic: traffic3, at }) {
  if (traffic3.kind === "unreadable" || at === void 0 || step.began > at)
    return { ...step, canary: null, stable: null };
  const { table: table9 } = traffic3;
  const { canary, stable, promoted } = errorsOf(table9);
  const within = { from: step.began, to: step.ended };
  if (isAfterPromotion(step))
    return {
      ...step,
      canary: unlessOpen(totals(promoted, within, table9), step, table9),
      stable: NONE
    };
  return {
    ...step,
    canary: unlessOpen(totals(canary, within, table9), step, table9),
    stable: unlessOpen(totals(stable, within, table9), step, table9)
  };
}
function unlessOpen(counted, { began }, { closedUntil, bucketSeconds }) {
  return counted?.requests === 0 && closedUntil < began + bucketSeconds ? null : counted;
}
function resumeSteps(recorder, rollout2) {
  const { phase, record } = rollout2;
  if (phase.kind === "baking") {
    const { label: label2, seconds } = bakeLeft(rollout2, phase.since);
    recorder.beginStep(label2, 100, seconds, phase.since);
  }
  const step = phase.kind === "step" ? record.plan.steps[phase.index] : void 0;
  if (phase.kind !== "step" || !step) return;
  const label = stepLabel(record.plan, phase.index);
  recorder.beginStep(label, step.weight, step.holdSeconds, phase.since);
}
function bakeLeft(rollout2, promotedAt) {
  const { heldBack } = rollout2.record.plan;
  const seconds = Math.max(0, (bakeEnd(rollout2) ?? promotedAt) - promotedAt);
  return { label: heldBack && seconds === 0 ? PROMOTED_LABEL : BAKE_LABEL, seconds };
}
function course2(rollout2, { traffic: traffic3, paths, evidence, ended }, { outcome, weight }) {
  if (!rollout2) return { weights: [], series: void 0, impact: void 0 };
  const weights = weightsUntil(rollout2, weight, ended);
  const series = seriesOf(traffic3, rollout2, shownPaths(paths, evidence));
  const hurt = outcome === "rolled-back" || outcome === "failed";
  const impact = series && hurt ? impactOf(series, evidence, weights, ended) : void 0;
  return { weights, series, impact };
}
function shownPaths(paths, evidence) {
  const shown = worthShowing(evidence.filter(isFinding));
  return paths.filter(
    (path) => !partOf2(path) || shown.some(({ source }) => sameSource(source, path.source))
  );
}
function weightsUntil(rollout2, weight, at) {
  const changes = weightChanges(rollout2);
  const last = changes.at(-1);
  return weight === null || last === void 0 || sameWeight3(last.weight, weight) ? changes : [...changes, { at, weight }];
}

// src/hooks/connect.ts
import {
  src_base_assert_ts__must as must5
} from "./core.js";

// src/hooks/lambda-hook.ts
import {
  _aws_sdk_client_lambda__InvokeCommand as InvokeCommand,
  _aws_sdk_client_lambda__LambdaClient as LambdaClient
} from "./vendor-aws.js";

// src/aws/aws-errors.ts
import {
  src_base_errors_ts__errorName as errorName3,
  src_base_errors_ts__KnownError as KnownError6,
  src_base_errors_ts__messageOf as messageOf6,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";

// src/base/without-secrets.ts
import {
  src_base_foreign_text_ts__percentDecoded as percentDecoded
} from "./core.js";
var HIDDEN = "***";
function withoutSecrets(text2, secrets) {
  const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== "");
  if (forms.length === 0) return text2;
  forms.sort((a, b) => b.length - a.length);
  return text2.replace(new RegExp(forms.map(escapeForRegExp).join("|"), "gi"), HIDDEN);
}
function spellings(secret) {
  const plain2 = decoded(secret);
  const all = [secret, plain2, encodeURI(plain2), encodeURIComponent(plain2)];
  const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
  return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}
function decoded(text2) {
  return percentDecoded(text2.replaceAll("+", " ")) ?? text2;
}
function htmlOf(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
function jsonOf(text2) {
  return JSON.stringify(text2).slice(1, -1);
}
function slashesOf(text2) {
  return text2.replaceAll("/", "\\/");
}
function escapeForRegExp(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function valuesToHide(values) {
  const isOpen = (value) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
  return values.filter((value) => value !== void 0).filter((value) => !isOpen(value));
}

// src/aws/unreachable.ts
import {
  src_base_errors_ts__errorName as errorName2,
  src_base_errors_ts__messageOf as messageOf5
} from "./core.js";
var CERTIFICATE = /^(ERR_TLS_CERT|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_)/;
var NETWORK = /^(E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|NOTFOUND|AI_\w+|ADDRNOTAVAIL|PROTO)|ERR_(TLS|SSL)_\w+|ERR_SSL\w*|HPE_\w+)$/;
function whyUnreachable(error) {
  const first = firstOf(error);
  const code10 = codeOf(first);
  if (CERTIFICATE.test(code10)) {
    return `${messageOf5(first)}; if a proxy in between has a certificate of its own, name its authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS`;
  }
  const name = errorName2(first);
  const failed = name === "TimeoutError" || name === "ProxyError" || NETWORK.test(code10);
  return failed ? messageOf5(first) : void 0;
}
function codeOf(error) {
  const code10 = error?.code;
  return typeof code10 === "string" ? code10 : "";
}
function firstOf(error) {
  const { errors } = error ?? {};
  return Array.isArray(errors) && errors.length > 0 ? errors[0] : error;
}

// src/aws/aws-errors.ts
function isNotFound(error) {
  return /NotFound/.test(errorName3(error));
}
function isAccessDenied(error) {
  return /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException)$/.test(
    errorName3(error)
  ) || error?.$metadata?.httpStatusCode === 403 && /not authorized/.test(messageOf6(error));
}
function isThrottled(error) {
  if (/TooManyRequests|Throttl/.test(errorName3(error))) return true;
  return error instanceof KnownError6 && isThrottled(error.cause);
}
function isDenialByIam(error, action) {
  return DENIAL2.exec(messageOf6(error))?.[1] === action;
}
function isRefusedForContent(error) {
  const status2 = error?.$metadata?.httpStatusCode ?? 0;
  const about2 = status2 >= 400 && status2 < 500 && ![401, 403, 408, 429].includes(status2);
  return about2 && !isAccessDenied(error) && !isThrottled(error) && !isBadCredentials(error);
}
function isUnknownOperation(error) {
  return isAccessDenied(error) && /^Unable to determine service\/operation name/.test(messageOf6(error));
}
function isBusy(error) {
  return errorName3(error) === "ResourceConflictException" && /update is in progress|in the following state: Pending/i.test(messageOf6(error));
}
function isThereAlready(error) {
  return errorName3(error) === "ResourceConflictException" && !isBusy(error);
}
var LimitError = class extends Error {
  $metadata;
  constructor(cause) {
    super(messageOf6(cause), { cause });
    this.name = "LimitExceeded";
    const requestId = cause?.$metadata?.requestId;
    this.$metadata = requestId === void 0 ? {} : { requestId };
  }
};
function isLimitReached(error) {
  return errorName3(error) === "LimitExceededException" && !/too many requests|rate exceeded|throttl/i.test(messageOf6(error));
}
var DENIAL2 = /is not authorized to perform: ([\w:*-]{1,128})(?: on resource: ([^\s"]{1,512}))?/;
function describeAwsError(error, doing, permission, hides = []) {
  if (isAccessDenied(error)) {
    const [, action = permission.action, resource = permission.resource] = DENIAL2.exec(messageOf6(error)) ?? [];
    return `${doing}: ${denialText({ action, resource })}`;
  }
  if (hasNoCredentials(error)) {
    return `${doing}: this job has no AWS credentials (${summaryOf(error)}): use aws-actions/configure-aws-credentials before this step, or set role-to-assume; jobs for pull requests from forks and Dependabot get none`;
  }
  if (isBadCredentials(error)) {
    return `${doing}: AWS rejected the credentials of this job (${summaryOf(error)}); they may have expired, see role-duration-seconds of aws-actions/configure-aws-credentials`;
  }
  const unreachable = whyUnreachable(error);
  if (unreachable !== void 0) {
    return `${doing}: AWS could not be reached (${shortened2(withoutSecrets(unreachable, hides))})`;
  }
  if (error instanceof KnownError6) return `${doing}: ${error.message}`;
  return `${doing}: ${errorName3(error) || "error"}: ${summaryOf(error, hides)}`;
}
var LONGEST = 300;
function summaryOf(error, hides = []) {
  const { httpStatusCode: status2, requestId } = error?.$metadata ?? {};
  const text2 = isUnparsedResponse(error) ? `a response that is not from AWS${status2 === void 0 ? "" : ` (HTTP ${status2})`}; is there a proxy in between?` : shortened2(withoutSecrets(messageOf6(error), hides));
  return requestId === void 0 ? text2 : `${text2} (request ${shortened2(requestId, 64)})`;
}
function isUnparsedResponse(error) {
  return /Deserialization error|is not valid JSON/.test(messageOf6(error)) || /^\s*<(!doctype|html|head|body|\?xml)\b/i.test(messageOf6(error));
}
function shortened2(text2, longest = LONGEST) {
  const line = text2.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(" ") > longest / 2 ? cut.lastIndexOf(" ") : longest)} …`;
}
function isDenied(error) {
  return isAccessDenied(rootOf(error));
}
function isRefused(error) {
  const root = rootOf(error);
  return isDenied(root) || isBadCredentials(root) || isNotFound(root) || isInvalid(root);
}
function isInvalid(error) {
  return /^(BadRequestException|InvalidParameterValueException|ValidationException|ValidationError)$/.test(
    errorName3(error)
  );
}

// src/hooks/lambda-hook.ts
import {
  src_base_errors_ts__KnownError as KnownError7,
  src_base_errors_ts__known as known3
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";

// src/hooks/answer.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
var ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;
var SHOWN2 = 400;
function shortly(text2) {
  const line = text2.slice(0, 4 * SHOWN2).replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line.length > SHOWN2 ? `${line.slice(0, SHOWN2 - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}
var AS_IT_IS = (text2) => text2;
function readAnswer(body, clean = AS_IT_IS) {
  const json = parse(body);
  if (json === void 0) return void 0;
  if (typeof json !== "object" || json === null) return { kind: "passed", message: "" };
  const { status: status2 } = json;
  const failed = typeof status2 === "string" && status2.toLowerCase() === "failed";
  const message = messageIn(json, ["message"], clean);
  if (!failed) return { kind: "passed", message };
  return {
    kind: "failed",
    message: message || 'it returned {"status":"Failed"} without a message'
  };
}
function readFailure(body, clean = AS_IT_IS) {
  const json = parse(body);
  if (json === null) return "";
  if (typeof json !== "object") return notShown(body);
  return messageIn(json, ["message", "Message", "error"], clean);
}
function notShown(body) {
  const bytes = Buffer.byteLength(body);
  return `a response that is not a JSON object (${bytes} ${bytes === 1 ? "byte" : "bytes"}, not shown)`;
}
function messageIn(json, fields, clean) {
  const texts = fields.map((field) => json[field]);
  const message = texts.find((text2) => typeof text2 === "string");
  return message === void 0 ? "" : shortly(clean(message));
}
function parse(body) {
  return body.trim() === "" ? null : parseJson(body);
}
var CODEDEPLOY = /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;
function codeDeployAdvice(...texts) {
  return texts.some((text2) => CODEDEPLOY.test(text2)) ? ADVICE : "";
}
var ADVICE = "This hook reports its result to CodeDeploy. This action does not receive that report; return the result instead. Change three lines to support both: (1) const status = ok ? 'Succeeded' : 'Failed'; (2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); (3) return { status };";

// src/hooks/lambda-hook.ts
function connectInvoker(place, credentials) {
  const client = renewWhenRefused(
    new LambdaClient({
      region: place.region,
      ...credentials && { credentials },
      maxAttempts: 1,
      customUserAgent: "canary-action/1",
      requestHandler: createTransport(process.env)
    }),
    credentials
  );
  return async ({ functionName, qualifier, payload }, abortSignal) => {
    const command = new InvokeCommand({
      FunctionName: functionName,
      ...qualifier !== void 0 && { Qualifier: qualifier },
      InvocationType: "RequestResponse",
      LogType: "Tail",
      Payload: new TextEncoder().encode(payload)
    });
    let answer;
    try {
      answer = await client.send(command, { abortSignal });
    } catch (error) {
      const resource = hookArn(place, functionName, qualifier);
      const permission = { action: "lambda:InvokeFunction", resource };
      throw new KnownError7(describeAwsError(error, "invoking it", permission), { cause: error });
    }
    return {
      status: answer.StatusCode,
      functionError: answer.FunctionError ?? "",
      payload: answer.Payload?.transformToString() ?? "",
      logTail: Buffer.from(answer.LogResult ?? "", "base64").toString("utf8")
    };
  };
}
function connectLambdaHooks(place, credentials) {
  const invoke = connectInvoker(place, credentials);
  return async ({ functionName, qualifier }, payload, signal) => {
    try {
      return judgeInvoked(await invoke({ functionName, qualifier, payload }, signal));
    } catch (error) {
      return { kind: "failed", message: known3(error).message };
    }
  };
}
function judgeInvoked({ status: status2, functionError, payload, logTail }) {
  if (functionError !== "") {
    const why2 = errorInWords(payload) || functionError;
    const advice = codeDeployAdvice(payload, logTail);
    return { kind: "failed", message: [why2, advice].filter((part) => part !== "").join(". ") };
  }
  if (status2 !== 200) {
    const message = `Lambda returned the status ${status2 ?? "(none)"}; expected 200`;
    return { kind: "failed", message };
  }
  if (payload.trim() === "") {
    return { kind: "failed", message: "its response is empty; expected JSON, such as null" };
  }
  return readAnswer(payload) ?? {
    kind: "failed",
    message: `it returned ${notShown(payload)}; expected JSON`
  };
}
function errorInWords(payload) {
  const json = parseJson2(payload) ?? null;
  if (json === null) return "";
  const { errorType, errorMessage } = json;
  const parts = [errorType, errorMessage].filter((part) => typeof part === "string");
  return shortly(parts.join(": "));
}

// src/rollout/hook-point.ts
var POINTS2 = {
  preparing: "pre-traffic",
  step: "step",
  baking: "post-traffic"
};
function hookPointOf(phase) {
  return POINTS2[phase.kind];
}

// src/hooks/payload.ts
function hookPayload({
  rollout: rollout2,
  weight,
  arnOf,
  stageUrl,
  shadowUrl
}) {
  const { record, phase } = rollout2;
  const { steps } = record.plan;
  const id = rolloutKey(record.id);
  const hook = hookPointOf(phase);
  const over = stepsOver(phase, steps.length);
  return {
    DeploymentId: id,
    LifecycleEventHookExecutionId: `${id}/${hook}/${over}`,
    hook,
    rollout: formatRolloutId(record.id),
    functions: record.functions.map((change) => ({ ...change, versionArn: arnOf(change) })),
    weight,
    ...phase.kind !== "baking" && { nextWeight: steps[over]?.weight ?? 100 },
    step: over,
    steps: steps.length,
    ...stageUrl !== void 0 && { stageUrl },
    ...shadowUrl !== void 0 && phase.kind === "preparing" && { shadowUrl }
  };
}
function stepsOver(phase, count10) {
  if (phase.kind === "step") return phase.index + 1;
  return phase.kind === "baking" ? count10 : 0;
}

// src/hooks/runner.ts
import {
  src_base_duration_ts__formatDuration as formatDuration11
} from "./core.js";
import {
  src_base_errors_ts__known as known4
} from "./core.js";

// src/rollout/phase.ts
function isSamePhase(a, b) {
  if (a?.kind !== b.kind) return false;
  return a.kind !== "step" || b.kind !== "step" || a.index === b.index;
}
function formatPhase(phase) {
  switch (phase.kind) {
    case "preparing":
      return `preparing${phase.reached ? "/reached" : ""}`;
    case "step":
      return `step/${phase.index}/${phase.since}${phase.reached ? "/reached" : ""}`;
    case "baking":
      return `baking/${phase.since}${phase.asked ? "/asked" : ""}${phase.reached ? "/reached" : ""}`;
  }
}
function parsePhase(text2) {
  if (text2 === "preparing") return { kind: "preparing" };
  if (text2 === "preparing/reached") return { kind: "preparing", reached: true };
  const [, index, since, bakingSince, asked, reached2] = /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11})(\/asked)?)(\/reached)?$/.exec(text2) ?? [];
  const mark = reached2 === void 0 ? {} : { reached: true };
  if (bakingSince !== void 0) {
    const baking = { kind: "baking", since: Number(bakingSince), ...mark };
    return asked === void 0 ? baking : { ...baking, asked: true };
  }
  if (index === void 0 || since === void 0) return void 0;
  return { kind: "step", index: Number(index), since: Number(since), ...mark };
}

// src/hooks/runner.ts
function createHookRunner(parts) {
  const { smoke, inputs } = parts;
  const { calls } = inputs;
  const isIdle = (point) => calls[point].length === 0 && !smoke?.has(point);
  const results = /* @__PURE__ */ new Map();
  const latest = /* @__PURE__ */ new Map();
  let running;
  const begin4 = (rollout2, weight) => {
    const key = formatPhase(rollout2.phase);
    const stopped = new AbortController();
    const occasion = { rollout: rollout2, weight, stopped: stopped.signal };
    const point = hookPointOf(rollout2.phase);
    const runChecks = async () => {
      if (!smoke?.has(point)) return "passed";
      const { result, evidence } = await smoke.run(occasion);
      if (evidence) latest.set(`${point} smoke checks`, evidence);
      return result;
    };
    const runAll = async () => {
      const checked = await runChecks();
      if (checked !== "passed") return checked;
      for (const hook of calls[point]) {
        const report = await runAndReport(parts, hook, occasion);
        if (report.result === "stopped") return "stopped";
        latest.set(`${report.point} ${report.calls}`, evidenceOf(report));
        if (report.result === "failed") return "failed";
      }
      return "passed";
    };
    const end2 = runAll().then((result) => {
      if (running?.key === key) running = void 0;
      results.set(key, result);
    });
    return { key, end: end2, stop: () => stopped.abort() };
  };
  return {
    stateIn: (phase) => {
      if (phase.kind === "baking" && phase.asked) return "clear";
      if (isIdle(hookPointOf(phase))) return "clear";
      const result = results.get(formatPhase(phase));
      if (result === "passed") return "clear";
      return result === "failed" ? "failed" : "due";
    },
    run: async (rollout2, weight) => {
      if (isIdle(hookPointOf(rollout2.phase))) return;
      if (running?.key !== formatPhase(rollout2.phase)) {
        running?.stop();
        running = begin4(rollout2, weight);
      }
      await running.end;
    },
    evidence: () => [...latest.values()],
    stop: async () => {
      running?.stop();
      await running?.end;
    }
  };
}
async function runAndReport(parts, hook, occasion) {
  const { log, now: now27, ended } = parts;
  const { rollout: rollout2, weight } = occasion;
  const point = hookPointOf(rollout2.phase);
  const about2 = { point, calls: hook.label, weight, began: now27() };
  log.line(`The ${point} hook: calling ${hook.label}`);
  const { kind: result, message } = await run(parts, hook, occasion);
  const report = { ...about2, ended: now27(), result, says: message };
  ended(report);
  log.line(`${sentence(report)}${message && `: ${message}`}`);
  return report;
}
function evidenceOf({ point, calls, result, says }) {
  return {
    source: { kind: "hook", point, name: calls },
    verdict: result === "passed" ? "healthy" : "failing",
    detail: { kind: "hook-result", result, message: says }
  };
}
function sentence({ point, result, began, ended }) {
  return `The ${point} hook ${result} after ${formatDuration11(ended - began)}`;
}
async function run({ inputs, payload, call: call2 }, hook, { rollout: rollout2, weight, stopped }) {
  const { timeoutSeconds } = inputs;
  const controller = new AbortController();
  const { signal } = controller;
  const cut = new Promise((resolve2) => {
    signal.addEventListener("abort", () => resolve2(signal.reason), { once: true });
  });
  const abandon = (result) => controller.abort(result);
  const stop2 = () => abandon({ kind: "stopped", message: "its result is no longer needed" });
  if (stopped.aborted) stop2();
  stopped.addEventListener("abort", stop2, { once: true });
  const late = `no response within ${formatDuration11(timeoutSeconds)} (hook-timeout)`;
  const timer = setTimeout(() => abandon({ kind: "failed", message: late }), timeoutSeconds * 1e3);
  const answer = async () => {
    try {
      const body = JSON.stringify(await payload(rollout2, weight));
      return signal.aborted ? await cut : await call2(hook, body, signal);
    } catch (error) {
      return { kind: "failed", message: `it could not be called: ${known4(error).message}` };
    }
  };
  return await Promise.race([cut, answer()]).finally(() => clearTimeout(timer));
}

// src/hooks/url-hook.ts
import { createHmac } from "node:crypto";
import { request as tlsRequest2 } from "node:https";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known5
} from "./core.js";

// src/base/redirect.ts
var MAX_REDIRECTS = 3;
function redirectOf(from, method, status2, location) {
  if (location === "" || !URL.canParse(location, from.href))
    return { refused: `it returned ${status2} without an address` };
  const to = new URL(location, from);
  if (to.origin !== from.origin) {
    return {
      refused: `it redirects to another origin (${to.origin.slice(0, 200)}), which is not followed`
    };
  }
  if (status2 === 307 || status2 === 308 || method === "GET") return { to };
  return {
    refused: `it redirects with ${status2}, which would turn the ${method} into a GET; expected 307 or 308`
  };
}

// src/hooks/url-hook.ts
import {
  src_inputs_address_secrets_ts__addressSecrets as addressSecrets
} from "./core.js";
async function callUrl({ url }, body, secret, signal) {
  let address = new URL(url);
  const secrets = [secret, ...addressSecrets(address)];
  const clean = (text2) => withoutSecrets(text2, secrets);
  try {
    for (let redirects = 0; ; redirects++) {
      const signature = secret === "" ? "" : sign(secret, body, Date.now() / 1e3);
      secrets.push(signature, signature.slice(signature.indexOf("v1=") + 3));
      const to = address;
      const reply = await foreign(() => post(to, body, signature, signal));
      if (reply.status < 300 || reply.status >= 400) return judgeReply(reply, clean);
      const next2 = redirectOf(address, "POST", reply.status, reply.location);
      if ("refused" in next2) return { kind: "failed", message: clean(next2.refused) };
      if (redirects === MAX_REDIRECTS)
        return { kind: "failed", message: "it redirects too many times" };
      address = next2.to;
      secrets.push(...addressSecrets(address));
    }
  } catch (error) {
    return {
      kind: "failed",
      message: `it could not be reached: ${shortly(clean(known5(error).message))}`
    };
  }
}
function judgeReply({ status: status2, body }, clean) {
  if (status2 < 200 || status2 >= 300) {
    const text2 = readFailure(body ?? "", clean);
    return { kind: "failed", message: `it returned ${status2}${text2 && `: ${text2}`}` };
  }
  if (body === void 0) {
    return {
      kind: "failed",
      message: `it returned ${status2} with more than 6 MB; expected a short JSON object, or nothing`
    };
  }
  return readAnswer(body, clean) ?? { kind: "passed", message: "" };
}
function post(address, body, signature, signal) {
  const send = address.protocol === "https:" ? tlsRequest2 : plainRequest2;
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "canary-action/1",
    ...signature !== "" && { [SIGNATURE_HEADER]: signature }
  };
  return new Promise((resolve2, reject) => {
    const agent = agentFor(address);
    const request2 = send(address, { method: "POST", headers, signal, agent });
    request2.on("error", reject);
    request2.on("response", (response) => {
      const { statusCode: status2 = 0, headers: answered } = response;
      const chunks = [];
      let length = 0;
      const reply = (text2) => resolve2({ status: status2, location: answered.location ?? "", body: text2 });
      response.on("data", (chunk) => {
        length += chunk.length;
        if (length <= ANSWER_LIMIT_BYTES) chunks.push(chunk);
        else {
          reply(void 0);
          request2.destroy();
        }
      });
      response.on("end", () => reply(Buffer.concat(chunks).toString("utf8")));
      response.on("error", reject);
    });
    request2.end(body);
  });
}
var SIGNATURE_HEADER = "x-canary-signature";
function sign(secret, body, at) {
  const time = Math.floor(at);
  return `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
}

// src/hooks/connect.ts
function connectHooks(connection) {
  return createHookRunner({
    ...connection,
    payload: (rollout2, weight) => describe(connection, rollout2, weight),
    call: caller(connection)
  });
}
function caller({
  place,
  credentials,
  inputs: { secret }
}) {
  let invoke;
  return (hook, body, signal) => {
    if (hook.kind === "url") return callUrl(hook, body, secret, signal);
    invoke ??= connectLambdaHooks(place, credentials);
    return invoke(hook, body, signal);
  };
}
async function describe({ arnsOf, urlsOf }, rollout2, weight) {
  const arns = await arnsOf(rollout2);
  return hookPayload({
    rollout: rollout2,
    weight,
    arnOf: ({ name }) => must5(arns.get(name), "each function has its ARN"),
    ...urlsOf(rollout2)
  });
}

// src/run/services.ts
import {
  src_inputs_read_only_ts__readsOnly as readsOnly
} from "./core.js";

// src/monitor/log-evidence.ts
var NO_LOGS = {
  poll: () => Promise.resolve(Number.POSITIVE_INFINITY),
  reading: () => ({ kind: "off" })
};

// src/monitor/explained-logs.ts
var NO_EXPLAINED_LOGS = {
  ...NO_LOGS,
  finish: () => Promise.resolve(NO_LOGS.reading())
};
var LONGEST_WAIT_MS = 5e3;
function explainLogs(logs2, services) {
  let details4;
  let places;
  let looking;
  const look2 = async (rollout2, when) => {
    const reading3 = logs2.reading();
    if (reading3.kind === "off" || reading3.failures.every(({ canary }) => canary === 0)) return;
    details4 ??= await services.load();
    places ??= services.places(rollout2);
    await details4.look(reading3.failures, await places, when);
  };
  const start2 = (rollout2, when) => {
    looking ??= look2(rollout2, when).catch(services.onBug).finally(() => {
      looking = void 0;
    });
    return looking;
  };
  const reading2 = () => {
    const found = logs2.reading();
    return found.kind === "read" && details4 ? { ...found, failures: details4.explain(found.failures) } : found;
  };
  return {
    reading: reading2,
    poll: async (rollout2, now27) => {
      const due = await logs2.poll(rollout2, now27);
      void start2(rollout2, "now");
      return due;
    },
    finish: async (rollout2) => {
      const due = await logs2.poll(rollout2, services.now());
      if (due <= LONGEST_WAIT_MS) {
        await services.sleep(due);
        await logs2.poll(rollout2, services.now());
      }
      await looking;
      await start2(rollout2, "last");
      return reading2();
    }
  };
}

// src/monitor/lazy-logs.ts
function lazyLogs(load3) {
  let loading;
  let loaded;
  return {
    poll: async (rollout2, now27) => {
      if (!isSplit(rollout2)) return Number.POSITIVE_INFINITY;
      loading ??= load3();
      loaded = await loading;
      return loaded.poll(rollout2, now27);
    },
    reading: () => loaded?.reading() ?? { kind: "off" }
  };
}
function isSplit({ phase }) {
  return phase.kind === "step";
}

// src/analysis/closed.ts
var PUBLICATION_SECONDS = 120;
var USUALLY_SHOWN_SECONDS = 90;
var ANSWER_SLACK_SECONDS = 90;
function closingSeconds(longestAnswerSeconds) {
  return Math.max(PUBLICATION_SECONDS, longestAnswerSeconds + ANSWER_SLACK_SECONDS);
}
function lastClosedMinute(nowSeconds, longestAnswerSeconds) {
  return Math.floor((nowSeconds - closingSeconds(longestAnswerSeconds)) / 60) - 1;
}

// src/aws/alarms.ts
import {
  _aws_sdk_client_cloudwatch__AlarmType as AlarmType,
  _aws_sdk_client_cloudwatch__DescribeAlarmsCommand as DescribeAlarmsCommand
} from "./vendor-aws.js";
import {
  src_base_alarm_ref_ts__alarmName as alarmName
} from "./core.js";
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";

// src/aws/call.ts
import {
  src_base_errors_ts__errorName as errorName4,
  src_base_errors_ts__KnownError as KnownError8
} from "./core.js";
var CONFLICT_ATTEMPTS = 6;
var CONFLICT_PAUSE_MS = 400;
var BUSY_LIMIT_MS = 9e4;
var BUSY_PAUSE_MS = 2e3;
async function call(words2, send) {
  const begun = Date.now();
  for (let attempt3 = 1; ; attempt3++) {
    try {
      return await send();
    } catch (error) {
      const pauseMs = pauseAfter(error, attempt3, Date.now() - begun);
      if (pauseMs === void 0) {
        throw new KnownError8(describeAwsError(error, words2.doing, words2.permission, words2.hides), {
          cause: error
        });
      }
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}
function pauseAfter(error, attempt3, spentMs) {
  if (isConcurrentWrite(error)) {
    return attempt3 < CONFLICT_ATTEMPTS ? CONFLICT_PAUSE_MS * attempt3 : void 0;
  }
  const passes = isThrottled(error) || isBusy(error);
  return passes && spentMs < BUSY_LIMIT_MS ? BUSY_PAUSE_MS : void 0;
}
function required(value, doing, field) {
  if (value === void 0 || value === "") {
    throw new KnownError8(`${doing}: the response from AWS has no ${field}`);
  }
  return value;
}
async function ifThere(read4) {
  try {
    return await read4();
  } catch (error) {
    if (!causedBy(error, isNotFound)) throw error;
    return void 0;
  }
}
function causedBy(error, test) {
  return error instanceof KnownError8 && test(error.cause);
}
function isConcurrentWrite(error) {
  return errorName4(error) === "ConflictException";
}
function pause(ms) {
  return new Promise((resolve2) => {
    setTimeout(resolve2, ms);
  });
}

// src/aws/pages.ts
import {
  src_base_errors_ts__KnownError as KnownError9
} from "./core.js";
function turnPages(doing) {
  const turned = /* @__PURE__ */ new Set();
  return (token) => {
    if (!token) return void 0;
    if (typeof token !== "string" || turned.has(token)) {
      throw new KnownError9(`${doing}: the pages of the AWS response never end`);
    }
    turned.add(token);
    return token;
  };
}
async function gather(pages) {
  const all = [];
  for await (const page of pages) all.push(page);
  return all;
}
async function readAll(words2, send) {
  const found = [];
  const turn = turnPages(words2.doing);
  let position;
  do {
    const from = position === void 0 ? {} : { position };
    const page = await call(words2, () => send(from));
    found.push(...page.items ?? []);
    position = turn(page.position);
  } while (position);
  return found;
}

// src/aws/alarms.ts
var NAMES_PER_CALL = 100;
async function readAlarms(client, alarms) {
  const names = [...new Set(alarms.map(alarmName))];
  const readings = [];
  for (let i = 0; i < names.length; i += NAMES_PER_CALL) {
    readings.push(...await readPages(client, names.slice(i, i + NAMES_PER_CALL)));
  }
  return readings;
}
async function readPages(client, names) {
  try {
    return await readTypes(client, names, TYPES);
  } catch (error) {
    if (!causedBy(error, isInvalid)) throw error;
    return readTypes(client, names, OLDER_TYPES);
  }
}
var TYPES = Object.values(AlarmType);
var OLDER_TYPES = TYPES.filter((type) => type !== "LogAlarm");
async function readTypes(client, names, types) {
  const readings = [];
  const turn = turnPages("reading the alarms");
  let next2;
  do {
    const page = await call(
      {
        doing: `reading the alarms ${listed4(names)}`,
        permission: { action: "cloudwatch:DescribeAlarms", resource: "*" }
      },
      () => client.send(
        new DescribeAlarmsCommand({
          AlarmNames: [...names],
          AlarmTypes: [...types],
          MaxRecords: 100,
          ...next2 && { NextToken: next2 }
        })
      )
    );
    readings.push(
      ...(page.MetricAlarms ?? []).map(metricAlarm),
      ...(page.CompositeAlarms ?? []).map(readingOf),
      ...(page.LogAlarms ?? []).map(logAlarm)
    );
    next2 = turn(page.NextToken);
  } while (next2);
  return readings;
}
function metricAlarm(alarm) {
  const periods = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods ?? 1;
  const period = alarm.Period ?? Math.max(60, ...(alarm.Metrics ?? []).map((m) => m.MetricStat?.Period ?? 0));
  const reading2 = readingOf(alarm);
  return {
    ...reading2,
    doubt: alarm.EvaluationState ?? reading2.doubt,
    reactsAfterSeconds: periods * period
  };
}
function logAlarm(alarm) {
  const results = alarm.QueryResultsToAlarm ?? alarm.QueryResultsToEvaluate ?? 1;
  const schedule = alarm.ScheduledQueryConfiguration?.ScheduleConfiguration?.ScheduleExpression;
  const seconds = secondsBetween(schedule ?? "");
  const reading2 = readingOf(alarm);
  return {
    ...reading2,
    doubt: alarm.EvaluationState ?? reading2.doubt,
    reactsAfterSeconds: seconds === void 0 ? void 0 : results * seconds
  };
}
function secondsBetween(schedule) {
  const [, count10, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const seconds = { minute: 60, hour: 3600, day: 86400 }[unit ?? ""];
  return seconds === void 0 ? void 0 : Number(count10) * seconds;
}
function readingOf(alarm) {
  const at = alarm.StateTransitionedTimestamp;
  const state = STATES.find((each) => each === alarm.StateValue);
  return {
    arn: required(alarm.AlarmArn, "reading the alarms", "AlarmArn"),
    name: required(alarm.AlarmName, "reading the alarms", "AlarmName"),
    state: state ?? "INSUFFICIENT_DATA",
    reason: alarm.StateReason ?? "",
    ...alarm.AlarmDescription && { description: alarm.AlarmDescription },
    transitionedAt: at && at.getTime() / 1e3,
    doubt: state === void 0 ? `the state ${alarm.StateValue ?? "(none)"}` : void 0,
    reactsAfterSeconds: void 0
  };
}
var STATES = ["OK", "ALARM", "INSUFFICIENT_DATA"];

// src/aws/kept-minutes.ts
import {
  src_base_assert_ts__must as must6
} from "./core.js";

// src/aws/minute-series.ts
function seriesKey({
  namespace,
  metric,
  dimensions,
  statistic,
  period
}) {
  return JSON.stringify([namespace, metric, Object.entries(dimensions).sort(), statistic, period]);
}

// src/aws/kept-minutes.ts
var TAIL_SECONDS = 20 * 60;
var LONG_TAIL_SECONDS = 3 * 3600;
var LONG_TAIL_EVERY = 3600;
function keepMinutes() {
  const kept = /* @__PURE__ */ new Map();
  let looks = 0;
  const expected = (look2, from, but) => {
    const named3 = new Set(but.map(({ key }) => key));
    return [...kept].filter(([, { askedIn, readIn }]) => askedIn === look2 - 1 && readIn < look2).filter(([key, before]) => before.from === from && !named3.has(key)).map(([key, before]) => ({ one: before.one, key, before }));
  };
  const readParts = async (look2, { from, to, read: read4 }, asked) => {
    const others = expected(look2, from, asked);
    const isLong = [...asked, ...others].some(
      ({ before }) => before && to - before.longReadTo >= LONG_TAIL_EVERY
    );
    const tail = isLong ? LONG_TAIL_SECONDS : TAIL_SECONDS;
    const startOf = ({ before }) => before ? Math.max(from, before.readTo - tail) : from;
    for (const start2 of new Set(asked.map(startOf))) {
      const begin4 = (one) => startOf(one) === start2;
      const [some, more] = [asked.filter(begin4), others.filter(begin4)];
      const values = await read4(some.map(seriesOf2), more.map(seriesOf2), start2);
      [...some, ...more].forEach(({ one, key, before }, i) => {
        const found = values[i];
        if (!found) return;
        const whole = MinuteMap.of(
          from,
          to,
          (minute) => (minute < start2 ? before?.values : found)?.get(minute)
        );
        const longReadTo = isLong || !before ? to : before.longReadTo;
        const askedIn = before?.askedIn ?? look2;
        kept.set(key, { one, from, values: whole, readTo: to, longReadTo, readIn: look2, askedIn });
      });
    }
  };
  return {
    look: () => {
      const look2 = ++looks;
      return {
        read: async (series, from, to, read4) => {
          const asked = series.map((one) => {
            const key = seriesKey(one);
            const before = kept.get(key);
            return { one, key, before: before?.from === from ? before : void 0 };
          });
          const open = asked.filter(
            ({ before }) => before?.readIn !== look2 || before.readTo !== to
          );
          if (open.length > 0) await readParts(look2, { from, to, read: read4 }, open);
          return asked.map(({ key }) => {
            const found = must6(kept.get(key), "each series that was asked for was read");
            kept.set(key, { ...found, askedIn: look2 });
            return found.values;
          });
        }
      };
    }
  };
}
var seriesOf2 = ({ one }) => one;

// src/monitor/monitor.ts
import {
  src_base_alarm_ref_ts__isAlarm as isAlarm3,
  src_base_alarm_ref_ts__namedAlarms as namedAlarms
} from "./core.js";
import {
  src_base_assert_ts__must as must9
} from "./core.js";
import {
  src_base_errors_ts__known as known9
} from "./core.js";
import {
  src_base_time_ts__now as currentTime,
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_rollout_plan_ts__isBake as isBake5,
  src_rollout_plan_ts__requestsFor as requestsFor3
} from "./core.js";

// src/monitor/alarm-evidence.ts
import {
  src_base_alarm_ref_ts__alarmName as alarmName2,
  src_base_alarm_ref_ts__isAlarm as isAlarm2
} from "./core.js";
function judgeAlarms(alarms, readings, startedAt) {
  return alarms.map((alarm) => {
    const reading2 = readings.find(({ arn }) => isAlarm2(alarm, arn));
    return { source: { kind: "alarm", name: alarmName2(alarm) }, ...judge(reading2, startedAt) };
  });
}
function judgeTagged(arns, readings, startedAt) {
  return judgeAlarms(arns, readings, startedAt).map((evidence) => {
    const kind = evidence.detail?.kind;
    if (kind !== "alarm-no-data" && kind !== "alarm-gone") return evidence;
    const { unread: _, ...rest } = evidence;
    return { ...rest, verdict: "healthy" };
  });
}
function judge(reading2, startedAt) {
  if (!reading2) return unread({ kind: "alarm-gone" });
  if (reading2.state === "ALARM") {
    const since = reading2.transitionedAt;
    if ((since ?? startedAt) < startedAt) {
      return { verdict: "healthy", detail: { kind: "alarm-fired-before" } };
    }
    const detail = { kind: "alarm-fired", reason: reading2.reason };
    return { verdict: "failing", detail, ...since !== void 0 && { since } };
  }
  if (reading2.doubt) return unread({ kind: "alarm-doubtful", doubt: reading2.doubt });
  if (reading2.state === "INSUFFICIENT_DATA") {
    return { verdict: "inconclusive", detail: { kind: "alarm-no-data" } };
  }
  return { verdict: "healthy", detail: { kind: "alarm-ok" } };
}
function unread(detail) {
  return { verdict: "inconclusive", detail, unread: true };
}

// src/aws/metric-data.ts
import {
  _aws_sdk_client_cloudwatch__GetMetricDataCommand as GetMetricDataCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__KnownError as KnownError10
} from "./core.js";
import {
  src_base_listed_ts__listed as listed5
} from "./core.js";
var QUERIES_PER_CALL = 500;
var ATTEMPTS = 3;
var PAUSE_SECONDS = 1;
async function readMinutes(client, series, from, to, look2) {
  const read4 = (some, others, start2) => readAll2(client, some, others, start2, to);
  const byKey = new Map(series.map((one) => [seriesKey(one), one]));
  const asked = [...byKey.values()];
  const values = await (look2 ? look2.read(asked, from, to, read4) : read4(asked, [], from));
  const found = new Map([...byKey.keys()].map((key, i) => [key, values[i]]));
  return series.map((one) => found.get(seriesKey(one)) ?? /* @__PURE__ */ new Map());
}
async function readAll2(client, series, others, from, to) {
  const whole = /* @__PURE__ */ new Map();
  const needed = new Set(series);
  let open = [...series, ...others];
  for (let attempt3 = 1; open.length > 0; attempt3++) {
    const asked = await readOnce(client, open, from, to);
    const lost2 = [];
    asked.forEach((reading2, i) => {
      const one = open[i];
      if (!one) return;
      if (reading2.kind === "whole") whole.set(one, reading2.values);
      else if (needed.has(one)) lost2.push({ series: one, ...reading2 });
    });
    const alone = open.length <= series.length;
    const last = attempt3 === ATTEMPTS || alone && lost2.some(({ final }) => final);
    if (lost2.length > 0 && last) throw new KnownError10(inWords(lost2));
    open = lost2.map((one) => one.series);
    if (open.length > 0) await pause2(PAUSE_SECONDS);
  }
  return [...series, ...others].map((one) => whole.get(one));
}
async function readOnce(client, series, from, to) {
  const readings = [];
  for (let start2 = 0; start2 < series.length; start2 += QUERIES_PER_CALL) {
    const part = series.slice(start2, start2 + QUERIES_PER_CALL);
    const answers = part.map(() => []);
    const about2 = [];
    await readPages2(client, part.map(query2), from, to, (page) => {
      about2.push(...page.Messages ?? []);
      for (const result of page.MetricDataResults ?? []) {
        const id = required(result.Id, "reading metrics", "MetricDataResults.Id");
        answers[Number(id.slice(1))]?.push(result);
      }
    });
    readings.push(...answers.map((results) => readingOf2(results, about2)));
  }
  return readings;
}
function readingOf2(results, about2) {
  const codes = results.map(({ StatusCode }) => StatusCode);
  const spoilt = codes.findIndex((code10, i) => !isGood(code10, i === codes.length - 1));
  const messages = [...about2, ...results.flatMap(({ Messages = [] }) => Messages)];
  if (codes.length > 0 && spoilt < 0 && messages.length === 0) {
    return { kind: "whole", values: valuesOf(results) };
  }
  const status2 = spoilt < 0 ? [] : [codes[spoilt] ?? "no StatusCode"];
  const words2 = codes.length === 0 ? ["no result"] : status2;
  const texts = new Set(messages.map(({ Code = "", Value }) => Value || Code));
  return {
    kind: "lost",
    message: [...words2, ...texts].join(": "),
    final: status2[0] === "Forbidden" || codes.length > 0 && spoilt < 0
  };
}
function isGood(code10, last) {
  return code10 === "Complete" || code10 === "PartialData" && !last;
}
function valuesOf(results) {
  const values = /* @__PURE__ */ new Map();
  for (const { Timestamps = [], Values = [] } of results) {
    Timestamps.forEach((time, i) => {
      const value = Values[i];
      if (value !== void 0) values.set(time.getTime() / 1e3, value);
    });
  }
  return values;
}
function inWords(lost2) {
  const each = new Set(lost2.map(({ series, message }) => `${series.metric} (${message})`));
  return `reading metrics: CloudWatch did not return all of ${listed5([...each])}`;
}
async function readPages2(client, queries, from, to, take2) {
  const turn = turnPages("reading metrics");
  let next2;
  do {
    const page = await call(
      {
        doing: "reading metrics",
        permission: { action: "cloudwatch:GetMetricData", resource: "*" }
      },
      () => client.send(
        new GetMetricDataCommand({
          MetricDataQueries: queries,
          StartTime: new Date(from * 1e3),
          EndTime: new Date(to * 1e3),
          ScanBy: "TimestampAscending",
          ...next2 && { NextToken: next2 }
        })
      )
    );
    take2(page);
    next2 = turn(page.NextToken);
  } while (next2);
}
function query2(series, index) {
  const Dimensions = Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: `m${index}`,
    ReturnData: true,
    MetricStat: {
      Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions },
      Period: series.period ?? 60,
      Stat: series.statistic
    }
  };
}
function pause2(seconds) {
  return new Promise((resolve2) => {
    setTimeout(resolve2, seconds * 1e3);
  });
}

// src/monitor/metric-counts.ts
async function readMetrics(client, metrics, span) {
  const pairs = await readPairs(
    client,
    span,
    metrics.flatMap((m) => [metricSeries(m, m.canary), metricSeries(m, m.stable)])
  );
  const arms = pairs.map((p) => shownApart(p.requests, p.events));
  return metrics.map((_, i) => ({
    canary: arms[2 * i] ?? addUp([]),
    stable: arms[2 * i + 1] ?? addUp([])
  }));
}
async function readPairs(client, { from, to, look: look2 }, pairs) {
  if (pairs.length === 0) return [];
  const values = await readMinutes(client, pairs.flat(), from, to, look2);
  return pairs.map((_, i) => ({
    requests: values[2 * i] ?? /* @__PURE__ */ new Map(),
    events: values[2 * i + 1] ?? /* @__PURE__ */ new Map()
  }));
}
function metricSeries({ namespace, total: total2, events }, dimensions) {
  const shared = { namespace, dimensions, statistic: "Sum" };
  return [
    { ...shared, metric: total2 },
    { ...shared, metric: events }
  ];
}

// src/monitor/baseline.ts
var HOUR = 3600;
async function readMetricBaseline(client, metrics, startedAt) {
  const to = startOfMinute(startedAt);
  const stable = metrics.map((metric) => metricSeries(metric, metric.stable));
  const pairs = await readPairs(client, { from: to - HOUR, to }, stable);
  return pairs.map(({ requests, events }) => countsOf(shownApart(requests, events)));
}
var DAY = 24 * HOUR;
async function readDailyTraffic(client, pairs, now27) {
  const to = startOfMinute(now27);
  const series = pairs.flat().map((s) => ({ ...s, period: HOUR }));
  const values = await readMinutes(client, series, to - DAY, to);
  const requests = values.filter((_, i) => i % 2 === 0);
  const errors = values.filter((_, i) => i % 2 === 1);
  const total2 = requests.reduce((sum3, v) => sum3 + addUp3(v), 0);
  if (total2 === 0) return void 0;
  const counts = requests.flatMap((r, i) => countsOf(shownTogether(r, errors[i] ?? /* @__PURE__ */ new Map())));
  const judged2 = sum(counts);
  const hours = Math.max(...requests.map((v) => v.size));
  return {
    requestsPerMinute: total2 / (hours * 60),
    errorRate: judged2.requests === 0 ? 0 : judged2.events / judged2.requests
  };
}
function hasAny(series) {
  return series.some((values) => addUp3(values) > 0);
}
function addUp3(values) {
  let total2 = 0;
  for (const value of values.values()) total2 += value;
  return total2;
}
function countsOf({ requests, events, incomplete }) {
  return [...requests].filter(([minute, count10]) => count10 > 0 && !incomplete?.has(minute)).sort(([a], [b]) => a - b).map(([minute, count10]) => ({
    requests: count10,
    events: Math.min(count10, events.get(minute) ?? 0)
  }));
}

// src/logs/abstention.ts
var TOLERATED_SHARE = 0.01;
var LEAST_SHARE = 0.95;
var MOST_SHARE = 1.1;
var FEWEST_REQUESTS = 20;
var GAP_AFTER_SECONDS = 45;
function abstentionsIn(counts, now27) {
  const { quality, canary, stable, readUntil } = counts;
  const { events, unparsed, unfinished, fromTheFuture, dropped } = quality;
  const found = [];
  const limit = Math.floor(now27) - GAP_AFTER_SECONDS;
  const holes = [...canary.incomplete ?? [], ...stable.incomplete ?? []];
  const old = new Set(holes.filter((second) => second < limit)).size;
  const seconds = Math.max(old, readUntil < limit && holes.length === 0 ? limit - readUntil : 0);
  if (seconds > 0) found.push({ kind: "gap", seconds });
  for (const [kind, part] of [
    ["unparsed", unparsed],
    ["unfinished", unfinished],
    ["clock", fromTheFuture]
  ]) {
    const share2 = part / Math.max(1, events);
    if (share2 > TOLERATED_SHARE) found.push({ kind, share: share2 });
  }
  if (dropped) found.push({ kind: "dropped" });
  return found;
}
function abstentionsOf({ successes, failures }) {
  return [
    ...successes ? [] : [{ kind: "successes-hidden" }],
    ...failures ? [] : [{ kind: "failures-hidden" }]
  ];
}
function compareWithMetrics(side, logs2, metrics, until) {
  let [logged, measured] = [0, 0];
  for (const [minute, requests] of metrics) {
    const isWhole = minute + 60 <= until && !hasGap(logs2, minute);
    if (!isWhole) continue;
    measured += requests;
    for (let second = minute; second < minute + 60; second++) {
      logged += logs2.requests.get(second) ?? 0;
    }
  }
  if (Math.max(measured, logged) < FEWEST_REQUESTS) return [];
  const share2 = measured === 0 ? Number.POSITIVE_INFINITY : logged / measured;
  if (share2 < LEAST_SHARE) return [{ kind: "incomplete", side, share: share2 }];
  return share2 > MOST_SHARE ? [{ kind: "excess", side, share: share2 }] : [];
}
function hasGap({ incomplete }, minute) {
  for (let second = minute; second < minute + 60; second++)
    if (incomplete?.has(second)) return true;
  return false;
}
function keepsFailures({ kind }) {
  const kinds = [
    ...["group-missing", "throttled", "budget", "too-many-lines", "gap", "unfinished"],
    ...["dropped", "failures-hidden", "unreadable"]
  ];
  return kinds.includes(kind);
}

// src/logs/metric-dimension.ts
var FEWEST_REQUESTS2 = 20;
var TOLERANCE = 0.05;
function dimensionIn({ own: own2, other: other2, closedUntil }, logs2, from) {
  const { canary, stable } = errorsOf(logs2);
  const sums = { canary: 0, stable: 0, own: 0, other: 0 };
  const until = Math.min(closedUntil, logs2.closedUntil);
  for (let minute = Math.ceil(from / 60) * 60; minute + 60 <= until; minute += 60) {
    const unread2 = isHalfShown(canary, minute, 1) || isHalfShown(stable, minute, 1);
    const unknown = (own2?.incomplete?.has(minute) ?? false) || other2.incomplete?.has(minute);
    if (unread2 || unknown) continue;
    sums.canary += minuteAt(canary, minute, 1).requests;
    sums.stable += minuteAt(stable, minute, 1).requests;
    sums.own += own2?.requests.get(minute) ?? 0;
    sums.other += other2.requests.get(minute) ?? 0;
  }
  return Math.min(sums.canary, sums.stable) < FEWEST_REQUESTS2 ? void 0 : findingFor(sums);
}
function findingFor(sums) {
  const { canary, stable, own: own2, other: other2 } = sums;
  const isComplete = Math.abs(own2 - canary) <= TOLERANCE * canary;
  const near = (expected) => Math.abs(other2 - expected) <= canary / 3;
  const withCanary = near(stable + canary);
  const otherSeries = withCanary ? "with-canary" : near(stable) ? "without-canary" : "differs";
  const canarySeries = isComplete ? "complete" : own2 === 0 ? "empty" : "differs";
  return { canarySeries, otherSeries };
}

// src/monitor/compare-logs.ts
function comparedWith(traffic3, reading2) {
  if (reading2.kind === "off" || traffic3.kind !== "counted" || traffic3.share) return reading2;
  const relation = reading2.metrics[traffic3.source];
  if (relation === void 0) return reading2;
  const found = relation === "no-series" ? [] : disagreements(traffic3, reading2);
  const dimension = relation === "same" ? void 0 : dimensionOf(traffic3, reading2, relation);
  return {
    ...reading2,
    abstentions: [...reading2.abstentions, ...found],
    ...dimension && { dimension }
  };
}
function disagreements({ table: table9, apart }, { table: logged, from }) {
  const [metrics, logs2] = [errorsOf(table9), errorsOf(logged)];
  const until = logged.closedUntil;
  const ofCanary2 = wholeMinutes(table9, metrics.canary, from);
  return [
    ...compareWithMetrics("canary", logs2.canary, ofCanary2, until),
    // The other series may contain the canary's requests.
    ...apart && logs2.stable.requests.size > 0 ? compareWithMetrics("stable", logs2.stable, wholeMinutes(table9, metrics.stable, from), until) : []
  ];
}
function wholeMinutes({ closedUntil }, { requests, incomplete }, from) {
  return new Map(
    [...requests].filter(
      ([minute]) => minute >= from && minute + 60 <= closedUntil && !incomplete?.has(minute)
    )
  );
}
function dimensionOf({ table: table9 }, { table: logged, from }, relation) {
  const { canary, promoted } = errorsOf(table9);
  const { closedUntil } = table9;
  const own2 = relation === "own-series" ? canary : void 0;
  return dimensionIn({ own: own2, other: promoted, closedUntil }, logged, from);
}

// src/analysis/judge.ts
import {
  src_base_assert_ts__must as must7
} from "./core.js";

// src/analysis/alpha.ts
var GUARDRAIL_SHARE = 0.1;
function splitAlpha(falseRollbackRate, measures) {
  const sharers = ({ kind, budget }) => budget.shared ? measures.filter((other2) => other2.kind === kind).length : 1;
  const kinds = new Map(measures.map(({ kind, budget }) => [kind, budget]));
  const count10 = (kind) => measures.filter((m) => m.kind === kind).length;
  const parts = [...kinds].reduce(
    (sum3, [kind, { parts: parts2, shared }]) => sum3 + parts2 * (shared ? 1 : count10(kind)),
    0
  );
  const part = falseRollbackRate * (1 - GUARDRAIL_SHARE) / parts;
  return {
    of: (measure) => measure.budget.parts * part / sharers(measure),
    guardrail: falseRollbackRate * GUARDRAIL_SHARE
  };
}

// src/analysis/seconds.ts
function stablePerCanary({
  weight,
  weightBefore: weightBefore3
}) {
  const share2 = Math.max(weight, weightBefore3) / 100;
  return (1 - share2) / share2;
}
function asMinute({
  second,
  canary,
  stable,
  weight,
  weightBefore: weightBefore3
}) {
  return { minute: second, canary, stable, weight, weightBefore: weightBefore3 };
}
function byMinute(seconds) {
  const minutes = [];
  for (const one of seconds) {
    const { canary, stable, weight, weightBefore: weightBefore3 } = one;
    const minute = Math.floor(one.second / 60);
    const last = minutes.at(-1);
    const isSame2 = last?.minute === minute && last.weight === weight && last.weightBefore === weightBefore3;
    if (isSame2) minutes.pop();
    minutes.push({
      minute,
      canary: isSame2 ? added(last.canary, canary) : canary,
      stable: isSame2 ? added(last.stable, stable) : stable,
      weight,
      weightBefore: weightBefore3
    });
  }
  return minutes.map((minute) => {
    const { canary, stable } = minute;
    const expected = stable.requests / stablePerCanary(minute);
    return { ...minute, canary: { ...canary, requests: Math.max(canary.requests, expected) } };
  });
}
function added(a, b) {
  return { requests: a.requests + b.requests, events: a.events + b.events };
}

// src/analysis/lasting-failure.ts
var KINDS = [
  { share: 0.9, seconds: 7, failed: 50 },
  { share: 0.4, seconds: 20, failed: 50 },
  // With few requests, as in minutes (`total-failure.ts`).
  { share: 0.9, seconds: 36, failed: 10 }
];
var FEWEST_FAILED = Math.min(...KINDS.map(({ failed }) => failed));
var SHORTEST_SECONDS = Math.min(...KINDS.map(({ seconds }) => seconds));
var SMALLEST_SHARE = Math.min(...KINDS.map(({ share: share2 }) => share2));
var LONGEST_SECONDS = 120;
var ARRIVED = 0.75;
var STABLE_SUCCEEDED2 = 0.5;
var MOST_TIMES = 6;
var PROVEN_TIMES = 3;
function isLasting2({ canary }, { failed, requests, proven, lasted }) {
  for (const kind of KINDS) {
    const hasBegun = canary.events > 0 && canary.events >= kind.share * canary.requests;
    const isMost = failed >= Math.max(proven * kind.failed, kind.share * requests);
    if (hasBegun && isMost && lasted >= kind.seconds) return true;
  }
  return false;
}
function lastingSince(seconds, dispersion, firstWeight) {
  const end2 = seconds.at(-1)?.one;
  if (!end2) return void 0;
  const proven = end2.weight > firstWeight ? PROVEN_TIMES : 1;
  const times = proven * Math.min(MOST_TIMES, dispersion);
  let [failed, shown, arrived, succeeded, ofStable] = [0, 0, 0, 0, 0];
  for (let i = seconds.length - 1; i >= 0; i--) {
    const { one } = seconds[i];
    const span = end2.second - one.second + 1;
    if (span > LONGEST_SECONDS) return void 0;
    const odds2 = stablePerCanary(one);
    failed += one.canary.events;
    shown += one.canary.requests;
    arrived += one.stable.requests / odds2;
    succeeded += one.stable.requests - one.stable.events;
    ofStable += one.canary.requests * odds2;
    const requests = Math.max(shown, ARRIVED * arrived);
    if (span >= SHORTEST_SECONDS && failed < SMALLEST_SHARE * requests) return void 0;
    if (failed < FEWEST_FAILED || succeeded < STABLE_SUCCEEDED2 * ofStable) continue;
    if (isLasting2(one, { failed, requests, proven, lasted: span / times })) return i;
  }
  return void 0;
}

// src/analysis/seconds-test.ts
var CAP_SECONDS = 60;
var START_SECONDS = 10;
var BEGIN_SECONDS = 10;
function createSecondsTest(profile) {
  const { ratios } = profile;
  const prepared = {
    profile,
    logRatios: Float64Array.from(ratios, ({ ratio }) => Math.log(ratio)),
    logPrior: Float64Array.from(ratios, ({ prior }) => Math.log(prior))
  };
  const bets = new Float64Array(ratios.length).fill(Number.NEGATIVE_INFINITY);
  const atShifts = new Float64Array(ratios.length);
  const [begunAt, firstWeight] = [void 0, void 0];
  return resume4(prepared, { bets, unstarted: 1, atShifts, begunAt, firstWeight, recent: [] });
}
function resume4(prepared, state) {
  const { logPrior: logPrior2, profile } = prepared;
  function add(one) {
    begin(state, one.second, profile.onset);
    state.firstWeight ??= one.weight;
    const before = state.bets;
    const nats = natsOf(one, prepared);
    forget(state, one.second);
    const used = nats && capped(nats, one, state, profile.capNats);
    if (used) state.bets = sumOf2(before, used);
    state.recent.push({ one, before, nats, used });
    if (one.canary.events === 0) return void 0;
    const calm = mixture(state.bets, state.unstarted, logPrior2);
    const from = lastingSince(state.recent, profile.dispersion, state.firstWeight);
    if (from === void 0) return calm;
    return Math.max(calm, mixture(uncapped(state.recent.slice(from)), state.unstarted, logPrior2));
  }
  return {
    add,
    fork: () => resume4(prepared, { ...state, recent: [...state.recent] })
  };
}
function begin(state, second, { atOnce, hazard }) {
  const { bets, begunAt, unstarted } = state;
  if (begunAt !== void 0 && second - begunAt < BEGIN_SECONDS) return;
  const starting = begunAt === void 0 ? atOnce : unstarted * (1 - (1 - hazard) ** ((second - begunAt) / 60));
  const logStarting = Math.log(starting);
  state.bets = new Float64Array(bets.length);
  for (let k = 0; k < bets.length; k++) state.bets[k] = logAddExp(bets[k], logStarting);
  state.unstarted = Math.max(0, unstarted - starting);
  state.begunAt = second;
}
function forget({ recent }, second) {
  while (recent.length > 1 && recent[0].one.second <= second - LONGEST_SECONDS) recent.shift();
}
function natsOf(one, { profile, logRatios }) {
  const all = one.canary.events + one.stable.events;
  if (all === 0) return void 0;
  const share2 = highShare(asMinute(one));
  const nats = new Float64Array(logRatios.length);
  for (let k = 0; k < nats.length; k++) {
    const { ratio } = profile.ratios[k];
    const raw = riskRatioNats(one.canary.events, all, share2, ratio, logRatios[k]);
    nats[k] = raw / profile.dispersion;
  }
  return nats;
}
function capped(nats, { second, canary, afterShift }, state, most) {
  if (canary.events === 0) return nats;
  const starts = afterShift < START_SECONDS;
  const used = highestEnds(state.recent, second - CAP_SECONDS, nats.length);
  for (let k = 0; k < used.length; k++) {
    const room = Math.min(
      most - used[k],
      starts ? AT_SHIFTS * most - state.atShifts[k] : Number.POSITIVE_INFINITY
    );
    used[k] = Math.min(nats[k], Math.max(0, room));
  }
  if (starts) state.atShifts = sumOf2(state.atShifts, used.map(positive));
  return used;
}
function highestEnds(recent, after, bets) {
  const sums = new Float64Array(bets);
  const highest3 = new Float64Array(bets);
  for (let i = recent.length - 1; i >= 0; i--) {
    const { one, used } = recent[i];
    if (one.second <= after) break;
    if (!used) continue;
    for (let k = 0; k < bets; k++) {
      sums[k] += used[k];
      if (sums[k] > highest3[k]) highest3[k] = sums[k];
    }
  }
  return highest3;
}
function positive(value) {
  return Math.max(0, value);
}
function sumOf2(a, b) {
  const sum3 = a.slice();
  for (let k = 0; k < sum3.length; k++) sum3[k] += b[k];
  return sum3;
}
function uncapped(seconds) {
  const bets = seconds[0].before.slice();
  for (const { nats } of seconds) {
    if (nats) for (let k = 0; k < bets.length; k++) bets[k] += nats[k];
  }
  return bets;
}
function mixture(bets, unstarted, logPrior2) {
  const terms = new Float64Array(bets.length + 1);
  for (let k = 0; k < bets.length; k++) terms[k] = bets[k] + logPrior2[k];
  terms[bets.length] = Math.log(unstarted);
  return logSumExp(terms);
}

// src/analysis/young-seconds.ts
var WINDOW_SECONDS = 30;
var CLEARLY2 = 3;
function inFavourBySecond({ counted, settledUntil }, usual) {
  const window = { canary: 0, expected: 0, requests: 0, events: 0 };
  const change = ({ canary, stable, ...one }, sign2) => {
    window.canary += sign2 * canary.requests;
    window.expected += sign2 * canary.requests * stablePerCanary(one);
    window.requests += sign2 * stable.requests;
    window.events += sign2 * stable.events;
  };
  const isEarlier = ({ second }) => second < settledUntil - WINDOW_SECONDS;
  let first = Math.max(0, counted.findLastIndex(isEarlier));
  const from = first;
  return counted.map((one, i) => {
    if (i < from) return one;
    change(one, 1);
    for (; counted[first].second <= one.second - WINDOW_SECONDS; first++)
      change(counted[first], -1);
    if (one.second < settledUntil) return one;
    return { ...one, stable: favoured(one, window, usual) };
  });
}
function favoured(one, window, usual) {
  const { requests, events } = one.stable;
  const missing3 = window.expected - window.requests;
  const isClear = missing3 > CLEARLY2 * window.expected / Math.sqrt(window.canary);
  const running = isClear ? missing3 / window.expected * one.canary.requests * stablePerCanary(one) : 0;
  const yet = Math.max(0, usual - window.events / Math.max(1, window.requests));
  return { requests: requests + running, events: events + yet * requests + running };
}

// src/analysis/seconds-decision.ts
var INCIDENT_SECONDS = 15;
function decideBySecond(log, settings) {
  return watchSeconds(settings).look(log);
}
function watchSeconds({
  falseRollbackRate,
  profile,
  materialRatio,
  before
}) {
  const past = sum(before);
  const settled = createSecondsTest(profile);
  const calm = -Math.log(falseRollbackRate);
  let taken2 = 0;
  let since = NO_COUNTS;
  const read4 = (seconds, i, nats) => {
    if (nats === void 0 || nats < calm) return void 0;
    const { second } = seconds[i];
    const incidentAt = firstIncident(seconds.slice(0, i + 1), past, profile.dispersion);
    const threshold = calm + (second >= incidentAt ? Math.log(INCIDENT_FACTOR) : 0);
    const failing2 = nats >= threshold && isMaterial(seconds, i, materialRatio);
    return failing2 ? { nats, threshold, failing: failing2 } : void 0;
  };
  let decided;
  return {
    look: ({ counted, settledUntil }) => {
      if (decided) return decided;
      if (mostNats(counted) / profile.dispersion < calm) return void 0;
      const decision2 = (reading2, seconds, i) => reading2 && {
        reading: reading2,
        shown: counted.slice(0, i + 1),
        counted: byMinute(seconds.slice(0, i + 1))
      };
      for (; taken2 < counted.length && counted[taken2].second < settledUntil; taken2++) {
        const one = counted[taken2];
        since = sum([since, one.stable]);
        decided = decision2(read4(counted, taken2, settled.add(one)), counted, taken2);
        if (decided) return decided;
      }
      const favoured2 = inFavourBySecond({ counted, settledUntil }, usualRate(past, since));
      const test = settled.fork();
      for (let i = taken2; i < favoured2.length; i++) {
        const found = decision2(read4(favoured2, i, test.add(favoured2[i])), favoured2, i);
        if (found) return found;
      }
      return void 0;
    }
  };
}
function mostNats(seconds) {
  let nats = 0;
  for (const { canary, weight, weightBefore: weightBefore3 } of seconds) {
    if (canary.events > 0) nats -= canary.events * Math.log(Math.max(weight, weightBefore3) / 100);
  }
  return nats;
}
function isMaterial(seconds, last, ratio) {
  const since = seconds[last].second - 60 * RECENT_MINUTES2;
  let first = last;
  while (first > 0 && seconds[first - 1].second > since) first -= 1;
  return compare(byMinute(seconds.slice(first, last + 1))).ratio >= ratio;
}
function firstIncident(seconds, before, dispersion) {
  const incidents = createSharedIncidentDetector(before, dispersion);
  let block = { from: Number.NEGATIVE_INFINITY, stable: NO_COUNTS };
  for (const { second, stable } of seconds) {
    const from = second - second % INCIDENT_SECONDS;
    if (from !== block.from) {
      if (incidents.add(block.stable)) return block.from;
      block = { from, stable: NO_COUNTS };
    }
    block.stable = sum([block.stable, stable]);
  }
  return incidents.add(block.stable) ? block.from : Number.POSITIVE_INFINITY;
}

// src/analysis/finding-with-logs.ts
var LOGS_PART = 0.1;
function findWithLogs(series, question, memory) {
  const { seconds, before } = series;
  if (!seconds || question.worse === "fewer") return find(series, question, memory);
  const rate2 = question.falseRollbackRate;
  const ofMetrics = { ...question, falseRollbackRate: rate2 * (1 - LOGS_PART) };
  const metrics = find(series, ofMetrics, memory);
  const logged = compare(byMinute(seconds.counted)).excessEvents;
  const estimate = { ...metrics, excess: Math.max(metrics.excess, logged) };
  if (metrics.finding.verdict === "failing") return estimate;
  const { profile, materialRatio } = question;
  const falseRollbackRate = rate2 * LOGS_PART;
  const settings = { falseRollbackRate, profile, materialRatio, before };
  const decision2 = decideBySecond(seconds, settings);
  return decision2 ? decidedBySecond(estimate, decision2, question) : estimate;
}
function decidedBySecond(estimate, { reading: reading2, shown, counted }, { profile: { dispersion }, materialRatio, worse: worse2 }) {
  const comparison = compare(counted);
  const { ratio } = comparison;
  const { failing: failing2, threshold, nats } = reading2;
  const decision2 = { failing: failing2, threshold, dispersion, worse: worse2, ratio, materialRatio };
  const last = shown.at(-1);
  const minutes = byMinute(shown);
  const minute = minutes.at(-1);
  return {
    ...estimate,
    finding: {
      ...estimate.finding,
      verdict: "failing",
      canary: sum(shown.map(({ canary }) => canary)),
      stable: sum(shown.map(({ stable }) => stable)),
      comparison,
      interval: shownInterval(counted, decision2),
      reading: reading2,
      failingSince: minute?.minute,
      fromLogs: { afterShift: last?.afterShift ?? 0 }
    },
    path: minute ? [
      ...estimate.path.filter((point) => point.minute < minute.minute),
      { minute: minute.minute, canary: minute.canary, stable: minute.stable, nats, threshold }
    ] : estimate.path
  };
}

// src/analysis/guardrail.ts
var MIN_LIMIT = 0.1;
var MAX_LIMIT = 0.9;
function guardrailLimit(before) {
  const tolerated = 3 * peakRate(before);
  return tolerated < 1 ? Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, tolerated)) : 1;
}
function canaryOnly(minutes) {
  return minutes.filter(
    (m) => Math.min(m.weight, m.weightBefore) === 100 && m.stable.requests === 0 && m.canary.requests > 0
  );
}
function guardrailPath(minutes, limit, dispersion = 1) {
  if (limit >= 1) return minutes.map(() => 0);
  const bets = [Math.min(2 * limit, 0.97), Math.min(5 * limit, 0.96), 0.95].map((bet) => ({
    perEvent: Math.log(bet / limit) / dispersion,
    perSuccess: Math.log((1 - bet) / (1 - limit)) / dispersion
  }));
  let alone = NO_COUNTS;
  return minutes.map(({ canary }) => {
    alone = sum([alone, canary]);
    const { requests, events } = alone;
    const nats = bets.map(
      ({ perEvent, perSuccess }) => events * perEvent + (requests - events) * perSuccess
    );
    return logSumExp(nats) - Math.log(bets.length);
  });
}
function guardrailNats(minutes, limit, dispersion = 1) {
  return guardrailPath(minutes, limit, dispersion).at(-1) ?? 0;
}

// src/analysis/guardrail-finding.ts
function guardrailFinding(errors, falseRollbackRate, dispersion, guarded2) {
  const alone = canaryOnly(errors.minutes);
  if (alone.length === 0) return void 0;
  const limit = guardrailLimit(errors.before);
  const source = { kind: "guardrail", limit, ...guarded2 };
  return limited(source, alone, falseRollbackRate, dispersion);
}
function unattributedFinding({ minutes, before }, falseRollbackRate, dispersion) {
  const split = minutes.filter(
    ({ weight, weightBefore: weightBefore3, canary }) => weight > 0 && Math.max(weight, weightBefore3) < 100 && canary.requests > 0
  );
  if (split.length === 0) return void 0;
  const limit = guardrailLimit(before);
  const source = { kind: "guardrail", limit, of: "all-traffic" };
  return limited(source, split, falseRollbackRate, dispersion);
}
function heldBackFinding({ minutes, before }, falseRollbackRate, dispersion) {
  const high = highMinutes(minutes);
  if (high.length === 0) return void 0;
  const limit = guardrailLimit(before);
  const source = { kind: "guardrail", limit, of: "held-back" };
  const found = guarded(source, high, exactPath(high, dispersion), falseRollbackRate);
  if (found.verdict === "failing") return found;
  const recent = highMinutes(minutes.slice(-RECENT_MINUTES3));
  const accepted = guardrailNats(recent, limit, dispersion) < -Math.log(falseRollbackRate);
  return accepted ? found : { ...found, verdict: "inconclusive" };
}
var RECENT_MINUTES3 = 3;
function limited(source, alone, falseRollbackRate, dispersion) {
  const { limit } = source;
  const path = guardrailPath(alone, limit, dispersion);
  const found = guarded(source, alone, path, falseRollbackRate);
  return limit < 1 ? found : { ...found, verdict: "inconclusive" };
}
function guarded(source, minutes, path, falseRollbackRate) {
  const threshold = -Math.log(falseRollbackRate);
  const first = path.findIndex((nats) => nats >= threshold);
  const failing2 = first >= 0;
  const canary = sum(minutes.map((m) => m.canary));
  return {
    source,
    verdict: failing2 ? "failing" : "healthy",
    canary,
    stable: sum(minutes.map((m) => m.stable)),
    comparison: compare(minutes),
    interval: void 0,
    reading: { nats: path.at(-1), threshold, failing: failing2 },
    safe: { nats: 0, threshold: 0 },
    failingSince: minutes[first]?.minute
  };
}

// src/analysis/sample-ratio.ts
var ODDS2 = [0.01, 0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 2, 4];
var MATERIAL = 0.1;
function routingGap(minutes, apart) {
  const gap = sampleRatioGap(minutes);
  if (apart || !gap) return gap;
  const other2 = sampleRatioGap(minutes.map(withoutCanary));
  if (!other2) return void 0;
  return distance(other2) < distance(gap) ? other2 : gap;
}
function withoutCanary(minute) {
  const { canary, stable } = minute;
  const requests = Math.max(0, stable.requests - canary.requests);
  return { ...minute, stable: { requests, events: Math.min(requests, stable.events) } };
}
function distance({ realised, configured }) {
  return Math.abs(realised - configured);
}
function sampleRatioGap(minutes, falseReports = 1e-4) {
  const nats = new Float64Array(ODDS2.length);
  let canary = 0;
  let requests = 0;
  let expected = 0;
  let found = false;
  for (const minute of minutes) {
    const total2 = minute.canary.requests + minute.stable.requests;
    const share2 = minute.weight / 100;
    if (!isSteady(minute) || total2 === 0 || share2 <= 0 || share2 >= 1) continue;
    for (let i = 0; i < ODDS2.length; i++) {
      nats[i] += riskRatioNats(minute.canary.requests, total2, share2, ODDS2[i]);
    }
    canary += minute.canary.requests;
    requests += total2;
    expected += total2 * share2;
    found ||= logSumExp(nats) - Math.log(ODDS2.length) >= -Math.log(falseReports);
  }
  const material = Math.abs(canary / expected - 1) >= MATERIAL;
  if (!found || !material) return void 0;
  return { realised: canary / requests, configured: expected / requests };
}

// src/analysis/judge.ts
var DEFAULT_SETTINGS = {
  falseRollbackRate: 0.01,
  dispersion: "auto",
  warmUpSeconds: 60,
  nextWeight: 100,
  apart: true
};
function createJudgeMemory() {
  const known33 = /* @__PURE__ */ new Map();
  return (id) => {
    const memory = known33.get(id) ?? createQuestionMemory();
    known33.set(id, memory);
    return memory;
  };
}
function judge2(measured, settings = DEFAULT_SETTINGS, memory = createJudgeMemory()) {
  const errors = must7(measured.find(isAllErrors), "the errors are always judged");
  const { minutes, before } = errors;
  const compared3 = settings.errors === "counted" ? measured.filter(({ measure }) => classOf(measure) !== "errors") : measured;
  const alpha = splitAlpha(
    settings.falseRollbackRate,
    compared3.map(({ measure }) => measure)
  );
  const isByWeight = minutes.every(({ share: share2 }) => share2 === void 0);
  const routing = isByWeight ? routingGap(minutes, settings.apart) : void 0;
  const sound = settings.apart && isByWeight && routing === void 0;
  const dispersion = dispersionFor(before, settings.dispersion);
  const answers = compared3.map((one) => {
    const known33 = memory(one.measure.id);
    const context = {
      ...settings,
      falseRollbackRate: alpha.of(one.measure),
      sound,
      earlier: known33.minutes()
    };
    const { series, question } = one.measure.ask(one, context);
    return findWithLogs(series, question, known33);
  });
  const findings = [
    ...withParts(answers),
    ...compared3.includes(errors) ? guardrails(compared3, errors, alpha.guardrail, settings) : []
  ];
  return {
    verdict: worst(findings),
    findings,
    paths: answers.map(({ source, path }) => ({ source, points: path })),
    routing,
    bothBad: bothBad(minutes, before, dispersion)
  };
}
function guardrails(measured, errors, rate2, settings) {
  const { unattributed = [] } = settings;
  const functions = measured.filter(({ measure }) => measure.kind === "invocations");
  const half = rate2 / 2;
  const share2 = half / (1 + functions.length + (unattributed.length > 0 ? 1 : 0));
  const clusters = ({ before: before2 }) => dispersionFor(before2, settings.dispersion);
  const { before } = errors;
  const held = settings.apart ? heldBackFinding(errors, half, clusters(errors)) : void 0;
  return [
    guardrailFinding(errors, share2, clusters(errors)),
    held,
    ...functions.map((one) => guardrailFinding(one, share2, clusters(one), functionOf(one))),
    unattributedFinding({ minutes: unattributed, before }, share2, clusters(errors))
  ].filter((finding) => finding !== void 0);
}
function functionOf({ measure: { scope } }) {
  return scope.kind === "function" ? { of: "functions", name: scope.name } : void 0;
}
function isAllErrors({ measure: { kind, scope } }) {
  return kind === "errors" && scope.kind === "all";
}

// src/analysis/probes-measure.ts
var MATERIAL_RATIO2 = 1.2;
var LEAST_HARM = 0.1;
function probesMeasure() {
  return {
    id: "probes",
    kind: "probes",
    scope: ALL,
    budget: { parts: 2, shared: false },
    ask: (series, { falseRollbackRate, dispersion, nextWeight: nextWeight3 }) => ({
      series,
      question: {
        source: { kind: "probes" },
        worse: "more",
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight3),
        // Both versions got the same number in each minute, so successes are evidence, however users are routed.
        profile: {
          ...profileFor(series.minutes[0]),
          dispersion: dispersionFor(series.before, dispersion)
        },
        materialRatio: MATERIAL_RATIO2,
        harm: probeHarm(nextWeight3)
      }
    })
  };
}
function probeHarm(nextWeight3) {
  const { riskRatio, rate: ofUsers } = errorHarm(nextWeight3);
  return { riskRatio, rate: Math.max(LEAST_HARM, ofUsers) };
}
function probeMinute(minute, canary, stable) {
  return { minute, canary, stable, weight: 50, weightBefore: 50 };
}
var WORTHLESS_RATE = 0.5;
var FEW2 = 3;
function isWorthless({ source, stable }) {
  return source.kind === "probes" && stable.requests >= FEW2 && rate(stable) >= WORTHLESS_RATE;
}
function withoutWorthless(findings) {
  return findings.map(
    (finding) => finding.verdict === "healthy" && isWorthless(finding) ? { ...finding, verdict: "inconclusive" } : finding
  );
}

// src/rollout/paired-minutes.ts
function pairMinutes({ bucketSeconds, closedUntil }, split, rollout2, { now: now27 = Number.NEGATIVE_INFINITY, earlier = [], share: share2 } = {}) {
  const closed = [];
  const incomplete = [];
  const open = [];
  const first = Math.floor((servedSince(rollout2) ?? Number.POSITIVE_INFINITY) / 60);
  const closedEnd = Math.floor(closedUntil / 60);
  const openEnd = Math.floor(now27 / 60) + 1;
  const find2 = finder(earlier);
  walk({ first, end: closedEnd }, split, rollout2, (minute, sides2, weights) => {
    if (isHalf(sides2, minute, bucketSeconds)) {
      incomplete.push(minute);
      return;
    }
    const before = find2(minute);
    if (before?.share === share2 && before && isStill(before, sides2, bucketSeconds, weights)) {
      closed.push(before);
    } else {
      const counts = countsIn(sides2, minute, bucketSeconds, weights);
      closed.push(share2 ? { ...counts, share: share2 } : counts);
    }
  });
  walk(
    { first: Math.max(first, closedEnd), end: openEnd },
    split,
    rollout2,
    (minute, sides2, weights) => {
      if (weights.weight >= 100 || isHalf(sides2, minute, bucketSeconds)) return;
      open.push(countsIn(sides2, minute, bucketSeconds, weights));
    }
  );
  return { closed, incomplete, open };
}
function walk({ first, end: end2 }, split, rollout2, visit) {
  const changes = weightChanges(rollout2);
  const promoted = { canary: split.promoted, stable: NO_EVENTS };
  let weights;
  for (let minute = first; minute < end2; minute++) {
    weights = weightsBetween(changes, 60 * minute, weights);
    const served2 = servedIn(weights);
    if (served2 !== "unknown") visit(minute, served2 === "both" ? split : promoted, weights);
  }
}
function isHalf({ canary, stable }, minute, bucketSeconds) {
  const start2 = 60 * minute;
  return isHalfShown(canary, start2, bucketSeconds) || isHalfShown(stable, start2, bucketSeconds);
}
function isStill(before, { canary, stable }, bucketSeconds, { weight, weightBefore: weightBefore3 }) {
  const start2 = 60 * before.minute;
  return before.weight === weight && before.weightBefore === weightBefore3 && isShown2(canary, start2, bucketSeconds, before.canary) && isShown2(stable, start2, bucketSeconds, before.stable);
}
function countsIn({ canary, stable }, minute, bucketSeconds, { weight, weightBefore: weightBefore3 }) {
  const counted = (series) => minuteAt(series, 60 * minute, bucketSeconds);
  return { minute, canary: counted(canary), stable: counted(stable), weight, weightBefore: weightBefore3 };
}
function incompleteIn2({ incomplete }, { phase, record }) {
  const known33 = phase.kind === "preparing" ? 0 : lastClosedMinute(phase.since, record.longestAnswerSeconds);
  return incomplete.filter((minute) => minute > known33);
}

// src/monitor/judge-counts.ts
import {
  src_rollout_plan_ts__rampOf as rampOf2
} from "./core.js";

// src/rollout/log-seconds.ts
var PROPAGATION_SECONDS2 = 60;
var EARLIER_SECONDS = 5;
function splitBySecond({ closedUntil }, { canary, stable }, rollout2, readUntil) {
  const served2 = servedSince(rollout2) ?? Number.POSITIVE_INFINITY;
  const changes = weightChanges(rollout2).map(({ at, weight }) => ({
    at: Math.floor(at) - EARLIER_SECONDS,
    weight
  }));
  const isRead2 = (second) => second < readUntil && !canary.incomplete?.has(second) && !stable.incomplete?.has(second);
  const isSplit3 = ({ weight, weightBefore: weightBefore3 }) => weight > 0 && Math.max(weight, weightBefore3) < 100;
  const counted = secondsOf2([canary, stable]).filter((second) => second >= served2 - EARLIER_SECONDS && isRead2(second)).map((second) => {
    const shift2 = changes.findLast(({ at }) => at <= second)?.at ?? second;
    const weights = {
      weight: weightAt(changes, second),
      weightBefore: weightAt(changes, second - PROPAGATION_SECONDS2)
    };
    const own2 = countsAt(canary, second);
    const other2 = countsAt(stable, second);
    return {
      second,
      canary: own2,
      // Where only the failures of stable are read, the canary's requests tell how many there were.
      stable: stable.requests.size > 0 ? other2 : withRequests(other2, own2, weights),
      ...weights,
      afterShift: Math.max(0, second - shift2 - EARLIER_SECONDS)
    };
  }).filter(isSplit3);
  return { counted, settledUntil: closedUntil };
}
function secondsOf2(sides2) {
  const seconds = sides2.flatMap(({ requests, events }) => [...requests.keys(), ...events.keys()]);
  return [...new Set(seconds)].sort((a, b) => a - b);
}
function countsAt({ requests, events }, second) {
  const failed = events.get(second) ?? 0;
  return { requests: Math.max(failed, requests.get(second) ?? 0), events: failed };
}
function withRequests({ events }, canary, weights) {
  return { requests: Math.max(events, canary.requests * stablePerCanary(weights)), events };
}

// src/monitor/log-series.ts
function secondsFrom(logs2, rollout2) {
  if (logs2.kind === "off") return () => ({});
  const { table: table9, readUntil, abstentions } = logs2;
  const rows = new Map(table9.rows.map((row2) => [row2.measure.id, row2]));
  const isEvidence = abstentions.every(keepsFailures);
  return ({ id }) => {
    const row2 = rows.get(id);
    if (!row2) return {};
    const settledUntil = table9.closedUntil;
    if (!isEvidence || !hasFailures(row2.canary)) return { seconds: { counted: [], settledUntil } };
    return { seconds: splitBySecond(table9, row2, rollout2, readUntil) };
  };
}
function hasFailures({ events }) {
  for (const count10 of events.values()) if (count10 > 0) return true;
  return false;
}

// src/monitor/judge-counts.ts
function createCountMemory() {
  return { closed: /* @__PURE__ */ new Map(), judge: createJudgeMemory() };
}
function judgeCounts({ traffic: traffic3, past, unread: unread2, closedUntil, readAt }, settings, rollout2, seen, memory) {
  if (!past || traffic3.kind !== "counted") return { traffic: traffic3, ...NOT_JUDGED };
  const { compare: compare2 } = settings;
  const pair = (id, split, share2) => {
    const options = { now: readAt, earlier: memory.closed.get(id), share: share2 };
    const paired = pairMinutes(traffic3.table, split, rollout2, options);
    memory.closed.set(id, paired.closed);
    return paired;
  };
  const rows = judgedRows(traffic3.table, past).map(
    (row2) => ({ measure: row2.measure, ...pair(row2.measure.id, row2, traffic3.share) })
  );
  const { unattributed } = traffic3;
  const course3 = {
    ...{ rollout: rollout2, past, ...seen },
    unattributed: unattributed && pair(UNATTRIBUTED, { ...NOWHERE, canary: unattributed }).closed
  };
  return {
    traffic: traffic3,
    judgement: judgeRows(rows, traffic3, course3, settings, memory.judge),
    unread: [...unread2, ...incompleteEvidence(rows, compare2, rollout2)],
    notCompared: notCompared(
      compare2,
      rows.map(({ measure }) => measure),
      past.map(({ measure }) => measure)
    ),
    readUntil: closedUntil,
    quiet: isQuiet(past)
  };
}
var UNATTRIBUTED = "unattributed";
var NOWHERE = { canary: NO_EVENTS, stable: NO_EVENTS, promoted: NO_EVENTS };
function isQuiet([errors]) {
  return sum(errors?.minutes ?? []).requests / 60 < LOW_TRAFFIC_PER_MINUTE;
}
function judgedRows({ rows }, past) {
  const known33 = new Set(past.map(({ measure }) => measure.id));
  return rows.filter(({ measure }) => known33.has(measure.id));
}
var NOT_JUDGED = {
  judgement: void 0,
  unread: [],
  notCompared: [],
  readUntil: 0,
  quiet: false
};
function incompleteEvidence(rows, compare2, rollout2) {
  return [...compare2, "metrics"].flatMap((of) => {
    const shown = rows.filter(({ measure }) => classOf(measure) === of && !isOfRoute(measure));
    const minutes = new Set(shown.flatMap((row2) => incompleteIn2(row2, rollout2)));
    if (minutes.size === 0) return [];
    const from = 60 * Math.min(...minutes);
    const detail = { kind: "incomplete-minutes", minutes: minutes.size, from };
    const source = { kind: "counts", of };
    return [{ source, verdict: "inconclusive", detail, unread: true }];
  });
}
function judgeRows(rows, { apart, share: share2 }, { rollout: rollout2, past, unattributed, logs: logs2, probes }, { falseRollbackRate, dispersion, warmUpSeconds, compare: compare2 }, memory) {
  const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
  const areEvidence = share2 === void 0 && probes === void 0;
  const secondsOf3 = secondsFrom(areEvidence ? logs2 : { kind: "off" }, rollout2);
  const probed = probes ? [{ measure: probesMeasure(), minutes: probes, before: [] }] : [];
  const measured = rows.map(({ measure, closed, open }) => ({
    measure,
    // With unequal shares, that of the counted requests may have been larger in a minute whose weight changed than at any
    // time that is known.
    minutes: share2 === void 0 ? closed : closed.filter(isSteady),
    // And the weights do not say what of the canary has not arrived.
    open: share2 === void 0 ? open : [],
    ...secondsOf3(measure),
    before: before.get(measure.id) ?? []
  }));
  const settings = {
    ...{ falseRollbackRate, dispersion, warmUpSeconds, apart },
    nextWeight: nextWeight2(rollout2),
    errors: compare2.includes("errors") ? "compared" : "counted",
    ...unattributed && { unattributed }
  };
  const judgement = judge2([...measured, ...probed], settings, memory);
  return { ...judgement, findings: withoutWorthless(judgement.findings) };
}
function nextWeight2({ record: { plan: plan2 }, phase }) {
  const next2 = phase.kind === "step" ? rampOf2(plan2)[phase.index + 1] : void 0;
  return next2?.weight ?? 100;
}

// src/monitor/probe-counts.ts
var NO_PROBE_COUNTS = { minutes: () => void 0 };
var ROUNDING3 = 1e-9;
function isExcused(findings, quiet) {
  const probes = findings.find(({ source }) => source.kind === "probes");
  if (!quiet || probes?.verdict !== "healthy") return () => false;
  return (evidence) => evidence.verdict === "inconclusive" && isLack(evidence);
}
function isLack(evidence) {
  if (!isFinding(evidence)) {
    const { detail } = evidence;
    return detail?.kind === "too-few-requests" && detail.minRequests === 1;
  }
  return evidence.source.kind !== "guardrail" && evidence.reading.nats <= ROUNDING3;
}

// src/analysis/series.ts
function orient({ worse: worse2, ...series }, earlier) {
  if (worse2 === "higher") return { series, worse: "more", missing: false };
  if (!isCommon(series)) return { series, worse: "fewer", missing: false };
  return { series: withoutAnyEvents(series, earlier), worse: "more", missing: true };
}
function rarer(series, earlier) {
  if (!isCommon(series)) return { series, worse: "more", missing: false };
  return { series: withoutAnyEvents(series, earlier), worse: "fewer", missing: true };
}
function withoutAnyEvents({ minutes, before }, earlier = []) {
  const find2 = finder(earlier);
  return {
    minutes: minutes.map((minute) => {
      const known33 = find2(minute.minute);
      return known33 && isWithoutEvents(known33, minute) ? known33 : withoutEvents(minute);
    }),
    before: before.map(missing)
  };
}
function isWithoutEvents(made, minute) {
  return made.weight === minute.weight && made.weightBefore === minute.weightBefore && made.share === minute.share && isMissing(made.canary, minute.canary) && isMissing(made.stable, minute.stable);
}
function isMissing(made, { requests, events }) {
  return made.requests === requests && made.events === Math.max(0, requests - events);
}
function isCommon({ before, minutes }) {
  const usual = sum(before);
  const first = minutes.find((m) => m.canary.requests + m.stable.requests > 0);
  const known33 = usual.requests > 0 ? usual : sum(first ? [first.canary, first.stable] : []);
  return rate(known33) > 0.5;
}

// src/analysis/custom-measure.ts
var MATERIAL_RATIO3 = 1.2;
function customMeasure(name, worse2) {
  const id = `metric ${name}`;
  return {
    id,
    kind: "custom",
    scope: ALL,
    budget: { parts: 1, shared: false },
    ask: ({ minutes, before }, { falseRollbackRate, dispersion, nextWeight: nextWeight3, earlier }) => {
      const { series, worse: direction, missing: missing3 } = orient({ minutes, before, worse: worse2 }, earlier);
      const harm = direction === "more" ? metricHarm : lossHarm;
      return {
        series,
        question: {
          source: { kind: "metric", name, ...missing3 && { missing: missing3 } },
          worse: direction,
          falseRollbackRate,
          standard: harmThresholdFor(nextWeight3),
          profile: { ...DEFAULT_PROFILE, dispersion: dispersionFor(series.before, dispersion) },
          materialRatio: MATERIAL_RATIO3,
          harm: harm(series.before, nextWeight3)
        }
      };
    }
  };
}

// src/monitor/read-counts.ts
import {
  src_base_assert_ts__must as must8
} from "./core.js";
import {
  src_base_errors_ts__known as known6
} from "./core.js";
import {
  src_inputs_metric_fields_ts__fillVersions as fillVersions
} from "./core.js";
async function readCounts(sources, rollout2, now27) {
  const closedUntil = 60 * (lastClosedMinute(now27, rollout2.record.longestAnswerSeconds) + 1);
  const reach = { closedUntil, readAt: now27 };
  try {
    return { ...reach, ...await readAll3(sources, rollout2, now27, closedUntil) };
  } catch (error) {
    const traffic3 = { kind: "unreadable", why: known6(error).message };
    return { ...reach, traffic: traffic3, past: void 0, unread: [] };
  }
}
async function readAll3(sources, rollout2, now27, closedUntil) {
  const { countSource, settings } = sources;
  const { startedAt, functions } = rollout2.record;
  const span = {
    ...{ from: startOfMinute(startedAt), to: startOfMinute(now27) + 60 },
    look: sources.kept.look(),
    promoted: weightChanges(rollout2).some(({ weight }) => weight >= 100)
  };
  const traffic3 = await countSource.readTraffic(functions.filter(isChanged), span, closedUntil);
  if (settings.analysis === "off" || traffic3.kind !== "counted")
    return { traffic: traffic3, past: void 0, unread: [] };
  const baseline = await sources.baseline(rollout2, now27);
  const more = await readMore(sources, { baseline, traffic: traffic3, rollout: rollout2, span, now: now27 });
  const table9 = { ...traffic3.table, rows: [...traffic3.table.rows, ...more.rows] };
  return {
    traffic: { ...traffic3, table: table9 },
    past: [...baseline, ...more.baseline],
    unread: more.unread
  };
}
function isChanged({ from, to }) {
  return from !== to;
}
async function readMore({ countSource, cloudWatch: cloudWatch2, metricBaseline, settings: { metrics } }, { baseline, traffic: traffic3, rollout: rollout2, span, now: now27 }) {
  const measures = metrics.map(({ name, worse: worse2 }) => customMeasure(name, worse2));
  const slow = await readOrSay(
    "comparisons",
    () => countSource.readMeasures(baseline, traffic3, span)
  );
  const own2 = await readOrSay("metrics", async () => {
    const past = await metricBaseline(rollout2, now27);
    const sides2 = await readMetrics(cloudWatch2, metricQuestions(metrics, rollout2), span);
    return measures.map((measure, i) => ({
      // After the promotion, a user's metric has no second side and is not part of the verdict.
      row: { measure, promoted: NO_EVENTS, ...must8(sides2[i], "each metric has its counts") },
      past: { measure, minutes: must8(past[i], "each metric has its baseline") }
    }));
  });
  return {
    rows: [...slow.read, ...own2.read.map(({ row: row2 }) => row2)],
    baseline: own2.read.map(({ past }) => past),
    unread: [...slow.unread, ...own2.unread]
  };
}
async function readOrSay(of, read4) {
  try {
    return { read: await read4(), unread: [] };
  } catch (error) {
    const detail = { kind: "unreadable", why: known6(error).message };
    const source = { kind: "reading", of };
    return { read: [], unread: [{ source, verdict: "inconclusive", detail, unread: true }] };
  }
}
function metricQuestions(metrics, { record }) {
  return metrics.map((metric) => ({
    ...metric,
    canary: fillVersions(metric.canary, record.functions),
    stable: fillVersions(metric.stable, record.functions)
  }));
}

// src/monitor/read-when-due.ts
import {
  src_base_errors_ts__known as known7
} from "./core.js";

// src/monitor/due-reading.ts
import {
  src_rollout_plan_ts__isBake as isBake4,
  src_rollout_plan_ts__stepWindow as stepWindow
} from "./core.js";
var LOOK_SECONDS = 30;
function dueReading(last, rollout2, now27) {
  const { longestAnswerSeconds } = rollout2.record;
  if (!last || isMoved(last.rollout, rollout2)) return "all";
  const closedBy2 = (at) => lastClosedMinute(at, longestAnswerSeconds);
  if (closedBy2(now27) > closedBy2(last.readAt)) return "all";
  const lookOf = (at) => Math.floor((at - closingSeconds(longestAnswerSeconds)) / LOOK_SECONDS);
  if (lookOf(now27) === lookOf(last.askedAt)) return "nothing";
  if (last.failed || isAwaited(rollout2, now27)) return "all";
  return isSplitOpen(rollout2, 60 * (closedBy2(now27) + 1)) ? "failures" : "nothing";
}
function isMoved(before, after) {
  const stateOf = ({ phase, stepStartTimes }) => JSON.stringify([phase, stepStartTimes]);
  return stateOf(before) !== stateOf(after);
}
function isAwaited({ phase, record: { plan: plan2 } }, now27) {
  if (phase.kind !== "step" || isBake4(plan2, phase.index)) return false;
  const step = plan2.steps[phase.index];
  const end2 = step ? phase.since + stepWindow(plan2, step).earliest : Number.POSITIVE_INFINITY;
  return now27 + LOOK_SECONDS >= end2;
}
function isSplitOpen({ phase }, closedUntil) {
  switch (phase.kind) {
    case "preparing":
      return false;
    case "step":
      return true;
    case "baking":
      return phase.since > closedUntil;
  }
}

// src/monitor/read-when-due.ts
function readWhenDue(sources) {
  let last;
  const readAll4 = async (rollout2, now27) => {
    const counts = await readCounts(sources, rollout2, now27);
    const failed = counts.traffic.kind === "unreadable" || counts.unread.length > 0;
    last = { rollout: rollout2, counts, readAt: now27, askedAt: now27, failed };
    return counts;
  };
  return async (rollout2, now27) => {
    const due = dueReading(last, rollout2, now27);
    if (!last || due === "all") return readAll4(rollout2, now27);
    if (due === "nothing") return last.counts;
    const { counts } = last;
    last = { ...last, askedAt: now27 };
    return await mayFail(sources, rollout2, now27) ? readAll4(rollout2, now27) : counts;
  };
}
async function mayFail({ countSource, settings }, { record }, now27) {
  if (settings.analysis === "off") return false;
  const from = 60 * (lastClosedMinute(now27, record.longestAnswerSeconds) + 1);
  const span = { from, to: startOfMinute(now27) + 60 };
  try {
    return await countSource.readFailures?.(record.functions.filter(isChanged), span) ?? true;
  } catch (error) {
    known7(error);
    return true;
  }
}

// src/monitor/tagged-alarms.ts
import {
  src_base_alarm_ref_ts__alarmTags as alarmTags,
  src_base_alarm_ref_ts__MOST_TAGGED as MOST_TAGGED,
  src_base_alarm_ref_ts__tagText as tagText
} from "./core.js";
import {
  src_base_errors_ts__known as known8
} from "./core.js";
var NO_TAGS = async () => ({ arns: [], unread: void 0 });
var AGAIN_SECONDS = 60;
function watchTags(clients, alarms) {
  const tags = alarmTags(alarms);
  if (tags.length === 0) return NO_TAGS;
  const found = /* @__PURE__ */ new Set();
  let unread2;
  let next2 = 0;
  return async (now27) => {
    if (now27 >= next2) {
      next2 = now27 + AGAIN_SECONDS;
      try {
        const { findByTags } = await import("./aws-tagged-resources.js");
        for (const tag of tags) {
          const some = await findByTags(clients, [tag], [ALARM], MOST_TAGGED);
          for (const { arn } of some) found.add(arn);
        }
        unread2 = found.size > MOST_TAGGED ? tooMany(tags.map(tagText)) : void 0;
      } catch (error) {
        unread2 = known8(error).message;
        next2 = now27;
      }
    }
    return { arns: [...found].slice(0, MOST_TAGGED), unread: unread2 };
  };
}
var ALARM = "cloudwatch:alarm";
function tooMany(tags) {
  return `more than ${MOST_TAGGED} alarms have the tag ${tags.join(" or ")} now; the others are not watched`;
}

// src/monitor/wait-with-logs.ts
var WAKE_SECONDS = 15;
function waitWithLogs(logs2, { now: now27, sleep: sleep12 }, isFailing) {
  let wokeAt = Number.NEGATIVE_INFINITY;
  let judged2 = 0;
  const isNews2 = (rollout2) => {
    const failures = canaryFailures(logs2);
    if (failures <= judged2 || now27() - wokeAt < WAKE_SECONDS) return false;
    judged2 = failures;
    return isFailing(rollout2, now27());
  };
  return async (rollout2, until, stopped) => {
    while (now27() < until && !stopped.aborted) {
      const over = new AbortController();
      const end2 = () => over.abort();
      stopped.addEventListener("abort", end2, { once: true });
      const waited = sleep12(until - now27(), over.signal).then(() => Number.POSITIVE_INFINITY);
      const due = await Promise.race([logs2.poll(rollout2, now27()), waited]);
      end2();
      stopped.removeEventListener("abort", end2);
      if (stopped.aborted) return;
      if (isNews2(rollout2)) {
        wokeAt = now27();
        return;
      }
      await sleep12(Math.min(due / 1e3, until - now27()), stopped);
    }
  };
}
function canaryFailures(logs2) {
  const reading2 = logs2.reading();
  if (reading2.kind === "off") return 0;
  const { canary } = errorsOf(reading2.table);
  return total({ ...canary, incomplete: /* @__PURE__ */ new Set() }, { from: 0 }, 1)?.events ?? 0;
}

// src/monitor/monitor.ts
function createMonitor(cloudWatch2, countSource, settings, logs2 = NO_LOGS, readTags = NO_TAGS, probes = NO_PROBE_COUNTS) {
  const sources = {
    cloudWatch: cloudWatch2,
    countSource,
    settings,
    kept: keepMinutes(),
    baseline: onceClosed(
      ({ record: { startedAt, functions } }) => countSource.readBaseline(startedAt, functions.filter(isChanged), settings.compare)
    ),
    metricBaseline: onceClosed((rollout2) => {
      const questions = metricQuestions(settings.metrics, rollout2);
      return readMetricBaseline(cloudWatch2, questions, rollout2.record.startedAt);
    })
  };
  const readCounts2 = readWhenDue(sources);
  const memory = createCountMemory();
  let latest;
  const observe2 = (rollout2, now27) => {
    if (!latest) return void 0;
    const reading2 = comparedWith(latest.counts.traffic, logs2.reading());
    const seen = { logs: reading2, probes: probes.minutes(now27) };
    const counted = judgeCounts(latest.counts, settings, rollout2, seen, memory);
    return { ...weigh(latest.alarms, counted, rollout2, settings, now27), logs: reading2 };
  };
  return {
    check: async (rollout2, now27) => {
      const [alarms, counts] = await Promise.all([
        readTags(now27).then(
          (tagged) => alarmEvidence(cloudWatch2, settings.alarms, tagged, rollout2.record.startedAt)
        ),
        readCounts2(rollout2, now27)
      ]);
      latest = { alarms, counts };
      return must9(observe2(rollout2, now27), "the counts have just been read");
    },
    wait: waitWithLogs(
      logs2,
      { now: currentTime, sleep },
      (rollout2, now27) => (observe2(rollout2, now27)?.deciding ?? []).some(({ verdict }) => verdict === "failing")
    )
  };
}
function onceClosed(read4) {
  let kept;
  return async (rollout2, now27) => {
    const { startedAt, longestAnswerSeconds } = rollout2.record;
    const last = Math.floor(startedAt / 60) - 1;
    const closed = lastClosedMinute(now27, longestAnswerSeconds) >= last;
    if (!kept || closed && !kept.closed) kept = { past: await read4(rollout2), closed };
    return kept.past;
  };
}
function weigh(alarms, counted, rollout2, settings, now27) {
  const { phase, record } = rollout2;
  const { traffic: traffic3, judgement, unread: unread2, readUntil } = counted;
  const enforced = settings.analysis === "enforce";
  const findings = [...judgement?.findings ?? [], ...unread2];
  const silence = phase.kind === "step" ? [judgeTraffic(traffic3, phase.since, requestsIn3(record.plan, phase.index, settings))] : [];
  const { plan: plan2 } = record;
  const byEvidence = plan2.advance.kind === "evidence" && phase.kind === "step" && !isBake5(plan2, phase.index);
  const uncompared2 = enforced ? nothingCompared(judgement, record) : void 0;
  const baking = unreadInBake(counted, rollout2, now27);
  const compared3 = [...baking, ...findings];
  const excused = isExcused(findings, counted.quiet);
  const deciding = compared3.filter(
    (e) => byEvidence && !onlyObjects(e) && !excused(e) || isNews(e) || isUnaccepted(e)
  );
  const unexcused = enforced ? silence.filter((e) => !excused(e)) : silence;
  const rung = phase.kind === "baking" ? alarms.filter(isNews) : alarms;
  return {
    evidence: [...alarms, ...silence, ...compared3, ...listOf(uncompared2)],
    deciding: [...rung, ...unexcused, ...enforced ? deciding : [], ...listOf(uncompared2)],
    traffic: traffic3,
    uncompared: uncompared2,
    readUntil: enforced ? readUntil : Number.POSITIVE_INFINITY,
    paths: judgement?.paths ?? [],
    notCompared: counted.notCompared,
    misrouted: judgement?.routing,
    incident: enforced && phase.kind === "step" ? judgement?.bothBad : void 0
  };
}
function requestsIn3(plan2, index, { minRequests }) {
  const step = plan2.steps[index];
  return Math.max(minRequests, step ? requestsFor3(plan2, step) : 0);
}
function unreadInBake({ traffic: traffic3, readUntil, judgement }, rollout2, now27) {
  const { phase, record } = rollout2;
  const { longestAnswerSeconds, plan: plan2 } = record;
  if (phase.kind === "baking" && traffic3.kind === "unreadable")
    return [unreadableTraffic(traffic3.why)];
  const end2 = bakeEnd(rollout2);
  if (end2 === void 0 || plan2.bakeSeconds === 0 || !judgement) return [];
  return unreadBake({ end: end2, readUntil, closingSeconds: closingSeconds(longestAnswerSeconds) }, now27);
}
function listOf(evidence) {
  return evidence ? [evidence] : [];
}
function nothingCompared(judgement, { longestAnswerSeconds }) {
  if (!judgement || judgement.findings.some(isMade)) return void 0;
  const closedAfterSeconds = closingSeconds(longestAnswerSeconds);
  const detail = { kind: "nothing-compared", closedAfterSeconds };
  return { source: { kind: "comparison" }, verdict: "inconclusive", detail };
}
function isUnaccepted({ source, verdict }) {
  return source.kind === "guardrail" && source.of === "held-back" && verdict === "inconclusive";
}
function isNews({ verdict, unread: unread2 }) {
  return verdict === "failing" || unread2 === true;
}
async function alarmEvidence(cloudWatch2, alarms, { arns, unread: unread2 }, startedAt) {
  const named3 = namedAlarms(alarms);
  const tagged = arns.filter((arn) => !named3.some((alarm) => isAlarm3(alarm, arn)));
  const partly = unread2 === void 0 ? [] : [unreadAlarms(unread2)];
  if (named3.length + tagged.length === 0) return partly;
  let details4;
  try {
    details4 = await readAlarms(cloudWatch2, [...named3, ...tagged]);
  } catch (error) {
    return [unreadAlarms(known9(error).message)];
  }
  const ofNamed = judgeAlarms(named3, details4, startedAt);
  return [...ofNamed, ...judgeTagged(tagged, details4, startedAt), ...partly];
}
function unreadAlarms(why2) {
  const source = { kind: "alarms" };
  const detail = { kind: "unreadable", why: why2 };
  return { source, verdict: "inconclusive", detail, unread: true };
}

// src/rollout/shown.ts
import {
  src_rollout_plan_ts__sameWeight as sameWeight4
} from "./core.js";
function withShownPhase(rollout2, trafficState, at) {
  const { phase, record, stepStartTimes } = rollout2;
  if (isMarkedReached(phase) || trafficState.kind !== "split" || trafficState.most !== void 0 || trafficState.weight === 0) {
    return rollout2;
  }
  const { steps } = record.plan;
  const shown = steps.findIndex(({ weight }) => sameWeight4(weight, trafficState.weight));
  if (!isAhead(phase, shown)) return rollout2;
  const index = shown === -1 ? Math.max(0, steps.length - 1) : shown;
  const since = Math.floor(at);
  return {
    ...rollout2,
    phase: { kind: "step", index, since },
    stepStartTimes: [...stepStartTimes.slice(0, index), since]
  };
}
function asShown(rollout2, trafficState) {
  const { record, stepStartTimes } = rollout2;
  const { phase } = withShownPhase(rollout2, trafficState, record.startedAt);
  if (phase === rollout2.phase || phase.kind !== "step") return rollout2;
  const since = stepStartTimes[phase.index] ?? record.startedAt;
  return {
    ...rollout2,
    phase: { ...phase, since },
    stepStartTimes: stepStartTimes.slice(0, phase.index + 1)
  };
}
function isAhead(phase, shown) {
  if (phase.kind === "baking") return true;
  return phase.kind === "step" && shown !== -1 && phase.index > shown;
}

// src/run/services.ts
import {
  src_targets_kinds_ts__kindOf as kindOf2
} from "./core.js";

// src/targets/ownership.ts
import {
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";

// src/rollout/record.ts
import {
  src_base_errors_ts__KnownError as KnownError11
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson3
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
import {
  src_rollout_given_approval_ts__formatApprovals as formatApprovals,
  src_rollout_given_approval_ts__parseApprovals as parseApprovals
} from "./core.js";

// src/rollout/last-outcome.ts
function formatLastOutcome({ ended, at, by, of }) {
  const word = `${ended}/${Math.floor(at)}/${rolloutKey(by)}`;
  return of === void 0 ? word : `${word}/of/${of}`;
}
function parseLastOutcome(text2) {
  const [, ended, at, rest = ""] = /^(promoted|rolled-back)\/(\d{1,11})\/(.+)$/.exec(text2) ?? [];
  const [, id = rest, of] = /^(.+)\/of\/([0-9a-f]{8})$/.exec(rest) ?? [];
  const by = parseRolloutId(id);
  if (!by || ended !== "promoted" && ended !== "rolled-back") return void 0;
  return { ended, at: Number(at), by, ...of !== void 0 && { of } };
}

// src/rollout/pause-tag.ts
function formatPause({ since, by }) {
  return `${Math.floor(since)}/${rolloutKey(by)}`;
}
function parsePause(text2) {
  const [, since, id = ""] = /^(\d{1,11})\/(.+)$/.exec(text2) ?? [];
  const by = parseRolloutId(id);
  return by && { since: Number(since), by };
}

// src/rollout/record-shape.ts
import {
  src_rollout_given_approval_ts__APPROVERS as APPROVERS
} from "./core.js";
import {
  src_rollout_shape_ts__isMembers as isMembers,
  src_rollout_shape_ts__isString as isString,
  src_rollout_shape_ts__list as list2,
  src_rollout_shape_ts__members as members,
  src_rollout_shape_ts__number as number,
  src_rollout_shape_ts__optional as optional,
  src_rollout_shape_ts__own as own,
  src_rollout_shape_ts__text as text
} from "./core.js";
function wrongPart(record, codec) {
  if (!isMembers(record)) return "record";
  const wrong = Object.entries(checksOf(codec)).find(([name, check2]) => !check2(own(record, name)));
  return wrong?.[0] ?? wrongTogether(record, codec);
}
var isTime = number(0, 99999999999);
var isSeconds = number(0, 1e9);
var isPlan = members({
  steps: list2(members({ weight: number(Number.MIN_VALUE, 100), holdSeconds: isSeconds })),
  advance: (value) => members({ kind: text(/^time$/), maxSeconds: optional(isSeconds) })(value) || members({ kind: text(/^evidence$/), minSeconds: isSeconds, maxSeconds: isSeconds })(value),
  bakeSeconds: isSeconds,
  heldBack: optional((value) => value === true),
  readSeconds: optional(isSeconds),
  requests: optional(number(1, 1e6)),
  approvals: optional(
    members({
      at: list2(number(0, 100)),
      by: optional(text(APPROVERS)),
      door: optional((value) => value === true)
    })
  )
});
var checksOf = ({ isName, isVersion }) => ({
  id: (value) => members({
    repository: isString,
    runId: isString,
    attempt: isString,
    job: optional(text(/^[0-9a-f]{12}$/))
  })(value) && parseRolloutId(formatRolloutId(value)) !== void 0,
  on: optional(text(/^arn:[\w-]+:[a-z0-9-]+:[\w-]+:\d*:[\w:$/-]{1,256}$/)),
  startedAt: isTime,
  plan: isPlan,
  longestAnswerSeconds: isSeconds,
  functions: list2(members({ name: isName, from: isVersion, to: isVersion })),
  target: isMembers,
  pull: optional(number(1, Number.MAX_SAFE_INTEGER)),
  preview: optional(number(1, Number.MAX_SAFE_INTEGER))
});
function wrongTogether({ functions, target }, codec) {
  const names = functions.map(({ name }) => name);
  if (new Set(names).size < names.length) return "functions";
  return codec.fits(target, names) ? void 0 : "target";
}

// src/rollout/record-text.ts
import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  src_base_foreign_text_ts__binaryIn as binaryIn
} from "./core.js";
var COMPRESSED = ".";
var MOST_BYTES = 4e6;
function sealText(text2, plainUpTo = Number.POSITIVE_INFINITY) {
  const bytes = new TextEncoder().encode(text2);
  const plain2 = seal(toBase64Url(bytes));
  if (plain2.length <= plainUpTo) return plain2;
  const compressed = seal(COMPRESSED + toBase64Url(deflateRawSync(bytes)));
  return compressed.length < plain2.length ? compressed : plain2;
}
function unsealText(sealed) {
  const text2 = unseal(sealed);
  if (text2 === void 0) return void 0;
  const isCompressed = text2.startsWith(COMPRESSED);
  const bytes = fromBase64Url(isCompressed ? text2.slice(COMPRESSED.length) : text2);
  const whole = isCompressed ? bytes && inflated(bytes) : bytes;
  return whole && new TextDecoder().decode(whole);
}
function inflated(bytes) {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return void 0;
  }
}
var SEAL_LENGTH = 8;
function seal(text2) {
  return checksum(text2) + text2;
}
function unseal(sealed) {
  const text2 = sealed.slice(SEAL_LENGTH);
  return sealed === seal(text2) ? text2 : void 0;
}
function checksum(text2) {
  let hash = 2166136261;
  for (let i = 0; i < text2.length; i++) hash = Math.imul(hash ^ text2.charCodeAt(i), 16777619);
  return (hash >>> 0).toString(16).padStart(SEAL_LENGTH, "0");
}
function toBase64Url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(binary.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/={1,2}$/, "");
}
function fromBase64Url(text2) {
  const binary = binaryIn(text2.replace(/-/g, "+").replace(/_/g, "/"));
  if (binary === void 0) return void 0;
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

// src/rollout/record.ts
import {
  src_rollout_shape_ts__isMembers as isMembers2
} from "./core.js";
var TAG_PREFIX = "canary-action:";
var OWNER = `${TAG_PREFIX}rollout`;
var PHASE = `${TAG_PREFIX}phase`;
var CANARY2 = `${TAG_PREFIX}canary`;
var SHIFTS = `${TAG_PREFIX}shifts`;
var PAUSED = `${TAG_PREFIX}paused`;
var APPROVED = `${TAG_PREFIX}approved`;
var LAST = `${TAG_PREFIX}last`;
var CHUNK = `${TAG_PREFIX}record.`;
var CHUNK_LENGTH = 256;
var PLAIN_CHUNKS = 8;
var MAX_CHUNKS = 22;
function recordTags(record, phase, maxChunks = MAX_CHUNKS) {
  const text2 = sealText(JSON.stringify({ v: 1, ...record }), PLAIN_CHUNKS * CHUNK_LENGTH);
  const chunks = text2.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, "g")) ?? [];
  if (chunks.length > maxChunks) {
    throw new KnownError11(
      `the state of this release needs ${chunks.length} tags, and at most ${maxChunks} are used: release fewer functions or pinned integrations at once`
    );
  }
  const numbered = chunks.map((chunk, i) => [`${CHUNK}${i + 1}-${chunks.length}`, chunk]);
  return {
    ...ownerTag(record.id),
    [PHASE]: formatPhase(phase),
    ...Object.fromEntries(numbered)
  };
}
function expectedTags({ plan: plan2 }) {
  return plan2.approvals ? { [APPROVED]: "" } : {};
}
function phaseTags({ record, stepStartTimes }, phase) {
  const tag = { [PHASE]: formatPhase(phase) };
  if (phase.kind !== "step") return tag;
  const begun = [...stepStartTimes.slice(0, phase.index), phase.since];
  return { ...tag, [SHIFTS]: formatShifts(begun, record.startedAt) };
}
function formatShifts(stepStartTimes, startedAt) {
  return stepStartTimes.map((at) => Math.max(0, at - startedAt).toString(36)).join(".");
}
function parseShifts(text2, { startedAt, plan: plan2 }) {
  const parts = text2 === "" ? [] : text2.split(".");
  const wellFormed = parts.every((part) => /^[0-9a-z]{1,6}$/.test(part));
  if (!wellFormed || parts.length > plan2.steps.length) return void 0;
  return parts.map((part) => startedAt + Number.parseInt(part, 36));
}
function ownerTag(id) {
  return { [OWNER]: rolloutKey(id) };
}
function ownerOf(tags) {
  return parseRolloutId(tags[OWNER] ?? "");
}
function canaryTag(deploymentId) {
  return { [CANARY2]: deploymentId };
}
function pauseTag(pause4) {
  return { [PAUSED]: formatPause(pause4) };
}
function approvalTag({
  approvals = [],
  record
}) {
  return approvals.length > 0 ? { [APPROVED]: formatApprovals(approvals, record) } : void 0;
}
function lastOutcomeTag(last) {
  return { [LAST]: formatLastOutcome(last) };
}
function isRecordTag(key) {
  return key.startsWith(CHUNK);
}
function ourTagKeys(tags) {
  return Object.keys(tags).filter((key) => key.startsWith(TAG_PREFIX) && key !== LAST);
}
function tagKeysToClear(tags, last) {
  const stale = last === void 0 && Object.hasOwn(tags, LAST);
  return [...ourTagKeys(tags), ...stale ? [LAST] : []];
}
function readStoredState(tags, codec) {
  if (ourTagKeys(tags).length === 0) {
    return { kind: "none", last: parseLastOutcome(tags[LAST] ?? "") };
  }
  const phase = parsePhase(tags[PHASE] ?? "");
  if (!phase) return unreadable(`the tag ${PHASE} is ${quote3(tags[PHASE] ?? "")}`);
  const texts = joinChunks(tags);
  if (texts.length === 0) return unreadable(`some of the tags ${CHUNK}* are missing`);
  const begun = isAlone(tags) ? parseRecord(texts.join("")) : writtenBy(ownerOf(tags), texts, codec);
  if (begun === void 0)
    return unreadable(`the tags ${CHUNK}* contain no record of this version`);
  if (isOfOtherKind(begun, codec)) {
    return unreadable("its tags belong to a rollout of another kind of target");
  }
  const wrong = wrongPart(begun, codec);
  if (wrong !== void 0) {
    return unreadable(`the tags ${CHUNK}* contain a record whose "${wrong}" is malformed`);
  }
  const malformed = malformedTag(tags, codec);
  if (malformed !== void 0) return unreadable(malformed);
  const record = { ...begun, id: ownerOf(tags) ?? begun.id };
  const shifts = tags[SHIFTS] ?? "";
  const stepStartTimes = parseShifts(shifts, record);
  if (!stepStartTimes) return unreadable(`the tag ${SHIFTS} is ${quote3(shifts)}`);
  return {
    kind: "rollout",
    storedRollout: {
      record,
      phase,
      stepStartTimes,
      canaryDeploymentId: tags[CANARY2],
      paused: parsePause(tags[PAUSED] ?? ""),
      ...approvalsIn(tags, record)
    }
  };
}
function approvalsIn({ [APPROVED]: text2 }, record) {
  const approvals = text2 === void 0 ? void 0 : parseApprovals(text2, record);
  return approvals ? { approvals } : {};
}
function isOfOtherKind(record, codec) {
  const target = isMembers2(record) ? record.target : void 0;
  return isMembers2(target) && typeof target.kind === "string" && target.kind !== codec.kind;
}
function malformedTag(tags, { isCanary }) {
  const { [CANARY2]: canary, [PAUSED]: paused, [APPROVED]: approved } = tags;
  if (canary !== void 0 && !isCanary(canary)) return `the tag ${CANARY2} is ${quote3(canary)}`;
  if (approved !== void 0 && !parseApprovals(approved, { startedAt: 0 })) {
    return `the tag ${APPROVED} is ${quote3(approved)}`;
  }
  const held = paused === void 0 || parsePause(paused) !== void 0;
  return held ? void 0 : `the tag ${PAUSED} is ${quote3(paused)}`;
}
function unreadable(why2) {
  return { kind: "unreadable", why: why2 };
}
function joinChunks(tags) {
  return totalsIn(tags).flatMap((total2) => {
    const chunks = Array.from({ length: total2 }, (_, i) => tags[`${CHUNK}${i + 1}-${total2}`]);
    return chunks.includes(void 0) ? [] : [chunks.join("")];
  });
}
function totalsIn(tags) {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  const totals2 = keys.map((key) => Number(key.split("-").at(-1)));
  return [...new Set(totals2)].filter((total2) => total2 > 0 && total2 <= keys.length);
}
function isAlone(tags) {
  const keys = Object.keys(tags).filter((key) => key.startsWith(CHUNK));
  return keys.every((key) => key.endsWith(`-${keys.length}`));
}
function writtenBy(owner, texts, codec) {
  const [record, another] = texts.map(parseRecord).filter(
    (one) => owner !== void 0 && wrongPart(one, codec) === void 0 && sameRollout(one.id, owner)
  );
  return another === void 0 ? record : void 0;
}
function parseRecord(text2) {
  const { v, ...record } = parseJson3(unsealText(text2) ?? "") ?? {};
  return v === 1 ? record : void 0;
}

// src/report/stored-state-text.ts
function whyNotOwned(words2, stored, linkTo) {
  switch (stored.kind) {
    case "takes-part":
      return `${describeParticipant(stored, linkTo)}. If its state cannot be read, a run for "${stored.rememberedBy}" alone says how to remove it`;
    case "another":
      return describeAnother(stored, linkTo);
    case "beyond":
      return `the rollout of ${linkTo(stored.id)} is unfinished, and ${stored.why}`;
    case "unproven":
      return `${words2} has stored state of the rollout ${linkTo(stored.id)}, but AWS does not confirm it: ${stored.why}. To keep what is served now, remove its tags ${TAG_PREFIX}*; to roll back, name the version or the deployment with command: rollback and rollback-to`;
    case "unreadable":
      return `${words2} has stored state that cannot be read (${stored.why}). Check what is served, then remove its tags ${TAG_PREFIX}*`;
  }
}
function describeAnother({ of, id }, linkTo) {
  return `${sayReleased(of, linkTo(id))}. A function can be in only one release at a time: wait until that release ends, or end it with command: promote or rollback for ${of}`;
}
function lossText(loss, linkTo) {
  if (loss.kind === "state-lost") return loss.why ?? "the tags that store its state are gone";
  const { owner } = loss;
  switch (owner.kind) {
    case "run":
      return describeTakenOver(owner.id, owner.before, linkTo);
    case "release":
      return sayReleased(owner.of, linkTo(owner.id));
    case "takes-part":
      return describeParticipant(owner, linkTo);
  }
}
function sayReleased(of, link7) {
  return `${of} ${of.includes(" and ") ? "are" : "is"} being released by ${link7}`;
}
function describeTakenOver(by, own2, linkTo) {
  return areSiblings(by, own2) ? `the release was taken over by ${linkTo(by)}` : `another run has taken over: ${linkTo(by)}`;
}
function describeParticipant({ functionName, rememberedBy, id }, linkTo) {
  const whose = id ? ` of ${linkTo(id)}` : "";
  return `"${functionName}" is part of the rollout${whose}, whose state is stored on the function "${rememberedBy}". Wait until that rollout ends, or release the same functions together again`;
}

// src/rollout/cause.ts
import {
  src_base_errors_ts__errorName as errorName5,
  src_base_errors_ts__KnownError as KnownError12,
  src_base_errors_ts__messageOf as messageOf7,
  src_base_errors_ts__rootOf as rootOf2
} from "./core.js";
function failing(evidence) {
  const [first] = [...evidence.filter(isFinding), ...evidence];
  return { kind: first?.source.kind ?? "hook", evidence };
}
function errorCause(error) {
  const message = messageOf7(error);
  if (!(error instanceof KnownError12)) return { kind: "internal-error", message };
  const root = rootOf2(error);
  const code10 = root instanceof KnownError12 ? "" : errorName5(root);
  return { kind: "aws-error", message, ...code10 !== "" && { code: code10 } };
}
function externalState(what) {
  return { kind: "external-change", change: { kind: "state", what } };
}

// src/targets/ownership.ts
var LostError = class extends MovedError {
  loss;
  constructor(loss) {
    super(lossText(loss, describeRun));
    this.loss = loss;
  }
};
function isLostToAnother(error) {
  return error instanceof LostError && ownerId(error.loss) !== void 0;
}
function ownerId(loss) {
  return loss.kind === "taken-over" ? loss.owner.id : void 0;
}
function causeOf(error) {
  if (error instanceof LostError) return error.loss;
  return error instanceof MovedError ? externalState(error.message) : errorCause(error);
}
function takenOver(by, own2) {
  return new LostError(ownedBy({ kind: "run", id: by, before: own2 }));
}
function assertOpen(stored) {
  if (stored.kind === "none") throw new LostError(GONE);
  if (stored.kind !== "rollout") throw new LostError(lossTo(stored));
}
function assertOwned(stored, id) {
  const loss = lossOf(stored, id);
  if (loss) throw new LostError(loss);
}
function lossOf(stored, id) {
  if (stored.kind === "none") return GONE;
  if (stored.kind !== "rollout") return lossTo(stored);
  const { record } = stored.storedRollout;
  return sameRollout(record.id, id) ? void 0 : ownedBy({ kind: "run", id: record.id, before: id });
}
function isOwnedByAnother(stored, id) {
  if (stored.kind === "another") return true;
  return stored.kind === "rollout" && !!id && !sameRollout(stored.storedRollout.record.id, id);
}
function assertFree(stored, movedBy) {
  if (stored.kind === "none") return;
  if (stored.kind !== "rollout") throw new LostError(lossTo(stored));
  const { record } = stored.storedRollout;
  throw new LostError(ownedBy({ kind: "release", id: record.id, of: movedBy(record) }));
}
var GONE = { kind: "state-lost" };
function lossTo(stored) {
  switch (stored.kind) {
    case "another":
      return ownedBy({ kind: "release", id: stored.id, of: stored.of });
    case "takes-part":
      return ownedBy(stored);
    default:
      return { kind: "state-lost", why: stored.why };
  }
}
function ownedBy(owner) {
  return { kind: "taken-over", owner };
}
var SETTLE_SECONDS = 2;

// src/targets/seal.ts
import { createHash } from "node:crypto";
function sealOf({ id: _, target, ...rest }) {
  const found = ["warmed", "kept"];
  const fixed = Object.entries(target).filter(([name]) => !found.includes(name));
  const text2 = JSON.stringify(inOrder({ ...rest, target: Object.fromEntries(fixed) }));
  return createHash("sha256").update(text2).digest("hex").slice(0, 24);
}
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => [name, inOrder(member)]);
}

// src/run/open-gates.ts
import {
  src_base_time_ts__now as now2
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize6
} from "./core.js";
import {
  src_report_gate_text_ts__overrideText as overrideText2
} from "./core.js";
function openGates(parts) {
  const { gates } = parts.context.inputs;
  if (!gates.times && !gates.stop) return NO_GATES;
  let opening;
  return {
    read: async () => {
      opening ??= load(parts);
      return (await opening).read();
    }
  };
}
async function load({ context, host, clients, recorder }) {
  const { gates: inputs } = context.inputs;
  const [{ readGates: readGates2 }, { openSwitch }] = await Promise.all([
    import("./gates-gates.js"),
    import("./gates-stop-switch.js")
  ]);
  const variable2 = host.variable ?? `variables cannot be read: ${host.lacks.variable}`;
  const sources = { cloudWatch: clients.cloudWatch, clients, variable: variable2 };
  const readSwitch = inputs.stop && openSwitch(inputs.stop, sources);
  let said = false;
  return {
    read: () => readGates2({
      ...{ inputs, readSwitch, now: now2 },
      overridden: (closed, reason) => {
        if (said) return;
        said = true;
        const override = { closed, reason };
        recorder.recordOverride(override);
        host.log.warning(capitalize6(overrideText2(override)));
      }
    })
  };
}

// src/run/probes-of-run.ts
import {
  src_base_log_ts__logBug as logBug2
} from "./core.js";
import {
  src_base_time_ts__now as now3
} from "./core.js";

// src/controller/follow-probes.ts
var NO_PROBES = {
  follow: () => void 0,
  stop: () => void 0,
  minutes: () => void 0
};
function createProbes({ sender, cancelled, line, onBug }) {
  let running;
  let isTold = false;
  const stop2 = () => {
    running?.abort();
    running = void 0;
  };
  cancelled.addEventListener("abort", stop2, { once: true });
  return {
    stop: stop2,
    minutes: sender.minutes,
    follow: (snapshot, takenOver2) => {
      if (!isSplit2(snapshot) || cancelled.aborted) return stop2();
      if (running) return;
      if (takenOver2 && !isTold) {
        isTold = true;
        line("Probes that earlier runs of this release sent are not counted in this run.");
      }
      const mine = new AbortController();
      running = mine;
      const ended = () => {
        if (running === mine) running = void 0;
      };
      void sender.send(snapshot.rollout, mine.signal).then(ended, onBug);
    }
  };
}
function isSplit2({ rollout: { phase }, trafficState }) {
  return phase.kind === "step" && trafficState.kind === "split" && trafficState.weight > 0;
}

// src/run/probes-of-run.ts
function probesOf({ inputs, clients, target, cancelled, log }) {
  const { smoke, analysis, command } = inputs;
  const { reach } = target;
  if (smoke?.probesPerMinute === void 0 || !reach || analysis === "off") return NO_PROBES;
  if (command === "advance") return NO_PROBES;
  const sender = loadedLater(() => load2(smoke, reach, clients, log));
  return createProbes({
    ...{ sender, cancelled, line: log.line },
    onBug: (error) => logBug2(log, error)
  });
}
async function load2(suite, reach, clients, log) {
  const { createProber } = await import("./smoke-prober.js");
  return createProber(suite, {
    ...{ place: clients.place, agents: createTransport(process.env), reach, log, now: now3 },
    invoke: connectInvoker(clients.place, clients.credentials),
    credentials: () => clients.cloudWatch.config.credentials()
  });
}
function loadedLater(open) {
  let opening;
  let opened;
  return {
    minutes: (at) => opened?.minutes(at) ?? [],
    send: async (rollout2, signal) => {
      opening ??= open();
      opened = await opening;
      await opened.send(rollout2, signal);
    }
  };
}

// src/report/cause-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration12
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight12
} from "./core.js";

// src/report/change-text.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight11
} from "./core.js";
function changeText(change) {
  switch (change.kind) {
    case "state":
      return change.what;
    case "weight":
      return weightText(change);
    case "canary-closed": {
      const gone = change.step === 1 ? "it was not opened, or someone removed it" : "someone removed it";
      return `the canary of step ${change.step} does not exist: ${gone}; all traffic goes to the previous version`;
    }
    case "unknown-step":
      return `the stored state names step ${change.step}, which is not in the plan`;
    case "reopened": {
      const what = change.weight === void 0 ? "a canary is open on the stage" : `the new version has ${formatWeight11(change.weight)} of the traffic`;
      return `it was changed outside this action after the promotion: ${what}`;
    }
    case "lowered":
      return `someone else took traffic off one of the aliases during the promotion: the new version has ${formatWeight11(change.weight)} to ${formatWeight11(change.most)} of the traffic`;
    case "promotion-undone":
      return "the previous version is served: the promotion did not happen, or someone reverted it";
  }
}
function weightText(change) {
  const { weight, where, most, expected, step } = change;
  const canary = where === void 0 ? "the canary" : `the canary of ${where}`;
  const has = where === void 0 && most !== void 0 ? `${formatWeight11(weight)} to ${formatWeight11(most)}` : formatWeight11(weight);
  return `the weight was changed outside this action: ${canary} has ${has} instead of the ${formatWeight11(expected)} of step ${step}`;
}
function leftText(change) {
  switch (change.kind) {
    case "state":
      return `stopped without changing it: ${change.what}`;
    case "weight":
    case "reopened":
      return `stopped without changing it, because ${changeText(change)}`;
    default:
      return changeText(change);
  }
}
function restText(change) {
  switch (change.kind) {
    case "state":
      return `a part of it was changed outside this action and was not rolled back: ${change.what}`;
    case "weight":
    case "lowered":
      return `${changeText(change)}. The rest is rolled back too`;
    default:
      return changeText(change);
  }
}

// src/report/cause-text.ts
import {
  src_report_gate_text_ts__gateText as gateText
} from "./core.js";

// src/report/incident-text.ts
import {
  src_analysis_figures_ts__formatPercent as formatPercent6
} from "./core.js";
import {
  src_base_listed_ts__listed as listed6
} from "./core.js";
function incidentText({ canaryRate, stableRate, rateBefore }) {
  return `both versions fail more often than before the rollout (canary ${formatPercent6(canaryRate)}, stable ${formatPercent6(stableRate)}, before ${formatPercent6(rateBefore)}): the weight is held until someone has investigated`;
}
function routingText({ realised, configured }) {
  return `AWS routes ${formatPercent6(realised)} of requests to the canary; the configured weight is ${formatPercent6(configured)}`;
}
var NO_ROUTES = "single routes are not compared: the stage has detailed metrics, but CloudWatch has none of the canary’s routes";
function fallText(finding) {
  return `${findingText(finding)}. Check that the new version still refuses what it must refuse`;
}
function unreachedText(functions) {
  const versions2 = functions.length === 1 ? "the new version" : "the new versions";
  return `promoted unseen: Lambda has counted no invocation of ${versions2} of ${listed6(functions)}`;
}
var WORTHLESS_PROBES = "The current version fails most of its probes, so they cannot show that the new version is no worse. What a probe expects must be true of both versions.";

// src/report/cause-text.ts
function causeText(cause, linkTo) {
  switch (cause.kind) {
    case "external-change":
      return changeText(cause.change);
    case "taken-over":
    case "state-lost":
      return lossText(cause, linkTo);
    case "superseded":
      return `superseded by ${linkTo(cause.by)}`;
    case "inconclusive":
      return `inconclusive: ${describeAll(cause.evidence) || "the end of the bake has not been read"}`;
    case "shared-incident":
      return incidentText(cause.incident);
    case "aws-error":
      return cause.message;
    case "internal-error":
      return `internal error: ${cause.message}`;
    case "cancelled":
      return "cancelled";
    case "cut-off":
      return "the main step was interrupted";
    case "unfinished":
      return cause.problems[0] ?? "unfinished rollout of an earlier run";
    case "requested":
    case "started":
    case "paused":
    case "feedback":
    case "preview":
    case "waiting":
      return chosenText(cause);
    case "window":
    case "freeze":
    case "stop":
    case "approval":
    case "door":
      return gateText(cause);
    case "preflight":
    case "refused":
    case "nothing-new":
    case "nothing-to-do":
    case "removed":
    case "first-release":
    case "completed":
      return sentenceOf(cause);
    default:
      return describeAll(cause.evidence) || "a hook failed";
  }
}
function chosenText(cause) {
  switch (cause.kind) {
    case "requested":
      return cause.through === "comment" ? `on request: /canary rollback by ${cause.by}` : `requested by ${cause.by || "the workflow"}`;
    case "started":
      return "the release was started and is waiting for the next command";
    case "paused":
      return `paused by ${describeRun(cause.by)}`;
    case "feedback":
      return `👎 by ${cause.by}`;
    case "preview":
      return `a preview of #${cause.pull} is never promoted`;
    case "waiting":
      return waitingText(cause);
  }
}
function waitingText({ step, secondsLeft, evidence }) {
  const left = formatDuration12(secondsLeft);
  const why2 = evidence.length > 0 ? `: ${describeAll(evidence)}` : "";
  if (step?.bake) {
    return `the bake at ${formatWeight12(step.weight)} continues for another ${left}${why2}`;
  }
  return step ? `step ${step.number} of ${step.of} (${formatWeight12(step.weight)}) has ${left} left${why2}` : `it is promoted, and the bake continues for another ${left}${why2}`;
}
function sentenceOf(cause) {
  switch (cause.kind) {
    case "preflight":
      return cause.problems.length > 1 ? `Stopped before any traffic was shifted, because of ${cause.problems.length} problems.` : `Stopped before any traffic was shifted: ${cause.problems[0] ?? UNREAD}`;
    case "refused":
      return `Nothing was done: ${cause.problems[0] ?? UNREAD}`;
    case "nothing-new":
      return `There is nothing to release: ${cause.why}.`;
    case "nothing-to-do":
      return "There is nothing to do.";
    case "removed":
      return "Previews were removed.";
    case "first-release":
      return `This is the first release, with nothing to compare it with: ${cause.made}.`;
    case "completed":
      return completedText(cause);
  }
}
var UNREAD = "the current state could not be read";
function completedText({ evidence }) {
  const passed = "The canary completed all steps and the bake";
  const unread2 = evidence.filter((each) => each.unread);
  if (unread2.length > 0) {
    return `${passed}, the end of which could not be monitored (${describeAll(unread2)}).`;
  }
  return evidence.length > 0 ? `${passed}, but there is no evidence that it is healthy (${describeAll(evidence)}).` : `${passed}.`;
}

// src/report/ending-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration13
} from "./core.js";
import {
  src_report_format_ts__clause as clause3
} from "./core.js";
function endingText(ending, context) {
  const { linkTo, impact } = context;
  const harm = impact ? `; ${describeImpact(impact)}` : "";
  switch (ending.kind) {
    case "rolled-back":
      return `${rolledBackText(ending, context)}${harm}`;
    case "held":
      return ending.cause.kind === "cancelled" ? "cancelled; with on-cancel: hold, the rollout stays as it is" : causeText(ending.cause, linkTo);
    case "failed":
      return `${stoppedText(ending.cause, ending.stopped, linkTo)}${harm}`;
    case "stuck":
      return `the rollback failed: ${clause3(ending.failure)}. Reason for the rollback: ${rollbackText(ending.cause, linkTo)}`;
  }
}
var FINISHED = {
  "after-cut-off": "; the main step was interrupted during the rollback, and the post step completed it",
  "after-failure": "; the rollback failed at first, and the post step completed it"
};
function rolledBackText({ cause, finished }, { linkTo, servedSeconds }) {
  const later = finished ? FINISHED[finished] : "";
  if (servedSeconds === void 0) return `${rollbackText(cause, linkTo)}${later}`;
  const after = formatDuration13(servedSeconds);
  return isPartly(cause) ? `${causeText(cause, linkTo)}. The rest was rolled back too after ${after}${later}` : `${clause3(rollbackText(cause, linkTo))}, rolled back after ${after}${later}`;
}
function isPartly(cause) {
  return cause.kind === "external-change" && (cause.change.kind === "weight" || cause.change.kind === "lowered");
}
function rollbackText(cause, linkTo) {
  return cause.kind === "external-change" ? restText(cause.change) : causeText(cause, linkTo);
}
function stoppedText(cause, stopped, linkTo) {
  const why2 = causeText(cause, linkTo);
  switch (stopped.at) {
    case "external":
      return cause.kind === "external-change" ? leftText(cause.change) : why2;
    case "midway": {
      const { rollingBack } = stopped;
      const back = rollingBack ? `; a rollback was required: ${rollbackText(rollingBack, linkTo)}` : "";
      return `stopped without further changes: ${why2}${back}`;
    }
    case "start":
      return `stopped before any user was served the new version: ${rollbackText(cause, linkTo)}`;
    case "end":
      return why2;
    case "post-step":
      return stopped.rollingBack ? `A rollback was required (${rollbackText(stopped.rollingBack, linkTo)}), but ${stopped.words} is not in the state that the main step left: ${why2}` : `The main step was interrupted, but ${stopped.words} is not in the state that it left: ${why2}`;
  }
}

// src/report/outcomes.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight13,
  src_rollout_plan_ts__sameWeight as sameWeight5,
  src_rollout_plan_ts__weightBefore as weightBefore
} from "./core.js";
import {
  src_report_format_ts__clockTime as clockTime7
} from "./core.js";
function describeTraffic(trafficState, functions) {
  switch (trafficState.kind) {
    case "stable":
      return `All traffic is served by the previous version${versions(functions, "from")}.`;
    case "split":
      return `${share(trafficState)} of the traffic is served by the canary${versions(functions, "to")}, the rest by the current version${versions(functions, "from")}.`;
    case "promoted":
      return `All traffic is served by the new version${versions(functions, "to")}.`;
    case "external":
      return `The state in AWS was changed outside this rollout: ${trafficState.what}. ${stillServed(trafficState, functions)}`;
  }
}
function describeShare(weight, functions) {
  if (weight === null) return "How the traffic is split now is not known.";
  if (weight === 0) return unsplit(functions);
  return `${formatWeight13(weight)} of the traffic is served by the new version of an unfinished rollout${weight < 100 ? `, the rest by the current version${versions(functions, "from")}` : ""}.`;
}
function unsplit(functions) {
  if (functions.length === 0) return "The traffic is not split between versions.";
  const served2 = functions.filter(({ from }) => from !== "");
  return served2.length === 0 ? "No version is served yet." : `All traffic is served by the current version${versions(served2, "from")}.`;
}
function stillServed({ weight, canary }, functions) {
  const what = named2(functions, "to") || "the new version";
  if (weight === 0) return `No traffic is served by ${what}.`;
  if (weight !== void 0) {
    return `${formatWeight13(weight)} of the traffic is still served by ${what}, and it is not monitored.`;
  }
  const open = canary === "owned" ? "Its canary is still open, and it is not monitored. " : "";
  return `${open}The share of traffic served by ${what} is unknown.`;
}
var UNMONITORED = "The canary is not monitored.";
function share(split) {
  return `${split.most === void 0 ? "" : "Up to "}${formatWeight13(weightOf(split))}`;
}
function versions(functions, side) {
  return functions.length === 0 ? "" : ` (${named2(functions, side)})`;
}
function named2(functions, side) {
  const shown = functions.slice(0, 5).map((f) => `${f.name} ${f[side]}`);
  return `${shown.join(", ")}${functions.length > 5 ? ", …" : ""}`;
}
function advise(context) {
  const { ending, untouched, trafficBack, words: words2 } = context;
  switch (ending.kind) {
    case "promoted":
      return [];
    case "rolled-back":
      return [
        ...executionLogAdvice(context),
        "Nothing is urgent: the previous version serves all requests. Fix the problem and release again. The rejected version stays published, but nothing points to it."
      ];
    case "held":
      if (ending.cause?.kind === "approval" || ending.cause?.kind === "door") return [];
      return [
        "To continue, run the action again: it takes over this rollout.",
        "To roll it back instead, run the action with on-unfinished: rollback."
      ];
    case "stuck":
      return [
        trafficBack ? "All traffic is on the previous version. Restore the rest by running, in this order:" : "Return all traffic to the previous version by running, in this order:"
      ];
    case "failed":
      if (untouched) {
        return ["Only published versions are left, and nothing points to them. Release again."];
      }
      if (context.left) return recoveryOptions(context.left, context);
      return [
        `The next run of the action finds what this run left on ${words2}, and reports what it would do. To see the current state:`
      ];
  }
}
function recoveryOptions({ phase, trafficState }, { record, words: words2 }) {
  const { steps } = record.plan;
  const step = phase.kind === "step" ? steps[phase.index] : void 0;
  const manually = "run the action with command: rollback. To do it manually, use these commands; the first one shows what AWS serves, and the others do the same as the action:";
  if (trafficState.kind === "split" && phase.kind === "step" && step) {
    const wanted = formatWeight13(step.weight);
    const before = weightBefore(record.plan, phase.index);
    const goOn2 = sameWeight5(trafficState.weight, before) ? `run the action again with command: rollout: it takes over this rollout and shifts to ${wanted} again` : `set ${wanted} again, then run the action: it takes over this rollout`;
    return [`To continue, ${goOn2}.`, `To roll back, ${manually}`];
  }
  return canRollBack(trafficState) ? [`To close what is left of this rollout on ${words2}, ${manually}`] : [
    `Nothing on ${words2} belongs to this rollout any longer. The next release is refused until its stored state is removed: run the action with command: rollback. To see what AWS serves:`
  ];
}
function executionLogAdvice({ record, from, to }) {
  if (record.functions.length > 0) return [];
  return [`Check the canary's execution log between ${clockTime7(from)} and ${clockTime7(to)}.`];
}

// src/report/plan-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration14
} from "./core.js";
import {
  src_rollout_plan_ts__planSeconds as planSeconds
} from "./core.js";
function plannedText(plan2, effect) {
  if (effect.kind === "nothing")
    return `No problems found, and there is nothing to release: ${effect.why}.`;
  if (effect.kind === "first")
    return "No problems found; the first version would get all traffic immediately.";
  const seconds = planSeconds(plan2);
  if (seconds === 0)
    return "No problems found; the release would shift all traffic at once, without a bake.";
  const about2 = plan2.requests === void 0 ? "at least" : "about";
  return `No problems found; the release would take ${about2} ${formatDuration14(seconds)}.`;
}
function planRefusedText(problems2) {
  return problems2.length > 1 ? `A release would be refused, because of ${problems2.length} problems.` : `A release would be refused: ${problems2[0] ?? "the current state could not be read"}`;
}
function statusRefusedText(problem2) {
  return `There is no state to show: ${problem2}`;
}

// src/run/report-parts.ts
import {
  src_report_format_ts__describePhase as describePhase
} from "./core.js";

// src/rollout/next-step.ts
import {
  src_rollout_plan_ts__stepWindow as stepWindow2
} from "./core.js";
function nextStepAt(rollout2) {
  const { phase, paused, record } = rollout2;
  const { plan: plan2, longestAnswerSeconds } = record;
  const step = phase.kind === "step" ? plan2.steps[phase.index] : void 0;
  if (phase.kind !== "baking" && (!step || paused)) return void 0;
  const end2 = bakeEnd(rollout2);
  if (end2 !== void 0) {
    if (plan2.readSeconds === void 0) return end2;
    return readableAt({ end: end2, closingSeconds: closingSeconds(longestAnswerSeconds) });
  }
  return phase.kind === "step" && step ? phase.since + stepWindow2(plan2, step).earliest : void 0;
}

// src/run/report-parts.ts
import {
  src_rollout_plan_ts__isBake as isBake6
} from "./core.js";
var NOTHING_DONE = {
  advice: [],
  commands: [],
  problems: [],
  foresight: [],
  weight: 0,
  open: void 0,
  rollout: void 0
};
var NO_PLAN = {
  steps: [],
  advance: { kind: "time", maxSeconds: void 0 },
  bakeSeconds: 0
};
function ofSnapshot(target, found, notes) {
  const snapshot = { ...found, rollout: asShown(found.rollout, found.trafficState) };
  const { record } = snapshot.rollout;
  return {
    stands: describeTraffic(snapshot.trafficState, record.functions),
    record,
    rollout: snapshot.rollout,
    notes,
    problems: [],
    foresight: [],
    weight: weightOf(snapshot.trafficState),
    target: target.describe(snapshot),
    open: openReport(snapshot)
  };
}
function openReport({ rollout: rollout2 }) {
  const { phase, record, paused } = rollout2;
  return {
    phase: describePhase(phase, record.plan),
    step: phase.kind === "step" && !isBake6(record.plan, phase.index) ? phase.index + 1 : void 0,
    paused: paused !== void 0,
    nextStepAt: nextStepAt(rollout2)
  };
}
function doorOf(target, { rollout: rollout2 }) {
  const { phase, record } = rollout2;
  const waits2 = phase.kind === "preparing" && asksBeforeTraffic(record.plan);
  return waits2 ? { door: target.wayIn(rollout2) } : {};
}

// src/run/open-reports.ts
function manualSteps(target, { rollout: rollout2, trafficState }) {
  if (trafficState.kind !== "external") return { advice: [], commands: [] };
  const { record, phase } = rollout2;
  const left = { phase, trafficState };
  return {
    advice: recoveryOptions(left, { record, words: target.words }),
    commands: [...target.showCommands(), ...target.repairCommands(record, left)]
  };
}
function openParts(target, make, linkTo) {
  const none2 = noneOpen();
  const unchanged = { ...none2, outcome: "unchanged", target: target.describe() };
  return {
    ...rollbackParts(target, make),
    ...declinedParts(target, make, linkTo),
    open: (snapshot, reason) => make({
      ...ofSnapshot(target, snapshot, []),
      ...isHeldAtZero(snapshot.rollout) ? doorOf(target, snapshot) : {},
      outcome: snapshot.rollout.paused ? "held" : "running",
      cause: snapshot.rollout.paused && { kind: "paused", by: snapshot.rollout.paused.by },
      reason,
      ...manualSteps(target, snapshot)
    }),
    idle: (reason, cause = NOTHING_TO_DO) => make({
      ...unchanged,
      cause,
      reason,
      stands: cause.kind === "removed" ? "No other stage was changed." : "Nothing was changed.",
      weight: null
    }),
    nothingOpen: (reason, weight = 0, cause = NOTHING_TO_DO) => make({ ...unchanged, cause, reason, stands: standsAt(weight), weight }),
    previewed: (functions, { url, label }, notes) => make({
      ...none2,
      outcome: "previewed",
      cause: void 0,
      reason: "The code of the pull request is served by its own stage.",
      stands: "No other stage was changed.",
      previewUrl: url,
      target: { ...target.describe(), previewLabel: label },
      record: { functions, plan: NO_PLAN },
      notes
    }),
    returnedToEarlier: (functions, reason, cause) => make({
      ...none2,
      outcome: "rolled-back",
      cause,
      reason,
      stands: describeTraffic({ kind: "stable" }, functions),
      target: target.describe(),
      record: { functions, plan: NO_PLAN }
    })
  };
}
var NOTHING_TO_DO = { kind: "nothing-to-do" };
function standsAt(weight) {
  return weight === void 0 ? "The current state was not read." : describeShare(weight, []);
}
function noneOpen() {
  return { ...NOTHING_DONE, record: { functions: [], plan: NO_PLAN }, notes: [] };
}
function declinedParts(target, make, linkTo) {
  const declined = (problems2, snapshot, more = {}) => {
    const refused = { kind: "refused", problems: problems2 };
    const { cause = refused, commands = [], weight } = more;
    const steps = snapshot?.trafficState.kind === "external" ? manualSteps(target, snapshot) : { advice: [], commands: target.showCommands() };
    return make({
      ...snapshot ? ofSnapshot(target, snapshot, []) : {
        ...noneOpen(),
        target: target.describe(),
        stands: standsAt(weight),
        weight: weight ?? null
      },
      outcome: "failed",
      cause,
      reason: causeText(refused, linkTo),
      problems: problems2,
      ...steps,
      commands: [...steps.commands, ...commands]
    });
  };
  return {
    declined,
    notShown: (problem2, commands) => ({
      ...declined([problem2], void 0, { commands, weight: null }),
      reason: statusRefusedText(problem2)
    })
  };
}
function rollbackParts(target, make) {
  const none2 = noneOpen();
  return {
    stateRemoved: (snapshot, reason, cause) => make({
      ...ofSnapshot(target, snapshot, []),
      outcome: "unchanged",
      open: void 0,
      cause,
      reason,
      advice: [],
      commands: target.showCommands()
    }),
    returnFailed: (why2, cause) => make({
      ...none2,
      outcome: "failed",
      cause,
      reason: `The rollback failed: ${why2}`,
      stands: "The current state was not read after that.",
      weight: null,
      target: target.describe(void 0, "unread"),
      commands: target.showCommands()
    })
  };
}

// src/run/reporter.ts
function createReporter({ source, linkTo }, target, recorder, now27) {
  const make = (parts) => recorder.report({ source, ...parts });
  const because = (cause) => ({ cause, reason: causeText(cause, linkTo) });
  return {
    running: (snapshot, notes) => make({
      ...ofSnapshot(target, snapshot, notes),
      outcome: "running",
      cause: void 0,
      reason: describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions),
      advice: [],
      commands: []
    }),
    ended: (ended, notes) => endedReport({ target, recorder, make, linkTo }, ended, notes, now27()),
    planned: (released2, plan2, foresight, { effect, weight, ...more }) => {
      const functions = released2.map(({ name, from, version }) => ({
        name,
        from,
        to: version ?? "a version to be published"
      }));
      return make({
        ...NOTHING_DONE,
        outcome: "planned",
        cause: void 0,
        reason: plannedText(plan2, effect),
        stands: describeShare(weight, functions),
        target: target.describe(),
        record: { functions, plan: plan2 },
        foresight,
        ...more,
        weight
      });
    },
    unchanged: (functions, why2, plan2, notes) => make({
      ...NOTHING_DONE,
      outcome: "unchanged",
      ...because({ kind: "nothing-new", why: why2 }),
      stands: describeShare(0, functions),
      target: target.describe(),
      record: { functions, plan: plan2 },
      notes
    }),
    first: (functions, made, notes) => make({
      ...firstParts(target, functions, notes),
      ...because({ kind: "first-release", made })
    }),
    ...refusedParts(target, make, linkTo),
    ...openParts(target, make, linkTo)
  };
}
function refusedParts(target, make, linkTo) {
  const refused = (problems2, notes, given, weight = null) => {
    const cause = given ?? { kind: "preflight", problems: problems2 };
    const kind = cause.kind === "refused" ? "refused" : "preflight";
    return make({
      ...NOTHING_DONE,
      outcome: "failed",
      cause,
      reason: causeText({ kind, problems: problems2 }, linkTo),
      stands: "This run did not change what users are served.",
      target: target.describe(),
      record: { functions: [], plan: NO_PLAN },
      problems: problems2,
      notes,
      weight
    });
  };
  return {
    refused,
    notPlanned: (problems2, notes, weight) => ({
      ...refused(problems2, notes, void 0, weight),
      reason: planRefusedText(problems2),
      stands: describeShare(weight, [])
    })
  };
}
function endedReport({ target, recorder, make, linkTo }, ended, notes, to) {
  const { ending, snapshot } = ended;
  const cause = causeOfEnding(ending, recorder);
  const report = make({
    ...ofSnapshot(target, snapshot, notes),
    ...stateAfter(ended, target),
    outcome: ending.kind,
    cause,
    open: ending.kind === "held" ? openReport(snapshot) : void 0,
    ...ending.kind === "held" ? doorOf(target, snapshot) : {},
    reason: causeText(cause, linkTo),
    advice: adviceFor(ended, target, to),
    commands: commandsFor(ended, target)
  });
  if (ending.kind === "promoted") return report;
  const { impact, weights } = report;
  const first = servedSince(snapshot.rollout);
  const last = weights.findLast(({ weight }) => weight === 0)?.at ?? to;
  const servedSeconds = first === void 0 ? void 0 : last - first;
  return { ...report, reason: endingText(ending, { linkTo, servedSeconds, impact }) };
}
function firstParts(target, functions, notes) {
  return {
    ...NOTHING_DONE,
    outcome: "promoted",
    weight: 100,
    stands: describeTraffic({ kind: "promoted", open: false }, functions),
    target: target.describe(),
    record: { functions, plan: NO_PLAN },
    notes
  };
}
function adviceFor(ended, target, to) {
  const { ending, cleanup, snapshot, presumed } = ended;
  const { record } = snapshot.rollout;
  return advise({
    ending,
    untouched: cleanup === "nothing-served",
    trafficBack: !presumed && snapshot.trafficState.kind === "stable",
    record,
    left: leftOf(ended),
    words: target.words,
    from: record.startedAt,
    to
  });
}
function commandsFor(ended, target) {
  const { ending, cleanup, snapshot, presumed } = ended;
  const { record, phase } = snapshot.rollout;
  const observation = presumed ? void 0 : { phase, trafficState: snapshot.trafficState };
  if (ending.kind === "stuck") return target.repairCommands(record, observation);
  if (ending.kind !== "failed" || cleanup === "nothing-served") return [];
  const left = leftOf(ended);
  return [...target.showCommands(), ...left ? target.repairCommands(record, left) : []];
}
function leftOf({
  ending,
  cleanup,
  snapshot,
  presumed,
  theirs
}) {
  const { trafficState, rollout: rollout2 } = snapshot;
  const open = trafficState.kind === "external" || trafficState.kind === "split";
  const failed = ending.kind === "failed" && cleanup !== "nothing-served";
  return failed && open && !presumed && !theirs ? { phase: rollout2.phase, trafficState } : void 0;
}
function stateAfter(ended, target) {
  const { snapshot, presumed } = ended;
  const stands = describeTraffic(snapshot.trafficState, snapshot.rollout.record.functions);
  if (presumed) {
    return {
      stands: `${UNREAD2} ${stands}`,
      weight: null,
      target: target.describe(snapshot, "unread")
    };
  }
  const left = leftOf(ended)?.trafficState;
  const open = left?.kind === "split" && weightOf(left) > 0;
  return open ? { stands: `${stands} ${UNMONITORED}` } : {};
}
var UNREAD2 = "The current state could not be read. At worst:";
function causeOfEnding(ending, recorder) {
  if (ending.kind !== "promoted") return ending.cause;
  const evidence = recorder.deciding().filter(({ verdict }) => verdict !== "healthy");
  return { kind: "completed", evidence };
}

// src/run/smoke.ts
import {
  src_base_time_ts__now as now4
} from "./core.js";

// src/checks/check.ts
var EVENT_FORMATS = ["rest", "http", "url", "alb"];
function checksAt({ checks }, point) {
  return checks.filter(({ points }) => points.includes(point));
}
function probesIn({ checks }) {
  return checks.filter(({ probe }) => probe);
}
function callText({ call: call2 }) {
  return call2.kind === "event" ? `event ${call2.file}` : `${call2.method} ${call2.path}`;
}

// src/run/smoke.ts
function smokeOf({
  suite,
  clients,
  target,
  recorder,
  log
}) {
  const { reach } = target;
  if (!suite || !reach) return void 0;
  const load3 = async () => {
    const { runSuite } = await import("./smoke-run-suite.js");
    const agents = createTransport(process.env);
    return { runSuite, agents, invoke: connectInvoker(clients.place, clients.credentials) };
  };
  let loading;
  return {
    has: (point) => checksAt(suite, point).length > 0,
    run: async (occasion) => {
      loading ??= load3();
      const { runSuite, invoke, agents } = await loading;
      const credentials = () => clients.cloudWatch.config.credentials();
      const ended = recorder.recordCheck;
      return runSuite(
        suite,
        { place: clients.place, invoke, agents, credentials, reach, log, now: now4, ended },
        occasion
      );
    }
  };
}

// src/run/services.ts
async function openServices(context, host) {
  const { inputs } = context;
  const { cancelled, log } = host;
  const rollbackDeadline = rollbackDeadlineOf(host);
  const ended = new AbortController();
  const limits = { cancelled, rollbackDeadline, ended: ended.signal };
  const sends = readsOnly(inputs.command) ? "reads" : "everything";
  const clients = connect2(inputs.region, limits, host.credentials, sends);
  const linkTo = linkFrom(context);
  const recorder = createRecorder(now5);
  const target = await kindOf2(inputs.target).connect(inputs.target, {
    clients,
    released: inputs.functions,
    say: log.line,
    warn: warnOnce(log, recorder),
    linkTo
  });
  const logs2 = logsFor(context, clients, target, log);
  const probes = probesOf({ inputs, clients: clients.normal, target, cancelled, log });
  const reporter = createReporter({ source: context.source, linkTo }, target, recorder, now5);
  return {
    context,
    host,
    clients,
    target,
    recorder,
    reporter,
    monitor: createMonitor(
      ...[clients.normal.cloudWatch, target.countSource, inputs, logs2],
      watchTags(clients.normal, inputs.alarms),
      probes
    ),
    lastLogs: logs2.finish,
    hooks: connectHooks({
      inputs: inputs.hooks,
      log,
      now: now5,
      place: clients.normal.place,
      credentials: clients.normal.credentials,
      arnsOf: ({ record }) => target.readArns(record.functions),
      urlsOf: (rollout2) => target.urls(rollout2),
      ended: recorder.recordHook,
      smoke: smokeOf({ suite: inputs.smoke, clients: clients.normal, target, recorder, log })
    }),
    gates: openGates({ context, host, clients: clients.normal, recorder }),
    comments: listenerOf({ context, host, target, recorder }),
    probes,
    rollbackDeadline,
    progress: (snapshot, notes) => host.show(reporter.running(snapshot, notes)),
    close: () => ended.abort()
  };
}
function logsFor({ inputs: { logs: logs2, analysis, region, logSamples: samples } }, { normal }, { logs: target }, log) {
  if (logs2 === "off" || analysis === "off" || !target) return NO_EXPLAINED_LOGS;
  const { ahead } = normal.clock;
  const open = async () => {
    const { bindLogEvents } = await import("./aws-log-events.js");
    return bindLogEvents(normal);
  };
  const read4 = lazyLogs(async () => {
    const { readLogs: readLogs2 } = await import("./monitor-read-logs.js");
    return readLogs2({ target, client: await open(), region, ahead, now: now5, sleep: sleep2 });
  });
  return explainLogs(read4, {
    load: async () => {
      const { createFailureDetails } = await import("./monitor-failure-details.js");
      return createFailureDetails({
        ...{ client: await open(), callsPerSecond: callsPerSecond(region), samples },
        now: () => (now5() - (ahead() ?? 0)) * 1e3,
        sleep: (ms) => sleep2(ms / 1e3)
      });
    },
    ...{ places: target.versionLogs, now: now5, sleep: (ms) => sleep2(ms / 1e3) },
    onBug: (error) => logBug3(log, error)
  });
}
function warnOnce(log, recorder) {
  const said = /* @__PURE__ */ new Set();
  return (text2) => {
    if (said.has(text2)) return;
    said.add(text2);
    log.warning(text2);
    recorder.note(text2);
  };
}
function listenerOf({
  context,
  host: { conversation, log },
  target,
  recorder
}) {
  if (!conversation) return NO_COMMENTS;
  return listen({
    conversation,
    setPaused: target.pause,
    approve: (rollout2, given) => approve(target, rollout2, given),
    recordRequest: recorder.recordRequest,
    log,
    feedback: context.inputs.feedback,
    handled: handledBy(context),
    key: () => target.describe().key
  });
}
function handledBy({ inputs, event }) {
  return inputs.command === "comment" && event.comment ? [event.comment.id] : [];
}
async function approve(target, rollout2, given) {
  if (rollout2.phase.kind === "preparing") await target.admit(rollout2);
  const approved = withApproval(rollout2, given);
  await target.saveApprovals(approved);
  return approved;
}
function saveRepairCommands({ target, host }, record) {
  const commands = target.repairCommands(record);
  host.saveForPost({ words: target.words, commands, on: record.on, seal: sealOf(record) });
}
async function takeOver(services, { rollout: { record } }) {
  const { target, context, host, clients } = services;
  const off = describeClockOffset(clients.normal.clock.ahead());
  if (off !== void 0) host.log.warning(`${off}, and counts are read by the minute`);
  saveRepairCommands(services, record);
  await target.claim(context.id);
  await sleep2(SETTLE_SECONDS, host.cancelled);
  const { stored, trafficState } = await target.observe();
  assertOwned(stored, context.id);
  if (stored.kind !== "rollout" || !trafficState)
    throw new KnownError13("the current state is unknown");
  const found = await withoutApproval(
    target,
    asTakenOver(stored.storedRollout, context.inputs.command)
  );
  const rollout2 = withShownPhase(found, trafficState, now5());
  if (rollout2.phase !== found.phase) {
    const at = rollout2.phase.kind === "step" ? `step ${rollout2.phase.index + 1}` : "no step";
    host.log.warning(
      `The stored state is ahead (${formatPhase(found.phase)}), but AWS shows the weight of ${at}: this run continues from there.`
    );
    await target.savePhase(rollout2, rollout2.phase);
  }
  return { rollout: rollout2, trafficState };
}
async function withoutApproval(target, rollout2) {
  if (rollout2.phase.kind !== "preparing" || !rollout2.approvals) return rollout2;
  const { approvals: _, ...asked } = rollout2;
  await target.saveApprovals(asked);
  return asked;
}

// src/commands/open-rollout.ts
import {
  src_base_errors_ts__known as known12,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_time_ts__now as now6
} from "./core.js";

// src/rollout/open-for.ts
import {
  src_base_duration_ts__formatDuration as formatDuration15
} from "./core.js";
var OVERDUE_SECONDS = 3600;
function describeStart({ record: { startedAt } }, now27) {
  return `started ${formatDuration15(now27 - startedAt)} ago (${iso2(startedAt)})`;
}
function describeOpen(rollout2, link7, now27) {
  const open = `The open rollout was ${describeStart(rollout2, now27)}, and ${link7} ran it last.`;
  const due = nextStepAt(rollout2);
  if (due === void 0 || now27 - due < OVERDUE_SECONDS) return open;
  const what = rollout2.phase.kind === "baking" ? "bake could have ended" : "step could have ended";
  return `${open} Its ${what} ${formatDuration15(now27 - due)} ago: see what the last run reported, and whether the schedule of command: advance still runs.`;
}
function iso2(seconds) {
  return new Date(seconds * 1e3).toISOString().replace(/\.\d{3}Z$/, "Z");
}

// src/rollout/plan-difference.ts
import {
  src_base_duration_ts__formatDuration as formatDuration16
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight14,
  src_rollout_plan_ts__rampOf as rampOf3,
  src_rollout_plan_ts__sameWeight as sameWeight6
} from "./core.js";
function differences(asked, { plan: plan2, functions }) {
  return [...planDifferences(asked, plan2), ...functionDifferences(asked, functions)];
}
function planDifferences({ steps, advance: advance2, bakeSeconds, holdBack, approvals }, plan2) {
  const found = [];
  const ramp = rampOf3(plan2);
  if (steps && !sameSteps(steps, ramp)) {
    found.push(...compared2("steps", stepsInWords(steps), stepsInWords(ramp)));
  }
  if (advance2) found.push(...compared2("advance", advance2, plan2.advance.kind));
  if (bakeSeconds !== void 0) {
    const [wanted, open] = [bakeSeconds, plan2.bakeSeconds].map(formatDuration16);
    found.push(...compared2("bake-time", wanted, open));
  }
  if (holdBack !== void 0) {
    const [wanted, open] = [holdBack, heldBackShare(plan2)].map(formatWeight14);
    found.push(...compared2("hold-back", wanted, open));
  }
  if (approvals) {
    const [wanted, open] = [approvals, plan2.approvals].map(approvalsInWords);
    found.push(...compared2("approve-at", wanted, open));
  }
  return found;
}
function approvalsInWords(approvals) {
  const { at = [], by } = approvals ?? {};
  const weights = at.filter((weight) => weight > 0).map(formatWeight14);
  return `${weights.join(", ") || "none"}${by === void 0 ? "" : ` by ${by}`}`;
}
function functionDifferences(asked, functions) {
  const found = asked.functions.flatMap(({ name, version }) => {
    const change = functions.find((f) => f.name === name);
    if (!change) return [`functions: "${name}" is requested, but is not part of the open rollout`];
    return version === void 0 ? [] : compared2(`version of "${name}"`, version, change.to);
  });
  if (asked.functions.length === 0) return found;
  const more = functions.filter(({ name }) => !asked.functions.some((f) => f.name === name));
  return [
    ...found,
    ...more.map(
      ({ name }) => `functions: "${name}" is part of the open rollout, but is not requested`
    )
  ];
}
function whyNoneRequested({ functions }, open) {
  const some = functions.some(({ name }) => open.functions.some((f) => f.name === name));
  if (some || functions.length === 0) return void 0;
  const [asked, moved] = [functions, open.functions].map(
    (all) => all.map(({ name }) => `"${name}"`).join(", ")
  );
  return `functions: ${asked} is requested, but ${moved || "only the definition"} is open. Omit functions, or set on-other-plan: continue to roll back what is open`;
}
function compared2(name, wanted, open) {
  return wanted === open ? [] : [`${name}: ${wanted} is requested, but ${open} is open`];
}
function sameSteps(a, b) {
  return a.length === b.length && a.every(({ weight, holdSeconds }, i) => {
    const other2 = b[i];
    return other2 && sameWeight6(weight, other2.weight) && holdSeconds === other2.holdSeconds;
  });
}
function stepsInWords(steps) {
  if (steps.length === 0) return "none";
  return steps.map((s) => `${formatWeight14(s.weight)}/${formatDuration16(s.holdSeconds)}`).join(", ");
}

// src/commands/take-over.ts
import {
  src_base_errors_ts__known as known10,
  src_base_errors_ts__MovedError as MovedError2
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug4
} from "./core.js";
import {
  src_base_time_ts__whenAborted as whenAborted
} from "./core.js";
function takeOverToDrive(services, found) {
  return take(services, found, (error) => {
    if (!services.host.cancelled.aborted || error instanceof MovedError2) throw error;
  });
}
function takeOverToRollBack(services, found) {
  return take(services, found, () => void 0);
}
async function take(services, found, onFailure) {
  const { log, cancelled } = services.host;
  const logged = (error) => logBug4(log, error);
  const taking = takeOver(services, found);
  try {
    const taken2 = await Promise.race([taking, whenAborted(cancelled)]);
    if (taken2 !== "aborted") return { snapshot: taken2 };
    return { snapshot: found, late: taking.catch(logged) };
  } catch (error) {
    onFailure(error);
    logged(error);
    return { snapshot: found };
  }
}
async function readToAnswer({ host }, normal, rollback2) {
  try {
    return await normal();
  } catch (error) {
    if (!host.cancelled.aborted) throw error;
    known10(error);
    return rollback2();
  }
}

// src/commands/weight-now.ts
import {
  src_base_errors_ts__known as known11
} from "./core.js";
async function weightNow2(target) {
  try {
    const { stored, trafficState } = await target.observe();
    if (stored.kind === "rollout") return trafficState ? weightOf(trafficState) : null;
    if (stored.kind !== "none" && stored.kind !== "another") return null;
    return await target.readUnknownSplit() === void 0 ? 0 : null;
  } catch (error) {
    known11(error);
    return null;
  }
}

// src/commands/open-rollout.ts
async function findOpen(services, read4 = () => observeOpen(services)) {
  const { target, host } = services;
  host.log.group("Current state");
  try {
    const { stored, trafficState } = await read4();
    if (stored.kind === "rollout" && trafficState) {
      return { kind: "open", snapshot: { rollout: stored.storedRollout, trafficState } };
    }
    if (stored.kind !== "none" && stored.kind !== "rollout") return await other(services, stored);
    const otherRollout = await target.readOtherRollout?.();
    if (otherRollout) return await other(services, otherRollout);
    const unknownSplit = await target.readUnknownSplit();
    if (unknownSplit !== void 0) return problem(`${unknownSplit}; it was not changed`);
    return { kind: "none", last: stored.kind === "none" ? stored.last : void 0 };
  } catch (error) {
    return problem(known12(error).message);
  }
}
function observeOpen(services) {
  const { target } = services;
  return readToAnswer(services, target.observe, target.rollback.observe);
}
function problem(text2, otherRollout = false) {
  return { kind: "problem", problem: text2, otherRollout };
}
function commandsToForget({ target }) {
  return target.forgetCommands().catch(orElse([]));
}
async function other(services, stored) {
  const { target, context } = services;
  const text2 = whyNotOwned(target.words, stored, linkFrom(context));
  const found = { ...problem(text2, stored.kind === "another"), stored: stored.kind };
  return neverEnds(stored) ? { ...found, commands: await commandsToForget(services) } : found;
}
async function withOpen(services, work2, otherwise) {
  const { reporter, target, context, host } = services;
  const found = await findOpen(services);
  if (found.kind === "none") return otherwise(found.last);
  if (found.kind === "problem") return declinedBy(services, found);
  const { snapshot } = found;
  if (snapshot.trafficState.kind === "external") {
    const problem2 = `${target.words} is not in the state that the rollout left: ${snapshot.trafficState.what}${howToEnd(snapshot.trafficState)}`;
    return reporter.declined([problem2], snapshot, {
      commands: await waysOut(services, snapshot)
    });
  }
  host.log.line(describeOpenRollout(services, snapshot));
  const others = [
    ...differences(context.inputs.asked, snapshot.rollout.record),
    ...(await namedDifferences(services, snapshot)).map((it) => `the open rollout ${it}`)
  ];
  if (others.length > 0 && context.inputs.onOtherPlan === "fail") {
    const hint = "Omit these inputs, or set on-other-plan: continue to keep the plan of the open rollout";
    return reporter.declined([...others, hint], snapshot);
  }
  for (const other2 of others) host.log.warning(`Continuing the open rollout: ${other2}`);
  try {
    return await work2(snapshot);
  } catch (error) {
    return reporter.declined([known12(error).message], snapshot);
  }
}
function namedDifferences(services, { rollout: rollout2 }) {
  const read4 = () => services.target.differences(rollout2, "named");
  return readToAnswer(services, read4, async () => []);
}
async function declinedBy({ reporter, target }, { problem: text2, commands, otherRollout }) {
  const weight = otherRollout ? await weightNow2(target) : null;
  return reporter.declined([text2], void 0, { commands, weight });
}
async function waysOut(services, { trafficState }) {
  const isGone = trafficState.kind === "external" && !canRollBack(trafficState);
  return isGone ? commandsToForget(services) : [];
}
function neverEnds({ kind }) {
  return kind === "unreadable" || kind === "unproven";
}
function howToEnd(trafficState) {
  return canRollBack(trafficState) ? ". To roll back the part that did not change, run the action with command: rollback, or set on-unfinished: rollback" : ". Nothing of the rollout is left there. To remove its stored state, run the action with command: rollback, or use the commands that are shown";
}
function describeOpenRollout({ context }, { rollout: rollout2 }) {
  return describeOpen(rollout2, linkFrom(context)(rollout2.record.id), now6());
}
function describeNoneOpen({ target, context }, last) {
  const none2 = `no rollout is open on ${target.words}`;
  if (!last) return none2;
  const at = new Date(last.at * 1e3).toISOString().replace(".000Z", "Z");
  const how = last.ended === "promoted" ? "promoted" : "rolled back";
  return `${none2}: the last one was ${how} at ${at} by ${linkToRun(last.by, context.source.runUrl)}`;
}
function noneTo(does, services, last) {
  const problem2 = `there is nothing to ${does}: ${describeNoneOpen(services, last)}`;
  return services.reporter.declined([problem2], void 0, { weight: 0 });
}

// src/commands/rollout.ts
import {
  src_base_errors_ts__known as known24,
  src_base_errors_ts__messageOf as messageOf9
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug8,
  src_base_log_ts__sayWrapped as sayWrapped2
} from "./core.js";
import {
  src_base_time_ts__now as now17,
  src_base_time_ts__whenAborted as whenAborted6,
  src_base_time_ts__withTimeout as withTimeout4
} from "./core.js";

// src/controller/loop.ts
import {
  src_base_errors_ts__known as known19
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug7,
  src_base_log_ts__sayWrapped as sayWrapped
} from "./core.js";
import {
  src_base_time_ts__now as now12,
  src_base_time_ts__whenAborted as whenAborted5,
  src_base_time_ts__withTimeout as withTimeout2
} from "./core.js";
import {
  src_report_format_ts__describePhase as describePhase2
} from "./core.js";

// src/report/progress-log.ts
import {
  src_base_duration_ts__formatDuration as formatDuration18
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight15
} from "./core.js";

// src/report/progress-line.ts
import {
  src_base_duration_ts__formatDuration as formatDuration17
} from "./core.js";
import {
  src_base_wrapped_ts__cutToFit as cutToFit,
  src_base_wrapped_ts__LOG_WIDTH as LOG_WIDTH
} from "./core.js";
import {
  src_report_format_ts__clockTime as clockTime8,
  src_report_format_ts__errorRate as errorRate2
} from "./core.js";
var WIDTHS = ["watching".length, "16:01:05".length, "4m58s".length, 15, 15];
var BETWEEN = "  ";
var PROGRESS_HEAD = row([
  "verdict",
  "UTC",
  "left",
  "canary failed",
  "stable failed",
  "what is known"
]);
function renderProgressLine(line) {
  const { verdict, words: words2 } = judged(line);
  return row([
    verdict,
    clockTime8(line.at).slice(0, 8),
    formatDuration17(line.secondsLeft),
    arm(line.canary),
    line.weight >= 100 ? "no traffic" : arm(line.stable),
    [gateWords(line), words2, alarmWords(line.alarms)].filter((part) => part !== "").join(", ")
  ]);
}
function newsIn(line) {
  return renderProgressLine({ ...line, at: 0, secondsLeft: 0 });
}
function row(cells) {
  const text2 = cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join(BETWEEN);
  return cutToFit(text2.trimEnd(), LOG_WIDTH);
}
function arm(totals2) {
  if (totals2 === null) return NOT_YET_COUNTED;
  if (totals2.requests === 0) return "no requests";
  return `${short(totals2.errors)}/${short(totals2.requests)} ${errorRate2(totals2)}`;
}
function short(value) {
  if (value < 1e4) return value.toLocaleString("en-US");
  if (value < 1e5) return `${(value / 1e3).toFixed(1)}k`;
  if (value < 1e6) return `${Math.floor(value / 1e3)}k`;
  return `${(value / 1e6).toFixed(1)}M`;
}
function gateWords({ waitsFor: waitsFor2 }) {
  return waitsFor2 === void 0 ? "" : `waits: ${waitsFor2}`;
}
function alarmWords(alarms) {
  const ok = alarms.filter((e) => e.verdict === "healthy").length;
  return ok === alarms.length ? "" : `alarms ${ok}/${alarms.length} ok`;
}
function judged({ verdict, deciding, compared: compared3 }) {
  if (verdict === "healthy") return comparedWords(compared3);
  const speakers = deciding.filter((e) => e.verdict === verdict);
  const [first] = speakers;
  const word = verdict === "failing" ? "failing" : "waiting";
  if (!first) return { verdict: word, words: "no checks in this phase" };
  const more = speakers.length > 1 ? `(+${speakers.length - 1}) ` : "";
  return { verdict: word, words: `${more}${evidenceInShort(first)}` };
}
function evidenceInShort(evidence) {
  const { source, detail } = evidence;
  switch (detail?.kind) {
    case "alarm-fired":
      return `${sourceText(source)} fired`;
    case "alarm-no-data":
      return `${sourceText(source)} has no data`;
    case "too-few-requests":
      return detail.requests === 0 ? "no canary requests yet" : `${detail.requests} of ${detail.minRequests} requests`;
    case "nothing-compared":
      return "nothing compared yet";
    case "bake-unread":
      return "last minutes not read yet";
    case "hook-result":
      return `the ${sourceText(source)} ${detail.result}`;
    default:
      return describeEvidence(evidence);
  }
}
function comparedWords(compared3) {
  const most = leading(compared3);
  if (!most) return { verdict: "watching", words: "nothing compared yet" };
  const standing = standingOf(most);
  const source = sourceText(most.source);
  switch (standing) {
    case "worse":
      return { verdict: "watching", words: `${source}: worse, does not decide` };
    case "undecided": {
      const part = Math.round(100 * evidenceShare(most));
      return { verdict: "watching", words: `evidence ${part}%: ${source}` };
    }
    case "not-worse":
      return { verdict: "healthy", words: STANDINGS[standing] };
    case "quiet":
      return { verdict: "watching", words: "no sign of harm so far" };
    case "nothing-compared":
      return { verdict: "watching", words: STANDINGS[standing] };
  }
}

// src/report/progress-log.ts
var HEARTBEAT_SECONDS = 300;
function createProgressLog() {
  let last;
  return (line) => {
    const phase = `${line.where} ${line.weight}`;
    const news = newsIn(line);
    const isNewPhase = phase !== last?.phase;
    const isQuiet2 = last?.news === news && line.at - last.at < HEARTBEAT_SECONDS;
    if (!isNewPhase && isQuiet2) return [];
    last = { at: line.at, phase, news };
    const text2 = renderProgressLine(line);
    return isNewPhase ? [phaseLine(line), PROGRESS_HEAD, text2] : [text2];
  };
}
function phaseLine({ where, weight, secondsLeft }) {
  const left = formatDuration18(secondsLeft);
  return `Now ${where} at ${formatWeight15(weight)} with ${left} left`;
}

// src/rollout/decide.ts
import {
  src_base_assert_ts__must as must10
} from "./core.js";

// src/rollout/plan-parts.ts
import {
  src_rollout_plan_ts__planSeconds as planSeconds2
} from "./core.js";
function partsOf(plan2) {
  const ends = (plan2.approvals?.at ?? []).map((at) => stepFrom(plan2, at));
  const starts = [.../* @__PURE__ */ new Set([0, ...ends])];
  return starts.map((next2) => partFrom(plan2, next2));
}
function partFrom(plan2, next2) {
  const { steps, approvals, heldBack, readSeconds = 0 } = plan2;
  const weight = weightAt2(plan2, next2);
  const approved = approvals?.at.find((at) => at > weight);
  const end2 = approved === void 0 ? void 0 : stepFrom(plan2, approved);
  const withBake2 = heldBack ? next2 < steps.length && isEnd(plan2, end2) : end2 === void 0;
  const part = { ...plan2, steps: steps.slice(next2, end2) };
  return {
    next: next2,
    end: end2,
    seconds: withBake2 ? planSeconds2(part) : rampSeconds(part),
    readSeconds: withBake2 ? readSeconds : 0
  };
}
function isEnd({ steps }, end2) {
  return end2 === void 0 || end2 === steps.length;
}
function rampSeconds({ heldBack, readSeconds, ...plan2 }) {
  return planSeconds2({ ...plan2, bakeSeconds: 0 });
}
function weightAt2({ steps }, index) {
  return steps[index]?.weight ?? 100;
}
function stepFrom({ steps }, at) {
  const index = steps.findIndex(({ weight }) => weight >= at);
  return index < 0 ? steps.length : index;
}

// src/rollout/gate.ts
function isClosed(gate) {
  return gate.kind === "window" || gate.kind === "freeze" || gate.kind === "stop";
}
function gateOn(gates, way) {
  return gates.find((gate) => isOn(gate, way));
}
function isOn(gate, { from, to }) {
  switch (gate.kind) {
    case "window":
    case "freeze":
    case "stop":
      return true;
    case "approval":
      return from < gate.weight && to >= gate.weight;
    case "door":
      return from === 0;
  }
}
function waitsUntil(gate, lastStart2, now27) {
  if (!isClosed(gate) || now27 >= lastStart2) return void 0;
  return gate.kind === "stop" ? lastStart2 : Math.min(gate.opensAt ?? lastStart2, lastStart2);
}
function restFrom(plan2, next2, baked) {
  return baked ? 0 : partFrom(plan2, next2).seconds;
}

// src/rollout/leaving.ts
function onHold(now27, { cause, until }) {
  return now27 < until ? { kind: "wait", until } : leaveHeld(cause);
}
var FREEZE_SECONDS = 1800;
function onFrozen({ now: now27 }, incident, until) {
  return now27 < until ? { kind: "wait", until } : leaveHeld({ kind: "shared-incident", incident });
}
function onInconclusiveEvidence({
  policies: { onInconclusive },
  evidence
}) {
  if (onInconclusive === "promote") return void 0;
  const cause = { kind: "inconclusive", evidence };
  return onInconclusive === "rollback" ? { kind: "roll-back", cause } : leaveHeld(cause);
}
function closeOrFinish(cause, open) {
  return open ? { kind: "roll-back", cause } : { kind: "finish", ending: { kind: "failed", cause, stopped: { at: "end" } } };
}
function changed(change) {
  return { kind: "external-change", change };
}
function leave(cause) {
  return { kind: "leave", ending: { kind: "failed", cause, stopped: { at: "external" } } };
}
function leaveHeld(cause) {
  return { kind: "leave", ending: { kind: "held", cause } };
}

// src/rollout/decide.ts
import {
  src_rollout_plan_ts__EXTENSION_SECONDS as EXTENSION_SECONDS2,
  src_rollout_plan_ts__isBake as isBake7,
  src_rollout_plan_ts__rampOf as rampOf4,
  src_rollout_plan_ts__requestsFor as requestsFor4,
  src_rollout_plan_ts__sameWeight as sameWeight7,
  src_rollout_plan_ts__stepWindow as stepWindow3,
  src_rollout_plan_ts__weightBefore as weightBefore2
} from "./core.js";
function decide(s) {
  const decision2 = decideInTime(s);
  if (decision2.kind !== "wait" || s.scope.kind !== "one-check") return decision2;
  return leaveHeld(decision2.gate ?? waitingFor(s, decision2.until));
}
function decideInTime(s) {
  const { trafficState, phase } = s;
  if (trafficState.kind === "external") return onExternal(trafficState, phase);
  if (s.cancelled) return onCancelled(s);
  if (s.trouble || s.verdict === "failing" || s.hook === "failed") return rollBack(s);
  switch (phase.kind) {
    case "preparing":
      return onPreparing(s, trafficState);
    case "step":
      return onStep(s, trafficState, phase);
    case "baking":
      return onBaking(s, trafficState, phase.since);
  }
}
function onExternal({ what, others }, phase) {
  const cause = externalState(what);
  if (phase.kind === "preparing") {
    return { kind: "finish", ending: { kind: "failed", cause, stopped: { at: "external" } } };
  }
  return others === "owned" ? { kind: "roll-back", cause } : leave(cause);
}
function onCancelled({ policies: { onCancel: onCancel2 }, phase, trafficState }) {
  const cause = { kind: "cancelled" };
  if (onCancel2 === "rollback") return { kind: "roll-back", cause };
  if (phase.kind === "preparing" && trafficState.kind === "stable") {
    return { kind: "abandon", cause };
  }
  return leaveHeld(cause);
}
function rollBack({ phase, trafficState, hook, trouble, evidence }) {
  const unseen = phase.kind === "preparing" && trafficState.kind === "stable";
  const kind = unseen && hook === "failed" ? "abandon" : "roll-back";
  return { kind, cause: trouble ?? failing(evidence) };
}
function onPreparing(s, trafficState) {
  if (trafficState.kind === "promoted") return { kind: "promote" };
  return atGate(s, 0, 0) ?? goOn(s, 0);
}
function onStep(s, trafficState, { index, since }) {
  const step = s.plan.steps[index];
  if (!step) return leave(changed({ kind: "unknown-step", step: index + 1 }));
  if (trafficState.kind === "promoted") return { kind: "promote" };
  if (trafficState.kind === "stable") return canaryGone(index, trafficState);
  if (s.reached && !isReached(s)) return onUnexpectedWeight(index, step, trafficState, step.weight);
  if (!sameWeight7(trafficState.weight, step.weight))
    return shiftAgain(s, index, step, trafficState);
  return onHeldStep(s, index, step, since);
}
function onHeldStep(s, index, step, since) {
  if (s.scope.kind === "promote") return atGate(s, step.weight, s.plan.steps.length) ?? goOn(s);
  if (s.scope.kind === "hold") return onHold(s.now, s.scope);
  const window = stepWindow3(s.plan, step);
  const earliest = since + window.earliest;
  const latest = Math.max(
    Math.min(since + window.latest, lastStart(s, step)),
    s.takenOverAt + EXTENSION_SECONDS2
  );
  if (s.now < earliest) return { kind: "wait", until: earliest };
  if (s.incident) return onFrozen(s, s.incident, latest + FREEZE_SECONDS);
  const gated = atGate(s, step.weight, index + 1);
  if (gated && !isForPeople(gated)) return gated;
  const open = isBake7(s.plan, index) ? onBaked(s, earliest, s.takenOverAt) : onInconclusiveStep(s, latest);
  if (gated) return open && open.kind !== "leave" ? open : gated;
  if (open) return open;
  return goOn(s, index + 1);
}
function isForPeople(gated) {
  return gated.kind === "leave" && gated.ending.kind === "held" && gated.ending.cause.kind === "approval";
}
function goOn({ plan: plan2, hook }, index = plan2.steps.length) {
  if (hook === "due") return { kind: "hook" };
  const next2 = plan2.steps[index];
  return next2 ? { kind: "shift", step: index, weight: next2.weight } : { kind: "promote" };
}
function isUnbegun({ phase, trafficState, takenOverAt, scope }) {
  const served2 = phase.kind !== "preparing" || trafficState.kind !== "stable";
  return !served2 && takenOverAt === 0 && scope.kind !== "one-check";
}
function atGate(s, from, next2) {
  const gate = gateOn(s.gates, { from, to: s.plan.steps[next2]?.weight ?? 100 });
  if (!gate) return void 0;
  const rest = restFrom(s.plan, next2, s.bakeStepSince !== void 0);
  const until = waitsUntil(gate, s.lastsUntil - rest, s.now);
  if (until !== void 0) return { kind: "wait", until, gate };
  return isClosed(gate) && isUnbegun(s) ? { kind: "abandon", cause: gate } : leaveHeld(gate);
}
var LEFT_TO_END_SECONDS2 = 120;
function lastStart({ plan: plan2, endsBy }, step) {
  if (requestsFor4(plan2, step) === 0) return Number.POSITIVE_INFINITY;
  return endsBy - plan2.bakeSeconds - (plan2.readSeconds ?? 0) - LEFT_TO_END_SECONDS2;
}
function onInconclusiveStep(s, latest) {
  if (s.verdict !== "inconclusive") return void 0;
  return s.now < latest ? { kind: "wait", until: latest } : onInconclusiveEvidence(s);
}
function shiftAgain(s, index, step, trafficState) {
  const before = weightBefore2(s.plan, index);
  if (sameWeight7(trafficState.weight, before)) {
    return atGate(s, before, index) ?? { kind: "shift", step: index, weight: step.weight };
  }
  return onUnexpectedWeight(index, step, trafficState, before);
}
function onUnexpectedWeight(index, step, trafficState, least) {
  const cause = changed(unexpectedWeight(index, step, trafficState));
  return isPartlyLowered(trafficState, { least, most: step.weight }) ? { kind: "roll-back", cause } : leave(cause);
}
function canaryGone(index, { open }) {
  return closeOrFinish(changed({ kind: "canary-closed", step: index + 1 }), open);
}
function onBaking(s, trafficState, since) {
  if (s.reached && trafficState.kind !== "stable" && !isReached(s))
    return leave(changed(reopened(trafficState)));
  if (trafficState.kind === "split") return promoteOrFollow(s, trafficState);
  if (trafficState.kind === "promoted" && trafficState.open && s.closes) return { kind: "promote" };
  if (trafficState.kind === "stable") {
    return closeOrFinish(changed({ kind: "promotion-undone" }), trafficState.open);
  }
  if (s.hook === "due") return { kind: "hook" };
  const until = (s.bakeStepSince ?? since) + s.plan.bakeSeconds;
  if (s.now < until) return { kind: "wait", until };
  return onBaked(s, until, Math.max(s.takenOverAt, since)) ?? {
    kind: "finish",
    ending: { kind: "promoted" }
  };
}
function promoteOrFollow(s, trafficState) {
  const { steps } = s.plan;
  const least = steps[0]?.weight ?? 0;
  if (!isPartlyLowered(trafficState, { least, most: 100 })) {
    const begun = trafficState.most !== void 0;
    const gated = begun ? void 0 : atGate(s, trafficState.weight, steps.length);
    return gated ?? { kind: "promote" };
  }
  const { weight } = trafficState;
  const cause = changed({ kind: "lowered", weight, most: weightOf(trafficState) });
  return { kind: "roll-back", cause };
}
function onBaked(s, end2, resumedAt) {
  if (s.plan.bakeSeconds === 0) return void 0;
  const baking = { ...s, end: end2, resumedAt };
  if (isRead(baking) && s.verdict !== "inconclusive") return void 0;
  const until = waitedUntil(baking);
  if (s.now >= until) return onInconclusiveEvidence(s);
  const readable = isRead(baking) ? until : readableAt(baking);
  return { kind: "wait", until: s.now < readable ? Math.min(readable, until) : until };
}
function waitingFor({ phase, plan: plan2, incident, verdict, evidence, now: now27 }, until) {
  const waiting = {
    kind: "waiting",
    secondsLeft: until - now27,
    evidence: verdict === "inconclusive" ? evidence : []
  };
  if (phase.kind === "baking") return { ...waiting, step: void 0 };
  if (incident) return { kind: "shared-incident", incident };
  return { ...waiting, step: stepOf2(plan2, phase.kind === "step" ? phase.index : 0) };
}
function stepOf2(plan2, index) {
  const { weight } = must10(plan2.steps[index], `the plan has step ${index + 1}`);
  const { length } = plan2.steps;
  return isBake7(plan2, index) ? { number: length, of: length, weight, bake: true } : { number: index + 1, of: rampOf4(plan2).length, weight };
}

// src/controller/advance-traffic.ts
import {
  src_base_assert_ts__must as must11
} from "./core.js";
import {
  src_base_duration_ts__formatDuration as formatDuration21
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError15,
  src_base_errors_ts__MovedError as MovedError3
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug6
} from "./core.js";
import {
  src_base_time_ts__now as now11,
  src_base_time_ts__whenAborted as whenAborted3
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight16,
  src_rollout_plan_ts__isBake as isBake8,
  src_rollout_plan_ts__rampOf as rampOf6
} from "./core.js";

// src/controller/decision-input.ts
import {
  src_base_time_ts__now as now7
} from "./core.js";
import {
  src_rollout_plan_ts__rampOf as rampOf5
} from "./core.js";

// src/rollout/schedule-limits.ts
import {
  src_base_duration_ts__formatDuration as formatDuration19
} from "./core.js";
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";
var OVERHEAD_SECONDS = 120;
var DEFAULT_SESSION_SECONDS = 3600;
function secondsAvailable({ jobTimeoutSeconds, credentialsExpireAt, temporary }, now27) {
  const unknown = temporary ? DEFAULT_SESSION_SECONDS : Number.POSITIVE_INFINITY;
  const ofCredentials = credentialsExpireAt === void 0 ? unknown : credentialsExpireAt - now27;
  return Math.min(jobTimeoutSeconds, ofCredentials) - OVERHEAD_SECONDS;
}
function checkSchedule(stay, lifetimes, now27) {
  const reading2 = stay.readSeconds ? ` (including ${formatDuration19(stay.readSeconds)} until the end of the bake has been read)` : "";
  const takes = `${stay.words} ${formatDuration19(stay.seconds)}${reading2}`;
  const needed = stay.seconds + OVERHEAD_SECONDS;
  const { credentialsExpireAt: end2, jobTimeoutSeconds } = lifetimes;
  const left = end2 === void 0 ? void 0 : end2 - now27;
  const problems2 = [];
  const notes = [];
  if (needed > jobTimeoutSeconds) {
    const shorter = stay.shorten ? `shorten ${stay.shorten}, ${stay.way ?? ""}or ` : "";
    problems2.push(
      `${takes}, but the job ends after ${formatDuration19(jobTimeoutSeconds)} (job-timeout): ${shorter}raise the timeout of the job and job-timeout`
    );
  }
  if (left === void 0) notes.push(...unknownEndNotes(takes, needed, lifetimes));
  else if (needed > left) problems2.push(`${takes}, but ${expiryProblem(stay, needed, left)}`);
  if (problems2.length === 0) notes.push(...hookNotes(stay, jobTimeoutSeconds, left));
  return { problems: problems2, notes };
}
var RENEWED = "name the role in role-to-assume here, so that its session is renewed";
function expiryProblem({ shorten: shorten4 }, needed, left) {
  const when = left > 0 ? `the AWS credentials expire in ${formatDuration19(left)}` : "the AWS credentials have expired";
  const shorter = shorten4 ? `; or shorten ${shorten4}` : "";
  return `${when}: ${RENEWED}; or set ${longerSession(needed)}${shorter}`;
}
function unknownEndNotes(takes, needed, { notATime, temporary }) {
  const notes = [];
  if (temporary && needed > DEFAULT_SESSION_SECONDS) {
    notes.push(
      `${takes}, and it is unknown when the AWS credentials expire, by default after one hour: ${RENEWED}; or set ${longerSession(needed)}, and credentials-expire-at here`
    );
  }
  if (notATime !== void 0) {
    notes.push(
      `AWS_CREDENTIAL_EXPIRATION is ${quote4(notATime)}, which is not a time; expected for example 2030-01-31T12:00:00Z`
    );
  }
  return notes;
}
function longerSession(seconds) {
  return `role-duration-seconds: ${roundUp(seconds)} where it is assumed (the role must allow that)`;
}
function hookNotes(stay, jobSeconds, credentialSeconds) {
  const most = stay.seconds + stay.hookSeconds + OVERHEAD_SECONDS;
  const ends = [
    { seconds: jobSeconds, words: "the job ends" },
    ...credentialSeconds === void 0 ? [] : [{ seconds: credentialSeconds, words: "the AWS credentials expire" }]
  ];
  return ends.filter(({ seconds }) => most > seconds).map(
    ({ seconds, words: words2 }) => `hooks may add ${formatDuration19(stay.hookSeconds)} to the ${formatDuration19(stay.seconds)} of the schedule, if each uses the full hook-timeout, and ${words2} after ${formatDuration19(seconds)}`
  );
}
function roundUp(seconds) {
  return Math.ceil(seconds / 300) * 300;
}

// src/controller/decision-input.ts
function decisionInput(loop, { rollout: rollout2, trafficState }, check2, trouble, reached2) {
  const deciding = check2.kind === "seen" ? decisiveIn(check2.observation, rollout2) : [];
  const asked = loop.comments.requests();
  const { startedAt, lifetimes } = loop.context;
  return {
    plan: rollout2.record.plan,
    phase: rollout2.phase,
    trafficState,
    verdict: worst(deciding),
    evidence: worstOf(deciding),
    trouble: trouble ?? requestedBy(asked.rollback) ?? (check2.kind === "blind" ? check2.cause : void 0),
    incident: check2.kind === "seen" ? check2.observation.incident : void 0,
    readUntil: check2.kind === "seen" ? check2.observation.readUntil : 0,
    closingSeconds: closingSeconds(rollout2.record.longestAnswerSeconds),
    endsBy: startedAt + lifetimes.jobTimeoutSeconds,
    bakeStepSince: bakeStepSince(rollout2),
    hook: loop.hooks.stateIn(rollout2.phase),
    gates: approvalGates(rollout2),
    lastsUntil: startedAt + secondsAvailable(lifetimes, startedAt),
    policies: loop.context.inputs,
    now: now7(),
    takenOverAt: loop.drive.takenOverAt,
    closes: loop.target.closesSplit(rollout2.record),
    reached: reached2,
    cancelled: check2.kind === "cancelled",
    scope: scopeOf(loop, rollout2, asked)
  };
}
function trackReached(target, first) {
  let phase = isMarkedReached(first) ? first : void 0;
  const saw = ({ rollout: rollout2, trafficState }) => {
    const { record } = rollout2;
    const goal = {
      plan: record.plan,
      phase: rollout2.phase,
      trafficState,
      closes: target.closesSplit(record)
    };
    if (isReached(goal)) ({ phase } = rollout2);
  };
  return {
    saw,
    /** The state after a change, unless the change failed or is still in progress. */
    made: ({ snapshot, trouble, late }) => {
      if (trouble === void 0 && late === void 0) saw(snapshot);
    },
    of: ({ rollout: rollout2 }) => isSamePhase(phase, rollout2.phase)
  };
}
function decisiveIn({ deciding, uncompared: uncompared2 }, { phase, record: { plan: plan2 } }) {
  const last = phase.kind === "step" && phase.index >= rampOf5(plan2).length - 1;
  return last ? deciding : deciding.filter((evidence) => evidence !== uncompared2);
}
var PAUSED_SECONDS = 1800;
function scopeOf({ drive: { scope, takenOverAt } }, { paused, phase, record }, asked) {
  if (record.preview !== void 0 && scope.kind !== "hold") {
    return { kind: "hold", cause: { kind: "preview", pull: record.preview }, until: 0 };
  }
  if (asked.promote !== void 0 && record.preview === void 0) return { kind: "promote" };
  if (scope.kind === "promote" || scope.kind === "hold") return scope;
  const since = phase.kind === "step" ? phase.since : 0;
  const hold = holdOf(paused, asked.hold, since);
  if (!hold) return scope;
  const from = Math.max(hold.from, takenOverAt);
  const until = scope.kind === "one-check" ? 0 : from + PAUSED_SECONDS;
  return { kind: "hold", cause: hold.cause, until };
}
function holdOf(paused, disliked, stepSince) {
  if (paused) return { cause: { kind: "paused", by: paused.by }, from: paused.since };
  if (disliked === void 0) return void 0;
  return { cause: { kind: "feedback", by: disliked }, from: stepSince };
}
function requestedBy(login) {
  return login === void 0 ? void 0 : { kind: "requested", by: login, through: "comment" };
}
function worstOf(evidence) {
  const verdict = worst(evidence);
  return verdict === "healthy" ? [] : evidence.filter((each) => each.verdict === verdict);
}

// src/controller/last-read.ts
import {
  src_base_errors_ts__known as known13
} from "./core.js";
import {
  src_base_time_ts__withTimeout as withTimeout
} from "./core.js";
var PATIENCE_SECONDS = 5;
async function readFinalState(loop, snapshot) {
  const presumed = { snapshot, presumed: true, theirs: false };
  try {
    return await withTimeout(PATIENCE_SECONDS, read(loop, snapshot)) ?? presumed;
  } catch (error) {
    known13(error);
    return presumed;
  }
}
async function read({ target: { rollback: rollback2 } }, snapshot) {
  const { stored, trafficState } = await rollback2.observe();
  if (stored.kind === "rollout" && trafficState) {
    const { storedRollout } = stored;
    const same = sameRelease(storedRollout.record, snapshot.rollout.record);
    const theirs2 = !sameRollout(storedRollout.record.id, snapshot.rollout.record.id);
    if (same)
      return { snapshot: { rollout: storedRollout, trafficState }, presumed: false, theirs: theirs2 };
  }
  const theirs = stored.kind === "rollout" || stored.kind === "takes-part";
  const found = await rollback2.readTraffic(snapshot.rollout);
  return { snapshot: { ...snapshot, trafficState: found }, presumed: false, theirs };
}
function sameRelease(a, b) {
  const [one, other2] = [a, b].map(
    ({ startedAt, functions, target }) => JSON.stringify([startedAt, functions, target])
  );
  return one === other2;
}

// src/controller/observe.ts
import {
  src_base_errors_ts__known as known14
} from "./core.js";
import {
  src_base_time_ts__now as now8,
  src_base_time_ts__sleep as sleep3
} from "./core.js";
var CHECK_SECONDS = 15;
var LEAST_PAUSE_SECONDS = 5;
function nextCheck(begun) {
  return Math.max(begun + CHECK_SECONDS, now8() + LEAST_PAUSE_SECONDS);
}
var BLIND_SECONDS = 180;
async function observe(loop, before) {
  const begun = now8();
  let tell = loop.host.log.warning;
  for (; ; ) {
    const check2 = await unlessCancelled(loop, () => lookOnce(loop, before));
    if (check2.kind !== "blind" || now8() - begun > BLIND_SECONDS) return check2;
    const why2 = causeText(check2.cause, linkFrom(loop.context));
    tell(`Could not read the current state from AWS: ${why2}. Retrying.`);
    tell = loop.host.log.line;
    await sleep3(CHECK_SECONDS, loop.host.cancelled);
  }
}
async function lookOnce(loop, before) {
  try {
    const { stored, trafficState } = await loop.target.observe();
    const loss = lossOf(stored, before.rollout.record.id);
    if (loss) return { kind: "lost", loss };
    if (stored.kind !== "rollout" || !trafficState) return { kind: "lost", loss: GONE };
    const { paused, approvals = [] } = stored.storedRollout;
    const rollout2 = { ...before.rollout, paused, approvals };
    const observation = await loop.monitor.check(rollout2, now8());
    return { kind: "seen", snapshot: { rollout: rollout2, trafficState }, observation };
  } catch (error) {
    return { kind: "blind", cause: errorCause(known14(error)) };
  }
}
function unlessCancelled({ host: { cancelled } }, read4) {
  return new Promise((resolve2, reject) => {
    const stop2 = () => resolve2({ kind: "cancelled" });
    if (cancelled.aborted) return stop2();
    cancelled.addEventListener("abort", stop2, { once: true });
    read4().then(resolve2, reject).finally(() => cancelled.removeEventListener("abort", stop2));
  });
}

// src/controller/on-bug.ts
import {
  src_base_log_ts__logBug as logBug5
} from "./core.js";
import {
  src_report_internal_error_ts__internalErrorText as internalErrorText
} from "./core.js";

// src/controller/rollback.ts
import {
  src_base_errors_ts__known as known16,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_base_time_ts__now as now10,
  src_base_time_ts__whenAborted as whenAborted2
} from "./core.js";
import {
  src_base_wrapped_ts__cutToFit as cutToFit2,
  src_base_wrapped_ts__LOG_WIDTH as LOG_WIDTH2
} from "./core.js";

// src/controller/persist.ts
import {
  src_base_duration_ts__formatDuration as formatDuration20
} from "./core.js";
import {
  src_base_errors_ts__isFromThisAction as isFromThisAction,
  src_base_errors_ts__KnownError as KnownError14,
  src_base_errors_ts__known as known15,
  src_base_errors_ts__messageOf as messageOf8
} from "./core.js";
import {
  src_base_time_ts__now as now9,
  src_base_time_ts__sleep as sleep4
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize7
} from "./core.js";
var FinalError = class extends KnownError14 {
};
var FIRST_PAUSE_SECONDS = 3;
var LONGEST_PAUSE_SECONDS = 60;
var URGENT_PAUSE_SECONDS = 0.3;
var LOG_EVERY_MS = 6e4;
async function persist(doing, retry, work2) {
  const notices = logEveryMinute(doing, retry);
  const judge3 = createJudge(retry);
  try {
    for (let before = 0; ; before++) {
      try {
        return await work2(before);
      } catch (error) {
        known15(error);
        if (judge3(error) === "over") throw error;
        notices.failed(messageOf8(error));
        await nextTry(before, retry);
      }
    }
  } finally {
    notices.stop();
  }
}
function createJudge({ context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
  let refused = false;
  return (error) => {
    const twice = refused && isRefused(error);
    refused = isRefused(error);
    if (error instanceof FinalError || isDenied(error) || twice) return "over";
    if (!cancelled.aborted) return now9() >= giveUpAt ? "over" : "again";
    return rollbackDeadline.aborted ? "over" : "again";
  };
}
function nextTry(before, { context: { giveUpAt }, host: { cancelled }, rollbackDeadline }) {
  if (cancelled.aborted) return sleep4(URGENT_PAUSE_SECONDS, rollbackDeadline);
  const pause4 = Math.min(FIRST_PAUSE_SECONDS * 2 ** before, LONGEST_PAUSE_SECONDS);
  return sleep4(Math.min(pause4, giveUpAt - now9()), cancelled);
}
function logEveryMinute(doing, { context, host, manualCommands }) {
  const { giveUpAt } = context;
  const { log, cancelled } = host;
  let timer;
  let why2 = "";
  const left = () => formatDuration20(giveUpAt - now9());
  let commands = manualCommands;
  const say = () => {
    log.line(`${capitalize7(doing)} still fails (${why2}). Retrying for another ${left()}.`);
    const lines = commands?.() ?? [];
    if (lines.length > 0) log.line("If you do not want to wait, run these commands:");
    for (const line of lines) log.line(line);
    commands = void 0;
  };
  return {
    failed: (latest) => {
      why2 = latest;
      if (cancelled.aborted) log.line(`${capitalize7(doing)} failed (${why2}). Retrying.`);
      if (timer || cancelled.aborted) return;
      log.warning(`${capitalize7(doing)} failed (${why2}). Retrying for up to ${left()}.`);
      timer = setInterval(say, LOG_EVERY_MS);
    },
    stop: () => clearInterval(timer)
  };
}
async function unlessFinal(work2) {
  try {
    return await work2;
  } catch (error) {
    throw isFromThisAction(error) ? new FinalError(known15(error).message) : known15(error);
  }
}

// src/controller/rollback.ts
async function rollBack2(loop, snapshot, cause, late = Promise.resolve()) {
  loop.recorder.endStep();
  const reason = rollbackText(cause, linkFrom(loop.context));
  loop.host.keepCause({ cause, of: formatRolloutId(snapshot.rollout.record.id) });
  loop.host.log.group("Roll back");
  loop.host.log.line(
    cutToFit2(`Rolling back: ${shortCause(cause, snapshot.rollout.record) || reason}`, LOG_WIDTH2)
  );
  const tried = await tryRollBack(loop, snapshot);
  if (tried.kind === "lost") return lost(loop, snapshot, cause, tried.cause);
  if (tried.kind === "failed") {
    const last = await readFinalState(loop, snapshot);
    if (!isRestored(loop, last))
      return rollbackFailed(loop, last, cause, causeText(tried.cause, linkFrom(loop.context)));
  }
  const change = await overtake(loop, snapshot, late);
  if (change.kind === "unread") {
    const why2 = `a change in progress may have taken effect after it: ${change.why}`;
    return rollbackFailed(loop, await readFinalState(loop, snapshot), cause, why2);
  }
  if (change.kind === "late") {
    loop.host.log.warning(
      "A change in progress has not returned yet; the post step will check again."
    );
  }
  loop.recorder.note(`rolled back: ${reason}`, "traffic");
  const { trafficState, presumed } = await whatStands(loop, snapshot, tried.trafficState);
  loop.host.log.line(
    trafficState.kind === "external" ? `Rolled back and verified, except for what was changed outside this action: ${trafficState.what}` : "Rolled back and verified: all traffic goes to the previous version."
  );
  const cleaned = await cleanUp(loop, snapshot.rollout, "before");
  const cleared = change.kind === "over" && cleaned && await clearState(loop, snapshot.rollout, "rolled-back");
  return {
    ending: { kind: "rolled-back", cause },
    snapshot: { ...snapshot, trafficState },
    presumed,
    cleanup: cleared ? "clean" : "cleanup-pending"
  };
}
async function whatStands(loop, snapshot, found) {
  if (found.kind !== "external") return { trafficState: { kind: "stable" }, presumed: false };
  const { snapshot: last, presumed } = await readFinalState(loop, {
    ...snapshot,
    trafficState: found
  });
  return { trafficState: last.trafficState, presumed };
}
async function abort(loop, snapshot, cause) {
  const ended = await rollBack2(loop, snapshot, cause);
  if (ended.ending.kind === "stuck") return ended;
  const cleanup = ended.cleanup === "clean" ? "nothing-served" : ended.cleanup;
  return { ...ended, ending: { kind: "failed", cause, stopped: { at: "start" } }, cleanup };
}
async function tryRollBack(loop, snapshot) {
  const { target } = loop;
  let { trafficState } = snapshot;
  try {
    const manualCommands = () => target.repairCommands(snapshot.rollout.record, {
      phase: snapshot.rollout.phase,
      trafficState
    });
    await persist(`rolling back ${target.words}`, { ...loop, manualCommands }, async (before) => {
      const was = trafficState;
      if (before > 0) trafficState = await lookAgain(loop, snapshot, trafficState);
      if (!canRollBack(trafficState)) {
        if (was.kind === "external" && was.canary === "owned") return;
        throw new FinalError(`it was changed outside this action: ${trafficState.what}`);
      }
      await target.rollback.restore(snapshot.rollout, trafficState);
    });
    return { kind: "done", trafficState };
  } catch (error) {
    return error instanceof NotOursError ? { kind: "lost", cause: error.loss, trafficState } : { kind: "failed", cause: causeOf(known16(error)), trafficState };
  }
}
var NotOursError = class extends FinalError {
  loss;
  constructor(loss) {
    super(lossText(loss, describeRun));
    this.loss = loss;
  }
};
async function lookAgain(loop, { rollout: rollout2 }, before) {
  const observation = await loop.target.rollback.observe().catch(orElse2(void 0));
  if (!observation) return before;
  mustStillBeOurs(loop, observation, rollout2);
  return observation.trafficState ?? before;
}
function mustStillBeOurs(loop, { stored }, { record }) {
  const loss = lossOf(stored, loop.context.id) && lossOf(stored, record.id);
  if (loss) throw new NotOursError(loss);
}
async function overtake(loop, snapshot, late) {
  const { rollbackDeadline } = loop;
  const { rollback: rollback2 } = loop.target;
  const first = await Promise.race([late.then(() => "over"), whenAborted2(rollbackDeadline)]);
  if (first === "aborted") return { kind: "late" };
  if (!loop.host.cancelled.aborted) return { kind: "over" };
  try {
    const { trafficState } = await rollback2.observe();
    if (trafficState?.kind !== "stable") {
      await rollback2.restore(snapshot.rollout, trafficState ?? snapshot.trafficState);
    }
    return { kind: "over" };
  } catch (error) {
    const why2 = known16(error).message;
    return rollbackDeadline.aborted ? { kind: "late" } : { kind: "unread", why: why2 };
  }
}
function isRestored({ target }, { snapshot, presumed }) {
  const { rollout: rollout2, trafficState } = snapshot;
  if (presumed || trafficState.kind !== "stable") return false;
  return target.repairCommands(rollout2.record, { phase: rollout2.phase, trafficState }).length === 0;
}
async function lost(loop, snapshot, rollingBack, cause) {
  const stopped = { at: "midway", rollingBack };
  const ending = { kind: "failed", cause, stopped };
  return { ending, ...await readFinalState(loop, snapshot), cleanup: "clean" };
}
function rollbackFailed({ recorder, host: { log } }, { snapshot, presumed }, cause, failure) {
  recorder.note(`the rollback failed: ${failure}`, "traffic");
  log.warning(`The rollback failed: ${failure}`);
  return {
    ending: { kind: "stuck", cause, failure },
    snapshot,
    presumed,
    cleanup: "cleanup-pending"
  };
}
async function cleanUp({
  target,
  host: { log },
  rollbackDeadline
}, rollout2, served2) {
  try {
    await target.rollback.cleanUp(rollout2, served2);
    return true;
  } catch (error) {
    const why2 = known16(error).message;
    if (rollbackDeadline.aborted) return false;
    log.warning(
      `Not everything that was created for this rollout could be removed. Until it is removed, it may cost money: ${why2}`
    );
    return true;
  }
}
var CLEAR_SECONDS = 180;
async function clearState(loop, { record }, ended) {
  const { target, host, context } = loop;
  const { log, cancelled } = host;
  try {
    const signed = ended !== void 0 && storesOutcome(context);
    const last = signed ? { ended, at: now10(), by: context.id } : void 0;
    const owners = sameRollout(record.id, context.id) ? [record.id] : [record.id, context.id];
    const clear = async () => {
      for (const owner of owners) await target.rollback.clearState(last, owner);
    };
    const giveUpAt = Math.min(context.giveUpAt, now10() + CLEAR_SECONDS);
    const patience = { ...loop, context: { giveUpAt } };
    if (cancelled.aborted) await clear();
    else await persist(`removing the stored state of ${target.words}`, patience, clear);
    return true;
  } catch (error) {
    log.warning(
      `The tags "canary-action:…" could not be removed (${known16(error).message}). The post step or the next run will remove them.`
    );
    return false;
  }
}

// src/controller/on-bug.ts
async function endOnBug(loop, latest, error) {
  const { rollout: rollout2, trafficState } = latest;
  const over = rollout2.phase.kind === "baking" && trafficState.kind === "promoted";
  return over || !canRollBack(trafficState) ? leave2(loop, latest, error) : rollBackOnBug(loop, latest, error);
}
async function rollBackOnBug(loop, snapshot, error) {
  const cause = begin2(loop, error);
  try {
    return await rollBack2(loop, snapshot, cause);
  } catch (another) {
    return breakOff(loop, snapshot, cause, another);
  }
}
async function breakOff(loop, snapshot, cause, another) {
  logBug5(loop.host.log, another);
  const last = await lookLast(loop, snapshot);
  return isRestored(loop, last) ? { ...last, ending: { kind: "rolled-back", cause }, cleanup: "cleanup-pending" } : rollbackFailed(loop, last, cause, internalErrorText(another));
}
async function leave2(loop, latest, error) {
  const cause = begin2(loop, error);
  loop.recorder.endStep();
  const ending = { kind: "failed", cause, stopped: { at: "midway" } };
  return { ending, ...await lookLast(loop, latest), cleanup: "clean" };
}
function begin2(loop, error) {
  logBug5(loop.host.log, error);
  loop.hooks.stop().catch((another) => logBug5(loop.host.log, another));
  return errorCause(error);
}
async function lookLast(loop, snapshot) {
  try {
    return await readFinalState(loop, snapshot);
  } catch (error) {
    logBug5(loop.host.log, error);
    return { snapshot, presumed: true, theirs: false };
  }
}

// src/controller/advance-traffic.ts
async function attempted(loop, snapshot, work2) {
  const working = work2();
  try {
    const first = await Promise.race([working, whenAborted3(loop.host.cancelled)]);
    const log = (error) => logBug6(loop.host.log, error);
    const late = first === "aborted" ? working.catch(log) : void 0;
    return { kind: "go-on", snapshot, trouble: void 0, late };
  } catch (error) {
    if (!(error instanceof KnownError15)) {
      return { kind: "ended", ended: await rollBackOnBug(loop, snapshot, error) };
    }
    const cause = causeOf(error);
    return error instanceof MovedError3 ? { kind: "ended", ended: await onMoved(loop, snapshot, cause) } : { kind: "go-on", snapshot, trouble: cause };
  }
}
async function onMoved(loop, snapshot, cause) {
  const check2 = await observe(loop, snapshot);
  if (check2.kind !== "seen") return stop(loop, snapshot, cause);
  const decision2 = decide(decisionInput(loop, check2.snapshot, check2, void 0, false));
  return decision2.kind === "roll-back" ? rollBack2(loop, check2.snapshot, decision2.cause) : stop(loop, check2.snapshot, cause);
}
function shift(loop, { rollout: rollout2 }, index, weight) {
  const { target, recorder, host } = loop;
  const { log } = host;
  const { plan: plan2 } = rollout2.record;
  const { holdSeconds } = must11(plan2.steps[index], `the plan has step ${index + 1}`);
  const baking = isBake8(plan2, index);
  const name = baking ? "Bake" : `Step ${index + 1} of ${rampOf6(plan2).length}`;
  log.group(`${name}: ${formatWeight16(weight)} for ${formatDuration21(holdSeconds)}`);
  const phase = { kind: "step", index, since: Math.floor(now11()) };
  if (isSamePhase(rollout2.phase, phase)) {
    const why2 = `The weight of step ${index + 1} was missing when this run took over; setting it again`;
    log.warning(why2);
    recorder.note(why2);
  }
  const stepStartTimes = [...rollout2.stepStartTimes.slice(0, index), phase.since];
  const after = {
    rollout: { ...rollout2, phase, stepStartTimes },
    trafficState: { kind: "split", weight }
  };
  return attempted(loop, after, async () => {
    await target.savePhase(rollout2, phase);
    await target.shift(rollout2, weight);
    const kept = `: the bake, in which the previous version keeps ${formatWeight16(100 - weight)}`;
    const shifted = `shifted ${formatWeight16(weight)} to the canary`;
    recorder.note(`${shifted}${baking ? kept : ""}`, "traffic");
    recorder.beginStep(stepLabel(plan2, index), weight, holdSeconds);
    loop.progress(after, loop.drive.notes);
  });
}
function promote(loop, { rollout: rollout2 }) {
  const { target, recorder, host } = loop;
  const { log } = host;
  const baking = rollout2.phase.kind === "baking";
  const phase = baking ? rollout2.phase : { kind: "baking", since: Math.floor(now11()) };
  const after = {
    rollout: { ...rollout2, phase },
    trafficState: { kind: "promoted", open: true }
  };
  const left = bakeLeft(after.rollout, phase.since);
  log.group(
    left.label === BAKE_LABEL ? `Promote and bake for ${formatDuration21(left.seconds)}` : "Promote"
  );
  return attempted(loop, after, async () => {
    if (!baking) await target.savePhase(rollout2, phase);
    await target.promote(rollout2);
    if (rollout2.phase.kind === "step") warnOfUnreached(loop);
    recorder.note("promoted: all traffic goes to the new version", "traffic");
    recorder.beginStep(left.label, 100, left.seconds);
    log.line("Promoted and verified: all traffic goes to the new version.");
    loop.progress(after, loop.drive.notes);
  });
}
function warnOfUnreached({ recorder, host: { log } }) {
  const unreached = recorder.unreached();
  if (unreached.length === 0) return;
  const text2 = unreachedText(unreached);
  log.warning(text2);
  recorder.note(text2);
}
async function stop(loop, snapshot, cause) {
  loop.recorder.endStep();
  const ending = { kind: "failed", cause, stopped: { at: "midway" } };
  return { ending, ...await readFinalState(loop, snapshot), cleanup: "clean" };
}
function end(loop, snapshot, ending) {
  loop.recorder.endStep();
  return { ending, snapshot, presumed: false, cleanup: "clean" };
}

// src/controller/finalize.ts
import {
  src_base_errors_ts__known as known17
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep5
} from "./core.js";
async function finalize(loop, snapshot, served2) {
  const promoted = served2 === "new";
  if (promoted) {
    await completePromotion(loop, snapshot);
    await finalizeProvisioned(loop, snapshot);
  } else if (!await completeRollback(loop, snapshot)) {
    return false;
  }
  const cleaned = await cleanUp(loop, snapshot.rollout, served2);
  const cleared = await clearState(loop, snapshot.rollout, promoted ? "promoted" : void 0);
  return cleaned && cleared;
}
async function completePromotion({ target, host: { log } }, { rollout: rollout2 }) {
  try {
    await target.rollback.completePromotion(rollout2);
  } catch (error) {
    log.warning(`Promoted, but the cleanup failed: ${known17(error).message}`);
  }
}
async function completeRollback(loop, { rollout: rollout2, trafficState }) {
  if (trafficState.kind !== "stable") return true;
  try {
    await loop.target.rollback.restore(rollout2, trafficState);
    return true;
  } catch (error) {
    loop.host.log.warning(
      `All traffic is on the previous version, but not everything else was restored: ${known17(error).message}`
    );
    return false;
  }
}
async function finalizeProvisioned({ target, host: { log, cancelled } }, { rollout: rollout2 }) {
  try {
    await target.rollback.finalizeProvisioned?.(rollout2, {
      say: log.line,
      pause: (seconds) => sleep5(seconds, cancelled),
      stopped: () => cancelled.aborted
    });
  } catch (error) {
    log.warning(`Promoted, but not everything was completed: ${known17(error).message}`);
  }
}

// src/controller/gate-keeper.ts
import {
  src_base_time_ts__whenAborted as whenAborted4
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize8
} from "./core.js";
import {
  src_report_gate_text_ts__gateNote as gateNote2
} from "./core.js";

// src/rollout/decision.ts
function goesOn({ kind }) {
  return kind === "shift" || kind === "promote" || kind === "hook";
}

// src/controller/gate-keeper.ts
function createGateKeeper(loop) {
  let gates = [];
  const announce2 = createAnnouncer(loop);
  return {
    decide: async (input, snapshot) => {
      const free = decide(input);
      if (!goesOn(free) && gates.length === 0) return free;
      const { cancelled } = loop.host;
      const read4 = await Promise.race([loop.gates.read(), whenAborted4(cancelled)]);
      if (read4 === "aborted") return decide({ ...input, cancelled: true });
      gates = read4;
      const decision2 = decide({ ...input, gates: [...input.gates, ...gates] });
      announce2(decision2, snapshot);
      return decision2;
    }
  };
}
function createAnnouncer({
  host,
  recorder,
  progress: progress3,
  drive
}) {
  let waits2;
  return (decision2, snapshot) => {
    const gate = decision2.kind === "wait" ? decision2.gate : void 0;
    if (gate?.kind === waits2 || !(gate || goesOn(decision2))) return;
    waits2 = gate?.kind;
    recorder.recordGate(gate);
    if (gate) host.log.warning(capitalize8(gateNote2(gate)));
    else host.log.line(capitalize8(gateNote2(gate)));
    progress3(snapshot, drive.notes);
  };
}

// src/controller/run-hooks.ts
import {
  src_base_errors_ts__known as known18
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep6
} from "./core.js";
function withHooks({ hooks, comments }, check2) {
  if (check2.kind !== "seen") return check2;
  const results = hooks.evidence();
  const { evidence, deciding } = check2.observation;
  const observation = {
    ...check2.observation,
    evidence: [...evidence, ...results, ...comments.evidence()],
    deciding: [...deciding, ...results]
  };
  return { ...check2, observation };
}
async function runHook(loop, snapshot) {
  const { hooks, host } = loop;
  const { trafficState } = snapshot;
  if (trafficState.kind === "external") return snapshot;
  const answered = new AbortController();
  const asked = hooks.run(snapshot.rollout, weightOf(trafficState));
  const awake = sleep6(CHECK_SECONDS, AbortSignal.any([host.cancelled, answered.signal]));
  await Promise.race([asked.then(() => answered.abort()), awake]);
  return rememberAnswer(loop, snapshot);
}
async function rememberAnswer({ hooks, target, host: { log } }, snapshot) {
  const { rollout: rollout2 } = snapshot;
  const { phase } = rollout2;
  if (phase.kind !== "baking" || hooks.stateIn(phase) !== "clear") return snapshot;
  const asked = { ...phase, asked: true };
  try {
    await target.savePhase(rollout2, asked);
    return { ...snapshot, rollout: { ...rollout2, phase: asked } };
  } catch (error) {
    log.warning(
      `The result of the post-traffic hook could not be stored, so a later run will call it again: ${known18(error).message}`
    );
    return snapshot;
  }
}

// src/controller/loop.ts
async function runLoop(loop, first) {
  const latest = { snapshot: first };
  const ended = await driveToEnd(loop, latest).catch((error) => endOnBug(loop, latest.snapshot, error)).finally(() => loop.probes.stop());
  const { kind } = ended.ending;
  const over = kind === "promoted" || kind === "rolled-back" || ended.cleanup === "nothing-served";
  if (over && !loop.host.cancelled.aborted) {
    await Promise.all([flush(loop, ended.snapshot, kind), sayWhatBroke(loop, ended)]);
  }
  return ended;
}
var LAST_LOGS_SECONDS = 10;
async function sayWhatBroke(loop, { ending, snapshot }) {
  if (ending.kind !== "rolled-back") return;
  const { cancelled } = loop.host;
  const reading2 = withTimeout2(LAST_LOGS_SECONDS, loop.lastLogs(snapshot.rollout));
  const read4 = await Promise.race([reading2, whenAborted5(cancelled)]).catch(
    (error) => logBug7(loop.host.log, error)
  );
  if (typeof read4 === "object") sayFailures(loop, snapshot, read4);
}
var LAST_WORD_SECONDS = 10;
async function flush({ comments }, { rollout: rollout2 }, ended) {
  await withTimeout2(LAST_WORD_SECONDS, comments.flush(rollout2, ended));
}
async function driveToEnd(loop, latest) {
  let { snapshot } = latest;
  let trouble;
  let { late } = loop.drive;
  const reached2 = trackReached(loop.target, snapshot.rollout.phase);
  const announced = /* @__PURE__ */ new Set();
  const gates = createGateKeeper(loop);
  const news = createProgressLog();
  resumeSteps(loop.recorder, snapshot.rollout);
  for (; ; ) {
    const begun = now12();
    const check2 = withHooks(loop, await observe(loop, snapshot));
    if (check2.kind === "lost") {
      loop.probes.stop();
      await loop.hooks.stop();
      return onLost(loop, snapshot, check2);
    }
    if (check2.kind === "seen") {
      snapshot = check2.snapshot;
      latest.snapshot = snapshot;
      reached2.saw(snapshot);
      loop.recorder.observed(check2.observation);
      loop.probes.follow(snapshot, loop.drive.takenOverAt > 0);
      sayFailures(loop, snapshot, check2.observation.logs);
    }
    announce(loop, check2, announced);
    void loop.comments.poll(snapshot.rollout);
    const input = decisionInput(loop, snapshot, check2, trouble, reached2.of(snapshot));
    let decision2 = await gates.decide(input, snapshot);
    if (decision2.kind === "finish") {
      await flush(loop, snapshot);
      decision2 = decide(decisionInput(loop, snapshot, check2, trouble, reached2.of(snapshot)));
    }
    await stopBefore(decision2, loop);
    await keepReached(loop, snapshot, decision2, reached2.of(snapshot));
    const result = await apply(loop, snapshot, decision2, { begun, late, news });
    if (result.kind === "ended") return result.ended;
    ({ snapshot, trouble, late } = result);
    if (trouble === void 0) latest.snapshot = snapshot;
    reached2.made(result);
  }
}
async function stopBefore({ kind }, { hooks, probes }) {
  if (kind === "wait" || kind === "hook") return;
  if (kind !== "shift") probes.stop();
  await hooks.stop();
}
function sayFailures({ recorder, host: { log } }, { rollout: rollout2 }, logs2) {
  for (const line of recorder.recordFailures(logs2, rollout2)) sayWrapped(log, line);
}
function announce({ host: { log }, recorder, target }, check2, announced) {
  if (check2.kind !== "seen") return;
  const { incident, misrouted, traffic: traffic3, evidence, notCompared: notCompared2 } = check2.observation;
  const isSplit3 = check2.snapshot.rollout.phase.kind === "step";
  const source = isSplit3 ? sourceOf(traffic3) : void 0;
  const texts = {
    incident: incident && incidentText(incident),
    misrouted: misrouted && routingText(misrouted),
    routes: notCompared2.some(({ what }) => what === "routes") ? NO_ROUTES : void 0,
    ...fallTexts(evidence),
    probes: evidence.filter(isFinding).some(isWorthless) ? WORTHLESS_PROBES : void 0,
    counts: source && target.describe().countNotes[source]
  };
  for (const [about2, text2] of Object.entries(texts)) {
    if (text2 === void 0 || announced.has(about2)) continue;
    announced.add(about2);
    log.warning(text2);
    recorder.note(text2);
  }
}
function fallTexts(evidence) {
  const fallen = evidence.filter(isFinding).filter(({ fell }) => fell);
  return Object.fromEntries(fallen.map((each) => [sourceText(each.source), fallText(each)]));
}
async function apply(loop, snapshot, decision2, { begun, late, news }) {
  switch (decision2.kind) {
    case "wait":
      for (const line of news(progressLine(loop, snapshot, decision2))) loop.host.log.line(line);
      await loop.monitor.wait(
        snapshot.rollout,
        Math.min(nextCheck(begun), decision2.until),
        loop.host.cancelled
      );
      return { kind: "go-on", snapshot, trouble: void 0 };
    case "hook":
      return { kind: "go-on", snapshot: await runHook(loop, snapshot), trouble: void 0 };
    case "shift":
      return shift(loop, snapshot, decision2.step, decision2.weight);
    case "promote":
      return promote(loop, snapshot);
    case "roll-back":
      return { kind: "ended", ended: await rollBack2(loop, snapshot, decision2.cause, late) };
    case "abandon":
      return { kind: "ended", ended: await abort(loop, snapshot, decision2.cause) };
    case "finish":
      return { kind: "ended", ended: await finish(loop, snapshot, decision2.ending) };
    case "leave":
      return { kind: "ended", ended: end(loop, snapshot, decision2.ending) };
  }
}
async function keepReached({ target, host: { cancelled, log } }, { rollout: rollout2 }, decision2, reached2) {
  const held = decision2.kind === "leave" && decision2.ending.kind === "held";
  if (!held || !reached2 || isMarkedReached(rollout2.phase) || cancelled.aborted) return;
  try {
    await target.savePhase(rollout2, markReached(rollout2.phase));
  } catch (error) {
    log.line(
      `The next run will not know that this run saw the weight of this step: ${known19(error).message}`
    );
  }
}
async function finish(loop, snapshot, ending) {
  const settled = await finalize(loop, snapshot, ending.kind === "promoted" ? "new" : "before");
  const ended = end(loop, snapshot, ending);
  return settled ? ended : { ...ended, cleanup: "cleanup-pending" };
}
function progressLine(loop, { rollout: rollout2, trafficState }, { until, gate }) {
  return {
    waitsFor: gate?.kind,
    at: now12(),
    where: describePhase2(rollout2.phase, rollout2.record.plan),
    weight: trafficState.kind === "split" ? trafficState.weight : 100,
    secondsLeft: until - now12(),
    ...loop.recorder.currentCounts(),
    compared: loop.recorder.compared(),
    verdict: loop.recorder.verdict(),
    deciding: loop.recorder.deciding(),
    alarms: loop.recorder.alarms()
  };
}
async function onLost(loop, snapshot, { loss }) {
  const another = ownerId(loss) !== void 0;
  return another && loop.drive.scope.kind === "one-check" ? end(loop, snapshot, { kind: "held", cause: loss }) : stop(loop, snapshot, loss);
}

// src/controller/prepare.ts
import {
  src_base_time_ts__sleep as sleep7
} from "./core.js";
async function prepare2(beginning) {
  const { log, opening, plan: plan2, id } = beginning;
  if (opening.repair) log.line(await opening.repair());
  log.group("Publish");
  const changes = await opening.publish({ say: log.line, source: beginning.source });
  if (opening.serveFirst) {
    return { kind: "first", changes, made: await opening.serveFirst(changes) };
  }
  const why2 = await opening.whyUnchanged(changes);
  if (why2 !== void 0) return { kind: "unchanged", changes, why: why2 };
  log.group("Deploy to the canary");
  const preparing = {
    say: log.line,
    pause: (seconds) => sleep7(seconds, beginning.cancelled),
    stopped: () => beginning.cancelled.aborted
  };
  const record = {
    id,
    on: opening.storedOn,
    startedAt: Math.floor(beginning.startedAt),
    plan: plan2,
    longestAnswerSeconds: opening.longestAnswerSeconds,
    functions: changes,
    target: opening.record(changes),
    ...beginning.pull === void 0 ? {} : { pull: beginning.pull },
    ...beginning.preview === void 0 ? {} : { preview: beginning.preview }
  };
  beginning.begins(record);
  return { kind: "ready", rollout: await opening.prepare(record, preparing) };
}

// src/base/problems.ts
import {
  src_base_errors_ts__known as known20
} from "./core.js";
function noProblems() {
  return { problems: [], notes: [] };
}
function addFindings(to, found) {
  to.problems.push(...found.flatMap(({ problems: problems2 }) => problems2));
  to.notes.push(...found.flatMap(({ notes }) => notes));
}
async function attempt(findings, read4) {
  try {
    return await read4();
  } catch (error) {
    findings.problems.push(known20(error).message);
    return void 0;
  }
}

// src/rollout/blind-spots.ts
function blindSpots2(facts) {
  const { ofTarget, requestsPerMinute, smallest, bakesAlone: bakesAlone2, region, alarms, metrics } = facts;
  return [
    ...uncompared(facts),
    ...ofTarget.filter(({ kind }) => kind !== "returned-errors" || metrics === 0),
    ...requestsPerMinute === void 0 ? [] : [{ kind: "small-regressions", below: smallest, requestsPerMinute }],
    ...facts.probesDecide ? [{ kind: "probes-alone" }] : [],
    ...bakesAlone2 ? [{ kind: "bake-alone" }] : [],
    { kind: "quiet-routes" },
    ...metrics === 0 ? [{ kind: "wrong-answers" }] : [],
    ...alarms === 0 ? [{ kind: "no-alarms" }] : [],
    { kind: "other-regions", region }
  ];
}
function uncompared({ notCompared: notCompared2, latencyGap }) {
  return notCompared2.flatMap(({ what, why: why2 }) => {
    if (what === "routes") return [];
    const hasReason = what === "latency" && why2 !== "off" && latencyGap !== void 0;
    return [hasReason ? { kind: "latency", why: latencyGap } : { kind: "not-compared", what, why: why2 }];
  });
}

// src/preflight/check-alarms.ts
import {
  src_base_alarm_ref_ts__alarmName as alarmName3,
  src_base_alarm_ref_ts__alarmTags as alarmTags2,
  src_base_alarm_ref_ts__isAlarm as isAlarm4,
  src_base_alarm_ref_ts__MOST_TAGGED as MOST_TAGGED2,
  src_base_alarm_ref_ts__namedAlarms as namedAlarms2,
  src_base_alarm_ref_ts__tagText as tagText2
} from "./core.js";
import {
  src_base_duration_ts__formatDuration as formatDuration22
} from "./core.js";
import {
  src_base_listed_ts__listed as listed7
} from "./core.js";
import {
  src_base_quote_ts__quote as quote5
} from "./core.js";
var METRIC_DELAY_SECONDS = 120;
var COMMAS = '; a name with a comma is written as a JSON list, such as ["a, b"]';
async function inspectAlarms(clients, inputs, findings) {
  if (inputs.alarms.length === 0) {
    if (inputs.analysis !== "enforce") {
      findings.notes.push(
        "alarms: none are set, and the comparison does not decide: only missing traffic can stop this rollout"
      );
    }
    return;
  }
  const tagged = await findTagged(clients, inputs, findings);
  const named3 = namedAlarms2(inputs.alarms);
  const readings = await attempt(
    findings,
    () => readAlarms(clients.cloudWatch, [...named3, ...tagged])
  );
  if (!readings) return;
  for (const alarm of [...named3, ...tagged]) {
    const reading2 = readings.find(({ arn }) => isAlarm4(alarm, arn));
    if (!reading2 && tagged.includes(alarm)) continue;
    if (!reading2) findings.problems.push(`alarms: ${whyAbsent(alarm, readings, inputs)}`);
    else if (reading2.state === "ALARM") checkFiring(reading2, inputs, findings);
  }
  const ours = readings.filter(({ arn }) => named3.some((alarm) => isAlarm4(alarm, arn)));
  checkReactionTime(ours, inputs, findings);
}
async function findTagged(clients, { alarms, region }, findings) {
  const tags = alarmTags2(alarms);
  if (tags.length === 0) return [];
  const { findByTags } = await import("./aws-tagged-resources.js");
  const all = /* @__PURE__ */ new Set();
  for (const tag of tags) {
    const text2 = tagText2(tag);
    const found = await attempt(findings, () => findByTags(clients, [tag], [ALARM], MOST_TAGGED2));
    if (!found) continue;
    for (const { arn } of found) all.add(arn);
    if (found.length === 0) {
      findings.problems.push(
        `alarms: no alarm in ${region} has the tag ${quote5(text2)}; expected at least one`
      );
    } else
      findings.notes.push(
        foundText(
          text2,
          found.map(({ arn }) => alarmName3(arn))
        )
      );
  }
  if (all.size > MOST_TAGGED2) {
    findings.problems.push(
      `alarms: more than ${MOST_TAGGED2} alarms have the tag ${tags.map(tagText2).join(" or ")}; expected at most ${MOST_TAGGED2}: use a tag that fewer have`
    );
    return [];
  }
  return [...all];
}
function foundText(tag, names) {
  const count10 = names.length > MOST_TAGGED2 ? `more than ${MOST_TAGGED2}` : names.length;
  return `alarms: tag:${tag} is ${count10} alarm${names.length === 1 ? "" : "s"}: ${listed7(names)}`;
}
function whyAbsent(alarm, readings, { region, alarms }) {
  const name = alarmName3(alarm);
  const namesake = readings.find((reading2) => reading2.name === name);
  return namesake ? `"${alarm}" is not the alarm of that name that this job can read, which is ${namesake.arn}; expected an alarm of the job's own account` : `there is no alarm "${alarm}" in ${region}, neither a metric nor a composite nor a log alarm${alarms.length > 1 ? COMMAS : ""}`;
}
function checkFiring(reading2, inputs, findings) {
  if (inputs.onAlarmAtStart === "continue") {
    findings.notes.push(
      `alarms: "${reading2.name}" is already in ALARM; only a new transition counts`
    );
  } else {
    findings.problems.push(
      `alarms: "${reading2.name}" is in ALARM before the release starts (${reading2.reason}). If this release is the fix, set on-alarm-at-start: continue`
    );
  }
}
function checkReactionTime(readings, { steps }, findings) {
  if (steps === "auto") return;
  const shortest = Math.min(...steps.map((step) => step.holdSeconds));
  for (const { name, reactsAfterSeconds } of readings) {
    const needed = (reactsAfterSeconds ?? 0) + METRIC_DELAY_SECONDS;
    if (reactsAfterSeconds !== void 0 && shortest < needed) {
      findings.notes.push(
        `alarms: "${name}" can take ${formatDuration22(needed)} to fire, but the shortest step lasts ${formatDuration22(shortest)}; a problem in one step may show only in the next`
      );
    }
  }
}

// src/preflight/check-clock.ts
import {
  src_base_duration_ts__formatDuration as formatDuration23
} from "./core.js";
var TOO_MUCH = 120;
function checkClock(ahead, { problems: problems2, notes }) {
  const off = describeClockOffset(ahead);
  if (off === void 0) return;
  if (Math.abs(ahead ?? 0) < TOO_MUCH) {
    notes.push(`${off}, so counts may be a minute late. Correct the clock`);
  } else {
    problems2.push(
      `${off}; expected less than ${formatDuration23(TOO_MUCH)}, because steps are judged by CloudWatch minutes. Correct the clock (on a self-hosted runner, use NTP)`
    );
  }
}

// src/preflight/check-hooks.ts
import {
  _aws_sdk_client_lambda__GetFunctionConfigurationCommand as GetFunctionConfigurationCommand,
  _aws_sdk_client_lambda__InvokeCommand as InvokeCommand2
} from "./vendor-aws.js";

// src/aws/lambda-client.ts
import {
  _aws_sdk_client_lambda__LambdaClient as LambdaClient2
} from "./vendor-aws.js";
var LAMBDA = {
  create: (settings) => paceCalls(new LambdaClient2(settings))
};
var CALLS_PER_SECOND = 14;
var OWN_RATES = { GetFunction: 90, GetPolicy: 14 };
function paceCalls(client) {
  const pace = createPace(1e3 / CALLS_PER_SECOND);
  const own2 = new Map(
    Object.entries(OWN_RATES).map(([name, rate2]) => [`${name}Command`, createPace(1e3 / rate2)])
  );
  client.middlewareStack.add(
    (next2, { commandName = "" }) => async (args) => {
      await (own2.get(commandName) ?? pace)();
      return next2(args);
    },
    { step: "finalizeRequest", name: "canaryActionPace", priority: "low" }
  );
  return client;
}
function createPace(spacingMs) {
  let free = 0;
  return () => {
    const now27 = Date.now();
    const at = Math.max(now27, free);
    free = at + spacingMs;
    if (at <= now27) return Promise.resolve();
    return new Promise((resolve2) => {
      setTimeout(resolve2, at - now27);
    });
  };
}

// src/preflight/check-hooks.ts
async function inspectHooks({ clients, opening }, { calls }, findings) {
  if (opening?.serveFirst && Object.values(calls).flat().length > 0) {
    findings.notes.push(
      "hooks: a first release receives all traffic immediately, without calling a hook"
    );
  }
  const all = Object.entries(calls).flatMap(
    ([point, hooks]) => hooks.map((hook) => ({ point, hook }))
  );
  for (const { point, hook } of all) {
    if (hook.kind !== "function") continue;
    const found = await attempt(findings, () => look({ clients, point, hook }, findings));
    if (found === "missing") {
      findings.problems.push(
        `${point}-hook: there is no function "${hook.label}" in ${clients.place.region}`
      );
    }
  }
}
function look(check2, findings) {
  return check2.clients.sends === "reads" ? lookUp(check2, findings) : dryRun(check2);
}
async function lookUp({ clients, point, hook: { functionName, qualifier, label } }, { notes }) {
  const resource = hookArn(clients.place, functionName, qualifier);
  const words2 = {
    doing: `${point}-hook: reading "${label}"`,
    permission: { action: "lambda:GetFunctionConfiguration", resource }
  };
  const which = {
    FunctionName: functionName,
    ...qualifier !== void 0 && { Qualifier: qualifier }
  };
  const command = new GetFunctionConfigurationCommand(which);
  try {
    const answer = await ifThere(() => call(words2, () => clients.open(LAMBDA).send(command)));
    return answer === void 0 ? "missing" : "there";
  } catch (error) {
    if (!isDenied(error)) throw error;
    notes.push(
      `${point}-hook: whether "${label}" exists was not checked, because the role of this job has no lambda:GetFunctionConfiguration on ${resource}`
    );
    return "unknown";
  }
}
async function dryRun({
  clients: { place, open },
  point,
  hook: { functionName, qualifier, label }
}) {
  const resource = hookArn(place, functionName, qualifier);
  const words2 = {
    doing: `${point}-hook: a dry run of "${label}"`,
    permission: { action: "lambda:InvokeFunction", resource }
  };
  const command = new InvokeCommand2({
    FunctionName: functionName,
    ...qualifier !== void 0 && { Qualifier: qualifier },
    InvocationType: "DryRun"
  });
  const answer = await ifThere(() => call(words2, () => open(LAMBDA).send(command)));
  return answer === void 0 ? "missing" : "there";
}

// src/preflight/check-logs.ts
var NO_LOG_FACTS = { notes: [], permissions: [], read: void 0 };
async function inspectLogs({ logs: target }, opening, { logs: logs2, analysis, steps }, findings) {
  const splits = opening && !opening.serveFirst && (steps === "auto" || steps.length > 0);
  if (logs2 === "off" || analysis === "off" || !splits) return NO_LOG_FACTS;
  if (!target) {
    if (logs2 === "required") findings.problems.push(`logs: ${NONE2}`);
    return NO_LOG_FACTS;
  }
  const outlook2 = await target.inspect(opening.functions);
  const { problems: problems2, doubts, hints, permissions, sources, requestBytes } = outlook2;
  if (logs2 === "required") {
    findings.problems.push(...[...problems2, ...doubts].map((problem2) => `logs: ${problem2}`));
  }
  if (problems2.length > 0) {
    const why2 = problems2.join("; ");
    return {
      notes: logs2 === "required" ? [] : [`Logs are not used: ${why2}`],
      permissions,
      read: void 0
    };
  }
  return {
    notes: [...doubts, ...hints].map((text2) => `logs: ${text2}`),
    permissions,
    read: { sources, requestBytes }
  };
}
var NONE2 = "this kind of target has no logs to read; expected logs: auto or off";

// src/preflight/check-parts.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight17
} from "./core.js";
function isStart({ command, planOf }) {
  return (command === "plan" ? planOf : command) === "start";
}
function checkParts(plan2, inputs, lifetimes, now27) {
  const found = staysIn(plan2, inputs).map(
    (stay, part) => checkSchedule(stay, part === 0 ? lifetimes : ofLaterJob(lifetimes), now27)
  );
  return {
    problems: found.flatMap(({ problems: problems2 }) => problems2),
    notes: [...new Set(found.flatMap(({ notes }) => notes))]
  };
}
function ofLaterJob({ jobTimeoutSeconds }) {
  return { jobTimeoutSeconds, credentialsExpireAt: void 0, temporary: false };
}
function staysIn(plan2, inputs) {
  const { holdSeconds } = inputs;
  if (!isStart(inputs)) return partsOf(plan2).map((part) => stayOf(plan2, part, inputs));
  const hookSeconds = hookSecondsAt("pre-traffic", inputs);
  return [{ seconds: holdSeconds, hookSeconds, words: "hold-for takes", shorten: "hold-for" }];
}
function stayOf(plan2, part, inputs) {
  const { next: next2, end: end2, seconds, readSeconds } = part;
  const steps = (end2 ?? plan2.steps.length) - next2;
  const before = next2 === 0 ? hookSecondsAt("pre-traffic", inputs) : 0;
  const after = end2 === void 0 ? hookSecondsAt("post-traffic", inputs) : 0;
  return {
    ...{ seconds, readSeconds },
    hookSeconds: before + steps * hookSecondsAt("step", inputs) + after,
    words: wordsOf(plan2, part),
    shorten: isBakeAlone(plan2, part) ? "bake-time" : "the steps",
    way: "split the release across runs (command: start, then advance), "
  };
}
function hookSecondsAt(point, { hooks, smoke }) {
  const checks = smoke && checksAt(smoke, point).length > 0 ? smoke.limitSeconds : 0;
  return hooks.calls[point].length * hooks.timeoutSeconds + checks;
}
function isBakeAlone({ steps }, { next: next2 }) {
  return next2 > 0 && next2 === steps.length;
}
function wordsOf(plan2, part) {
  const { next: next2, end: end2 } = part;
  const from = next2 === 0 ? "" : ` from ${formatWeight17(weightAt2(plan2, next2))}`;
  if (end2 === void 0) {
    return isBakeAlone(plan2, part) ? "the bake takes" : `the steps${from} and the bake take`;
  }
  return `the steps${from} to the approval of ${formatWeight17(weightAt2(plan2, end2))} take`;
}

// src/preflight/check-tags.ts
async function inspectTags(opening, { id, pull }, plan2, { command, planOf }, findings, now27) {
  await attempt(findings, async () => {
    const functions = opening.functions.map(({ name, from, version }) => ({
      name,
      from,
      to: version ?? nextAfter(from)
    }));
    const record = {
      id,
      on: opening.storedOn,
      startedAt: Math.floor(now27),
      plan: plan2,
      longestAnswerSeconds: opening.longestAnswerSeconds,
      functions,
      target: opening.record(functions),
      ...pull !== void 0 && { pull }
    };
    const released2 = command === "plan" ? planOf : command;
    await opening.checkRoom(record, released2 === "start", findings);
  });
}
function nextAfter(version) {
  return /^\d*$/.test(version) ? String(Number(version) + 1) : version;
}

// src/preflight/choose-plan.ts
import {
  src_analysis_measure_class_ts__CLASSES as CLASSES3
} from "./core.js";

// src/analysis/auto-steps.ts
var LADDERS2 = {
  time: { firstRequests: 30, count: 4 },
  // Evidence depends on the number of requests: twice as many for the first weight, and one step fewer.
  evidence: { firstRequests: 60, count: 3 }
};
var MIN_FIRST = 0.1;
var MAX_FIRST = 10;
var LAST2 = 50;
var HIGHEST_WEIGHT = 95;
function autoSteps(requestsPerMinute, pace = "time") {
  const { firstRequests, count: count10 } = LADDERS2[pace];
  const wanted = requestsPerMinute > 0 ? 100 * firstRequests / requestsPerMinute : MAX_FIRST;
  const first = Math.min(MAX_FIRST, Math.max(MIN_FIRST, wanted));
  const multiple = (LAST2 / first) ** (1 / (count10 - 1));
  return Array.from({ length: count10 }, (_, i) => Math.round(100 * first * multiple ** i) / 100);
}

// src/rollout/forecast.ts
import {
  src_base_duration_ts__formatDuration as formatDuration24
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight18,
  src_rollout_plan_ts__isBake as isBake9,
  src_rollout_plan_ts__planSeconds as planSeconds3,
  src_rollout_plan_ts__rampOf as rampOf7,
  src_rollout_plan_ts__stepWindow as stepWindow4
} from "./core.js";
var AUTO_HOLD_SECONDS = 300;
function automaticSteps(daily, pace) {
  const weights = autoSteps(daily?.requestsPerMinute ?? 0, pace);
  return weights.map((weight) => ({ weight, holdSeconds: AUTO_HOLD_SECONDS }));
}
function expectedTraffic({ requestsPerMinute, errorRate: rate2 }, { dispersion, apart }) {
  return { requestsPerMinute, rate: rate2, dispersion, apart };
}
function forecast(plan2, input) {
  const { daily, falseRollbackRate } = input;
  const warnings = [...tooHigh(plan2), ...neverCompared(plan2, input)];
  if (plan2.steps.length === 0) return { notes: [], warnings };
  if (!daily) {
    warnings.push(
      "CloudWatch counted no requests in the last day, so it is unknown what the steps can detect"
    );
    return { notes: [], warnings };
  }
  if (plan2.requests !== void 0)
    return { notes: waitingNotes(plan2, daily.requestsPerMinute), warnings };
  const traffic3 = expectedTraffic(daily, input);
  const closingMinutes = input.closingSeconds / 60;
  const afterwards = (plan2.heldBack ? 0 : plan2.bakeSeconds) + (plan2.readSeconds ?? 0);
  const shownMinutes = input.shownSeconds / 60;
  const bakeMinutes = afterwards / 60;
  const watching = { falseRollbackRate, closingMinutes, shownMinutes, bakeMinutes };
  const observation = power(plannedMinutes(plan2), traffic3, watching);
  const notes = observation.steps.map(
    (step, i) => describeStep(step, isBake9(plan2, i) ? "bake" : `step ${i + 1}`, daily, watching)
  );
  if (!input.probed)
    warnings.push(...ineffectiveSteps(observation, plan2, daily, traffic3, watching));
  const smallest = observation.steps.at(-1)?.smallest?.rate;
  return {
    notes: [...notes, describeTotalFailure(observation, watching, input)],
    warnings,
    smallest
  };
}
var END_AND_READING_SECONDS = 60 + 45;
function neverCompared(plan2, input) {
  const ramp = rampOf7(plan2);
  const last = ramp.at(-1);
  if (!last) return [];
  const { closingSeconds: closingSeconds2, longestAnswerSeconds, decides } = input;
  const { advance: advance2 } = plan2;
  const held = planSeconds3({ steps: ramp.slice(0, -1), advance: advance2, bakeSeconds: 0 });
  const until = held + stepWindow4(plan2, last).latest;
  const needed = closingSeconds2 + END_AND_READING_SECONDS;
  if (until >= needed) return [];
  const then = decides ? "The release is then inconclusive, and on-inconclusive applies" : "Nothing is compared in that case";
  return [
    `no minute can be compared before ${plan2.heldBack ? "the bake" : "the promotion"}: the steps end after ${formatDuration24(until)} at the latest. A response may take ${formatDuration24(longestAnswerSeconds)}, so a minute’s counts are read ${formatDuration24(closingSeconds2)} after its end. ${then}. Extend the steps to ${formatDuration24(roundUpMinutes(needed))} in total, or shorten the timeout`
  ];
}
function roundUpMinutes(seconds) {
  return Math.ceil(seconds / 60) * 60;
}
var LEFT_OUT_SECONDS = 120;
function shortBake({ bakeSeconds, readSeconds, heldBack }) {
  if (heldBack || readSeconds === void 0 || bakeSeconds >= LEFT_OUT_SECONDS) return [];
  return [
    `${formatDuration24(bakeSeconds)} is too short to compare a minute: the minute of the promotion and the next one contain requests of both versions. Alarms are monitored; to have the new version’s errors judged, set 2m or more`
  ];
}
function plannedMinutes(plan2) {
  return plan2.steps.map((step) => {
    const { earliest, latest } = stepWindow4(plan2, step);
    const seconds = plan2.advance.kind === "evidence" ? latest : earliest;
    return { weight: step.weight, minutes: Math.max(1, Math.round(seconds / 60)) };
  });
}
var ROUGHLY_MINUTES = 1.5;
function noticed(foundAfter2, readAfter) {
  return `within ${Math.ceil(foundAfter2 + readAfter + ROUGHLY_MINUTES)} min`;
}
function describeStep(step, name, daily, watching) {
  const where = `${name} (${formatWeight18(step.weight)}, ${step.minutes} min): ${canaryRequests(step.canaryRequests)}`;
  const { smallest } = step;
  if (!smallest) return `${where}; even a total failure might not be detected`;
  const usual = daily.errorRate > 0 ? ` (stable: ${inPercent(daily.errorRate)})` : "";
  return `${where}; detects an error rate of ${inPercent(smallest.rate)} or more${usual}, ${noticed(smallest.foundAfter, watching.closingMinutes)} of the start`;
}
function describeTotalFailure({ totalFailure }, { closingMinutes, shownMinutes }, { longestAnswerSeconds }) {
  const { foundAfter: foundAfter2, failedRequests } = totalFailure;
  if (foundAfter2 === void 0)
    return "a version that fails every request might not be detected by the comparison";
  const [early, late] = [shownMinutes, closingMinutes].map((after) => noticed(foundAfter2, after));
  const hanging = longestAnswerSeconds > LONG_SECONDS && late !== early ? `; ${late} if its requests fail only at the timeout of ${formatDuration24(longestAnswerSeconds)}` : "";
  return `a version that fails every request is detected ${early}, after about ${about(failedRequests)} failed ${plural(failedRequests, "request")}${hanging}`;
}
var LONG_SECONDS = 60;
function ineffectiveSteps(observation, plan2, daily, traffic3, { falseRollbackRate, bakeMinutes, closingMinutes }) {
  const blind = observation.steps.filter((step) => !step.smallest);
  const first = blind[0];
  if (!first) return [];
  const proposals = ["advance: evidence"];
  if (daily.requestsPerMinute < LOW_TRAFFIC_PER_MINUTE) {
    proposals.unshift("the default steps, which wait for requests at this traffic");
  }
  const weights = autoSteps(daily.requestsPerMinute, plan2.advance.kind);
  if (!weights.includes(first.weight)) {
    proposals.unshift(`steps: auto (here ${weights.map(formatWeight18).join(", ")})`);
  }
  if (bakeMinutes < closingMinutes) {
    const needed = formatDuration24(Math.ceil(closingMinutes) * 60);
    proposals.unshift(`a bake-time of ${needed}, because a minute cannot be read sooner`);
  }
  const minutes = minutesToFind(first.weight, traffic3, 1, falseRollbackRate);
  if (minutes !== void 0) {
    proposals.unshift(
      `a step of ${formatWeight18(first.weight)} that is held for ${Math.ceil(minutes)} min`
    );
  }
  const rate2 = `${about(daily.requestsPerMinute)} ${plural(daily.requestsPerMinute, "request")} per minute`;
  return [
    `at ${rate2}, ${blindSteps(blind.length, observation.steps.length)} detect even a total failure; alternatives: ${proposals.join(", ")}`
  ];
}
function blindSteps(blind, all) {
  if (all === 1) return "the only step cannot";
  return blind === all ? `none of the ${all} steps can` : `${blind} of ${all} steps cannot`;
}
function canaryRequests(expected) {
  return expected < 1 ? "less than one canary request" : `about ${about(expected)} canary ${plural(expected, "request")}`;
}
function plural(value, thing) {
  return about(value) === "1" ? thing : `${thing}s`;
}
function tooHigh({ steps }) {
  const high = steps.filter((step) => step.weight > HIGHEST_WEIGHT);
  return high.map(
    ({ weight }) => `a step of ${formatWeight18(weight)} leaves too little stable traffic to compare with; at most ${HIGHEST_WEIGHT}% can be judged`
  );
}
function about(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(2)));
}
function inPercent(rate2) {
  return `${Number((100 * rate2).toPrecision(2))}%`;
}

// src/rollout/probe-forecast.ts
function forecastProbes(input) {
  const { perMinute: perMinute2, falseRollbackRate, dispersion, splitSeconds } = input;
  const minutes = Math.max(0, Math.floor(splitSeconds / 60) - PARTLY);
  const found = power(
    minutes > 0 ? [{ weight: 50, minutes }] : [],
    { requestsPerMinute: 2 * perMinute2, rate: 0, dispersion, apart: true },
    { falseRollbackRate, closingMinutes: 0, shownMinutes: 0, bakeMinutes: 0 }
  );
  return {
    total: minutesUntil("failing", perMinute2, input, minutes),
    smallest: found.steps[0]?.smallest?.rate,
    cleared: minutesUntil("healthy", 0, input, minutes)
  };
}
var PARTLY = 1;
function minutesUntil(verdict, failed, { perMinute: perMinute2, falseRollbackRate, dispersion }, most) {
  const canary = { requests: perMinute2, events: failed };
  const stable = { requests: perMinute2, events: 0 };
  const all = Array.from({ length: most }, (_, i) => probeMinute(i, canary, stable));
  const measure = probesMeasure();
  const context = { falseRollbackRate, dispersion, warmUpSeconds: 0, nextWeight: 100, sound: true };
  const isReached2 = (minutes) => {
    const series = { minutes: all.slice(0, minutes), before: [] };
    const asked = measure.ask(series, context);
    return find(asked.series, asked.question).finding.verdict === verdict;
  };
  const first = all.findIndex((_, i) => isReached2(i + 1));
  return first < 0 ? void 0 : first + 1;
}
var ENDS_AND_CHECKS = 1;
function probeForecastText({ total: total2, smallest, cleared }) {
  const bad = total2 === void 0 ? "even a version that fails every probe might not be detected" : `a version that fails every probe is detected within ${total2 + ENDS_AND_CHECKS} min of the start`;
  const least = smallest === void 0 ? "" : `; by the end, one that fails ${Math.ceil(100 * smallest)}% of them or more`;
  const good = cleared === void 0 ? "one that fails none cannot be approved of in this time: raise the rate, or extend the steps" : `one that fails none is approved of after ${cleared + ENDS_AND_CHECKS} min`;
  return `probe: ${bad}${least}; ${good}`;
}

// src/preflight/plan-probes.ts
function probeMeasures({ smoke, analysis }) {
  return smoke?.probesPerMinute === void 0 || analysis === "off" ? [] : [probesMeasure()];
}
function probeForecast(inputs, steps, measures) {
  const { smoke, falseRollbackRate, dispersion } = inputs;
  const [probes] = probeMeasures(inputs);
  if (!probes || smoke?.probesPerMinute === void 0) return void 0;
  return forecastProbes({
    perMinute: smoke.probesPerMinute,
    falseRollbackRate: splitAlpha(falseRollbackRate, [...measures, probes]).of(probes),
    dispersion: dispersionFor([], dispersion),
    splitSeconds: steps.reduce((sum3, { holdSeconds }) => sum3 + holdSeconds, 0)
  });
}
function doProbesDecide({ command, planOf, analysis }, forecast2) {
  const isStart2 = (command === "plan" ? planOf : command) === "start";
  return analysis === "enforce" && !isStart2 && forecast2?.cleared !== void 0;
}
function isQuietTraffic(requestsPerMinute) {
  return (requestsPerMinute ?? 0) < LOW_TRAFFIC_PER_MINUTE;
}

// src/preflight/choose-plan.ts
async function inspectPlan(watched, inputs, findings, now27) {
  const { advance: advance2, bakeSeconds, analysis, compare: compare2 } = inputs;
  const daily = watched && await attempt(findings, () => watched.countSource.readDaily(now27));
  const decided = doProbesDecide(
    inputs,
    probeForecast(inputs, stepsIn(inputs), measuresOf(inputs))
  );
  const waiting = watched && waitingFor2(watched, inputs, { daily, decided }, findings);
  const chosen = inputs.steps === "auto" ? automaticSteps(daily, advance2.kind) : inputs.steps;
  const { steps = chosen, ...waits2 } = waiting ?? {};
  const closing = closingSeconds(watched?.opening.longestAnswerSeconds ?? 0);
  const judged2 = watched !== void 0 && analysis === "enforce";
  const compared3 = watched !== void 0 && analysis !== "off";
  const baseline = compared3 && daily && steps.length > 0 ? await readPast(watched, compare2, findings, now27) : void 0;
  const expected = compared3 ? outlook(watched, baseline, inputs) : void 0;
  const holdBack = holdBackFor(steps, inputs, {
    compared: compared3 && compare2.includes("errors"),
    traffic: daily && expected && expectedTraffic(daily, expected),
    falseRollbackRates: ratesOf2(inputs, baseline)
  });
  const plan2 = {
    ...withBake(steps, bakeSeconds, holdBack),
    ...waits2,
    advance: advance2,
    ...plannedReading(bakeSeconds, judged2, closing),
    // A preview goes no further in any case.
    ...inputs.approvals && inputs.command !== "preview" && { approvals: inputs.approvals }
  };
  if (!watched || !expected) return { plan: plan2, holdBack, forecast: [] };
  return {
    plan: plan2,
    holdBack,
    ...foresee(
      ...[plan2, watched, baseline, { daily, probed: decided, ...expected }],
      ...[inputs, findings, probeForecast(inputs, steps, measuresOf(inputs, baseline))]
    )
  };
}
function stepsIn({ steps }) {
  return steps === "auto" ? [] : steps;
}
function readPast({ countSource, opening }, compare2, findings, now27) {
  return attempt(findings, () => countSource.readBaseline(now27, opening.functions, compare2));
}
function foresee(plan2, { countSource, opening }, baseline, input, inputs, findings, probes) {
  const { compare: compare2 } = inputs;
  const gap = countSource.latencyGap();
  if (compare2.includes("latency")) findings.notes.push(...latencyNotes(gap));
  const missing3 = [...routesIn(baseline), ...notComparedIn(baseline, inputs, findings)];
  const told = probes ? [probeForecastText(probes)] : [];
  const seen = {
    ofTarget: opening.blindSpots,
    notCompared: notCompared(
      compare2,
      baseline?.map(({ measure }) => measure)
    ),
    latencyGap: gap,
    smallest: void 0,
    requestsPerMinute: input.daily?.requestsPerMinute,
    probesDecide: input.probed === true && isQuietTraffic(input.daily?.requestsPerMinute)
  };
  if (!compare2.includes("errors")) return { forecast: [...told, ...missing3], seen };
  const { notes, warnings, smallest } = forecast(plan2, input);
  findings.notes.push(...warnings.map((warning) => `steps: ${warning}`));
  findings.notes.push(...shortBake(plan2).map((warning) => `bake-time: ${warning}`));
  return { forecast: [...notes, ...told, ...missing3], seen: { ...seen, smallest } };
}
function holdBackFor(steps, { holdBack: asked, bakeSeconds, command }, known33) {
  return chooseHoldBack({ asked, steps, bakeSeconds, preview: command === "preview", ...known33 });
}
function waitingFor2({ opening, availableSeconds }, inputs, { daily, decided }, findings) {
  if (!daily || decided || !isByDefault(inputs)) return void 0;
  const { bakeSeconds } = inputs;
  const closing = closingSeconds(opening.longestAnswerSeconds);
  const { readSeconds = 0 } = plannedReading(bakeSeconds, true, closing);
  const traffic3 = {
    requestsPerMinute: daily.requestsPerMinute,
    availableSeconds: availableSeconds - bakeSeconds - readSeconds
  };
  const waiting = waitingPlan(traffic3);
  if (waiting.kind === "too-long") {
    findings.notes.push(`steps: ${tooLongNote(waiting.seconds, traffic3)}`);
  }
  return waiting.kind === "planned" ? waiting.plan : void 0;
}
function isByDefault(inputs) {
  const { asked, steps, advance: advance2, analysis, compare: compare2, onInconclusive, command } = inputs;
  const isDefault = asked.steps === void 0 && steps !== "auto" && steps.length > 0;
  const isClock = advance2.kind === "time" && advance2.maxSeconds === void 0;
  const isJudged = analysis === "enforce" && compare2.includes("errors");
  return isDefault && isClock && isJudged && onInconclusive !== "promote" && command !== "preview";
}
function routesIn(baseline) {
  const scopes = (baseline ?? []).map(({ measure }) => measure.scope);
  const routes = new Set(
    scopes.flatMap((scope) => scope.kind === "route" ? [partName(scope)] : [])
  );
  if (routes.size === 0) return [];
  return [
    `routes: ${routes.size} are also compared by themselves, those with the most requests in the last hour; any other only with all traffic`
  ];
}
function notComparedIn(baseline, { compare: compare2, metrics, analysis }, findings) {
  const measures = baseline?.map(({ measure }) => measure);
  const missing3 = notCompared(compare2, measures);
  if (missing3.length === CLASSES3.length && metrics.length === 0) {
    const then = analysis === "enforce" ? ", so on-inconclusive applies" : "";
    findings.notes.push(`compare: nothing is compared${then}; ${notComparedText(missing3)}`);
  }
  return missing3.length > 0 ? [notComparedText(missing3)] : [];
}
function latencyNotes(gap) {
  if (gap !== "not-counted" && gap !== "refused") return [];
  const why2 = gap === "refused" ? "CloudWatch refuses to count slow invocations" : "CloudWatch returned no count of slow invocations for the last hour";
  return [
    `latency: it is not compared, because ${why2} (statistic TC of Duration). Set an alarm on Duration in alarms to monitor it`
  ];
}
var NO_BASELINE = [{ measure: errorsMeasure(), minutes: [] }];
function measuresOf({ metrics }, baseline = NO_BASELINE) {
  return [
    ...baseline.map(({ measure }) => measure),
    ...metrics.map(({ name, worse: worse2 }) => customMeasure(name, worse2))
  ];
}
function ratesOf2(inputs, baseline = NO_BASELINE) {
  const split = splitAlpha(inputs.falseRollbackRate, [
    ...measuresOf(inputs, baseline),
    ...probeMeasures(inputs)
  ]);
  return { errors: split.of(baseline[0].measure), guardrail: split.guardrail / 2 };
}
function outlook({ opening }, baseline, inputs) {
  const { dispersion, analysis } = inputs;
  const [errors] = baseline ?? NO_BASELINE;
  const closing = closingSeconds(opening.longestAnswerSeconds);
  return {
    falseRollbackRate: ratesOf2(inputs, baseline).errors,
    dispersion: dispersionFor(errors.minutes, dispersion),
    // Only the versions' own counts show what API Gateway's series contain (see targets/stage/stage-split.ts).
    apart: opening.functions.length > 0 && opening.blindSpots.every(({ kind }) => kind !== "probed-functions"),
    closingSeconds: closing,
    // With a cache, nothing counts before its minute is closed.
    shownSeconds: opening.blindSpots.some(({ kind }) => kind === "cached") ? closing : USUALLY_SHOWN_SECONDS,
    longestAnswerSeconds: opening.longestAnswerSeconds,
    decides: analysis === "enforce"
  };
}

// src/preflight/preflight.ts
async function inspect({ target, clients, lifetimes, run: run2, graceSeconds }, inputs, now27) {
  const findings = noProblems();
  const opening = await target.inspect(findings);
  if (opening?.movedOneByOne) {
    findings.notes.push(...wayBackText(opening.movedOneByOne, graceSeconds));
  }
  await inspectAlarms(clients, inputs, findings);
  await inspectHooks({ clients, opening }, inputs.hooks, findings);
  if (inputs.smoke) {
    const { inspectSmoke } = await import("./preflight-check-smoke.js");
    await inspectSmoke({ clients, target, opening }, inputs.smoke, inputs, findings);
  }
  const availableSeconds = isStart(inputs) ? Number.POSITIVE_INFINITY : secondsAvailable(lifetimes, now27);
  const logs2 = await inspectLogs(target, opening, inputs, findings);
  const watched = opening && { countSource: target.countSource, opening, availableSeconds };
  const { plan: plan2, holdBack, forecast: forecast2, seen } = await inspectPlan(watched, inputs, findings, now27);
  const schedule = checkParts(plan2, inputs, lifetimes, now27);
  findings.problems.push(...schedule.problems);
  findings.notes.push(...schedule.notes);
  checkClock(clients.clock.ahead(), findings);
  if (opening && findings.problems.length === 0) {
    await inspectTags(opening, run2, plan2, inputs, findings, now27);
  }
  const { alarms, metrics, region } = inputs;
  const given = {
    alarms: alarms.length,
    metrics: metrics.length,
    region,
    bakesAlone: inputs.compare.includes("errors") && plan2.bakeSeconds > 0 && bakesAlone(holdBack)
  };
  const spots = seen ? blindSpots2({ ...seen, ...given }) : [];
  return {
    findings: { ...findings, problems: [...oneCredentialsProblem(findings.problems)] },
    opening,
    plan: plan2,
    holdBack,
    warnings: schedule.notes,
    forecast: forecast2,
    blindSpots: spots,
    logs: { ...logs2, requestsPerMinute: seen?.requestsPerMinute }
  };
}

// src/report/hold-back-text.ts
import {
  src_base_duration_ts__formatDuration as formatDuration25
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight19
} from "./core.js";
import {
  src_report_format_ts__count as count8
} from "./core.js";
function holdBackText(holdBack, bakeSeconds) {
  if (holdBack.kind === "none") {
    const why2 = whyNone(holdBack.why);
    return why2 === void 0 ? [] : [`hold-back: none, because ${why2}`];
  }
  const { share: share2, asked } = holdBack;
  const kept = formatWeight19(share2);
  const origin = asked ? "" : " (the default)";
  return [
    `hold-back: ${kept}${origin}: the bake is a last step of ${formatWeight19(100 - share2)} for ${formatDuration25(bakeSeconds)}, in which the previous version keeps ${kept} and both are compared; the promotion follows it`
  ];
}
var AFTER = "The bake follows the promotion. Without the previous version to compare with, it detects only an error rate of at least 10%, and cannot tell it from an incident";
function whyNone(why2) {
  switch (why2.kind) {
    case "asked":
    case "no-bake":
    case "no-steps":
    case "preview":
      return void 0;
    case "no-comparison":
      return "errors are not compared. The bake follows the promotion";
    case "last-step":
      return `the last step is ${formatWeight19(why2.weight)} already. ${AFTER}`;
    case "little-traffic":
      return why2.requestsPerMinute === 0 ? `no requests were counted in the last day, so there would be nothing to compare. ${AFTER}` : `${traffic2(why2.requestsPerMinute)}, of which ${formatWeight19(DEFAULT_HOLD_BACK)} are too few to find even a total failure within the bake. ${AFTER}`;
  }
}
function traffic2(requestsPerMinute) {
  const rounded2 = requestsPerMinute < 10 ? Number(requestsPerMinute.toPrecision(2)) : Math.round(requestsPerMinute);
  return rounded2 === 1 ? "there was about 1 request per minute in the last day" : `there were about ${count8(rounded2)} requests per minute in the last day`;
}

// src/commands/closed.ts
import {
  src_base_time_ts__now as now13,
  src_base_time_ts__sleep as sleep8
} from "./core.js";
import {
  src_report_format_ts__clause as clause4
} from "./core.js";
import {
  src_report_gate_text_ts__gateText as gateText2,
  src_report_gate_text_ts__localTime as localTime
} from "./core.js";

// src/commands/expected-seconds.ts
function expectedSeconds({ command, holdSeconds, steps, advance: advance2, bakeSeconds, analysis, approvals }, longestAnswerSeconds = 0) {
  if (command === "start") return holdSeconds;
  const closing = closingSeconds(longestAnswerSeconds);
  const plan2 = {
    // The hold-back does not change how long the release takes.
    steps: steps === "auto" ? [] : steps,
    advance: advance2,
    bakeSeconds,
    ...plannedReading(bakeSeconds, analysis === "enforce", closing),
    ...approvals && { approvals }
  };
  return partFrom(plan2, 0).seconds;
}

// src/commands/closed.ts
var AGAIN_SECONDS2 = 30;
async function untilOpen(services) {
  const { context, host, reporter } = services;
  const { startedAt, lifetimes, inputs } = context;
  const latest = startedAt + secondsAvailable(lifetimes, startedAt) - expectedSeconds(inputs);
  let said = "";
  for (; ; ) {
    const closed = await closedBy(services);
    if (host.cancelled.aborted) {
      return reporter.refused(["cancelled before the release began"], [], { kind: "cancelled" });
    }
    if (!closed) return void 0;
    const text2 = gateText2(closed);
    if (inputs.onClosed !== "wait" || isUnread(closed)) return notNow(services, closed, text2);
    const opens = opensAt(closed);
    if (opens > latest || now13() >= latest) {
      return notNow(services, closed, `${text2}. ${tooLate2(closed, latest)}`);
    }
    if (said !== text2) host.log.warning(`The release waits in this job: ${text2}`);
    said = text2;
    await sleep8(Math.min(AGAIN_SECONDS2, Math.max(1, opens - now13())), host.cancelled);
  }
}
function isUnread(closed) {
  return closed.kind === "stop" && closed.unread === true;
}
function opensAt(closed) {
  if (closed.kind === "stop") return now13() + AGAIN_SECONDS2;
  return closed.opensAt ?? Number.POSITIVE_INFINITY;
}
function tooLate2(closed, latest) {
  const zone = closed.kind === "stop" ? "UTC" : closed.zone;
  return `This job can wait until ${localTime(latest, zone)} and still complete the release (job-timeout)`;
}
async function notNow(services, closed, text2) {
  const { context, reporter, target } = services;
  const weight = await weightNow2(target);
  return context.inputs.onClosed === "skip" && !isUnread(closed) ? reporter.nothingOpen(`Nothing was released: ${clause4(text2)}.`, weight, closed) : reporter.refused([text2], [], closed, weight);
}
async function promotionClosed(services, snapshot) {
  const { context, reporter } = services;
  const { onClosed } = context.inputs;
  const closed = onClosed === "wait" ? void 0 : await closedBy(services);
  if (!closed) return void 0;
  const text2 = `${clause4(gateText2(closed))}; the release stays at its weight`;
  return onClosed === "skip" ? reporter.open(snapshot, `Nothing was promoted: ${text2}.`) : reporter.declined([text2], snapshot, { cause: closed });
}
async function closedBy({ gates }) {
  return (await gates.read()).find(isClosed);
}

// src/commands/closing-notes.ts
import {
  src_base_time_ts__now as now14
} from "./core.js";
import {
  src_report_gate_text_ts__forecastText as forecastText,
  src_report_gate_text_ts__gateText as gateText3
} from "./core.js";
var CONSEQUENCE = {
  fail: "a release that began now would be refused (on-closed: fail)",
  wait: "a release that began now would wait in its job (on-closed: wait)",
  skip: "a release that began now would do nothing (on-closed: skip)"
};
async function closingFindings(services, plan2) {
  const findings = noProblems();
  const { onClosed } = services.context.inputs;
  const closed = await closedBy(services);
  if (closed?.kind === "stop" && closed.unread) findings.problems.push(gateText3(closed));
  else if (closed) findings.notes.push(`${gateText3(closed)}. For now, ${CONSEQUENCE[onClosed]}`);
  findings.notes.push(...await closingNotes(services, plan2));
  return findings;
}
async function closingNotes(services, plan2) {
  const { times, override } = services.context.inputs.gates;
  if (!times || override !== "") return [];
  const { closingAhead } = await import("./gates-closing-ahead.js");
  const ahead = closingAhead(times, plan2, now14());
  return ahead ? [forecastText(ahead)] : [];
}

// src/commands/follow-up-notes.ts
import {
  src_base_errors_ts__known as known21
} from "./core.js";
import {
  src_base_time_ts__withTimeout as withTimeout3
} from "./core.js";
var NEEDED = {
  issue: "issues: write, contents: read",
  "revert-pull-request": "contents: write, pull-requests: write"
};
var GITHUB_SECONDS = 5;
async function followUpNotes({ host }) {
  if (!host.checkFollowUp) return [];
  try {
    return await withTimeout3(GITHUB_SECONDS, host.checkFollowUp()) ?? [];
  } catch (error) {
    host.log.line(`on-rollback: it could not be checked: ${known21(error).message}`);
    return [];
  }
}
async function plannedFollowUp(services) {
  const { onRollback } = services.context.inputs;
  if (onRollback === "none") return [];
  const permissions = `on-rollback: ${onRollback}: the job of the release needs "permissions: ${NEEDED[onRollback]}"`;
  return [permissions, ...await followUpNotes(services)];
}

// src/commands/latest-after-rollback.ts
import {
  src_base_listed_ts__listed as listed8
} from "./core.js";
function latestAfterRollback({ functions }, { ending, snapshot }) {
  if (ending.kind !== "rolled-back") return [];
  const uploaded = functions.filter(({ code: code10 }) => code10 !== void 0).map(({ name }) => name);
  const changed2 = snapshot.rollout.record.functions.filter(
    ({ name, from, to }) => from !== to && uploaded.includes(name)
  );
  if (changed2.length === 0) return [];
  const names = listed8(changed2.map(({ name }) => `"${name}"`));
  return [
    `code: a rollback does not change $LATEST: that of ${names} still has the code of this release, which nothing serves. The next release with code replaces it`
  ];
}

// src/commands/plan-policies.ts
import {
  src_base_alarm_ref_ts__alarmTags as alarmTags3
} from "./core.js";

// src/gates/switch-permissions.ts
var ACTIONS = ["ssm:GetParameter", "ssm:GetParameterHistory"];
function switchPermissions({ kind, name }, place, account) {
  if (kind !== "parameter") return [];
  const resource = parameterArnPattern(place, name, account);
  return ACTIONS.map((action) => ({ action, resource }));
}

// src/targets/iam-policy.ts
var LOG_STATEMENTS = [
  ["Logs", "logs:FilterLogEvents"],
  ["LogGroups", "logs:DescribeLogGroups"],
  ["LogRole", "apigateway:GET"]
];
function renderPolicy(needs) {
  return render([
    ...needs.target("release"),
    watch(needs),
    allow("Ask", ["lambda:InvokeFunction"], [...new Set(needs.hooks)]),
    ...readLogs(needs),
    resolve(needs),
    ...readGates(needs)
  ]);
}
function renderPlanPolicy(needs) {
  return render([
    ...needs.target("plan").map((one) => ({ ...one, Action: one.Action.filter(isPlanned) })),
    watch(needs),
    allow("LookAtHooks", ["lambda:GetFunctionConfiguration"], [...new Set(needs.hooks)]),
    ...readLogs(needs),
    resolve(needs),
    ...readGates(needs)
  ]);
}
function uncheckedActions({ target, hooks }) {
  const actions = target("release").flatMap(({ Action, Resource }) => Resource.length > 0 ? Action : []).filter((action) => !isPlanned(action));
  return [.../* @__PURE__ */ new Set([...actions, ...hooks.length > 0 ? ["lambda:InvokeFunction"] : []])].sort();
}
var READS_CODE = [
  "lambda:GetFunction",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer"
];
function isPlanned(action) {
  return /:(GET|Get|List|Describe)/.test(action) && !READS_CODE.includes(action);
}
function watch({ watchesAlarms }) {
  return allow(
    "Watch",
    [...only(watchesAlarms, "cloudwatch:DescribeAlarms"), "cloudwatch:GetMetricData"],
    ["*"]
  );
}
function readLogs({ logs: logs2 }) {
  return LOG_STATEMENTS.map(
    ([sid, action]) => allow(
      sid,
      [action],
      logs2.filter((each) => each.action === action).map(({ resource }) => resource)
    )
  );
}
function resolve({ stacks }) {
  const actions = ["cloudformation:DescribeStacks", "cloudformation:ListStackResources"];
  return allow("Resolve", actions, stacks);
}
function readGates({ gates }) {
  const of = (prefix) => gates.filter(({ action }) => action.startsWith(prefix));
  const statement = (sid, needed) => allow(
    sid,
    needed.map(({ action }) => action),
    [...new Set(needed.map(({ resource }) => resource))]
  );
  return [statement("StopSwitch", of("ssm:")), statement("FindAlarms", of("tag:"))];
}
function render(statements) {
  const Statement = statements.filter(
    ({ Action, Resource }) => Action.length > 0 && Resource.length > 0
  );
  return JSON.stringify({ Version: "2012-10-17", Statement }, null, 2);
}
function allow(Sid, Action, Resource) {
  return { Sid, Effect: "Allow", Action, Resource };
}
function only(wanted, ...these) {
  return wanted ? these : [];
}

// src/commands/plan-policies.ts
async function policiesFor(services, opening, { permissions }) {
  const logs2 = opening ? permissions : await logsAtMost(services);
  const needs = { ...needsOf(services, opening), logs: logs2 };
  const unchecked = uncheckedActions(needs).join(", ");
  return {
    shown: { policy: renderPolicy(needs), planPolicy: renderPlanPolicy(needs) },
    notes: [
      `permissions: a plan only reads, so it did not check whether the release may do what changes something: ${unchecked}. The release checks what it can before it changes anything`,
      ...opening ? [] : [AT_MOST]
    ]
  };
}
var AT_MOST = "permissions: not everything could be read, so the policies allow what a release with these inputs can need at most. A plan without problems writes exact ones";
async function logsAtMost({ context, clients }) {
  const { logs: logs2, analysis, functions } = context.inputs;
  if (logs2 === "off" || analysis === "off") return [];
  const { logPermissions } = await import("./targets-log-groups.js");
  const { account = "" } = functions.find((one) => one.account) ?? {};
  return logPermissions(clients.normal.place, ["*"], account);
}
function needsOf({ context, clients, target }, opening) {
  const { place } = clients.normal;
  const { alarms, gates, hooks, keepVersions, role, functions, stacks } = context.inputs;
  const prunes = keepVersions !== void 0 && !opening?.serveFirst;
  const [known33 = role?.arn ?? ""] = opening?.functionArns ?? [];
  const account = accountOf(known33) || functions.find((one) => one.account)?.account;
  return {
    target: (of) => opening ? opening.policy({ role: of, prunes }) : target.policyAtMost({ role: of, prunes }),
    stacks,
    gates: [
      ...gates.stop ? switchPermissions(gates.stop, place, account) : [],
      ...alarmTags3(alarms).length > 0 ? [FIND_BY_TAG] : []
    ],
    watchesAlarms: alarms.length > 0 || gates.stop?.kind === "alarm",
    hooks: Object.values(hooks.calls).flat().flatMap(
      (hook) => hook.kind === "function" ? [hookArn(place, hook.functionName, hook.qualifier, account)] : []
    )
  };
}

// src/commands/prune.ts
import {
  src_base_errors_ts__known as known22
} from "./core.js";
import {
  src_base_listed_ts__listed as listed9
} from "./core.js";
async function prune(services, { rollout: rollout2 }) {
  const { context, host } = services;
  const { keepVersions: keep } = context.inputs;
  if (keep === void 0 || host.cancelled.aborted) return [];
  host.log.group("Delete old versions and deployments");
  const { functions } = rollout2.record;
  const { leftovers, notes } = await check(services, { keep, functions, rollout: rollout2 });
  const gone = [];
  for (const { words: words2, remove } of leftovers) {
    if (host.cancelled.aborted) break;
    try {
      await remove();
      host.log.line(`Deleted ${words2}.`);
      gone.push(words2);
    } catch (error) {
      host.log.warning(`${words2} could not be deleted: ${known22(error).message}`);
    }
  }
  for (const note of notes) host.log.line(note);
  return gone.length === 0 ? notes : [`keep-versions: deleted ${listed9(gone)}`, ...notes];
}
async function forecastPruning(services, released2) {
  const { keepVersions: keep } = services.context.inputs;
  if (keep === void 0) return [];
  const functions = released2.map(({ name, from, version }) => ({ name, from, to: version }));
  const { leftovers, notes } = await check(services, { keep, functions, rollout: void 0 });
  const words2 = listed9(leftovers.map((leftover) => leftover.words));
  return [`keep-versions: a promotion would delete ${words2 || "nothing"}`, ...notes];
}
async function check({ target, host }, order) {
  try {
    return await target.sweep(order);
  } catch (error) {
    const why2 = `old versions and deployments were not deleted: ${known22(error).message}`;
    host.log.warning(why2);
    return { leftovers: [], notes: [why2] };
  }
}

// src/commands/time-left.ts
import {
  src_base_duration_ts__formatDuration as formatDuration26
} from "./core.js";
import {
  src_base_time_ts__now as now15,
  src_base_time_ts__sleep as sleep9
} from "./core.js";

// src/rollout/rest-of-run.ts
import {
  src_rollout_plan_ts__planSeconds as planSeconds4
} from "./core.js";
var CHECK_SECONDS2 = 60;
function restOfRun(rollout2, scope, now27) {
  switch (scope.kind) {
    case "one-check":
      return CHECK_SECONDS2;
    case "hold":
      return Math.max(0, scope.until - now27);
    case "promote":
      return restOfBake(rollout2, now27) ?? planSeconds4({ ...rollout2.record.plan, steps: [] });
    case "to-the-end":
      return restOfBake(rollout2, now27) ?? restOfPlan(rollout2, now27);
  }
}
function restOfBake(rollout2, now27) {
  const end2 = bakeEnd(rollout2);
  const { readSeconds = 0 } = rollout2.record.plan;
  return end2 === void 0 ? void 0 : Math.max(0, end2 + readSeconds - now27);
}
function restOfPlan({ record: { plan: plan2 }, phase }, now27) {
  if (phase.kind !== "step") return partFrom(plan2, 0).seconds;
  return Math.max(0, partFrom(plan2, phase.index).seconds - (now27 - phase.since));
}

// src/commands/time-left.ts
function warnIfTooShort({ context, host }, rollout2, scope) {
  const { lifetimes, startedAt } = context;
  if (rollout2.record.startedAt >= Math.floor(startedAt)) return;
  const at = now15();
  const stay = {
    seconds: restOfRun(rollout2, scope, at),
    hookSeconds: 0,
    words: "the rest of this run takes"
  };
  const jobTimeoutSeconds = Math.max(0, lifetimes.jobTimeoutSeconds - (at - startedAt));
  const { problems: problems2, notes } = checkSchedule(stay, { ...lifetimes, jobTimeoutSeconds }, at);
  for (const text2 of [...problems2, ...notes]) host.log.warning(text2);
}
var AHEAD_SECONDS = 600;
function announceExpiry({ context, host }) {
  const { credentialsExpireAt: end2 } = context.lifetimes;
  const over = new AbortController();
  const wait = end2 === void 0 ? 0 : end2 - AHEAD_SECONDS - now15();
  if (end2 === void 0 || wait <= 0) return () => void 0;
  void sleep9(wait, over.signal).then(() => {
    if (over.signal.aborted) return;
    host.log.warning(
      `The AWS credentials of this job expire in ${formatDuration26(end2 - now15())}; after that, it can neither go on nor roll back. To end the rollout before, cancel the job.`
    );
  });
  return () => over.abort();
}

// src/commands/unfinished.ts
import {
  src_base_errors_ts__known as known23,
  src_base_errors_ts__orElse as orElse3
} from "./core.js";
import {
  src_base_listed_ts__listed as listed11
} from "./core.js";
import {
  src_base_time_ts__now as now16,
  src_base_time_ts__sleep as sleep10
} from "./core.js";

// src/commands/request-difference.ts
import {
  src_base_listed_ts__listed as listed10
} from "./core.js";
async function differenceFromRequest(services, rollout2) {
  const { inputs } = services.context;
  const { functions } = rollout2.record;
  const asked = inputs.functions.map(({ name }) => name);
  const others = functions.filter(({ name }) => !asked.includes(name));
  const found = [];
  if (others.length > 0) {
    found.push(`also releases ${listed10(others.map(({ name }) => `"${name}"`))}`);
  }
  for (const input of inputs.functions) {
    const difference = await versionDifference(services, rollout2, input);
    if (difference !== void 0) found.push(difference);
  }
  found.push(...await services.target.differences(rollout2, "all"));
  return found.length === 0 ? void 0 : `it ${found.join(", and ")}, which differs from what this run would release`;
}
async function versionDifference({ target }, { record }, { name, version, codeSha256, code: code10 }) {
  const open = record.functions.find((change) => change.name === name)?.to;
  if (open === void 0) return `releases nothing of "${name}"`;
  const words2 = `releases version ${open} of "${name}"`;
  if (version !== void 0 && version !== open) return words2;
  if (version !== void 0 && codeSha256 === void 0) return void 0;
  const published = await target.readVersion(name, open);
  if (codeSha256 !== void 0 && codeSha256 !== published?.digest) {
    return `${words2} (its code is ${published?.digest}, and code-sha256 is ${codeSha256})`;
  }
  if (version !== void 0) return void 0;
  const latest = await target.readVersion(name);
  if (!latest || !published) return words2;
  const why2 = whyOther(published, latest, code10 ? code10.source.text : "$LATEST");
  return why2 === void 0 ? void 0 : `${words2} (${why2})`;
}
function whyOther(published, next2, from) {
  if (next2.digest !== published.digest) return `its code is not that of ${from}`;
  if (next2.settings === void 0 || published.settings === void 0) {
    return "AWS did not return all of its settings, so they cannot be compared with $LATEST";
  }
  return next2.settings === published.settings ? void 0 : "its settings are not those of $LATEST";
}

// src/commands/unfinished.ts
async function handleUnfinished(services, since) {
  const { target, context, host } = services;
  let observed2;
  try {
    observed2 = await observeOpen(services);
  } catch (error) {
    known23(error);
    return { kind: "clear" };
  }
  const { stored, trafficState } = observed2;
  if (stored.kind === "none") {
    const otherRollout = context.inputs.supersede === "wait" ? await findOtherRollout(services) : void 0;
    return otherRollout ? handleOther(services, otherRollout, since) : { kind: "clear" };
  }
  if (stored.kind !== "rollout") return handleOther(services, stored, since);
  const { storedRollout } = stored;
  const whose = `the rollout of ${linkFrom(context)(storedRollout.record.id)} is unfinished (${formatPhase(storedRollout.phase)}), ${describeStart(storedRollout, now16())}`;
  host.log.warning(`On ${target.words}, ${whose}.`);
  const takesBack = context.inputs.onUnfinished === "rollback";
  if (!trafficState) return refuse(services, `${whose}, but ${target.words} could not be read`);
  if (trafficState.kind === "external" && !(takesBack && canRollBack(trafficState))) {
    return refuse(
      services,
      `${whose}, but ${target.words} is not in the state that it left: ${trafficState.what}${howToEnd(trafficState)}`,
      { rollout: storedRollout, trafficState }
    );
  }
  return cleanUp2(services, { rollout: storedRollout, trafficState, since }, whose);
}
async function handleOther(services, stored, since) {
  const { target, context } = services;
  const says = whyNotOwned(target.words, stored, linkFrom(context));
  const ends = !neverEnds(stored);
  if (ends && context.inputs.supersede === "wait") return waitForIts(services, { since }, says);
  const hint = ends ? ". To wait for it, set supersede: wait" : "";
  const problems2 = [`${says}${hint}`];
  const commands = ends ? [] : await commandsToForget(services);
  const cause = { kind: "unfinished", problems: problems2 };
  const report = services.reporter.declined(problems2, void 0, { cause, commands, weight: null });
  return { kind: "ended", report };
}
async function findOtherRollout({ target }) {
  return target.readOtherRollout?.().catch(orElse3(void 0));
}
async function cleanUp2(services, snapshot, whose) {
  const { context, host } = services;
  if (context.inputs.onUnfinished === "fail") {
    return refuse(
      services,
      `${whose}; with on-unfinished: fail, this run does not change it. Set resume or rollback`,
      snapshot
    );
  }
  if (context.inputs.onUnfinished === "rollback" || servedNobody(snapshot)) {
    if (isSiblings(services, snapshot)) return handleSibling(services, snapshot, whose);
    return rollBackUnfinished(services, snapshot, { kind: "unfinished", problems: [] });
  }
  try {
    const other2 = await differenceFromRequest(services, snapshot.rollout);
    if (other2 !== void 0) return await supersede(services, snapshot, `${whose}, and ${other2}`);
    const changed2 = planDifferences(context.inputs.asked, snapshot.rollout.record.plan);
    if (changed2.length > 0 && context.inputs.onOtherPlan === "fail") {
      return refuse(
        services,
        `${whose}, and uses a different plan than this run: ${listed11(changed2, "; ")}. To continue with its plan, set on-other-plan: continue. To roll it back, set on-unfinished: rollback`,
        snapshot
      );
    }
    for (const one of changed2)
      host.log.warning(`Continuing with the plan of the open rollout: ${one}`);
    const taken2 = await takeOverToDrive(services, snapshot);
    host.log.line("Continuing the open rollout with its own plan, from its current state.");
    return { kind: "resume", ...taken2 };
  } catch (error) {
    return refuse(
      services,
      `${whose}, but it could not be taken over: ${known23(error).message}`,
      snapshot
    );
  }
}
async function rollBackUnfinished(services, snapshot, cause) {
  const { snapshot: claim, late } = await takeOverToRollBack(services, snapshot);
  if (!canRollBack(claim.trafficState)) {
    const problem2 = `${services.target.words} is not in the state that the rollout left: ${claim.trafficState.what}${howToEnd(claim.trafficState)}`;
    return refuse(services, problem2, claim);
  }
  const ended = await rollBack2(services, claim, cause, late);
  if (ended.ending.kind === "rolled-back") return { kind: "clear" };
  services.host.leaveToPost();
  return { kind: "ended", report: services.reporter.ended(ended, []) };
}
function isSiblings({ context }, { rollout: rollout2 }) {
  return areSiblings(rollout2.record.id, context.id);
}
function handleSibling(services, snapshot, whose) {
  if (services.context.inputs.supersede === "wait") return waitForIts(services, snapshot, whose);
  return refuse(
    services,
    `${whose}. Jobs of one workflow run do not roll back each other's releases: set supersede: wait, let one job run at a time (strategy: max-parallel: 1), or release the functions together in one job`,
    snapshot
  );
}
async function supersede(services, snapshot, whose) {
  const { context } = services;
  switch (context.inputs.supersede) {
    case "fail":
      return refuse(
        services,
        `${whose}. Finish it first, or set supersede: wait or replace, or on-unfinished: rollback`,
        snapshot
      );
    case "replace":
      if (isSiblings(services, snapshot)) return handleSibling(services, snapshot, whose);
      return replace(services, snapshot);
    case "wait":
      return waitForIts(services, snapshot, whose);
  }
}
async function replace(services, snapshot) {
  const closed = await untilOpen(services);
  if (closed) return { kind: "ended", report: closed };
  const cause = { kind: "superseded", by: services.context.id };
  return rollBackUnfinished(services, snapshot, cause);
}
function servedNobody({ rollout: rollout2, trafficState }) {
  const { phase } = rollout2;
  if (isHeldAtZero(rollout2)) return false;
  const first = phase.kind === "preparing" || phase.kind === "step" && phase.index === 0;
  return first && trafficState.kind === "stable";
}
var OVERHEAD_SECONDS2 = 300;
async function waitForIts(services, met, whose) {
  const { target, context, host } = services;
  const snapshot = "rollout" in met ? met : void 0;
  const { inputs } = context;
  const claim = expectedSeconds(inputs, snapshot?.rollout.record.longestAnswerSeconds);
  const until = met.since + inputs.jobTimeoutSeconds - claim - OVERHEAD_SECONDS2;
  host.log.group("Wait for the open rollout");
  while (now16() < until) {
    host.log.line(`Waiting: ${whose}.`);
    await sleep10(WAIT_SECONDS, host.cancelled);
    if (host.cancelled.aborted) {
      const why2 = "cancelled while waiting for an earlier rollout";
      return refuse(services, why2, snapshot, { kind: "cancelled" });
    }
    const observation = await target.observe().catch(orElse3(void 0));
    if (observation?.stored.kind === "none" && !await findOtherRollout(services))
      return { kind: "clear" };
  }
  return refuse(
    services,
    `${whose}; it did not end within the time that this job can wait (job-timeout)`,
    snapshot
  );
}
var WAIT_SECONDS = 60;
async function refuse(services, problem2, snapshot, cause = { kind: "unfinished", problems: [problem2] }) {
  const { reporter } = services;
  const report = snapshot ? reporter.declined([problem2], snapshot, {
    cause,
    commands: await waysOut(services, snapshot)
  }) : reporter.refused([problem2], [], cause);
  return { kind: "ended", report };
}

// src/commands/version-details.ts
import {
  src_base_errors_ts__orElse as orElse4
} from "./core.js";
var MOST_FUNCTIONS = 20;
async function readVersions({ readVersion }, changes, cancelled) {
  const found = [];
  const wanted = changes.slice(0, MOST_FUNCTIONS).flatMap(({ name, from, to }) => [from, to].map((version) => ({ name, version })));
  for (const { name, version } of wanted) {
    if (version === "" || cancelled.aborted) continue;
    const reading2 = await readVersion(name, version).catch(orElse4(void 0));
    if (!reading2) continue;
    const { description, digest: digest2 } = reading2;
    found.push({ name, version, description, codeSha256: digest2 });
  }
  return found;
}

// src/commands/rollout.ts
function rollout(services) {
  return release(services, () => ({}));
}
function start(services) {
  return release(services, () => {
    const cause = { kind: "started" };
    return { scope: { kind: "hold", cause, until: now17() + services.context.inputs.holdSeconds } };
  });
}
async function release(services, drive) {
  services.host.log.group("Preflight");
  for (const sentence3 of services.context.inputs.understood)
    sayWrapped2(services.host.log, sentence3);
  const since = now17();
  for (; ; ) {
    const met = await handleUnfinished(services, since);
    if (met.kind === "ended") return met.report;
    if (met.kind === "resume") {
      const { snapshot, late } = met;
      return continueRollout(services, snapshot, { ...drive(), takenOverAt: now17(), late });
    }
    const report = await untilOpen(services) ?? await startNew(services, drive);
    if (report !== "taken") return report;
    services.host.log.line(
      "Another release was started here in the meantime; waiting for it to end."
    );
  }
}
function preflight({ target, clients, context, host: { graceSeconds } }, startedAt) {
  const run2 = { id: context.id, pull: context.event.pull?.number };
  const { lifetimes } = context;
  const services = { target, clients: clients.normal, lifetimes, run: run2, graceSeconds };
  return inspect(services, context.inputs, startedAt);
}
async function startNew(services, drive) {
  const { context, host, reporter } = services;
  const { log } = host;
  const startedAt = now17();
  const found = await preflight(services, startedAt);
  const { findings, opening, plan: plan2, holdBack, forecast: foresight, blindSpots: blindSpots3 } = found;
  if (host.cancelled.aborted) {
    return reporter.refused(["cancelled during preflight"], [], CANCELLED);
  }
  const { problems: problems2, notes } = findings;
  notes.push(...await followUpNotes(services));
  const asked = await approvalsOf(services, plan2);
  notes.push(...asked.notes);
  problems2.push(...asked.problems);
  for (const note of notes) log.warning(note);
  if (problems2.length > 0 || !opening) {
    if (await isTaken(services)) return "taken";
    const refused = reporter.refused(problems2, notes, void 0, await weightNow2(services.target));
    return { ...refused, ...await policyIfDenied(services, found) };
  }
  const closing = await closingNotes(services, plan2);
  const planned = [...holdBackText(holdBack, plan2.bakeSeconds), ...closing];
  for (const sentence3 of [...foresight, ...found.logs.notes, ...planned]) sayWrapped2(log, sentence3);
  if (blindSpots3.length > 0) {
    const line = blindSpotCount(blindSpots3);
    sayWrapped2(log, line);
    notes.push(line);
  }
  log.line("No problems found.");
  const source = `${context.source.repository}@${context.source.sha}`;
  const pull = asked.pull ?? await findPull(services);
  const preview3 = context.inputs.command === "preview" ? context.event.pull?.number : void 0;
  const parts = { opening, plan: plan2, source, startedAt, pull, preview: preview3 };
  const begins = (record) => saveRepairCommands(services, record);
  let begun;
  try {
    begun = await prepare2({ id: context.id, ...host, ...parts, begins });
  } catch (error) {
    logBug8(host.log, error);
    const undone = await undo(services, opening, causeOf(error), notes);
    return isLostToAnother(error) && waits(services) ? "taken" : undone;
  }
  switch (begun.kind) {
    case "unchanged":
      return reporter.unchanged(begun.changes, begun.why, plan2, notes);
    case "first":
      return reporter.first(begun.changes, begun.made, notes);
    case "ready":
      return continueRollout(
        services,
        { rollout: begun.rollout, trafficState: { kind: "stable" } },
        { ...drive(), notes: [...notes, ...planned] }
      );
  }
}
async function approvalsOf(services, { approvals }) {
  if (!approvals) return { problems: [], notes: [], pull: void 0 };
  const { approvalFindings } = await import("./commands-approval-findings.js");
  return approvalFindings(services, approvals);
}
var CANCELLED = { kind: "cancelled" };
async function policyIfDenied(services, { findings, opening, logs: logs2 }) {
  if (!findings.problems.some((problem2) => denialIn(problem2))) return {};
  const { policy } = (await policiesFor(services, opening, logs2)).shown;
  return { policy };
}
function waits({ context, host }) {
  return context.inputs.supersede === "wait" && !host.cancelled.aborted;
}
async function isTaken(services) {
  if (!waits(services)) return false;
  const { target } = services;
  try {
    const { stored } = await target.observe();
    return stored.kind !== "none" || await target.readOtherRollout?.() !== void 0;
  } catch (error) {
    known24(error);
    return false;
  }
}
var GITHUB_SECONDS2 = 5;
var UNFOUND = "The pull request of the release could not be found, so no commands are read from its comments";
async function findPull({ context, host }) {
  const { conversation, log } = host;
  const { pull } = context.event;
  if (!conversation) return void 0;
  if (pull) return pull.number;
  try {
    const asked = conversation().then(async (github) => ({ found: await github.findPull() }));
    const answer = await withTimeout4(GITHUB_SECONDS2, asked);
    if (!answer) log.line(`${UNFOUND}: no answer within ${GITHUB_SECONDS2} seconds`);
    return answer?.found;
  } catch (error) {
    log.line(`${UNFOUND}: ${known24(error).message}`);
    return void 0;
  }
}
async function undo({ target, context, host, reporter }, { uploads }, cause, notes) {
  const { rollback: rollback2 } = target;
  try {
    const { stored, trafficState } = await rollback2.observe();
    const ours = stored.kind === "rollout" && sameRollout(stored.storedRollout.record.id, context.id);
    if (ours && trafficState && trafficState.kind !== "external") {
      await rollback2.restore(stored.storedRollout, trafficState);
      await rollback2.cleanUp(stored.storedRollout, "before");
      await rollback2.clearState(void 0, context.id);
    }
  } catch (error) {
    logBug8(host.log, error);
    host.log.warning(`What was prepared could not be removed: ${messageOf9(error)}`);
    host.leaveToPost();
  }
  const left = await uploads?.left() ?? [];
  if (host.cancelled.aborted) {
    return reporter.refused(["cancelled while preparing", ...left], notes, CANCELLED);
  }
  const weight = await weightNow2(target);
  return reporter.refused([causeText(cause, linkFrom(context)), ...left], notes, cause, weight);
}
async function continueRollout(services, snapshot, part) {
  const drive = { ...WHOLE_RELEASE, ...part };
  if (drive.scope.kind === "one-check") await pollOnce(services, snapshot);
  await readDetails(services, snapshot.rollout.record);
  warnIfTooShort(services, snapshot.rollout, drive.scope);
  const stop2 = announceExpiry(services);
  const ended = await runLoop({ ...services, drive }, snapshot).finally(stop2);
  if (ended.cleanup === "cleanup-pending") services.host.leaveToPost();
  const pruned = ended.ending.kind === "promoted" ? await prune(services, ended.snapshot) : [];
  const left = latestAfterRollback(services.context.inputs, ended);
  const report = services.reporter.ended(ended, [...drive.notes, ...pruned, ...left]);
  for (const line of doorLines(report)) services.host.log.line(line);
  return report;
}
async function pollOnce({ comments, host: { cancelled } }, { rollout: rollout2 }) {
  if (cancelled.aborted) return;
  const polling = withTimeout4(GITHUB_SECONDS2, comments.poll(rollout2));
  await Promise.race([polling, whenAborted6(cancelled)]);
}
var DETAILS_SECONDS = 5;
async function readDetails({ target, recorder, host: { cancelled } }, record) {
  if (cancelled.aborted) return;
  const reading2 = readVersions(target, record.functions, cancelled).then(recorder.addVersions);
  await Promise.race([withTimeout4(DETAILS_SECONDS, reading2), whenAborted6(cancelled)]);
}

// src/commands/advance.ts
function advance(services) {
  return withOpen(
    services,
    async (snapshot) => {
      const { rollout: rollout2, trafficState } = snapshot;
      const isUnseen = rollout2.phase.kind === "preparing" && trafficState.kind === "stable";
      if (isUnseen && !isHeldAtZero(rollout2)) {
        const problem2 = `the rollout on ${services.target.words} was interrupted before its first step, so there is nothing to advance; command: rollback removes it, and so does the next release`;
        return services.reporter.declined([problem2], snapshot);
      }
      const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
      return continueRollout(services, ours, { scope: { kind: "one-check" }, late });
    },
    (last) => services.reporter.nothingOpen(
      `There is nothing to advance: ${describeNoneOpen(services, last)}.`
    )
  );
}

// src/commands/comment.ts
import {
  src_base_errors_ts__known as known25
} from "./core.js";
import {
  src_base_time_ts__now as now18,
  src_base_time_ts__withTimeout as withTimeout5
} from "./core.js";
async function comment(services, run2) {
  const { context, host, reporter } = services;
  const { comment: comment2 } = context.event;
  const { conversation } = host;
  const idle = (why2) => ({ report: reporter.idle(why2), did: "comment" });
  const declined = (why2) => ({
    report: reporter.declined([why2]),
    did: "comment"
  });
  if (!comment2) return declined(`there is no comment: ${host.lacks.comment}`);
  if (parseComment(comment2.body).kind === "none") return idle("The comment contains no command.");
  if (comment2.repository !== context.source.repository) {
    return declined(
      `the comment is from the repository ${comment2.repository}, not from ${context.source.repository}`
    );
  }
  if (!isEligible(comment2, 0))
    return idle(
      "Comment ignored. Commands must come from a user account and must not have been edited."
    );
  if (!conversation)
    return declined(`who may give commands cannot be checked: ${host.lacks.conversation}`);
  try {
    const github = await conversation();
    const command = await authorize(github, host.log, comment2.pull, comment2);
    if (!command) return idle("The comment has been answered.");
    return await executeComment(services, github, comment2, command, run2);
  } catch (error) {
    return declined(`Could not read from GitHub: ${known25(error).message}`);
  }
}
async function executeComment(services, github, posted, command, run2) {
  const { context, host, reporter } = services;
  const at = now18();
  const found = await findOpen(services);
  const snapshot = found.kind === "open" ? found.snapshot : void 0;
  const pull = snapshot ? snapshot.rollout.record.pull : posted.pull;
  if (pull !== posted.pull) {
    await github.answer(posted.id, "confused");
    const carrier = pull === void 0 ? "no pull request" : `#${pull}`;
    const why2 = `the open release belongs to ${carrier}, not to #${posted.pull}`;
    return { report: reporter.declined([why2], snapshot), did: command };
  }
  if (snapshot) {
    const refusal2 = await whyRefused(services, github, snapshot, posted, command);
    if (refusal2) return { report: refusal2, did: command };
  }
  const { smokeProblems = [] } = context.inputs;
  if (CHECKING.includes(command) && smokeProblems.length > 0) {
    await github.answer(posted.id, "confused");
    return { report: reporter.declined(smokeProblems, snapshot), did: command };
  }
  const inputs = { ...context.inputs, command };
  const request2 = { by: posted.login, at: posted.createdAt };
  const report = await run2(command, { ...services, context: { ...context, inputs, request: request2 } });
  const last = found.kind === "none" ? found.last?.ended : void 0;
  const obeyed = found.kind === "none" ? isAchieved(command, last) : isDone(command, report.outcome);
  const answered = github.answer(posted.id, obeyed ? "+1" : "confused").catch((error) => {
    host.log.warning(`The comment could not be answered: ${known25(error).message}`);
  });
  await withTimeout5(ANSWER_SECONDS, answered);
  const person = { at, login: posted.login, asked: command, result: report.reason };
  return { report: withRequest(report, person), did: command };
}
var CHECKING = ["promote", "advance"];
async function whyRefused({ host, reporter }, github, snapshot, posted, command) {
  const { rollout: rollout2 } = snapshot;
  if (command !== "status" && !isEligible(posted, rollout2.record.startedAt)) {
    await github.answer(posted.id, "confused");
    return reporter.declined(
      [
        `/canary ${command} was written before the open release began, so it is not for that release; comment again`
      ],
      snapshot
    );
  }
  if (command !== "promote" || await mayApprove(github, host.log, rollout2, posted))
    return void 0;
  return reporter.idle("The comment has been answered.");
}
function isDone(command, outcome) {
  if (outcome === "failed" || outcome === "stuck") return false;
  return outcome !== "rolled-back" || command === "rollback";
}
var ANSWER_SECONDS = 10;

// src/commands/pause.ts
import {
  src_base_time_ts__now as now19
} from "./core.js";
function pause3(services) {
  const { reporter, target, context } = services;
  return withOpen(
    services,
    async (snapshot) => {
      const { phase, paused } = snapshot.rollout;
      if (phase.kind !== "step") {
        const where = phase.kind === "baking" ? "is already promoted" : "has not started yet";
        return reporter.declined(
          [`the rollout on ${target.words} ${where}, so it cannot be paused`],
          snapshot
        );
      }
      if (paused) return reporter.open(snapshot, "It is already paused.");
      return savePhase(services, snapshot, { since: Math.floor(now19()), by: context.id });
    },
    (last) => noneTo("pause", services, last)
  );
}
function resume5(services) {
  const { reporter } = services;
  return withOpen(
    services,
    async (snapshot) => snapshot.rollout.paused ? savePhase(services, snapshot, void 0) : reporter.open(snapshot, "It is not paused."),
    (last) => noneTo("resume", services, last)
  );
}
async function savePhase({ target, reporter }, { rollout: rollout2, trafficState }, paused) {
  await target.pause(paused);
  const text2 = paused ? "Paused: the weight stays the same until the rollout is resumed, promoted or rolled back." : "Resumed: the next run continues with its plan.";
  return reporter.open({ trafficState, rollout: { ...rollout2, paused } }, text2);
}

// src/commands/plan.ts
import {
  src_base_duration_ts__formatDuration as formatDuration28
} from "./core.js";
import {
  src_base_errors_ts__orElse as orElse5
} from "./core.js";
import {
  src_base_log_ts__sayWrapped as sayWrapped3
} from "./core.js";
import {
  src_base_time_ts__now as now20
} from "./core.js";

// src/checks/suite-text.ts
import {
  src_base_listed_ts__listed as listed12
} from "./core.js";
import {
  src_base_quote_ts__quote as quote6
} from "./core.js";
import {
  src_checks_secrets_ts__secretsIn as secretsIn
} from "./core.js";
var WHEN = [
  ["pre-traffic", "before any user is served"],
  ["step", "at the end of each step"],
  ["post-traffic", "after the promotion"]
];
function suiteText(suite) {
  const secrets = secretsIn(suite, /* @__PURE__ */ new Map());
  return WHEN.flatMap(([point, words2]) => {
    const checks = checksAt(suite, point);
    if (checks.length === 0) return [];
    const many = checks.length === 1 ? "one check is" : `${checks.length} checks are`;
    const all = listed12(checks.map(inShort2));
    return [
      withoutSecrets(`smoke: ${words2}, ${many} sent to the new version alone: ${all}`, secrets)
    ];
  });
}
function inShort2(check2) {
  const sent = callText(check2);
  const both = check2.compare ? ", and to the current version" : "";
  return check2.name === sent ? `${sent}${both}` : `${quote6(check2.name)} (${sent}${both})`;
}

// src/preflight/cost.ts
import {
  src_base_duration_ts__formatDuration as formatDuration27
} from "./core.js";
import {
  src_rollout_plan_ts__planSeconds as planSeconds5
} from "./core.js";
var DOLLARS_PER_METRIC = 0.01 / 1e3;
function metricsPerReading(expense) {
  const { metricCost, functions, metrics, judged: judged2 } = expense;
  return metricCost.traffic(functions) + (judged2 ? metricCost.measures(expense) + 4 * metrics : 0);
}
function metricsOfPromoted(expense) {
  const { metricCost, judged: judged2, compare: compare2 } = expense;
  return metricCost.promoted?.({ ...expense, compare: judged2 ? compare2 : ["errors"] }) ?? 0;
}
function metricsOfHistory(expense) {
  const { metricCost, metrics, judged: judged2 } = expense;
  return judged2 ? metricCost.history(expense) + 2 * metrics : 0;
}
var PAST_READINGS = 2;
var CLOSED_EVERY = 60;
function readingsIn(seconds, { plan: plan2, metricCost, lookSeconds }) {
  const often = metricCost.failures === void 0 || plan2.advance.kind === "evidence";
  const interval = often ? lookSeconds : CLOSED_EVERY;
  const { length } = plan2.steps;
  const whole = 1 + Math.floor(seconds / interval) + (often ? length : 3 * length);
  const afterwards = plan2.heldBack ? 0 : plan2.bakeSeconds + (plan2.readSeconds ?? 0);
  const promoted = Math.min(whole, 2 + Math.floor(Math.min(seconds, afterwards) / interval));
  return { whole, promoted, failures: often ? 0 : Math.floor(seconds / CLOSED_EVERY) };
}
function forecastCost(expense) {
  const { plan: plan2, provisionedForNew, staysSeconds } = expense;
  const whole = planSeconds5(plan2);
  const lines = staysSeconds === void 0 ? ofOneJob(expense, whole) : ofPieces(expense, staysSeconds);
  if (provisionedForNew === 0) return lines;
  return [
    ...lines,
    `cost: about ${provisionedForNew} × ${formatDuration27(whole)} of provisioned concurrency for the new versions, billed by their memory while it is allocated, at the region's price; more if a step is extended`
  ];
}
var NO_METRICS = "cost: nothing for CloudWatch, because no metrics are read";
var PRICED = "at 0.01 USD per 1,000, the price in most regions";
function freeOf({ freeCalls }) {
  return `reading alarms and calling the control plane of ${freeCalls} is free`;
}
function ofOneJob(expense, seconds) {
  const { asked, dollars, readings, most, ofFailures } = reading(expense, seconds);
  const { whole, failures } = readings;
  const parts = [
    `${number2(whole, "reading")} of up to ${count9(most)}`,
    ...failures > 0 ? [
      `${count9(failures)} ${failures === 1 ? "look" : "looks"} for failures with ${count9(ofFailures)} each`
    ] : []
  ];
  const past = metricsOfHistory(expense) > 0 ? `${parts.length > 1 ? "," : ""} and the hour before` : "";
  return [
    seconds === 0 ? "cost: no runner time for steps or a bake, because there are none" : `cost: about ${formatDuration27(seconds)} of runner time for the steps and the bake, if no step is extended`,
    asked === 0 ? NO_METRICS : `cost: about ${dollars} USD for about ${number2(asked, "CloudWatch metric")} (${parts.join(", ")}${past}), ${PRICED}; ${freeOf(expense)}`
  ];
}
function ofPieces(expense, stays) {
  const { asked, dollars } = reading(expense, stays);
  const later = metricsPerReading(expense) + metricsOfPromoted(expense) + metricsOfHistory(expense);
  const first = stays === 0 ? "a short run that starts the release" : `about ${formatDuration27(stays)} of runner time after the first weight (hold-for)`;
  return [
    `cost: ${first}, and a short run for each later command; nothing runs between them`,
    asked + later === 0 ? NO_METRICS : `cost: about ${dollars} USD for about ${number2(asked, "CloudWatch metric")} in the run that starts it, and about ${number2(later, "metric")} (${inDollars(later)} USD) in each advance, ${PRICED}; ${freeOf(expense)}`
  ];
}
function reading(expense, seconds) {
  const { metricCost, functions } = expense;
  const each = metricsPerReading(expense);
  const promoted = metricsOfPromoted(expense);
  const ofFailures = metricCost.failures?.(functions) ?? 0;
  const readings = readingsIn(seconds, expense);
  const asked = each * readings.whole + promoted * readings.promoted + ofFailures * readings.failures + metricsOfHistory(expense) * Math.min(readings.whole, PAST_READINGS);
  const dollars = inDollars(asked);
  return { most: each + promoted, ofFailures, readings, asked, dollars };
}
function inDollars(metrics) {
  return Math.max(1e-4, metrics * DOLLARS_PER_METRIC).toLocaleString("en-US", {
    maximumSignificantDigits: 2
  });
}
function number2(value, thing) {
  return `${count9(value)} ${thing}${value === 1 ? "" : "s"}`;
}
function count9(value) {
  return value.toLocaleString("en-US");
}

// src/logs/read-cost.ts
var CALLS_OF_A_RUN = 2e4;
var READS_OF_A_LINE = 20 / 5 + 2;
var READS_PER_HOUR = 3600 / 5 + 2 * (3600 / 30);
var BYTES_AROUND = 240;
var PAGE_BYTES = 1048576;
var PAGE_EVENTS = 1e4;
var DOLLARS_PER_GIGABYTE = 0.09;
function readCost({ requestsPerSecond, lineBytes, sources }) {
  const lines = requestsPerSecond * 3600 * READS_OF_A_LINE;
  const pages = Math.max(lines * lineBytes / PAGE_BYTES, lines / PAGE_EVENTS);
  const gigabytesPerHour = lines * (lineBytes + BYTES_AROUND) / 1e9;
  return {
    // Each read has at least one page, and its last page is not full.
    callsPerHour: Math.ceil(sources * READS_PER_HOUR + pages),
    gigabytesPerHour,
    dollarsPerHour: gigabytesPerHour * DOLLARS_PER_GIGABYTE
  };
}

// src/preflight/log-cost.ts
var LEAST_DOLLARS = 0.01;
function logCost({ read: read4, requestsPerMinute = 0 }, { seconds, region }) {
  if (!read4) return [];
  const { sources, requestBytes: lineBytes } = read4;
  const hour = readCost({ requestsPerSecond: requestsPerMinute / 60, lineBytes, sources });
  const needed = Math.ceil(hour.callsPerHour * seconds / 3600);
  if (needed === 0) return [];
  const calls = Math.min(needed, CALLS_OF_A_RUN);
  const share2 = (perHour) => perHour * seconds * calls / needed / 3600;
  const [ours, all] = [callsPerSecond(region), quotaOf(region)];
  const limit = needed > calls ? ", the most that a run makes" : "";
  return [
    `cost: ${needed > calls ? "up to" : "about"} ${number3(calls, "call")} of FilterLogEvents to read logs${limit}, at most ${ours} of the ${all} a second that AWS allows the account in ${region}; ${transfer(share2(hour.gigabytesPerHour), share2(hour.dollarsPerHour))} if the runner is outside AWS, and free otherwise`
  ];
}
function transfer(gigabytes, dollars) {
  return dollars < LEAST_DOLLARS ? `less than ${LEAST_DOLLARS} USD for transfer` : `about ${figure(gigabytes)} GB (${figure(dollars)} USD at 0.09 USD per GB)`;
}
function number3(value, thing) {
  return `${value.toLocaleString("en-US")} ${thing}${value === 1 ? "" : "s"}`;
}
function figure(value) {
  return value.toLocaleString("en-US", FIGURES);
}
var FIGURES = { maximumSignificantDigits: 2 };

// src/commands/plan.ts
import {
  src_rollout_plan_ts__planSeconds as planSeconds6
} from "./core.js";
import {
  src_targets_kinds_ts__kindOf as kindOf3
} from "./core.js";
async function plan(services) {
  services.host.log.group("Preflight");
  for (const sentence3 of services.context.inputs.understood)
    sayWrapped3(services.host.log, sentence3);
  const found = await preflight(services, now20());
  const { findings, opening, plan: plan2, holdBack, warnings, forecast: foresight, blindSpots: blindSpots3 } = found;
  const { problems: problems2, notes } = findings;
  const open = await services.target.observe().catch(orElse5(void 0));
  if (open?.stored.kind === "rollout") {
    const { record } = open.stored.storedRollout;
    notes.push(`the rollout of ${describeRun(record.id)} is unfinished; see on-unfinished`);
  }
  if (services.context.inputs.planOf === "start") {
    const whole = formatDuration28(planSeconds6(plan2));
    notes.push(
      `plan-of: start: later runs (command: advance or promote) run the ${whole} of steps and bake, so job-timeout does not limit them`
    );
  }
  if (!opening?.serveFirst) notes.push(...holdBackText(holdBack, plan2.bakeSeconds));
  const closing = await closingFindings(services, plan2);
  notes.push(...closing.notes);
  problems2.push(...closing.problems);
  const asked = await approvalsOf2(services, plan2);
  notes.push(...asked.notes);
  problems2.push(...asked.problems);
  const understood = services.context.inputs.understood;
  const policies2 = await policiesFor(services, opening, found.logs);
  notes.push(...policies2.notes, ...await plannedFollowUp(services));
  if (problems2.length > 0 || !opening) {
    const weight = await weightNow2(services.target);
    const told = [...understood, ...notes];
    return { ...services.reporter.notPlanned(problems2, told, weight), ...policies2.shown };
  }
  const { smoke } = services.context.inputs;
  if (smoke && !opening.serveFirst) {
    notes.push(...suiteText(smoke), ...await probesOf2(smoke, found.plan));
  }
  notes.push(...opening.foreseen ?? [], ...opening.uploads?.foreseen ?? []);
  const effect = await effectOf(opening);
  notes.push(...effectNotes(effect), ...found.logs.notes);
  notes.push(...costOf(services, opening, found, effect));
  const pruning = opening.serveFirst ? [] : await forecastPruning(services, opening.functions);
  for (const sentence3 of warnings) services.host.log.warning(sentence3);
  const others = notes.filter((note) => !warnings.includes(note));
  for (const sentence3 of [...others, ...foresight, ...pruning])
    sayWrapped3(services.host.log, sentence3);
  for (const spot of blindSpots3)
    sayWrapped3(services.host.log, `blind spot: ${blindSpotText(spot)}`);
  return services.reporter.planned(opening.functions, plan2, foresight, {
    blindSpots: blindSpots3,
    notes: [...understood, ...notes, ...pruning],
    ...policies2.shown,
    weight: await weightNow2(services.target),
    effect
  });
}
async function approvalsOf2(services, plan2) {
  const { approvals } = plan2;
  if (!approvals) return { problems: [], notes: [] };
  const { approvalFindings, approvalNotes } = await import("./commands-approval-findings.js");
  const { problems: problems2, notes } = await approvalFindings(services, approvals);
  return { problems: problems2, notes: [...approvalNotes(plan2, approvals), ...notes] };
}
async function probesOf2(suite, { steps }) {
  if (suite.probesPerMinute === void 0) return [];
  const { probeText } = await import("./checks-probe-text.js");
  const split = steps.reduce((sum3, { holdSeconds }) => sum3 + holdSeconds, 0);
  return probeText(suite, split);
}
function effectNotes({ kind }) {
  if (kind !== "uncertain") return [];
  return [
    "without new code this is still a release, because it is not certain that all of it is already served"
  ];
}
async function effectOf({
  functions,
  serveFirst,
  whyUnchanged
}) {
  if (serveFirst) return { kind: "first" };
  if (functions.length === 0) return { kind: "release" };
  if (functions.some(({ from, version }) => from !== version)) return { kind: "release" };
  const why2 = await whyUnchanged(functions.map(({ name, from }) => ({ name, from, to: from })));
  return why2 === void 0 ? { kind: "uncertain" } : { kind: "nothing", why: why2 };
}
function costOf({ context }, opening, { plan: plan2, logs: logs2 }, { kind }) {
  if (kind === "first" || kind === "nothing") return [];
  const { target, analysis, compare: compare2, metrics, planOf, holdSeconds, region } = context.inputs;
  const { metricCost, freeCalls } = kindOf3(target);
  const staysSeconds = planOf === "start" ? holdSeconds : void 0;
  const ofLogs2 = logCost(logs2, { seconds: staysSeconds ?? planSeconds6(plan2), region });
  const ofRest = forecastCost({
    plan: plan2,
    metricCost,
    freeCalls,
    functions: opening.functions.filter(({ from, version }) => from !== version).length,
    compare: compare2,
    routes: opening.detailedRoutes ?? 0,
    metrics: metrics.length,
    judged: analysis !== "off",
    lookSeconds: LOOK_SECONDS,
    provisionedForNew: opening.provisionedForNew,
    staysSeconds
  });
  return [...ofRest, ...ofLogs2];
}

// src/commands/preview.ts
import {
  src_base_errors_ts__known as known28
} from "./core.js";
import {
  src_base_time_ts__now as now22
} from "./core.js";

// src/rollout/preview-tags.ts
var OF = "canary-preview:of";
var AT = "canary-preview:at";
function previewStageName(pull) {
  return `pr-${pull}`;
}
function previewTags({ repository, pull, at }) {
  return { [OF]: `${repository}/pull/${pull}`, [AT]: String(Math.floor(at)) };
}
function readPreview(stageName, tags) {
  const [, repository, number4] = /^([\w./-]{1,140})\/pull\/(\d{1,10})$/.exec(tags[OF] ?? "") ?? [];
  const at = /^\d{1,11}$/.exec(tags[AT] ?? "")?.[0];
  const pull = Number(number4);
  if (repository === void 0 || at === void 0 || stageName !== previewStageName(pull)) {
    return void 0;
  }
  return { repository, pull, at: Number(at) };
}
function describePreview(repository, pull) {
  return `canary-action: preview of ${repository}#${pull}`.slice(0, 256);
}

// src/commands/preview.ts
import {
  src_targets_kinds_ts__kindOf as kindOf4
} from "./core.js";

// src/commands/closed-pull.ts
import {
  src_base_errors_ts__known as known26
} from "./core.js";
async function isClosed2({ conversation, log }, pull) {
  if (!conversation) return false;
  try {
    const github = await conversation();
    return await github.pullState(pull) === "closed";
  } catch (error) {
    log.line(`Whether #${pull} is closed could not be read: ${known26(error).message}`);
    return false;
  }
}

// src/commands/rollback.ts
import {
  src_base_errors_ts__known as known27
} from "./core.js";
import {
  src_base_time_ts__now as now21
} from "./core.js";
async function rollback(services) {
  const { reporter, target, context, host } = services;
  const found = await findOpen(
    services,
    () => persist(`reading ${target.words}`, services, () => unlessFinal(target.rollback.observe()))
  );
  const { rollbackTo } = context.inputs;
  if (rollbackTo && (found.kind !== "problem" || isOverruled(found))) {
    return goBack(services, found, rollbackTo);
  }
  if (found.kind === "problem") return declinedBy(services, found);
  if (found.kind === "none") {
    return reporter.nothingOpen(
      `There is nothing to roll back: ${describeNoneOpen(services, found.last)}.`
    );
  }
  const { snapshot } = found;
  const mismatch = whyNoneRequested(context.inputs.asked, snapshot.rollout.record);
  if (mismatch !== void 0 && context.inputs.onOtherPlan === "fail") {
    return reporter.declined([mismatch], snapshot);
  }
  if (!canRollBack(snapshot.trafficState))
    return clearStoredState(services, snapshot, snapshot.trafficState.what);
  const { snapshot: ours, late } = await takeOverToRollBack(services, snapshot);
  const ended = await rollBack2(services, ours, requested(services), late);
  if (ended.cleanup === "cleanup-pending") host.leaveToPost();
  return reporter.ended(ended, latestAfterRollback(context.inputs, ended));
}
async function clearStoredState(services, snapshot, what) {
  const { target, host, reporter } = services;
  const reason = `Nothing of the rollout is left on ${target.words}, which was not changed: ${what}`;
  try {
    await persist(
      `removing the stored state of the rollout on ${target.words}`,
      services,
      () => target.rollback.clearState(void 0, snapshot.rollout.record.id)
    );
  } catch (error) {
    return reporter.declined(
      [`${what}; and its stored state could not be removed: ${known27(error).message}`],
      snapshot,
      { commands: await commandsToForget(services) }
    );
  }
  await cleanUp(services, snapshot.rollout, "before");
  host.log.warning(`${reason}. Its stored state was removed.`);
  const text2 = `${reason}. Its stored state was removed.`;
  return reporter.stateRemoved(snapshot, text2, externalState(what));
}
function requested({ context }) {
  return { kind: "requested", by: context.source.actor, through: "workflow" };
}
function isOverruled({ stored }) {
  return stored === "unproven" || stored === "unreadable";
}
async function goBack(services, found, to) {
  const { reporter, target, context, host } = services;
  if (found.kind === "open") {
    const problem2 = "a rollout is open, so there is no promotion to roll back; omit rollback-to to roll back the open rollout";
    return reporter.declined([problem2], found.snapshot);
  }
  const last = found.kind === "none" ? found.last : void 0;
  if (to.kind === "previous" && last?.ended === "rolled-back") {
    const already = describeNoneOpen(services, last);
    const { runId, repository } = context.id;
    return last.by.runId === runId && last.by.repository === repository ? reporter.nothingOpen(`It was already rolled back: ${already}.`) : reporter.declined(
      [`${already}; to roll back further, name a version or a deployment`],
      void 0,
      { weight: 0 }
    );
  }
  const forgotten = found.kind === "problem" ? void 0 : context.id;
  let begun = false;
  try {
    const way = await persist(
      `finding an earlier release for ${target.words}`,
      services,
      () => unlessFinal(target.findUndo(to))
    );
    if (way.done) return reporter.nothingOpen(`This release is already served: ${way.words}.`);
    host.log.group("Roll back");
    host.log.line(`Rolling back to ${way.words}.`);
    begun = true;
    await persist(`rolling back to ${way.words}`, services, () => unlessFinal(way.go()));
    await target.rollback.clearState({ ended: "rolled-back", at: now21(), by: context.id }, forgotten).catch((error) => host.log.warning(known27(error).message));
    const cause = requested(services);
    const why2 = causeText(cause, linkFrom(context));
    return reporter.returnedToEarlier(way.functions, `${why2}; rolled back to ${way.words}`, cause);
  } catch (error) {
    const { message } = known27(error);
    return begun ? reporter.returnFailed(message, causeOf(error)) : reporter.declined([message], void 0, { cause: causeOf(error) });
  }
}

// src/commands/preview.ts
async function preview2(services) {
  const { context, reporter } = services;
  const { inputs, event } = context;
  const { pull } = event;
  if (pull?.fork) {
    return reporter.idle(
      "The pull request comes from a fork. Its runs get no role and a read-only token, so there is no preview."
    );
  }
  const previews = await kindOf4(inputs.target).previews?.(inputs.target, services.clients);
  const problems2 = problemsOf(services, previews);
  if (problems2.length > 0 || !pull || !previews) {
    return reporter.declined([...problems2, ...await credentialsProblem(services)]);
  }
  try {
    return inputs.preview === "stage" ? await ofStage(services, previews, pull) : await ofCanary(services, pull);
  } catch (error) {
    return reporter.declined([known28(error).message]);
  }
}
function problemsOf({ context, host }, previews) {
  const { inputs, event, source } = context;
  const problems2 = [];
  if (!event.pull) problems2.push(`there is no pull request: ${host.lacks.pull}`);
  if (source.repository === "") problems2.push(`there is no repository: ${host.lacks.repository}`);
  if (!previews) problems2.push("a preview needs a REST API: expected rest-api-id and stage-name");
  const ownName = event.pull && previewStageName(event.pull.number);
  const name = inputs.preview === "stage" ? ownName : previews?.stageName;
  if (name !== void 0 && inputs.protectedStages.includes(name)) {
    problems2.push(
      `the stage "${name}" is protected (protected-stages), so pull requests must not change it`
    );
  }
  return problems2;
}
async function credentialsProblem({ target }) {
  try {
    await target.observe();
    return [];
  } catch (error) {
    const problem2 = aboutCredentials(known28(error).message);
    return problem2 === void 0 ? [] : [problem2];
  }
}
async function ofStage(services, previews, pull) {
  const { context, host, reporter } = services;
  const { functions, previewLimit } = context.inputs;
  const { repository, sha } = context.source;
  const own2 = { repository, pull: pull.number };
  const name = previewStageName(pull.number);
  const gone = async (why2) => {
    const removed = await previews.remove(own2);
    return removed ? reporter.idle(`The preview ${name} was removed: ${why2}.`, { kind: "removed" }) : reporter.idle(`There is no preview: ${why2}.`);
  };
  if (pull.closed) return gone("the pull request is closed");
  host.log.group("Preview");
  const made = await previews.make({
    preview: { ...own2, at: now22() },
    functions,
    source: `${repository}@${sha}`,
    onLimit: previewLimit
  });
  if (await isClosed2(host, pull.number)) return gone("the pull request was closed in the meantime");
  host.log.line(`The preview is at ${made.url}`);
  for (const note of made.notes) host.log.warning(note);
  const room = made.removed.map((number4) => `the preview of #${number4} was removed to make room`);
  return reporter.previewed(made.changes, made, [...room, ...made.notes]);
}
async function ofCanary(services, pull) {
  const { reporter } = services;
  const found = await findOpen(services);
  if (found.kind === "problem") return declinedBy(services, found);
  const none2 = () => reporter.idle("There is no preview: the pull request is closed.");
  if (found.kind === "none") return pull.closed ? none2() : start(services);
  const { preview: theirs } = found.snapshot.rollout.record;
  if (theirs === pull.number) return replace2(services, pull);
  return pull.closed ? none2() : reporter.declined([taken(services, theirs)]);
}
async function replace2(services, { closed }) {
  const back = await rollback(services);
  if (back.outcome !== "rolled-back") return back;
  return closed ? services.reporter.idle("The preview was removed: the pull request is closed.", {
    kind: "removed"
  }) : start(services);
}
function taken({ target }, theirs) {
  const whom = theirs === void 0 ? "a release" : `the preview of #${theirs}`;
  return `${target.words} is in use by ${whom}`;
}

// src/commands/promote.ts
import {
  src_base_errors_ts__known as known30
} from "./core.js";
import {
  src_base_time_ts__now as now23
} from "./core.js";

// src/commands/promote-request.ts
import {
  src_base_errors_ts__known as known29
} from "./core.js";
function whoAsks({ context }) {
  const { request: request2, event, source, startedAt } = context;
  return request2 ?? { by: event.startedBy ?? source.actor, at: startedAt };
}
async function whyMayNotApprove({ context, host }, { record }) {
  const by = record.plan.approvals?.by;
  if (by === void 0 || context.request) return void 0;
  const who = `the release asks for an approval of ${approversText(by)}`;
  const { pull } = record;
  const { code: code10, startedBy } = context.event;
  if (code10?.name !== "workflow_dispatch" || startedBy === void 0) {
    return `${who}: expected a comment /canary promote, or command: promote on the event workflow_dispatch, which one of them starts`;
  }
  if (!host.conversation || pull === void 0) {
    return `${who}, and whether ${startedBy} is one of them cannot be read: expected a github-token, and a release with a pull request`;
  }
  try {
    const conversation = await host.conversation();
    const why2 = await conversation.whyNoApprover(pull, startedBy, by);
    return why2 && `${startedBy} cannot approve: ${why2}`;
  } catch (error) {
    return `${who}, and whether ${startedBy} is one of them could not be read: ${known29(error).message}`;
  }
}

// src/commands/promote.ts
function promote2(services) {
  const { reporter, target } = services;
  return withOpen(
    services,
    async (snapshot) => {
      const { rollout: rollout2 } = snapshot;
      const { preview: preview3 } = rollout2.record;
      if (preview3 !== void 0) {
        const problem2 = `the open rollout is a preview of #${preview3}, which is never promoted`;
        return reporter.declined([problem2], snapshot);
      }
      const started = isMarkedReached(rollout2.phase) && rollout2.phase.kind !== "preparing";
      if (weightOf(snapshot.trafficState) === 0 && !started && !isHeldAtZero(rollout2)) {
        const problem2 = `the rollout on ${target.words} has not started: the new version has not received traffic yet`;
        return reporter.declined([problem2], snapshot);
      }
      const refusal2 = whyNotNow(services, rollout2) ?? await whyMayNotApprove(services, rollout2);
      if (refusal2 !== void 0) return reporter.declined([refusal2], snapshot);
      const closed = await promotionClosed(services, snapshot);
      if (closed) return closed;
      const { snapshot: ours, late } = await takeOverToDrive(services, snapshot);
      const { rollout: approved, ...drive } = await begin3(services, ours.rollout);
      return continueRollout(
        services,
        { ...ours, rollout: approved },
        { ...drive, takenOverAt: now23(), late }
      );
    },
    (last) => {
      return last?.ended === "promoted" ? reporter.idle(`It is already promoted: ${describeNoneOpen(services, last)}.`) : noneTo("promote", services, last);
    }
  );
}
function whyNotNow(services, rollout2) {
  const meaning = meaningOfPromote(rollout2, whoAsks(services));
  return meaning.kind === "early" || meaning.kind === "stale" ? noApprovalText(meaning) : void 0;
}
async function begin3(services, rollout2) {
  const { host, recorder, target } = services;
  const asked = whoAsks(services);
  const meaning = meaningOfPromote(rollout2, asked);
  if (meaning.kind !== "approve" || host.cancelled.aborted) {
    return { scope: { kind: "promote" }, rollout: rollout2 };
  }
  const text2 = `${asked.by} ${approvedText(meaning.approval)}`;
  host.log.notice(text2);
  const approved = await approve(target, rollout2, meaning.approval).catch((error) => {
    if (!host.cancelled.aborted) throw error;
    known30(error);
    return rollout2;
  });
  recorder.note(text2);
  return { scope: { kind: "to-the-end" }, rollout: approved };
}

// src/commands/status.ts
import {
  src_base_time_ts__now as now24
} from "./core.js";
async function status(services) {
  const { reporter, recorder } = services;
  const found = await findOpen(services);
  if (found.kind === "problem") {
    if (!found.otherRollout) return reporter.notShown(found.problem, found.commands);
    const none2 = sentence2(describeNoneOpen(services, void 0));
    const weight = await weightNow2(services.target);
    return reporter.nothingOpen(`${none2}. However, ${found.problem}.`, weight);
  }
  if (found.kind === "none")
    return reporter.nothingOpen(`${sentence2(describeNoneOpen(services, found.last))}.`);
  const { trafficState } = found.snapshot;
  const snapshot = { trafficState, rollout: asShown(found.snapshot.rollout, trafficState) };
  resumeSteps(recorder, snapshot.rollout);
  recorder.observed(await services.monitor.check(snapshot.rollout, now24()));
  const further = trafficState.kind !== "promoted";
  const closed = further ? await closedBy(services) : void 0;
  if (closed) recorder.recordGate(closed);
  const { paused } = snapshot.rollout;
  const isPaused = paused ? `Paused by ${describeRun(paused.by)}. ` : "";
  return reporter.open(snapshot, `${isPaused}${describeOpenRollout(services, snapshot)}`);
}
function sentence2(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}

// src/commands/sweep.ts
import {
  src_base_duration_ts__formatDuration as formatDuration29
} from "./core.js";
import {
  src_base_errors_ts__known as known31
} from "./core.js";
import {
  src_base_time_ts__now as now25
} from "./core.js";
import {
  src_targets_kinds_ts__kindOf as kindOf5
} from "./core.js";
async function sweep(services) {
  const { context, host, clients, reporter } = services;
  const { target } = context.inputs;
  const previews = await kindOf5(target).previews?.(target, clients);
  if (!previews || context.source.repository === "") {
    return reporter.declined([
      ...previews ? [] : ["previews are stages of a REST API: expected rest-api-id and stage-name"],
      ...context.source.repository === "" ? [`there is no repository: ${host.lacks.repository}`] : []
    ]);
  }
  host.log.group("Sweep");
  const swept = { removed: [], problems: [] };
  const say = (removed2) => {
    swept.removed.push(removed2);
    host.log.line(`Removed ${removed2}.`);
  };
  const attempt3 = async (work2) => {
    try {
      await work2();
    } catch (error) {
      swept.problems.push(known31(error).message);
    }
  };
  await attempt3(async () => {
    for (const preview3 of await previews.list()) {
      const why2 = await whyGone(services, preview3);
      if (why2 === void 0) continue;
      await attempt3(async () => {
        await previews.remove(preview3);
        say(`${previewStageName(preview3.pull)} (${why2})`);
      });
    }
  });
  await attempt3(async () => {
    for (const orphan of await orphansOf(services)) {
      await attempt3(async () => {
        if (await orphan.remove()) say(`${orphan.words} (${orphan.why})`);
      });
    }
  });
  const { removed, problems: problems2 } = swept;
  if (problems2.length > 0) {
    const report = reporter.declined(problems2);
    return removed.length === 0 ? report : { ...report, reason: `${removedText(removed)}, but not all: ${problems2[0]}` };
  }
  return removed.length > 0 ? reporter.idle(`${removedText(removed)}.`, { kind: "removed" }) : reporter.idle("There is nothing to sweep.");
}
function removedText(removed) {
  return `Removed ${removed.join(", ")}`;
}
async function orphansOf({ context, clients }) {
  const { target, protectedStages } = context.inputs;
  const orphans = await kindOf5(target).orphans?.(target, clients.normal, context.source.repository);
  return (orphans ?? []).filter(({ name }) => !protectedStages.includes(name));
}
async function whyGone({ context, host }, { repository, pull, at }) {
  const { protectedStages, previewAgeSeconds } = context.inputs;
  if (repository !== context.source.repository) return void 0;
  if (protectedStages.includes(previewStageName(pull))) return void 0;
  const age = now25() - at;
  if (age > previewAgeSeconds) return `not updated for ${formatDuration29(age)}`;
  return await isClosed2(host, pull) ? `#${pull} is closed` : void 0;
}

// src/commands/registry.ts
var COMMANDS = {
  rollout,
  plan,
  start,
  advance,
  promote: promote2,
  rollback,
  pause: pause3,
  resume: resume5,
  status,
  preview: preview2,
  sweep
};
async function runCommand(context, host) {
  const services = await openServices(context, host);
  try {
    return await work(services);
  } finally {
    services.close();
  }
}
async function work(services) {
  const { context, reporter } = services;
  const { command } = context.inputs;
  const refusal2 = refuseUnmerged(context);
  if (refusal2) {
    const cause = { kind: "refused", problems: [refusal2] };
    return { report: reporter.refused([refusal2], [], cause), did: command };
  }
  return command === "comment" ? comment(services, (asked, as) => COMMANDS[asked](as)) : { report: await COMMANDS[command](services), did: command };
}
var RELEASES = ["rollout", "start", "advance", "promote"];
function refuseUnmerged({
  inputs: { command, onPullRequest },
  event: { code: code10 }
}) {
  if (!code10 || onPullRequest === "allow" || !RELEASES.includes(command)) return void 0;
  if (carriesMergedCode(code10)) return void 0;
  return `on-pull-request: command ${command} would release unmerged code to users; expected command: plan or preview on the event ${code10.name || "unknown"}, or on-pull-request: allow`;
}

// src/github/cancel.ts
function onCancel(log, onSignal, names = ["SIGINT", "SIGTERM"]) {
  const controller = new AbortController();
  const stop2 = (name) => {
    if (!controller.signal.aborted) {
      log.line(`Received ${name}: the job is being cancelled.`);
      onSignal();
    }
    controller.abort();
  };
  for (const name of names) process.on(name, stop2);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of names) process.off(name, stop2);
    }
  };
}

// src/report/follow-up.ts
import {
  src_report_commits_ts__commitLink as commitLink4,
  src_report_commits_ts__commitOf as commitOf2,
  src_report_commits_ts__runWords as runWords3
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize9,
  src_report_format_ts__dateTime as dateTime2
} from "./core.js";
import {
  src_report_markdown_ts__code as code9,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown10,
  src_report_markdown_ts__link as link6,
  src_report_markdown_ts__shorten as shorten3,
  src_report_markdown_ts__table as table8
} from "./core.js";
function followUpOf(report) {
  const { outcome, target } = report;
  const named3 = { key: target.key, release: releaseOf(report) };
  if (outcome === "promoted") {
    const run2 = runLink2(report);
    const where = run2 === "" ? "" : ` (${run2})`;
    const words2 = `${subject(report)} was promoted at ${dateTime2(report.endedAt)}${where}.`;
    return { kind: "good", ...named3, words: words2 };
  }
  if (!(outcome in VERBS) || !wasRejected(report)) return void 0;
  const { source } = report;
  return {
    kind: "rejected",
    ...named3,
    run: source.runUrl || dateTime2(report.endedAt),
    repository: source.repository,
    sha: shaOf(report),
    base: baseOf(report),
    title: titleOf2(report),
    story: shorten3(
      storyOf(report),
      MOST_BYTES2,
      "*Shortened: the summary of the run has the rest.*"
    )
  };
}
var MOST_BYTES2 = 3e4;
var VERBS = {
  "rolled-back": "Rolled back",
  stuck: "Rollback failed",
  failed: "Stopped"
};
function wasRejected({ cause }) {
  if (!cause) return false;
  if (cause.kind === "hook") return true;
  return "evidence" in cause && cause.evidence.some(({ verdict, source }) => verdict === "failing" && source.kind !== "people");
}
function shaOf(report) {
  const { source, weights, startedAt } = report;
  const [first] = weights;
  if (!first || first.at >= startedAt) return source.sha;
  return commitsOf(report, "to")[0] ?? source.sha;
}
function releaseOf(report) {
  const versions2 = report.functions.map(({ name, to }) => `${name}:${to}`).join(",");
  return (shaOf(report) || versions2 || "unknown").replace(/[^\w.:,-]/g, "-").slice(0, 100);
}
function baseOf(report) {
  const sha = shaOf(report);
  return commitsOf(report, "from").find((commit) => commit !== sha);
}
function commitsOf({ functions, versions: versions2, source }, side) {
  return functions.flatMap((change) => {
    const isIt = (each) => each.name === change.name && each.version === change[side];
    const commit = commitOf2(versions2.find(isIt)?.description ?? "");
    return commit?.repository === source.repository ? [commit.sha] : [];
  });
}
var LONGEST_TITLE = 200;
function titleOf2(report) {
  const why2 = causeTitle(report) || report.reason;
  const { label } = report.target;
  const text2 = `${VERBS[report.outcome] ?? ""}: ${label}: ${why2}`.replace(/[\p{C}\p{Z}\s]+/gu, " ");
  return text2.length > LONGEST_TITLE ? `${text2.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : text2;
}
function storyOf(report) {
  const { source, endedAt } = report;
  const short2 = causeTitle(report);
  const reason = escapeMarkdown10(capitalize9(report.reason), 1e3);
  const sha = shaOf(report);
  const title = sha === source.sha && source.title !== "" ? ` ${escapeMarkdown10(source.title)}` : "";
  const rows = [
    ["Release", subject(report)],
    ["Region", code9(report.target.region)],
    ["Commit", sha === "" ? "" : `${commitLink4({ ...source, sha })}${title}`],
    ["Run", runLink2(report)],
    ["Ended", dateTime2(endedAt)]
  ].flatMap(([name = "", value = ""]) => value === "" ? [] : [[name, value]]);
  return [
    short2 === "" ? `**${reason}**` : `**${escapeMarkdown10(capitalize9(short2))}.** ${reason}`,
    escapeMarkdown10(report.stands, 1e3),
    table8(["", ""], rows),
    affectedUsers(report),
    whatBrokeSection(report)
  ].filter((part) => part !== "").join("\n\n");
}
function runLink2({ source }) {
  return source.runUrl && link6(capitalize9(runWords3(source)), source.runUrl);
}

// src/action/release-step.ts
import {
  src_report_problem_link_ts__problemIds as problemIds2,
  src_report_problem_link_ts__whereExplained as whereExplained
} from "./core.js";

// src/action/event.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson4
} from "./core.js";
function readEvent(env) {
  const event = parseJson4(readEventFile(env.GITHUB_EVENT_PATH ?? ""));
  return typeof event === "object" && event !== null ? event : {};
}
function readEventFile(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return "";
  }
}

// src/action/post-state.ts
import { createHash as createHash2 } from "node:crypto";
import {
  src_inputs_hook_fields_ts__isHookSecret as isHookSecret
} from "./core.js";
import {
  src_targets_kinds_ts__kindOf as kindOf6
} from "./core.js";
var SECRETS = ["github-token", "notify-url"];
function stateToSave(inputs, id, repair, env) {
  const given = SECRETS.filter((name) => read2(env, name) !== "");
  const digests = given.map((name) => [name, digest(id, read2(env, name))]);
  return { ...repair, id, env: variablesOf(inputs, env), digests: Object.fromEntries(digests) };
}
var MAX_ITEMS = 20;
var MAX_LETTERS = 1e3;
function shortened3(value) {
  if (typeof value === "string") return value.slice(0, MAX_LETTERS);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(shortened3);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened3(part)]));
}
function restoredVariables({ id, env, digests }, now27) {
  const same = SECRETS.filter((name) => digests[name] === digest(id, read2(now27, name)));
  const secrets = same.map((name) => [variable(name), read2(now27, name)]);
  const secret = read2(now27, "hook-secret");
  const signs = same.includes("notify-url") && isHookSecret(secret) ? secret : "";
  return { ...env, ...Object.fromEntries(secrets), [variable("hook-secret")]: signs };
}
function isMuted(kept, now27) {
  const there = restoredVariables(kept, now27);
  return Object.keys(kept.digests).some((name) => there[variable(name)] === void 0);
}
function variablesOf(inputs, env) {
  const { target, role, notify } = inputs;
  const values = {
    command: inputs.command,
    functions: inputs.functions.map(nameOf).join("\n"),
    "on-cancel": inputs.onCancel,
    comment: String(inputs.comment),
    "on-rollback": inputs.onRollback,
    commit: inputs.commit,
    environment: inputs.environment,
    "environment-url": inputs.environmentUrl,
    ...role && { "role-to-assume": role.arn, "role-duration-seconds": String(role.seconds) },
    // From a config file, which cannot contain secrets.
    ...notify && read2(env, "notify-url") === "" && { "notify-url": notify.url }
  };
  const all = { ...values, ...kindOf6(target).postInputs(target) };
  const named3 = Object.entries(all).map(([name, value]) => [variable(name), value]);
  return { AWS_REGION: inputs.region, ...Object.fromEntries(named3) };
}
function nameOf({ name, alias }) {
  return alias === void 0 ? name : `${name}:${alias}`;
}
function variable(name) {
  return `INPUT_${name.toUpperCase()}`;
}
function read2(env, name) {
  return (env[variable(name)] ?? "").trim();
}
function digest({ job = "" }, secret) {
  return createHash2("sha256").update(`${job}
${secret}`).digest("hex");
}

// src/action/publisher.ts
import {
  src_base_time_ts__withTimeout as withTimeout6
} from "./core.js";

// src/report/closing-block.ts
import {
  src_base_wrapped_ts__cutToFit as cutToFit3,
  src_base_wrapped_ts__LOG_WIDTH as LOG_WIDTH3
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight20
} from "./core.js";
import {
  src_report_format_ts__formatElapsed as formatElapsed4,
  src_report_format_ts__HEADLINES as HEADLINES3
} from "./core.js";
function closingBlock(report) {
  if (report.weights.length === 0) return [];
  const rows = keyNumbers(report);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${HEADLINES3[report.outcome]}: ${plainSubject(report)}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)
  ].map((line) => cutToFit3(line, LOG_WIDTH3));
}
function keyNumbers(report) {
  const rates2 = ratesOf(report);
  const { canary, stable } = sideNames(report, rates2.finding);
  const { did } = rates2;
  const shown = (totals2, when) => totals2 === null ? NOT_YET_COUNTED : `${didText(did, totals2)}${when}`;
  return [
    [capital(canary), shown(rates2.canary, `, ${countedWhen(rates2)}`)],
    [capital(stable), shown(rates2.stable, "")],
    third(report)
  ];
}
function third(report) {
  const { outcome, weight, startedAt, endedAt } = report;
  const took = formatElapsed4(startedAt, endedAt);
  const affected = affectedText(report);
  const isOpen = affected === NOT_YET_COUNTED && weight !== null && weight > 0;
  if (affected !== "" && !isOpen) return ["Affected", affected];
  if (outcome === "promoted") return ["Took", `${took} in all`];
  return ["Weight", weight === null ? "unknown" : `${formatWeight20(weight)} of the traffic`];
}
function plainSubject({ functions, target }) {
  const where = target.previewLabel ?? target.label;
  const [first] = functions;
  if (!first) return where;
  const more = functions.length > 1 ? ` and ${functions.length - 1} more` : "";
  return `${first.name} ${describeChange(first)}${more} on ${where}`;
}
function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

// src/run/notify-destination.ts
function notifyAt({ to, secret }, ended) {
  return {
    what: "event for notify-url",
    shows: "events",
    // Its server may have received it.
    retryAfter: () => void 0,
    write: async (report) => {
      const { notify } = await import("./hooks-notify.js");
      await notify(to, secret, report, ended);
    }
  };
}

// src/run/up-to-date.ts
import {
  src_base_errors_ts__messageOf as messageOf10
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug9
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep11
} from "./core.js";
var PAUSES = [1, 3, 9, 30];
function keepUpToDate(destination, log, ended) {
  const { shows, retryAfter } = destination;
  const attempt3 = createAttempts(destination, log, ended);
  const waiting = [];
  let writing;
  let wake = new AbortController();
  const writeOne = async (report) => {
    for (const pause4 of endless(PAUSES)) {
      const failure = await attempt3(report);
      const after = failure && retryAfter(failure.error);
      if (after === void 0) return;
      wake = new AbortController();
      await sleep11(Math.max(pause4, after), AbortSignal.any([ended, wake.signal]));
      if (ended.aborted || waiting.length > 1) return;
    }
  };
  const writeAll = async () => {
    for (let report = waiting[0]; report && !ended.aborted; report = waiting[0]) {
      await writeOne(report);
      waiting.shift();
    }
    writing = void 0;
  };
  return (report) => {
    if (shows === "state") waiting.splice(1);
    waiting.push(report);
    wake.abort();
    writing ??= writeAll();
    return writing;
  };
}
function* endless(pauses) {
  for (let i = 0; ; i++) yield pauses[Math.min(i, pauses.length - 1)] ?? 0;
}
function createAttempts({ what, write }, log, ended) {
  let failing2 = false;
  let warned = false;
  const tell = (error) => {
    logBug9(log, error);
    const text2 = `The ${what} could not be written: ${messageOf10(error)}`;
    if (!warned) log.warning(`${text2}. The rollout continues.`);
    else if (!failing2) log.line(`${text2}.`);
    warned = true;
    failing2 = true;
  };
  return async (report) => {
    try {
      await write(report);
      if (failing2) log.line(`The ${what} is up to date again.`);
      failing2 = false;
      return void 0;
    } catch (error) {
      if (ended.aborted) return void 0;
      tell(error);
      return { error };
    }
  };
}

// src/action/github-destinations.ts
import {
  src_base_time_ts__now as now26
} from "./core.js";

// src/github/trouble.ts
import {
  src_base_errors_ts__errorName as errorName6,
  src_base_errors_ts__KnownError as KnownError17,
  src_base_errors_ts__messageOf as messageOf11,
  src_base_errors_ts__rootOf as rootOf3
} from "./core.js";
import {
  src_report_format_ts__clockMinute as clockMinute5
} from "./core.js";

// src/github/guarded-fetch.ts
import {
  src_base_errors_ts__KnownError as KnownError16
} from "./core.js";
var REQUEST_SECONDS = 20;
var MAX_BYTES = 10 * 1024 * 1024;
function guardedFetch(send, ended) {
  return async (given, options = {}) => {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(REQUEST_SECONDS * 1e3)]);
    const { method = "GET" } = options;
    let to = new URL(String(given));
    for (let redirects = 0; ; redirects++) {
      const response = await send(to, { ...options, signal, redirect: "manual" });
      const { status: status2, headers } = response;
      if (![301, 302, 303, 307, 308].includes(status2)) return await read3(response, MAX_BYTES);
      await response.body?.cancel();
      const next2 = redirectOf(to, method, status2, headers.get("location") ?? "");
      if ("refused" in next2)
        throw new KnownError16(`GitHub's API could not be called: ${next2.refused}`);
      if (redirects === MAX_REDIRECTS)
        throw new KnownError16("GitHub's API could not be called: it redirects too many times");
      to = next2.to;
    }
  };
}
async function read3(response, maxBytes) {
  const { status: status2, statusText, headers, body } = response;
  if (!body) return response;
  const chunks = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new KnownError16(
        `GitHub's API returned more than ${maxBytes / 1024 / 1024} MB; is there a proxy in between?`
      );
    }
    chunks.push(chunk);
  }
  return new Response(length === 0 ? null : Buffer.concat(chunks), { status: status2, statusText, headers });
}

// src/github/trouble.ts
function troubleOf(error, now27) {
  const root = requestErrorIn(error);
  const { status: status2, response, request: request2, cause } = root;
  if (root instanceof KnownError17 || rootOf3(cause) instanceof KnownError17) return { kind: "refusal" };
  if (typeof status2 !== "number") return { kind: "refusal" };
  if (!response) return { kind: "outage", status: void 0 };
  const message = messageOf11(root);
  const limit = limitOf(status2, response.headers, message, now27);
  if (limit) return limit;
  if (status2 >= 500) return { kind: "outage", status: status2 };
  const writes = request2?.method !== "GET";
  const permission = /^Resource not accessible by /.test(message) || status2 === 404 && writes;
  return permission ? { kind: "permission", status: status2, needed: permissionFor(request2?.url ?? "", writes) } : { kind: "refusal" };
}
function requestErrorIn(error) {
  return rootOf3(error) ?? {};
}
function limitOf(status2, headers, message, now27) {
  const usedUp = headers["x-ratelimit-remaining"] === "0";
  const after = numberIn(headers["retry-after"]);
  const named3 = usedUp || after !== void 0 || /rate limit/i.test(message);
  if (status2 !== 429 && !(status2 === 403 && named3)) return void 0;
  if (after !== void 0) return { kind: "limit", which: "secondary", until: now27 + after };
  const reset = numberIn(headers["x-ratelimit-reset"]);
  if (usedUp && reset !== void 0) return { kind: "limit", which: "rate", until: reset };
  return { kind: "limit", which: "secondary", until: now27 + 60 };
}
function numberIn(header) {
  const text2 = String(header ?? "");
  return /^\d{1,12}$/.test(text2) ? Number(text2) : void 0;
}
function permissionFor(url, writes) {
  const { pathname } = new URL(url, "https://api.github.com");
  const [, scope] = SCOPES.find(([path]) => path.test(pathname)) ?? [];
  return `${scope ?? "pull-requests"}: ${writes ? "write" : "read"}`;
}
var SCOPES = [
  [/\/deployments/, "deployments"],
  [/\/issues(\/\d+)?$/, "issues"],
  [/\/(commits\/[^/]+|compare\/.+)$/, "contents"]
];
function troubleText(error, now27) {
  const trouble = troubleOf(error, now27);
  switch (trouble.kind) {
    case "limit": {
      const which = trouble.which === "rate" ? "rate limit" : "secondary rate limit";
      return `GitHub's ${which} is used up until ${clockMinute5(trouble.until)}`;
    }
    case "outage":
      return outageText(requestErrorIn(error), trouble.status);
    case "permission":
      return `GitHub returned ${trouble.status}; the job needs "permissions: ${trouble.needed}" (and contents: read)`;
    case "refusal":
      return messageOf11(rootOf3(error));
  }
}
function outageText(error, status2) {
  if (status2 !== void 0) {
    return typeof error.response?.data === "string" ? `GitHub, or a proxy in between, returned ${status2}` : `GitHub returned ${status2}: ${messageOf11(error)}`;
  }
  const { cause } = error;
  if (errorName6(cause) === "TimeoutError")
    return `GitHub did not respond within ${REQUEST_SECONDS} seconds`;
  const { code: code10 } = cause?.cause ?? {};
  return `GitHub could not be reached: ${error.message || code10 || messageOf11(error)}`;
}

// src/action/github-destinations.ts
function commentAt(place, log, ended) {
  let opened;
  let pointless = false;
  let isTidy = false;
  return {
    what: "comment",
    shows: "state",
    retryAfter: ofGitHub,
    write: async (report) => {
      if (pointless) return;
      const { openComment } = await import("./github-pull-request.js");
      const pullRequest = place.pullRequest ?? report.pull;
      const { key } = report.target;
      opened ??= await openComment({ ...place, pullRequest }, commentMarker(key), ended);
      if (!opened) {
        pointless = true;
        log.line(
          `No pull request brought the commit ${place.sha.slice(0, 7) || "of this run"}, so there is no comment.`
        );
        return;
      }
      const { refused } = place;
      const { pull } = opened;
      if (refused && isRefusal(report) && !await opened.exists()) {
        const { writeRefused } = await import("./github-refused-comments.js");
        const body = (marker) => renderComment(report, marker);
        await writeRefused({ ...place, pullRequest: pull }, { refused, key }, body, ended);
        return;
      }
      await opened.write(renderComment(report));
      if (!refused || isTidy) return;
      const { removeRefused } = await import("./github-refused-comments.js");
      await removeRefused(place, refused, pull, ended);
      isTidy = true;
    }
  };
}
function deploymentAt(place, ended) {
  let opened;
  return {
    what: "deployment",
    shows: "state",
    retryAfter: ofGitHub,
    write: async (report) => {
      const { openDeployments } = await import("./github-deployment-status.js");
      opened ??= openDeployments(place, ended);
      await opened.write(report);
    }
  };
}
function followUpAt(place, log, ended) {
  return {
    what: place.how === "issue" ? "issue" : "revert",
    shows: "state",
    retryAfter: ofGitHub,
    write: async (report) => {
      const followUp = followUpOf(report);
      if (!followUp) return;
      const { writeFollowUpAt } = await import("./action-show-follow-up.js");
      await writeFollowUpAt({ ...place, pullRequest: place.pullRequest ?? report.pull }, followUp, {
        log,
        ended
      });
    }
  };
}
function ofGitHub(error) {
  const at = now26();
  const trouble = troubleOf(error, at);
  if (trouble.kind === "outage") return 0;
  return trouble.kind === "limit" ? Math.max(0, trouble.until - at) : void 0;
}

// src/action/local-results.ts
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  setOutput
} from "./vendor-actions-core.js";
import {
  src_base_assert_ts__must as must12
} from "./core.js";
import {
  src_base_errors_ts__foreign as foreign2,
  src_base_errors_ts__messageOf as messageOf12
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug10
} from "./core.js";

// src/report/files.ts
function fileOf(report) {
  const { cause, evidence, series, impact, stands, foresight, hooks, people } = report;
  return {
    ...report,
    cause: cause && "evidence" in cause ? { ...cause, evidence: inFile(cause.evidence) } : cause,
    currentState: stands,
    evidence: inFile(evidence),
    hooks: hooks.map((hook) => ({ ...hook, message: hook.says })),
    people: people.map((person) => ({ ...person, request: person.asked })),
    series: series && { ...series, comparisons: series.comparisons.map(withSourceText) },
    impact: impact && withSourceText(impact),
    forecast: foresight
  };
}
function inFile(evidence) {
  return evidence.map((each) => {
    const { verdict, detail: _, ...rest } = each;
    const [check2, result] = [sourceText(each.source), verdictReason(each)];
    return { check: check2, witness: check2, verdict, result, says: result, ...rest };
  });
}
function withSourceText(measured) {
  const check2 = sourceText(measured.source);
  return { check: check2, witness: check2, ...measured };
}
function renderJson(report) {
  const posted = { comment: renderComment(report), followUp: followUpOf(report) };
  const text2 = JSON.stringify({ ...fileOf(report), ...posted }, null, 2);
  const numbers = /\[\n\s*((?:-?\d[\d.e+-]*|null)(?:,\n\s*(?:-?\d[\d.e+-]*|null))*)\n\s*\]/g;
  return `${text2.replace(numbers, (_, list3) => `[${list3.replace(/\s+/g, " ")}]`)}
`;
}
var DATA_PLACEHOLDER = '"the report"';
var STRIP = "strip";
function pageData(report) {
  return {
    report: fileOf(report),
    summary: renderSummary(report, () => [`<div id="${STRIP}"></div>`]),
    sentence: outcomeSentence(report),
    numbers: report.weights.length > 0 ? keyNumbers(report) : []
  };
}
function renderPage(page, report) {
  const data = JSON.stringify(pageData(report)).replace(/</g, "\\u003c");
  return page.replace(DATA_PLACEHOLDER, () => data);
}

// src/run/outputs.ts
import {
  src_report_problem_link_ts__problemIds as problemIds
} from "./core.js";
import {
  src_targets_kinds_ts__TARGET_KINDS as TARGET_KINDS
} from "./core.js";
function outputsOf(report) {
  const { functions, target } = report;
  return {
    outcome: report.outcome,
    cause: report.cause?.kind ?? "",
    reason: report.reason,
    versions: JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.to]))),
    "versions-before": JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.from]))),
    ...targetOutputs(target),
    weight: String(report.weight ?? ""),
    verdict: report.evidence.length === 0 ? "" : report.verdict,
    ...openOutputs(report),
    "preview-url": report.previewUrl ?? report.door?.url ?? "",
    "problem-ids": problemIds(report.problems).join(",")
  };
}
function targetOutputs({ outputs }) {
  const names = TARGET_KINDS.flatMap((kind) => kind.outputs);
  return Object.fromEntries(names.map((name) => [name, outputs[name] ?? ""]));
}
function openOutputs({ open }) {
  const next2 = open?.nextStepAt;
  return {
    phase: open?.phase ?? "",
    paused: String(open?.paused ?? false),
    "next-step-at": next2 === void 0 ? "" : `${new Date(next2 * 1e3).toISOString().slice(0, 19)}Z`
  };
}

// src/action/local-results.ts
async function publishLocally(report, log) {
  await attempt2(log, "the outputs", () => writeOutputs(report));
  await attempt2(log, "the job summary", () => writeSummary(report));
  const folder = await attempt2(log, "the report", makeFolder);
  if (folder === void 0) return;
  await attempt2(
    log,
    "the report",
    () => writeFile("report", join(folder, "report.json"), renderJson(report))
  );
  await attempt2(
    log,
    "the report page",
    async () => writeFile("report-html", join(folder, "report.html"), renderPage(await emptyPage(), report))
  );
}
async function attempt2(log, what, write) {
  try {
    return await write();
  } catch (error) {
    logBug10(log, error);
    log.warning(`Writing ${what} failed: ${messageOf12(error)}`);
    return void 0;
  }
}
function makeFolder() {
  const parent = process.env.RUNNER_TEMP || tmpdir();
  return foreign2(() => mkdtempSync(join(parent, "canary-action-")));
}
function writeFile(output, path, text2) {
  return foreign2(() => {
    writeFileSync(path, text2);
    setOutput(output, path);
  });
}
async function writeSummary(report) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const summary = renderSummary(report);
  await foreign2(() => appendFileSync(file, summary));
}
async function writeOutputs(report) {
  const outputs = outputsOf(report);
  await foreign2(() => {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  });
}
function emptyPage() {
  const bundle = must12(process.argv[1], "node was started with a file");
  return foreign2(() => readFileSync3(join(dirname(bundle), "report-page.html"), "utf8"));
}

// src/action/publisher.ts
var LAST_WORD_SECONDS2 = 20;
function createPublisher({ comment: comment2, deployment, followUp, notify }, log) {
  const ended = new AbortController();
  const destinations = [
    ...comment2 ? [commentAt(comment2, log, ended.signal)] : [],
    ...deployment ? [deploymentAt(deployment, ended.signal)] : [],
    ...notify ? [notifyAt(notify, ended.signal)] : []
  ];
  const writers = destinations.map((one) => keepUpToDate(one, log, ended.signal));
  const write = (report) => Promise.all(writers.map((writer) => writer(report)));
  const last = followUp ? [followUpAt(followUp, log, ended.signal)] : [];
  const writeLast = (report) => Promise.all(last.map((one) => keepUpToDate(one, log, ended.signal)(report)));
  return {
    show: (report) => void write(report),
    finish: async (report) => {
      const written = Promise.all([write(report), writeLast(report)]).then(
        () => "written"
      );
      await publishLocally(report, log);
      if (await withTimeout6(LAST_WORD_SECONDS2, written) === void 0) {
        const where = [...destinations, ...last].map(({ what }) => what).join(" and the ");
        log.warning(
          `The final report was not accepted within ${LAST_WORD_SECONDS2} seconds; the ${where} may be out of date.`
        );
      }
      log.endGroup();
      for (const line of closingBlock(report)) log.line(line);
      ended.abort();
    }
  };
}

// src/action/release-step.ts
import {
  src_action_step_state_ts__STATE as STATE,
  src_action_step_state_ts__save as save
} from "./core.js";
async function release2(inputs, given, log) {
  const event = readEvent(process.env);
  const source = readSource(process.env, event, inputs);
  const places = readDestinations(process.env, event, inputs, source);
  const { comment: comment2, followUp, variable: variable2 } = places;
  const publisher = createPublisher(places, log);
  const ended = new AbortController();
  const { signal, dispose } = onCancel(log, () => saveState(STATE.cancelled, "true"));
  let kept = false;
  const keepCause = (cause) => {
    kept = true;
    saveCause(shortened3(cause));
  };
  try {
    const { id, startedAt, giveUpAt, credentials, leaveToPost } = given;
    const context = {
      inputs,
      id,
      source,
      event: {
        code: readCodeEvent(process.env, event),
        pull: readPull(event, source),
        comment: readEventComment(event),
        ...readStarter(process.env)
      },
      lifetimes: readLifetimes(process.env, inputs),
      startedAt,
      giveUpAt
    };
    const host = {
      log,
      ...{ cancelled: signal, credentials },
      conversation: comment2 && (() => openConversationAt(comment2, ended.signal)),
      variable: variable2 && ((name) => readVariableAt(variable2, name, ended.signal)),
      lacks: readLacks(process.env, inputs),
      keepCause,
      leaveToPost,
      checkFollowUp: () => checkFollowUp(followUp, context, ended.signal),
      saveForPost: (commands) => save(STATE.kept, JSON.stringify(stateToSave(inputs, id, commands, process.env))),
      show: publisher.show
    };
    const done = await runCommand(context, host);
    if (followUp) saveFollowUp(done.report);
    beginReport(done.report, log);
    await publisher.finish(done.report);
    save(STATE.published, done.report.outcome);
    const { cause } = done.report;
    if (!kept && cause) keepCause({ cause });
    return done;
  } finally {
    ended.abort();
    log.endGroup();
    dispose();
  }
}
function beginReport({ problems: problems2 }, log) {
  log.group("Report");
  if (problems2.length === 0) return;
  for (const line of whereExplained(problemIds2(problems2))) log.line(line);
}
async function checkFollowUp(place, { inputs, event }, ended) {
  if (inputs.onRollback === "none" || inputs.command === "preview") return [];
  const { whatIsMissing } = await import("./github-follow-up-readiness.js");
  return whatIsMissing(place, { fork: event.pull?.fork ?? false }, ended);
}
function saveFollowUp(report) {
  const followUp = followUpOf(report);
  if (followUp) save(STATE.followUp, JSON.stringify(followUp));
}
async function openConversationAt(place, ended) {
  const { openConversation } = await import("./github-conversation.js");
  return openConversation(place, ended);
}
async function readVariableAt(place, name, ended) {
  const { readVariable } = await import("./github-variable.js");
  return readVariable(place, name, ended);
}
function saveCause(cause) {
  try {
    save(STATE.cause, JSON.stringify(cause));
  } catch (error) {
    known32(error);
  }
}
export {
  openAccess as src_action_access_ts__openAccess,
  drawRolloutId as src_action_environment_ts__drawRolloutId,
  readCodeEvent as src_action_environment_ts__readCodeEvent,
  readCommentPlace as src_action_environment_ts__readCommentPlace,
  readDeploymentPlace as src_action_environment_ts__readDeploymentPlace,
  readDestinations as src_action_environment_ts__readDestinations,
  readEventComment as src_action_environment_ts__readEventComment,
  readFollowUpPlace as src_action_environment_ts__readFollowUpPlace,
  readLacks as src_action_environment_ts__readLacks,
  readLifetimes as src_action_environment_ts__readLifetimes,
  readPull as src_action_environment_ts__readPull,
  readRolloutId as src_action_environment_ts__readRolloutId,
  readStarter as src_action_environment_ts__readStarter,
  readEvent as src_action_event_ts__readEvent,
  isMuted as src_action_post_state_ts__isMuted,
  restoredVariables as src_action_post_state_ts__restoredVariables,
  shortened3 as src_action_post_state_ts__shortened,
  stateToSave as src_action_post_state_ts__stateToSave,
  createPublisher as src_action_publisher_ts__createPublisher,
  release2 as src_action_release_step_ts__release,
  branchOf as src_action_source_ts__branchOf,
  isMergedPull as src_action_source_ts__isMergedPull,
  readSource as src_action_source_ts__readSource,
  NO_EVENTS as src_analysis_count_table_ts__NO_EVENTS,
  addUp as src_analysis_count_table_ts__addUp,
  errorsOf as src_analysis_count_table_ts__errorsOf,
  incompleteIn as src_analysis_count_table_ts__incompleteIn,
  shownTogether as src_analysis_count_table_ts__shownTogether,
  without as src_analysis_count_table_ts__without,
  NO_COUNTS as src_analysis_counts_ts__NO_COUNTS,
  rate as src_analysis_counts_ts__rate,
  sum as src_analysis_counts_ts__sum,
  dispersionFor as src_analysis_dispersion_ts__dispersionFor,
  SUMMED_FUNCTION_PARTS as src_analysis_errors_measure_ts__SUMMED_FUNCTION_PARTS,
  errorsMeasure as src_analysis_errors_measure_ts__errorsMeasure,
  invocationsMeasure as src_analysis_errors_measure_ts__invocationsMeasure,
  profileFor as src_analysis_errors_measure_ts__profileFor,
  routeErrorsMeasure as src_analysis_errors_measure_ts__routeErrorsMeasure,
  harmThresholdFor as src_analysis_harm_thresholds_ts__harmThresholdFor,
  lossHarm as src_analysis_harm_thresholds_ts__lossHarm,
  metricHarm as src_analysis_harm_thresholds_ts__metricHarm,
  slowHarm as src_analysis_harm_thresholds_ts__slowHarm,
  ALL as src_analysis_measure_ts__ALL,
  measureId as src_analysis_measure_ts__measureId,
  partOf as src_analysis_measure_ts__partOf,
  probeMinute as src_analysis_probes_measure_ts__probeMinute,
  DEFAULT_PROFILE as src_analysis_profile_ts__DEFAULT_PROFILE,
  rarer as src_analysis_series_ts__rarer,
  CACHE_MARGIN as src_analysis_unequal_share_ts__CACHE_MARGIN,
  withInfluence as src_analysis_young_ts__withInfluence,
  readAlarms as src_aws_alarms_ts__readAlarms,
  FIND_BY_TAG as src_aws_arns_ts__FIND_BY_TAG,
  accountOf as src_aws_arns_ts__accountOf,
  functionArnPattern as src_aws_arns_ts__functionArnPattern,
  parameterArnPattern as src_aws_arns_ts__parameterArnPattern,
  placeOf as src_aws_arns_ts__placeOf,
  qualifierOf as src_aws_arns_ts__qualifierOf,
  versionArn as src_aws_arns_ts__versionArn,
  LimitError as src_aws_aws_errors_ts__LimitError,
  describeAwsError as src_aws_aws_errors_ts__describeAwsError,
  isAccessDenied as src_aws_aws_errors_ts__isAccessDenied,
  isDenialByIam as src_aws_aws_errors_ts__isDenialByIam,
  isDenied as src_aws_aws_errors_ts__isDenied,
  isLimitReached as src_aws_aws_errors_ts__isLimitReached,
  isNotFound as src_aws_aws_errors_ts__isNotFound,
  isRefused as src_aws_aws_errors_ts__isRefused,
  isRefusedForContent as src_aws_aws_errors_ts__isRefusedForContent,
  isThereAlready as src_aws_aws_errors_ts__isThereAlready,
  isUnknownOperation as src_aws_aws_errors_ts__isUnknownOperation,
  summaryOf as src_aws_aws_errors_ts__summaryOf,
  call as src_aws_call_ts__call,
  causedBy as src_aws_call_ts__causedBy,
  ifThere as src_aws_call_ts__ifThere,
  required as src_aws_call_ts__required,
  connect2 as src_aws_clients_ts__connect,
  hasNoCredentials as src_aws_credential_errors_ts__hasNoCredentials,
  isBadCredentials as src_aws_credential_errors_ts__isBadCredentials,
  CALLS_PER_SECOND as src_aws_lambda_client_ts__CALLS_PER_SECOND,
  LAMBDA as src_aws_lambda_client_ts__LAMBDA,
  callsPerSecond as src_aws_log_quota_ts__callsPerSecond,
  readMinutes as src_aws_metric_data_ts__readMinutes,
  gather as src_aws_pages_ts__gather,
  readAll as src_aws_pages_ts__readAll,
  turnPages as src_aws_pages_ts__turnPages,
  checkSdkSettings as src_aws_sdk_settings_ts__checkSdkSettings,
  createPromptTransport as src_aws_sdk_settings_ts__createPromptTransport,
  readRetries as src_aws_sdk_settings_ts__readRetries,
  addFindings as src_base_problems_ts__addFindings,
  attempt as src_base_problems_ts__attempt,
  noProblems as src_base_problems_ts__noProblems,
  valuesToHide as src_base_without_secrets_ts__valuesToHide,
  withoutSecrets as src_base_without_secrets_ts__withoutSecrets,
  EVENT_FORMATS as src_checks_check_ts__EVENT_FORMATS,
  callText as src_checks_check_ts__callText,
  checksAt as src_checks_check_ts__checksAt,
  probesIn as src_checks_check_ts__probesIn,
  runCommand as src_commands_registry_ts__runCommand,
  FinalError as src_controller_persist_ts__FinalError,
  persist as src_controller_persist_ts__persist,
  unlessFinal as src_controller_persist_ts__unlessFinal,
  cleanUp as src_controller_rollback_ts__cleanUp,
  clearState as src_controller_rollback_ts__clearState,
  rollBack2 as src_controller_rollback_ts__rollBack,
  onCancel as src_github_cancel_ts__onCancel,
  guardedFetch as src_github_guarded_fetch_ts__guardedFetch,
  GITHUB_TOKENS as src_github_oidc_credentials_ts__GITHUB_TOKENS,
  oidcCredentials as src_github_oidc_credentials_ts__oidcCredentials,
  troubleOf as src_github_trouble_ts__troubleOf,
  troubleText as src_github_trouble_ts__troubleText,
  errorInWords as src_hooks_lambda_hook_ts__errorInWords,
  callUrl as src_hooks_url_hook_ts__callUrl,
  abstentionsIn as src_logs_abstention_ts__abstentionsIn,
  abstentionsOf as src_logs_abstention_ts__abstentionsOf,
  lookupsOf as src_logs_failure_groups_ts__lookupsOf,
  mostFrequent as src_logs_failure_groups_ts__mostFrequent,
  withDetails as src_logs_failure_groups_ts__withDetails,
  withFailure as src_logs_failure_groups_ts__withFailure,
  describeFormatProblem as src_logs_format_problem_text_ts__describeFormatProblem,
  CALLS_OF_A_RUN as src_logs_read_cost_ts__CALLS_OF_A_RUN,
  countsOf as src_monitor_baseline_ts__countsOf,
  hasAny as src_monitor_baseline_ts__hasAny,
  readDailyTraffic as src_monitor_baseline_ts__readDailyTraffic,
  agentFor as src_network_agents_ts__agentFor,
  proxyFor as src_network_proxy_ts__proxyFor,
  approversText as src_report_approval_text_ts__approversText,
  causeTitle as src_report_cause_title_ts__causeTitle,
  checkLine as src_report_check_text_ts__checkLine,
  closingBlock as src_report_closing_block_ts__closingBlock,
  markerOf as src_report_comment_body_ts__markerOf,
  refusalMarker as src_report_comment_body_ts__refusalMarker,
  refusalsIn as src_report_comment_body_ts__refusalsIn,
  refusalsOf as src_report_comment_body_ts__refusalsOf,
  consoleOf as src_report_console_links_ts__consoleOf,
  rollbackText as src_report_ending_text_ts__rollbackText,
  renderJson as src_report_files_ts__renderJson,
  renderPage as src_report_files_ts__renderPage,
  withSourceText as src_report_files_ts__withSourceText,
  REPORT_SCHEMA as src_report_report_ts__REPORT_SCHEMA,
  whyNotOwned as src_report_stored_state_text_ts__whyNotOwned,
  renderSummary as src_report_summary_ts__renderSummary,
  askedApproval as src_rollout_approval_ts__askedApproval,
  externalState as src_rollout_cause_ts__externalState,
  hookPointOf as src_rollout_hook_point_ts__hookPointOf,
  nextStepAt as src_rollout_next_step_ts__nextStepAt,
  partsOf as src_rollout_plan_parts_ts__partsOf,
  weightAt2 as src_rollout_plan_parts_ts__weightAt,
  describePreview as src_rollout_preview_tags_ts__describePreview,
  previewStageName as src_rollout_preview_tags_ts__previewStageName,
  previewTags as src_rollout_preview_tags_ts__previewTags,
  readPreview as src_rollout_preview_tags_ts__readPreview,
  checksum as src_rollout_record_text_ts__checksum,
  APPROVED as src_rollout_record_ts__APPROVED,
  MAX_CHUNKS as src_rollout_record_ts__MAX_CHUNKS,
  OWNER as src_rollout_record_ts__OWNER,
  PAUSED as src_rollout_record_ts__PAUSED,
  TAG_PREFIX as src_rollout_record_ts__TAG_PREFIX,
  approvalTag as src_rollout_record_ts__approvalTag,
  canaryTag as src_rollout_record_ts__canaryTag,
  expectedTags as src_rollout_record_ts__expectedTags,
  isRecordTag as src_rollout_record_ts__isRecordTag,
  lastOutcomeTag as src_rollout_record_ts__lastOutcomeTag,
  ourTagKeys as src_rollout_record_ts__ourTagKeys,
  ownerOf as src_rollout_record_ts__ownerOf,
  ownerTag as src_rollout_record_ts__ownerTag,
  pauseTag as src_rollout_record_ts__pauseTag,
  phaseTags as src_rollout_record_ts__phaseTags,
  readStoredState as src_rollout_record_ts__readStoredState,
  recordTags as src_rollout_record_ts__recordTags,
  tagKeysToClear as src_rollout_record_ts__tagKeysToClear,
  UNKNOWN_REPOSITORY as src_rollout_release_ts__UNKNOWN_REPOSITORY,
  describeChange as src_rollout_release_ts__describeChange,
  describeRun as src_rollout_release_ts__describeRun,
  formatRolloutId as src_rollout_release_ts__formatRolloutId,
  linkFrom as src_rollout_release_ts__linkFrom,
  linkToRun as src_rollout_release_ts__linkToRun,
  sameRollout as src_rollout_release_ts__sameRollout,
  asShown as src_rollout_shown_ts__asShown,
  canRollBack as src_rollout_traffic_state_ts__canRollBack,
  weightOf as src_rollout_traffic_state_ts__weightOf,
  startOfMinute as src_rollout_traffic_ts__startOfMinute,
  orRefused as src_run_all_problems_ts__orRefused,
  notifyAt as src_run_notify_destination_ts__notifyAt,
  outputsOf as src_run_outputs_ts__outputsOf,
  openServices as src_run_services_ts__openServices,
  keepUpToDate as src_run_up_to_date_ts__keepUpToDate,
  allow as src_targets_iam_policy_ts__allow,
  only as src_targets_iam_policy_ts__only,
  SETTLE_SECONDS as src_targets_ownership_ts__SETTLE_SECONDS,
  assertFree as src_targets_ownership_ts__assertFree,
  assertOpen as src_targets_ownership_ts__assertOpen,
  assertOwned as src_targets_ownership_ts__assertOwned,
  isLostToAnother as src_targets_ownership_ts__isLostToAnother,
  isOwnedByAnother as src_targets_ownership_ts__isOwnedByAnother,
  takenOver as src_targets_ownership_ts__takenOver,
  sealOf as src_targets_seal_ts__sealOf
};
