import {
  bindShadowStages,
  bindUsagePlans
} from "./aws-shadow-stages.shared.js";
import {
  leavePlan,
  parseShadow
} from "./targets-stage-shadow-stage.shared.js";
import "./targets-stage-inspect-keys.shared.js";
import "./targets-stage-deployment-text.shared.js";
import {
  bindDeployments
} from "./aws-deployments.shared.js";
import "./aws-definition-calls.shared.js";
import "./aws-stage-calls.shared.js";
import "./aws-stage-export.shared.js";
import "./aws-gateway-client.shared.js";
import "./aws-gateway-arns.shared.js";
import "./aws-probes.shared.js";
import "./base-command-line.shared.js";
import "./checks-route.shared.js";

// src/targets/stage/orphan-stages.ts
import {
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_rollout_release_ts__formatRolloutId as formatRolloutId
} from "./release.js";
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
