export {
  src_action_access_ts__openAccess as openAccess
} from "./release.js";
