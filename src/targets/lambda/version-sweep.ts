// Finds old versions of the released functions that nothing uses. Every use that AWS shows is checked. If uses of a
// function's versions cannot be determined, they are kept.

import { qualifierOf } from '../../aws/arns.ts';
import { type FunctionCalls, readArn } from '../../aws/functions.ts';
import type { VersionNumber, Versions } from '../../aws/versions.ts';
import { known } from '../../base/errors.ts';
import { ourTagKeys } from '../../rollout/record.ts';
import { mapAll } from '../concurrency.ts';
import type { ReleasedFunction, Sweep } from '../target.ts';
import { otherPrincipals } from './invoke-policy.ts';
import { readOwnPolicies } from './read-policies.ts';
import { oldVersions } from './retention.ts';

export interface VersionSweepBound {
  readonly versions: Versions;
  readonly functions: FunctionCalls;
  readonly readTags: (functionArn: string) => Promise<Readonly<Record<string, string>>>;
}

/** What the target itself knows about the uses of a function's versions. */
export interface KnownUses {
  readonly of: (functionName: string) => readonly string[];
  /** Why the uses of its versions cannot be determined; `undefined`: they can. */
  readonly hidden: (functionName: string) => string | undefined;
  /** Whether the target knows what this caller, the source in a version's permission, invokes. */
  readonly knows: (sourceArn: string) => boolean;
}

/**
 * The maximum number of old versions of one function to delete at a time: other calls of the account share the
 * quota.
 */
const MOST_AT_ONCE = 50;

export async function sweepVersions(
  bound: VersionSweepBound,
  released: readonly ReleasedFunction[],
  keep: number,
  uses: KnownUses,
): Promise<Sweep> {
  const sources = await bound.versions.readEventSources();
  const targets = sources.map(({ functionArn }) => functionArn);
  const swept = await mapAll(released, async (fn): Promise<Sweep> => {
    try {
      return await sweepFunction(bound, fn, keep, uses, targets);
    } catch (error) {
      return stays(fn, known(error).message);
    }
  });
  return {
    leftovers: swept.flatMap(({ leftovers }) => leftovers),
    notes: swept.flatMap(({ notes }) => notes),
  };
}

function stays({ name }: ReleasedFunction, why: string): Sweep {
  return { leftovers: [], notes: [`the old versions of "${name}" were not deleted: ${why}`] };
}

async function sweepFunction(
  bound: VersionSweepBound,
  fn: ReleasedFunction,
  keep: number,
  uses: KnownUses,
  targets: readonly string[],
): Promise<Sweep> {
  const { versions, functions } = bound;
  const { name } = fn;
  const hidden = uses.hidden(name);
  if (hidden !== undefined) return stays(fn, hidden);
  const arn = await readArn(functions, name);
  if (ourTagKeys(await bound.readTags(arn)).length > 0) {
    return stays(fn, 'it is part of an unfinished rollout');
  }
  const inUse = [
    ...(await versions.aliased(name)),
    ...(await versions.provisioned(name)),
    ...uses.of(name),
    ...targets.filter((target) => target.startsWith(`${arn}:`)).map(qualifierOf),
  ];
  const old = oldVersions(await versions.list(name), fn, keep, inUse).slice(0, MOST_AT_ONCE);
  // Not to be allowed to read it is no proof that nobody may call: the versions then stay.
  const whole = await functions.readResourcePolicy(arn);
  const kept = await mapAll(old, async (version) =>
    otherPrincipals(await readOwnPolicies(functions, arn, version, whole), uses.knows)
      ? 'a policy lets something else call it'
      : whyExecuting(bound, name, version),
  );
  return {
    leftovers: old
      .filter((_, i) => kept[i] === undefined)
      .map((version) => ({
        words: `version ${version} of "${name}"`,
        remove: () => versions.remove(name, version),
      })),
    notes: old.flatMap((version, i) =>
      kept[i] === undefined ? [] : [`version ${version} of "${name}" is kept: ${kept[i]}`],
    ),
  };
}

/**
 * A durable execution stays on the version that it began with (Lambda developer guide, "Durable functions"), and may
 * run much longer than a release.
 *
 * @returns why the version must stay; `undefined`: no execution runs on it
 */
async function whyExecuting(
  { functions, versions }: VersionSweepBound,
  name: string,
  version: VersionNumber,
): Promise<string | undefined> {
  const reading = await functions.read(name, version);
  if (!reading?.durable) return undefined;
  try {
    return (await versions.isExecuting(name, version)) ? 'durable executions run on it' : undefined;
  } catch (error) {
    return `whether durable executions run on it is unknown (${known(error).message})`;
  }
}
