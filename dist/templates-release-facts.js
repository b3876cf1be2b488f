import {
  HOOK_INPUTS,
  NO_HOOK_FUNCTIONS,
  hookInputs,
  onlyProblem
} from "./templates-release-facts.shared.js";
export {
  HOOK_INPUTS,
  NO_HOOK_FUNCTIONS,
  hookInputs,
  onlyProblem
};
