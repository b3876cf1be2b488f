import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readFileSync } = require("node:fs");
const { accessSync, constants, readFileSync: readFileSync2, statSync, writeFileSync } = require("node:fs");
import {
  readCiRun
} from "./cli-ci-runs.shared.js";
import {
  SCHEMA
} from "./cli-input-flags.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";

// src/cli/read-release.ts
import {
  src_base_duration_ts__parseDuration as parseDuration
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
import {
  src_inputs_masks_ts__masksOf as masksOf,
  src_inputs_masks_ts__masksOfInputs as masksOfInputs
} from "./core.js";
import {
  src_inputs_read_ts__readInputs as readInputs
} from "./core.js";
import {
  src_inputs_refused_inputs_ts__WrongInputs as WrongInputs
} from "./core.js";
import {
  src_network_proxy_secrets_ts__proxySecrets as proxySecrets
} from "./core.js";
import {
  src_targets_kinds_ts__kindOf as kindOf,
  src_targets_kinds_ts__TARGET_KINDS as TARGET_KINDS
} from "./core.js";

// src/cli/check-account.ts
import {
  src_aws_aws_errors_ts__summaryOf as summaryOf
} from "./release.js";
import {
  src_aws_credential_errors_ts__hasNoCredentials as hasNoCredentials,
  src_aws_credential_errors_ts__isBadCredentials as isBadCredentials
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known,
  src_base_errors_ts__rootOf as rootOf
} from "./core.js";
var WAYS = "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or --role-to-assume with an ID token of the CI; or run where the machine has a role";
async function checkAccount(access, log) {
  const { region, credentials, expected } = access;
  const found = await identity(region, credentials).catch(
    (error) => refuse(known(error), expected, log)
  );
  if (!found) return;
  const { account, arn } = found;
  if (expected && expected.text !== account) {
    throw new UsageError([
      `${expected.from}: the credentials belong to account ${account} (${arn}), but ${expected.text} is expected; nothing was read or changed`
    ]);
  }
  log.line(`AWS account ${account}, ${region}, as ${arn.replace(/^arn:[\w-]+:\w+::\d+:/, "")}`);
}
async function identity(region, credentials) {
  const { readCallerIdentity } = await import("./aws-caller-identity.js");
  return await readCallerIdentity(region, credentials);
}
function refuse(error, expected, log) {
  const root = rootOf(error);
  if (hasNoCredentials(root)) {
    throw new KnownError(`there are no AWS credentials (${summaryOf(root)}): ${WAYS}`);
  }
  if (isBadCredentials(root)) {
    throw new KnownError(
      `AWS rejects the credentials (${summaryOf(root)}). They may have expired: get new ones; or ${WAYS}`
    );
  }
  if (expected) throw new KnownError(`${expected.from} could not be checked: ${error.message}`);
  log.line(`The AWS account could not be read, and nothing depends on it: ${error.message}`);
  return void 0;
}

// src/cli/credentials.ts
import { resolve } from "node:path";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var CI_TOKENS = {
  trusted: "the OIDC provider of this CI, its audience, and the subject of this job",
  failed: "there is no usable ID token",
  expected: "the variable CANARY_ID_TOKEN, --id-token-file, or AWS_WEB_IDENTITY_TOKEN_FILE, with a token of the CI"
};
async function openCredentials(inputs, id, context) {
  const credentials = await openSession(inputs, id, context);
  await credentials?.();
  return credentials;
}
async function openSession(inputs, id, context) {
  const { role, region } = inputs;
  const { log, env } = context;
  if (!role) return void 0;
  if (!hasToken(context) && env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    const { oidcCredentials } = await import("./github-oidc-credentials.js");
    return oidcCredentials(inputs, id, log, log.mask);
  }
  const { openRoleSession } = await import("./aws-role-session.js");
  return openRoleSession({
    role,
    region,
    name: `canary-action-${id.runId}-${id.attempt}`.slice(0, 64),
    idToken: async () => readToken(context),
    provider: CI_TOKENS,
    mask: log.mask,
    log
  });
}
async function missingToken(context) {
  if (hasToken(context) || context.env.ACTIONS_ID_TOKEN_REQUEST_URL) return [];
  const { noToken } = await import("./aws-role-session.js");
  return [noToken(CI_TOKENS, "none is set")];
}
function hasToken({ flags, env }) {
  return flags.has("id-token") || flags.has("id-token-file") || !!env.AWS_WEB_IDENTITY_TOKEN_FILE;
}
async function readToken({ flags, env, cwd, log }) {
  const given = flags.text("id-token");
  const file = flags.text("id-token-file") || env.AWS_WEB_IDENTITY_TOKEN_FILE || "";
  if (given === "" && file === "") throw new KnownError2("none is set");
  const token = given || await readTokenFile(resolve(cwd, file));
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    const where = given === "" ? quote(file) : "CANARY_ID_TOKEN";
    throw new KnownError2(`${where} has no token of the form header.payload.signature`);
  }
  log.mask(token);
  return token;
}
async function readTokenFile(path) {
  try {
    return (await foreign(() => readFileSync(path, "utf8"))).trim();
  } catch (error) {
    throw new KnownError2(`${quote(path)} cannot be read: ${known2(error).message}`);
  }
}

// src/cli/result-files.ts
import { dirname, join, resolve as resolve2 } from "node:path";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__foreign as foreign2,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_report_files_ts__renderJson as renderJson,
  src_report_files_ts__renderPage as renderPage
} from "./release.js";
import {
  src_report_problem_link_ts__problemIds as problemIds
} from "./core.js";
import {
  src_report_summary_ts__renderSummary as renderSummary
} from "./release.js";
import {
  src_report_wrong_inputs_ts__renderWrongInputs as renderWrongInputs
} from "./core.js";
import {
  src_run_outputs_ts__outputsOf as outputsOf
} from "./release.js";
var FILES = ["outputs", "summary", "report", "page"];
function fileProblems(flags, cwd) {
  const named = FILES.flatMap((name) => {
    const given = flags.get(name);
    return given ? [{ from: given.from, text: given.text, path: resolve2(cwd, given.text) }] : [];
  });
  return named.flatMap(({ from, text, path }, index) => {
    const other = named.slice(0, index).find((each) => each.path === path);
    if (other)
      return [`${from} ${quote2(text)}: ${other.from} names the same file; expected another`];
    const problem = whyNotWritable(path);
    return problem === void 0 ? [] : [`${from} ${quote2(text)}: ${problem}`];
  });
}
function whyNotWritable(path) {
  const folder = dirname(path);
  try {
    if (!statSync(folder).isDirectory()) return `${quote2(folder)} is not a folder`;
  } catch {
    return `there is no folder ${quote2(folder)}`;
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return "it is a folder; expected a file";
  try {
    accessSync(found ? path : folder, constants.W_OK);
    return void 0;
  } catch {
    return "it may not be written by this user";
  }
}
async function writeResults(report, flags, cwd, log) {
  const contents = {
    outputs: () => dotenv(outputsOf(report)),
    summary: () => renderSummary(report),
    report: () => renderJson(report),
    page: async () => renderPage(await emptyPage(), report)
  };
  await writeFiles(contents, flags, cwd, log);
}
async function writeRefusal(problems, flags, cwd, log) {
  const reason = `The inputs: ${problems.join("; ")}`;
  const contents = {
    outputs: () => dotenv({
      ...{ outcome: "failed", cause: "refused", reason, verdict: "" },
      "problem-ids": problemIds(problems, "the-command-line").join(",")
    }),
    summary: () => renderWrongInputs(problems)
  };
  await writeFiles(contents, flags, cwd, log);
}
async function writeFiles(contents, flags, cwd, log) {
  for (const name of FILES) {
    const path = flags.get(name)?.text;
    const make = contents[name];
    if (path === void 0 || !make) continue;
    try {
      const text = log.masked(await make());
      await foreign2(() => writeFileSync(resolve2(cwd, path), text));
    } catch (error) {
      logBug(log, error);
      log.warning(`--${name} ${quote2(path)} could not be written: ${messageOf(error)}`);
    }
  }
}
var MAX_VALUE = 1e3;
function dotenv(outputs) {
  return Object.entries(outputs).map(([name, value]) => {
    const key = `CANARY_OUTPUT_${name.replaceAll("-", "_").toUpperCase()}`;
    return `${key}=${value.replace(/\s+/g, " ").slice(0, MAX_VALUE)}
`;
  }).join("");
}
function emptyPage() {
  const bundle = must(process.argv[1], "node was started with a file");
  return foreign2(() => readFileSync2(join(dirname(bundle), "report-page.html"), "utf8"));
}

// src/cli/read-release.ts
var DEFAULT_GRACE_SECONDS = 10;
async function problemsOf(command, context) {
  try {
    await readRelease(command, context);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}
async function readRelease(command, context) {
  const { flags, env, cwd, log } = context;
  const given = masksOf(SCHEMA, flags.text);
  const { AWS_SECRET_ACCESS_KEY: key = "", AWS_SESSION_TOKEN: token = "" } = env;
  for (const secret of [key, token, ...proxySecrets(env), ...given]) log.mask(secret);
  const problems = [...fileProblems(flags, cwd)];
  const graceSeconds = readRunFlags(flags, problems);
  try {
    const inputs = await readInputs(inputVariables(command, flags, env, cwd), TARGET_KINDS, {
      expectedRegion: "expected --region, or the variable AWS_REGION",
      defaults: defaultsOf(env),
      lookUp: (order) => lookUp(order, context)
    });
    const openNames = kindOf(inputs.target).openNames(inputs.target);
    for (const secret of masksOfInputs(inputs, openNames, given)) log.mask(secret);
    if (problems.length === 0) return { inputs, graceSeconds };
  } catch (error) {
    if (!(error instanceof WrongInputs)) throw error;
    problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
  }
  if (flags.text("role-to-assume") !== "") problems.push(...await missingToken(context));
  throw new UsageError(problems);
}
async function lookUp(order, context) {
  const { lookUpNames } = await import("./resolve-read-names.js");
  const credentials = await openCredentials(order, { runId: "names", attempt: "1" }, context);
  if (order.stack !== "") {
    const access = { region: order.region, credentials, expected: context.flags.get("account") };
    await checkAccount(access, { ...context.log, line: () => void 0 });
  }
  return lookUpNames(order, credentials, context.log.mask);
}
function inputVariables(command, flags, env, cwd) {
  const others = Object.entries(env).filter(([name]) => !/^(INPUT_|GITHUB_WORKSPACE$)/.test(name));
  const given = Object.keys(SCHEMA.inputs).flatMap((name) => {
    const text = name === "command" ? command : flags.text(name);
    return text === "" ? [] : [[`INPUT_${name.toUpperCase()}`, text]];
  });
  const region = flags.text("region");
  return {
    ...Object.fromEntries(others),
    ...Object.fromEntries(given),
    ...region !== "" && { AWS_REGION: region },
    GITHUB_WORKSPACE: cwd
  };
}
function defaultsOf(env) {
  const seconds = readCiRun(env)?.timeoutSeconds;
  return seconds === void 0 ? {} : { "job-timeout": `${seconds}s` };
}
function readRunFlags(flags, problems) {
  const account = flags.get("account");
  if (account && !/^\d{12}$/.test(account.text)) {
    problems.push(
      `${account.from}: ${quote3(account.text)} is not an account; expected twelve digits, such as 123456789012`
    );
  }
  const grace = flags.get("grace");
  const seconds = grace ? parseDuration(grace.text) : DEFAULT_GRACE_SECONDS;
  if (seconds === void 0 || seconds < 2 || seconds > 3600) {
    problems.push(
      `${grace?.from}: ${quote3(grace?.text ?? "")}: expected a duration from 2s to 1h, such as 30s`
    );
  }
  return seconds ?? DEFAULT_GRACE_SECONDS;
}
function withOrigin(problem, flags) {
  const [names = ""] = /^[a-z0-9-]+(?:, [a-z0-9-]+)*(?=: )/.exec(problem) ?? [];
  if (names === "") return problem;
  const written = names.split(", ").map((name) => flags.get(name)?.from ?? fromConfig(name, flags));
  return written.join(", ") + problem.slice(names.length);
}
function fromConfig(name, flags) {
  return flags.has("config") && name in SCHEMA.inputs ? `${name} in ${flags.text("config")}` : name;
}

export {
  checkAccount,
  openCredentials,
  fileProblems,
  writeResults,
  writeRefusal,
  writeFiles,
  problemsOf,
  readRelease,
  inputVariables,
  withOrigin
};
