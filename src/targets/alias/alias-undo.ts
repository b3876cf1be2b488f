// Behind a promotion of aliases: the versions that were served before, as the published versions
// themselves say it.

import type { AliasRef } from '../../aws/aliases.ts';
import type { Functions } from '../../aws/functions.ts';
import { messageOf, RolloutError } from '../../base/errors.ts';
import { type PastPoint, parseVersion } from '../../rollout/past-releases.ts';
import { forAll, forEvery, mapAll } from '../concurrency.ts';
import type { WayBack } from '../target.ts';
import { type Fleet, labelOf, type Member, MOVED, STABLE } from './alias-set.ts';

/** Throws a `RolloutError` that says what is gone, or what must be named. */
export async function findAliasWayBack(
  fleet: Fleet,
  functions: Functions,
  refs: readonly AliasRef[],
  to: PastPoint,
): Promise<WayBack> {
  const found = await mapAll(refs, async (ref) => memberOf(fleet, functions, ref, to, refs.length));
  const members = found.filter((member) => member !== undefined);
  const moved = members.filter(({ change }) => change.from !== change.to);
  return {
    functions: members.map(({ change: { name, from, to } }) => ({ name, from: to, to: from })),
    words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(', '),
    stands: moved.length === 0,
    go: () => moveAll(fleet, moved),
  };
}

/** All, or none. */
async function moveAll(fleet: Fleet, members: readonly Member[]): Promise<void> {
  try {
    await forAll(members, (member) => fleet.bring(member, MOVED));
  } catch (error) {
    const why = messageOf(error);
    await forEvery(members, (member) => fleet.bring(member, STABLE));
    throw new RolloutError(`nothing was gone back to: ${why}`, { cause: error });
  }
}

/** `undefined`: nothing is said of this function. */
async function memberOf(
  fleet: Fleet,
  functions: Functions,
  ref: AliasRef,
  to: PastPoint,
  count: number,
): Promise<Member | undefined> {
  const name = ref.functionName;
  const state = await fleet.look(ref);
  if (!state) throw new RolloutError(`there is no alias ${labelOf(ref)}`);
  const from = state.version;
  const wanted = await versionFor(functions, name, from, to, count);
  if (wanted === undefined) return undefined;
  if (!(await functions.read(name, wanted))) {
    throw new RolloutError(`version ${wanted} of "${name}" is gone, so there is no way back to it`);
  }
  return { ref, change: { name, from, to: wanted }, kept: false };
}

async function versionFor(
  functions: Functions,
  name: string,
  from: string,
  to: PastPoint,
  count: number,
): Promise<string | undefined> {
  switch (to.kind) {
    case 'deployment':
      throw new RolloutError('rollback-to: aliases have no deployments; expected versions');
    case 'versions': {
      const { '': lone } = to.versions;
      if (lone === undefined) return to.versions[name];
      if (count === 1) return lone;
      throw new RolloutError(
        `rollback-to: "${lone}" does not say of which function; expected for example ${name}=${lone}`,
      );
    }
    case 'previous': {
      const served = await functions.read(name, from);
      const before = parseVersion(served?.description ?? '');
      if (before !== undefined) return before;
      throw new RolloutError(
        `version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`,
      );
    }
  }
}
