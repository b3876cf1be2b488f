// Compares all of what an open rollout releases with what this run was asked for. A run continues only what it would
// release itself: a later push must not be reported as released when the earlier one is.

import { listed } from '../base/listed.ts';
import type { FunctionInput } from '../inputs/values.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { Services } from '../run/services.ts';
import type { VersionReading } from '../targets/target.ts';

/** @returns the difference, as the end of a sentence; `undefined` if everything is the same */
export async function differenceFromRequest(
  services: Pick<Services, 'context' | 'target'>,
  rollout: StoredRollout,
): Promise<string | undefined> {
  const { inputs } = services.context;
  const { functions } = rollout.record;
  const asked = inputs.functions.map(({ name }) => name);
  const others = functions.filter(({ name }) => !asked.includes(name));
  const found: string[] = [];
  if (others.length > 0) {
    found.push(`also releases ${listed(others.map(({ name }) => `"${name}"`))}`);
  }
  for (const input of inputs.functions) {
    const difference = await versionDifference(services, rollout, input);
    if (difference !== undefined) found.push(difference);
  }
  found.push(...(await services.target.differences(rollout, 'all')));
  return found.length === 0
    ? undefined
    : `it ${found.join(', and ')}, which differs from what this run would release`;
}

/** By code and by settings: a version is never changed, and `$LATEST` is what this run would publish. */
async function versionDifference(
  { target }: Pick<Services, 'target'>,
  { record }: StoredRollout,
  { name, version, codeSha256, code }: FunctionInput,
): Promise<string | undefined> {
  const open = record.functions.find((change) => change.name === name)?.to;
  if (open === undefined) return `releases nothing of "${name}"`;
  const words = `releases version ${open} of "${name}"`;
  if (version !== undefined && version !== open) return words;
  if (version !== undefined && codeSha256 === undefined) return undefined;
  const published = await target.readVersion(name, open);
  if (codeSha256 !== undefined && codeSha256 !== published?.digest) {
    return `${words} (its code is ${published?.digest}, and code-sha256 is ${codeSha256})`;
  }
  if (version !== undefined) return undefined;
  const latest = await target.readVersion(name);
  if (!latest || !published) return words;
  const why = whyOther(published, latest, code ? code.source.text : '$LATEST');
  return why === undefined ? undefined : `${words} (${why})`;
}

/** @param from where the code of the next version comes from */
function whyOther(
  published: VersionReading,
  next: VersionReading,
  from: string,
): string | undefined {
  if (next.digest !== published.digest) return `its code is not that of ${from}`;
  if (next.settings === undefined || published.settings === undefined) {
    return 'AWS did not return all of its settings, so they cannot be compared with $LATEST';
  }
  return next.settings === published.settings ? undefined : 'its settings are not those of $LATEST';
}
