import {
  terraformTemplate
} from "./templates-terraform.shared.js";
export {
  terraformTemplate
};
