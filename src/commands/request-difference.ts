// Compares all of what an open rollout releases with what this run was asked for. A run continues only what it would
// release itself: a later push must not be reported as released when the earlier one is.

import { listed } from '../base/listed.ts';
import type { FunctionInput } from '../inputs/values.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { Services } from '../run/services.ts';

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
  { name, version, codeSha256 }: FunctionInput,
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
  if (latest.digest !== published.digest) return `${words} (its code is not that of $LATEST)`;
  if (latest.settings === undefined || published.settings === undefined) {
    return `${words} (AWS did not return all of its settings, so they cannot be compared with $LATEST)`;
  }
  return latest.settings === published.settings
    ? undefined
    : `${words} (its settings are not those of $LATEST)`;
}
