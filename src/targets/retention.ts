// Selects what may be deleted of earlier releases: nothing that is known to be in use, and nothing newer than the
// release. The newest of the rest are kept.

import type { DeploymentFacts } from '../aws/deployments.ts';
import type { VersionNumber } from '../aws/versions.ts';
import { DEPLOYMENT_MARK } from '../rollout/past-releases.ts';

/** The versions of a release: the one that serves now, and the one to return to. */
export interface ReleasedVersions {
  readonly from: string;
  /** `undefined`: it is not published yet. */
  readonly to: string | undefined;
}

/**
 * The versions that may be deleted, oldest first. A version newer than the released one is never among them:
 * another person or tool published it, and may be about to release it.
 *
 * @param keep how many of the newest to keep, including the released one
 * @param inUse versions that are known to be in use
 */
export function oldVersions(
  versions: readonly VersionNumber[],
  { from, to }: ReleasedVersions,
  keep: number,
  inUse: readonly string[],
): readonly VersionNumber[] {
  const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
  const ours = to === undefined ? ascending : ascending.filter((v) => Number(v) <= Number(to));
  // A version that is not published yet takes one of the places.
  const kept = to === undefined ? keep - 1 : keep;
  const older = ours.slice(0, Math.max(0, ours.length - kept));
  const used = new Set<string | undefined>([from, to, ...inUse]);
  return older.filter((version) => !used.has(version));
}

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

/** The version in the value of a stage variable: `7`, or the end of `orders:7`. */
export function versionIn(value: string): string | undefined {
  return /(?:^|:)(\d+)$/.exec(value)?.[1];
}
