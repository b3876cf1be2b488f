// src/aws/aliases.ts
import {
  _aws_sdk_client_lambda__CreateAliasCommand as CreateAliasCommand,
  _aws_sdk_client_lambda__DeleteAliasCommand as DeleteAliasCommand,
  _aws_sdk_client_lambda__GetAliasCommand as GetAliasCommand,
  _aws_sdk_client_lambda__ListTagsCommand as ListTagsCommand,
  _aws_sdk_client_lambda__paginateListAliases as paginateListAliases,
  _aws_sdk_client_lambda__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_lambda__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_lambda__UpdateAliasCommand as UpdateAliasCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__errorName as errorName,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_aws_errors_ts__isThereAlready as isThereAlready
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__causedBy as causedBy,
  src_aws_call_ts__ifThere as ifThere,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
function isLostRace(error) {
  return causedBy(error, (cause) => errorName(cause) === "PreconditionFailedException");
}
function isProvisionedTwice(error) {
  const names = ["InvalidParameterValueException", "ResourceConflictException"];
  return causedBy(
    error,
    (cause) => names.includes(errorName(cause)) && /provisioned/i.test(messageOf(cause))
  );
}
function bindAliases({ mode, place, open }) {
  const client = open(LAMBDA);
  const words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) }
  });
  const read = readWith(client, words);
  return {
    mode,
    read,
    names: namesWith(client, words),
    ...writes(client, words, read),
    ...tagCalls(client, words)
  };
}
function readWith(client, words) {
  return async ({ functionName, alias }) => {
    const label = `${functionName}:${alias}`;
    const send = () => client.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
    const doing = `reading the alias "${label}"`;
    return ifThere(async () => stateOf(await call(words(doing, "GetAlias", label), send)));
  };
}
function namesWith(client, words) {
  return async (functionName) => {
    const doing = `listing the aliases of "${functionName}"`;
    const pages = paginateListAliases({ client }, { FunctionName: functionName });
    const found = await call(words(doing, "ListAliases", functionName), () => gather(pages));
    return found.flatMap((page) => required(page.Aliases, doing, "Aliases")).map(({ Name }) => required(Name, doing, "Name"));
  };
}
function writes(client, words, read) {
  return {
    update: async ({ functionName, alias }, change, revisionId) => {
      const label = `${functionName}:${alias}`;
      const send = () => client.send(
        new UpdateAliasCommand({
          FunctionName: functionName,
          Name: alias,
          FunctionVersion: change.version,
          RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
          RevisionId: revisionId
        })
      );
      return stateOf(
        await call(words(`updating the alias "${label}"`, "UpdateAlias", label), send)
      );
    },
    create: async (ref, version) => {
      const { functionName, alias } = ref;
      const label = `${functionName}:${alias}`;
      const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
      try {
        const send = () => client.send(new CreateAliasCommand(asked));
        return stateOf(
          await call(words(`creating the alias "${label}"`, "CreateAlias", label), send)
        );
      } catch (error) {
        if (!causedBy(error, isThereAlready)) throw error;
        const state = await read(ref);
        if (!state) throw error;
        return state;
      }
    },
    remove: async ({ functionName, alias }) => {
      const label = `${functionName}:${alias}`;
      const send = () => client.send(new DeleteAliasCommand({ FunctionName: functionName, Name: alias }));
      await call(words(`deleting the alias "${label}"`, "DeleteAlias", label), send);
    }
  };
}
function tagCalls(client, words) {
  return {
    readTags: async (arn) => {
      const send = () => client.send(new ListTagsCommand({ Resource: arn }));
      const doing = "reading the tags of a function";
      return required((await call(words(doing, "ListTags", arn), send)).Tags, doing, "Tags");
    },
    tag: async (arn, Tags) => {
      const send = () => client.send(new TagResourceCommand({ Resource: arn, Tags: { ...Tags } }));
      await call(words("writing the tags of a function", "TagResource", arn), send);
    },
    untag: async (arn, keys) => {
      if (keys.length === 0) return;
      const send = () => client.send(new UntagResourceCommand({ Resource: arn, TagKeys: [...keys] }));
      await call(words("removing the tags of a function", "UntagResource", arn), send);
    }
  };
}
function weightsOf({ canary }) {
  return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}
function stateOf(alias) {
  const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
  const doing = `reading the alias "${alias.Name}"`;
  return {
    version: required(alias.FunctionVersion, doing, "FunctionVersion"),
    revisionId: required(alias.RevisionId, doing, "RevisionId"),
    weights: Object.fromEntries(
      Object.entries(weights).map(([version, share]) => [
        version,
        Number((share * 100).toFixed(4))
      ])
    )
  };
}

export {
  isLostRace,
  isProvisionedTwice,
  bindAliases
};
