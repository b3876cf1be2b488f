import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readFileSync, statSync } = require("node:fs");
import {
  readCiRun
} from "./cli-ci-runs.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";

// src/cli/post-comment.ts
import { resolve } from "node:path";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_report_comment_body_ts__markerOf as markerOf
} from "./release.js";
import {
  src_report_report_ts__REPORT_SCHEMA as REPORT_SCHEMA
} from "./release.js";
var MAX_BYTES = 20 * 1024 * 1024;
async function runComment(context) {
  const problems = [];
  const posted = readPosted(context, problems);
  const number = readNumber(context, problems);
  const apiUrl = readApiUrl(context, problems);
  const token = readToken(context, problems);
  const how = readFollowUp(context, problems);
  if (problems.length > 0 || !posted) throw new UsageError(problems);
  context.log.mask(token);
  const place = { apiUrl, token, ...posted, number };
  if (context.word === "gitlab") return onGitLab(place, context);
  await onGitHub(place, context);
  return how && posted.followUp ? followUp(place, how, posted.followUp, context) : EXIT.ok;
}
async function onGitLab(place, { env, log, flags }) {
  const { writeNote } = await import("./gitlab-merge-request-note.js");
  const { repository, number, marker, body, ...access } = place;
  const own = flags.has("repository") ? "" : env.CI_PROJECT_ID ?? "";
  const project = own || repository;
  const written = await writeNote({ ...access, project, mergeRequest: number }, marker, body);
  if (written)
    log.line(`The comment on merge request !${written.mergeRequest} was ${written.how}.`);
  else log.line(`No merge request brought the commit ${shortOf(place)}, so there is no comment.`);
  return EXIT.ok;
}
async function onGitHub(place, { log }) {
  const { openComment } = await import("./github-pull-request.js");
  const { apiUrl, token, repository, sha, number, marker, body } = place;
  const found = await openComment(
    { apiUrl, token, repository, sha, pullRequest: number, branch: void 0 },
    marker,
    new AbortController().signal
  );
  await found?.write(body);
  if (found) log.line("The comment on the pull request was written.");
  else log.line(`No pull request brought the commit ${shortOf(place)}, so there is no comment.`);
}
async function followUp({ apiUrl, token, repository, sha, number }, how, wanted, { log }) {
  const { writeFollowUp } = await import("./github-write-follow-up.js");
  const results = await writeFollowUp(
    { apiUrl, token, repository, sha, pullRequest: number, branch: void 0, how },
    wanted,
    new AbortController().signal
  );
  for (const { kind, words } of results) {
    if (kind === "done") log.line(words);
    else log.warning(`on-rollback: ${words}`);
  }
  return results.every(({ kind }) => kind === "done") ? EXIT.ok : EXIT.failed;
}
function readFollowUp({ flags, word }, problems) {
  const given = flags.get("on-rollback");
  if (!given || given.text === "none") return void 0;
  if (given.text !== "issue" && given.text !== "revert-pull-request") {
    problems.push(
      `${given.from}: ${quote(given.text)} is not one of the values; expected none, issue or revert-pull-request`
    );
    return void 0;
  }
  if (word === "gitlab") {
    problems.push(`${given.from}: it is for GitHub only; expected comment github`);
  }
  return given.text;
}
function shortOf({ sha }) {
  return sha.slice(0, 7) || "of this run";
}
function readPosted({ flags, cwd, env }, problems) {
  const file = flags.get("report");
  if (!file) {
    problems.push("--report: expected the file that a command wrote with --report");
    return void 0;
  }
  const found = readReport(resolve(cwd, file.text));
  if ("problem" in found) {
    problems.push(`${file.from} ${quote(file.text)}: ${found.problem}`);
    return void 0;
  }
  const repository = flags.text("repository") || readCiRun(env)?.repository || found.repository;
  if (!/^[^/\s]+(\/[^/\s]+)+$/.test(repository)) {
    const shown = repository === "" ? "it is not known" : `it is ${quote(repository)}`;
    problems.push(`--repository: expected GROUP/NAME, but ${shown}`);
  }
  return { ...found, repository };
}
function readReport(path) {
  const text = readText(path);
  if ("problem" in text) return text;
  const report = parseJson(text.text);
  if (report?.schema !== REPORT_SCHEMA) {
    return { problem: `it is no report; expected JSON with the schema ${REPORT_SCHEMA}` };
  }
  const { comment: body, source } = report;
  const marker = typeof body === "string" ? markerOf(body) : void 0;
  if (typeof body !== "string" || marker === void 0) {
    return { problem: "it has no comment, because an earlier version wrote it; write it again" };
  }
  const { repository = "", sha = "" } = source ?? {};
  const followUp2 = isFollowUp(report.followUp) ? report.followUp : void 0;
  return { body, marker, repository: String(repository), sha: String(sha), followUp: followUp2 };
}
var MEMBERS = {
  rejected: ["key", "release", "run", "repository", "sha", "title", "story"],
  good: ["key", "release", "words"]
};
function isFollowUp(value) {
  if (typeof value !== "object" || value === null) return false;
  const all = value;
  const { kind, base = "" } = all;
  if (kind !== "rejected" && kind !== "good") return false;
  return typeof base === "string" && MEMBERS[kind].every((name) => typeof all[name] === "string");
}
function readText(path) {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { problem: `it has ${size} bytes; expected at most ${MAX_BYTES}` };
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    const code = error.code;
    return { problem: code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})` };
  }
}
function readNumber({ flags, env }, problems) {
  const given = flags.get("number");
  if (!given) return readCiRun(env)?.pull;
  if (/^[1-9]\d{0,8}$/.test(given.text)) return Number(given.text);
  problems.push(`${given.from}: ${quote(given.text)} is not a number; expected for example 42`);
  return void 0;
}
var API_URLS = {
  gitlab: ["CI_API_V4_URL", "https://gitlab.com/api/v4"],
  github: ["GITHUB_API_URL", "https://api.github.com"]
};
function readApiUrl({ flags, env, word }, problems) {
  const [variable, standard] = API_URLS[word === "gitlab" ? "gitlab" : "github"];
  const url = flags.text("api-url") || env[variable] || standard;
  if (!/^https?:\/\/[^\s?#]+$/.test(url) || !URL.canParse(url)) {
    const from = flags.get("api-url")?.from ?? variable;
    problems.push(`${from}: ${quote(url)} is not an address; expected for example ${standard}`);
  }
  return url.replace(/\/$/, "");
}
function readToken({ flags, env, word }, problems) {
  if (word === "github") {
    const token2 = flags.text("github-token") || env.GITHUB_TOKEN || "";
    if (token2 === "") problems.push("GITHUB_TOKEN: expected a token with pull-requests: write");
    return token2;
  }
  const token = flags.text("gitlab-token") || env.GITLAB_TOKEN || "";
  if (token === "") {
    const job = env.CI_JOB_TOKEN ? "; the job token CI_JOB_TOKEN may not write comments" : "";
    problems.push(
      `GITLAB_TOKEN: expected a project access token with the scope api, as a masked variable of the project${job}`
    );
  }
  return token;
}
export {
  runComment
};
