export {
  src_github_cancel_ts__onCancel as onCancel
} from "./release.js";
