// Rolls back promoted aliases to the versions that served before, as named by the descriptions of the published
// versions.

import type { AliasRef } from '../../aws/aliases.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { KnownError, known } from '../../base/errors.ts';
import type { EarlierRelease } from '../../rollout/earlier-release.ts';
import { forAll, forEvery, mapAll } from '../concurrency.ts';
import { parseVersion } from '../lambda/version-text.ts';
import type { Undo } from '../target.ts';
import { type AliasSet, labelOf, type Member, MOVED, STABLE } from './alias-set.ts';

export interface AliasUndoCalls {
  readonly aliasSet: AliasSet;
  readonly functions: FunctionCalls;
  /** Once started, it always runs to completion. */
  readonly rollbackAliasSet: AliasSet<'rollback'>;
}

/** Throws a `KnownError` that names what is gone, or what must be specified. */
export async function findAliasUndo(
  { aliasSet, functions, rollbackAliasSet }: AliasUndoCalls,
  refs: readonly AliasRef[],
  to: EarlierRelease,
): Promise<Undo> {
  const found = await mapAll(refs, async (ref) =>
    memberOf(aliasSet, functions, ref, to, refs.length),
  );
  const members = found.filter((member) => member !== undefined);
  const moved = members.filter(({ change }) => change.from !== change.to);
  return {
    functions: members.map(({ change: { name, from, to } }) => ({ name, from: to, to: from })),
    words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(', '),
    done: moved.length === 0,
    go: () => moveAll(rollbackAliasSet, moved),
  };
}

/** Moves all of them, or none. */
async function moveAll(aliasSet: AliasSet<'rollback'>, members: readonly Member[]): Promise<void> {
  try {
    await forAll(members, (member) => aliasSet.bring(member, MOVED));
  } catch (error) {
    await forEvery(members, (member) => aliasSet.bring(member, STABLE));
    throw new KnownError(`nothing was rolled back: ${known(error).message}`, { cause: error });
  }
}

/** `undefined`: this function has no description that names its previous version. */
async function memberOf(
  aliasSet: AliasSet,
  functions: FunctionCalls,
  ref: AliasRef,
  to: EarlierRelease,
  count: number,
): Promise<Member | undefined> {
  const name = ref.functionName;
  const state = await aliasSet.read(ref);
  if (!state) throw new KnownError(`there is no alias ${labelOf(ref)}`);
  const from = state.version;
  const wanted = await versionFor(functions, name, from, to, count);
  if (wanted === undefined) return undefined;
  if (!(await functions.read(name, wanted))) {
    throw new KnownError(
      `version ${wanted} of "${name}" no longer exists, so it cannot be restored`,
    );
  }
  return { ref, change: { name, from, to: wanted }, kept: false };
}

async function versionFor(
  functions: FunctionCalls,
  name: string,
  from: string,
  to: EarlierRelease,
  count: number,
): Promise<string | undefined> {
  switch (to.kind) {
    case 'deployment':
      throw new KnownError('rollback-to: aliases have no deployments; expected versions');
    case 'versions': {
      const { '': lone } = to.versions;
      if (lone === undefined) return to.versions[name];
      if (count === 1) return lone;
      throw new KnownError(
        `rollback-to: "${lone}" does not name its function; expected for example ${name}=${lone}`,
      );
    }
    case 'previous': {
      const served = await functions.read(name, from);
      const before = parseVersion(served?.description ?? '');
      if (before !== undefined) return before;
      throw new KnownError(
        `version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`,
      );
    }
  }
}
