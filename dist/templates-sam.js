import {
  readMade,
  readSam,
  readingOf
} from "./templates-intrinsics.shared.js";
import "./templates-globals.shared.js";
import "./templates-release-facts.shared.js";
import "./templates-plain-scalar.shared.js";
export {
  readMade,
  readSam,
  readingOf
};
