export {
  src_report_follow_up_ts__followUpOf as followUpOf,
  src_report_follow_up_ts__wasRejected as wasRejected
} from "./release.js";
