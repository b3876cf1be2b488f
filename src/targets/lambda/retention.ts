// Selects which versions of earlier releases may be deleted: none that is known to be in use, and none newer than the
// release. The newest of the rest are kept.

import type { VersionNumber } from '../../aws/versions.ts';
import type { ReleasedVersions } from '../target.ts';

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
