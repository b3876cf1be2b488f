import {
  connectPullRequests,
  findComment,
  findComments,
  openComment,
  pullRequestOf
} from "./github-pull-request.shared.js";
import "./github-retry.shared.js";
export {
  connectPullRequests,
  findComment,
  findComments,
  openComment,
  pullRequestOf
};
