// The traffic state of a stage in terms of a rollout: whether it was changed outside, and how far the rollout
// is.

import type { CanaryState, StageState } from '../../aws/rest-api-model.ts';
import { formatWeight } from '../../rollout/plan.ts';
import type { StoredRollout } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { describeOtherOverrides, shownValue } from './shown-variable.ts';
import { type StageRecord, stageOf } from './stage-record.ts';

/** The parts of a stage's rollout that its traffic state depends on. */
export interface StageRollout {
  readonly before: StageRecord;
  readonly functions: readonly FunctionChange[];
  readonly canaryDeploymentId: string | undefined;
}

/** Compares the stage with the stored rollout. */
export function trafficStateOf(stage: StageState, storedRollout: StoredRollout): TrafficState {
  return stageTraffic(stage, {
    before: stageOf(storedRollout.record),
    functions: storedRollout.record.functions,
    canaryDeploymentId: storedRollout.canaryDeploymentId,
  });
}

function stageTraffic(stage: StageState, storedRollout: StageRollout): TrafficState {
  const promoted = isPromoted(stage, storedRollout);
  if (!promoted && !isBefore(stage, storedRollout)) {
    return externalTraffic(
      stage,
      storedRollout,
      `the stage serves deployment ${stage.deploymentId}${variableWords(stage, storedRollout)}, which is neither ` +
        `the previous deployment (${storedRollout.before.deploymentId}) nor the one that this rollout created (${storedRollout.canaryDeploymentId ?? 'nothing yet'})`,
    );
  }
  const canary = stage.canary;
  if (!canary) return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
  if (!promoted && isEmptyCanary(canary, stage, storedRollout))
    return { kind: 'stable', open: true };
  const unexplained = externalCanary(canary, storedRollout);
  if (unexplained) return externalTraffic(stage, storedRollout, unexplained);
  return promoted ? { kind: 'promoted', open: true } : { kind: 'split', weight: canary.weight };
}

/** `null` if it does not exist: a variable may be called `constructor`. */
export function variableOf(
  variables: Readonly<Record<string, string | null>>,
  name: string,
): string | null {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}

function isBefore(stage: StageState, { before }: StageRollout): boolean {
  const { deploymentId, variables } = before;
  return (
    stage.deploymentId === deploymentId &&
    Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value)
  );
}

function isPromoted(stage: StageState, { before, canaryDeploymentId }: StageRollout): boolean {
  const { promote, overrides } = before;
  if (canaryDeploymentId === undefined) return false;
  const deployment = promote.deployment ? canaryDeploymentId : before.deploymentId;
  const expected = promote.variables ? Object.entries(overrides) : [];
  return (
    stage.deploymentId === deployment &&
    expected.every(([name, value]) => variableOf(stage.variables, name) === value)
  );
}

/** Results from setting the weight of a canary that was removed just before. */
function isEmptyCanary(
  canary: CanaryState,
  stage: StageState,
  { before, canaryDeploymentId }: StageRollout,
): boolean {
  const ours =
    canary.deploymentId === canaryDeploymentId && sameEntries(canary.overrides, before.overrides);
  return (
    !ours &&
    canary.deploymentId === stage.deploymentId &&
    Object.keys(canary.overrides).length === 0
  );
}

function externalCanary(canary: CanaryState, storedRollout: StageRollout): string | undefined {
  const { canaryDeploymentId, before, functions } = storedRollout;
  if (canary.deploymentId !== canaryDeploymentId) {
    return `the canary on the stage serves deployment ${canary.deploymentId}, not the one of this rollout (${canaryDeploymentId ?? 'none yet'})`;
  }
  if (!sameEntries(canary.overrides, before.overrides)) {
    const others = describeOtherOverrides(canary.overrides, {
      functions,
      overrides: before.overrides,
    });
    return `the canary's variable overrides are not those of this rollout: ${others}`;
  }
  return undefined;
}

function sameEntries(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => a[name] === variableOf(b, name))
  );
}

function variableWords(stage: StageState, { before, functions }: StageRollout): string {
  const known = { functions, overrides: before.overrides };
  const words = Object.entries(before.variables).flatMap(([name, stood]) => {
    const value = variableOf(stage.variables, name);
    const shown = shownValue(name, value, known);
    if (shown !== undefined) return [`${name}=${shown}`];
    if (value === stood) return [];
    return [value === null ? `no "${name}"` : `a different "${name}" than before`];
  });
  return words.length === 0 ? '' : ` with ${words.join(', ')}`;
}

function externalTraffic(
  stage: StageState,
  storedRollout: StageRollout,
  what: string,
): TrafficState {
  const { canary, deploymentId } = stage;
  const read = { kind: 'external', what, deploymentId } as const;
  if (!canary || externalCanary(canary, storedRollout)) return read;
  // If the stage itself serves part of the new version, the canary's weight is not its whole share.
  return servesNew(stage, storedRollout)
    ? { ...read, canary: 'owned' }
    : { ...read, canary: 'owned', weight: canary.weight };
}

/** Describes a stage without the values of its variables, which may be secrets. */
export function describeStage({ deploymentId, canary }: StageState): string {
  const split = canary
    ? `a canary of deployment ${canary.deploymentId} at ${formatWeight(canary.weight)}`
    : 'no canary';
  return `deployment ${deploymentId}, ${split}`;
}

/** Whether the stage itself may serve the new version, in addition to the canary. */
function servesNew(stage: StageState, { before, canaryDeploymentId }: StageRollout): boolean {
  const overrides = Object.entries(before.overrides);
  if (overrides.some(([name, value]) => variableOf(stage.variables, name) === value)) return true;
  // If the deployment itself contains no versions, only the variables determine which ones are served.
  const byDeployment = before.drafts.length > 0 || overrides.length === 0;
  return byDeployment && stage.deploymentId === canaryDeploymentId;
}
