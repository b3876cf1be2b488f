// What of earlier releases may be deleted: never what anything is known to lead to, nor what is
// newer than the release, and of the rest the newest are kept.

import type { DeploymentFacts } from '../aws/deployments.ts';
import type { VersionNumber } from '../aws/versions.ts';
import { DEPLOYMENT_MARK } from '../rollout/past-releases.ts';

/** What a release leaves: the version that stands now, and the one to go back to. */
export interface ReleasedVersions {
  readonly from: string;
  /** `undefined`: it is yet to be published. */
  readonly to: string | undefined;
}

/**
 * The versions that may go, oldest first. A version newer than the released one is never among them:
 * somebody published it, and may be about to release it.
 *
 * @param keep how many of the newest stay, the released one among them
 * @param inUse what something is known to lead to
 */
export function oldVersions(
  versions: readonly VersionNumber[],
  { from, to }: ReleasedVersions,
  keep: number,
  inUse: readonly string[],
): readonly VersionNumber[] {
  const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
  const ours = to === undefined ? ascending : ascending.filter((v) => Number(v) <= Number(to));
  // A version that is yet to be published takes one of the places.
  const kept = to === undefined ? keep - 1 : keep;
  const older = ours.slice(0, Math.max(0, ours.length - kept));
  const used = new Set<string | undefined>([from, to, ...inUse]);
  return older.filter((version) => !used.has(version));
}

/**
 * The deployments that may go, oldest first: those that this action made, without the newest.
 *
 * @param before seconds since the epoch: one that was made later may be another release's, at work
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

/** The version that the value of a stage variable leads to: `7`, or the end of `orders:7`. */
export function versionIn(value: string): string | undefined {
  return /(?:^|:)(\d+)$/.exec(value)?.[1];
}
