// src/aws/caller-identity.ts
import {
  _aws_sdk_client_cloudwatch__CloudWatchClient as CloudWatchClient
} from "./vendor-aws.js";
import {
  _aws_sdk_core_protocols__AwsQueryProtocol as AwsQueryProtocol
} from "./vendor-aws.js";
import {
  _smithy_core_client__makeBuilder as makeBuilder
} from "./vendor-aws.js";
import {
  _smithy_core_endpoints__getEndpointPlugin as getEndpointPlugin
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_sdk_settings_ts__createPromptTransport as createPromptTransport,
  src_aws_sdk_settings_ts__readRetries as readRetries
} from "./release.js";
var NAMESPACE = "com.amazonaws.sts";
var TARGET = "AWSSecurityTokenServiceV20110615";
var ATTEMPTS = 2;
async function readCallerIdentity(region, credentials) {
  const client = createClient(region, credentials);
  const doing = "asking AWS whose credentials these are";
  try {
    const permission = { action: "sts:GetCallerIdentity", resource: "*" };
    const { Account, Arn } = await call(
      { doing, permission },
      () => client.send(new GetCallerIdentityCommand({}))
    );
    return { account: required(Account, doing, "Account"), arn: Arn ?? "" };
  } finally {
    client.destroy();
  }
}
function shape(name, members) {
  return [3, NAMESPACE, name, 0, [...members], members.map(() => 0)];
}
var command = makeBuilder(
  {
    UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
    Endpoint: { type: "builtInParams", name: "endpoint" },
    Region: { type: "builtInParams", name: "region" },
    UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
  },
  TARGET,
  "STSClient",
  getEndpointPlugin
);
var REQUEST = shape("GetCallerIdentityRequest", []);
var RESPONSE = shape("GetCallerIdentityResponse", ["UserId", "Account", "Arn"]);
var GetCallerIdentityCommand = command({}, () => [], "GetCallerIdentity", [
  ...[9, NAMESPACE, "GetCallerIdentity", 0],
  () => REQUEST,
  () => RESPONSE
]);
function createClient(region, credentials) {
  const client = new CloudWatchClient({
    region,
    ...readRetries(process.env),
    maxAttempts: ATTEMPTS,
    ...credentials && { credentials },
    customUserAgent: "canary-action/1",
    requestHandler: createPromptTransport(process.env),
    ...{ serviceId: "STS", signingName: "sts", protocol: AwsQueryProtocol },
    protocolSettings: {
      ...{ defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: "2011-06-15" },
      xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/"
    }
  });
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: addressOf(endpoint.url) };
  };
  return client;
}
function addressOf(cloudWatch) {
  const host = cloudWatch.host.replace(/^monitoring(?=[.-])/, "sts");
  return new URL(`${cloudWatch.protocol}//${host}${cloudWatch.pathname}`);
}
export {
  readCallerIdentity
};
