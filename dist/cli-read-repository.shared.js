import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { mkdirSync, writeFileSync } = require("node:fs");
import {
  EXIT
} from "./cli-cli-command.shared.js";

// src/init/planned-alarms.ts
function alarmsOf({ functions, mode, stack }) {
  return functions.map((each) => ({
    ...{ name: alarmName(each, stack), label: each.label, functionName: each.name },
    alias: mode.kind === "alias" ? mode.alias : void 0
  }));
}
function alarmName({ label, name }, stack) {
  return `${name ?? [stack, label].filter(Boolean).join("-")}-canary-errors`;
}
var ALARM = { period: 60, periods: 3, datapoints: 2, threshold: 5 };

// src/init/config-text.ts
var SCHEMA = "https://raw.githubusercontent.com/org/canary-action/v1/docs/config.schema.json";
function configHead(origin = "") {
  const from = origin === "" ? "" : `: ${origin}`;
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# What is released, and how${from}. The names are those of the action's inputs.`
  ];
}
function configPaths(releases) {
  if (releases.length <= 1) return releases.map(() => ".github/canary.yml");
  return releases.map(({ mode }, i) => {
    const name = mode.kind === "alias" ? mode.alias : mode.stage;
    return `.github/canary/${i + 1}-${name.replace(/[^\w-]/g, "-")}.yml`;
  });
}
function configText(release) {
  const { mode, functions, stack } = release;
  const target = mode.kind === "alias" ? [`functions: ${list(functions.map(({ input }) => input))}`, `alias: ${scalar(mode.alias)}`] : [
    `rest-api-id: ${scalar(mode.api)}`,
    `stage-name: ${scalar(mode.stage)}`,
    `functions: ${list(functions.map(({ input }) => input))}`,
    "# Each new version gets the permission to be called by the API.",
    "invoke-permission: grant"
  ];
  return `${configHead().join("\n")}
${stack === void 0 ? "" : `# The names below are logical IDs of this stack.
stack: ${scalar(stack)}
`}${target.join("\n")}
# % of the traffic, and for how long. Ask "command: plan" what each step can find with your traffic.
steps: 5%/5m, 25%/10m, 50%/10m
alarms:
${alarmsOf(release).map(({ name }) => `  - ${scalar(name)}`).join("\n")}
job-timeout: 60m
`;
}
function list(items) {
  return `[${items.map(scalar).join(", ")}]`;
}
function scalar(text) {
  const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

// src/init/planned-file.ts
function stateOf({ text, before, isEdit }, overwrites) {
  if (before === void 0) return "new";
  if (before === text) return "same";
  return isEdit || overwrites ? "changed" : "kept";
}
function applyEdits(text, edits) {
  let result = "";
  let at2 = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at2) continue;
    result += text.slice(at2, edit.start) + edit.text;
    at2 = edit.end;
  }
  return result + text.slice(at2);
}

// src/cli/read-repository.ts
import { execFile } from "node:child_process";
import { join } from "node:path";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";

// src/init/action-refs.ts
var CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2";
var CREDENTIALS = "aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0";
var CANARY = "org/canary-action";
var CANARY_TAG = "v1";
var USES = /^[ \t]{0,80}(?:-[ \t]{0,20})?uses:[ \t]{0,20}["']?([^\s"'#@]{1,200})@([^\s"'#]{1,200})["']?[ \t]{0,80}(#.*)?$/gm;
var COMMIT = /^[0-9a-f]{40}$/;
function usesIn(workflows) {
  return workflows.flatMap(
    ({ text }) => [...text.matchAll(USES)].map(([, action = "", ref = "", comment = ""]) => ({ action, ref, comment })).filter(({ action }) => !action.startsWith(".") && !action.startsWith("docker:"))
  );
}
function pinsActions(workflows) {
  const uses = usesIn(workflows);
  return uses.length > 0 && uses.every(({ ref }) => COMMIT.test(ref));
}
function actionRefs(workflows, commit) {
  const own = (usual) => {
    const action = usual.slice(0, usual.indexOf("@"));
    const found = usesIn(workflows).find((use) => use.action === action && COMMIT.test(use.ref));
    return found ? `${action}@${found.ref} ${found.comment}`.trim() : usual;
  };
  return {
    checkout: own(CHECKOUT),
    credentials: own(CREDENTIALS),
    canary: commit === void 0 ? `${CANARY}@${CANARY_TAG}` : `${CANARY}@${commit} # ${CANARY_TAG}`
  };
}
function deployingWorkflow(workflows) {
  const deploys = /\b(?:sam|cdk|serverless|sls)\s+deploy\b|\bterraform\b[^\n]*\sapply\b/;
  const found = workflows.find(({ text, path }) => deploys.test(text) && !isOurs(path));
  return found && (/^name:\s*["']?(.+?)["']?\s*(?:#.*)?$/m.exec(found.text)?.[1] ?? found.path);
}
var RELEASE_WORKFLOW = ".github/workflows/canary-release.yml";
var PLAN_WORKFLOW = ".github/workflows/canary-plan.yml";
function isOurs(path) {
  return path === RELEASE_WORKFLOW || path === PLAN_WORKFLOW;
}

// src/cli/ask.ts
import { createInterface } from "node:readline/promises";
async function ask(question) {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await asking.question(question)).trim();
  } finally {
    asking.close();
  }
}

// src/cli/read-repository.ts
var LIMIT_MS = 15e3;
async function readRepository({ flags, interactive }, root) {
  const given = flags.text("repository") || await remoteIn(root);
  const [, owner = "", name = ""] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
  if (owner === "") {
    const what = given === "" ? 'there is no remote "origin"' : quote(given);
    return {
      repository: void 0,
      problems: [`--repository: ${what}; expected OWNER/NAME`],
      notes: []
    };
  }
  const asked = await askGitHub(root, `${owner}/${name}`);
  const numbers = ["owner-id", "repository-id"].map((flag) => flags.text(flag));
  const wrong = ["owner-id", "repository-id"].filter((flag) => !/^\d*$/.test(flags.text(flag))).map((flag) => `--${flag}: ${quote(flags.text(flag))}; expected a number`);
  const notes = [];
  if (asked && asked.fullName !== `${owner}/${name}`) {
    notes.push(
      `the repository is called ${asked.fullName} now, and not ${owner}/${name}: the roles trust the new name`
    );
  }
  const [ownNow = owner, nameNow = name] = asked?.fullName.split("/") ?? [];
  const found = idsOf(numbers, asked);
  const ids = found ?? (interactive && wrong.length === 0 ? await askForIds() : void 0);
  if (!ids) notes.push(withoutIds(`${ownNow}/${nameNow}`));
  const defaultBranch = asked?.defaultBranch || await branchIn(root) || "main";
  return {
    repository: { owner: ownNow, name: nameNow, ids, defaultBranch },
    problems: wrong,
    notes
  };
}
function idsOf(numbers, asked) {
  const [owner = asked?.owner ?? "", repository = asked?.repository ?? ""] = numbers.map(
    (number) => number || void 0
  );
  return owner === "" || repository === "" ? void 0 : { owner, repository };
}
async function askForIds() {
  const command = "gh api repos/OWNER/NAME --jq";
  const owner = await ask(`The number of the owner (${command} .owner.id), or Enter: `);
  const repository = await ask(`The number of the repository (${command} .id), or Enter: `);
  const are = [owner, repository].every((text) => /^\d+$/.test(text));
  return are ? { owner, repository } : void 0;
}
function withoutIds(repository) {
  return `the numbers of ${repository} are not known, so its roles would not trust it if it was created, renamed or moved since July 15, 2026. Sign in with "gh auth login", or give --owner-id and --repository-id: gh api repos/${repository} --jq '.owner.id, .id'`;
}
async function askGitHub(cwd, repository) {
  const query = "[.full_name, .id, .owner.id, .default_branch] | @tsv";
  const answer = await run(cwd, "gh", ["api", `repos/${repository}`, "--jq", query]);
  const [fullName = "", id = "", owner = "", defaultBranch = ""] = answer.split("	");
  const isComplete = /^[\w.-]+\/[\w.-]+$/.test(fullName) && /^\d+$/.test(id) && /^\d+$/.test(owner);
  return isComplete ? { fullName, repository: id, owner, defaultBranch } : void 0;
}
async function remoteIn(cwd) {
  const url = await run(cwd, "git", ["config", "--get", "remote.origin.url"]);
  return /[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? "";
}
async function branchIn(cwd) {
  const head = await run(cwd, "git", ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  return head.replace(/^origin\//, "");
}
async function rootOf(folder) {
  return await run(folder, "git", ["rev-parse", "--show-toplevel"]) || folder;
}
function run(cwd, program, args) {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd, timeout: LIMIT_MS },
      (error, stdout) => resolve(error ? "" : stdout.trim())
    );
  });
}
function readWorkflows(root) {
  const folder = ".github/workflows";
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name)).map((name) => ({
    path: `${folder}/${name}`,
    text: readFileSync(join(root, folder, name), "utf8")
  }));
}
async function readPin({ flags }, root, workflows) {
  const given = flags.text("action-sha");
  if (given !== "") {
    return /^[0-9a-f]{40}$/.test(given) ? { commit: given } : { commit: void 0, problem: `--action-sha: ${quote(given)}; expected 40 hex digits` };
  }
  if (!pinsActions(workflows)) return { commit: void 0 };
  const path = `repos/${CANARY}/commits/${CANARY_TAG}`;
  const commit = await run(root, "gh", ["api", path, "--jq", ".sha"]);
  if (/^[0-9a-f]{40}$/.test(commit)) return { commit };
  return {
    commit: void 0,
    problem: `--action-sha: this repository pins its actions to commits, and that of ${CANARY} is not known; expected what "gh api ${path} --jq .sha" prints`
  };
}

// src/cli/write-files.ts
import { dirname, join as join2 } from "node:path";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";

// src/init/line-diff.ts
var CONTEXT = 3;
var MOST_COMPARED = 2e3;
function lineDiff(path, before, after) {
  if (before === after) return "";
  const lines = comparedLines(linesOf(before ?? ""), linesOf(after));
  const head = [`--- ${before === void 0 ? "/dev/null" : `a/${path}`}`, `+++ b/${path}`];
  return [...head, ...hunks(lines)].join("\n");
}
function linesOf(text) {
  if (text === "") return [];
  return text.replace(/\n$/, "").split("\n");
}
function comparedLines(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const same = (lines) => lines.map((text) => ({ sign: " ", text }));
  const [innerA, innerB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return [...same(a.slice(0, start)), ...middle(innerA, innerB), ...same(a.slice(a.length - end))];
}
function middle(a, b) {
  const gone = (lines2) => lines2.map((text) => ({ sign: "-", text }));
  const added = (lines2) => lines2.map((text) => ({ sign: "+", text }));
  if (a.length > MOST_COMPARED || b.length > MOST_COMPARED) return [...gone(a), ...added(b)];
  const common = longestCommon(a, b);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: " ", text: a[i] ?? "" });
      i++;
      j++;
    } else if (j >= b.length || i < a.length && at(common, i + 1, j) >= at(common, i, j + 1)) {
      lines.push({ sign: "-", text: a[i] ?? "" });
      i++;
    } else {
      lines.push({ sign: "+", text: b[j] ?? "" });
      j++;
    }
  }
  return lines;
}
function at(table, i, j) {
  return table[i]?.[j] ?? 0;
}
function longestCommon(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
function hunks(lines) {
  const shown = lines.map(
    (_, i) => lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ sign }) => sign !== " ")
  );
  const result = [];
  let [oldLine, newLine] = [1, 1];
  for (let i = 0; i < lines.length; ) {
    const length = shown[i] ? runFrom(shown, i) : 1;
    const part = lines.slice(i, i + length);
    const olds = part.filter(({ sign }) => sign !== "+").length;
    const news = part.filter(({ sign }) => sign !== "-").length;
    if (shown[i]) {
      result.push(
        `@@ -${olds === 0 ? 0 : oldLine},${olds} +${news === 0 ? 0 : newLine},${news} @@`,
        ...part.map(({ sign, text }) => `${sign}${text}`)
      );
    }
    oldLine += olds;
    newLine += news;
    i += length;
  }
  return result;
}
function runFrom(shown, from) {
  const end = shown.indexOf(false, from);
  return (end < 0 ? shown.length : end) - from;
}

// src/cli/write-files.ts
function wrongWriting({ flags }) {
  return flags.has("write") && flags.has("dry-run") ? ["--write and --dry-run exclude each other; expected one of them"] : [];
}
var WORDS = {
  new: "new",
  changed: "changed",
  same: "as it is",
  kept: "kept: it has other content (--overwrite replaces it)"
};
function showFiles({ log, flags }, all) {
  const states = all.map((file) => ({ file, state: stateOf(file, flags.has("overwrite")) }));
  log.text("Files:");
  for (const { file, state } of states) log.text(`  ${file.path} (${WORDS[state]})`);
  for (const { file, state } of states) {
    if (state !== "same") log.text(`
${lineDiff(file.path, file.before, file.text)}`);
  }
  return states.filter(({ state }) => state === "kept").map(({ file }) => file.path);
}
function keptNote(paths) {
  return `files of yours are kept: ${listed(paths)}. Compare them with what is shown, for the commands below expect that content; --overwrite replaces them`;
}
async function writeFiles({ log, flags, interactive }, root, all, again = "init") {
  const changed = all.filter((file) => {
    const state = stateOf(file, flags.has("overwrite"));
    return state === "new" || state === "changed";
  });
  if (changed.length === 0) {
    log.text("\nNothing to write: all files are as they should be.");
    return EXIT.ok;
  }
  const isWanted = !flags.has("dry-run") && (flags.has("write") || interactive && await isConfirmed(changed));
  if (!isWanted) {
    log.text(`
Nothing was written. Add --write to write ${changed.length} files.`);
    return EXIT.ok;
  }
  for (const [i, { path, text }] of changed.entries()) {
    await foreign(() => {
      mkdirSync(dirname(join2(root, path)), { recursive: true });
      writeFileSync(join2(root, path), text);
    }).catch((error) => {
      const before = changed.slice(0, i).map((file) => quote2(file.path));
      const written = before.length === 0 ? "nothing was written" : `${before.join(", ")} ${before.length === 1 ? "was" : "were"} written`;
      throw new KnownError(
        `${quote2(path)} could not be written (${known(error).message}); ${written}. Run ${again} again once it can be`
      );
    });
  }
  log.text(`
Written: ${changed.map(({ path }) => quote2(path)).join(", ")}.`);
  return EXIT.ok;
}
async function isConfirmed(files) {
  return /^y(es)?$/i.test(await ask(`
Write these ${files.length} files? [y/N] `));
}

// src/init/sam-edits.ts
var CONSTANT = "0".repeat(64);
async function samEdits(text, wanted) {
  const yaml = await import("./vendor-yaml.js");
  const document = yaml.parseDocument(text, { logLevel: "silent", uniqueKeys: false });
  const mapIn = (map, key) => {
    const found = yaml.isMap(map) ? map.get(key, true) : void 0;
    return yaml.isMap(found) ? found : void 0;
  };
  const resources = mapIn(document.contents, "Resources");
  return wanted.flatMap(({ logicalId, alias, hasAlias }) => {
    const properties = mapIn(mapIn(resources, logicalId), "Properties");
    if (!properties) return [];
    const lines = [
      ...hasAlias || properties.has("AutoPublishAlias") ? [] : [["AutoPublishAlias", alias]],
      ...properties.has("AutoPublishCodeSha256") ? [] : [["AutoPublishCodeSha256", CONSTANT]]
    ];
    return insertion(text, properties, lines);
  });
}
function insertion(text, { items, flow }, entries) {
  const start = items[0]?.key.range?.[0];
  if (start === void 0 || entries.length === 0) return [];
  const isJson = text[start] === '"' && flow === true;
  const written = entries.map(([key, value]) => {
    if (isJson) return `"${key}": "${value}"`;
    return `${key}: ${/^\d+$/.test(value) ? `'${value}'` : value}`;
  });
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const isOwnLine = /^[ \t]*$/.test(before);
  const separator = flow ? `,${isOwnLine ? eol + before : " "}` : `${eol}${before}`;
  return [{ start, end: start, text: written.map((line) => line + separator).join("") }];
}

export {
  alarmsOf,
  ALARM,
  configHead,
  configPaths,
  configText,
  scalar,
  CANARY,
  actionRefs,
  deployingWorkflow,
  RELEASE_WORKFLOW,
  PLAN_WORKFLOW,
  stateOf,
  applyEdits,
  samEdits,
  readRepository,
  rootOf,
  readWorkflows,
  readPin,
  wrongWriting,
  showFiles,
  keptNote,
  writeFiles
};
