import {
  reachedFunctions
} from "./targets-lambda-version-reach.shared.js";

// src/targets/stage/stage-reach.ts
import {
  src_aws_gateway_arns_ts__stageUrl as stageUrl
} from "./stage.js";
import {
  src_targets_stage_stage_record_ts__stableShadowOf as stableShadowOf,
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
import {
  src_targets_stage_stage_way_in_ts__shadowUrl as shadowUrl
} from "./stage.js";
var PLAN_SECONDS = 90;
async function reachOfStage({ functions, inputs }, place, { record, phase }) {
  const { restApiId, smokeNeeds } = inputs;
  const { address = "" } = smokeNeeds ?? {};
  const atDefault = (stage2) => stageUrl(place, restApiId, stage2);
  const addressOf = address === "" ? atDefault : (stage2) => `${address}/${stage2}`;
  const stage = stageOf(record);
  return {
    ...stage.usagePlan && { freshSeconds: PLAN_SECONDS },
    addresses: stage.lent ? lentAddresses(phase, stage, atDefault(inputs.stageName), shadowUrl(place, inputs, stage)) : addressesOf(stage, phase, inputs.stageName, addressOf),
    functions: await reachedFunctions(functions, place, record.functions),
    // API Gateway makes the events.
    formatOf: async () => ({ format: "rest" })
  };
}
function lentAddresses(phase, { shadowStays }, released, lent) {
  if (phase.kind === "baking") return { canary: released, stable: void 0 };
  const isThere = phase.kind === "preparing" || shadowStays;
  return { canary: isThere ? lent : void 0, stable: void 0 };
}
function addressesOf({ shadow, shadowStays, stableShadow }, phase, stageName, addressOf) {
  if (phase.kind === "baking") return { canary: addressOf(stageName), stable: void 0 };
  const isThere = shadow !== void 0 && (phase.kind === "preparing" || shadowStays);
  if (!isThere) return { canary: void 0, stable: void 0 };
  return {
    canary: addressOf(shadow),
    stable: stableShadow ? addressOf(stableShadowOf(shadow)) : void 0
  };
}
export {
  reachOfStage
};
