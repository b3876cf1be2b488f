import {
  bindLogEvents,
  groupArn,
  groupIn,
  whyUnread
} from "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";
export {
  bindLogEvents,
  groupArn,
  groupIn,
  whyUnread
};
