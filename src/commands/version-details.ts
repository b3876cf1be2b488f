// What AWS stores about the released versions, for the report only: what cannot be read is left out.

import { orElse } from '../base/errors.ts';
import type { VersionReport } from '../report/report.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { VersionReads } from '../targets/target.ts';

/** A report shows no more functions in detail. */
const MOST_FUNCTIONS = 20;

/** For both versions of each function, one after the other, until the job is cancelled. Never throws. */
export async function readVersions(
  { readVersion }: Pick<VersionReads, 'readVersion'>,
  changes: readonly FunctionChange[],
  cancelled: AbortSignal,
): Promise<readonly VersionReport[]> {
  const found: VersionReport[] = [];
  const wanted = changes
    .slice(0, MOST_FUNCTIONS)
    .flatMap(({ name, from, to }) => [from, to].map((version) => ({ name, version })));
  for (const { name, version } of wanted) {
    if (version === '' || cancelled.aborted) continue;
    const reading = await readVersion(name, version).catch(orElse(undefined));
    if (!reading) continue;
    const { description, digest } = reading;
    found.push({ name, version, description, codeSha256: digest });
  }
  return found;
}
