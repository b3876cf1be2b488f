export {
  src_targets_alias_alias_target_ts__connectAliases as connectAliases
} from "./alias.js";
