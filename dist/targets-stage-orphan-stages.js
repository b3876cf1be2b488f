// src/targets/stage/orphan-stages.ts
import {
  src_aws_deployments_ts__bindDeployments as bindDeployments
} from "./stage.js";
import {
  src_aws_shadow_stages_ts__bindShadowStages as bindShadowStages
} from "./stage.js";
import {
  src_aws_usage_plans_ts__bindUsagePlans as bindUsagePlans
} from "./stage.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_rollout_release_ts__formatRolloutId as formatRolloutId
} from "./release.js";
import {
  src_targets_stage_shadow_stage_ts__leavePlan as leavePlan,
  src_targets_stage_shadow_stage_ts__parseShadow as parseShadow
} from "./stage.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec
} from "./core.js";
async function orphanStages(clients, { restApiId }, repository) {
  const deployments = bindDeployments(clients, restApiId);
  const shadows = bindShadowStages(clients, restApiId);
  const usagePlans = bindUsagePlans(clients, restApiId);
  return orphansAmong(await deployments.readStages(), repository).map(({ name, of }) => ({
    name,
    words: `the shadow stage "${name}"`,
    why: `no release of ${of.release} is open on the stage "${of.stageName}"`,
    remove: async () => {
      const still = orphansAmong(await deployments.readStages(), repository);
      if (!still.some((each) => each.name === name)) return false;
      if (of.usagePlan !== void 0) await leavePlan(usagePlans, of.usagePlan, [name]);
      await shadows.remove(name);
      return true;
    }
  }));
}
function orphansAmong(stages, repository) {
  return stages.flatMap((stage) => {
    const of = parseShadow(stage.description);
    if (!of?.release.startsWith(`${repository}/actions/runs/`)) return [];
    const isAsMade = Object.keys(stage.tags).length === 0 && !stage.state.canary;
    return isAsMade && !isOpen(stages, of) ? [{ name: stage.name, of }] : [];
  });
}
function isOpen(stages, { stageName, release }) {
  const released = stages.find(({ name }) => name === stageName);
  if (!released) return false;
  const stored = readStoredState(released.tags, stageCodec);
  if (stored.kind === "none") return false;
  return stored.kind !== "rollout" || formatRolloutId(stored.storedRollout.record.id) === release;
}
export {
  orphanStages,
  orphansAmong
};
