import {
  findByTags
} from "./aws-tagged-resources.shared.js";
import "./aws-small-client.shared.js";
export {
  findByTags
};
