export {
  src_action_publisher_ts__createPublisher as createPublisher
} from "./release.js";
