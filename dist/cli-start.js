import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readFileSync } = require("node:fs");
import {
  absentFlags,
  releaseFlags
} from "./cli-input-flags.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";

// src/cli/start.ts
import { dirname, join } from "node:path";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/cli/command-table.ts
import {
  src_inputs_all_releases_ts__asksForAll as asksForAll
} from "./core.js";
import {
  src_inputs_read_only_ts__readsOnly as readsOnly
} from "./core.js";

// src/cli/comment-flags.ts
var COMMENT_FLAGS = [
  {
    title: "Comment",
    flags: [
      {
        name: "report",
        value: "FILE.json",
        doc: "The report that a command wrote with --report, or the output report of the action."
      },
      {
        name: "number",
        value: "NUMBER",
        doc: "The merge request or pull request. Default: that of the CI job, otherwise the one that brought the commit of the report."
      },
      {
        name: "repository",
        value: "GROUP/NAME",
        doc: "The project or repository. Default: that of the CI job, otherwise that of the report."
      },
      {
        name: "on-rollback",
        value: "none|issue|revert-pull-request",
        doc: "What else to write on GitHub after evidence against the release, and whether to close earlier issues after a good one. Default: none."
      },
      {
        name: "api-url",
        value: "URL",
        doc: "The address of the API. Default: CI_API_V4_URL or GITHUB_API_URL, otherwise gitlab.com or github.com."
      },
      {
        name: "gitlab-token",
        value: "TOKEN",
        secret: true,
        doc: "A project access token with the scope api. Default: GITLAB_TOKEN. The job token CI_JOB_TOKEN may not write comments."
      },
      {
        name: "github-token",
        value: "TOKEN",
        secret: true,
        doc: "A token with pull-requests: write. Default: GITHUB_TOKEN."
      }
    ]
  }
];

// src/cli/doctor-command.ts
var READING_FLAGS = [
  {
    name: "folder",
    value: "PATH",
    doc: "The checkout to read: SAM, CloudFormation, cdk.out, Terraform, serverless.yml. Default: the current folder."
  },
  {
    name: "terraform-json",
    value: "FILE",
    doc: 'What "terraform show -json" writes of a plan or of the state, in place of *.tf files.'
  },
  {
    name: "region",
    value: "REGION",
    doc: "The AWS Region of the account to read. Default: AWS_REGION. Without a Region, only files are read."
  },
  { name: "account", value: "ID", doc: "Refuses credentials of another account." },
  {
    name: "functions",
    value: "NAMES",
    doc: "The functions of the account to read, separated by commas. Default: all."
  },
  {
    name: "stack",
    value: "NAME",
    doc: "The CloudFormation stack of the files, if several stacks have the same logical IDs."
  },
  { name: "offline", doc: "Reads files only, and sends nothing to AWS." }
];
var DOCTOR = {
  name: "doctor",
  summary: "Shows how callers reach each function, and what to change before a gradual release.",
  details: [
    "Reads the files of a checkout, and an AWS account if there are a Region and credentials. It changes",
    "nothing. With both, it says what the next deployment would change."
  ],
  flags: [
    { title: "What to read", flags: READING_FLAGS },
    {
      title: "Result",
      flags: [
        { name: "json", doc: "Writes JSON in place of tables." },
        { name: "check", doc: "Exit code 1 if a function is not ready for gradual releases." }
      ]
    }
  ],
  run: async (context) => (await import("./cli-run-doctor.js")).runDoctor(context)
};

// src/cli/writing-flags.ts
var WRITING_FLAGS = [
  { name: "write", doc: "Writes the files without asking." },
  { name: "dry-run", doc: "Writes nothing, also in a terminal." },
  { name: "overwrite", doc: "Replaces files of other content, too." }
];

// src/cli/init-command.ts
var INIT = {
  name: "init",
  summary: "Writes workflows, roles, alarms, the config file, and the edits of SAM or Terraform files.",
  details: [
    "Reads what doctor reads, and writes files of the checkout only. Without a terminal, or with",
    "--dry-run, it shows what it would write. A second run changes nothing."
  ],
  flags: [
    { title: "What to read", flags: READING_FLAGS },
    {
      title: "The repository",
      flags: [
        {
          name: "repository",
          value: "OWNER/NAME",
          doc: 'As GitHub spells it. Default: the remote "origin" of Git.'
        },
        {
          name: "owner-id",
          value: "NUMBER",
          doc: 'What "gh api repos/OWNER/NAME --jq .owner.id" prints. Default: asked of gh.'
        },
        {
          name: "repository-id",
          value: "NUMBER",
          doc: 'What "gh api repos/OWNER/NAME --jq .id" prints. Default: asked of gh.'
        },
        {
          name: "environment",
          value: "NAME",
          doc: "The GitHub environment whose jobs may release. Default: production."
        },
        {
          name: "action-sha",
          value: "COMMIT",
          doc: "The commit of org/canary-action, for repositories that pin their actions."
        }
      ]
    },
    {
      title: "Writing",
      flags: WRITING_FLAGS
    }
  ],
  run: async (context) => (await import("./cli-run-init.js")).runInit(context)
};

// src/cli/migrate-command.ts
var MIGRATE = {
  name: "migrate",
  summary: "Turns gradual deployments of SAM, CloudFormation, CDK, Serverless or Terraform into releases.",
  details: [
    "Reads files only. It writes a config file, and takes out of SAM and CloudFormation templates what",
    "moves the alias; for other tools it prints the change. Without a terminal, or with --dry-run, it",
    "shows what it would write. A second run changes nothing."
  ],
  flags: [
    {
      title: "What to read",
      flags: [
        {
          name: "from",
          value: "FILE",
          repeats: true,
          doc: 'A template, serverless.yml, an AppSpec, or what "terraform show -json" writes. Default: all in the folder.'
        },
        { name: "folder", value: "PATH", doc: "The checkout. Default: the current folder." },
        {
          name: "template-parameters",
          value: "NAME=VALUE",
          repeats: true,
          doc: "A parameter of the template, or the name in AWS of one of its resources."
        },
        {
          name: "sam-config",
          value: "FILE",
          doc: 'The settings of "sam deploy", such as samconfig.toml#prod. Default: the environment "default" in samconfig.toml next to the template.'
        },
        {
          name: "stack",
          value: "NAME",
          doc: "The CloudFormation stack: names that the template does not have are looked up in it with each release."
        },
        {
          name: "region",
          value: "REGION",
          doc: "The AWS Region, if names are made of it. Default: AWS_REGION."
        },
        { name: "account", value: "ID", doc: "The AWS account, if names are made of it." },
        {
          name: "steps",
          value: "STEPS",
          doc: "A schedule in place of the one that is read, such as 10%/10m."
        }
      ]
    },
    {
      title: "Writing",
      flags: [
        {
          name: "config",
          value: "FILE",
          doc: "The config file to write, from the folder of the repository. Default: .github/canary.yml."
        },
        {
          name: "config-only",
          doc: "Leaves the template as it is, for a further environment that it is deployed to."
        },
        ...WRITING_FLAGS
      ]
    }
  ],
  run: async (context) => (await import("./cli-run-migrate.js")).runMigrate(context)
};

// src/cli/command-table.ts
var SUMMARIES = {
  rollout: "Runs a complete release: step by step, watched, then promoted or rolled back.",
  plan: "Checks everything, changes nothing, and says what a release would do.",
  start: "Releases up to the first weight; later runs continue with advance or promote.",
  advance: "Checks the open release once, then shifts if it is time, or rolls back.",
  promote: "Skips the remaining steps of the open release and promotes.",
  rollback: "Returns all traffic to the previous version, even after a killed run.",
  pause: "Keeps the current weight of the open release.",
  resume: "Ends the pause.",
  status: "Shows the current state and changes nothing.",
  preview: "Deploys the code of a pull request or merge request next to the stage.",
  sweep: "Removes old previews."
};
var JUDGING = ["Schedule", "Alarms and comparison", "Hooks"];
var UNUSED = {
  rollout: ["Previews"],
  plan: ["Previews"],
  start: ["Previews"],
  advance: ["Previews"],
  promote: ["Previews"],
  rollback: [...JUDGING, "Previews"],
  pause: [...JUDGING, "Policies", "Previews"],
  resume: [...JUDGING, "Policies", "Previews"],
  status: [...JUDGING, "Policies", "Previews"],
  sweep: [...JUDGING, "Policies"]
};
function cliCommands() {
  const flags = releaseFlags();
  const absent = absentFlags();
  const releases = Object.entries(SUMMARIES).map(
    ([name, summary]) => releaseCommand(name, summary)
  );
  return [DOCTOR, INIT, MIGRATE, ...releases, COMMENT];
  function releaseCommand(name, summary) {
    return {
      name,
      summary,
      changes: !readsOnly(name),
      flags,
      unused: UNUSED[name] ?? [],
      absent,
      check: async (context) => isOverview(name, context) ? (await import("./cli-run-overview.js")).overviewProblems(context) : (await import("./cli-read-release.js")).problemsOf(name, context),
      run: async (context) => isOverview(name, context) ? (await import("./cli-run-overview.js")).runOverview(context) : (await import("./cli-release-run.js")).runRelease(name, context)
    };
  }
}
function isOverview(name, { flags }) {
  return asksForAll((input) => input === "command" ? name : flags.text(input));
}
var COMMENT = {
  name: "comment",
  summary: "Posts or updates the comment of a report on a merge request or pull request.",
  words: ["gitlab", "github"],
  flags: COMMENT_FLAGS,
  absent: { token: "a secret is no flag; set the variable GITLAB_TOKEN or GITHUB_TOKEN" },
  run: async (context) => (await import("./cli-post-comment.js")).runComment(context)
};

// src/cli/run-cli.ts
import {
  src_base_listed_ts__firstOf as firstOf
} from "./core.js";
import {
  src_base_log_ts__logBug as logBug
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean2
} from "./core.js";
import {
  src_report_internal_error_ts__failureText as failureText
} from "./core.js";

// src/cli/parse-flags.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
var PREFIX = "CANARY_";
var OUTPUT_PREFIX = "CANARY_OUTPUT_";
function variableOf(name) {
  return PREFIX + name.replaceAll("-", "_").toUpperCase();
}
function parseFlags(args, command, env, elsewhere = []) {
  const known = command.flags.flatMap(({ flags }) => flags);
  const line = readLine(args, known, command);
  const others = new Set(elsewhere.map(variableOf));
  const ours = Object.entries(env).filter(([name]) => !others.has(name) || isKnown(name, known));
  const variables = readVariables(Object.fromEntries(ours), known, command);
  const all = new Map([...variables.given, ...line.given]);
  const word = readWord(line.words, command);
  return {
    flags: {
      all,
      get: (name) => all.get(name),
      text: (name) => all.get(name)?.text ?? "",
      has: (name) => all.has(name)
    },
    word: word.word,
    help: line.help,
    problems: [...word.problems, ...line.problems, ...variables.problems],
    warnings: variables.warnings
  };
}
function readWord(given, { name, words = [] }) {
  const [first, ...rest] = given;
  const superfluous = (words.length === 0 ? given : rest).map(
    (text) => `${quote(text)}: unexpected word; a value follows its flag, as in --flag value`
  );
  if (words.length === 0) return { word: void 0, problems: superfluous };
  if (first !== void 0 && words.includes(first)) return { word: first, problems: superfluous };
  const expected = words.join(" or ");
  const problem = first === void 0 ? `${name}: expected ${expected} after it` : `${name} ${quote(first)}: expected ${expected}.${didYouMean(first, words)}`;
  return { word: void 0, problems: [problem, ...superfluous] };
}
function readLine(args, known, command) {
  const given = /* @__PURE__ */ new Map();
  const words = [];
  const problems = [];
  let help = false;
  for (const token of tokensOf(args, known, command)) {
    if (token.kind === "help") help = true;
    else if (token.kind === "word") words.push(token.text);
    else if (token.kind === "problem") problems.push(token.text);
    else {
      const set = withFlag(given.get(token.flag.name)?.text, token.flag, token.text.trim());
      if ("problem" in set) problems.push(set.problem);
      else given.set(token.flag.name, { text: set.text, from: `--${token.flag.name}` });
    }
  }
  return { given, words, help, problems };
}
function tokensOf(args, known, command) {
  const tokens = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--help" || arg === "-h") tokens.push({ kind: "help" });
    else if (!arg.startsWith("-") || arg === "-") tokens.push({ kind: "word", text: arg });
    else {
      const found = findFlag(arg, known);
      const token = tokenOf(arg, found, args[i + 1], command);
      if (usesNext(token, found, args[i + 1])) i++;
      tokens.push(token);
    }
  }
  return tokens;
}
function usesNext(token, { flag, inline }, next) {
  const ofUnknown = !flag && inline === void 0 && next !== void 0 && !next.startsWith("-");
  return token.uses === true || ofUnknown;
}
function tokenOf(arg, { name, flag, negated, inline }, next, command) {
  if (!flag) return { kind: "problem", text: unknownFlag(arg, name, command) };
  if (negated) return { kind: "flag", flag, text: "false" };
  if (inline !== void 0) {
    if (flag.value !== void 0) return { kind: "flag", flag, text: inline };
    const text2 = `--${name}: it takes no value; expected --${name} alone`;
    return { kind: "problem", text: text2 };
  }
  if (flag.value === void 0) return { kind: "flag", flag, text: "true" };
  const isValue = next !== void 0 && !next.startsWith("--") && next !== "-h";
  if (isValue && !(flag.boolean && !/^(true|false)$/i.test(next))) {
    return { kind: "flag", flag, text: next, uses: true };
  }
  if (flag.boolean) return { kind: "flag", flag, text: "true" };
  const text = `--${name}: expected a value after it, as in --${name} ${flag.value}; one that begins with dashes is written --${name}=VALUE`;
  return { kind: "problem", text };
}
function withFlag(before, flag, text) {
  const name = `--${flag.name}`;
  if (flag.secret) {
    const problem = `${name}: a secret on a command line can be read by other processes; set the variable ${variableOf(flag.name)} instead`;
    return { problem };
  }
  if (text === "")
    return { problem: `${name}: its value is empty; leave the flag out, or give it a value` };
  if (before === void 0 || before === text) return { text };
  if (flag.repeats) return { text: `${before}
${text}` };
  return {
    problem: `${name}: given twice, as ${quote(before)} and as ${quote(text)}; expected one of them`
  };
}
function findFlag(arg, known) {
  const [, name = arg, inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const flag = arg.startsWith("--") ? known.find((each) => each.name === name) : void 0;
  if (flag || inline !== void 0) return { name, flag, negated: false, inline };
  const positive = known.find((each) => each.boolean && `no-${each.name}` === name);
  return { name, flag: positive, negated: positive !== void 0, inline };
}
function unknownFlag(arg, name, { name: command, flags, absent = {} }) {
  const instead = absent[name];
  if (instead !== void 0) return `--${name}: ${instead}`;
  const open = flags.flatMap((group) => group.flags).filter(({ secret }) => !secret);
  const meant = meantName(
    name.replaceAll("_", "-"),
    open.map((each) => each.name)
  );
  const shown = quote(arg.split("=")[0] ?? arg).slice(1, -1);
  const hint = meant ? ` Did you mean "--${meant}"?` : ` See canary-action ${command} --help`;
  return `${shown}: ${command} has no such flag.${hint}`;
}
function readVariables(env, known, { absent = {} }) {
  const given = /* @__PURE__ */ new Map();
  const problems = [];
  const warnings = [];
  const byVariable = new Map(known.map((flag) => [variableOf(flag.name), flag]));
  for (const [variable, text] of canaryVariables(env)) {
    const flag = byVariable.get(variable);
    if (!flag) {
      const found = unknownVariable(variable, known, absent);
      (found.ignored ? warnings : problems).push(found.text);
    } else if (flag.value !== void 0) given.set(flag.name, { text, from: variable });
    else if (/^(true|1)$/i.test(text)) given.set(flag.name, { text: "true", from: variable });
    else if (!/^(false|0)$/i.test(text)) {
      problems.push(`${variable}: expected true or false, but it is ${quote(text)}`);
    }
  }
  return { given, problems, warnings };
}
function isKnown(variable, known) {
  return known.some(({ name }) => variableOf(name) === variable);
}
function canaryVariables(env) {
  return Object.entries(env).map(([name, value = ""]) => [name, value.trim()]).filter(([name]) => name.startsWith(PREFIX) && !name.startsWith(OUTPUT_PREFIX)).filter(([, value]) => value !== "");
}
function unknownVariable(variable, known, absent) {
  const name = variable.slice(PREFIX.length).toLowerCase().replaceAll("_", "-");
  const instead = absent[name];
  if (instead !== void 0) return { text: `${variable}: ${instead}`, ignored: false };
  const meant = meantName(
    name,
    known.map((flag) => flag.name)
  );
  return meant === void 0 ? { text: `${variable}: there is no such variable, so it is ignored`, ignored: true } : {
    text: `${variable}: there is no such variable. Did you mean "${variableOf(meant)}"?`,
    ignored: false
  };
}
function meantName(name, known) {
  return /"(.*)"/.exec(didYouMean(name, known))?.[1];
}

// src/cli/help-text.ts
var WIDTH = 100;
var FLAG_INDENT = 8;
function generalHelp(commands) {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "canary-action: releases Lambda functions and API Gateway stages step by step",
    "",
    "Usage: canary-action COMMAND [--flag value …]",
    "",
    "Commands:",
    ...commands.flatMap(
      ({ name, summary }) => hanging(`  ${name.padEnd(width)}  `, summary, width + 4)
    ),
    "",
    "canary-action COMMAND --help   the flags of a command",
    "canary-action --version        the version",
    "",
    ...wrapped(
      "Each flag can also be set as a variable: --rest-api-id as CANARY_REST_API_ID. A flag takes precedence over its variable, and both over the file of --config.",
      0
    ),
    "",
    ...EXIT_CODES,
    ""
  ].join("\n");
}
var EXIT_CODES = [
  "Exit codes: 0 promoted, unchanged, planned, or done as asked · 1 rolled back or failed",
  "            2 wrong usage · 3 held · 4 stuck: a rollback failed, and a person must act"
];
function commandHelp(command) {
  const { name, summary, details = [], words, flags, unused = [] } = command;
  const word = words ? ` ${words.join("|")}` : "";
  return [
    ...wrapped(`canary-action ${name}: ${summary}`, 0),
    "",
    `Usage: canary-action ${name}${word} [--flag value …]`,
    ...details.length > 0 ? ["", ...details] : [],
    ...flags.filter(({ title }) => !unused.includes(title)).flatMap((group) => ["", `${group.title}:`, ...group.flags.flatMap(flagLines)]),
    ...unused.length > 0 ? ["", ...wrapped(`${OTHERS} ${unused.join(", ")}.`, 0)] : [],
    "",
    ...EXIT_CODES,
    ""
  ].join("\n");
}
var OTHERS = "Accepted like in other commands, but not used here:";
function flagLines(flag) {
  const { name, value, doc, secret } = flag;
  const written = secret ? variableOf(name) : `--${name}${value === void 0 ? "" : ` ${value}`}`;
  return [`  ${written}`, ...wrapped(doc, FLAG_INDENT)];
}
function hanging(head, text, indent) {
  const [first = "", ...rest] = wrapped(text, indent);
  return [head + first.trimStart(), ...rest];
}
function wrapped(text, indent) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH - indent) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => " ".repeat(indent) + line);
}

// src/cli/plain-log.ts
import {
  src_base_without_secrets_ts__withoutSecrets as withoutSecrets
} from "./release.js";
var SHORTEST = 4;
function createPlainLog({ out, err }) {
  const secrets = /* @__PURE__ */ new Set();
  const masked = (text) => secrets.size === 0 ? text : withoutSecrets(text, [...secrets]);
  const line = (write, text) => write(`${harmless(masked(text))}
`);
  const several = (word, write) => (text) => {
    const [first = "", ...rest] = text.split(/\r?\n/);
    line(write, `${word}${first}`);
    for (const each of rest) line(write, `  ${each}`);
  };
  return {
    mask: (secret) => {
      for (const part of secret.split(/\r?\n/)) {
        if (part.trim().length >= SHORTEST) secrets.add(part.trim());
      }
    },
    masked,
    text: (lines) => {
      for (const each of lines.replace(/\n$/, "").split("\n")) line(out, each);
    },
    group: (title) => line(out, `== ${title}`),
    endGroup: () => void 0,
    line: (text) => line(out, oneLineOf(text)),
    notice: several("", out),
    warning: several("warning: ", out),
    error: several("error: ", err)
  };
}
function oneLineOf(text) {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}
function harmless(text) {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F\u0080-\u009F]/g, "").replace(/##(?=\w*\[)/g, "##​").replace(/^([\s\u0085]*):(?=:)/, "$1:​");
}

// src/cli/run-cli.ts
async function runCli(terminal, commands) {
  const log = createPlainLog(terminal);
  try {
    return await dispatch(terminal, commands, log);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error.problems, log);
    log.endGroup();
    logBug(log, error);
    log.error(failureText(error, stateAfter(terminal, commands)));
    return EXIT.failed;
  }
}
function stateAfter({ args: [name] }, commands) {
  return commands.find((command) => command.name === name)?.changes ? "Look at the state in AWS with canary-action status." : "Nothing was changed in AWS.";
}
async function dispatch(terminal, commands, log) {
  const { args, env, cwd, interactive, version } = terminal;
  const [first, ...rest] = args;
  const names = commands.map(({ name }) => name);
  if (first === void 0) {
    log.text(generalHelp(commands));
    return EXIT.usage;
  }
  if (first === "--help" || first === "-h" || first === "help") {
    const asked = commands.find(({ name }) => name === rest[0]);
    log.text(asked ? commandHelp(asked) : generalHelp(commands));
    return EXIT.ok;
  }
  if (first === "--version" || first === "-V" || first === "version") {
    log.text(version);
    return EXIT.ok;
  }
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    const problem = first.startsWith("-") ? `${quote2(first)}: expected a command first, such as canary-action plan ${first}` : `${quote2(first)}: there is no such command.${didYouMean2(first, names)}`;
    throw new UsageError([problem, `The commands are ${names.join(", ")}`]);
  }
  const all = commands.flatMap(({ flags: flags2 }) => flags2.flatMap((group) => group.flags));
  const elsewhere = all.map(({ name }) => name);
  const parsed = parseFlags(rest, command, env, elsewhere);
  if (parsed.help) {
    log.text(commandHelp(command));
    return EXIT.ok;
  }
  const { flags, word, problems, warnings } = parsed;
  const context = { flags, word, env, cwd, log, interactive };
  if (problems.length > 0) {
    throw new UsageError([...problems, ...await command.check?.(context) ?? []]);
  }
  for (const warning of warnings) log.warning(warning);
  return await command.run(context);
}
function refuse(problems, log) {
  for (const problem of firstOf(problems)) log.error(problem);
  return EXIT.usage;
}

// src/cli/start.ts
async function start() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await runCli(
    {
      args: process.argv.slice(2),
      env,
      cwd: process.cwd(),
      interactive: Boolean(stdin.isTTY && stdout.isTTY) && !env.CI,
      version: await readVersion(),
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text)
    },
    cliCommands()
  );
}
async function readVersion() {
  const bundle = must(process.argv[1], "node was started with a file");
  const file = join(dirname(bundle), "..", "package.json");
  const text = await foreign(() => readFileSync(file, "utf8")).catch(orElse(""));
  const { version } = parseJson(text) ?? {};
  return typeof version === "string" ? version : "unknown";
}
export {
  start
};
