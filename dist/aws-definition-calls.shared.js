import {
  DEFAULT_TIMEOUT_MS,
  gatewayWords,
  readServed,
  readTwins,
  readerOf,
  requestOf
} from "./aws-stage-export.shared.js";
import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";

// src/aws/definition-calls.ts
import {
  _aws_sdk_client_api_gateway__CreateDeploymentCommand as CreateDeploymentCommand,
  _aws_sdk_client_api_gateway__GetDeploymentCommand as GetDeploymentCommand,
  _aws_sdk_client_api_gateway__GetResourcesCommand as GetResourcesCommand,
  _aws_sdk_client_api_gateway__GetRestApiCommand as GetRestApiCommand2,
  _aws_sdk_client_api_gateway__UpdateIntegrationCommand as UpdateIntegrationCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__KnownError as KnownError
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
async function readAuthorizers(client, restApiId, words) {
  const found = [];
  const turn = turnPages(words.doing);
  let position;
  do {
    const page = await call(
      words,
      () => client.send(
        new GetAuthorizersCommand({ restApiId, limit: 500, ...position && { position } })
      )
    );
    found.push(...(page.items ?? []).map(readingOf));
    position = turn(page.position);
  } while (position);
  return found;
}
function readingOf({
  authorizerUri: uri,
  authorizerCredentials: credentials,
  ...rest
}) {
  const { id = "", name = id } = rest;
  const [method, path] = ["authorizer", `"${name}"`];
  const call4 = { resourceId: "", path, method, credentials, authorizerId: id };
  return {
    id,
    integrations: uri ? [{ ...call4, uri }] : [],
    readers: readerOf(`${method} ${path}`, rest)
  };
}

// src/aws/definition-calls.ts
import {
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied,
  src_aws_aws_errors_ts__isNotFound as isNotFound
} from "./release.js";
import {
  src_aws_call_ts__call as call3,
  src_aws_call_ts__causedBy as causedBy,
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

// src/aws/definition-calls.ts
import {
  src_aws_pages_ts__turnPages as turnPages2
} from "./release.js";
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
      const found = await call3(gatewayWords(place, doing, "GET", api), send);
      return { name: found.name ?? restApiId, defaultUrl: defaultUrlOf(found) };
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
        throw new KnownError(
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
      const { description = "", apiSummary } = await call3(gatewayWords(place, doing, "GET", path), send);
      return { description, routes: routesOf(required(apiSummary, doing, "apiSummary")) };
    },
    readDescription: async (deploymentId) => {
      const path = `${api}/deployments/${deploymentId}`;
      const send = () => client.send(new GetDeploymentCommand({ restApiId, deploymentId }));
      const doing = `reading the deployment "${deploymentId}"`;
      try {
        return (await call3(gatewayWords(place, doing, "GET", path), send)).description;
      } catch (error) {
        if (!causedBy(error, (cause) => isNotFound(cause) || isAccessDenied(cause))) throw error;
        return void 0;
      }
    },
    snapshot: async (description) => {
      const send = () => client.send(new CreateDeploymentCommand({ restApiId, description }));
      const path = `${api}/deployments`;
      const doing = "creating a deployment";
      return required((await call3(gatewayWords(place, doing, "POST", path), send)).id, doing, "id");
    },
    rewriteIntegration: async (resourceId, httpMethod, uri) => {
      const patchOperations = [{ op: "replace", path: "/uri", value: uri }];
      const send = () => client.send(
        new UpdateIntegrationCommand({ restApiId, resourceId, httpMethod, patchOperations })
      );
      const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
      const doing = "rewriting an integration";
      return required((await call3(gatewayWords(place, doing, "PATCH", path), send)).uri, doing, "uri");
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
    const page = await call3(
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
        const read = methodOf(resource, method, details);
        routes.push(routeOf(read.path, method, details));
        readers.push(...read.readers);
        asked.push(...read.asked);
        integrations.push(...read.integrations);
        longest = Math.max(longest, read.answerSeconds);
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

export {
  sorted,
  definitionCalls,
  nameOf
};
