import {
  clientAt,
  operationsOf,
  schemasOf
} from "./aws-small-client.shared.js";

// src/aws/parameters.ts
import {
  src_aws_arns_ts__parameterArnPattern as parameterArnPattern
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_pages_ts__turnPages as turnPages
} from "./release.js";

// src/aws/ssm-client.ts
import {
  _aws_sdk_core_protocols__AwsJson1_1Protocol as AwsJson1_1Protocol
} from "./vendor-aws.js";
var NAMESPACE = "com.amazonaws.ssm";
var TARGET = "AmazonSSM";
var TIMESTAMP = 4;
var { shape, list } = schemasOf(NAMESPACE);
var PARAMETER = shape("Parameter", {
  ...{ ARN: 0, Type: 0, Value: 0, Version: 1, LastModifiedDate: TIMESTAMP }
});
var HISTORY = shape("ParameterHistory", { LastModifiedUser: 0, Version: 1 });
var operation = operationsOf(NAMESPACE, TARGET, "SSMClient");
var GetParameterCommand = operation(
  "GetParameter",
  shape("GetParameterRequest", { Name: 0 }),
  shape("GetParameterResult", { Parameter: () => PARAMETER })
);
var GetParameterHistoryCommand = operation(
  "GetParameterHistory",
  shape("GetParameterHistoryRequest", { Name: 0, MaxResults: 1, NextToken: 0 }),
  shape("GetParameterHistoryResult", {
    Parameters: () => list("ParameterHistoryList", HISTORY),
    NextToken: 0
  })
);
var SYSTEMS_MANAGER = {
  create: createSsmClient,
  // Both calls read, by POST.
  isRead: () => true
};
function createSsmClient(settings) {
  const client = clientAt("ssm", {
    ...settings,
    ...{ serviceId: "SSM", signingName: "ssm", protocol: AwsJson1_1Protocol },
    protocolSettings: { defaultNamespace: NAMESPACE, serviceTarget: TARGET, version: "2014-11-06" }
  });
  return client;
}

// src/aws/parameters.ts
function bindParameter({ open, place }, name) {
  const client = open(SYSTEMS_MANAGER);
  const resource = parameterArnPattern(place, name);
  const permission = (action) => ({ action: `ssm:${action}`, resource });
  const doing = `reading the SSM parameter "${name}"`;
  return {
    read: () => ifThere(async () => {
      const { Parameter } = await call(
        { doing, permission: permission("GetParameter") },
        () => client.send(new GetParameterCommand({ Name: name }))
      );
      const { Type, Value, Version, LastModifiedDate } = required(Parameter, doing, "Parameter");
      return {
        value: required(Value, doing, "Value"),
        encrypted: Type === "SecureString",
        version: required(Version, doing, "Version"),
        changedAt: LastModifiedDate && LastModifiedDate.getTime() / 1e3
      };
    }),
    readAuthor: async (version) => {
      const what = `reading the history of the SSM parameter "${name}"`;
      const turn = turnPages(what);
      let next;
      do {
        const token = next;
        const page = await call(
          { doing: what, permission: permission("GetParameterHistory") },
          () => client.send(
            new GetParameterHistoryCommand({
              ...{ Name: name, MaxResults: 50 },
              ...token && { NextToken: token }
            })
          )
        );
        const found = page.Parameters?.find((each) => each.Version === version);
        if (found) return found.LastModifiedUser;
        next = turn(page.NextToken);
      } while (next);
      return void 0;
    }
  };
}
export {
  bindParameter
};
