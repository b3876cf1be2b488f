import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { existsSync: existsSync2, readFileSync: readFileSync2 } = require("node:fs");
const { existsSync, readFileSync, statSync } = require("node:fs");
import {
  applyEdits,
  configHead,
  rootOf,
  samEdits,
  scalar,
  showFiles,
  stateOf,
  writeFiles,
  wrongWriting
} from "./cli-read-repository.shared.js";
import {
  findFiles,
  isTemplate,
  toolOf,
  wrapped
} from "./doctor-template-callers.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";
import {
  readAppSpec
} from "./templates-app-spec.shared.js";
import {
  terraformTemplate
} from "./templates-terraform.shared.js";
import {
  canaryStages,
  isServerless,
  readingOf,
  resourcesOfType,
  serverlessTemplate,
  together
} from "./templates-intrinsics.shared.js";
import {
  functionProperties
} from "./templates-globals.shared.js";
import "./templates-release-facts.shared.js";
import {
  parseTree
} from "./templates-parse.shared.js";
import {
  plainValue
} from "./templates-plain-scalar.shared.js";

// src/cli/run-migrate.ts
import { basename, join as join2, relative as relative2, resolve as resolve2 } from "node:path";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";

// src/migrate/differences.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt
} from "./core.js";
function differencesOf(source, releases) {
  const isStage = releases.every(({ values }) => values["rest-api-id"] !== void 0);
  const places = [source.tree, source.made.template];
  const has = (key) => places.some((tree) => firstWith(tree, key) !== void 0);
  return [
    {
      what: isStage ? "who moves the stage" : "who moves the alias",
      today: MOVERS[source.kind],
      afterwards: "a release, in a job after the deployment. A deployment alone reaches nobody"
    },
    {
      what: "other environments",
      today: "each deployment of the file releases",
      afterwards: "each environment needs its release, with its own config file or inputs"
    },
    ...releases.flatMap(schedule),
    ...isStage ? [] : together2(releases),
    {
      what: "evidence",
      ...evidence(releases)
    },
    ...hooks(releases),
    ...rollbacks(source, has, isStage),
    ...versions(source),
    ...messages(has),
    {
      what: "permissions",
      today: "the role of CodeDeploy",
      afterwards: "the role of the job; command: plan prints its policy"
    },
    ...conditional(source)
  ];
}
var MOVERS = {
  sam: "CodeDeploy, within each sam deploy",
  cloudformation: "CodeDeploy, within each update of the stack",
  cdk: "CodeDeploy, within each cdk deploy",
  serverless: "CodeDeploy, within each serverless deploy",
  terraform: "CodeDeploy, in the deployments that a script creates",
  appspec: "CodeDeploy, in the deployments that the pipeline creates"
};
function schedule({ values }) {
  const steps = values.steps ?? "";
  if (steps === "") {
    return [
      {
        what: "schedule",
        today: "in the deployment group, which this file does not have",
        afterwards: "steps in the config file: write those of the group there"
      }
    ];
  }
  const isAtOnce = /AllAtOnce$/.test(steps);
  return [
    {
      what: "schedule",
      today: steps,
      afterwards: isAtOnce ? "the same; the release is monitored for 5 more minutes afterwards (bake-time: 0s turns that off)" : "the same, then 95% for 5 minutes before the rest (bake-time: 0s for the schedule alone)"
    }
  ];
}
function together2(releases) {
  const most = Math.max(...releases.map(({ functions }) => functions.length));
  if (most < 2) return [];
  return [
    {
      what: "several functions",
      today: "a deployment for each; one may be rolled back while another is not",
      afterwards: "one release: all are promoted, or all are rolled back"
    }
  ];
}
function evidence(releases) {
  const hasAlarms = releases.some(({ values }) => (values.alarms ?? "") !== "");
  return {
    today: hasAlarms ? "alarms" : "none",
    afterwards: `${hasAlarms ? "the same alarms, and " : ""}a comparison of errors and latency of both versions. With too little traffic, a step is extended`
  };
}
function hooks(releases) {
  const isThere2 = releases.some(
    ({ values }) => values["pre-traffic-hook"] || values["post-traffic-hook"]
  );
  if (!isThere2) return [];
  return [
    {
      what: "hooks",
      today: "report to CodeDeploy (PutLifecycleEventHookExecutionStatus), within an hour",
      afterwards: "return their result within hook-timeout; three lines of a hook change (docs/hooks.md). A hook that several functions share runs once"
    }
  ];
}
function rollbacks({ kind, tree, made }, has, isStage) {
  if (isStage) return [];
  const settings = firstWith(made.template, "AutoRollbackConfiguration") ?? firstWith(tree, "AutoRollbackConfiguration");
  const rollback = settings ? mapAt(settings, "AutoRollbackConfiguration") : void 0;
  const events = rollback?.get("Events");
  const isPartial = rollback !== void 0 && (rollback.get("Enabled") === "false" || isList(events) && !events.includes("DEPLOYMENT_STOP_ON_ALARM"));
  const inStack = ["sam", "cloudformation", "cdk", "serverless"].includes(kind);
  return [
    ...isPartial ? [
      {
        what: "rollback",
        today: "not after an alarm (AutoRollbackConfiguration)",
        afterwards: "always: after an alarm, a worse version, a failed hook, a cancellation"
      }
    ] : [],
    ...inStack ? [
      {
        what: "after a rollback",
        today: "the whole update of the stack is rolled back",
        afterwards: "the stack keeps the new code, which nobody is served; deploy the next code, and release it"
      }
    ] : [],
    ...has("IgnorePollAlarmFailure") && isTrue(tree, made.template) ? [
      {
        what: "alarms that cannot be read",
        today: "are ignored (IgnorePollAlarmFailure)",
        afterwards: "extend the step, and after it the release is held"
      }
    ] : []
  ];
}
function isTrue(...trees) {
  return trees.some(
    (tree) => firstWith(tree, "IgnorePollAlarmFailure")?.get("IgnorePollAlarmFailure") === "true"
  );
}
function versions({ kind }) {
  if (kind !== "appspec") return [];
  return [
    {
      what: "version",
      today: "CurrentVersion and TargetVersion, written for each deployment",
      afterwards: "what the alias has, and a version that is published for you (or the input version)"
    }
  ];
}
function messages(has) {
  if (!has("TriggerConfigurations") && !has("triggerConfigurations")) return [];
  return [
    {
      what: "messages",
      today: "by SNS, from triggers of CodeDeploy",
      afterwards: "none by SNS; notify-url, the job summary, the comment and the outputs"
    }
  ];
}
function conditional({ kind, tree, made }) {
  const isIn = (each) => {
    if (isList(each)) return each.some(isIn);
    if (!isMap(each)) return false;
    return ["Fn::If", "Fn::FindInMap", "Ref", "Fn::Sub"].some((call) => each.has(call)) || [...each.values()].some(isIn);
  };
  const parameters = isMap(tree) ? mapAt(tree, "Parameters") : mapAt(made.template, "Parameters");
  if (kind === "appspec" || parameters.size === 0 || !isIn(tree)) return [];
  return [
    {
      what: "values by parameters",
      today: "resolved with each deployment",
      afterwards: "written down as these parameters have them. For another environment: migrate it first, with --config-only and its own --config"
    }
  ];
}
function firstWith(tree, key) {
  if (typeof tree === "string") return void 0;
  if (isMap(tree) && tree.has(key)) return tree;
  for (const inner of isList(tree) ? tree : tree.values()) {
    const found2 = firstWith(inner, key);
    if (found2) return found2;
  }
  return void 0;
}
function differencesText(all) {
  const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", ", ");
  const rows = all.map(
    ({ what, today, afterwards }) => `| ${listed([what, today, afterwards].map(cell), " | ")} |`
  );
  return ["| | today | afterwards |", "|---|---|---|", ...rows];
}

// src/templates/template-releases.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_templates_template_parameters_ts__checkSupplied as checkSupplied
} from "./core.js";
import {
  src_templates_tree_ts__mapAt as mapAt2,
  src_templates_tree_ts__textAt as textAt
} from "./core.js";
function readReleases(made, given) {
  if (mapAt2(made.template, "Resources").size === 0) {
    return { releases: [], why: [], notes: made.notes, problems: made.problems };
  }
  try {
    return separated(made, given);
  } catch (error) {
    return { releases: [], why: [], notes: [], problems: [known(error).message] };
  }
}
function separated(made, given) {
  const { functions, stage, found: found2, why = [] } = readingOf(made.template, given, made.notes);
  const groups = /* @__PURE__ */ new Map();
  for (const each of functions) {
    const schedule2 = given.stepsOf(each.type ?? "");
    groups.set(schedule2, [...groups.get(schedule2) ?? [], each]);
  }
  const parts = [...groups.values()].map((own) => ({
    functions: own,
    facts: together(own, given.stepsOf, { ...found2, notes: [], problems: [] })
  }));
  const releases = parts.map(({ functions: own, facts }) => ({
    functions: own,
    values: facts.values
  }));
  return {
    releases: stage ? [...releases, { values: stage, functions: [] }] : releases,
    why,
    notes: [...parts.flatMap(({ facts }) => facts.notes), ...found2.notes, ...made.notes],
    problems: [
      ...made.problems,
      ...found2.problems,
      ...checkSupplied(made.template, given.supplied),
      ...parts.flatMap(({ facts }) => facts.problems)
    ]
  };
}
function stagePercent({ template }) {
  const [stage] = canaryStages(template);
  const written = stage && textAt(mapAt2(stage.properties, "CanarySetting"), "PercentTraffic");
  return written !== void 0 && /^\d{1,2}(?:\.\d+)?$/.test(written) ? written : void 0;
}
function hasStageCanary({ template }) {
  return canaryStages(template).length > 0;
}

// src/migrate/migrated-config.ts
var TARGET = ["rest-api-id", "stage-name", "functions", "alias"];
var AFTER = [
  ...["steps", "alarms", "pre-traffic-hook", "post-traffic-hook"],
  ...["stage-variable-overrides", "use-stage-cache"]
];
var LISTS = ["functions", "alarms", "pre-traffic-hook", "post-traffic-hook"];
function migratedConfig({ values, stack, from, remarks }) {
  const all = withOneAlias(values);
  const lines = (names) => names.flatMap((name) => all[name] ? linesOf(name, all[name]) : []);
  return [
    ...configHead(`taken from ${from}`),
    ...stack === void 0 ? [] : ["# The names below are logical IDs of this stack.", `stack: ${scalar(stack)}`],
    ...lines(TARGET),
    ...remarks.map((remark) => `# ${remark}`),
    ...lines(AFTER),
    ""
  ].join("\n");
}
function withOneAlias(values) {
  const functions = itemsOf(values.functions ?? "");
  const aliases = new Set(functions.map((each) => /:([\w-]+)$/.exec(each)?.[1] ?? ""));
  const [alias = ""] = aliases;
  if (aliases.size !== 1 || alias === "") return values;
  const names = functions.map((each) => each.slice(0, -alias.length - 1));
  return { ...values, functions: names.join("\n"), alias };
}
function itemsOf(text) {
  if (text.startsWith("[")) return JSON.parse(text).map(String);
  return text.split("\n").filter((line) => line !== "");
}
function linesOf(name, text) {
  if (LISTS.includes(name)) {
    const items = itemsOf(text).map(scalar);
    const line = `${name}: [${items.join(", ")}]`;
    return line.length <= 100 ? [line] : [`${name}:`, ...items.map((item) => `  - ${item}`)];
  }
  if (name === "stage-variable-overrides") {
    const entries = itemsOf(text).map((line) => [
      line.slice(0, line.indexOf("=")),
      line.slice(line.indexOf("=") + 1)
    ]);
    return [
      `${name}:`,
      ...entries.map(([key = "", value = ""]) => `  ${scalar(key)}: ${scalar(value)}`)
    ];
  }
  const isPlain = name === "steps" && /^[\w%/., ]+$/.test(text);
  return [`${name}: ${isPlain ? text : scalar(text)}`];
}

// src/migrate/migrated-source.ts
import {
  src_templates_terraform_mark_ts__mayBeTerraform as mayBeTerraform
} from "./core.js";
import {
  src_templates_tree_ts__isMap as isMap2
} from "./core.js";
var GRADUAL = /DeploymentPreference|CodeDeployLambdaAliasUpdate|deploymentSettings|Canary(?:Setting|_settings)|aws_codedeploy_deployment_group|CurrentVersion/i;
function mayBeGradual(text) {
  return GRADUAL.test(text);
}
async function readSource(path, text) {
  if (mayBeTerraform(text)) {
    const made2 = terraformTemplate(text);
    return found({ path, text, kind: "terraform", tree: made2.template, made: made2 });
  }
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === "problem") return parsed;
  const { tree } = parsed;
  if (isServerless(tree)) {
    return found({ path, text, kind: "serverless", tree, made: serverlessTemplate(tree) });
  }
  if (!isMap2(tree)) return { kind: "other" };
  if (isTemplate(tree)) {
    const tool = /(?:^|\/)cdk\.out\//.test(path) ? "cdk" : toolOf(tree);
    const kind = tool === "terraform" ? "cloudformation" : tool;
    return found({ path, text, kind, tree, made: { template: tree, notes: [], problems: [] } });
  }
  if (!isAppSpec(text)) return { kind: "other" };
  const written = await parseTree(text);
  if (written.kind === "problem") return written;
  const made = { template: /* @__PURE__ */ new Map(), notes: [], problems: [] };
  return found({ path, text, kind: "appspec", tree: written.tree, made });
}
function found(source) {
  return { kind: "source", source };
}
function isAppSpec(text) {
  return /AWS::Lambda::Function/.test(text) && /CurrentVersion/i.test(text);
}
function releasesIn({ kind, tree, made }, given) {
  if (kind !== "appspec") return readReleases(made, given);
  const { values, notes, problems } = readAppSpec(tree, given);
  const { version: _, ...kept } = values;
  const releases = problems.length > 0 ? [] : [{ values: kept, functions: [] }];
  return { releases, why: [], notes, problems };
}

// src/migrate/steps-by-hand.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand
} from "./functions.js";
function codeByHand(kind, releases, isNamed) {
  const moved = releases.flatMap(
    ({ functions }) => functions.map(({ id, name = "", alias = "" }) => ({ id, name: isNamed ? name : "", alias }))
  );
  switch (kind) {
    case "cdk":
      return moved.map(cdkCode);
    case "serverless":
      return moved.length === 0 ? [] : [serverlessCode(moved)];
    case "terraform":
      return moved.length === 0 ? [TERRAFORM_STAGE] : moved.map(terraformCode);
    case "appspec":
      return [APPSPEC];
    case "sam":
    case "cloudformation":
      return [];
  }
}
function servedVersion(name, alias) {
  return awsCommand("lambda get-alias", {
    ...{ "function-name": name || "NAME", name: alias || "ALIAS" },
    ...{ query: "FunctionVersion", output: "text" }
  });
}
function cdkCode({ id, name, alias }) {
  const construct = id.replace(/(?:Alias)?[0-9A-F]{8}$/, "") || id;
  return `// ${construct}: deploy this first, so that the version that is served stays.
//   currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN }   // in the props of the function
// Then take out its LambdaDeploymentGroup, and let the alias have the number that this prints:
//   ${servedVersion(name, alias)}
const served = lambda.Version.fromVersionArn(this, '${construct}Served', \`\${fn.functionArn}:NUMBER\`);
new lambda.Alias(this, 'Alias', { aliasName: ${JSON.stringify(alias)}, version: served }); // keep the ID that the alias has
`;
}
function serverlessCode(moved) {
  const resources = moved.flatMap(({ id, name, alias }) => {
    const lambda = logicalIdOf(id);
    return [
      `    ${lambda}Alias${alias}:`,
      "      Type: AWS::Lambda::Alias",
      "      Properties:",
      `        Name: ${scalar(alias)}`,
      `        FunctionName: { Ref: ${lambda} }`,
      `        FunctionVersion: 'NUMBER' # ${servedVersion(name, alias)}`
    ];
  });
  return [
    "# Take serverless-plugin-canary-deployments out of plugins, and deploymentSettings out of functions and custom.",
    "# The alias keeps the logical ID that the plugin gave it, and the number of the version that it serves.",
    "resources:",
    "  Resources:",
    ...resources,
    '# The plugin also let events call the alias: keep that in resources.extensions (docs/doctor.md, "unqualified").',
    ""
  ].join("\n");
}
function logicalIdOf(key) {
  const plain = key.replaceAll("-", "Dash").replaceAll("_", "Underscore");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}LambdaFunction`;
}
function terraformCode({ id, alias }) {
  const isModule = !/aws_lambda_alias\.[\w-]+(?:\[[^\]]*\])?$/.test(id);
  return isModule ? `# Take the module "${id.replace(/^module\./, "")}" out: nothing may create deployments any more. On the alias "${alias}":
#   of your own:                                  lifecycle { ignore_changes = [function_version, routing_config] }
#   of terraform-aws-modules/lambda (modules/alias): it ignores the version only; define an aws_lambda_alias instead,
#   with "terraform state mv" from the module, so that it is not created again
` : `# On ${id}, and take out its deployment group, and what creates deployments:
lifecycle {
  ignore_changes = [function_version, routing_config]
}
`;
}
var TERRAFORM_STAGE = `# On the stage, and take out canary_settings:
lifecycle {
  ignore_changes = [deployment_id, variables, canary_settings]
}
`;
var APPSPEC = `# Take "aws deploy create-deployment" out of the pipeline, and what writes the AppSpec. The alias stays as it is: if a
# template or Terraform defines it, read that file as well, for it may move the alias.
`;

// src/migrate/template-change.ts
import {
  src_templates_tree_ts__isList as isList2,
  src_templates_tree_ts__isMap as isMap3,
  src_templates_tree_ts__mapAt as mapAt3,
  src_templates_tree_ts__placeOf as placeOf,
  src_templates_tree_ts__textAt as textAt2
} from "./core.js";

// src/migrate/remove-pairs.ts
async function removeEntries(text, paths) {
  const yaml = await import("./vendor-yaml.js");
  const { contents } = yaml.parseDocument(text, {
    logLevel: "silent",
    uniqueKeys: false
  });
  const isMap4 = (node) => yaml.isMap(node);
  const holders = /* @__PURE__ */ new Map();
  const marked = /* @__PURE__ */ new Map();
  for (const path of paths) {
    let map = contents;
    let held;
    for (const key of path) {
      if (!isMap4(map)) {
        held = void 0;
        break;
      }
      const own = map;
      const pair = own.items.find((each) => yaml.isScalar(each.key) && each.key.value === key);
      held = pair && { pair, map: own };
      map = pair?.value;
      if (held && isMap4(map)) holders.set(map, held);
    }
    if (held) marked.set(held.pair, held);
  }
  emptied(marked, holders);
  const maps = new Set([...marked.values()].map(({ map }) => map));
  return [...maps].flatMap((map) => {
    const items = map.items;
    const isGone = (pair) => marked.has(pair);
    return map.flow ? flowEdits(items, isGone) : blockEdits(text, items.filter(isGone));
  });
}
function emptied(marked, holders) {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { map } of [...marked.values()]) {
      const holder = holders.get(map);
      const isEmptied = map.items.every((pair) => marked.has(pair));
      if (!isEmptied || !holder || marked.has(holder.pair)) continue;
      for (const pair of map.items) marked.delete(pair);
      marked.set(holder.pair, holder);
      changed = true;
    }
  }
}
function blockEdits(text, gone) {
  return gone.map((pair) => ({
    ...{ start: lineStart(text, startOf(pair)), end: lineEnd(text, endOf(pair)) },
    text: ""
  }));
}
function flowEdits(items, isGone) {
  return items.flatMap((pair, i) => {
    const before = items[i - 1];
    if (!isGone(pair) || before && isGone(before)) return [];
    const next = items.slice(i).find((each) => !isGone(each));
    const last = items.at(-1) ?? pair;
    return next ? [{ start: startOf(pair), end: startOf(next), text: "" }] : [{ start: before ? endOf(before) : startOf(pair), end: endOf(last), text: "" }];
  });
}
function startOf({ key }) {
  return key.range?.[0] ?? 0;
}
function endOf({ key, value }) {
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}
function lineStart(text, offset) {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*$/.test(text.slice(start, offset)) ? start : offset;
}
function lineEnd(text, offset) {
  const end = text.slice(0, offset).trimEnd().length;
  const next = text.indexOf("\n", end);
  return next < 0 ? text.length : next + 1;
}

// src/migrate/template-change.ts
var PREFERENCE = "DeploymentPreference";
async function changeTemplate({ path, text, made: { template } }, releases) {
  const released = releases.flatMap(({ functions }) => functions.map(({ id }) => id));
  const isSam = (id) => resourcesOfType(template, FUNCTION).has(id);
  const sam = released.filter(isSam);
  const gone = [
    ...sam.length > 0 ? preferencePaths(template) : [],
    ...released.filter((id) => !isSam(id)).map((id) => ["Resources", id, "UpdatePolicy", "CodeDeployLambdaAliasUpdate"]),
    ...releases.some(({ functions }) => functions.length === 0) ? canaryPaths(template) : []
  ];
  const without = applyEdits(text, await removeEntries(text, gone));
  const wanted = sam.map((logicalId) => ({ logicalId, alias: "", hasAlias: true }));
  const edited = applyEdits(without, await samEdits(without, wanted));
  const isKept = await isSame(text, edited, gone);
  return {
    text: isKept ? edited : void 0,
    steps: [
      ...isKept ? [] : byHand(path, template, gone, sam),
      ...stepsAfter(template, released, sam)
    ],
    notes: lostPreferences(template, sam)
  };
}
var FUNCTION = "AWS::Serverless::Function";
function preferencePaths(template) {
  const own = [...resourcesOfType(template, FUNCTION)].flatMap(([id, resource]) => {
    const ignored = resource.get("IgnoreGlobals");
    const isOnlyThis = isList2(ignored) && ignored.length === 1 && ignored[0] === PREFERENCE;
    return [
      ["Resources", id, "Properties", PREFERENCE],
      ...isOnlyThis ? [["Resources", id, "IgnoreGlobals"]] : []
    ];
  });
  return [["Globals", "Function", PREFERENCE], ...own];
}
function canaryPaths(template) {
  return [
    ["Globals", "Api", "CanarySetting"],
    ...canaryStages(template).map(({ id }) => ["Resources", id, "Properties", "CanarySetting"])
  ];
}
async function isSame(before, after, gone) {
  const [one, two] = [await parseTree(before, plainValue), await parseTree(after, plainValue)];
  if (one.kind !== "tree" || two.kind !== "tree") return false;
  const left = isMap3(two.tree) ? two.tree : /* @__PURE__ */ new Map();
  const hasLeftOver = ignoresPreference(left) || gone.some((path) => isThere(left, path));
  return !hasLeftOver && JSON.stringify(rest(one.tree)) === JSON.stringify(rest(two.tree));
}
function isThere(template, path) {
  return path.slice(0, -1).reduce(mapAt3, template).has(path.at(-1) ?? "");
}
function ignoresPreference(template) {
  if (mapAt3(mapAt3(template, "Globals"), "Function").has(PREFERENCE)) return false;
  const hasGlobals = mapAt3(template, "Globals").has("Function");
  const ignoring = [...resourcesOfType(template, FUNCTION).values()].some((resource) => {
    const ignored = resource.get("IgnoreGlobals");
    return isList2(ignored) && ignored.includes(PREFERENCE);
  });
  return hasGlobals && ignoring;
}
var ABOUT = [
  ...[PREFERENCE, "AutoPublishCodeSha256", "IgnoreGlobals", "CodeDeployLambdaAliasUpdate"],
  "CanarySetting"
];
function rest(tree) {
  if (typeof tree === "string") return tree;
  if (isList2(tree)) return tree.map(rest);
  const entries = [...tree].filter(([key]) => !ABOUT.includes(key)).map(([key, value]) => [key, rest(value)]).filter(([, value]) => JSON.stringify(value) !== "{}");
  return Object.fromEntries(entries);
}
function byHand(path, template, gone, sam) {
  const there = gone.flatMap((each) => {
    const parent = each.slice(0, -1).reduce(mapAt3, template);
    const key = each.at(-1) ?? "";
    return parent.has(key) ? [`${placeOf(parent, key)}take out ${each.join(".")}`] : [];
  });
  return [
    ...there.map((step) => `${path}, ${step}`),
    ...sam.map((id) => `${path}: add a constant AutoPublishCodeSha256 to the Properties of ${id}`)
  ];
}
function stepsAfter(template, released, sam) {
  const changing = sam.filter((id) => isChanging(mapAt3(mapAt3(template, "Resources"), id)));
  const versions2 = released.filter((id) => !sam.includes(id)).flatMap((id) => versionOf(mapAt3(mapAt3(template, "Resources"), id)) ?? []);
  const groups = [...resourcesOfType(template, "AWS::CodeDeploy::DeploymentGroup").keys()];
  return [
    ...changing.map(
      (id) => `let AutoPublishCodeSha256 of ${id} be a constant: SAM moves the alias when it changes`
    ),
    ...versions2.map(
      (id) => `never rename ${id} again: a new logical ID publishes a version, and the stack moves the alias to it`
    ),
    ...groups.length > 0 && versions2.length > 0 ? [`take out what only CodeDeploy needs, once this is deployed: ${groups.join(", ")}`] : []
  ];
}
function isChanging(resource) {
  const hash = mapAt3(resource, "Properties").get("AutoPublishCodeSha256");
  return hash !== void 0 && typeof hash !== "string";
}
function versionOf(alias) {
  const written = mapAt3(alias, "Properties").get("FunctionVersion");
  const argument = isMap3(written) ? written.get("Fn::GetAtt") : void 0;
  const [id] = isList2(argument) ? argument : [String(argument ?? "").split(".")[0]];
  return typeof id === "string" && id !== "" ? id : void 0;
}
function lostPreferences(template, sam) {
  if (sam.length === 0) return [];
  return [...resourcesOfType(template, FUNCTION)].flatMap(([id, resource]) => {
    if (sam.includes(id)) return [];
    const preference = functionProperties(template, resource).get(PREFERENCE);
    const isOff = isMap3(preference) && textAt2(preference, "Enabled") === "false";
    if (!isMap3(preference) || isOff) return [];
    return [
      `"${id}" is not in this release, because of its Condition or of Enabled with these parameters, and its ${PREFERENCE} is taken out as well: migrate it first, with the parameters of its environment, --config-only and its own --config`
    ];
  });
}

// src/migrate/plan-migration.ts
var NO_CHANGE = { text: void 0, steps: [], notes: [] };
async function migrationOf(source, facts) {
  const { found: found2, stack } = readWithNames(source, facts);
  const isEditable = source.kind === "sam" || source.kind === "cloudformation";
  const isRight = found2.problems.length === 0 && found2.releases.length > 0;
  const releases = found2.releases.map((release) => withSteps(release, source, facts.steps));
  return {
    ...{ source, releases, stack },
    change: isEditable && isRight ? await changeTemplate(source, releases) : NO_CHANGE,
    code: isRight ? codeByHand(source.kind, releases, stack === void 0) : [],
    differences: isRight ? differencesOf(source, releases) : [],
    ...{ notes: found2.notes, problems: found2.problems, why: found2.why }
  };
}
function readWithNames(source, { steps, stack, ...others }) {
  const isStage = hasStageCanary(source.made);
  const gives = (name) => name === "steps" && steps !== "";
  const first = releasesIn(source, { ...others, gives });
  const isOnlyStage = isStage && steps === "" && first.releases.every(({ functions }) => functions.length === 0);
  const read = (namesLater) => releasesIn(source, {
    ...others,
    gives: isOnlyStage ? (name) => name === "steps" : gives,
    namesLater
  });
  const plain = isOnlyStage ? read(false) : first;
  if (plain.problems.length === 0 || stack === void 0) return { found: plain, stack: void 0 };
  const later = read(true);
  return later.problems.length < plain.problems.length ? { found: later, stack } : { found: plain, stack: void 0 };
}
function withSteps(release, source, steps) {
  const { values, functions } = release;
  if (steps !== "") return { functions, values: { ...values, steps } };
  const isStage = values["rest-api-id"] !== void 0;
  return isStage ? { functions, values: { ...values, steps: `${stagePercent(source.made) ?? "10"}%/10m` } } : release;
}
function configFiles(migrations, path) {
  const all = migrations.flatMap(
    (migration) => migration.releases.map((release) => ({ migration, release }))
  );
  return all.map(({ migration, release }, i) => ({
    path: all.length === 1 ? path : numbered(path, i + 1, release),
    text: migratedConfig({
      values: release.values,
      stack: migration.stack,
      from: migration.source.path,
      remarks: remarksOn(migration, release)
    })
  }));
}
function numbered(path, number, { values, functions }) {
  const name = values["stage-name"] || functions[0]?.alias || "release";
  return `${path.replace(/\.ya?ml$/, "")}/${number}-${name.replace(/[^\w-]/g, "-")}.yml`;
}
function remarksOn({ source }, { values }) {
  if (source.kind === "appspec") {
    return [
      "The deployment group has the schedule and the alarms: write them here, as steps and alarms."
    ];
  }
  return values["rest-api-id"] === void 0 ? [] : ["The canary of the stage has a share and no times: set how long."];
}

// src/cli/run-migrate.ts
import {
  src_rollout_steps_ts__parseSteps as parseSteps
} from "./core.js";
import {
  src_templates_template_parameters_ts__readSupplied as readSupplied
} from "./core.js";

// src/cli/read-gradual.ts
import { dirname, join, relative, resolve } from "node:path";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_inputs_read_sam_config_ts__readSamSettings as readSamSettings
} from "./core.js";
var MOST_BYTES = 5e6;
var MOST_JSON_BYTES = 1e8;
var SKIPPED = /(?:^|\/)(?:\.serverless|\.github|\.aws-sam)\/|(?:^|\/)(?:package|package-lock|cdk)\.json$/;
var CDK_OUT = /(?:^|\/)cdk\.out\//;
async function readGradual({ flags, cwd }, folder, root) {
  const named = flags.text("from").split("\n").filter(Boolean);
  const paths = named.length > 0 ? named.map((path) => resolve(cwd, path)) : candidatesIn(folder);
  const problems = [];
  const sources = [];
  for (const path of paths) {
    const shown = relative(root, path).replaceAll("\\", "/");
    if (shown.startsWith("../")) {
      problems.push(`--from: ${quote(path)} is outside of the repository ${quote(root)}`);
      continue;
    }
    const text = await textAt3(path, problems);
    if (text === void 0 || named.length === 0 && !mayBeGradual(text)) continue;
    const found2 = await readOne(shown, text, named.length > 0);
    if (typeof found2 === "string") problems.push(found2);
    else if (found2) sources.push(found2);
  }
  return { sources, problems };
}
async function readOne(path, text, isNamed) {
  const reading = await readSource(path, text);
  switch (reading.kind) {
    case "source":
      return reading.source;
    case "problem":
      return isNamed || /^["']?Resources/m.test(text) ? `${path}: ${reading.problem}` : void 0;
    case "other":
      return isNamed ? `--from: ${quote(path)} is none of these: a template, serverless.yml, an AppSpec, what "terraform show -json" writes` : void 0;
  }
}
function candidatesIn(folder) {
  return findFiles(folder).paths.filter((path) => /\.(?:ya?ml|json|template)$/.test(path) && !SKIPPED.test(path)).filter((path) => !CDK_OUT.test(path) || path.endsWith(".template.json")).map((path) => join(folder, path));
}
async function textAt3(path, problems) {
  const isJson = path.endsWith(".json");
  try {
    const { size } = await foreign(() => statSync(path));
    if (size <= (isJson ? MOST_JSON_BYTES : MOST_BYTES)) {
      return await foreign(() => readFileSync(path, "utf8"));
    }
    problems.push(`${quote(path)} has ${size} bytes; expected at most ${MOST_BYTES}`);
  } catch (error) {
    problems.push(`${quote(path)}: ${known2(error).message}`);
  }
  return void 0;
}
async function samSettingsOf({ flags }, { path, kind }, { root, region }, problems) {
  const given = flags.text("sam-config");
  const beside = join(dirname(path), "samconfig.toml").replaceAll("\\", "/");
  const isThere2 = kind === "sam" && existsSync(join(root, beside));
  const written = given !== "" ? given : isThere2 ? beside : "";
  return readSamSettings(written, { workspace: root, region }, problems);
}

// src/cli/run-migrate.ts
async function runMigrate(context) {
  const { flags, log, cwd } = context;
  const folder = resolve2(cwd, flags.text("folder") || ".");
  const root = await rootOf(folder);
  const problems = [...wrongWriting(context), ...wrongFlags(context)];
  const config = flags.text("config") || ".github/canary.yml";
  const found2 = await readGradual(context, folder, root);
  const all = await migrationsOf(context, found2, root, problems);
  if (problems.length > 0) throw new UsageError(problems);
  const migrations = all.filter(({ releases }) => releases.length > 0);
  if (migrations.length === 0) return nothing(context, all, folder);
  const isWhole = !flags.has("config-only");
  const files = plannedFiles(migrations, config, root, isWhole);
  for (const migration of migrations) showMigration(context, migration);
  const kept = showFiles(context, files);
  if (isWhole) showSteps(context, migrations);
  if (kept.length > 0) {
    log.error(
      `${kept.map(quote2).join(", ")}: other content is there, so nothing was written: without it, nothing would release any more. Give --config FILE for another file, or --overwrite`
    );
    return EXIT.failed;
  }
  const [first = config] = configFiles(migrations, config).map(({ path }) => path);
  showNext(context, first, relative2(cwd, root));
  return await writeFiles(context, root, files, "migrate");
}
function wrongFlags({ flags }) {
  const [account, region, steps, config] = ["account", "region", "steps", "config"].map(flags.text);
  const parsed = steps ? parseSteps(steps) : void 0;
  return [
    ...account && !/^\d{12}$/.test(account) ? [`--account: ${quote2(account)}; expected 12 digits`] : [],
    ...region && !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) ? [`--region: ${quote2(region)}; expected a Region such as eu-central-1`] : [],
    ...parsed?.kind === "problems" ? parsed.problems.map((problem) => `--steps: ${problem}`) : [],
    ...config && !/^(?!\/|.*\.\.\/).+\.ya?ml$/.test(config) ? [`--config: ${quote2(config)}; expected a YAML file within the repository`] : []
  ];
}
async function migrationsOf(context, found2, root, problems) {
  const { flags, env } = context;
  const region = flags.text("region") || env.AWS_REGION || env.AWS_DEFAULT_REGION || "";
  const own = readSupplied(flags.text("template-parameters"), problems, "--template-parameters");
  const account = flags.text("account");
  const supplied = new Map([
    ...account === "" ? [] : [["AWS::AccountId", account]],
    ...own
  ]);
  problems.push(...found2.problems);
  const migrations = [];
  for (const source of found2.sources) {
    const settings = await samSettingsOf(context, source, { root, region }, problems);
    const isCdk = source.kind === "cdk";
    const stack = isCdk ? basename(source.path, ".template.json") : settings.stack;
    const migration = await migrationOf(source, {
      ...{ supplied, configured: settings.parameters, region, stepsOf },
      ...{ steps: flags.text("steps"), stack: flags.text("stack") || stack }
    });
    problems.push(...migration.problems.map((problem) => `${source.path}: ${problem}`));
    migrations.push({ ...migration, notes: [...settings.notes, ...migration.notes] });
  }
  return migrations;
}
function stepsOf(text) {
  const parsed = parseSteps(text);
  return parsed.kind === "steps" ? JSON.stringify(parsed.steps) : text;
}
function nothing({ log }, all, folder) {
  log.text(
    all.length === 0 ? `Nothing to migrate: no file in ${folder} releases gradually.` : "Nothing to migrate: nothing that was read releases gradually."
  );
  for (const { source, why } of all) {
    for (const reason of why) log.text(`  - ${source.path}: ${reason}`);
  }
  return EXIT.ok;
}
function plannedFiles(migrations, config, root, isWhole) {
  const configs = configFiles(migrations, config).map((file) => ({
    ...{ ...file, isEdit: false },
    before: textAt4(join2(root, file.path))
  }));
  const templates = migrations.flatMap(
    ({ source, change }) => change.text === void 0 || !isWhole ? [] : [{ path: source.path, text: change.text, before: source.text, isEdit: true }]
  );
  return [...configs, ...templates.filter((file) => stateOf(file, false) !== "same")];
}
function textAt4(path) {
  return existsSync2(path) ? readFileSync2(path, "utf8") : void 0;
}
function showMigration({ log }, migration) {
  const { source, notes, differences, change } = migration;
  log.text(`${source.path}:`);
  for (const note of [...notes, ...change.notes]) {
    log.text(`  - ${wrapped(note, 4).join("\n").trimStart()}`);
  }
  log.text(`
What will be different:

${differencesText(differences).join("\n")}
`);
}
function showSteps({ log }, migrations) {
  const steps = migrations.flatMap(({ change }) => change.steps);
  if (steps.length > 0) log.text("\nBy hand:");
  for (const step of steps) log.text(`  - ${wrapped(step, 4).join("\n").trimStart()}`);
  const code = migrations.flatMap((migration) => migration.code);
  if (code.length > 0) log.text(`
To copy:

${code.join("\n")}`);
}
function showNext({ log }, config, where) {
  log.text(where === "" ? "\nNext:" : `
Next, in ${where}:`);
  const commands = [
    `npx github:org/canary-action plan --config ${config}    # names, permissions, and what a release would do`,
    "deploy the change alone, without new code    # all users stay on the same code",
    "npx github:org/canary-action init    # writes workflows and roles, and keeps this config file"
  ];
  for (const [i, command] of commands.entries()) log.text(`  ${i + 1}. ${command}`);
}
export {
  runMigrate
};
