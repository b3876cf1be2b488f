// src/aws/account-apis.ts
import {
  _aws_sdk_client_api_gateway__GetRestApisCommand as GetRestApisCommand,
  _aws_sdk_client_api_gateway__GetStagesCommand as GetStagesCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_gateway_arns_ts__gatewayArn as gatewayArn
} from "./stage.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY
} from "./stage.js";
import {
  src_aws_pages_ts__readAll as readAll
} from "./release.js";
function bindAccountApis({ place, open }) {
  const client = open(API_GATEWAY);
  const words = (doing, path) => ({
    doing,
    permission: { action: "apigateway:GET", resource: gatewayArn(place, path) }
  });
  return {
    list: async () => {
      const doing = "listing the REST APIs";
      const apis = await readAll(
        words(doing, "/restapis"),
        (from) => client.send(new GetRestApisCommand({ limit: 500, ...from }))
      );
      return apis.map(({ id, name }) => {
        const known = required(id, doing, "id");
        return { id: known, name: name ?? known };
      });
    },
    stages: async (restApiId) => {
      const doing = `listing the stages of the REST API "${restApiId}"`;
      const { item = [] } = await call(
        words(doing, `/restapis/${restApiId}/stages`),
        () => client.send(new GetStagesCommand({ restApiId }))
      );
      return item.map(({ stageName, variables = {} }) => ({
        name: required(stageName, doing, "stageName"),
        variables
      }));
    }
  };
}

export {
  bindAccountApis
};
