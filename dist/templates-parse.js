import {
  parseTree
} from "./templates-parse.shared.js";
export {
  parseTree
};
