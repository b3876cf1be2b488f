import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";

// src/aws/gateway-words.ts
function gatewayWords(place, doing, verb, path) {
  return { doing, permission: { action: `apigateway:${verb}`, resource: gatewayArn(place, path) } };
}

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
  src_aws_call_ts__call as call
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

// src/aws/stage-export.ts
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
  const { body } = await call(words, () => client.send(new GetExportCommand(asked)));
  const found = definitionIn(parseJson(Buffer.from(body ?? []).toString("utf8")));
  if (typeof found !== "string") return found;
  throw new KnownError(
    `${doing}: the export could not be parsed (${found}), so it is unknown which versions its users receive`
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
    const found2 = operationsOf(path, membersOf(item));
    if (typeof found2 === "string") return found2;
    all.push(...found2);
  }
  const found = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions);
  const schemes = Object.entries(found ?? {});
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
  const shown = membersOf(extension);
  const isCustom = scheme["x-amazon-apigateway-authtype"] === "custom";
  if (shown?.type === "cognito_user_pools" || !shown && !isCustom) return NOTHING;
  const { authorizerUri, authorizerCredentials, ...rest } = shown ?? {};
  const call3 = { resourceId: "", method: "authorizer", path: `"${name}"` };
  const uri = textIn(authorizerUri) ?? "";
  const credentials = textIn(authorizerCredentials);
  return {
    ...NOTHING,
    integrations: [{ ...call3, uri, credentials, authorizerId: ANY_AUTHORIZER }],
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
    const found = operationOf(path, method, membersOf(operation) ?? {});
    if (typeof found === "string") return found;
    all.push(found);
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
  src_aws_call_ts__call as call2,
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_aws_pages_ts__readAll as readAll
} from "./release.js";
function readRestApis(client, place) {
  const resource = gatewayArn(place, "/restapis");
  const words = {
    doing: "listing the REST APIs",
    permission: { action: "apigateway:GET", resource }
  };
  return readAll(words, (from) => client.send(new GetRestApisCommand({ limit: 500, ...from })));
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
    const found = await call2(reading, () => client.send(new GetStageCommand(stage))).catch(
      // A stage that this job may not read may exist.
      (error) => !causedBy(known(error), isNotFound)
    );
    if (found) twins.push(id);
  }
  return twins;
}

export {
  readerOf,
  gatewayWords,
  requestOf,
  DEFAULT_TIMEOUT_MS,
  readServed,
  definitionIn,
  routesIn,
  readRestApis,
  readTwins
};
