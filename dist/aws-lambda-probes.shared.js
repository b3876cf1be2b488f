// src/aws/lambda-probes.ts
import {
  _aws_sdk_client_lambda__AddPermissionCommand as AddPermissionCommand,
  _aws_sdk_client_lambda__CreateAliasCommand as CreateAliasCommand,
  _aws_sdk_client_lambda__DeleteProvisionedConcurrencyConfigCommand as DeleteProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__InvokeCommand as InvokeCommand,
  _aws_sdk_client_lambda__PublishVersionCommand as PublishVersionCommand,
  _aws_sdk_client_lambda__PutProvisionedConcurrencyConfigCommand as PutProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_lambda__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_lambda__UpdateAliasCommand as UpdateAliasCommand,
  _aws_sdk_client_lambda__UpdateFunctionCodeCommand as UpdateFunctionCodeCommand
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
var MOST_TAGS = 50;
var NO_VERSION = "999999999";
function publishProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:PublishVersion",
      resource: functionArnPattern(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(new PublishVersionCommand({ FunctionName: functionName, CodeSha256: "probe" }))
  };
}
function uploadProbe(client, place, functionName) {
  const asked = { FunctionName: functionName, ZipFile: new Uint8Array(1), DryRun: true };
  return {
    permission: {
      action: "lambda:UpdateFunctionCode",
      resource: functionArnPattern(place, functionName)
    },
    harmless: "changes nothing",
    send: () => client.send(new UpdateFunctionCodeCommand(asked))
  };
}
var TOO_MANY = Object.fromEntries(
  Array.from({ length: MOST_TAGS + 1 }, (_, i) => [`canary-action:probe-${i}`, ""])
);
function functionTagProbes(client, functionArn) {
  const Resource = functionArn;
  return [
    {
      permission: { action: "lambda:TagResource", resource: functionArn },
      harmless: "refusal on record",
      send: () => client.send(new TagResourceCommand({ Resource, Tags: TOO_MANY }))
    },
    {
      permission: { action: "lambda:UntagResource", resource: functionArn },
      harmless: "changes nothing",
      send: () => client.send(new UntagResourceCommand({ Resource, TagKeys: ["canary-action:probe"] }))
    }
  ];
}
function grantProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:AddPermission",
      resource: functionArnPattern(place, `${functionName}:*`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new AddPermissionCommand({
        FunctionName: functionName,
        Qualifier: NO_VERSION,
        StatementId: "canary-action-probe",
        Action: "lambda:InvokeFunction",
        Principal: "apigateway.amazonaws.com"
      })
    )
  };
}
function aliasProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:UpdateAlias",
      resource: functionArnPattern(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new UpdateAliasCommand({ FunctionName: functionName, Name: "canary-action-probe" })
    )
  };
}
function provisionProbes(client, place, functionName) {
  const which = { FunctionName: functionName, Qualifier: NO_VERSION };
  const resource = functionArnPattern(place, `${functionName}:*`);
  const action = (verb) => `lambda:${verb}ProvisionedConcurrencyConfig`;
  return [
    {
      permission: { action: action("Put"), resource },
      harmless: "refusal on record",
      send: () => client.send(
        new PutProvisionedConcurrencyConfigCommand({
          ...which,
          ProvisionedConcurrentExecutions: 1
        })
      )
    },
    {
      permission: { action: action("Delete"), resource },
      harmless: "refusal on record",
      send: () => client.send(new DeleteProvisionedConcurrencyConfigCommand(which))
    }
  ];
}
function createAliasProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:CreateAlias",
      resource: functionArnPattern(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new CreateAliasCommand({
        FunctionName: functionName,
        Name: "canary-action-probe",
        FunctionVersion: NO_VERSION
      })
    )
  };
}
function invokeProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:InvokeFunction",
      resource: functionArnPattern(place, `${functionName}:*`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new InvokeCommand({
        FunctionName: functionName,
        Qualifier: NO_VERSION,
        InvocationType: "DryRun"
      })
    )
  };
}

export {
  publishProbe,
  uploadProbe,
  functionTagProbes,
  grantProbe,
  aliasProbe,
  provisionProbes,
  createAliasProbe,
  invokeProbe
};
