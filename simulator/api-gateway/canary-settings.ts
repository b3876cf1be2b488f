// The canary of a stage: created, changed, promoted and removed.

import type { Unsettled } from '../world.ts';
import { badRequest } from './errors.ts';
import { nonEmpty, withMember, without } from './members.ts';
import type { CanarySettings, Stage } from './model.ts';
import { parseBoolean } from './patch.ts';
import { type Body, boolean, number, textMap } from './read.ts';
import { checkedVariables, checkVariable } from './stage-variables.ts';

/** Canary settings as in CreateStage and CreateDeployment, without the deployment's id. */
export function readCanary(body: Body): Omit<CanarySettings, 'deploymentId'> {
  const overrides = checkedVariables(textMap(body, 'stageVariableOverrides'));
  return {
    percentTraffic: checkedPercent(number(body, 'percentTraffic') ?? 0),
    useStageCache: boolean(body, 'useStageCache') ?? false,
    ...(overrides ? { stageVariableOverrides: overrides } : {}),
  };
}

const DECIMAL = /^(\d+\.?\d*|\.\d+)$/;

function checkedPercent(percent: number): number {
  if (percent >= 0 && percent <= 100) return percent;
  throw badRequest('Invalid percentTraffic, must be between 0.0 and 100.0');
}

/** Any replacement below `/canarySettings` creates a canary on the base deployment if there is none. */
const canaryOf = (stage: Stage): CanarySettings =>
  stage.canarySettings ?? {
    deploymentId: stage.deploymentId,
    percentTraffic: 0,
    useStageCache: false,
  };

/**
 * `replace` below `/canarySettings`. `undefined`: the path does not belong to the canary.
 * @param deploymentExists whether the API has a deployment with that id
 */
export function replaceInCanary(
  stage: Stage,
  path: string,
  value: string,
  deploymentExists: (id: string) => boolean,
): Stage | undefined {
  const change = changeOf(stage, path, value, deploymentExists);
  return change && { ...stage, canarySettings: { ...canaryOf(stage), ...change } };
}

function changeOf(
  stage: Stage,
  path: string,
  value: string,
  deploymentExists: (id: string) => boolean,
): Partial<CanarySettings> | undefined {
  switch (path) {
    case '/canarySettings/percentTraffic':
      return { percentTraffic: checkedPercent(DECIMAL.test(value) ? Number(value) : Number.NaN) };
    case '/canarySettings/useStageCache':
      return { useStageCache: parseBoolean(value) };
    case '/canarySettings/deploymentId':
      if (!deploymentExists(value)) throw badRequest('Deployment id does not exist');
      return { deploymentId: value };
  }
  const name = overrideNameIn(path);
  if (name === undefined) return undefined;
  checkVariable(name, value);
  const overrides = stage.canarySettings?.stageVariableOverrides;
  return { stageVariableOverrides: { ...overrides, [name]: value } };
}

const overrideNameIn = (path: string) =>
  /^\/canarySettings\/stageVariableOverrides\/([^/]+)$/.exec(path)?.[1];

/** `remove` of one override. `undefined`: the path names no existing override. */
export function removeOverride(stage: Stage, path: string): Stage | undefined {
  const name = overrideNameIn(path);
  const canary = stage.canarySettings;
  const overrides = canary?.stageVariableOverrides;
  if (name === undefined || !overrides || !Object.hasOwn(overrides, name)) return undefined;
  const rest = nonEmpty(without(overrides, name));
  return { ...stage, canarySettings: withMember(canary, 'stageVariableOverrides', rest) };
}

/** `remove /canarySettings`. `undefined`: there is no canary, and the settings make that an error. */
export function removeCanary(stage: Stage, unsettled: Unsettled): Stage | undefined {
  if (stage.canarySettings) return without(stage, 'canarySettings');
  return unsettled.removeAbsentCanary === 'no-op' ? stage : undefined;
}

const DEPLOYMENT = { path: '/deploymentId', from: '/canarySettings/deploymentId' };
const VARIABLES = { path: '/variables', from: '/canarySettings/stageVariableOverrides' };

/** A promoting `copy`. Overrides are merged into the variables; the canary itself remains. */
export function promote(stage: Stage, path: string, from: string | undefined): Stage {
  const copied = [DEPLOYMENT, VARIABLES].find((each) => each.path === path && each.from === from);
  if (!copied) {
    throw badRequest(
      `Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`,
    );
  }
  const canary = stage.canarySettings;
  if (!canary) throw badRequest('Promotion not available. Canary does not exist.');
  if (copied === DEPLOYMENT) return { ...stage, deploymentId: canary.deploymentId };
  const variables = nonEmpty({ ...stage.variables, ...canary.stageVariableOverrides });
  return variables ? { ...stage, variables } : stage;
}
