import {
  reachedFunctions
} from "./targets-lambda-version-reach.shared.js";

// src/aws/api-kind.ts
import {
  _aws_sdk_client_api_gateway__GetRestApiCommand as GetRestApiCommand
} from "./vendor-aws.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_aws_gateway_arns_ts__gatewayArn as gatewayArn
} from "./stage.js";
import {
  src_aws_gateway_client_ts__API_GATEWAY as API_GATEWAY
} from "./stage.js";
async function readApiKind({ place, open }, apiId) {
  const words = {
    doing: `reading whether the API ${apiId} is a REST API`,
    permission: { action: "apigateway:GET", resource: gatewayArn(place, `/restapis/${apiId}`) }
  };
  const found = await ifThere(
    () => call(words, () => open(API_GATEWAY).send(new GetRestApiCommand({ restApiId: apiId })))
  );
  return found === void 0 ? "http" : "rest";
}

// src/targets/alias/alias-reach.ts
import {
  src_aws_functions_ts__bindFunctions as bindFunctions,
  src_aws_functions_ts__readArn as readArn
} from "./functions.js";
import {
  src_aws_qualifiers_ts__bindQualifiers as bindQualifiers
} from "./functions.js";
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_targets_lambda_callers_ts__callersInWords as callersInWords
} from "./functions.js";
import {
  src_targets_lambda_read_callers_ts__readCallers as readCallers
} from "./functions.js";
async function reachOfAliases(clients, { functions }, formatOf) {
  const calls = bindFunctions(clients);
  return {
    addresses: void 0,
    functions: await reachedFunctions(calls, clients.place, functions),
    formatOf
  };
}
async function readFormat(clients, functionName, alias) {
  const label = `${functionName}:${alias}`;
  const wrong = (why) => ({
    why: `the form of the event is not known${why}; expected "format" with rest, http, url or alb`
  });
  try {
    const functions = bindFunctions(clients);
    const arn = await readArn(functions, functionName);
    const callers = await readCallers(functions, bindQualifiers(clients), arn, [alias], {
      value: []
    });
    const of = callers.of(`${arn}:${alias}`, "unknown");
    const formats = new Set(await Promise.all(formatsOf(clients, of)));
    const [format, ...more] = formats;
    if (format === void 0)
      return wrong(`, because nothing that AWS shows calls ${label} with requests`);
    return more.length === 0 ? { format } : wrong(`, because ${label} is called in several ways (${listed(callersInWords(of))})`);
  } catch (error) {
    return wrong(`: ${known(error).message}`);
  }
}
function formatsOf(clients, { permitted, hasUrl }) {
  const services = permitted.flatMap(
    ({ service, sourceArn = "" }) => {
      if (service === "elasticloadbalancing.amazonaws.com") return ["alb"];
      const [, apiId] = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn) ?? [];
      return service === "apigateway.amazonaws.com" && apiId ? [readApiKind(clients, apiId)] : [];
    }
  );
  return [...services, ...hasUrl ? ["url"] : []];
}
export {
  reachOfAliases,
  readFormat
};
