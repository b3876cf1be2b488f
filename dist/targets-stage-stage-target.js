export {
  src_targets_stage_stage_target_ts__connectStage as connectStage
} from "./stage.js";
