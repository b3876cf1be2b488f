import {
  plainValue
} from "./templates-plain-scalar.shared.js";
export {
  plainValue
};
