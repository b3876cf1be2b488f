// What stands in AWS, in a rollout's own terms: is it as we left it, and how far has it come?

import type { Remembered, StageRecord } from './record.ts';

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
  /**
   * All traffic goes to the version that stood before. `open`: an empty canary hangs on the stage,
   * which serves what the stage serves. AWS makes one when a weight is set where no canary is.
   */
  | { readonly kind: 'stable'; readonly open?: true }
  /**
   * Our canary takes this share, in per cent. `where`: of several, the one that is meant. `most`: of
   * several with different shares, the largest.
   */
  | {
      readonly kind: 'split';
      readonly weight: number;
      readonly where?: string;
      readonly most?: number;
    }
  /** All traffic goes to the new version. `open`: the canary still hangs on the stage. */
  | { readonly kind: 'promoted'; readonly open: boolean }
  /** Someone else moved something. `others`: the rest of what is moved together is as we left it. */
  | { readonly kind: 'foreign'; readonly what: string; readonly others?: 'ours' };

type Ours = Exclude<Standing, { kind: 'foreign' }>;
type PartlyOurs = Extract<Standing, { kind: 'foreign' }> & { readonly others: 'ours' };

/** Whether there is anything of ours that a rollback may put back. */
export function canGiveBack(standing: Standing): standing is Ours | PartlyOurs {
  return standing.kind !== 'foreign' || standing.others === 'ours';
}

/** Per cent of the traffic on the new version; where several differ, the most. */
export function weightOf(standing: Standing): number {
  if (standing.kind === 'split') return standing.most ?? standing.weight;
  return standing.kind === 'promoted' ? 100 : 0;
}

/** A rollout of a stage, as much of it as its standing depends on. */
export interface StageRollout {
  readonly before: StageRecord;
  readonly canaryDeploymentId: string | undefined;
}

/** Compares the stage with what the rollout remembers. */
export function standingOf(stage: StageState, remembered: Remembered): Standing {
  const { target } = remembered.record;
  if (target.kind !== 'stage') return foreign('what is remembered here is the rollout of an alias');
  return standingOfStage(stage, {
    before: target,
    canaryDeploymentId: remembered.canaryDeploymentId,
  });
}

function standingOfStage(stage: StageState, remembered: StageRollout): Standing {
  const promoted = isPromoted(stage, remembered);
  if (!promoted && !isBefore(stage, remembered)) {
    return foreign(
      `the stage serves deployment ${stage.deploymentId}${variableWords(stage, remembered)}, which is neither ` +
        `what stood there before (${remembered.before.deploymentId}) nor what this rollout made (${remembered.canaryDeploymentId ?? 'nothing yet'})`,
    );
  }
  const canary = stage.canary;
  if (!canary) return promoted ? { kind: 'promoted', open: false } : { kind: 'stable' };
  if (!promoted && isEmptyCanary(canary, stage, remembered)) return { kind: 'stable', open: true };
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

/** Made by setting the weight of a canary that somebody had just removed. */
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

function strangeCanary(canary: CanaryState, remembered: StageRollout): string | undefined {
  const { canaryDeploymentId, before } = remembered;
  if (canary.deploymentId !== canaryDeploymentId) {
    return `the canary on the stage serves deployment ${canary.deploymentId}, not ours (${canaryDeploymentId ?? 'none yet'})`;
  }
  if (!sameEntries(canary.overrides, before.overrides)) {
    return `the canary's variable overrides are ${JSON.stringify(canary.overrides)}, not ours (${JSON.stringify(before.overrides)})`;
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

function variableWords(stage: StageState, { before }: StageRollout): string {
  const changed = Object.keys(before.variables).filter(
    (name) => variableOf(stage.variables, name) !== null,
  );
  if (changed.length === 0) return '';
  return ` with ${changed.map((name) => `${name}=${stage.variables[name]}`).join(', ')}`;
}

function foreign(what: string): Standing {
  return { kind: 'foreign', what };
}
