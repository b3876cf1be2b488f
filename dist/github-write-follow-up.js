import {
  writeFollowUp
} from "./github-write-follow-up.shared.js";
import "./github-pull-request.shared.js";
import "./github-retry.shared.js";
export {
  writeFollowUp
};
