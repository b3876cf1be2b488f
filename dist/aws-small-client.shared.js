// src/aws/small-client.ts
import {
  _aws_sdk_client_cloudwatch__CloudWatchClient as CloudWatchClient
} from "./vendor-aws.js";
import {
  _smithy_core_client__makeBuilder as makeBuilder
} from "./vendor-aws.js";
import {
  _smithy_core_endpoints__getEndpointPlugin as getEndpointPlugin
} from "./vendor-aws.js";
function schemasOf(namespace) {
  return {
    shape: (name, members) => [
      ...[3, namespace, name, 0],
      Object.keys(members),
      Object.values(members)
    ],
    list: (name, member) => [
      ...[1, namespace, name, 0],
      () => member
    ]
  };
}
function operationsOf(namespace, service, client) {
  const command = makeBuilder(
    {
      UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
      Endpoint: { type: "builtInParams", name: "endpoint" },
      Region: { type: "builtInParams", name: "region" },
      UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
    },
    service,
    client,
    getEndpointPlugin
  );
  return (name, input, output) => command({}, () => [], name, [9, namespace, name, 0, () => input, () => output]);
}
function clientAt(host, settings) {
  const client = new CloudWatchClient(settings);
  const endpointOf = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const endpoint = endpointOf(parameters, context);
    return parameters.Endpoint ? endpoint : { ...endpoint, url: renamed(endpoint.url, host) };
  };
  return client;
}
function renamed({ protocol, host, pathname }, name) {
  return new URL(`${protocol}//${host.replace(/^monitoring(?=[.-])/, name)}${pathname}`);
}

export {
  schemasOf,
  operationsOf,
  clientAt
};
