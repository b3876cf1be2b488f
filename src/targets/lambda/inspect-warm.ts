// Preflight of versions with provisioned concurrency: a version without cold starts must not be replaced by one
// with cold starts.

import type { Provisioned } from '../../aws/provisioned.ts';
import { attempt, type Problems } from '../../base/problems.ts';

/**
 * The provisioned environments of the version that serves all traffic.
 *
 * @returns the number of environments; 0: none
 * @param from the version that serves now
 * @param version the version to release; `undefined`: it is not published yet
 */
export async function checkWarm(
  provisioned: Provisioned,
  { name, from, version }: { name: string; from: string; version: string | undefined },
  findings: Problems,
): Promise<number> {
  if (from === version) return 0;
  const own = await attempt(findings, () => provisioned.read(name, from));
  if (!own) return 0;
  findings.notes.push(
    `provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets the same amount before it receives traffic, and both cost money until the release ends`,
  );
  return own.requested;
}
