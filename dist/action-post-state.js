export {
  src_action_post_state_ts__isMuted as isMuted,
  src_action_post_state_ts__restoredVariables as restoredVariables,
  src_action_post_state_ts__shortened as shortened,
  src_action_post_state_ts__stateToSave as stateToSave
} from "./release.js";
