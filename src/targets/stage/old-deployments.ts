// Selects which deployments of earlier releases may be deleted: none that is known to be in use, and none that
// another tool created. The newest of the rest are kept.

import type { DeploymentFacts } from '../../aws/deployments.ts';
import { DEPLOYMENT_MARK } from './deployment-text.ts';

/**
 * The deployments that may be deleted, oldest first: those that this action created, without the newest.
 *
 * @param before seconds since the epoch; a later deployment may belong to another release that is running
 */
export function oldDeployments(
  deployments: readonly DeploymentFacts[],
  before: number,
  keep: number,
  inUse: readonly string[],
): readonly DeploymentFacts[] {
  const used = new Set(inUse);
  const ours = deployments
    .filter(({ description }) => description.startsWith(DEPLOYMENT_MARK))
    .sort((a, b) => a.createdAt - b.createdAt);
  return ours
    .slice(0, Math.max(0, ours.length - keep))
    .filter(({ id, createdAt }) => createdAt < before && !used.has(id));
}
