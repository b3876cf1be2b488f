// src/targets/stage/kept-shadow.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep
} from "./core.js";
import {
  src_targets_stage_lent_stage_ts__isSealed as isSealed,
  src_targets_stage_lent_stage_ts__LENT_SECONDS as LENT_SECONDS
} from "./stage.js";
import {
  src_targets_stage_shadow_stage_ts__makeShadow as makeShadow
} from "./stage.js";
import {
  src_targets_stage_stage_record_ts__shadowsOf as shadowsOf,
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
async function keepShadow(bound, rollout) {
  const { shadow, shadowStays } = stageOf(rollout.record);
  const { kind } = rollout.phase;
  const isNeeded = kind === "preparing" || kind === "step" && shadowStays === true;
  if (shadow === void 0 || !isNeeded) return;
  const { made } = bound;
  made.shadow ??= makeAgain(bound, rollout);
  try {
    await made.shadow;
  } catch (error) {
    made.shadow = void 0;
    throw known(error);
  }
}
async function makeAgain(bound, rollout) {
  if (await isThere(bound, rollout)) return;
  const { api, trust } = bound;
  if (!trust.isOwn(rollout.record) && !await isSealed(api, rollout)) {
    throw new KnownError("only the tags of the stage say that it had a shadow stage");
  }
  const { state } = await api.readStage();
  await makeShadow(bound, rollout, state.variables);
  if (stageOf(rollout.record).lent) await sleep(LENT_SECONDS);
}
async function isThere({ shadows, usagePlans, stageNamed }, { record, canaryDeploymentId }) {
  const stage = stageOf(record);
  const { lent, shadow = "", usagePlan } = stage;
  if (lent) {
    const { state } = await stageNamed(shadow).readStage();
    return state.deploymentId === canaryDeploymentId;
  }
  const names = shadowsOf(stage);
  const all = (await shadows.readAll()).map(({ name }) => name);
  const accepting = usagePlan === void 0 ? all : await usagePlans.stagesIn(usagePlan);
  return names.every((name) => all.includes(name) && accepting.includes(name));
}
export {
  keepShadow
};
