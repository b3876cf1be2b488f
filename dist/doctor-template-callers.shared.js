import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readdirSync, realpathSync, statSync } = require("node:fs");
import {
  functionProperties,
  intrinsicOf
} from "./templates-globals.shared.js";

// src/doctor/diagnose.ts
var NEW_ALIAS = "live";
function diagnose(survey) {
  return survey.functions.map((fact) => {
    const isOf = ({ functionId }) => functionId === fact.id;
    const callers = survey.callers.filter(isOf);
    const found = { fact, aliases: survey.aliases.filter(isOf), callers };
    return diagnoseOne(found, survey.movers.filter(isOf));
  });
}
function diagnoseOne({ fact, aliases, callers }, movers) {
  const ways = waysOf(callers);
  const mode = modeOf(ways, { fact, aliases, callers });
  const own = movers.filter((mover) => concerns(mover, mode));
  const inTheWay = own.filter((mover) => !isCaution(mover));
  return {
    fact,
    aliases,
    callers: callers.map((caller) => ({ caller, isMoved: isMoved(caller.reach, movers) })),
    ways,
    mode,
    change: changeOf(mode, callers, inTheWay),
    movers: inTheWay,
    cautions: own.filter(isCaution)
  };
}
function waysOf(callers) {
  const [first] = callers;
  if (!first) return "nobody";
  const keys = new Set(callers.map(({ reach }) => keyOf(reach)));
  return keys.size === 1 ? first.reach.kind : "mixed";
}
function keyOf(reach) {
  const alias = aliasOf(reach);
  if (alias !== void 0) return `alias ${alias}`;
  if (reach.kind === "version") return `version ${reach.version}`;
  return reach.kind === "variable" ? `variable ${reach.variable}` : reach.kind;
}
function aliasOf(reach) {
  if (reach.kind === "alias") return reach.alias;
  return reach.kind === "variable" && reach.holds === "alias" ? reach.value : void 0;
}
function modeOf(ways, { aliases, callers }) {
  const [first] = callers;
  if (!first) {
    const [only, another] = aliases;
    return only && !another ? { kind: "alias", alias: only.name } : { kind: "none" };
  }
  if (callers.every(({ reach }) => reach.kind === "unknown")) return { kind: "none" };
  if (ways === "version" || ways === "variable") {
    const { stage, reach } = first;
    const oneStage = callers.every(
      (caller) => caller.front === "rest" && caller.stage?.api === stage?.api
    );
    if (oneStage && stage && aliasOf(reach) === void 0) {
      return { kind: "stage", api: stage.api, stage: stage.name };
    }
  }
  return { kind: "alias", alias: bestAlias(aliases, callers) };
}
function bestAlias(aliases, callers) {
  const used = new Set(callers.flatMap(({ reach }) => aliasOf(reach) ?? []));
  const [alias = NEW_ALIAS] = used.size > 0 ? used : aliases.map(({ name }) => name);
  return alias;
}
function concerns({ alias }, mode) {
  if (mode.kind === "alias") return alias === mode.alias;
  return mode.kind === "stage" && alias === void 0;
}
function isCaution({ kind }) {
  return kind === "stage-deployment";
}
function isMoved(reach, movers) {
  const alias = aliasOf(reach);
  return alias !== void 0 && movers.some((mover) => mover.alias === alias);
}
function changeOf(mode, callers, movers) {
  if (mode.kind === "alias") {
    const others = callers.filter(
      ({ reach }) => reach.kind !== "unknown" && aliasOf(reach) !== mode.alias
    );
    if (others.length > 0) return { kind: "call-alias", alias: mode.alias, callers: others };
  }
  if (movers.length > 0) return { kind: "stop-moving", movers };
  const isKnown = mode.kind !== "none" && callers.length > 0 && callers.every(({ reach }) => reach.kind !== "unknown");
  return { kind: isKnown ? "nothing" : "find-callers" };
}
function aliasOfMode({ mode }) {
  return mode.kind === "alias" ? mode.alias : void 0;
}
function isReady({ change }) {
  return change.kind === "nothing";
}

// src/doctor/diagnosis-text.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";

// src/doctor/advice.ts
function adviseOn(diagnosis) {
  return {
    inputs: inputsOf(diagnosis),
    mode: describeMode(diagnosis),
    today: describeDeployment(diagnosis),
    change: describeChange(diagnosis),
    care: diagnosis.cautions.map((mover) => stopWords(mover, diagnosis.fact.tool))
  };
}
function inputsOf({ mode, fact }) {
  const functions = fact.name ?? fact.label;
  if (mode.kind === "alias") return { functions, alias: mode.alias };
  if (mode.kind === "none") return {};
  return { "rest-api-id": mode.api, "stage-name": mode.stage ?? "prod", functions };
}
function describeMode({ mode, change }) {
  const after = change.kind === "nothing" ? "" : ", after the change";
  return `${modeWords(mode)}${mode.kind === "none" ? "" : after}`;
}
function modeWords(mode) {
  switch (mode.kind) {
    case "alias":
      return `alias (inputs functions and alias: ${mode.alias})`;
    case "stage":
      return `stage canary (inputs rest-api-id: ${mode.api}, stage-name: ${mode.stage ?? "NAME"}, and functions)`;
    case "none":
      return "not known before its callers are";
  }
}
function describeDeployment({ ways, callers, movers, cautions, mode }) {
  const [mover] = [...movers, ...cautions];
  switch (ways) {
    case "nobody":
      return "Nothing that was read calls this function.";
    case "unqualified":
      return "A deployment of new code is the release: all users get it at once.";
    case "unknown":
      return "It is not known which code the callers get.";
    case "mixed": {
      const now = callers.filter(({ caller }) => caller.reach.kind === "unqualified").length;
      if (now === 0) {
        return "Its callers get different versions, and one release moves only some of them.";
      }
      const rest = callers.length - now;
      return `A deployment of new code reaches ${count(now, "caller")} at once, and the other ${rest} only with a release: both codes run side by side.`;
    }
    default:
      if (mover) return `${deploymentWords(mover)}.`;
      return mode.kind === "stage" ? "A deployment of new code reaches nobody until a release moves the stage." : "A deployment of new code reaches nobody until a release moves the alias.";
  }
}
function deploymentWords({ alias, kind, by }) {
  switch (kind) {
    case "codedeploy":
      return `CodeDeploy moves the alias ${alias} with each deployment (${by})`;
    case "latest":
      return `The alias ${alias} is $LATEST, so a deployment of new code is the release: all users get it at once`;
    case "weights-not-ignored":
      return `A deployment while a release is open ends the release: the tool removes the weights of ${alias} (${by})`;
    case "planned":
      return `The plan that was read moves the alias ${alias}, for all users at once`;
    case "stage-deployment":
      return `New code reaches nobody until a release, but a changed API definition reaches all users with the deployment (${by})`;
    case "stage-not-ignored":
      return `A deployment sets the stage to what the files say, for all users at once (${by})`;
    default:
      return `The tool moves the alias ${alias} to the new code, for all users at once (${by})`;
  }
}
function describeChange({ fact, change, mode, movers }) {
  if (fact.isPrepared && change.kind !== "nothing") {
    return [`The files have the change already. ${ALONE}`];
  }
  switch (change.kind) {
    case "nothing":
      return [];
    case "find-callers":
      return [
        mode.kind === "alias" ? `Let its callers call the alias ${mode.alias}. Callers that use a role of their own are not visible here.` : "Find out what calls it: see the notes, or read the account as well."
      ];
    case "stop-moving":
      return change.movers.map((mover) => stopWords(mover, fact.tool));
    case "call-alias":
      return [
        ...callAlias(change, fact.tool, fact.label),
        ...movers.map((mover) => stopWords(mover, fact.tool))
      ];
  }
}
var ALONE = "Deploy this alone first: it moves all callers at once, to the same code.";
function callAlias({ alias, callers }, tool, label) {
  const who = listOf(callers);
  switch (tool) {
    case "sam":
      return [
        `Add "AutoPublishAlias: ${alias}" and a constant AutoPublishCodeSha256 to ${label}. Its events (${who}) then call the alias. SAM accepts the constant only in the function, not in Globals.`,
        ALONE
      ];
    case "cdk":
      return [
        `Create one lambda.Version and one lambda.Alias named "${alias}" for ${label}, and pass the alias to ${who} in place of the function. Use neither currentVersion nor addAlias.`,
        ALONE
      ];
    case "terraform":
      return [
        `Set "publish = true" on ${label}, add an aws_lambda_alias named "${alias}" with ignore_changes = [function_version, routing_config], and let ${who} use its invoke_arn. Add a second aws_lambda_permission with the alias as its qualifier: if the existing one got it, Terraform would delete that first, and users would get errors. Set ignore_tags { key_prefixes = ["canary-action:"] } on the provider.`,
        ALONE
      ];
    case "serverless":
      return [
        `Set provider.versionFunctions: false, add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label} in resources, and let ${who} call the alias by resources.extensions.`,
        ALONE
      ];
    case "cloudformation":
      return [
        `Add an AWS::Lambda::Version and an AWS::Lambda::Alias named "${alias}" for ${label}, and let ${who} and the AWS::Lambda::Permission name the alias.`,
        ALONE
      ];
    case void 0:
      return [
        `Let ${who} call the alias ${alias} of ${label} in place of what they call now, in the tool that owns them.`,
        ALONE
      ];
  }
}
function listOf(callers) {
  const labels = [...new Set(callers.map(({ label }) => shortened(label)))];
  const more = labels.length - MOST_CALLERS;
  return [...labels.slice(0, MOST_CALLERS), ...more > 0 ? [`${more} more`] : []].join(", ");
}
var MOST_CALLERS = 3;
var LONGEST_LABEL = 50;
function shortened(label) {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
var STOPS = {
  "new-version": ({ alias, where }, tool) => tool === "sam" ? `Add a constant AutoPublishCodeSha256 to the function (${where}), and deploy it alone: SAM then never moves ${alias} again.` : `Point the alias ${alias} (${where}) to a version that is published once: an AWS::Lambda::Version with a name of its own${tool === "cdk" ? " (new lambda.Version, not currentVersion or addAlias)" : ""}.`,
  latest: ({ alias, where }) => `Publish a version, and point the alias ${alias} to it (${where}): an alias of $LATEST cannot be split.`,
  codedeploy: ({ by, where }) => `Remove ${by} (${where}): only one of the two can move the alias. "canary-action migrate" writes its schedule, alarms and hooks as inputs, and shows the change.`,
  "not-ignored": ({ where }) => `Add "lifecycle { ignore_changes = [function_version, routing_config] }" to the alias (${where}).`,
  "weights-not-ignored": ({ where, by }) => `Make routing_config of the alias ignored too (${where}; ${by}).`,
  planned: ({ where }) => `Do not apply this plan while a release is open (${where}).`,
  "stage-not-ignored": ({ where }) => `Add "lifecycle { ignore_changes = [deployment_id, variables, canary_settings] }" to the stage (${where}).`,
  "stage-deployment": ({ where }) => `Deploy changes of the API definition while no release is open, or define the stage as resources of its own (${where}).`
};
function stopWords(mover, tool) {
  return STOPS[mover.kind](mover, tool);
}
function count(number, thing) {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

// src/doctor/diagnosis-text.ts
import {
  src_doctor_reach_words_ts__describeReach as describeReach,
  src_doctor_reach_words_ts__describeToday as describeToday,
  src_doctor_reach_words_ts__linkTo as linkTo
} from "./functions.js";
var NEXT = "Next: npx github:org/canary-action init, which writes the change and what a release needs.";
var WIDTH = 100;
var LABEL = 9;
var TOOLS = {
  sam: "SAM",
  cloudformation: "CloudFormation",
  cdk: "CDK",
  terraform: "Terraform",
  serverless: "Serverless Framework"
};
function diagnosisText(read, diagnoses, { notes, problems }) {
  return [
    ...wrapped(`Read: ${read.length === 0 ? "nothing" : listed(read)}`, 0),
    ...wrapped(summaryOf(diagnoses), 0),
    ...diagnoses.flatMap((each) => ["", ...functionText(each)]),
    ...listText("Could not be read", [...problems, ...unknownReaches(diagnoses)]),
    ...listText("Notes", notes),
    ...diagnoses.length === 0 || diagnoses.every(isReady) ? [] : ["", NEXT],
    ""
  ].join("\n");
}
function unknownReaches(diagnoses) {
  return diagnoses.flatMap(
    ({ fact, callers }) => callers.flatMap(
      ({ caller: { label, reach } }) => reach.kind === "unknown" ? [`how ${label} reaches ${fact.label}: ${reach.why}`] : []
    )
  );
}
function summaryOf(diagnoses) {
  if (diagnoses.length === 0) return "No function was found.";
  const ready = diagnoses.filter(isReady).length;
  const callers = diagnoses.flatMap((each) => each.callers);
  const unqualified = callers.filter(({ caller }) => caller.reach.kind === "unqualified").length;
  return `${count(diagnoses.length, "function")}, ${ready} ready for gradual releases. ${count(callers.length, "caller")}, ${unqualified} without a version or an alias.`;
}
function functionText(diagnosis) {
  const { fact, callers, aliases, ways } = diagnosis;
  const { mode, today, change, care } = adviseOn(diagnosis);
  const tool = fact.tool ? `${TOOLS[fact.tool]}, ` : "";
  const name = fact.name !== void 0 && fact.name !== fact.label ? ` = ${fact.name}` : "";
  const state = isReady(diagnosis) ? "ready" : "to change";
  const versions = aliases.map(
    (each) => `${each.name}${each.version === void 0 ? "" : ` → ${each.version}`}${each.splitTo === void 0 ? "" : ` and ${each.splitTo}`}`
  );
  return [
    ...wrapped(`${fact.label}${name} (${tool}${fact.where}): ${state}`, 0),
    ...callerTable(callers),
    ...versions.length > 0 ? labelled("Aliases", versions.join(", ")) : [],
    ...labelled("Mode", mode),
    ...labelled("Today", today),
    ...change.flatMap((step, i) => labelled(i === 0 ? "Change" : "", step)),
    ...change.length > 0 ? [`  ${" ".repeat(LABEL)}${linkTo(ways)}`] : [],
    ...care.flatMap((each) => labelled("Care", each))
  ];
}
var HEAD = ["caller", "through", "reaches it by", "gets new code"];
var GAP = "  ";
function callerTable(callers) {
  if (callers.length === 0) return [];
  const rows = callers.map(({ caller, isMoved: isMoved2 }) => [
    caller.label,
    caller.through,
    describeReach(caller.reach),
    describeToday(caller.reach, isMoved2)
  ]);
  const table = [HEAD, ...rows];
  const widths = fittingWidths(
    HEAD.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)))
  );
  return table.map(
    (row) => `${GAP}${row.map((cell, i) => fitted(cell, widths[i] ?? 0)).join(GAP)}`.trimEnd()
  );
}
function fittingWidths(wanted) {
  const widths = [...wanted];
  const room = WIDTH - GAP.length * widths.length;
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  for (; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
function fitted(text, width) {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
function labelled(label, text) {
  const [first = "", ...rest] = wrapped(text, LABEL + 2);
  return [`  ${label.padEnd(LABEL)}${first.trimStart()}`, ...rest];
}
function listText(title, items) {
  if (items.length === 0) return [];
  return ["", `${title}:`, ...items.flatMap((item) => bulleted(item))];
}
function bulleted(item) {
  const [first = "", ...rest] = wrapped(item, 4);
  return [`  - ${first.trimStart()}`, ...rest];
}
function wrapped(text, indent) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(" ".repeat(indent) + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, " ".repeat(indent) + line];
}

// src/survey/find-files.ts
import { join } from "node:path";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var SKIPPED = /* @__PURE__ */ new Set([
  ...["node_modules", ".git", ".terraform", ".aws-sam", ".venv", "venv", "__pycache__", "vendor"],
  ...["target", "coverage", ".gradle", ".next"]
]);
var MOST_DEEP = 12;
var MOST_ENTRIES = 1e5;
var RELEVANT = /\.(ya?ml|json|template|tf|sh)$|(?:^|\/)serverless\.(?:ts|js|mjs|cjs)$|(?:^|\/)(?:cdk\.json|Makefile|Justfile|Jenkinsfile)$/;
function findFiles(folder) {
  const root = onDisk(folder, () => realpathSync(folder));
  if (!onDisk(folder, () => statSync(root)).isDirectory()) {
    throw new KnownError(`${quote(folder)} is not a folder`);
  }
  const paths = [];
  const notes = [];
  let entries = 0;
  for (const { path, isLink } of within(root, "", 0)) {
    entries += 1;
    if (entries > MOST_ENTRIES) {
      notes.push(
        `${quote(folder)} has more than ${MOST_ENTRIES} files; the rest was not looked at`
      );
      break;
    }
    if (!RELEVANT.test(path)) continue;
    if (isLink) notes.push(`${path} is a link, and is not followed`);
    else paths.push(path);
  }
  return { paths: paths.sort(), notes };
}
function* within(root, path, depth) {
  const entries = onDisk(path, () => readdirSync(join(root, path), { withFileTypes: true }));
  for (const entry of entries) {
    const inner = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) yield { path: inner, isLink: true };
    else if (entry.isFile()) yield { path: inner, isLink: false };
    else if (entry.isDirectory() && !SKIPPED.has(entry.name) && depth < MOST_DEEP) {
      yield* within(root, inner, depth + 1);
    }
  }
}
function onDisk(path, read) {
  try {
    return read();
  } catch (error) {
    const code = error.code;
    const why = code === "ENOENT" ? "there is no such folder" : messageOf(error);
    throw new KnownError(`${quote(path)}: ${why}`, { cause: error });
  }
}

// src/doctor/callee.ts
function referenceTo(path) {
  return `${OPEN}${path}${CLOSE}`;
}
var OPEN = "";
var CLOSE = "";
var REFERENCE = /^\uE000([^\uE001]*)\uE001/;
var ANY_REFERENCE = /\uE000([^\uE000\uE001]*)\uE001/g;
var INVOCATION = /:lambda:path\/[\d-]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/s;
var FUNCTION_ARN = /^arn:.*?:function:(.+)$/s;
var STAGE_VARIABLE = /^\$\{stageVariables\.(\w+)\}$/;
var VARIABLES = /\$\{stageVariables\.(\w+)\}/g;
var NAME = /^[\w\uE002-]+$/;
function calleeOf(text, lookup) {
  const called = INVOCATION.exec(text)?.[1] ?? text;
  const begin = REFERENCE.exec(called);
  if (begin) return afterReference(called, begin, lookup);
  const partial = FUNCTION_ARN.exec(called)?.[1];
  if (partial !== void 0) return inName(partial, lookup);
  if (called !== text) return inName(called, lookup);
  return { kind: "elsewhere" };
}
function afterReference(text, [all, path = ""], lookup) {
  const rest = text.slice(all.length);
  const found = lookup.reference(path);
  if (found.kind === "unknown") return found;
  if (found.kind === "number") return { kind: "unknown", why: `${path} is not a function` };
  const { functionId } = found;
  if (rest === "") return { kind: "function", functionId, reach: reachOfReferenced(found) };
  if (!rest.startsWith(":")) return { kind: "unknown", why: `${shown(text)} is not understood` };
  if (found.kind !== "function") {
    return { kind: "unknown", why: `${shown(text)} has a second qualifier` };
  }
  return { kind: "function", functionId, reach: reachOfQualifier(rest.slice(1), lookup) };
}
function inName(partial, lookup) {
  const begin = REFERENCE.exec(partial);
  if (begin) return afterReference(partial, begin, lookup);
  const whole = STAGE_VARIABLE.exec(partial.split(":")[0] ?? "")?.[1];
  if (whole !== void 0) return byWholeVariable(partial, whole, lookup);
  const [name = "", ...rest] = filled(partial, lookup).split(":");
  if (!NAME.test(name)) return { kind: "unknown", why: `${shown(partial)} is not understood` };
  const written = partial.slice(partial.indexOf(":") + 1);
  const reach = rest.length === 0 ? { kind: "unqualified" } : reachOfQualifier(written, lookup);
  return placed(name, reach, lookup);
}
function byWholeVariable(partial, variable, lookup) {
  const value = filled(partial, lookup);
  const [name = "", qualifier] = value.replace(/^.*:function:/, "").split(":");
  if (!Object.hasOwn(lookup.variables, variable) || !NAME.test(name)) {
    const why = `the stage variable "${variable}" names the function, and its value is not known`;
    return { kind: "unknown", why };
  }
  if (qualifier === void 0) return placed(name, { kind: "unqualified" }, lookup);
  const isInVariable = !partial.includes(":");
  const reach = isInVariable ? { kind: "variable", variable, ...readValue(qualifier, lookup) } : reachOfQualifier(partial.slice(partial.indexOf(":") + 1), lookup);
  return placed(name, reach, lookup);
}
function placed(name, reach, { named }) {
  const functionId = named(name);
  return functionId === void 0 ? { kind: "other", name, reach } : { kind: "function", functionId, reach };
}
function reachOfReferenced(found) {
  if (found.kind === "alias") return { kind: "alias", alias: found.alias };
  if (found.kind === "version") return { kind: "version", version: found.version };
  return { kind: "unqualified" };
}
function reachOfQualifier(written, lookup) {
  const variable = STAGE_VARIABLE.exec(written)?.[1];
  if (variable !== void 0) {
    return { kind: "variable", variable, ...readValue(lookup.variables[variable] ?? "", lookup) };
  }
  const [all, path = ""] = REFERENCE.exec(written) ?? [];
  if (all === written) return reachOfNumber(lookup.reference(path));
  const qualifier = filled(written, lookup);
  if (qualifier === "$LATEST" || qualifier === "") return { kind: "unqualified" };
  if (/^\d+$/.test(qualifier)) return { kind: "version", version: qualifier };
  if (NAME.test(qualifier)) return { kind: "alias", alias: qualifier };
  return { kind: "unknown", why: `the qualifier ${shown(written)} is not understood` };
}
function reachOfNumber(found) {
  if (found.kind === "number" || found.kind === "version") {
    return { kind: "version", version: found.version };
  }
  if (found.kind === "alias") return { kind: "alias", alias: found.alias };
  return {
    kind: "unknown",
    why: found.kind === "unknown" ? found.why : "the qualifier is a function"
  };
}
function readValue(value, { reference }) {
  const [all, path = ""] = REFERENCE.exec(value) ?? [];
  if (all === void 0 || all !== value) return { holds: kindOfValue(value), value };
  const found = reference(path);
  if (found.kind === "number" || found.kind === "version") {
    return { holds: "version", value: found.version };
  }
  if (found.kind === "alias") return { holds: "alias", value: found.alias };
  return { holds: "unknown", value: "" };
}
function kindOfValue(value) {
  if (value === "" || value.startsWith("$")) return "unknown";
  return /^\d+$/.test(value) ? "version" : "alias";
}
function filled(text, { variables }) {
  return text.replace(
    VARIABLES,
    (all, name) => Object.hasOwn(variables, name) ? variables[name] ?? "" : all
  );
}
function shown(text) {
  const plain = text.replace(ANY_REFERENCE, "${$1}").replaceAll("", "");
  return `"${plain.length > 100 ? `${plain.slice(0, 97)}...` : plain}"`;
}

// src/doctor/template-callers.ts
import {
  src_templates_tree_ts__isList as isList2,
  src_templates_tree_ts__isMap as isMap3,
  src_templates_tree_ts__mapAt as mapAt3,
  src_templates_tree_ts__textAt as textAt2
} from "./core.js";

// src/doctor/openapi-calls.ts
import {
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt
} from "./core.js";
function readDefinition(definition, add) {
  for (const [path, methods] of mapAt(definition, "paths")) {
    if (isMap(methods)) readMethods(path, methods, add);
  }
  const schemes = [
    ...mapAt(mapAt(definition, "components"), "securitySchemes"),
    ...mapAt(definition, "securityDefinitions")
  ];
  for (const [name, scheme] of schemes) {
    if (!isMap(scheme)) continue;
    const uri = mapAt(scheme, "x-amazon-apigateway-authorizer").get("authorizerUri");
    if (uri !== void 0) add(`authorizer ${name}`, uri);
  }
}
var METHOD = /^(get|put|post|delete|options|head|patch|trace)$/i;
var ANY_METHOD = "x-amazon-apigateway-any-method";
function readMethods(path, methods, add) {
  for (const [method, operation] of methods) {
    if (!isMap(operation) || !(METHOD.test(method) || method === ANY_METHOD)) continue;
    const name = method === ANY_METHOD ? "ANY" : method.toUpperCase();
    const uri = mapAt(operation, "x-amazon-apigateway-integration").get("uri");
    if (uri !== void 0) add(`${name} ${path}`, uri);
  }
}

// src/doctor/template-scope.ts
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap2,
  src_templates_tree_ts__mapAt as mapAt2,
  src_templates_tree_ts__textAt as textAt
} from "./core.js";
var UNKNOWN = "?";
var PSEUDO = "";
function plainText(text) {
  return text.replaceAll(PSEUDO, "");
}
function unknownBecause(why) {
  return referenceTo(`${UNKNOWN}${why}`);
}
function whyUnknown(path) {
  return path.startsWith(UNKNOWN) ? path.slice(UNKNOWN.length) : void 0;
}
function symbolic(tree, file) {
  if (tree === void 0 || isList(tree)) return "";
  if (!isMap2(tree)) return tree;
  const call = intrinsicOf(tree);
  if (!call) return "";
  return FORMS[call.name]?.(call.argument, file) ?? unknownBecause(`${call.name} is not resolved`);
}
var FORMS = {
  Ref: (argument, file) => typeof argument === "string" ? refer(argument, file) : "",
  "Fn::GetAtt": (argument) => referenceTo(isList(argument) ? argument.join(".") : String(argument)),
  "Fn::Sub": substitute,
  "Fn::Join": (argument, file) => {
    const [delimiter = "", items] = isList(argument) ? argument : [];
    const parts = isList(items) ? items.map((item) => symbolic(item, file)) : [];
    return parts.join(typeof delimiter === "string" ? delimiter : "");
  },
  "Fn::If": (argument, file) => {
    const [condition = "", ...both] = isList(argument) ? argument : [];
    const [yes, no] = both.map((each) => symbolic(each, file));
    if (yes !== void 0 && yes === no) return yes;
    return unknownBecause(`it depends on the condition "${String(condition)}"`);
  },
  "Fn::ImportValue": (argument, file) => unknownBecause(`it is exported by another stack, as "${symbolic(argument, file)}"`)
};
function substitute(argument, file) {
  const [pattern, own] = isList(argument) ? argument : [argument];
  if (typeof pattern !== "string") return "";
  return pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal, name) => {
    if (literal !== "") return `\${${name}}`;
    const given = isMap2(own) ? own.get(name) : void 0;
    if (given !== void 0) return symbolic(given, file);
    return name.includes(".") ? referenceTo(name) : refer(name, file);
  });
}
function refer(name, { template, parameters }) {
  if (name.startsWith("AWS::")) return `${PSEUDO}${name.slice("AWS::".length)}`;
  const parameter = mapAt2(template, "Parameters").get(name);
  if (!isMap2(parameter)) return referenceTo(name);
  const passed = parameters.get(name) ?? textAt(parameter, "Default");
  return passed ?? unknownBecause(`the parameter "${name}" has no default`);
}
function resourcesOf({ template }) {
  return [...mapAt2(template, "Resources")].flatMap(
    ([id, body]) => isMap2(body) ? [{ id, type: textAt(body, "Type") ?? "", body, properties: mapAt2(body, "Properties") }] : []
  );
}

// src/doctor/template-callers.ts
function addCall({ file, index, found }, call, called, variables = {}) {
  const text = symbolic(called, file);
  const callee = calleeOf(text, index.lookup(file, variables));
  const where = file.path;
  if (callee.kind === "function") {
    const { functionId, reach } = callee;
    const [label, through] = [plainText(call.label), plainText(call.through)];
    found.callers.push({ ...call, label, through, functionId, reach, where });
  } else if (callee.kind !== "elsewhere") {
    found.problems.push(`${file.path}: ${call.label}: ${whyNotPlaced(callee)}`);
  }
}
function whyNotPlaced(callee) {
  return callee.kind === "other" ? `it calls the function ${shown(callee.name)}, which is not in these files` : `it is not known what it calls: ${callee.why}`;
}
function readPlainResources(reading) {
  const resources = resourcesOf(reading.file);
  const apis = apisOf(reading.file, resources);
  for (const resource of resources) READERS[resource.type]?.(resource, { ...reading, apis });
}
var REST_API = "AWS::ApiGateway::RestApi";
var V2_API = "AWS::ApiGatewayV2::Api";
function apisOf(file, resources) {
  const paths = pathsOf(file, resources);
  return new Map(
    resources.filter(({ type }) => type === REST_API || type === V2_API).map(({ id, properties }) => {
      const stages = resources.filter(({ type }) => type.startsWith("AWS::ApiGateway") && type.endsWith("::Stage")).filter((stage) => apiIn(stage.properties, file) === id).map((stage) => ({
        name: symbolic(stage.properties.get("StageName"), file),
        variables: variablesIn(stage.properties, file)
      }));
      const name = symbolic(properties.get("Name"), file);
      const label = /^[\w .-]+$/.test(name) ? name : id;
      return [id, { label, stages, paths }];
    })
  );
}
function variablesIn(properties, file) {
  const entries = [...mapAt3(properties, "Variables"), ...mapAt3(properties, "StageVariables")];
  return Object.fromEntries(entries.map(([name, value]) => [name, symbolic(value, file)]));
}
function apiIn(properties, file) {
  return referred(properties.get("RestApiId") ?? properties.get("ApiId"), file);
}
function referred(tree, file) {
  return /\uE000([^.\uE001]*)/.exec(symbolic(tree, file))?.[1] ?? "";
}
function pathsOf(file, resources) {
  const parts = new Map(
    resources.filter(({ type }) => type === "AWS::ApiGateway::Resource").map(({ id, properties }) => [id, properties])
  );
  const pathOf = (id, depth = 0) => {
    const properties = parts.get(id);
    if (!properties || depth > parts.size) return "";
    const parent = pathOf(referred(properties.get("ParentId"), file), depth + 1);
    return `${parent}/${symbolic(properties.get("PathPart"), file)}`;
  };
  return new Map([...parts.keys()].map((id) => [id, pathOf(id)]));
}
var READERS = {
  [REST_API]: readBody("rest"),
  [V2_API]: readBody("http"),
  "AWS::ApiGateway::Method": (resource, reading) => {
    const { properties } = resource;
    const { apis, file } = reading;
    const api = apis.get(apiIn(properties, file));
    const path = api?.paths.get(referred(properties.get("ResourceId"), file)) || "/";
    const label = `${symbolic(properties.get("HttpMethod"), file)} ${path}`;
    const uri = mapAt3(properties, "Integration").get("Uri");
    inStages(reading, { front: "rest", label, api: apiIn(properties, file) }, uri);
  },
  "AWS::ApiGateway::Authorizer": (resource, reading) => {
    const { properties } = resource;
    const label = `authorizer ${textAt2(properties, "Name") ?? resource.id}`;
    const api = apiIn(properties, reading.file);
    inStages(reading, { front: "rest", label, api }, properties.get("AuthorizerUri"));
  },
  "AWS::ApiGatewayV2::Integration": readV2Integration,
  "AWS::ApiGatewayV2::Authorizer": ({ id, properties }, reading) => {
    const label = `authorizer ${textAt2(properties, "Name") ?? id}`;
    const api = apiIn(properties, reading.file);
    inStages(reading, { front: "http", label, api }, properties.get("AuthorizerUri"));
  },
  "AWS::Lambda::Url": ({ properties }, reading) => {
    const qualifier = properties.get("Qualifier");
    const called = withQualifier(properties.get("TargetFunctionArn"), qualifier, reading);
    addName(reading, { front: "url", label: "function URL", through: "" }, called);
  },
  "AWS::Lambda::EventSourceMapping": ({ id, properties }, reading) => {
    const source = sourceWords(symbolic(properties.get("EventSourceArn"), reading.file)) || id;
    const call = { front: "source", label: `event source ${source}`, through: "" };
    addName(reading, call, symbolic(properties.get("FunctionName"), reading.file));
  },
  "AWS::Lambda::Permission": readPermission,
  "AWS::Events::Rule": ({ id, properties }, reading) => {
    const targets = properties.get("Targets");
    for (const target of isList2(targets) ? targets : []) {
      const arn = isMap3(target) ? symbolic(target.get("Arn"), reading.file) : "";
      addName(reading, { front: "other", label: `rule ${id}`, through: "" }, arn);
    }
  },
  "AWS::SNS::Subscription": ({ properties }, reading) => {
    if (textAt2(properties, "Protocol") !== "lambda") return;
    const label = `sns ${sourceWords(symbolic(properties.get("TopicArn"), reading.file))}`;
    const call = { front: "other", label, through: "" };
    addName(reading, call, symbolic(properties.get("Endpoint"), reading.file));
  },
  "AWS::Scheduler::Schedule": ({ id, properties }, reading) => {
    const call = { front: "other", label: `schedule ${id}`, through: "" };
    addName(reading, call, symbolic(mapAt3(properties, "Target").get("Arn"), reading.file));
  },
  "AWS::AppSync::DataSource": ({ id, properties }, reading) => {
    const call = { front: "other", label: `AppSync data source ${id}`, through: "" };
    const called = mapAt3(properties, "LambdaConfig").get("LambdaFunctionArn");
    addName(reading, call, symbolic(called, reading.file));
  }
};
function addName(reading, call, called) {
  if (called === "") return;
  addCall(reading, call, asFunctionArn(called));
}
function asFunctionArn(called) {
  return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}
function withQualifier(called, qualifier, { file }) {
  const name = symbolic(called, file);
  const suffix = symbolic(qualifier, file);
  return suffix === "" ? name : `${asFunctionArn(name)}:${suffix}`;
}
function sourceWords(arn) {
  const reference = /\uE000([^.\uE001]*)/.exec(arn)?.[1];
  return reference ?? arn.split(/[:/]/).at(-1) ?? "";
}
function inStages(reading, { front, label, api }, called) {
  const { stages = [], label: name = api } = reading.apis.get(api) ?? {};
  const each = stages.length > 0 ? stages : [{ name: "", variables: {} }];
  for (const stage of each) {
    const through = `${front === "rest" ? "REST" : front === "http" ? "HTTP" : "WebSocket"} ${name}${stage.name === "" ? "" : `/${stage.name}`}`;
    const released = { api, name: stage.name || void 0 };
    const call = { front, label, through, ...front === "rest" && { stage: released } };
    addCall(reading, call, called, stage.variables);
  }
}
function readV2Integration({ id, properties }, reading) {
  const { file } = reading;
  const resources = resourcesOf(file);
  const api = apiIn(properties, file);
  const routes = resources.filter(({ type }) => type === "AWS::ApiGatewayV2::Route").filter((route) => symbolic(route.properties.get("Target"), file).includes(`${id}`)).map((route) => symbolic(route.properties.get("RouteKey"), file));
  const definition = resources.find((each) => each.id === api);
  const isSocket = definition && textAt2(definition.properties, "ProtocolType") === "WEBSOCKET";
  const front = isSocket ? "websocket" : "http";
  for (const label of routes.length > 0 ? routes : [`integration ${id}`]) {
    inStages(reading, { front, label, api }, properties.get("IntegrationUri"));
  }
}
var READ_FROM_ITSELF = /^(apigateway|events|sns)\./;
function readPermission({ properties }, reading) {
  const { file } = reading;
  const principal = symbolic(properties.get("Principal"), file);
  const action = symbolic(properties.get("Action"), file);
  const isRead = READ_FROM_ITSELF.test(principal) || action === "lambda:InvokeFunctionUrl";
  if (isRead || !/\.amazonaws\.com/.test(principal)) return;
  const source = sourceWords(symbolic(properties.get("SourceArn"), file));
  const label = `${principal.split(".")[0]}${source === "" ? "" : ` ${source}`}`;
  const called = symbolic(properties.get("FunctionName"), file);
  addName(reading, { front: "other", label, through: "" }, called);
}
function readBody(front) {
  return ({ id, properties }, reading) => {
    if (properties.has("BodyS3Location")) {
      reading.found.notes.push(
        `${reading.file.path}: the definition of ${id} is in S3, which is not read`
      );
    }
    const body = properties.get("Body");
    if (!isMap3(body)) return;
    readDefinition(body, (label, uri) => inStages(reading, { front, label, api: id }, uri));
  };
}

// src/doctor/facts.ts
var EMPTY_SURVEY = {
  ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] }
};
function joined(surveys) {
  return {
    functions: surveys.flatMap(({ functions }) => functions),
    aliases: surveys.flatMap(({ aliases }) => aliases),
    callers: surveys.flatMap(({ callers }) => callers),
    movers: surveys.flatMap(({ movers }) => movers),
    notes: surveys.flatMap(({ notes }) => notes),
    problems: surveys.flatMap(({ problems }) => problems)
  };
}

// src/doctor/survey-templates.ts
import {
  src_templates_tree_ts__isMap as isMap6,
  src_templates_tree_ts__mapAt as mapAt5,
  src_templates_tree_ts__textAt as textAt4
} from "./core.js";

// src/doctor/sam-callers.ts
import {
  src_templates_tree_ts__isMap as isMap5,
  src_templates_tree_ts__mapAt as mapAt4,
  src_templates_tree_ts__textAt as textAt3
} from "./core.js";

// src/doctor/template-index.ts
import {
  src_templates_tree_ts__isMap as isMap4
} from "./core.js";
function idOf({ path }, logicalId) {
  return `${path}#${logicalId}`;
}
var FUNCTIONS = ["AWS::Lambda::Function", "AWS::Serverless::Function"];
function isSamFunction({ type }) {
  return type === "AWS::Serverless::Function";
}
function propertiesOf(file, resource) {
  return isSamFunction(resource) ? functionProperties(file.template, resource.body) : resource.properties;
}
function indexTemplates(files) {
  const table = /* @__PURE__ */ new Map();
  const named = files.flatMap((file) => functionsOf(file));
  const functions = named.map(({ fact }) => fact);
  for (const { id } of functions) table.set(id, { kind: "function", functionId: id });
  const byName = new Map(named.map(({ text, fact }) => [text, fact.id]));
  const lookup = (file, variables = {}) => ({
    variables,
    named: (name) => byName.get(name),
    reference: (path) => follow(path, file, table)
  });
  for (const file of files) addVersions(file, lookup(file), table);
  const found = files.map((file) => aliasesOf(file, lookup(file), table));
  return {
    functions,
    aliases: found.flatMap(({ aliases }) => aliases),
    movers: found.flatMap(({ movers }) => movers),
    lookup
  };
}
function functionsOf(file) {
  return resourcesOf(file).filter(({ type }) => FUNCTIONS.includes(type)).map((resource) => {
    const text = symbolic(propertiesOf(file, resource).get("FunctionName"), file);
    const isKnown = /^[\w-]+$/.test(text);
    const fact = {
      ...{ id: idOf(file, resource.id), label: resource.id, where: file.path },
      name: isKnown ? text : void 0,
      tool: file.tool
    };
    return { text, fact };
  });
}
function follow(path, file, table) {
  const why = whyUnknown(path);
  if (why !== void 0) return { kind: "unknown", why };
  const at = path.indexOf("#");
  const [own, local] = at < 0 ? [file.path, path] : [path.slice(0, at), path.slice(at + 1)];
  const [logicalId = "", attribute] = local.split(".");
  const exact = table.get(`${own}#${local}`);
  if (exact) return exact;
  const found = table.get(`${own}#${logicalId}`);
  if (!found) return { kind: "unknown", why: `"${logicalId}" is not a function of the template` };
  const isNumber = attribute === "Version" && found.kind === "version";
  return isNumber ? { kind: "number", version: found.version } : found;
}
function addVersions(file, lookup, table) {
  for (const { id, type, properties } of resourcesOf(file)) {
    if (type !== "AWS::Lambda::Version") continue;
    const functionId = functionIn(properties.get("FunctionName"), file, lookup);
    if (functionId !== void 0) {
      table.set(idOf(file, id), { kind: "version", functionId, version: id });
    }
  }
}
function functionIn(tree, file, lookup) {
  const text = symbolic(tree, file);
  const callee = calleeOf(text, lookup);
  if (callee.kind === "function") return callee.functionId;
  return lookup.named(text);
}
function aliasesOf(file, lookup, table) {
  const aliases = [];
  const movers = [];
  for (const resource of resourcesOf(file)) {
    const found = isSamFunction(resource) ? samAlias(file, resource) : plainAlias(file, resource, lookup);
    if (!found) continue;
    const { logicalIds, alias } = found;
    aliases.push(alias);
    movers.push(...found.movers);
    const { functionId, name } = alias;
    for (const id of logicalIds) {
      table.set(idOf(file, id), { kind: "alias", functionId, alias: name });
    }
  }
  return { aliases, movers };
}
function samAlias(file, resource) {
  const properties = propertiesOf(file, resource);
  const name = symbolic(properties.get("AutoPublishAlias"), file);
  if (name === "") return void 0;
  const functionId = idOf(file, resource.id);
  const mover = { functionId, alias: name, where: `${file.path}, ${resource.id}` };
  const movers = [];
  if (!properties.has("AutoPublishCodeSha256")) {
    const by = "AutoPublishAlias without a constant AutoPublishCodeSha256";
    movers.push({ ...mover, kind: "new-version", by });
  }
  if (usesCodeDeploy(properties.get("DeploymentPreference"))) {
    movers.push({ ...mover, kind: "codedeploy", by: "DeploymentPreference" });
  }
  return {
    logicalIds: [`${resource.id}Alias${name.replace(/[^A-Za-z0-9]/g, "")}`, `${resource.id}.Alias`],
    alias: { functionId, name, version: void 0, where: file.path },
    movers
  };
}
function usesCodeDeploy(preference) {
  if (!isMap4(preference)) return false;
  return !/^(false|no|off|n)$/i.test(String(preference.get("Enabled") ?? ""));
}
function plainAlias(file, { id, type, body, properties }, lookup) {
  if (type !== "AWS::Lambda::Alias") return void 0;
  const functionId = functionIn(properties.get("FunctionName"), file, lookup);
  const name = symbolic(properties.get("Name"), file);
  if (functionId === void 0 || name === "") return void 0;
  const mover = { functionId, alias: name, where: `${file.path}, ${id}` };
  const movers = [];
  const text = symbolic(properties.get("FunctionVersion"), file);
  const version = versionIn(text, lookup);
  if (text === "$LATEST") movers.push({ ...mover, kind: "latest", by: "$LATEST" });
  const renamed = version === void 0 ? void 0 : renamedBy(version, file);
  if (renamed !== void 0) movers.push({ ...mover, kind: "new-version", by: renamed });
  const policy = body.get("UpdatePolicy");
  if (isMap4(policy) && policy.has("CodeDeployLambdaAliasUpdate")) {
    movers.push({ ...mover, kind: "codedeploy", by: "CodeDeployLambdaAliasUpdate" });
  }
  const alias = { functionId, name, version: version ?? (text || void 0), where: file.path };
  return { logicalIds: [id], alias, movers };
}
function versionIn(text, { reference }) {
  const path = /^\uE000(.*)\uE001$/.exec(text)?.[1];
  const found = path === void 0 ? void 0 : reference(path);
  return found?.kind === "number" || found?.kind === "version" ? found.version : void 0;
}
function renamedBy(logicalId, { tool }) {
  if (/CurrentVersion[0-9A-F]{8}[0-9a-f]{32}$/i.test(logicalId)) {
    return "currentVersion or addAlias";
  }
  const [, serverlessHash = ""] = logicalId.split(/LambdaVersion(?=[A-Za-z0-9]{20})/);
  if (tool === "serverless" && /^[A-Za-z0-9]{20,}$/.test(serverlessHash)) {
    return "versionFunctions";
  }
  return /Version[0-9a-f]{10}$/.test(logicalId) && !/Version0{10}$/.test(logicalId) ? "AutoPublishAlias without a constant AutoPublishCodeSha256" : void 0;
}

// src/doctor/sam-callers.ts
var REST = "AWS::Serverless::Api";
var HTTP = "AWS::Serverless::HttpApi";
function readSamResources(reading) {
  for (const resource of resourcesOf(reading.file)) {
    if (isSamFunction(resource)) readFunction(resource, reading);
    else if (resource.type === REST) readApi(resource, "rest", reading);
    else if (resource.type === HTTP) readApi(resource, "http", reading);
  }
}
function readFunction(resource, reading) {
  const { file } = reading;
  const properties = propertiesOf(file, resource);
  const alias = symbolic(properties.get("AutoPublishAlias"), file);
  const called = referenceTo(alias === "" ? `${resource.id}.Arn` : `${resource.id}.Alias`);
  for (const [name, event] of mapAt4(properties, "Events")) {
    if (isMap5(event)) readEvent(name, event, called, reading);
  }
  if (isMap5(properties.get("FunctionUrlConfig"))) {
    addCall(reading, { front: "url", label: "function URL", through: "" }, called);
  }
}
function readEvent(name, event, called, reading) {
  const { file } = reading;
  const type = textAt3(event, "Type") ?? "";
  const properties = mapAt4(event, "Properties");
  if (type !== "Api" && type !== "HttpApi") {
    addCall(reading, eventCall(name, type, properties, file), called);
    return;
  }
  const { front, api, stageName } = apiOfEvent(type, properties, file);
  const method = symbolic(properties.get("Method"), file) || "ANY";
  const path = symbolic(properties.get("Path"), file) || "$default";
  if (isDefined(api, method, path, file)) return;
  const label = path === "$default" ? path : `${method.toUpperCase()} ${path}`;
  const through = `${front === "rest" ? "REST" : "HTTP"} ${api}${stageName === "" ? "" : `/${stageName}`}`;
  const stage = front === "rest" ? { api, name: stageName || void 0 } : void 0;
  addCall(reading, { front, label, through, stage }, called);
}
var SOURCES = [...["SQS", "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB"]];
function eventCall(name, type, properties, file) {
  const front = SOURCES.includes(type) ? "source" : "other";
  const from = ["Queue", "Stream", "Broker", "Topic", "Bucket"].flatMap(
    (key) => sourceWords(symbolic(properties.get(key), file)) || []
  );
  return { front, label: `${type} ${from[0] ?? name}`, through: "" };
}
function apiOfEvent(type, properties, file) {
  const front = type === "Api" ? "rest" : "http";
  const named = symbolic(properties.get(front === "rest" ? "RestApiId" : "ApiId"), file);
  const api = sourceWords(named) || (front === "rest" ? "ServerlessRestApi" : "ServerlessHttpApi");
  const own = mapAt4(mapAt4(mapAt4(file.template, "Resources"), api), "Properties");
  const implied = front === "rest" && named === "" ? "Prod" : "";
  return { front, api, stageName: symbolic(own.get("StageName"), file) || implied };
}
function isDefined(api, method, path, file) {
  const own = mapAt4(mapAt4(mapAt4(file.template, "Resources"), api), "Properties");
  const paths = mapAt4(mapAt4(own, "DefinitionBody"), "paths");
  return [...mapAt4(paths, path).keys()].some((key) => key.toLowerCase() === method.toLowerCase());
}
function readApi({ id, properties }, front, reading) {
  const { file, found } = reading;
  const name = symbolic(properties.get("StageName"), file);
  const through = `${front === "rest" ? "REST" : "HTTP"} ${id}${name === "" ? "" : `/${name}`}`;
  const stage = front === "rest" ? { api: id, name: name || void 0 } : void 0;
  const variables = variablesIn(properties, file);
  const add = (label, uri) => addCall(reading, { front, label, through, stage }, uri, variables);
  if (properties.has("DefinitionUri")) {
    found.notes.push(`${file.path}: the definition of ${id} is in another file, which is not read`);
  }
  const body = properties.get("DefinitionBody");
  if (isMap5(body)) {
    if ([...body.keys()].some((key) => key.startsWith("Fn::"))) {
      found.notes.push(`${file.path}: the definition of ${id} is included, and is not read`);
    }
    readDefinition(body, add);
  }
  for (const [key, authorizer] of mapAt4(mapAt4(properties, "Auth"), "Authorizers")) {
    const called = isMap5(authorizer) ? authorizer.get("FunctionArn") : void 0;
    if (called !== void 0) add(`authorizer ${key}`, called);
  }
}
function stageMovers({ file, found }) {
  const own = resourcesOf(file).filter(({ type }) => type === REST);
  return found.callers.flatMap(({ functionId, stage, reach, where }) => {
    const isOwn = own.some(({ id }) => id === stage?.api);
    if (!isOwn || reach.kind !== "variable" && reach.kind !== "version") return [];
    const by = `${stage?.api} is an ${REST}`;
    return [{ functionId, alias: void 0, kind: "stage-deployment", by, where }];
  });
}

// src/doctor/survey-templates.ts
function isTemplate(tree) {
  if (!isMap6(tree)) return false;
  const resources = tree.get("Resources");
  return isMap6(resources) && [...resources.values()].some((each) => isMap6(each) && each.has("Type"));
}
function toolOf(tree) {
  if (!isMap6(tree)) return "cloudformation";
  if (tree.has("Transform") && JSON.stringify(tree.get("Transform")).includes("Serverless")) {
    return "sam";
  }
  const resources = [...mapAt5(tree, "Resources").values()];
  const isCdk = resources.some(
    (each) => isMap6(each) && mapAt5(each, "Metadata").has("aws:cdk:path")
  );
  return isCdk ? "cdk" : "cloudformation";
}
function surveyTemplates(parsed, assets = /* @__PURE__ */ new Map()) {
  const files = withParameters(parsed, assets);
  if (files.length === 0) return EMPTY_SURVEY;
  const index = indexTemplates(files);
  const found = { callers: [], notes: [], problems: [] };
  const movers = [...index.movers];
  for (const file of files) {
    const own = { callers: [], notes: [], problems: [] };
    const reading = { file, index, found: own };
    readPlainResources(reading);
    readSamResources(reading);
    movers.push(...stageMovers(reading), ...deploymentMovers(reading));
    found.callers.push(...own.callers);
    found.notes.push(...own.notes, ...unread(file, files, assets));
    found.problems.push(...own.problems);
  }
  const { functions, aliases } = index;
  return { functions, aliases, movers: unique(movers), ...found };
}
function unique(movers) {
  return [...new Map(movers.map((mover) => [JSON.stringify(mover), mover])).values()];
}
function deploymentMovers({ file, found }) {
  const moved = resourcesOf(file).filter(({ type }) => type === "AWS::ApiGateway::Stage").filter(
    ({ properties }) => /Deployment[0-9A-Fa-f]{8}[0-9a-f]{32}/.test(symbolic(properties.get("DeploymentId"), file))
  ).map(({ properties }) => symbolic(properties.get("RestApiId"), file));
  return found.callers.flatMap(({ functionId, stage, reach, where }) => {
    const isOwn = stage && moved.some((api) => api.includes(stage.api));
    if (!isOwn || reach.kind !== "variable" && reach.kind !== "version") return [];
    const by = "the API is deployed with each change (deploy: true)";
    return [{ functionId, alias: void 0, kind: "stage-deployment", by, where }];
  });
}
function withParameters(parsed, assets) {
  const files = parsed.flatMap(
    ({ path, tree, tool = toolOf(tree) }) => isMap6(tree) ? [{ path, tool, template: tree, parameters: /* @__PURE__ */ new Map() }] : []
  );
  const passed = /* @__PURE__ */ new Map();
  for (const file of files) {
    for (const stack of nestedStacks(file)) {
      const child = childOf(stack, file, files, assets);
      if (!child) continue;
      const parameters = passed.get(child.path) ?? /* @__PURE__ */ new Map();
      for (const [name, value] of mapAt5(stack.properties, "Parameters")) {
        parameters.set(name, located(symbolic(value, file), file));
      }
      passed.set(child.path, parameters);
    }
  }
  return files.map((file) => ({ ...file, parameters: passed.get(file.path) ?? file.parameters }));
}
function located(text, { path }) {
  return text.replace(/\uE000(?!\?)([^#\uE001]*)\uE001/g, `${path}#$1`);
}
var NESTED = ["AWS::CloudFormation::Stack", "AWS::Serverless::Application"];
function nestedStacks(file) {
  return resourcesOf(file).filter(({ type }) => NESTED.includes(type));
}
function childOf({ body, properties }, file, files, assets) {
  const { path } = file;
  const [hash = ""] = symbolic(properties.get("TemplateURL"), file).match(/[0-9a-f]{64}/) ?? [];
  const byHash = assets.get(hash);
  if (byHash !== void 0) return files.find((each) => each.path === byHash);
  const asset = textAt4(mapAt5(body, "Metadata"), "aws:asset:path");
  const location = asset ?? textAt4(properties, "TemplateURL") ?? textAt4(properties, "Location");
  if (location === void 0) return void 0;
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "";
  const wanted = folder + location.replace(/^\.\//, "");
  return files.find((file2) => file2.path === wanted);
}
function unread(file, files, assets) {
  const nested = nestedStacks(file).filter((stack) => childOf(stack, file, files, assets) === void 0).map(({ id }) => `${file.path}: the nested stack ${id} is not in these files, and is not read`);
  const loops = [...mapAt5(file.template, "Resources").keys()].filter((id) => id.startsWith("Fn::")).map((id) => `${file.path}: ${id} in Resources is not expanded`);
  return [...nested, ...loops];
}

export {
  diagnose,
  aliasOfMode,
  isReady,
  adviseOn,
  diagnosisText,
  wrapped,
  referenceTo,
  calleeOf,
  shown,
  unknownBecause,
  whyUnknown,
  sourceWords,
  EMPTY_SURVEY,
  joined,
  isTemplate,
  toolOf,
  surveyTemplates,
  findFiles
};
