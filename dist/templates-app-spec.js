import {
  readAppSpec
} from "./templates-app-spec.shared.js";
import "./templates-release-facts.shared.js";
export {
  readAppSpec
};
