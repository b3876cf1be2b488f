import {
  readAccountAccess
} from "./inputs-read-all-releases.shared.js";
export {
  readAccountAccess
};
