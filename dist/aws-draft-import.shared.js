import {
  definitionCalls
} from "./aws-definition-calls.shared.js";
import {
  stageCalls
} from "./aws-stage-calls.shared.js";
import {
  API_GATEWAY
} from "./aws-gateway-client.shared.js";
import {
  gatewayArn
} from "./aws-gateway-arns.shared.js";

// src/aws/draft-import.ts
import {
  _aws_sdk_client_api_gateway__GetExportCommand as GetExportCommand,
  _aws_sdk_client_api_gateway__PutRestApiCommand as PutRestApiCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
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
      const send = () => client.send(new GetExportCommand(asked));
      return required((await call(words(doing, "GET", path), send)).body, doing, "body");
    },
    importDraft: async (body, warnings) => {
      const asked = { restApiId, mode: "overwrite", failOnWarnings: warnings === "fail" };
      const send = () => client.send(new PutRestApiCommand({ ...asked, body }));
      const found = await call(words("importing the API's draft", "PUT", api), send);
      return found.warnings ?? [];
    }
  };
}

// src/aws/rest-api.ts
function bindRestApi({ mode, place, open }, restApiId, stageName) {
  const bound = { client: open(API_GATEWAY), place, restApiId, stageName };
  const calls = { ...stageCalls(bound), ...definitionCalls(bound), ...draftImport(bound) };
  return { mode, restApiId, stageName, place, ...calls };
}

export {
  bindRestApi
};
