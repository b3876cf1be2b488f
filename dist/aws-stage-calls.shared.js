import {
  gatewayWords
} from "./aws-stage-export.shared.js";
import {
  stageArn
} from "./aws-gateway-arns.shared.js";

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

// src/aws/stage-calls.ts
import {
  _aws_sdk_client_api_gateway__GetStageCommand as GetStageCommand,
  _aws_sdk_client_api_gateway__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_api_gateway__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_api_gateway__UpdateStageCommand as UpdateStageCommand
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
  return cached.map(([key]) => inWords(key)).sort();
}
function inWords(key) {
  const at = key.lastIndexOf("/");
  const [path, method] = [key.slice(0, at), key.slice(at + 1)];
  if (path === "*") return "all methods";
  const unescaped = path.replaceAll("~1", "/").replaceAll("~0", "~");
  return `${method} ${unescaped.startsWith("/") ? unescaped : `/${unescaped}`}`;
}

// src/aws/stage-calls.ts
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
function stageCalls({ client, place, restApiId, stageName }) {
  const path = `/restapis/${restApiId}/stages/${stageName}`;
  const resourceArn = stageArn(place, restApiId, stageName);
  const tagPath = `/tags/${encodeURIComponent(resourceArn)}`;
  return {
    readStage: async () => {
      const send = () => client.send(new GetStageCommand({ restApiId, stageName }));
      return readingOf(
        await call(gatewayWords(place, `reading the stage "${stageName}"`, "GET", path), send)
      );
    },
    patchStage: async (doing, operations) => {
      const patchOperations = [...operations];
      const send = () => client.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
      const hides = valuesToHide(patchOperations.filter(isOfVariable).map(({ value }) => value));
      return readingOf(await call({ ...gatewayWords(place, doing, "PATCH", path), hides }, send));
    },
    tag: async (tags) => {
      const send = () => client.send(new TagResourceCommand({ resourceArn, tags }));
      await call(gatewayWords(place, "writing the tags of the stage", "PUT", tagPath), send);
    },
    untag: async (keys) => {
      if (keys.length === 0) return;
      const send = () => client.send(new UntagResourceCommand({ resourceArn, tagKeys: [...keys] }));
      await call(gatewayWords(place, "removing the tags of the stage", "DELETE", tagPath), send);
    }
  };
}
function isOfVariable({ path = "" }) {
  return /^\/(variables|canarySettings\/stageVariableOverrides)\//.test(path);
}
function readingOf(stage) {
  const canary = stage.canarySettings;
  const doing = `reading the stage "${stage.stageName}"`;
  return {
    tags: stage.tags ?? {},
    cached: cachedMethods(stage),
    detailed: detailedMetrics(stage),
    accessLog: accessLogOf(stage),
    state: {
      // CreateStage requires one, and a deployment that a stage serves cannot be deleted.
      deploymentId: required(stage.deploymentId, doing, "deploymentId"),
      variables: stage.variables ?? {},
      canary: canary && {
        deploymentId: required(canary.deploymentId, doing, "canarySettings.deploymentId"),
        weight: required(canary.percentTraffic, doing, "canarySettings.percentTraffic"),
        overrides: canary.stageVariableOverrides ?? {},
        useStageCache: canary.useStageCache ?? false
      }
    }
  };
}

export {
  ALL_METHODS,
  stageCalls,
  readingOf
};
