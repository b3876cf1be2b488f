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
  const targets = await bound.versions.readEventTargets();
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
  const called = await mapAll(old, async (version) =>
    otherPrincipals(await readOwnPolicies(functions, arn, version, whole), uses.knows),
  );
  return {
    leftovers: old
      .filter((_, i) => !called[i])
      .map((version) => ({
        words: `version ${version} of "${name}"`,
        remove: () => versions.remove(name, version),
      })),
    notes: old.filter((_, i) => called[i]).map((version) => permitted(name, version)),
  };
}

function permitted(name: string, version: VersionNumber): string {
  return `version ${version} of "${name}" is kept: a policy lets something else call it`;
}
