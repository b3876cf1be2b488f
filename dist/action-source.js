export {
  src_action_source_ts__branchOf as branchOf,
  src_action_source_ts__isMergedPull as isMergedPull,
  src_action_source_ts__readSource as readSource
} from "./release.js";
