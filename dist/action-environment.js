export {
  src_action_environment_ts__drawRolloutId as drawRolloutId,
  src_action_environment_ts__readCodeEvent as readCodeEvent,
  src_action_environment_ts__readCommentPlace as readCommentPlace,
  src_action_environment_ts__readDeploymentPlace as readDeploymentPlace,
  src_action_environment_ts__readDestinations as readDestinations,
  src_action_environment_ts__readEventComment as readEventComment,
  src_action_environment_ts__readFollowUpPlace as readFollowUpPlace,
  src_action_environment_ts__readLacks as readLacks,
  src_action_environment_ts__readLifetimes as readLifetimes,
  src_action_environment_ts__readPull as readPull,
  src_action_environment_ts__readRolloutId as readRolloutId,
  src_action_environment_ts__readStarter as readStarter
} from "./release.js";
