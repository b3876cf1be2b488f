// What stands in AWS, in a rollout's own terms: is it as we left it, and how far has it come?

import type { Remembered } from './record.ts';

/** A stage, as much of it as decides who gets which version. */
export interface StageState {
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly canary: CanaryState | undefined;
}

export interface CanaryState {
  readonly deploymentId: string;
  /** Per cent. */
  readonly weight: number;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
}

export type Standing =
  /** All traffic goes to the version that stood before; nothing of ours is open. */
  | { readonly kind: 'stable' }
  /** Our canary takes this share, in per cent. */
  | { readonly kind: 'split'; readonly weight: number }
  /** All traffic goes to the new version. `open`: the canary still hangs on the stage. */
  | { readonly kind: 'promoted'; readonly open: boolean }
  /** Someone else moved something. */
  | { readonly kind: 'foreign'; readonly what: string };

/** Compares the stage with what the rollout remembers. */
export function standingOf(stage: StageState, remembered: Remembered): Standing {
  const promoted = isPromoted(stage, remembered);
  if (!promoted && !isBefore(stage, remembered)) {
    return foreign(
      `the stage serves deployment ${stage.deploymentId}${variableWords(stage, remembered)}, which is neither ` +
        `what stood there before (${remembered.record.stage.deploymentId}) nor what this rollout made (${remembered.canaryDeploymentId ?? 'nothing yet'})`,
    );
  }
  const canary = stage.canary;
  if (!canary) return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
  const strange = strangeCanary(canary, remembered);
  if (strange) return foreign(strange);
  return promoted ? { kind: 'promoted', open: true } : { kind: 'split', weight: canary.weight };
}

/** `null` where there is none: a variable may be called `constructor`. */
export function variableOf(
  variables: Readonly<Record<string, string>>,
  name: string,
): string | null {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}

function isBefore(stage: StageState, { record }: Remembered): boolean {
  const { deploymentId, variables } = record.stage;
  return (
    stage.deploymentId === deploymentId &&
    Object.entries(variables).every(([name, value]) => variableOf(stage.variables, name) === value)
  );
}

function isPromoted(stage: StageState, { record, canaryDeploymentId }: Remembered): boolean {
  const { promote, overrides } = record.stage;
  if (canaryDeploymentId === undefined) return false;
  const deployment = promote.deployment ? canaryDeploymentId : record.stage.deploymentId;
  const expected = promote.variables ? Object.entries(overrides) : [];
  return (
    stage.deploymentId === deployment &&
    expected.every(([name, value]) => variableOf(stage.variables, name) === value)
  );
}

function strangeCanary(canary: CanaryState, remembered: Remembered): string | undefined {
  const { canaryDeploymentId, record } = remembered;
  if (canary.deploymentId !== canaryDeploymentId) {
    return `the canary on the stage serves deployment ${canary.deploymentId}, not ours (${canaryDeploymentId ?? 'none yet'})`;
  }
  if (!sameEntries(canary.overrides, record.stage.overrides)) {
    return `the canary's variable overrides are ${JSON.stringify(canary.overrides)}, not ours (${JSON.stringify(record.stage.overrides)})`;
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

function variableWords(stage: StageState, { record }: Remembered): string {
  const changed = Object.keys(record.stage.variables).filter(
    (name) => variableOf(stage.variables, name) !== null,
  );
  if (changed.length === 0) return '';
  return ` with ${changed.map((name) => `${name}=${stage.variables[name]}`).join(', ')}`;
}

function foreign(what: string): Standing {
  return { kind: 'foreign', what };
}
