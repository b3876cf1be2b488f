// src/aws/gateway-client.ts
import {
  _aws_sdk_client_api_gateway__APIGatewayClient as APIGatewayClient
} from "./vendor-aws.js";
import {
  src_aws_aws_errors_ts__isLimitReached as isLimitReached,
  src_aws_aws_errors_ts__LimitError as LimitError
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
        throw new LimitError(error);
      }
    },
    { step: "finalizeRequest", name: "canaryActionLimits", priority: "low" }
  );
  return client;
}

export {
  API_GATEWAY
};
