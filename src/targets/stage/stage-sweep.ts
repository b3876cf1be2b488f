// What earlier releases to a stage left: old versions of the functions, and the deployments created for their
// canaries.

import { bindAliases } from '../../aws/aliases.ts';
import type { Clients } from '../../aws/clients.ts';
import type { Deployments, NamedStage } from '../../aws/deployments.ts';
import { sweepVersions } from '../lambda/version-sweep.ts';
import type { Leftover, Sweep, SweepOrder } from '../target.ts';
import { oldDeployments } from './old-deployments.ts';
import type { StageBound } from './stage-context.ts';
import { shadowNames } from './stage-inputs.ts';
import { stageOf } from './stage-record.ts';
import { deploymentUses, versionUses } from './stage-uses.ts';

export async function sweepStage(
  clients: Clients<'normal'>,
  { api, functions, versions, deployments, inputs }: StageBound<'normal'>,
  order: SweepOrder,
): Promise<Sweep> {
  const { restApiId, stageName } = api;
  const stages = await deployments.readStages();
  const served = order.functions.length > 0 ? await deployments.readServed(stages) : [];
  // An authorizer that no method uses any more may still be in a deployment.
  const { integrations: draft } = await api.readDraft('all');
  const { readTags } = bindAliases(clients);
  const bound = { versions, functions, readTags };
  const known = versionUses({
    restApiId,
    stageName,
    shadowStages: shadowNames(inputs),
    stages,
    integrations: [...served, ...draft],
  });
  const swept =
    order.functions.length === 0
      ? { leftovers: [], notes: [] }
      : await sweepVersions(bound, order.functions, order.keep, known);
  const willDeploy = order.rollout === undefined && inputs.definition === 'draft';
  const keep = willDeploy ? order.keep - 1 : order.keep;
  const leftovers = await sweepDeployments(deployments, stages, { ...order, keep });
  return { ...swept, leftovers: [...swept.leftovers, ...leftovers] };
}

/** The rest is deleted after later releases. */
const MOST_AT_ONCE = 50;

async function sweepDeployments(
  deployments: Deployments,
  stages: readonly NamedStage[],
  { keep, rollout }: SweepOrder,
): Promise<readonly Leftover[]> {
  const ours = rollout
    ? [stageOf(rollout.record).deploymentId, rollout.canaryDeploymentId ?? '']
    : [];
  const before = rollout?.record.startedAt ?? Number.POSITIVE_INFINITY;
  const inUse = [...deploymentUses(stages), ...ours];
  const old = oldDeployments(await deployments.list(), before, keep, inUse);
  return old.slice(0, MOST_AT_ONCE).map(({ id, description }) => ({
    words: `deployment ${id} (${description})`,
    remove: () => deployments.remove(id),
  }));
}
