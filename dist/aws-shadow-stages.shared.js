import {
  gatewayWords
} from "./aws-stage-export.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";

// src/aws/shadow-stages.ts
import {
  _aws_sdk_client_api_gateway__CreateStageCommand as CreateStageCommand,
  _aws_sdk_client_api_gateway__DeleteStageCommand as DeleteStageCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand
} from "./vendor-aws.js";
import {
  src_base_without_secrets_ts__valuesToHide as valuesToHide
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere
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
      const { item = [] } = await call(
        words("listing the API's stages", "GET", ""),
        () => client.send(new GetStagesCommand({ restApiId }))
      );
      return item.map(({ stageName = "", description = "" }) => ({ name: stageName, description }));
    },
    create: async ({ name, description }, deploymentId, variables) => {
      const stageName = name;
      const asked = { restApiId, stageName, deploymentId, description, variables };
      const making = words(`creating the shadow stage "${name}"`, "POST", "");
      const hides = valuesToHide(Object.values(variables));
      await call({ ...making, hides }, () => client.send(new CreateStageCommand(asked)));
    },
    probe: (name) => ({
      permission: words("", "POST", "").permission,
      harmless: "refusal on record",
      send: () => client.send(
        new CreateStageCommand({ restApiId, stageName: name, deploymentId: NO_DEPLOYMENT })
      )
    }),
    remove: async (name) => {
      await ifThere(
        () => call(
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
  src_aws_call_ts__call as call2
} from "./release.js";
function bindUsagePlans({ mode, place, open }, restApiId) {
  const client = open(API_GATEWAY);
  const words = (doing, verb, id) => gatewayWords(place, doing, verb, `/usageplans/${id}`);
  return {
    mode,
    stagesIn: async (usagePlanId) => {
      const { apiStages = [] } = await call2(
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
      await call2(
        words(doing, "PATCH", usagePlanId),
        () => client.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }))
      );
    }
  };
}

export {
  bindShadowStages,
  bindUsagePlans
};
