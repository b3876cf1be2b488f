// src/targets/stage/stage-state.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";

// src/targets/stage/shown-variable.ts
function shownValue(name, value, { functions, overrides }) {
  const ours = Object.hasOwn(overrides, name) ? overrides[name] : void 0;
  if (value === null || ours === void 0) return void 0;
  const held = functions.some(
    (fn) => versionIn(ours, fn.name) === fn.to && versionIn(value, fn.name) !== void 0
  );
  return held ? value : void 0;
}
var ARN_HEAD = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
function versionIn(value, functionName) {
  const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, "")) ?? [];
  return name === void 0 || name === functionName ? version : void 0;
}
function describeOtherOverrides(found, known) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(known.overrides), ...Object.keys(found)])];
  const value = (of, name) => Object.hasOwn(of, name) ? of[name] ?? null : null;
  const words = names.flatMap((name) => {
    const [theirs, ours] = [value(found, name), value(known.overrides, name)];
    if (theirs === ours) return [];
    if (theirs === null) return [`"${name}" is missing`];
    if (ours === null) return [`"${name}" is added`];
    const shown = shownValue(name, theirs, known);
    return [
      shown === void 0 ? `"${name}" has a different value` : `${name}=${shown}, not ${ours}`
    ];
  });
  return words.join("; ");
}

// src/targets/stage/stage-state.ts
import {
  src_targets_stage_stage_record_ts__stageOf as stageOf
} from "./core.js";
function trafficStateOf(stage, storedRollout) {
  return stageTraffic(stage, {
    before: stageOf(storedRollout.record),
    functions: storedRollout.record.functions,
    canaryDeploymentId: storedRollout.canaryDeploymentId
  });
}
function stageTraffic(stage, storedRollout) {
  const promoted = isPromoted(stage, storedRollout);
  if (!promoted && !isBefore(stage, storedRollout)) {
    return externalTraffic(
      stage,
      storedRollout,
      `the stage serves deployment ${stage.deploymentId}${variableWords(stage, storedRollout)}, which is neither the previous deployment (${storedRollout.before.deploymentId}) nor the one that this rollout created (${storedRollout.canaryDeploymentId ?? "nothing yet"})`
    );
  }
  const canary = stage.canary;
  if (!canary) return promoted ? { kind: "promoted", open: false } : { kind: "stable" };
  if (!promoted && isEmptyCanary(canary, stage, storedRollout))
    return { kind: "stable", open: true };
  const unexplained = externalCanary(canary, storedRollout);
  if (unexplained) return externalTraffic(stage, storedRollout, unexplained);
  return promoted ? { kind: "promoted", open: true } : { kind: "split", weight: canary.weight };
}
function variableOf(variables, name) {
  return Object.hasOwn(variables, name) ? variables[name] ?? null : null;
}
function isBefore(stage, { before }) {
  const { deploymentId, variables } = before;
  return stage.deploymentId === deploymentId && Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value);
}
function isPromoted(stage, { before, canaryDeploymentId }) {
  const { promote, overrides } = before;
  if (canaryDeploymentId === void 0) return false;
  const deployment = promote.deployment ? canaryDeploymentId : before.deploymentId;
  const expected = promote.variables ? Object.entries(overrides) : [];
  return stage.deploymentId === deployment && expected.every(([name, value]) => variableOf(stage.variables, name) === value);
}
function isEmptyCanary(canary, stage, { before, canaryDeploymentId }) {
  const ours = canary.deploymentId === canaryDeploymentId && sameEntries(canary.overrides, before.overrides);
  return !ours && canary.deploymentId === stage.deploymentId && Object.keys(canary.overrides).length === 0;
}
function externalCanary(canary, storedRollout) {
  const { canaryDeploymentId, before, functions } = storedRollout;
  if (canary.deploymentId !== canaryDeploymentId) {
    return `the canary on the stage serves deployment ${canary.deploymentId}, not the one of this rollout (${canaryDeploymentId ?? "none yet"})`;
  }
  if (!sameEntries(canary.overrides, before.overrides)) {
    const others = describeOtherOverrides(canary.overrides, {
      functions,
      overrides: before.overrides
    });
    return `the canary's variable overrides are not those of this rollout: ${others}`;
  }
  return void 0;
}
function sameEntries(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === variableOf(b, name));
}
function variableWords(stage, { before, functions }) {
  const known = { functions, overrides: before.overrides };
  const words = Object.entries(before.variables).flatMap(([name, stood]) => {
    const value = variableOf(stage.variables, name);
    const shown = shownValue(name, value, known);
    if (shown !== void 0) return [`${name}=${shown}`];
    if (value === stood) return [];
    return [value === null ? `no "${name}"` : `a different "${name}" than before`];
  });
  return words.length === 0 ? "" : ` with ${words.join(", ")}`;
}
function externalTraffic(stage, storedRollout, what) {
  const { canary, deploymentId } = stage;
  const read = { kind: "external", what, deploymentId };
  if (!canary || externalCanary(canary, storedRollout)) return read;
  return servesNew(stage, storedRollout) ? { ...read, canary: "owned" } : { ...read, canary: "owned", weight: canary.weight };
}
function describeStage({ deploymentId, canary }) {
  const split = canary ? `a canary of deployment ${canary.deploymentId} at ${formatWeight(canary.weight)}` : "no canary";
  return `deployment ${deploymentId}, ${split}`;
}
function servesNew(stage, { before, canaryDeploymentId }) {
  const overrides = Object.entries(before.overrides);
  if (overrides.some(([name, value]) => variableOf(stage.variables, name) === value)) return true;
  const byDeployment = before.drafts.length > 0 || overrides.length === 0;
  return byDeployment && stage.deploymentId === canaryDeploymentId;
}

export {
  shownValue,
  trafficStateOf,
  variableOf,
  describeStage
};
