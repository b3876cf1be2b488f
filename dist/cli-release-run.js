import {
  checkAccount,
  openCredentials,
  readRelease,
  writeRefusal,
  writeResults
} from "./cli-read-release.shared.js";
import {
  CI_ROWS,
  ofRemote,
  readCiRun,
  rowOf
} from "./cli-ci-runs.shared.js";
import "./cli-input-flags.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";

// src/cli/release-run.ts
import {
  src_aws_sdk_settings_ts__checkSdkSettings as checkSdkSettings
} from "./release.js";
import {
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_instant_ts__parseInstant as parseInstant
} from "./core.js";
import {
  src_base_listed_ts__firstOf as firstOf
} from "./core.js";
import {
  src_base_log_ts__sayWrapped as sayWrapped
} from "./core.js";
import {
  src_base_time_ts__now as now,
  src_base_time_ts__withTimeout as withTimeout
} from "./core.js";
import {
  src_commands_registry_ts__runCommand as runCommand
} from "./release.js";
import {
  src_github_cancel_ts__onCancel as onCancel
} from "./release.js";
import {
  src_report_closing_block_ts__closingBlock as closingBlock
} from "./release.js";
import {
  src_report_format_ts__sentence as sentence
} from "./core.js";
import {
  src_report_gate_section_ts__closingText as closingText
} from "./core.js";
import {
  src_report_internal_error_ts__HOW_TO_REPORT as HOW_TO_REPORT
} from "./core.js";
import {
  src_report_stuck_ts__renderStuck as renderStuck
} from "./core.js";
import {
  src_run_all_problems_ts__orRefused as orRefused
} from "./release.js";
import {
  src_run_notify_destination_ts__notifyAt as notifyAt
} from "./release.js";
import {
  src_run_up_to_date_ts__keepUpToDate as keepUpToDate
} from "./release.js";

// src/cli/lacking.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var ONLY_IN_ACTIONS = "expected GitHub Actions, with the action in place of the command line";
function lackingIn(env) {
  return {
    pull: namedBy(env, ({ pullIn }) => pullIn),
    repository: namedBy(env, ({ repositoryIn }) => repositoryIn),
    comment: ONLY_IN_ACTIONS,
    conversation: ONLY_IN_ACTIONS,
    variable: `${ONLY_IN_ACTIONS}; or stop-switch with alarm=NAME or parameter=NAME`
  };
}
function namedBy(env, nameIn) {
  const row = rowOf(env);
  if (!row) {
    const all = CI_ROWS.map((each) => `${nameIn(each)[0]} (${each.ci})`);
    return `this run has the variables of no CI; expected one of ${all.join(", ")}`;
  }
  const [name, example] = nameIn(row);
  const value = env[name] ?? "";
  const seen = value === "" ? "is not set" : `is ${quote(value)}`;
  return `${row.ci} names it in ${name}, which ${seen}; expected for example ${example}`;
}

// src/cli/run-identity.ts
import { randomBytes } from "node:crypto";
import {
  src_rollout_release_ts__UNKNOWN_REPOSITORY as UNKNOWN_REPOSITORY
} from "./release.js";

// src/cli/git.ts
import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
var LIMIT_MS = 5e3;
async function readGit(cwd) {
  const [remote, commit, tag] = await Promise.all([
    git(cwd, ["config", "--get", "remote.origin.url"]),
    git(cwd, ["log", "-1", "--format=%H%n%s"]),
    git(cwd, ["describe", "--exact-match", "--tags", "HEAD"])
  ]);
  const [sha = "", title = ""] = commit.split("\n");
  return {
    ci: "Git",
    ...ofRemote(remote),
    sha,
    title,
    actor: await userName(),
    runUrl: "",
    tag: tag || void 0,
    pull: void 0,
    timeoutSeconds: void 0
  };
}
function git(cwd, args) {
  return new Promise((resolve) => {
    const options = { cwd, timeout: LIMIT_MS, env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" } };
    execFile("git", args, options, (error, stdout) => resolve(error ? "" : stdout.trim()));
  });
}
function userName() {
  return foreign(() => userInfo().username).catch(orElse(""));
}

// src/cli/run-identity.ts
async function identify(env, cwd, { commit, command }, startedAt) {
  const ci = readCiRun(env) ?? {
    ...await readGit(cwd),
    runId: `local-${Math.floor(startedAt)}`,
    attempt: "1"
  };
  return { id: idOf(ci), source: sourceOf(ci, commit), event: eventOf(ci, command, env) };
}
function idOf({ repository, runId, attempt }) {
  const plain = (text, most) => text.replace(/[^A-Za-z0-9_./-]/g, "-").slice(0, most);
  return {
    repository: plain(repository, 140) || UNKNOWN_REPOSITORY,
    runId: plain(runId, 40).replaceAll("/", "-"),
    attempt: plain(attempt, 10).replaceAll("/", "-") || "1",
    job: randomBytes(6).toString("hex")
  };
}
function sourceOf(ci, commit) {
  const { repository, sha, title, actor, runUrl, web, tag } = ci;
  const other = commit !== "" && commit !== sha;
  return {
    repository,
    sha: other ? commit : sha,
    // Of another commit, only its name is known.
    title: other ? "" : title,
    actor,
    runUrl,
    ...web !== void 0 && { web },
    ...tag !== void 0 && !other && { tag }
  };
}
function eventOf({ ci, pull }, command, env) {
  const previewed = command === "preview" && pull !== void 0;
  return {
    code: codeEventOf(ci, pull, env),
    pull: previewed ? { number: pull, closed: false, fork: false } : void 0,
    comment: void 0
  };
}
function codeEventOf(ci, pull, env) {
  const more = { mergedPull: false, before: void 0 };
  if (ci === "GitHub Actions") {
    return { name: env.GITHUB_EVENT_NAME ?? "", ref: env.GITHUB_REF ?? "", ...more };
  }
  return pull === void 0 ? void 0 : { name: "pull_request", ref: "", ...more };
}

// src/cli/release-run.ts
var LAST_WORD_SECONDS = 120;
var LEAST_SECONDS = 60;
var LAST_EVENT_SECONDS = 10;
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function runRelease(command, context) {
  const { flags, cwd, log } = context;
  const { run, access, identity } = await prepare(command, context);
  const { signal, dispose } = onCancel(log, () => void 0, SIGNALS);
  const events = openEvents(run.inputs, log);
  try {
    const host = {
      log,
      cancelled: signal,
      ...access,
      ...{ conversation: void 0, variable: void 0, lacks: lackingIn(context.env) },
      // No step follows that could finish this one: the next run does, or the command rollback.
      keepCause: () => void 0,
      leaveToPost: () => void 0,
      saveForPost: () => void 0,
      show: events.show
    };
    const done = await runCommand({ ...run, ...identity }, host);
    await Promise.all([writeResults(done.report, flags, cwd, log), events.finish(done.report)]);
    return end(done.report, command, log);
  } finally {
    events.close();
    dispose();
  }
}
function openEvents({ notify, hooks }, log) {
  const ended = new AbortController();
  const write = notify && keepUpToDate(notifyAt({ to: notify, secret: hooks.secret }, ended.signal), log, ended.signal);
  return {
    show: (report) => void write?.(report),
    finish: async (report) => {
      if (write) await withTimeout(LAST_EVENT_SECONDS, write(report));
    },
    close: () => ended.abort()
  };
}
async function prepare(command, context) {
  const { flags, cwd, log } = context;
  try {
    return await readAll(command, context);
  } catch (error) {
    const problems = error instanceof UsageError ? error.problems : [messageOf(error)];
    await writeRefusal(problems, flags, cwd, log);
    throw error;
  }
}
async function readAll(command, context) {
  const { flags, env, cwd, log } = context;
  const startedAt = now();
  const { inputs, graceSeconds } = await readRelease(command, context);
  checkSdkSettings(env);
  const identity = await identify(env, cwd, inputs, startedAt);
  const expected = flags.get("account");
  const credentials = await orRefused(command, async () => {
    const opened = await openCredentials(inputs, identity.id, context);
    if (expected || command !== "rollback") {
      await checkAccount({ region: inputs.region, credentials: opened, expected }, log);
    }
    return opened;
  });
  const run = { inputs, lifetimes: lifetimesOf(inputs, env), ...times(inputs, startedAt) };
  return { run, access: { credentials, graceSeconds }, identity };
}
function times({ jobTimeoutSeconds }, startedAt) {
  const most = startedAt + jobTimeoutSeconds - LAST_WORD_SECONDS;
  return { startedAt, giveUpAt: Math.max(most, startedAt + LEAST_SECONDS) };
}
function lifetimesOf({ jobTimeoutSeconds, role, credentialsExpireAt: given }, env) {
  if (role) return { jobTimeoutSeconds, credentialsExpireAt: void 0, temporary: false };
  const text = env.AWS_CREDENTIAL_EXPIRATION ?? "";
  const end2 = given ?? parseInstant(text);
  return {
    jobTimeoutSeconds,
    credentialsExpireAt: end2,
    temporary: (env.AWS_SESSION_TOKEN ?? "") !== "",
    ...end2 === void 0 && text !== "" && { notATime: text }
  };
}
function end(report, command, log) {
  const { outcome, reason, stands, problems, cause } = report;
  const words = `${sentence(reason)} ${stands}`;
  for (const line of closingBlock(report)) log.line(line);
  switch (outcome) {
    case "running":
    case "planned":
    case "previewed":
    case "promoted":
    case "unchanged":
      sayWrapped(log, closingText(report));
      return EXIT.ok;
    case "held":
      log.notice(`Held: ${words}`);
      return isAsAsked(report, command) ? EXIT.ok : EXIT.held;
    case "rolled-back":
      if (command === "rollback") {
        log.notice(`Rolled back: ${words}`);
        return EXIT.ok;
      }
      log.error(`Rolled back: ${words}`);
      return EXIT.failed;
    case "stuck":
      log.error(renderStuck(report));
      return EXIT.stuck;
    default:
      for (const problem of problems.length > 1 ? firstOf(problems) : []) log.error(problem);
      log.error(cause?.kind === "internal-error" ? `${words} ${HOW_TO_REPORT}` : words);
      return EXIT.failed;
  }
}
function isAsAsked({ cause }, command) {
  const goesOnLater = cause?.kind === "window" || cause?.kind === "freeze" || cause?.kind === "stop";
  if (command === "pause" || command === "advance" && goesOnLater) return true;
  return cause?.kind === "started" || cause?.kind === "waiting";
}
export {
  end,
  runRelease
};
