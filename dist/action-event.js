export {
  src_action_event_ts__readEvent as readEvent
} from "./release.js";
