import {
  inspectGroups,
  logPermissions
} from "./targets-log-groups.shared.js";
import "./aws-log-events.shared.js";
import "./aws-small-client.shared.js";
export {
  inspectGroups,
  logPermissions
};
