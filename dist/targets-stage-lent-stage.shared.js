import {
  parseSeal
} from "./targets-stage-deployment-text.shared.js";
import {
  variableOf
} from "./targets-stage-stage-state.shared.js";
import {
  awsCommand,
  patchWords
} from "./base-command-line.shared.js";

// src/targets/stage/lent-stage.ts
import {
  src_aws_call_ts__ifThere as ifThere
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_rollout_preview_tags_ts__readPreview as readPreview
} from "./release.js";
import {
  src_rollout_record_ts__readStoredState as readStoredState
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";
import {
  src_targets_stage_stage_record_ts__stageCodec as stageCodec,
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
var LENT_SECONDS = 30;
function whyNotLent(name, stageName, stages) {
  const found = stages.find((stage) => stage.name === name);
  if (!found) {
    return 'the API has no such stage; expected one that exists, or a name without "existing=" for one that is created';
  }
  const { state, tags } = found;
  if (state.canary) return `it has a canary of deployment ${state.canary.deploymentId}`;
  if (readPreview(name, tags)) return "it is the preview of a pull request";
  if (readStoredState(tags, stageCodec).kind !== "none") return "a release to it is open";
  const other = stages.find((stage) => stage.name !== stageName && lends(stage, name));
  return other && `it is lent to the open release on the stage "${other.name}"`;
}
function lends({ tags }, name) {
  const stored = readStoredState(tags, stageCodec);
  if (stored.kind !== "rollout") return false;
  const { lent, shadow } = stageOf(stored.storedRollout.record);
  return lent !== void 0 && shadow === name;
}
function lentOf({ deploymentId, variables }, wanted) {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => variableOf(variables, name) !== value
  );
  return {
    deploymentId,
    variables: Object.fromEntries(changed.map(([name]) => [name, variableOf(variables, name)]))
  };
}
async function lendStage(api, canaryDeploymentId, lent, wanted) {
  const before = await api.readStage();
  if (!isAsBefore(before.state, lent)) {
    throw new MovedError(
      `someone has changed the stage "${api.stageName}" since preflight, so it was not changed; it was to serve the new version for checks`
    );
  }
  const names = Object.keys(lent.variables);
  const { state } = await api.patchStage(`setting the stage "${api.stageName}" for checks`, [
    { op: "replace", path: "/deploymentId", value: canaryDeploymentId },
    ...names.map((name) => variablePatch(name, variableOf(wanted, name)))
  ]);
  if (!serves(state, canaryDeploymentId)) throw notAsAsked(api.stageName, state);
}
async function giveBack({ api, trust, warn }, { record, canaryDeploymentId }, lent) {
  if (canaryDeploymentId === void 0) return;
  const read = await ifThere(() => api.readStage());
  if (!read) return;
  const { state } = read;
  if (state.deploymentId === lent.deploymentId) return;
  const why = await whyNotOurs({ api, trust }, { record, canaryDeploymentId }, state);
  if (why !== void 0) {
    warn(
      `The stage "${api.stageName}" was not set back to deployment ${lent.deploymentId}: ${why}. To do so: ${backCommand(api, lent)}`
    );
    return;
  }
  const after = await api.patchStage(`setting the stage "${api.stageName}" back`, backPatch(lent));
  if (!serves(after.state, lent.deploymentId)) throw notAsAsked(api.stageName, after.state);
}
async function whyNotOurs({ api, trust }, { record, canaryDeploymentId }, { deploymentId, canary }) {
  if (canary) return `it has a canary of deployment ${canary.deploymentId} by now`;
  if (deploymentId !== canaryDeploymentId) {
    return `it serves deployment ${deploymentId} by now, which somebody else has set`;
  }
  return trust.isOwn(record) || await isSealed(api, { record, canaryDeploymentId }) ? void 0 : "only the tags of the released stage say that it was lent";
}
async function isSealed(api, { record, canaryDeploymentId }) {
  if (canaryDeploymentId === void 0) return false;
  const shown = await api.readDescription(canaryDeploymentId) ?? "";
  return parseSeal(shown) === sealOf(record);
}
function isAsBefore({ deploymentId, variables, canary }, lent) {
  const same = Object.entries(lent.variables).every(
    ([name, value]) => variableOf(variables, name) === value
  );
  return !canary && deploymentId === lent.deploymentId && same;
}
function serves({ deploymentId, canary }, wanted) {
  return deploymentId === wanted && !canary;
}
function notAsAsked(name, { deploymentId }) {
  return new KnownError(
    `AWS did not do what was asked: the stage "${name}" serves deployment ${deploymentId}`
  );
}
function backPatch({ deploymentId, variables }) {
  return [
    { op: "replace", path: "/deploymentId", value: deploymentId },
    ...Object.entries(variables).map(([name, value]) => variablePatch(name, value))
  ];
}
function variablePatch(name, value) {
  const path = `/variables/${name}`;
  return value === null ? { op: "remove", path } : { op: "replace", path, value };
}
function backCommand({ place, restApiId, stageName }, lent) {
  return awsCommand("apigateway update-stage", {
    region: place.region,
    "rest-api-id": restApiId,
    "stage-name": stageName,
    "patch-operations": patchWords(backPatch(lent))
  });
}

export {
  LENT_SECONDS,
  whyNotLent,
  lentOf,
  lendStage,
  giveBack,
  isSealed
};
