// src/aws/versions.ts
import {
  _aws_sdk_client_lambda__DeleteFunctionCommand as DeleteFunctionCommand,
  _aws_sdk_client_lambda__ListDurableExecutionsByFunctionCommand as ListDurableExecutionsByFunctionCommand,
  _aws_sdk_client_lambda__paginateListAliases as paginateListAliases,
  _aws_sdk_client_lambda__paginateListEventSourceMappings as paginateListEventSourceMappings,
  _aws_sdk_client_lambda__paginateListProvisionedConcurrencyConfigs as paginateListProvisionedConcurrencyConfigs,
  _aws_sdk_client_lambda__paginateListVersionsByFunction as paginateListVersionsByFunction
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern,
  src_aws_arns_ts__qualifierOf as qualifierOf
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
function bindVersions({ mode, place, open }) {
  const client = open(LAMBDA);
  const words = (doing, action, resource) => ({
    doing,
    permission: { action: `lambda:${action}`, resource }
  });
  const all = (doing, action, name, pages) => call(words(doing, action, functionArnPattern(place, name)), () => gather(pages));
  return {
    mode,
    list: async (name) => {
      const pages = paginateListVersionsByFunction({ client }, { FunctionName: name });
      const doing = `listing the versions of "${name}"`;
      const found = await all(doing, "ListVersionsByFunction", name, pages);
      const numbers = found.flatMap((page) => required(page.Versions, doing, "Versions")).map((v) => required(v.Version, doing, "Version"));
      return numbers.filter(isVersionNumber);
    },
    aliased: async (name) => {
      const asked = { FunctionName: name };
      const pages = paginateListAliases({ client }, asked);
      const doing = `listing the aliases of "${name}"`;
      const found = await all(doing, "ListAliases", name, pages);
      return found.flatMap((page) => required(page.Aliases, doing, "Aliases")).flatMap(versionsOf);
    },
    provisioned: async (name) => {
      const pages = paginateListProvisionedConcurrencyConfigs({ client }, { FunctionName: name });
      const doing = `listing the provisioned concurrency of "${name}"`;
      const found = await all(doing, "ListProvisionedConcurrencyConfigs", name, pages);
      const configs = found.flatMap(
        (page) => required(page.ProvisionedConcurrencyConfigs, doing, "ProvisionedConcurrencyConfigs")
      );
      return configs.map(
        ({ FunctionArn }) => qualifierOf(required(FunctionArn, doing, "FunctionArn"))
      );
    },
    readEventSources: async () => {
      const pages = paginateListEventSourceMappings({ client }, {});
      const doing = "listing the event source mappings";
      const found = await call(words(doing, "ListEventSourceMappings", "*"), () => gather(pages));
      return found.flatMap((page) => required(page.EventSourceMappings, doing, "EventSourceMappings")).map(({ FunctionArn, EventSourceArn = "", FunctionResponseTypes = [] }) => ({
        functionArn: required(FunctionArn, doing, "FunctionArn"),
        sourceArn: EventSourceArn,
        reportsItems: FunctionResponseTypes.includes("ReportBatchItemFailures")
      }));
    },
    isExecuting: async (name, version) => {
      const asked = { FunctionName: name, Qualifier: version, Statuses: ["RUNNING"] };
      const doing = `listing the durable executions of version ${version} of "${name}"`;
      const resource = functionArnPattern(place, `${name}:${version}`);
      const { DurableExecutions = [], NextMarker } = await call(
        words(doing, "ListDurableExecutionsByFunction", resource),
        () => client.send(new ListDurableExecutionsByFunctionCommand(asked))
      );
      return DurableExecutions.length > 0 || Boolean(NextMarker);
    },
    remove: async (name, version) => {
      const which = { FunctionName: name, Qualifier: version };
      const resource = functionArnPattern(place, `${name}:${version}`);
      const doing = `deleting version ${version} of "${name}"`;
      await call(
        words(doing, "DeleteFunction", resource),
        () => client.send(new DeleteFunctionCommand(which))
      );
    }
  };
}
function versionsOf({ FunctionVersion, RoutingConfig }) {
  return [
    required(FunctionVersion, "listing aliases", "FunctionVersion"),
    ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})
  ];
}
function isVersionNumber(text) {
  return /^[1-9]\d*$/.test(text);
}

export {
  bindVersions,
  isVersionNumber
};
