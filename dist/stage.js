// src/targets/stage/stage-target.ts
import {
  src_aws_arns_ts__accountOf as accountOf3
} from "./release.js";

// src/aws/gateway-arns.ts
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
function gatewayArn(place, path) {
  return `arn:${place.partition}:apigateway:${place.region}::${path}`;
}
function stageArn(place, restApiId, stageName) {
  return gatewayArn(place, `/restapis/${restApiId}/stages/${stageName}`);
}
function stageUrl(place, restApiId, stageName) {
  const { dnsSuffix } = partitionOf(place.region);
  return `https://${restApiId}.execute-api.${place.region}.${dnsSuffix}/${stageName}`;
}

// src/targets/stage/stage-target.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand8
} from "./functions.js";
import {
  src_base_errors_ts__known as known12,
  src_base_errors_ts__orElse as orElse4
} from "./core.js";
import {
  src_monitor_log_source_ts__lazyLogTarget as lazyLogTarget
} from "./functions.js";
import {
  src_rollout_record_ts__APPROVED as APPROVED,
  src_rollout_record_ts__approvalTag as approvalTag,
  src_rollout_record_ts__ownerTag as ownerTag,
  src_rollout_record_ts__PAUSED as PAUSED,
  src_rollout_record_ts__pauseTag as pauseTag,
  src_rollout_record_ts__phaseTags as phaseTags
} from "./release.js";
import {
  src_targets_lambda_version_reads_ts__versionReads as versionReads
} from "./functions.js";
import {
  src_targets_ownership_ts__assertOpen as assertOpen,
  src_targets_ownership_ts__assertOwned as assertOwned3
} from "./release.js";
import {
  src_targets_trust_ts__createTrust as createTrust
} from "./functions.js";

// src/aws/definition-calls.ts
import {
  _aws_sdk_client_api_gateway__CreateDeploymentCommand as CreateDeploymentCommand,
  _aws_sdk_client_api_gateway__GetDeploymentCommand as GetDeploymentCommand,
  _aws_sdk_client_api_gateway__GetResourcesCommand as GetResourcesCommand,
  _aws_sdk_client_api_gateway__GetRestApiCommand as GetRestApiCommand2,
  _aws_sdk_client_api_gateway__UpdateIntegrationCommand as UpdateIntegrationCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__KnownError as KnownError2
} from "./core.js";

// src/aws/authorizers.ts
import {
  _aws_sdk_client_api_gateway__GetAuthorizersCommand as GetAuthorizersCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call
} from "./release.js";
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";

// src/aws/variable-readers.ts
function readerOf(where, answer) {
  const names = [...new Set(textsIn(answer).flatMap(variablesRead))];
  return names.length > 0 ? [{ where, names }] : [];
}
function textsIn(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
var READ = /stageVariables(?:\.get\(\s*['"](\w+)['"]\s*\)|\[\s*['"](\w+)['"]\s*\]|\.(\w+)(?!\w*\())?/g;
function variablesRead(text) {
  return [...text.matchAll(READ)].map(([, got, indexed, plain]) => got ?? indexed ?? plain ?? "*");
}

// src/aws/authorizers.ts
async function readAuthorizers(client, restApiId, words) {
  const found2 = [];
  const turn = turnPages(words.doing);
  let position;
  do {
    const page = await call(
      words,
      () => client.send(
        new GetAuthorizersCommand({ restApiId, limit: 500, ...position && { position } })
      )
    );
    found2.push(...(page.items ?? []).map(readingOf));
    position = turn(page.position);
  } while (position);
  return found2;
}
function readingOf({
  authorizerUri: uri,
  authorizerCredentials: credentials,
  ...rest
}) {
  const { id = "", name = id } = rest;
  const [method, path] = ["authorizer", `"${name}"`];
  const call11 = { resourceId: "", path, method, credentials, authorizerId: id };
  return {
    id,
    integrations: uri ? [{ ...call11, uri }] : [],
    readers: readerOf(`${method} ${path}`, rest)
  };
}

// src/aws/definition-calls.ts
import {
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied,
  src_aws_aws_errors_ts__isNotFound as isNotFound2
} from "./release.js";
import {
  src_aws_call_ts__call as call5,
  src_aws_call_ts__causedBy as causedBy2,
  src_aws_call_ts__required as required
} from "./release.js";

// src/aws/draft-mark.ts
import { createHash } from "node:crypto";
import {
  _aws_sdk_client_api_gateway__GetAuthorizersCommand as GetAuthorizersCommand2,
  _aws_sdk_client_api_gateway__GetGatewayResponsesCommand as GetGatewayResponsesCommand,
  _aws_sdk_client_api_gateway__GetModelsCommand as GetModelsCommand,
  _aws_sdk_client_api_gateway__GetRequestValidatorsCommand as GetRequestValidatorsCommand,
  _aws_sdk_client_api_gateway__GetRestApiCommand as GetRestApiCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call2
} from "./release.js";
import {
  src_aws_pages_ts__readAll as readAll
} from "./release.js";
var limit = 500;
async function markDraft(client, place, restApiId, resources) {
  const words = (doing, path) => ({
    doing,
    permission: {
      action: "apigateway:GET",
      resource: gatewayArn(place, `/restapis/${restApiId}${path}`)
    }
  });
  const all = (what, path, send) => readAll(words(`reading the API's ${what}`, path), send);
  const of = { restApiId, limit };
  const [api, models, responses, authorizers, validators] = await Promise.all([
    call2(
      words("reading the API's settings", ""),
      () => client.send(new GetRestApiCommand({ restApiId }))
    ),
    all("models", "/models", (from) => client.send(new GetModelsCommand({ ...of, ...from }))),
    all(
      "gateway responses",
      "/gatewayresponses",
      (from) => client.send(new GetGatewayResponsesCommand({ ...of, ...from }))
    ),
    all(
      "authorizers",
      "/authorizers",
      (from) => client.send(new GetAuthorizersCommand2({ ...of, ...from }))
    ),
    all(
      "request validators",
      "/requestvalidators",
      (from) => client.send(new GetRequestValidatorsCommand({ ...of, ...from }))
    )
  ]);
  const whole = [
    deployed(api),
    ...[resources, models, responses, authorizers, validators].map(inAnyOrder)
  ];
  return createHash("sha256").update(JSON.stringify(whole)).digest("hex").slice(0, 16);
}
function deployed(api) {
  const {
    $metadata,
    id,
    name,
    description,
    version,
    createdDate,
    warnings,
    tags,
    apiStatus,
    apiStatusMessage,
    ...settings
  } = api;
  return sorted(settings);
}
function inAnyOrder(list) {
  return list.map((each) => JSON.stringify(sorted(each))).sort();
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

// src/aws/gateway-responses.ts
import {
  _aws_sdk_client_api_gateway__GetGatewayResponsesCommand as GetGatewayResponsesCommand2
} from "./vendor-aws.js";
import {
  src_aws_pages_ts__readAll as readAll2
} from "./release.js";
async function readResponseReaders(client, place, restApiId) {
  const resource = gatewayArn(place, `/restapis/${restApiId}/gatewayresponses`);
  const permission = { action: "apigateway:GET", resource };
  const words = { doing: "reading the API's gateway responses", permission };
  const responses = await readAll2(
    words,
    (from) => client.send(new GetGatewayResponsesCommand2({ restApiId, limit: 500, ...from }))
  );
  return responses.flatMap(
    ({ responseType = "", ...rest }) => readerOf(`gateway response ${responseType}`, rest)
  );
}

// src/aws/gateway-words.ts
function gatewayWords(place, doing, verb, path) {
  return { doing, permission: { action: `apigateway:${verb}`, resource: gatewayArn(place, path) } };
}

// src/aws/definition-calls.ts
import {
  src_aws_pages_ts__turnPages as turnPages2
} from "./release.js";

// src/aws/request-text.ts
function requestOf({
  requestTemplates,
  requestParameters
}) {
  const parts = [requestTemplates, requestParameters].map(entriesOf);
  return parts.some((part) => part.length > 0) ? JSON.stringify(parts) : void 0;
}
function entriesOf(members) {
  return Object.entries(members ?? {}).map(([name, text]) => [name, String(text).replace(/\s+/g, " ").trim()]).sort(([a], [b]) => a < b ? -1 : 1);
}

// src/aws/rest-api-model.ts
var DEFAULT_TIMEOUT_MS = 29e3;

// src/aws/stage-export.ts
import {
  _aws_sdk_client_api_gateway__GetExportCommand as GetExportCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_aws_call_ts__call as call3
} from "./release.js";
async function readServed(client, place, restApiId, stageName) {
  const doing = `reading the export of the stage "${stageName}"`;
  const exportType = "oas30";
  const path = `/restapis/${restApiId}/stages/${stageName}/exports/${exportType}`;
  const words = {
    doing,
    permission: { action: "apigateway:GET", resource: gatewayArn(place, path) }
  };
  const parameters = { extensions: "integrations,authorizers" };
  const asked = { restApiId, stageName, exportType, parameters, accepts: "application/json" };
  const { body } = await call3(words, () => client.send(new GetExportCommand(asked)));
  const found2 = definitionIn(parseJson(Buffer.from(body ?? []).toString("utf8")));
  if (typeof found2 !== "string") return found2;
  throw new KnownError(
    `${doing}: the export could not be parsed (${found2}), so it is unknown which versions its users receive`
  );
}
var VERBS = {
  "x-amazon-apigateway-any-method": "ANY",
  delete: "DELETE",
  get: "GET",
  head: "HEAD",
  options: "OPTIONS",
  patch: "PATCH",
  post: "POST",
  put: "PUT"
};
var NOTHING = { integrations: [], readers: [], longestAnswerSeconds: 0 };
function together(parts) {
  return {
    integrations: parts.flatMap(({ integrations }) => integrations),
    readers: parts.flatMap(({ readers }) => readers),
    longestAnswerSeconds: Math.max(0, ...parts.map((part) => part.longestAnswerSeconds))
  };
}
function definitionIn(document) {
  const { paths, components, securityDefinitions, ...rest } = membersOf(document) ?? {};
  const items = membersOf(paths);
  if (!items) return "it has no paths";
  const all = [];
  for (const [path, item] of Object.entries(items)) {
    const found3 = operationsOf(path, membersOf(item));
    if (typeof found3 === "string") return found3;
    all.push(...found3);
  }
  const found2 = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions);
  const schemes = Object.entries(found2 ?? {});
  const authorizers = schemes.map(([name, scheme]) => authorizerIn(name, membersOf(scheme) ?? {}));
  const responses = membersOf(rest["x-amazon-apigateway-gateway-responses"]) ?? {};
  const readers = Object.entries(responses).flatMap(
    ([type, response]) => readerOf(`gateway response ${type}`, response)
  );
  return together([...all, ...authorizers, { ...NOTHING, readers }]);
}
var ANY_AUTHORIZER = "*";
function authorizerIn(name, scheme) {
  const { "x-amazon-apigateway-authorizer": extension, ...described } = scheme;
  const shown2 = membersOf(extension);
  const isCustom = scheme["x-amazon-apigateway-authtype"] === "custom";
  if (shown2?.type === "cognito_user_pools" || !shown2 && !isCustom) return NOTHING;
  const { authorizerUri, authorizerCredentials, ...rest } = shown2 ?? {};
  const call11 = { resourceId: "", method: "authorizer", path: `"${name}"` };
  const uri = textIn(authorizerUri) ?? "";
  const credentials = textIn(authorizerCredentials);
  return {
    ...NOTHING,
    integrations: [{ ...call11, uri, credentials, authorizerId: ANY_AUTHORIZER }],
    readers: readerOf(`authorizer "${name}"`, { described, rest })
  };
}
function textIn(value) {
  return typeof value === "string" ? value : void 0;
}
function operationsOf(path, item) {
  if (!item) return `${path} is not an object`;
  const all = [];
  for (const [verb, operation] of Object.entries(item)) {
    if (isNoMethod(verb)) continue;
    const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : void 0;
    if (method === void 0) return `${path} has an unknown method`;
    const found2 = operationOf(path, method, membersOf(operation) ?? {});
    if (typeof found2 === "string") return found2;
    all.push(found2);
  }
  return all;
}
function operationOf(path, method, { [INTEGRATION]: extension, ...described }) {
  const { uri, credentials, connectionId, timeoutInMillis, ...rest } = membersOf(extension) ?? {
    uri: null
  };
  if (typeof uri !== "string" && !(uri === void 0 && isMock(rest))) {
    return `${method} ${path} has no readable integration`;
  }
  const by = {
    credentials: textIn(credentials),
    connectionId: textIn(connectionId),
    request: requestOf(rest)
  };
  const timeoutMs = typeof timeoutInMillis === "number" ? timeoutInMillis : DEFAULT_TIMEOUT_MS;
  return {
    // An export has no resource IDs. They are not needed, because a deployment is frozen and never rewritten.
    integrations: typeof uri === "string" ? [{ resourceId: "", path, method, uri, ...by }] : [],
    readers: readerOf(`${method} ${path}`, { described, rest }),
    longestAnswerSeconds: timeoutMs / 1e3
  };
}
var INTEGRATION = "x-amazon-apigateway-integration";
function isNoMethod(member) {
  const isExtension = member.startsWith("x-") && !Object.hasOwn(VERBS, member);
  return isExtension || ["parameters", "summary", "description", "servers"].includes(member);
}
function isMock({ type }) {
  return typeof type === "string" && type.toLowerCase() === "mock";
}
function routesIn(document) {
  const { paths, components, securityDefinitions } = membersOf(document) ?? {};
  const schemes = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions) ?? {};
  return Object.entries(membersOf(paths) ?? {}).flatMap(
    ([path, item]) => Object.entries(membersOf(item) ?? {}).flatMap(([verb, operation]) => {
      const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : void 0;
      return method === void 0 ? [] : [{ path, method, ...accessOf(operation, schemes) }];
    })
  );
}
function accessOf(operation, schemes) {
  const { security } = membersOf(operation) ?? {};
  const names = (Array.isArray(security) ? security : []).flatMap(
    (each) => Object.keys(membersOf(each) ?? {})
  );
  let [apiKeyRequired, authorizationType] = [false, "NONE"];
  for (const name of names) {
    const scheme = membersOf(schemes[name]) ?? {};
    const authorizer = membersOf(scheme["x-amazon-apigateway-authorizer"]);
    const type = scheme["x-amazon-apigateway-authtype"];
    if (authorizer) {
      const isCognito = authorizer.type === "cognito_user_pools" || type === "cognito_user_pools";
      authorizationType = isCognito ? "COGNITO_USER_POOLS" : "CUSTOM";
    } else if (type === "awsSigv4") authorizationType = "AWS_IAM";
    else if (scheme.type === "apiKey") apiKeyRequired = true;
  }
  return { apiKeyRequired, authorizationType };
}
function membersOf(value) {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  return is ? value : void 0;
}

// src/aws/twins.ts
import {
  _aws_sdk_client_api_gateway__GetRestApisCommand as GetRestApisCommand,
  _aws_sdk_client_api_gateway__GetStageCommand as GetStageCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_aws_aws_errors_ts__isNotFound as isNotFound
} from "./release.js";
import {
  src_aws_call_ts__call as call4,
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_aws_pages_ts__readAll as readAll3
} from "./release.js";
function readRestApis(client, place) {
  const resource = gatewayArn(place, "/restapis");
  const words = {
    doing: "listing the REST APIs",
    permission: { action: "apigateway:GET", resource }
  };
  return readAll3(words, (from) => client.send(new GetRestApisCommand({ limit: 500, ...from })));
}
async function readTwins(client, place, { restApiId, stageName, name }) {
  const words = (doing, path) => ({
    doing,
    permission: { action: "apigateway:GET", resource: gatewayArn(place, path) }
  });
  const apis = await readRestApis(client, place);
  const twins = [];
  for (const { id = "", name: other } of apis) {
    if (other !== name || id === restApiId) continue;
    const reading = words(`reading a stage of the REST API ${id}`, `/restapis/${id}/stages/*`);
    const stage = { restApiId: id, stageName };
    const found2 = await call4(reading, () => client.send(new GetStageCommand(stage))).catch(
      // A stage that this job may not read may exist.
      (error) => !causedBy(known(error), isNotFound)
    );
    if (found2) twins.push(id);
  }
  return twins;
}

// src/aws/definition-calls.ts
function definitionCalls({
  client,
  place,
  restApiId,
  stageName
}) {
  const api = `/restapis/${restApiId}`;
  return {
    readApi: async () => {
      const send = () => client.send(new GetRestApiCommand2({ restApiId }));
      const doing = `reading the REST API "${restApiId}"`;
      const found2 = await call5(gatewayWords(place, doing, "GET", api), send);
      return { name: found2.name ?? restApiId, defaultUrl: defaultUrlOf(found2) };
    },
    readTwins: (name) => readTwins(client, place, { restApiId, stageName, name }),
    readDraft: async (authorizers = "asked") => {
      const reading = gatewayWords(place, "reading the API's resources", "GET", `${api}/resources`);
      const methods = await readMethods(client, restApiId, reading);
      const wanted = authorizers === "all" || authorizers === "asked" && methods.asked.length > 0;
      const asking = gatewayWords(place, "reading the API's authorizers", "GET", `${api}/authorizers`);
      const all = wanted ? await readAuthorizers(client, restApiId, asking) : [];
      const unread = methods.asked.find((id) => wanted && !all.some((each) => each.id === id));
      if (unread !== void 0) {
        throw new KnownError2(
          `${asking.doing}: the AWS response lacks the authorizer "${unread}", which a method uses`
        );
      }
      const counted = all.filter(({ id }) => authorizers === "all" || methods.asked.includes(id));
      return {
        ...methods,
        integrations: [...methods.integrations, ...counted.flatMap((each) => each.integrations)],
        readers: [...methods.readers, ...counted.flatMap((each) => each.readers)]
      };
    },
    readServed: () => readServed(client, place, restApiId, stageName),
    readResponseReaders: () => readResponseReaders(client, place, restApiId),
    markDraft: ({ resources }) => markDraft(client, place, restApiId, resources),
    readDeployment: async (deploymentId) => {
      const path = `${api}/deployments/${deploymentId}`;
      const send = () => client.send(new GetDeploymentCommand({ restApiId, deploymentId, embed: ["apisummary"] }));
      const doing = `reading the deployment "${deploymentId}"`;
      const { description = "", apiSummary } = await call5(gatewayWords(place, doing, "GET", path), send);
      return { description, routes: routesOf(required(apiSummary, doing, "apiSummary")) };
    },
    readDescription: async (deploymentId) => {
      const path = `${api}/deployments/${deploymentId}`;
      const send = () => client.send(new GetDeploymentCommand({ restApiId, deploymentId }));
      const doing = `reading the deployment "${deploymentId}"`;
      try {
        return (await call5(gatewayWords(place, doing, "GET", path), send)).description;
      } catch (error) {
        if (!causedBy2(error, (cause) => isNotFound2(cause) || isAccessDenied(cause))) throw error;
        return void 0;
      }
    },
    snapshot: async (description) => {
      const send = () => client.send(new CreateDeploymentCommand({ restApiId, description }));
      const path = `${api}/deployments`;
      const doing = "creating a deployment";
      return required((await call5(gatewayWords(place, doing, "POST", path), send)).id, doing, "id");
    },
    rewriteIntegration: async (resourceId, httpMethod, uri) => {
      const patchOperations = [{ op: "replace", path: "/uri", value: uri }];
      const send = () => client.send(
        new UpdateIntegrationCommand({ restApiId, resourceId, httpMethod, patchOperations })
      );
      const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
      const doing = "rewriting an integration";
      return required((await call5(gatewayWords(place, doing, "PATCH", path), send)).uri, doing, "uri");
    }
  };
}
function defaultUrlOf({
  disableExecuteApiEndpoint,
  endpointConfiguration
}) {
  if (disableExecuteApiEndpoint) return "nobody";
  return endpointConfiguration?.types?.includes("PRIVATE") ? "its VPCs" : "everyone";
}
function routesOf(summary) {
  return Object.entries(summary).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, details]) => routeOf(path, method, details))
  );
}
function routeOf(path, method, details) {
  const { apiKeyRequired = false, authorizationType = "NONE" } = details;
  return { path, method, apiKeyRequired, authorizationType };
}
async function readMethods(client, restApiId, words) {
  const routes = [];
  const integrations = [];
  const resources = [];
  const readers = [];
  const asked = [];
  let longest = 0;
  const turn = turnPages2(words.doing);
  let position;
  do {
    const page = await call5(
      words,
      () => client.send(
        new GetResourcesCommand({
          restApiId,
          limit: 500,
          embed: ["methods"],
          ...position && { position }
        })
      )
    );
    for (const resource of page.items ?? []) {
      resources.push(resource);
      for (const [method, details] of Object.entries(resource.resourceMethods ?? {})) {
        const read2 = methodOf(resource, method, details);
        routes.push(routeOf(read2.path, method, details));
        readers.push(...read2.readers);
        asked.push(...read2.asked);
        integrations.push(...read2.integrations);
        longest = Math.max(longest, read2.answerSeconds);
      }
    }
    position = turn(page.position);
  } while (position);
  if (resources.length === 0) required(void 0, words.doing, "items");
  return { routes, integrations, readers, asked, longestAnswerSeconds: longest, resources };
}
function methodOf({ id: resourceId = "", path = "" }, method, { methodIntegration = {}, authorizerId, ...details }) {
  const { uri, credentials, connectionId, timeoutInMillis, ...rest } = methodIntegration;
  return {
    method,
    path,
    readers: readerOf(nameOf({ method, path }), { ...details, ...rest }),
    asked: authorizerId ? [authorizerId] : [],
    integrations: uri ? [{ resourceId, path, method, uri, credentials, connectionId, request: requestOf(rest) }] : [],
    answerSeconds: (timeoutInMillis ?? DEFAULT_TIMEOUT_MS) / 1e3
  };
}
function nameOf({ method, path }) {
  return `${method} ${path}`;
}

// src/aws/detailed-metrics.ts
var ALL_METHODS = "*";
function detailedMetrics({ methodSettings = {} }) {
  return Object.fromEntries(
    Object.entries(methodSettings).map(([key, { metricsEnabled = false }]) => [
      methodName(key),
      metricsEnabled
    ])
  );
}
function methodName(key) {
  const at = key.lastIndexOf("/");
  const [path, method] = [key.slice(0, at), key.slice(at + 1)];
  if (path === "*") return ALL_METHODS;
  const unescaped = path.replaceAll("~1", "/").replaceAll("~0", "~");
  return `${method} ${unescaped.startsWith("/") ? unescaped : `/${unescaped}`}`;
}

// src/targets/stage/detailed-routes.ts
var VERBS2 = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
function detailedRoutes(routes, detailed) {
  const isOn = (name) => detailed[name] ?? detailed[ALL_METHODS] ?? false;
  const on = routes.filter((route) => isOn(nameOf(route)));
  const names = on.flatMap(
    ({ method, path }) => (method === "ANY" ? [method, ...VERBS2] : [method]).map((each) => ({
      method: each,
      resource: path
    }))
  );
  return [...new Map(names.map((name) => [`${name.method} ${name.resource}`, name])).values()];
}

// src/targets/stage/inspect-functions.ts
import {
  src_aws_readiness_ts__whyNotReady as whyNotReady
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError7
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
import {
  src_targets_lambda_check_code_ts__wrongCode as wrongCode
} from "./functions.js";
import {
  src_targets_lambda_check_function_ts__checkFunction as checkFunction
} from "./functions.js";
import {
  src_targets_lambda_inspect_async_ts__noteAsyncSettings as noteAsyncSettings
} from "./functions.js";
import {
  src_targets_lambda_inspect_warm_ts__checkWarm as checkWarm
} from "./functions.js";
import {
  src_targets_lambda_invoke_policy_ts__isDenied as isDenied2,
  src_targets_lambda_invoke_policy_ts__refusedCalls as refusedCalls2
} from "./functions.js";
import {
  src_targets_lambda_new_code_ts__createNewCodes as createNewCodes,
  src_targets_lambda_new_code_ts__inspectNewCode as inspectNewCode
} from "./functions.js";
import {
  src_targets_lambda_next_version_ts__versionToRelease as versionToRelease
} from "./functions.js";
import {
  src_targets_lambda_read_policies_ts__notePolicyAccess as notePolicyAccess,
  src_targets_lambda_read_policies_ts__readPolicies as readPolicies2,
  src_targets_lambda_read_policies_ts__readPoliciesOfNext as readPoliciesOfNext
} from "./functions.js";
import {
  src_targets_lambda_unqualified_callers_ts__inspectUnqualified as inspectUnqualified
} from "./functions.js";

// src/targets/stage/integration.ts
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_base_foreign_text_ts__percentDecoded as percentDecoded
} from "./core.js";
var OPERATIONS = {
  "2015-03-31": "invocations",
  "2021-11-15": "response-streaming-invocations"
};
var LAMBDA_URI = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/([\d-]+)\/functions\/(.+)\/([a-z-]+)$/;
var FUNCTION = /^(?:arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:|(?:(\d{12}):)?(?:function:)?)([\w.-]+)(?::(\$LATEST|[\w-]*))?$/;
var HTTP = /^https?:\/\//i;
var SERVICE = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)*([\w-]+):(?:path|action)\//;
var VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
function reachOf(uri, variables) {
  const pieces = splitPieces(uri);
  const text = filledIn(uri, variables);
  const lambda = lambdaIn(text);
  if (lambda) {
    const { qualifier } = lambda;
    const heldBy = qualifier ? holder(uri, qualifier, variables) : void 0;
    return { kind: "lambda", ...lambda, heldBy };
  }
  const isSet = (piece) => "text" in piece || Object.hasOwn(variables, piece.variable);
  const service = SERVICE.exec(text)?.[1];
  const isService = service !== void 0 && service !== "lambda";
  if (HTTP.test(text) || isService || !pieces.every(isSet)) return { kind: "elsewhere" };
  return { kind: "unknown" };
}
function parseLambdaUri(uri, variables) {
  const scope = reachOf(uri, variables);
  if (scope.kind !== "lambda") return void 0;
  const { kind: _, ...lambda } = scope;
  return lambda;
}
function withQualifier(uri, qualifier) {
  return uri.replace(/:[^:/]+(\/[a-z-]+)$/, (_, operation) => `:${qualifier}${operation}`);
}
function endsIn(uri, qualifier) {
  return /:([^:/]+)\/[a-z-]+$/.exec(uri)?.[1] === qualifier;
}
function variablesOf({ uri, connectionId, credentials }) {
  return [uri, connectionId ?? "", credentials ?? ""].flatMap(
    (text) => splitPieces(text).flatMap((piece) => "variable" in piece ? [piece.variable] : [])
  );
}
function mentions(uri, functionName, variables) {
  const text = filledIn(uri, variables);
  return (percentDecoded(text) ?? text).split(/[^\w-]+/).includes(functionName);
}
function filledIn(text, variables) {
  return splitPieces(text).map((piece) => resolve(piece, variables)).join("");
}
function shownUri(uri) {
  if (uri.startsWith("arn:")) return uri.replace(/\?.*$/s, "?…");
  const [, head = "", rest = ""] = /^((?:\w+:\/\/)?[^/?#]*)(.*)$/s.exec(uri) ?? [];
  return `${head.replace(/\/\/[^/@]*@/, "//…@")}${rest.length > 1 ? "/…" : rest}`;
}
function lambdaIn(text) {
  const [, date = "", inner = "", operation] = LAMBDA_URI.exec(text) ?? [];
  if (operation === void 0 || OPERATIONS[date] !== operation) return void 0;
  const [, region, account, partial, functionName, qualifier] = FUNCTION.exec(inner) ?? [];
  if (functionName === void 0) return void 0;
  return { functionName, qualifier, region, account: account ?? partial };
}
function splitPieces(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ variable: must(match[1], "the pattern names the variable") });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
function resolve(piece, variables) {
  if ("text" in piece) return piece.text;
  return Object.hasOwn(variables, piece.variable) ? variables[piece.variable] ?? "" : "";
}
function holder(uri, qualifier, variables) {
  const pieces = splitPieces(uri.replace(/\/[a-z-]+$/, ""));
  const last = pieces.at(-1);
  if (!last || "text" in last) return void 0;
  const again = pieces.filter((piece) => "variable" in piece && piece.variable === last.variable);
  const value = resolve(last, variables);
  if (again.length > 1 || !value.endsWith(qualifier)) return void 0;
  return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}

// src/targets/stage/canary-change.ts
function canaryChange(wirings, changes2, extra) {
  const overrides = /* @__PURE__ */ new Map();
  const problems = [];
  const drafts = [];
  const put = (name, value, why) => {
    const other = overrides.get(name);
    if (other !== void 0 && other.value !== value) {
      problems.push(
        `stage variable "${name}" would need two values, for ${other.why} and for ${why}; expected a separate variable for each function`
      );
    }
    overrides.set(name, { value, why });
  };
  for (const [name, value] of Object.entries(extra)) put(name, value, "stage-variable-overrides");
  for (const wiring of wirings) {
    const to = changes2.find((change) => change.name === wiring.functionName)?.to ?? wiring.from;
    if (wiring.kind === "variable") {
      put(wiring.variable, wiring.prefix + to, `"${wiring.functionName}" (version ${to})`);
    } else {
      const rewritten = wiring.integrations.map((integration) => draftChange(integration, to));
      drafts.push(...rewritten.filter((draft) => draft.from !== draft.to));
    }
  }
  if (problems.length > 0) return { problems };
  const values = [...overrides].map(([name, { value }]) => [name, value]);
  return { overrides: Object.fromEntries(values), drafts };
}
function sharedVariables(wirings) {
  const names = wirings.flatMap((w) => w.kind === "variable" ? [w.variable] : []);
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
function draftChange(integration, to) {
  const { resourceId, method, uri } = integration;
  return { resourceId, method, from: uri, to: withQualifier(uri, to) };
}

// src/targets/stage/wiring.ts
import {
  src_doctor_reach_words_ts__helpOn as helpOn
} from "./functions.js";
var VERSION = /^\d+$/;
function findWiring(functionName, integrations, variables) {
  const unparsed = integrations.find(
    ({ uri }) => reachOf(uri, variables).kind === "unknown" && mentions(uri, functionName, variables)
  );
  if (unparsed) return unsplittable(notUnderstood(functionName, unparsed));
  const reached = integrations.flatMap((integration) => {
    const uri = parseLambdaUri(integration.uri, variables);
    return uri?.functionName === functionName ? [{ ...uri, integration }] : [];
  });
  const first = reached[0];
  if (!first) return unsplittable(noIntegration(functionName, integrations));
  const odd = reached.find((r) => wiringKey(r) !== wiringKey(first) || isElsewhere(r, first));
  if (odd) return unsplittable(mixed(functionName, first, odd));
  return classify(
    functionName,
    first,
    reached.map((r) => r.integration)
  );
}
function classify(functionName, reached, integrations) {
  const { qualifier, heldBy } = reached;
  if (qualifier === void 0) return unsplittable(unqualified(functionName, reached));
  if (qualifier === "") return unsplittable(unsetVariable(functionName, reached));
  if (!VERSION.test(qualifier)) return unsplittable(sharedAlias(functionName, reached));
  const from = qualifier;
  if (!heldBy) {
    if (!integrations.every(({ uri }) => endsIn(uri, qualifier))) {
      return unsplittable(inPieces(functionName, reached));
    }
    const authorizer = integrations.find(({ authorizerId }) => authorizerId !== void 0);
    if (authorizer) return unsplittable(pinnedAuthorizer(functionName, authorizer));
    return found({ kind: "pinned", functionName, from, integrations });
  }
  const { name: variable, prefix } = heldBy;
  return found({ kind: "variable", functionName, from, variable, prefix, integrations });
}
function wiringKey(reached) {
  return JSON.stringify([reached.qualifier ?? null, reached.heldBy?.name ?? null]);
}
function isElsewhere(a, b) {
  const differ = (one = "", other = "") => one !== "" && other !== "" && one !== other;
  return differ(a.account, b.account) || differ(a.region, b.region);
}
function found(wiring) {
  return { kind: "found", wiring };
}
function unsplittable(problem2) {
  return { kind: "unsplittable", problem: problem2 };
}
function noIntegration(functionName, integrations) {
  const count = integrations.length;
  return `none of the API's ${count} integration${count === 1 ? "" : "s"} calls the function "${functionName}" on this stage; expected a Lambda integration or authorizer with its name, or with a stage variable that holds it`;
}
function notUnderstood(functionName, integration) {
  return `${nameOf(integration)} mentions "${functionName}" in a URI that is not recognized (${shownUri(integration.uri)}), so it is unknown whether it would change with the others. To fix this, end the URI in "path/2015-03-31/functions/ARN/invocations" or "path/2021-11-15/functions/ARN/response-streaming-invocations"`;
}
function inPieces(functionName, reached) {
  return `${nameOf(reached.integration)} builds the version of "${functionName}" from several parts (${shownUri(reached.integration.uri)}), so none of them can hold another version. To fix this, let the URI end in a stage variable that holds the whole version (":\${stageVariables.version}"), and deploy the stage once`;
}
function pinnedAuthorizer(functionName, authorizer) {
  return `${nameOf(authorizer)} calls "${functionName}" by a version in its URI, and only the URIs of methods are rewritten for a canary. To fix this, let the URI of the authorizer end in a stage variable that holds the version (":\${stageVariables.version}"), and deploy the stage once`;
}
function unqualified(functionName, reached) {
  return `${nameOf(reached.integration)} calls "${functionName}" unqualified, without a version, so stable and canary would run the same code. To fix this, end the integration URI in a published version (":7") or in a stage variable that holds one (":\${stageVariables.version}"), and deploy the stage once; or let it call an alias, and set functions and alias in place of rest-api-id. ${helpOn("unqualified")}`;
}
function unsetVariable(functionName, reached) {
  return `${nameOf(reached.integration)} takes the version of "${functionName}" from a stage variable that is not set on this stage; expected it to hold the published version that is served now`;
}
function sharedAlias(functionName, reached) {
  const { qualifier, heldBy } = reached;
  const through = heldBy ? `the stage variable "${heldBy.name}"` : `"${qualifier}"`;
  return `${nameOf(reached.integration)} calls "${functionName}" through ${through}, which stable and canary share, so a stage canary cannot split it. To fix this, split the alias itself by weights (set functions and alias in place of rest-api-id), or let the integration URI end in a version number or in a stage variable that holds one. ` + helpOn("alias");
}
function mixed(functionName, a, b) {
  const where = ({ account, region }) => isElsewhere(a, b) ? ` in account ${account}, ${region}` : "";
  const words = (r) => `${nameOf(r.integration)} calls ${shownQualifier(r)}${r.heldBy ? ` by stage variable "${r.heldBy.name}"` : ""}${where(r)}`;
  return `the API reaches "${functionName}" in two ways (${words(a)}; ${words(b)}); expected the same version in the same way everywhere, or the routes would run different code after the release. ` + helpOn("mixed");
}
function shownQualifier({ qualifier = "no version", heldBy }) {
  return heldBy && !VERSION.test(qualifier) ? "something that is not a version" : qualifier;
}

// src/targets/stage/served-wiring.ts
function findReleaseWiring(functionName, { served, released }, variables) {
  const found2 = findWiring(functionName, released, variables);
  if (found2.kind !== "found" || served === released) return found2;
  const version = servedVersion(functionName, served, variables);
  if ("problem" in version) return { kind: "unsplittable", problem: version.problem };
  return { kind: "found", wiring: { ...found2.wiring, from: version.is } };
}
var VERSION2 = /^\d+$/;
function servedVersion(functionName, served, variables) {
  const calls = served.flatMap(({ method, path, uri }) => {
    const called = parseLambdaUri(uri, variables);
    return called?.functionName === functionName ? [
      {
        route: `${method} ${path}`,
        qualifier: called.qualifier ?? "",
        variable: called.heldBy?.name
      }
    ] : [];
  });
  const first = calls[0];
  if (!first) {
    return problem(
      `no route of the deployment that the stage serves calls "${functionName}", so there is no version to release from`
    );
  }
  const vague = calls.find(({ qualifier }) => !VERSION2.test(qualifier));
  if (vague) {
    const how = vague.qualifier === "" ? "without a version" : `through ${throughOf(vague)}`;
    return problem(
      `${vague.route} of the deployment that the stage serves calls "${functionName}" ${how}, so it is unknown which version its users receive`
    );
  }
  const other = calls.find(({ qualifier }) => qualifier !== first.qualifier);
  if (other) {
    return problem(
      `the deployment that the stage serves calls two versions of "${functionName}" (${first.route} calls ${first.qualifier}, ${other.route} calls ${other.qualifier})`
    );
  }
  return { is: first.qualifier };
}
function throughOf({
  qualifier,
  variable
}) {
  return variable === void 0 ? `"${qualifier}"` : `stage variable "${variable}", which holds no version`;
}
function problem(what) {
  return {
    problem: `${what}. To fix this, deploy the draft to the stage once, or leave the function out of functions to release the draft as it is`
  };
}
function pinnedIn(functionName, version, integrations) {
  return integrations.flatMap((integration) => {
    const { uri, authorizerId } = integration;
    const called = parseLambdaUri(uri, {});
    const { qualifier = "" } = called ?? {};
    const isPinned = VERSION2.test(qualifier) && endsIn(uri, qualifier);
    return called?.functionName === functionName && isPinned && authorizerId === void 0 ? [{ ...integration, uri: withQualifier(uri, version) }] : [];
  });
}

// src/targets/stage/stage-prepare.ts
import {
  src_aws_arns_ts__accountOf as accountOf,
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_aws_errors_ts__LimitError as LimitError
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy3
} from "./release.js";
import {
  src_base_command_line_ts__awsCommand as awsCommand2
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError6,
  src_base_errors_ts__known as known3,
  src_base_errors_ts__MovedError as MovedError2,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_rollout_record_ts__canaryTag as canaryTag,
  src_rollout_record_ts__isRecordTag as isRecordTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys2,
  src_rollout_record_ts__ownerOf as ownerOf,
  src_rollout_record_ts__recordTags as recordTags2
} from "./release.js";
import {
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_targets_lambda_invoke_policy_ts__isDenied as isDenied,
  src_targets_lambda_invoke_policy_ts__refusedCalls as refusedCalls
} from "./functions.js";
import {
  src_targets_lambda_read_policies_ts__readPolicies as readPolicies
} from "./functions.js";
import {
  src_targets_ownership_ts__assertFree as assertFree,
  src_targets_ownership_ts__assertOwned as assertOwned,
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS3,
  src_targets_ownership_ts__takenOver as takenOver
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";

// src/targets/stage/deployment-text.ts
var MAX_DESCRIPTION = 256;
function describeDeployment({ repository, runId }, { after, changes: changes2, draft, file, seal }) {
  const words = changes2.map(({ name, from: from2, to }) => `${name} ${from2} to ${to}`).join(", ");
  const from = file === void 0 ? "" : ` file ${file}`;
  const of = draft === void 0 ? "" : ` draft ${draft}`;
  const sealed = seal === void 0 ? "" : ` sealed ${seal}`;
  const text = `${DEPLOYMENT_MARK}${repository}${of}${from} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
function parseDeployment(description) {
  if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith("…")) return void 0;
  const [, after, words] = / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ?? [];
  if (after === void 0) return void 0;
  const changes2 = (words?.split(", ") ?? []).map((word) => {
    const [, name = "", from = "", to = ""] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
    return { name, from, to };
  });
  return changes2.every(({ to }) => to !== "") ? { after, changes: changes2 } : void 0;
}
function parseDraft(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return /^\S+ draft ([0-9a-f]{16}) (?:file|run) /.exec(
    description.slice(DEPLOYMENT_MARK.length)
  )?.[1];
}
function parseFile(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / file ([0-9a-f]{16}) run /.exec(description)?.[1];
}
function parseSeal(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}
var DEPLOYMENT_MARK = "canary-action: ";

// src/targets/stage/draft-deployment.ts
import {
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS
} from "./release.js";

// src/targets/stage/draft-changes.ts
import {
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
var OTHER_PARTS = "its settings, models, gateway responses, authorizers or request validators are others now";
function changesBetween(before2, now) {
  const [old, current] = [partsOf(before2), partsOf(now)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), current.get(name)];
    if (was?.text === is?.text) return [];
    if (is === void 0) return [`${name} was removed`];
    if (was === void 0) return [`${name} was added`];
    return is.uri === void 0 || is.uri === was.uri ? [`${name} was edited`] : [`${name} now calls ${shownUri(is.uri)}`];
  });
}
function partsOf({ resources }) {
  const parts = /* @__PURE__ */ new Map();
  for (const { resourceMethods = {}, path = "", ...resource } of resources) {
    parts.set(`the resource ${path}`, { text: textOf(resource), uri: void 0 });
    for (const [method, details] of Object.entries(resourceMethods)) {
      parts.set(`${method} ${path}`, {
        text: textOf(details),
        uri: details.methodIntegration?.uri
      });
    }
  }
  return parts;
}
function textOf(part) {
  return JSON.stringify(sorted(part));
}
function withSide(draft, drafts, side) {
  if (drafts.length === 0) return draft;
  const other = side === "to" ? "from" : "to";
  const uriOf = (resourceId, method, uri) => drafts.find((d) => d.resourceId === resourceId && d.method === method && d[other] === uri)?.[side] ?? uri;
  const resources = draft.resources.map((resource) => ({
    ...resource,
    ...resource.resourceMethods && {
      resourceMethods: Object.fromEntries(
        Object.entries(resource.resourceMethods).map(([method, details]) => {
          const { methodIntegration } = details;
          if (!methodIntegration) return [method, details];
          const uri = uriOf(resource.id, method, methodIntegration.uri);
          return [method, { ...details, methodIntegration: { ...methodIntegration, uri } }];
        })
      )
    }
  }));
  return { ...draft, resources };
}
function changedBefore(changes2) {
  return new MovedError(
    `someone changed the API's draft after it was checked: ${inWords(changes2)}. No deployment was created from it, and nothing of that change was overwritten. ${AGAIN}`
  );
}
function changedMeanwhile(changes2) {
  return new MovedError(
    `someone changed the API's draft while a deployment was created from it: ${inWords(changes2)}. The deployment may contain that change, so it serves nobody; nothing of the change was overwritten. ${AGAIN}`
  );
}
var AGAIN = "Run this again: the draft is then checked as it is now";
function inWords(changes2) {
  return changes2.length === 0 ? OTHER_PARTS : listed(changes2, ", ");
}

// src/targets/stage/drafts.ts
import {
  src_base_errors_ts__KnownError as KnownError3
} from "./core.js";
async function setDrafts(api, drafts, side) {
  if (drafts.length === 0) return [];
  const { integrations } = await api.readDraft("none");
  const left = [];
  for (const draft of drafts) {
    const found2 = integrations.find(
      (i) => i.resourceId === draft.resourceId && i.method === draft.method
    );
    const other = side === "to" ? "from" : "to";
    if (found2?.uri === draft[other]) await rewrite(api, draft, draft[side]);
    else if (found2?.uri !== draft[side]) {
      const route = `${draft.method} ${found2?.path ?? `on resource ${draft.resourceId}`}`;
      left.push({ route, uri: found2?.uri, expected: draft[side] });
    }
  }
  return left;
}
async function settleDrafts({ api, warn }, drafts, side) {
  for (const left of await setDrafts(api, drafts, side)) warn(leftInWords(left));
}
function leftInWords({ route, uri, expected }) {
  const instead = shownUri(expected);
  const calls = uri === void 0 ? `no longer calls ${instead}` : `calls ${shownUri(uri)} instead of ${instead}`;
  return `In the API's draft, ${route} ${calls}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`;
}
async function withNewDrafts(api, restoring2, drafts, work) {
  let left;
  let result;
  try {
    left = await setDrafts(api, drafts, "to");
    if (left.length > 0) throw changedBefore(left.map(changeInWords));
    result = await work();
  } finally {
    left = await setDrafts(restoring2, drafts, "from");
  }
  if (left.length > 0) throw changedMeanwhile(left.map(changeInWords));
  return result;
}
function changeInWords({ route, uri }) {
  return uri === void 0 ? `${route} was removed` : `${route} now calls ${shownUri(uri)}`;
}
async function rewrite(api, draft, uri) {
  const answered = await api.rewriteIntegration(draft.resourceId, draft.method, uri);
  if (answered !== uri) {
    throw new KnownError3(
      `the integration of ${draft.method} on resource ${draft.resourceId} should be ${shownUri(uri)}, but AWS returned ${shownUri(answered)}`
    );
  }
}

// src/targets/stage/draft-deployment.ts
async function deployDraft(comparison, drafts, deploy) {
  const { api, restoring: restoring2, checked } = comparison;
  const id = await withNewDrafts(api, restoring2, drafts, async () => {
    const { draft, mark } = await readUnchanged(comparison, drafts, changedBefore);
    const isRewritten = drafts.length > 0 && checked.mark !== void 0;
    return deploy(isRewritten ? await markOf(comparison, draft) : mark);
  });
  await readUnchanged(comparison, [], changedMeanwhile);
  return id;
}
async function assertUnchanged(comparison) {
  await readUnchanged(comparison, [], changedBefore);
}
async function readUnchanged(comparison, rewritten, moved) {
  const first = await read(comparison, rewritten);
  if (first.changes === void 0) return first;
  await comparison.pause(SETTLE_SECONDS);
  const last = await read(comparison, rewritten);
  if (last.changes !== void 0) throw moved(last.changes);
  return last;
}
async function read(comparison, rewritten) {
  const { api, checked } = comparison;
  const draft = await api.readDraft("none");
  const was = withSide(draft, rewritten, "from");
  const changes2 = changesBetween(checked.draft, was);
  if (changes2.length > 0) return { draft, mark: void 0, changes: changes2 };
  const mark = checked.mark && await markOf(comparison, was);
  return { draft, mark, changes: mark === checked.mark || mark === void 0 ? void 0 : [] };
}
async function markOf({ api, warn }, draft) {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    warn(
      `The API's draft could not be compared as a whole with what was checked: only a change of its methods is noticed, and the next release deploys it even if nothing changed (${known2(error).message})`
    );
    return void 0;
  }
}

// src/targets/stage/import-draft.ts
import {
  src_base_errors_ts__KnownError as KnownError4,
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS2
} from "./release.js";

// src/targets/stage/definition-changes.ts
import { createHash as createHash2 } from "node:crypto";
function callsDigest(calls) {
  const all = [...callsByRoute(calls)].sort(([a], [b]) => a < b ? -1 : 1);
  return createHash2("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
}
function definitionChanges(before2, after) {
  const [old, next] = [callsByRoute(before2), callsByRoute(after)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...next.keys()])].flatMap((route) => {
    const [was, is] = [old.get(route), next.get(route)];
    if (is === void 0) return [`${route} is removed`];
    if (was === void 0) return [`${route} is added`];
    if (was.uri !== is.uri) {
      const [from, to] = [was.uri, is.uri].map((uri) => uri === "" ? "nothing" : shownUri(uri));
      return [`${route} calls ${to} instead of ${from}`];
    }
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${route} is called in another way`];
  });
}
function callsByRoute({ routes, integrations }) {
  return new Map(
    routes.map((route) => {
      const found2 = integrations.find(
        ({ method, path, authorizerId }) => authorizerId === void 0 && method === route.method && path === route.path
      );
      const { uri = "", credentials = "", connectionId = "" } = found2 ?? {};
      return [nameOf(route), { uri, credentials, connectionId }];
    })
  );
}

// src/targets/stage/import-draft.ts
async function importDraft(comparison, definition) {
  const { api } = comparison;
  await assertUnchanged(comparison);
  await api.importDraft(definition.body, "fail");
  const draft = await readImported(comparison, definition);
  const mark = await api.markDraft(draft).catch(orElse(void 0));
  return { draft, mark };
}
async function readImported({ api, pause }, { expects, calls }) {
  const first = await api.readDraft("none");
  if (callsDigest(first) === expects) return first;
  await pause(SETTLE_SECONDS2);
  const last = await api.readDraft("none");
  if (callsDigest(last) === expects) return last;
  const differences = listed2(definitionChanges(calls, last), "; ");
  throw new KnownError4(
    `after the import, the API's draft is not what the file says: ${differences}. Someone else may have changed it meanwhile; nothing was deployed`
  );
}
async function restoreDraft({ api, warn }, { before: before2, expects }, { canaryDeploymentId }) {
  const draft = await api.readDraft("none");
  const mark = await api.markDraft(draft).catch(orElse(void 0));
  if (mark !== void 0 && mark === before2) return;
  const body = await api.exportStage();
  const served = callsIn(body);
  const [now, wanted] = [callsDigest(draft), callsDigest(served)];
  const deployed2 = await deployedMark(api, canaryDeploymentId);
  const isEdited = deployed2 !== void 0 && mark !== void 0 && deployed2 !== mark;
  if (now !== expects || isEdited) {
    if (now === wanted) return;
    const changes2 = listed2(definitionChanges(served, draft), "; ");
    warn(
      `The API's draft is neither what was imported nor what the stage serves: ${changes2}. Someone else set that, so it was left alone; the next deployment of the draft contains it.`
    );
    return;
  }
  const warnings = await api.importDraft(body, "allow");
  const after = await api.readDraft("none");
  if (callsDigest(after) !== wanted) {
    throw new KnownError4(
      `the API's draft should be what the stage serves again, but differs: ${listed2(definitionChanges(served, after), "; ")}`
    );
  }
  for (const text of warnings) warn(`Restoring the API's draft, API Gateway warned: ${text}`);
}
async function deployedMark(api, deploymentId) {
  if (deploymentId === void 0) return void 0;
  return parseDraft(await api.readDescription(deploymentId) ?? "");
}
function callsIn(body) {
  const document = parseJson2(Buffer.from(body).toString("utf8"));
  const found2 = definitionIn(document);
  if (typeof found2 === "string") {
    throw new KnownError4(`the export of the stage could not be parsed (${found2})`);
  }
  return { routes: routesIn(document), integrations: found2.integrations };
}

// src/targets/stage/routes.ts
import {
  src_base_assert_ts__must as must2
} from "./core.js";
function compareRoutes(stable, canary) {
  const [old, fresh] = [answersOf(stable), answersOf(canary)];
  const guarded = namesOf(fresh, (key, route) => {
    const before2 = old.get(key);
    return before2 !== void 0 && guardOf(before2) !== guardOf(route);
  });
  return {
    added: namesOf(fresh, (key) => !old.has(key)).map(({ name }) => name),
    removed: namesOf(old, (key) => !fresh.has(key)).map(({ name }) => name),
    guarded: guarded.map(({ name, key, route }) => ({
      name,
      stable: must2(old.get(key), "only routes of both sides are compared"),
      canary: route
    }))
  };
}
function routeKey({ method, path }) {
  return `${method} ${path.replace(/\{[^}+]*(\+?)\}/g, "{$1}")}`;
}
var VERBS3 = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
function answersOf(routes) {
  const isAny = ({ method }) => method === "ANY";
  const all = routes.filter(isAny).flatMap((route) => VERBS3.map((method) => [routeKey({ ...route, method }), route]));
  const own = routes.filter((route) => !isAny(route)).map((route) => [routeKey(route), route]);
  return new Map([...all, ...own]);
}
function namesOf(answers, chosen) {
  const routes = [...new Set(answers.values())];
  return routes.flatMap((route) => {
    const keys = [...answers].flatMap(([key, by]) => by === route ? [key] : []);
    const found2 = keys.filter((key) => chosen(key, route));
    const [first] = found2;
    if (first === void 0) return [];
    if (found2.length === keys.length) return [{ name: nameOf(route), key: first, route }];
    return found2.map((key) => ({ name: `${key.split(" ")[0]} ${route.path}`, key, route }));
  }).sort((a, b) => a.name < b.name ? -1 : 1);
}
function guardOf({ apiKeyRequired, authorizationType }) {
  return `${apiKeyRequired} ${authorizationType}`;
}
function describeRouteDifference(difference, splits = true) {
  const { added, removed, guarded } = difference;
  const parts = [
    ...sentence("only the canary has", added),
    ...sentence("only stable has", removed),
    ...guardsInWords(guarded)
  ];
  if (parts.length === 0) return void 0;
  if (!splits) {
    return `${parts.join("; ")}: the release has no steps, so this changes for all users at once`;
  }
  const authorizes = guarded.some((route) => authorizationIn(route) !== void 0);
  return `${parts.join("; ")}: while traffic is split, these routes return ${authorizes ? "401 or 403" : "403"} to some users at random`;
}
function adviceFor({ added, removed, guarded }) {
  const parts = [
    ...added.length > 0 ? ["deploy the added routes to the stage first (no one calls them yet)"] : [],
    ...removed.length > 0 ? ["remove routes only after the release"] : [],
    ...guarded.length > 0 ? ["deploy a change of who may call a route to the whole stage, before or after the release"] : [],
    "or set route-guard: warn"
  ];
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
function guardsInWords(guarded) {
  const differences = guarded.flatMap(
    (route) => [keyIn(route), authorizationIn(route)].flatMap(
      (words) => words === void 0 ? [] : [{ words, name: route.name }]
    )
  );
  return [...new Set(differences.map(({ words }) => words))].flatMap(
    (words) => sentence(
      words,
      differences.flatMap((each) => each.words === words ? [each.name] : [])
    )
  );
}
function keyIn({ stable, canary }) {
  if (stable.apiKeyRequired === canary.apiKeyRequired) return void 0;
  return `only ${canary.apiKeyRequired ? "the canary" : "stable"} requires an API key for`;
}
function authorizationIn({ stable, canary }) {
  const [old, fresh] = [stable.authorizationType, canary.authorizationType];
  return old === fresh ? void 0 : `authorization is ${fresh} on the canary and ${old} on stable for`;
}
var MOST_SHOWN = 10;
function sentence(words, routes) {
  if (routes.length === 0) return [];
  const shown2 = routes.slice(0, MOST_SHOWN).join(", ");
  const more = routes.length - MOST_SHOWN;
  return [`${words} ${shown2}${more > 0 ? ` and ${more} more` : ""}`];
}

// src/targets/stage/stage-prepare.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";

// src/targets/stage/stage-room.ts
import {
  src_base_errors_ts__KnownError as KnownError5
} from "./core.js";
import {
  src_rollout_record_ts__expectedTags as expectedTags,
  src_rollout_record_ts__recordTags as recordTags
} from "./release.js";
import {
  src_rollout_tag_room_ts__whyLittleRoom as whyLittleRoom,
  src_rollout_tag_room_ts__whyNoRoom as whyNoRoom
} from "./functions.js";
function checkStageRoom(stageName, tags, record, signs, { problems, notes }) {
  const written = { ...recordTags(record, { kind: "preparing" }), ...expectedTags(record) };
  const need = needOf(written, signs);
  const of = `the stage "${stageName}"`;
  const none = whyNoRoom(of, tags, need);
  const little = whyLittleRoom(of, tags, need);
  if (none !== void 0) problems.push(none);
  if (little !== void 0) notes.push(little);
}
function assertStageRoom(stageName, found2, written) {
  const why = whyNoRoom(`the stage "${stageName}"`, found2, needOf(written, false));
  if (why !== void 0) throw new KnownError5(why);
}
function needOf(record, signs) {
  const written = Object.keys(record).length;
  return { certain: written + (signs ? 3 : 2), possible: signs ? 1 : 2 };
}

// src/targets/stage/stage-store.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand
} from "./functions.js";
import {
  src_rollout_record_ts__lastOutcomeTag as lastOutcomeTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys,
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_rollout_requested_target_ts__fingerprint as fingerprint,
  src_rollout_requested_target_ts__ofRequestedTarget as ofRequestedTarget
} from "./functions.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec
} from "./core.js";
function storedStateOf(stage, tags) {
  return ofRequestedTarget(readStoredState(tags, stageCodec), requestedOf(stage));
}
function lastTag(stage, last) {
  return lastOutcomeTag({ ...last, of: fingerprint(requestedOf(stage)) });
}
function stageArnOf({ place, restApiId, stageName }) {
  return stageArn(place, restApiId, stageName);
}
async function forgetCommands(api) {
  return forgetCommandsOf(api, (await api.readStage()).tags);
}
function forgetCommandsOf(stage, tags) {
  const keys = ourTagKeys(tags);
  if (keys.length === 0) return [];
  const options = { region: stage.place.region, "resource-arn": stageArnOf(stage) };
  return [awsCommand("apigateway untag-resource", { ...options, "tag-keys": keys })];
}
function requestedOf(stage) {
  return { on: stageArnOf(stage), parts: [] };
}

// src/targets/stage/stage-prepare.ts
async function prepareCanary(calls, record, checked, choices, pause) {
  const phase = { kind: "preparing" };
  await claim(calls.api, record, recordTags2(record, phase), pause);
  let deployed2 = false;
  try {
    const canaryDeploymentId = await createCanary(calls, record, checked, choices, pause);
    deployed2 = true;
    return { record, phase, stepStartTimes: [], canaryDeploymentId };
  } finally {
    if (!deployed2) await putDraftBack(calls, record);
  }
}
async function putDraftBack({ restoring: restoring2, warn }, record) {
  const { imported } = stageOf(record);
  if (!imported) return;
  const unknown = { canaryDeploymentId: void 0 };
  await restoreDraft({ api: restoring2, warn }, imported, unknown).catch(orElse2(void 0));
}
async function createCanary(calls, record, checked, choices, pause) {
  const { api } = calls;
  const canaryDeploymentId = choices.definition === "deployed" ? stageOf(record).deploymentId : await deployFor({ ...calls, checked, pause }, record);
  assertOwned(storedStateOf(api, (await api.readStage()).tags), record.id);
  await api.tag(canaryTag(canaryDeploymentId));
  if (choices.routeGuard === "block" && choices.splits) {
    const [stable, canary] = [
      (await api.readDeployment(stageOf(record).deploymentId)).routes,
      (await api.readDeployment(canaryDeploymentId)).routes
    ];
    const difference = describeRouteDifference(compareRoutes(stable, canary));
    if (difference) throw new KnownError6(`the route guard stopped the rollout: ${difference}`);
  }
  return canaryDeploymentId;
}
async function claim(api, record, tags, pause) {
  const { state, tags: found2 } = await api.readStage();
  assertFree(storedStateOf(api, found2), () => "the stage");
  const { deploymentId } = stageOf(record);
  if (state.deploymentId !== deploymentId || state.canary) {
    throw new MovedError2(
      `someone has changed the stage since preflight: it serves deployment ${state.deploymentId}${state.canary ? " and a canary" : ""} instead of ${deploymentId}`
    );
  }
  assertStageRoom(api.stageName, found2, tags);
  await api.tag(tags);
  await pause(SETTLE_SECONDS3);
  const written = (await api.readStage()).tags;
  const owner = ownerOf(written);
  if (owner && !sameRollout(owner, record.id)) throw takenOver(owner, record.id);
  await api.untag(ourTagKeys2(written).filter((key) => isRecordTag(key) && !(key in tags)));
  const ours = Object.entries(written).filter(([key]) => !isRecordTag(key) || key in tags);
  assertOwned(storedStateOf(api, Object.fromEntries(ours)), record.id);
}
async function deployFor(before2, record) {
  const { drafts, deploymentId } = stageOf(record);
  const { definition } = before2.checked;
  const comparison = definition ? { ...before2, checked: await importDraft(before2, definition) } : before2;
  return deployDraft(comparison, drafts, async (draft) => {
    const past = {
      after: deploymentId,
      changes: record.functions,
      draft,
      file: definition?.file,
      seal: sealOf(record)
    };
    const id = await snapshot(comparison.api, record, describeDeployment(record.id, past));
    if (id === "" || id === deploymentId) {
      throw new KnownError6(`creating a deployment returned the ID "${id}"; expected a new one`);
    }
    return id;
  });
}
async function snapshot(api, { functions }, description) {
  try {
    return await api.snapshot(description);
  } catch (error) {
    if (!causedBy3(error, (cause) => cause instanceof LimitError)) throw error;
    const versions = functions.map(({ name, to }) => `${name}=${to}`).join(", ");
    const release = versions && `. Then release the published versions with version: ${versions}`;
    throw new KnownError6(
      `${known3(error).message}. The API has as many deployments as AWS allows: delete those that no stage serves, and set keep-versions, which deletes unused ones after each promotion${release}`,
      { cause: error }
    );
  }
}
function sourceArns(api, functionArn, integrations) {
  const { partition, region } = api.place;
  const gateway = `arn:${partition}:execute-api:${region}:${accountOf(functionArn)}:${api.restApiId}`;
  const arns = integrations.filter((integration) => integration.credentials === void 0).map(
    ({ method, path, authorizerId }) => (
      // Developer guide, "Configure a Lambda authorizer": the ARN contains no stage.
      authorizerId === void 0 ? `${gateway}/${api.stageName}/${method === "ANY" ? "*" : method}${path.replace(/\{[^}]*\}/g, "*")}` : `${gateway}/authorizers/${authorizerId}`
    )
  );
  return [...new Set(arns)];
}
async function findRefusals(functions, api, { functionName, version, sourceArns: calls }) {
  const account = accountOf(calls[0] ?? "");
  if (account === "") return [];
  const functionArn = functionArnPattern(api.place, functionName, account);
  return refusedCalls(await readPolicies(functions, functionArn, version), calls);
}
async function ensureInvokable(functions, api, invoked, how) {
  const { functionName, version } = invoked;
  const refused = () => findRefusals(functions, api, invoked);
  const before2 = await refused();
  if (before2.length === 0) return void 0;
  if (how === "grant" && !before2.some(isDenied)) {
    const scopes = new Set(
      before2.map(({ sourceArn }) => sourceArn.split("/").slice(0, 2).join("/"))
    );
    for (const scope of scopes) {
      const statementId = `canary-action-${api.restApiId}-${scope.split("/")[1]}`.slice(0, 100);
      await functions.allowGateway(functionName, version, statementId, `${scope}/*`);
    }
    if ((await refused()).length === 0) return void 0;
  }
  return describeRefusals(api.place, invoked, before2);
}
function describeRefusals({ region }, {
  functionName,
  version
}, refusals) {
  const which = version === void 0 ? `a new version of "${functionName}"` : qualifierInWords(functionName, version);
  const first = refusals.find(isDenied) ?? refusals[0];
  const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : "";
  const calls = `(${first?.sourceArn}${more})`;
  if (first?.denial !== void 0) {
    return `a resource policy keeps API Gateway from invoking ${which} ${calls}, so its users would get a 500: ${first.denial}. A further permission does not change that: change the policy, which is that of ${which} or of the function. To see that of the function: ${awsCommand2("lambda get-policy", { region, "function-name": functionName })}`;
  }
  const instead = version === void 0 ? "publish the version, give it the permission, and name it in the input version" : "add the permission to it";
  return `API Gateway has no permission to invoke ${which} ${calls}, so its users would get a 500. A policy on the function covers its versions and aliases only where its Resource names them. Set invoke-permission: grant, or ${instead}`;
}
function qualifierInWords(functionName, qualifier) {
  if (qualifier === "$LATEST") return `the function "${functionName}"`;
  const kind = /^\d+$/.test(qualifier) ? `version ${qualifier}` : `the alias "${qualifier}"`;
  return `${kind} of "${functionName}"`;
}

// src/targets/stage/inspect-functions.ts
function withCodes(clients, reads, released) {
  return { ...reads, codes: createNewCodes(clients, reads.functions, released) };
}
async function inspectFunctions(reads, released, stage, findings) {
  const { functions, provisioned, qualifiers, api, inputs, codes } = reads;
  const facts = [];
  for (const input of released) {
    const reading = await attempt(findings, async () => {
      const found2 = await functions.read(input.name);
      if (found2) return found2;
      throw new KnownError7(
        `functions: there is no function "${input.name}" in ${api.place.region}`
      );
    });
    if (reading) checkFunction(input, reading, findings);
    const code2 = reading && await inspectNewCode(codes, input, reading, findings);
    const wiring = stage && wiringOf(input, stage, inputs, findings);
    if (!reading || !wiring) continue;
    const called = [...wiring.integrations, ...afterwards(wiring, stage, inputs)];
    const arns = sourceArns(api, reading.arn, called);
    const release = await releaseOf(functions, input, wiring, { latest: reading, code: code2 }, findings);
    const served = { name: input.name, from: wiring.from, version: input.version };
    const warm = await checkWarm(provisioned, served, findings);
    const { arn, durable } = reading;
    const { place } = api;
    const fact = { input, place, arn, release, wiring, sourceArns: arns, warm, durable };
    const succession = { functionName: input.name, region: place.region, ...release };
    await noteAsyncSettings(qualifiers, succession, findings);
    facts.push(fact);
    await checkVersion(functions, fact, inputs, findings);
    if (arns.length > 0) await notePolicyAccess(functions, arn, findings);
  }
  checkChoices(facts, inputs, findings);
  await inspectUnqualified(reads, facts.flatMap(uploadedOf), findings);
  return facts;
}
function uploadedOf({ input: { name, code: code2 }, arn }) {
  return code2 ? [{ name, arn, aliases: [] }] : [];
}
function wiringOf(input, { draft, served, reading }, { definition, promote: promote2 }, findings) {
  if (!served) return void 0;
  const { integrations } = served;
  const released = definition === "draft" ? draft.integrations : integrations;
  const { variables } = reading.state;
  const found2 = findReleaseWiring(input.name, { served: integrations, released }, variables);
  if (found2.kind !== "found") {
    findings.problems.push(`functions: ${found2.problem}`);
    return void 0;
  }
  const { wiring } = found2;
  if (wiring.kind === "variable" && !promote2.deployment) {
    const stays = findWiring(input.name, integrations, variables);
    const same = stays.kind === "found" && stays.wiring.kind === "variable";
    if (!same || stays.wiring.variable !== wiring.variable) {
      findings.problems.push(
        `promote: the deployment that stays on the stage does not take the version of "${input.name}" from stage variable "${wiring.variable}", as the draft does; expected promote with deployment`
      );
    }
  }
  return wiring;
}
function afterwards({ functionName }, { served, reading }, { promote: promote2 }) {
  if (promote2.deployment) return [];
  const stays = findWiring(functionName, served?.integrations ?? [], reading.state.variables);
  return stays.kind === "found" ? stays.wiring.integrations : [];
}
async function releaseOf(functions, input, { from }, { latest, code: code2 }, findings) {
  const { name, version } = input;
  const serving = version === void 0 && from !== "" ? await attempt(findings, () => functions.read(name, from)) : void 0;
  return versionToRelease(input, from, latest, serving, code2);
}
async function checkVersion(functions, fact, inputs, findings) {
  const { name, version } = fact.input;
  if (version === void 0) {
    if (fact.release.version !== void 0) return;
    const why2 = await whyNextRefused(functions, fact, inputs, findings);
    if (why2 !== void 0) findings.problems.push(`invoke-permission: ${why2}`);
    return;
  }
  const there = await attempt(findings, () => functions.read(name, version));
  if (!there) {
    findings.problems.push(`version: "${name}" has no published version ${version}`);
    return;
  }
  const wrong = wrongCode(fact.input, there);
  if (wrong !== void 0) findings.problems.push(wrong);
  const why = whyNotReady(there);
  if (why !== void 0) findings.problems.push(`version: version ${version} of "${name}" ${why}`);
  if (version === fact.wiring.from) return;
  const policies = await attempt(findings, () => readPolicies2(functions, fact.arn, version));
  const missing = policies && whyRefused(fact, version, policies, inputs);
  if (missing !== void 0) findings.problems.push(`invoke-permission: ${missing}`);
}
async function whyNextRefused(functions, fact, inputs, findings) {
  const policies = await attempt(findings, () => readPoliciesOfNext(functions, fact.arn));
  return policies && whyRefused(fact, void 0, policies, inputs);
}
function whyRefused({ place, input, sourceArns: calls }, version, policies, { invokePermission }) {
  const refused = refusedCalls2(policies, calls);
  if (invokePermission === "grant" && !refused.some(isDenied2)) return void 0;
  if (refused.length === 0) return void 0;
  return describeRefusals(place, { functionName: input.name, version }, refused);
}
function agreeOn(variable, facts) {
  const values = facts.flatMap(
    ({ input: { version }, wiring }) => wiring.kind === "variable" && wiring.variable === variable ? [version === void 0 ? void 0 : wiring.prefix + version] : []
  );
  return values[0] !== void 0 && values.every((value) => value === values[0]);
}
function checkChoices(facts, inputs, findings) {
  const wirings = facts.map((fact) => fact.wiring);
  for (const variable2 of sharedVariables(wirings)) {
    if (agreeOn(variable2, facts)) continue;
    findings.problems.push(
      `functions: several of them take their version from the same stage variable "${variable2}"; expected a separate variable for each, or one published version for all of them in version`
    );
  }
  const pinned2 = wirings.find((wiring) => wiring.kind === "pinned");
  const variable = wirings.find((wiring) => wiring.kind === "variable");
  if (pinned2 && inputs.definition === "deployed") {
    findings.problems.push(
      `definition: "${pinned2.functionName}" is pinned in its integration URI, so its canary needs a deployment of its own; expected definition: draft`
    );
  }
  if (pinned2 && !inputs.promote.deployment) {
    findings.problems.push(
      `promote: without "deployment" the new version of "${pinned2.functionName}" would be tested and never promoted`
    );
  }
  if (variable && !inputs.promote.variables) {
    findings.problems.push(
      `promote: without "variables" the new version of "${variable.functionName}" would be tested and never promoted`
    );
  }
}

// src/aws/gateway-client.ts
import {
  _aws_sdk_client_api_gateway__APIGatewayClient as APIGatewayClient
} from "./vendor-aws.js";
import {
  src_aws_aws_errors_ts__isLimitReached as isLimitReached,
  src_aws_aws_errors_ts__LimitError as LimitError2
} from "./release.js";
var API_GATEWAY = {
  create: (settings) => stopAtLimits(new APIGatewayClient(settings))
};
function stopAtLimits(client) {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!isLimitReached(error)) throw error;
        throw new LimitError2(error);
      }
    },
    { step: "finalizeRequest", name: "canaryActionLimits", priority: "low" }
  );
  return client;
}

// src/targets/stage/inspect-permissions.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_lambda_probes_ts__grantProbe as grantProbe,
  src_aws_lambda_probes_ts__provisionProbes as provisionProbes,
  src_aws_lambda_probes_ts__publishProbe as publishProbe,
  src_aws_lambda_probes_ts__uploadProbe as uploadProbe
} from "./functions.js";
import {
  src_aws_probes_ts__inspectProbes as inspectProbes
} from "./functions.js";

// src/aws/stage-probes.ts
import {
  _aws_sdk_client_api_gateway__CreateDeploymentCommand as CreateDeploymentCommand2,
  _aws_sdk_client_api_gateway__PutRestApiCommand as PutRestApiCommand,
  _aws_sdk_client_api_gateway__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_api_gateway__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_api_gateway__UpdateIntegrationCommand as UpdateIntegrationCommand2,
  _aws_sdk_client_api_gateway__UpdateStageCommand as UpdateStageCommand
} from "./vendor-aws.js";
function stageProbes(client, place, restApiId, stageName) {
  const resourceArn = stageArn(place, restApiId, stageName);
  const tags = gatewayArn(place, `/tags/${encodeURIComponent(resourceArn)}`);
  return [
    {
      permission: { action: "apigateway:PATCH", resource: resourceArn },
      harmless: "refusal on record",
      send: () => {
        const copy = { op: "copy", from: "/canarySettings/none", path: "/none" };
        return client.send(
          new UpdateStageCommand({ restApiId, stageName, patchOperations: [copy] })
        );
      }
    },
    {
      permission: {
        action: "apigateway:PUT",
        resource: tags
      },
      harmless: "refusal on record",
      // AWS reserves keys that begin with "aws:".
      send: () => client.send(new TagResourceCommand({ resourceArn, tags: { "aws:probe": "x" } }))
    },
    {
      permission: { action: "apigateway:DELETE", resource: tags },
      harmless: "changes nothing",
      // Removing a tag that does not exist changes nothing.
      send: () => client.send(new UntagResourceCommand({ resourceArn, tagKeys: ["canary-action:probe"] }))
    }
  ];
}
function deploymentProbe(client, place, restApiId) {
  return {
    permission: {
      action: "apigateway:POST",
      resource: gatewayArn(place, `/restapis/${restApiId}/deployments`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new CreateDeploymentCommand2({ restApiId, canarySettings: { percentTraffic: 0 } })
    )
  };
}
function importProbe(client, place, restApiId) {
  return {
    permission: {
      action: "apigateway:PUT",
      resource: gatewayArn(place, `/restapis/${restApiId}`)
    },
    harmless: "refusal expected",
    send: () => client.send(
      new PutRestApiCommand({
        ...{ restApiId, mode: "merge", failOnWarnings: true },
        body: Buffer.from('"no definition"')
      })
    )
  };
}
function integrationProbe(client, place, restApiId, { resourceId, method: httpMethod }) {
  const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
  const replace2 = { op: "replace", path: "/none", value: "probe" };
  return {
    permission: { action: "apigateway:PATCH", resource: gatewayArn(place, path) },
    harmless: "refusal expected",
    send: () => client.send(
      new UpdateIntegrationCommand2({
        restApiId,
        resourceId,
        httpMethod,
        patchOperations: [replace2]
      })
    )
  };
}

// src/targets/stage/inspect-permissions.ts
async function inspectPermissions(clients, inputs, released, functions, moved, findings) {
  const { place, open } = clients;
  const [apiGateway, lambda] = [open(API_GATEWAY), open(LAMBDA)];
  const probes = gatewayProbes(apiGateway, place, inputs);
  for (const { name, version, code: code2 } of released) {
    if (code2) probes.push(uploadProbe(lambda, place, name));
    if (version === void 0) probes.push(publishProbe(lambda, place, name));
  }
  if (inputs.invokePermission === "grant") {
    const isAsked = ({ version, mayCall }) => version !== "$LATEST" && (!mayCall || inputs.shadowStage !== void 0);
    const qualified2 = moved.filter(isAsked);
    const called = new Set(qualified2.map(({ functionName }) => functionName));
    for (const { name } of released) called.add(name);
    for (const name of called) probes.push(grantProbe(lambda, place, name));
  }
  for (const { input, warm } of functions) {
    if (warm) probes.push(...provisionProbes(lambda, place, input.name));
  }
  const pinned2 = functions.find(({ wiring }) => wiring.kind === "pinned");
  const integration = pinned2?.wiring.integrations[0];
  if (integration) {
    probes.push(integrationProbe(apiGateway, place, inputs.restApiId, integration));
  }
  await inspectProbes(clients, probes, findings);
}
function gatewayProbes(client, place, { restApiId, stageName, definition, apiDefinition }) {
  return [
    ...stageProbes(client, place, restApiId, stageName),
    ...definition === "draft" ? [deploymentProbe(client, place, restApiId)] : [],
    ...apiDefinition ? [importProbe(client, place, restApiId)] : []
  ];
}

// src/targets/stage/inspect-stage.ts
import {
  src_aws_aws_errors_ts__isNotFound as isNotFound3
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy4
} from "./release.js";
import {
  src_base_command_line_ts__awsCommand as awsCommand3,
  src_base_command_line_ts__patchWords as patchWords
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError8,
  src_base_errors_ts__known as known5
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";
import {
  src_report_stored_state_text_ts__whyNotOwned as whyNotOwned
} from "./release.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
import {
  src_rollout_record_ts__ourTagKeys as ourTagKeys3
} from "./release.js";
import {
  src_rollout_release_ts__describeRun as describeRun
} from "./release.js";

// src/targets/stage/default-url.ts
var DISABLED = "the API's default endpoint is disabled (disableExecuteApiEndpoint), so the default address of every stage answers 403";
var PRIVATE = "the API is private and reachable only from its VPCs, so";
function checkDefaultUrl(defaultUrl, {
  shadowStage,
  tellsHooks,
  smokeNeeds,
  lendsStage
}, { problems, notes }) {
  if (defaultUrl === "everyone") return;
  const isOff = defaultUrl === "nobody";
  const sends = smokeNeeds?.address === "" && (smokeNeeds.stage || smokeNeeds.canary !== void 0);
  const isShadowUsed = sends || tellsHooks || smokeNeeds === void 0;
  if (isOff && lendsStage) {
    problems.push(...lentProblems(shadowStage ?? "", sends, smokeNeeds));
  } else if (isOff && shadowStage !== void 0 && isShadowUsed) {
    problems.push(
      `shadow-stage: ${DISABLED}, and a shadow stage has no other address; expected no shadow-stage, an API with its default endpoint, a stage of your own (shadow-stage: existing=NAME), or for smoke checks an "address"`
    );
  } else if (isOff && sends) {
    problems.push(
      `smoke: ${DISABLED}; expected an "address", checks with "event", or an API with its default endpoint`
    );
  } else if (sends) {
    notes.push(`smoke: ${PRIVATE} its stages answer only if this job runs there`);
  }
  if (!tellsHooks) return;
  notes.push(
    defaultUrl === "nobody" ? `hooks: ${DISABLED}: a hook that calls its stageUrl fails; let it call a custom domain instead` : `hooks: ${PRIVATE} stageUrl and shadowUrl answer only a hook that runs there`
  );
}
function lentProblems(name, sends, needs) {
  if (sends) {
    return [
      `smoke: ${DISABLED}; expected an "address", at which your stage "${name}" is reached, such as https://test.example.com`
    ];
  }
  return needs?.stage ? [
    `smoke: ${DISABLED}, so checks after the promotion cannot reach the released stage: the "address" leads to your stage "${name}"; expected checks without when: after`
  ] : [];
}

// src/targets/stage/inspect-definition.ts
import { createHash as createHash3 } from "node:crypto";
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";
import {
  src_base_partitions_ts__partitionOf as partitionOf2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_inputs_api_definition_ts__parseDefinition as parseDefinition,
  src_inputs_api_definition_ts__readDefinitionText as readDefinitionText
} from "./core.js";
function fileDigest(text) {
  return createHash3("sha256").update(text).digest("hex").slice(0, 16);
}
async function inspectDefinition(api, file, context, findings) {
  const { problems, notes } = findings;
  const read2 = readDefinitionText(file);
  if ("problem" in read2) {
    problems.push(read2.problem);
    return void 0;
  }
  const { region, partition } = api.place;
  const names = {
    "AWS::Region": region,
    "AWS::AccountId": accountIn(context),
    "AWS::Partition": partition,
    "AWS::URLSuffix": partitionOf2(region).dnsSuffix
  };
  const definition = await parseDefinition(file, read2.text, names, problems);
  if (!definition) return void 0;
  const { document, title, titleAt } = definition;
  const found2 = definitionIn(document);
  if (typeof found2 === "string") {
    problems.push(`api-definition ${quote(file.path)}: ${found2}`);
    return void 0;
  }
  const routes = routesIn(document);
  if (title !== context.apiName) {
    problems.push(
      `api-definition ${file.path}:${titleAt}: info.title is ${quote(title)}, and an import makes it the name of the API, by which CloudWatch counts its requests; expected ${quote(context.apiName)}`
    );
  }
  problems.push(...pinned(file.path, found2.integrations, context.variables));
  const calls = { routes, integrations: found2.integrations };
  notes.push(...lostChanges(context));
  const { asked, resources } = context.draft;
  return {
    body: Buffer.from(JSON.stringify(document)),
    file: fileDigest(read2.text),
    expects: callsDigest(calls),
    calls,
    changes: definitionChanges(context.draft, calls),
    draft: { ...found2, routes, asked, resources }
  };
}
function accountIn({ draft, served, variables }) {
  const all = [...draft.integrations, ...served?.integrations ?? []];
  const accounts = all.flatMap(({ uri }) => parseLambdaUri(uri, variables)?.account ?? []);
  const [only2, ...others] = new Set(accounts);
  return others.length === 0 ? only2 : void 0;
}
function pinned(path, integrations, variables) {
  return integrations.flatMap((call11) => {
    const lambda = parseLambdaUri(call11.uri, variables);
    const { functionName = "", qualifier = "" } = lambda ?? {};
    if (!/^\d+$/.test(qualifier) || !endsIn(call11.uri, qualifier)) return [];
    return [
      `api-definition ${quote(path)}: ${nameOf(call11)} calls version ${qualifier} of "${functionName}", so each import would go back to it; expected a stage variable, such as function:${functionName}:\${stageVariables.${functionName.replace(/\W/g, "_")}}`
    ];
  });
}
function lostChanges({ draft, served, servedRoutes }) {
  if (!served) return [];
  const { routes } = draft;
  const { integrations } = served;
  const changes2 = definitionChanges({ routes: servedRoutes ?? routes, integrations }, draft);
  return changes2.length === 0 ? [] : [
    `api-definition: the draft has changes that the stage does not serve, and the import replaces them: ${listed3(changes2, "; ")}`
  ];
}
function importInWords({ changes: changes2 }) {
  return changes2.length === 0 ? "api-definition: the draft has the same routes, which call the same; the import may change other parts" : `api-definition: the import changes the draft: ${listed3(changes2, "; ")}`;
}

// src/targets/stage/inspect-twins.ts
import {
  src_base_errors_ts__known as known4
} from "./core.js";
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";
async function inspectTwins(api, apiName, { compares, smokeNeeds }, releases, { problems, notes }) {
  let twins;
  try {
    twins = await api.readTwins(apiName);
  } catch (error) {
    notes.push(`rest-api-id: ${uncheckedName(apiName, known4(error).message)}`);
    return;
  }
  if (twins.length === 0) return;
  const shared = sharedName(apiName, api.stageName, twins);
  if (releases === "functions" && compares && smokeNeeds?.probes) {
    problems.push(
      `rest-api-id: ${shared}, and Lambda's metrics of the versions contain the probes, so users' requests cannot be compared; expected a unique name, or smoke without "probe"`
    );
  } else if (releases === "functions") {
    notes.push(
      `rest-api-id: ${shared}. The versions are compared by Lambda's metrics instead, without latency; alarms on the API's name, and the forecast, count both APIs`
    );
  } else if (compares) {
    problems.push(
      `rest-api-id: ${shared}, so the canary cannot be compared; expected a unique name, functions (which are counted by version), or analysis: off`
    );
  } else {
    notes.push(`rest-api-id: ${shared}. All counts in the report include both`);
  }
}
function uncheckedName(apiName, why) {
  return `the action could not check whether another REST API has the name "${apiName}", whose requests CloudWatch would add to those of this one (${why})`;
}
function sharedName(apiName, stageName, twins) {
  return `CloudWatch counts requests by the API's name, and ${listed4(twins)} ${twins.length === 1 ? "is" : "are"} also called "${apiName}", with a stage "${stageName}"`;
}

// src/targets/stage/stage-cache.ts
import {
  src_base_listed_ts__listed as listed5
} from "./core.js";
function decideCache({ useStageCache: asked, definition }, cached) {
  const shares = definition === "deployed";
  if (cached.length === 0) return { uses: asked === true, why: "no-cache" };
  if (asked === "auto") {
    return shares ? { uses: false, why: "shared-answers" } : { uses: true, why: "own-answers" };
  }
  return { uses: asked, why: asked && shares ? "chosen-and-shared" : "chosen" };
}
function cacheNotes({ uses, why }, cached, compares) {
  if (why === "no-cache") return [];
  const use = `use-stage-cache: the stage caches answers of ${listed5(cached)}. ${USE[why](uses)}`;
  return compares ? [use, NOT_COMPARED] : [use];
}
var USE = {
  "own-answers": () => "The canary uses the cache as well: it has a deployment of its own, and AWS caches its answers separately",
  "shared-answers": () => "The canary does not use the cache: it has the deployment of the stage, so each version would get answers of the other. All of its requests reach the backend",
  chosen: (uses) => uses ? "The canary uses the cache as well" : "The canary does not use the cache, so all of its requests reach the backend, and its users wait longer",
  "chosen-and-shared": () => "The canary uses the cache and has the deployment of the stage, so each version gets answers of the other: users get those of the new version whatever its weight. With use-stage-cache: auto, the canary does not use the cache"
};
var NOT_COMPARED = "use-stage-cache: an answer from the cache is fast and never fails, and the versions get different shares of such answers. So only requests that reached a backend are compared, latency is not compared, and errors only roll back if they are more than three times as frequent";

// src/targets/stage/inspect-stage.ts
var UNKNOWN = "not known to be what is served";
async function inspectStage(api, inputs, releases, findings) {
  const found2 = await attempt2(findings, () => readApi(api));
  if (found2 === void 0) return void 0;
  const { name: apiName } = found2;
  checkDefaultUrl(found2.defaultUrl, inputs, findings);
  await inspectTwins(api, apiName, inputs, releases, findings);
  const reading = await attempt2(findings, () => readStage(api));
  const draft = await attempt2(findings, () => api.readDraft());
  if (reading === void 0 || draft === void 0) return void 0;
  checkStage(api, reading, findings);
  const { cached } = reading;
  findings.notes.push(...cacheNotes(decideCache(inputs, cached), cached, inputs.compares));
  const { deploymentId } = reading.state;
  const compares = inputs.definition === "draft" && releases === "functions";
  const guards = inputs.definition === "draft" && inputs.routeGuard !== "off";
  const deployed2 = compares || guards ? await attempt2(findings, () => api.readDeployment(deploymentId)) : void 0;
  const served = await readServed2(api, draft, inputs, releases, findings);
  const { variables } = reading.state;
  const definition = inputs.apiDefinition && await inspectDefinition(
    api,
    inputs.apiDefinition,
    { apiName, draft, served, servedRoutes: deployed2?.routes, variables },
    findings
  );
  const released = definition?.draft ?? draft;
  if (guards && deployed2) checkRoutes(deployed2, released, inputs, findings);
  const mark = inputs.definition === "draft" ? await markDraft2(api, draft, releases, findings) : void 0;
  const draftIs = compares ? draftState(deployed2, mark, definition) : UNKNOWN;
  return { apiName, reading, draft: released, served, mark, draftIs, definition };
}
function draftState(deployed2, mark, definition) {
  const { description = "" } = deployed2 ?? {};
  const isSame = mark !== void 0 && parseDraft(description) === mark;
  const isImported = !definition || parseFile(description) === definition.file;
  return isSame && isImported ? "what is served" : UNKNOWN;
}
async function readServed2(api, draft, { overrides }, releases, findings) {
  const read2 = async () => withIds(await api.readServed(), draft);
  if (releases === "functions" || Object.keys(overrides).length > 0) {
    return attempt2(findings, read2);
  }
  try {
    return await read2();
  } catch (error) {
    findings.notes.push(
      `definition: the action could not check what the canary will call differently from the stage (${known5(error).message})`
    );
    return void 0;
  }
}
function withIds(served, draft) {
  const integrations = served.integrations.map((call11) => {
    if (call11.authorizerId === void 0) return call11;
    const same = draft.integrations.find(
      ({ authorizerId, path }) => authorizerId && path === call11.path
    );
    return { ...call11, authorizerId: same?.authorizerId ?? call11.authorizerId };
  });
  return { ...served, integrations };
}
async function markDraft2(api, draft, releases, { notes }) {
  try {
    return await api.markDraft(draft);
  } catch (error) {
    const unread = releases === "functions" ? "the API's draft cannot be compared with what the stage serves, so every release deploys it, even if nothing changed" : "the API's draft cannot be read as a whole";
    notes.push(
      `definition: ${unread}; if someone changes it during the release, only a change of its methods is noticed (${known5(error).message})`
    );
    return void 0;
  }
}
async function readApi(api) {
  try {
    return await api.readApi();
  } catch (error) {
    if (!causedBy4(error, isNotFound3)) throw error;
    throw new KnownError8(
      `rest-api-id: there is no REST API "${api.restApiId}" in ${api.place.region}. HTTP and WebSocket APIs are not visible here and have no stage canary; check the ID and AWS_REGION`
    );
  }
}
async function readStage(api) {
  try {
    return await api.readStage();
  } catch (error) {
    if (!causedBy4(error, isNotFound3)) throw error;
    throw new KnownError8(
      `stage-name: the REST API ${api.restApiId} has no stage "${api.stageName}"; a canary needs a stage that already serves a deployment`
    );
  }
}
function checkStage(api, reading, findings) {
  const { tags } = reading;
  const stray = unknownCanary(api.stageName, reading);
  if (stray !== void 0) {
    findings.problems.push(`${stray}. To close it: ${closeCommand(api)}`);
  }
  const stored = storedStateOf(api, tags);
  if (stored.kind === "unreadable") {
    const why = whyNotOwned(`the stage "${api.stageName}"`, stored, describeRun);
    findings.problems.push(`${why}. To remove them: ${forgetCommandsOf(api, tags).join("; ")}`);
  }
}
function closeCommand({ place, restApiId, stageName }) {
  return awsCommand3("apigateway update-stage", {
    region: place.region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "patch-operations": patchWords([{ op: "remove", path: "/canarySettings" }])
  });
}
function unknownCanary(stageName, { state, tags }) {
  const { canary } = state;
  if (!canary || ourTagKeys3(tags).length > 0) return void 0;
  const isLeft = canary.weight === 0 && canary.deploymentId === state.deploymentId;
  const has = isLeft ? "has a canary that a promotion left open (with promote: close, it would be closed)" : "has a canary that this action did not create";
  return `the stage "${stageName}" ${has} (deployment ${canary.deploymentId}, ${formatWeight(canary.weight)})`;
}
function checkRoutes({ routes }, draft, { routeGuard, splits }, findings) {
  const difference = compareRoutes(routes, draft.routes);
  const words = describeRouteDifference(difference, splits);
  if (words === void 0) return;
  if (routeGuard === "warn" || !splits) findings.notes.push(`routes: ${words}`);
  else findings.problems.push(`route-guard: ${words}. ${adviceFor(difference)}`);
}

// src/targets/stage/inspect-variables.ts
import {
  src_aws_arns_ts__accountOf as accountOf2
} from "./release.js";
import {
  src_aws_readiness_ts__whyNotReady as whyNotReady2
} from "./functions.js";
import {
  src_base_errors_ts__known as known7
} from "./core.js";
import {
  src_targets_lambda_invoke_policy_ts__isDenied as isDenied3
} from "./functions.js";
import {
  src_targets_lambda_read_policies_ts__notePolicyAccess as notePolicyAccess2
} from "./functions.js";

// src/targets/stage/moved-calls.ts
function movedCalls(moves, functions) {
  const found2 = moves.released.map((integration) => moveOf(integration, moves, functions));
  const calls = /* @__PURE__ */ new Map();
  for (const { kind, ...move } of found2.filter((each) => each.kind === "call")) {
    const key = JSON.stringify({ ...move, integrations: [] });
    const others = calls.get(key)?.integrations ?? [];
    calls.set(key, { ...move, integrations: [...others, ...move.integrations] });
  }
  const problems = found2.flatMap((each) => each.kind === "problem" ? [each.what] : []);
  return { calls: [...calls.values()], problems: [...new Set(problems)] };
}
function moveOf(integration, { served, variables, overrides }, functions) {
  const before2 = counterpart(integration, served);
  const after = reachOf(integration.uri, { ...variables, ...overrides });
  const isOverridden = variablesOf(integration).some((name2) => Object.hasOwn(overrides, name2));
  const by = isOverridden ? "stage-variable-overrides" : "definition";
  const isSame = before2 && keyOf(reachOf(before2.uri, variables)) === keyOf(after);
  if (after.kind === "unknown" ? !isOverridden : isSame) return { kind: "none" };
  const draft = reachOf(integration.uri, variables);
  const name = draft.kind === "lambda" ? draft.functionName : "";
  const own = functions.includes(name) ? name : void 0;
  const problem2 = problemOf(integration, after, own);
  if (problem2 !== void 0) return { kind: "problem", what: `${by}: ${problem2}` };
  if (after.kind !== "lambda" || own !== void 0) return { kind: "none" };
  const { functionName, qualifier = "$LATEST", account, region } = after;
  const call11 = { functionName, qualifier, account, region, by };
  return { kind: "call", ...call11, integrations: [integration] };
}
function counterpart(integration, served) {
  const key = routeKey(integration);
  const found2 = served.find((call11) => routeKey(call11) === key);
  const shown2 = served.some(({ authorizerId }) => authorizerId !== void 0);
  return found2 ?? (integration.authorizerId === void 0 || shown2 ? void 0 : integration);
}
function keyOf(scope) {
  if (scope.kind !== "lambda") return scope.kind;
  const { functionName, qualifier = "$LATEST", account, region } = scope;
  return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}
function problemOf(integration, after, released) {
  const route = `${nameOf(integration)} (${shownUri(integration.uri)})`;
  if (after.kind === "unknown") {
    return `it is unclear what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
  }
  if (released !== void 0 && (after.kind !== "lambda" || after.functionName !== released)) {
    return `${route} would no longer call "${released}", which is being released; expected a value that points to "${released}"`;
  }
  if (after.kind === "lambda" && after.qualifier === "") {
    return `${route} will call "${after.functionName}" with an empty version, which AWS rejects; expected a version or an alias`;
  }
  return void 0;
}

// src/targets/stage/call-notes.ts
function unclearCalls({ released, variables, overrides }) {
  const values = { ...variables, ...overrides };
  const isSet = (name) => Object.hasOwn(values, name);
  const odd = released.filter(
    (call11) => reachOf(call11.uri, values).kind === "unknown" && variablesOf(call11).every(isSet)
  );
  const unset = [...new Set(released.flatMap(variablesOf))].filter((name) => !isSet(name));
  return [
    ...listed6("what these integrations call is not understood, so it was not checked", odd, shown),
    ...unset.flatMap((name) => {
      const users = released.filter((call11) => variablesOf(call11).includes(name));
      return listed6(`stage variable "${name}", which has no value, is used by`, users, shown);
    })
  ];
}
function changedCalls({ served, released, variables }, functions) {
  const changes2 = released.flatMap((call11) => {
    const before2 = counterpart(call11, served);
    const change = before2 && changeOf(before2, call11, variables, functions);
    return change === void 0 ? [] : [{ call: call11, change }];
  });
  const words = new Map(changes2.map(({ call: call11, change }) => [call11, change]));
  return listed6(
    "on the canary, these routes call something else than on the stage",
    [...words.keys()],
    (call11) => words.get(call11) ?? ""
  );
}
function changeOf(before2, after, variables, functions) {
  const [old, fresh] = [reachOf(before2.uri, variables), reachOf(after.uri, variables)];
  const isReleased = old.kind === "lambda" && fresh.kind === "lambda" && old.functionName === fresh.functionName && functions.includes(old.functionName);
  const sameTarget = old.kind === "lambda" || fresh.kind === "lambda" ? keyOf(old) === keyOf(fresh) : filledIn(before2.uri, variables) === filledIn(after.uri, variables);
  if (!isReleased && !sameTarget) {
    const [from, to] = [shown(before2), shown(after)];
    return from === to ? `another address at ${to}` : `${to} instead of ${from}`;
  }
  const differs = (part) => filledIn(before2[part] ?? "", variables) !== filledIn(after[part] ?? "", variables);
  const ways = [
    ...differs("credentials") ? ["role"] : [],
    ...differs("connectionId") ? ["VPC link"] : [],
    // The request to another AWS service names the queue, the table or the state machine.
    ...fresh.kind !== "lambda" && before2.request !== after.request ? ["request"] : []
  ];
  return ways.length === 0 ? void 0 : `the same with another ${ways.join(", another ")}`;
}
function shown({ uri }) {
  return uri === "" ? "no URI" : shownUri(uri);
}
var MOST_SHOWN2 = 10;
function listed6(words, calls, inWords4) {
  if (calls.length === 0) return [];
  const list = calls.slice(0, MOST_SHOWN2).map((call11) => `${nameOf(call11)} (${inWords4(call11)})`);
  const more = calls.length - MOST_SHOWN2;
  return [`definition: ${words}: ${list.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

// src/targets/stage/dependents.ts
import {
  src_base_listed_ts__listed as listed7
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
function strayDependents(wirings, definition, variables) {
  return straysOf(wirings, definition, variables).map((stray) => describe(stray, variables));
}
function movedAlong(wirings, definition, variables) {
  const strays = straysOf(wirings, definition, variables).map(
    ({ variable, others }) => `stage variable "${variable}" also controls ${callsInWords(others, variables)}`
  );
  return strays.length > 0 ? `; ${listed7(strays, "; ")}` : "";
}
function straysOf(wirings, { integrations }, variables) {
  const moved = new Set(wirings.flatMap((w) => w.kind === "variable" ? [w.variable] : []));
  return [...moved].flatMap((variable) => {
    const movers = wirings.flatMap(
      (w) => w.kind === "variable" && w.variable === variable ? [w.functionName] : []
    );
    const others = integrations.filter((integration) => {
      if (!variablesOf(integration).includes(variable)) return false;
      const decided = functionOf(integration, variable, variables);
      return decided === void 0 || !movers.includes(decided);
    });
    return others.length > 0 ? [{ variable, movers, others }] : [];
  });
}
function describe({ variable, movers, others }, variables) {
  const names = movers.map((name) => `"${name}"`).join(" and ");
  const functions = new Set(others.map((other) => functionOf(other, variable, variables)));
  const listable = [...functions].every((name) => name !== void 0);
  const list = [...functions].map((name) => `"${name}"`).join(" and ");
  const orList = listable ? `, or list ${list} in functions too, and set one published version for all of them in version` : "";
  return `stage variable "${variable}", which holds the version of ${names}, also controls ${callsInWords(others, variables)}, which would change with it. To fix this, give ${names} ${movers.length === 1 ? "its" : "their"} own stage variable${orList}`;
}
function functionOf(integration, variable, variables) {
  const scope = reachOf(integration.uri, variables);
  const held = scope.kind === "lambda" && scope.heldBy?.name === variable;
  const once = variablesOf(integration).filter((name) => name === variable).length === 1;
  return held && once ? scope.functionName : void 0;
}
function callsInWords(calls, variables) {
  const shown2 = calls.slice(0, MOST_SHOWN3).map((call11) => callInWords(call11, variables));
  const more = calls.length - shown2.length;
  return `what ${shown2.join(", ")}${more > 0 ? ` and ${more} more` : ""} ${calls.length === 1 ? "calls" : "call"}`;
}
var MOST_SHOWN3 = 10;
function callInWords(call11, variables) {
  const scope = reachOf(call11.uri, variables);
  const link = call11.connectionId === void 0 ? "" : `, VPC link ${call11.connectionId}`;
  const where = scope.kind === "lambda" ? `function "${scope.functionName}"` : `${shownUri(call11.uri)}${link}`;
  return `${nameOf(call11)} (${where})`;
}
function readersInWords(moved, readers) {
  return moved.flatMap((variable) => {
    const where = readers.filter(({ names }) => names.includes(variable)).map((r) => r.where);
    if (where.length === 0) return [];
    const shown2 = where.slice(0, MOST_SHOWN3).join(", ");
    const more = where.length > MOST_SHOWN3 ? ` and ${where.length - MOST_SHOWN3} more` : "";
    return [
      `stage variable "${variable}" is also read by templates, mappings or gateway responses (${shown2}${more}): on the canary they see its new value`
    ];
  });
}
function knowsVariable(definition, name) {
  const read2 = variablesIn(definition);
  return read2.includes(name) || read2.includes("*");
}
function variablesIn({ integrations, readers }) {
  return [...integrations.flatMap(variablesOf), ...readers.flatMap(({ names }) => names)];
}
function idleOverrides(overrides, released, variables, draft) {
  const known13 = [.../* @__PURE__ */ new Set([...Object.keys(variables), ...variablesIn(released)])];
  const isIdle = (name) => !known13.includes(name) && !knowsVariable(released, name);
  return Object.keys(overrides).filter(isIdle).map(
    (name) => draft && knowsVariable(draft, name) ? `stage-variable-overrides: only the API's draft has the variable "${name}", and definition: deployed does not release the draft; expected a variable of the deployed definition, or definition: draft` : `stage-variable-overrides: neither the stage nor the API definition has the variable "${name}"; expected one that the stage has or the definition mentions.${didYouMean(name, known13)} If a function reads it from its event, set it on the stage first`
  );
}
function overridesInWords(overrides, integrations, variables) {
  return Object.keys(overrides).flatMap((name) => {
    const moved = integrations.filter((call11) => variablesOf(call11).includes(name));
    if (moved.length === 0) return [];
    return [
      `stage-variable-overrides: "${name}" controls ${callsInWords(moved, variables)}, and changes it`
    ];
  });
}

// src/targets/stage/released-definition.ts
import {
  src_base_errors_ts__known as known6
} from "./core.js";
function releasedDefinition({ definition, promote: promote2 }, { draft, served }) {
  const deploys = definition === "draft";
  const stays = deploys && promote2.deployment ? void 0 : served;
  const parts = [...deploys ? [draft] : [], ...stays ? [stays] : []];
  return {
    integrations: parts.flatMap(({ integrations }) => integrations),
    readers: parts.flatMap(({ readers }) => readers)
  };
}
function longestAnswerSeconds({ definition }, {
  draft,
  served
}) {
  if (served === void 0) return draft.longestAnswerSeconds;
  const released = definition === "draft" ? draft : served;
  return Math.max(served.longestAnswerSeconds, released.longestAnswerSeconds);
}
async function withResponses(api, released, names, when, notes) {
  const open = when === "always" ? names : names.filter((name) => !knowsVariable(released, name));
  const found2 = open.length > 0 ? await readResponses(api, notes) : [];
  const inDraft = when === "always" ? "" : " of the draft";
  const readers = found2.map(({ where, names: read2 }) => ({ where: where + inDraft, names: read2 }));
  return { ...released, readers: [...released.readers, ...readers] };
}
async function readResponses(api, notes) {
  try {
    return await api.readResponseReaders();
  } catch (error) {
    notes.push(
      `stage variables: the action could not check whether gateway responses read one that changes (${known6(error).message})`
    );
    return [];
  }
}

// src/targets/stage/inspect-variables.ts
async function inspectVariables(bound, { draft, served, reading }, released, facts, findings) {
  const { overrides, definition } = bound.inputs;
  const { variables } = reading.state;
  const wirings = facts.map(({ wiring }) => wiring);
  const held = wirings.flatMap((wiring) => wiring.kind === "variable" ? [wiring.variable] : []);
  const names = [.../* @__PURE__ */ new Set([...held, ...Object.keys(overrides)])];
  const asked = releasedDefinition(bound.inputs, { draft, served });
  const [when, unsure] = definition === "draft" ? ["always", names] : ["if needed", names.filter((name) => !Object.hasOwn(variables, name))];
  const read2 = await withResponses(bound.api, asked, unsure, when, findings.notes);
  const calls = read2.integrations;
  const moves = { served: served?.integrations ?? calls, released: calls, variables, overrides };
  const functions = released.map(({ name }) => name);
  const moved = movedCalls(moves, functions);
  findings.problems.push(
    ...otherFunctions(facts, variables),
    ...strayDependents(wirings, { integrations: calls }, variables).map(
      (words) => `functions: ${words}`
    ),
    ...contradictions(facts, overrides),
    ...idleOverrides(overrides, read2, variables, definition === "deployed" ? draft : void 0),
    ...moved.problems
  );
  findings.notes.push(
    ...unclearCalls(moves),
    ...changedCalls(moves, functions),
    ...overridesInWords(overrides, calls, variables),
    ...readersInWords(names, read2.readers)
  );
  const [first] = facts;
  const account = first && accountOf2(first.arn);
  const called = [];
  for (const call11 of moved.calls) {
    const fact = await inspectCall(bound, call11, account, findings);
    if (fact) called.push(fact);
  }
  return called;
}
function otherFunctions(facts, variables) {
  return facts.flatMap(
    ({ input: { name }, arn, wiring: { integrations } }) => integrations.flatMap((integration) => {
      const uri = parseLambdaUri(integration.uri, variables);
      const elsewhere = uri && whereElse(uri, placeIn(arn));
      if (elsewhere === void 0) return [];
      return [
        `functions: ${nameOf(integration)} calls a "${name}" ${elsewhere}, but the job uses ${arn}; expected a function of the job's own account and region`
      ];
    })
  );
}
function contradictions(facts, overrides) {
  return facts.flatMap(({ input: { name, version }, wiring }) => {
    if (wiring.kind !== "variable" || !Object.hasOwn(overrides, wiring.variable)) return [];
    if (version !== void 0 && overrides[wiring.variable] === wiring.prefix + version) return [];
    return [
      `stage-variable-overrides: "${wiring.variable}" holds the version of "${name}", which the release sets itself; omit it`
    ];
  });
}
async function inspectCall({ api, functions, inputs }, call11, account, findings) {
  const { functionName, qualifier, integrations, by } = call11;
  const route = integrations[0] ? nameOf(integrations[0]) : "";
  const will = `${by}: ${route} will call ${qualifierInWords(functionName, qualifier)}`;
  const unseen = (why) => {
    const list = by === "definition" ? findings.notes : findings.problems;
    list.push(`${will}, ${why}`);
    return void 0;
  };
  const place = account === void 0 ? void 0 : { account, region: api.place.region };
  const elsewhere = whereElse(call11, place ?? { region: api.place.region });
  if (elsewhere !== void 0) return unseen(`which is ${elsewhere}; ${OUT_OF_SIGHT}`);
  try {
    const which = qualifier === "$LATEST" ? void 0 : qualifier;
    const reading = await functions.read(functionName, which);
    if (!reading) {
      const what = `which does not exist in ${api.place.region}; expected an existing version or alias`;
      if (call11.account !== void 0 && account === void 0) return unseen(what);
      findings.problems.push(`${will}, ${what}`);
      return void 0;
    }
    const other = whereElse(call11, placeIn(reading.arn));
    if (other !== void 0) return unseen(`which is ${other}; ${OUT_OF_SIGHT}`);
    const why = whyNotReady2(reading);
    if (why !== void 0) findings.problems.push(`${will}, which ${why}`);
    const arn = reading.arn.split(":").slice(0, 7).join(":");
    const invoked = {
      functionName,
      version: qualifier,
      sourceArns: sourceArns(api, arn, integrations)
    };
    const refused = await findRefusals(functions, api, invoked);
    if (refused.some(isDenied3) || refused.length > 0 && inputs.invokePermission === "check") {
      const missing = describeRefusals(api.place, invoked, refused);
      findings.problems.push(`invoke-permission: ${missing}`);
    }
    await notePolicyAccess2(functions, arn, findings);
    return { ...invoked, arn, mayCall: refused.length === 0 };
  } catch (error) {
    return unseen(
      `and the action could not check whether that is possible: ${known7(error).message}`
    );
  }
}
var OUT_OF_SIGHT = "the job can check only its own account and region";
function placeIn(arn) {
  return { account: accountOf2(arn), region: arn.split(":")[3] };
}
function whereElse(meant, there) {
  const differ = (one, other) => one !== void 0 && other !== void 0 && one !== other;
  if (differ(meant.account, there.account)) return `in account ${meant.account}`;
  return differ(meant.region, there.region) ? `in ${meant.region}` : void 0;
}

// src/targets/stage/stage-proof.ts
import {
  src_targets_lambda_voucher_ts__createVoucher as createVoucher
} from "./functions.js";
import {
  src_targets_seal_ts__sealOf as sealOf2
} from "./release.js";
import {
  src_targets_trust_ts__BORNE_OUT as BORNE_OUT,
  src_targets_trust_ts__doubtful as doubtful
} from "./functions.js";

// src/targets/stage/shown-variable.ts
function shownValue(name, value, { functions, overrides }) {
  const ours = Object.hasOwn(overrides, name) ? overrides[name] : void 0;
  if (value === null || ours === void 0) return void 0;
  const held = functions.some(
    (fn) => versionIn(ours, fn.name) === fn.to && versionIn(value, fn.name) !== void 0
  );
  return held ? value : void 0;
}
var ARN_HEAD = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
function versionIn(value, functionName) {
  const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, "")) ?? [];
  return name === void 0 || name === functionName ? version : void 0;
}
function describeOtherOverrides(found2, known13) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(known13.overrides), ...Object.keys(found2)])];
  const value = (of, name) => Object.hasOwn(of, name) ? of[name] ?? null : null;
  const words = names.flatMap((name) => {
    const [theirs, ours] = [value(found2, name), value(known13.overrides, name)];
    if (theirs === ours) return [];
    if (theirs === null) return [`"${name}" is missing`];
    if (ours === null) return [`"${name}" is added`];
    const shown2 = shownValue(name, theirs, known13);
    return [
      shown2 === void 0 ? `"${name}" has a different value` : `${name}=${shown2}, not ${ours}`
    ];
  });
  return words.join("; ");
}

// src/targets/stage/stage-claim.ts
import {
  src_targets_claim_ts__quoted as quoted,
  src_targets_claim_ts__unnamedFunctions as unnamedFunctions
} from "./functions.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf3
} from "./core.js";

// src/targets/stage/stage-state.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight2
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf2
} from "./core.js";
function trafficStateOf(stage, storedRollout) {
  return stageTraffic(stage, {
    before: stageOf2(storedRollout.record),
    functions: storedRollout.record.functions,
    canaryDeploymentId: storedRollout.canaryDeploymentId
  });
}
function stageTraffic(stage, storedRollout) {
  const promoted = isPromoted(stage, storedRollout);
  if (!promoted && !isBefore(stage, storedRollout)) {
    return externalTraffic(
      stage,
      storedRollout,
      `the stage serves deployment ${stage.deploymentId}${variableWords(stage, storedRollout)}, which is neither the previous deployment (${storedRollout.before.deploymentId}) nor the one that this rollout created (${storedRollout.canaryDeploymentId ?? "nothing yet"})`
    );
  }
  const canary = stage.canary;
  if (!canary) return promoted ? { kind: "promoted", open: false } : { kind: "stable" };
  if (!promoted && isEmptyCanary(canary, stage, storedRollout))
    return { kind: "stable", open: true };
  const unexplained = externalCanary(canary, storedRollout);
  if (unexplained) return externalTraffic(stage, storedRollout, unexplained);
  return promoted ? { kind: "promoted", open: true } : { kind: "split", weight: canary.weight };
}
function variableOf(variables, name) {
  return Object.hasOwn(variables, name) ? variables[name] ?? null : null;
}
function isBefore(stage, { before: before2 }) {
  const { deploymentId, variables } = before2;
  return stage.deploymentId === deploymentId && Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value);
}
function isPromoted(stage, { before: before2, canaryDeploymentId }) {
  const { promote: promote2, overrides } = before2;
  if (canaryDeploymentId === void 0) return false;
  const deployment = promote2.deployment ? canaryDeploymentId : before2.deploymentId;
  const expected = promote2.variables ? Object.entries(overrides) : [];
  return stage.deploymentId === deployment && expected.every(([name, value]) => variableOf(stage.variables, name) === value);
}
function isEmptyCanary(canary, stage, { before: before2, canaryDeploymentId }) {
  const ours = canary.deploymentId === canaryDeploymentId && sameEntries(canary.overrides, before2.overrides);
  return !ours && canary.deploymentId === stage.deploymentId && Object.keys(canary.overrides).length === 0;
}
function externalCanary(canary, storedRollout) {
  const { canaryDeploymentId, before: before2, functions } = storedRollout;
  if (canary.deploymentId !== canaryDeploymentId) {
    return `the canary on the stage serves deployment ${canary.deploymentId}, not the one of this rollout (${canaryDeploymentId ?? "none yet"})`;
  }
  if (!sameEntries(canary.overrides, before2.overrides)) {
    const others = describeOtherOverrides(canary.overrides, {
      functions,
      overrides: before2.overrides
    });
    return `the canary's variable overrides are not those of this rollout: ${others}`;
  }
  return void 0;
}
function sameEntries(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === variableOf(b, name));
}
function variableWords(stage, { before: before2, functions }) {
  const known13 = { functions, overrides: before2.overrides };
  const words = Object.entries(before2.variables).flatMap(([name, stood]) => {
    const value = variableOf(stage.variables, name);
    const shown2 = shownValue(name, value, known13);
    if (shown2 !== void 0) return [`${name}=${shown2}`];
    if (value === stood) return [];
    return [value === null ? `no "${name}"` : `a different "${name}" than before`];
  });
  return words.length === 0 ? "" : ` with ${words.join(", ")}`;
}
function externalTraffic(stage, storedRollout, what) {
  const { canary, deploymentId } = stage;
  const read2 = { kind: "external", what, deploymentId };
  if (!canary || externalCanary(canary, storedRollout)) return read2;
  return servesNew(stage, storedRollout) ? { ...read2, canary: "owned" } : { ...read2, canary: "owned", weight: canary.weight };
}
function describeStage({ deploymentId, canary }) {
  const split = canary ? `a canary of deployment ${canary.deploymentId} at ${formatWeight2(canary.weight)}` : "no canary";
  return `deployment ${deploymentId}, ${split}`;
}
function servesNew(stage, { before: before2, canaryDeploymentId }) {
  const overrides = Object.entries(before2.overrides);
  if (overrides.some(([name, value]) => variableOf(stage.variables, name) === value)) return true;
  const byDeployment = before2.drafts.length > 0 || overrides.length === 0;
  return byDeployment && stage.deploymentId === canaryDeploymentId;
}

// src/targets/stage/stage-claim.ts
function beyondStage(record, asked) {
  const unnamed = unnamedFunctions(record, asked.functions, (name) => name);
  if (unnamed !== void 0) return unnamed;
  const target = stageOf3(record);
  if (target.imported && !asked.imports) {
    return "it has replaced the API's draft as well, which this run does not name; expected api-definition";
  }
  const unnamedVariables = Object.keys(target.overrides).filter(
    (name) => !asked.variables.includes(name) && !isVersionOf(target, name, record.functions)
  );
  return unnamedVariables.length === 0 ? void 0 : `it sets the stage variable ${quoted(unnamedVariables)} as well, which this run does not name; expected it in stage-variable-overrides`;
}
function isVersionOf({ variables, overrides }, variable, functions) {
  const [before2, after] = [variableOf(variables, variable), variableOf(overrides, variable)];
  return functions.some(({ name, from, to }) => {
    if (after === null || !after.endsWith(to)) return false;
    const prefix = after.slice(0, -to.length);
    const called = prefix.slice(0, -1).replace(/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/, "");
    const fits = prefix === "" || prefix.endsWith(":") && called !== "" && name.endsWith(called);
    return fits && before2 === prefix + from;
  });
}
function rewrittenFor({ from, to }, functions, variables) {
  const before2 = parseLambdaUri(from, variables);
  return functions.find(
    (change) => before2?.functionName === change.name && before2.qualifier !== void 0 && /^\d+$/.test(before2.qualifier) && endsIn(from, before2.qualifier) && withQualifier(from, change.to) === to
  );
}

// src/targets/stage/stage-proof.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf4
} from "./core.js";
async function proveStage({ api, functions }, { record, canaryDeploymentId }, state) {
  const stage = stageOf4(record);
  const trafficState = trafficStateOf(state, { record, canaryDeploymentId, ...ANY_PHASE });
  if (trafficState.kind === "external") return { kind: "moved" };
  const unexplained = unexplainedDraft(stage, record.functions, state);
  if (unexplained !== void 0) return doubtful(unexplained);
  const made = canaryDeploymentId === stage.deploymentId ? void 0 : canaryDeploymentId;
  const description = (made && await api.readDescription(made)) ?? "";
  const seal = parseSeal(description);
  if (seal !== void 0) {
    return seal === sealOf2(record) ? BORNE_OUT : doubtful(otherRelease(made));
  }
  const past = parseDeployment(description);
  const promoted = trafficState.kind === "promoted";
  if (promoted && stage.promote.deployment && made && past?.after !== stage.deploymentId) {
    return doubtful(
      `only its tags say that the deployment ${stage.deploymentId} was served before ${made}`
    );
  }
  const vouches = createVoucher(functions, past?.changes);
  const asking = { api, vouches, stage, functions: record.functions, state };
  const doubt = (promoted && stage.promote.variables ? await doubtVariables(asking) : void 0) ?? await doubtDrafts(asking, promoted);
  return doubt === void 0 ? BORNE_OUT : doubtful(doubt);
}
function otherRelease(deploymentId = "") {
  return `the deployment ${deploymentId} was created for another release, or the record of this one was changed`;
}
var ANY_PHASE = { phase: { kind: "preparing" }, stepStartTimes: [] };
function unexplainedDraft(stage, functions, state) {
  const variables = before(stage, state);
  const unexplained = stage.drafts.find((draft) => !rewrittenFor(draft, functions, variables));
  return unexplained && `it rewrites ${unexplained.method} on resource ${unexplained.resourceId} from ${shownUri(unexplained.from)} to ${shownUri(unexplained.to)}, which are not the two versions of a function that it releases`;
}
function before({ variables }, state) {
  const own = Object.entries(variables).flatMap(
    ([name, value]) => value === null ? [] : [[name, value]]
  );
  return { ...state.variables, ...Object.fromEntries(own) };
}
async function doubtVariables({
  api,
  vouches,
  stage,
  functions,
  state
}) {
  const names = Object.keys(stage.overrides);
  if (names.length === 0) return void 0;
  const { integrations } = await api.readServed();
  for (const name of names) {
    const change = functions.find((fn) => {
      const found2 = findWiring(fn.name, integrations, state.variables);
      if (found2.kind !== "found" || found2.wiring.kind !== "variable") return false;
      const { variable, prefix } = found2.wiring;
      return variable === name && variableOf(stage.overrides, name) === prefix + fn.to && variableOf(stage.variables, name) === prefix + fn.from;
    });
    if (change && await vouches(change)) continue;
    const value = variableOf(stage.variables, name);
    const shown2 = shownValue(name, value, { functions, overrides: stage.overrides });
    const was = value === null ? "was not set" : shown2 === void 0 ? "had another value" : `was "${shown2}"`;
    return `only its tags say that the stage variable "${name}" ${was} before`;
  }
  return void 0;
}
async function doubtDrafts({ api, vouches, stage, functions, state }, promoted) {
  for (const draft of stage.drafts) {
    const change = rewrittenFor(draft, functions, before(stage, state));
    if (change && endsIn(draft.from, change.from) && await vouches(change)) continue;
    const { integrations } = await api.readDraft();
    const holds = (uri) => integrations.some(
      (one) => one.resourceId === draft.resourceId && one.method === draft.method && one.uri === uri
    );
    if (!promoted && state.canary === void 0 && !holds(draft.to)) continue;
    return `only its tags say that ${draft.method} on resource ${draft.resourceId} called ${shownUri(draft.from)} before`;
  }
  return void 0;
}

// src/targets/stage/observe-stage.ts
function readings({ api, trust, functions, seen }) {
  return {
    observe: async () => {
      const { state, tags, accessLog = "none" } = await api.readStage();
      seen.accessLog = accessLog;
      const stored = await trust.vet(
        storedStateOf(api, tags),
        (storedRollout) => proveStage({ api, functions }, storedRollout, state)
      );
      seen.trafficState = trafficIn(stored, state);
      return { stored, trafficState: seen.trafficState };
    },
    readTraffic: async (rollout) => trafficStateOf((await api.readStage()).state, rollout)
  };
}
function trafficIn(stored, state) {
  return stored.kind === "rollout" ? trafficStateOf(state, stored.storedRollout) : void 0;
}

// src/targets/stage/repair-commands.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand4,
  src_base_command_line_ts__patchWords as patchWords2
} from "./functions.js";
function repairCommands(stage, before2, observation, functions = []) {
  const trafficState = observation?.trafficState;
  const open = trafficState === void 0 || hasOurCanary(trafficState);
  const moved = trafficState === void 0 || trafficState.kind === "promoted";
  const ours = trafficState?.kind !== "external";
  const edited = ours && (moved || observation?.phase.kind !== "step") ? before2.drafts : [];
  const update = (patches2) => awsCommand4("apigateway update-stage", {
    region: stage.region,
    "rest-api-id": stage.restApiId,
    "stage-name": stage.stageName,
    "patch-operations": patchWords2(patches2)
  });
  const { patches, unshown } = restoring(before2, functions);
  return [
    ...open ? [update([{ op: "remove", path: "/canarySettings" }])] : [],
    ...moved && patches.length > 0 ? [update(patches)] : [],
    // In a separate command, because the shell stops at a value that is not set, and users must not wait for
    // that.
    ...moved ? unshown.map((name) => `${update([])} ${replaceUnshown(name)}`) : [],
    ...edited.map((draft) => putBack(stage, draft)),
    ...ours && before2.imported ? importServed(stage) : []
  ];
}
function hasOurCanary(trafficState) {
  if (trafficState.kind === "external") return trafficState.canary === "owned";
  return trafficState.kind === "split" || trafficState.open === true;
}
function restoring({ deploymentId, variables, overrides, promote: promote2 }, functions) {
  const patches = [];
  const unshown = [];
  if (promote2.deployment) {
    patches.push({ op: "replace", path: "/deploymentId", value: deploymentId });
  }
  for (const [name, value] of promote2.variables ? Object.entries(variables) : []) {
    const path = `/variables/${name}`;
    const shown2 = value === null ? null : shownValue(name, value, { functions, overrides });
    if (shown2 === null) patches.push({ op: "remove", path });
    else if (shown2 === void 0) unshown.push(name);
    else patches.push({ op: "replace", path, value: shown2 });
  }
  return { patches, unshown };
}
function replaceUnshown(variable) {
  const name = variable.replace(/\W/g, "_");
  const value = `\${BEFORE_${name}:?set it to the value of the stage variable ${name} before the release}`;
  return `"op=replace,path=/variables/${name},value=\\"${value}\\""`;
}
function importServed({ region, restApiId, stageName }) {
  const file = "served-definition.json";
  const read2 = awsCommand4("apigateway get-export", {
    region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "export-type": "oas30",
    accepts: "application/json",
    parameters: JSON.stringify({ extensions: "apigateway,authorizers" })
  });
  return [
    `${read2} ${file}`,
    awsCommand4("apigateway put-rest-api", {
      region,
      "rest-api-id": restApiId,
      mode: "overwrite",
      body: `fileb://${file}`
    })
  ];
}
function putBack({ region, restApiId }, { resourceId, method, from }) {
  return awsCommand4("apigateway update-integration", {
    region,
    "rest-api-id": restApiId,
    "resource-id": resourceId,
    "http-method": method,
    "patch-operations": patchWords2([{ op: "replace", path: "/uri", value: from }])
  });
}

// src/targets/stage/shadow-stage.ts
import {
  src_aws_call_ts__ifThere as ifThere2
} from "./release.js";
import {
  src_aws_probes_ts__inspectProbes as inspectProbes2
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError10
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt4
} from "./release.js";
import {
  src_rollout_release_ts__formatRolloutId as formatRolloutId
} from "./release.js";

// src/targets/stage/inspect-keys.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand5
} from "./functions.js";
import {
  src_base_errors_ts__known as known8
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt3
} from "./release.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";

// src/checks/route.ts
function routeParameters(route, path) {
  const pattern = segmentsOf(route);
  const given = segmentsOf(path.split("?")[0] ?? "");
  const parts = pattern.map((part) => /^\{([^}+]+)(\+)?\}$/.exec(part) ?? []);
  const isGreedy = parts.at(-1)?.[2] !== void 0;
  const fits = isGreedy ? given.length >= pattern.length : given.length === pattern.length;
  const literal = pattern.every((part, i) => parts[i]?.[1] !== void 0 || part === given[i]);
  if (!fits || !literal) return void 0;
  return Object.fromEntries(
    parts.flatMap(([, name, greedy], i) => {
      if (name === void 0) return [];
      return [[name, (greedy === void 0 ? given.slice(i, i + 1) : given.slice(i)).join("/")]];
    })
  );
}
function segmentsOf(path) {
  return path.split("/").filter((part) => part !== "");
}

// src/targets/stage/inspect-keys.ts
async function inspectKeys({ api, usagePlans, inputs }, { draft, reading }, findings) {
  const { definition, smokeNeeds, stageName } = inputs;
  const { usagePlan = "", alone = [] } = smokeNeeds ?? {};
  if (usagePlan !== "") {
    const stages = await attempt3(findings, () => usagePlans.stagesIn(usagePlan));
    if (stages && !stages.includes(stageName)) {
      findings.notes.push(
        `smoke: the usage plan ${usagePlan} does not contain the stage "${stageName}", so its API keys are not those of the stage's users`
      );
    }
    return;
  }
  const routes = await releasedRoutes(api, definition, draft, reading.state.deploymentId);
  const refused = typeof routes === "string" ? [] : alone.filter((sent) => needsKey(sent, routes));
  findings.problems.push(
    ...refused.map(
      ({ name, method, path }) => `smoke: check ${quote2(name)}: ${method} ${path} requires an API key, and the stage that is created for checks is in no usage plan, so every request would get 403; expected "usage-plan" with the ID of the key's plan, or a stage of your own (shadow-stage: existing=NAME)`
    )
  );
  if (refused.length > 0) return;
  findings.notes.push(
    ...keyNotes(
      routes,
      "shadow-stage",
      "Use a stage of your own that is in one (shadow-stage: existing=NAME), or let hooks call other routes, or the new versions themselves"
    )
  );
}
function needsKey({ method, path }, routes) {
  const fitting = routes.filter((route) => route.method === method || route.method === "ANY").filter((route) => routeParameters(route.path, path) !== void 0).sort((a, b) => rankOf(a) - rankOf(b));
  return fitting[0]?.apiKeyRequired === true;
}
function rankOf({ method, path }) {
  const open = path.split("/").filter((part) => part.startsWith("{"));
  const greedy = path.endsWith("+}") ? 100 : 0;
  return 10 * (greedy + open.length) + (method === "ANY" ? 1 : 0);
}
async function releasedRoutes(api, definition, draft, deploymentId) {
  if (definition === "draft") return draft.routes;
  try {
    return (await api.readDeployment(deploymentId)).routes;
  } catch (error) {
    return known8(error).message;
  }
}
var MOST_SHOWN4 = 5;
function keyNotes(routes, what, advice) {
  if (typeof routes === "string") {
    return [`${what}: the action could not check whether routes require an API key (${routes})`];
  }
  const keyed = routes.filter(({ apiKeyRequired }) => apiKeyRequired).map(nameOf);
  if (keyed.length === 0) return [];
  const more = keyed.length - MOST_SHOWN4;
  const names = `${keyed.slice(0, MOST_SHOWN4).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [
    `${what}: ${names} ${keyed.length === 1 ? "requires" : "require"} an API key, and a new stage is in no usage plan, so there every request gets 403. ${advice}`
  ];
}
function howToAddToPlan({ place, restApiId }, stageName) {
  const command = awsCommand5("apigateway update-usage-plan", {
    region: place.region,
    "usage-plan-id": "PLAN",
    "patch-operations": [`op=add,path=/apiStages,value=${restApiId}:${stageName}`]
  });
  return `To add it to a usage plan: ${command}`;
}

// src/targets/stage/lent-stage.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_base_command_line_ts__awsCommand as awsCommand6,
  src_base_command_line_ts__patchWords as patchWords3
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError9,
  src_base_errors_ts__MovedError as MovedError3
} from "./core.js";
import {
  src_rollout_preview_tags_ts__readPreview as readPreview
} from "./release.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState2
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf3
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec2,
  src_targets_stage_stage_record_ts__stageOf as stageOf5
} from "./core.js";
var LENT_SECONDS = 30;
function whyNotLent(name, stageName, stages) {
  const found2 = stages.find((stage) => stage.name === name);
  if (!found2) {
    return 'the API has no such stage; expected one that exists, or a name without "existing=" for one that is created';
  }
  const { state, tags } = found2;
  if (state.canary) return `it has a canary of deployment ${state.canary.deploymentId}`;
  if (readPreview(name, tags)) return "it is the preview of a pull request";
  if (readStoredState2(tags, stageCodec2).kind !== "none") return "a release to it is open";
  const other = stages.find((stage) => stage.name !== stageName && lends(stage, name));
  return other && `it is lent to the open release on the stage "${other.name}"`;
}
function lends({ tags }, name) {
  const stored = readStoredState2(tags, stageCodec2);
  if (stored.kind !== "rollout") return false;
  const { lent, shadow } = stageOf5(stored.storedRollout.record);
  return lent !== void 0 && shadow === name;
}
function lentOf({ deploymentId, variables }, wanted) {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => variableOf(variables, name) !== value
  );
  return {
    deploymentId,
    variables: Object.fromEntries(changed.map(([name]) => [name, variableOf(variables, name)]))
  };
}
async function lendStage(api, canaryDeploymentId, lent, wanted) {
  const before2 = await api.readStage();
  if (!isAsBefore(before2.state, lent)) {
    throw new MovedError3(
      `someone has changed the stage "${api.stageName}" since preflight, so it was not changed; it was to serve the new version for checks`
    );
  }
  const names = Object.keys(lent.variables);
  const { state } = await api.patchStage(`setting the stage "${api.stageName}" for checks`, [
    { op: "replace", path: "/deploymentId", value: canaryDeploymentId },
    ...names.map((name) => variablePatch(name, variableOf(wanted, name)))
  ]);
  if (!serves(state, canaryDeploymentId)) throw notAsAsked(api.stageName, state);
}
async function giveBack({ api, trust, warn }, { record, canaryDeploymentId }, lent) {
  if (canaryDeploymentId === void 0) return;
  const read2 = await ifThere(() => api.readStage());
  if (!read2) return;
  const { state } = read2;
  if (state.deploymentId === lent.deploymentId) return;
  const why = await whyNotOurs({ api, trust }, { record, canaryDeploymentId }, state);
  if (why !== void 0) {
    warn(
      `The stage "${api.stageName}" was not set back to deployment ${lent.deploymentId}: ${why}. To do so: ${backCommand(api, lent)}`
    );
    return;
  }
  const after = await api.patchStage(`setting the stage "${api.stageName}" back`, backPatch(lent));
  if (!serves(after.state, lent.deploymentId)) throw notAsAsked(api.stageName, after.state);
}
async function whyNotOurs({ api, trust }, { record, canaryDeploymentId }, { deploymentId, canary }) {
  if (canary) return `it has a canary of deployment ${canary.deploymentId} by now`;
  if (deploymentId !== canaryDeploymentId) {
    return `it serves deployment ${deploymentId} by now, which somebody else has set`;
  }
  return trust.isOwn(record) || await isSealed(api, { record, canaryDeploymentId }) ? void 0 : "only the tags of the released stage say that it was lent";
}
async function isSealed(api, { record, canaryDeploymentId }) {
  if (canaryDeploymentId === void 0) return false;
  const shown2 = await api.readDescription(canaryDeploymentId) ?? "";
  return parseSeal(shown2) === sealOf3(record);
}
function isAsBefore({ deploymentId, variables, canary }, lent) {
  const same = Object.entries(lent.variables).every(
    ([name, value]) => variableOf(variables, name) === value
  );
  return !canary && deploymentId === lent.deploymentId && same;
}
function serves({ deploymentId, canary }, wanted) {
  return deploymentId === wanted && !canary;
}
function notAsAsked(name, { deploymentId }) {
  return new KnownError9(
    `AWS did not do what was asked: the stage "${name}" serves deployment ${deploymentId}`
  );
}
function backPatch({ deploymentId, variables }) {
  return [
    { op: "replace", path: "/deploymentId", value: deploymentId },
    ...Object.entries(variables).map(([name, value]) => variablePatch(name, value))
  ];
}
function variablePatch(name, value) {
  const path = `/variables/${name}`;
  return value === null ? { op: "remove", path } : { op: "replace", path, value };
}
function backCommand({ place, restApiId, stageName }, lent) {
  return awsCommand6("apigateway update-stage", {
    region: place.region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "patch-operations": patchWords3(backPatch(lent))
  });
}

// src/targets/stage/shadow-stage.ts
import {
  src_targets_stage_stage_record_ts__shadowsOf as shadowsOf,
  src_targets_stage_stage_record_ts__stableShadowOf as stableShadowOf,
  src_targets_stage_stage_record_ts__stageOf as stageOf6
} from "./core.js";
var MARK = `${DEPLOYMENT_MARK}shadow of `;
var STAGES_PER_API = 10;
async function inspectShadow(clients, bound, facts, findings) {
  const { shadows: stages, inputs } = bound;
  const { shadowStage, stageName, smokeNeeds } = inputs;
  if (shadowStage === void 0) return void 0;
  if (shadowStage === stageName) {
    findings.problems.push(
      `shadow-stage: "${shadowStage}" is the stage that is being released; expected another name`
    );
    return void 0;
  }
  if (inputs.lendsStage) return inspectLent(clients, bound, shadowStage, findings);
  await inspectKeys(bound, facts, findings);
  const all = await attempt4(findings, () => stages.readAll());
  if (!all) return void 0;
  const names = [shadowStage, ...smokeNeeds?.stable ? [stableShadowOf(shadowStage)] : []];
  const taken = all.filter((stage) => names.includes(stage.name));
  for (const stage of taken.filter((each) => !isShadowOf(stageName, each))) {
    findings.problems.push(
      `shadow-stage: the API has a stage "${stage.name}" already, which is not the shadow of "${stageName}"; expected an unused name`
    );
  }
  await inspectProbes2(clients, [stages.probe(shadowStage)], findings);
  if (all.length + names.length - taken.length > STAGES_PER_API) {
    findings.notes.push(
      `shadow-stage: the API has ${all.length} stages, and AWS refuses more than ${STAGES_PER_API} unless the account's quota is raised`
    );
  }
  return void 0;
}
async function inspectLent(clients, { deployments, inputs }, name, findings) {
  const all = await attempt4(findings, () => deployments.readStages());
  if (!all) return void 0;
  const why = whyNotLent(name, inputs.stageName, all);
  if (why !== void 0) {
    findings.problems.push(`shadow-stage: the stage "${name}": ${why}`);
    return void 0;
  }
  const [mayPatch] = stageProbes(clients.open(API_GATEWAY), clients.place, inputs.restApiId, name);
  await inspectProbes2(clients, mayPatch ? [mayPatch] : [], findings);
  return all.find((stage) => stage.name === name)?.state;
}
function describeShadow(stageName, id, usagePlan) {
  const plan = usagePlan === void 0 ? "" : `, usage plan ${usagePlan}`;
  return `${MARK}${stageName}, ${formatRolloutId(id)}${plan}`;
}
async function leavePlan(usagePlans, usagePlan, names) {
  const there = await ifThere2(() => usagePlans.stagesIn(usagePlan)) ?? [];
  const ours = there.filter((name) => names.includes(name));
  await usagePlans.change("remove", usagePlan, ours);
}
function parseShadow(description) {
  const text = description.startsWith(MARK) ? description.slice(MARK.length) : "";
  const [, stageName, release, usagePlan] = /^([\w-]{1,128}), ([^\s,]+)(?:, usage plan ([A-Za-z0-9]{1,64}))?$/.exec(text) ?? [];
  if (stageName === void 0 || release === void 0) return void 0;
  return { stageName, release, usagePlan };
}
function isShadowOf(stageName, { description }) {
  return description.startsWith(`${MARK}${stageName}, `);
}
async function makeShadow(services, rollout, variables) {
  const { shadows, usagePlans, api, stageNamed, deployments } = services;
  const { record, canaryDeploymentId } = rollout;
  const stage = stageOf6(record);
  const { shadow, overrides, stableShadow, deploymentId, lent, usagePlan } = stage;
  if (shadow === void 0 || canaryDeploymentId === void 0) return;
  const wanted = { ...variables, ...overrides };
  if (lent) {
    const why = whyNotLent(shadow, api.stageName, await deployments.readStages());
    if (why !== void 0) throw new KnownError10(`shadow-stage: the stage "${shadow}": ${why}`);
    return lendStage(stageNamed(shadow), canaryDeploymentId, lent, wanted);
  }
  await removeShadow(services, rollout);
  const description = describeShadow(api.stageName, record.id, usagePlan);
  await shadows.create({ name: shadow, description }, canaryDeploymentId, wanted);
  if (stableShadow) {
    await shadows.create({ name: stableShadowOf(shadow), description }, deploymentId, variables);
  }
  if (usagePlan !== void 0) await usagePlans.change("add", usagePlan, shadowsOf(stage));
}
async function removeShadow({ shadows, usagePlans, api, stageNamed, trust, warn }, rollout) {
  const stage = stageOf6(rollout.record);
  if (stage.lent && stage.shadow !== void 0) {
    return giveBack({ api: stageNamed(stage.shadow), trust, warn }, rollout, stage.lent);
  }
  const names = shadowsOf(stage);
  if (names.length === 0) return;
  if (stage.usagePlan !== void 0) await leavePlan(usagePlans, stage.usagePlan, names);
  const found2 = (await shadows.readAll()).filter(({ name }) => names.includes(name));
  for (const { name, description } of found2) {
    if (!isShadowOf(api.stageName, { name, description })) {
      throw new KnownError10(`the stage "${name}" is no longer the shadow stage of this rollout`);
    }
    await shadows.remove(name);
  }
}

// src/targets/stage/stage-admission.ts
import {
  src_base_errors_ts__KnownError as KnownError11
} from "./core.js";
import {
  src_targets_seal_ts__sealOf as sealOf4
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf7
} from "./core.js";
async function admitStage(bound, { record, canaryDeploymentId }) {
  const { api, trust } = bound;
  if (trust.isOwn(record)) return;
  const seal = sealOf4(record);
  const own = canaryDeploymentId !== stageOf7(record).deploymentId ? canaryDeploymentId : void 0;
  const shown2 = own === void 0 ? "" : await api.readDescription(own) ?? "";
  if (parseSeal(shown2) !== seal) {
    throw new KnownError11(
      "only its tags say what it releases: no deployment of the API was created for it. Run command: rollback, and release again"
    );
  }
  trust.knows(seal);
}

// src/aws/deployments.ts
import {
  _aws_sdk_client_api_gateway__DeleteDeploymentCommand as DeleteDeploymentCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand,
  _aws_sdk_client_api_gateway__paginateGetDeployments as paginateGetDeployments
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call7,
  src_aws_call_ts__required as required3
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";

// src/aws/stage-calls.ts
import {
  _aws_sdk_client_api_gateway__GetStageCommand as GetStageCommand2,
  _aws_sdk_client_api_gateway__TagResourceCommand as TagResourceCommand2,
  _aws_sdk_client_api_gateway__UntagResourceCommand as UntagResourceCommand2,
  _aws_sdk_client_api_gateway__UpdateStageCommand as UpdateStageCommand2
} from "./vendor-aws.js";
import {
  src_base_without_secrets_ts__valuesToHide as valuesToHide
} from "./release.js";

// src/aws/access-log-settings.ts
function accessLogOf({
  accessLogSettings = {}
}) {
  const { destinationArn, format } = accessLogSettings;
  return destinationArn && format ? { destinationArn, format } : void 0;
}

// src/aws/cached-methods.ts
function cachedMethods({
  cacheClusterEnabled = false,
  methodSettings = {}
}) {
  if (!cacheClusterEnabled) return [];
  const cached = Object.entries(methodSettings).filter(
    // With a time to live of 0, caching is disabled.
    ([, setting]) => setting.cachingEnabled && setting.cacheTtlInSeconds !== 0
  );
  return cached.map(([key]) => inWords2(key)).sort();
}
function inWords2(key) {
  const at = key.lastIndexOf("/");
  const [path, method] = [key.slice(0, at), key.slice(at + 1)];
  if (path === "*") return "all methods";
  const unescaped = path.replaceAll("~1", "/").replaceAll("~0", "~");
  return `${method} ${unescaped.startsWith("/") ? unescaped : `/${unescaped}`}`;
}

// src/aws/stage-calls.ts
import {
  src_aws_call_ts__call as call6,
  src_aws_call_ts__required as required2
} from "./release.js";
function stageCalls({ client, place, restApiId, stageName }) {
  const path = `/restapis/${restApiId}/stages/${stageName}`;
  const resourceArn = stageArn(place, restApiId, stageName);
  const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
  return {
    readStage: async () => {
      const send = () => client.send(new GetStageCommand2({ restApiId, stageName }));
      return readingOf2(
        await call6(gatewayWords(place, `reading the stage "${stageName}"`, "GET", path), send)
      );
    },
    patchStage: async (doing, operations) => {
      const patchOperations = [...operations];
      const send = () => client.send(new UpdateStageCommand2({ restApiId, stageName, patchOperations }));
      const hides = valuesToHide(patchOperations.filter(isOfVariable).map(({ value }) => value));
      return readingOf2(await call6({ ...gatewayWords(place, doing, "PATCH", path), hides }, send));
    },
    tag: async (tags) => {
      const send = () => client.send(new TagResourceCommand2({ resourceArn, tags }));
      await call6(gatewayWords(place, "writing the tags of the stage", "PUT", tagPath), send);
    },
    untag: async (keys) => {
      if (keys.length === 0) return;
      const send = () => client.send(new UntagResourceCommand2({ resourceArn, tagKeys: [...keys] }));
      await call6(gatewayWords(place, "removing the tags of the stage", "DELETE", tagPath), send);
    }
  };
}
function isOfVariable({ path = "" }) {
  return /^\/(variables|canarySettings\/stageVariableOverrides)\//.test(path);
}
function readingOf2(stage) {
  const canary = stage.canarySettings;
  const doing = `reading the stage "${stage.stageName}"`;
  return {
    tags: stage.tags ?? {},
    cached: cachedMethods(stage),
    detailed: detailedMetrics(stage),
    accessLog: accessLogOf(stage),
    state: {
      // CreateStage requires one, and a deployment that a stage serves cannot be deleted.
      deploymentId: required2(stage.deploymentId, doing, "deploymentId"),
      variables: stage.variables ?? {},
      canary: canary && {
        deploymentId: required2(canary.deploymentId, doing, "canarySettings.deploymentId"),
        weight: required2(canary.percentTraffic, doing, "canarySettings.percentTraffic"),
        overrides: canary.stageVariableOverrides ?? {},
        useStageCache: canary.useStageCache ?? false
      }
    }
  };
}

// src/aws/deployments.ts
var PAGE_SIZE = 500;
function bindDeployments({ mode, place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, path) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}${path}`)
    }
  });
  return {
    mode,
    list: async () => {
      const doing = "listing the API's deployments";
      const pages = paginateGetDeployments({ client, pageSize: PAGE_SIZE }, { restApiId });
      const found2 = await call7(words(doing, "GET", "/deployments"), () => gather(pages));
      return found2.flatMap(({ items = [] }) => items).map(({ id, description = "", createdDate }) => ({
        id: required3(id, doing, "id"),
        description,
        createdAt: required3(createdDate, doing, "createdDate").getTime() / 1e3
      }));
    },
    readStages: async () => {
      const send = () => client.send(new GetStagesCommand({ restApiId }));
      const doing = "listing the API's stages";
      const { item = [] } = await call7(words(doing, "GET", "/stages"), send);
      return item.map((stage) => ({
        name: required3(stage.stageName, doing, "stageName"),
        description: stage.description ?? "",
        ...readingOf2(stage)
      }));
    },
    readServed: async (stages) => {
      const found2 = [];
      for (const { name } of stages) {
        found2.push(...(await readServed(client, place, restApiId, name)).integrations);
      }
      return found2;
    },
    remove: async (deploymentId) => {
      const path = `/deployments/${deploymentId}`;
      const send = () => client.send(new DeleteDeploymentCommand({ restApiId, deploymentId }));
      await call7(words(`deleting the deployment ${deploymentId}`, "DELETE", path), send);
    }
  };
}

// src/targets/stage/stage-context.ts
import {
  src_aws_functions_ts__bindFunctions as bindFunctions
} from "./functions.js";
import {
  src_aws_provisioned_ts__bindProvisioned as bindProvisioned
} from "./functions.js";
import {
  src_aws_qualifiers_ts__bindQualifiers as bindQualifiers
} from "./functions.js";

// src/aws/draft-import.ts
import {
  _aws_sdk_client_api_gateway__GetExportCommand as GetExportCommand2,
  _aws_sdk_client_api_gateway__PutRestApiCommand as PutRestApiCommand2
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call8,
  src_aws_call_ts__required as required4
} from "./release.js";
function draftImport({
  client,
  place,
  restApiId,
  stageName
}) {
  const api = `/restapis/${restApiId}`;
  const words = (doing, verb, path) => ({
    doing,
    permission: { action: `apigateway:${verb}`, resource: gatewayArn(place, path) }
  });
  return {
    exportStage: async () => {
      const doing = `reading the export of the stage "${stageName}"`;
      const exportType = "oas30";
      const parameters = { extensions: "apigateway,authorizers" };
      const asked = { restApiId, stageName, exportType, parameters, accepts: "application/json" };
      const path = `${api}/stages/${stageName}/exports/${exportType}`;
      const send = () => client.send(new GetExportCommand2(asked));
      return required4((await call8(words(doing, "GET", path), send)).body, doing, "body");
    },
    importDraft: async (body, warnings) => {
      const asked = { restApiId, mode: "overwrite", failOnWarnings: warnings === "fail" };
      const send = () => client.send(new PutRestApiCommand2({ ...asked, body }));
      const found2 = await call8(words("importing the API's draft", "PUT", api), send);
      return found2.warnings ?? [];
    }
  };
}

// src/aws/rest-api.ts
function bindRestApi({ mode, place, open }, restApiId, stageName) {
  const bound = { client: open(API_GATEWAY), place, restApiId, stageName };
  const calls = { ...stageCalls(bound), ...definitionCalls(bound), ...draftImport(bound) };
  return { mode, restApiId, stageName, place, ...calls };
}

// src/aws/shadow-stages.ts
import {
  _aws_sdk_client_api_gateway__CreateStageCommand as CreateStageCommand,
  _aws_sdk_client_api_gateway__DeleteStageCommand as DeleteStageCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand2
} from "./vendor-aws.js";
import {
  src_base_without_secrets_ts__valuesToHide as valuesToHide2
} from "./release.js";
import {
  src_aws_call_ts__call as call9,
  src_aws_call_ts__ifThere as ifThere3
} from "./release.js";
var NO_DEPLOYMENT = "canary-action-probe";
function bindShadowStages({ mode, place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, path) => ({
    doing,
    permission: {
      action: `apigateway:${verb}`,
      resource: gatewayArn(place, `/restapis/${restApiId}/stages${path}`)
    }
  });
  return {
    mode,
    readAll: async () => {
      const { item = [] } = await call9(
        words("listing the API's stages", "GET", ""),
        () => client.send(new GetStagesCommand2({ restApiId }))
      );
      return item.map(({ stageName = "", description = "" }) => ({ name: stageName, description }));
    },
    create: async ({ name, description }, deploymentId, variables) => {
      const stageName = name;
      const asked = { restApiId, stageName, deploymentId, description, variables };
      const making = words(`creating the shadow stage "${name}"`, "POST", "");
      const hides = valuesToHide2(Object.values(variables));
      await call9({ ...making, hides }, () => client.send(new CreateStageCommand(asked)));
    },
    probe: (name) => ({
      permission: words("", "POST", "").permission,
      harmless: "refusal on record",
      send: () => client.send(
        new CreateStageCommand({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT })
      )
    }),
    remove: async (name) => {
      await ifThere3(
        () => call9(
          words(`deleting the shadow stage "${name}"`, "DELETE", `/${name}`),
          () => client.send(new DeleteStageCommand({ restApiId, stageName: name }))
        )
      );
    }
  };
}

// src/aws/usage-plans.ts
import {
  _aws_sdk_client_api_gateway__GetUsagePlanCommand as GetUsagePlanCommand,
  _aws_sdk_client_api_gateway__UpdateUsagePlanCommand as UpdateUsagePlanCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call10
} from "./release.js";
function bindUsagePlans({ mode, place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, id) => gatewayWords(place, doing, verb, `/usageplans/${id}`);
  return {
    mode,
    stagesIn: async (usagePlanId) => {
      const { apiStages = [] } = await call10(
        words(`reading the usage plan ${usagePlanId}`, "GET", usagePlanId),
        () => client.send(new GetUsagePlanCommand({ usagePlanId }))
      );
      return apiStages.flatMap(
        ({ apiId, stage }) => apiId === restApiId && stage !== void 0 ? [stage] : []
      );
    },
    change: async (op, usagePlanId, stages) => {
      if (stages.length === 0) return;
      const doing = `${op === "add" ? "adding" : "removing"} stages of the usage plan ${usagePlanId}`;
      const patchOperations = stages.map((stage) => ({
        ...{ op, path: "/apiStages" },
        value: `${restApiId}:${stage}`
      }));
      await call10(
        words(doing, "PATCH", usagePlanId),
        () => client.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }))
      );
    }
  };
}

// src/targets/stage/stage-context.ts
import {
  src_aws_versions_ts__bindVersions as bindVersions
} from "./functions.js";
function bindStage(clients, inputs, trust, warn) {
  const { restApiId, stageName } = inputs;
  return {
    api: bindRestApi(clients, restApiId, stageName),
    functions: bindFunctions(clients),
    provisioned: bindProvisioned(clients),
    versions: bindVersions(clients),
    qualifiers: bindQualifiers(clients),
    deployments: bindDeployments(clients, restApiId),
    shadows: bindShadowStages(clients, restApiId),
    usagePlans: bindUsagePlans(clients, restApiId),
    stageNamed: (name) => bindRestApi(clients, restApiId, name),
    inputs,
    trust,
    seen: { trafficState: void 0 },
    made: { shadow: void 0 },
    warn
  };
}

// src/targets/stage/stage-counts.ts
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure2,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure2
} from "./release.js";
import {
  src_analysis_slow_measure_ts__isSlowMeasure as isSlowMeasure2
} from "./functions.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes4
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError12
} from "./core.js";
import {
  src_monitor_baseline_ts__readDailyTraffic as readDailyTraffic
} from "./release.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute2
} from "./release.js";

// src/targets/stage/gateway-measures.ts
import {
  src_analysis_count_table_ts__errorsOf as errorsOf,
  src_analysis_count_table_ts__incompleteIn as incompleteIn,
  src_analysis_count_table_ts__shownTogether as shownTogether2,
  src_analysis_count_table_ts__without as without2
} from "./release.js";
import {
  src_analysis_slow_measure_ts__isSlowMeasure as isSlowMeasure
} from "./functions.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes2
} from "./release.js";

// src/targets/stage/stage-series.ts
import {
  src_analysis_count_table_ts__addUp as addUp,
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS,
  src_analysis_count_table_ts__shownTogether as shownTogether,
  src_analysis_count_table_ts__without as without
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
import {
  src_monitor_counted_errors_ts__unreachedOf as unreachedOf
} from "./functions.js";
async function readTraffic(client, { apiName, stage, canary, cached }, functions, span) {
  const versions = [
    ...functions.map((f) => versionSeries(f.name, f.from)),
    ...functions.map((f) => versionSeries(f.name, f.to))
  ];
  const gateway = [...gatewaySeries(apiName, stage), ...gatewaySeries(apiName, canary)];
  const hits = cached ? [hitSeries(apiName, stage), hitSeries(apiName, canary)] : [];
  const { from, to, look } = span;
  const series = [...gateway, ...versions.flat(), ...hits];
  const values = await readMinutes(client, series, from, to, look);
  const [all, failed, canaryAll, canaryFailed, ...ofVersions] = values;
  const [stageHits, canaryHits] = cached ? values.slice(-2) : [];
  const perVersion = invocationsOf(versions.length, ofVersions);
  const ofOld = perVersion.slice(0, functions.length);
  const ofNew = perVersion.slice(functions.length);
  return {
    stage: beyondCache(shownTogether(all ?? /* @__PURE__ */ new Map(), failed ?? /* @__PURE__ */ new Map()), stageHits),
    // AWS does not document whether a canary without the cache has this metric, so a missing value is no hit.
    canary: withoutHits(
      shownTogether(canaryAll ?? /* @__PURE__ */ new Map(), canaryFailed ?? /* @__PURE__ */ new Map()),
      canaryHits
    ),
    oldVersions: addUp(ofOld),
    newVersions: addUp(ofNew),
    functions: functions.map(({ name }, i) => ({
      name,
      oldVersion: ofOld[i] ?? NO_EVENTS,
      newVersion: ofNew[i] ?? NO_EVENTS
    })),
    unreached: unreachedOf(functions, ofNew)
  };
}
function invocationSeries(versions) {
  return versions.flatMap(({ name, from }) => versionSeries(name, from));
}
function invocationsOf(count, values) {
  return Array.from({ length: count }, (_, i) => invocationsIn(values.slice(3 * i, 3 * i + 3)));
}
function invocationsIn([
  ran = /* @__PURE__ */ new Map(),
  failed = /* @__PURE__ */ new Map(),
  throttled = /* @__PURE__ */ new Map()
]) {
  return addUp([shownTogether(ran, failed), { requests: throttled, events: throttled }]);
}
var REQUESTS = { metric: "Count", statistic: "SampleCount" };
function gatewaySeries(apiName, stage) {
  return [
    gatewayMetric(apiName, stage, REQUESTS),
    gatewayMetric(apiName, stage, { metric: "5XXError", statistic: "Sum" })
  ];
}
function gatewayMetric(ApiName, Stage, { metric, statistic }, route) {
  const dimensions = {
    ApiName,
    ...route && { Method: route.method, Resource: route.resource },
    Stage
  };
  return { namespace: "AWS/ApiGateway", metric, dimensions, statistic };
}
function hitSeries(ApiName, Stage) {
  const dimensions = { ApiName, Stage };
  return { namespace: "AWS/ApiGateway", metric: "CacheHitCount", dimensions, statistic: "Sum" };
}
function beyondCache(series, hits) {
  if (!hits) return series;
  const unknown = [...series.requests.keys()].filter((minute) => !hits.has(minute));
  const incomplete = /* @__PURE__ */ new Set([...series.incomplete ?? [], ...unknown]);
  return { ...withoutHits(series, hits), ...incomplete.size > 0 && { incomplete } };
}
function withoutHits(series, hits = /* @__PURE__ */ new Map()) {
  const { requests } = without(series, { requests: hits, events: /* @__PURE__ */ new Map() });
  return { ...series, requests };
}
function slowStatistic({ milliseconds }) {
  return `TC(${milliseconds}:)`;
}
function versionSeries(FunctionName, version) {
  const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
  const shared = { namespace: "AWS/Lambda", dimensions, statistic: "Sum" };
  return [
    { ...shared, metric: "Invocations" },
    { ...shared, metric: "Errors" },
    { ...shared, metric: "Throttles" }
  ];
}

// src/targets/stage/gateway-measures.ts
function eventsOf(measure) {
  if (isSlowMeasure(measure)) {
    return { metric: "Latency", statistic: slowStatistic(measure.threshold) };
  }
  switch (measure.kind) {
    case "client-errors":
    case "route-client-errors":
      return { metric: "4XXError", statistic: "Sum" };
    case "route-errors":
      return { metric: "5XXError", statistic: "Sum" };
    default:
      return void 0;
  }
}
function routeOf2({ scope }) {
  return scope.kind === "route" ? scope : void 0;
}
async function readGatewayMeasures(client, { apiName, stage, canary }, measures, reading, traffic, span) {
  const counted = measures.filter((measure) => eventsOf(measure) !== void 0);
  const read2 = readerOf2(client, span);
  const of = (side) => (measure) => read2.eventsOf(apiName, side, measure);
  const sides = { stage: counted.map(of(stage)), canary: counted.map(of(canary)) };
  const values = await read2.all();
  const isApart = errorsOf(traffic.table).stable === reading.stage;
  const rows = counted.map((measure, i) => {
    const all = sides.stage[i]?.(values, reading.stage) ?? NONE;
    const fresh = sides.canary[i]?.(values, reading.canary) ?? NONE;
    return { measure, canary: fresh, stable: isApart ? all : without2(all, fresh), promoted: all };
  });
  return hasRoutes(rows, reading) ? rows : rows.filter(({ measure }) => !routeOf2(measure));
}
function together2(counted, events) {
  const both = shownTogether2(counted.requests, events);
  return { ...both, ...incompleteIn(counted, both) };
}
var NONE = { requests: /* @__PURE__ */ new Map(), events: /* @__PURE__ */ new Map() };
function readerOf2(client, { from, to, look }) {
  const asked = /* @__PURE__ */ new Map();
  const ask = (series) => {
    const key = JSON.stringify(series);
    const known13 = asked.get(key) ?? { at: asked.size, series };
    asked.set(key, known13);
    return known13.at;
  };
  return {
    eventsOf: (apiName, side, measure) => {
      const route = routeOf2(measure);
      const counted = eventsOf(measure);
      const events = counted && ask(gatewayMetric(apiName, side, counted, route));
      const requests = route && ask(gatewayMetric(apiName, side, REQUESTS, route));
      return (values, ofSide) => {
        const all = requests === void 0 ? ofSide : { ...NONE, requests: values[requests] ?? /* @__PURE__ */ new Map() };
        return together2(all, (events === void 0 ? void 0 : values[events]) ?? /* @__PURE__ */ new Map());
      };
    },
    all: () => readMinutes2(
      client,
      [...asked.values()].map(({ series }) => series),
      from,
      to,
      look
    )
  };
}
var ENOUGH = 20;
function hasRoutes(rows, { stage, canary }) {
  const ofRoutes = rows.filter(({ measure }) => routeOf2(measure));
  const routes = ofRoutes.filter(({ measure }) => measure.kind === ofRoutes[0]?.measure.kind);
  const seen = sumOf(routes.map((row) => row.canary));
  if (seen > 0) return true;
  const share = sumOf([canary]) / Math.max(1, sumOf([stage]));
  return share * sumOf(routes.map((row) => row.promoted)) < ENOUGH;
}
function sumOf(series) {
  let sum3 = 0;
  for (const { requests } of series) {
    requests.forEach((each) => {
      sum3 += each;
    });
  }
  return sum3;
}

// src/analysis/client-errors-measure.ts
import {
  src_analysis_counts_ts__rate as rate,
  src_analysis_counts_ts__sum as sum
} from "./release.js";
import {
  src_analysis_dispersion_ts__dispersionFor as dispersionFor
} from "./release.js";
import {
  src_analysis_errors_measure_ts__profileFor as profileFor
} from "./release.js";
import {
  src_analysis_harm_thresholds_ts__harmThresholdFor as harmThresholdFor,
  src_analysis_harm_thresholds_ts__lossHarm as lossHarm,
  src_analysis_harm_thresholds_ts__metricHarm as metricHarm
} from "./release.js";
import {
  src_analysis_measure_ts__ALL as ALL,
  src_analysis_measure_ts__measureId as measureId,
  src_analysis_measure_ts__partOf as partOf
} from "./release.js";
import {
  src_analysis_profile_ts__DEFAULT_PROFILE as DEFAULT_PROFILE
} from "./release.js";
import {
  src_analysis_series_ts__rarer as rarer
} from "./release.js";
var MATERIAL_ODDS = 1.5;
var LEAST_HARM = 0.01;
function clientErrorsMeasure(scope = ALL) {
  return {
    id: measureId("client errors", scope),
    kind: kindOf(scope),
    scope,
    budget: { parts: scope.kind === "all" ? 2 : 1, shared: true },
    ask: (counted, { falseRollbackRate, dispersion, nextWeight, sound, earlier }) => {
      const { series, worse, missing } = rarer(counted, earlier);
      const { before: before2, minutes } = series;
      const profile = sound && worse === "more" ? profileFor(minutes[0]) : DEFAULT_PROFILE;
      return {
        series,
        question: {
          source: { kind: "client-errors", ...missing && { missing }, ...partOf(scope) },
          worse,
          falseRollbackRate,
          standard: harmThresholdFor(nextWeight),
          profile: { ...profile, dispersion: dispersionFor(before2, dispersion) },
          materialRatio: materialRatio(before2, worse),
          harm: worse === "more" ? metricHarm(before2, nextWeight, LEAST_HARM) : lossHarm(before2, nextWeight),
          tellsOpposite: true
        }
      };
    }
  };
}
function kindOf(scope) {
  return scope.kind === "route" ? "route-client-errors" : "client-errors";
}
function materialRatio(before2, worse) {
  const usual = Math.min(0.5, rate(sum(before2)) || 0);
  return worse === "more" ? MATERIAL_ODDS / (1 + usual * (MATERIAL_ODDS - 1)) : MATERIAL_ODDS - usual * (MATERIAL_ODDS - 1);
}

// src/targets/stage/stage-baseline.ts
import {
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS2,
  src_analysis_count_table_ts__shownTogether as shownTogether3
} from "./release.js";
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure
} from "./release.js";
import {
  src_analysis_slow_measure_ts__slowMeasure as slowMeasure
} from "./functions.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes3
} from "./release.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf
} from "./release.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";

// src/targets/stage/route-baseline.ts
import {
  src_analysis_errors_measure_ts__routeErrorsMeasure as routeErrorsMeasure
} from "./release.js";
import {
  src_targets_stage_route_limit_ts__MOST_ROUTES as MOST_ROUTES
} from "./core.js";
function routeSeries(apiName, stageName, names, period) {
  return names.map((name) => ({ ...gatewayMetric(apiName, stageName, REQUESTS, name), period }));
}
function busiestRoutes(names, counts) {
  return names.map((name, i) => ({ name, requests: sumOf2(counts[i]?.values() ?? []) })).filter(({ requests }) => requests > 0).sort((a, b) => b.requests - a.requests).slice(0, MOST_ROUTES).map(({ name }) => name);
}
function routeMeasures(routes, compare) {
  return routes.flatMap(({ method, resource }) => [
    ...compare.includes("errors") ? [routeErrorsMeasure(method, resource)] : [],
    ...compare.includes("client-errors") ? [clientErrorsMeasure({ kind: "route", method, resource })] : []
  ]);
}
function sumOf2(values) {
  let sum3 = 0;
  for (const value of values) sum3 += value;
  return sum3;
}

// src/targets/stage/stage-baseline.ts
var HOUR = 3600;
var QUANTILES = [0.9, 0.99];
async function readBaseline(client, apiName, stageName, { startedAt, functions, compare, cached, routes }) {
  const to = startOfMinute(startedAt);
  const span = { from: to - HOUR, to };
  const served = (compare.includes("errors") ? functions : []).filter(({ from }) => from !== "");
  const wantsRoutes = !cached && (compare.includes("errors") || compare.includes("client-errors"));
  const names = wantsRoutes ? routes : [];
  const read2 = await readTogether(client, span, {
    gateway: gatewaySeries(apiName, stageName),
    hits: cached ? [hitSeries(apiName, stageName)] : [],
    quantiles: !cached && compare.includes("latency") ? quantileSeries(apiName, stageName) : [],
    invocations: invocationSeries(served),
    routes: routeSeries(apiName, stageName, names, HOUR)
  });
  const [all = NONE2, errors = NONE2] = read2.gateway;
  const [hits] = read2.hits;
  const counts = invocationsOf(served.length, read2.invocations);
  const counted = shownTogether3(all, errors);
  const measures = [
    ...compare.includes("client-errors") ? [clientErrorsMeasure()] : [],
    ...thresholdsIn(read2.quantiles).map((threshold) => slowMeasure(threshold)),
    ...routeMeasures(busiestRoutes(names, read2.routes), compare)
  ];
  const reader = readerOf2(client, span);
  const takes = measures.map((measure) => reader.eventsOf(apiName, stageName, measure));
  const values = await reader.all();
  const invoked = compare.includes("errors") ? functions : [];
  const invocations = new Map(served.map(({ name }, i) => [name, counts[i]]));
  return [
    { measure: errorsMeasure(), minutes: countsOf(beyondCache(counted, hits)) },
    ...invoked.map(({ name }) => ({
      measure: invocationsMeasure(name),
      minutes: countsOf(invocations.get(name) ?? NO_EVENTS2)
    })),
    ...measures.map((measure, i) => ({
      measure,
      minutes: countsOf(beyondCache(takes[i]?.(values, counted) ?? NO_EVENTS2, hits))
    }))
  ];
}
async function readTogether(client, { from, to }, groups) {
  const names = Object.keys(groups);
  const values = [
    ...await readMinutes3(
      client,
      names.flatMap((name) => groups[name]),
      from,
      to
    )
  ];
  const found2 = names.map((name) => [name, values.splice(0, groups[name].length)]);
  return Object.fromEntries(found2);
}
var NONE2 = /* @__PURE__ */ new Map();
function quantileSeries(apiName, stageName) {
  return ["SampleCount", ...QUANTILES.map((q) => `p${q * 100}`)].map((statistic) => ({
    ...gatewayMetric(apiName, stageName, { metric: "Latency", statistic }),
    period: HOUR
  }));
}
function thresholdsIn([samples = NONE2, ...quantiles]) {
  return QUANTILES.flatMap((quantile, i) => {
    const milliseconds = mostSampled(quantiles[i] ?? NONE2, samples);
    return milliseconds === void 0 ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
  });
}
function mostSampled(values, samples) {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}

// src/targets/stage/stage-split.ts
import {
  src_analysis_count_table_ts__addUp as addUp2,
  src_analysis_count_table_ts__incompleteIn as incompleteIn2,
  src_analysis_count_table_ts__without as without3
} from "./release.js";
import {
  src_monitor_counted_errors_ts__countedErrors as countedErrors
} from "./functions.js";
function splitCounts(raw, closedUntil, gateway = "own") {
  const { stage, canary, oldVersions, newVersions } = raw;
  if (gateway === "shared") {
    const sides2 = { canary: newVersions, stable: oldVersions, promoted: newVersions };
    return countedErrors("functions", { apart: true, sides: sides2, closedUntil });
  }
  const overlap = overlapOf(raw, closedUntil);
  if (sum2(canary.requests) === 0 && sum2(newVersions.requests) > 0) {
    const sides2 = { canary: newVersions, stable: oldVersions, promoted: stage };
    const counted = countedErrors("functions", { apart: true, sides: sides2, closedUntil });
    return overlap === "none" ? counted : { ...counted, unattributed: beyondVersions(raw) };
  }
  const stable = overlap === "whole" ? without3(stage, canary) : stage;
  const apart = overlap !== "unknown";
  const sides = { canary, stable, promoted: stage };
  return countedErrors("gateway", { apart, sides, closedUntil });
}
function beyondVersions({ stage, oldVersions, newVersions }) {
  const { requests } = stage;
  const { events } = without3(stage, addUp2([oldVersions, newVersions]));
  return { requests, events, ...incompleteIn2(stage, oldVersions, newVersions) };
}
var TOLERANCE = 0.05;
function overlapOf(raw, closedUntil) {
  const closed = ({ requests }) => sum2(requests, closedUntil);
  const stage = closed(raw.stage);
  const old = closed(raw.oldVersions);
  const all = old + closed(raw.newVersions);
  if (old === 0 || all === old) return "unknown";
  const toAll = Math.abs(stage - all);
  const toOld = Math.abs(stage - old);
  if (toAll < toOld && toAll <= TOLERANCE * all) return "whole";
  return toOld < toAll && toOld <= TOLERANCE * old ? "none" : "unknown";
}
function sum2(values, until = Number.POSITIVE_INFINITY) {
  let total = 0;
  values.forEach((value, minute) => {
    if (minute < until) total += value;
  });
  return total;
}

// src/targets/stage/stage-counts.ts
function createStageCounts(client, series) {
  const {
    stageName,
    canaryDimension: canary,
    readApiName,
    readTwins: readTwins2,
    compares,
    probed,
    readCached,
    readRoutes
  } = series;
  const dimensions = async () => ({
    apiName: await readApiName(),
    stage: stageName,
    canary,
    cached: await readCached()
  });
  let last;
  let gap = "no-traffic";
  return {
    readTraffic: async (changes2, span, closedUntil) => {
      const names = await dimensions();
      const versions = probed ? [] : changes2;
      last = await readTraffic(client, names, versions, span);
      const twins = await readTwins2();
      const isShared = twins.length > 0;
      if (isShared && versions.length === 0 && compares) {
        throw new KnownError12(sharedName(names.apiName, stageName, twins));
      }
      const gateway = isShared && versions.length > 0 ? "shared" : "own";
      const split = splitCounts(last, closedUntil, gateway);
      const traffic = names.cached ? ofBackends(split) : split;
      return versions.length > 0 ? withInvocations(traffic, last) : traffic;
    },
    readBaseline: async (startedAt, released, compare) => {
      const functions = probed ? [] : released;
      if ((await readTwins2()).length > 0 && compares) {
        return unknownHour(functions, compare);
      }
      const { apiName, cached } = await dimensions();
      const routes = await readRoutes();
      const hour = { startedAt, functions, compare, cached, routes };
      const baseline = await readBaseline(client, apiName, stageName, hour);
      gap = gapIn(baseline, cached);
      return baseline;
    },
    latencyGap: () => gap,
    readMeasures: async (baseline, traffic, span) => {
      if (!last || traffic.kind !== "counted" || traffic.source === "functions") return [];
      const measures = baseline.map(({ measure }) => measure);
      return readGatewayMeasures(client, await dimensions(), measures, last, traffic, span);
    },
    readDaily: async (now) => {
      const apiName = await readApiName();
      const daily = await readDailyTraffic(client, [gatewaySeries(apiName, stageName)], now);
      if (!daily || !await readCached()) return daily;
      return beyondHits(daily, await readHits(client, apiName, stageName, now));
    }
  };
}
function unknownHour(functions, compare) {
  const own = compare.includes("errors") ? functions : [];
  return [
    { measure: errorsMeasure2(), minutes: [] },
    ...own.map(({ name }) => ({ measure: invocationsMeasure2(name), minutes: [] }))
  ];
}
function gapIn(baseline, cached) {
  if (cached) return "cache";
  return baseline.some(({ measure }) => isSlowMeasure2(measure)) ? void 0 : "no-traffic";
}
function ofBackends(traffic) {
  const source = traffic.source === "gateway" ? "backend" : traffic.source;
  return { ...traffic, source, share: "unequal" };
}
function withInvocations(traffic, { functions, newVersions, unreached }) {
  const rows = functions.map(({ name, oldVersion, newVersion }) => {
    const sides = { canary: newVersion, stable: oldVersion, promoted: newVersion };
    return { measure: invocationsMeasure2(name), ...sides };
  });
  const table = { ...traffic.table, rows: [...traffic.table.rows, ...rows] };
  const counted = { ...traffic, unreached, table };
  return traffic.source === "functions" ? counted : { ...counted, invoked: newVersions };
}
var HOUR2 = 3600;
async function readHits(client, apiName, stage, now) {
  const to = startOfMinute2(now);
  const series = { ...hitSeries(apiName, stage), period: HOUR2 };
  const [count] = gatewaySeries(apiName, stage);
  const from = to - 24 * HOUR2;
  const [hits, requests] = await readMinutes4(
    client,
    [series, { ...count, period: HOUR2 }],
    from,
    to
  );
  const sum3 = (values) => [...values?.values() ?? []].reduce((a, b) => a + b, 0);
  return sum3(hits) / Math.max(1, sum3(requests));
}
function beyondHits(daily, hits) {
  const rest = 1 - hits;
  if (rest <= 0) return void 0;
  const { requestsPerMinute, errorRate } = daily;
  return {
    requestsPerMinute: requestsPerMinute * rest,
    errorRate: Math.min(1, errorRate / rest)
  };
}

// src/targets/stage/stage-difference.ts
import {
  src_base_errors_ts__known as known9
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
import {
  src_inputs_api_definition_ts__readDefinitionText as readDefinitionText2
} from "./core.js";
import {
  src_targets_claim_ts__quoted as quoted2
} from "./functions.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf8
} from "./core.js";
async function stageDifferences({ api, inputs }, rollout, say) {
  const settings = settingDifferences(inputs, rollout);
  const definition = await definitionDifference(api, inputs, rollout, say);
  return definition === void 0 ? settings : [...settings, definition];
}
function overrideDifferences({ overrides }, { record }) {
  const open = stageOf8(record).overrides;
  return differing(Object.keys(overrides), overrides, open);
}
function settingDifferences(inputs, { record }) {
  const open = stageOf8(record);
  const set = Object.keys(open.overrides).filter(
    (name) => !isVersionOf(open, name, record.functions)
  );
  const names = [.../* @__PURE__ */ new Set([...set, ...Object.keys(inputs.overrides)])];
  const found2 = [...differing(names, inputs.overrides, open.overrides)];
  if (promoteInWords(open.promote) !== promoteInWords(inputs.promote)) {
    found2.push(
      `promotes ${promoteInWords(open.promote)} (promote: ${promoteInWords(inputs.promote)} is requested)`
    );
  }
  if (inputs.useStageCache !== "auto" && open.useStageCache !== inputs.useStageCache) {
    found2.push(
      open.useStageCache ? "uses the stage's cache (use-stage-cache: false is requested)" : "does not use the stage's cache (use-stage-cache: true is requested)"
    );
  }
  return found2;
}
function differing(names, requested, open) {
  const other = names.filter((name) => variableOf(requested, name) !== variableOf(open, name));
  return other.length === 0 ? [] : [`has other values of the stage variable ${quoted2(other)} than stage-variable-overrides`];
}
function promoteInWords({ deployment, variables, close: close2 }) {
  const parts = { deployment, variables, close: close2 };
  const chosen = Object.entries(parts).filter(([, wanted]) => wanted);
  return chosen.map(([name]) => name).join(", ") || "nothing";
}
async function definitionDifference(api, { definition, apiDefinition }, { record, canaryDeploymentId }, say) {
  const { deploymentId, drafts } = stageOf8(record);
  if (canaryDeploymentId === void 0) return "has no deployment of its own yet";
  const open = canaryDeploymentId === deploymentId ? "deployed" : "draft";
  if (open !== definition) {
    return `releases ${open === "draft" ? "a deployment of the API's draft" : "no deployment of its own"} (definition: ${definition} is requested)`;
  }
  if (open === "deployed") return void 0;
  return await fileDifference(api, canaryDeploymentId, apiDefinition) ?? draftDifference(api, canaryDeploymentId, drafts, say);
}
async function fileDifference(api, canaryDeploymentId, file) {
  if (!file) return void 0;
  const read2 = readDefinitionText2(file);
  if ("problem" in read2) return `cannot be compared with the requested one (${read2.problem})`;
  const imported = parseFile(await api.readDescription(canaryDeploymentId) ?? "");
  return imported === fileDigest(read2.text) ? void 0 : `releases another API definition than that in api-definition ${quote3(file.path)}`;
}
async function draftDifference(api, canaryDeploymentId, drafts, say) {
  try {
    const { description } = await api.readDeployment(canaryDeploymentId);
    if (isOfEarlierVersion(description)) {
      say(
        `The open rollout was begun by an earlier version of this action, which did not record the API's draft: the deployment ${canaryDeploymentId} is not compared with it.`
      );
      return void 0;
    }
    const deployed2 = parseDraft(description);
    if (deployed2 === void 0) {
      return `serves the deployment ${canaryDeploymentId}, which cannot be compared with the API's draft, because its description has no mark of the draft`;
    }
    const now = await api.markDraft(withSide(await api.readDraft("none"), drafts, "to"));
    return deployed2 === now ? void 0 : `serves the deployment ${canaryDeploymentId}, and the API's draft has changed since that was created`;
  } catch (error) {
    return `serves the deployment ${canaryDeploymentId}, which could not be compared with the API's draft (${known9(error).message})`;
  }
}
function isOfEarlierVersion(description) {
  return description.startsWith(DEPLOYMENT_MARK) && parseSeal(description) === void 0;
}

// src/targets/stage/stage-moves.ts
import {
  src_base_errors_ts__KnownError as KnownError14,
  src_base_errors_ts__known as known10,
  src_base_errors_ts__MovedError as MovedError5
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight4
} from "./core.js";
import {
  src_targets_ownership_ts__assertOwned as assertOwned2
} from "./release.js";
import {
  src_targets_trust_ts__NOT_BEGUN as NOT_BEGUN
} from "./functions.js";

// src/targets/stage/last-seen.ts
import {
  src_base_errors_ts__KnownError as KnownError13,
  src_base_errors_ts__MovedError as MovedError4
} from "./core.js";
import {
  src_rollout_plan_ts__formatWeight as formatWeight3,
  src_rollout_plan_ts__sameWeight as sameWeight
} from "./core.js";
function assertAsSeen({ trafficState: seen }, found2) {
  if (seen?.kind !== "split") return;
  if (found2.kind === "stable")
    throw new KnownError13("someone removed the canary after the last check");
  if (found2.kind !== "split" || sameWeight(found2.weight, seen.weight)) return;
  throw new MovedError4(
    `the weight was changed outside this action after the last check: the canary has ${formatWeight3(found2.weight)} instead of ${formatWeight3(seen.weight)}`
  );
}

// src/targets/stage/patches.ts
function openPatch(record, canaryDeploymentId, weight) {
  const overrides = Object.entries(record.overrides);
  return [
    replace("/canarySettings/deploymentId", canaryDeploymentId),
    ...overrides.map(
      ([name, value]) => replace(`/canarySettings/stageVariableOverrides/${name}`, value)
    ),
    replace("/canarySettings/useStageCache", String(record.useStageCache)),
    ...weightPatch(weight)
  ];
}
function weightPatch(weight) {
  return [replace("/canarySettings/percentTraffic", String(weight))];
}
function promotePatch({ promote: promote2 }) {
  const copies = [];
  if (promote2.variables) {
    copies.push({
      op: "copy",
      from: "/canarySettings/stageVariableOverrides",
      path: "/variables"
    });
  }
  if (promote2.deployment) {
    copies.push({ op: "copy", from: "/canarySettings/deploymentId", path: "/deploymentId" });
  }
  return [...copies, replace("/canarySettings/percentTraffic", "0.0")];
}
function closePatch() {
  return [{ op: "remove", path: "/canarySettings" }];
}
function restorePatch(record) {
  const variables = Object.entries(record.variables).map(([name, value]) => {
    const path = `/variables/${name}`;
    return value === null ? { op: "remove", path } : replace(path, value);
  });
  const changed = record.promote.variables ? variables : [];
  const moved = record.promote.deployment ? [replace("/deploymentId", record.deploymentId)] : [];
  return [...moved, ...changed];
}
function replace(path, value) {
  return { op: "replace", path, value };
}

// src/targets/stage/stage-moves.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf9
} from "./core.js";
async function shift(moves, rollout, weight) {
  const { api, trust } = moves;
  const stage = stageOf9(rollout.record);
  const trafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === "promoted") {
    throw new KnownError14("the canary was already promoted, so there is nothing left to shift");
  }
  if (trafficState.kind === "stable" && !trust.isOwn(rollout.record))
    throw new MovedError5(NOT_BEGUN);
  if (trafficState.kind === "stable" && trafficState.open) await close(api);
  const patch = trafficState.kind === "stable" ? openPatch(stage, madeDeployment(rollout), weight) : weightPatch(weight);
  const { state } = await api.patchStage(`shifting ${formatWeight4(weight)} to the canary`, patch);
  const after = trafficStateOf(state, rollout);
  if (after.kind === "stable" && after.open) {
    throw new KnownError14(
      "someone removed the canary at the same moment, and AWS created an empty one from the change"
    );
  }
  if (after.kind !== "split" || Math.abs(after.weight - weight) > 5e-3) {
    throw notAsWritten(`a canary of this rollout at ${formatWeight4(weight)}`, after, state);
  }
}
async function promote(moves, rollout) {
  const { api } = moves;
  const stage = stageOf9(rollout.record);
  let trafficState = await ownedTraffic(moves, rollout);
  if (trafficState.kind === "stable") {
    await shift(moves, rollout, 0);
    trafficState = { kind: "split", weight: 0 };
  }
  if (trafficState.kind === "split") {
    const { state } = await api.patchStage("promoting the canary", promotePatch(stage));
    trafficState = trafficStateOf(state, rollout);
    if (trafficState.kind !== "promoted") {
      throw notAsWritten("the promoted deployment and variables", trafficState, state);
    }
  }
  if (trafficState.kind === "promoted" && trafficState.open && stage.promote.close)
    await close(api);
  if (stage.promote.deployment) await settleDrafts(moves, stage.drafts, "to");
}
async function close(api) {
  try {
    const { state: state2 } = await api.patchStage("closing the canary", closePatch());
    if (!state2.canary) return;
  } catch (error) {
    known10(error);
    const { state: state2 } = await api.readStage();
    if (state2.canary) throw error;
    return;
  }
  const { state } = await api.readStage();
  if (state.canary) throw new KnownError14("AWS still shows the canary after it was closed");
}
async function ownedTraffic({ api, seen }, rollout) {
  const { state, tags } = await api.readStage();
  assertOwned2(storedStateOf(api, tags), rollout.record.id);
  const trafficState = trafficStateOf(state, rollout);
  if (trafficState.kind === "external") {
    throw new KnownError14(`stopped without changing it: ${trafficState.what}`);
  }
  assertAsSeen(seen, trafficState);
  return trafficState;
}
function madeDeployment(rollout) {
  if (rollout.canaryDeploymentId !== void 0) return rollout.canaryDeploymentId;
  throw new KnownError14(
    "the canary has no deployment yet: the rollout was interrupted during preparation"
  );
}
function notAsWritten(expected, after, state) {
  const found2 = after.kind === "external" ? `${after.what} (${describeStage(state)})` : describeStage(state);
  return new KnownError14(
    `AWS accepted the change, but does not show it: expected ${expected}, found ${found2}`
  );
}

// src/targets/stage/stage-policy.ts
import {
  src_targets_iam_policy_ts__allow as allow,
  src_targets_iam_policy_ts__only as only
} from "./release.js";
import {
  src_targets_lambda_function_policy_ts__eventSourceStatement as eventSourceStatement,
  src_targets_lambda_function_policy_ts__functionStatements as functionStatements,
  src_targets_lambda_function_policy_ts__needsAtMost as needsAtMost,
  src_targets_lambda_function_policy_ts__pruneStatements as pruneStatements,
  src_targets_lambda_function_policy_ts__qualified as qualified,
  src_targets_lambda_function_policy_ts__uploadStatements as uploadStatements
} from "./functions.js";
import {
  src_targets_lambda_smoke_policy_ts__smokeStatements as smokeStatements
} from "./functions.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames
} from "./core.js";
function stagePolicy(needs, place, order) {
  const { functions, calls } = needs;
  const { role, prunes } = order;
  const readsPolicy = role === "release" || prunes || functions.some((fn) => !fn.publishes);
  return [
    ...stageStatements(needs, place, order),
    ...functionStatements(functions, {
      calls,
      versions: [
        "lambda:GetFunctionEventInvokeConfig",
        ...only(readsPolicy, "lambda:GetPolicy"),
        "lambda:GetProvisionedConcurrencyConfig"
      ],
      readsPolicies: true,
      readsNext: true,
      order
    }),
    ...smokeOfStage(needs, place),
    ...uploadStatements(functions, place),
    ...prunes ? pruneStatements(functions, ["lambda:ListTags"]) : [],
    eventSourceStatement(prunes ? functions : functions.filter(({ code: code2 }) => code2 !== void 0))
  ];
}
function stagePolicyAtMost(inputs, released, place, order) {
  const { restApiId, stageName, definition, apiDefinition } = inputs;
  const { invokePermission } = inputs;
  const needs = {
    ...{ restApiId, stageName, shadows: shadowNames(inputs), calls: [], smoke: inputs.smokeNeeds },
    lent: inputs.lendsStage ? inputs.shadowStage : void 0,
    functions: released.map((input) => needsAtMost(place, input)),
    deploys: definition === "draft",
    imports: apiDefinition !== void 0,
    readsAuthorizers: true,
    readsServed: true,
    comparesRoutes: true,
    rewrites: released.length > 0 ? ["*/methods/*"] : [],
    grants: invokePermission === "grant"
  };
  const account = `arn:${place.partition}:apigateway:${place.region}::/account`;
  return [...stagePolicy(needs, place, order), allow("LogRole", ["apigateway:GET"], [account])];
}
function smokeOfStage({ smoke, functions, restApiId, stageName, shadows, lent }, place) {
  const names = [...shadows, ...onlyNamed(lent), ...only(smoke?.stage === true, stageName)];
  return smokeStatements(
    smoke,
    functions.map(({ arn }) => arn),
    place,
    { restApiId, names }
  );
}
function stageStatements(needs, { region, partition }, { role, prunes }) {
  const { restApiId, stageName, deploys, comparesRoutes, shadows, functions, calls } = needs;
  const { usagePlan = "" } = needs.smoke ?? {};
  const arn = (path) => `arn:${partition}:apigateway:${region}::${path}`;
  const api = `/restapis/${restApiId}`;
  const [stages, deployments] = [arn(`${api}/stages`), arn(`${api}/deployments`)];
  const stage = `${stages}/${stageName}`;
  const givesBack = role === "release" && functions.some((fn) => fn.provisions);
  const own = onlyNamed(needs.lent).map((name) => `${stages}/${name}`);
  const looksAround = prunes || shadows.length > 0 || own.length > 0 || givesBack;
  const read2 = [
    arn("/restapis"),
    arn(api),
    arn(`${api}/resources`),
    ...only(!deploys && (needs.readsAuthorizers || prunes), arn(`${api}/authorizers`)),
    stage,
    ...own,
    ...only(looksAround, stages),
    ...exports(stages, needs, prunes || givesBack),
    ...only(deploys, ...DEFINITION.map((part) => arn(`${api}/${part}`))),
    ...only(comparesRoutes, `${deployments}/*`),
    ...only(prunes, deployments)
  ];
  const drafts = needs.rewrites.map((path) => arn(`${api}/resources/${path}/integration`));
  return [
    allow("Read", ["apigateway:GET"], read2),
    allow("Shift", ["apigateway:PATCH"], [stage, ...own, ...drafts]),
    allow(
      "Remember",
      ["apigateway:PUT", "apigateway:DELETE"],
      [arn(`/tags/${encodeURIComponent(stage)}`)]
    ),
    allow(
      "Make",
      ["apigateway:POST"],
      [...only(deploys, deployments), ...only(shadows.length > 0, stages)]
    ),
    allow(
      "ClearAway",
      ["apigateway:DELETE"],
      [...shadows.map((name) => `${stages}/${name}`), ...only(prunes, `${deployments}/*`)]
    ),
    allow("Import", ["apigateway:PUT"], only(needs.imports, arn(api))),
    allow(
      "AcceptKeys",
      ["apigateway:GET", "apigateway:PATCH"],
      only(usagePlan !== "", arn(`/usageplans/${usagePlan}`))
    ),
    {
      ...allow(
        "Grant",
        ["lambda:AddPermission"],
        needs.grants ? [.../* @__PURE__ */ new Set([...qualified(functions), ...calls])] : []
      ),
      Condition: { StringEquals: { "lambda:Principal": "apigateway.amazonaws.com" } }
    }
  ];
}
function onlyNamed(name) {
  return name === void 0 ? [] : [name];
}
var DEFINITION = ["models", "gatewayresponses", "authorizers", "requestvalidators"];
function exports(stages, { readsServed, stageName, functions }, ofAll) {
  if (ofAll && functions.length > 0) return [`${stages}/*/exports/*`];
  return readsServed ? [`${stages}/${stageName}/exports/*`] : [];
}

// src/targets/stage/stage-target.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf15
} from "./core.js";

// src/targets/stage/stage-report.ts
import {
  src_aws_arns_ts__placeOf as placeOf
} from "./release.js";
import {
  src_report_console_links_ts__consoleOf as consoleOf
} from "./release.js";
import {
  src_report_markdown_ts__code as code
} from "./core.js";
import {
  src_targets_lambda_function_report_ts__FUNCTION_REPORT as FUNCTION_REPORT
} from "./functions.js";
function stageReport(facts) {
  const { region, restApiId, apiName, stageName, deploymentBefore, deploymentAfter } = facts;
  return {
    region,
    label: `${apiName || restApiId}/${stageName}`,
    key: `${region}/${restApiId}/${stageName}`,
    resources: [arnOf(facts)],
    links: [linkTo(facts)],
    metrics: metricsOf(facts),
    rows: rowsOf(facts),
    ...FUNCTION_REPORT,
    countNotes: COUNT_NOTES,
    outputs: { "deployment-before": deploymentBefore, "deployment-after": deploymentAfter },
    toJSON: () => facts
  };
}
var COUNT_NOTES = {
  backend: "The stage caches answers (use-stage-cache), so only requests that reached a backend are counted, latency is not compared, and errors only roll back if they are more than three times as frequent. Use alarms or metrics for smaller regressions.",
  functions: "Counted by function version, because API Gateway has no metrics for the canary alone. A 4XX or 5XX response that a function returns is not counted by version, so client errors are not compared, and neither is latency. Set canary-metric-dimension to the dimension that your account shows, or use alarms or metrics."
};
function arnOf({ region, restApiId, stageName }) {
  return stageArn(placeOf(region), restApiId, stageName);
}
function linkTo({ region, restApiId, stageName }) {
  const id = encodeURIComponent(restApiId);
  const url = `${consoleOf(region)}/apigateway/main/apis/${id}/stages?api=${id}&region=${region}`;
  return { text: `stage ${stageName}`, url };
}
function metricsOf({
  apiName,
  stageName,
  canaryDimension
}) {
  return [stageName, canaryDimension].flatMap(
    (stage) => ["Count", "5XXError", "4XXError"].map((metric) => [
      ...["AWS/ApiGateway", metric],
      ...["ApiName", apiName, "Stage", stage]
    ])
  );
}
function rowsOf(facts) {
  const { apiName, restApiId, stageName, region, deploymentBefore, deploymentAfter } = facts;
  const api = apiName === "" ? code(restApiId) : `${code(apiName)} (${code(restApiId)})`;
  const after = deploymentAfter === "" ? "not known" : code(deploymentAfter);
  const moved = deploymentBefore === deploymentAfter ? "" : ` → ${after}`;
  return [
    ["REST API", `${api}, stage ${code(stageName)}, ${code(region)}`],
    ["Deployment", deploymentBefore && `${code(deploymentBefore)}${moved}`]
  ];
}

// src/targets/stage/stage-rollback.ts
import {
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
import {
  src_targets_ownership_ts__isOwnedByAnother as isOwnedByAnother
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf5
} from "./release.js";

// src/targets/stage/stage-provisioned.ts
import {
  src_aws_functions_ts__readArn as readArn
} from "./functions.js";
import {
  src_base_errors_ts__known as known11,
  src_base_errors_ts__orElse as orElse3
} from "./core.js";
import {
  src_targets_lambda_invoke_policy_ts__otherPrincipals as otherPrincipals
} from "./functions.js";
import {
  src_targets_lambda_read_policies_ts__readOwnPolicies as readOwnPolicies
} from "./functions.js";
import {
  src_targets_lambda_warm_up_ts__deallocate as deallocate
} from "./functions.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames2
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf11
} from "./core.js";

// src/targets/stage/stage-uses.ts
import {
  src_base_errors_ts__KnownError as KnownError15
} from "./core.js";
import {
  src_base_listed_ts__listed as listed8
} from "./core.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState3
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec3,
  src_targets_stage_stage_record_ts__stageOf as stageOf10
} from "./core.js";
function versionUses({
  restApiId,
  stageName,
  shadowStages,
  stages,
  integrations
}) {
  const views = stages.flatMap(({ state }) => viewsOf(state));
  const values = views.flatMap((variables) => Object.values(variables));
  const inVariables = values.map(versionIn2).filter((version) => version !== void 0);
  const others = stages.filter(({ name }) => name !== stageName);
  const open = openRollouts(stages).flatMap(({ record }) => record.functions);
  const reachesOf = ({ uri }, seenBy) => [{}, ...seenBy].map((variables) => ({ uri, scope: reachOf(uri, variables) }));
  const called = (functionName) => integrations.flatMap((integration) => reachesOf(integration, views)).flatMap(({ uri, scope }) => {
    if (scope.kind !== "lambda" || scope.functionName !== functionName) return [];
    const { qualifier = "" } = scope;
    return [{ qualifier, isPinned: /^\d+$/.test(qualifier) && endsIn(uri, qualifier) }];
  });
  const own = stages.filter(({ name }) => name === stageName).flatMap(({ state }) => viewsOf(state));
  const unparsed = integrations.find(
    (integration) => reachesOf(integration, own).some(({ scope }) => scope.kind === "unknown")
  );
  return {
    of: (functionName) => [
      .../* @__PURE__ */ new Set([
        ...inVariables,
        ...called(functionName).map(({ qualifier }) => qualifier),
        ...open.filter(({ name }) => name === functionName).flatMap(({ from, to }) => [from, to])
      ])
    ],
    hidden: (functionName) => {
      if (unparsed) {
        return `it is unclear what ${nameOf(unparsed)} calls (${shownUri(unparsed.uri)})`;
      }
      return others.length > 0 && called(functionName).some(({ isPinned }) => isPinned) ? `its version is pinned in the API's integrations, and what the deployments of the other stages (${listed8(others.map(({ name }) => name))}) call is unknown` : void 0;
    },
    knows: (sourceArn) => {
      const [, source] = sourceArn.split(`:${restApiId}/`);
      const stage = source?.split("/")[0];
      const ours = stage === stageName || stage !== void 0 && shadowStages.includes(stage);
      const anyStage = stage === "*" || stage === "authorizers";
      return ours || anyStage && others.length === 0;
    }
  };
}
function viewsOf({ variables, canary }) {
  return canary ? [variables, { ...variables, ...canary.overrides }] : [variables];
}
function deploymentUses(stages) {
  const served = stages.flatMap(({ state }) => [state.deploymentId, state.canary?.deploymentId]);
  const open = openRollouts(stages).flatMap(({ record, canaryDeploymentId }) => [
    stageOf10(record).deploymentId,
    canaryDeploymentId
  ]);
  return [...served, ...open].filter((id) => id !== void 0);
}
function openRollouts(stages) {
  return stages.flatMap(({ name, tags }) => {
    const stored = readStoredState3(tags, stageCodec3);
    if (stored.kind === "unreadable") {
      throw new KnownError15(
        `the stage "${name}" has stored state that cannot be read (${stored.why})`
      );
    }
    return stored.kind === "rollout" ? [stored.storedRollout] : [];
  });
}
function versionIn2(value) {
  return /(?:^|:)(\d+)$/.exec(value)?.[1];
}

// src/targets/stage/stage-provisioned.ts
async function deallocateStage(bound, record, served) {
  const isNeeded = async (name, version) => (await bound.versions.aliased(name)).includes(version) || // What was allocated only for this rollout has no other caller.
  served === "new" && await isCalled(bound, name, version);
  await deallocate(
    { provisioned: bound.provisioned, isNeeded },
    record.functions,
    stageOf11(record),
    served
  );
}
async function isCalled({ api, functions, deployments, inputs }, name, version) {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = await deployments.readServed(stages).catch(orElse3(void 0));
  if (!served) return true;
  const uses = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames2(inputs),
    // This rollout stays stored until its cleanup is complete, but no longer needs the version.
    stages: stages.map((stage) => stage.name === stageName ? { ...stage, tags: {} } : stage),
    integrations: [...served, ...(await api.readDraft()).integrations]
  });
  return uses.hidden(name) !== void 0 || uses.of(name).includes(version) || await isPermitted(functions, name, version, uses.knows);
}
async function isPermitted(functions, name, version, knows) {
  const arn = await readArn(functions, name);
  try {
    const whole = await functions.readResourcePolicy(arn);
    return otherPrincipals(await readOwnPolicies(functions, arn, version, whole), knows);
  } catch (error) {
    known11(error);
    return true;
  }
}

// src/targets/stage/stage-rollback.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf12
} from "./core.js";
function rollbackOf(bound) {
  const { api } = bound;
  const restoreImported = draftRestorer(bound);
  return {
    ...readings(bound),
    restore: async (rollout, trafficState) => {
      await restore(bound, rollout, trafficState);
      await restoreImported(rollout);
    },
    completePromotion: (rollout) => promote(bound, rollout),
    cleanUp: async (rollout, served) => {
      const { record } = rollout;
      if (served === "before") await restoreImported(rollout);
      await removeShadow(bound, rollout);
      await deallocateStage(bound, record, served);
    },
    clearState: async (last, of) => {
      const { tags } = await api.readStage();
      if (isOwnedByAnother(storedStateOf(api, tags), of)) return;
      if (last) await api.tag(lastTag(api, last));
      await api.untag(tagKeysToClear(tags, last));
    }
  };
}
function draftRestorer(bound) {
  const done = /* @__PURE__ */ new Set();
  return async (rollout) => {
    const { imported } = stageOf12(rollout.record);
    const key = sealOf5(rollout.record);
    if (!imported || done.has(key)) return;
    await restoreDraft(bound, imported, rollout);
    done.add(key);
  };
}
async function restore({ api, warn }, rollout, trafficState) {
  const stage = stageOf12(rollout.record);
  const hasOwnCanary = trafficState.kind === "external" && trafficState.canary === "owned";
  const open = trafficState.kind === "split" || "open" in trafficState && trafficState.open;
  if (open || hasOwnCanary) await close(api);
  if (trafficState.kind === "promoted") {
    await api.patchStage("restoring the previous deployment", restorePatch(stage));
  }
  const { state } = await api.readStage();
  const after = trafficStateOf(state, rollout);
  if (hasOwnCanary && after.kind === "external" && after.canary !== "owned") return;
  if (after.kind !== "stable" || after.open)
    throw notAsWritten("the stage as it was before", after, state);
  await settleDrafts({ api, warn }, stage.drafts, "from");
}

// src/targets/stage/stage-setup.ts
import {
  src_analysis_unequal_share_ts__CACHE_MARGIN as CACHE_MARGIN
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError16
} from "./core.js";
import {
  src_targets_lambda_publish_versions_ts__publishVersions as publishVersions
} from "./functions.js";
import {
  src_targets_lambda_upload_code_ts__createUploads as createUploads
} from "./functions.js";
import {
  src_targets_lambda_warm_up_ts__findWarmUps as findWarmUps,
  src_targets_lambda_warm_up_ts__warmUpVersions as warmUpVersions
} from "./functions.js";
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames3
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stableShadowOf as stableShadowOf2,
  src_targets_stage_stage_record_ts__stageOf as stageOf13
} from "./core.js";
function setUpStage(bound, stage, facts, moved) {
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(bound.functions, released);
  return {
    functions: released,
    foreseen: [
      ...stage.definition ? [importInWords(stage.definition)] : [],
      ...shadowInWords(bound.inputs)
    ],
    uploads,
    publish: (publishing) => publishVersions(bound.functions, uploads, publishing),
    longestAnswerSeconds: longestAnswerSeconds(bound.inputs, stage),
    detailedRoutes: detailedRoutes(stage.draft.routes, stage.reading.detailed).length,
    provisionedForNew: facts.reduce((sum3, { warm }) => sum3 + warm, 0),
    blindSpots: [
      ...stage.reading.cached.length > 0 ? [{ kind: "cached", ratio: CACHE_MARGIN }] : [],
      ...bound.inputs.smokeNeeds?.probes ? [{ kind: "probed-functions" }] : [],
      { kind: "masked-failures" }
    ],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) => stagePolicy(needsOf(bound, stage, facts, moved), bound.api.place, order),
    whyUnchanged: (changes2) => whyUnchanged(bound, stage, changes2),
    checkRoom: async (record, signs, findings) => {
      const warmed = Object.fromEntries(facts.map(({ input, warm }) => [input.name, warm]));
      const allocated = withAllocated(record, facts.some(({ warm }) => warm > 0) ? warmed : {});
      checkStageRoom(bound.api.stageName, stage.reading.tags, allocated, signs, findings);
    },
    storedOn: stageArnOf(bound.api),
    record: (changes2) => stageRecord(bound, stage, facts, changes2),
    prepare: async (begun, preparing) => {
      const { say, pause } = preparing;
      await checkInvokable(bound, facts, moved, begun.functions, say);
      const warmUps = await findWarmUps(bound.provisioned, begun.functions);
      const record = withAllocated(begun, warmUps);
      bound.trust.writes(record);
      if (stage.definition) say(importInWords(stage.definition));
      const rollout = await prepareCanary(bound, record, stage, bound.inputs, pause);
      await warmUpVersions(bound.provisioned, record.functions, warmUps, preparing);
      await preview(bound, stage, rollout, preparing);
      say(
        `The canary will serve deployment ${rollout.canaryDeploymentId}; it receives no traffic yet.`
      );
      return rollout;
    }
  };
}
function withAllocated(record, warmed) {
  const allocates = Object.keys(warmed).length > 0;
  return allocates ? { ...record, target: { ...stageOf13(record), warmed } } : record;
}
function needsOf({ api, inputs }, { draft }, facts, moved) {
  const pinned2 = facts.filter(({ wiring }) => wiring.kind === "pinned");
  const { definition, routeGuard } = inputs;
  const deploys = definition === "draft";
  return {
    restApiId: api.restApiId,
    stageName: api.stageName,
    functions: facts.map(({ arn, input, release, warm, durable }) => ({
      arn,
      publishes: input.version === void 0,
      code: input.code?.source,
      stores: release.version === void 0 && release.upload?.store,
      provisions: warm > 0,
      durable
    })),
    calls: [
      ...new Set(moved.map(({ arn, version }) => version === "$LATEST" ? arn : `${arn}:*`))
    ],
    deploys,
    imports: inputs.apiDefinition !== void 0,
    readsAuthorizers: draft.asked.length > 0,
    readsServed: true,
    // A deployment created by this action stores the mark of its draft.
    comparesRoutes: routeGuard === "block" || !deploys && inputs.shadowStage !== void 0 || deploys && (routeGuard === "warn" || facts.length > 0),
    rewrites: pinned2.flatMap(
      ({ wiring }) => wiring.integrations.map(({ resourceId, method }) => `${resourceId}/methods/${method}`)
    ),
    grants: inputs.invokePermission === "grant",
    shadows: shadowNames3(inputs),
    lent: inputs.lendsStage ? inputs.shadowStage : void 0,
    smoke: inputs.smokeNeeds
  };
}
async function preview(bound, { reading: { state } }, rollout, { say, pause }) {
  const { shadow, lent } = stageOf13(rollout.record);
  if (shadow === void 0) return;
  await makeShadow(bound, rollout, state.variables);
  bound.made.shadow = Promise.resolve();
  const until = lent ? ", and then what it served before" : "";
  say(`The stage "${shadow}" serves the canary for hooks and checks only${until}.`);
  if (lent) await pause(LENT_SECONDS);
}
async function whyUnchanged({ inputs }, { reading: { state }, draftIs }, changes2) {
  const overridesStand = Object.entries(inputs.overrides).every(
    ([name, value]) => variableOf(state.variables, name) === value
  );
  if (changes2.some((change) => change.from !== change.to) || !overridesStand) return void 0;
  const draftIsServed = changes2.length > 0 && draftIs === "what is served";
  if (inputs.definition === "draft" && !draftIsServed) return void 0;
  return changes2.length > 0 ? "code and configuration are the same as in the version that the stage serves" : "the stage already has these variables";
}
async function checkInvokable({ functions, api, inputs }, facts, moved, changes2, say) {
  const problems = [];
  const released = facts.flatMap(
    ({ input: { name }, sourceArns: sourceArns2 }) => changes2.filter((change) => change.name === name && change.from !== change.to).map(({ to }) => ({ functionName: name, version: to, sourceArns: sourceArns2 }))
  );
  await checkStableShadow({ functions, api, inputs }, facts, problems);
  for (const { functionName, version, sourceArns: sourceArns2 } of [...released, ...moved]) {
    for (const arns of [sourceArns2, ofShadow(sourceArns2, inputs)]) {
      const invoked = { functionName, version, sourceArns: arns };
      const missing = await ensureInvokable(functions, api, invoked, inputs.invokePermission);
      if (missing !== void 0) problems.push(missing);
    }
    if (problems.length === 0) {
      say(`API Gateway can invoke ${qualifierInWords(functionName, version)}`);
    }
  }
  if (problems.length > 0) throw new KnownError16(problems.join("\n"));
}
async function checkStableShadow({ functions, api, inputs }, facts, problems) {
  const { shadowStage, smokeNeeds, invokePermission } = inputs;
  if (shadowStage === void 0 || !smokeNeeds?.stable) return;
  for (const { release, sourceArns: sourceArns2 } of facts) {
    const arns = ofShadow(sourceArns2, { ...inputs, shadowStage: stableShadowOf2(shadowStage) });
    const invoked = { functionName: release.name, version: release.from, sourceArns: arns };
    const missing = await ensureInvokable(functions, api, invoked, invokePermission);
    if (missing !== void 0) problems.push(missing);
  }
}
function ofShadow(sourceArns2, { restApiId, stageName, shadowStage }) {
  if (shadowStage === void 0) return [];
  const partOf2 = (stage) => `:${restApiId}/${stage}/`;
  return sourceArns2.map((arn) => arn.replace(partOf2(stageName), partOf2(shadowStage)));
}
function shadowInWords(inputs) {
  const until = inputs.smokeNeeds?.canary === "until-promotion" ? "the promotion" : "the first user is served";
  if (inputs.lendsStage) {
    return [
      `your stage "${inputs.shadowStage}" serves the new version, with the variables of the release, for hooks and checks, and is set back before ${until}`
    ];
  }
  const names = shadowNames3(inputs).map((name) => `"${name}"`);
  if (names.length === 0) return [];
  return [
    names.length === 1 ? `the stage ${names} is created for hooks and checks, and removed before ${until}` : `the stages ${names.join(" and ")} are created for hooks and checks, and removed before ${until}`
  ];
}
function shadowRecord({
  shadowStage,
  smokeNeeds
}) {
  if (shadowStage === void 0) return {};
  return {
    shadow: shadowStage,
    ...smokeNeeds?.canary === "until-promotion" && { shadowStays: true },
    ...smokeNeeds?.stable && { stableShadow: true },
    ...smokeNeeds?.usagePlan && { usagePlan: smokeNeeds.usagePlan }
  };
}
function stageRecord({ inputs }, { reading: { state, cached }, mark = "", definition, lent }, facts, changes2) {
  const wirings = facts.map((fact) => fact.wiring);
  const change = canaryChange(wirings, changes2, inputs.overrides);
  if ("problems" in change) throw new KnownError16(change.problems.join("\n"));
  const names = Object.keys(change.overrides);
  return {
    kind: "stage",
    deploymentId: state.deploymentId,
    variables: Object.fromEntries(names.map((name) => [name, variableOf(state.variables, name)])),
    overrides: change.overrides,
    useStageCache: decideCache(inputs, cached).uses,
    drafts: change.drafts,
    promote: inputs.promote,
    ...definition && { imported: { before: mark, expects: definition.expects } },
    ...shadowRecord(inputs),
    ...lent && { lent: lentOf(lent, { ...state.variables, ...change.overrides }) }
  };
}

// src/targets/stage/stage-sweep.ts
import {
  src_aws_aliases_ts__bindAliases as bindAliases
} from "./functions.js";
import {
  src_targets_lambda_version_sweep_ts__sweepVersions as sweepVersions
} from "./functions.js";

// src/targets/stage/old-deployments.ts
function oldDeployments(deployments, before2, keep, inUse) {
  const used = new Set(inUse);
  const ours = deployments.filter(({ description }) => description.startsWith(DEPLOYMENT_MARK)).sort((a, b) => a.createdAt - b.createdAt);
  return ours.slice(0, Math.max(0, ours.length - keep)).filter(({ id, createdAt }) => createdAt < before2 && !used.has(id));
}

// src/targets/stage/stage-sweep.ts
import {
  src_targets_stage_stage_inputs_ts__shadowNames as shadowNames4
} from "./core.js";
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf14
} from "./core.js";
async function sweepStage(clients, { api, functions, versions, deployments, inputs }, order) {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = order.functions.length > 0 ? await deployments.readServed(stages) : [];
  const { integrations: draft } = await api.readDraft("all");
  const { readTags } = bindAliases(clients);
  const bound = { versions, functions, readTags };
  const known13 = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames4(inputs),
    stages,
    integrations: [...served, ...draft]
  });
  const swept = order.functions.length === 0 ? { leftovers: [], notes: [] } : await sweepVersions(bound, order.functions, order.keep, known13);
  const willDeploy = order.rollout === void 0 && inputs.definition === "draft";
  const keep = willDeploy ? order.keep - 1 : order.keep;
  const leftovers = await sweepDeployments(deployments, stages, { ...order, keep });
  return { ...swept, leftovers: [...swept.leftovers, ...leftovers] };
}
var MOST_AT_ONCE = 50;
async function sweepDeployments(deployments, stages, { keep, rollout }) {
  const ours = rollout ? [stageOf14(rollout.record).deploymentId, rollout.canaryDeploymentId ?? ""] : [];
  const before2 = rollout?.record.startedAt ?? Number.POSITIVE_INFINITY;
  const inUse = [...deploymentUses(stages), ...ours];
  const old = oldDeployments(await deployments.list(), before2, keep, inUse);
  return old.slice(0, MOST_AT_ONCE).map(({ id, description }) => ({
    words: `deployment ${id} (${description})`,
    remove: () => deployments.remove(id)
  }));
}

// src/targets/stage/stage-undo.ts
import {
  src_base_errors_ts__KnownError as KnownError17,
  src_base_errors_ts__MovedError as MovedError6
} from "./core.js";
import {
  src_base_listed_ts__listed as listed9
} from "./core.js";
async function findStageUndo(bound, rollbackApi, released, to) {
  const { functions, api, deployments, warn } = bound;
  const [stage, served, draft, history] = [
    await api.readStage(),
    (await api.readServed()).integrations,
    await api.readDraft(),
    await deployments.list()
  ];
  if (stage.state.canary) {
    throw new KnownError17(
      `the stage has a canary of deployment ${stage.state.canary.deploymentId}; close it first: ${closeCommand(api)}`
    );
  }
  const place = { stage, served, draft, history, released };
  const goal = goalOf(place, to);
  if (!history.some(({ id }) => id === goal.deploymentId)) {
    throw new KnownError17(
      `the deployment ${goal.deploymentId} no longer exists; ${inWords3(history)}`
    );
  }
  const wirings = Object.keys(goal.versions).map((name) => wiringOf2(place, name));
  const changes2 = wirings.map(({ functionName: name, from }) => ({
    name,
    from,
    to: goal.versions[name] ?? from
  }));
  await checkThere(functions, changes2);
  const way = wayTo({ api: rollbackApi, warn }, stage, goal, wirings, changes2);
  return {
    ...way,
    words: way.words + movedAlong(wirings, { integrations: served }, stage.state.variables)
  };
}
function goalOf(place, to) {
  switch (to.kind) {
    case "previous":
      return previous(place);
    case "deployment": {
      const found2 = place.history.find(({ id }) => id === to.id);
      const changes2 = parseDeployment(found2?.description ?? "")?.changes ?? [];
      return { deploymentId: to.id, versions: versionsOf(changes2, "to") };
    }
    case "versions":
      return byVersions(place, to.versions);
  }
}
function previous(place) {
  const { stage, history } = place;
  const { deploymentId } = stage.state;
  const served = history.find(({ id }) => id === deploymentId);
  const past = parseDeployment(served?.description ?? "");
  if (!past) {
    throw new KnownError17(
      `the deployment ${deploymentId} that is served does not say what was served before it; name a deployment or a version instead of previous: ${inWords3(history)}`
    );
  }
  for (const { name, to } of past.changes) {
    const wiring = wiringOf2(place, name);
    if (wiring.kind === "pinned" || wiring.from === to) continue;
    throw new KnownError17(
      `the deployment ${deploymentId} was created for version ${to} of "${name}", and the stage serves ${wiring.from}; name a version instead of previous`
    );
  }
  return { deploymentId: past.after, versions: versionsOf(past.changes, "from") };
}
function byVersions(place, asked) {
  const { stage, history, released } = place;
  const { "": lone, ...named } = asked;
  const only2 = released.length === 1 ? released[0]?.name : void 0;
  if (lone !== void 0 && only2 === void 0) {
    throw new KnownError17(
      `rollback-to: "${lone}" does not name its function; expected for example orders=${lone}`
    );
  }
  const versions = lone === void 0 || only2 === void 0 ? named : { ...named, [only2]: lone };
  const pinned2 = Object.keys(versions).filter((name) => wiringOf2(place, name).kind === "pinned");
  if (pinned2.length === 0) return { deploymentId: stage.state.deploymentId, versions };
  const made = [...history].sort((a, b) => b.createdAt - a.createdAt).find(({ description }) => {
    const changes2 = parseDeployment(description)?.changes ?? [];
    return pinned2.every(
      (name) => changes2.some((change) => change.name === name && change.to === versions[name])
    );
  });
  if (made) return { deploymentId: made.id, versions };
  throw new KnownError17(
    `no deployment of the API is known to have version ${listed9(pinned2.map((name) => `${versions[name]} of "${name}"`))}, which the integration names; release it with command: rollout and version, or name a deployment: ${inWords3(history)}`
  );
}
function versionsOf(changes2, side) {
  return Object.fromEntries(changes2.map((change) => [change.name, change[side]]));
}
function wiringOf2({ served, draft, stage }, name) {
  const found2 = findWiring(name, served, stage.state.variables);
  if (found2.kind !== "found") throw new KnownError17(found2.problem);
  const { wiring } = found2;
  return wiring.kind === "pinned" ? { ...wiring, integrations: pinnedIn(name, wiring.from, draft.integrations) } : wiring;
}
async function checkThere(functions, changes2) {
  for (const { name, to } of changes2) {
    if (await functions.read(name, to)) continue;
    throw new KnownError17(`version ${to} of "${name}" no longer exists, so it cannot be restored`);
  }
}
function wayTo(calls, { state }, { deploymentId, versions }, wirings, changes2) {
  const { api } = calls;
  const change = canaryChange(wirings, changes2, {});
  if ("problems" in change) throw new KnownError17(change.problems.join("\n"));
  const variables = Object.entries(change.overrides).filter(
    ([name, value]) => variableOf(state.variables, name) !== value
  );
  const moved = state.deploymentId !== deploymentId;
  const patch = [
    ...moved ? [{ op: "replace", path: "/deploymentId", value: deploymentId }] : [],
    ...variables.map(
      ([name, value]) => ({ op: "replace", path: `/variables/${name}`, value })
    )
  ];
  const isThere = (now) => now.deploymentId === deploymentId && variables.every(([name, value]) => variableOf(now.variables, name) === value);
  let tried = false;
  const checkUntouched = async () => {
    const { state: now } = await api.readStage();
    const asFound = now.deploymentId === state.deploymentId && variables.every(
      ([name]) => variableOf(now.variables, name) === variableOf(state.variables, name)
    );
    if (!asFound && !isThere(now)) {
      throw new MovedError6(`someone else changed the stage to deployment ${now.deploymentId}`);
    }
  };
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return {
    functions: changes2.map(({ name, from, to }) => ({ name, from: to, to: from })),
    words: `deployment ${deploymentId}${named.length > 0 ? ` with ${named.join(", ")}` : ""}`,
    done: patch.length === 0,
    go: async () => {
      if (tried) await checkUntouched();
      tried = true;
      if (patch.length > 0) await api.patchStage("going back", patch);
      const { state: after } = await api.readStage();
      if (!isThere(after)) {
        throw new KnownError17(
          `AWS accepted the change, but does not show it: expected deployment ${deploymentId}, found ${describeStage(after)}`
        );
      }
      await settleDrafts(calls, change.drafts, "to");
    }
  };
}
function inWords3(history) {
  if (history.length === 0) return "the API has no deployments";
  const newest = [...history].sort((a, b) => b.createdAt - a.createdAt).slice(0, 10);
  const words = newest.map(({ id, createdAt, description }) => {
    const at = new Date(createdAt * 1e3).toISOString().slice(0, 16);
    return `${id} (${at}Z${description && `, ${description.slice(0, 80)}`})`;
  });
  return `the API's history contains ${words.join(", ")}`;
}

// src/targets/stage/stage-way-in.ts
import {
  src_base_command_line_ts__awsCommand as awsCommand7
} from "./functions.js";
var HEADER = "x-canary-door";
function shadowUrl(place, { restApiId, smokeNeeds }, { shadow, lent }) {
  if (shadow === void 0) return void 0;
  const { address = "" } = smokeNeeds ?? {};
  return lent && address !== "" ? address : stageUrl(place, restApiId, shadow);
}
function stageWayIn(place, inputs, stage) {
  const { shadow, lent, usagePlan } = stage;
  const { restApiId, doorDomain } = inputs;
  if (shadow === void 0) {
    return {
      commands: [],
      notes: ["The new version has no address of its own; with door: true, it gets a stage."]
    };
  }
  return {
    url: shadowUrl(place, inputs, stage) ?? "",
    commands: doorDomain === void 0 ? [] : [ruleCommand(place.region, doorDomain, restApiId, shadow)],
    notes: [
      ...lent ? [ownNote(shadow)] : [],
      ...lent || usagePlan ? [] : [NO_KEYS],
      ...doorDomain === void 0 ? [] : [ruleNote(doorDomain)]
    ]
  };
}
var NO_KEYS = "The stage is in no usage plan, so routes that require an API key answer 403 there.";
function ownNote(shadow) {
  return `It is your own stage "${shadow}": if the API's default endpoint is off, reach it at its custom domain.`;
}
function ruleCommand(region, domain, restApiId, stage) {
  return awsCommand7("apigatewayv2 create-routing-rule", {
    region,
    "domain-name": domain,
    priority: "1",
    conditions: JSON.stringify([{ MatchHeaders: { AnyOf: [{ Header: HEADER, ValueGlob: "1" }] } }]),
    actions: JSON.stringify([
      { InvokeApi: { ApiId: restApiId, Stage: stage, StripBasePath: false } }
    ])
  });
}
function ruleNote(domain) {
  return `The command creates a routing rule: requests to ${domain} with the header "${HEADER}: 1" reach the new version, if the routing mode of the domain includes rules. Set another priority if 1 is taken and StripBasePath if the domain has base paths, and delete the rule (aws apigatewayv2 delete-routing-rule) when the release continues.`;
}

// src/targets/stage/unpromoted.ts
function unpromotedInWords({
  definition,
  overrides,
  promote: promote2
}) {
  const names = Object.keys(overrides).map((name) => `"${name}"`);
  return [
    ...definition === "draft" && !promote2.deployment ? ['promote: without "deployment" the canary serves the draft, and the promotion drops it'] : [],
    ...names.length > 0 && !promote2.variables ? [
      `promote: without "variables" the canary uses the overrides of ${names.join(", ")}, and the promotion drops them`
    ] : []
  ];
}

// src/targets/stage/stage-target.ts
function connectStage({ clients, inputs, released, ...log }) {
  const { restApiId, stageName } = inputs;
  const { place, cloudWatch } = clients.normal;
  const named = {
    functions: released.map(({ name: name2 }) => name2),
    variables: Object.keys(inputs.overrides),
    imports: inputs.apiDefinition !== void 0
  };
  const trust = createTrust((record) => beyondStage(record, named));
  const bound = bindStage(clients.normal, inputs, trust, log.warn);
  const rollback = bindStage(clients.rollback, inputs, trust, log.warn);
  const { api } = bound;
  const reads = withCodes(clients.normal, { ...bound, cloudWatch }, released);
  const name = nameOf2(api, log.say);
  const routes = routesOf2(api);
  let deploymentId = "";
  const series = seriesOf(bound, name, routes);
  const countSource = createStageCounts(cloudWatch, series);
  return {
    words: `the stage "${stageName}" of REST API ${restApiId}`,
    rollback: rollbackOf(rollback),
    countSource,
    logs: logsOf(bound, clients, released),
    knows: trust.knows,
    ...readings(bound),
    ...versionReads(bound.functions, place, reads.codes),
    inspect: async (findings) => {
      const releases = released.length > 0 ? "functions" : "no functions";
      const stage = await inspectStage(api, inputs, releases, findings);
      const facts = await inspectFunctions(reads, released, stage, findings);
      if (!stage) return void 0;
      name.is(stage.apiName);
      routes.are(stage);
      deploymentId = stage.reading.state.deploymentId;
      const moved = await inspectVariables(bound, stage, released, facts, findings);
      await inspectPermissions(clients.normal, inputs, released, facts, moved, findings);
      const lent = await inspectShadow(clients.normal, bound, stage, findings);
      checkSomething(inputs, released, findings);
      findings.notes.push(...unpromotedInWords(inputs));
      return setUpStage({ ...bound, restoring: rollback.api }, { ...stage, lent }, facts, moved);
    },
    policyAtMost: (order) => stagePolicyAtMost(inputs, released, place, order),
    differences: differencesOf(bound, log.say),
    ...storedStateCalls(api),
    admit: (rollout) => admitStage(bound, rollout),
    ...changes(bound),
    readUnknownSplit: async () => unknownCanary(stageName, await api.readStage()),
    findUndo: (to) => findStageUndo(bound, rollback.api, released, to),
    sweep: (order) => sweepStage(clients.normal, bound, order),
    ...manualCommands(api),
    closesSplit: (record) => stageOf15(record).promote.close,
    wayIn: ({ record }) => stageWayIn(place, inputs, stageOf15(record)),
    urls: ({ record }) => ({
      stageUrl: stageUrl(place, restApiId, stageName),
      shadowUrl: shadowUrl(place, inputs, stageOf15(record))
    }),
    reach: reaching(bound, place),
    describe: (snapshot2, now) => stageReport({
      ...{ kind: "stage", region: place.region, restApiId, stageName },
      apiName: name.known(),
      canaryDimension: series.canaryDimension,
      ...deploymentsOf(deploymentId, snapshot2),
      ...now === "unread" && { deploymentAfter: "" }
    })
  };
}
function reaching(bound, place) {
  return async (rollout) => {
    const { keepShadow } = await import("./targets-stage-kept-shadow.js");
    await keepShadow(bound, rollout);
    const { reachOfStage } = await import("./targets-stage-stage-reach.js");
    return reachOfStage(bound, place, rollout);
  };
}
function logsOf(bound, { normal }, [first]) {
  return lazyLogTarget(async () => {
    const { stageLogs } = await import("./targets-stage-stage-logs.js");
    const { bindLogEvents } = await import("./aws-log-events.js");
    const readAccount = async () => first ? accountOf3((await bound.functions.read(first.name))?.arn ?? "") : "";
    return stageLogs({ bound, clients: normal, logs: bindLogEvents(normal), readAccount });
  });
}
function differencesOf(bound, say) {
  return async (rollout, of) => of === "all" ? stageDifferences(bound, rollout, say) : overrideDifferences(bound.inputs, rollout);
}
function seriesOf({ api, inputs }, name, routes) {
  const { stageName, canaryDimension, compares, smokeNeeds } = inputs;
  return {
    stageName,
    canaryDimension: canaryDimension.replaceAll("{stage}", stageName),
    readApiName: name.read,
    readTwins: name.readTwins,
    compares,
    probed: smokeNeeds?.probes === true,
    readCached: readCachedOf(api, inputs),
    readRoutes: routes.read
  };
}
function nameOf2(api, say) {
  let name = "";
  let twins;
  let isUncheckedSaid = false;
  const read2 = async () => {
    name ||= (await api.readApi()).name;
    return name;
  };
  return {
    read: read2,
    /** Without them, the counts of the name are used as if they were those of this API alone. */
    readTwins: async () => {
      const apiName = await read2();
      twins ??= await api.readTwins(apiName).catch((error) => {
        const text = uncheckedName(apiName, known12(error).message);
        if (!isUncheckedSaid) say(`Warning: ${text}.`);
        isUncheckedSaid = true;
        return void 0;
      });
      return twins ?? [];
    },
    is: (found2) => {
      name = found2;
    },
    /** Empty before it is read. */
    known: () => name
  };
}
function readCachedOf(api, { compares }) {
  let cached;
  return async () => {
    cached ??= compares && (await api.readStage()).cached.length > 0;
    return cached;
  };
}
function routesOf2(api) {
  let names;
  return {
    read: async () => {
      names ??= await readNames(api).catch(orElse4([]));
      return names;
    },
    are: ({ draft, reading }) => {
      names = detailedRoutes(draft.routes, reading.detailed);
    }
  };
}
async function readNames(api) {
  const { detailed } = await api.readStage();
  if (!Object.values(detailed).includes(true)) return [];
  const { routes } = await api.readDraft("none");
  return detailedRoutes(routes, detailed);
}
function changes(bound) {
  return {
    shift: async (rollout, weight) => {
      await endPreview(bound, rollout, "shift");
      await shift(bound, rollout, weight);
    },
    promote: async (rollout) => {
      await endPreview(bound, rollout, "promotion");
      await promote(bound, rollout);
    }
  };
}
function manualCommands(api) {
  const { restApiId, stageName } = api;
  const { region } = api.place;
  const stage = { restApiId, stageName, region };
  return {
    forgetCommands: () => forgetCommands(api),
    showCommands: () => [
      awsCommand8("apigateway get-stage", {
        region,
        "rest-api-id": restApiId,
        "stage-name": stageName
      })
    ],
    repairCommands: (record, observation) => repairCommands(stage, stageOf15(record), observation, record.functions)
  };
}
function storedStateCalls(api) {
  return {
    claim: async (id) => {
      await assertStillOpen(api);
      await api.tag(ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned3(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      await api.tag(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      await assertStillOpen(api);
      await (pause ? api.tag(pauseTag(pause)) : api.untag([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned3(storedStateOf(api, (await api.readStage()).tags), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? api.tag(tag) : api.untag([APPROVED]));
    }
  };
}
async function assertStillOpen(api) {
  assertOpen(storedStateOf(api, (await api.readStage()).tags));
}
async function endPreview(bound, rollout, before2) {
  const { phase, record } = rollout;
  const { shadowStays } = stageOf15(record);
  const isOver = shadowStays ? before2 === "promotion" && phase.kind !== "baking" : phase.kind === "preparing";
  if (!isOver) return;
  await removeShadow(bound, rollout).catch(orElse4(void 0));
}
function checkSomething(inputs, released, findings) {
  const overrides = Object.keys(inputs.overrides).length;
  if (released.length === 0 && inputs.definition === "deployed" && overrides === 0) {
    findings.problems.push(
      "there is nothing to release: no functions, no stage-variable-overrides, and definition: deployed; expected at least one of them"
    );
  }
}
function deploymentsOf(before2, snapshot2) {
  if (!snapshot2) {
    return { deploymentBefore: before2, deploymentAfter: before2, canaryDeployment: "" };
  }
  const { rollout, trafficState } = snapshot2;
  const stage = stageOf15(rollout.record);
  const canaryDeployment = rollout.canaryDeploymentId ?? "";
  const moved = trafficState.kind === "promoted" && stage.promote.deployment;
  const ours = moved ? canaryDeployment : stage.deploymentId;
  return {
    deploymentBefore: stage.deploymentId,
    deploymentAfter: trafficState.kind === "external" ? trafficState.deploymentId ?? "" : ours,
    canaryDeployment
  };
}
export {
  clientErrorsMeasure as src_analysis_client_errors_measure_ts__clientErrorsMeasure,
  bindDeployments as src_aws_deployments_ts__bindDeployments,
  gatewayArn as src_aws_gateway_arns_ts__gatewayArn,
  stageUrl as src_aws_gateway_arns_ts__stageUrl,
  API_GATEWAY as src_aws_gateway_client_ts__API_GATEWAY,
  gatewayWords as src_aws_gateway_words_ts__gatewayWords,
  bindRestApi as src_aws_rest_api_ts__bindRestApi,
  bindShadowStages as src_aws_shadow_stages_ts__bindShadowStages,
  readRestApis as src_aws_twins_ts__readRestApis,
  bindUsagePlans as src_aws_usage_plans_ts__bindUsagePlans,
  routeParameters as src_checks_route_ts__routeParameters,
  unclearCalls as src_targets_stage_call_notes_ts__unclearCalls,
  canaryChange as src_targets_stage_canary_change_ts__canaryChange,
  DISABLED as src_targets_stage_default_url_ts__DISABLED,
  PRIVATE as src_targets_stage_default_url_ts__PRIVATE,
  idleOverrides as src_targets_stage_dependents_ts__idleOverrides,
  strayDependents as src_targets_stage_dependents_ts__strayDependents,
  deployDraft as src_targets_stage_draft_deployment_ts__deployDraft,
  howToAddToPlan as src_targets_stage_inspect_keys_ts__howToAddToPlan,
  keyNotes as src_targets_stage_inspect_keys_ts__keyNotes,
  releasedRoutes as src_targets_stage_inspect_keys_ts__releasedRoutes,
  LENT_SECONDS as src_targets_stage_lent_stage_ts__LENT_SECONDS,
  isSealed as src_targets_stage_lent_stage_ts__isSealed,
  movedCalls as src_targets_stage_moved_calls_ts__movedCalls,
  withResponses as src_targets_stage_released_definition_ts__withResponses,
  servedVersion as src_targets_stage_served_wiring_ts__servedVersion,
  leavePlan as src_targets_stage_shadow_stage_ts__leavePlan,
  makeShadow as src_targets_stage_shadow_stage_ts__makeShadow,
  parseShadow as src_targets_stage_shadow_stage_ts__parseShadow,
  ensureInvokable as src_targets_stage_stage_prepare_ts__ensureInvokable,
  sourceArns as src_targets_stage_stage_prepare_ts__sourceArns,
  trafficStateOf as src_targets_stage_stage_state_ts__trafficStateOf,
  variableOf as src_targets_stage_stage_state_ts__variableOf,
  connectStage as src_targets_stage_stage_target_ts__connectStage,
  shadowUrl as src_targets_stage_stage_way_in_ts__shadowUrl,
  findWiring as src_targets_stage_wiring_ts__findWiring
};
