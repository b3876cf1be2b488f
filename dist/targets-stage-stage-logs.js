import {
  accessInterpreter,
  createTally,
  ownGroup,
  readVersionLogs
} from "./logs-tally.shared.js";
import {
  inspectGroups,
  logPermissions
} from "./targets-log-groups.shared.js";
import "./logs-lambda-invocations.shared.js";
import {
  groupIn
} from "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";

// src/aws/gateway-account.ts
import {
  _aws_sdk_client_api_gateway__GetAccountCommand as GetAccountCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call
} from "./release.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY
} from "./stage.js";
import {
  src_aws_gateway_words_ts__gatewayWords as gatewayWords
} from "./stage.js";
async function readLogRole({ place, open }) {
  const doing = "reading API Gateway's settings of the account";
  const send = () => open(API_GATEWAY).send(new GetAccountCommand({}));
  const { cloudwatchRoleArn = "" } = await call(
    gatewayWords(place, doing, "GET", "/account"),
    send
  );
  return cloudwatchRoleArn;
}

// src/targets/stage/stage-logs.ts
import {
  src_aws_gateway_arns_ts__gatewayArn as gatewayArn
} from "./stage.js";
import {
  src_base_errors_ts__known as known2,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_time_ts__now as now
} from "./core.js";

// src/logs/access-log-format.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/logs/access-record.ts
function recordOf(values) {
  const text = (name) => {
    const value = values.get(name);
    return value === void 0 || value === "" || value === "-" ? void 0 : value;
  };
  const number = (name) => numberOf(text(name));
  const requestId = text("requestId") ?? text("extendedRequestId");
  const status = number("status");
  if (requestId === void 0 || status === void 0 || status < 100 || status > 599) {
    return void 0;
  }
  return {
    requestId,
    status,
    ...defined("at", number("requestTimeEpoch")),
    ...defined("method", text("httpMethod")),
    ...defined("route", text("resourcePath")),
    ...defined("latency", number("responseLatency")),
    ...defined("integrationLatency", number("integration.latency")),
    ...defined("integrationStatus", number("integration.status")),
    ...defined("errorType", text("error.responseType")),
    ...defined("functionRequestId", text("integration.requestId")),
    ...defined("isCanary", truthOf(text("isCanaryRequest"))),
    ...defined("deploymentId", text("deploymentId")),
    ...defined("apiId", text("apiId")),
    ...defined("stage", text("stage"))
  };
}
function numberOf(text) {
  return text !== void 0 && /^\d{1,16}$/.test(text) ? Number(text) : void 0;
}
function truthOf(text) {
  if (text?.toLowerCase() === "true") return true;
  return text?.toLowerCase() === "false" ? false : void 0;
}
function defined(key, value) {
  return value === void 0 ? {} : { [key]: value };
}

// src/logs/template-pieces.ts
var VARIABLE = /\$\{context((?:\.[A-Za-z0-9_]+)+)\}|\$context((?:\.[A-Za-z0-9_]+)+)/g;
var SAME = {
  integrationLatency: "integration.latency",
  integrationErrorMessage: "integration.error",
  awsEndpointRequestId: "integration.requestId"
};
function piecesOf(format) {
  const literals = [];
  const variables = [];
  let from = 0;
  for (const { 0: text, 1: braced, 2: path = "", index } of format.matchAll(VARIABLE)) {
    literals.push(format.slice(from, index));
    const name = (braced ?? path).slice(1);
    variables.push(SAME[name] ?? name);
    from = index + text.length;
  }
  literals.push(format.slice(from));
  return { literals, variables };
}
function withLiterals(format, change) {
  const parts = [];
  let from = 0;
  for (const { 0: text, index } of format.matchAll(VARIABLE)) {
    parts.push(change(format.slice(from, index), from === 0 ? "first" : "between"), text);
    from = index + text.length;
  }
  return [...parts, change(format.slice(from), "last")].join("");
}

// src/logs/template-reader.ts
var FORMS = {
  status: /-|[1-5]\d\d/y,
  requestId: /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/y,
  extendedRequestId: /[A-Za-z0-9+/=_-]{1,64}/y,
  requestTime: /-|\d\d\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/y,
  requestTimeEpoch: /-|\d{1,16}/y,
  httpMethod: /-|[A-Za-z]{1,20}/y,
  resourcePath: /[^\s"'<>,|;\\]{1,512}/y,
  protocol: /-|[A-Za-z0-9/.]{1,16}/y,
  apiId: /-|[a-z0-9]{0,32}/y,
  stage: /[A-Za-z0-9_-]{1,128}/y,
  deploymentId: /-|[a-z0-9]{0,32}/y,
  isCanaryRequest: /-|[A-Za-z]{0,8}/y,
  responseLatency: /-|\d{0,12}/y,
  responseLength: /-|\d{0,15}/y,
  "integration.latency": /-|\d{0,12}/y,
  "integration.status": /-|\d{0,3}/y,
  "integration.requestId": /[A-Za-z0-9+/=_-]{0,128}/y,
  "error.responseType": /-|[A-Z0-9_]{0,64}/y,
  "identity.sourceIp": /-|[0-9a-fA-F.:]{1,45}/y
};
var LONGEST_VALUE = 512;
var EXACT = ["status", "requestId", "requestTime"];
function createTemplateReader(pieces) {
  const { runs, free } = runsOf(pieces);
  return (line) => {
    const matches = free.length === 0 ? whole(runs[0], line) : between(runs, line);
    return typeof matches === "string" ? matches : valuesOf(runs, free, matches, line);
  };
}
function runsOf({ literals, variables }) {
  const runs = [];
  const free = [];
  let before = literals[0] ?? "";
  let parts = [];
  const close = () => {
    const lengths = parts.map(({ after }) => after.length + LONGEST_VALUE);
    runs.push({ before, parts, longest: lengths.reduce((sum, one) => sum + one, before.length) });
  };
  variables.forEach((variable, i) => {
    const after = literals[i + 1] ?? "";
    const form = formOf(variable, after);
    if (form) {
      parts.push({ variable, form, after });
      return;
    }
    close();
    free.push(variable);
    [before, parts] = [after, []];
  });
  close();
  return { runs, free };
}
function formOf(variable, after) {
  const form = FORMS[variable];
  if (form === void 0) return void 0;
  const next = after.charAt(0);
  form.lastIndex = 0;
  const isSwallowed = next !== "" && form.exec(next.repeat(2))?.[0].length === 2;
  return isSwallowed && !EXACT.includes(variable) ? void 0 : form;
}
function endOf({ before, parts }, line, start) {
  if (!line.startsWith(before, start)) return -1;
  let at = start + before.length;
  for (const { form, after } of parts) {
    form.lastIndex = at;
    const [value] = form.exec(line) ?? [];
    if (value === void 0 || !line.startsWith(after, at + value.length)) return -1;
    at += value.length + after.length;
  }
  return at;
}
function whole(run, line) {
  const end = run ? endOf(run, line, 0) : -1;
  return end === line.length ? [{ start: 0, end, certain: true }] : "other-text";
}
function between(runs, line) {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return "other-text";
  const head = { start: 0, end: endOf(first, line, 0), certain: true };
  if (head.end < 0) return "other-text";
  const tail = tailOf(last, line);
  if (!tail || tail.start < head.end) return "other-text";
  const inner = runs.slice(1, -1);
  const left = fromLeft(inner, line, head.end, tail.start);
  const right = left && fromRight(inner, line, head.end, tail.start);
  if (!left || !right) return "other-text";
  const middle = left.map((place, i) => ({ ...place, certain: place.start === right[i]?.start }));
  const unsure = middle.some(({ certain }, i) => !certain && inner[i]?.parts.length !== 0);
  return unsure ? "ambiguous" : [head, ...middle, tail];
}
function tailOf(run, line) {
  const least = Math.max(0, line.length - run.longest);
  for (let start = line.length; start >= least; start--) {
    const found = line.lastIndexOf(run.before, start);
    if (found < least) return void 0;
    start = found;
    if (endOf(run, line, start) === line.length) return { start, end: line.length, certain: true };
  }
  return void 0;
}
function fromLeft(runs, line, from, to) {
  const matches = [];
  let at = from;
  for (const run of runs) {
    let start = line.indexOf(run.before, at);
    let end = start < 0 ? -1 : endOf(run, line, start);
    while (start >= 0 && end < 0) {
      start = line.indexOf(run.before, start + 1);
      end = start < 0 ? -1 : endOf(run, line, start);
    }
    if (start < 0 || end > to) return void 0;
    matches.push({ start, end });
    at = end;
  }
  return matches;
}
function fromRight(runs, line, from, to) {
  const matches = [];
  let limit = to;
  for (const run of [...runs].reverse()) {
    let start = limit - run.before.length;
    let end = -1;
    while (start >= from) {
      start = line.lastIndexOf(run.before, start);
      end = start < from ? -1 : endOf(run, line, start);
      if (end >= 0 && end <= limit) break;
      start -= 1;
    }
    if (start < from) return void 0;
    matches.unshift({ start, end });
    limit = start;
  }
  return matches;
}
function valuesOf(runs, free, matches, line) {
  const values = /* @__PURE__ */ new Map();
  let same = true;
  const set = (variable, value) => {
    if ((values.get(variable) ?? value) !== value) same = false;
    values.set(variable, value);
  };
  runs.forEach(({ before, parts }, i) => {
    let at = (matches[i]?.start ?? 0) + before.length;
    for (const { variable: variable2, form, after } of parts) {
      form.lastIndex = at;
      const [value = ""] = form.exec(line) ?? [];
      set(variable2, value);
      at += value.length + after.length;
    }
    const [variable, here, next] = [free[i], matches[i], matches[i + 1]];
    if (variable !== void 0 && here?.certain && next?.certain) {
      set(variable, line.slice(here.end, next.start));
    }
  });
  return same ? values : "ambiguous";
}

// src/logs/access-log-format.ts
function compileFormat(text) {
  const format = withoutEnd(text);
  const pieces = piecesOf(format);
  const [problem, ...others] = problemsOf(format, pieces);
  if (problem) return { kind: "refused", problems: [problem, ...others] };
  const readTemplate = createTemplateReader(pieces);
  const readFields = fieldReader(format, pieces);
  return {
    kind: "compiled",
    variables: new Set(pieces.variables),
    read: (message) => {
      const line = withoutEnd(message);
      const values = readTemplate(line);
      if (values === "ambiguous") return "unparsed";
      const found = values === "other-text" ? readFields(line) : values;
      return (found && recordOf(found)) ?? "unparsed";
    }
  };
}
function withoutEnd(text) {
  return text.endsWith("\n") ? text.replace(/\r?\n$/, "") : text;
}
var ENTITY = /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
function problemsOf(format, { literals, variables }) {
  if (variables.length === 0) return [{ kind: "empty" }];
  const problems = [];
  if (!variables.includes("status")) problems.push({ kind: "no-status" });
  if (!variables.includes("requestId") && !variables.includes("extendedRequestId")) {
    problems.push({ kind: "no-request-id" });
  }
  variables.slice(1).forEach((second, i) => {
    const first = variables[i];
    if (first !== void 0 && literals[i + 1] === "") {
      problems.push({ kind: "adjacent", first, second });
    }
  });
  const [entity] = format.match(ENTITY) ?? [];
  if (entity !== void 0) problems.push({ kind: "entity", entity });
  return problems;
}
function fieldReader(format, { variables }) {
  const paths = fieldsOf(format, variables);
  if (paths.size === 0) return () => void 0;
  return (line) => {
    const root = line.startsWith("{") ? parseJson(line) : void 0;
    if (root === void 0) return void 0;
    const values = /* @__PURE__ */ new Map();
    for (const [variable, path] of paths) {
      const value = path.reduce((at, key) => fieldIn(at, key), root);
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
        values.set(variable, String(value));
      }
    }
    return values;
  };
}
function fieldsOf(format, variables) {
  const found = /* @__PURE__ */ new Map();
  let count = 0;
  const marked = format.replace(VARIABLE, () => `${count++}`);
  const quoted = marked.replace(/([:,[]\s{0,8})(\uE000\d+\uE001)(?=\s{0,8}[,}\]])/g, '$1"$2"');
  const visit = (value, path) => {
    if (typeof value === "string") {
      const [, index] = /^\uE000(\d+)\uE001$/.exec(value) ?? [];
      const variable = index === void 0 ? void 0 : variables[Number(index)];
      if (variable !== void 0 && !found.has(variable)) found.set(variable, path);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, one] of Object.entries(value)) visit(one, [...path, key]);
  };
  visit(parseJson(quoted), []);
  return found;
}
function fieldIn(value, key) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
  return value[key];
}

// src/targets/stage/stage-logs.ts
import {
  src_logs_format_problem_text_ts__describeFormatProblem as describeFormatProblem
} from "./release.js";

// src/logs/proposed-format.ts
var NEEDED = ["requestId", "status"];
var USEFUL = [
  "httpMethod",
  "resourcePath",
  "responseLatency",
  "integration.requestId",
  "error.responseType",
  "isCanaryRequest",
  "apiId",
  "stage"
];
function proposeFormat(format) {
  return compileFormat(format).kind === "compiled" ? format : completed(format, NEEDED);
}
function proposeNamedFormat(format) {
  return completed(format, [...NEEDED, "apiId", "stage"]);
}
function proposeFullFormat(format) {
  return completed(format, [...NEEDED, ...USEFUL]);
}
function completed(format, wanted) {
  const line = separated(decoded(format.replace(/[\r\n]+/g, " ").trim()));
  const known3 = new Set(piecesOf(line).variables);
  const missing = wanted.filter((name) => !known3.has(name) && !isReplaced(name, known3));
  return missing.reduce(added, line);
}
function isReplaced(name, known3) {
  return name === "requestId" && known3.has("extendedRequestId");
}
var ENTITIES = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&"
};
function decoded(format) {
  const once = format.replace(ENTITY, (entity) => ENTITIES[entity] ?? " ");
  return once === format ? format : decoded(once);
}
function separated(format) {
  return withLiterals(
    format,
    (literal, place) => literal === "" && place === "between" ? " " : literal
  );
}
function added(format, name) {
  const variable = `$context.${name}`;
  const field = name.split(".").at(-1) ?? name;
  if (/^\{.*\}$/s.test(format)) {
    const body = format.slice(0, -1).trimEnd();
    const comma = /[{,]$/.test(body) ? "" : ",";
    return `${body}${comma}"${field}":"${variable}"}`;
  }
  const [closing] = /<\/[\w:-]{1,64}>\s{0,8}$/.exec(format) ?? [];
  if (closing !== void 0) {
    return `${format.slice(0, -closing.length)}<${field}>${variable}</${field}>${closing}`;
  }
  if (format === "") return variable;
  return `${format}${separatorOf(format)}${variable}`;
}
function separatorOf(format) {
  const between2 = piecesOf(format).literals.slice(1, -1);
  const commas = between2.filter((literal) => literal.trim() === ",").length;
  return commas > between2.length / 2 ? "," : " ";
}

// src/targets/stage/stage-logs.ts
import {
  src_targets_concurrency_ts__mapAll as mapAll2
} from "./functions.js";

// src/targets/stage/shared-log.ts
import {
  src_aws_deployments_ts__bindDeployments as bindDeployments
} from "./stage.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY2
} from "./stage.js";
import {
  src_aws_twins_ts__readRestApis as readRestApis
} from "./stage.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_targets_concurrency_ts__mapAll as mapAll
} from "./functions.js";
var MOST_APIS = 50;
function unnamedBy(variables) {
  if (!variables.has("apiId")) return "api";
  return variables.has("stage") ? void 0 : "stage";
}
function unnamedIn(format) {
  const compiled = compileFormat(format);
  return compiled.kind === "compiled" ? unnamedBy(compiled.variables) : void 0;
}
function rememberSharing(clients, own) {
  const known3 = /* @__PURE__ */ new Map();
  return ({ destinationArn, format }) => {
    const group = groupIn(destinationArn);
    const unnamed = unnamedIn(format);
    if (!group || !unnamed) return Promise.resolve(void 0);
    const key = `${unnamed} ${destinationArn}`;
    const found = known3.get(key) ?? whyShared(clients, own, { group, unnamed });
    known3.set(key, found);
    return found;
  };
}
function settingsRead(format, restApiId) {
  const unnamed = unnamedIn(format);
  const stages = { api: "/restapis/*/stages", stage: `/restapis/${restApiId}/stages` };
  return ["/account", ...unnamed ? [stages[unnamed]] : []];
}
async function whyShared(clients, own, { group, unnamed }) {
  try {
    const apis = unnamed === "api" ? await readApis(clients, own) : [own.restApiId];
    if (apis.length > MOST_APIS) return unchecked(group, `there are ${apis.length} REST APIs`);
    const stages = (await mapAll(apis, (id) => stagesWriting(clients, id, group))).flat();
    const others = stages.filter((stage) => !isSame(stage, own));
    if (others.length === 0) return void 0;
    const names = others.map(({ restApiId, stageName }) => `${restApiId}/${stageName}`);
    return `the log group "${group.name}" also has the lines of ${listed(names)}, and lines do not say whose they are`;
  } catch (error) {
    return unchecked(group, known(error).message);
  }
}
function unchecked({ name }, why) {
  return `lines do not say which stage they belong to, and it could not be checked whether others write to the log group "${name}" as well (${why})`;
}
async function readApis({ open, place }, { restApiId }) {
  const apis = await readRestApis(open(API_GATEWAY2), place);
  return [.../* @__PURE__ */ new Set([restApiId, ...apis.flatMap(({ id }) => id ?? [])])];
}
async function stagesWriting(clients, restApiId, group) {
  const stages = await bindDeployments(clients, restApiId).readStages();
  return stages.filter(({ accessLog }) => groupIn(accessLog?.destinationArn ?? "")?.name === group.name).map(({ name }) => ({ restApiId, stageName: name }));
}
function isSame(a, b) {
  return a.restApiId === b.restApiId && a.stageName === b.stageName;
}

// src/targets/stage/stage-logs.ts
var BYTES_OF_VALUES = 150;
function stageLogs(services) {
  const sharing = rememberSharing(services.clients, services.bound.api);
  return {
    inspect: async (releases) => {
      const { api } = services.bound;
      try {
        const { accessLog } = await api.readStage();
        return accessLog ? await inspectLog(services, accessLog, releases, sharing) : unusable(NO_ACCESS_LOG);
      } catch (error) {
        return unusable(known2(error).message);
      }
    },
    open: async (rollout, from) => {
      const { accessLog } = await services.bound.api.readStage();
      const group = accessLog && groupIn(accessLog.destinationArn);
      const compiled = accessLog && compileFormat(accessLog.format);
      if (!accessLog || !group || compiled?.kind !== "compiled") return void 0;
      if (await sharing(accessLog) !== void 0) return void 0;
      return openGroups(services, { accessLog, group, compiled }, rollout, from);
    },
    versionLogs: ({ record }) => readVersionLogs(services.bound.functions, record.functions)
  };
}
var NO_ACCESS_LOG = "the stage has no access log; set one up with a log group of CloudWatch Logs as its destination";
function unusable(...problems) {
  return { problems, doubts: [], hints: [], permissions: [], sources: 0, requestBytes: 0 };
}
async function inspectLog(services, accessLog, releases, sharing) {
  const { bound, clients, logs, readAccount } = services;
  const { destinationArn, format } = accessLog;
  const { place } = clients;
  const group = groupIn(destinationArn);
  const account = await readAccount();
  const problems = [...placeProblems(destinationArn, place.region), ...formatProblems(format)];
  if (!group || group.region !== place.region) return unusable(...problems);
  const names = [group.name, canaryGroupOf(group)];
  const found = await inspectGroups(logs, [group.name], group.account, now());
  const isForeign = account !== "" && account !== group.account;
  const role = await readLogRole(clients).catch(orElse(void 0));
  const code = await inspectCode(services, releases, group.account);
  const shared = problems.length > 0 || isForeign ? void 0 : await sharing(accessLog);
  return {
    problems: [
      ...problems,
      ...role === "" ? [NO_ROLE] : [],
      ...isForeign ? [foreignGroup(group, account)] : found.problems,
      ...shared === void 0 ? [] : [`${shared}. Change the format to: ${proposeNamedFormat(format)}`]
    ],
    doubts: found.doubts,
    hints: [...hintsFor(format), ...code.hints],
    permissions: [
      ...logPermissions(place, [...names, ...code.groups], group.account),
      ...settingsRead(format, bound.api.restApiId).map((path) => ({
        action: "apigateway:GET",
        resource: gatewayArn(place, path)
      }))
    ],
    sources: names.length,
    requestBytes: format.length + BYTES_OF_VALUES
  };
}
async function inspectCode({ bound, logs }, releases, account) {
  const found = await mapAll2(releases, async ({ name }) => {
    const reading = await bound.functions.read(name).catch(orElse(void 0));
    return reading?.logging?.group ?? ownGroup(name);
  });
  const groups = [...new Set(found)];
  const { problems } = await inspectGroups(logs, groups, account, now());
  return {
    groups,
    hints: problems.map(
      (problem) => `the report cannot say where in its code a function fails: ${problem}`
    )
  };
}
var NO_ROLE = "API Gateway has no role to write logs with in this Region; set the CloudWatch log role in API Gateway's settings of the account (in Terraform: aws_api_gateway_account)";
function foreignGroup({ name, account }, own) {
  return `the access log goes to the log group "${name}" of the account ${account}, which this job does not read; expected a log group of the account ${own}`;
}
function placeProblems(destinationArn, region) {
  const group = groupIn(destinationArn);
  if (!group) {
    return [
      /:firehose:/.test(destinationArn) ? `the access log goes to the Firehose stream ${destinationArn}, which cannot be read in seconds; expected a log group of CloudWatch Logs` : `the destination of the access log is ${destinationArn}; expected the ARN of a log group`
    ];
  }
  return group.region === region ? [] : [
    `the access log goes to the log group "${group.name}" in ${group.region}; expected a log group in ${region}`
  ];
}
function formatProblems(format) {
  const compiled = compileFormat(format);
  if (compiled.kind === "compiled") return [];
  const what = compiled.problems.map(describeFormatProblem).join(", and ");
  return [`the format of the access log ${what}. Change it to: ${proposeFormat(format)}`];
}
function hintsFor(format) {
  const compiled = compileFormat(format);
  if (compiled.kind === "refused") return [];
  const lacks = ["httpMethod", "resourcePath"].filter((name) => !compiled.variables.has(name));
  if (lacks.length === 0) return [];
  const names = lacks.map((name) => `$context.${name}`).join(" and ");
  return [
    `the format of the access log does not contain ${names}, so the report cannot name routes. To add what is useful, change it to: ${proposeFullFormat(format)}`
  ];
}
function canaryGroupOf({ name }) {
  return `${name}/Canary`;
}
function openGroups({ bound }, { accessLog, group, compiled }, rollout, from) {
  const { api, seen } = bound;
  const canaryGroup = canaryGroupOf(group);
  const sources = [
    { name: "canary", side: "canary", failuresOnly: false, group: canaryGroup },
    { name: "stable", side: "stable", failuresOnly: false, group: group.name }
  ];
  const formats = followFormat(
    accessLog.format,
    compiled,
    () => seen.accessLog === "none" ? void 0 : seen.accessLog?.format
  );
  const { canaryDeploymentId: canaryDeployment } = rollout;
  const tally = createTally({
    ...{ sources, from },
    longestMs: rollout.record.longestAnswerSeconds * 1e3,
    interpreter: accessInterpreter({
      ...{ formats, canaryGroup, apiId: api.restApiId, stage: api.stageName },
      ...canaryDeployment !== void 0 && { canaryDeployment }
    })
  });
  return {
    ...{ sources, tally },
    limits: () => limitsOf(accessLog, seen.accessLog),
    metrics: { gateway: "own-series", functions: "no-series" }
  };
}
function followFormat(first, compiled, current) {
  const known3 = /* @__PURE__ */ new Set([first]);
  let formats = [compiled];
  return () => {
    const format = current();
    if (format !== void 0 && !known3.has(format)) {
      known3.add(format);
      const next = compileFormat(format);
      const isNamed = next.kind === "compiled" && isAsNamed(next, compiled);
      if (isNamed) formats = [next, ...formats];
    }
    return formats;
  };
}
function isAsNamed(next, before) {
  const unnamed = unnamedBy(next.variables);
  return unnamed === void 0 || unnamed === unnamedBy(before.variables);
}
function limitsOf({ destinationArn }, current) {
  if (current === void 0) return [];
  if (current === "none") return [moved("the access log of the stage was turned off")];
  if (current.destinationArn !== destinationArn) {
    return [moved("the access log of the stage now has another destination")];
  }
  const compiled = compileFormat(current.format);
  return compiled.kind === "refused" ? [{ kind: "format", problem: compiled.problems[0] }] : [];
}
function moved(message) {
  return { kind: "unreadable", message };
}
export {
  stageLogs
};
