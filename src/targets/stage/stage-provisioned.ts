// The provisioned concurrency of the versions behind a stage: allocated for the new version before it gets traffic,
// and deallocated from the losing version. Other callers of a version are checked first.

import { type FunctionCalls, readArn } from '../../aws/functions.ts';
import { known, orElse } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { otherPrincipals } from '../lambda/invoke-policy.ts';
import { readOwnPolicies } from '../lambda/read-policies.ts';
import type { KnownUses } from '../lambda/version-sweep.ts';
import { deallocate } from '../lambda/warm-up.ts';
import type { ServedSide } from '../target.ts';
import type { StageBound } from './stage-context.ts';
import { shadowNames } from './stage-inputs.ts';
import { stageOf } from './stage-record.ts';
import { versionUses } from './stage-uses.ts';

/** @param served which side has all the traffic now */
export async function deallocateStage(
  bound: StageBound<'rollback'>,
  record: RolloutRecord,
  served: ServedSide,
): Promise<void> {
  const isNeeded = async (name: string, version: string) =>
    (await bound.versions.aliased(name)).includes(version) ||
    // What was allocated only for this rollout has no other caller.
    (served === 'new' && (await isCalled(bound, name, version)));
  await deallocate(
    { provisioned: bound.provisioned, isNeeded },
    record.functions,
    stageOf(record),
    served,
  );
}

/** By another stage, the draft, or another permitted caller; assumed if callers cannot be determined. */
async function isCalled(
  { api, functions, deployments, inputs }: StageBound<'rollback'>,
  name: string,
  version: string,
): Promise<boolean> {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = await deployments.readServed(stages).catch(orElse(undefined));
  if (!served) return true;
  const uses = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames(inputs),
    // This rollout stays stored until its cleanup is complete, but no longer needs the version.
    stages: stages.map((stage) => (stage.name === stageName ? { ...stage, tags: {} } : stage)),
    integrations: [...served, ...(await api.readDraft()).integrations],
  });
  return (
    uses.hidden(name) !== undefined ||
    uses.of(name).includes(version) ||
    (await isPermitted(functions, name, version, uses.knows))
  );
}

/** Assumed if the policy of the function cannot be read. */
async function isPermitted(
  functions: FunctionCalls,
  name: string,
  version: string,
  knows: KnownUses['knows'],
): Promise<boolean> {
  const arn = await readArn(functions, name);
  try {
    const whole = await functions.readResourcePolicy(arn);
    return otherPrincipals(await readOwnPolicies(functions, arn, version, whole), knows);
  } catch (error) {
    known(error);
    return true;
  }
}
