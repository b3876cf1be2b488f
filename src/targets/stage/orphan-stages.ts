// Stages that were made for the hooks and checks of a release, and that no open release needs any more: every run that went
// on with it has died, and none came after.

import type { NormalClients } from '../../aws/clients.ts';
import { bindDeployments, type NamedStage } from '../../aws/deployments.ts';
import { bindShadowStages } from '../../aws/shadow-stages.ts';
import { bindUsagePlans } from '../../aws/usage-plans.ts';
import { readStoredState } from '../../rollout/record.ts';
import { formatRolloutId } from '../../rollout/release.ts';
import type { Orphan } from '../orphans.ts';
import { leavePlan, parseShadow, type ShadowOf } from './shadow-stage.ts';
import type { StageInputs } from './stage-inputs.ts';
import { stageCodec } from './stage-record.ts';

/** @param repository whose releases made them */
export async function orphanStages(
  clients: NormalClients,
  { restApiId }: Pick<StageInputs, 'restApiId'>,
  repository: string,
): Promise<readonly Orphan[]> {
  const deployments = bindDeployments(clients, restApiId);
  const shadows = bindShadowStages(clients, restApiId);
  const usagePlans = bindUsagePlans(clients, restApiId);
  return orphansAmong(await deployments.readStages(), repository).map(({ name, of }) => ({
    name,
    words: `the shadow stage "${name}"`,
    why: `no release of ${of.release} is open on the stage "${of.stageName}"`,
    remove: async () => {
      // A release may have begun since.
      const still = orphansAmong(await deployments.readStages(), repository);
      if (!still.some((each) => each.name === name)) return false;
      if (of.usagePlan !== undefined) await leavePlan(usagePlans, of.usagePlan, [name]);
      await shadows.remove(name);
      return true;
    },
  }));
}

interface OrphanStage {
  readonly name: string;
  readonly of: ShadowOf;
}

/** Those of which only the repository's own releases can be the makers, and that nobody has made use of since. */
export function orphansAmong(
  stages: readonly NamedStage[],
  repository: string,
): readonly OrphanStage[] {
  return stages.flatMap((stage) => {
    const of = parseShadow(stage.description);
    if (!of?.release.startsWith(`${repository}/actions/runs/`)) return [];
    const isAsMade = Object.keys(stage.tags).length === 0 && !stage.state.canary;
    return isAsMade && !isOpen(stages, of) ? [{ name: stage.name, of }] : [];
  });
}

/** State that cannot be read may be that of the release. */
function isOpen(stages: readonly NamedStage[], { stageName, release }: ShadowOf): boolean {
  const released = stages.find(({ name }) => name === stageName);
  if (!released) return false;
  const stored = readStoredState(released.tags, stageCodec);
  if (stored.kind === 'none') return false;
  return stored.kind !== 'rollout' || formatRolloutId(stored.storedRollout.record.id) === release;
}
