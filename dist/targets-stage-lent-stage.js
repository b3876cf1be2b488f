import {
  LENT_SECONDS,
  giveBack,
  isSealed,
  lendStage,
  lentOf,
  whyNotLent
} from "./targets-stage-lent-stage.shared.js";
import "./targets-stage-deployment-text.shared.js";
import "./targets-stage-stage-state.shared.js";
import "./base-command-line.shared.js";
export {
  LENT_SECONDS,
  giveBack,
  isSealed,
  lendStage,
  lentOf,
  whyNotLent
};
