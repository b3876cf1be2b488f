import {
  asList,
  matchOperation,
  matchResource,
  readStatements,
  sourcesOf
} from "./targets-lambda-policy-document.shared.js";

// src/aws/qualifiers.ts
import {
  _aws_sdk_client_lambda__GetFunctionEventInvokeConfigCommand as GetFunctionEventInvokeConfigCommand,
  _aws_sdk_client_lambda__paginateListFunctionUrlConfigs as paginateListFunctionUrlConfigs
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
function bindQualifiers({ mode, place, open }) {
  const client = open(LAMBDA);
  const words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) }
  });
  return {
    mode,
    readUrlOwners: async (FunctionName) => {
      const doing = `listing the function URLs of "${FunctionName}"`;
      const pages = paginateListFunctionUrlConfigs({ client }, { FunctionName });
      const asked = words(doing, "ListFunctionUrlConfigs", FunctionName);
      const found = await call(asked, () => gather(pages));
      return found.flatMap((page) => required(page.FunctionUrlConfigs, doing, "FunctionUrlConfigs")).map(({ FunctionArn }) => required(FunctionArn, doing, "FunctionArn"));
    },
    readAsyncSettings: (FunctionName, Qualifier) => ifThere(async () => {
      const label = `${FunctionName}:${Qualifier}`;
      const doing = `reading the settings of asynchronous invocations of "${label}"`;
      const send = () => client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier }));
      return settingsOf(await call(words(doing, "GetFunctionEventInvokeConfig", label), send));
    })
  };
}
function settingsOf({
  MaximumRetryAttempts,
  MaximumEventAgeInSeconds,
  DestinationConfig
}) {
  return {
    retries: MaximumRetryAttempts,
    ageSeconds: MaximumEventAgeInSeconds,
    onSuccess: DestinationConfig?.OnSuccess?.Destination ?? "",
    onFailure: DestinationConfig?.OnFailure?.Destination ?? ""
  };
}

// src/targets/lambda/read-callers.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";

// src/targets/lambda/policy-callers.ts
import {
  src_rollout_shape_ts__isMembers as isMembers
} from "./core.js";
function permittedCallers({ arn, documents }, asFarAs) {
  const fits = (match) => match === "yes" || match === asFarAs;
  return documents.flatMap((document) => readStatements(document) ?? []).filter(
    (statement) => statement.Effect === "Allow" && fits(matchResource(statement, arn)) && INVOCATIONS.some((action) => fits(matchOperation(statement, action)))
  ).flatMap(callersOf);
}
var INVOCATIONS = ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"];
function callersOf(statement) {
  const { Principal } = statement;
  const named = isMembers(Principal) ? asList(Principal.Service) : [];
  const services = named.length > 0 ? named.map(String) : [void 0];
  const found = sourcesOf(statement);
  const sources = found.length > 0 ? found : [void 0];
  return services.flatMap((service) => sources.map((sourceArn) => ({ service, sourceArn })));
}
function describeCaller({ service, sourceArn }) {
  if (service === void 0) return "other principals";
  const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn ?? "")?.[1];
  if (api !== void 0) return `API Gateway (API ${api})`;
  return sourceArn === void 0 ? service : `${service} (${sourceArn})`;
}

// src/targets/lambda/read-callers.ts
async function optional(read) {
  try {
    return { value: await read() };
  } catch (error) {
    return { why: known(error).message };
  }
}
function valueIn(found) {
  return "value" in found ? found.value : void 0;
}
async function readCallers(functions, qualifiers, functionArn, aliases, sources) {
  const name = functionArn.split(":")[6] ?? "";
  const policies = [];
  for (const qualifier of [...aliases, "$LATEST"]) {
    policies.push(await optional(() => functions.readPolicy(name, qualifier)));
  }
  policies.push(await optional(() => functions.readResourcePolicy(functionArn)));
  const urls = await optional(() => qualifiers.readUrlOwners(name));
  const documents = policies.map(valueIn).filter((document) => document !== void 0);
  return {
    of: (called, certain) => ({
      permitted: permittedCallers({ arn: called, documents }, certain),
      sources: (valueIn(sources) ?? []).filter((each) => each.functionArn === called).map(({ sourceArn }) => sourceArn),
      hasUrl: (valueIn(urls) ?? []).includes(called)
    }),
    why: [...policies, urls].flatMap((one) => "why" in one ? [one.why] : [])
  };
}

export {
  bindQualifiers,
  describeCaller,
  optional,
  valueIn,
  readCallers
};
