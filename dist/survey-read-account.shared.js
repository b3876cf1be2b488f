import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readFileSync, statSync } = require("node:fs");
import {
  EMPTY_SURVEY,
  calleeOf,
  diagnose,
  findFiles,
  isReady,
  isTemplate,
  joined,
  referenceTo,
  shown,
  sourceWords,
  surveyTemplates,
  unknownBecause,
  whyUnknown
} from "./doctor-template-callers.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";
import {
  bindAccountApis
} from "./aws-account-apis.shared.js";
import {
  parseTree
} from "./templates-parse.shared.js";

// src/cli/read-infrastructure.ts
import { resolve } from "node:path";
import {
  src_base_quote_ts__quote as quote5
} from "./core.js";

// src/doctor/compare.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_doctor_reach_words_ts__describeReach as describeReach
} from "./functions.js";
function compare({ files, account, stack }) {
  const problems = [];
  const pairs = new Map(
    files.functions.flatMap((file) => {
      const twin = twinOf(file, account, stack, problems);
      return twin ? [[file.id, twin]] : [];
    })
  );
  const known3 = new Set([...pairs.values()].map(({ id }) => id));
  const unmatched = files.functions.filter(({ id }) => !pairs.has(id));
  const idOf = (id) => pairs.get(id)?.id ?? id;
  const moved = files.movers.map((mover) => ({ ...mover, functionId: idOf(mover.functionId) }));
  const ready = diagnose(files).filter(isReady);
  const prepared = new Set(ready.map(({ fact }) => fact.id));
  return {
    functions: files.functions.map((file) => together(file, pairs.get(file.id), prepared)),
    aliases: [
      ...account.aliases.filter(({ functionId }) => known3.has(functionId)),
      ...files.aliases.filter(({ functionId }) => !pairs.has(functionId))
    ],
    callers: [
      ...account.callers.filter(({ functionId }) => known3.has(functionId)),
      ...files.callers.filter(({ functionId }) => !pairs.has(functionId))
    ],
    movers: [...account.movers.filter(({ functionId }) => known3.has(functionId)), ...moved],
    notes: [
      ...files.notes,
      ...account.notes,
      ...differences(files, account, pairs),
      ...notDeployed(unmatched),
      ...notInFiles(account, known3)
    ],
    problems: [...files.problems, ...account.problems, ...problems]
  };
}
function twinOf(file, account, stack, problems) {
  const named2 = account.functions.find(({ name }) => name !== void 0 && name === file.name);
  if (named2 || file.tool === "terraform") return named2;
  const logicalId = file.id.slice(file.id.indexOf("#") + 1);
  const made = account.functions.filter((each) => each.stack?.logicalId === logicalId);
  const own = stack === void 0 ? made : made.filter((each) => each.stack?.name === stack);
  if (own.length > 1) {
    const stacks = own.map((each) => each.stack?.name ?? "").sort();
    problems.push(
      `"${logicalId}" is a function of ${own.length} stacks (${listed(stacks)}); name one of them in --stack`
    );
    return void 0;
  }
  return own[0];
}
function together(file, twin, prepared) {
  if (!twin) return file;
  const isPrepared = prepared.has(file.id);
  return {
    ...twin,
    isPrepared,
    label: file.label,
    tool: file.tool,
    where: `${file.where}; ${twin.where}`
  };
}
function differences(files, account, pairs) {
  return files.callers.filter(isComparable).flatMap((caller) => {
    const twin = pairs.get(caller.functionId);
    if (!twin) return [];
    const same = account.callers.filter(
      (each) => each.functionId === twin.id && each.label === caller.label
    );
    const now = [...new Set(same.map(({ reach }) => describeReach(reach)))];
    const wanted = describeReach(caller.reach);
    if (caller.reach.kind === "unknown" || isAlike(caller, same)) return [];
    const today = now.length === 0 ? "does not have it" : `has ${listed(now)}`;
    return [
      `${caller.label} of ${twin.name}: ${caller.where} has ${wanted}, and the account ${today}; it is not deployed yet, or was changed by other means`
    ];
  });
}
function isComparable({ front }) {
  return front === "rest" || front === "http" || front === "websocket" || front === "url";
}
function isAlike({ reach }, others) {
  return others.some(({ reach: now }) => {
    if (now.kind !== reach.kind) return false;
    if (now.kind === "alias" && reach.kind === "alias") return now.alias === reach.alias;
    return !(now.kind === "variable" && reach.kind === "variable") || now.variable === reach.variable;
  });
}
function notDeployed(functions) {
  if (functions.length === 0) return [];
  const names = functions.map(({ label }) => quote(label));
  return [`not found in the account, so only the files are shown: ${listed(names)}`];
}
function notInFiles(account, known3) {
  const others = account.functions.filter(({ id }) => !known3.has(id));
  if (others.length === 0) return [];
  const names = others.map(({ label }) => label);
  return [`in the account, but not in these files: ${listed(names)}`];
}

// src/aws/account-functions.ts
import {
  _aws_sdk_client_lambda__paginateListAliases as paginateListAliases,
  _aws_sdk_client_lambda__paginateListFunctions as paginateListFunctions
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
function bindAccountFunctions({ place, open }) {
  const client = open(LAMBDA);
  return {
    list: async () => {
      const doing = "listing the functions";
      const permission = { action: "lambda:ListFunctions", resource: "*" };
      const pages = await call(
        { doing, permission },
        () => gather(paginateListFunctions({ client }, {}))
      );
      return pages.flatMap((page) => required(page.Functions, doing, "Functions")).map(({ FunctionName, FunctionArn }) => ({
        name: required(FunctionName, doing, "FunctionName"),
        arn: required(FunctionArn, doing, "FunctionArn")
      }));
    },
    aliases: async (name) => {
      const doing = `listing the aliases of "${name}"`;
      const resource2 = functionArnPattern(place, name);
      const pages = await call(
        { doing, permission: { action: "lambda:ListAliases", resource: resource2 } },
        () => gather(paginateListAliases({ client }, { FunctionName: name }))
      );
      return pages.flatMap((page) => required(page.Aliases, doing, "Aliases")).map(({ Name, FunctionVersion, RoutingConfig }) => ({
        name: required(Name, doing, "Name"),
        version: required(FunctionVersion, doing, "FunctionVersion"),
        splitTo: Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})[0]
      }));
    }
  };
}

// src/survey/read-account.ts
import {
  src_aws_aliases_ts__bindAliases as bindAliases
} from "./functions.js";
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_aws_clients_ts__connect as connect
} from "./release.js";
import {
  src_aws_credential_errors_ts__hasNoCredentials as hasNoCredentials,
  src_aws_credential_errors_ts__isBadCredentials as isBadCredentials
} from "./release.js";
import {
  src_aws_functions_ts__bindFunctions as bindFunctions
} from "./functions.js";

// src/aws/http-apis.ts
import {
  _smithy_core_client__makeBuilder as makeBuilder
} from "./vendor-aws.js";
import {
  _smithy_core_endpoints__getEndpointPlugin as getEndpointPlugin
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call2
} from "./release.js";
import {
  src_aws_gateway_arns_ts__gatewayArn as gatewayArn
} from "./stage.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY
} from "./stage.js";
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";
var NAMESPACE = "com.amazonaws.apigatewayv2";
var ITEM = [
  ...[3, NAMESPACE, "Item", 0],
  ["apiId", "name", "protocolType", "integrationId", "integrationUri", "routeKey"].concat(
    ...[["target", "authorizerUri", "stageName", "stageVariables"]]
  ),
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 128]
];
var OUTPUT = [
  ...[3, NAMESPACE, "Output", 0],
  ["items", "nextToken"],
  [() => [1, NAMESPACE, "Items", 0, () => ITEM], 0]
];
var NEXT = [0, { httpQuery: "nextToken" }];
var OF_ALL = [3, NAMESPACE, "OfAll", 0, ["nextToken"], [NEXT]];
var OF_API = [
  ...[3, NAMESPACE, "OfApi", 0],
  ["apiId", "nextToken"],
  [[0, 1], NEXT]
];
var command = makeBuilder(
  {
    UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
    Endpoint: { type: "builtInParams", name: "endpoint" },
    Region: { type: "builtInParams", name: "region" },
    UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
  },
  "ApiGatewayV2",
  "APIGatewayClient",
  getEndpointPlugin
);
function operation(name, path, input) {
  const traits = { http: ["GET", path, 200] };
  return command({}, () => [], name, [
    ...[9, NAMESPACE, name, traits],
    ...[() => input, () => OUTPUT]
  ]);
}
var GetApisCommand = operation("GetApis", "/v2/apis", OF_ALL);
var OF = {
  integrations: operation("GetIntegrations", "/v2/apis/{apiId}/integrations", OF_API),
  routes: operation("GetRoutes", "/v2/apis/{apiId}/routes", OF_API),
  authorizers: operation("GetAuthorizers", "/v2/apis/{apiId}/authorizers", OF_API),
  stages: operation("GetStages", "/v2/apis/{apiId}/stages", OF_API)
};
function bindHttpApis({ place, open }) {
  const client = open(API_GATEWAY);
  const words = (doing, path) => ({
    doing,
    permission: { action: "apigateway:GET", resource: gatewayArn(place, path) }
  });
  const all = async (asking, send) => {
    const found = [];
    const turn = turnPages(asking.doing);
    let nextToken;
    do {
      const from = nextToken === void 0 ? {} : { nextToken };
      const page = await call2(asking, () => send(from));
      found.push(...page.items ?? []);
      nextToken = turn(page.nextToken);
    } while (nextToken !== void 0);
    return found;
  };
  return {
    list: async () => {
      const asking = words("listing the HTTP and WebSocket APIs", "/apis");
      const found = await all(asking, (from) => client.send(new GetApisCommand(from)));
      return found.map(({ apiId = "", name = apiId, protocolType }) => ({
        ...{ apiId, name, protocol: protocolType === "WEBSOCKET" ? "WEBSOCKET" : "HTTP" }
      }));
    },
    read: async (apiId) => {
      const each = (kind) => all(
        words(`reading the ${kind} of the API "${apiId}"`, `/apis/${apiId}/${kind}`),
        (from) => client.send(new OF[kind]({ apiId, ...from }))
      );
      const integrations = await each("integrations");
      const routes = await each("routes");
      const authorizers = await each("authorizers");
      const stages = await each("stages");
      return {
        calls: [
          ...routes.flatMap((route) => callOf(route, integrations)),
          ...authorizers.flatMap(authorizerOf)
        ],
        stages: stages.map(({ stageName = "", stageVariables = {} }) => ({
          ...{ name: stageName, variables: stageVariables }
        }))
      };
    }
  };
}
function callOf({ routeKey = "", target = "" }, integrations) {
  const id = target.replace(/^integrations\//, "");
  const uri = integrations.find(({ integrationId }) => integrationId === id)?.integrationUri;
  return uri ? [{ label: routeKey, uri }] : [];
}
function authorizerOf({ name = "", authorizerUri }) {
  return authorizerUri ? [{ label: `authorizer ${name}`, uri: authorizerUri }] : [];
}

// src/survey/read-account.ts
import {
  src_aws_qualifiers_ts__bindQualifiers as bindQualifiers
} from "./functions.js";
import {
  src_aws_rest_api_ts__bindRestApi as bindRestApi
} from "./stage.js";
import {
  src_aws_versions_ts__bindVersions as bindVersions
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__firstOf as firstOf
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_targets_concurrency_ts__forAll as forAll
} from "./functions.js";
import {
  src_targets_lambda_read_callers_ts__readCallers as readCallers
} from "./functions.js";
var MOST_FUNCTIONS = 300;
var MOST_STAGES = 10;
async function readAccount(options) {
  const never = new AbortController().signal;
  const limits = { cancelled: never, rollbackDeadline: never, ended: never };
  const clients = connect(options.region, limits, void 0, "reads").normal;
  const all = await listFunctions(clients);
  const account = accountOf(all[0]?.arn ?? "");
  if (options.account !== void 0 && account !== "" && account !== options.account) {
    throw new KnownError(
      `the credentials are of the account ${account}; expected ${options.account} (--account)`
    );
  }
  const words = `account ${account || "without functions"} (${options.region})`;
  const found = {
    ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] }
  };
  const reading = { clients, where: words, account, region: options.region, found };
  const chosen = await choose(all, options, reading);
  await readFunctions(chosen, reading);
  await readRestApis(reading);
  await readHttpApis(reading);
  found.problems.push(...missingAliases(found));
  return { survey: found, words, account };
}
var NoCredentialsError = class extends KnownError {
};
async function listFunctions(clients) {
  try {
    return await bindAccountFunctions(clients).list();
  } catch (error) {
    const message = `${known(error).message}. Without an account, add --offline`;
    if (causedBy(error, hasNoCredentials)) throw new NoCredentialsError(message);
    throw causedBy(error, isBadCredentials) ? new KnownError(message) : error;
  }
}
async function choose(all, { functions, stack }, { found, where }) {
  const names = all.map(({ name }) => name);
  for (const name of functions.filter((each) => !names.includes(each))) {
    found.problems.push(
      `there is no function ${quote2(name)} in ${where}.${didYouMean(name, names)}`
    );
  }
  const asked = functions.length > 0 ? all.filter(({ name }) => functions.includes(name)) : all;
  if (asked.length <= MOST_FUNCTIONS) return asked;
  const wanted = stack === void 0 ? asked : asked.filter(({ name }) => name.startsWith(stack));
  if (wanted.length <= MOST_FUNCTIONS) return wanted;
  found.problems.push(
    `${where} has ${asked.length} functions; the first ${MOST_FUNCTIONS} were read. Name those of interest in --functions`
  );
  return wanted.slice(0, MOST_FUNCTIONS);
}
async function readFunctions(chosen, reading) {
  const { clients, found } = reading;
  const sources = await part(found, () => bindVersions(clients).readEventSources());
  const calls = {
    functions: bindFunctions(clients),
    qualifiers: bindQualifiers(clients),
    tags: bindAliases(clients),
    own: bindAccountFunctions(clients),
    sources: sources ? { value: sources } : { why: "the event sources were not read" }
  };
  await forAll(chosen, (each) => readFunction(each, calls, reading));
  const order = new Map(chosen.map(({ arn }, i) => [arn, i]));
  found.functions.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
function missingAliases({ functions, aliases, callers, notes }) {
  return callers.flatMap(({ functionId, label, reach }) => {
    if (reach.kind !== "alias") return [];
    const own = aliases.filter((alias) => alias.functionId === functionId);
    const isThere = own.some(({ name }) => name === reach.alias);
    const fn = functions.find(({ id }) => id === functionId);
    if (isThere || !fn || notes.includes(unreadAliases(fn.label))) return [];
    const names = own.map(({ name }) => name);
    return [
      `${label} calls the alias "${reach.alias}" of ${fn.label}, which does not exist.${didYouMean(reach.alias, names)}`
    ];
  });
}
function unreadAliases(name) {
  return `the aliases of ${name} were not read, so it is not known whether those that are called exist`;
}
async function readFunction({ name, arn }, reads, { found, where }) {
  const tags = await part(found, () => reads.tags.readTags(arn)) ?? {};
  const stack = tags["aws:cloudformation:stack-name"];
  const logicalId = tags["aws:cloudformation:logical-id"];
  found.functions.push({
    ...{ id: arn, label: name, name, where, tool: void 0 },
    ...stack && logicalId && { stack: { name: stack, logicalId } }
  });
  const listed2 = await part(found, () => reads.own.aliases(name));
  if (!listed2) found.notes.push(unreadAliases(name));
  const aliases = listed2 ?? [];
  for (const alias of aliases) {
    found.aliases.push({ functionId: arn, ...alias, where });
    if (alias.version === "$LATEST") {
      const mover = { functionId: arn, alias: alias.name, where: `${where}, ${name}` };
      found.movers.push({ ...mover, kind: "latest", by: "$LATEST" });
    }
  }
  const names = aliases.map((alias) => alias.name);
  const callers = await readCallers(reads.functions, reads.qualifiers, arn, names, reads.sources);
  found.problems.push(...callers.why);
  for (const alias of [void 0, ...names]) {
    const called = alias === void 0 ? arn : `${arn}:${alias}`;
    addDirect(arn, alias, callers.of(called, "yes"), where, found);
  }
}
function addDirect(functionId, alias, { permitted, sources, hasUrl }, where, found) {
  const reach = alias === void 0 ? { kind: "unqualified" } : aliasReach(alias);
  const add = (front, label) => found.callers.push({ functionId, front, label, through: "", reach, where });
  for (const source of sources) add("source", `event source ${sourceWords(source)}`);
  if (hasUrl) add("url", "function URL");
  for (const { service, sourceArn } of permitted) {
    if (service === void 0 || service.startsWith("apigateway.")) continue;
    const from = sourceArn === void 0 ? "" : ` ${sourceWords(sourceArn)}`;
    add("other", `${service.split(".")[0]}${from}`);
  }
}
function aliasReach(alias) {
  return { kind: "alias", alias };
}
async function part(found, read) {
  try {
    return await read();
  } catch (error) {
    const { message } = known(error);
    if (!found.problems.includes(message)) found.problems.push(message);
    return void 0;
  }
}
function addCalled({ uri, variables, ...call3 }, reading) {
  const { found, where, account, region } = reading;
  const place = /:lambda:([\w-]+):(\d{12}):function:/.exec(uri);
  const isElsewhere = place !== null && (place[1] !== region || place[2] !== account);
  if (isElsewhere) return;
  const names = new Map(found.functions.map(({ label, id }) => [label, id]));
  const lookup = {
    variables,
    named: (name) => names.get(name),
    reference: () => ({ kind: "unknown", why: "an account has no references" })
  };
  const callee = calleeOf(uri, lookup);
  if (callee.kind === "function") {
    const { functionId, reach } = callee;
    found.callers.push({ ...call3, functionId, reach, where });
  } else if (callee.kind === "unknown") {
    found.problems.push(`${call3.through}, ${call3.label}: ${callee.why}`);
  }
}
async function readRestApis(reading) {
  const { clients, found } = reading;
  const apis = bindAccountApis(clients);
  for (const { id, name } of await part(found, () => apis.list()) ?? []) {
    const stages = await part(found, () => apis.stages(id)) ?? [];
    if (stages.length > MOST_STAGES) {
      const others = stages.slice(MOST_STAGES).map((stage) => stage.name);
      found.notes.push(
        `the REST API "${name}" has ${stages.length} stages; these were not read: ${firstOf(others, 5).join(", ")}`
      );
    }
    for (const { name: stage, variables } of stages.slice(0, MOST_STAGES)) {
      const api = bindRestApi(clients, id, stage);
      const served = await part(found, () => api.readServed());
      for (const { method, path, uri } of served?.integrations ?? []) {
        const label = `${method} ${path.replace(/^"(.*)"$/, "$1")}`;
        const through = `REST ${name}/${stage}`;
        const call3 = { front: "rest", label, through, stage: { api: id, name: stage } };
        addCalled({ ...call3, uri, variables }, reading);
      }
    }
  }
}
async function readHttpApis(reading) {
  const { clients, found } = reading;
  const apis = bindHttpApis(clients);
  for (const { apiId, name, protocol } of await part(found, () => apis.list()) ?? []) {
    const api = await part(found, () => apis.read(apiId));
    const front = protocol === "HTTP" ? "http" : "websocket";
    const kind = protocol === "HTTP" ? "HTTP" : "WebSocket";
    for (const { name: stage, variables } of api?.stages ?? []) {
      const through = `${kind} ${name}/${stage}`;
      for (const { label, uri } of api?.calls ?? []) {
        addCalled({ front, label, through, uri, variables }, reading);
      }
    }
  }
}

// src/survey/read-folder.ts
import { join } from "node:path";
import {
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__known as known2,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";

// src/doctor/risky-commands.ts
var AT_ONCE = "it moves aliases to the new code at once, for all users";
var RISKS = [
  // aws-cdk, hotswap of Lambda functions: it publishes a version and updates the aliases of the function.
  { command: /\bcdk\s[^\n]*--hotswap(?:-fallback)?\b/, effect: AT_ONCE },
  { command: /\bcdk\s+watch\b/, effect: AT_ONCE },
  { command: /\bsam\s+sync\b/, effect: AT_ONCE },
  // CloudFormation user guide, "Using drift-aware change sets".
  {
    command: /--revert-drift\b|\bREVERT_DRIFT\b/,
    effect: "it sets aliases and stages back to what the template says, past every release"
  },
  {
    command: /\bterraform\b[^\n]*\sapply\b(?:\s+-\S+)*\s+["']?[\w./-]*plan[\w./-]*/,
    effect: "a saved plan that was made before a release sets an alias back, if it changes the alias in any way"
  }
];
function riskyCommands(path, text2) {
  return text2.split("\n").flatMap(
    (line, i) => RISKS.flatMap(({ command: command2, effect }) => {
      const found = /^\s*(#|\/\/)/.test(line) ? null : command2.exec(line);
      return found ? [`${path}:${i + 1}: "${shortened(found[0])}": ${effect}`] : [];
    })
  );
}
function shortened(command2) {
  return command2.length > 60 ? `${command2.slice(0, 59)}…` : command2;
}

// src/doctor/serverless-template.ts
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt,
  src_templates_tree_ts__textAt as textAt
} from "./core.js";
function isServerlessFile(tree) {
  return isMap(tree) && tree.has("service") && tree.has("provider");
}
function serverlessTemplate(path, tree) {
  const resources = /* @__PURE__ */ new Map();
  const labels = /* @__PURE__ */ new Map();
  const problems = [];
  const functions = tree.get("functions");
  for (const each of isList(functions) ? functions : [functions]) {
    if (isMap(each)) {
      for (const [name, written2] of each) addFunction2(name, written2);
    } else if (typeof each === "string" && each !== "") {
      problems.push(`${path}: functions are in another file (${each}). ${PACKAGED}`);
    }
  }
  const own = resourceSections(tree, path, problems);
  for (const section of own)
    for (const [id, body] of mapAt(section, "Resources")) resources.set(id, body);
  for (const section of own) extend(resources, mapAt(section, "extensions"));
  return { template: /* @__PURE__ */ new Map([["Resources", resources]]), labels, problems };
  function addFunction2(name, written2) {
    const id = `${normalize(name)}LambdaFunction`;
    labels.set(id, name);
    const body = isMap(written2) ? written2 : /* @__PURE__ */ new Map();
    resources.set(
      id,
      resource("AWS::Lambda::Function", { FunctionName: nameOf(tree, name, body) })
    );
    const events = body.get("events");
    for (const event of isList(events) ? events : []) {
      for (const [id2, made] of resourcesOfEvent(name, event)) resources.set(id2, made);
    }
    if (body.has("url") && body.get("url") !== "false") {
      const properties = { TargetFunctionArn: arnOf(name) };
      resources.set(
        `${normalize(name)}LambdaFunctionUrl`,
        resource("AWS::Lambda::Url", properties)
      );
    }
  }
}
var PACKAGED = 'Run "serverless package" first: its .serverless/cloudformation-template-update-stack.json is read instead';
function resource(type, properties) {
  return /* @__PURE__ */ new Map([
    ["Type", type],
    ["Properties", new Map(Object.entries(properties))]
  ]);
}
function nameOf(tree, name, body) {
  const given = textAt(body, "name");
  if (given !== void 0) return given;
  const service = textAt(tree, "service") ?? textAt(mapAt(tree, "service"), "name") ?? "";
  const stage = textAt(mapAt(tree, "provider"), "stage");
  return stage === void 0 ? "" : `${service}-${stage}-${name}`;
}
function arnOf(name) {
  return /* @__PURE__ */ new Map([["Fn::GetAtt", [`${normalize(name)}LambdaFunction`, "Arn"]]]);
}
function normalize(name) {
  const plain = name.replaceAll("-", "Dash").replaceAll("_", "Underscore");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
function resourcesOfEvent(name, event) {
  const [type, written2] = isMap(event) ? [...event][0] ?? ["", ""] : [String(event), ""];
  return EVENTS[type]?.(name, written2) ?? otherEvent(name, type, written2);
}
var EVENTS = {
  http: (name, written2) => {
    const { method, path } = routeOf(written2);
    const parts = path.split("/").filter((part2) => part2 !== "");
    const id = parts.map(normalizePart).join("");
    const resources = parts.map((part2, i) => {
      const parent = `ApiGatewayResource${parts.slice(0, i).map(normalizePart).join("")}`;
      const properties = { PathPart: part2, ParentId: i === 0 ? "" : ref(parent) };
      const own = `ApiGatewayResource${parts.slice(0, i + 1).map(normalizePart).join("")}`;
      return [own, resource("AWS::ApiGateway::Resource", properties)];
    });
    const last = parts.length === 0 ? "" : ref(`ApiGatewayResource${id}`);
    const uri = /* @__PURE__ */ new Map([["Fn::Join", ["", [LAMBDA_PATH, arnOf(name), "/invocations"]]]]);
    const verb = normalize(method.toLowerCase());
    return [
      ...resources,
      [
        `ApiGatewayMethod${id}${verb}`,
        resource("AWS::ApiGateway::Method", {
          ...{ HttpMethod: method.toUpperCase(), ResourceId: last, RestApiId: ref(REST_API) },
          Integration: /* @__PURE__ */ new Map([["Uri", uri]])
        })
      ],
      [REST_API, resource("AWS::ApiGateway::RestApi", {})]
    ];
  },
  httpApi: (name, written2) => {
    const { method, path } = routeOf(written2);
    const isDefault = path === "*" || method === "*";
    const key = isDefault && path === "*" ? "$default" : `${method === "*" ? "ANY" : method.toUpperCase()} ${path}`;
    const integration = `HttpApiIntegration${normalize(name)}`;
    const target = /* @__PURE__ */ new Map([["Fn::Join", ["/", ["integrations", ref(integration)]]]]);
    const api = { ApiId: ref(HTTP_API) };
    return [
      [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: arnOf(name) })],
      [`HttpApiRoute${name}${key}`, resource(V2_ROUTE, { ...api, RouteKey: key, Target: target })],
      [HTTP_API, resource("AWS::ApiGatewayV2::Api", { ProtocolType: "HTTP" })]
    ];
  },
  websocket: (name, written2) => {
    const route = isMap(written2) ? textAt(written2, "route") ?? "$default" : String(written2);
    const integration = `${normalize(name)}WebsocketsIntegration`;
    const target = /* @__PURE__ */ new Map([["Fn::Join", ["/", ["integrations", ref(integration)]]]]);
    const uri = /* @__PURE__ */ new Map([["Fn::Join", ["", [LAMBDA_PATH, arnOf(name), "/invocations"]]]]);
    const api = { ApiId: ref(SOCKET_API) };
    return [
      [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: uri })],
      [
        `WebsocketsRoute${name}${route}`,
        resource(V2_ROUTE, { ...api, RouteKey: route, Target: target })
      ],
      [SOCKET_API, resource("AWS::ApiGatewayV2::Api", { ProtocolType: "WEBSOCKET" })]
    ];
  }
};
var LAMBDA_PATH = "arn:aws:apigateway:region:lambda:path/2015-03-31/functions/";
var REST_API = "ApiGatewayRestApi";
var HTTP_API = "HttpApi";
var SOCKET_API = "WebsocketsApi";
var V2_INTEGRATION = "AWS::ApiGatewayV2::Integration";
var V2_ROUTE = "AWS::ApiGatewayV2::Route";
function ref(id) {
  return /* @__PURE__ */ new Map([["Ref", id]]);
}
function routeOf(written2) {
  if (isMap(written2)) {
    return { method: textAt(written2, "method") ?? "*", path: textAt(written2, "path") ?? "*" };
  }
  const [method = "*", path = method] = String(written2).trim().split(/\s+/);
  return { method, path };
}
function normalizePart(part2) {
  const name = part2.replace(/^\{(.*?)\+?\}$/, "$1Var").replace(/[^A-Za-z0-9_-]/g, "");
  return normalize(name);
}
var SOURCES = ["sqs", "stream", "msk", "kafka", "activemq", "rabbitmq"];
function otherEvent(name, type, written2) {
  const from = isMap(written2) ? textAt(written2, "arn") ?? "" : String(written2);
  const source = /^arn:/.test(from) ? from : "";
  const id = `${normalize(name)}Event${type}${source.split(":").at(-1) ?? ""}`;
  if (SOURCES.includes(type)) {
    const properties = { FunctionName: arnOf(name), EventSourceArn: source || type };
    return [[id, resource("AWS::Lambda::EventSourceMapping", properties)]];
  }
  return [
    [
      id,
      resource("AWS::Lambda::Permission", {
        ...{ FunctionName: arnOf(name), Principal: `${type}.amazonaws.com`, SourceArn: source }
      })
    ]
  ];
}
function resourceSections(tree, path, problems) {
  const written2 = tree.get("resources");
  return (isList(written2) ? written2 : [written2]).flatMap((section) => {
    if (isMap(section)) return [section];
    if (typeof section === "string" && section !== "") {
      problems.push(`${path}: resources are in another file (${section}). ${PACKAGED}`);
    }
    return [];
  });
}
function extend(resources, extensions) {
  for (const [id, extension] of extensions) {
    const made = resources.get(id);
    if (!isMap(made) || !isMap(extension)) continue;
    const properties = new Map([...mapAt(made, "Properties"), ...mapAt(extension, "Properties")]);
    resources.set(id, new Map([...made, ["Properties", properties]]));
  }
}

// src/doctor/survey-serverless.ts
import {
  src_templates_tree_ts__isMap as isMap2
} from "./core.js";
function surveyServerless(path, tree) {
  if (!isMap2(tree)) return EMPTY_SURVEY;
  const { template, labels, problems } = serverlessTemplate(path, tree);
  const survey = surveyTemplates([{ path, tree: template, tool: "serverless" }]);
  return {
    ...survey,
    functions: survey.functions.map((each) => ({
      ...each,
      label: labels.get(each.label) ?? each.label
    })),
    problems: [...problems, ...survey.problems]
  };
}

// src/doctor/terraform-instance.ts
function normalized(path) {
  return path.replace(/\[\d+\]/g, "").replace(/\.\*\./g, ".");
}

// src/doctor/terraform-reading.ts
function lookupIn({ table, byName }, variables = {}) {
  return {
    variables,
    named: (name) => byName.get(name),
    reference: (path) => follow(path, table)
  };
}
var QUALIFIED = /\.(qualified_arn|qualified_invoke_arn|lambda_function_qualified_\w+)$/;
var NUMBER = /\.(version|lambda_function_version)$/;
function follow(path, table) {
  const why = whyUnknown(path);
  if (why !== void 0) return { kind: "unknown", why };
  const plain = normalized(path);
  const address = plain.replace(/\.[\w-]+$/, "");
  const found = table.get(address) ?? table.get(plain);
  if (!found) return { kind: "unknown", why: `${plain} is not a function of these files` };
  if (found.kind !== "function") return found;
  if (NUMBER.test(plain)) return { kind: "number", version: "published last" };
  const { functionId } = found;
  return QUALIFIED.test(plain) ? { kind: "version", functionId, version: "published last" } : found;
}
function asArn(called) {
  return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}
function addressIn(text2) {
  const path = /\uE000([^\uE001]*)\uE001/.exec(text2)?.[1] ?? "";
  return normalized(path).replace(/\.[\w-]+$/, "");
}
function instanceAt(text2, { all }) {
  const address = addressIn(text2);
  if (address !== "") return all.find((each) => each.address === address);
  return text2 === "" ? void 0 : all.find((each) => each.get("id") === text2);
}

// src/doctor/terraform-callers.ts
function addCall({ where, address }, call3, called, reading, variables = {}) {
  if (called === "") return;
  const callee = calleeOf(called, lookupIn(reading, variables));
  if (callee.kind === "function") {
    const { functionId, reach } = callee;
    reading.found.callers.push({ ...call3, functionId, reach, where });
  } else if (callee.kind !== "elsewhere") {
    reading.found.problems.push(`${where}: ${address} (${call3.label}): ${whyNot(callee)}`);
  }
}
function whyNot(callee) {
  return callee.kind === "other" ? `it calls the function ${shown(callee.name)}, which is not in these files` : `it is not known what it calls: ${callee.why}`;
}
var CALLERS = {
  aws_api_gateway_integration: (each, reading) => {
    const path = pathOf(each.get("resource_id"), reading) ?? `(${each.address})`;
    const method = each.get("http_method");
    const resolved = instanceAt(method, reading)?.get("http_method") ?? method;
    inStages(each, `${resolved} ${path || "/"}`.trim(), each.get("uri"), reading);
  },
  aws_api_gateway_authorizer: (each, reading) => inStages(each, `authorizer ${each.get("name")}`, each.get("authorizer_uri"), reading),
  aws_api_gateway_rest_api: noteBody,
  aws_apigatewayv2_api: (each, reading) => {
    noteBody(each, reading);
    const call3 = { front: "http", label: "$default", through: v2Words(each) };
    addCall(each, call3, each.get("target"), reading);
  },
  aws_apigatewayv2_integration: readV2Integration,
  aws_apigatewayv2_authorizer: (each, reading) => {
    const api = instanceAt(each.get("api_id"), reading);
    const label = `authorizer ${each.get("name")}`;
    const call3 = { front: "http", label, through: v2Words(api) };
    addCall(each, call3, each.get("authorizer_uri"), reading);
  },
  aws_lambda_function_url: (each, reading) => addQualified(each, { front: "url", label: "function URL", through: "" }, reading),
  aws_lambda_event_source_mapping: (each, reading) => {
    const source = sourceIn(each.get("event_source_arn")) || each.address;
    const call3 = { front: "source", label: `event source ${source}`, through: "" };
    addCall(each, call3, asArn(each.get("function_name")), reading);
  },
  aws_lambda_permission: (each, reading) => {
    const principal = each.get("principal");
    const [service = ""] = principal.split(".");
    if (!principal.includes(".amazonaws.com") || READ_FROM_ITSELF.includes(service)) return;
    const source = sourceIn(each.get("source_arn"));
    const label = `${service}${source === "" ? "" : ` ${source}`}`;
    addQualified(each, { front: "other", label, through: "" }, reading);
  },
  aws_cloudwatch_event_target: (each, reading) => {
    const label = `events ${sourceIn(each.get("rule")) || each.address}`;
    addCall(each, { front: "other", label, through: "" }, each.get("arn"), reading);
  },
  aws_sns_topic_subscription: (each, reading) => {
    if (each.get("protocol") !== "lambda") return;
    const label = `sns ${sourceIn(each.get("topic_arn"))}`;
    addCall(each, { front: "other", label, through: "" }, each.get("endpoint"), reading);
  },
  aws_scheduler_schedule: (each, reading) => {
    const label = `schedule ${each.get("name") || each.address}`;
    for (const called of each.nested("target", "arn")) {
      addCall(each, { front: "other", label, through: "" }, called, reading);
    }
  }
};
var READ_FROM_ITSELF = ["apigateway", "events", "sns"];
function sourceIn(text2) {
  const address = addressIn(text2);
  return address === "" ? sourceWords(text2) : address.replace(/^aws_\w+?\./, "");
}
function addQualified(each, call3, reading) {
  const qualifier = each.get("qualifier");
  const name = asArn(each.get("function_name"));
  const suffix = qualifierText(qualifier, reading);
  addCall(each, call3, suffix === "" ? name : `${name}:${suffix}`, reading);
}
function qualifierText(text2, { table }) {
  const found = table.get(addressIn(text2));
  return found?.kind === "alias" ? found.alias : text2;
}
function pathOf(text2, reading, depth = 0) {
  const resource2 = instanceAt(text2, reading);
  if (/root_resource_id\uE001$/.test(text2) || isRootOf(text2, reading)) return "";
  if (!resource2 || depth > reading.all.length) return void 0;
  if (resource2.type !== "aws_api_gateway_resource") {
    return pathOf(resource2.get("resource_id"), reading, depth + 1);
  }
  const parent = pathOf(resource2.get("parent_id"), reading, depth + 1);
  return parent === void 0 ? void 0 : `${parent}/${resource2.get("path_part")}`;
}
function isRootOf(id, { all }) {
  return id !== "" && all.some((each) => each.get("root_resource_id") === id);
}
function inStages(each, label, called, reading) {
  const api = instanceAt(each.get("rest_api_id"), reading);
  const name = api?.get("name") || api?.address || "API";
  const own = reading.all.filter(
    (stage) => stage.type === "aws_api_gateway_stage" && instanceAt(stage.get("rest_api_id"), reading) === api
  );
  const stages = own.map((stage) => ({
    name: stage.get("stage_name"),
    variables: stage.map("variables")
  }));
  for (const stage of stages.length > 0 ? stages : [{ name: "", variables: {} }]) {
    const through = `REST ${name}${stage.name === "" ? "" : `/${stage.name}`}`;
    const id = api?.get("id") ?? "";
    const known3 = /^[a-z0-9]+$/.test(id) ? id : api?.address ?? "API";
    const released = { api: known3, name: stage.name || void 0 };
    const call3 = { front: "rest", label, through, stage: released };
    addCall(each, call3, called, reading, stage.variables);
  }
}
function noteBody(each, { found }) {
  if (each.get("body") === "") return;
  found.notes.push(
    `${each.where}: the body of ${each.address} is an API definition, which is not read`
  );
}
function v2Words(api) {
  const kind = api?.get("protocol_type") === "WEBSOCKET" ? "WebSocket" : "HTTP";
  return `${kind} ${api?.get("name") || api?.address || "API"}`;
}
function readV2Integration(each, reading) {
  const api = instanceAt(each.get("api_id"), reading);
  const routes = reading.all.filter(({ type }) => type === "aws_apigatewayv2_route").filter((route) => addressIn(route.get("target")) === each.address).map((route) => route.get("route_key"));
  const front = api?.get("protocol_type") === "WEBSOCKET" ? "websocket" : "http";
  for (const label of routes.length > 0 ? routes : [`integration ${each.address}`]) {
    addCall(each, { front, label, through: v2Words(api) }, each.get("integration_uri"), reading);
  }
}

// src/doctor/terraform-functions.ts
var FUNCTIONS = {
  aws_lambda_function: (each, reading) => addFunction(each, each.get("function_name"), reading),
  "module function": (each, reading) => addFunction(each, each.get("function_name"), reading)
};
function addFunction({ address, where }, name, { table, byName, found, folder }) {
  const isKnown = /^[\w-]+$/.test(name);
  const id = folder === "" ? address : `${folder}#${address}`;
  const fact = { id, label: address, where, tool: "terraform" };
  found.functions.push({ ...fact, name: isKnown ? name : void 0 });
  table.set(address, { kind: "function", functionId: id });
  if (isKnown) byName.set(name, id);
}
var ALIASES = {
  aws_lambda_alias: (each, reading) => {
    const name = each.get("name");
    const alias = addAlias(each, name, reading);
    if (!alias) return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const { movers } = reading.found;
    if (alias.version === "$LATEST" || followsUnpublished(each, reading)) {
      movers.push({ ...mover, kind: "latest", by: "$LATEST" });
    }
    if (each.ignores("function_version") === false) {
      movers.push({ ...mover, kind: "not-ignored", by: "function_version is not ignored" });
    } else if (each.ignores("routing_config") === false) {
      const by = "routing_config is not ignored";
      movers.push({ ...mover, kind: "weights-not-ignored", by });
    }
  },
  // terraform-aws-modules/lambda, modules/alias/main.tf: with refresh_alias, which is the default, it ignores the
  // version and not the weights; without, it ignores nothing.
  "module alias": (each, reading) => {
    const name = each.get("name");
    const alias = addAlias(each, name, reading);
    if (!alias || each.get("use_existing_alias") === "true") return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const isMoved = each.get("refresh_alias") === "false";
    reading.found.movers.push(
      isMoved ? { ...mover, kind: "not-ignored", by: "refresh_alias = false" } : { ...mover, kind: "weights-not-ignored", by: "refresh_alias ignores only the version" }
    );
  }
};
function addAlias(each, name, { table, found, byName }) {
  const lookup = lookupIn({ table, byName });
  const text2 = each.get("function_name");
  const callee = calleeOf(asArn(text2), lookup);
  if (callee.kind !== "function") {
    const why = callee.kind === "unknown" ? callee.why : `${shown(text2)} is not in these files`;
    found.problems.push(`${each.where}: the function of ${each.address} is not known: ${why}`);
    return void 0;
  }
  const { functionId } = callee;
  const version = versionWords(each.get("function_version"));
  const alias = { functionId, name, version, where: each.where };
  found.aliases.push(alias);
  table.set(each.address, { kind: "alias", functionId, alias: name });
  return alias;
}
function addPlanned(address, { all, table, found }) {
  const alias = table.get(address);
  if (alias?.kind !== "alias") return;
  const where = all.find((each) => each.address === address)?.where ?? address;
  const mover = { functionId: alias.functionId, alias: alias.alias, where };
  found.movers.push({ ...mover, kind: "planned", by: `the plan changes ${address}` });
}
function followsUnpublished(alias, reading) {
  const version = alias.get("function_version");
  const followed = instanceAt(version, reading);
  return followed?.type === "aws_lambda_function" && followed.get("publish") !== "true";
}
function versionWords(text2) {
  return /^(\d+|\$LATEST)$/.test(text2) ? text2 : void 0;
}

// src/doctor/survey-terraform.ts
function surveyTerraform(all, { notes = [], planned = [], folder = "" } = {}) {
  const found = {
    ...{ functions: [], aliases: [], callers: [], movers: [] },
    ...{ notes: [...notes], problems: [] }
  };
  const reading = { all, table: /* @__PURE__ */ new Map(), byName: /* @__PURE__ */ new Map(), found, folder };
  for (const each of all) FUNCTIONS[each.type]?.(each, reading);
  for (const each of all) ALIASES[each.type]?.(each, reading);
  for (const each of all) CALLERS[each.type]?.(each, reading);
  for (const address of planned) addPlanned(address, reading);
  for (const each of all) if (each.type === "aws_api_gateway_stage") addStageMovers(each, reading);
  return found;
}
function addStageMovers(stage, reading) {
  const { found } = reading;
  const set = ["deployment_id", "variables"].filter(
    (attribute) => stage.ignores(attribute) === false
  );
  if (set.length === 0) return;
  const api = instanceAt(stage.get("rest_api_id"), reading)?.address;
  const moved = found.callers.filter(
    ({ stage: own, reach }) => own?.api === api && (reach.kind === "variable" || reach.kind === "version")
  );
  const ids = new Set(moved.map(({ functionId }) => functionId));
  const by = `${set.join(" and ")} of ${stage.address} ${set.length === 1 ? "is" : "are"} not ignored`;
  for (const functionId of ids) {
    found.movers.push({
      functionId,
      alias: void 0,
      kind: "stage-not-ignored",
      by,
      where: stage.where
    });
  }
}

// src/doctor/terraform-values.ts
function evaluate(expression, names) {
  switch (expression.kind) {
    case "text":
      return expression;
    case "template":
      return {
        kind: "text",
        text: expression.parts.map((part2) => asText(evaluate(part2, names))).join("")
      };
    case "traversal":
      return evaluateTraversal(expression.root, expression.steps, names);
    case "part":
      return stepInto(evaluate(expression.of, names), expression.steps, names);
    case "list":
      return { kind: "list", items: expression.items.map((item) => evaluate(item, names)) };
    case "map": {
      const entries = expression.entries.map(
        ({ key, value }) => [asText(evaluate(key, names)), evaluate(value, names)]
      );
      return { kind: "map", entries: new Map(entries) };
    }
    case "call":
      return evaluateCall(expression.name, expression.args, names);
    case "for":
      return evaluateFor(expression, names);
    case "conditional":
      return unknown("it depends on a condition");
    case "operation":
      return unknown(`${expression.what} is not computed`);
  }
}
function unknown(why) {
  return { kind: "unknown", why };
}
function asText(value) {
  if (value.kind === "text") return value.text;
  if (value.kind === "reference") return referenceTo(value.path);
  return value.kind === "unknown" ? unknownBecause(value.why) : "";
}
var TRANSPARENT = ["toset", "tolist", "tomap", "tostring", "nonsensitive", "sensitive", "one"];
function evaluateCall(name, args, names) {
  const [first] = args;
  if (first && TRANSPARENT.includes(name)) return evaluate(first, names);
  if (name === "keys" && first) return keysOf(evaluate(first, names), names);
  if (name === "try" || name === "coalesce") {
    const all = args.map((arg) => evaluate(arg, names));
    return all.find(({ kind }) => kind !== "unknown") ?? unknown(`${name}() is not computed`);
  }
  return unknown(`${name}() is not computed`);
}
function keysOf(value, names) {
  const entries = entriesOf(value, names);
  if (!entries) return unknown("the keys are not known");
  return { kind: "list", items: entries.map(([text2]) => ({ kind: "text", text: text2 })) };
}
function entriesOf(value, names) {
  if (value.kind === "map") return [...value.entries];
  if (value.kind === "list") {
    return value.items.map((item) => [asText(item), item]);
  }
  if (value.kind !== "reference") return void 0;
  const keys = names.keys(value.path);
  return keys?.map((key) => [key, { kind: "reference", path: `${value.path}["${key}"]` }]);
}
function evaluateFor({ names: own, of, key, value, isFiltered }, names) {
  const entries = entriesOf(evaluate(of, names), names);
  if (!entries) return unknown('what "for" goes through is not known');
  if (isFiltered) return unknown('a condition of "for" is not computed');
  const [keyName, valueName] = own.length > 1 ? own : [void 0, own[0]];
  const made = entries.map(([entryKey, entry]) => {
    const bound = new Map(names.bound);
    if (keyName !== void 0) bound.set(keyName, { kind: "text", text: entryKey });
    if (valueName !== void 0) bound.set(valueName, entry);
    const inner = { ...names, bound };
    return [key ? asText(evaluate(key, inner)) : "", evaluate(value, inner)];
  });
  return key ? { kind: "map", entries: new Map(made) } : { kind: "list", items: made.map(([, item]) => item) };
}
function evaluateTraversal(root, steps, names) {
  const bound = names.bound.get(root);
  if (bound) return stepInto(bound, steps, names);
  const [first, ...rest] = steps;
  const name = first?.kind === "name" ? first.name : "";
  if (root === "local") return named(`local.${name}`, names.locals.get(name), rest, names);
  if (root === "var" && names.passed.has(name)) {
    return stepInto(names.passed.get(name) ?? unknown(`var.${name} is not known`), rest, names);
  }
  if (root === "var") return named(`var.${name}`, names.variables.get(name), rest, names);
  if (root === "each" || root === "count" || root === "self") {
    return unknown(`${root}.${name} is not known`);
  }
  const output = root === "module" ? outputOf(steps, names) : void 0;
  if (output) return output;
  return stepInto({ kind: "reference", path: names.prefix + root }, steps, names);
}
function outputOf(steps, names) {
  const [first, ...others] = steps;
  const [second, ...rest] = others[0]?.kind === "index" ? others.slice(1) : others;
  if (first?.kind !== "name" || second?.kind !== "name") return void 0;
  const value = names.output(first.name, second.name);
  return value && stepInto(value, rest, names);
}
function named(label, expression, steps, names) {
  if (!expression) return unknown(`${label} has no value in these files`);
  if (names.open.has(label)) return unknown(`${label} depends on itself`);
  const inner = { ...names, bound: /* @__PURE__ */ new Map(), open: /* @__PURE__ */ new Set([...names.open, label]) };
  return stepInto(evaluate(expression, inner), steps, names);
}
function stepInto(value, steps, names) {
  let at = value;
  for (const step of steps) at = oneStep(at, step, names);
  return at;
}
function oneStep(value, step, names) {
  if (value.kind === "unknown") return value;
  if (step.kind === "splat") return value;
  const key = step.kind === "name" ? step.name : asText(evaluate(step.index, names));
  if (value.kind === "map") return value.entries.get(key) ?? unknown(`there is no "${key}"`);
  if (value.kind === "list") return value.items[Number(key)] ?? unknown(`there is no [${key}]`);
  if (value.kind === "text") return unknown(`"${value.text}" has no "${key}"`);
  const isNumber = /^\d+$/.test(key);
  const index = isNumber ? `[${key}]` : `["${key}"]`;
  return { kind: "reference", path: value.path + (step.kind === "name" ? `.${key}` : index) };
}
function namesIn(bodies) {
  const blocks = bodies.flatMap((body) => body.blocks);
  const locals = blocks.filter(({ type }) => type === "locals").flatMap(({ body }) => [...body.attributes].map(([name, { value }]) => [name, value]));
  const variables = blocks.filter(({ type }) => type === "variable").map(({ labels, body }) => [labels[0] ?? "", body.attributes.get("default")?.value]);
  return {
    ...{ locals: new Map(locals), variables: new Map(variables) },
    ...{ bound: /* @__PURE__ */ new Map(), open: /* @__PURE__ */ new Set() }
  };
}

// src/doctor/terraform-files.ts
var FUNCTION_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws$/;
var ALIAS_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws\/\/modules\/alias$/;
function readTerraformFiles(files) {
  const folders = /* @__PURE__ */ new Map();
  for (const file of files) {
    folders.set(folderOf(file), [...folders.get(folderOf(file)) ?? [], file]);
  }
  const called = new Set(
    files.flatMap((file) => modulesIn(file).map((block) => sourceFolder(file, block) ?? ""))
  );
  const roots = [...folders.keys()].filter((folder) => !called.has(folder) || folder === "");
  return roots.map((folder) => readingOf(moduleAt(folder, folders, "", /* @__PURE__ */ new Map(), [])));
}
function folderOf({ path }) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function modulesIn({ body }) {
  return body.blocks.filter(({ type }) => type === "module");
}
function sourceOf({ body }) {
  const source = body.attributes.get("source")?.value;
  return source?.kind === "text" ? source.text : "";
}
function sourceFolder(file, block) {
  const source = sourceOf(block);
  if (!/^\.\.?\//.test(source)) return void 0;
  const parts = folderOf(file).split("/").filter(Boolean);
  for (const part2 of source.split("/").filter((each) => each !== "" && each !== ".")) {
    if (part2 === "..") parts.pop();
    else parts.push(part2);
  }
  return parts.join("/");
}
function moduleAt(folder, folders, prefix, passed, open) {
  const files = folders.get(folder) ?? [];
  const children = /* @__PURE__ */ new Map();
  const names = {
    ...namesIn(files.map(({ body }) => body)),
    ...{ passed, prefix },
    keys: keysIn(files, prefix, () => names),
    output: (name, output) => outputOf2(children.get(name), output)
  };
  for (const file of files) {
    for (const block of modulesIn(file)) {
      const [name = ""] = block.labels;
      const source = sourceFolder(file, block);
      if (source === void 0 || !folders.has(source) || open.includes(source)) continue;
      const inner = [...block.body.attributes].map(
        ([key, { value }]) => [key, evaluate(value, names)]
      );
      const path = `${prefix}module.${name}.`;
      const child = moduleAt(source, folders, path, new Map(inner), [...open, folder]);
      children.set(name, child);
    }
  }
  return { folder, files, names, children };
}
function outputOf2(module, name) {
  const blocks = module?.files.flatMap(({ body }) => body.blocks) ?? [];
  const block = blocks.find(({ type, labels }) => type === "output" && labels[0] === name);
  const value = block?.body.attributes.get("value")?.value;
  return module && value && evaluate(value, module.names);
}
var UNKNOWN_KEY = "*";
function keysIn(files, prefix, names) {
  const blocks = new Map(
    files.flatMap(resourcesIn).map(({ address, block }) => [prefix + address, block])
  );
  const keysOf2 = (address, open) => {
    const each = blocks.get(address)?.body.attributes.get("for_each");
    if (!each || open.includes(address)) return void 0;
    const inner = { ...names(), keys: (other) => keysOf2(other, [...open, address]) };
    return entriesOf(evaluate(each.value, inner), inner)?.map(([key]) => key) ?? [UNKNOWN_KEY];
  };
  return (address) => keysOf2(address, []);
}
function resourcesIn({ path, body }) {
  return body.blocks.flatMap((block) => {
    const [first = "", second = ""] = block.labels;
    if (block.type === "resource") {
      return [{ path, block, type: first, address: `${first}.${second}` }];
    }
    const type = block.type === "module" ? moduleType(sourceOf(block)) : void 0;
    return type === void 0 ? [] : [{ path, block, type, address: `module.${first}` }];
  });
}
function moduleType(source) {
  if (FUNCTION_MODULE.test(source)) return "module function";
  return ALIAS_MODULE.test(source) ? "module alias" : void 0;
}
function readingOf({ folder, files, names, children }) {
  const written2 = files.flatMap(resourcesIn);
  const inner = [...children.values()].map(readingOf);
  return {
    folder,
    instances: [
      ...written2.flatMap((each) => instancesOf(each, names)),
      ...inner.flatMap(({ instances }) => instances)
    ],
    notes: [
      ...files.flatMap((file) => unreadModules(file, children)),
      ...written2.flatMap((each) => unknownKeys(each, names)),
      ...inner.flatMap(({ notes }) => notes)
    ]
  };
}
function unreadModules(file, children) {
  return modulesIn(file).filter((block) => moduleType(sourceOf(block)) === void 0).filter(({ labels }) => !children.has(labels[0] ?? "")).map(
    ({ labels, line }) => `${file.path}:${line}: the module "${labels[0]}" is not read; "terraform show -json" of a plan or of the state has what is in it (--terraform-json FILE)`
  );
}
function unknownKeys({ path, block, address }, names) {
  const isUnknown = names.keys(names.prefix + address)?.includes(UNKNOWN_KEY);
  return isUnknown ? [
    `${path}:${block.line}: for_each of ${address} is not known from the files; it is read as one`
  ] : [];
}
function instancesOf(written2, names) {
  const address = names.prefix + written2.address;
  const each = written2.block.body.attributes.get("for_each");
  if (!each) return [instanceOf(written2, address, names)];
  const entries = entriesOf(evaluate(each.value, names), names) ?? [
    [UNKNOWN_KEY, { kind: "text", text: UNKNOWN_KEY }]
  ];
  return entries.map(([key, value]) => {
    const bound = /* @__PURE__ */ new Map([["each", boundEach(key, value)]]);
    return instanceOf(written2, `${address}["${key}"]`, { ...names, bound });
  });
}
function boundEach(key, value) {
  const entries = /* @__PURE__ */ new Map([
    ["key", { kind: "text", text: key }],
    ["value", value]
  ]);
  return { kind: "map", entries };
}
function instanceOf({ path, block, type }, address, names) {
  const text2 = (attribute) => attribute ? asText(evaluate(attribute.value, names)) : "";
  return {
    ...{ address, type, where: `${path}:${block.line}` },
    get: (attribute) => text2(block.body.attributes.get(attribute)),
    map: (attribute) => {
      const found = block.body.attributes.get(attribute);
      const value = found && evaluate(found.value, names);
      const entries = value?.kind === "map" ? [...value.entries] : [];
      return Object.fromEntries(entries.map(([name, each]) => [name, asText(each)]));
    },
    nested: (inner, attribute) => block.body.blocks.filter((each) => each.type === inner).map((each) => text2(each.body.attributes.get(attribute))),
    ignores: (attribute) => ignoredIn(block).some((each) => each === "all" || each === attribute)
  };
}
function ignoredIn(block) {
  const lifecycle = block.body.blocks.find(({ type }) => type === "lifecycle");
  const value = lifecycle?.body.attributes.get("ignore_changes")?.value;
  const items = value?.kind === "list" ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    if (item.kind === "text") return [item.text];
    return item.kind === "traversal" ? [item.root] : [];
  });
}

// src/doctor/terraform-json.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
function readTerraformJson(path, text2) {
  const whole = parsed(text2);
  const isPlan = typeof whole?.planned_values === "object";
  const values = member(whole, isPlan ? "planned_values" : "values");
  const root = member(values, "root_module");
  if (!whole || typeof whole.format_version !== "string" || !values) return void 0;
  const configuration = member(member(whole, "configuration"), "root_module");
  const instances = instancesIn(path, root ?? {}, configuration, "");
  return { instances, planned: plannedAliases(whole) };
}
function parsed(text2) {
  const value = parseJson(text2);
  return isMembers(value) ? value : void 0;
}
function isMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function member(of, name) {
  const value = of?.[name];
  return isMembers(value) ? value : void 0;
}
function list(of, name) {
  const value = of?.[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}
function text(of, name) {
  const value = of?.[name];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
function instancesIn(path, module, configuration, prefix) {
  const own = list(module, "resources").filter((each) => text(each, "mode") !== "data").map((each) => instanceOf2(path, each, written(each, configuration), prefix));
  const inner = list(module, "child_modules").flatMap((child) => {
    const address = text(child, "address");
    const name = address.slice(address.lastIndexOf("module.") + "module.".length);
    const calls = member(configuration, "module_calls");
    const called = member(member(calls, name.replace(/\[.*$/, "")), "module");
    return instancesIn(path, child, called, `${address}.`);
  });
  return [...own, ...inner];
}
function written(resource2, configuration) {
  const address = `${text(resource2, "type")}.${text(resource2, "name")}`;
  const found = list(configuration, "resources").find((each) => text(each, "address") === address);
  return member(found, "expressions");
}
function instanceOf2(path, resource2, expressions, prefix) {
  const values = member(resource2, "values");
  const address = text(resource2, "address");
  return {
    ...{ address, type: text(resource2, "type"), where: path.replace(/^.*\//, "") },
    get: (attribute) => text(values, attribute) || referred(member(expressions, attribute), resource2, prefix),
    map: (attribute) => {
      const entries = Object.entries(member(values, attribute) ?? {});
      return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
    },
    nested: (block, attribute) => list(values, block).map((each) => text(each, attribute)),
    // The format does not have `lifecycle`; a plan shows what it would change.
    ignores: () => void 0
  };
}
function referred(expression, resource2, prefix) {
  const value = expression?.constant_value;
  if (typeof value === "string" || typeof value === "number") return String(value);
  const references = expression?.references;
  if (!Array.isArray(references)) return "";
  const names = references.filter((each) => typeof each === "string");
  const lambda = names.filter((each) => /^aws_lambda_(alias|function)\./.test(each));
  const found = lambda[0] ?? names.find((each) => /^(aws_|module\.)/.test(each));
  if (found === void 0) return names.length === 0 ? "" : unknownBecause(`it is ${names[0]}`);
  if (/^aws_lambda_function\./.test(found) && !/\.(?:qualified_)?invoke_arn$/.test(found)) {
    return unknownBecause(
      `a plan does not have it before the apply (it is made of ${found}); read the files or the state`
    );
  }
  const index = resource2.index;
  const key = typeof index === "string" && names.includes("each.key") ? `["${index}"]` : "";
  const [type = "", name = "", ...rest] = found.replace(/\[.*?\]/g, "").split(".");
  return referenceTo(`${prefix}${[type, `${name}${key}`, ...rest].join(".")}`);
}
function plannedAliases(plan) {
  return list(plan, "resource_changes").filter((each) => text(each, "type") === "aws_lambda_alias").filter((each) => {
    const actions = member(each, "change")?.actions;
    return Array.isArray(actions) && actions.includes("update");
  }).map((each) => text(each, "address"));
}

// src/hcl/hcl-cursor.ts
import {
  src_base_errors_ts__KnownError as KnownError2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
var MAX_DEPTH = 100;
function cursorAt(path, text2, at = 0) {
  return { path, text: text2, at, inner: 0, depth: 0 };
}
function lineAt(text2, offset) {
  let line = 1;
  for (let i = text2.indexOf("\n"); i >= 0 && i < offset; i = text2.indexOf("\n", i + 1)) line++;
  return line;
}
function refuse(cursor, expected) {
  const { path, text: text2, at } = cursor;
  const rest = text2.slice(at, at + 40).split("\n")[0] ?? "";
  const found = at >= text2.length ? "the file ends" : rest === "" ? "the line ends" : quote3(rest);
  throw new KnownError2(`${path}:${lineAt(text2, at)}: ${found}; expected ${expected}`);
}
function deeper(cursor, read) {
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) refuse(cursor, `at most ${MAX_DEPTH} levels`);
  const value = read();
  cursor.depth -= 1;
  return value;
}
function within(cursor, read) {
  cursor.inner += 1;
  const value = read();
  cursor.inner -= 1;
  return value;
}
var SPACE = /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
var SPACE_AND_LINES = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
function skipSpace(cursor, lines = cursor.inner > 0) {
  const pattern = lines ? SPACE_AND_LINES : SPACE;
  while (match(cursor, pattern) !== void 0) ;
}
function match(cursor, pattern) {
  pattern.lastIndex = cursor.at;
  const [found] = pattern.exec(cursor.text) ?? [];
  if (found === void 0 || found === "") return void 0;
  cursor.at += found.length;
  return found;
}
function take(cursor, text2) {
  const before = cursor.at;
  skipSpace(cursor);
  const isNext = cursor.text.startsWith(text2, cursor.at);
  cursor.at = isNext ? cursor.at + text2.length : before;
  return isNext;
}
function expect(cursor, text2) {
  if (take(cursor, text2)) return;
  skipSpace(cursor);
  refuse(cursor, quote3(text2));
}
var NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
function takeName(cursor) {
  skipSpace(cursor);
  return match(cursor, NAME);
}

// src/hcl/hcl-templates.ts
var ESCAPES = {
  ...{ n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" }
};
var LITERAL = /(?:[^"\\$%\n]|\$(?!\$?\{)|%(?!%?\{))+/y;
var ESCAPED_MARK = /\$\$\{|%%\{/y;
var UNICODE = /u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y;
function readQuoted(cursor, read) {
  const parts = [];
  for (; ; ) {
    const literal = match(cursor, ESCAPED_MARK)?.slice(1) ?? match(cursor, LITERAL);
    if (literal !== void 0) parts.push({ kind: "text", text: literal });
    else if (cursor.text[cursor.at] === '"') break;
    else if (cursor.text[cursor.at] === "\\") parts.push(readEscape(cursor));
    else if (!readMark(cursor, parts, read)) refuse(cursor, "the closing quote of a string");
  }
  cursor.at += 1;
  return joinParts(parts);
}
function readEscape(cursor) {
  cursor.at += 1;
  const code = match(cursor, UNICODE);
  if (code !== void 0) {
    return { kind: "text", text: String.fromCodePoint(Number.parseInt(code.slice(1), 16)) };
  }
  const text2 = ESCAPES[cursor.text[cursor.at] ?? ""];
  if (text2 === void 0) refuse(cursor, 'an escape such as \\n or \\"');
  cursor.at += 1;
  return { kind: "text", text: text2 };
}
function readMark(cursor, parts, read) {
  const mark = cursor.text.slice(cursor.at, cursor.at + 2);
  if (mark !== "${" && mark !== "%{") return false;
  cursor.at += 2;
  if (cursor.text[cursor.at] === "~") cursor.at += 1;
  if (mark === "%{") {
    const end = cursor.text.indexOf("}", cursor.at);
    if (end < 0) refuse(cursor, '"}"');
    cursor.at = end + 1;
    parts.push({ kind: "operation", what: "a directive %{…}" });
    return true;
  }
  parts.push(within(cursor, () => read(cursor)));
  skipSpace(cursor, true);
  if (cursor.text[cursor.at] === "~") cursor.at += 1;
  if (cursor.text[cursor.at] !== "}") refuse(cursor, '"}"');
  cursor.at += 1;
  return true;
}
var HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
var HEREDOC_LITERAL = /(?:[^$%]|\$(?!\$?\{)|%(?!%?\{))+/y;
function readHeredoc(cursor, read, inside) {
  HEREDOC.lastIndex = cursor.at;
  const [opening, , word = ""] = HEREDOC.exec(cursor.text) ?? [];
  if (opening === void 0) return void 0;
  const begin = cursor.at + opening.length;
  const closing = closingLine(cursor.text, begin, word);
  if (!closing) refuse(cursor, `a line ${word} that ends the heredoc`);
  const { start: end } = closing;
  const inner = inside(cursor.text.slice(0, end), begin);
  const parts = [];
  while (inner.at < end) {
    const literal = match(inner, ESCAPED_MARK)?.slice(1) ?? match(inner, HEREDOC_LITERAL);
    if (literal !== void 0) parts.push({ kind: "text", text: literal });
    else if (!readMark(inner, parts, read)) refuse(inner, "text");
  }
  cursor.at = closing.end;
  return joinParts(parts);
}
function closingLine(text2, begin, word) {
  for (let start = begin; start <= text2.length; ) {
    const next = text2.indexOf("\n", start);
    const stop = next < 0 ? text2.length : next;
    const line = text2.slice(start, stop);
    if (line.trim() === word) return { start, end: start + line.trimEnd().length };
    if (next < 0) return void 0;
    start = next + 1;
  }
  return void 0;
}
function joinParts(parts) {
  const joined2 = [];
  for (const part2 of parts) {
    const last = joined2.at(-1);
    if (part2.kind === "text" && last?.kind === "text") {
      joined2[joined2.length - 1] = { kind: "text", text: last.text + part2.text };
    } else joined2.push(part2);
  }
  const [first, another] = joined2;
  if (!first) return { kind: "text", text: "" };
  return another ? { kind: "template", parts: joined2 } : first;
}

// src/hcl/hcl-expressions.ts
function readExpression(cursor) {
  return deeper(cursor, () => {
    const left = readOperation(cursor);
    if (!take(cursor, "?")) return left;
    return within(cursor, () => {
      const yes = readExpression(cursor);
      expect(cursor, ":");
      return { kind: "conditional", test: left, yes, no: readExpression(cursor) };
    });
  });
}
var OPERATOR = /==|!=|<=|>=|&&|\|\||[<>+*/%-]/y;
function readOperation(cursor) {
  const first = readUnary(cursor);
  const operator = takeOperator(cursor);
  if (operator === void 0) return first;
  do
    readUnary(cursor);
  while (takeOperator(cursor) !== void 0);
  return { kind: "operation", what: `an operation with ${operator}` };
}
function takeOperator(cursor) {
  const before = cursor.at;
  skipSpace(cursor);
  const operator = match(cursor, OPERATOR);
  if (operator === void 0) cursor.at = before;
  return operator;
}
function readUnary(cursor) {
  skipSpace(cursor);
  const sign = match(cursor, /[!-]/y);
  const value = readPart(cursor);
  if (sign === void 0) return value;
  return value.kind === "text" && sign === "-" ? { kind: "text", text: `-${value.text}` } : { kind: "operation", what: `an operation with ${sign}` };
}
function readPart(cursor) {
  const base = readValue(cursor);
  const steps = readSteps(cursor);
  if (steps.length === 0) return base;
  if (base.kind === "traversal") return { ...base, steps: [...base.steps, ...steps] };
  return { kind: "part", of: base, steps };
}
var NUMBER2 = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
function readValue(cursor) {
  skipSpace(cursor);
  const number = match(cursor, NUMBER2);
  if (number !== void 0) return { kind: "text", text: number };
  const heredoc = readHeredoc(
    cursor,
    readExpression,
    (text2, at) => cursorAt(cursor.path, text2, at)
  );
  if (heredoc) return heredoc;
  if (take(cursor, '"')) return readQuoted(cursor, readExpression);
  if (take(cursor, "(")) {
    const value = within(cursor, () => readExpression(cursor));
    closeWith(cursor, ")");
    return value;
  }
  if (take(cursor, "[")) return readList(cursor);
  if (take(cursor, "{")) return readMap(cursor);
  return readNamed(cursor);
}
function readNamed(cursor) {
  const name = takeName(cursor);
  if (name === void 0) refuse(cursor, "a value");
  const full = readScopedName(cursor, name);
  if (cursor.text[cursor.at] === "(") {
    cursor.at += 1;
    return { kind: "call", name: full, args: readItems(cursor, ")") };
  }
  if (full === "true" || full === "false" || full === "null") return { kind: "text", text: full };
  return { kind: "traversal", root: full, steps: [] };
}
function readScopedName(cursor, name) {
  let full = name;
  while (cursor.text.startsWith("::", cursor.at)) {
    cursor.at += 2;
    full += `::${takeName(cursor) ?? refuse(cursor, "the name of a function")}`;
  }
  return full;
}
function readItems(cursor, close) {
  return within(cursor, () => {
    const items = [];
    while (!take(cursor, close)) {
      items.push(readExpression(cursor));
      take(cursor, "...");
      if (!take(cursor, ",")) {
        expect(cursor, close);
        break;
      }
    }
    return items;
  });
}
function readList(cursor) {
  const each = readFor(cursor, "]");
  return each ?? { kind: "list", items: readItems(cursor, "]") };
}
function readMap(cursor) {
  const each = readFor(cursor, "}");
  if (each) return each;
  return within(cursor, () => {
    const entries = [];
    while (!take(cursor, "}")) {
      const key = readKey(cursor);
      if (!take(cursor, "=") && !take(cursor, ":")) refuse(cursor, '"="');
      entries.push({ key, value: readExpression(cursor) });
      take(cursor, ",");
    }
    return { kind: "map", entries };
  });
}
function readKey(cursor) {
  const key = readExpression(cursor);
  return key.kind === "traversal" && key.steps.length === 0 ? { kind: "text", text: key.root } : key;
}
function readFor(cursor, close) {
  skipSpace(cursor, true);
  if (match(cursor, /for\b(?=\s+[\p{L}_])/uy) === void 0) return void 0;
  return within(cursor, () => {
    const names = [takeName(cursor) ?? refuse(cursor, "a name")];
    if (take(cursor, ",")) names.push(takeName(cursor) ?? refuse(cursor, "a name"));
    if (takeName(cursor) !== "in") refuse(cursor, '"in"');
    const of = readExpression(cursor);
    expect(cursor, ":");
    const first = readExpression(cursor);
    const second = take(cursor, "=>") ? readExpression(cursor) : void 0;
    take(cursor, "...");
    skipSpace(cursor);
    const isFiltered = match(cursor, /if\b/y) !== void 0;
    if (isFiltered) readExpression(cursor);
    expect(cursor, close);
    const [key, value] = second ? [first, second] : [void 0, first];
    return { kind: "for", names, of, key, value, isFiltered };
  });
}
function readSteps(cursor) {
  const steps = [];
  for (; ; ) {
    const next = cursor.text[cursor.at];
    if (next === "." && !cursor.text.startsWith("...", cursor.at)) {
      cursor.at += 1;
      steps.push(readDotted(cursor));
    } else if (next === "[") {
      cursor.at += 1;
      steps.push(within(cursor, () => readIndex(cursor)));
    } else return steps;
  }
}
function readDotted(cursor) {
  if (match(cursor, /\*/y) !== void 0) return { kind: "splat" };
  const number = match(cursor, /\d+/y);
  if (number !== void 0) return { kind: "index", index: { kind: "text", text: number } };
  const name = takeName(cursor);
  return name === void 0 ? refuse(cursor, "the name of an attribute") : { kind: "name", name };
}
function readIndex(cursor) {
  if (take(cursor, "*")) {
    closeWith(cursor, "]");
    return { kind: "splat" };
  }
  const index = readExpression(cursor);
  expect(cursor, "]");
  return { kind: "index", index };
}
function closeWith(cursor, close) {
  skipSpace(cursor, true);
  expect(cursor, close);
}

// src/hcl/hcl-parser.ts
function parseHcl(path, text2) {
  const cursor = cursorAt(path, text2.replace(/^\uFEFF/, " "));
  const body = readBody(cursor);
  if (cursor.at < cursor.text.length) refuse(cursor, "a block or an attribute");
  return { path, text: text2, body };
}
function readBody(cursor) {
  const attributes = /* @__PURE__ */ new Map();
  const blocks = [];
  for (; ; ) {
    skipSpace(cursor, true);
    const start = cursor.at;
    if (start >= cursor.text.length || cursor.text[start] === "}") return { attributes, blocks };
    const name = takeName(cursor) ?? refuse(cursor, "a block or an attribute");
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "=" && cursor.text[cursor.at + 1] !== "=") {
      cursor.at += 1;
      const value = readExpression(cursor);
      const line = lineAt(cursor.text, start);
      attributes.set(name, { value, start, end: cursor.at, line });
      endLine(cursor);
    } else blocks.push(deeper(cursor, () => readBlock(cursor, name, start)));
  }
}
function readBlock(cursor, type, start) {
  const labels = [];
  for (; ; ) {
    skipSpace(cursor);
    const label = match(cursor, /"(?:[^"\\\n]|\\.)*"/y)?.slice(1, -1) ?? takeName(cursor);
    if (label === void 0) break;
    labels.push(label);
  }
  if (cursor.text[cursor.at] !== "{") refuse(cursor, '"=" or "{"');
  cursor.at += 1;
  const body = readBody(cursor);
  if (cursor.text[cursor.at] !== "}") refuse(cursor, `"}" for ${type} ${labels.join(" ")}`.trim());
  const close = cursor.at;
  cursor.at += 1;
  return { type, labels, body, start, close, end: cursor.at, line: lineAt(cursor.text, start) };
}
function endLine(cursor) {
  skipSpace(cursor);
  const next = cursor.text[cursor.at];
  if (next !== void 0 && next !== "\n" && next !== "}") refuse(cursor, "the end of the line");
}

// src/survey/read-folder.ts
var MOST_BYTES = 5e6;
var MOST_JSON_BYTES = 1e8;
async function readFolder(folder, terraformJson, edited = /* @__PURE__ */ new Map()) {
  const { paths, notes } = findFiles(folder);
  const at = { folder, paths, edited };
  const readings = [
    await readTemplates(at),
    terraformJson === void 0 ? await readTerraform(at) : readShown(terraformJson),
    programsIn(paths),
    commandsIn(at)
  ];
  return {
    survey: joined([...readings.map(({ survey }) => survey), { ...EMPTY_SURVEY, notes }]),
    read: readings.flatMap(({ read }) => read)
  };
}
var PACKAGED2 = /(?:^|\/)\.serverless\/cloudformation-template-update-stack\.json$/;
var BUILT = /(?:^|\/)(?:cdk\.out|\.serverless)\//;
var CDK_TEMPLATE = /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.template\.json$/;
var SERVERLESS = /(?:^|\/)serverless\.ya?ml$/;
async function readTemplates({ folder, paths, edited }) {
  const problems = [];
  const documents = [];
  for (const path of paths.filter(mayBeTemplate)) {
    const text2 = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
    const tree = text2 === void 0 ? void 0 : await treeOf(path, text2, problems);
    if (tree !== void 0) documents.push({ path, tree });
  }
  const own = documents.filter(
    ({ path, tree }) => isServerlessFile(tree) && !isPackaged(path, paths)
  );
  const templates = documents.filter(({ tree }) => !isServerlessFile(tree) && isTemplate(tree));
  const surveys = [
    surveyTemplates(
      templates.map(({ path, tree }) => templateOf(path, tree)),
      assetsIn({ folder, paths, edited })
    ),
    ...own.map(({ path, tree }) => surveyServerless(path, tree)),
    { ...EMPTY_SURVEY, problems }
  ];
  return { survey: joined(surveys), read: [...templates, ...own].map(({ path }) => path) };
}
function assetsIn({ folder, paths }) {
  const manifests = paths.filter(
    (path) => /(?:^|\/)cdk\.out\/(?:.*\/)?[^/]+\.assets\.json$/.test(path)
  );
  return new Map(
    manifests.flatMap((path) => {
      const within2 = path.slice(0, path.lastIndexOf("/") + 1);
      const manifest = parseJson2(textOf(folder, path, MOST_BYTES, []) ?? "");
      const { files } = manifest ?? {};
      return Object.entries(files ?? {}).flatMap(
        ([hash, file]) => typeof file?.source?.path === "string" ? [[hash, within2 + file.source.path]] : []
      );
    })
  );
}
async function treeOf(path, text2, problems) {
  const isServerless = SERVERLESS.test(path);
  if (!isServerless && !/\bAWS::/.test(text2)) return void 0;
  const parsed2 = await parseTree(text2);
  if (parsed2.kind === "tree") return parsed2.tree;
  if (isServerless || /^[ \t]{0,40}["']?Resources\b/m.test(text2)) {
    problems.push(`${path}: ${parsed2.problem}`);
  }
  return void 0;
}
function templateOf(path, tree) {
  if (PACKAGED2.test(path)) return { path, tree, tool: "serverless" };
  return CDK_TEMPLATE.test(path) ? { path, tree, tool: "cdk" } : { path, tree };
}
function mayBeTemplate(path) {
  if (path.endsWith(".tf") || /\.tf\.json$/.test(path)) return false;
  if (BUILT.test(path)) return CDK_TEMPLATE.test(path) || PACKAGED2.test(path);
  return /\.(?:ya?ml|json|template)$/.test(path);
}
function isPackaged(path, paths) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return paths.includes(`${folder}.serverless/cloudformation-template-update-stack.json`);
}
async function readTerraform({ folder, paths, edited }) {
  const files = [];
  const problems = [];
  for (const path of paths.filter((each) => each.endsWith(".tf"))) {
    const text2 = edited.get(path) ?? textOf(folder, path, MOST_BYTES, problems);
    try {
      if (text2 !== void 0) files.push(parseHcl(path, text2));
    } catch (error) {
      problems.push(known2(error).message);
    }
  }
  for (const path of paths.filter((each) => each.endsWith(".tf.json"))) {
    problems.push(`${path}: Terraform's JSON syntax is not read; use --terraform-json`);
  }
  const surveys = readTerraformFiles(files).map(
    ({ instances, ...more }) => surveyTerraform(instances, more)
  );
  return {
    survey: joined([...surveys, { ...EMPTY_SURVEY, problems }]),
    read: files.map(({ path }) => path)
  };
}
function readShown(path) {
  const problems = [];
  const text2 = textOf("", path, MOST_JSON_BYTES, problems);
  if (text2 === void 0) throw new KnownError3(`--terraform-json: ${problems.join("; ")}`);
  const shown2 = readTerraformJson(path, text2);
  if (!shown2) {
    throw new KnownError3(
      `--terraform-json: ${quote4(path)} is not what "terraform show -json" writes of a plan or a state`
    );
  }
  return { survey: surveyTerraform(shown2.instances, { planned: shown2.planned }), read: [path] };
}
function programsIn(paths) {
  const problems = [];
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const isCdk = /(?:^|\/)cdk\.json$/.test(path) && !BUILT.test(path);
    if (isCdk && !paths.some((each) => each.startsWith(`${folder}cdk.out/`))) {
      problems.push(`${path}: there is no ${folder}cdk.out. Run "npx cdk synth" first`);
    }
    const isProgram = /(?:^|\/)serverless\.[cm]?[jt]s$/.test(path);
    if (isProgram && !isPackaged(path, paths)) {
      problems.push(`${path}: it is a program. Run "npx serverless package" first`);
    }
  }
  return { survey: { ...EMPTY_SURVEY, problems }, read: [] };
}
var SCRIPTS = /\.sh$|(?:^|\/)(?:Makefile|Justfile|Jenkinsfile|package\.json|buildspec[\w.-]*\.ya?ml|\.gitlab-ci\.ya?ml)$|(?:^|\/)\.(?:github\/workflows|circleci|buildkite)\/[^/]+\.ya?ml$/;
var MOST_SCRIPT_BYTES = 5e5;
function commandsIn({ folder, paths }) {
  const notes = paths.filter((path) => SCRIPTS.test(path)).flatMap((path) => riskyCommands(path, textOf(folder, path, MOST_SCRIPT_BYTES, []) ?? ""));
  return { survey: { ...EMPTY_SURVEY, notes }, read: [] };
}
function textOf(folder, path, mostBytes, problems) {
  const full = folder === "" ? path : join(folder, path);
  try {
    const { size } = statSync(full);
    if (size <= mostBytes) return readFileSync(full, "utf8");
    if (folder === "")
      problems.push(`${quote4(path)} has ${size} bytes; expected at most ${mostBytes}`);
  } catch (error) {
    problems.push(`${quote4(path)}: ${messageOf(error)}`);
  }
  return void 0;
}

// src/cli/read-infrastructure.ts
async function readInfrastructure({ flags, env, cwd }) {
  const region = flags.text("region") || env.AWS_REGION || env.AWS_DEFAULT_REGION || "";
  refuseWrong(flags.text("account"), region);
  const folder = resolve(cwd, flags.text("folder") || ".");
  const shown2 = flags.text("terraform-json");
  const files = await readFolder(folder, shown2 === "" ? void 0 : resolve(cwd, shown2));
  const isOffline = flags.has("offline") || region === "";
  const hasFiles = files.survey.functions.length > 0;
  const account = isOffline ? void 0 : await readIfThere(region, flags, hasFiles);
  if (account === void 0 || "note" in account) {
    const why = flags.has("offline") ? [] : [account?.note ?? "no account was read: there is no Region (--region or AWS_REGION)"];
    const { survey } = files;
    return {
      ...{ folder, region, read: files.read, files: survey },
      account: flags.text("account") || void 0,
      survey: { ...survey, notes: [...survey.notes, ...why] }
    };
  }
  const both = hasFiles ? compare({
    files: files.survey,
    account: account.survey,
    stack: flags.text("stack") || void 0
  }) : withNotes(account.survey, files.survey);
  const read = [...files.read, account.words];
  return {
    ...{ survey: both, files: files.survey, read, folder, region },
    account: account.account || flags.text("account") || void 0
  };
}
function withNotes(account, files) {
  return {
    ...account,
    notes: [...files.notes, ...account.notes],
    problems: [...files.problems, ...account.problems]
  };
}
function refuseWrong(account, region) {
  const problems = [];
  if (account !== "" && !/^\d{12}$/.test(account)) {
    problems.push(`--account: ${quote5(account)}; expected 12 digits`);
  }
  if (region !== "" && !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) {
    problems.push(`--region: ${quote5(region)}; expected a Region such as eu-central-1`);
  }
  if (problems.length > 0) throw new UsageError(problems);
}
async function readIfThere(region, flags, hasFiles) {
  try {
    return await readAccount({
      region,
      account: flags.text("account") || void 0,
      functions: namesIn2(flags.text("functions")),
      stack: flags.text("stack") || void 0
    });
  } catch (error) {
    if (!hasFiles || !(error instanceof NoCredentialsError)) throw error;
    return { note: "no account was read: there are no AWS credentials" };
  }
}
function namesIn2(text2) {
  return text2.split(/[,\n]/).map(
    (each) => each.trim().replace(/^arn:.*?:function:/, "").replace(/:.*$/, "")
  ).filter((each) => each !== "");
}

export {
  parseHcl,
  readFolder,
  readInfrastructure
};
