import {
  approversOf,
  readTeam,
  whyNoApprover
} from "./github-approvers.shared.js";
export {
  approversOf,
  readTeam,
  whyNoApprover
};
