// What AWS keeps of the versions that are released, for the report alone: nobody waits for it, and
// what cannot be read is not told.

import type { FunctionCalls } from '../aws/functions.ts';
import type { VersionReport } from '../report/report.ts';
import type { FunctionChange } from '../rollout/release.ts';

/** A report tells of no more functions in full. */
const MOST_FUNCTIONS = 20;

/** Of both versions of each function, one after the other. Never throws. */
export async function readVersions(
  functions: Pick<FunctionCalls, 'read'>,
  changes: readonly FunctionChange[],
  signal: AbortSignal,
): Promise<readonly VersionReport[]> {
  const found: VersionReport[] = [];
  const wanted = changes
    .slice(0, MOST_FUNCTIONS)
    .flatMap(({ name, from, to }) => [from, to].map((version) => ({ name, version })));
  for (const { name, version } of wanted) {
    if (version === '' || signal.aborted) continue;
    const reading = await functions.read(name, version, signal).catch(() => undefined);
    if (!reading) continue;
    const { description, codeSha256 } = reading;
    found.push({ name, version, description, codeSha256 });
  }
  return found;
}
