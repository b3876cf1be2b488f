import {
  readingOf
} from "./aws-stage-calls.shared.js";
import {
  readServed
} from "./aws-stage-export.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";

// src/aws/deployments.ts
import {
  _aws_sdk_client_api_gateway__DeleteDeploymentCommand as DeleteDeploymentCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand,
  _aws_sdk_client_api_gateway__paginateGetDeployments as paginateGetDeployments
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
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
      const found = await call(words(doing, "GET", "/deployments"), () => gather(pages));
      return found.flatMap(({ items = [] }) => items).map(({ id, description = "", createdDate }) => ({
        id: required(id, doing, "id"),
        description,
        createdAt: required(createdDate, doing, "createdDate").getTime() / 1e3
      }));
    },
    readStages: async () => {
      const send = () => client.send(new GetStagesCommand({ restApiId }));
      const doing = "listing the API's stages";
      const { item = [] } = await call(words(doing, "GET", "/stages"), send);
      return item.map((stage) => ({
        name: required(stage.stageName, doing, "stageName"),
        description: stage.description ?? "",
        ...readingOf(stage)
      }));
    },
    readServed: async (stages) => {
      const found = [];
      for (const { name } of stages) {
        found.push(...(await readServed(client, place, restApiId, name)).integrations);
      }
      return found;
    },
    remove: async (deploymentId) => {
      const path = `/deployments/${deploymentId}`;
      const send = () => client.send(new DeleteDeploymentCommand({ restApiId, deploymentId }));
      await call(words(`deleting the deployment ${deploymentId}`, "DELETE", path), send);
    }
  };
}

export {
  bindDeployments
};
