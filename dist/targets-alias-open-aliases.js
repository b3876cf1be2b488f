// src/targets/alias/open-aliases.ts
import {
  src_aws_aliases_ts__bindAliases as bindAliases
} from "./functions.js";
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_aws_functions_ts__bindFunctions as bindFunctions
} from "./functions.js";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_rollout_record_ts__OWNER as OWNER
} from "./release.js";
import {
  src_targets_alias_alias_moves_ts__membersOf as membersOf
} from "./alias.js";
import {
  src_targets_alias_alias_set_ts__createAliasSet as createAliasSet,
  src_targets_alias_alias_set_ts__labelOf as labelOf
} from "./alias.js";
import {
  src_targets_alias_function_tags_ts__bindTags as bindTags,
  src_targets_alias_function_tags_ts__newTagMemory as newTagMemory,
  src_targets_alias_function_tags_ts__readTags as readTags
} from "./alias.js";
import {
  src_targets_alias_observe_aliases_ts__observeAll as observeAll
} from "./alias.js";
var FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+)$/;
function openAliases(clients) {
  const aliases = bindAliases(clients);
  const aliasSet = createAliasSet(aliases, async () => void 0);
  const memory = newTagMemory();
  const tagged = bindTags(aliases, bindFunctions(clients), memory);
  return {
    types: ["lambda:function"],
    isOf: (arn) => FUNCTION_ARN.test(arn),
    read: async (on) => {
      const name = FUNCTION_ARN.exec(on)?.[1] ?? "";
      memory.arns.set(name, on);
      const tags = await ifThere(() => tagged.tagsOf(name));
      if (tags?.[OWNER] === void 0) return void 0;
      const stored = await readTags(tagged, name, tags);
      if (stored.kind === "unreadable") {
        throw new KnownError(`its stored state cannot be read: ${stored.why}`);
      }
      if (stored.kind !== "rollout") return void 0;
      const rollout = stored.storedRollout;
      const labels = membersOf(rollout.record).map(({ ref }) => labelOf(ref));
      const more = labels.length - 1;
      return {
        on,
        label: `${labels[0] ?? name}${more > 0 ? ` and ${more} more` : ""}`,
        rollout,
        trafficState: await observeAll(aliasSet, rollout)
      };
    }
  };
}
export {
  openAliases
};
