// Preflight of versions with provisioned concurrency: what starts at once is not to be followed by what
// starts cold.

import type { Provisioned } from '../aws/provisioned.ts';
import { attempt, type Problems } from '../base/problems.ts';

/**
 * The environments that are kept ready for the version that is served alone.
 *
 * @returns how many; 0: none
 * @param from the version that is served
 * @param version the one to be released; `undefined`: it is yet to be published
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
    `provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets as much before any traffic, and both cost until the release is over`,
  );
  return own.requested;
}
