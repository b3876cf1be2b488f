export {
  src_action_release_step_ts__release as release
} from "./release.js";
