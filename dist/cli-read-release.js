import {
  inputVariables,
  problemsOf,
  readRelease,
  withOrigin
} from "./cli-read-release.shared.js";
import "./cli-ci-runs.shared.js";
import "./cli-input-flags.shared.js";
import "./cli-usage-error.shared.js";
export {
  inputVariables,
  problemsOf,
  readRelease,
  withOrigin
};
